//! What tests share: a database of their own, on the engine that the run is for.
//!
//! SQLite in a temporary folder by default; a fresh schema of PostgreSQL when
//! `TEST_DATABASE_URL` is set. The suite runs once with each.

pub(crate) mod files;
pub(crate) mod graph;
mod http;
pub(crate) mod phones;
pub(crate) mod whatsapp;

pub(crate) use http::{Api, NOW, Reply, TestApp};

use tempfile::TempDir;
use uuid::Uuid;

use crate::db::{Db, sql};

/// A database of one test's own, with the current schema.
pub(crate) struct TestDatabase {
    /// The database.
    pub(crate) db: Db,
    /// Keeps the folder of an embedded database.
    pub(crate) folder: TempDir,
    /// The URL when the engine is PostgreSQL.
    pub(crate) url: Option<String>,
}

/// Makes an empty, migrated database.
pub(crate) async fn database() -> TestDatabase {
    let database = bare_database().await;
    database.db.migrate().await.expect("migrations run");
    database
}

/// Makes an empty database without a schema.
pub(crate) async fn bare_database() -> TestDatabase {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let Ok(url) = std::env::var("TEST_DATABASE_URL") else {
        let db = Db::open_sqlite(&folder.path().join("clientele.db")).expect("SQLite opens");
        return TestDatabase {
            db,
            folder,
            url: None,
        };
    };
    let schema = format!("test_{}", Uuid::new_v4().simple());
    let shared = Db::open_postgres(&url).await.expect("PostgreSQL answers");
    // Tests start side by side; the extension is shared by all schemas.
    let mut tx = shared.begin().await.expect("a transaction");
    sql("SELECT CAST(pg_advisory_xact_lock(7) AS TEXT)")
        .all::<(Option<String>,)>(&mut tx)
        .await
        .expect("a lock");
    sql("CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA public")
        .run(&mut tx)
        .await
        .expect("pg_trgm");
    tx.commit().await.expect("commit");
    sql(format!("CREATE SCHEMA {schema}"))
        .run(&shared)
        .await
        .expect("a schema");
    let glue = if url.contains('?') { '&' } else { '?' };
    let url = format!("{url}{glue}options=-c%20search_path%3D{schema}%2Cpublic");
    let db = Db::open_postgres(&url).await.expect("PostgreSQL answers");
    TestDatabase {
        db,
        folder,
        url: Some(url),
    }
}
