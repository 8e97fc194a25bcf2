//! Every statement about the rows of changes; they are written by [`crate::db::Tx::changed`].

use std::collections::BTreeMap;

use super::told::Position;
use crate::db::{self, ChangeKind, Db, Json, sql};
use crate::kernel::ids::{ConversationId, WorkspaceId};

/// Rows that are kept, of all workspaces together: more than anybody can resume from at once.
pub(super) const KEPT: i64 = 50_000;
/// Rows that somebody may be behind and still resume; loading anew is quicker than more.
pub(super) const FARTHEST: i64 = 5_000;
/// Rows forgotten in one statement.
const CHUNK: i64 = 1_000;

/// A row: its id, and the ids of what changed by the kind of change.
pub(super) type ChangeRow = (i64, Json<BTreeMap<String, Vec<i64>>>);

/// The rows of a workspace after this one, in order.
pub(super) async fn after(
    db: &Db,
    workspace: WorkspaceId,
    row: i64,
    limit: i64,
) -> db::Result<Vec<ChangeRow>> {
    sql("SELECT id, changes FROM live_changes
         WHERE workspace_id = $1 AND id > $2 ORDER BY id LIMIT $3")
    .bind(workspace)
    .bind(row)
    .bind(limit)
    .quick()
    .all(db)
    .await
}

/// The newest row of a workspace; 0 when there is none.
pub(super) async fn newest(db: &Db, workspace: WorkspaceId) -> db::Result<i64> {
    let (newest,): (Option<i64>,) = sql("SELECT MAX(id) FROM live_changes WHERE workspace_id = $1")
        .bind(workspace)
        .quick()
        .one(db)
        .await?;
    Ok(newest.unwrap_or(0))
}

/// Whether everything of a workspace after this position is still known, and is not too much.
pub(super) async fn can_resume(
    db: &Db,
    workspace: WorkspaceId,
    from: Position,
) -> db::Result<bool> {
    let (first, last) = ends(db).await?;
    let oldest_needed = from.row.saturating_add(i64::from(from.is_whole()));
    if from.row > last || oldest_needed < first {
        return Ok(false);
    }
    let (behind,): (i64,) = sql("SELECT COUNT(*) FROM (
             SELECT id FROM live_changes WHERE workspace_id = $1 AND id > $2 LIMIT $3) rest")
    .bind(workspace)
    .bind(from.row)
    .bind(FARTHEST + 1)
    .one(db)
    .await?;
    Ok(behind <= FARTHEST)
}

/// The oldest and the newest row of all; 0 and 0 before there was any. They are asked for one by one
/// because then each is the end of an index.
async fn ends(db: &Db) -> db::Result<(i64, i64)> {
    let (first, last): (Option<i64>, Option<i64>) =
        sql("SELECT (SELECT MIN(id) FROM live_changes), (SELECT MAX(id) FROM live_changes)")
            .quick()
            .one(db)
            .await?;
    Ok((first.unwrap_or(0), last.unwrap_or(0)))
}

/// Forgets all but the newest `kept` rows; how many that were. The newest always stays, so that a
/// business where nothing happens can resume for good.
pub(super) async fn forget(db: &Db, kept: i64) -> db::Result<u64> {
    let (mut first, last) = ends(db).await?;
    let end = last - kept.max(1);
    let mut forgotten = 0;
    while first <= end {
        first += CHUNK;
        forgotten += sql("DELETE FROM live_changes WHERE id < $1")
            .bind(first.min(end + 1))
            .run(db)
            .await?;
    }
    Ok(forgotten)
}

/// Whether there is such a conversation in the workspace.
pub(super) async fn has_conversation(
    db: &Db,
    workspace: WorkspaceId,
    conversation: ConversationId,
) -> db::Result<bool> {
    let found: Option<(ConversationId,)> =
        sql("SELECT id FROM conversations WHERE id = $1 AND workspace_id = $2")
            .bind(conversation)
            .bind(workspace)
            .quick()
            .maybe(db)
            .await?;
    Ok(found.is_some())
}

/// What a row says changed, in the order in which it is told. A kind that this program does not know
/// was written by a later one and is not told; a thing that is new is not told to be different as well.
pub(super) fn changes(row: &ChangeRow) -> Vec<(ChangeKind, i64)> {
    let mut told: Vec<(ChangeKind, i64)> = row
        .1
        .0
        .iter()
        .filter_map(|(kind, ids)| Some((kind.parse().ok()?, ids)))
        .flat_map(|(kind, ids)| ids.iter().map(move |id| (kind, *id)))
        .collect();
    told.sort_unstable();
    let is_told_as = |kind, id| told.binary_search(&(kind, id)).is_ok();
    told.iter()
        .filter(|(kind, id)| match kind {
            ChangeKind::CustomerUpdated => !is_told_as(ChangeKind::CustomerCreated, *id),
            ChangeKind::ConversationUpdated => !is_told_as(ChangeKind::ConversationCreated, *id),
            ChangeKind::MessageUpdated => !is_told_as(ChangeKind::MessageCreated, *id),
            _ => true,
        })
        .copied()
        .collect()
}
