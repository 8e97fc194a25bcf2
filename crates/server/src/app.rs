//! The running program: one cheaply cloned value that every handler and job gets.

use std::ops::Deref;
use std::path::Path;
use std::sync::Arc;

use crate::access::{Attempts, CallerCache, Passwords};
use crate::accounts::Doors;
use crate::audience::Sizes;
use crate::config::Config;
use crate::contacts::Uuids;
use crate::db::{self, Db, sql};
use crate::kernel::clock::Clock;
use crate::live::Live;
use crate::media::{Files, FilesError};
use crate::secrets::{SecretError, Secrets};
use crate::simulator::{self, Simulators};

/// The program, behind one count: every request clones it, so a clone must cost next to nothing.
#[derive(Clone)]
pub struct App(Arc<Parts>);

impl Deref for App {
    type Target = Parts;
    fn deref(&self) -> &Parts {
        &self.0
    }
}

impl From<Parts> for App {
    fn from(parts: Parts) -> Self {
        Self(Arc::new(parts))
    }
}

/// What handlers and jobs work with.
pub struct Parts {
    /// The database.
    pub db: Db,
    /// The settings.
    pub config: Config,
    /// The time.
    pub clock: Clock,
    /// Secrets at rest.
    pub secrets: Secrets,
    /// Who recently called, by key or cookie.
    pub callers: CallerCache,
    /// Recent failures to sign in.
    pub attempts: Attempts,
    /// Password hashing.
    pub passwords: Passwords,
    /// How many customers the conditions of filters have.
    pub sizes: Sizes,
    /// The doors of webhooks.
    pub doors: Doors,
    /// Uuids of accounts and members.
    pub uuids: Uuids,
    /// The files of messages.
    pub media: Files,
    /// Who watches what changes.
    pub live: Live,
    /// The simulated WhatsApps that this process plays.
    pub simulators: Simulators,
    /// The client for everything that leaves the program.
    pub http: reqwest::Client,
}

/// Why the program cannot start.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The database.
    #[error(transparent)]
    Db(#[from] crate::db::Error),
    /// The key for secrets.
    #[error(transparent)]
    Secret(#[from] crate::secrets::SecretError),
    /// The data folder.
    #[error("the data folder {0} cannot be used: {1}")]
    Folder(String, std::io::Error),
    /// The store of files.
    #[error(transparent)]
    Files(#[from] FilesError),
    /// The HTTP client.
    #[error("the system's certificates cannot be used: {0}")]
    Http(#[from] reqwest::Error),
}

impl App {
    /// Opens what the settings name, and brings the database to this program's version.
    pub async fn open(config: Config) -> Result<Self, OpenError> {
        let folder = &config.data;
        usable(folder).map_err(|error| OpenError::Folder(folder.display().to_string(), error))?;
        let db = match config.database_url.as_deref().filter(|url| !url.is_empty()) {
            Some(url) => Db::open_postgres(url).await?,
            None => Db::open_sqlite(&folder.join("clientele.db"))?,
        };
        db.migrate().await?;
        let clock = Clock::default();
        clock.set_ahead(simulator::clock_ahead(&db).await?);
        let secret_key = config.secret_key.as_deref().filter(|key| !key.is_empty());
        let secrets = match Secrets::find(secret_key, folder)? {
            Some(secrets) => secrets,
            None if has_sealed(&db).await? => {
                let file = Secrets::file(folder).display().to_string();
                return Err(SecretError::Missing(file).into());
            }
            None => Secrets::make(folder)?,
        };
        let http = crate::outgoing::client(config.whatsapp.allow_private_graph_urls)?;
        let media = Files::open(&config.media, folder)?;
        Ok(Self::from(Parts {
            db,
            config,
            clock,
            secrets,
            callers: CallerCache::default(),
            attempts: Attempts::default(),
            passwords: Passwords::default(),
            sizes: Sizes::default(),
            doors: Doors::default(),
            uuids: Uuids::default(),
            media,
            live: Live::default(),
            simulators: Simulators::default(),
            http,
        }))
    }
}

/// Whether the database holds what only its own key opens: then a new one would be of no use.
/// Tokens and app secrets would be lost, and whoever opted out before they were deleted forgotten.
pub(crate) async fn has_sealed(db: &Db) -> db::Result<bool> {
    let (found,) = sql(
        "SELECT EXISTS (SELECT 1 FROM apps) OR EXISTS (SELECT 1 FROM accounts)
             OR EXISTS (SELECT 1 FROM suppressions)",
    )
    .one(db)
    .await?;
    Ok(found)
}

/// Makes the folder and tries to write there, because a database that cannot says so less clearly.
pub(crate) fn usable(folder: &Path) -> std::io::Result<()> {
    std::fs::create_dir_all(folder)?;
    let probe = folder.join(format!(".probe-{}", std::process::id()));
    let written = std::fs::write(&probe, [0; 4096]);
    let removed = std::fs::remove_file(&probe);
    written.and(removed)
}
