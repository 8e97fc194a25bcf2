//! The two engines, and the databases of a benchmark on each.

use std::fmt;
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use tokio_postgres::NoTls;

use crate::Result;

/// A database engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Engine {
    Sqlite,
    Postgres,
}

impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Sqlite => "SQLite",
            Self::Postgres => "PostgreSQL",
        })
    }
}

/// Where the data of one program is: a folder and, on PostgreSQL, a database.
#[derive(Debug, Clone)]
pub(crate) struct Place {
    pub(crate) folder: PathBuf,
    pub(crate) url: Option<String>,
}

impl Place {
    /// The embedded database's file.
    pub(crate) fn file(&self) -> PathBuf {
        self.folder.join("clientele.db")
    }

    /// A second place with the same data, to write into.
    pub(crate) async fn copy(&self, name: &str) -> Result<Self> {
        let folder = sibling(&self.folder, name);
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder)?;
        for file in ["clientele.db", "clientele.db-wal", "secret.key"] {
            if self.folder.join(file).exists() {
                std::fs::copy(self.folder.join(file), folder.join(file))?;
            }
        }
        let Some(url) = &self.url else {
            return Ok(Self { folder, url: None });
        };
        let (base, from) = url.rsplit_once('/').ok_or("a URL without a database")?;
        let to = format!("{from}_{}", name.replace('-', "_"));
        let admin = connect(&format!("{base}/postgres")).await?;
        admin
            .batch_execute(&format!("DROP DATABASE IF EXISTS {to} WITH (FORCE)"))
            .await?;
        admin
            .batch_execute(&format!("CREATE DATABASE {to} TEMPLATE {from}"))
            .await?;
        Ok(Self {
            folder,
            url: Some(format!("{base}/{to}")),
        })
    }

    /// Removes a copy.
    pub(crate) async fn remove(self) -> Result<()> {
        let _ = std::fs::remove_dir_all(&self.folder);
        if let Some((base, name)) = self.url.as_deref().and_then(|url| url.rsplit_once('/')) {
            let admin = connect(&format!("{base}/postgres")).await?;
            admin
                .batch_execute(&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"))
                .await?;
        }
        Ok(())
    }

    /// Runs a statement for its effect.
    pub(crate) async fn run(&self, statement: &str) -> Result<()> {
        match &self.url {
            Some(url) => connect(url).await?.batch_execute(statement).await?,
            None => rusqlite::Connection::open(self.file())?.execute_batch(statement)?,
        }
        Ok(())
    }

    /// The rows of a statement whose columns are texts or NULL.
    pub(crate) async fn texts(&self, statement: &str) -> Result<Vec<Vec<String>>> {
        let Some(url) = &self.url else {
            return sqlite_texts(&self.file(), statement);
        };
        let client = connect(url).await?;
        let mut rows = Vec::new();
        for message in client.simple_query(statement).await? {
            if let tokio_postgres::SimpleQueryMessage::Row(row) = message {
                let column = |index| row.get(index).unwrap_or_default().to_owned();
                rows.push((0..row.len()).map(column).collect());
            }
        }
        Ok(rows)
    }
}

fn sqlite_texts(file: &Path, statement: &str) -> Result<Vec<Vec<String>>> {
    let connection = rusqlite::Connection::open(file)?;
    let mut statement = connection.prepare(statement)?;
    let columns = statement.column_count();
    let rows = statement.query_map([], |row| {
        (0..columns)
            .map(|index| Ok(row.get::<_, Option<String>>(index)?.unwrap_or_default()))
            .collect()
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn sibling(folder: &Path, name: &str) -> PathBuf {
    let own = folder.file_name().unwrap_or_default().to_string_lossy();
    folder.with_file_name(format!("{own}-{name}"))
}

/// A connection, driven in the background.
pub(crate) async fn connect(url: &str) -> Result<tokio_postgres::Client> {
    let (client, connection) = tokio_postgres::connect(url, NoTls).await?;
    tokio::spawn(connection);
    Ok(client)
}
