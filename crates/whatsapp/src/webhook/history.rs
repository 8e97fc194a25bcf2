//! Coexistence: what the WhatsApp Business app on the business's phone shares when its number is also
//! connected to the Cloud API. Its past messages, and the names in its address book.
//!
//! History comes once, in phases and chunks in any order. Files are placeholders there; those that can
//! still be fetched come again as messages of their own, with their media.

use serde_json::Value;

use super::envelope::{Unread, rest};
use super::inbound::Inbound;
use super::people::{Ids, Person, digits};
use super::read::{ApiError, Object, id_at, integer, micros, text_at};
use super::status::StatusKind;

/// The content of a `history` change.
#[derive(Debug, Clone, PartialEq)]
pub struct History {
    /// Who the messages are from or for.
    pub people: Vec<Person>,
    /// Parts of the past.
    pub chunks: Vec<HistoryChunk>,
    /// Messages with their media, of which a chunk has only a placeholder.
    pub messages: Vec<Past>,
    /// Every other key of the value; an object, usually empty.
    pub rest: Value,
}

/// A part of the past.
#[derive(Debug, Clone, PartialEq)]
pub struct HistoryChunk {
    /// 0 for the last day, 1 for the 90 days before, 2 for up to 180 days.
    pub phase: Option<i64>,
    /// How much has been shared with this chunk, 0 to 100 percent.
    pub progress: Option<i64>,
    /// Conversations with single people.
    pub threads: Vec<PastThread>,
    /// Why there is nothing: 2593109 when the business does not share its history.
    pub errors: Vec<ApiError>,
    /// Every other key of the chunk, such as `metadata`; an object.
    pub rest: Value,
}

/// Past messages with one person.
#[derive(Debug, Clone, PartialEq)]
pub struct PastThread {
    /// The person's number, digits only.
    pub wa_id: Option<String>,
    /// The person's business-scoped user id.
    pub user_id: Option<String>,
    /// What was said, in either direction.
    pub messages: Vec<Past>,
}

/// A past message.
#[derive(Debug, Clone, PartialEq)]
pub struct Past {
    /// Whom the business wrote to, digits only; absent on messages to the business.
    pub to: Option<String>,
    /// The same as a business-scoped user id.
    pub to_user_id: Option<String>,
    /// What had become of it, as far as the phone knew.
    pub status: Option<StatusKind>,
    /// The message. Its `from` may be the business.
    pub message: Inbound,
}

impl Past {
    fn read(value: Value) -> Result<Self, (&'static str, Value)> {
        let mut message = Inbound::read(value)?;
        let status = message.payload.get("history_context");
        let status = status.and_then(|context| id_at(context, "status"));
        let to = match &mut message.payload {
            Value::Object(payload) => Ids::take(payload, ["to", "to_user_id", "to_parent_user_id"]),
            _ => Ids::default(),
        };
        Ok(Self {
            to: to.wa_id,
            to_user_id: to.user_id,
            status: status.map(|name| match name.as_str() {
                "ERROR" => StatusKind::Failed,
                name => StatusKind::from_name(name),
            }),
            message,
        })
    }
}

/// Reads a `history` value.
pub(super) fn history(mut value: Object, unread: &mut Unread) -> History {
    let people = unread.people(&mut value);
    let chunks = unread.objects(&mut value, "history");
    let chunks = chunks.into_iter().map(|one| chunk(one, unread)).collect();
    let messages = unread.list(&mut value, "messages", Past::read);
    History {
        people,
        chunks,
        messages,
        rest: rest(value),
    }
}

fn chunk(mut chunk: Object, unread: &mut Unread) -> HistoryChunk {
    let told = |key| {
        let metadata = chunk.get("metadata");
        metadata.and_then(|metadata| metadata.get(key).and_then(integer))
    };
    let (phase, progress) = (told("phase"), told("progress"));
    let errors = ApiError::list(&chunk);
    let threads = unread.objects(&mut chunk, "threads");
    HistoryChunk {
        phase,
        progress,
        threads: threads.into_iter().map(|one| thread(one, unread)).collect(),
        errors,
        rest: chunk.into(),
    }
}

fn thread(mut thread: Object, unread: &mut Unread) -> PastThread {
    let mut ids = Ids::read(&thread, ["id", "user_id", "parent_user_id"]);
    if let Some(Value::Object(context)) = thread.get("context") {
        let more = Ids::read(context, ["wa_id", "user_id", "parent_user_id"]);
        ids.wa_id = ids.wa_id.or(more.wa_id);
        ids.user_id = ids.user_id.or(more.user_id);
    }
    PastThread {
        wa_id: ids.wa_id,
        user_id: ids.user_id,
        messages: unread.list(&mut thread, "messages", Past::read),
    }
}

/// The content of an `smb_app_state_sync` change.
#[derive(Debug, Clone, PartialEq)]
pub struct AppStateSync {
    /// What changed in the address book.
    pub entries: Vec<BookEntry>,
    /// Every other key of the value; an object, usually empty.
    pub rest: Value,
}

/// An entry of the address book that was added, changed or removed.
#[derive(Debug, Clone, PartialEq)]
pub struct BookEntry {
    /// What happened to it.
    pub action: BookAction,
    /// The number, digits only.
    pub number: Option<String>,
    /// The person as the business calls them; absent on removals.
    pub name: Option<String>,
    /// When, in microseconds since 1970 UTC.
    pub at: Option<i64>,
    /// The entry as it came.
    pub raw: Value,
}

/// What happened to an entry of the address book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BookAction {
    /// It was added or changed.
    Add,
    /// It was removed.
    Remove,
    /// Something newer, or no entry of a person; its name as it came.
    Other(String),
}

/// Reads an `smb_app_state_sync` value.
pub(super) fn app_state_sync(mut value: Object, unread: &mut Unread) -> AppStateSync {
    AppStateSync {
        entries: unread.list(&mut value, "state_sync", BookEntry::read),
        rest: rest(value),
    }
}

impl BookEntry {
    fn read(raw: Value) -> Result<Self, (&'static str, Value)> {
        if !raw.is_object() {
            return Err(("not an object", raw));
        }
        let kind = id_at(&raw, "type").unwrap_or_else(|| "contact".to_owned());
        let action = match (kind.as_str(), id_at(&raw, "action").as_deref()) {
            ("contact", Some("add" | "edit" | "update")) => BookAction::Add,
            ("contact", Some("remove")) => BookAction::Remove,
            ("contact", action) => BookAction::Other(action.unwrap_or_default().to_owned()),
            (kind, _) => BookAction::Other(kind.to_owned()),
        };
        let contact = raw.get("contact").unwrap_or(&Value::Null);
        let number = id_at(contact, "phone_number").and_then(|number| digits(&number));
        if number.is_none() && matches!(action, BookAction::Add | BookAction::Remove) {
            return Err(("no number", raw));
        }
        let name = text_at(contact, "full_name").or_else(|| text_at(contact, "first_name"));
        let at = raw
            .get("metadata")
            .and_then(|metadata| metadata.get("timestamp"))
            .and_then(micros);
        Ok(Self {
            action,
            number,
            name,
            at,
            raw,
        })
    }
}
