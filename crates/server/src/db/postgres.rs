//! PostgreSQL: a pool for transactions and lists, and a pipelined connection for point reads.
//!
//! Statements are prepared once per connection. Those marked [`Sql::once`] are planned for their
//! values instead, which the filters and searches need.

use std::collections::HashMap;
use std::future::Future;
use std::str::FromStr;
use std::sync::{Arc, RwLock};
use std::time::{Duration, Instant};

use deadpool_postgres::{Manager, ManagerConfig, Object, Pool, RecyclingMethod, Runtime};
use futures_util::StreamExt;
use tokio::sync::mpsc;
use tokio_postgres::types::{ToSql, Type};
use tokio_postgres::{AsyncMessage, Client, Config, NoTls, Statement};

use super::{Arg, Error, FromRow, Result, Row, Sql, dialect};

/// Connections for transactions and lists.
const POOL: usize = 16;
/// How long a connection of the pool is waited for.
const WAIT: Duration = Duration::from_secs(10);

/// The engine: a pool and the pipelined connection.
pub(super) struct Postgres {
    config: Config,
    pool: Pool,
    pipelined: tokio::sync::Mutex<()>,
    current: RwLock<Option<Arc<Pipelined>>>,
}

/// A connection that many requests share: their statements follow each other without waiting.
struct Pipelined {
    client: Client,
    statements: RwLock<HashMap<String, Statement>>,
}

impl Postgres {
    /// Connects to `url`, such as `postgres://user:password@host:5432/database`.
    pub(super) async fn open(url: &str) -> Result<Self> {
        let mut config = Config::from_str(url).map_err(|error| {
            Error::Open(format!(
                "the database URL is not understood ({}); write postgres://user:password@host:5432/database",
                std::error::Error::source(&error).map_or(error.to_string(), ToString::to_string)
            ))
        })?;
        config
            .application_name("clientele")
            .connect_timeout(Duration::from_secs(10));
        if config.get_options().is_none() {
            config.options("-c idle_in_transaction_session_timeout=60s");
        }
        let manager = Manager::from_config(
            config.clone(),
            NoTls,
            ManagerConfig {
                recycling_method: RecyclingMethod::Fast,
            },
        );
        let pool = Pool::builder(manager)
            .max_size(POOL)
            .runtime(Runtime::Tokio1)
            .wait_timeout(Some(WAIT))
            .create_timeout(Some(WAIT))
            .build()
            .map_err(|error| Error::Open(error.to_string()))?;
        let engine = Self {
            config,
            pool,
            pipelined: tokio::sync::Mutex::default(),
            current: RwLock::default(),
        };
        // A wrong address or password is said at the start, not at the first request.
        engine
            .pipelined()
            .await
            .map_err(|error| Error::Open(format!("cannot connect to the database: {error}")))?;
        Ok(engine)
    }

    pub(super) async fn read<T: FromRow>(&self, sql: Sql) -> Result<Vec<T>> {
        let waited = Instant::now();
        let mut client = self.pool.get().await?;
        metrics::histogram!("clientele_db_wait_seconds", "lane" => "read")
            .record(waited.elapsed().as_secs_f64());
        let Some(budget) = sql.budget else {
            return query(&client, &sql).await;
        };
        let limited = client.transaction().await?;
        limited
            .batch_execute(&format!(
                "SET LOCAL statement_timeout = {}",
                budget.as_millis().max(1)
            ))
            .await?;
        let rows = query_once(limited.client(), &sql).await;
        limited.rollback().await?;
        rows
    }

    pub(super) async fn read_pipelined<T: FromRow>(&self, sql: &Sql) -> Result<Vec<T>> {
        let pipelined = self.pipelined().await?;
        let text = dialect::postgres(&sql.text);
        let known = pipelined
            .statements
            .read()
            .ok()
            .and_then(|all| all.get(&*text).cloned());
        let statement = match known {
            Some(statement) => statement,
            None => {
                let statement = pipelined.client.prepare(&text).await?;
                if let Ok(mut all) = pipelined.statements.write() {
                    all.insert(text.into_owned(), statement.clone());
                }
                statement
            }
        };
        sql.check_binds(statement.params().len(), sql.args.len())?;
        decode(
            &pipelined.client.query(&statement, &refs(&sql.args)).await?,
            sql,
        )
    }

    /// The pipelined connection, made anew when it broke.
    async fn pipelined(&self) -> Result<Arc<Pipelined>> {
        let alive = || {
            let current = self.current.read().ok()?;
            current
                .clone()
                .filter(|pipelined| !pipelined.client.is_closed())
        };
        if let Some(pipelined) = alive() {
            return Ok(pipelined);
        }
        let _one_at_a_time = self.pipelined.lock().await;
        if let Some(pipelined) = alive() {
            return Ok(pipelined);
        }
        let (client, connection) =
            self.config
                .connect(NoTls)
                .await
                .map_err(|error| match Error::from(error) {
                    Error::Engine(message) => Error::Lost(message),
                    known => known,
                })?;
        tokio::spawn(async move {
            if let Err(error) = connection.await {
                tracing::warn!(%error, "a database connection ended");
            }
        });
        let pipelined = Arc::new(Pipelined {
            client,
            statements: RwLock::default(),
        });
        if let Ok(mut current) = self.current.write() {
            *current = Some(Arc::clone(&pipelined));
        }
        Ok(pipelined)
    }

    /// A connection by itself that holds the lock called `name`; `None` while another has it.
    pub(super) async fn lock(&self, name: &str) -> Result<Option<Client>> {
        let (client, connection) = self.config.connect(NoTls).await?;
        tokio::spawn(async move {
            if let Err(error) = connection.await {
                tracing::warn!(%error, "the database connection that held a lock ended");
            }
        });
        // Locks belong to the whole database, in which several schemas may be ours.
        let asked =
            "SELECT pg_try_advisory_lock(hashtextextended(current_schema() || ' ' || $1, 0))";
        let row = client.query_one(asked, &[&name]).await?;
        Ok(row.get::<_, bool>(0).then_some(client))
    }

    /// A connection that hears what nodes tell each other.
    pub(super) async fn listen(&self) -> Result<Line> {
        let (client, mut connection) = self.config.connect(NoTls).await?;
        let (sender, told) = mpsc::unbounded_channel();
        tokio::spawn(async move {
            let mut messages = futures_util::stream::poll_fn(|cx| connection.poll_message(cx));
            while let Some(Ok(message)) = messages.next().await {
                if let AsyncMessage::Notification(notice) = message
                    && sender.send(notice.payload().to_owned()).is_err()
                {
                    return;
                }
            }
        });
        // Databases of several installations may share a server, and schemas a database.
        let row = client.query_one("SELECT current_schema()", &[]).await?;
        let channel = format!(
            "clientele_{}",
            row.get::<_, Option<&str>>(0).unwrap_or("public")
        );
        client
            .batch_execute(&format!("LISTEN \"{}\"", channel.replace('"', "\"\"")))
            .await?;
        Ok(Line {
            client,
            channel,
            told,
        })
    }

    pub(super) async fn begin(&self) -> Result<PostgresTx> {
        let waited = Instant::now();
        let client = self.pool.get().await?;
        metrics::histogram!("clientele_db_wait_seconds", "lane" => "write")
            .record(waited.elapsed().as_secs_f64());
        client.batch_execute("BEGIN").await?;
        Ok(PostgresTx {
            client: Some(client),
        })
    }

    pub(super) async fn execute(&self, sql: &Sql) -> Result<u64> {
        execute(&*self.pool.get().await?, sql).await
    }

    pub(super) async fn query_in_place<T: FromRow>(&self, sql: &Sql) -> Result<Vec<T>> {
        query(&*self.pool.get().await?, sql).await
    }
}

/// What nodes tell each other goes over this; it breaks with its connection.
pub(super) struct Line {
    client: Client,
    channel: String,
    told: mpsc::UnboundedReceiver<String>,
}

impl Line {
    /// Tells all nodes, this one too.
    pub(super) async fn tell(&self, words: &str) -> Result<()> {
        self.client
            .execute("SELECT pg_notify($1, $2)", &[&self.channel, &words])
            .await?;
        Ok(())
    }

    /// What is told next.
    pub(super) async fn next(&mut self) -> Result<String> {
        let gone = || Error::Lost("the connection for notices ended".to_owned());
        self.told.recv().await.ok_or_else(gone)
    }
}

/// An open transaction. Dropped without [`Self::commit`], it is rolled back.
pub(super) struct PostgresTx {
    client: Option<Object>,
}

impl PostgresTx {
    pub(super) async fn query<T: FromRow>(&mut self, sql: &Sql) -> Result<Vec<T>> {
        query(self.client()?, sql).await
    }

    pub(super) async fn execute(&mut self, sql: &Sql) -> Result<u64> {
        execute(self.client()?, sql).await
    }

    pub(super) async fn batch(&mut self, text: &str) -> Result<()> {
        Ok(self.client()?.batch_execute(text).await?)
    }

    pub(super) async fn commit(mut self) -> Result<()> {
        // A failed statement turns COMMIT into ROLLBACK without an error, so callers must have
        // returned at the first failure; they do, by `?`.
        let done = self.client()?.batch_execute("COMMIT").await;
        if done.is_ok() {
            self.client = None;
        }
        Ok(done?)
    }

    fn client(&self) -> Result<&deadpool_postgres::ClientWrapper> {
        self.client.as_deref().ok_or(Error::Stopped)
    }
}

impl Drop for PostgresTx {
    fn drop(&mut self) {
        let Some(client) = self.client.take() else {
            return;
        };
        let rollback = async move {
            if client.batch_execute("ROLLBACK").await.is_err() {
                drop(Object::take(client)); // broken: not to be used again
            }
        };
        if let Ok(runtime) = tokio::runtime::Handle::try_current() {
            runtime.spawn(rollback);
        }
    }
}

/// Rows of a statement, prepared once per connection unless it is marked `once`.
async fn query<T: FromRow>(client: &deadpool_postgres::ClientWrapper, sql: &Sql) -> Result<Vec<T>> {
    if sql.once {
        return query_once(client, sql).await;
    }
    let statement = client.prepare_cached(&dialect::postgres(&sql.text)).await?;
    let rows = with_args(sql, statement.params().len(), |args| async move {
        Ok(client.query(&statement, &args).await?)
    });
    decode(&rows.await?, sql)
}

/// Rows of a statement that is planned for its values and not kept.
async fn query_once<T: FromRow>(client: &Client, sql: &Sql) -> Result<Vec<T>> {
    let typed: Vec<(&(dyn ToSql + Sync), Type)> = sql
        .args
        .iter()
        .map(|arg| (arg as _, arg.postgres_type()))
        .collect();
    decode(
        &client
            .query_typed(&dialect::postgres(&sql.text), &typed)
            .await?,
        sql,
    )
}

async fn execute(client: &deadpool_postgres::ClientWrapper, sql: &Sql) -> Result<u64> {
    let statement = client.prepare_cached(&dialect::postgres(&sql.text)).await?;
    with_args(sql, statement.params().len(), |args| async move {
        Ok(client.execute(&statement, &args).await?)
    })
    .await
}

/// Hands over the values: as they are, or `$rows` turned into one array per column.
async fn with_args<'a, T, F: Future<Output = Result<T>>>(
    sql: &'a Sql,
    wanted: usize,
    run: impl FnOnce(Vec<&'a (dyn ToSql + Sync)>) -> F,
) -> Result<T>
where
    T: 'a,
{
    let Some(columns) = &sql.columns else {
        sql.check_binds(wanted, sql.args.len())?;
        return run(refs(&sql.args)).await;
    };
    sql.check_binds(wanted, columns.len())?;
    run(columns.iter().map(|column| column as _).collect()).await
}

fn refs(args: &[Arg]) -> Vec<&(dyn ToSql + Sync)> {
    args.iter().map(|arg| arg as _).collect()
}

fn decode<T: FromRow>(rows: &[tokio_postgres::Row], sql: &Sql) -> Result<Vec<T>> {
    if let Some(row) = rows.first()
        && row.len() != T::COLUMNS
    {
        return Err(Error::Decode(format!(
            "{} columns instead of {} in: {}",
            row.len(),
            T::COLUMNS,
            sql.text
        )));
    }
    rows.iter()
        .map(|row| T::from_row(Row::Postgres(row)))
        .collect()
}
