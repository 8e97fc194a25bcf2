//! Attribute settings over HTTP.

use axum::extract::State;
use http::StatusCode;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::AttributeType;
use super::actions::{self, Redefinition};
use super::store::{self, Definition};
use crate::access::{Can, permit};
use crate::app::App;
use crate::http::{ApiResult, Faults, Json, Path, Problem, nullable, to_the_end};
use crate::kernel::clock::Timestamp;
use crate::kernel::ids::AttributeId;
use crate::kernel::page::Page;
use crate::kernel::text::{clean_line, clean_text};

/// The feature's routes.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list_attributes, create_attribute))
        .routes(routes!(get_attribute, update_attribute, delete_attribute))
}

/// A value of a defined attribute.
#[derive(Debug, Serialize, ToSchema)]
pub struct AttributeValue {
    /// The key.
    #[schema(example = "city")]
    pub key: String,
    /// What people call it.
    #[schema(example = "City")]
    pub label: String,
    /// What its values are.
    #[serde(rename = "type")]
    pub kind: AttributeType,
    /// The value, of that type.
    #[schema(value_type = Value, example = "Riyadh")]
    pub value: Value,
}

/// A typed custom field.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct AttributeView {
    /// Its id.
    pub id: AttributeId,
    /// The key in a customer's `metadata`; it never changes.
    #[schema(example = "birthday")]
    pub key: String,
    /// What people call it.
    #[schema(example = "Birthday")]
    pub label: String,
    /// What its values are.
    #[serde(rename = "type")]
    pub kind: AttributeType,
    /// What it is for.
    pub description: Option<String>,
    /// When it was defined.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
}

impl From<Definition> for AttributeView {
    fn from(definition: Definition) -> Self {
        Self {
            id: definition.id,
            key: definition.key,
            label: definition.label,
            kind: definition.kind,
            description: definition.description,
            created_at: definition.created_at,
            updated_at: definition.updated_at,
        }
    }
}

/// A new attribute, and what became of values that customers had under its key already.
#[derive(Debug, Serialize, ToSchema)]
struct CreatedAttribute {
    #[serde(flatten)]
    attribute: AttributeView,
    /// Customers whose value was given the type.
    fitting: i64,
    /// Customers whose value does not fit the type and was left as untyped text.
    not_fitting: i64,
}

/// A new attribute.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct CreateAttribute {
    /// A small letter, then small letters, digits and underscores; at most 63 in all.
    #[schema(example = "birthday", pattern = "^[a-z][a-z0-9_]{0,62}$")]
    key: String,
    /// What people call it; at most 100 characters.
    #[schema(example = "Birthday")]
    label: String,
    /// What its values are.
    #[serde(rename = "type")]
    kind: AttributeType,
    /// What it is for; at most 1,000 characters.
    description: Option<String>,
}

/// Changes to an attribute; what is absent stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct UpdateAttribute {
    /// What people call it; at most 100 characters.
    label: Option<String>,
    /// Another type: accepted when every stored value fits it without loss.
    #[serde(rename = "type")]
    kind: Option<AttributeType>,
    /// What it is for; null removes the description.
    #[serde(default, deserialize_with = "nullable")]
    #[schema(value_type = Option<String>)]
    description: Option<Option<String>>,
}

fn check_key(key: &str) -> Result<(), &'static str> {
    let fits = key.len() <= 63
        && key.starts_with(|first: char| first.is_ascii_lowercase())
        && key
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_');
    fits.then_some(()).ok_or(
        "must be a small letter, then small letters, digits or underscores, at most 63 in all",
    )
}

fn check_label(label: &str, faults: &mut Faults) -> String {
    let label = faults
        .check("label", clean_line(label, 100))
        .unwrap_or_else(|| "-".into());
    if label.is_empty() {
        faults.add("label", "must not be empty");
    }
    label
}

fn check_description(text: Option<String>, faults: &mut Faults) -> Option<String> {
    text.and_then(|text| faults.check("description", clean_text(&text, 1_000)))
        .filter(|text| !text.is_empty())
}

/// List attributes
///
/// Every definition of the workspace, in the order they were made.
#[utoipa::path(get, path = "/attributes", tag = "attributes",
    responses((status = 200, body = Page<AttributeView>)))]
async fn list_attributes(
    State(app): State<App>,
    caller: Can<permit::CustomersRead>,
) -> ApiResult<Json<Page<AttributeView>>> {
    let items = store::definitions(&app.db, caller.workspace).await?;
    Ok(Json(Page::whole(
        items.into_iter().map(AttributeView::from).collect(),
    )))
}

/// Define an attribute
///
/// Customers may carry the key already, as untyped text: values that fit the type get it, the others
/// stay as they are and are counted in the answer.
#[utoipa::path(post, path = "/attributes", tag = "attributes", request_body = CreateAttribute,
    responses((status = 201, body = CreatedAttribute)))]
async fn create_attribute(
    State(app): State<App>,
    caller: Can<permit::SettingsWrite>,
    Json(input): Json<CreateAttribute>,
) -> ApiResult<(StatusCode, Json<CreatedAttribute>)> {
    let mut faults = Faults::default();
    faults.check("key", check_key(&input.key));
    let label = check_label(&input.label, &mut faults);
    let description = check_description(input.description, &mut faults);
    faults.end()?;
    let now = app.clock.now();
    let definition = Definition {
        id: AttributeId(0),
        key: input.key,
        label,
        kind: input.kind,
        description,
        created_at: now,
        updated_at: now,
    };
    let (workspace, actor) = (caller.workspace, caller.actor);
    let work = async move { actions::define(&app, workspace, actor, definition).await };
    let (definition, fit) = to_the_end(work).await?;
    let created = CreatedAttribute {
        attribute: definition.into(),
        fitting: fit.fitting,
        not_fitting: fit.not_fitting,
    };
    Ok((StatusCode::CREATED, Json(created)))
}

/// Get an attribute
#[utoipa::path(get, path = "/attributes/{id}", tag = "attributes",
    params(("id" = AttributeId, Path, description = "The attribute.")),
    responses((status = 200, body = AttributeView)))]
async fn get_attribute(
    State(app): State<App>,
    caller: Can<permit::CustomersRead>,
    Path(id): Path<AttributeId>,
) -> ApiResult<Json<AttributeView>> {
    let found = store::find(&app.db, caller.workspace, id).await?;
    Ok(Json(
        found.ok_or_else(|| Problem::not_found("attribute"))?.into(),
    ))
}

/// Change an attribute
///
/// Another type needs every stored value to fit it without loss; otherwise the answer is 409
/// `attribute.values_do_not_fit` with how many do not and for which customers, and nothing changes.
/// Sending the present type checks all stored values again.
#[utoipa::path(patch, path = "/attributes/{id}", tag = "attributes",
    params(("id" = AttributeId, Path, description = "The attribute.")),
    request_body = UpdateAttribute,
    responses((status = 200, body = AttributeView)))]
async fn update_attribute(
    State(app): State<App>,
    caller: Can<permit::SettingsWrite>,
    Path(id): Path<AttributeId>,
    Json(input): Json<UpdateAttribute>,
) -> ApiResult<Json<AttributeView>> {
    let mut faults = Faults::default();
    let wanted = Redefinition {
        label: input.label.map(|label| check_label(&label, &mut faults)),
        kind: input.kind,
        description: input
            .description
            .map(|text| check_description(text, &mut faults)),
    };
    faults.end()?;
    let (workspace, actor) = (caller.workspace, caller.actor);
    let work = async move { actions::redefine(&app, workspace, actor, id, wanted).await };
    Ok(Json(to_the_end(work).await?.into()))
}

/// Delete an attribute
///
/// Its values are removed from every customer.
#[utoipa::path(delete, path = "/attributes/{id}", tag = "attributes",
    params(("id" = AttributeId, Path, description = "The attribute.")),
    responses((status = 204, description = "It is gone.")))]
async fn delete_attribute(
    State(app): State<App>,
    caller: Can<permit::SettingsWrite>,
    Path(id): Path<AttributeId>,
) -> ApiResult<StatusCode> {
    let (workspace, actor) = (caller.workspace, caller.actor);
    to_the_end(async move { actions::remove(&app, workspace, actor, id).await }).await?;
    Ok(StatusCode::NO_CONTENT)
}
