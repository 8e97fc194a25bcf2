//! Groups: that one was made, renamed, suspended, or that somebody joined or left. What is said in them
//! comes as messages with a `group_id`.

use serde_json::Value;

use super::envelope::{Unread, rest};
use super::people::Ids;
use super::read::{Object, elements, id_at, micros};

/// The content of a change about groups.
#[derive(Debug, Clone, PartialEq)]
pub struct Groups {
    /// What happened to groups.
    pub updates: Vec<GroupUpdate>,
    /// Every other key of the value; an object, usually empty.
    pub rest: Value,
}

/// Something happened to a group.
#[derive(Debug, Clone, PartialEq)]
pub struct GroupUpdate {
    /// Meta's id of the group.
    pub group_id: String,
    /// When, in microseconds since 1970 UTC.
    pub timestamp: i64,
    /// What, as Meta names it: `group_create`, `group_participants_add`, `group_suspend`, …
    pub kind: String,
    /// What the group is called, where that is told.
    pub subject: Option<String>,
    /// Whom it is about, each with what is said of them.
    pub people: Vec<GroupPerson>,
    /// The update as it came, without those people.
    pub payload: Value,
}

/// Somebody who joined, left or asked to join.
#[derive(Debug, Clone, PartialEq)]
pub struct GroupPerson {
    /// Their number, digits only.
    pub wa_id: Option<String>,
    /// Their business-scoped user id.
    pub user_id: Option<String>,
    /// All that is said of them.
    pub payload: Value,
}

/// Reads a value about groups.
pub(super) fn groups(mut value: Object, unread: &mut Unread) -> Groups {
    Groups {
        updates: unread.list(&mut value, "groups", GroupUpdate::read),
        rest: rest(value),
    }
}

impl GroupUpdate {
    fn read(value: Value) -> Result<Self, (&'static str, Value)> {
        let Value::Object(mut update) = value else {
            return Err(("not an object", value));
        };
        let whole = Value::Object(update.clone());
        let timestamp = update.get("timestamp").and_then(micros);
        let (Some(group_id), Some(timestamp)) = (id_at(&whole, "group_id"), timestamp) else {
            return Err(("no group or no usable timestamp", whole));
        };
        let renamed = whole.get("group_subject").filter(|new| {
            new.get("update_successful")
                .is_none_or(|done| done != &Value::Bool(false))
        });
        let subject = id_at(&whole, "subject")
            .or_else(|| id_at(&whole, "group_subject"))
            .or_else(|| renamed.and_then(|new| id_at(new, "text")));
        let mut people = Vec::new();
        for key in update
            .clone()
            .keys()
            .filter(|key| key.contains("participants"))
        {
            let list = elements(update.remove(key));
            people.extend(list.iter().filter_map(GroupPerson::read));
        }
        // Whoever asks to join stands beside the question.
        let asking = Ids::take(&mut update, ["wa_id", "user_id", "parent_user_id"]);
        if asking.wa_id.is_some() || asking.user_id.is_some() {
            people.push(GroupPerson {
                wa_id: asking.wa_id,
                user_id: asking.user_id,
                payload: Value::Object(Object::new()),
            });
        }
        Ok(Self {
            group_id,
            timestamp,
            kind: id_at(&whole, "type").unwrap_or_else(|| "group_update".to_owned()),
            subject,
            people,
            payload: update.into(),
        })
    }
}

impl GroupPerson {
    fn read(value: &Value) -> Option<Self> {
        let ids = Ids::read(value.as_object()?, ["wa_id", "user_id", "parent_user_id"]);
        Some(Self {
            wa_id: ids.wa_id,
            user_id: ids.user_id,
            payload: value.clone(),
        })
    }
}
