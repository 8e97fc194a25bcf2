//! Every statement about notes in a thread.

use serde_json::{Value, json};

use super::super::store::Locked;
use crate::db::{self, Change, Json, Tx, sql};
use crate::kernel::clock::Timestamp;
use crate::kernel::ids::{ConversationId, MemberId, MessageId, WorkspaceId};

crate::row! {
    /// A note as stored.
    #[derive(Debug)]
    pub(super) struct NoteRow {
        pub(super) text: String,
        pub(super) payload: Json<Value>,
        pub(super) author: Option<MemberId>,
    }
}

/// A note of this conversation.
pub(super) async fn find(
    tx: &mut Tx,
    workspace: WorkspaceId,
    conversation: ConversationId,
    id: MessageId,
) -> db::Result<Option<NoteRow>> {
    sql("SELECT text, payload, author_id FROM messages
         WHERE id = $1 AND conversation_id + 0 = $2 AND workspace_id + 0 = $3
             AND direction = 'note'")
    .bind(id)
    .bind(conversation)
    .bind(workspace)
    .maybe(tx)
    .await
}

/// What is written: the text, and the members it names.
pub(super) type Words<'a> = (&'a str, &'a [MemberId]);

fn payload(mentions: &[MemberId]) -> Value {
    json!({"mention_ids": mentions})
}

/// Adds a note to a conversation.
pub(super) async fn insert(
    tx: &mut Tx,
    workspace: WorkspaceId,
    (conversation, locked): (ConversationId, &Locked),
    author: Option<MemberId>,
    (text, mentions): Words<'_>,
    at: Timestamp,
) -> db::Result<MessageId> {
    let (id,): (MessageId,) = sql(
        "INSERT INTO messages (workspace_id, conversation_id, contact_id, account_id, direction,
             type, at, received_at, text, payload, author_id)
         VALUES ($1, $2, $3, $4, 'note', 'text', $5, $5, $6, $7, $8) RETURNING id",
    )
    .bind(workspace)
    .bind(conversation)
    .bind(locked.contact)
    .bind(locked.account)
    .bind(at)
    .bind(text)
    .bind(payload(mentions))
    .bind(author)
    .one(&mut *tx)
    .await?;
    tx.changed(workspace, Change::MessageCreated(id));
    Ok(id)
}

/// Writes a note anew.
pub(super) async fn update(
    tx: &mut Tx,
    workspace: WorkspaceId,
    id: MessageId,
    (text, mentions): Words<'_>,
    at: Timestamp,
) -> db::Result<()> {
    tx.changed(workspace, Change::MessageUpdated(id));
    sql("UPDATE messages SET text = $3, payload = $4, edited_at = $5
         WHERE id = $1 AND workspace_id + 0 = $2")
    .bind(id)
    .bind(workspace)
    .bind(text)
    .bind(payload(mentions))
    .bind(at)
    .run(tx)
    .await?;
    Ok(())
}

/// Removes a note.
pub(super) async fn delete(tx: &mut Tx, workspace: WorkspaceId, id: MessageId) -> db::Result<()> {
    tx.changed(workspace, Change::MessageDeleted(id));
    sql("DELETE FROM messages WHERE id = $1 AND workspace_id + 0 = $2")
        .bind(id)
        .bind(workspace)
        .run(tx)
        .await?;
    Ok(())
}
