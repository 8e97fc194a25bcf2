//! The sender: finds numbers with messages that are due, and sends each number's for itself.

use std::collections::HashSet;
use std::panic::AssertUnwindSafe;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use futures_util::FutureExt;
use tokio::sync::{Notify, mpsc};
use tokio::time::Instant;
use whatsapp::graph::Graph;

use super::claim::{self, Claimed, Next, Turn};
use super::files;
use super::model::{State, growing};
use super::outcome::{self, Outcome, Report};
use crate::accounts;
use crate::app::App;
use crate::db::{self, Topic, sql};
use crate::kernel::clock::Timestamp;
use crate::kernel::ids::{AccountId, WorkspaceId};

/// The longest time between two looks; a lost signal costs no more than this.
const LOOK: Duration = Duration::from_secs(3);
/// Before the database is asked again after it failed.
const AGAIN: Duration = Duration::from_millis(500);
/// Messages of one number that are on their way to Meta at a time.
const IN_FLIGHT: usize = 512;
/// How long answers are gathered while others are still out: fewer commits for the same messages.
const GATHER: Duration = Duration::from_millis(4);
/// How long an account and its token are taken as known.
const KNOWN: Duration = Duration::from_secs(5);

/// The numbers somebody in this process is sending for.
#[derive(Clone, Default)]
struct Busy {
    accounts: Arc<Mutex<HashSet<AccountId>>>,
    /// Somebody is done with a number; something may have been given to it meanwhile.
    freed: Arc<Notify>,
}

impl Busy {
    fn take(&self, account: AccountId) -> bool {
        let mut accounts = self.accounts.lock().unwrap_or_else(PoisonError::into_inner);
        accounts.insert(account)
    }

    fn free(&self, account: AccountId) {
        let mut accounts = self.accounts.lock().unwrap_or_else(PoisonError::into_inner);
        accounts.remove(&account);
        self.freed.notify_one();
    }
}

/// Sends what is due, as long as the program runs.
pub async fn send_queued(app: App) {
    let mut signals = app.db.signals(Topic::Outbox);
    let busy = Busy::default();
    if app.db.is_of_one_process() {
        while let Err(error) = outcome::give_up_claims(&app.db, app.clock.now()).await {
            tracing::warn!(%error, "what was being sent at the last stop cannot be looked at yet");
            tokio::time::sleep(AGAIN).await;
        }
    }
    loop {
        signals.borrow_and_update();
        let wait = look(&app, &busy).await.unwrap_or_else(|error| {
            tracing::warn!(%error, "messages wait: the outbox cannot be read");
            AGAIN
        });
        tokio::select! {
            _ = signals.changed() => {}
            () = busy.freed.notified() => {}
            () = tokio::time::sleep(wait) => {}
        }
    }
}

/// Settles what is overdue, and begins with every number that has something to send; until when
/// nothing else is due.
async fn look(app: &App, busy: &Busy) -> db::Result<Duration> {
    let now = app.clock.now();
    if outcome::is_any_overdue(&app.db, now).await? {
        app.db
            .at_once(move |tx| Box::pin(async move { outcome::settle_overdue(tx, now).await }))
            .await?;
    }
    for (workspace, account) in numbers_due(&app.db, now).await? {
        if busy.take(account) {
            let (app, busy) = (app.clone(), busy.clone());
            tokio::spawn(async move {
                let number = Number::new(app, workspace, account);
                if AssertUnwindSafe(number.send_all())
                    .catch_unwind()
                    .await
                    .is_err()
                {
                    tracing::error!(account.id = %account, "sending for a number panicked");
                    tokio::time::sleep(LOOK).await;
                }
                busy.free(account);
            });
        }
    }
    let (next,): (Option<Timestamp>,) =
        sql("SELECT MIN(run_at) FROM outbox WHERE state = $1 AND run_at > $2")
            .bind(State::Waiting)
            .bind(now)
            .quick()
            .one(&app.db)
            .await?;
    Ok(next.map_or(LOOK, |at| until(at, now).min(LOOK)))
}

/// Numbers in use with something due that are not paused.
async fn numbers_due(db: &db::Db, now: Timestamp) -> db::Result<Vec<(WorkspaceId, AccountId)>> {
    sql("SELECT a.workspace_id, a.id
         FROM accounts a LEFT JOIN account_pace h ON h.account_id = a.id
         WHERE a.removed_at IS NULL AND h.paused_at IS NULL
             AND EXISTS (SELECT 1 FROM outbox o
                 WHERE o.account_id = a.id AND o.state = $1 AND o.run_at <= $2)")
    .bind(State::Waiting)
    .bind(now)
    .quick()
    .all(db)
    .await
}

fn until(at: Timestamp, now: Timestamp) -> Duration {
    Duration::from_micros(u64::try_from(at.0 - now.0).unwrap_or(0))
}

/// One number, while it has something to send.
struct Number {
    app: App,
    workspace: WorkspaceId,
    account: AccountId,
    /// Where its messages go, and until when that is taken as known.
    line: Option<(Graph, String, Instant)>,
    in_flight: usize,
    /// What came back and is not recorded yet.
    done: Vec<Report>,
}

impl Number {
    fn new(app: App, workspace: WorkspaceId, account: AccountId) -> Self {
        Self {
            app,
            workspace,
            account,
            line: None,
            in_flight: 0,
            done: Vec::new(),
        }
    }

    /// Sends until there was nothing to do for a while.
    async fn send_all(mut self) {
        let mut signals = self.app.db.signals(Topic::Outbox);
        let (back, mut reports) = mpsc::unbounded_channel();
        loop {
            signals.borrow_and_update();
            while let Ok(report) = reports.try_recv() {
                self.done.push(report);
            }
            let has_line = self.look_up().await;
            let out = self.in_flight - self.done.len();
            let room = if has_line {
                IN_FLIGHT.saturating_sub(out)
            } else {
                0
            };
            let turn = match self.turn(room).await {
                Ok(turn) => turn,
                Err(error) => {
                    tracing::warn!(%error, account.id = %self.account, "sending waits for the database");
                    tokio::time::sleep(AGAIN).await;
                    continue;
                }
            };
            let is_idle = turn.claimed.is_empty();
            for claimed in turn.claimed {
                self.begin(claimed, back.clone());
            }
            let pause = match turn.next {
                Next::Now => continue,
                Next::At(at) => until(at, self.app.clock.now()).min(LOOK),
                Next::Quiet => LOOK,
            };
            tokio::select! {
                Some(report) = reports.recv() => {
                    self.done.push(report);
                    if self.in_flight > 1 {
                        tokio::time::sleep(GATHER).await;
                    }
                }
                _ = signals.changed() => {}
                () = tokio::time::sleep(pause) => {
                    if is_idle && self.in_flight == 0 && pause == LOOK {
                        return;
                    }
                }
            }
        }
    }

    /// Finds out where messages go; false when that is not known now.
    async fn look_up(&mut self) -> bool {
        if self
            .line
            .as_ref()
            .is_some_and(|(_, _, until)| *until > Instant::now())
        {
            return true;
        }
        self.line = None;
        let found = accounts::find(&self.app.db, self.workspace, self.account).await;
        let Ok(Some(account)) = found else {
            return false;
        };
        match accounts::graph(&self.app, self.workspace, &account).await {
            Ok(graph) => {
                let until = Instant::now() + KNOWN;
                self.line = Some((graph, account.phone_number_id, until));
                true
            }
            Err(problem) => {
                tracing::error!(account.id = %self.account, code = problem.code, "a number cannot send");
                false
            }
        }
    }

    /// Records what came back and claims more, in one commit.
    async fn turn(&mut self, room: usize) -> db::Result<Turn> {
        let reports: Arc<[Report]> = self.done.as_slice().into();
        let count = reports.len();
        let room = i64::try_from(room).unwrap_or(i64::MAX);
        let (workspace, account, now) = (self.workspace, self.account, self.app.clock.now());
        let turn = self
            .app
            .db
            .at_once(move |tx| {
                Box::pin(
                    async move { claim::turn(tx, workspace, account, &reports, (room, now)).await },
                )
            })
            .await?;
        let is_refused = |report: &Report| matches!(report.outcome, Outcome::TokenRefused(_));
        if self.done.iter().any(is_refused) {
            self.line = None;
        }
        self.done.clear();
        self.in_flight -= count;
        Ok(turn)
    }

    fn begin(&mut self, claimed: Claimed, back: mpsc::UnboundedSender<Report>) {
        let Some((graph, number, _)) = &self.line else {
            return; // nothing is claimed without one
        };
        let (graph, number, app) = (graph.clone(), number.clone(), self.app.clone());
        let place = (self.workspace, self.account);
        self.in_flight += 1;
        tokio::spawn(async move {
            let message = claimed.message;
            let sending = AssertUnwindSafe(send(&app, place, (&graph, &number), claimed));
            let outcome = sending.catch_unwind().await.unwrap_or(Outcome::Unknown);
            let _ = back.send(Report { message, outcome });
        });
    }
}

/// Sends one message, once.
async fn send(
    app: &App,
    place: (WorkspaceId, AccountId),
    (graph, number): (&Graph, &str),
    claimed: Claimed,
) -> Outcome {
    let files = files::of(&claimed.body);
    let body = match files.is_empty() {
        true => claimed.body,
        false => match files::with_whatsapp_ids(app, place, claimed.body).await {
            Ok(Some(body)) => body,
            Ok(None) => return Outcome::NeedsFiles,
            Err(_) => {
                return Outcome::Again {
                    after: growing(2, claimed.attempts),
                    slower: false,
                };
            }
        },
    };
    let answer = graph.send(number, &body).await;
    let tries = (claimed.attempts, claimed.due_at);
    let outcome = Outcome::of(answer, tries, app.clock.now());
    if matches!(outcome, Outcome::Failed(_)) {
        files::forget(app, place, &files).await;
    }
    outcome
}
