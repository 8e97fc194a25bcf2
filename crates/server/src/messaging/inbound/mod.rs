//! From webhooks to rows: one batch, one transaction, the same steps on both engines.
//!
//! 1. [`keys`]: which people and messages do these webhooks name?
//! 2. [`load`]: what do we know of them? The rows are locked, so other nodes wait their turn.
//! 3. [`decide`]: what follows? Plain Rust over a [`world::World`] in memory, no SQL.
//! 4. [`mod@write`]: everything that changed, set by set.
//!
//! What always holds: a message is stored once however often it is delivered, a status never goes
//! backwards, two people we know are never made one silently, and whatever cannot be used yet
//! stays readable in the stored webhook. Nothing in here answers anybody or sends anything.
mod calls;
mod costs;
mod counting;
mod decide;
mod groups;
mod history;
mod identity;
mod keys;
mod load;
mod notices;
mod progress;
mod statuses;
mod system;
mod updates;
mod world;
mod write;

use std::collections::HashMap;
use std::sync::Arc;

use bytes::Bytes;
use whatsapp::webhook::Change;

use super::ingest::Turn;
use crate::app::App;
use crate::db::{self, Tx};
use crate::kernel::clock::Timestamp;
use crate::kernel::ids::{AccountId, AppId, WebhookEventId, WorkspaceId};

use keys::Keys;
pub use keys::message_key;
use world::World;

/// A signed webhook, ready to be worked on.
#[derive(Clone)]
pub(super) struct Webhook {
    /// The workspace of the app that signed it.
    pub(super) workspace: WorkspaceId,
    /// The app whose callback path it came to.
    pub(super) app: AppId,
    /// The body as received.
    pub(super) body: Bytes,
    /// When it was received.
    pub(super) received_at: Timestamp,
    /// What it says, or why that cannot be read.
    pub(super) changes: Result<Vec<Change>, String>,
    /// Our accounts among the numbers it names, by phone number id.
    pub(super) accounts: HashMap<String, AccountId>,
    /// The stored event that is worked on again; `None` the first time.
    pub(super) replay_of: Option<WebhookEventId>,
}

/// What became of a webhook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Outcome {
    /// `done`, `failed`, `unrouted` (a number we do not have) or `kept` (nothing uses it yet).
    pub(super) state: &'static str,
    /// Why it is not done, for the operator.
    pub(super) problem: Option<String>,
}

impl Outcome {
    fn done() -> Self {
        Self {
            state: "done",
            problem: None,
        }
    }

    /// Notes a problem; a failure weighs more than a lesser one noted before.
    fn note(&mut self, state: &'static str, problem: impl Into<String>) {
        if self.state == "done" || (state == "failed" && self.state != "failed") {
            *self = Self {
                state,
                problem: Some(problem.into()),
            };
        }
    }
}

/// Works on a batch and commits it. On an error nothing has happened. `turn` is given back when
/// all is written and the commit begins.
pub(super) async fn process(
    app: &App,
    batch: Arc<[Webhook]>,
    turn: Option<Turn>,
) -> db::Result<Vec<Outcome>> {
    let keys = keys::collect(&batch);
    let app = app.clone();
    let db = app.db.clone();
    db.at_once(move |tx| Box::pin(work(app, tx, batch, keys, turn)))
        .await
}

async fn work(
    app: App,
    tx: &mut Tx,
    batch: Arc<[Webhook]>,
    keys: Keys,
    _turn: Option<Turn>,
) -> db::Result<Vec<Outcome>> {
    let mut world = World::new(app.clock.now());
    load::load(tx, &mut world, &keys).await?;
    let outcomes: Vec<Outcome> = batch
        .iter()
        .map(|webhook| decide::webhook(&mut world, webhook))
        .collect();
    write::write(&app, tx, world, &batch, &outcomes).await?;
    Ok(outcomes)
}
