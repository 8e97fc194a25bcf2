//! Statements about single conversations.

use serde_json::Value;
use uuid::Uuid;

use super::model::{State, Status};
use crate::db::{self, Arg, Db, Json, Tx, sql};
use crate::kernel::clock::Timestamp;
use crate::kernel::ids::{
    AccountId, ContactId, ConversationId, CustomerId, MemberId, MessageId, WorkspaceId,
};

crate::row! {
    /// A conversation with its contact's number, their names, and the latest message.
    #[derive(Debug)]
    pub(super) struct ConversationRow {
        pub(super) id: ConversationId,
        pub(super) uuid: Uuid,
        pub(super) contact_id: ContactId,
        pub(super) customer_id: CustomerId,
        pub(super) account_id: AccountId,
        pub(super) phone: Option<String>,
        pub(super) name: Option<String>,
        pub(super) profile_name: Option<String>,
        pub(super) status: Status,
        pub(super) snoozed_until: Option<Timestamp>,
        pub(super) resolved_at: Option<Timestamp>,
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
        pub(super) is_history: bool,
        pub(super) free_from: Option<Timestamp>,
        pub(super) free_until: Option<Timestamp>,
        pub(super) message_id: Option<MessageId>,
        pub(super) message_direction: Option<String>,
        pub(super) message_type: Option<String>,
        pub(super) message_text: Option<String>,
        pub(super) message_status: Option<String>,
        pub(super) message_revoked: bool,
    }
}

const CONVERSATION: &str = "SELECT c.id, c.uuid, c.contact_id, c.customer_id, c.account_id,
        k.phone, p.name, k.profile_name, c.status, c.snoozed_until, c.resolved_at, c.assignee_id,
        c.flow_id, c.step_id, c.session_data, c.category, c.started_at, c.last_message_at,
        c.last_inbound_at, c.messages_count, c.unread_count, c.is_history,
        f.began_at, f.expires_at, m.id, m.direction, m.type, m.text, m.status, m.revoked_at IS NOT NULL
    FROM conversations c
    JOIN contacts k ON k.id = c.contact_id
    JOIN customers p ON p.id = c.customer_id
    LEFT JOIN free_entry_points f ON f.contact_id = c.contact_id AND f.account_id = c.account_id
    LEFT JOIN messages m ON m.id = c.last_message_id";

/// These conversations, the most recently active first.
pub(super) async fn load(
    db: &Db,
    workspace: WorkspaceId,
    ids: Vec<ConversationId>,
) -> db::Result<Vec<ConversationRow>> {
    let ids: Vec<Arg> = ids.into_iter().map(Arg::from).collect();
    sql(format!(
        "{CONVERSATION} WHERE c.workspace_id = $1 AND c.id = ANY($2)
         ORDER BY c.last_message_at DESC, c.id DESC"
    ))
    .bind(workspace)
    .bind(ids)
    .all(db)
    .await
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

crate::row! {
    struct LockedRow {
        customer: CustomerId,
        contact: ContactId,
        account: AccountId,
        status: Status,
        snoozed_until: Option<Timestamp>,
        assignee: Option<MemberId>,
        unread: i64,
        resolved_at: Option<Timestamp>,
    }
}

/// A conversation that nobody else changes until the transaction ends.
#[derive(Debug)]
pub(super) struct Locked {
    pub(super) customer: CustomerId,
    pub(super) contact: ContactId,
    pub(super) account: AccountId,
    pub(super) state: State,
}

/// Locks a conversation: its contact first, as whoever takes messages in does, so that no message
/// comes meanwhile and nobody waits for each other.
pub(super) async fn lock(
    tx: &mut Tx,
    workspace: WorkspaceId,
    id: ConversationId,
) -> db::Result<Option<Locked>> {
    sql("SELECT id FROM contacts WHERE workspace_id = $1 AND id = (
             SELECT contact_id FROM conversations WHERE id = $2 AND workspace_id = $1)
         FOR UPDATE")
    .bind(workspace)
    .bind(id)
    .all::<(ContactId,)>(&mut *tx)
    .await?;
    let found: Option<LockedRow> = sql("SELECT customer_id, contact_id, account_id, status,
             snoozed_until, assignee_id, unread_count, resolved_at
         FROM conversations WHERE id = $1 AND workspace_id = $2 FOR UPDATE")
    .bind(id)
    .bind(workspace)
    .maybe(tx)
    .await?;
    Ok(found.map(|row| Locked {
        customer: row.customer,
        contact: row.contact,
        account: row.account,
        state: State {
            status: row.status,
            snoozed_until: row.snoozed_until,
            assignee: row.assignee,
            unread: row.unread,
            resolved_at: row.resolved_at,
        },
    }))
}

/// Writes what a member can change of a conversation.
pub(super) async fn update(
    tx: &mut Tx,
    workspace: WorkspaceId,
    id: ConversationId,
    state: &State,
) -> db::Result<()> {
    sql(
        "UPDATE conversations SET status = $3, snoozed_until = $4, assignee_id = $5,
             unread_count = $6, resolved_at = $7
         WHERE id = $1 AND workspace_id = $2",
    )
    .bind(id)
    .bind(workspace)
    .bind(state.status)
    .bind(state.snoozed_until)
    .bind(state.assignee)
    .bind(state.unread)
    .bind(state.resolved_at)
    .run(tx)
    .await?;
    Ok(())
}

/// The conversation of this contact and account that is not resolved.
pub(super) async fn find_live(
    tx: &mut Tx,
    workspace: WorkspaceId,
    contact: ContactId,
    account: AccountId,
) -> db::Result<Option<ConversationId>> {
    let found: Option<(ConversationId,)> = sql("SELECT id FROM conversations
         WHERE contact_id = $1 AND account_id = $2 AND workspace_id + 0 = $3
             AND status || '' <> 'resolved' LIMIT 1")
    .bind(contact)
    .bind(account)
    .bind(workspace)
    .maybe(tx)
    .await?;
    Ok(found.map(|(id,)| id))
}

/// Those of these members who are in the team and may sign in.
pub(super) async fn active_members(
    tx: &mut Tx,
    workspace: WorkspaceId,
    members: &[MemberId],
) -> db::Result<Vec<MemberId>> {
    let wanted: Vec<Arg> = members.iter().map(|id| (*id).into()).collect();
    let found: Vec<(MemberId,)> =
        sql("SELECT id FROM members WHERE workspace_id = $1 AND id = ANY($2) AND active")
            .bind(workspace)
            .bind(wanted)
            .all(tx)
            .await?;
    Ok(found.into_iter().map(|(id,)| id).collect())
}
