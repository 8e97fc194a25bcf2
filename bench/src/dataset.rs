//! A database of made-up customers, made by the program itself and kept for the next run.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::engine::{Engine, Place, connect};
use crate::process::{Server, command};
use crate::{Result, engine};

/// The app secret that webhooks are signed with.
pub(crate) const APP_SECRET: &str = "bench-app-secret";
/// Meta's id of the number.
pub(crate) const PHONE_NUMBER_ID: &str = "106540352242922";

/// A prepared database and how to get in.
#[derive(Debug, Clone)]
pub(crate) struct Dataset {
    pub(crate) program: PathBuf,
    pub(crate) engine: Engine,
    pub(crate) customers: u64,
    pub(crate) place: Place,
    pub(crate) key: String,
    pub(crate) webhook_path: String,
}

impl Dataset {
    /// Takes the one that is there, or makes it.
    pub(crate) async fn prepare(program: &Path, engine: Engine, customers: u64) -> Result<Self> {
        let name = format!("{engine}-{customers}").to_lowercase();
        let folder = target().join("bench-data").join(&name);
        let url = match engine {
            Engine::Sqlite => None,
            Engine::Postgres => Some(database(&name.replace('-', "_")).await?),
        };
        let place = Place { folder, url };
        let made_by = schema()?;
        let marker = place.folder.join("bench.json");
        if let Ok(known) = std::fs::read_to_string(&marker) {
            let known: Value = serde_json::from_str(&known)?;
            let same = known["schema"] == made_by.as_str();
            if same && known["url"] == json!(place.url) && has_customers(&place).await {
                return Ok(Self::of(program, engine, customers, place, &known));
            }
        }
        let _ = std::fs::remove_dir_all(&place.folder);
        std::fs::create_dir_all(&place.folder)?;
        if let Some(url) = &place.url {
            recreate(url).await?;
        }
        let known = fill(program, &place, customers, &made_by).await?;
        std::fs::write(&marker, known.to_string())?;
        Ok(Self::of(program, engine, customers, place, &known))
    }

    fn of(program: &Path, engine: Engine, customers: u64, place: Place, known: &Value) -> Self {
        let text = |name: &str| known[name].as_str().unwrap_or_default().to_owned();
        Self {
            program: program.to_owned(),
            engine,
            customers,
            place,
            key: text("key"),
            webhook_path: text("webhook_path"),
        }
    }

    /// Starts the program on it.
    pub(crate) async fn serve(&self) -> Result<Server> {
        Server::start(&self.program, &self.place).await
    }

    /// The same people in a place of its own, to write into.
    pub(crate) async fn copy(&self, name: &str) -> Result<Self> {
        Ok(Self {
            place: self.place.copy(name).await?,
            ..self.clone()
        })
    }
}

/// Everything through the command line, as an operator would do it.
async fn fill(program: &Path, place: &Place, customers: u64, schema: &str) -> Result<Value> {
    let setup = [
        "setup",
        "--workspace",
        "Bench",
        "--email",
        "bench@example.com",
        "--password",
        "correct horse battery staple",
        "--time-zone",
        "Asia/Riyadh",
        "--region",
        "SA",
    ];
    command(program, place, &setup).await?;
    let connect = [
        "whatsapp",
        "connect",
        "--name",
        "Bench",
        "--phone-number-id",
        PHONE_NUMBER_ID,
        "--waba-id",
        "102290129340398",
        "--access-token",
        "token",
        "--app-secret",
        APP_SECRET,
        "--verify-token",
        "verify",
    ];
    let account = command(program, place, &connect).await?;
    let key = command(program, place, &["key", "create", "--name", "bench"]).await?;
    let (count, messages) = (customers.to_string(), (2 * customers).to_string());
    let demo = ["demo-data", "--customers", &count, "--messages", &messages];
    let made = command(program, place, &demo).await?;
    println!(
        "made {customers} customers in {:.0} s",
        made["seconds"].as_f64().unwrap_or(0.0)
    );
    Ok(json!({
        "schema": schema, "url": place.url, "key": key["key"],
        "webhook_path": account["webhook_path"],
    }))
}

async fn has_customers(place: &Place) -> bool {
    let found = place
        .texts("SELECT CAST(id AS TEXT) FROM customers LIMIT 1")
        .await;
    found.is_ok_and(|rows| !rows.is_empty())
}

/// The folder of build products, where this program is.
fn target() -> PathBuf {
    let own = std::env::current_exe().unwrap_or_default();
    own.parent()
        .and_then(Path::parent)
        .unwrap_or(Path::new("target"))
        .to_owned()
}

/// The schema's text as a hash: another schema needs other data.
fn schema() -> Result<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/server/migrations");
    let mut files: Vec<_> = std::fs::read_dir(folder)?
        .flatten()
        .map(|file| file.path())
        .collect();
    files.sort();
    let mut hash = Sha256::new();
    for file in files {
        hash.update(std::fs::read(file)?);
    }
    Ok(hex::encode(hash.finalize()))
}

/// The URL of a database with this name on the cluster that `DATABASE_URL` names.
async fn database(name: &str) -> Result<String> {
    let url = std::env::var("DATABASE_URL")
        .map_err(|_| "PostgreSQL needs DATABASE_URL; scripts/with-postgres sets it")?;
    let (base, _) = url
        .rsplit_once('/')
        .ok_or("DATABASE_URL names no database")?;
    Ok(format!("{base}/bench_{name}"))
}

async fn recreate(url: &str) -> Result<()> {
    let (base, name) = url.rsplit_once('/').ok_or("a URL without a database")?;
    let admin = connect(&format!("{base}/postgres")).await?;
    admin
        .batch_execute(&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"))
        .await?;
    admin
        .batch_execute(&format!("CREATE DATABASE {name}"))
        .await?;
    let client = engine::connect(url).await?;
    client
        .batch_execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
        .await?;
    Ok(())
}
