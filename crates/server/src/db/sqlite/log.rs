//! The length of the write-ahead log: who moves its pages into the file, and when it begins anew.
//!
//! A thread moves them in the background, which keeps the log short but cannot end it: while it works
//! the writer adds more. So when only a little is left of a long log, it tells the writer, who moves
//! the rest between two transactions; SQLite then writes the log from its beginning again. The
//! file of the log keeps its size, because overwriting what is there is much cheaper, for writing
//! and for syncing, than making a file grow.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use rusqlite::Connection;

use super::spawn;
use crate::db::Result;

/// The log begins anew after this many pages (of 4 KiB), when the background keeps up.
const LONG: usize = 32_768;
/// The writer itself moves everything after this many, when it does not.
const TOO_LONG: usize = 4 * LONG;
/// Pages that the writer moves in a few milliseconds.
const LITTLE: usize = 1_500;
/// How often one looks in the background.
const PAUSE: Duration = Duration::from_millis(500);
/// Passes in a row, each over what was written during the one before.
const PASSES: usize = 8;

/// What the writer and the background tell each other.
#[derive(Clone, Default)]
pub(super) struct LogLength(Arc<State>);

#[derive(Default)]
struct State {
    /// Pages in the log after the last commit.
    pages: AtomicUsize,
    /// Only little is left to move.
    nearly_moved: AtomicBool,
}

impl LogLength {
    /// Follows the log of the connection that writes.
    pub(super) fn follow(&self, writer: &mut Connection) -> Result<()> {
        let state = Arc::clone(&self.0);
        // Also ends SQLite's own way of keeping the log short.
        writer.wal_hook(Some(move |_: &mut _, pages| {
            let pages = usize::try_from(pages).unwrap_or(0);
            state.pages.store(pages, Ordering::Relaxed);
            Ok(())
        }))?;
        // What a single huge transaction made of the file is given back when the log begins anew.
        writer.execute_batch(&format!("PRAGMA journal_size_limit={}", TOO_LONG * 4_120))?;
        Ok(())
    }

    /// Starts the background, which ends when `is_open` says so.
    pub(super) fn watch(
        &self,
        connection: Connection,
        is_open: impl Fn() -> bool + Send + 'static,
    ) -> Result<()> {
        let state = Arc::clone(&self.0);
        spawn("db-checkpoint", move || {
            while is_open() {
                std::thread::sleep(PAUSE);
                for _ in 0..PASSES {
                    let Ok(moved) = checkpoint(&connection, "PASSIVE") else {
                        break;
                    };
                    let pages = state.pages.load(Ordering::Relaxed);
                    if pages < LONG {
                        break;
                    }
                    if pages.saturating_sub(moved) < LITTLE {
                        state.nearly_moved.store(true, Ordering::Relaxed);
                        break;
                    }
                }
            }
        })
    }

    /// For the writer, between two transactions: lets the log begin anew if it is time. Waits for
    /// nobody; when a reader still needs the log, it goes on and is tried again later.
    pub(super) fn shorten(&self, writer: &Connection, last_try: &mut usize) {
        let pages = self.0.pages.load(Ordering::Relaxed);
        if pages < *last_try {
            *last_try = 0; // it has begun anew
        }
        let nearly_moved = self.0.nearly_moved.swap(false, Ordering::Relaxed);
        if nearly_moved || pages > TOO_LONG.max(*last_try + LONG) {
            *last_try = pages;
            let _ = checkpoint(writer, "PASSIVE");
        }
    }
}

/// Moves pages from the log into the file; how many of the log's pages are in the file now.
pub(super) fn checkpoint(connection: &Connection, mode: &str) -> rusqlite::Result<usize> {
    let moved: i64 =
        connection.query_row(&format!("PRAGMA wal_checkpoint({mode})"), [], |row| {
            row.get(2)
        })?;
    Ok(usize::try_from(moved).unwrap_or(0))
}
