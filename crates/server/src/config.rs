//! Settings: each declared once, with its default, in `config.default.toml`.
//!
//! The order is: that file, then `clientele.toml` in the data folder, then `CLIENTELE_…`
//! variables, then flags. A key that does not exist is refused with the place it stands in, so
//! that a typing mistake never silently leaves a default in force.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use serde::Deserialize;

/// The name of the settings file in the data folder.
pub const FILE: &str = "clientele.toml";
const DEFAULTS: &str = include_str!("../config.default.toml");

/// Everything that can be set.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// The folder of the embedded database, the key file and media.
    pub data: PathBuf,
    /// Where the server listens.
    pub listen: SocketAddr,
    /// PostgreSQL's URL; the embedded database when empty.
    pub database_url: Option<String>,
    /// The key for secrets at rest, 64 hexadecimal digits; `secret.key` in the data folder when empty.
    pub secret_key: Option<String>,
    /// What `/metrics` wants as its bearer token; when empty only this machine may read it.
    pub metrics_token: Option<String>,
    /// Whether proxies in front are ours, so that `X-Forwarded-For` tells the client's address.
    pub trusted_proxies: bool,
    /// Limits on requests.
    pub limits: Limits,
    /// Webhooks.
    pub webhooks: Webhooks,
    /// WhatsApp.
    pub whatsapp: Whatsapp,
    /// The files of messages.
    pub media: Media,
    /// The simulated WhatsApp.
    pub simulator: Simulator,
}

/// Limits on requests.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limits {
    /// The largest body of an API call, bytes.
    pub body_bytes: usize,
    /// How long an API call may take, seconds.
    pub request_seconds: u64,
    /// How long a client may take to send a request's head, seconds; also how long an idle
    /// connection is kept.
    pub header_seconds: u64,
    /// How many requests are worked on at once; more are answered 503.
    pub concurrent_requests: usize,
    /// How long running requests may take to finish when the server is stopped, seconds.
    pub shutdown_seconds: u64,
}

/// Webhooks.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Webhooks {
    /// How many days the bodies of those that are done are kept.
    pub keep_days: u32,
}

/// WhatsApp.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Whatsapp {
    /// Whether an account's Graph address may lie in a private network.
    pub allow_private_graph_urls: bool,
}

/// Where the files of messages are.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Media {
    /// A bucket that speaks S3; the folder `media` below the data folder without one.
    pub bucket: Option<String>,
    /// The bucket's address, when it is not Amazon's.
    pub endpoint: Option<String>,
    /// The bucket's region.
    pub region: String,
    /// The name of the key to the bucket.
    pub access_key_id: Option<String>,
    /// The key to the bucket.
    pub secret_access_key: Option<String>,
}

/// The simulated WhatsApp.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Simulator {
    /// Whether workspaces may switch it on.
    pub allowed: bool,
    /// Where it listens; port 0 for any that is free.
    pub listen: SocketAddr,
    /// Whether the clock may be moved on, for everybody on this server.
    pub test_clock: bool,
}

/// What the environment and the flags set; each wins over the files.
#[derive(Clone, Default)]
pub struct Overrides {
    /// The data folder.
    pub data: Option<PathBuf>,
    /// Where to listen.
    pub listen: Option<SocketAddr>,
    /// PostgreSQL's URL.
    pub database_url: Option<String>,
    /// The key for secrets at rest.
    pub secret_key: Option<String>,
    /// The token of `/metrics`.
    pub metrics_token: Option<String>,
    /// The name of the key to the bucket of files.
    pub media_access_key_id: Option<String>,
    /// The key to the bucket of files.
    pub media_secret_access_key: Option<String>,
}

/// Why the settings cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The file is there but cannot be read.
    #[error("{0} cannot be read: {1}")]
    Unreadable(String, std::io::Error),
    /// The file is not TOML, has an unknown key, or a value that does not fit.
    #[error("{0}: {1}")]
    Invalid(String, String),
}

impl Config {
    /// Reads the settings in their order.
    pub fn load(overrides: Overrides) -> Result<Self, ConfigError> {
        let defaults = Self::default();
        let folder = overrides.data.unwrap_or(defaults.data);
        let mut config = Self::from_file(&folder.join(FILE))?;
        config.data = folder;
        config.listen = overrides.listen.unwrap_or(config.listen);
        let given = |value: Option<String>| value.filter(|text| !text.trim().is_empty());
        config.database_url = given(overrides.database_url).or(given(config.database_url));
        config.secret_key = given(overrides.secret_key).or(given(config.secret_key));
        config.metrics_token = given(overrides.metrics_token).or(given(config.metrics_token));
        let media = &mut config.media;
        let key = given(overrides.media_access_key_id);
        media.access_key_id = key.or(given(media.access_key_id.take()));
        let secret = given(overrides.media_secret_access_key);
        media.secret_access_key = secret.or(given(media.secret_access_key.take()));
        Ok(config)
    }

    /// The defaults with what the file at `path` changes; a missing file changes nothing.
    fn from_file(path: &Path) -> Result<Self, ConfigError> {
        let name = || path.display().to_string();
        let text = match std::fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                return Ok(Self::default());
            }
            Err(error) => return Err(ConfigError::Unreadable(name(), error)),
        };
        let invalid = |error: toml::de::Error| {
            ConfigError::Invalid(name(), error.to_string().trim().to_owned())
        };
        let changes: toml::Table = text.parse().map_err(invalid)?;
        if changes.contains_key("data") {
            return Err(ConfigError::Invalid(
                name(),
                "`data` cannot be set in the file that lies in it; use --data or CLIENTELE_DATA"
                    .into(),
            ));
        }
        let mut settings: toml::Table = DEFAULTS
            .parse()
            .expect("the defaults compiled in are valid");
        merge(&mut settings, changes);
        settings.try_into().map_err(invalid)
    }

    /// The settings as understood, for a person: a line each, secrets hidden.
    pub fn describe(&self) -> Vec<(&'static str, String)> {
        let secret = |value: &Option<String>| match value {
            Some(_) => "(set, hidden)".to_owned(),
            None => "(not set)".to_owned(),
        };
        let limits = &self.limits;
        vec![
            ("data", self.data.display().to_string()),
            ("listen", self.listen.to_string()),
            (
                "database_url",
                self.database_url.as_deref().map_or(
                    "(not set: SQLite in the data folder)".into(),
                    without_password,
                ),
            ),
            ("secret_key", secret(&self.secret_key)),
            ("metrics_token", secret(&self.metrics_token)),
            ("trusted_proxies", self.trusted_proxies.to_string()),
            ("limits.body_bytes", limits.body_bytes.to_string()),
            ("limits.request_seconds", limits.request_seconds.to_string()),
            ("limits.header_seconds", limits.header_seconds.to_string()),
            (
                "limits.concurrent_requests",
                limits.concurrent_requests.to_string(),
            ),
            (
                "limits.shutdown_seconds",
                limits.shutdown_seconds.to_string(),
            ),
            ("webhooks.keep_days", self.webhooks.keep_days.to_string()),
            (
                "whatsapp.allow_private_graph_urls",
                self.whatsapp.allow_private_graph_urls.to_string(),
            ),
            (
                "media.bucket",
                self.media
                    .bucket
                    .clone()
                    .unwrap_or_else(|| "(not set: the folder media in the data folder)".to_owned()),
            ),
            (
                "media.endpoint",
                self.media
                    .endpoint
                    .as_deref()
                    .map_or("(not set: Amazon's)".into(), without_password),
            ),
            ("media.region", self.media.region.clone()),
            ("media.access_key_id", secret(&self.media.access_key_id)),
            (
                "media.secret_access_key",
                secret(&self.media.secret_access_key),
            ),
            ("simulator.allowed", self.simulator.allowed.to_string()),
            ("simulator.listen", self.simulator.listen.to_string()),
            (
                "simulator.test_clock",
                self.simulator.test_clock.to_string(),
            ),
        ]
    }
}

impl Default for Config {
    fn default() -> Self {
        toml::from_str(DEFAULTS).expect("the defaults compiled in are complete")
    }
}

/// Secrets stay hidden, so that a whole configuration may be logged.
impl std::fmt::Debug for Config {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_map().entries(self.describe()).finish()
    }
}

fn merge(settings: &mut toml::Table, changes: toml::Table) {
    for (key, change) in changes {
        match (settings.get_mut(&key), change) {
            (Some(toml::Value::Table(section)), toml::Value::Table(changes)) => {
                merge(section, changes);
            }
            (_, change) => {
                settings.insert(key, change);
            }
        }
    }
}

/// A database URL that may be shown. What cannot be read as a URL is not shown at all, because a
/// password could stand anywhere in it.
fn without_password(text: &str) -> String {
    let Ok(mut url) = url::Url::parse(text) else {
        return "(set, hidden)".into();
    };
    if url.password().is_some() {
        // Fails only for URLs that cannot have a password.
        let _ = url.set_password(Some("***"));
    }
    url.set_query(None);
    url.to_string()
}

#[cfg(test)]
mod tests {
    use super::{Config, Overrides};

    fn load(text: &str, overrides: Overrides) -> Result<Config, String> {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join("clientele.toml"), text).expect("written");
        let data = Some(folder.path().to_owned());
        Config::load(Overrides { data, ..overrides }).map_err(|error| error.to_string())
    }

    #[test]
    fn flags_win_over_the_file_and_the_file_over_the_defaults() {
        let text = "listen = \"0.0.0.0:9000\"\nsecret_key = \"from file\"\n[limits]\nrequest_seconds = 5\n";
        let config = load(text, Overrides::default()).expect("loads");
        assert_eq!(config.listen.to_string(), "0.0.0.0:9000");
        assert_eq!(config.limits.request_seconds, 5);
        assert_eq!(config.limits.concurrent_requests, 1024);
        assert_eq!(config.secret_key.as_deref(), Some("from file"));

        let overrides = Overrides {
            listen: "127.0.0.1:1".parse().ok(),
            secret_key: Some(String::new()),
            ..Overrides::default()
        };
        let config = load(text, overrides).expect("loads");
        assert_eq!(config.listen.to_string(), "127.0.0.1:1");
        assert_eq!(
            config.secret_key.as_deref(),
            Some("from file"),
            "an empty variable sets nothing"
        );
        assert!(load("", Overrides::default()).is_ok());
    }

    #[test]
    fn mistakes_are_refused_with_the_name_of_the_file() {
        for (text, says) in [
            ("lisen = \"x\"", "unknown field `lisen`"),
            (
                "[limits]\nrequest_second = 5",
                "unknown field `request_second`",
            ),
            ("listen = \"here\"", "invalid socket address"),
            ("[limits]\nbody_bytes = \"much\"", "invalid type"),
            ("listen = ", "string values must be quoted"),
            ("data = \"/x\"", "--data"),
        ] {
            let error = load(text, Overrides::default()).expect_err(text);
            assert!(error.contains("clientele.toml"), "{error}");
            assert!(error.contains(says), "{error}");
        }
    }

    #[test]
    fn a_configuration_shows_no_secrets() {
        let config = load(
            "database_url = \"postgres://ana:pa55word@db/x?password=pa55word\"\nsecret_key = \"5ecret\"\nmetrics_token = \"t0ken\"",
            Overrides::default(),
        )
        .expect("loads");
        let shown = format!("{config:?}");
        for secret in ["pa55word", "5ecret", "t0ken"] {
            assert!(!shown.contains(secret), "{shown}");
        }
        assert!(shown.contains("postgres://ana:***@db/x"), "{shown}");
    }
}
