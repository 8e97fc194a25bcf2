//! Statuses: what became of a message we sent.
//!
//! Meta repeats them and delivers them in any order, so a message's state is not its latest status but
//! the furthest: see [`supersedes`].

use std::fmt;

use serde_json::Value;

use super::people::Ids;
use super::read::{ApiError, flag, id_at, micros, text_at};

/// One status of one message and, in groups, one participant.
#[derive(Debug, Clone, PartialEq)]
pub struct Status {
    /// The message, by Meta's id. May arrive before the send call has told us this id.
    pub wamid: String,
    /// What happened.
    pub status: StatusKind,
    /// When, in microseconds since 1970 UTC.
    pub timestamp: i64,
    /// The recipient's number in digits, or the group's id.
    pub recipient_id: Option<String>,
    /// The recipient's BSUID.
    pub recipient_user_id: Option<String>,
    /// The recipient's parent id.
    pub recipient_parent_user_id: Option<String>,
    /// `group`, or absent.
    pub recipient_type: Option<String>,
    /// The number of the group member this is about.
    pub participant_id: Option<String>,
    /// The BSUID of the group member this is about.
    pub participant_user_id: Option<String>,
    /// The parent id of the group member this is about.
    pub participant_parent_user_id: Option<String>,
    /// Our own text from the send call (`biz_opaque_callback_data`).
    pub callback_data: Option<String>,
    /// The priced conversation, in older webhook versions.
    pub conversation: Option<ConversationInfo>,
    /// What it costs.
    pub pricing: Option<Pricing>,
    /// Why it failed. Can be empty even then.
    pub errors: Vec<ApiError>,
    /// The status as it came.
    pub payload: Value,
}

/// What a status says happened.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum StatusKind {
    /// WhatsApp's servers have it.
    Sent,
    /// It will not be delivered.
    Failed,
    /// It is on the recipient's phone.
    Delivered,
    /// It was seen.
    Read,
    /// The voice note was played.
    Played,
    /// Something else; moves nothing.
    Other(String),
}

/// Meta's billing conversation, as older webhook versions have it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ConversationInfo {
    /// Meta's id of it.
    pub id: Option<String>,
    /// What opened it: `marketing`, `utility`, `service`, …
    pub origin: Option<String>,
    /// When it ends, in microseconds since 1970 UTC.
    pub expiration: Option<i64>,
}

/// How a message is charged.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pricing {
    /// Whether it is charged. Meta will drop this: decide by `kind` and `category`.
    pub billable: Option<bool>,
    /// `PMP` (per message) or `CBP` (per conversation).
    pub model: Option<String>,
    /// `regular`, `free_customer_service`, `free_entry_point`, …
    pub kind: Option<String>,
    /// `marketing`, `utility`, `authentication_international`, …; hyphens are underscores.
    pub category: Option<String>,
    /// `paid_exempt` for exempt organisations.
    pub subtype: Option<String>,
}

impl StatusKind {
    /// How far along it is; 0 for [`StatusKind::Other`], and for a message without any status.
    ///
    /// `failed` ranks above `sent` and below `delivered`: a success wins, whenever it arrives.
    pub fn rank(&self) -> u8 {
        match self {
            Self::Other(_) => 0,
            Self::Sent => 1,
            Self::Failed => 2,
            Self::Delivered => 3,
            Self::Read => 4,
            Self::Played => 5,
        }
    }

    /// The status with this name.
    pub fn from_name(name: &str) -> Self {
        match name.to_ascii_lowercase().as_str() {
            "sent" => Self::Sent,
            "failed" => Self::Failed,
            "delivered" => Self::Delivered,
            "read" => Self::Read,
            "played" => Self::Played,
            _ => Self::Other(name.to_owned()),
        }
    }

    /// Meta's name of it.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Sent => "sent",
            Self::Failed => "failed",
            Self::Delivered => "delivered",
            Self::Read => "read",
            Self::Played => "played",
            Self::Other(name) => name,
        }
    }
}

impl fmt::Display for StatusKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Whether a message in state `old` (`None`: no status yet) moves to `new`.
///
/// Never backwards and never to an unknown status, so the same statuses in any order, and any number
/// of times, end in the same state.
pub fn supersedes(new: &StatusKind, old: Option<&StatusKind>) -> bool {
    new.rank() > old.map_or(0, StatusKind::rank)
}

impl Status {
    /// Reads a status again from its [`Self::payload`]; `None` when it is not one.
    pub fn from_payload(payload: Value) -> Option<Self> {
        Self::read(payload).ok()
    }

    /// Reads an element of `statuses`, or says what is wrong with it and gives it back.
    pub(super) fn read(value: Value) -> Result<Self, (&'static str, Value)> {
        let Some(object) = value.as_object() else {
            return Err(("not an object", value));
        };
        let (wamid, status, timestamp) = (
            id_at(&value, "id"),
            id_at(&value, "status"),
            object.get("timestamp").and_then(micros),
        );
        let Some(wamid) = wamid else {
            return Err(("no id", value));
        };
        let Some(status) = status else {
            return Err(("no status", value));
        };
        let Some(timestamp) = timestamp else {
            return Err(("no usable timestamp", value));
        };

        let recipient_type = id_at(&value, "recipient_type");
        let mut recipient = Ids::read(
            object,
            [
                "recipient_id",
                "recipient_user_id",
                "recipient_parent_user_id",
            ],
        );
        if recipient_type.as_deref() == Some("group") {
            recipient.wa_id = id_at(&value, "recipient_id");
        }
        let participant = Ids::read(
            object,
            [
                "recipient_participant_id",
                "recipient_participant_user_id",
                "recipient_participant_parent_user_id",
            ],
        );
        Ok(Self {
            wamid,
            status: StatusKind::from_name(&status),
            timestamp,
            recipient_id: recipient.wa_id,
            recipient_user_id: recipient.user_id,
            recipient_parent_user_id: recipient
                .parent_user_id
                // How Meta spelled it for some months of 2026.
                .or_else(|| id_at(&value, "parent_recipient_user_id")),
            recipient_type,
            participant_id: participant.wa_id,
            participant_user_id: participant.user_id,
            participant_parent_user_id: participant.parent_user_id,
            callback_data: text_at(&value, "biz_opaque_callback_data"),
            conversation: object.get("conversation").and_then(conversation),
            pricing: object.get("pricing").and_then(pricing),
            errors: ApiError::list(object),
            payload: value,
        })
    }
}

fn conversation(value: &Value) -> Option<ConversationInfo> {
    value.is_object().then(|| ConversationInfo {
        id: id_at(value, "id"),
        origin: value.get("origin").and_then(|origin| id_at(origin, "type")),
        expiration: value.get("expiration_timestamp").and_then(micros),
    })
}

impl Pricing {
    /// Reads the `pricing` object of a status.
    pub fn from_payload(payload: &Value) -> Option<Self> {
        pricing(payload)
    }
}

fn pricing(value: &Value) -> Option<Pricing> {
    value.is_object().then(|| Pricing {
        billable: value.get("billable").and_then(flag),
        model: id_at(value, "pricing_model"),
        kind: id_at(value, "type"),
        category: id_at(value, "category").map(|category| category.replace('-', "_")),
        subtype: id_at(value, "subtype"),
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const NAMES: [&str; 6] = ["sent", "failed", "delivered", "read", "played", "warning"];

    fn settle(statuses: &[StatusKind]) -> Option<StatusKind> {
        statuses.iter().fold(None, |state, new| {
            if supersedes(new, state.as_ref()) {
                Some(new.clone())
            } else {
                state
            }
        })
    }

    #[test]
    fn a_status_moves_a_message_only_forwards() {
        // One row per state a message is in; the statuses that move it on.
        let table: [(Option<&str>, &[&str]); 6] = [
            (None, &["sent", "failed", "delivered", "read", "played"]),
            (Some("sent"), &["failed", "delivered", "read", "played"]),
            (Some("failed"), &["delivered", "read", "played"]),
            (Some("delivered"), &["read", "played"]),
            (Some("read"), &["played"]),
            (Some("played"), &[]),
        ];
        for (old, moving) in table {
            let old = old.map(StatusKind::from_name);
            for name in NAMES {
                let moves = supersedes(&StatusKind::from_name(name), old.as_ref());
                assert_eq!(moves, moving.contains(&name), "{old:?} then {name}");
            }
        }
    }

    proptest! {
        #[test]
        fn any_order_of_statuses_ends_in_the_same_state(
            (statuses, shuffled) in proptest::collection::vec(proptest::sample::select(&NAMES[..]), 0..9)
                .prop_map(|names| names.into_iter().map(StatusKind::from_name).collect::<Vec<_>>())
                .prop_flat_map(|statuses| (Just(statuses.clone()), Just(statuses).prop_shuffle()))
        ) {
            let doubled: Vec<_> = shuffled.iter().chain(&statuses).cloned().collect();
            prop_assert_eq!(settle(&statuses), settle(&shuffled));
            prop_assert_eq!(settle(&statuses), settle(&doubled));
        }
    }
}
