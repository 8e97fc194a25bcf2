//! A conversation as it is answered.

use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::model::Status;
use super::store::{self, ConversationRow};
use crate::db::{self, Db};
use crate::entry_points::FreeEntryPoint;
use crate::kernel::clock::Timestamp;
use crate::kernel::ids::{
    AccountId, ContactId, ConversationId, CustomerId, MemberId, MessageId, WorkspaceId,
};
use crate::window;

/// Characters of a message that a list or a quote shows.
const EXCERPT: usize = 160;

/// The beginning of a message's text, for a list or a quote.
pub(super) fn excerpt(text: &str) -> String {
    text.chars().take(EXCERPT).collect()
}

/// A conversation.
#[derive(Debug, Serialize, ToSchema)]
pub struct ConversationView {
    /// The conversation's id.
    pub id: ConversationId,
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
    /// What the business calls them, else what they call themselves.
    #[schema(example = "نورة الفيصل")]
    customer_name: Option<String>,
    /// Where it stands.
    status: Status,
    /// When a snoozed one opens by itself; null: when the customer writes.
    snoozed_until: Option<Timestamp>,
    /// When it was resolved, of a resolved one.
    resolved_at: Option<Timestamp>,
    /// The member who answers it.
    assignee_id: Option<MemberId>,
    /// Of the latest outbound message: SERVICE, MARKETING, UTILITY or AUTHENTICATION.
    #[schema(example = "SERVICE")]
    category: Option<String>,
    /// The latest message in either direction.
    last_message_at: Timestamp,
    /// The beginning of that message; null when nothing was said yet.
    last_message: Option<LastMessage>,
    /// Messages in either direction.
    messages_count: i64,
    /// Inbound messages that nobody has seen.
    unread_count: i64,
    /// Whether it is what was said before the number was connected, as the business's phone shared it.
    /// Its messages opened no window, so `last_interaction_at` is not theirs.
    is_history: bool,
    /// The latest time in which messages to this contact are free because they came from an ad; over
    /// when `expires_at` is past. It says nothing of the window.
    free_entry_point: Option<FreeEntryPoint>,
}

/// The latest message of a conversation, as a list shows it.
#[derive(Debug, Serialize, ToSchema)]
struct LastMessage {
    /// The message's id.
    id: MessageId,
    /// `in` from the customer, `out` to them.
    #[schema(example = "in")]
    direction: String,
    /// The type, such as text, image or interactive.
    #[schema(example = "text")]
    r#type: String,
    /// The first 160 characters; null without text, and of a message that was taken back.
    #[schema(example = "مرحباً، هل الطلب جاهز؟")]
    text: Option<String>,
    /// Of outbound ones: queued, sent, delivered, read, played or failed.
    #[schema(example = "read")]
    status: Option<String>,
}

impl From<ConversationRow> for ConversationView {
    fn from(row: ConversationRow) -> Self {
        let text = row.message_text.filter(|_| !row.message_revoked);
        let last_message = match (row.message_id, row.message_direction, row.message_type) {
            (Some(id), Some(direction), Some(kind)) => Some(LastMessage {
                id,
                direction,
                r#type: kind,
                text: text.as_deref().map(excerpt),
                status: row.message_status,
            }),
            _ => None,
        };
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
            expires_at: row.last_inbound_at.map(|at| at.plus(window::OPEN_FOR)),
            is_completed: row.flow_id.is_some() && row.step_id.is_none(),
            contact_id: row.contact_id,
            customer_id: row.customer_id,
            customer_name: row.name.or(row.profile_name),
            status: row.status,
            snoozed_until: row.snoozed_until,
            resolved_at: row.resolved_at,
            assignee_id: row.assignee_id,
            category: row.category,
            last_message_at: row.last_message_at,
            last_message,
            messages_count: row.messages_count,
            unread_count: row.unread_count,
            is_history: row.is_history,
            free_entry_point: FreeEntryPoint::of(row.free_from, row.free_until),
        }
    }
}

/// These conversations, leaving out those that are gone, in any order.
pub async fn load_views(
    db: &Db,
    workspace: WorkspaceId,
    ids: Vec<ConversationId>,
) -> db::Result<Vec<ConversationView>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let rows = store::load(db, workspace, ids).await?;
    Ok(rows.into_iter().map(ConversationView::from).collect())
}
