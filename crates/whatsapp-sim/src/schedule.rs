//! What is going to happen, and when: statuses, replies, reviews, retries.
//!
//! One task waits for the next thing that is due. The clock may jump without telling anybody, so it
//! looks again every few milliseconds while something is due later.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use crate::Inner;
use crate::outbox::{LaneKey, Update};
use crate::people::PersonId;

/// The longest sleep while something is due: how late a jump of the clock is noticed.
const LOOK_AGAIN: Duration = Duration::from_millis(10);
/// Things done under one lock, so that requests get their turn.
const AT_ONCE: usize = 128;

/// Something that happens later.
#[derive(Debug)]
pub(crate) enum Due {
    /// An accepted send is `sent` or fails.
    Sent { send: usize },
    /// A sent message reaches the phone.
    Delivered { send: usize },
    /// A delivered message is read.
    Read { send: usize },
    /// A person answers by themselves.
    Reply { person: PersonId, wamid: String },
    /// Meta decides about a template.
    Review { template: u64 },
    /// A late or repeated webhook.
    Aside(Box<Update>),
    /// A lane may be tried again.
    Wake(LaneKey),
}

/// Everything that is due, by time and then by the order in which it was added.
#[derive(Debug, Default)]
pub(crate) struct Schedule {
    due: BTreeMap<(i64, u64), Due>,
    added: u64,
}

impl Schedule {
    pub(crate) fn add(&mut self, at: i64, due: Due) {
        self.added += 1;
        self.due.insert((at, self.added), due);
    }

    fn next_at(&self) -> Option<i64> {
        self.due.keys().next().map(|(at, _)| *at)
    }

    fn take(&mut self, now: i64) -> Option<Due> {
        let (at, _) = *self.due.keys().next()?;
        (at <= now).then(|| self.due.pop_first().map(|(_, due)| due))?
    }

    pub(crate) fn len(&self) -> usize {
        self.due.len()
    }
}

/// Lets everything happen when it is due. Never returns.
pub(crate) async fn run(inner: Arc<Inner>) {
    let wakes = inner.wakes.clone();
    loop {
        match happen(&inner) {
            Next::Now => tokio::task::yield_now().await,
            Next::Idle => wakes.schedule.notified().await,
            Next::In(wait) => {
                // Either way it is time to look again.
                let _ = tokio::time::timeout(wait, wakes.schedule.notified()).await;
            }
        }
    }
}

enum Next {
    Now,
    In(Duration),
    Idle,
}

fn happen(inner: &Inner) -> Next {
    let mut state = inner.lock();
    for _ in 0..AT_ONCE {
        let now = state.now();
        match state.schedule.take(now) {
            Some(due) => state.happens(due),
            None => {
                return state.schedule.next_at().map_or(Next::Idle, |at| {
                    let wait = u64::try_from(at - now).unwrap_or(0);
                    Next::In(Duration::from_micros(wait).min(LOOK_AGAIN))
                });
            }
        }
    }
    Next::Now
}
