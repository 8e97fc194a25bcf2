//! Preferences and id changes of users that come outside of messages.

use serde_json::Value;

use super::people::{IdChange, Ids, Person};
use super::read::{id_at, micros, text_at};

/// A user's wish about one category of messages. Applies to the BSUID, never to the parent.
#[derive(Debug, Clone, PartialEq)]
pub struct Preference {
    /// The user's number, digits only.
    pub wa_id: Option<String>,
    /// The user's BSUID.
    pub user_id: Option<String>,
    /// The user's parent id.
    pub parent_user_id: Option<String>,
    /// What it is about: `marketing_messages`.
    pub category: Option<String>,
    /// What the user wants.
    pub value: PreferenceValue,
    /// The sign-up link used, with [`PreferenceValue::Signup`].
    pub signup_id: Option<String>,
    /// Meta's English sentence about it; evidence for the consent record.
    pub detail: Option<String>,
    /// When the user chose, in microseconds since 1970 UTC.
    pub timestamp: Option<i64>,
    /// The preference as it came.
    pub raw: Value,
}

/// What a user wants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PreferenceValue {
    /// No more marketing. Utility and service messages stay allowed.
    Stop,
    /// Marketing again.
    Resume,
    /// Marketing, by a sign-up link.
    Signup,
    /// Something newer; as it came.
    Other(String),
}

impl Preference {
    /// Reads an element of `user_preferences`. Without ids of its own it belongs to the only person
    /// named beside it.
    pub(super) fn read(value: Value, people: &[Person]) -> Result<Self, (&'static str, Value)> {
        let Some(object) = value.as_object() else {
            return Err(("not an object", value));
        };
        let Some(wish) = id_at(&value, "value") else {
            return Err(("no value", value));
        };
        let mut ids = Ids::read(object, ["wa_id", "user_id", "parent_user_id"]);
        if let (true, [only]) = (ids.is_empty(), people) {
            ids.wa_id.clone_from(&only.wa_id);
            ids.user_id.clone_from(&only.user_id);
            ids.parent_user_id.clone_from(&only.parent_user_id);
        }
        if ids.is_empty() {
            return Err(("nobody it could belong to", value));
        }
        Ok(Self {
            wa_id: ids.wa_id,
            user_id: ids.user_id,
            parent_user_id: ids.parent_user_id,
            category: id_at(&value, "category"),
            value: match wish.to_ascii_lowercase().as_str() {
                "stop" => PreferenceValue::Stop,
                "resume" => PreferenceValue::Resume,
                "signup" => PreferenceValue::Signup,
                _ => PreferenceValue::Other(wish),
            },
            signup_id: id_at(&value, "signup_id"),
            detail: text_at(&value, "detail"),
            timestamp: value.get("timestamp").and_then(micros),
            raw: value,
        })
    }
}

/// A user's BSUID was replaced. Usually told by a system message instead.
#[derive(Debug, Clone, PartialEq)]
pub struct UserIdUpdate {
    /// The ids before and now; the number, if given, is the one now.
    pub ids: IdChange,
    /// Meta's English sentence about it.
    pub detail: Option<String>,
    /// When, in microseconds since 1970 UTC.
    pub timestamp: Option<i64>,
    /// The update as it came.
    pub raw: Value,
}

impl UserIdUpdate {
    /// Reads an element of `user_id_update`.
    pub(super) fn read(value: Value) -> Result<Self, (&'static str, Value)> {
        let Some(object) = value.as_object() else {
            return Err(("not an object", value));
        };
        let at = |key, when| value.get(key).and_then(|change| id_at(change, when));
        let ids = IdChange {
            old_wa_id: None,
            new_wa_id: Ids::read(object, ["wa_id", "", ""]).wa_id,
            old_user_id: at("user_id", "previous"),
            new_user_id: at("user_id", "current"),
            old_parent_user_id: at("parent_user_id", "previous"),
            new_parent_user_id: at("parent_user_id", "current"),
        };
        if ids.new_user_id.is_none() && ids.new_parent_user_id.is_none() {
            return Err(("no current id", value));
        }
        Ok(Self {
            ids,
            detail: text_at(&value, "detail"),
            timestamp: value.get("timestamp").and_then(micros),
            raw: value,
        })
    }
}
