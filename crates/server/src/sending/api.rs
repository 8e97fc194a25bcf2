//! Sending over HTTP.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use serde::Deserialize;
use serde_json::{Map, Value, json};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::actions::{self, Draft, Given, Target};
use super::idempotency::Key;
use super::{store, typing};
use crate::access::{Caller, Can, permit};
use crate::accounts;
use crate::app::App;
use crate::conversations::{self, MessageView};
use crate::http::{ApiResult, Json, Path, Problem};
use crate::kernel::ids::{AccountId, ContactId, MessageId};

/// Set on the answer to a repeated request.
const REPLAYED: HeaderName = HeaderName::from_static("idempotency-replayed");

/// The feature's routes.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(send_message))
        .routes(routes!(send_message_to_contact))
        .routes(routes!(cancel_message))
        .routes(routes!(retry_message))
        .routes(routes!(show_typing))
}

/// A message: its content in the form that WhatsApp's Cloud API takes, without the recipient.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(example = json!({"type": "text", "text": {"body": "طلبك جاهز للاستلام."}}))]
struct SendMessage {
    /// `type`, the content under that name, `context` and `send_at`.
    #[serde(flatten)]
    message: Map<String, Value>,
}

/// Send a message
///
/// Text, image, video, audio, document, sticker, location, contacts, reaction, template or interactive:
/// `type`, and the content under that name, as in WhatsApp's Cloud API. `context.message_id` quotes a message
/// by its `wamid`. With `send_at` (RFC 3339) it waits until then. It is checked against WhatsApp's limits
/// at once and sent soon after; how it fares, its `status` tells. A request that is repeated with the same
/// `Idempotency-Key` within a day sends nothing more and is answered with the same message.
#[utoipa::path(post, path = "/conversations/{id}/messages", tag = "messages",
    params(("id" = String, Path, description = "The conversation's id or uuid.", example = "17"),
        ("Idempotency-Key" = Option<String>, Header, description = "1 to 255 characters of your choice, one for each message.")),
    request_body = SendMessage,
    responses((status = 201, body = MessageView),
        (status = 409, description = "It cannot be sent: `window_closed` (the templates to send instead are in \
            `data`), `customer_blocked`, `opted_out`, `no_address`, `conversation.resolved`, `account.removed`.",
            body = Problem, content_type = "application/problem+json",
            example = json!({"code": "window_closed", "status": 409,
                "title": "The customer's last message is more than 24 hours old: send a template.",
                "data": {"expired_at": "2026-02-25T10:00:00Z", "templates": []}}))))]
async fn send_message(
    State(app): State<App>,
    caller: Can<permit::MessagesSend>,
    Path(name): Path<String>,
    headers: HeaderMap,
    Json(input): Json<SendMessage>,
) -> ApiResult<Response> {
    let id = conversations::find_id(&app, caller.workspace, &name).await?;
    let key = Key::of(&headers, &format!("{id} {}", json!(input.message)))?;
    let draft = Draft::read(input.message, app.clock.now())?;
    let given = actions::send(&app, &caller, Target::Conversation(id), draft, key).await?;
    answer(&app, &caller, given).await
}

/// A message to a contact: whom it is for, and its content in the form that WhatsApp's Cloud API takes.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(example = json!({"contact_id": 12, "type": "template", "template": {"name": "order_confirmation",
    "language": {"code": "ar"}, "components": [{"type": "body", "parameters": [
        {"type": "text", "text": "A-17"}, {"type": "text", "text": "45 SAR"}]}]}}))]
struct SendToContact {
    /// The contact.
    contact_id: ContactId,
    /// The number to write from; when absent the one that the contact was last in touch with, else the only one.
    account_id: Option<AccountId>,
    /// `type`, the content under that name, `context` and `send_at`, as in Send a message.
    #[serde(flatten)]
    message: Map<String, Value>,
}

/// Send a message to a contact
///
/// In the contact's conversation with the number that is not resolved, or in a new one; otherwise as
/// Send a message. To write first to somebody, send a template.
#[utoipa::path(post, path = "/messages", tag = "messages",
    params(("Idempotency-Key" = Option<String>, Header, description = "1 to 255 characters of your choice, one for each message.")),
    request_body = SendToContact,
    responses((status = 201, body = MessageView),
        (status = 409, description = "It cannot be sent, as in Send a message.",
            body = Problem, content_type = "application/problem+json")))]
async fn send_message_to_contact(
    State(app): State<App>,
    caller: Can<permit::MessagesSend>,
    headers: HeaderMap,
    Json(input): Json<SendToContact>,
) -> ApiResult<Response> {
    let contact = input.contact_id;
    let found = store::contact(&app.db, caller.workspace, &contact.to_string()).await?;
    let (contact, last) = found
        .ok_or_else(|| Problem::invalid("contact_id", "names no contact of this workspace"))?;
    let account = account(&app, &caller, input.account_id, last).await?;
    let asked = format!("{contact} {account} {}", json!(input.message));
    let key = Key::of(&headers, &asked)?;
    let draft = Draft::read(input.message, app.clock.now())?;
    let target = Target::Contact(contact, account);
    let given = actions::send(&app, &caller, target, draft, key).await?;
    answer(&app, &caller, given).await
}

/// The number to write from.
async fn account(
    app: &App,
    caller: &Caller,
    asked: Option<AccountId>,
    last: Option<AccountId>,
) -> ApiResult<AccountId> {
    let all = accounts::list(&app.db, caller.workspace).await?;
    let is_in_use = |id: &AccountId| all.iter().any(|account| account.id == *id);
    match (asked, last.filter(is_in_use), all.as_slice()) {
        (Some(asked), ..) if is_in_use(&asked) => Ok(asked),
        (Some(_), ..) => Err(Problem::invalid(
            "account_id",
            "names no account of this workspace",
        )),
        (None, Some(last), _) => Ok(last),
        (None, None, [only]) => Ok(only.id),
        (None, None, []) => Err(Problem::conflict(
            "account.none",
            "No WhatsApp number is connected yet; connect one first.",
        )),
        (None, None, _) => Err(Problem::invalid(
            "account_id",
            "is needed: there are several numbers, and the contact was in touch with none of them",
        )),
    }
}

/// Cancel a scheduled message
///
/// It is removed, as if it had never been given. Only while it waits for its time.
#[utoipa::path(delete, path = "/conversations/{id}/messages/{message_id}", tag = "messages",
    params(("id" = String, Path, description = "The conversation's id or uuid.", example = "17"),
        ("message_id" = MessageId, Path, description = "The message.")),
    responses((status = 204, description = "It is cancelled."),
        (status = 409, description = "It is not scheduled any more: `message.not_scheduled`.",
            body = Problem, content_type = "application/problem+json")))]
async fn cancel_message(
    State(app): State<App>,
    caller: Can<permit::MessagesSend>,
    Path((name, message)): Path<(String, MessageId)>,
) -> ApiResult<StatusCode> {
    let id = conversations::find_id(&app, caller.workspace, &name).await?;
    actions::cancel(&app, &caller, id, message).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Send a failed message again
///
/// As another message with the same content, under the rules of today; the failed one stays what it is.
#[utoipa::path(post, path = "/conversations/{id}/messages/{message_id}/retry", tag = "messages",
    params(("id" = String, Path, description = "The conversation's id or uuid.", example = "17"),
        ("message_id" = MessageId, Path, description = "The message that failed."),
        ("Idempotency-Key" = Option<String>, Header, description = "1 to 255 characters of your choice, one for each message.")),
    responses((status = 201, body = MessageView),
        (status = 409, description = "It did not fail (`message.not_failed`), or cannot be sent, as in Send a message.",
            body = Problem, content_type = "application/problem+json")))]
async fn retry_message(
    State(app): State<App>,
    caller: Can<permit::MessagesSend>,
    Path((name, message)): Path<(String, MessageId)>,
    headers: HeaderMap,
) -> ApiResult<Response> {
    let id = conversations::find_id(&app, caller.workspace, &name).await?;
    let key = Key::of(&headers, &format!("{id} retry {message}"))?;
    let draft = actions::again(&app, caller.workspace, id, message).await?;
    let given = actions::send(&app, &caller, Target::Conversation(id), draft, key).await?;
    answer(&app, &caller, given).await
}

/// Show that somebody is typing
///
/// For 25 seconds, or until the next message. What the customer wrote is marked as read with it.
#[utoipa::path(post, path = "/conversations/{id}/typing", tag = "messages",
    params(("id" = String, Path, description = "The conversation's id or uuid.", example = "17")),
    responses((status = 204, description = "The customer sees it."),
        (status = 409, description = "The customer has written nothing yet: `conversation.nothing_to_answer`.",
            body = Problem, content_type = "application/problem+json")))]
async fn show_typing(
    State(app): State<App>,
    caller: Can<permit::MessagesSend>,
    Path(name): Path<String>,
) -> ApiResult<StatusCode> {
    let id = conversations::find_id(&app, caller.workspace, &name).await?;
    typing::show(&app, caller.workspace, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn answer(app: &App, caller: &Caller, given: Given) -> ApiResult<Response> {
    let view = conversations::message(app, caller, given.conversation, given.message).await?;
    let mut response = (StatusCode::CREATED, Json(view)).into_response();
    if given.is_replay {
        let headers = response.headers_mut();
        headers.insert(REPLAYED, HeaderValue::from_static("true"));
    }
    Ok(response)
}
