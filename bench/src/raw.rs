//! The ceiling of ingest: the rows that the webhooks would leave, written in big transactions.
//!
//! Nothing is parsed, verified or looked up, as everything is known before. On SQLite prepared
//! statements on one connection, synced fully; on PostgreSQL the same rows by set-based statements.
mod postgres;
mod sqlite;

use std::collections::HashMap;

use uuid::Uuid;

use crate::Result;
use crate::dataset::Dataset;
use crate::engine::Engine;
use crate::webhooks::{Known, Message};

/// Messages in one transaction.
const BATCH: usize = 1_000;

/// What every row refers to.
#[derive(Debug, Clone, Copy)]
struct Owner {
    workspace: i64,
    account: i64,
    app: i64,
}

/// A database that is written to without the program.
pub(crate) struct Raw {
    engine: Raws,
    people: Vec<Known>,
    owner: Owner,
}

enum Raws {
    Sqlite(rusqlite::Connection),
    Postgres(Box<tokio_postgres::Client>),
}

impl Raw {
    pub(crate) async fn open(dataset: &Dataset, people: Vec<Known>) -> Result<Self> {
        let statement = "SELECT CAST(workspace_id AS TEXT), CAST(id AS TEXT), CAST(app_id AS TEXT) FROM accounts LIMIT 1";
        let rows = dataset.place.texts(statement).await?;
        let row = rows.first().ok_or("there is no account")?;
        let owner = Owner {
            workspace: row[0].parse()?,
            account: row[1].parse()?,
            app: row[2].parse()?,
        };
        let engine = match (dataset.engine, &dataset.place.url) {
            (Engine::Postgres, Some(url)) => {
                Raws::Postgres(Box::new(crate::engine::connect(url).await?))
            }
            _ => Raws::Sqlite(sqlite::open(&dataset.place.file())?),
        };
        Ok(Self {
            engine,
            people,
            owner,
        })
    }

    /// Writes all of them.
    pub(crate) async fn write(&mut self, messages: &[Message]) -> Result<()> {
        for batch in messages.chunks(BATCH) {
            match &mut self.engine {
                Raws::Sqlite(connection) => {
                    sqlite::write(connection, self.owner, &mut self.people, batch)?;
                }
                Raws::Postgres(client) => {
                    postgres::write(client, self.owner, &mut self.people, batch).await?;
                }
            }
        }
        Ok(())
    }
}

/// A message's place in its table's unique index.
fn key(message: &Message) -> Uuid {
    use sha2::{Digest, Sha256};
    let hash = Sha256::digest(message.wamid.as_bytes());
    Uuid::from_slice(&hash[..16]).unwrap_or_default()
}

/// The payload as it is stored.
fn payload(message: &Message) -> String {
    serde_json::json!({"text": {"body": message.text}}).to_string()
}

/// How often each known person wrote in a batch: rows are updated once per person.
fn writers(batch: &[Message]) -> HashMap<usize, i64> {
    let mut counts = HashMap::new();
    for person in batch.iter().filter_map(|message| message.from) {
        *counts.entry(person).or_insert(0) += 1;
    }
    counts
}
