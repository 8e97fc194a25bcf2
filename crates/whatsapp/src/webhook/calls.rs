//! Voice calls: that somebody called or was called, and how it ended. Not the call itself: what its ends
//! agree on to talk (the `session`) is left out, as it is of no use afterwards and has addresses in it.

use serde_json::Value;

use super::envelope::{Unread, rest};
use super::people::{Ids, Person};
use super::read::{Object, elements, id, id_at, integer, micros};

/// The content of a `calls` change.
#[derive(Debug, Clone, PartialEq)]
pub struct Calls {
    /// Who calls or is called.
    pub people: Vec<Person>,
    /// Calls that began or ended.
    pub calls: Vec<CallEvent>,
    /// What became of calls to users.
    pub statuses: Vec<CallStatus>,
    /// Every other key of the value; an object, usually empty.
    pub rest: Value,
}

/// A call began or ended.
#[derive(Debug, Clone, PartialEq)]
pub struct CallEvent {
    /// Meta's id of the call (`wacid.…`).
    pub id: String,
    /// Whether it ended; else it began.
    pub ended: bool,
    /// Whether the user called; else the business did.
    pub by_user: bool,
    /// The user's number, digits only.
    pub number: Option<String>,
    /// The user's business-scoped user id.
    pub user_id: Option<String>,
    /// When this happened, in microseconds since 1970 UTC.
    pub timestamp: i64,
    /// How it ended, as Meta says: `COMPLETED`, `FAILED`, …
    pub status: Option<String>,
    /// When they began to talk, in microseconds since 1970 UTC.
    pub started_at: Option<i64>,
    /// When they stopped.
    pub ended_at: Option<i64>,
    /// How long they talked, in seconds.
    pub duration: Option<i64>,
    /// The event as it came, without its session.
    pub payload: Value,
}

/// What became of a call to a user.
#[derive(Debug, Clone, PartialEq)]
pub struct CallStatus {
    /// Meta's id of the call.
    pub id: String,
    /// `RINGING`, `ACCEPTED` or `REJECTED`.
    pub status: String,
    /// The user's number, digits only.
    pub number: Option<String>,
    /// The user's business-scoped user id.
    pub user_id: Option<String>,
    /// When, in microseconds since 1970 UTC.
    pub timestamp: i64,
}

/// Reads a `calls` value.
pub(super) fn calls(mut value: Object, unread: &mut Unread) -> Calls {
    Calls {
        people: unread.people(&mut value),
        calls: unread.list(&mut value, "calls", CallEvent::read),
        statuses: unread.list(&mut value, "statuses", CallStatus::read),
        rest: rest(value),
    }
}

impl CallEvent {
    fn read(value: Value) -> Result<Self, (&'static str, Value)> {
        let Value::Object(mut call) = value else {
            return Err(("not an object", value));
        };
        let known = (
            call.get("id").and_then(id),
            call.get("timestamp").and_then(micros),
        );
        let (Some(wacid), Some(timestamp)) = known else {
            return Err(("no id or no usable timestamp", call.into()));
        };
        call.remove("session");
        let by_user = call.get("direction").and_then(id).as_deref() != Some("BUSINESS_INITIATED");
        let keys = match by_user {
            true => ["from", "from_user_id", "from_parent_user_id"],
            false => ["to", "to_user_id", "to_parent_user_id"],
        };
        let user = Ids::read(&call, keys);
        // It has been published as a word and as a list of words.
        let status = elements(call.get("status").cloned());
        Ok(Self {
            id: wacid,
            ended: call.get("event").and_then(id).as_deref() == Some("terminate"),
            by_user,
            number: user.wa_id,
            user_id: user.user_id,
            timestamp,
            status: status.iter().find_map(id).map(|word| word.to_uppercase()),
            started_at: call.get("start_time").and_then(micros),
            ended_at: call.get("end_time").and_then(micros),
            duration: call.get("duration").and_then(integer),
            payload: call.into(),
        })
    }
}

impl CallStatus {
    fn read(value: Value) -> Result<Self, (&'static str, Value)> {
        let Some(object) = value.as_object() else {
            return Err(("not an object", value));
        };
        let user = Ids::read(
            object,
            [
                "recipient_id",
                "recipient_user_id",
                "recipient_parent_user_id",
            ],
        );
        let known = (
            id_at(&value, "id"),
            id_at(&value, "status"),
            object.get("timestamp").and_then(micros),
        );
        match known {
            (Some(id), Some(status), Some(timestamp)) => Ok(Self {
                id,
                status: status.to_uppercase(),
                number: user.wa_id,
                user_id: user.user_id,
                timestamp,
            }),
            _ => Err(("no id, status or usable timestamp", value)),
        }
    }
}
