//! Syncing: a commit is answered when it is on the disk, and the writer does not wait for that.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::mpsc;

use tokio::sync::oneshot;

use super::spawn;
use crate::db::{Error, Result};

/// Syncs the write-ahead log, and only then lets those know who wait for their commits.
///
/// SQLite itself would sync within each `COMMIT` (`synchronous=FULL`), and the writer would stand
/// still meanwhile. Here SQLite only writes the log (`NORMAL`), this thread syncs it, and the
/// writer goes on with the next transaction. What is synced is everything in the log, so commits
/// that come during one sync share the next. The log is made to be cut off anywhere: what follows
/// the last synced commit is lost in a power cut, and nobody was told of it.
#[derive(Clone)]
pub(super) struct Syncer(mpsc::Sender<Synced>);

/// Told how the sync went.
type Synced = Box<dyn FnOnce(Result<()>) + Send>;

impl Syncer {
    /// Starts the thread for the log of the database at `path`; it ends with the last clone.
    pub(super) fn start(path: &Path) -> Result<Self> {
        let (sender, waiting) = mpsc::channel::<Synced>();
        let mut log = Log::of(path);
        spawn("db-sync", move || {
            while let Ok(first) = waiting.recv() {
                let waiting: Vec<Synced> =
                    std::iter::once(first).chain(waiting.try_iter()).collect();
                let problem = log.sync().err();
                for synced in waiting {
                    synced(problem.as_ref().map_or(Ok(()), |error| {
                        Err(Error::Lost(format!("the log cannot be synced: {error}")))
                    }));
                }
            }
        })?;
        Ok(Self(sender))
    }

    /// Answers with what was done: a commit once it is synced, a failure at once.
    pub(super) fn answer<T: Send + 'static>(
        &self,
        reply: oneshot::Sender<Result<T>>,
        done: Result<T>,
    ) {
        let value = match done {
            Ok(value) => value,
            Err(error) => {
                let _ = reply.send(Err(error));
                return;
            }
        };
        // When the thread is gone the reply is dropped, which its waiter takes for a failure.
        let _ = self.0.send(Box::new(move |synced| {
            let _ = reply.send(synced.map(|()| value));
        }));
    }
}

/// The file of the write-ahead log.
struct Log {
    path: PathBuf,
    file: Option<File>,
    broken: bool,
}

impl Log {
    fn of(database: &Path) -> Self {
        let mut path = database.as_os_str().to_owned();
        path.push("-wal");
        Self {
            path: path.into(),
            file: None,
            broken: false,
        }
    }

    fn sync(&mut self) -> std::io::Result<()> {
        if self.broken {
            // The system forgets what it could not write once it has said so, and a second sync
            // would succeed without it.
            return Err(std::io::Error::other(
                "an earlier sync failed; restart the server",
            ));
        }
        let done = self.sync_file();
        self.broken = done.is_err();
        done
    }

    fn sync_file(&mut self) -> std::io::Result<()> {
        let file = match &mut self.file {
            Some(file) => file,
            none => {
                // Made by the first commit. Its name must survive as well.
                let file = File::open(&self.path)?;
                if let Some(folder) = self.path.parent().filter(|at| !at.as_os_str().is_empty()) {
                    File::open(folder)?.sync_all()?;
                }
                none.insert(file)
            }
        };
        file.sync_data()
    }
}
