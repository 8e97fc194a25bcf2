//! Forgetting webhook bodies after their time: they hold what people wrote a second time.
//!
//! That is so only of what is done. The body of a webhook that failed, that names a number we do not
//! have, or that nothing uses yet (events that Meta detects, handovers) is the only copy of what it
//! says. It stays until it was replayed.

use std::time::Duration;

use crate::app::App;
use crate::db::{self, sql};
use crate::kernel::clock::DAY;

/// How often it is looked.
const EVERY: Duration = Duration::from_secs(600);
/// Rows deleted in one transaction: a moment's work, so that nobody waits for it.
const CHUNK: i64 = 500;

/// Forgets old webhooks now and then, as long as the program runs.
pub async fn forget_old_webhooks(app: App) {
    loop {
        if let Err(error) = forget(&app).await {
            tracing::warn!(%error, "old webhooks were not forgotten");
        }
        tokio::time::sleep(EVERY).await;
    }
}

/// Forgets what is done and older than the settings say; how many webhooks that were.
pub(super) async fn forget(app: &App) -> db::Result<u64> {
    let keep = i64::from(app.config.webhooks.keep_days) * DAY;
    let before = app.clock.now().plus(-keep);
    let mut forgotten = 0;
    loop {
        let deleted = sql("DELETE FROM webhook_events WHERE id IN (
                 SELECT id FROM webhook_events WHERE received_at < $1 AND state = 'done'
                 ORDER BY received_at LIMIT $2)")
        .bind(before)
        .bind(CHUNK)
        .run(&app.db)
        .await?;
        forgotten += deleted;
        if deleted < CHUNK as u64 {
            return Ok(forgotten);
        }
    }
}
