//! The work of the reading threads.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, PoisonError};

use rusqlite::Connection;

use super::{Work, lock};

/// Set when the future that waits for a read is dropped, so that the read stops.
#[derive(Default)]
pub(super) struct GivenUp(pub(super) Arc<AtomicBool>);

impl Drop for GivenUp {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// Work for a few threads, first come first served.
#[derive(Default)]
pub(super) struct Queue {
    state: Mutex<(VecDeque<Work>, bool)>,
    ready: Condvar,
}

impl Queue {
    pub(super) fn push(&self, work: Work) {
        lock(&self.state).0.push_back(work);
        self.ready.notify_one();
    }

    pub(super) fn close(&self) {
        lock(&self.state).1 = true;
        self.ready.notify_all();
    }

    pub(super) fn serve(&self, connection: &mut Connection) {
        loop {
            let mut state = lock(&self.state);
            let work = loop {
                if let Some(work) = state.0.pop_front() {
                    break work;
                }
                if state.1 {
                    return;
                }
                state = self
                    .ready
                    .wait(state)
                    .unwrap_or_else(PoisonError::into_inner);
            };
            drop(state);
            work(connection);
        }
    }
}
