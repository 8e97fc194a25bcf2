//! `clientele serve`: opens the database, listens, and ends in good order.

use std::io::{ErrorKind, IsTerminal};
use std::net::SocketAddr;
use std::process::ExitCode;
use std::time::Duration;

use clap::Args;
use tokio::net::TcpListener;

use super::Global;
use super::failure::Failure;
use super::output::Output;
use crate::app::App;
use crate::config::Config;
use crate::server::{self, OnlyServer};

/// How often the metrics sort their samples.
const TIDY: Duration = Duration::from_secs(5);

/// Run the server
///
/// Opens the database, brings it to this program's version, and listens. SIGTERM and Ctrl-C end
/// it: requests that run are finished first.
#[derive(Args)]
pub(super) struct Serve {
    /// Where to listen [default: 127.0.0.1:8080]
    #[arg(long, value_name = "ADDRESS", env = "CLIENTELE_LISTEN")]
    listen: Option<Listen>,
    /// Let admins move the clock on, for everybody: only where nothing but tests is served
    #[arg(long)]
    test_clock: bool,
}

/// An address to listen on; nothing in an empty variable, which sets nothing.
#[derive(Clone, Copy)]
struct Listen(Option<SocketAddr>);

impl std::str::FromStr for Listen {
    type Err = std::net::AddrParseError;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.trim() {
            "" => Ok(Self(None)),
            text => text.parse().map(|address| Self(Some(address))),
        }
    }
}

pub(super) async fn run(
    global: Global,
    command: Serve,
    output: Output,
) -> Result<ExitCode, Failure> {
    let mut config = global.config(command.listen.and_then(|listen| listen.0))?;
    config.simulator.test_clock |= command.test_clock;
    let listener = TcpListener::bind(config.listen)
        .await
        .map_err(|error| cannot_listen(config.listen, &error))?;
    let app = App::open(config.clone())
        .await
        .map_err(|error| Failure::opening(&error, &config))?;
    let _only = if app.db.is_sqlite() {
        Some(lock(&config)?)
    } else {
        None
    };
    let address = listener
        .local_addr()
        .map_err(|error| cannot_listen(config.listen, &error))?;
    greet(address, &app, output);
    warn_of_the_clock(&app);
    app.simulators.server_is_at(address);

    let tidy = tokio::spawn(async {
        loop {
            tokio::time::sleep(TIDY).await;
            crate::server::tidy_metrics();
        }
    });
    let jobs = crate::wiring::start_background(&app);
    let router = crate::wiring::router(app.clone());
    let stop = async {
        server::stop_signal().await;
        app.live.close(); // streams have no end of their own
    };
    let finished = server::serve(listener, router, &config.limits, stop).await;
    tidy.abort();
    let limit = Duration::from_secs(config.limits.shutdown_seconds);
    if tokio::time::timeout(limit, jobs.stop()).await.is_err() {
        tracing::warn!("some jobs did not end in time; they run again after the next start");
    }
    app.simulators.stop().await;
    if let Err(error) = app.db.settle().await {
        tracing::warn!(%error, "the database's log was not emptied; the next start does it");
    }
    if finished {
        tracing::info!("stopped; every request was finished");
    } else {
        tracing::warn!("stopped; some requests did not finish in time");
    }
    Ok(ExitCode::SUCCESS)
}

/// A clock that was moved goes wrong by all that is real, so whoever forgot it should know.
fn warn_of_the_clock(app: &App) {
    let ahead = app.clock.ahead() / crate::kernel::clock::SECOND;
    if ahead > 0 {
        tracing::warn!(
            clock.ahead_seconds = ahead,
            "this database's clock was moved on for a test"
        );
    }
}

fn lock(config: &Config) -> Result<OnlyServer, Failure> {
    let folder = config.data.display().to_string();
    let lock = OnlyServer::of(&config.data).map_err(|error| Failure::folder(&folder, &error))?;
    lock.ok_or_else(|| {
        Failure::new(
            "already_serving",
            format!("Another server already uses the data folder {folder}."),
        )
        .hint(
            "Stop that one, or choose another folder with --data. Several servers on one database \
             need PostgreSQL.",
        )
    })
}

pub(super) fn cannot_listen(address: SocketAddr, error: &std::io::Error) -> Failure {
    match error.kind() {
        ErrorKind::AddrInUse => Failure::new(
            "port_in_use",
            format!("Another program listens on {address} already."),
        )
        .hint(format!(
            "Stop it, or choose another port, such as --listen {}.",
            SocketAddr::new(address.ip(), address.port().wrapping_add(1).max(1024))
        )),
        ErrorKind::AddrNotAvailable => Failure::new(
            "address_not_here",
            format!("{} is no address of this machine.", address.ip()),
        )
        .hint("Listen on 127.0.0.1 for this machine only, or on 0.0.0.0 for every network."),
        ErrorKind::PermissionDenied => Failure::new(
            "port_forbidden",
            format!("The system does not let this user listen on {address}."),
        )
        .hint("Choose a port from 1024 on, and put a reverse proxy in front of it."),
        _ => Failure::new("listen", format!("Cannot listen on {address}: {error}.")),
    }
}

/// Says where to open it: to a person on the terminal, to a script as JSON, to a log otherwise.
fn greet(address: SocketAddr, app: &App, output: Output) {
    let mut shown = address;
    if shown.ip().is_unspecified() {
        shown.set_ip(match shown.ip() {
            std::net::IpAddr::V4(_) => std::net::Ipv4Addr::LOCALHOST.into(),
            std::net::IpAddr::V6(_) => std::net::Ipv6Addr::LOCALHOST.into(),
        });
    }
    let url = format!("http://{shown}");
    let engine = if app.db.is_sqlite() {
        "sqlite"
    } else {
        "postgresql"
    };
    if output.json {
        output.line(&serde_json::json!({"url": url, "engine": engine}).to_string());
    } else if std::io::stdout().is_terminal() {
        output.line(&format!(
            "Clientele {} is ready: {url}\n  API and its description: {url}/api/docs\n  Ctrl-C stops it.",
            env!("CARGO_PKG_VERSION")
        ));
    }
    tracing::info!(%address, engine, version = env!("CARGO_PKG_VERSION"), "listening");
}
