//! The reader of a node, and forgetting what is too old to be resumed from.

use std::time::Duration;

use super::store;
use super::told::{Position, tell};
use crate::app::App;
use crate::db::{self, Topic};
use crate::kernel::ids::WorkspaceId;

/// How often it is looked without a signal: one can be lost with its process.
const EVERY: Duration = Duration::from_secs(2);
/// The shortest time between two looks, so that a hundred listeners need not be woken for each of a
/// thousand commits a second.
const PAUSE: Duration = Duration::from_millis(10);
/// Rows read at a time.
const ROWS: i64 = 200;
/// How often old rows are forgotten.
const FORGET_EVERY: Duration = Duration::from_secs(60);

/// Reads what changed and hands it to those who listen on this node, as long as the program runs.
pub async fn read_changes(app: App) {
    let mut signals = app.db.signals(Topic::Live);
    loop {
        tokio::select! {
            _ = signals.changed() => {}
            () = app.live.news() => {}
            () = tokio::time::sleep(EVERY) => {}
        }
        signals.mark_unchanged();
        for (workspace, row) in app.live.watched() {
            if let Err(error) = read(&app, workspace, row).await {
                tracing::warn!(%error, "changes could not be read; those who listen are told later");
            }
        }
        tokio::time::sleep(PAUSE).await;
    }
}

/// Reads what changed in a workspace after this row.
async fn read(app: &App, workspace: WorkspaceId, mut row: i64) -> db::Result<()> {
    loop {
        let rows = store::after(&app.db, workspace, row, ROWS).await?;
        let Some((last, _)) = rows.last() else {
            return Ok(());
        };
        let batch = tell(app, workspace, &rows, Position::end_of(row)).await?;
        row = *last;
        app.live.send(workspace, batch);
    }
}

/// Forgets old rows now and then, as long as the program runs.
pub async fn forget_old_changes(app: App) {
    loop {
        if let Err(error) = store::forget(&app.db, store::KEPT).await {
            tracing::warn!(%error, "old changes were not forgotten");
        }
        tokio::time::sleep(FORGET_EVERY).await;
    }
}
