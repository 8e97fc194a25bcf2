//! Every statement about notes.

use uuid::Uuid;

use crate::db::{self, Conn, Tx, sql};
use crate::kernel::clock::Timestamp;
use crate::kernel::ids::{CustomerId, MemberId, NoteId, WorkspaceId};

crate::row! {
    /// A note with its author.
    #[derive(Debug)]
    pub(super) struct NoteRow {
        pub(super) id: NoteId,
        pub(super) customer_id: CustomerId,
        pub(super) body: String,
        pub(super) author_id: Option<MemberId>,
        pub(super) author_uuid: Option<Uuid>,
        pub(super) author_name: Option<String>,
        pub(super) created_at: Timestamp,
        pub(super) updated_at: Timestamp,
    }
}

/// A customer's notes before `before`, newest first.
pub(super) async fn list(
    db: impl Into<Conn<'_>>,
    workspace: WorkspaceId,
    customer: CustomerId,
    before: Option<NoteId>,
    limit: i64,
) -> db::Result<Vec<NoteRow>> {
    sql(
        "SELECT n.id, n.customer_id, n.body, m.id, m.uuid, m.name, n.created_at, n.updated_at
         FROM notes n LEFT JOIN members m ON m.id = n.author_id AND m.workspace_id = n.workspace_id
         WHERE n.workspace_id = $1 AND n.customer_id = $2 AND n.id < $3
         ORDER BY n.id DESC LIMIT $4",
    )
    .bind(workspace)
    .bind(customer)
    .bind(before.unwrap_or(NoteId(i64::MAX)))
    .bind(limit)
    .all(db)
    .await
}

/// One note.
pub(super) async fn find(
    db: impl Into<Conn<'_>>,
    workspace: WorkspaceId,
    id: NoteId,
) -> db::Result<Option<NoteRow>> {
    sql(
        "SELECT n.id, n.customer_id, n.body, m.id, m.uuid, m.name, n.created_at, n.updated_at
         FROM notes n LEFT JOIN members m ON m.id = n.author_id AND m.workspace_id = n.workspace_id
         WHERE n.workspace_id = $1 AND n.id = $2",
    )
    .bind(workspace)
    .bind(id)
    .maybe(db)
    .await
}

/// Adds a note.
pub(super) async fn insert(
    tx: &mut Tx,
    workspace: WorkspaceId,
    customer: CustomerId,
    (author, body): (Option<MemberId>, &str),
    at: Timestamp,
) -> db::Result<NoteId> {
    let (id,) = sql(
        "INSERT INTO notes (workspace_id, customer_id, author_id, body, created_at, updated_at)
         VALUES ($1, $2, $3, $4, $5, $5) RETURNING id",
    )
    .bind(workspace)
    .bind(customer)
    .bind(author)
    .bind(body)
    .bind(at)
    .one(tx)
    .await?;
    Ok(id)
}

/// Writes a note's text anew.
pub(super) async fn update(
    tx: &mut Tx,
    workspace: WorkspaceId,
    id: NoteId,
    body: &str,
    at: Timestamp,
) -> db::Result<()> {
    sql("UPDATE notes SET body = $3, updated_at = $4 WHERE workspace_id = $1 AND id = $2")
        .bind(workspace)
        .bind(id)
        .bind(body)
        .bind(at)
        .run(tx)
        .await?;
    Ok(())
}

/// Removes a note.
pub(super) async fn delete(tx: &mut Tx, workspace: WorkspaceId, id: NoteId) -> db::Result<()> {
    sql("DELETE FROM notes WHERE workspace_id = $1 AND id = $2")
        .bind(workspace)
        .bind(id)
        .run(tx)
        .await?;
    Ok(())
}
