//! The group commit: webhooks that arrive together become one batch and one commit.
//!
//! A webhook is answered when its batch is committed, never before. There is no waiting for a
//! batch to fill: whatever arrived while the last one was written is the next one.
//!
//! A batch that fails for what it says is done again one webhook at a time, so that one poisoned
//! webhook is kept as failed and its neighbours are not held up.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::sync::{OwnedSemaphorePermit, Semaphore, mpsc, oneshot};

use super::inbound::{self, Outcome, Webhook};
use crate::app::App;
use crate::db::{self, sql};

/// Webhooks in one batch at most.
const BATCH: usize = 256;
/// Webhooks that wait at most; more wait at the door.
const QUEUE: usize = 2_048;
/// How often a batch is tried when other writers are in its way.
const TRIES: u32 = 6;

/// The way in. Cheap to clone; when the last clone is dropped, the writers finish and end.
///
/// A server that stops waits for its requests, and a request waits for its commit, so nothing that
/// was answered can be unfinished then.
#[derive(Clone)]
pub struct Ingest {
    lanes: Vec<mpsc::Sender<Waiting>>,
}

/// Held by the batch that is worked on; given back before it is committed, for the next to begin.
pub(super) type Turn = OwnedSemaphorePermit;

struct Waiting {
    webhook: Webhook,
    since: Instant,
    reply: oneshot::Sender<db::Result<Outcome>>,
}

impl Ingest {
    /// Starts the writers: one on SQLite, which has one anyway, two on PostgreSQL.
    pub fn start(app: &App) -> Self {
        let count = if app.db.is_sqlite() { 1 } else { 2 };
        let lanes = (0..count)
            .map(|_| {
                let (sender, receiver) = mpsc::channel(QUEUE);
                tokio::spawn(write_batches(app.clone(), receiver));
                sender
            })
            .collect();
        Self { lanes }
    }

    /// Hands a webhook in; returns when it is committed, or could not be.
    pub(super) async fn take(&self, webhook: Webhook) -> db::Result<Outcome> {
        let closed = || db::Error::Lost("the server is shutting down".to_owned());
        let lane = self
            .lanes
            .get(lane(&webhook) % self.lanes.len().max(1))
            .ok_or_else(closed)?;
        let (reply, answer) = oneshot::channel();
        let since = Instant::now();
        lane.send(Waiting {
            webhook,
            since,
            reply,
        })
        .await
        .map_err(|_| closed())?;
        answer.await.unwrap_or_else(|_| Err(closed()))
    }
}

/// Webhooks of one person take one lane, so that writers seldom wait for each other's rows. Which
/// lane it is never decides what is right: rows are locked.
fn lane(webhook: &Webhook) -> usize {
    use whatsapp::webhook::ChangeKind;
    let mut hash = DefaultHasher::new();
    for change in webhook.changes.iter().flatten() {
        if let ChangeKind::Messages(value) = &change.kind {
            let message = value
                .messages
                .first()
                .map(|message| (&message.from, &message.from_user_id));
            let status = value.statuses.first();
            let status = status.map(|status| (&status.recipient_id, &status.recipient_user_id));
            message.or(status).hash(&mut hash);
            break;
        }
    }
    usize::try_from(hash.finish() >> 8).unwrap_or(0)
}

async fn write_batches(app: App, mut queue: mpsc::Receiver<Waiting>) {
    let turns = Arc::new(Semaphore::new(1));
    let mut batch = Vec::with_capacity(BATCH);
    // Two batches meet only in that one is on its way to the disk while the next is worked on.
    while let Ok(turn) = Arc::clone(&turns).acquire_owned().await {
        if queue.recv_many(&mut batch, BATCH).await == 0 {
            return;
        }
        metrics::histogram!("clientele_ingest_batch_size").record(batch.len() as f64);
        let batch = std::mem::replace(&mut batch, Vec::with_capacity(BATCH));
        tokio::spawn(write_batch(app.clone(), batch, turn));
    }
}

async fn write_batch(app: App, batch: Vec<Waiting>, turn: Turn) {
    let (webhooks, replies): (Vec<_>, Vec<_>) = batch
        .into_iter()
        .map(|waiting| (waiting.webhook, (waiting.since, waiting.reply)))
        .unzip();
    let outcomes = store(&app, webhooks, Some(turn)).await;
    let took = metrics::histogram!("clientele_ingest_seconds");
    for (outcome, (since, reply)) in outcomes.into_iter().zip(replies) {
        took.record(since.elapsed().as_secs_f64());
        let _ = reply.send(outcome);
    }
}

/// Stores a batch; one result for each webhook. Also used for replays, which wait for no turn.
pub(super) async fn store(
    app: &App,
    batch: Vec<Webhook>,
    turn: Option<Turn>,
) -> Vec<db::Result<Outcome>> {
    let batch: Arc<[Webhook]> = batch.into();
    match attempt(app, &batch, turn).await {
        Ok(outcomes) => outcomes.into_iter().map(Ok).collect(),
        Err(error) if error.is_outage() => {
            tracing::error!(%error, webhooks = batch.len(), "webhooks could not be stored");
            batch
                .iter()
                .map(|_| Err(db::Error::Lost("not stored".to_owned())))
                .collect()
        }
        Err(error) => {
            if batch.len() > 1 {
                tracing::warn!(%error, webhooks = batch.len(), "a batch is done again one by one");
            }
            let mut outcomes = Vec::with_capacity(batch.len());
            for webhook in batch.iter() {
                outcomes.push(store_alone(app, webhook.clone()).await);
            }
            outcomes
        }
    }
}

async fn store_alone(app: &App, webhook: Webhook) -> db::Result<Outcome> {
    let batch: Arc<[Webhook]> = [webhook].into();
    match attempt(app, &batch, None).await {
        Ok(mut outcomes) => outcomes.pop().ok_or(db::Error::NoRow),
        Err(error) if error.is_outage() => Err(error),
        Err(error) => {
            tracing::error!(%error, "a webhook could not be worked on and is kept as failed");
            keep_failed(app, &batch[0], &error.to_string()).await
        }
    }
}

/// Works on a batch, again when another writer was in the way. The turn ends with the first try.
async fn attempt(
    app: &App,
    batch: &Arc<[Webhook]>,
    mut turn: Option<Turn>,
) -> db::Result<Vec<Outcome>> {
    let mut tries = 0;
    loop {
        let error = match inbound::process(app, Arc::clone(batch), turn.take()).await {
            Ok(outcomes) => return Ok(outcomes),
            Err(error) => error,
        };
        tries += 1;
        // A unique key that is taken means that another node met the same person first.
        let again = error.is_transient() || matches!(error, db::Error::Unique);
        if !again || tries >= TRIES {
            return Err(error);
        }
        tokio::time::sleep(Duration::from_millis(5 << tries)).await;
    }
}

/// Keeps a webhook that cannot be worked on, to be looked at and replayed.
async fn keep_failed(app: &App, webhook: &Webhook, problem: &str) -> db::Result<Outcome> {
    let statement = match webhook.replay_of {
        Some(event) => sql("UPDATE webhook_events SET state = 'failed', problem = $1,
                 attempts = attempts + 1 WHERE id = $2")
        .bind(problem)
        .bind(event),
        None => sql(
            "INSERT INTO webhook_events (workspace_id, app_id, received_at, state, problem,
                 body) VALUES ($1, $2, $3, 'failed', $4, $5)",
        )
        .bind(webhook.workspace)
        .bind(webhook.app)
        .bind(webhook.received_at)
        .bind(problem)
        .bind(webhook.body.to_vec()),
    };
    statement.run(&app.db).await?;
    Ok(Outcome {
        state: "failed",
        problem: Some(problem.to_owned()),
    })
}
