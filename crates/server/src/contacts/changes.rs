//! The calls of the contacts API that change something.

use axum::extract::State;
use http::StatusCode;
use serde::Deserialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use super::actions::{self, NewPerson};
use super::api::Enveloped;
use super::links::Links;
use super::store::{self, DetailRow};
use super::view::{AssignedContact, CreatedContact, Nothing, UpdatedContact};
use crate::access::{Caller, Can, permit};
use crate::app::App;
use crate::customers::attributes::Wanted;
use crate::http::{ApiResult, Failure, Faults, Json, Path, Problem, Success, nullable, success};
use crate::kernel::phone::PhoneNumber;
use crate::kernel::text::{TextProblem, clean_line};

/// The longest name, in characters.
const MAX_NAME: usize = 200;

/// The routes that change something.
pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(create_contact))
        .routes(routes!(replace_contact))
        .routes(routes!(update_contact))
        .routes(routes!(delete_contact))
        .routes(routes!(assign_contact))
}

/// A contact to be.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"phone_number": "+966 50 123 4567", "name": "نورة الفيصل",
    "metadata": {"city": "Riyadh"}}))]
struct CreateContact {
    /// With its country code, or as it is dialled in the country of the account or workspace.
    phone_number: String,
    /// What to call the customer; at most 200 characters.
    name: Option<String>,
    /// The account that will write to them.
    account_id: Option<Uuid>,
    /// Attributes by key; those with a definition must fit its type, others are kept as text.
    #[schema(value_type = Option<Object>)]
    metadata: Option<Map<String, Value>>,
}

/// Create a contact
///
/// With a customer of its own. A number that a contact has already is refused with 409 and that
/// contact's id in `data`.
#[utoipa::path(post, path = "/contacts", tag = "contacts", request_body = CreateContact,
    responses((status = 201, body = Success<CreatedContact>),
        (status = 409, description = "A contact has this number; its id is in `data`.",
            body = Failure, example = json!({"status": "error",
                "message": "There is a contact with this number already.",
                "data": {"id": "01935f2e-6b0b-7c61-9d7f-3b1f4c1f2a90"}}))))]
async fn create_contact(
    State(app): State<App>,
    caller: Can<permit::CustomersWrite>,
    Json(input): Json<CreateContact>,
) -> ApiResult<(StatusCode, axum::Json<Success<CreatedContact>>)> {
    let mut faults = Faults::default();
    let account = match input.account_id {
        None => None,
        Some(uuid) => {
            let found = store::find_account_in_use(&app.db, caller.workspace, uuid).await?;
            faults.check("account_id", found.ok_or("is no account of this workspace"))
        }
    };
    let region = actions::default_region(&app, &caller, account.as_ref()).await?;
    let phone = PhoneNumber::parse(&input.phone_number, region);
    let phone = faults.check("phone_number", phone);
    let name = faults.check("name", clean_name(input.name.as_deref()));
    faults.end()?;
    let (Some(phone), Some(name)) = (phone, name) else {
        return Err(Problem::invalid("body", "is incomplete"));
    };
    let new = NewPerson {
        phone,
        name,
        account,
        metadata: input.metadata.unwrap_or_default(),
    };
    let uuid = actions::create(&app, &caller, new).await?;
    let contact = load(&app, &caller, uuid).await?;
    Ok((StatusCode::CREATED, success(contact.into())))
}

/// Changes to a contact; what is absent stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"name": "نورة الفيصل", "metadata": {"city": "Jeddah"}}))]
struct ChangeContact {
    /// What to call the customer; null lets the name follow the WhatsApp profile again.
    #[serde(default, deserialize_with = "nullable")]
    #[schema(value_type = Option<String>)]
    name: Option<Option<String>>,
    /// Attributes by key.
    #[schema(value_type = Option<Object>)]
    metadata: Option<Map<String, Value>>,
}

/// Replace a contact's name and metadata
///
/// `metadata` becomes exactly what is sent; keys that are left out are removed.
#[utoipa::path(put, path = "/contacts/{id}", tag = "contacts", request_body = ChangeContact,
    params(("id" = Uuid, Path, description = "The contact's id.")),
    responses((status = 200, body = Success<UpdatedContact>)))]
async fn replace_contact(
    State(app): State<App>,
    caller: Can<permit::CustomersWrite>,
    Path(id): Path<Uuid>,
    Json(input): Json<ChangeContact>,
) -> Enveloped<UpdatedContact> {
    change(&app, &caller, id, input, Wanted::Replace).await
}

/// Change a contact
///
/// Keys of `metadata` that are absent stay; a key that is null is removed.
#[utoipa::path(patch, path = "/contacts/{id}", tag = "contacts", request_body = ChangeContact,
    params(("id" = Uuid, Path, description = "The contact's id.")),
    responses((status = 200, body = Success<UpdatedContact>)))]
async fn update_contact(
    State(app): State<App>,
    caller: Can<permit::CustomersWrite>,
    Path(id): Path<Uuid>,
    Json(input): Json<ChangeContact>,
) -> Enveloped<UpdatedContact> {
    change(&app, &caller, id, input, Wanted::Merge).await
}

async fn change(
    app: &App,
    caller: &Caller,
    id: Uuid,
    input: ChangeContact,
    wanted: impl FnOnce(Map<String, Value>) -> Wanted,
) -> Enveloped<UpdatedContact> {
    let mut faults = Faults::default();
    let name = match input.name {
        None => None,
        Some(name) => faults.check("name", clean_name(name.as_deref())),
    };
    faults.end()?;
    actions::update(app, caller, id, (name, input.metadata.map(wanted))).await?;
    Ok(success(load(app, caller, id).await?.into()))
}

/// Delete a contact
///
/// With its conversations and messages, and the customer too when it was the last contact. What
/// stays is an audit entry without personal data and, after an opt-out, a hash of the address.
#[utoipa::path(delete, path = "/contacts/{id}", tag = "contacts",
    params(("id" = Uuid, Path, description = "The contact's id.")),
    responses((status = 200, body = Success<Nothing>)))]
async fn delete_contact(
    State(app): State<App>,
    caller: Can<permit::CustomersDelete>,
    Path(id): Path<Uuid>,
) -> Enveloped<Nothing> {
    actions::delete(&app, &caller, id).await?;
    Ok(success(Nothing))
}

/// Who shall look after a contact.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct AssignContact {
    /// The member; null for nobody.
    #[serde(deserialize_with = "Option::deserialize")]
    #[schema(required, nullable)]
    user_id: Option<Uuid>,
}

/// Assign a contact to a member
///
/// The member becomes the customer's owner, and answers the contact's open conversation.
#[utoipa::path(put, path = "/contacts/{id}/assign", tag = "contacts", request_body = AssignContact,
    params(("id" = Uuid, Path, description = "The contact's id.")),
    responses((status = 200, body = Success<AssignedContact>)))]
async fn assign_contact(
    State(app): State<App>,
    caller: Can<permit::CustomersWrite>,
    Path(id): Path<Uuid>,
    Json(input): Json<AssignContact>,
) -> Enveloped<AssignedContact> {
    actions::assign(&app, &caller, id, input.user_id).await?;
    Ok(success(load(&app, &caller, id).await?.into()))
}

/// The contact as it is now.
async fn load(app: &App, caller: &Caller, id: Uuid) -> ApiResult<(DetailRow, Links)> {
    let found = store::find(app, caller.workspace, id).await?;
    found.ok_or_else(|| Problem::not_found("contact"))
}

/// A name as it is stored; nothing when only white space is left of it.
fn clean_name(name: Option<&str>) -> Result<Option<String>, TextProblem> {
    let name = name.map(|name| clean_line(name, MAX_NAME)).transpose()?;
    Ok(name.filter(|name| !name.is_empty()))
}
