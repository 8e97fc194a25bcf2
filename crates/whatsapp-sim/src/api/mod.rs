//! The `/sim` interface: JSON over HTTP for whatever moves the simulated world.
//!
//! | request | does |
//! |---|---|
//! | `GET, POST /sim/clock` | the time; `{"advance_seconds": n}` skips some |
//! | `GET, PUT /sim/behaviour` | speed, limits and faults: [`crate::Behaviour`]; what is left out is as at first |
//! | `GET, POST /sim/apps` | apps; creating one shakes hands with its callback |
//! | `POST /sim/apps/{app}/callback` | `{"callback_url", "verify_token"}`, with a handshake |
//! | `POST /sim/accounts/{waba}/notices` | `{"field", "value"}`: any webhook about an account |
//! | `POST /sim/templates/{id}/status` | `{"status": "PAUSED"}` |
//! | `GET, POST /sim/people` | everybody; creates a [`crate::NewPerson`], or each of an array |
//! | `GET, PATCH, DELETE /sim/people/{id}` | one person; [`crate::ChangePerson`] |
//! | `GET /sim/people/{id}/threads` | their threads as their phone shows them |
//! | `POST /sim/people/{id}/messages` | [`crate::Saying`]: write, send, tap, answer, react, edit, … |
//! | `POST /sim/people/{id}/read` | `{"to"}`: reads what was delivered |
//! | `POST /sim/people/{id}/block` | `{"to", "blocked"}` |
//! | `POST /sim/people/{id}/marketing` | `{"to", "value": "stop" \| "resume"}` |
//! | `POST /sim/people/{id}/number` | `{"number"}`: moves to another number |
//! | `POST /sim/people/{id}/user-id` | gets new user ids |
//! | `GET /sim/media/{id}` | a file, without a token |
//! | `GET /sim/events` | Server-Sent Events: [`crate::Event`] |
//! | `GET /sim/ledger` | everything accepted and told: [`crate::Ledger`] |
//! | `GET /sim/ledger/summary` | its totals: [`crate::LedgerSummary`] |
//!
//! `to` is a phone number id. What makes no sense is answered 400 (404 and 409 for what is unknown or
//! taken) with `{"error": "…"}`.

mod people;
mod setup;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::sse::{KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use futures_util::Stream;
use serde_json::json;
use tokio::sync::broadcast::error::RecvError;

use crate::Sim;
use crate::error::SimError;
use crate::ledger::{Ledger, LedgerSummary};

/// The routes under `/sim`.
pub(crate) fn routes() -> Router<Sim> {
    Router::new()
        .route(
            "/sim/clock",
            get(setup::get_clock).post(setup::advance_clock),
        )
        .route(
            "/sim/behaviour",
            get(setup::get_behaviour).put(setup::set_behaviour),
        )
        .route("/sim/apps", get(setup::list_apps).post(setup::create_app))
        .route("/sim/apps/{app}/callback", post(setup::set_callback))
        .route("/sim/accounts/{waba}/notices", post(setup::notify))
        .route(
            "/sim/templates/{id}/status",
            post(setup::set_template_status),
        )
        .route(
            "/sim/people",
            get(people::list_people).post(people::create_people),
        )
        .route(
            "/sim/people/{id}",
            get(people::get_person)
                .patch(people::change_person)
                .delete(people::remove_person),
        )
        .route("/sim/people/{id}/threads", get(people::list_threads))
        .route("/sim/people/{id}/messages", post(people::say))
        .route("/sim/people/{id}/read", post(people::read))
        .route("/sim/people/{id}/block", post(people::block))
        .route("/sim/people/{id}/marketing", post(people::marketing))
        .route("/sim/people/{id}/number", post(people::change_number))
        .route("/sim/people/{id}/user-id", post(people::change_user_id))
        .route("/sim/media/{id}", get(people::get_media))
        .route("/sim/events", get(events))
        .route("/sim/ledger", get(ledger))
        .route("/sim/ledger/summary", get(summary))
}

impl IntoResponse for SimError {
    fn into_response(self) -> Response {
        let status = match &self {
            Self::Unknown(..) => StatusCode::NOT_FOUND,
            Self::Taken(..) => StatusCode::CONFLICT,
            Self::Impossible(_) => StatusCode::BAD_REQUEST,
        };
        (status, Json(json!({"error": self.to_string()}))).into_response()
    }
}

async fn ledger(State(sim): State<Sim>) -> Json<Ledger> {
    Json(sim.ledger())
}

async fn summary(State(sim): State<Sim>) -> Json<LedgerSummary> {
    Json(sim.summary())
}

async fn events(State(sim): State<Sim>) -> Response {
    Sse::new(stream(&sim))
        .keep_alive(KeepAlive::default())
        .into_response()
}

type Sent = axum::response::sse::Event;

fn stream(sim: &Sim) -> impl Stream<Item = Result<Sent, std::convert::Infallible>> + use<> {
    // Only the receiver is kept: an open page does not keep a simulator running.
    futures_util::stream::unfold(sim.events(), |mut events| async move {
        loop {
            match events.recv().await {
                Ok(event) => {
                    let sent = Sent::default()
                        .event(event.name)
                        .data(event.data.to_string());
                    return Some((Ok(sent), events));
                }
                // A slow listener misses events; the threads still show everything.
                Err(RecvError::Lagged(_)) => {}
                Err(RecvError::Closed) => return None,
            }
        }
    })
}
