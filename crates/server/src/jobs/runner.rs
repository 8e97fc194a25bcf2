//! The runner: takes what is due and carries it out, so many at once.

use std::collections::HashSet;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Duration;

use futures_util::FutureExt;
use tokio::sync::watch;
use tokio::task::{JoinHandle, JoinSet};

use super::model::{JobError, Kinds, Turn, pause};
use super::store::{self, Claimed};
use crate::app::App;
use crate::db::{self, Topic};
use crate::kernel::ids::JobId;
use crate::kernel::text::clean_line;

/// Jobs under way at once on a node. Most of their time they wait for Meta.
const AT_ONCE: usize = 16;
/// How often it is looked without a signal, which can be lost, and when the database is away.
const LOOK: Duration = Duration::from_secs(5);
/// How often a lease is renewed: three times before it would end.
const RENEW: Duration = Duration::from_micros(store::LEASE as u64 / 3);
/// Characters of a problem that are kept.
const PROBLEM: usize = 500;

/// A runner at work; it goes on when this is dropped.
pub struct Runner {
    stop: watch::Sender<bool>,
    task: JoinHandle<()>,
}

/// Starts working off jobs of these kinds.
pub fn start(app: &App, kinds: Kinds) -> Runner {
    let (stop, stopped) = watch::channel(false);
    let task = tokio::spawn(work(app.clone(), Arc::new(kinds), stopped));
    Runner { stop, task }
}

impl Runner {
    /// Takes no more jobs, and waits until those that run are done. Dropping this future leaves them
    /// to whoever looks when their lease is over.
    pub async fn stop(self) {
        self.stop.send_replace(true);
        // It ends by itself, or panicked, which the panic hook told.
        let _ = self.task.await;
    }
}

async fn work(app: App, kinds: Arc<Kinds>, mut stop: watch::Receiver<bool>) {
    let names = kinds.names();
    let mut signals = app.db.signals(Topic::Jobs);
    let mut moves = app.clock.moves();
    let mut tasks: JoinSet<JobId> = JoinSet::new();
    let mut running: HashSet<i64> = HashSet::new();
    while !*stop.borrow_and_update() {
        // Before it is looked, so that what is signalled meanwhile is looked for again.
        signals.borrow_and_update();
        let free = AT_ONCE - running.len();
        let wait = match look(&app, &names, &running, free).await {
            Ok((claimed, wait)) => {
                for job in claimed {
                    running.insert(job.id.0);
                    let (app, kinds) = (app.clone(), kinds.clone());
                    tasks.spawn(async move {
                        let id = job.id;
                        carry_out(&app, &kinds, job).await;
                        id
                    });
                }
                wait
            }
            Err(error) => {
                tracing::warn!(%error, "jobs wait: the database does not give them");
                LOOK
            }
        };
        tokio::select! {
            changed = signals.changed(), if running.len() < AT_ONCE => {
                if changed.is_err() {
                    break; // the database is closed
                }
            }
            // Whatever waited for this one, or for its place, may run now.
            Some(ended) = tasks.join_next() => forget(&mut running, ended),
            () = tokio::time::sleep(wait) => {}
            _ = moves.changed() => {}
            _ = stop.changed() => {}
        }
        while let Some(ended) = tasks.try_join_next() {
            forget(&mut running, ended);
        }
    }
    while tasks.join_next().await.is_some() {}
}

fn forget(running: &mut HashSet<i64>, ended: Result<JobId, tokio::task::JoinError>) {
    // A job's panic is caught in `carry_out`, so every task ends with its id.
    if let Ok(id) = ended {
        running.remove(&id.0);
    }
}

/// Takes what there is room for; and how long nothing else is due.
async fn look(
    app: &App,
    kinds: &[String],
    running: &HashSet<i64>,
    free: usize,
) -> db::Result<(Vec<Claimed>, Duration)> {
    if free == 0 {
        return Ok((Vec::new(), LOOK));
    }
    let own: Vec<i64> = running.iter().copied().collect();
    let claimed = store::claim(app, kinds, (&own, free)).await?;
    if claimed.len() == free {
        return Ok((claimed, LOOK)); // there is room again when one of them ends
    }
    let wait = match store::next_due(app).await? {
        Some(at) => {
            let micros = at.0.saturating_sub(app.clock.now().0).max(1_000);
            Duration::from_micros(micros.unsigned_abs()).min(LOOK)
        }
        None => LOOK,
    };
    Ok((claimed, wait))
}

/// Does one job, holding on to it meanwhile, and writes down what came of it.
async fn carry_out(app: &App, kinds: &Kinds, job: Claimed) {
    let Some(kind) = kinds.get(&job.kind) else {
        return; // only known kinds are claimed
    };
    let held = (job.id, job.attempt);
    let outcome = if job.attempt > kind.attempts {
        // Whoever ran it never said how it ended: the process died, perhaps of this very job.
        Err(JobError::permanent("it was begun often and never ended"))
    } else {
        let turn = Turn {
            workspace: job.workspace,
            is_last: job.attempt >= kind.attempts,
        };
        let run = (kind.run)(app.clone(), job.payload.0, turn);
        let run = AssertUnwindSafe(run).catch_unwind();
        tokio::select! {
            outcome = run => outcome.unwrap_or_else(|_| Err(JobError::retry("it panicked"))),
            () = until_lost(app, held) => {
                tracing::info!(job.id = job.id.0, job.kind, "a job is somebody else's, or was deleted");
                return;
            }
        }
    };
    let Err(error) = outcome else {
        return settle(held, store::done(&app.db, held).await);
    };
    let problem = clean_line(&short(&error), PROBLEM).unwrap_or_default();
    let is_permanent = matches!(error, JobError::Permanent(_));
    let now = app.clock.now();
    if is_permanent || job.attempt >= kind.attempts {
        tracing::warn!(
            job.id = job.id.0,
            job.kind,
            problem,
            "a job was given up; it waits for a person"
        );
        settle(held, store::bury(&app.db, held, now, problem).await);
    } else {
        let pause = pause(job.attempt, rand::random());
        tracing::debug!(job.id = job.id.0, job.kind, problem, "a job is tried again");
        let until = now.plus(i64::try_from(pause.as_micros()).unwrap_or(i64::MAX));
        let put_off = store::put_off(&app.db, held, until, Some(problem)).await;
        settle(held, put_off.map(|_| ()));
    }
}

/// The error's words, cut to what is kept.
fn short(error: &JobError) -> String {
    error.to_string().chars().take(PROBLEM).collect()
}

/// What came of a job that could not be written down: it stays as it is, and is run again after its lease.
fn settle((job, _): (JobId, i64), written: db::Result<()>) {
    if let Err(error) = written {
        tracing::warn!(job.id = job.0, %error, "a job's end was not written; it will run again");
    }
}

/// Renews the lease again and again; done when the job is not ours any more.
async fn until_lost(app: &App, (job, attempt): (JobId, i64)) {
    loop {
        tokio::time::sleep(RENEW).await;
        match store::renew(app, job, attempt).await {
            Ok(true) => {}
            Ok(false) => return,
            // Somebody else may take it over when this lasts, and then it runs twice.
            Err(error) => tracing::warn!(job.id = job.0, %error, "a job's lease was not renewed"),
        }
    }
}

/// Does one after the other what is due, until nothing is; how many attempts that were.
#[cfg(test)]
pub(crate) async fn run_due(app: &App, kinds: &Kinds) -> usize {
    let names = kinds.names();
    let mut attempts = 0;
    loop {
        let claimed = store::claim(app, &names, (&[], 1)).await.expect("claimed");
        if claimed.is_empty() {
            return attempts;
        }
        for job in claimed {
            carry_out(app, kinds, job).await;
            attempts += 1;
        }
    }
}
