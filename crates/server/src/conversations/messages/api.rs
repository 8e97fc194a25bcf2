//! Messages over HTTP.

use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::super::api::find;
use super::super::store::ConversationRow;
use super::page::{self, Found};
use super::store::{self, Place, Side, Thread};
use super::view::MessageView;
use super::whole::views;
use crate::access::{Caller, Can, Permission, permit};
use crate::app::App;
use crate::http::{ApiResult, Faults, Json, Path, Problem, Query, bad_cursor, limit};
use crate::kernel::ids::MessageId;
use crate::kernel::page::{Cursor, list_key};
use crate::kernel::text::fold;

/// The longest search, in characters.
const SEARCH_CHARS: usize = 200;
/// The most words of one.
const SEARCH_WORDS: usize = 10;
/// Where the newest page begins.
const NEWEST: (Side, Place) = (Side::Older, (i64::MAX, i64::MAX));

/// The routes.
pub(in crate::conversations) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list_messages))
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct ListMessages {
    /// Only those whose text has every one of these words. Parts of words will do; accents, letter
    /// forms and capitals make no difference. A page may have few rows, and a `next_cursor` all the same.
    search: Option<String>,
    /// The id of a message that shall be in the middle of the page.
    #[param(minimum = 1)]
    around: Option<i64>,
    /// `true`: also reactions, edits and revokes, as rows of their own.
    everything: Option<bool>,
    /// Rows of the page, 1 to 200.
    #[param(minimum = 1, default = 50)]
    limit: Option<i64>,
    /// `next_cursor` or `previous_cursor` of another page.
    cursor: Option<String>,
}

/// A page of messages, the newest first.
#[derive(Debug, Serialize, ToSchema)]
struct MessagePage {
    /// The messages.
    items: Vec<MessageView>,
    /// Where older ones begin; null when these are the oldest.
    next_cursor: Option<String>,
    /// Where newer ones begin, also those that are still to come; null when there are none at all.
    previous_cursor: Option<String>,
}

/// List a conversation's messages
///
/// The newest first, by WhatsApp's own time of them; with the team's notes, and each with the message
/// it answers and the reactions to it. Older and newer ones follow by the cursors.
#[utoipa::path(get, path = "/conversations/{id}/messages", tag = "conversations",
    params(
        ("id" = String, Path, description = "The conversation's id or uuid.", example = "17"),
        ListMessages),
    responses((status = 200, body = MessagePage)))]
async fn list_messages(
    State(app): State<App>,
    caller: Can<permit::CustomersRead>,
    Path(name): Path<String>,
    Query(asked): Query<ListMessages>,
) -> ApiResult<Json<MessagePage>> {
    let conversation = find(&app, caller.workspace, &name).await?;
    let everything = asked.everything.unwrap_or(false);
    let thread = Thread::of(caller.workspace, conversation.id, everything);
    let limit = limit(asked.limit)?;
    let words = words(asked.search.as_deref().unwrap_or_default())?;
    let id = conversation.id.to_string();
    let list = list_key(&["messages", &id, &words.join(" "), &everything.to_string()]);
    let from = match asked.cursor.as_deref() {
        Some(text) => read(text, &list)?,
        None => NEWEST,
    };
    let found = match asked.around {
        Some(message) => {
            if asked.cursor.is_some() || !words.is_empty() {
                let message = "goes without `cursor` and `search`";
                return Err(Problem::invalid("around", message));
            }
            let place = store::place_of(&app.db, &thread, MessageId(message)).await?;
            let place = place
                .ok_or_else(|| Problem::invalid("around", "is no message of this conversation"))?;
            page::around(&app.db, &thread, place, limit).await?
        }
        None if words.is_empty() => page::beside(&app.db, &thread, from, limit).await?,
        None => page::search(&app.db, &thread, &words, from, limit).await?,
    };
    let Found { rows, older, newer } = found;
    Ok(Json(MessagePage {
        items: views(&app, caller.workspace, rows, sees_all(&caller)).await?,
        next_cursor: older.map(|place| cursor(&list, Side::Older, place)),
        previous_cursor: newer.map(|place| cursor(&list, Side::Newer, place)),
    }))
}

fn cursor(list: &str, side: Side, (at, id): Place) -> String {
    let side = match side {
        Side::Older => "older",
        Side::Newer => "newer",
    };
    Cursor::new(list, vec![at.into(), id.into(), side.into()]).encode()
}

fn read(text: &str, list: &str) -> ApiResult<(Side, Place)> {
    let cursor = Cursor::decode(text, list).ok_or_else(bad_cursor)?;
    let side = match cursor.text(2) {
        Some("older") => Side::Older,
        Some("newer") => Side::Newer,
        _ => return Err(bad_cursor()),
    };
    let place = cursor.int(0).zip(cursor.int(1));
    Ok((side, place.ok_or_else(bad_cursor)?))
}

/// The words of a search, folded.
fn words(search: &str) -> ApiResult<Vec<String>> {
    let mut faults = Faults::default();
    if search.chars().count() > SEARCH_CHARS {
        let message = format!("must have at most {SEARCH_CHARS} characters");
        faults.add("search", message);
    }
    let folded = fold(search);
    let words: Vec<String> = folded
        .split(' ')
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    if words.len() > SEARCH_WORDS {
        faults.add("search", format!("must have at most {SEARCH_WORDS} words"));
    }
    faults.end()?;
    Ok(words)
}

/// Whether the caller may know what messages said before they were edited or taken back.
fn sees_all(caller: &Caller) -> bool {
    caller.permissions.has(Permission::AuditRead)
}

/// One message of a conversation.
pub(in crate::conversations) async fn one(
    app: &App,
    caller: &Caller,
    conversation: &ConversationRow,
    id: MessageId,
) -> ApiResult<MessageView> {
    let thread = Thread::of(caller.workspace, conversation.id, true);
    let rows = store::load(&app.db, &thread, vec![id.0]).await?;
    let mut views = views(app, caller.workspace, rows, sees_all(caller)).await?;
    views.pop().ok_or_else(|| Problem::not_found("message"))
}
