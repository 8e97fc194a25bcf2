//! The data layer: plain SQL, typed rows, two engines.
//!
//! Features write one SQL text, as for PostgreSQL, and never learn which engine runs it:
//!
//! ```ignore
//! sql("SELECT id, name FROM tags WHERE workspace_id = $1").bind(workspace).all::<Tag>(&app.db)
//! ```
//!
//! The same statement runs inside a transaction with `&mut tx`. A transaction that is dropped
//! (an error, a request that was given up) is rolled back. [`dialect`] lists the few words that
//! are rewritten for SQLite; text search is the only thing written twice. Start reading at
//! [`Sql`].
mod alone;
mod arg;
mod changes;
mod dialect;
mod error;
mod hold;
mod migrate;
mod postgres;
mod row;
mod signals;
mod sql;
mod sqlite;
#[cfg(test)]
mod tests;

use std::panic::AssertUnwindSafe;
use std::path::Path;
use std::sync::Arc;

use futures_util::FutureExt;
use futures_util::future::BoxFuture;

pub use alone::Alone;
pub use arg::{Arg, ListItem};
pub use changes::{Change, ChangeKind};
pub use error::{Error, Result};
pub use migrate::latest_version;
pub use row::{Column, FromRow, Json, RawColumn, RawJson, Row};
pub use signals::Topic;
pub use sql::{Sql, sql};

use changes::Changes;
use postgres::{Postgres, PostgresTx};
use signals::{Marks, Signals};
use sqlite::{Sqlite, SqliteTx};

/// An open database. Cheap to clone.
#[derive(Clone)]
pub struct Db(Arc<Open>);

struct Open {
    engine: Engine,
    signals: Signals,
}

#[expect(clippy::large_enum_variant, reason = "there is one, behind an `Arc`")]
enum Engine {
    Sqlite(Sqlite),
    Postgres(Postgres),
}

/// An open transaction; rolled back when it is dropped without [`Tx::commit`].
pub struct Tx {
    engine: TxEngine,
    signals: Signals,
    marks: Marks,
    changes: Changes,
}

#[expect(
    clippy::large_enum_variant,
    reason = "a box would cost SQLite an allocation too"
)]
enum TxEngine {
    Sqlite(SqliteTx),
    Postgres(PostgresTx),
}

/// How the engine finds rows of `customer_search` by a part of their text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextIndex {
    /// `customer_trigrams`, an FTS5 table beside it, is asked with `MATCH`.
    Trigrams,
    /// An index on the text itself answers `LIKE`.
    Like,
}

/// Where a statement runs: on the database by itself, or inside a transaction.
pub enum Conn<'a> {
    /// By itself.
    Db(&'a Db),
    /// Inside a transaction.
    Tx(&'a mut Tx),
}

impl<'a> From<&'a Db> for Conn<'a> {
    fn from(db: &'a Db) -> Self {
        Self::Db(db)
    }
}

impl<'a> From<&'a mut Tx> for Conn<'a> {
    fn from(tx: &'a mut Tx) -> Self {
        Self::Tx(tx)
    }
}

impl Db {
    /// Opens a SQLite file, which is created when missing, without migrating it.
    pub fn open_sqlite(path: &Path) -> Result<Self> {
        Ok(Self::new(Engine::Sqlite(Sqlite::open(path)?)))
    }

    /// Connects to PostgreSQL, without migrating it.
    pub async fn open_postgres(url: &str) -> Result<Self> {
        Ok(Self::new(Engine::Postgres(Postgres::open(url).await?)))
    }

    fn new(engine: Engine) -> Self {
        Self(Arc::new(Open {
            engine,
            signals: Signals::default(),
        }))
    }

    /// Starts a transaction. On SQLite it holds the only writer, so keep it short.
    pub async fn begin(&self) -> Result<Tx> {
        let engine = match &self.0.engine {
            Engine::Sqlite(engine) => TxEngine::Sqlite(engine.begin().await?),
            Engine::Postgres(engine) => TxEngine::Postgres(engine.begin().await?),
        };
        Ok(Tx::new(engine, self.0.signals.clone()))
    }

    /// Runs `work` in a transaction, commits it, and gives what it returned; an error or a panic
    /// rolls it back. For what is written all the time: an embedded database does all of it on the
    /// thread that writes, where no statement has to wait for another thread. So `work` must wait
    /// for nothing but the transaction it is given.
    pub async fn at_once<T: Send + 'static>(
        &self,
        work: impl for<'a> FnOnce(&'a mut Tx) -> BoxFuture<'a, Result<T>> + Send + 'static,
    ) -> Result<T> {
        let signals = &self.0.signals;
        match &self.0.engine {
            Engine::Sqlite(engine) => {
                let (value, marks) = engine.at_once(signals.clone(), work).await?;
                signals.raise(marks);
                Ok(value)
            }
            Engine::Postgres(engine) => {
                let engine = TxEngine::Postgres(engine.begin().await?);
                let mut tx = Tx::new(engine, signals.clone());
                let value = caught(work(&mut tx)).await?;
                tx.commit().await?;
                Ok(value)
            }
        }
    }

    /// Brings the schema to this program's version. Safe to call from several nodes at once.
    ///
    /// Fails with [`Error::Newer`] when the database was written by a later program.
    pub async fn migrate(&self) -> Result<()> {
        migrate::run(self).await
    }

    /// After very many writes: an embedded database moves its log into its file, so that the next
    /// start is quick; PostgreSQL looks after itself.
    pub async fn settle(&self) -> Result<()> {
        match &self.0.engine {
            Engine::Sqlite(engine) => engine.empty_log().await,
            Engine::Postgres(_) => Ok(()),
        }
    }

    /// The file of an embedded database; `None` on PostgreSQL.
    pub fn file(&self) -> Option<&Path> {
        match &self.0.engine {
            Engine::Sqlite(engine) => Some(engine.path()),
            Engine::Postgres(_) => None,
        }
    }

    /// How parts of texts are found here.
    pub fn text_index(&self) -> TextIndex {
        match &self.0.engine {
            Engine::Sqlite(_) => TextIndex::Trigrams,
            Engine::Postgres(_) => TextIndex::Like,
        }
    }

    /// Whether no other node can work on this database.
    pub fn is_of_one_process(&self) -> bool {
        matches!(&self.0.engine, Engine::Sqlite(_))
    }

    /// Whether this is the embedded engine. Only for what truly differs, such as text search.
    pub fn is_sqlite(&self) -> bool {
        matches!(&self.0.engine, Engine::Sqlite(_))
    }
}

/// Does the work, and writes what it changed as its last statement.
async fn to_its_end<T>(
    work: impl for<'a> FnOnce(&'a mut Tx) -> BoxFuture<'a, Result<T>>,
    tx: &mut Tx,
) -> Result<T> {
    let value = caught(work(tx)).await?;
    tx.write_changes().await?;
    Ok(value)
}

/// A panic as an error.
async fn caught<T>(work: BoxFuture<'_, Result<T>>) -> Result<T> {
    AssertUnwindSafe(work)
        .catch_unwind()
        .await
        .unwrap_or_else(|_| Err(Error::Engine("working on it panicked".to_owned())))
}

impl Tx {
    fn new(engine: TxEngine, signals: Signals) -> Self {
        Self {
            engine,
            signals,
            marks: Marks::default(),
            changes: Changes::default(),
        }
    }

    /// Makes everything since [`Db::begin`] permanent, synced to disk.
    pub async fn commit(mut self) -> Result<()> {
        self.write_changes().await?;
        match self.engine {
            TxEngine::Sqlite(tx) => tx.commit().await,
            TxEngine::Postgres(tx) => tx.commit().await,
        }?;
        self.signals.raise(self.marks);
        Ok(())
    }

    /// Whether this is the embedded engine. Only for what truly differs, such as text search.
    pub fn is_sqlite(&self) -> bool {
        matches!(&self.engine, TxEngine::Sqlite(_))
    }

    /// Runs several statements without values, for migrations.
    async fn batch(&mut self, text: String) -> Result<()> {
        match &mut self.engine {
            TxEngine::Sqlite(tx) => {
                tx.run(move |connection| Ok(connection.execute_batch(&text)?))
                    .await
            }
            TxEngine::Postgres(tx) => tx.batch(&text).await,
        }
    }
}
