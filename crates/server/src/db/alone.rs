//! Work that one node at a time does.

use std::time::Duration;

use tokio_postgres::Client;

use super::{Db, Engine, Result};

/// How long the database may take to say that it is there.
const ANSWER: Duration = Duration::from_secs(5);

/// The right to do something that no other node does meanwhile. It ends when it is dropped, and when
/// its connection to the database breaks, which [`Alone::holds`] tells.
#[derive(Debug)]
pub struct Alone(
    /// The connection that holds the lock; an embedded database has one node.
    Option<Client>,
);

impl Db {
    /// Takes the right called `name`; `None` while another node has it.
    ///
    /// # Errors
    ///
    /// When the database does not answer.
    pub async fn alone(&self, name: &str) -> Result<Option<Alone>> {
        match &self.0.engine {
            Engine::Sqlite(_) => Ok(Some(Alone(None))),
            Engine::Postgres(engine) => {
                let client = engine.lock(name).await?;
                Ok(client.map(|client| Alone(Some(client))))
            }
        }
    }
}

impl Alone {
    /// Whether it is still ours.
    pub async fn holds(&self) -> bool {
        let Some(client) = &self.0 else { return true };
        let asked = tokio::time::timeout(ANSWER, client.simple_query("SELECT 1"));
        matches!(asked.await, Ok(Ok(_)))
    }
}
