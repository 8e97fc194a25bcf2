//! Who plays the simulators: one process at a time, for all workspaces that switched theirs on.
//!
//! The right to play is a lock in the database that ends with the process. Whoever has it listens,
//! sets up a simulator for each simulated account in use, and writes into the account where it is
//! reached. All processes look every few seconds, so a switch, a removed account or a player that
//! died is noticed by itself; a switch on this node is looked at at once.

use std::collections::HashMap;
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::{Arc, OnceLock, PoisonError, RwLock};
use std::time::Duration;

use axum::Router;
use axum::extract::{Request, State};
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use http::uri::PathAndQuery;
use tokio::net::TcpListener;
use tokio::task::AbortHandle;
use tower::ServiceExt;

use super::table::Table;
use crate::accounts;
use crate::app::App;
use crate::db::Alone;
use crate::http::{ApiResult, Problem};

/// How often a process looks whether it should play, and what.
const LOOK: Duration = Duration::from_secs(2);
/// The name of the right to play.
const RIGHT: &str = "simulator";

/// The simulators that this process plays. Clones are the same.
#[derive(Clone, Default)]
pub struct Simulators(Arc<Inner>);

#[derive(Default)]
struct Inner {
    /// Where this server is reached from this machine.
    server: OnceLock<String>,
    playing: tokio::sync::Mutex<Option<Playing>>,
}

/// The tables by the first part of their path, which is that of the account's callback.
type Tables = Arc<RwLock<HashMap<String, Table>>>;

struct Playing {
    right: Alone,
    address: SocketAddr,
    tables: Tables,
    listener: AbortHandle,
}

impl Drop for Playing {
    fn drop(&mut self) {
        self.listener.abort();
    }
}

impl Simulators {
    /// Says where this process listens; without it, as on the command line, it never plays.
    pub fn server_is_at(&self, mut address: SocketAddr) {
        if address.ip().is_unspecified() {
            address.set_ip(match address {
                SocketAddr::V4(_) => Ipv4Addr::LOCALHOST.into(),
                SocketAddr::V6(_) => Ipv6Addr::LOCALHOST.into(),
            });
        }
        // Told once; a second listener of one process would be as good.
        let _ = self.0.server.set(format!("http://{address}"));
    }

    /// Stops playing, so that another node can begin at once.
    pub async fn stop(&self) {
        *self.0.playing.lock().await = None;
    }

    /// Whether this process listens, so that webhooks reach it.
    pub(super) fn is_served(&self) -> bool {
        self.0.server.get().is_some()
    }
}

/// Plays whenever it is this process's turn, as long as the program runs.
pub async fn play(app: App) {
    if !app.simulators.is_served() {
        return;
    }
    loop {
        if let Err(problem) = look(&app).await {
            let cause = problem.cause.as_deref().unwrap_or(&problem.title);
            tracing::warn!(error = cause, "the simulated WhatsApp cannot be played");
        }
        tokio::time::sleep(LOOK).await;
    }
}

/// Begins, changes or stops playing, as the accounts now want it.
pub(super) async fn look(app: &App) -> ApiResult<()> {
    let Some(server) = app.simulators.0.server.get() else {
        return Ok(());
    };
    let mut playing = app.simulators.0.playing.lock().await;
    let mut wanted = Vec::new();
    if app.config.simulator.allowed {
        wanted = accounts::simulated(&app.db).await?;
    }
    if wanted.is_empty() {
        *playing = None;
        return Ok(());
    }
    if let Some(now) = playing.as_ref()
        && !now.right.holds().await
    {
        *playing = None;
    }
    if playing.is_none() {
        *playing = begin(app).await?;
    }
    let Some(playing) = playing.as_ref() else {
        return Ok(()); // another node's turn
    };
    let is_wanted = |key: &String, table: &mut Table| {
        wanted.iter().any(|account| {
            account.callback.to_string() == *key && account.access_token == table.sealed
        })
    };
    playing.change(|tables| tables.retain(is_wanted));
    for account in &wanted {
        let key = account.callback.to_string();
        let url = format!("http://{}/{key}", playing.address);
        if !playing.change(|tables| tables.contains_key(&key)) {
            let table = Table::set(app, account, (url.clone(), server)).await?;
            playing.change(|tables| tables.insert(key, table));
            tracing::info!(workspace.id = %account.workspace, "playing the simulated WhatsApp");
        }
        if account.graph_url != url {
            accounts::put_simulated_at(&app.db, account.workspace, account.account, &url).await?;
        }
    }
    Ok(())
}

/// Takes the right and listens; `None` while another node has it.
async fn begin(app: &App) -> ApiResult<Option<Playing>> {
    let Some(right) = app.db.alone(RIGHT).await? else {
        return Ok(None);
    };
    let listener = TcpListener::bind(app.config.simulator.listen).await;
    let listener = listener.map_err(|error| Problem::internal(&error))?;
    let address = listener
        .local_addr()
        .map_err(|error| Problem::internal(&error))?;
    let tables = Tables::default();
    let router = Router::new().fallback(pass).with_state(tables.clone());
    let served = tokio::spawn(async move {
        if let Err(error) = axum::serve(listener, router).await {
            tracing::warn!(%error, "the simulated WhatsApp is reached no more");
        }
    });
    Ok(Some(Playing {
        right,
        address,
        tables,
        listener: served.abort_handle(),
    }))
}

impl Playing {
    fn change<T>(&self, work: impl FnOnce(&mut HashMap<String, Table>) -> T) -> T {
        let mut tables = self.tables.write().unwrap_or_else(PoisonError::into_inner);
        work(&mut tables)
    }
}

/// Hands a request to the simulator that its path begins with. Below `/sim`, where people are moved,
/// it needs the account's token; the Graph API looks at it by itself.
async fn pass(State(tables): State<Tables>, mut request: Request) -> Response {
    let path = request.uri().path();
    let mut parts = path.trim_start_matches('/').splitn(2, '/');
    let (key, rest) = (
        parts.next().unwrap_or_default(),
        parts.next().unwrap_or_default(),
    );
    let table = tables
        .read()
        .unwrap_or_else(PoisonError::into_inner)
        .get(key)
        .cloned();
    let Some(table) = table else {
        return StatusCode::NOT_FOUND.into_response();
    };
    if rest.split('/').next() == Some("sim") && !table.opens_for(request.headers()) {
        return StatusCode::UNAUTHORIZED.into_response();
    }
    let query = request.uri().query().map(|query| format!("?{query}"));
    let inside = format!("/{rest}{}", query.unwrap_or_default());
    let Ok(inside) = inside.parse::<PathAndQuery>() else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    *request.uri_mut() = inside.into();
    match table.router.oneshot(request).await {
        Ok(response) => response,
        Err(never) => match never {},
    }
}
