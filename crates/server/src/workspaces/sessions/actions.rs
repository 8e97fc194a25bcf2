//! Beginning and ending sessions.

use axum::response::{IntoResponse, Response};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use serde_json::json;

use super::api::SessionView;
use super::store;
use crate::access::{Actor, Caller, Role, SESSION_COOKIE, Token, came_by_https, session_cookie};
use crate::app::App;
use crate::db::{self, Tx};
use crate::http::{ApiResult, Json, Problem};
use crate::kernel::clock::{DAY, SECOND};
use crate::kernel::ids::{MemberId, WorkspaceId};
use crate::kernel::text::clean_line;
use crate::timeline;
use crate::workspaces::members;

/// How long a session lasts, microseconds.
const LASTS: i64 = 30 * DAY;
/// How many sessions a member has at most; the ones unused for longest end.
pub(super) const AT_MOST: i64 = 50;
/// Characters of the browser's name that are kept.
const USER_AGENT_LENGTH: usize = 300;

/// Signs a member in whose password has just been checked: the answer has a new cookie and says who
/// they are. The session that the browser had ends.
///
/// # Errors
///
/// 401 when the member was deactivated or the password changed in the meantime.
pub(in crate::workspaces) async fn sign_in(
    app: &App,
    workspace: WorkspaceId,
    id: MemberId,
    password_hash: &str,
    headers: &HeaderMap,
) -> ApiResult<Response> {
    let now = app.clock.now();
    let token = Token::session();
    let mut tx = app.db.begin().await?;
    if !store::still_valid(&mut tx, workspace, id, password_hash).await? {
        return Err(sign_in_failed());
    }
    if let Some(old) = session_cookie(headers) {
        store::end(&mut tx, &Token::presented(old)).await?;
    }
    let agent = user_agent(headers);
    let times = [now, now.plus(LASTS)];
    store::insert(&mut tx, workspace, id, &token, agent.as_deref(), times).await?;
    store::tidy(&mut tx, workspace, id, now, AT_MOST).await?;
    let actor = Actor::Member(id);
    timeline::note(
        &mut tx,
        workspace,
        "session.started",
        actor,
        json!({"user_agent": agent}),
        now,
    )
    .await?;
    let member = members::get(&mut tx, workspace, id).await?;
    tx.commit().await?;
    app.callers.forget(); // the browser's old session and those beyond the limit

    let member = member.ok_or_else(sign_in_failed)?;
    let caller = caller(workspace, id, member.role);
    let view = SessionView::of(app, &caller).await?;
    let mut response = Json(view).into_response();
    set_cookie(&mut response, headers, token.reveal(), LASTS / SECOND);
    Ok(response)
}

fn caller(workspace: WorkspaceId, member: MemberId, role: Role) -> Caller {
    Caller {
        workspace,
        actor: Actor::Member(member),
        role: Some(role),
        permissions: role.permissions(),
    }
}

/// The one refusal of a sign-in, whatever is wrong.
pub(super) fn sign_in_failed() -> Problem {
    Problem::new(
        StatusCode::UNAUTHORIZED,
        "sign_in_failed",
        "The email address or the password is wrong.",
    )
}

/// Ends the caller's own session; the answer takes the cookie away.
pub(super) async fn sign_out(
    app: &App,
    workspace: WorkspaceId,
    member: MemberId,
    headers: &HeaderMap,
) -> ApiResult<Response> {
    let mut tx = app.db.begin().await?;
    if let Some(own) = session_cookie(headers)
        && store::end(&mut tx, &Token::presented(own)).await? > 0
    {
        let (actor, now) = (Actor::Member(member), app.clock.now());
        let data = json!({"user_agent": user_agent(headers)});
        timeline::note(&mut tx, workspace, "session.ended", actor, data, now).await?;
    }
    tx.commit().await?;
    app.callers.forget();
    Ok(without_cookie(headers))
}

/// Ends every session of the member; the answer takes the cookie away.
pub(super) async fn sign_out_everywhere(
    app: &App,
    workspace: WorkspaceId,
    member: MemberId,
    headers: &HeaderMap,
) -> ApiResult<Response> {
    let mut tx = app.db.begin().await?;
    let ended = store::end_all(&mut tx, workspace, member).await?;
    let data = json!({"ended": ended});
    let actor = Actor::Member(member);
    timeline::note(
        &mut tx,
        workspace,
        "session.all_ended",
        actor,
        data,
        app.clock.now(),
    )
    .await?;
    tx.commit().await?;
    app.callers.forget();
    Ok(without_cookie(headers))
}

/// Ends every session of the member but the request's own.
pub(in crate::workspaces) async fn end_others(
    tx: &mut Tx,
    workspace: WorkspaceId,
    member: MemberId,
    headers: &HeaderMap,
) -> db::Result<u64> {
    let own = Token::presented(session_cookie(headers).unwrap_or_default());
    store::end_others(tx, workspace, member, &own).await
}

fn without_cookie(headers: &HeaderMap) -> Response {
    let mut response = StatusCode::NO_CONTENT.into_response();
    set_cookie(&mut response, headers, "", 0);
    response
}

/// `HttpOnly` keeps it from scripts, `SameSite=Lax` from other sites' forms; `Secure` is added for
/// browsers that came by https, so that plain http keeps working on a local network.
fn set_cookie(response: &mut Response, headers: &HeaderMap, value: &str, seconds: i64) {
    let secure = if came_by_https(headers) {
        "; Secure"
    } else {
        ""
    };
    let cookie = format!(
        "{SESSION_COOKIE}={value}; HttpOnly; SameSite=Lax; Path=/; Max-Age={seconds}{secure}"
    );
    let cookie = HeaderValue::from_str(&cookie).expect("a token is letters and digits");
    response.headers_mut().insert(header::SET_COOKIE, cookie);
}

fn user_agent(headers: &HeaderMap) -> Option<String> {
    let text = headers.get(header::USER_AGENT)?.to_str().ok()?;
    let start: String = text.chars().take(USER_AGENT_LENGTH).collect();
    clean_line(&start, USER_AGENT_LENGTH)
        .ok()
        .filter(|agent| !agent.is_empty())
}
