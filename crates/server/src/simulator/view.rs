//! What the API shows of simulated people and of their phones.

use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;
use whatsapp_sim::{AutoReply, Choosable, Message, MessageState, ThreadView};

use super::store::PersonRow;
use crate::kernel::clock::Timestamp;
use crate::kernel::ids::SimulatedPersonId;

/// What a simulated person answers by themselves.
#[derive(Debug, Clone, PartialEq, Serialize, serde::Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum SimulatedReply {
    /// Nothing.
    None,
    /// What was written to them.
    Echo,
    /// A tap on the first button or row; nothing when there is none.
    FirstButton,
    /// These words.
    Text(String),
}

impl From<AutoReply> for SimulatedReply {
    fn from(reply: AutoReply) -> Self {
        match reply {
            AutoReply::None => Self::None,
            AutoReply::Echo => Self::Echo,
            AutoReply::FirstButton => Self::FirstButton,
            AutoReply::Text(text) => Self::Text(text),
        }
    }
}

impl From<SimulatedReply> for AutoReply {
    fn from(reply: SimulatedReply) -> Self {
        match reply {
            SimulatedReply::None => Self::None,
            SimulatedReply::Echo => Self::Echo,
            SimulatedReply::FirstButton => Self::FirstButton,
            SimulatedReply::Text(text) => Self::Text(text),
        }
    }
}

/// Somebody on the simulated WhatsApp.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct SimulatedPerson {
    /// Their id.
    pub(super) id: SimulatedPersonId,
    /// The name they chose.
    #[schema(example = "نورة العتيبي")]
    pub(super) name: String,
    /// Their number; null for somebody who is only known by username or user id.
    #[schema(example = "+966501234567")]
    pub(super) phone_number: Option<String>,
    /// Their username, which hides the number from the business until it knows it.
    #[schema(example = "noura")]
    pub(super) username: Option<String>,
    /// The id by which the business knows them.
    #[schema(example = "SA.5612345678901234567")]
    pub(super) user_id: Option<String>,
    /// Whether they read whatever is delivered.
    pub(super) auto_read: bool,
    /// What they answer by themselves.
    #[schema(example = "none")]
    pub(super) auto_reply: SimulatedReply,
    /// Whether their phone is on; messages are not delivered while it is off.
    #[schema(example = true)]
    pub(super) online: bool,
    /// Whether they have blocked the business.
    #[schema(example = false)]
    pub(super) blocks_business: bool,
    /// Whether they want the business's marketing.
    #[schema(example = true)]
    pub(super) wants_marketing: bool,
    /// When they were made.
    pub(super) created_at: Timestamp,
}

impl From<PersonRow> for SimulatedPerson {
    fn from(row: PersonRow) -> Self {
        let blocks_business = row.blocks_business();
        let person = row.person.0;
        Self {
            id: row.id,
            name: person.name,
            phone_number: person.number.map(|digits| format!("+{digits}")),
            username: person.username,
            user_id: person.user_ids.into_values().next(),
            auto_read: person.auto_read,
            auto_reply: person.auto_reply.into(),
            online: person.online,
            blocks_business,
            wants_marketing: person.stopped_marketing.is_empty(),
            created_at: row.created_at,
        }
    }
}

crate::words! {
    /// Who wrote a message on a simulated phone.
    pub(super) enum PhoneAuthor {
        /// The business.
        Business => "business",
        /// The person.
        Person => "person",
    }
}

crate::words! {
    /// How far a message on a simulated phone got.
    pub(super) enum PhoneStatus {
        /// WhatsApp has taken it.
        Accepted => "accepted",
        /// WhatsApp has sent it on.
        Sent => "sent",
        /// It is on the other side.
        Delivered => "delivered",
        /// It was seen.
        Read => "read",
        /// It will not arrive.
        Failed => "failed",
    }
}

impl From<MessageState> for PhoneStatus {
    fn from(state: MessageState) -> Self {
        match state {
            MessageState::Accepted => Self::Accepted,
            MessageState::Sent => Self::Sent,
            MessageState::Delivered => Self::Delivered,
            MessageState::Read => Self::Read,
            MessageState::Failed => Self::Failed,
        }
    }
}

/// What can be tapped on a message of a simulated phone.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct PhoneChoice {
    /// What a tap sends back; name it as `choice`.
    #[schema(example = "yes")]
    id: String,
    /// What stands on it.
    #[schema(example = "Yes, please")]
    title: String,
    /// What stands under it, of list rows.
    description: Option<String>,
}

impl From<Choosable> for PhoneChoice {
    fn from(choice: Choosable) -> Self {
        Self {
            id: choice.id,
            title: choice.title,
            description: choice.description,
        }
    }
}

/// A message as a simulated phone shows it.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct PhoneMessage {
    /// WhatsApp's id of it.
    #[schema(example = "wamid.HBgMOTY2NTAxMjM0NTY3FQIAEhgSMTIzNDU2Nzg5MDEyMzQ1Njc4AA==")]
    id: String,
    /// When it was written.
    at: Timestamp,
    /// Who wrote it.
    from: PhoneAuthor,
    /// WhatsApp's word for what it is: `text`, `image`, `template`, `interactive`, …
    #[serde(rename = "type")]
    #[schema(example = "text")]
    kind: String,
    /// The words; empty when it has none.
    #[schema(example = "متى تفتحون؟")]
    text: String,
    /// What it is made of, as WhatsApp writes it.
    #[schema(value_type = Object, example = json!({"body": "متى تفتحون؟"}))]
    content: Value,
    /// A template's words as the person reads them: header, body, footer, buttons.
    #[schema(value_type = Option<Object>, example = json!(null))]
    template: Option<Value>,
    /// What can be tapped, in order.
    choices: Vec<PhoneChoice>,
    /// Whether it opens a form that can be sent in.
    has_form: bool,
    /// Whether it has a file that `GET …/file?message=` gives.
    has_file: bool,
    /// The id of the message it answers.
    #[schema(example = json!(null))]
    reply_to: Option<String>,
    /// How far it got.
    status: PhoneStatus,
    /// WhatsApp's code, when it failed.
    #[schema(example = json!(null))]
    error_code: Option<i64>,
    /// The person's emoji on it.
    #[schema(example = "👍")]
    reaction_of_person: Option<String>,
    /// The business's emoji on it.
    #[schema(example = json!(null))]
    reaction_of_business: Option<String>,
    /// Whether its writer rewrote it.
    edited: bool,
    /// Whether its writer deleted it for everyone.
    revoked: bool,
}

impl From<Message> for PhoneMessage {
    fn from(message: Message) -> Self {
        let has_file = file_id(&message).is_some();
        let shown = |value: Value| if message.revoked { Value::Null } else { value };
        Self {
            id: message.wamid,
            at: Timestamp(message.at),
            from: match message.from_business {
                true => PhoneAuthor::Business,
                false => PhoneAuthor::Person,
            },
            kind: message.kind,
            text: message.on_screen.text,
            content: shown(message.content),
            template: message.shown,
            choices: message
                .on_screen
                .choices
                .into_iter()
                .map(PhoneChoice::from)
                .collect(),
            has_form: message.on_screen.form,
            has_file,
            reply_to: message.reply_to,
            status: message.state.into(),
            error_code: message.error,
            reaction_of_person: message.reaction_of_person,
            reaction_of_business: message.reaction_of_business,
            edited: message.edited,
            revoked: message.revoked,
        }
    }
}

/// The id of a message's file, unless it is only linked to.
pub(super) fn file_id(message: &Message) -> Option<&str> {
    let of_header = &message.content["header"];
    let kinds = ["image", "video", "document"];
    let in_header = kinds.iter().find_map(|kind| of_header[kind]["id"].as_str());
    let is_file = kinds.contains(&message.kind.as_str())
        || ["audio", "sticker"].contains(&message.kind.as_str());
    message.content["id"]
        .as_str()
        .filter(|_| is_file)
        .or(in_header)
        .filter(|_| !message.revoked)
}

/// What a simulated phone shows of its talk with the business.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct PhoneScreen {
    /// Until when the business may write freely; null before the person wrote.
    pub(super) window_open_until: Option<Timestamp>,
    /// Whether the business is typing.
    #[schema(example = false)]
    pub(super) typing: bool,
    /// The newest messages, the oldest of them first.
    pub(super) items: Vec<PhoneMessage>,
}

impl PhoneScreen {
    /// The last `limit` messages of the thread, if there is one.
    pub(super) fn of(thread: Option<ThreadView>, limit: usize) -> Self {
        let Some(mut thread) = thread else {
            return Self {
                window_open_until: None,
                typing: false,
                items: Vec::new(),
            };
        };
        let older = thread.messages.len().saturating_sub(limit);
        thread.messages.drain(..older);
        Self {
            window_open_until: thread.window_until.map(Timestamp),
            typing: thread.typing,
            items: thread
                .messages
                .into_iter()
                .map(PhoneMessage::from)
                .collect(),
        }
    }
}
