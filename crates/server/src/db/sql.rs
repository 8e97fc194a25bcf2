//! A statement with its values, and the ways to run it.

use std::borrow::Cow;
use std::time::Duration;

use super::{Arg, Conn, Db, Engine, Error, FromRow, Result, TxEngine, sqlite};

/// A statement: one text for both engines, see [`super`] for what may stand in it.
#[derive(Debug, Clone)]
pub struct Sql {
    pub(super) text: Cow<'static, str>,
    pub(super) args: Vec<Arg>,
    pub(super) rows: Option<Vec<Vec<Arg>>>,
    pub(super) columns: Option<Vec<Vec<Arg>>>,
    pub(super) once: bool,
    pub(super) quick: bool,
    pub(super) budget: Option<Duration>,
}

/// Begins a statement.
pub fn sql(text: impl Into<Cow<'static, str>>) -> Sql {
    Sql {
        text: text.into(),
        args: Vec::new(),
        rows: None,
        columns: None,
        once: false,
        quick: false,
        budget: None,
    }
}

impl Sql {
    /// Binds the next value: the first to `$1`, and so on.
    #[must_use]
    pub fn bind(mut self, value: impl Into<Arg>) -> Self {
        self.args.push(value.into());
        self
    }

    /// Binds several values in order.
    #[must_use]
    pub fn bind_all(mut self, values: impl IntoIterator<Item = Arg>) -> Self {
        self.args.extend(values);
        self
    }

    /// The table that `$rows(…)` stands for; each row has a value for every column named there.
    #[must_use]
    pub fn rows(mut self, rows: impl IntoIterator<Item = Vec<Arg>>) -> Self {
        self.rows = Some(rows.into_iter().collect());
        self
    }

    /// A statement made for one request, not worth keeping prepared; planned for its values.
    #[must_use]
    pub fn once(mut self) -> Self {
        self.once = true;
        self
    }

    /// A read of a few rows by key: answered in microseconds, on the shortest way.
    #[must_use]
    pub fn quick(mut self) -> Self {
        self.quick = true;
        self
    }

    /// Stops the read after `limit` with [`Error::Stopped`], and keeps it apart from quick ones.
    #[must_use]
    pub fn within(mut self, limit: Duration) -> Self {
        self.budget = Some(limit);
        self
    }

    /// All rows.
    pub async fn all<T: FromRow>(mut self, conn: impl Into<Conn<'_>>) -> Result<Vec<T>> {
        if self.is_empty_batch() {
            return Ok(Vec::new());
        }
        match conn.into() {
            Conn::Db(db) => self.all_from(db).await,
            Conn::Tx(tx) => match &mut tx.engine {
                TxEngine::Sqlite(tx) => {
                    tx.run(move |connection| sqlite::query(connection, &self))
                        .await
                }
                TxEngine::Postgres(tx) => {
                    self.turn();
                    tx.query(&self).await
                }
            },
        }
    }

    async fn all_from<T: FromRow>(mut self, db: &Db) -> Result<Vec<T>> {
        match &db.0.engine {
            Engine::Sqlite(engine) if !self.is_read() => {
                engine
                    .write(move |connection| sqlite::query(connection, &self))
                    .await
            }
            Engine::Sqlite(engine) if self.quick => engine.read_inline(&self),
            Engine::Sqlite(engine) => engine.read(self).await,
            Engine::Postgres(engine) if !self.is_read() => {
                self.turn();
                engine.query_in_place(&self).await
            }
            Engine::Postgres(engine) if self.quick => engine.read_pipelined(&self).await,
            Engine::Postgres(engine) => engine.read(self).await,
        }
    }

    /// The first row, if there is one.
    pub async fn maybe<T: FromRow>(self, conn: impl Into<Conn<'_>>) -> Result<Option<T>> {
        Ok(self.all(conn).await?.into_iter().next())
    }

    /// The first row; [`Error::NoRow`] when there is none.
    pub async fn one<T: FromRow>(self, conn: impl Into<Conn<'_>>) -> Result<T> {
        self.maybe(conn).await?.ok_or(Error::NoRow)
    }

    /// Runs a statement for its effect; how many rows it changed.
    pub async fn run(mut self, conn: impl Into<Conn<'_>>) -> Result<u64> {
        if self.is_empty_batch() {
            return Ok(0);
        }
        match conn.into() {
            Conn::Db(db) => match &db.0.engine {
                Engine::Sqlite(engine) => {
                    engine
                        .write(move |connection| sqlite::execute(connection, &self))
                        .await
                }
                Engine::Postgres(engine) => {
                    self.turn();
                    engine.execute(&self).await
                }
            },
            Conn::Tx(tx) => match &mut tx.engine {
                TxEngine::Sqlite(tx) => {
                    tx.run(move |connection| sqlite::execute(connection, &self))
                        .await
                }
                TxEngine::Postgres(tx) => {
                    self.turn();
                    tx.execute(&self).await
                }
            },
        }
    }

    fn is_empty_batch(&self) -> bool {
        self.rows.as_ref().is_some_and(Vec::is_empty)
    }

    /// Rows into columns, the form that PostgreSQL's `UNNEST` takes.
    fn turn(&mut self) {
        let Some(rows) = self.rows.take() else { return };
        let width = rows.first().map_or(0, Vec::len);
        let mut columns: Vec<Vec<Arg>> =
            (0..width).map(|_| Vec::with_capacity(rows.len())).collect();
        for row in rows {
            for (column, value) in columns.iter_mut().zip(row) {
                column.push(value);
            }
        }
        self.columns = Some(columns);
    }

    /// Whether the statement only reads, by its first word.
    fn is_read(&self) -> bool {
        let text = self.text.trim_start();
        text.starts_with("SELECT") || text.starts_with("WITH")
    }

    pub(super) fn check_binds(&self, wanted: usize, bound: usize) -> Result<()> {
        if wanted == bound {
            return Ok(());
        }
        Err(Error::Bind {
            wanted,
            bound,
            statement: self.text.to_string(),
        })
    }
}
