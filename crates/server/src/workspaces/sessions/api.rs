//! Sessions over HTTP.

use axum::extract::State;
use axum::response::Response;
use http::HeaderMap;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::actions;
use super::store::{self, Session};
use crate::access::{
    Actor, Caller, ClientAddress, Permission, Role, SameSite, Token, session_cookie,
};
use crate::app::App;
use crate::http::{ApiResult, Json};
use crate::kernel::clock::Timestamp;
use crate::kernel::email::Email;
use crate::kernel::ids::ApiKeyId;
use crate::kernel::page::Page;
use crate::workspaces::api::{WorkspaceView, view};
use crate::workspaces::keys;
use crate::workspaces::members::{self, MemberView};

/// The routes of sessions.
pub(in crate::workspaces) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(sign_in, get_session, sign_out))
        .routes(routes!(list_sessions, sign_out_everywhere))
}

/// Who is calling, and what they may do.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::workspaces) struct SessionView {
    /// The member who is signed in; null for an API key.
    member: Option<MemberView>,
    /// The API key that was used; null for a member.
    key: Option<SessionKeyView>,
    /// The member's role; null for an API key.
    role: Option<Role>,
    /// What the caller may do.
    permissions: Vec<Permission>,
    /// The only workspace the caller can reach.
    workspace: WorkspaceView,
}

/// The API key of a call.
#[derive(Debug, Serialize, ToSchema)]
struct SessionKeyView {
    /// The key's id.
    id: ApiKeyId,
    /// What it is called.
    #[schema(example = "Salla shop")]
    name: String,
}

impl SessionView {
    /// Describes the caller.
    pub(super) async fn of(app: &App, caller: &Caller) -> ApiResult<Self> {
        let (mut member, mut key) = (None, None);
        match caller.actor {
            Actor::Member(id) => member = members::get(&app.db, caller.workspace, id).await?,
            Actor::Key(id) => key = keys::get(&app.db, caller.workspace, id).await?,
            _ => {}
        }
        Ok(Self {
            member: member.map(MemberView::from),
            key: key.map(|key| SessionKeyView {
                id: key.id,
                name: key.name,
            }),
            role: caller.role,
            permissions: caller.permissions.iter().collect(),
            workspace: view(app, caller).await?,
        })
    }
}

/// One of the caller's sessions.
#[derive(Debug, Serialize, ToSchema)]
struct SessionEntry {
    /// Whether it is the one this request was made with.
    current: bool,
    /// How the browser calls itself.
    #[schema(example = "Mozilla/5.0 (X11; Linux x86_64) Firefox/148.0")]
    user_agent: Option<String>,
    /// When it began.
    created_at: Timestamp,
    /// When it was last used, to the minute.
    last_used_at: Timestamp,
    /// When it ends by itself.
    expires_at: Timestamp,
}

/// Who wants to sign in.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"email": "huda@baytcoffee.sa", "password": "qahwa with cardamom"}))]
struct SignIn {
    /// The member's address.
    email: String,
    /// The member's password.
    password: String,
}

/// Sign in
///
/// The answer sets the session cookie. After ten failures within 15 minutes for an address, or fifty
/// from one client, more attempts are refused with `too_many_attempts` for a while.
#[utoipa::path(post, path = "/session", tag = "session", security(()), request_body = SignIn,
    responses((status = 200, body = SessionView, headers(("Set-Cookie" = String)))))]
async fn sign_in(
    State(app): State<App>,
    _: SameSite,
    ClientAddress(client): ClientAddress,
    headers: HeaderMap,
    Json(input): Json<SignIn>,
) -> ApiResult<Response> {
    let email = Email::parse(&input.email).ok().map(|email| email.key());
    let attempt = app
        .attempts
        .begin(email.as_deref(), client, app.clock.now())?;
    let candidate = match &email {
        Some(email) => store::candidate(&app.db, email).await?,
        None => None,
    };
    let hash = candidate.as_ref().map(|found| found.password_hash.clone());
    let right = app.passwords.verify(input.password, hash).await?;
    let Some(found) = candidate.filter(|_| right) else {
        return Err(actions::sign_in_failed());
    };
    let (workspace, member) = (found.workspace, found.member);
    let answer = actions::sign_in(&app, workspace, member, &found.password_hash, &headers).await?;
    attempt.succeeded();
    Ok(answer)
}

/// Show who is signed in
///
/// The member or the API key, what they may do, and their workspace.
#[utoipa::path(get, path = "/session", tag = "session",
    responses((status = 200, body = SessionView)))]
async fn get_session(State(app): State<App>, caller: Caller) -> ApiResult<Json<SessionView>> {
    SessionView::of(&app, &caller).await.map(Json)
}

/// Sign out
///
/// Ends the session of this browser.
#[utoipa::path(delete, path = "/session", tag = "session",
    responses((status = 204, headers(("Set-Cookie" = String)))))]
async fn sign_out(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
) -> ApiResult<Response> {
    let member = caller.member()?;
    actions::sign_out(&app, caller.workspace, member, &headers).await
}

/// List your sessions
///
/// Where you are signed in, the last used first.
#[utoipa::path(get, path = "/sessions", tag = "session",
    responses((status = 200, body = Page<SessionEntry>)))]
async fn list_sessions(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
) -> ApiResult<Json<Page<SessionEntry>>> {
    let member = caller.member()?;
    let now = app.clock.now();
    let rows = store::list(&app.db, caller.workspace, member, now, actions::AT_MOST).await?;
    let own = session_cookie(&headers).map(|cookie| Token::presented(cookie).hash());
    let entry = |session: Session| SessionEntry {
        current: own.is_some_and(|own| session.token_hash == own),
        user_agent: session.user_agent,
        created_at: session.created_at,
        last_used_at: session.last_used_at,
        expires_at: session.expires_at,
    };
    Ok(Json(Page {
        items: rows.into_iter().map(entry).collect(),
        next_cursor: None,
        total: None,
        total_is_estimate: None,
    }))
}

/// Sign out everywhere
///
/// Ends all your sessions, this one too.
#[utoipa::path(delete, path = "/sessions", tag = "session",
    responses((status = 204, headers(("Set-Cookie" = String)))))]
async fn sign_out_everywhere(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
) -> ApiResult<Response> {
    let member = caller.member()?;
    actions::sign_out_everywhere(&app, caller.workspace, member, &headers).await
}
