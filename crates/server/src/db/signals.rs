//! Signals: whoever waits for work learns at once that a transaction left some, on every node.
//!
//! [`Tx::signal`] marks a transaction; when it is committed, those who wait on [`Db::signals`] wake.
//! On PostgreSQL the other nodes are told by `NOTIFY`, after the commit and for many commits
//! together: a `NOTIFY` inside a transaction would have all commits of the database wait for each
//! other. So a signal can be lost with its process, and carries no data: it only saves the waiting.
//! Whoever waits looks for work by itself every few seconds as well.

use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use std::time::Duration;

use tokio::sync::{Notify, watch};
use uuid::Uuid;

use super::{Db, Engine, Tx};

/// Before a broken connection for notices is made again.
const AGAIN: Duration = Duration::from_secs(2);

/// What a transaction left to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Topic {
    /// Jobs.
    Jobs,
    /// Messages to send.
    Outbox,
    /// Changes that screens show.
    Live,
}

impl Topic {
    const ALL: [Self; 3] = [Self::Jobs, Self::Outbox, Self::Live];

    fn bit(self) -> u8 {
        1 << self as u8
    }
}

/// A set of topics.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Marks(u8);

impl Marks {
    pub(super) fn add(&mut self, topic: Topic) {
        self.0 |= topic.bit();
    }
}

/// Who waits in this process, and what the other nodes are yet to be told.
#[derive(Clone)]
pub(super) struct Signals(Arc<Inner>);

struct Inner {
    /// Of each topic, how often it was signalled.
    topics: [watch::Sender<u64>; Topic::ALL.len()],
    /// Marks that the other nodes were not told yet; only with PostgreSQL somebody takes them.
    untold: AtomicU8,
    tell: Notify,
}

impl Default for Signals {
    fn default() -> Self {
        Self(Arc::new(Inner {
            topics: std::array::from_fn(|_| watch::Sender::new(0)),
            untold: AtomicU8::new(0),
            tell: Notify::new(),
        }))
    }
}

impl Signals {
    /// Wakes this process, and has the other nodes told.
    pub(super) fn raise(&self, marks: Marks) {
        if marks == Marks::default() {
            return;
        }
        self.wake(marks);
        self.0.untold.fetch_or(marks.0, Ordering::AcqRel);
        self.0.tell.notify_one();
    }

    fn wake(&self, marks: Marks) {
        for topic in Topic::ALL {
            if marks.0 & topic.bit() != 0 {
                self.0.topics[topic as usize].send_modify(|count| *count = count.wrapping_add(1));
            }
        }
    }
}

impl Tx {
    /// When this transaction is committed, wakes those who wait for `topic`.
    pub fn signal(&mut self, topic: Topic) {
        self.marks.add(topic);
    }
}

impl Db {
    /// A receiver that changes whenever a commit signals `topic`, on this node or another.
    pub fn signals(&self, topic: Topic) -> watch::Receiver<u64> {
        self.0.signals.0.topics[topic as usize].subscribe()
    }

    /// Wakes those who wait for `topic` without a transaction: the time moved, not the data.
    pub fn signal(&self, topic: Topic) {
        self.0.signals.raise(Marks(topic.bit()));
    }

    /// Passes signals between the nodes for as long as the program runs. An embedded database has
    /// one node, so there is nothing to pass.
    pub async fn pass_signals(self) {
        let Engine::Postgres(engine) = &self.0.engine else {
            return;
        };
        let node = Uuid::new_v4().simple().to_string();
        let signals = &self.0.signals;
        loop {
            let ended = match engine.listen().await {
                Ok(mut line) => {
                    // What was told while nobody listened is looked for once.
                    signals.wake(Marks(u8::MAX));
                    loop {
                        tokio::select! {
                            () = signals.0.tell.notified() => {
                                let marks = signals.0.untold.swap(0, Ordering::AcqRel);
                                if let Err(error) = line.tell(&format!("{node} {marks}")).await {
                                    break error;
                                }
                            }
                            told = line.next() => match told {
                                Ok(told) => {
                                    let other = told.split_once(' ').filter(|(from, _)| *from != node);
                                    if let Some(marks) = other.and_then(|(_, marks)| marks.parse().ok()) {
                                        signals.wake(Marks(marks));
                                    }
                                }
                                Err(error) => break error,
                            },
                        }
                    }
                }
                Err(error) => error,
            };
            tracing::warn!(error = %ended, "the other nodes cannot be told; trying again");
            tokio::time::sleep(AGAIN).await;
        }
    }
}
