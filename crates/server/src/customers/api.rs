//! Customers over HTTP.

use axum::extract::State;
use http::StatusCode;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::input::{CreateCustomer, UpdateCustomer};
use super::model::Source;
use super::update::{create_whole, update};
use super::view::{CustomerView, load_views};
use super::{attributes, notes, responses, store, tags};
use crate::access::{Actor, Caller, Can, Permission, permit};
use crate::app::App;
use crate::http::{ApiResult, Faults, Json, Path, Problem, Query};
use crate::kernel::ids::{CustomerId, WorkspaceId};
use crate::kernel::page::Page;
use crate::timeline::{EventPage, EventView, Events};

/// The feature's routes, and those of its parts.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(create_customer))
        .routes(routes!(get_customer, update_customer, delete_customer))
        .routes(routes!(list_customer_events))
        .merge(super::list::routes())
        .merge(responses::routes())
        .merge(notes::routes())
        .merge(tags::routes())
        .merge(attributes::routes())
}

/// Whoever may shape the catalogue makes a tag by giving it to somebody.
fn may_make_tags(caller: &Caller) -> bool {
    caller.permissions.has(Permission::TagsWrite)
}

async fn view(
    app: &App,
    workspace: WorkspaceId,
    customer: CustomerId,
) -> ApiResult<Json<CustomerView>> {
    let found = load_views(&app.db, workspace, &[customer]).await?.pop();
    Ok(Json(found.ok_or_else(|| Problem::not_found("customer"))?))
}

/// Get a customer
#[utoipa::path(get, path = "/customers/{id}", tag = "customers",
    params(("id" = CustomerId, Path, description = "The customer.")),
    responses((status = 200, body = CustomerView)))]
async fn get_customer(
    State(app): State<App>,
    caller: Can<permit::CustomersRead>,
    Path(id): Path<CustomerId>,
) -> ApiResult<Json<CustomerView>> {
    view(&app, caller.workspace, id).await
}

/// Create a customer
///
/// A phone number becomes their WhatsApp contact. If the number is somebody's already, the answer is
/// 409 `contact.exists` with that contact and customer. A number that had opted out before its
/// customer was deleted is opted out again.
#[utoipa::path(post, path = "/customers", tag = "customers", request_body = CreateCustomer,
    responses((status = 201, body = CustomerView),
        (status = 409, description = "A contact has this number; whose it is stands in `data`.",
            body = Problem, content_type = "application/problem+json",
            example = json!({"code": "contact.exists", "status": 409,
                "title": "this address belongs to a contact already",
                "data": {"contact_id": "01935f2e-6b0b-7c61-9d7f-3b1f4c1f2a90", "customer_id": 42}}))))]
async fn create_customer(
    State(app): State<App>,
    caller: Can<permit::CustomersWrite>,
    Json(input): Json<CreateCustomer>,
) -> ApiResult<(StatusCode, Json<CustomerView>)> {
    let workspace = caller.workspace;
    let region = store::default_region(&app.db, workspace).await?;
    let mut faults = Faults::default();
    let patch = UpdateCustomer::from(input).check(region, may_make_tags(&caller), &mut faults);
    let is_nobody = [
        patch.name.as_ref().is_none_or(Option::is_none),
        patch.email.as_ref().is_none_or(Option::is_none),
        patch.phone.is_none(),
    ];
    if faults.is_empty() && is_nobody.iter().all(|missing| *missing) {
        faults.add("name", "give at least one of name, phone and email");
    }
    faults.end()?;
    let source = match caller.actor {
        Actor::Member(_) => Source::Member,
        _ => Source::Api,
    };
    let by = (caller.actor, app.clock.now());
    let mut tx = app.db.begin().await?;
    let customer = create_whole(&mut tx, &app.secrets, workspace, (patch, source), by).await?;
    tx.commit().await?;
    Ok((StatusCode::CREATED, view(&app, workspace, customer).await?))
}

/// Change a customer
///
/// Everything in the request is changed, or nothing is. Each change is told to the timeline with its
/// old and new value.
#[utoipa::path(patch, path = "/customers/{id}", tag = "customers",
    params(("id" = CustomerId, Path, description = "The customer.")),
    request_body = UpdateCustomer,
    responses((status = 200, body = CustomerView),
        (status = 409, description = "Something is in the way; `code` says what.", body = Problem,
            content_type = "application/problem+json", examples(
                ("changed_elsewhere" = (summary = "The customer is not as you have seen them", value = json!({
                    "code": "changed_elsewhere", "status": 409,
                    "title": "The customer was changed elsewhere in the meantime; look at it again.",
                    "data": {"updated_at": "2026-02-26T14:00:00Z"}}))),
                ("contact.exists" = (summary = "The number is somebody's", value = json!({
                    "code": "contact.exists", "status": 409,
                    "title": "this address belongs to a contact already",
                    "data": {"contact_id": "01935f2e-6b0b-7c61-9d7f-3b1f4c1f2a90", "customer_id": 42}}))),
                ("contact.in_use" = (summary = "There are messages with the present number", value = json!({
                    "code": "contact.in_use", "status": 409,
                    "title": "There are messages with the present number, so it cannot be replaced."})))))))]
async fn update_customer(
    State(app): State<App>,
    caller: Can<permit::CustomersWrite>,
    Path(id): Path<CustomerId>,
    Json(input): Json<UpdateCustomer>,
) -> ApiResult<Json<CustomerView>> {
    let workspace = caller.workspace;
    let region = store::default_region(&app.db, workspace).await?;
    let mut faults = Faults::default();
    let patch = input.check(region, may_make_tags(&caller), &mut faults);
    faults.end()?;
    let by = (caller.actor, app.clock.now());
    let mut tx = app.db.begin().await?;
    update(&mut tx, &app.secrets, workspace, id, patch, by).await?;
    tx.commit().await?;
    view(&app, workspace, id).await
}

/// Delete a customer
///
/// All that hangs on them goes for good: contacts, conversations, messages, notes, consent, timeline.
/// Addresses that opted out are remembered as keyed hashes.
#[utoipa::path(delete, path = "/customers/{id}", tag = "customers",
    params(("id" = CustomerId, Path, description = "The customer.")),
    responses((status = 204, description = "They are gone.")))]
async fn delete_customer(
    State(app): State<App>,
    caller: Can<permit::CustomersDelete>,
    Path(id): Path<CustomerId>,
) -> ApiResult<StatusCode> {
    let by = (caller.actor, app.clock.now());
    let mut tx = app.db.begin().await?;
    if !super::delete(&mut tx, &app.secrets, caller.workspace, id, by).await? {
        return Err(Problem::not_found("customer"));
    }
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// List a customer's timeline
///
/// What happened with them, with who did it and the old and new value of each change, newest first.
#[utoipa::path(get, path = "/customers/{id}/timeline", tag = "customers",
    params(("id" = CustomerId, Path, description = "The customer."), EventPage),
    responses((status = 200, body = Page<EventView>)))]
async fn list_customer_events(
    State(app): State<App>,
    caller: Can<permit::CustomersRead>,
    Path(id): Path<CustomerId>,
    Query(page): Query<EventPage>,
) -> ApiResult<Json<Page<EventView>>> {
    if !store::exists(&app.db, caller.workspace, id).await? {
        return Err(Problem::not_found("customer"));
    }
    let which = Events::OfCustomer(id);
    Ok(Json(page.load(&app, caller.workspace, which).await?))
}
