//! The queue: every statement about jobs.

use serde_json::Value;
use utoipa::ToSchema;

use super::model::{Job, Options};
use crate::app::App;
use crate::db::{self, Arg, Change, Conn, Db, Json, Topic, Tx, sql};
use crate::kernel::clock::{SECOND, Timestamp};
use crate::kernel::ids::{JobId, WorkspaceId};

/// How long a job is ours before others may take it over, in microseconds.
pub(super) const LEASE: i64 = 60 * SECOND;

crate::words! {
    /// Where a job stands.
    pub enum JobState {
        /// It waits for its turn or its next attempt, or is being done.
        Ready => "ready",
        /// It was given up, and waits for a person.
        Dead => "dead",
    }
}

/// Writes a job in the transaction of the change that needs it. It runs after the commit.
pub async fn enqueue<J: Job>(
    tx: &mut Tx,
    workspace: WorkspaceId,
    job: &J,
    options: Options,
) -> db::Result<()> {
    insert(tx, [row(workspace, job, options)?]).await
}

/// Writes jobs of one kind, in this order.
pub async fn enqueue_all<J: Job>(
    tx: &mut Tx,
    jobs: impl IntoIterator<Item = (WorkspaceId, J, Options)>,
) -> db::Result<()> {
    let rows: db::Result<Vec<_>> = jobs
        .into_iter()
        .map(|(workspace, job, options)| row(workspace, &job, options))
        .collect();
    insert(tx, rows?).await
}

fn row<J: Job>(workspace: WorkspaceId, job: &J, options: Options) -> db::Result<Vec<Arg>> {
    let payload = serde_json::to_value(job)
        .map_err(|error| db::Error::Decode(format!("{} cannot be written: {error}", J::KIND)))?;
    Ok(vec![
        workspace.into(),
        J::KIND.into(),
        payload.into(),
        options.order_key.into(),
        options.once_key.into(),
        options.run_at.into(),
        options.now.into(),
    ])
}

async fn insert(tx: &mut Tx, rows: impl IntoIterator<Item = Vec<Arg>>) -> db::Result<()> {
    let inserted = sql(
        "INSERT INTO jobs (workspace_id, kind, payload, order_key, once_key, run_at, created_at)
         SELECT v.* FROM $rows(workspace_id BIGINT, kind TEXT, payload JSONB, order_key TEXT,
             once_key TEXT, run_at BIGINT, created_at BIGINT) v
         WHERE true ON CONFLICT DO NOTHING",
    )
    .rows(rows)
    .run(&mut *tx)
    .await?;
    if inserted > 0 {
        tx.signal(Topic::Jobs);
    }
    Ok(())
}

crate::row! {
    /// A job that is ours for the time of its lease.
    #[derive(Debug)]
    pub(super) struct Claimed {
        pub(super) id: JobId,
        pub(super) workspace: WorkspaceId,
        pub(super) kind: String,
        pub(super) payload: Json<Value>,
        /// Which attempt this is. It names the lease as well: whoever takes the job over counts on.
        pub(super) attempt: i64,
    }
}

/// Takes up to `limit` jobs that are due, of these kinds, except those that run in this process already
/// (their lease may seem to be over, when the clock was moved or the machine slept).
///
/// A job waits while an earlier one with the same order key is ready, which includes that it runs. One
/// that is dead does not hold up the others: a person may look at it in days or never, and what is
/// said to a customer meanwhile matters more than the order.
pub(super) async fn claim(
    app: &App,
    kinds: &[String],
    (running, limit): (&[i64], usize),
) -> db::Result<Vec<Claimed>> {
    let now = app.clock.now();
    // Asked first without a transaction, which would hold an embedded database's only writer.
    let is_due: Option<(JobId,)> =
        sql("SELECT id FROM jobs WHERE state = 'ready' AND run_at <= $1 LIMIT 1")
            .bind(now)
            .quick()
            .maybe(&app.db)
            .await?;
    if is_due.is_none() {
        return Ok(Vec::new());
    }
    let mut tx = app.db.begin().await?;
    let due: Vec<(i64,)> = sql("SELECT j.id FROM jobs j
         WHERE j.state = 'ready' AND j.run_at <= $1 AND j.kind = ANY($2) AND NOT (j.id = ANY($3))
             AND (j.order_key IS NULL OR NOT EXISTS (
                 SELECT 1 FROM jobs e
                 WHERE e.order_key = j.order_key AND e.state = 'ready' AND e.id < j.id
                     AND e.workspace_id = j.workspace_id))
         ORDER BY j.run_at, j.id LIMIT $4
         FOR UPDATE OF j SKIP LOCKED")
    .bind(now)
    .bind(kinds.to_vec())
    .bind(running.to_vec())
    .bind(i64::try_from(limit).unwrap_or(i64::MAX))
    .all(&mut tx)
    .await?;
    let due: Vec<i64> = due.into_iter().map(|(id,)| id).collect();
    let mut claimed: Vec<Claimed> = Vec::new();
    if !due.is_empty() {
        claimed = sql(
            "UPDATE jobs SET run_at = $1, attempts = attempts + 1 WHERE id = ANY($2)
             RETURNING id, workspace_id, kind, payload, attempts",
        )
        .bind(now.plus(LEASE))
        .bind(due)
        .all(&mut tx)
        .await?;
    }
    tx.commit().await?;
    claimed.sort_by_key(|job| job.id);
    Ok(claimed)
}

/// When the next job becomes due that is not due yet.
pub(super) async fn next_due(app: &App) -> db::Result<Option<Timestamp>> {
    let next: Option<(Timestamp,)> = sql(
        "SELECT run_at FROM jobs WHERE state = 'ready' AND run_at > $1 ORDER BY run_at LIMIT 1",
    )
    .bind(app.clock.now())
    .quick()
    .maybe(&app.db)
    .await?;
    Ok(next.map(|(at,)| at))
}

/// Holds on to a job for another [`LEASE`]; false when it is not ours any more.
pub(super) async fn renew(app: &App, job: JobId, attempt: i64) -> db::Result<bool> {
    let until = app.clock.now().plus(LEASE);
    put_off(&app.db, (job, attempt), until, None).await
}

/// Has a job tried again at this time; false when it is not ours any more.
pub(super) async fn put_off(
    db: &Db,
    (job, attempt): (JobId, i64),
    until: Timestamp,
    problem: Option<String>,
) -> db::Result<bool> {
    let changed = sql(
        "UPDATE jobs SET run_at = $3, problem = COALESCE($4, problem)
         WHERE id = $1 AND attempts = $2 AND state = 'ready'",
    )
    .bind(job)
    .bind(attempt)
    .bind(until)
    .bind(problem)
    .run(db)
    .await?;
    Ok(changed > 0)
}

/// A job is done, unless it is not ours any more: then whoever has it now does it again.
pub(super) async fn done(db: &Db, (job, attempt): (JobId, i64)) -> db::Result<()> {
    sql("DELETE FROM jobs WHERE id = $1 AND attempts = $2 AND state = 'ready'")
        .bind(job)
        .bind(attempt)
        .run(db)
        .await?;
    Ok(())
}

/// A job is given up, unless it is not ours any more.
pub(super) async fn bury(
    db: &Db,
    (job, attempt): (JobId, i64),
    at: Timestamp,
    problem: String,
) -> db::Result<()> {
    let mut tx = db.begin().await?;
    let buried: Option<(WorkspaceId,)> =
        sql("UPDATE jobs SET state = 'dead', run_at = $3, problem = $4
         WHERE id = $1 AND attempts = $2 AND state = 'ready' RETURNING workspace_id")
        .bind(job)
        .bind(attempt)
        .bind(at)
        .bind(problem)
        .maybe(&mut tx)
        .await?;
    if let Some((workspace,)) = buried {
        tx.changed(workspace, Change::JobDead(job));
    }
    tx.commit().await
}

crate::row! {
    /// A job.
    #[derive(Debug, serde::Serialize, ToSchema)]
    pub struct JobView {
        /// The job's id; one that is tried again after it was dead has a new one.
        pub id: JobId,
        /// What is to be done.
        #[schema(example = "conversations.fetch_media")]
        pub kind: String,
        /// `ready`: it waits or runs; `dead`: it was given up.
        #[schema(inline)]
        pub state: JobState,
        /// When it is tried next, or by when whoever runs it must have said so; of a dead one, when it was
        /// given up.
        pub run_at: Timestamp,
        /// How often it was tried.
        #[schema(example = 12)]
        pub attempts: i64,
        /// Why it failed last.
        #[schema(example = "Meta could not be reached")]
        pub problem: Option<String>,
        /// What it is about, by kind.
        #[schema(value_type = Object, example = json!({"message_id": 4711}))]
        pub payload: Json<Value>,
        /// When it was written.
        pub created_at: Timestamp,
    }
}

/// A workspace's jobs in one state with ids below `before`, the latest first.
pub async fn list(
    db: &Db,
    workspace: WorkspaceId,
    (state, kind): (JobState, Option<String>),
    before: Option<JobId>,
    limit: i64,
) -> db::Result<Vec<JobView>> {
    sql(
        "SELECT id, kind, state, run_at, attempts, problem, payload, created_at FROM jobs
         WHERE workspace_id = $1 AND state = $2 AND id < $3 AND kind = COALESCE($4, kind)
         ORDER BY id DESC LIMIT $5",
    )
    .bind(workspace)
    .bind(state)
    .bind(before.unwrap_or(JobId(i64::MAX)))
    .bind(kind)
    .bind(limit)
    .all(db)
    .await
}

crate::row! {
    /// How many jobs of one kind are in one state.
    #[derive(Debug, serde::Serialize, ToSchema)]
    pub(super) struct JobCount {
        /// What is to be done.
        #[schema(example = "conversations.fetch_media")]
        pub(super) kind: String,
        /// `ready`: they wait or run; `dead`: they were given up.
        #[schema(inline)]
        pub(super) state: JobState,
        /// How many they are.
        #[schema(example = 3)]
        pub(super) count: i64,
    }
}

/// How many jobs a workspace has, by kind and state.
pub(super) async fn counts(db: &Db, workspace: WorkspaceId) -> db::Result<Vec<JobCount>> {
    sql(
        "SELECT kind, state, CAST(COUNT(*) AS BIGINT) FROM jobs WHERE workspace_id = $1
         GROUP BY kind, state ORDER BY kind, state",
    )
    .bind(workspace)
    .all(db)
    .await
}

/// Puts dead jobs at the end of the queue, with all their attempts before them; their new ids. One that
/// is there once is not written again beside another that is ready.
///
/// They get new ids, since those with the same order key have gone on: in its old place a job would be
/// before one that may be running now.
pub(super) async fn revive(
    tx: &mut Tx,
    workspace: WorkspaceId,
    dead: Vec<i64>,
    now: Timestamp,
) -> db::Result<Vec<JobId>> {
    let revived: Vec<(JobId,)> = sql(
        "INSERT INTO jobs (workspace_id, kind, payload, order_key, once_key, run_at, problem, created_at)
         SELECT workspace_id, kind, payload, order_key, once_key, $3, problem, created_at FROM jobs
         WHERE workspace_id = $1 AND id = ANY($2) AND state = 'dead' ORDER BY id
         ON CONFLICT DO NOTHING RETURNING id",
    )
    .bind(workspace)
    .bind(dead.clone())
    .bind(now)
    .all(&mut *tx)
    .await?;
    sql("DELETE FROM jobs WHERE workspace_id = $1 AND id = ANY($2) AND state = 'dead'")
        .bind(workspace)
        .bind(dead)
        .run(&mut *tx)
        .await?;
    tx.signal(Topic::Jobs);
    Ok(revived.into_iter().map(|(id,)| id).collect())
}

/// Up to `limit` dead jobs, locked: the one with this id, or the oldest of a kind.
pub(super) async fn lock_dead(
    tx: &mut Tx,
    workspace: WorkspaceId,
    (id, kind): (Option<JobId>, Option<String>),
    limit: i64,
) -> db::Result<Vec<i64>> {
    let rows: Vec<(i64,)> = sql(
        "SELECT id FROM jobs WHERE workspace_id = $1 AND state = 'dead'
             AND id = COALESCE($2, id) AND kind = COALESCE($3, kind)
         ORDER BY id LIMIT $4 FOR UPDATE",
    )
    .bind(workspace)
    .bind(id)
    .bind(kind)
    .bind(limit)
    .all(tx)
    .await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// The kind and state of a job, if there is one.
pub(super) async fn find(
    conn: impl Into<Conn<'_>>,
    workspace: WorkspaceId,
    id: JobId,
) -> db::Result<Option<(String, JobState)>> {
    sql("SELECT kind, state FROM jobs WHERE workspace_id = $1 AND id = $2")
        .bind(workspace)
        .bind(id)
        .maybe(conn)
        .await
}

/// Deletes a job in any state; its kind, if there was one.
pub(super) async fn delete(
    tx: &mut Tx,
    workspace: WorkspaceId,
    id: JobId,
) -> db::Result<Option<(String,)>> {
    sql("DELETE FROM jobs WHERE workspace_id = $1 AND id = $2 RETURNING kind")
        .bind(workspace)
        .bind(id)
        .maybe(tx)
        .await
}
