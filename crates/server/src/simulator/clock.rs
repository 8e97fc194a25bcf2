//! The clock of tests: the server's and the simulators' time, moved on together.
//!
//! How far it was moved is in the database, so that a restart and other nodes live at the same time as
//! what is stored; it applies wherever that database is opened, while moving it further takes the
//! setting `simulator.test_clock`. It never goes back. Sessions are made to last as much longer. What
//! else has a time to live (invitations, kept webhooks, snoozes, windows) ages, for that is the point.

use std::time::Duration;

use serde_json::json;

use crate::access::Actor;
use crate::app::App;
use crate::db::{self, Db, Topic, sql};
use crate::http::{ApiResult, Problem};
use crate::kernel::clock::SECOND;
use crate::kernel::ids::WorkspaceId;
use crate::timeline;
use crate::workspaces::sessions;

/// How soon a node notices that another one moved the clock.
const LOOK: Duration = Duration::from_secs(2);

/// How far this database's time is ahead of the system's, microseconds.
///
/// # Errors
///
/// When the database does not answer.
pub async fn clock_ahead(db: &Db) -> db::Result<i64> {
    let moved: Option<(i64,)> = sql("SELECT ahead FROM test_clock WHERE id = 1")
        .quick()
        .maybe(db)
        .await?;
    Ok(moved.map_or(0, |(ahead,)| ahead))
}

/// Moves the time of everybody on by whole seconds, and wakes whatever waits for it.
pub(super) async fn advance(
    app: &App,
    workspace: WorkspaceId,
    actor: Actor,
    seconds: i64,
) -> ApiResult<()> {
    if !app.config.simulator.test_clock {
        return Err(Problem::conflict(
            "clock.not_allowed",
            "The clock of this server goes by itself. The operator lets it be moved with \
             `clientele serve --test-clock`.",
        ));
    }
    let micros = seconds.saturating_mul(SECOND);
    let mut tx = app.db.begin().await?;
    let (ahead,) = sql("INSERT INTO test_clock (id, ahead) VALUES (1, $1)
         ON CONFLICT (id) DO UPDATE SET ahead = test_clock.ahead + $1 RETURNING ahead")
    .bind(micros)
    .one(&mut tx)
    .await?;
    sessions::prolong(&mut tx, micros).await?;
    let data = json!({"advanced_seconds": seconds});
    let now = app.clock.now();
    timeline::note(&mut tx, workspace, "clock.moved", actor, data, now).await?;
    tx.commit().await?;
    reach(app, ahead);
    Ok(())
}

/// Takes over what other nodes made of the clock, as long as the program runs.
pub async fn follow_clock(app: App) {
    if !app.config.simulator.test_clock {
        return;
    }
    loop {
        match clock_ahead(&app.db).await {
            Ok(ahead) => reach(&app, ahead),
            Err(error) => tracing::warn!(%error, "the clock of tests could not be read"),
        }
        tokio::time::sleep(LOOK).await;
    }
}

fn reach(app: &App, ahead: i64) {
    if app.clock.set_ahead(ahead) {
        for topic in [Topic::Jobs, Topic::Outbox] {
            app.db.signal(topic);
        }
    }
}
