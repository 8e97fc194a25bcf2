//! Webhooks: what Meta tells us, as owned and typed values.
//!
//! [`parse`] takes the body of one webhook and returns every [`Change`] in it, in order. What holds:
//!
//! - It fails only when the body is not a JSON object. An unknown object, field or type becomes
//!   [`ChangeKind::Other`] or [`MessageKind::Unknown`] and keeps its JSON.
//! - One bad element never hides its neighbours: it becomes an [`Unreadable`] of its change. Every
//!   element of every list is therefore either read or unreadable; none disappears.
//! - Ids are opaque text, and are taken from JSON strings and numbers alike. An empty string is absent.
//! - Times are microseconds since 1970 UTC unless a field says seconds.
//! - No string holds a NUL character, which PostgreSQL text cannot store.
//! - Values are what Meta (that is: a stranger) said. Names and captions are untrusted text.
//!
//! Signatures are not checked in here: call [`crate::signature::verify`] first.

mod calls;
mod content;
mod envelope;
mod groups;
mod history;
mod inbound;
mod notices;
mod people;
mod preferences;
pub(crate) mod read;
mod repair;
mod shown;
mod status;

pub use calls::{CallEvent, CallStatus, Calls};
pub use content::{Content, MediaRef, SharedPhone, SystemKind};
pub use groups::{GroupPerson, GroupUpdate, Groups};
pub use history::{AppStateSync, BookAction, BookEntry, History, HistoryChunk, Past, PastThread};
pub use inbound::{Echo, Inbound, MessageKind};
pub use notices::{
    AccountAlert, AccountRestriction, AccountUpdate, PhoneNumberUpdate, TemplateUpdate,
};
pub use people::{IdChange, Person, person_of};
pub use preferences::{Preference, PreferenceValue, UserIdUpdate};
pub use read::ApiError;
pub use status::{ConversationInfo, Pricing, Status, StatusKind, supersedes};

use serde_json::Value;

/// Why a webhook body could not be read at all.
#[derive(Debug, thiserror::Error)]
pub enum ParseError {
    /// The bytes are not JSON, are cut off, nest deeper than 127 levels, or hold a number beyond
    /// what 64-bit floats can.
    #[error("the webhook body is not JSON: {0}")]
    NotJson(#[from] serde_json::Error),
    /// The bytes are JSON, but an array, text or number instead of an object.
    #[error("the webhook body is not a JSON object")]
    NotAnObject,
}

/// One element of `entry[].changes[]`: something that happened to one WhatsApp business account.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// The WhatsApp business account (WABA) it belongs to: `entry[].id`.
    pub waba_id: Option<String>,
    /// When Meta wrote it, in seconds since 1970 UTC. Absent on `messages`.
    pub time: Option<i64>,
    /// The business number it is about; the key by which inbound messages are routed.
    pub phone_number_id: Option<String>,
    /// The business number as people write it. For display, never a key.
    pub display_phone_number: Option<String>,
    /// The subscription's name, such as `messages`; inferred from the content when Meta omits it,
    /// empty when that fails too.
    pub field: String,
    /// What happened.
    pub kind: ChangeKind,
    /// Elements of its lists that could not be read, as they came.
    pub unreadable: Vec<Unreadable>,
}

/// What a [`Change`] says.
#[derive(Debug, Clone, PartialEq)]
pub enum ChangeKind {
    /// Messages of users, and the fate of ours.
    Messages(Messages),
    /// Messages which the business sent from its phone or another app.
    Echoes(Echoes),
    /// Users who stopped or resumed marketing messages.
    UserPreferences(UserPreferences),
    /// A user's business-scoped id changed, told outside of a system message.
    UserIdUpdate(Vec<UserIdUpdate>),
    /// A template was approved, rejected, paused, rated, re-categorised or rewritten.
    TemplateUpdate(Box<TemplateUpdate>),
    /// A business number's quality, limit, name, username or PIN changed.
    PhoneNumberUpdate(Box<PhoneNumberUpdate>),
    /// The business account was reviewed, restricted, banned, re-rated or disconnected.
    AccountUpdate(Box<AccountUpdate>),
    /// Voice calls.
    Calls(Box<Calls>),
    /// Groups: their life cycle, participants and settings.
    Groups(Groups),
    /// Past messages of a number that was used with the WhatsApp Business app. Must not open windows
    /// or start automations.
    History(Box<History>),
    /// The address book of the WhatsApp Business app.
    AppStateSync(AppStateSync),
    /// Messages of a thread that another app owns: show, do not answer.
    Standby(Messages),
    /// Anything else.
    Other(Value),
}

/// The content of a `messages` change.
#[derive(Debug, Clone, PartialEq)]
pub struct Messages {
    /// Who the messages and statuses are from or for; see [`person_of`]. May repeat a person.
    pub people: Vec<Person>,
    /// What users sent.
    pub messages: Vec<Inbound>,
    /// What became of messages we sent.
    pub statuses: Vec<Status>,
    /// Problems of the number or the app itself, not of a message.
    pub errors: Vec<ApiError>,
    /// Every other key of the value, such as `user_actions`; an object, usually empty.
    pub rest: Value,
}

/// The content of an echoes change.
#[derive(Debug, Clone, PartialEq)]
pub struct Echoes {
    /// Whom the messages went to.
    pub people: Vec<Person>,
    /// What the business sent.
    pub echoes: Vec<Echo>,
    /// Every other key of the value; an object, usually empty.
    pub rest: Value,
}

/// The content of a `user_preferences` change.
#[derive(Debug, Clone, PartialEq)]
pub struct UserPreferences {
    /// The users who changed their preference.
    pub people: Vec<Person>,
    /// What they chose.
    pub preferences: Vec<Preference>,
}

/// An element of one of a change's lists which could not be read.
#[derive(Debug, Clone, PartialEq)]
pub struct Unreadable {
    /// The list it stood in: `messages`, `statuses`, `contacts`, …
    pub list: &'static str,
    /// Its place in that list, from 0.
    pub index: usize,
    /// What is wrong with it, for the operator.
    pub reason: &'static str,
    /// The element as it came.
    pub raw: Value,
}

/// Reads the body of one webhook into everything it says.
///
/// Broken escapes are repaired first: a lone surrogate becomes U+FFFD, as does invalid UTF-8, and
/// NUL characters are removed.
///
/// # Errors
/// When the body is not a JSON object, see [`ParseError`].
pub fn parse(body: &[u8]) -> Result<Vec<Change>, ParseError> {
    let text = String::from_utf8_lossy(body);
    match serde_json::from_str(&repair::repair(&text))? {
        Value::Object(root) => Ok(envelope::changes(root)),
        _ => Err(ParseError::NotAnObject),
    }
}
