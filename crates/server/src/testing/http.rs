//! A whole program in a test: real routes, a real database, requests without a socket.

use axum::body::Body;
use axum::response::Response;
use futures_util::StreamExt;
use http::{Method, Request, StatusCode, header};
use serde_json::Value;
use tower::ServiceExt;

use super::TestDatabase;
use crate::access::{PermissionSet, Role, SESSION_COOKIE, Token};
use crate::app::{App, Parts};
use crate::config::Config;
use crate::db::{Db, sql};
use crate::kernel::clock::{Clock, DAY, Timestamp};
use crate::kernel::ids::{MemberId, WorkspaceId};
use crate::media::Files;
use crate::secrets::Secrets;

/// 2026-11-20T09:00:00Z, when tests begin.
pub(crate) const NOW: Timestamp = Timestamp(1_795_165_200_000_000);

/// The program under test.
pub(crate) struct TestApp {
    /// What handlers get; its clock stands at [`NOW`] until it is moved.
    pub(crate) app: App,
    /// The first workspace.
    pub(crate) workspace: WorkspaceId,
    /// A caller of the first workspace who may do everything.
    pub(crate) api: Api,
    database: TestDatabase,
}

/// Somebody who calls the API.
#[derive(Clone)]
pub(crate) struct Api {
    router: axum::Router,
    key: String,
    cookie: String,
}

/// An answer.
#[derive(Debug)]
pub(crate) struct Reply {
    /// The status.
    pub(crate) status: StatusCode,
    /// The headers.
    pub(crate) headers: http::HeaderMap,
    /// The body as JSON; null when it is not JSON.
    pub(crate) body: Value,
    /// The body as text.
    pub(crate) text: String,
    /// The body as it is.
    pub(crate) bytes: bytes::Bytes,
}

impl TestApp {
    /// Starts with one workspace and an all-powerful key.
    pub(crate) async fn start() -> Self {
        Self::start_with(|_| {}).await
    }

    /// The same with other settings.
    pub(crate) async fn start_with(set: impl FnOnce(&mut Config)) -> Self {
        let database = super::database().await;
        let mut config = Config {
            data: database.folder.path().to_owned(),
            database_url: database.url.clone(),
            ..Config::default()
        };
        set(&mut config);
        let secrets = Secrets::make(database.folder.path()).expect("a key is made");
        let app = program(database.db.clone(), secrets, config, Clock::fixed(NOW));
        let workspace = make_workspace(&app, "Bayt Coffee").await;
        let api = make_key(&app, workspace, PermissionSet::all()).await;
        Self {
            app,
            workspace,
            api,
            database,
        }
    }

    /// Another node on the same PostgreSQL, with connections of its own; `None` on an embedded database,
    /// which has one node.
    pub(crate) async fn another_node(&self) -> Option<App> {
        let db = Db::open_postgres(self.app.config.database_url.as_ref()?).await;
        let secrets = Secrets::find(None, &self.app.config.data).expect("readable");
        let (db, secrets) = (db.expect("PostgreSQL answers"), secrets.expect("the key"));
        Some(program(
            db,
            secrets,
            self.app.config.clone(),
            Clock::fixed(NOW),
        ))
    }

    /// Listens on a free port, as `clientele serve` does, so that webhooks come in over HTTP.
    pub(crate) async fn listen(&self) {
        listen(&self.app).await;
    }

    /// Another node on the same database, which listens, and this one's caller at it.
    pub(crate) async fn beside(&self) -> (App, Api) {
        let clock = Clock::fixed(NOW);
        let ahead = crate::simulator::clock_ahead(&self.app.db).await;
        clock.set_ahead(ahead.expect("the clock"));
        let secrets = Secrets::find(None, &self.app.config.data);
        let secrets = secrets.expect("readable").expect("the key");
        let app = program(self.app.db.clone(), secrets, self.app.config.clone(), clock);
        listen(&app).await;
        let router = crate::wiring::router(app.clone());
        let api = Api {
            router,
            ..self.api.clone()
        };
        (app, api)
    }

    /// Stops and starts again on the same database, and listens; it knows only what it stored.
    pub(crate) async fn restart(&mut self) {
        self.app.simulators.stop().await;
        (self.app, self.api) = self.beside().await;
    }

    /// Another business on the same installation, with an all-powerful key.
    pub(crate) async fn other_workspace(&self) -> (WorkspaceId, Api) {
        let workspace = make_workspace(&self.app, "Nile Books").await;
        (
            workspace,
            make_key(&self.app, workspace, PermissionSet::all()).await,
        )
    }

    /// The folder of its data.
    pub(crate) fn folder(&self) -> &std::path::Path {
        self.database.folder.path()
    }

    /// Does every job that is due, until none is; how many attempts that were.
    pub(crate) async fn run_jobs(&self) -> usize {
        crate::jobs::run_due(&self.app, &crate::wiring::jobs()).await
    }

    /// A caller of the first workspace who may do only this.
    pub(crate) async fn api_with(&self, permissions: PermissionSet) -> Api {
        make_key(&self.app, self.workspace, permissions).await
    }

    /// A caller without any key.
    pub(crate) fn anonymous(&self) -> Api {
        Api {
            router: self.api.router.clone(),
            key: String::new(),
            cookie: String::new(),
        }
    }

    /// A caller with this key.
    pub(crate) fn with_key(&self, key: &str) -> Api {
        Api {
            router: self.api.router.clone(),
            key: key.to_owned(),
            cookie: String::new(),
        }
    }

    /// A browser with this cookie, on this site's own pages.
    pub(crate) fn with_cookie(&self, cookie: &str) -> Api {
        Api {
            router: self.api.router.clone(),
            key: String::new(),
            cookie: cookie.to_owned(),
        }
    }

    /// A member of the first workspace who is signed in, without the work of a password.
    pub(crate) async fn signed_in(&self, name: &str, role: Role) -> (MemberId, Api) {
        let (member, _) = self.member(name, role).await;
        let token = Token::session();
        sql("INSERT INTO sessions
                 (token_hash, workspace_id, member_id, created_at, last_used_at, expires_at)
             VALUES ($1, $2, $3, $4, $4, $5)")
        .bind(token.hash().to_vec())
        .bind(self.workspace)
        .bind(member)
        .bind(self.app.clock.now())
        .bind(self.app.clock.now().plus(30 * DAY))
        .run(&self.app.db)
        .await
        .expect("a session");
        (member, self.with_cookie(token.reveal()))
    }

    /// A member of the first workspace, who cannot sign in.
    pub(crate) async fn member(&self, name: &str, role: Role) -> (MemberId, uuid::Uuid) {
        let uuid = uuid::Uuid::now_v7();
        let email = format!("{uuid}@example.com");
        let (id,) = sql("INSERT INTO members (workspace_id, uuid, name, email, email_key, role, created_at, updated_at)
             VALUES ($1, $2, $3, $4, $4, $5, $6, $6) RETURNING id")
        .bind(self.workspace)
        .bind(uuid)
        .bind(name)
        .bind(email)
        .bind(role)
        .bind(self.app.clock.now())
        .one(&self.app.db)
        .await
        .expect("a member");
        (id, uuid)
    }
}

fn program(db: Db, secrets: Secrets, config: Config, clock: Clock) -> App {
    let media = Files::open(&config.media, &config.data).expect("a folder");
    App::from(Parts {
        db,
        secrets,
        config,
        clock,
        callers: Default::default(),
        attempts: Default::default(),
        passwords: Default::default(),
        sizes: Default::default(),
        doors: Default::default(),
        uuids: Default::default(),
        media,
        live: Default::default(),
        simulators: Default::default(),
        http: crate::outgoing::client(false).expect("a client"),
    })
}

async fn listen(app: &App) {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0")
        .await
        .expect("a port");
    app.simulators
        .server_is_at(listener.local_addr().expect("an address"));
    let (router, limits) = (
        crate::wiring::router(app.clone()),
        app.config.limits.clone(),
    );
    tokio::spawn(async move {
        crate::server::serve(listener, router, &limits, std::future::pending()).await
    });
}

async fn make_workspace(app: &App, name: &str) -> WorkspaceId {
    let (id,) = sql(
        "INSERT INTO workspaces (uuid, name, time_zone, default_region, created_at)
         VALUES ($1, $2, 'Asia/Riyadh', 'SA', $3) RETURNING id",
    )
    .bind(uuid::Uuid::now_v7())
    .bind(name)
    .bind(app.clock.now())
    .one(&app.db)
    .await
    .expect("a workspace");
    id
}

async fn make_key(app: &App, workspace: WorkspaceId, permissions: PermissionSet) -> Api {
    let token = Token::api_key();
    let scopes: Vec<_> = permissions
        .iter()
        .map(crate::access::Permission::as_str)
        .collect();
    sql(
        "INSERT INTO api_keys (workspace_id, name, hint, key_hash, scopes, created_at)
         VALUES ($1, 'test', $2, $3, $4, $5)",
    )
    .bind(workspace)
    .bind(token.hint())
    .bind(token.hash().to_vec())
    .bind(serde_json::json!(scopes))
    .bind(app.clock.now())
    .run(&app.db)
    .await
    .expect("a key");
    Api {
        router: crate::wiring::router(app.clone()),
        key: token.reveal().to_owned(),
        cookie: String::new(),
    }
}

impl Api {
    /// The API key, of a caller that has one.
    pub(crate) fn key(&self) -> &str {
        &self.key
    }

    /// The header with the cookie, of a browser.
    pub(crate) fn cookie_header(&self) -> String {
        format!("{SESSION_COOKIE}={}", self.cookie)
    }

    /// `GET`, whose answer is not read: it stays open as long as it is held.
    pub(crate) async fn open(&self, path: &str) -> Response {
        let request = Request::builder()
            .uri(path)
            .header(header::AUTHORIZATION, format!("Bearer {}", self.key))
            .body(Body::empty());
        let answered = self.router.clone().oneshot(request.expect("a request"));
        answered.await.expect("the router answers")
    }

    /// `GET`.
    pub(crate) async fn get(&self, path: &str) -> Reply {
        self.send(Method::GET, path, None).await
    }

    /// `POST` with a JSON body.
    pub(crate) async fn post(&self, path: &str, body: Value) -> Reply {
        self.send(Method::POST, path, Some(body)).await
    }

    /// `PUT` with a JSON body.
    pub(crate) async fn put(&self, path: &str, body: Value) -> Reply {
        self.send(Method::PUT, path, Some(body)).await
    }

    /// `PATCH` with a JSON body.
    pub(crate) async fn patch(&self, path: &str, body: Value) -> Reply {
        self.send(Method::PATCH, path, Some(body)).await
    }

    /// `DELETE`.
    pub(crate) async fn delete(&self, path: &str) -> Reply {
        self.send(Method::DELETE, path, None).await
    }

    /// Any request with this caller's key.
    pub(crate) async fn send(&self, method: Method, path: &str, body: Option<Value>) -> Reply {
        self.send_with(method, path, body, &[]).await
    }

    /// The same with other headers besides.
    pub(crate) async fn send_with(
        &self,
        method: Method,
        path: &str,
        body: Option<Value>,
        headers: &[(&str, &str)],
    ) -> Reply {
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        if !self.key.is_empty() {
            request = request.header(header::AUTHORIZATION, format!("Bearer {}", self.key));
        }
        if !self.cookie.is_empty() {
            let cookie = format!("theme=dark; {SESSION_COOKIE}={}", self.cookie);
            request = request
                .header(header::COOKIE, cookie)
                .header("sec-fetch-site", "same-origin");
        }
        let request = match body {
            Some(body) => request
                .header(header::CONTENT_TYPE, "application/json")
                .body(Body::from(body.to_string())),
            None => request.body(Body::empty()),
        };
        self.raw(request.expect("a request")).await
    }

    /// A request with this caller's key, these headers and a body that is no JSON.
    pub(crate) async fn send_bytes(
        &self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: Body,
    ) -> Reply {
        let mut request = Request::builder().method(method).uri(path);
        request = request.header(header::AUTHORIZATION, format!("Bearer {}", self.key));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.raw(request.body(body).expect("a request")).await
    }

    /// Any request as it is.
    pub(crate) async fn raw(&self, request: Request<Body>) -> Reply {
        let response: Response = self
            .router
            .clone()
            .oneshot(request)
            .await
            .expect("the router answers");
        let (parts, body) = response.into_parts();
        let kind = parts.headers.get(header::CONTENT_TYPE);
        let is_endless = kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/event-stream"));
        let bytes = if is_endless {
            beginning(body).await
        } else {
            axum::body::to_bytes(body, usize::MAX)
                .await
                .expect("a body")
                .into()
        };
        Reply {
            status: parts.status,
            headers: parts.headers,
            body: serde_json::from_slice(&bytes).unwrap_or(Value::Null),
            text: String::from_utf8_lossy(&bytes).into_owned(),
            bytes: bytes.into(),
        }
    }
}

/// What a body without an end has until it pauses.
async fn beginning(body: Body) -> Vec<u8> {
    let mut frames = body.into_data_stream();
    let mut bytes = Vec::new();
    let pause = std::time::Duration::from_millis(30);
    while let Ok(Some(Ok(frame))) = tokio::time::timeout(pause, frames.next()).await {
        bytes.extend_from_slice(&frame);
    }
    bytes
}

impl Reply {
    /// The session cookie that the answer sets: its value, and its attributes as text.
    pub(crate) fn session_cookie(&self) -> Option<(String, String)> {
        let cookie = self.headers.get(header::SET_COOKIE)?.to_str().ok()?;
        let (value, attributes) = cookie
            .strip_prefix(SESSION_COOKIE)?
            .strip_prefix('=')?
            .split_once("; ")?;
        Some((value.to_owned(), attributes.to_owned()))
    }

    /// The body, after checking the status.
    #[track_caller]
    pub(crate) fn expect(self, status: u16) -> Value {
        assert_eq!(self.status.as_u16(), status, "{}", self.text);
        self.body
    }
}
