//! Who listens on this node: a channel for each workspace that somebody watches.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use http::StatusCode;
use tokio::sync::{Notify, broadcast, watch};

use super::told::Batch;
use crate::access::Actor;
use crate::app::App;
use crate::http::Problem;
use crate::kernel::ids::WorkspaceId;

/// Streams that one member or key may have open on a node.
pub(super) const PER_CALLER: usize = 100;
/// Batches that a channel keeps for those who are a little behind.
const WAITING: usize = 64;

/// The listeners of this node.
#[derive(Debug)]
pub struct Live {
    hub: Mutex<Hub>,
    /// Somebody began to listen.
    news: Notify,
    closed: watch::Sender<bool>,
}

#[derive(Debug, Default)]
struct Hub {
    channels: HashMap<WorkspaceId, Channel>,
    seats: HashMap<Who, usize>,
}

#[derive(Debug)]
struct Channel {
    sender: broadcast::Sender<Arc<Batch>>,
    /// The last row that was read for it; `None` until its first listener has said where to begin.
    read: Option<i64>,
}

/// A caller, whatever request they make.
type Who = (WorkspaceId, &'static str, Option<i64>);

impl Default for Live {
    fn default() -> Self {
        Self {
            hub: Mutex::default(),
            news: Notify::new(),
            closed: watch::Sender::new(false),
        }
    }
}

impl Live {
    /// Ends all streams for good: the server stops, and would wait for them.
    pub fn close(&self) {
        self.closed.send_replace(true);
    }

    /// A receiver of whether all streams are to end.
    pub(super) fn closing(&self) -> watch::Receiver<bool> {
        self.closed.subscribe()
    }

    /// From now on the receiver gets what is read for the workspace. Nothing is, before
    /// [`Self::begin`] was called for it once.
    pub(super) fn subscribe(&self, workspace: WorkspaceId) -> broadcast::Receiver<Arc<Batch>> {
        let channel = || Channel {
            sender: broadcast::Sender::new(WAITING),
            read: None,
        };
        let mut hub = self.hub();
        let channel = hub.channels.entry(workspace).or_insert_with(channel);
        channel.sender.subscribe()
    }

    /// Has the workspace read from after this row on, unless it is read already.
    pub(super) fn begin(&self, workspace: WorkspaceId, row: i64) {
        if let Some(channel) = self.hub().channels.get_mut(&workspace) {
            channel.read.get_or_insert(row);
        }
        self.news.notify_one();
    }

    /// Done when somebody began to listen since it was last done.
    pub(super) async fn news(&self) {
        self.news.notified().await;
    }

    /// The workspaces that are watched, with the last row read for each.
    pub(super) fn watched(&self) -> Vec<(WorkspaceId, i64)> {
        let mut hub = self.hub();
        hub.channels
            .retain(|_, channel| channel.sender.receiver_count() > 0);
        let channels = hub.channels.iter();
        channels
            .filter_map(|(workspace, channel)| Some((*workspace, channel.read?)))
            .collect()
    }

    /// Hands a batch to everybody who watches the workspace.
    pub(super) fn send(&self, workspace: WorkspaceId, batch: Batch) {
        if let Some(channel) = self.hub().channels.get_mut(&workspace) {
            channel.read = Some(batch.end.row);
            // Without listeners there is nobody to miss it.
            let _ = channel.sender.send(Arc::new(batch));
        }
    }

    fn hub(&self) -> MutexGuard<'_, Hub> {
        self.hub.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A stream that counts as one of its caller's as long as it lives.
pub(super) struct Seat(App, Who);

impl Seat {
    /// Takes one of the caller's seats.
    ///
    /// # Errors
    ///
    /// 429 `too_many_streams` when all are taken.
    pub(super) fn take(app: &App, workspace: WorkspaceId, actor: Actor) -> Result<Self, Problem> {
        let who = (workspace, actor.kind(), actor.id());
        let mut hub = app.live.hub();
        let taken = hub.seats.entry(who).or_default();
        if *taken >= PER_CALLER {
            let title = format!(
                "This caller has {PER_CALLER} streams open already; close some, or share one."
            );
            let problem = Problem::new(StatusCode::TOO_MANY_REQUESTS, "too_many_streams", title);
            return Err(problem.retry_after(10));
        }
        *taken += 1;
        Ok(Self(app.clone(), who))
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        let mut hub = self.0.live.hub();
        if let Some(taken) = hub.seats.get_mut(&self.1) {
            *taken -= 1;
            if *taken == 0 {
                hub.seats.remove(&self.1);
            }
        }
    }
}
