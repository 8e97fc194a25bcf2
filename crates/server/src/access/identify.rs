//! From a request to its caller.

use std::marker::PhantomData;
use std::ops::Deref;

use axum::extract::FromRequestParts;
use http::request::Parts;
use http::{HeaderMap, Method, StatusCode, header};

use super::origin::{cross_site, is_same_origin};
use super::{Actor, Caller, Permission, Role, Token};
use crate::app::App;
use crate::db::{self, Json, sql};
use crate::http::Problem;
use crate::kernel::clock::{SECOND, Timestamp};
use crate::kernel::ids::{ApiKeyId, MemberId, WorkspaceId};

/// The name of the session cookie.
pub const SESSION_COOKIE: &str = "clientele_session";

/// `last_used_at` is written at most this often, microseconds.
const USE_NOTED_EVERY: i64 = 60 * SECOND;

/// A permission at the level of types, so that a handler's signature names what it needs.
pub trait Permit: Send + Sync + 'static {
    /// The permission.
    const PERMISSION: Permission;
}

/// One type per permission, for [`Can`].
pub mod permit {
    use super::{Permission, Permit};

    macro_rules! permits {
        ($($name:ident),*) => {$(
            #[doc = concat!("[`Permission::", stringify!($name), "`].")]
            #[derive(Debug, Clone, Copy)]
            pub struct $name;
            impl Permit for $name {
                const PERMISSION: Permission = Permission::$name;
            }
        )*};
    }
    permits!(
        CustomersRead,
        CustomersWrite,
        CustomersDelete,
        ConversationsWrite,
        MessagesSend,
        TagsWrite,
        SettingsWrite,
        AccountsManage,
        WorkspaceManage,
        MembersManage,
        KeysManage,
        AuditRead,
        CostsRead,
        EventsManage
    );
}

/// A caller that has the permission `P`: `caller: Can<permit::CustomersRead>`.
#[derive(Debug, Clone)]
pub struct Can<P>(Caller, PhantomData<P>);

impl<P> Deref for Can<P> {
    type Target = Caller;
    fn deref(&self) -> &Caller {
        &self.0
    }
}

impl<P: Permit> FromRequestParts<App> for Can<P> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let caller = Caller::from_request_parts(parts, app).await?;
        caller.require(P::PERMISSION)?;
        Ok(Self(caller, PhantomData))
    }
}

/// Anybody who is signed in or has a key, whatever they may do: for their own account only.
impl FromRequestParts<App> for Caller {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let by_cookie = presented_key(&parts.headers).is_none();
        if by_cookie
            && session_cookie(&parts.headers).is_some()
            && !is_safe(&parts.method)
            && !is_same_origin(&parts.headers)
        {
            return Err(cross_site());
        }
        identify(app, &parts.headers).await
    }
}

/// Who sends these headers, of a request that is known to come from this site's own pages or to change
/// nothing.
///
/// # Errors
///
/// 401 `unauthorized` when there is no valid key or session in them.
pub async fn identify(app: &App, headers: &HeaderMap) -> Result<Caller, Problem> {
    if let Some(key) = presented_key(headers) {
        return by_key(app, key)
            .await?
            .ok_or_else(|| unauthorized("The API key is unknown or was revoked."));
    }
    let Some(cookie) = session_cookie(headers) else {
        return Err(unauthorized(
            "Send an API key as `Authorization: Bearer <key>` or `X-API-Key: <key>`, or sign in.",
        ));
    };
    by_session(app, cookie)
        .await?
        .ok_or_else(|| unauthorized("The session has ended; sign in again."))
}

fn unauthorized(title: &str) -> Problem {
    Problem::new(StatusCode::UNAUTHORIZED, "unauthorized", title)
}

fn presented_key(headers: &HeaderMap) -> Option<&str> {
    let text = |name| {
        headers
            .get(name)
            .and_then(|value: &http::HeaderValue| value.to_str().ok())
    };
    if let Some(key) = text(http::HeaderName::from_static("x-api-key")) {
        return Some(key.trim());
    }
    let (scheme, key) = text(header::AUTHORIZATION)?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then_some(key.trim())
}

/// The value of the session cookie.
pub fn session_cookie(headers: &HeaderMap) -> Option<&str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|cookies| cookies.split(';'))
        .find_map(|cookie| {
            cookie
                .trim()
                .strip_prefix(SESSION_COOKIE)?
                .strip_prefix('=')
        })
}

fn is_safe(method: &Method) -> bool {
    matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS)
}

async fn by_key(app: &App, key: &str) -> db::Result<Option<Caller>> {
    let hash = Token::presented(key).hash();
    if let Some(caller) = app.callers.get(&hash) {
        return Ok(Some(caller));
    }
    let moment = app.callers.moment();
    type Found = (ApiKeyId, WorkspaceId, Json<Vec<String>>, Option<Timestamp>);
    let found: Option<Found> = sql("SELECT id, workspace_id, scopes, last_used_at FROM api_keys
         WHERE key_hash = $1 AND revoked_at IS NULL")
    .bind(hash.to_vec())
    .quick()
    .maybe(&app.db)
    .await?;
    let Some((id, workspace, Json(scopes), used)) = found else {
        return Ok(None);
    };
    let caller = Caller {
        workspace,
        actor: Actor::Key(id),
        role: None,
        // A scope of a later release that this program does not know grants nothing.
        permissions: scopes
            .iter()
            .filter_map(|scope| scope.parse().ok())
            .collect(),
    };
    app.callers.put(hash, caller.clone(), moment);
    note_use(
        app,
        used,
        sql("UPDATE api_keys SET last_used_at = $1 WHERE id = $2")
            .bind(app.clock.now())
            .bind(id),
    );
    Ok(Some(caller))
}

async fn by_session(app: &App, cookie: &str) -> db::Result<Option<Caller>> {
    let hash = Token::presented(cookie).hash();
    if let Some(caller) = app.callers.get(&hash) {
        return Ok(Some(caller));
    }
    let moment = app.callers.moment();
    let now = app.clock.now();
    let found: Option<(MemberId, WorkspaceId, Role, Timestamp)> =
        sql("SELECT m.id, m.workspace_id, m.role, s.last_used_at
             FROM sessions s JOIN members m ON m.id = s.member_id
             WHERE s.token_hash = $1 AND s.expires_at > $2 AND m.active")
        .bind(hash.to_vec())
        .bind(now)
        .quick()
        .maybe(&app.db)
        .await?;
    let Some((member, workspace, role, used)) = found else {
        return Ok(None);
    };
    let caller = Caller {
        workspace,
        actor: Actor::Member(member),
        role: Some(role),
        permissions: role.permissions(),
    };
    app.callers.put(hash, caller.clone(), moment);
    note_use(
        app,
        Some(used),
        sql("UPDATE sessions SET last_used_at = $1 WHERE token_hash = $2")
            .bind(now)
            .bind(hash.to_vec()),
    );
    Ok(Some(caller))
}

/// Writes down when a key or session was used, beside the request and not too often.
fn note_use(app: &App, last: Option<Timestamp>, update: db::Sql) {
    if last.is_some_and(|last| app.clock.now().0 - last.0 < USE_NOTED_EVERY) {
        return;
    }
    let db = app.db.clone();
    tokio::spawn(async move {
        if let Err(error) = update.run(&db).await {
            tracing::warn!(%error, "the use of a key or session was not noted");
        }
    });
}
