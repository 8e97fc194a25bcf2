//! The work of the reading threads, and how they map the file.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::{Duration, Instant};

use rusqlite::Connection;

use super::{Work, lock};
use crate::db::Result;

/// Set when the future that waits for a read is dropped, so that the read stops.
#[derive(Default)]
pub(super) struct GivenUp(pub(super) Arc<AtomicBool>);

impl Drop for GivenUp {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// More of the file than there can be.
const ALL: i64 = 1 << 44;
/// After so much work, or so many pieces of it, a thread lets go of the pages it has seen. Work
/// takes about ten microseconds for each of them, and the system maps its neighbours as well, so
/// this is some megabytes for each thread. Mapping anew costs far less than the work did.
const HEAVY: Duration = Duration::from_millis(1);
const PIECES: u32 = 32;

/// Maps the file, or maps it anew with none of its pages in our memory.
pub(super) fn map(connection: &Connection) -> Result<()> {
    let now: i64 = connection.query_row("PRAGMA mmap_size", [], |row| row.get(0))?;
    // SQLite maps anew only when it is told another size.
    let size = if now == ALL { ALL - 4_096 } else { ALL };
    connection.execute_batch(&format!("PRAGMA mmap_size={size}"))?;
    Ok(())
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
        let (mut mapped_for, mut pieces) = (Duration::ZERO, 0);
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
            let begun = Instant::now();
            work(connection);
            mapped_for += begun.elapsed();
            pieces += 1;
            if mapped_for > HEAVY || pieces == PIECES {
                let _ = map(connection);
                (mapped_for, pieces) = (Duration::ZERO, 0);
            }
        }
    }
}
