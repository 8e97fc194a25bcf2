//! Messages: what a user sent us, and what the business sent from its own phone.

use serde_json::Value;

use super::content::{self, Content, MediaRef};
use super::people::Ids;
use super::read::{ApiError, Object, id, id_at, micros, take_id};
use super::shown::shown_text;

/// A message from a user.
#[derive(Debug, Clone, PartialEq)]
pub struct Inbound {
    /// Meta's id of the message; opaque, the key for deduplication.
    pub wamid: String,
    /// The sender's WhatsApp number, digits only.
    pub from: Option<String>,
    /// The sender's business-scoped user id.
    pub from_user_id: Option<String>,
    /// The sender's parent id.
    pub from_parent_user_id: Option<String>,
    /// When it was sent, by WhatsApp's clock: microseconds since 1970 UTC.
    pub timestamp: i64,
    /// What kind of message it is.
    pub kind: MessageKind,
    /// What a person reads in the thread: body, caption, tapped label, place, names and numbers,
    /// answers, order. For an edit, the new words.
    pub text: Option<String>,
    /// The file to fetch.
    pub media: Option<MediaRef>,
    /// The wamid this one answers.
    pub reply_to: Option<String>,
    /// The group it was written in; never belongs to the sender's own conversation.
    pub group_id: Option<String>,
    /// Why Meta could not hand on the message or its media.
    pub errors: Vec<ApiError>,
    /// Everything Meta said except the ids and the time: the kind's own object, `context`,
    /// `referral`, `errors`, and whatever is new. An object.
    pub payload: Value,
    /// What the server must act on.
    pub content: Content,
}

/// A message the business sent from its WhatsApp Business app or another app.
#[derive(Debug, Clone, PartialEq)]
pub struct Echo {
    /// The user's number, digits only.
    pub to: Option<String>,
    /// The user's BSUID.
    pub to_user_id: Option<String>,
    /// The user's parent id.
    pub to_parent_user_id: Option<String>,
    /// The message. Its `from` is the business.
    pub message: Inbound,
}

macro_rules! message_kinds {
    ($($(#[$doc:meta])* $kind:ident = $name:literal,)*) => {
        /// What kind of message it is.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum MessageKind { $($(#[$doc])* $kind,)* }

        impl MessageKind {
            /// Every kind.
            pub const ALL: &'static [Self] = &[$(Self::$kind,)*];

            /// Meta's name of the kind, which is also the key of its content.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$kind => $name,)* }
            }
        }
    };
}

message_kinds! {
    /// Words.
    Text = "text",
    /// A picture.
    Image = "image",
    /// A film.
    Video = "video",
    /// Sound, perhaps a voice note.
    Audio = "audio",
    /// Any other file.
    Document = "document",
    /// A sticker.
    Sticker = "sticker",
    /// A place.
    Location = "location",
    /// Contact cards.
    Contacts = "contacts",
    /// An emoji on another message, or its removal.
    Reaction = "reaction",
    /// A tap on a quick reply of a template.
    Button = "button",
    /// A tap on a button or list row, or a submitted form.
    Interactive = "interactive",
    /// A cart from the catalogue.
    Order = "order",
    /// The user's number or id changed.
    System = "system",
    /// An earlier message was rewritten.
    Edit = "edit",
    /// An earlier message was deleted.
    Revoke = "revoke",
    /// A past message with a file that is not given; only in history.
    MediaPlaceholder = "media_placeholder",
    /// Something the Cloud API does not hand on: polls, view-once media, …
    Unsupported = "unsupported",
    /// Something we do not know; its name is `type` in the payload.
    Unknown = "unknown",
}

impl MessageKind {
    /// The kind with this name, as `type` spells it.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.as_str() == name)
    }

    /// Whether it carries a file.
    pub fn is_media(self) -> bool {
        matches!(
            self,
            Self::Image | Self::Video | Self::Audio | Self::Document | Self::Sticker
        )
    }

    /// The kind of a message by its `type` or, when that is missing, by the content it has.
    pub(super) fn of(message: &Object) -> Self {
        match message.get("type").and_then(id) {
            Some(name) => Self::from_name(&name),
            None => Self::ALL
                .iter()
                .copied()
                .find(|kind| message.contains_key(kind.as_str())),
        }
        .unwrap_or(Self::Unknown)
    }
}

impl Inbound {
    /// Reads an element of `messages`, or says what is wrong with it and gives it back.
    pub(super) fn read(value: Value) -> Result<Self, (&'static str, Value)> {
        let Value::Object(mut message) = value else {
            return Err(("not an object", value));
        };
        let Some(timestamp) = message.get("timestamp").and_then(micros) else {
            return Err(("no usable timestamp", Value::Object(message)));
        };
        let Some(wamid) = take_id(&mut message, "id") else {
            return Err(("no id", Value::Object(message)));
        };
        message.remove("timestamp");
        let ids = Ids::take(
            &mut message,
            ["from", "from_user_id", "from_parent_user_id"],
        );
        let group_id = take_id(&mut message, "group_id");
        let kind = MessageKind::of(&message);
        if message
            .get("type")
            .is_some_and(|name| name == kind.as_str())
        {
            message.remove("type");
        }
        let content = content::content(kind, &message, &ids);
        let text = match &content {
            Content::Edit { text, .. } => text.clone(),
            _ => shown_text(kind, &message),
        };
        Ok(Self {
            wamid,
            timestamp,
            kind,
            text,
            media: content::media(kind, &message),
            reply_to: message
                .get("context")
                .and_then(|context| id_at(context, "id")),
            group_id,
            errors: ApiError::list(&message),
            content,
            from: ids.wa_id,
            from_user_id: ids.user_id,
            from_parent_user_id: ids.parent_user_id,
            payload: Value::Object(message),
        })
    }
}

impl Echo {
    /// Reads an element of `message_echoes`, or says what is wrong with it and gives it back.
    pub(super) fn read(value: Value) -> Result<Self, (&'static str, Value)> {
        let mut message = Inbound::read(value)?;
        let to = match &mut message.payload {
            Value::Object(payload) => Ids::take(payload, ["to", "to_user_id", "to_parent_user_id"]),
            _ => Ids::default(),
        };
        Ok(Self {
            to: to.wa_id,
            to_user_id: to.user_id,
            to_parent_user_id: to.parent_user_id,
            message,
        })
    }
}
