//! Statements that give a message to be sent.

use serde_json::Value;
use uuid::Uuid;

use super::model::State;
use crate::conversations::Spot;
use crate::db::{self, Change, Db, Tx, sql};
use crate::kernel::clock::Timestamp;
use crate::kernel::ids::{
    AccountId, ContactId, ConversationId, MemberId, MessageId, TemplateId, WorkspaceId,
};

crate::row! {
    /// Whom a message is for.
    #[derive(Debug)]
    pub(super) struct Person {
        pub(super) phone: Option<String>,
        pub(super) bsuid: Option<String>,
        pub(super) blocked: bool,
        pub(super) opted_out: bool,
        /// Their latest message to this number.
        pub(super) last_inbound_at: Option<Timestamp>,
    }
}

/// The contact of a conversation.
pub(super) async fn person(tx: &mut Tx, workspace: WorkspaceId, spot: &Spot) -> db::Result<Person> {
    sql("SELECT k.phone, k.bsuid, p.blocked, p.opted_out,
             (SELECT MAX(c.last_inbound_at) FROM conversations c
              WHERE c.contact_id = k.id AND c.account_id = $3)
         FROM contacts k JOIN customers p ON p.id = k.customer_id
         WHERE k.id = $1 AND k.workspace_id = $2")
    .bind(spot.contact)
    .bind(workspace)
    .bind(spot.account)
    .one(tx)
    .await
}

/// The contact with this id or uuid, and the number it was last in touch with.
pub(super) async fn contact(
    db: &Db,
    workspace: WorkspaceId,
    name: &str,
) -> db::Result<Option<(ContactId, Option<AccountId>)>> {
    let (column, value): (_, db::Arg) = match (name.parse::<i64>(), name.parse::<Uuid>()) {
        (Ok(id), _) => ("id", id.into()),
        (_, Ok(uuid)) => ("uuid", uuid.into()),
        _ => return Ok(None),
    };
    sql(format!(
        "SELECT id, account_id FROM contacts WHERE {column} = $1 AND workspace_id = $2"
    ))
    .bind(value)
    .bind(workspace)
    .quick()
    .maybe(db)
    .await
}

/// Whether the contact and the number have a message with this key between them.
pub(super) async fn is_between(
    tx: &mut Tx,
    workspace: WorkspaceId,
    spot: &Spot,
    key: Uuid,
) -> db::Result<bool> {
    let found: Option<(MessageId,)> = sql("SELECT id FROM messages
         WHERE account_id = $1 AND wamid_key = $2 AND contact_id = $3 AND workspace_id = $4")
    .bind(spot.account)
    .bind(key)
    .bind(spot.contact)
    .bind(workspace)
    .maybe(tx)
    .await?;
    Ok(found.is_some())
}

/// A message of ours, as it is kept.
#[derive(Debug)]
pub(super) struct Outgoing<'a> {
    pub(super) kind: &'static str,
    pub(super) text: Option<String>,
    pub(super) payload: Value,
    /// Of the message it reacts to.
    pub(super) target: Option<Uuid>,
    pub(super) reply_to: Option<&'a str>,
    pub(super) category: &'a str,
    pub(super) template: Option<TemplateId>,
    pub(super) author: Option<MemberId>,
    /// When it shall go, if not now.
    pub(super) send_at: Option<Timestamp>,
    /// Whether WhatsApp must be given files first.
    pub(super) has_files: bool,
}

/// Writes a message into its conversation and the outbox.
pub(super) async fn insert(
    tx: &mut Tx,
    workspace: WorkspaceId,
    spot: &Spot,
    message: Outgoing<'_>,
    now: Timestamp,
) -> db::Result<MessageId> {
    let due_at = message.send_at.unwrap_or(now);
    let status = match message.send_at {
        Some(_) => "scheduled",
        None => "queued",
    };
    let (id,): (MessageId,) = sql(
        "INSERT INTO messages (workspace_id, conversation_id, contact_id, account_id, direction,
             type, at, received_at, text, payload, target_key, reply_to, status, status_at, category,
             author_id)
         VALUES ($1, $2, $3, $4, 'out', $5, $6, $7, $8, $9, $10, $11, $12, $7, $13, $14)
         RETURNING id",
    )
    .bind(workspace)
    .bind(spot.conversation)
    .bind(spot.contact)
    .bind(spot.account)
    .bind(message.kind)
    .bind(due_at)
    .bind(now)
    .bind(message.text)
    .bind(message.payload)
    .bind(message.target)
    .bind(message.reply_to.map(str::to_owned))
    .bind(status)
    .bind(message.category)
    .bind(message.author)
    .one(&mut *tx)
    .await?;
    sql(
        "INSERT INTO outbox (message_id, workspace_id, account_id, contact_id, template_id, state,
             due_at, run_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $7)",
    )
    .bind(id)
    .bind(workspace)
    .bind(spot.account)
    .bind(spot.contact)
    .bind(message.template)
    .bind(if message.has_files {
        State::Files
    } else {
        State::Waiting
    })
    .bind(due_at)
    .run(&mut *tx)
    .await?;
    tx.changed(workspace, Change::MessageCreated(id));
    Ok(id)
}

/// Takes back our earlier reactions to a message: there is one at a time.
pub(super) async fn take_back_reactions(
    tx: &mut Tx,
    spot: &Spot,
    target: Uuid,
    (newest, now): (MessageId, Timestamp),
) -> db::Result<()> {
    sql("UPDATE messages SET revoked_at = $5
         WHERE account_id = $1 AND target_key = $2 AND contact_id = $3 AND direction = 'out'
             AND type = 'reaction' AND revoked_at IS NULL AND id <> $4")
    .bind(spot.account)
    .bind(target)
    .bind(spot.contact)
    .bind(newest)
    .bind(now)
    .run(tx)
    .await?;
    Ok(())
}

crate::row! {
    /// A message that was not handed to anybody yet.
    #[derive(Debug)]
    pub(super) struct Waiting {
        pub(super) status: String,
        pub(super) state: State,
    }
}

/// A message of the conversation that is in the outbox, kept from whoever would send it.
pub(super) async fn lock_waiting(
    tx: &mut Tx,
    workspace: WorkspaceId,
    (conversation, message): (ConversationId, MessageId),
) -> db::Result<Option<Waiting>> {
    sql(
        "SELECT m.status, o.state FROM outbox o JOIN messages m ON m.id = o.message_id
         WHERE o.message_id = $1 AND o.workspace_id = $2 AND m.conversation_id = $3
         FOR UPDATE OF o",
    )
    .bind(message)
    .bind(workspace)
    .bind(conversation)
    .maybe(tx)
    .await
}

/// Removes a message that was scheduled, with its place in the outbox.
pub(super) async fn delete(
    tx: &mut Tx,
    workspace: WorkspaceId,
    message: MessageId,
) -> db::Result<()> {
    tx.changed(workspace, Change::MessageDeleted(message));
    sql("DELETE FROM messages WHERE id = $1 AND workspace_id = $2")
        .bind(message)
        .bind(workspace)
        .run(tx)
        .await?;
    Ok(())
}

/// A message's content and status.
pub(super) async fn content(
    db: &Db,
    workspace: WorkspaceId,
    (conversation, message): (ConversationId, MessageId),
) -> db::Result<Option<(db::Json<Value>, Option<String>)>> {
    sql("SELECT payload, status FROM messages
         WHERE id = $1 AND workspace_id = $2 AND conversation_id = $3")
    .bind(message)
    .bind(workspace)
    .bind(conversation)
    .quick()
    .maybe(db)
    .await
}
