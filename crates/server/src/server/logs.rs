//! The log: readable on a terminal, one JSON object per line otherwise; always on stderr.
//!
//! `CLIENTELE_LOG` (or `RUST_LOG`) sets the level, also by module: `debug`, or
//! `info,clientele::server=debug`, which shows a line per request. No line holds message texts,
//! phone numbers, tokens or query strings.

use std::io::IsTerminal;

use tracing_subscriber::EnvFilter;

/// Begins to log what happens from `info` on, as a server does.
pub fn begin_logs() {
    begin("info");
}

/// Begins to log warnings only, as a command does.
pub fn quiet_logs() {
    begin("warn");
}

fn begin(default: &str) {
    let wanted = ["CLIENTELE_LOG", "RUST_LOG"]
        .iter()
        .find_map(|name| std::env::var(name).ok().filter(|level| !level.is_empty()));
    let filter = EnvFilter::new(wanted.as_deref().unwrap_or(default));
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr);
    // A second start in one process keeps the first log.
    let _ = if std::io::stderr().is_terminal() {
        log.compact().try_init()
    } else {
        log.json()
            .flatten_event(true)
            .with_span_list(false)
            .try_init()
    };
}
