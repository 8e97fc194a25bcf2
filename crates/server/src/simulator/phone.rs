//! Simulated people and their phones over HTTP.

use axum::extract::{DefaultBodyLimit, State};
use axum::response::{IntoResponse, Response};
use http::{StatusCode, header};
use reqwest::Method;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use whatsapp_sim::{NewPerson, ThreadView};

use super::deed::DoOnPhone;
use super::drive::Drive;
use super::people::{self, Change};
use super::store;
use super::view::{PhoneScreen, SimulatedPerson, SimulatedReply, file_id};
use crate::access::{Can, permit};
use crate::app::App;
use crate::http::{
    ApiResult, Faults, Json, Path, Problem, Query, bad_cursor, given, limit, nullable,
};
use crate::kernel::ids::{SimulatedPersonId, WorkspaceId};
use crate::kernel::page::{Cursor, Page, list_key};
use crate::kernel::phone::PhoneNumber;
use crate::kernel::text::clean_line;

/// Characters of a name or username.
const NAME_LENGTH: usize = 100;
/// The largest request with a file in it, bytes: 16 MB as base64, and its words.
const FILE_BODY: usize = 23_000_000;

/// The routes of people and phones.
pub(super) fn routes() -> OpenApiRouter<App> {
    let with_files = OpenApiRouter::new()
        .routes(routes!(get_simulated_phone, do_on_simulated_phone))
        .layer(DefaultBodyLimit::max(FILE_BODY));
    OpenApiRouter::new()
        .routes(routes!(list_simulated_people, create_simulated_person))
        .routes(routes!(
            get_simulated_person,
            update_simulated_person,
            remove_simulated_person
        ))
        .routes(routes!(read_on_simulated_phone))
        .routes(routes!(get_simulated_file))
        .merge(with_files)
}

/// Somebody to make.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct NewSimulatedPerson {
    /// The name they chose.
    #[schema(example = "نورة العتيبي", max_length = 100)]
    name: String,
    /// Their number, with its country code. Without one the business knows them by their user id only.
    #[schema(example = "+966 50 123 4567", nullable = true)]
    phone_number: Option<String>,
    /// Their username, which hides the number from the business until it has written to the number.
    #[schema(example = "noura", max_length = 100, nullable = true)]
    username: Option<String>,
    /// Whether they read whatever is delivered; false when left out.
    #[serde(default)]
    auto_read: bool,
    /// What they answer by themselves; nothing when left out.
    #[schema(example = "none", nullable = false)]
    auto_reply: Option<SimulatedReply>,
}

/// What to change about somebody; what is left out stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"online": false}))]
struct ChangeSimulatedPerson {
    /// Another name.
    #[serde(default, deserialize_with = "given")]
    #[schema(max_length = 100, nullable = false)]
    name: Option<String>,
    /// Another number, which also gives them another user id. The business is told by WhatsApp.
    #[serde(default, deserialize_with = "given")]
    #[schema(nullable = false)]
    phone_number: Option<String>,
    /// Another username; null gives it up.
    #[serde(default, deserialize_with = "nullable")]
    #[schema(value_type = Option<String>, max_length = 100)]
    username: Option<Option<String>>,
    /// Whether they read whatever is delivered.
    #[serde(default, deserialize_with = "given")]
    #[schema(nullable = false)]
    auto_read: Option<bool>,
    /// What they answer by themselves.
    #[serde(default, deserialize_with = "given")]
    #[schema(nullable = false)]
    auto_reply: Option<SimulatedReply>,
    /// Whether their phone is on.
    #[serde(default, deserialize_with = "given")]
    #[schema(nullable = false)]
    online: Option<bool>,
    /// Whether they have blocked the business, which is not told.
    #[serde(default, deserialize_with = "given")]
    #[schema(nullable = false)]
    blocks_business: Option<bool>,
    /// Whether they want the business's marketing. The business is told by WhatsApp.
    #[serde(default, deserialize_with = "given")]
    #[schema(nullable = false)]
    wants_marketing: Option<bool>,
}

/// The checks of both.
fn checked_name(text: &str) -> Result<String, String> {
    match clean_line(text, NAME_LENGTH) {
        Ok(name) if name.is_empty() => Err("must not be empty".to_owned()),
        Ok(name) => Ok(name),
        Err(problem) => Err(problem.to_string()),
    }
}

fn checked_number(text: &str) -> Result<String, String> {
    let number = PhoneNumber::parse(text, None).map_err(|error| error.to_string())?;
    Ok(number.digits().to_owned())
}

fn checked_username(text: &str) -> Result<String, String> {
    checked_name(text.trim_start_matches('@'))
}

impl NewSimulatedPerson {
    fn check(self) -> ApiResult<NewPerson> {
        let mut faults = Faults::default();
        let name = faults.check("name", checked_name(&self.name));
        let number = self
            .phone_number
            .and_then(|text| faults.check("phone_number", checked_number(&text)));
        let username = self
            .username
            .and_then(|text| faults.check("username", checked_username(&text)));
        faults.end()?;
        // Who shows neither is known by an id alone, and the simulator wants one of the three.
        let user_id = (number.is_none() && username.is_none())
            .then(|| format!("SA.{}", uuid::Uuid::new_v4().as_u128() % 10_u128.pow(19)));
        Ok(NewPerson {
            name: name.unwrap_or_default(),
            number,
            username,
            user_id,
            auto_read: self.auto_read,
            auto_reply: self.auto_reply.unwrap_or(SimulatedReply::None).into(),
            ..NewPerson::default()
        })
    }
}

impl ChangeSimulatedPerson {
    fn check(self) -> ApiResult<Change> {
        let mut faults = Faults::default();
        let name = self
            .name
            .and_then(|text| faults.check("name", checked_name(&text)));
        let number = self
            .phone_number
            .and_then(|text| faults.check("phone_number", checked_number(&text)));
        let username = self.username.and_then(|username| {
            let checked = username.map(|text| checked_username(&text)).transpose();
            faults.check("username", checked)
        });
        faults.end()?;
        Ok(Change {
            name,
            number,
            username,
            auto_read: self.auto_read,
            auto_reply: self.auto_reply.map(Into::into),
            online: self.online,
            blocks_business: self.blocks_business,
            wants_marketing: self.wants_marketing,
        })
    }
}

/// Where a page of people begins and how long it is.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct PeoplePage {
    /// Rows of the page, 1 to 200.
    #[param(minimum = 1, default = 50)]
    limit: Option<i64>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
}

/// List the simulated people
///
/// The newest first; also while the simulated WhatsApp is off.
#[utoipa::path(get, path = "/simulator/people", tag = "simulator", params(PeoplePage),
    responses((status = 200, body = Page<SimulatedPerson>)))]
async fn list_simulated_people(
    State(app): State<App>,
    caller: Can<permit::AccountsManage>,
    Query(page): Query<PeoplePage>,
) -> ApiResult<Json<Page<SimulatedPerson>>> {
    let limit = limit(page.limit)?;
    let list = list_key(&["simulated people"]);
    let before = match &page.cursor {
        None => None,
        Some(text) => {
            let id = Cursor::decode(text, &list).and_then(|cursor| cursor.int(0));
            Some(SimulatedPersonId(id.ok_or_else(bad_cursor)?))
        }
    };
    let rows = store::list(&app.db, caller.workspace, before, limit + 1).await?;
    let page = Page::of(rows, limit, |last| {
        Cursor::new(&list, vec![last.id.0.into()])
    });
    Ok(Json(page.map(SimulatedPerson::from)))
}

/// Make a simulated person
#[utoipa::path(post, path = "/simulator/people", tag = "simulator", request_body = NewSimulatedPerson,
    responses((status = 201, body = SimulatedPerson)))]
async fn create_simulated_person(
    State(app): State<App>,
    caller: Can<permit::AccountsManage>,
    Json(input): Json<NewSimulatedPerson>,
) -> ApiResult<(StatusCode, Json<SimulatedPerson>)> {
    let made = people::create(&app, caller.workspace, input.check()?).await?;
    Ok((StatusCode::CREATED, Json(made.into())))
}

/// Get a simulated person
#[utoipa::path(get, path = "/simulator/people/{id}", tag = "simulator",
    params(("id" = inline(SimulatedPersonId), Path, description = "The person")),
    responses((status = 200, body = SimulatedPerson)))]
async fn get_simulated_person(
    State(app): State<App>,
    caller: Can<permit::AccountsManage>,
    Path(id): Path<SimulatedPersonId>,
) -> ApiResult<Json<SimulatedPerson>> {
    Ok(Json(people::get(&app, caller.workspace, id).await?.into()))
}

/// Change a simulated person
///
/// Their name, number and username, whether their phone is on, whether they block the business or want
/// its marketing, and what they do by themselves.
#[utoipa::path(patch, path = "/simulator/people/{id}", tag = "simulator", request_body = ChangeSimulatedPerson,
    params(("id" = inline(SimulatedPersonId), Path, description = "The person")),
    responses((status = 200, body = SimulatedPerson)))]
async fn update_simulated_person(
    State(app): State<App>,
    caller: Can<permit::AccountsManage>,
    Path(id): Path<SimulatedPersonId>,
    Json(input): Json<ChangeSimulatedPerson>,
) -> ApiResult<Json<SimulatedPerson>> {
    let changed = people::change(&app, caller.workspace, id, input.check()?).await?;
    Ok(Json(changed.into()))
}

/// Take a simulated person out
///
/// Their number is free again, and what is sent to it fails. The customer they were stays.
#[utoipa::path(delete, path = "/simulator/people/{id}", tag = "simulator",
    params(("id" = inline(SimulatedPersonId), Path, description = "The person")),
    responses((status = 204, description = "They are gone.")))]
async fn remove_simulated_person(
    State(app): State<App>,
    caller: Can<permit::AccountsManage>,
    Path(id): Path<SimulatedPersonId>,
) -> ApiResult<StatusCode> {
    people::remove(&app, caller.workspace, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// How much of a phone is shown.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct HowMuch {
    /// How many messages, 1 to 200.
    #[param(minimum = 1, default = 50)]
    limit: Option<i64>,
}

/// See what a simulated phone shows
///
/// What the person got and wrote, with ticks, and templates as they read them. It is forgotten when the
/// simulated WhatsApp is switched off or the server restarts; the conversation is not.
#[utoipa::path(get, path = "/simulator/people/{id}/messages", tag = "simulator",
    params(("id" = inline(SimulatedPersonId), Path, description = "The person"), HowMuch),
    responses((status = 200, body = PhoneScreen)))]
async fn get_simulated_phone(
    State(app): State<App>,
    caller: Can<permit::AccountsManage>,
    Path(id): Path<SimulatedPersonId>,
    Query(query): Query<HowMuch>,
) -> ApiResult<Json<PhoneScreen>> {
    let limit = usize::try_from(limit(query.limit)?).unwrap_or(1);
    let (_, thread) = thread(&app, caller.workspace, id).await?;
    Ok(Json(PhoneScreen::of(thread, limit)))
}

/// A message that a simulated person has just written, or what changed another one.
#[derive(Debug, Serialize, ToSchema)]
struct DoneOnPhone {
    /// WhatsApp's id of it.
    #[schema(example = "wamid.HBgMOTY2NTAxMjM0NTY3FQIAEhgSMTIzNDU2Nzg5MDEyMzQ1Njc4AA==")]
    id: String,
}

/// Let a simulated person do something
///
/// Write, send a file, tap a button, answer a form, react, edit, delete: by `type`. It reaches the
/// business as a signed webhook, as it would from Meta.
#[utoipa::path(post, path = "/simulator/people/{id}/messages", tag = "simulator", request_body = DoOnPhone,
    params(("id" = inline(SimulatedPersonId), Path, description = "The person")),
    responses((status = 201, body = DoneOnPhone)))]
async fn do_on_simulated_phone(
    State(app): State<App>,
    caller: Can<permit::AccountsManage>,
    Path(id): Path<SimulatedPersonId>,
    Json(input): Json<DoOnPhone>,
) -> ApiResult<(StatusCode, Json<DoneOnPhone>)> {
    people::get(&app, caller.workspace, id).await?;
    let drive = Drive::of(&app, caller.workspace).await?;
    let saying = input.towards(&drive.number)?;
    let path = format!("people/{id}/messages");
    let done: Value = drive.call(Method::POST, &path, &saying).await?;
    let id = done["id"].as_str().unwrap_or_default().to_owned();
    Ok((StatusCode::CREATED, Json(DoneOnPhone { id })))
}

/// How many messages were read.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
struct ReadOnPhone {
    /// Messages that were delivered and are read now.
    #[schema(example = 2)]
    read: usize,
}

/// Let a simulated person read what was delivered
#[utoipa::path(post, path = "/simulator/people/{id}/read", tag = "simulator",
    params(("id" = inline(SimulatedPersonId), Path, description = "The person")),
    responses((status = 200, body = ReadOnPhone)))]
async fn read_on_simulated_phone(
    State(app): State<App>,
    caller: Can<permit::AccountsManage>,
    Path(id): Path<SimulatedPersonId>,
) -> ApiResult<Json<ReadOnPhone>> {
    people::get(&app, caller.workspace, id).await?;
    let drive = Drive::of(&app, caller.workspace).await?;
    let body = json!({"to": drive.number});
    let path = format!("people/{id}/read");
    Ok(Json(drive.call(Method::POST, &path, &body).await?))
}

/// Which file.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct WhichFile {
    /// The `id` of the message it is in.
    message: Option<String>,
}

/// Get a file that a simulated phone shows
#[utoipa::path(get, path = "/simulator/people/{id}/file", tag = "simulator",
    params(("id" = inline(SimulatedPersonId), Path, description = "The person"), WhichFile),
    responses((status = 200, description = "The file.", body = String, content_type = "application/octet-stream")))]
async fn get_simulated_file(
    State(app): State<App>,
    caller: Can<permit::AccountsManage>,
    Path(id): Path<SimulatedPersonId>,
    Query(query): Query<WhichFile>,
) -> ApiResult<Response> {
    let (drive, thread) = thread(&app, caller.workspace, id).await?;
    let wanted = query
        .message
        .ok_or_else(|| Problem::invalid("message", "is needed: the id of the message"))?;
    let messages = thread.map(|thread| thread.messages).unwrap_or_default();
    let message = messages.iter().find(|message| message.wamid == wanted);
    let file = message
        .and_then(file_id)
        .ok_or_else(|| Problem::not_found("file"))?;
    let (kind, bytes) = drive.file(file).await?;
    // Nobody knows what is in it, so no browser is to run it.
    let head = [
        (header::CONTENT_TYPE, kind),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
        (header::CONTENT_DISPOSITION, "attachment".to_owned()),
        (header::CACHE_CONTROL, "private, max-age=3600".to_owned()),
    ];
    Ok((head, bytes).into_response())
}

/// The way to the simulator, and the person's thread with the business.
async fn thread(
    app: &App,
    workspace: WorkspaceId,
    id: SimulatedPersonId,
) -> ApiResult<(Drive, Option<ThreadView>)> {
    people::get(app, workspace, id).await?;
    let drive = Drive::of(app, workspace).await?;
    let threads: Vec<ThreadView> = drive.get(&format!("people/{id}/threads")).await?;
    let own = threads
        .into_iter()
        .find(|thread| thread.phone_number_id == drive.number);
    Ok((drive, own))
}
