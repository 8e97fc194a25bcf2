//! Templates are listed once a day, because webhooks can be missed.
//!
//! Each WhatsApp business account has its own time of day, so that not all of them ask Meta at once.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::sync;
use crate::access::Actor;
use crate::accounts;
use crate::app::App;
use crate::db;
use crate::jobs::{self, Job, JobError, Options, Turn};
use crate::kernel::clock::{DAY, Timestamp};
use crate::kernel::key::key_of;

/// How often it is looked whether every business account has its next listing written down.
const EVERY: Duration = Duration::from_secs(3600);

/// Lists the templates of one business account.
#[derive(Debug, Serialize, Deserialize)]
pub struct SyncTemplates {
    /// Meta's id of it.
    pub waba_id: String,
}

impl Job for SyncTemplates {
    const KIND: &'static str = "templates.sync";
    const ATTEMPTS: i64 = 6;

    /// Never dies: what is wrong with an account is shown at the account, and tomorrow it is tried again.
    async fn run(self, app: &App, turn: Turn) -> Result<(), JobError> {
        let account = accounts::of_waba(&app.db, turn.workspace, &self.waba_id).await?;
        let Some(account) = account else {
            return Ok(()); // removed since
        };
        let synced = sync::sync(app, turn.workspace, Actor::System, account.id).await;
        match synced {
            Err(problem) if problem.status >= 500 && !turn.is_last => {
                Err(JobError::retry(problem.title))
            }
            Err(problem) => {
                tracing::warn!(
                    account.id = account.id.0,
                    problem = problem.title,
                    "templates were not listed today"
                );
                Ok(())
            }
            Ok(_) => Ok(()),
        }
    }
}

/// Sees to it that the templates of every business account are listed daily, as long as the program runs.
pub async fn sync_daily(app: App) {
    loop {
        if let Err(error) = write_down(&app).await {
            tracing::warn!(%error, "templates may not be listed today");
        }
        tokio::time::sleep(EVERY).await;
    }
}

/// Writes the next listing of every business account, unless it is there.
pub(super) async fn write_down(app: &App) -> db::Result<()> {
    let wabas = accounts::wabas(&app.db).await?;
    if wabas.is_empty() {
        return Ok(());
    }
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let listings = wabas.into_iter().map(|(workspace, waba_id)| {
        let options = Options::at_once(now)
            .not_before(next(&waba_id, now))
            .once(waba_id.clone());
        (workspace, SyncTemplates { waba_id }, options)
    });
    jobs::enqueue_all(&mut tx, listings).await?;
    tx.commit().await
}

/// The next time of day of a business account after `now`.
fn next(waba_id: &str, now: Timestamp) -> Timestamp {
    let time_of_day = (key_of(waba_id).as_u128() % DAY.unsigned_abs() as u128) as i64;
    let today = now.0 - now.0.rem_euclid(DAY) + time_of_day;
    Timestamp(if today > now.0 { today } else { today + DAY })
}
