//! Time, faults, businesses: what a test sets up.

use std::time::Duration;

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::Sim;
use crate::apps::Handshake;
use crate::config::{AppSetup, Behaviour};
use crate::error::SimError;

#[derive(Serialize)]
pub(super) struct Now {
    /// Microseconds since 1970 UTC.
    now: i64,
}

#[derive(Deserialize)]
pub(super) struct Advance {
    advance_seconds: f64,
}

#[derive(Deserialize)]
pub(super) struct SetCallback {
    callback_url: String,
    #[serde(default)]
    verify_token: String,
}

#[derive(Deserialize)]
pub(super) struct Notice {
    field: String,
    value: Value,
}

#[derive(Deserialize)]
pub(super) struct Status {
    status: String,
}

#[derive(Serialize)]
pub(super) struct CreatedApp {
    app: AppSetup,
    handshake: Option<Handshake>,
}

pub(super) async fn get_clock(State(sim): State<Sim>) -> Json<Now> {
    Json(Now { now: sim.now() })
}

pub(super) async fn advance_clock(
    State(sim): State<Sim>,
    Json(input): Json<Advance>,
) -> Result<Json<Now>, SimError> {
    let by = Duration::try_from_secs_f64(input.advance_seconds).map_err(|_| {
        SimError::impossible("time only goes forward: advance_seconds must be 0 or more")
    })?;
    sim.advance(by);
    Ok(Json(Now { now: sim.now() }))
}

pub(super) async fn get_behaviour(State(sim): State<Sim>) -> Json<Behaviour> {
    Json(sim.behaviour())
}

pub(super) async fn set_behaviour(
    State(sim): State<Sim>,
    Json(behaviour): Json<Behaviour>,
) -> Json<Behaviour> {
    sim.set_behaviour(behaviour);
    Json(sim.behaviour())
}

pub(super) async fn list_apps(State(sim): State<Sim>) -> Json<Vec<AppSetup>> {
    Json(sim.apps())
}

pub(super) async fn create_app(
    State(sim): State<Sim>,
    Json(setup): Json<AppSetup>,
) -> Result<(StatusCode, Json<CreatedApp>), SimError> {
    let (app, handshake) = sim.create_app(setup).await?;
    Ok((StatusCode::CREATED, Json(CreatedApp { app, handshake })))
}

pub(super) async fn set_callback(
    State(sim): State<Sim>,
    Path(app): Path<String>,
    Json(input): Json<SetCallback>,
) -> Result<Json<Handshake>, SimError> {
    let shaken = sim
        .set_callback(&app, input.callback_url, input.verify_token)
        .await?;
    Ok(Json(shaken))
}

pub(super) async fn notify(
    State(sim): State<Sim>,
    Path(waba): Path<String>,
    Json(notice): Json<Notice>,
) -> Result<Json<Value>, SimError> {
    sim.notify(&waba, &notice.field, &notice.value)?;
    Ok(Json(json!({})))
}

pub(super) async fn set_template_status(
    State(sim): State<Sim>,
    Path(id): Path<String>,
    Json(input): Json<Status>,
) -> Result<Json<Value>, SimError> {
    sim.set_template_status(&id, &input.status)?;
    Ok(Json(json!({})))
}
