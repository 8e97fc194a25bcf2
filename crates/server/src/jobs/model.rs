//! What a job is, how it can fail, and when it is tried again.

use std::collections::BTreeMap;
use std::time::Duration;

use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::app::App;
use crate::db;
use crate::kernel::clock::Timestamp;
use crate::kernel::ids::WorkspaceId;

/// The pause after the first failure; each is twice as long as the one before.
const FIRST_PAUSE: Duration = Duration::from_secs(5);
/// The longest pause between two attempts.
const LONGEST_PAUSE: Duration = Duration::from_secs(3600);

/// Something to be done later: a small struct that says what, not how.
pub trait Job: Serialize + DeserializeOwned + Send + 'static {
    /// The name of this kind, `feature.what_it_does`. It is stored, so it never changes.
    const KIND: &'static str;
    /// How often it is tried before it is dead. With 12 that is for two and a half hours; each one
    /// more adds an hour.
    const ATTEMPTS: i64 = 12;

    /// Does it. May be called again although it was done, see [`super`].
    fn run(self, app: &App, turn: Turn) -> impl Future<Output = Result<(), JobError>> + Send;
}

/// One attempt at a job.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Turn {
    /// The workspace whose job it is, and the only one it may touch.
    pub workspace: WorkspaceId,
    /// Whether it is given up when this attempt fails as well.
    pub is_last: bool,
}

/// Why a job was not done. The words are shown to the operator: nothing personal or secret in them.
#[derive(Debug, thiserror::Error)]
pub enum JobError {
    /// Another attempt may succeed.
    #[error("{0}")]
    Retry(String),
    /// No attempt ever will.
    #[error("{0}")]
    Permanent(String),
}

impl JobError {
    /// A failure that may be over at the next attempt.
    pub fn retry(error: impl ToString) -> Self {
        Self::Retry(error.to_string())
    }

    /// A failure that stays.
    pub fn permanent(error: impl ToString) -> Self {
        Self::Permanent(error.to_string())
    }
}

impl From<db::Error> for JobError {
    fn from(error: db::Error) -> Self {
        Self::retry(error)
    }
}

/// When a job runs, and beside which others.
#[derive(Debug, Clone)]
pub struct Options {
    pub(super) now: Timestamp,
    pub(super) run_at: Timestamp,
    pub(super) order_key: Option<String>,
    pub(super) once_key: Option<String>,
}

impl Options {
    /// As soon as possible, and in no order; `now` is the time of the change.
    pub fn at_once(now: Timestamp) -> Self {
        Self {
            now,
            run_at: now,
            order_key: None,
            once_key: None,
        }
    }

    /// Not before this time. Later jobs with the same order key wait for it.
    #[must_use]
    pub fn not_before(mut self, at: Timestamp) -> Self {
        self.run_at = at;
        self
    }

    /// After the workspace's earlier jobs with this key.
    #[must_use]
    pub fn in_order(mut self, key: String) -> Self {
        self.order_key = Some(key);
        self
    }

    /// Unless a job of this kind and workspace with the same key is still to be done.
    #[must_use]
    pub fn once(mut self, key: String) -> Self {
        self.once_key = Some(key);
        self
    }
}

type Run = fn(App, Value, Turn) -> BoxFuture<'static, Result<(), JobError>>;

/// The kinds of jobs that this program knows. Others are left to the nodes that know them, as there
/// are while the program is being replaced by a newer one.
#[derive(Default)]
pub struct Kinds(BTreeMap<&'static str, Kind>);

/// One kind of job.
#[derive(Clone, Copy)]
pub(super) struct Kind {
    pub(super) attempts: i64,
    pub(super) run: Run,
}

impl Kinds {
    /// The same with one kind more.
    #[must_use]
    pub fn with<J: Job>(mut self) -> Self {
        let run: Run = |app, payload, turn| {
            async move {
                let job: J = serde_json::from_value(payload).map_err(JobError::permanent)?;
                job.run(&app, turn).await
            }
            .boxed()
        };
        let attempts = J::ATTEMPTS;
        self.0.insert(J::KIND, Kind { attempts, run });
        self
    }

    pub(super) fn get(&self, name: &str) -> Option<Kind> {
        self.0.get(name).copied()
    }

    pub(super) fn names(&self) -> Vec<String> {
        self.0.keys().map(|name| (*name).to_owned()).collect()
    }
}

/// How long to wait after failure number `attempt` (the first is 1): twice as long each time, and up to
/// a fifth more by `chance` (0 to 1), so that what failed together does not come back together.
pub(super) fn pause(attempt: i64, chance: f64) -> Duration {
    let doublings = u32::try_from(attempt.clamp(1, 20) - 1).unwrap_or(0);
    let pause = FIRST_PAUSE.saturating_mul(1 << doublings);
    pause.min(LONGEST_PAUSE).mul_f64(1.0 + chance / 5.0)
}
