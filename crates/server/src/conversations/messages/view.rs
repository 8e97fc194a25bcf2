//! A message as it is answered.

use serde::Serialize;
use serde_json::{Value, json};
use utoipa::ToSchema;

use super::super::view::excerpt;
use super::failure::MessageFailure;
use super::store::{MessageRow, QuotedRow, ReactionRow};
use crate::kernel::clock::Timestamp;
use crate::kernel::ids::{ConversationId, MemberId, MessageId};
use crate::media::MediaView;

/// Where a payload keeps what was said before the first edit.
const FIRST: &str = "first_version";
/// Where a note's payload keeps whom it names.
const MENTIONS: &str = "mention_ids";

/// A message.
#[derive(Debug, Serialize, ToSchema)]
pub struct MessageView {
    /// The message's id.
    id: MessageId,
    /// `in` from the customer, `out` to them, `note` for the team only.
    #[schema(example = "in")]
    direction: String,
    /// The type, such as text, image or interactive.
    #[schema(example = "text")]
    r#type: String,
    /// What a person reads of it; null when it was taken back.
    #[schema(example = "مرحباً، هل الطلب جاهز؟")]
    text: Option<String>,
    /// All the rest, by type; empty when it was taken back.
    #[schema(value_type = Object)]
    payload: Value,
    /// Of outbound ones: scheduled, queued, sent, delivered, read, played or failed.
    status: Option<String>,
    /// SERVICE, MARKETING, UTILITY or AUTHENTICATION, of outbound ones.
    category: Option<String>,
    /// Its file, of an image, video, audio, document or sticker; null when it was taken back.
    media: Option<MediaView>,
    /// The `wamid` of the message it answers.
    reply_to: Option<String>,
    /// The message it answers, when it is known.
    quote: Option<Quote>,
    /// The reactions to it.
    reactions: Vec<Reaction>,
    /// WhatsApp's time of it; of one of ours when it was given to be sent, or will be; of a note when it
    /// was written.
    at: Timestamp,
    /// When it reached us.
    received_at: Timestamp,
    /// When it was edited last.
    edited_at: Option<Timestamp>,
    /// When it was taken back.
    revoked_at: Option<Timestamp>,
    /// What WhatsApp delivered first, of a message that was edited or taken back. Only for callers
    /// with `audit:read`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Object, nullable = false, example = json!({"text": {"body": "مرحبا"}}))]
    first_version: Option<Value>,
    /// WhatsApp's id.
    wamid: Option<String>,
    /// The member who wrote it.
    author_id: Option<MemberId>,
    /// That member's name.
    #[schema(example = "Sara")]
    author_name: Option<String>,
    /// The members whom a note names.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    mention_ids: Option<Vec<MemberId>>,
    /// Why it failed, of a failed one.
    failure: Option<MessageFailure>,
    /// What went wrong, as WhatsApp said.
    #[schema(value_type = Option<Object>)]
    errors: Option<Value>,
    /// How WhatsApp charged it.
    #[schema(value_type = Option<Object>)]
    pricing: Option<Value>,
    /// By which way it came if not through us: `phone` (the business wrote it on its phone),
    /// `other_app` (with another program), `standby` (in a thread that another program answers), or
    /// `history` (said before the number was connected).
    #[schema(example = "phone")]
    origin: Option<String>,
}

/// The message that another one answers.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Quote {
    /// The message's id.
    message_id: MessageId,
    /// The conversation it is in, which may be an earlier one.
    conversation_id: ConversationId,
    /// `in` from the customer, `out` to them.
    #[schema(example = "out")]
    direction: String,
    /// The type, such as text, image or interactive.
    #[schema(example = "text")]
    r#type: String,
    /// The first 160 characters; null without text, and when it was taken back.
    #[schema(example = "Your order is ready.")]
    text: Option<String>,
    /// The member who wrote it.
    author_id: Option<MemberId>,
    /// That member's name.
    #[schema(example = "Sara")]
    author_name: Option<String>,
    /// When it was taken back.
    revoked_at: Option<Timestamp>,
}

/// A reaction to a message.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Reaction {
    /// The id of the message that it is itself.
    id: MessageId,
    /// The emoji.
    #[schema(example = "👍")]
    emoji: String,
    /// `in` from the customer, `out` from the team.
    #[schema(example = "in")]
    direction: String,
    /// The member who reacted.
    author_id: Option<MemberId>,
    /// WhatsApp's time of it.
    at: Timestamp,
}

impl From<QuotedRow> for Quote {
    fn from(row: QuotedRow) -> Self {
        let text = row.text.filter(|_| row.revoked_at.is_none());
        Self {
            message_id: row.id,
            conversation_id: row.conversation_id,
            direction: row.direction,
            r#type: row.kind,
            text: text.as_deref().map(excerpt),
            author_id: row.author_id,
            author_name: row.author_name,
            revoked_at: row.revoked_at,
        }
    }
}

impl From<ReactionRow> for Reaction {
    fn from(row: ReactionRow) -> Self {
        Self {
            id: row.id,
            emoji: row.emoji,
            direction: row.direction,
            author_id: row.author_id,
            at: row.at,
        }
    }
}

impl MessageView {
    /// The message's id.
    pub(super) fn id(&self) -> MessageId {
        self.id
    }

    /// A message with what hangs on it. `sees_all`: whether the caller may know what it said before.
    pub(super) fn of(
        row: MessageRow,
        quote: Option<Quote>,
        reactions: Vec<Reaction>,
        media: Option<MediaView>,
        sees_all: bool,
    ) -> Self {
        let mut payload = row.payload.0;
        let first = payload.as_object_mut().and_then(|all| all.remove(FIRST));
        let mentions = payload.as_object_mut().and_then(|all| all.remove(MENTIONS));
        let is_note = row.direction == "note";
        // An edit has a version that a later one, or a revoke, may have taken away.
        let is_gone = row.revoked_at.is_some() || (row.kind == "edit" && !sees_all);
        let first = match (row.edited_at.is_some(), row.revoked_at.is_some()) {
            _ if !sees_all || is_note => None,
            (true, _) => first,
            (false, true) => Some(payload.clone()),
            (false, false) => None,
        };
        Self {
            id: row.id,
            direction: row.direction,
            r#type: row.kind,
            text: row.text.filter(|_| !is_gone),
            payload: if is_gone { json!({}) } else { payload },
            status: row.status.clone(),
            category: row.category,
            media: media.filter(|_| !is_gone),
            reply_to: row.reply_to,
            quote,
            reactions,
            at: row.at,
            received_at: row.received_at,
            edited_at: row.edited_at,
            revoked_at: row.revoked_at,
            first_version: first,
            wamid: row.wamid,
            author_id: row.author_id,
            author_name: row.author_name,
            mention_ids: is_note.then(|| member_ids(mentions.as_ref())),
            failure: (row.status.as_deref() == Some("failed"))
                .then(|| MessageFailure::of(&row.errors.as_ref()?.0))
                .flatten(),
            errors: row.errors.map(|errors| errors.0),
            pricing: row.pricing.map(|pricing| pricing.0),
            origin: row.origin,
        }
    }
}

fn member_ids(mentions: Option<&Value>) -> Vec<MemberId> {
    let ids = mentions.and_then(Value::as_array).into_iter().flatten();
    ids.filter_map(Value::as_i64).map(MemberId).collect()
}
