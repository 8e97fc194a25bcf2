//! Migrations: one SQL file per change for both engines, forward only.
//!
//! A file `NNNN_name.sql` is written in PostgreSQL's types, with the tokens of
//! [`super::dialect::migration`]. Where engines truly differ there are two files; where all that SQLite
//! needs besides is the statistics of new indexes, they are in a file `NNNN_name.statistics.sql`.
//! All that are missing run in one transaction, behind a lock, so several nodes may start at once.

use super::{Db, Error, Result, Tx, dialect, sql};

struct Migration {
    version: i64,
    name: &'static str,
    sqlite: &'static str,
    postgres: &'static str,
}

macro_rules! both {
    ($version:literal, $name:literal) => {
        Migration {
            version: $version,
            name: $name,
            sqlite: include_str!(concat!("../../migrations/", $name, ".sql")),
            postgres: include_str!(concat!("../../migrations/", $name, ".sql")),
        }
    };
}

macro_rules! with_statistics {
    ($version:literal, $name:literal) => {
        Migration {
            version: $version,
            name: $name,
            sqlite: concat!(
                include_str!(concat!("../../migrations/", $name, ".sql")),
                include_str!(concat!("../../migrations/", $name, ".statistics.sql"))
            ),
            postgres: include_str!(concat!("../../migrations/", $name, ".sql")),
        }
    };
}

macro_rules! each {
    ($version:literal, $name:literal) => {
        Migration {
            version: $version,
            name: $name,
            sqlite: include_str!(concat!("../../migrations/", $name, ".sqlite.sql")),
            postgres: include_str!(concat!("../../migrations/", $name, ".postgres.sql")),
        }
    };
}

/// Every migration, in order. Never change one that was released: add the next.
const MIGRATIONS: &[Migration] = &[
    both!(1, "0001_foundation"),
    each!(2, "0002_search"),
    each!(3, "0003_statistics"),
    with_statistics!(4, "0004_conversations"),
    with_statistics!(5, "0005_templates"),
    with_statistics!(6, "0006_sending"),
    with_statistics!(7, "0007_media"),
    with_statistics!(8, "0008_live"),
    with_statistics!(9, "0009_simulator"),
    with_statistics!(10, "0010_coexistence"),
];

/// The version of the schema that this program writes.
pub fn latest_version() -> i64 {
    MIGRATIONS.last().map_or(0, |migration| migration.version)
}

/// A number of our own for PostgreSQL's advisory locks.
const LOCK: i64 = 0x636c_6965_6e74_656c;

pub(super) async fn run(db: &Db) -> Result<()> {
    let mut tx = db.begin().await?; // on SQLite this is the lock
    if !tx.is_sqlite() {
        sql("SELECT CAST(pg_advisory_xact_lock($1) AS TEXT)")
            .bind(LOCK)
            .all::<(Option<String>,)>(&mut tx)
            .await?;
    }
    tx.batch(dialect::migration(
        "CREATE TABLE IF NOT EXISTS schema_migrations (
             version BIGINT PRIMARY KEY, name TEXT NOT NULL, applied_at BIGINT NOT NULL){table}",
        tx.is_sqlite(),
    ))
    .await?;
    let (found,): (Option<i64>,) = sql("SELECT MAX(version) FROM schema_migrations")
        .one(&mut tx)
        .await?;
    let found = found.unwrap_or(0);
    if found > latest_version() {
        return Err(Error::Newer {
            found,
            known: latest_version(),
        });
    }
    for migration in MIGRATIONS
        .iter()
        .filter(|migration| migration.version > found)
    {
        apply(&mut tx, migration).await?;
    }
    tx.commit().await
}

async fn apply(tx: &mut Tx, migration: &Migration) -> Result<()> {
    let text = if tx.is_sqlite() {
        migration.sqlite
    } else {
        migration.postgres
    };
    tx.batch(dialect::migration(text, tx.is_sqlite()))
        .await
        .map_err(|error| Error::Open(format!("migration {} failed: {error}", migration.name)))?;
    sql("INSERT INTO schema_migrations (version, name, applied_at) VALUES ($1, $2, $3)")
        .bind(migration.version)
        .bind(migration.name)
        .bind(crate::kernel::clock::Clock::default().now())
        .run(tx)
        .await?;
    Ok(())
}
