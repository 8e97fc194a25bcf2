//! The catalogue over HTTP, and one tag of one customer.

use std::collections::HashMap;

use axum::extract::State;
use http::StatusCode;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::actions::{self, TagsError, check_name, name_taken};
use super::store::{self, Tag};
use crate::access::{Caller, Can, permit};
use crate::app::App;
use crate::customers::store as customers;
use crate::db;
use crate::http::{ApiResult, Faults, Json, Path, Problem, nullable, to_the_end};
use crate::kernel::clock::Timestamp;
use crate::kernel::ids::{CustomerId, TagId};
use crate::kernel::page::Page;

/// The feature's routes.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list_tags, create_tag))
        .routes(routes!(update_tag, delete_tag))
        .routes(routes!(add_customer_tag, remove_customer_tag))
}

/// A label of the catalogue.
#[derive(Debug, Serialize, ToSchema)]
struct TagView {
    /// Its id.
    id: TagId,
    /// Its name.
    #[schema(example = "vip")]
    name: String,
    /// The hue of its colour in degrees, 0 to 359; null is neutral.
    hue: Option<i64>,
    /// How many customers have it.
    customers_count: i64,
    /// When it was made.
    created_at: Timestamp,
    /// When it was last changed.
    updated_at: Timestamp,
}

impl TagView {
    fn new(tag: Tag, customers_count: i64) -> Self {
        Self {
            id: tag.id,
            name: tag.name,
            hue: tag.hue,
            customers_count,
            created_at: tag.created_at,
            updated_at: tag.updated_at,
        }
    }
}

/// A new label.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct CreateTag {
    /// Its name, at most 60 characters, unlike any other's.
    #[schema(example = "vip")]
    name: String,
    /// The hue of its colour in degrees, 0 to 359; neutral when absent.
    #[schema(minimum = 0, maximum = 359)]
    hue: Option<i64>,
}

/// Changes to a label; what is absent stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct UpdateTag {
    /// Its new name, for everybody who has it.
    name: Option<String>,
    /// Its new hue; null makes it neutral.
    #[serde(default, deserialize_with = "nullable")]
    #[schema(value_type = Option<i64>, minimum = 0, maximum = 359)]
    hue: Option<Option<i64>>,
}

fn check_hue(hue: Option<i64>, faults: &mut Faults) -> Option<i64> {
    if hue.is_some_and(|hue| !(0..360).contains(&hue)) {
        faults.add("hue", "must be from 0 to 359");
    }
    hue
}

/// List tags
///
/// The whole catalogue by name, with how many customers have each tag.
#[utoipa::path(get, path = "/tags", tag = "tags",
    responses((status = 200, body = Page<TagView>)))]
async fn list_tags(
    State(app): State<App>,
    caller: Can<permit::CustomersRead>,
) -> ApiResult<Json<Page<TagView>>> {
    let tags = store::list(&app.db, caller.workspace).await?;
    let counts = store::counts(&app.db, caller.workspace).await?;
    let counts: HashMap<TagId, i64> = counts.into_iter().collect();
    let view = |tag: Tag| {
        let count = counts.get(&tag.id).copied().unwrap_or_default();
        TagView::new(tag, count)
    };
    Ok(Json(Page::whole(tags.into_iter().map(view).collect())))
}

/// Create a tag
#[utoipa::path(post, path = "/tags", tag = "tags", request_body = CreateTag,
    responses((status = 201, body = TagView)))]
async fn create_tag(
    State(app): State<App>,
    caller: Can<permit::TagsWrite>,
    Json(input): Json<CreateTag>,
) -> ApiResult<(StatusCode, Json<TagView>)> {
    let mut faults = Faults::default();
    let name = faults
        .check("name", check_name(&input.name))
        .unwrap_or_default();
    let hue = check_hue(input.hue, &mut faults);
    faults.end()?;
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let by = (caller.actor, now);
    let made = actions::make(&mut tx, caller.workspace, (&name, hue), by).await;
    let id = made.map_err(|error| match error {
        TagsError::Db(db::Error::Unique) => name_taken(&name),
        error => error.into(),
    })?;
    tx.commit().await?;
    let tag = Tag {
        id,
        name,
        hue,
        created_at: now,
        updated_at: now,
    };
    Ok((StatusCode::CREATED, Json(TagView::new(tag, 0))))
}

/// Change a tag
///
/// A new name is the new name for everybody who has the tag.
#[utoipa::path(patch, path = "/tags/{id}", tag = "tags",
    params(("id" = TagId, Path, description = "The tag.")), request_body = UpdateTag,
    responses((status = 200, body = TagView)))]
async fn update_tag(
    State(app): State<App>,
    caller: Can<permit::TagsWrite>,
    Path(id): Path<TagId>,
    Json(input): Json<UpdateTag>,
) -> ApiResult<Json<TagView>> {
    let mut faults = Faults::default();
    let name = input
        .name
        .and_then(|name| faults.check("name", check_name(&name)));
    let hue = input.hue.map(|hue| check_hue(hue, &mut faults));
    faults.end()?;
    let tag = actions::change(&app, caller.workspace, caller.actor, id, (name, hue)).await?;
    let count = store::count(&app.db, caller.workspace, id).await?;
    Ok(Json(TagView::new(tag, count)))
}

/// Delete a tag
///
/// Everybody who has it loses it.
#[utoipa::path(delete, path = "/tags/{id}", tag = "tags",
    params(("id" = TagId, Path, description = "The tag.")),
    responses((status = 204, description = "It is gone.")))]
async fn delete_tag(
    State(app): State<App>,
    caller: Can<permit::TagsWrite>,
    Path(id): Path<TagId>,
) -> ApiResult<StatusCode> {
    let (workspace, actor) = (caller.workspace, caller.actor);
    to_the_end(async move { actions::remove(&app, workspace, actor, id).await }).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Tag a customer
///
/// Nothing changes when they have the tag already.
#[utoipa::path(put, path = "/customers/{id}/tags/{tag_id}", tag = "tags",
    params(("id" = CustomerId, Path, description = "The customer."),
        ("tag_id" = TagId, Path, description = "The tag.")),
    responses((status = 204, description = "They have it."),
        (status = 409, description = "The tag was deleted at the same moment.", body = Problem,
            content_type = "application/problem+json",
            example = json!({"code": "referred", "status": 409,
                "title": "It refers to something that does not exist any more."}))))]
async fn add_customer_tag(
    State(app): State<App>,
    caller: Can<permit::CustomersWrite>,
    Path((customer, tag)): Path<(CustomerId, TagId)>,
) -> ApiResult<StatusCode> {
    put(&app, &caller, customer, (tag, true)).await
}

/// Untag a customer
///
/// Nothing changes when they do not have the tag.
#[utoipa::path(delete, path = "/customers/{id}/tags/{tag_id}", tag = "tags",
    params(("id" = CustomerId, Path, description = "The customer."),
        ("tag_id" = TagId, Path, description = "The tag.")),
    responses((status = 204, description = "They do not have it.")))]
async fn remove_customer_tag(
    State(app): State<App>,
    caller: Can<permit::CustomersWrite>,
    Path((customer, tag)): Path<(CustomerId, TagId)>,
) -> ApiResult<StatusCode> {
    put(&app, &caller, customer, (tag, false)).await
}

async fn put(
    app: &App,
    caller: &Caller,
    customer: CustomerId,
    (tag, has): (TagId, bool),
) -> ApiResult<StatusCode> {
    let workspace = caller.workspace;
    let by = (caller.actor, app.clock.now());
    let mut tx = app.db.begin().await?;
    let profile = customers::lock_profile(&mut tx, workspace, customer).await?;
    profile.ok_or_else(|| Problem::not_found("customer"))?;
    let tag = store::find(&mut tx, workspace, tag).await?;
    let tag = tag.ok_or_else(|| Problem::not_found("tag"))?;
    if actions::put(&mut tx, workspace, customer, (&tag, has), by).await? {
        customers::touch(&mut tx, workspace, customer, by.1).await?;
        tx.commit().await?;
    }
    Ok(StatusCode::NO_CONTENT)
}
