//! Statements about conversations and messages.

use serde_json::Value;
use uuid::Uuid;

use super::model::Status;
use crate::db::{self, Arg, Db, Json, sql};
use crate::kernel::clock::Timestamp;
use crate::kernel::ids::{
    AccountId, ContactId, ConversationId, CustomerId, MemberId, MessageId, WorkspaceId,
};

crate::row! {
    /// A conversation with its contact's number.
    #[derive(Debug)]
    pub(super) struct ConversationRow {
        pub(super) id: ConversationId,
        pub(super) uuid: Uuid,
        pub(super) contact_id: ContactId,
        pub(super) customer_id: CustomerId,
        pub(super) account_id: AccountId,
        pub(super) phone: Option<String>,
        pub(super) status: Status,
        pub(super) assignee_id: Option<MemberId>,
        pub(super) flow_id: Option<i64>,
        pub(super) step_id: Option<i64>,
        pub(super) session_data: Json<Value>,
        pub(super) category: Option<String>,
        pub(super) started_at: Timestamp,
        pub(super) last_message_at: Timestamp,
        pub(super) last_inbound_at: Option<Timestamp>,
        pub(super) messages_count: i64,
        pub(super) unread_count: i64,
    }
}

crate::row! {
    /// A message.
    #[derive(Debug)]
    pub(super) struct MessageRow {
        pub(super) id: MessageId,
        pub(super) direction: String,
        pub(super) kind: String,
        pub(super) text: Option<String>,
        pub(super) payload: Json<Value>,
        pub(super) status: Option<String>,
        pub(super) category: Option<String>,
        pub(super) reply_to: Option<String>,
        pub(super) at: Timestamp,
        pub(super) received_at: Timestamp,
        pub(super) edited_at: Option<Timestamp>,
        pub(super) revoked_at: Option<Timestamp>,
        pub(super) wamid: Option<String>,
        pub(super) author_id: Option<MemberId>,
        pub(super) errors: Option<Json<Value>>,
        pub(super) pricing: Option<Json<Value>>,
    }
}

const CONVERSATION: &str =
    "SELECT c.id, c.uuid, c.contact_id, c.customer_id, c.account_id, k.phone,
        c.status, c.assignee_id, c.flow_id, c.step_id, c.session_data, c.category, c.started_at,
        c.last_message_at, c.last_inbound_at, c.messages_count, c.unread_count
    FROM conversations c JOIN contacts k ON k.id = c.contact_id";

/// Which conversations are meant.
#[derive(Debug, Clone, Default)]
pub(super) struct Filter {
    pub(super) status: Option<Status>,
    pub(super) account: Option<AccountId>,
    pub(super) customer: Option<CustomerId>,
    pub(super) contact: Option<ContactId>,
    pub(super) assignee: Option<MemberId>,
}

/// The place after a row: its latest message, and its id.
pub(super) type After = (i64, i64);

/// A page of conversations, the most recently active first.
pub(super) async fn list(
    db: &Db,
    workspace: WorkspaceId,
    filter: &Filter,
    after: Option<After>,
    limit: i64,
) -> db::Result<Vec<ConversationRow>> {
    let ids = page(workspace, filter, after, limit);
    let ids: Vec<(i64,)> = ids.all(db).await?;
    let ids: Vec<Arg> = ids.into_iter().map(|(id,)| id.into()).collect();
    sql(format!(
        "{CONVERSATION} WHERE c.workspace_id = $1 AND c.id = ANY($2)
         ORDER BY c.last_message_at DESC, c.id DESC"
    ))
    .bind(workspace)
    .bind(ids)
    .all(db)
    .await
}

/// The ids of a page.
///
/// People have few conversations: theirs are looked up and sorted. All others come from an index in
/// order, one range per status, which are merged. Only what names the index is compared plainly;
/// `+ 0` and `|| ''` keep SQLite, which knows no counts, from choosing another one.
fn page(workspace: WorkspaceId, filter: &Filter, after: Option<After>, limit: i64) -> db::Sql {
    let (time, id) = after.unwrap_or((i64::MAX, i64::MAX));
    let mut args: Vec<Arg> = vec![workspace.into(), time.into(), id.into(), limit.into()];
    let mut bind = |value: Arg| {
        args.push(value);
        format!("${}", args.len())
    };
    let mut conditions = String::new();
    let mut led = false;
    let people = [
        ("contact_id", filter.contact.map(Arg::from)),
        ("customer_id", filter.customer.map(Arg::from)),
        ("assignee_id", filter.assignee.map(Arg::from)),
    ];
    for (column, value) in people {
        let Some(value) = value else { continue };
        let guard = if led { " + 0" } else { "" };
        conditions += &format!(" AND {column}{guard} = {}", bind(value));
        led = true;
    }
    if let Some(account) = filter.account {
        let guard = if led { " + 0" } else { "" };
        conditions += &format!(" AND account_id{guard} = {}", bind(account.into()));
    }
    let own = if filter.contact.is_some() || filter.customer.is_some() {
        "workspace_id + 0 = $1"
    } else {
        "workspace_id = $1"
    };
    let range = |status: &str| {
        format!(
            "SELECT id, last_message_at FROM conversations
             WHERE {own} AND (last_message_at, id) < ($2, $3){conditions}{status}
             ORDER BY last_message_at DESC, id DESC LIMIT $4"
        )
    };
    let text = match (led, filter.status) {
        (true, None) => range(""),
        (true, Some(status)) => range(&format!(" AND status || '' = '{}'", status.as_str())),
        (false, Some(status)) => range(&format!(" AND status = '{}'", status.as_str())),
        (false, None) => Status::ALL
            .iter()
            .map(|status| range(&format!(" AND status = '{}'", status.as_str())))
            .map(|range| format!("SELECT * FROM ({range}) r"))
            .collect::<Vec<_>>()
            .join(" UNION ALL "),
    };
    sql(format!(
        "SELECT w.id FROM ({text}) w ORDER BY w.last_message_at DESC, w.id DESC LIMIT $4"
    ))
    .bind_all(args)
}

/// How a conversation is named.
#[derive(Debug, Clone, Copy)]
pub(super) enum Name {
    Id(ConversationId),
    Uuid(Uuid),
}

/// One conversation.
pub(super) async fn find(
    db: &Db,
    workspace: WorkspaceId,
    name: Name,
) -> db::Result<Option<ConversationRow>> {
    let (column, value): (_, Arg) = match name {
        Name::Id(id) => ("id", id.into()),
        Name::Uuid(uuid) => ("uuid", uuid.into()),
    };
    sql(format!(
        "{CONVERSATION} WHERE c.{column} = $1 AND c.workspace_id = $2"
    ))
    .bind(value)
    .bind(workspace)
    .quick()
    .maybe(db)
    .await
}

/// A page of a conversation's messages, the newest first by WhatsApp's time.
pub(super) async fn messages(
    db: &Db,
    workspace: WorkspaceId,
    conversation: ConversationId,
    after: Option<After>,
    limit: i64,
) -> db::Result<Vec<MessageRow>> {
    let (time, id) = after.unwrap_or((i64::MAX, i64::MAX));
    sql(
        "SELECT id, direction, type, text, payload, status, category, reply_to, at, received_at,
             edited_at, revoked_at, wamid, author_id, errors, pricing
         FROM messages
         WHERE conversation_id = $1 AND workspace_id + 0 = $2 AND (at, id) < ($3, $4)
         ORDER BY at DESC, id DESC LIMIT $5",
    )
    .bind(conversation)
    .bind(workspace)
    .bind(time)
    .bind(id)
    .bind(limit)
    .all(db)
    .await
}

/// Whether there is such a customer.
pub(super) async fn has_customer(
    db: &Db,
    workspace: WorkspaceId,
    customer: CustomerId,
) -> db::Result<bool> {
    let found: Option<(i64,)> = sql("SELECT id FROM customers WHERE id = $1 AND workspace_id = $2")
        .bind(customer)
        .bind(workspace)
        .quick()
        .maybe(db)
        .await?;
    Ok(found.is_some())
}
