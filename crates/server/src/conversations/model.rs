//! What a conversation and a message are made of.

use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::store::{ConversationRow, MessageRow};
use crate::kernel::clock::{DAY, Timestamp};
use crate::kernel::ids::{AccountId, ContactId, ConversationId, CustomerId, MemberId, MessageId};

/// How long after an inbound message free-form text may be sent, in microseconds.
pub const WINDOW: i64 = DAY;

crate::words! {
    /// Where a conversation stands.
    pub enum Status {
        /// Somebody should answer.
        Open => "open",
        /// Waits for something else.
        Pending => "pending",
        /// Put off until later.
        Snoozed => "snoozed",
        /// Done with.
        Resolved => "resolved",
    }
}

impl Status {
    /// All of them.
    pub(super) const ALL: [Self; 4] = [Self::Open, Self::Pending, Self::Snoozed, Self::Resolved];
}

/// A conversation.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ConversationView {
    /// The conversation's id.
    id: ConversationId,
    /// Its id for other systems.
    uuid: Uuid,
    /// The flow it runs or ran.
    conversation_flow_id: Option<i64>,
    /// The business's account.
    whatsapp_account_id: AccountId,
    /// The contact's number; null for people known by their WhatsApp user id only.
    #[schema(example = "+966501234567")]
    customer_phone: Option<String>,
    /// The step of the flow it stands at.
    current_step_id: Option<i64>,
    /// What the flow has collected.
    #[schema(value_type = Object)]
    session_data: serde_json::Value,
    /// When it opened.
    started_at: Timestamp,
    /// The customer's latest message; null when they never wrote in it.
    last_interaction_at: Option<Timestamp>,
    /// 24 hours after the customer's latest message.
    expires_at: Option<Timestamp>,
    /// Whether its flow has run to the end.
    is_completed: bool,
    /// The contact it is with.
    contact_id: ContactId,
    /// The contact's customer.
    customer_id: CustomerId,
    /// Where it stands.
    status: Status,
    /// The member who answers it.
    assignee_id: Option<MemberId>,
    /// Of the latest outbound message: SERVICE, MARKETING, UTILITY or AUTHENTICATION.
    #[schema(example = "SERVICE")]
    category: Option<String>,
    /// The latest message in either direction.
    last_message_at: Timestamp,
    /// Messages in either direction.
    messages_count: i64,
    /// Inbound messages that nobody has seen.
    unread_count: i64,
}

impl From<ConversationRow> for ConversationView {
    fn from(row: ConversationRow) -> Self {
        Self {
            id: row.id,
            uuid: row.uuid,
            conversation_flow_id: row.flow_id,
            whatsapp_account_id: row.account_id,
            customer_phone: row.phone,
            current_step_id: row.step_id,
            session_data: row.session_data.0,
            started_at: row.started_at,
            last_interaction_at: row.last_inbound_at,
            expires_at: row.last_inbound_at.map(|at| at.plus(WINDOW)),
            is_completed: row.flow_id.is_some() && row.step_id.is_none(),
            contact_id: row.contact_id,
            customer_id: row.customer_id,
            status: row.status,
            assignee_id: row.assignee_id,
            category: row.category,
            last_message_at: row.last_message_at,
            messages_count: row.messages_count,
            unread_count: row.unread_count,
        }
    }
}

/// A message.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct MessageView {
    /// The message's id.
    id: MessageId,
    /// `in` from the customer, `out` to them.
    #[schema(example = "in")]
    direction: String,
    /// The type, such as text, image or interactive.
    #[schema(example = "text")]
    r#type: String,
    /// What a person reads of it.
    #[schema(example = "مرحباً، هل الطلب جاهز؟")]
    text: Option<String>,
    /// All the rest, by type.
    #[schema(value_type = Object)]
    payload: serde_json::Value,
    /// Of outbound ones: queued, sent, delivered, read, played or failed.
    status: Option<String>,
    /// SERVICE, MARKETING, UTILITY or AUTHENTICATION, of outbound ones.
    category: Option<String>,
    /// The `wamid` of the message it answers.
    reply_to: Option<String>,
    /// WhatsApp's time of it.
    at: Timestamp,
    /// When it reached us.
    received_at: Timestamp,
    /// When it was edited last.
    edited_at: Option<Timestamp>,
    /// When it was taken back.
    revoked_at: Option<Timestamp>,
    /// WhatsApp's id.
    wamid: Option<String>,
    /// The member who wrote it.
    author_id: Option<MemberId>,
    /// Why it failed, as WhatsApp said.
    #[schema(value_type = Option<Object>)]
    errors: Option<serde_json::Value>,
    /// How WhatsApp charged it.
    #[schema(value_type = Option<Object>)]
    pricing: Option<serde_json::Value>,
}

impl From<MessageRow> for MessageView {
    fn from(row: MessageRow) -> Self {
        Self {
            id: row.id,
            direction: row.direction,
            r#type: row.kind,
            text: row.text,
            payload: row.payload.0,
            status: row.status,
            category: row.category,
            reply_to: row.reply_to,
            at: row.at,
            received_at: row.received_at,
            edited_at: row.edited_at,
            revoked_at: row.revoked_at,
            wamid: row.wamid,
            author_id: row.author_id,
            errors: row.errors.map(|errors| errors.0),
            pricing: row.pricing.map(|pricing| pricing.0),
        }
    }
}
