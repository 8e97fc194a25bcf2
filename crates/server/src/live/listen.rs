//! One listener: what they may see and want, where they are, and what they are sent next.

use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use http::HeaderMap;
use tokio::sync::broadcast::error::RecvError;
use tokio::sync::{broadcast, watch};
use tokio::time::{Instant, Interval};

use super::hub::Seat;
use super::store;
use super::told::{Batch, Position, Told, tell};
use crate::access::{self, Caller, Permission};
use crate::app::App;
use crate::db::{self, ChangeKind};
use crate::kernel::ids::ConversationId;

/// How often a sign of life is sent, and whether the caller may still listen is asked. Proxies cut
/// connections on which nothing happens for half a minute or more.
const LOOK_EVERY: Duration = Duration::from_secs(15);
/// A comment, which says nothing.
const SIGN_OF_LIFE: Bytes = Bytes::from_static(b":\n\n");
/// Rows that somebody who is behind is told of at a time.
const ROWS: i64 = 100;

/// What somebody wants to hear.
#[derive(Debug, Default)]
pub(super) struct Wish {
    /// Only these kinds.
    pub(super) kinds: Option<HashSet<ChangeKind>>,
    /// Only this conversation and its messages.
    pub(super) conversation: Option<ConversationId>,
}

impl Wish {
    fn has(&self, event: &Told) -> bool {
        let kinds = self.kinds.as_ref();
        kinds.is_none_or(|kinds| kinds.contains(&event.kind)) && self.is_of_its_conversation(event)
    }

    /// Notes that are gone have left no trace of where they were, so whoever watches a conversation
    /// hears of all of them.
    fn is_of_its_conversation(&self, event: &Told) -> bool {
        self.conversation.is_none()
            || event.conversation == self.conversation
            || event.kind == ChangeKind::MessageDeleted
    }
}

/// Somebody who listens.
pub(super) struct Listener {
    pub(super) app: App,
    pub(super) caller: Caller,
    /// Of their request, to ask again who they are.
    pub(super) headers: HeaderMap,
    pub(super) wish: Wish,
    /// What the stream begins with.
    pub(super) opening: Option<Bytes>,
    /// Up to where they were told.
    pub(super) at: Position,
    /// Whether they have to be told from the rows.
    pub(super) is_behind: bool,
    pub(super) inbox: broadcast::Receiver<Arc<Batch>>,
    pub(super) forgettings: watch::Receiver<u64>,
    pub(super) closing: watch::Receiver<bool>,
    pub(super) looks: Interval,
    pub(super) _seat: Seat,
}

/// When a listener is looked after.
pub(super) fn looks() -> Interval {
    tokio::time::interval_at(Instant::now() + LOOK_EVERY, LOOK_EVERY)
}

/// What somebody must be allowed to see to hear of this.
fn needed(kind: ChangeKind) -> Permission {
    match kind {
        ChangeKind::JobDead => Permission::EventsManage,
        _ => Permission::CustomersRead,
    }
}

/// Whether the caller may hear of anything.
///
/// # Errors
///
/// 403 `forbidden` otherwise.
pub(super) fn may_listen(caller: &Caller) -> Result<(), crate::http::Problem> {
    match caller.permissions.has(Permission::EventsManage) {
        true => Ok(()),
        false => caller.require(Permission::CustomersRead),
    }
}

impl Listener {
    /// What they are sent next; `None` ends the stream, and then their program resumes it.
    pub(super) async fn next(&mut self) -> Option<Bytes> {
        if let Some(opening) = self.opening.take() {
            return Some(opening);
        }
        loop {
            let is_forgotten = self.forgettings.has_changed().unwrap_or(true);
            if *self.closing.borrow() || (is_forgotten && !self.is_welcome().await) {
                return None;
            }
            if self.is_behind {
                match self.catch_up().await {
                    Ok(frames) if frames.is_empty() => continue,
                    Ok(frames) => return Some(frames),
                    Err(error) => {
                        tracing::warn!(%error, "a stream of changes ended");
                        return None;
                    }
                }
            }
            tokio::select! {
                biased;
                _ = self.closing.changed() => {}
                _ = self.forgettings.changed() => self.forgettings.mark_changed(),
                _ = self.looks.tick() => {
                    return self.is_welcome().await.then_some(SIGN_OF_LIFE);
                }
                told = self.inbox.recv() => match told {
                    Ok(batch) => {
                        let frames = self.pick(&batch);
                        if !frames.is_empty() {
                            return Some(frames);
                        }
                    }
                    Err(RecvError::Lagged(_)) => self.is_behind = true,
                    Err(RecvError::Closed) => return None,
                },
            }
        }
    }

    /// The next events from the rows; when there are no more rows they are not behind any more.
    async fn catch_up(&mut self) -> db::Result<Bytes> {
        // The row itself as well: they may have been told only a part of it.
        let from = self.at.row - i64::from(!self.at.is_whole());
        let workspace = self.caller.workspace;
        let rows = store::after(&self.app.db, workspace, from, ROWS).await?;
        if rows.is_empty() {
            self.is_behind = false;
            return Ok(Bytes::new());
        }
        let batch = tell(&self.app, workspace, &rows, self.at).await?;
        Ok(self.pick(&batch))
    }

    /// What is theirs of a batch.
    fn pick(&mut self, batch: &Batch) -> Bytes {
        let is_theirs = |event: &&Told| {
            let may_see = self.caller.permissions.has(needed(event.kind));
            may_see && event.position > self.at && self.wish.has(event)
        };
        let theirs = batch.events.iter().filter(is_theirs);
        let frames = if theirs.clone().count() == batch.events.len() {
            batch.frames.clone()
        } else {
            let mut frames = BytesMut::new();
            for event in theirs {
                frames.extend_from_slice(&event.frame);
            }
            frames.freeze()
        };
        self.at = self.at.max(batch.end);
        frames
    }

    /// Whether the caller may still see what they see; yes as long as nobody can be asked.
    async fn is_welcome(&mut self) -> bool {
        self.forgettings.mark_unchanged();
        match access::identify(&self.app, &self.headers).await {
            Ok(caller) => caller.permissions == self.caller.permissions,
            Err(problem) => problem.status_code().is_server_error(),
        }
    }
}
