//! Settings: each declared once, with its default, in `config.default.toml`.
//!
//! The order is: that file, then `clientele.toml` in the data folder, then `CLIENTELE_…`
//! variables, then flags.

use std::net::SocketAddr;
use std::path::PathBuf;

use serde::Deserialize;

/// Everything that can be set.
#[derive(Debug, Clone, Deserialize)]
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
    /// Limits on requests.
    pub limits: Limits,
    /// Webhooks.
    pub webhooks: Webhooks,
}

/// Limits on requests.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limits {
    /// The largest body of an API call, bytes.
    pub body_bytes: usize,
    /// How long an API call may take, seconds.
    pub request_seconds: u64,
    /// How many requests are worked on at once; more are answered 503.
    pub concurrent_requests: usize,
}

/// Webhooks.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Webhooks {
    /// How many days the bodies are kept.
    pub keep_days: u32,
}

impl Default for Config {
    fn default() -> Self {
        toml::from_str(include_str!("../config.default.toml"))
            .expect("the defaults compiled in are complete")
    }
}
