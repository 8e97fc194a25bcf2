//! SQLite: one thread that writes, a few that read, and readers that answer in place.
//!
//! There is exactly one writing connection in the process, so writers queue instead of meeting
//! "database is locked"; other processes are waited for with `busy_timeout`. Every commit is
//! synced before anybody hears of it (see [`Syncer`]): what was acknowledged survives a power cut.
//!
//! Memory: the page caches below are the engine's whole budget. Besides, the file is mapped, so that
//! what is read comes from the system's cache of files without a call to the system and a copy for
//! each page. Those pages are counted as resident in the process (`RssFile`), but they are the
//! system's cache, which it takes back when it needs the memory. Letting go of them again and again
//! was tried: a point read then takes twice as long.
mod log;
mod queue;
mod statement;
mod sync;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, mpsc};
use std::time::{Duration, Instant};

use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use tokio::sync::oneshot;

use super::signals::{Marks, Signals};
use super::{Error, FromRow, Result, Sql, Tx, TxEngine, to_its_end};
use log::{LogLength, checkpoint};
use queue::{GivenUp, Queue};
pub(super) use statement::{execute, query};
use sync::Syncer;

/// Page cache of the writer, KiB.
const WRITER_CACHE_KIB: i64 = 32 * 1024;
/// Page cache of each reader, KiB: only for what is still in the write-ahead log, as the file is mapped.
const READER_CACHE_KIB: i64 = 4 * 1024;
/// How much of the file is mapped: more than there can be.
const MAPPED: i64 = 1 << 44;
/// Threads for ordinary reads, and for those that may take long.
const READERS: usize = 2;
const SLOW_READERS: usize = 2;
/// Readers that answer point reads on the calling thread.
const INLINE_READERS: usize = 2;
/// How long another process's write lock is waited for.
const BUSY: Duration = Duration::from_secs(5);
/// A transaction that does nothing for this long is rolled back: it holds up every writer.
const IDLE_TRANSACTION: Duration = Duration::from_secs(10);
/// Reads are stopped after this long, unless they bring their own limit.
const READ_LIMIT: Duration = Duration::from_secs(30);
type Work = Box<dyn FnOnce(&mut Connection) + Send>;

/// The engine: handles to the writer and the readers.
pub(super) struct Sqlite {
    path: PathBuf,
    writer: mpsc::Sender<WriterMessage>,
    syncer: Syncer,
    reads: Arc<Queue>,
    slow_reads: Arc<Queue>,
    inline: Vec<Mutex<Connection>>,
    next_inline: AtomicUsize,
}

enum WriterMessage {
    Begin(oneshot::Sender<Result<mpsc::Sender<TxMessage>>>),
    Run(Box<dyn FnOnce(&Writer) + Send>),
}

/// The connection that writes. Only the writer's thread ever locks it.
type Writer = Arc<Mutex<Connection>>;

pub(super) enum TxMessage {
    Run(Work),
    Commit(oneshot::Sender<Result<()>>),
}

impl Sqlite {
    /// Opens or creates the file at `path` and starts the threads.
    pub(super) fn open(path: &Path) -> Result<Self> {
        let mut writer = connect(path, WRITER_CACHE_KIB)?;
        let mode: String = writer
            .query_row("PRAGMA journal_mode=WAL", [], |row| row.get(0))
            .map_err(Error::from)?;
        if mode != "wal" {
            return Err(Error::ReadOnly);
        }
        let log = LogLength::default();
        log.follow(&mut writer)?;
        let syncer = Syncer::start(path)?;
        let (sender, messages) = mpsc::channel();
        let (after_sync, length) = (syncer.clone(), log.clone());
        spawn("db-writer", move || {
            write(writer, &messages, &after_sync, &length);
        })?;

        let queues = [Arc::new(Queue::default()), Arc::new(Queue::default())];
        for (queue, count) in queues.iter().zip([READERS, SLOW_READERS]) {
            for _ in 0..count {
                let mut connection = connect_reader(path)?;
                let queue = Arc::clone(queue);
                spawn("db-reader", move || queue.serve(&mut connection))?;
            }
        }
        let inline = (0..INLINE_READERS)
            .map(|_| connect_reader(path).map(Mutex::new))
            .collect::<Result<_>>()?;
        let alive = Arc::downgrade(&queues[0]);
        log.watch(connect(path, 256)?, move || alive.strong_count() > 0)?;
        let [reads, slow_reads] = queues;
        Ok(Self {
            path: path.to_owned(),
            writer: sender,
            syncer,
            reads,
            slow_reads,
            inline,
            next_inline: AtomicUsize::new(0),
        })
    }

    /// The file of the database.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Reads on a reader thread; stopped when nobody waits any more or the time is over.
    pub(super) async fn read<T: FromRow>(&self, sql: Sql) -> Result<Vec<T>> {
        let queue = if sql.budget.is_some() {
            &self.slow_reads
        } else {
            &self.reads
        };
        let (reply, answer) = oneshot::channel();
        let given_up = GivenUp::default();
        let flag = Arc::clone(&given_up.0);
        let limit = sql.budget.unwrap_or(READ_LIMIT);
        let queued = Instant::now();
        queue.push(Box::new(move |connection| {
            metrics::histogram!("clientele_db_wait_seconds", "lane" => "read")
                .record(queued.elapsed().as_secs_f64());
            let deadline = Instant::now() + limit;
            let stop = move || flag.load(Ordering::Relaxed) || Instant::now() > deadline;
            if stop() {
                return;
            }
            let _ = connection.progress_handler(4_000, Some(stop));
            let rows = query(connection, &sql);
            let _ = connection.progress_handler(0, None::<fn() -> bool>);
            let _ = reply.send(rows);
        }));
        answer.await.unwrap_or(Err(Error::Stopped))
    }

    /// Reads a few rows by key on the calling thread, which costs less than waking another.
    pub(super) fn read_inline<T: FromRow>(&self, sql: &Sql) -> Result<Vec<T>> {
        let first = self.next_inline.fetch_add(1, Ordering::Relaxed);
        for offset in 0..self.inline.len() {
            let slot = &self.inline[(first + offset) % self.inline.len()];
            if let Ok(connection) = slot.try_lock() {
                return query(&connection, sql);
            }
        }
        query(&lock(&self.inline[first % self.inline.len()]), sql)
    }

    /// Runs one statement in a transaction of its own.
    pub(super) async fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Connection) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        self.visit(move |writer| work(&lock(writer))).await
    }

    /// Runs a whole transaction on the writer's thread and commits it: see [`super::Db::at_once`].
    pub(super) async fn at_once<T: Send + 'static>(
        &self,
        signals: Signals,
        work: impl for<'a> FnOnce(&'a mut Tx) -> BoxFuture<'a, Result<T>> + Send + 'static,
    ) -> Result<(T, Marks)> {
        self.visit(move |writer| {
            let here = TxEngine::Sqlite(SqliteTx::Here(Arc::clone(writer)));
            let mut tx = Tx::new(here, signals);
            // Statements answer in place here, so nothing is ever waited for.
            let value = to_its_end(work, &mut tx)
                .now_or_never()
                .unwrap_or_else(|| Err(Error::Engine("a transaction waited".to_owned())))?;
            Ok((value, tx.marks))
        })
        .await
    }

    /// Begins, works and ends on the writer's thread, and answers once it is synced.
    async fn visit<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Writer) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let (reply, answer) = oneshot::channel();
        let syncer = self.syncer.clone();
        let queued = Instant::now();
        let message = WriterMessage::Run(Box::new(move |writer| {
            metrics::histogram!("clientele_db_wait_seconds", "lane" => "write")
                .record(queued.elapsed().as_secs_f64());
            let begun = begin(&lock(writer));
            let done = begun.and_then(|()| {
                let value = work(writer);
                end(&lock(writer), value.is_ok())?;
                value
            });
            syncer.answer(reply, done);
        }));
        self.writer.send(message).map_err(|_| writer_gone())?;
        answer.await.unwrap_or_else(|_| Err(writer_gone()))
    }

    /// Moves the write-ahead log into the file, so that the next start has nothing to read.
    pub(super) async fn empty_log(&self) -> Result<()> {
        let (reply, answer) = oneshot::channel();
        let message = WriterMessage::Run(Box::new(move |writer| {
            let _ = reply.send(
                checkpoint(&lock(writer), "TRUNCATE")
                    .map(|_| ())
                    .map_err(Error::from),
            );
        }));
        self.writer.send(message).map_err(|_| writer_gone())?;
        answer.await.unwrap_or_else(|_| Err(writer_gone()))
    }

    /// Starts a transaction; it holds the writer until it ends.
    pub(super) async fn begin(&self) -> Result<SqliteTx> {
        let (reply, answer) = oneshot::channel();
        self.writer
            .send(WriterMessage::Begin(reply))
            .map_err(|_| writer_gone())?;
        let messages = answer.await.unwrap_or_else(|_| Err(writer_gone()))?;
        Ok(SqliteTx::Elsewhere(messages))
    }
}

/// An open transaction. Dropped without [`Self::commit`], it is rolled back.
pub(super) enum SqliteTx {
    /// The writer's thread is told what to do, and waits for it.
    Elsewhere(mpsc::Sender<TxMessage>),
    /// This is the writer's thread; [`Sqlite::visit`] ends the transaction.
    Here(Writer),
}

impl SqliteTx {
    /// Runs work on the writing connection.
    pub(super) async fn run<T: Send + 'static>(
        &mut self,
        work: impl FnOnce(&Connection) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let messages = match self {
            Self::Elsewhere(messages) => messages,
            Self::Here(writer) => return work(&lock(writer)),
        };
        let (reply, answer) = oneshot::channel();
        let message = TxMessage::Run(Box::new(move |connection| {
            let _ = reply.send(work(connection));
        }));
        messages.send(message).map_err(|_| Error::Stopped)?;
        answer.await.unwrap_or(Err(Error::Stopped))
    }

    /// Commits and syncs.
    pub(super) async fn commit(self) -> Result<()> {
        let Self::Elsewhere(messages) = self else {
            return Ok(());
        };
        let (reply, answer) = oneshot::channel();
        messages
            .send(TxMessage::Commit(reply))
            .map_err(|_| Error::Stopped)?;
        answer.await.unwrap_or(Err(Error::Stopped))
    }
}

/// The writer's thread: one message after the other until the database is dropped.
fn write(
    connection: Connection,
    messages: &mpsc::Receiver<WriterMessage>,
    syncer: &Syncer,
    log: &LogLength,
) {
    let writer = Arc::new(Mutex::new(connection));
    let mut last_try = 0;
    while let Ok(message) = messages.recv() {
        match message {
            WriterMessage::Run(work) => work(&writer),
            WriterMessage::Begin(reply) => transaction(&mut lock(&writer), reply, syncer),
        }
        log.shorten(&lock(&writer), &mut last_try);
    }
    let _ = checkpoint(&lock(&writer), "TRUNCATE");
}

fn transaction(
    connection: &mut Connection,
    reply: oneshot::Sender<Result<mpsc::Sender<TxMessage>>>,
    syncer: &Syncer,
) {
    if reply.is_closed() {
        return; // given up while it waited
    }
    if let Err(error) = begin(connection) {
        let _ = reply.send(Err(error));
        return;
    }
    let (sender, messages) = mpsc::channel();
    if reply.send(Ok(sender)).is_ok() {
        loop {
            match messages.recv_timeout(IDLE_TRANSACTION) {
                Ok(TxMessage::Run(work)) => work(connection),
                Ok(TxMessage::Commit(reply)) => {
                    syncer.answer(reply, end(connection, true));
                    return;
                }
                Err(_) => break,
            }
        }
    }
    let _ = end(connection, false);
}

fn begin(connection: &Connection) -> Result<()> {
    connection.prepare_cached("BEGIN IMMEDIATE")?.execute([])?;
    Ok(())
}

/// Commits or rolls back; a commit that fails is rolled back as well.
fn end(connection: &Connection, commit: bool) -> Result<()> {
    if commit {
        match connection
            .prepare_cached("COMMIT")
            .and_then(|mut commit| commit.execute([]))
        {
            Ok(_) => return Ok(()),
            Err(error) => {
                let _ = end(connection, false);
                return Err(error.into());
            }
        }
    }
    if !connection.is_autocommit() {
        connection.prepare_cached("ROLLBACK")?.execute([])?;
    }
    Ok(())
}

fn connect(path: &Path, cache_kib: i64) -> Result<Connection> {
    let connection = Connection::open_with_flags(
        path,
        OpenFlags::SQLITE_OPEN_READ_WRITE
            | OpenFlags::SQLITE_OPEN_CREATE
            | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )
    .map_err(|error| Error::Open(format!("cannot open {}: {error}", path.display())))?;
    connection.busy_timeout(BUSY)?;
    connection.set_prepared_statement_cache_capacity(256);
    connection.execute_batch(&format!(
        "PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY;
         PRAGMA cache_size=-{cache_kib}; PRAGMA trusted_schema=OFF;
         PRAGMA mmap_size={MAPPED}"
    ))?;
    // One plan per statement: without this, each new value may have it prepared again.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    rusqlite::vtab::array::load_module(&connection)?;
    Ok(connection)
}

fn connect_reader(path: &Path) -> Result<Connection> {
    let connection = connect(path, READER_CACHE_KIB)?;
    connection.execute_batch("PRAGMA query_only=ON")?;
    Ok(connection)
}

fn spawn(name: &str, work: impl FnOnce() + Send + 'static) -> Result<()> {
    std::thread::Builder::new()
        .name(name.to_owned())
        .spawn(work)
        .map(|_| ())
        .map_err(|error| Error::Open(format!("cannot start a thread: {error}")))
}

fn writer_gone() -> Error {
    Error::Lost("the database is closed".to_owned())
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Drop for Sqlite {
    fn drop(&mut self) {
        self.reads.close();
        self.slow_reads.close();
    }
}
