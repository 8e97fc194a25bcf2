//! What watches the server from outside: `/healthz`, `/readyz`, `/metrics`.
//!
//! The first two say nothing that is worth hiding and need no key. The metrics show how much
//! business is done, so they answer only this machine, or whoever has the `metrics_token`.

use std::time::Duration;

use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use http::{HeaderMap, StatusCode, header};
use subtle::ConstantTimeEq;

use super::metrics;
use crate::access::Peer;
use crate::app::App;
use crate::db::sql;
use crate::http::Problem;

/// How long the database may take to answer.
const LIMIT: Duration = Duration::from_secs(2);

/// The routes, outside the API.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/healthz", get(|| async { "ok\n" }))
        .route("/readyz", get(ready))
        .route("/metrics", get(show_metrics))
}

async fn ready(State(app): State<App>) -> Response {
    let question = sql("SELECT CAST(1 AS BIGINT)")
        .quick()
        .one::<(i64,)>(&app.db);
    match tokio::time::timeout(LIMIT, question).await {
        Ok(Ok(_)) => "ready\n".into_response(),
        Ok(Err(error)) => not_ready(&error.to_string()),
        Err(_) => not_ready("no answer in time"),
    }
}

fn not_ready(why: &str) -> Response {
    tracing::warn!(why, "the database does not answer");
    Problem::new(
        StatusCode::SERVICE_UNAVAILABLE,
        "not_ready",
        "The database does not answer; the server's log says why.",
    )
    .into_response()
}

async fn show_metrics(
    State(app): State<App>,
    peer: Option<axum::Extension<Peer>>,
    headers: HeaderMap,
) -> Response {
    let allowed = match &app.config.metrics_token {
        Some(token) => presents(&headers, token),
        None => {
            peer.is_some_and(|peer| peer.0.0.ip().to_canonical().is_loopback())
                && !is_forwarded(&headers)
        }
    };
    if !allowed {
        return Problem::new(
            StatusCode::UNAUTHORIZED,
            "unauthorized",
            "The metrics are for this machine, or for whoever sends the metrics_token as a bearer token.",
        )
        .into_response();
    }
    let kind = "text/plain; version=0.0.4; charset=utf-8";
    ([(header::CONTENT_TYPE, kind)], metrics::render(&app).await).into_response()
}

fn presents(headers: &HeaderMap, token: &str) -> bool {
    headers
        .get(header::AUTHORIZATION)
        .and_then(|value| value.to_str().ok()?.split_once(' '))
        .is_some_and(|(scheme, given)| {
            scheme.eq_ignore_ascii_case("bearer")
                && bool::from(given.trim().as_bytes().ct_eq(token.as_bytes()))
        })
}

/// Whether a proxy on this machine passes on what somebody else asks.
fn is_forwarded(headers: &HeaderMap) -> bool {
    ["forwarded", "x-forwarded-for", "x-real-ip", "via"]
        .iter()
        .any(|name| headers.contains_key(*name))
}
