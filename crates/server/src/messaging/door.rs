//! The door for Meta's webhooks: the handshake, the signature, and the answer after the commit.
//!
//! Whatever is signed is answered 200, understood or not: Meta repeats anything else for days.
//! Only two things are refused: a body without a valid signature (401, nothing is kept), and
//! anything at all while the database cannot store it (503, so that Meta repeats it).

use std::collections::HashMap;
use std::sync::Arc;

use axum::body::Body;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Extension, Router};
use http::{StatusCode, header};
use serde::Deserialize;
use subtle::ConstantTimeEq;
use uuid::Uuid;
use whatsapp::webhook::{Change, ChangeKind};

use super::inbound::Webhook;
use super::ingest::Ingest;
use crate::accounts::{self, AppDoor};
use crate::app::App;
use crate::db;
use crate::http::{ApiResult, Path, Problem, Query};
use crate::kernel::ids::{AccountId, WorkspaceId};

/// Meta sends up to 3 MB; a little more is let in, so that the limit is theirs.
const BODY_LIMIT: usize = 3_200_000;

/// The path below which every Meta app has its own, see [`accounts::webhook_path`].
const WEBHOOK_PATH: &str = "/webhooks/whatsapp/{app}";

/// The routes for Meta; they take no API key.
pub fn webhook_routes(ingest: Ingest) -> Router<App> {
    Router::new()
        .route(WEBHOOK_PATH, get(handshake).post(receive))
        .layer(DefaultBodyLimit::max(BODY_LIMIT))
        .layer(Extension(ingest))
}

#[derive(Deserialize)]
struct Handshake {
    #[serde(rename = "hub.mode")]
    mode: Option<String>,
    #[serde(rename = "hub.verify_token")]
    verify_token: Option<String>,
    #[serde(rename = "hub.challenge")]
    challenge: Option<String>,
}

/// Meta asks whether the callback is ours: the same challenge back, if the token is right.
async fn handshake(
    State(app): State<App>,
    Path(callback): Path<Uuid>,
    Query(question): Query<Handshake>,
) -> ApiResult<Response> {
    let door = door(&app, callback).await?;
    let given = question.verify_token.unwrap_or_default();
    let right: bool = given.as_bytes().ct_eq(door.verify_token.as_bytes()).into();
    if question.mode.as_deref() != Some("subscribe") || !right {
        return Err(Problem::new(
            StatusCode::FORBIDDEN,
            "wrong_verify_token",
            "The verify token is not the one of this account.",
        ));
    }
    let challenge = question.challenge.unwrap_or_default();
    Ok((
        [(header::CONTENT_TYPE, "text/plain; charset=utf-8")],
        challenge,
    )
        .into_response())
}

async fn receive(
    State(app): State<App>,
    Path(callback): Path<Uuid>,
    Extension(ingest): Extension<Ingest>,
    request: Request,
) -> ApiResult<StatusCode> {
    let door = door(&app, callback).await?;
    let signature = request.headers().get("x-hub-signature-256").cloned();
    let body = read_body(request).await?;
    let signature = signature.as_ref().and_then(|value| value.to_str().ok());
    if !whatsapp::signature::verify(door.app_secret.as_bytes(), &body, signature) {
        return Err(Problem::new(
            StatusCode::UNAUTHORIZED,
            "wrong_signature",
            "X-Hub-Signature-256 does not fit the body and the app secret of this account.",
        ));
    }
    let changes = whatsapp::webhook::parse(&body).map_err(|error| error.to_string());
    let accounts = our_accounts(&app, door.workspace, changes.as_deref().unwrap_or(&[])).await?;
    let webhook = Webhook {
        workspace: door.workspace,
        app: door.app_id,
        body,
        received_at: app.clock.now(),
        changes,
        accounts,
        replay_of: None,
    };
    ingest.take(webhook).await?;
    Ok(StatusCode::OK)
}

async fn door(app: &App, callback: Uuid) -> ApiResult<Arc<AppDoor>> {
    accounts::app_by_uuid(app, callback)
        .await?
        .ok_or_else(|| Problem::not_found("webhook callback"))
}

async fn read_body(request: Request) -> ApiResult<bytes::Bytes> {
    use axum::extract::FromRequest;
    let too_large = |status| match status {
        StatusCode::PAYLOAD_TOO_LARGE => Problem::new(
            StatusCode::PAYLOAD_TOO_LARGE,
            "too_large",
            "A webhook has 3 MB at most.",
        ),
        _ => Problem::new(
            StatusCode::BAD_REQUEST,
            "incomplete_body",
            "The body ended before it was complete.",
        ),
    };
    let request: http::Request<Body> = request;
    bytes::Bytes::from_request(request, &())
        .await
        .map_err(|error| too_large(error.status()))
}

/// Which of our accounts the changes name, by phone number id. An account's number as people write it
/// is learnt on the way.
pub(super) async fn our_accounts(
    app: &App,
    workspace: WorkspaceId,
    changes: &[Change],
) -> db::Result<HashMap<String, AccountId>> {
    let mut found = HashMap::new();
    for change in changes {
        let Some(id) = &change.phone_number_id else {
            continue;
        };
        if !found.contains_key(id)
            && let Some(account) = accounts::by_phone_number_id(app, workspace, id).await?
        {
            if let (ChangeKind::Messages(_), Some(number)) =
                (&change.kind, &change.display_phone_number)
            {
                accounts::learn_number(app, workspace, account, number).await?;
            }
            found.insert(id.clone(), account.id);
        }
    }
    Ok(found)
}
