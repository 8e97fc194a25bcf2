//! The simulated WhatsApp over HTTP: its switch, how it behaves, and the clock.

use axum::extract::State;
use reqwest::Method;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use whatsapp_sim::Behaviour;

use super::behaviour::SimulatorBehaviour;
use super::drive::Drive;
use super::{actions, clock, model, phone};
use crate::access::{Can, permit};
use crate::accounts;
use crate::app::App;
use crate::http::{ApiResult, Json, Problem};
use crate::kernel::clock::{SECOND, Timestamp};
use crate::kernel::ids::{AccountId, WorkspaceId};

/// The furthest that the clock is moved at once: a year, in seconds.
const FURTHEST: i64 = 366 * 86_400;

/// The feature's routes.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(get_simulator, switch_simulator))
        .routes(routes!(get_simulator_behaviour, set_simulator_behaviour))
        .routes(routes!(get_clock, advance_clock))
        .merge(phone::routes())
}

/// The simulated WhatsApp of the workspace.
#[derive(Debug, Serialize, ToSchema)]
struct SimulatorState {
    /// Whether it is switched on.
    #[schema(example = true)]
    enabled: bool,
    /// Whether the operator allows it.
    #[schema(example = true)]
    allowed: bool,
    /// Whether it is on and answers, which takes a moment after a restart.
    #[schema(example = true)]
    ready: bool,
    /// Its account, while it is on.
    account_id: Option<AccountId>,
    /// The number of the business on it.
    #[schema(example = "+966 11 200 0000")]
    phone_number: String,
}

async fn state(app: &App, workspace: WorkspaceId) -> ApiResult<Json<SimulatorState>> {
    let account = accounts::simulated_of(&app.db, workspace).await?;
    let played = account
        .as_ref()
        .is_some_and(|it| it.graph_url != model::NOWHERE);
    Ok(Json(SimulatorState {
        enabled: account.is_some(),
        allowed: app.config.simulator.allowed,
        ready: played && answers(app, workspace).await,
        account_id: account.map(|account| account.id),
        phone_number: model::DISPLAY_NUMBER.to_owned(),
    }))
}

async fn answers(app: &App, workspace: WorkspaceId) -> bool {
    match Drive::of(app, workspace).await {
        Ok(drive) => drive.get::<serde_json::Value>("clock").await.is_ok(),
        Err(_) => false,
    }
}

/// Get the simulated WhatsApp
#[utoipa::path(get, path = "/simulator", tag = "simulator",
    responses((status = 200, body = SimulatorState)))]
async fn get_simulator(
    State(app): State<App>,
    caller: Can<permit::AccountsManage>,
) -> ApiResult<Json<SimulatorState>> {
    state(&app, caller.workspace).await
}

/// Whether it is to be on.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct SwitchSimulator {
    /// Whether it is to be on.
    #[schema(example = true)]
    enabled: bool,
}

/// Switch the simulated WhatsApp on or off
///
/// On, the workspace has one more account, marked `simulated`, with a few approved templates. Off, that
/// account is removed as any other: its conversations stay, and switching on again brings it back with
/// the same people. Other accounts are not touched.
#[utoipa::path(put, path = "/simulator", tag = "simulator", request_body = SwitchSimulator,
    responses((status = 200, body = SimulatorState),
        (status = 409, description = "The operator does not allow it.",
            body = Problem, content_type = "application/problem+json",
            example = json!({"code": "simulator.not_allowed", "status": 409,
                "title": "The operator of this server does not allow the simulated WhatsApp (simulator.allowed)."}))))]
async fn switch_simulator(
    State(app): State<App>,
    caller: Can<permit::AccountsManage>,
    Json(input): Json<SwitchSimulator>,
) -> ApiResult<Json<SimulatorState>> {
    let (workspace, actor) = (caller.workspace, caller.actor);
    if input.enabled {
        actions::switch_on(&app, workspace, actor).await?;
    } else {
        actions::switch_off(&app, workspace, actor).await?;
    }
    state(&app, workspace).await
}

/// Get how the simulated WhatsApp behaves
#[utoipa::path(get, path = "/simulator/behaviour", tag = "simulator",
    responses((status = 200, body = SimulatorBehaviour)))]
async fn get_simulator_behaviour(
    State(app): State<App>,
    caller: Can<permit::AccountsManage>,
) -> ApiResult<Json<SimulatorBehaviour>> {
    let drive = Drive::of(&app, caller.workspace).await?;
    let behaviour: Behaviour = drive.get("behaviour").await?;
    Ok(Json(behaviour.into()))
}

/// Set how the simulated WhatsApp behaves
///
/// What is left out is as at first: no faults. It holds until it is switched off or the server restarts.
#[utoipa::path(put, path = "/simulator/behaviour", tag = "simulator", request_body = SimulatorBehaviour,
    responses((status = 200, body = SimulatorBehaviour)))]
async fn set_simulator_behaviour(
    State(app): State<App>,
    caller: Can<permit::AccountsManage>,
    Json(input): Json<SimulatorBehaviour>,
) -> ApiResult<Json<SimulatorBehaviour>> {
    let behaviour = input.check()?;
    let drive = Drive::of(&app, caller.workspace).await?;
    let set: Behaviour = drive.call(Method::PUT, "behaviour", &behaviour).await?;
    Ok(Json(set.into()))
}

/// The time that this installation lives at.
#[derive(Debug, Serialize, ToSchema)]
struct ClockState {
    /// The time.
    now: Timestamp,
    /// How far it was moved on, seconds.
    #[schema(example = 90_000)]
    ahead_seconds: i64,
    /// Whether it may be moved.
    #[schema(example = true)]
    may_be_moved: bool,
}

fn clock_state(app: &App) -> Json<ClockState> {
    Json(ClockState {
        now: app.clock.now(),
        ahead_seconds: app.clock.ahead() / SECOND,
        may_be_moved: app.config.simulator.test_clock,
    })
}

/// Get the time
#[utoipa::path(get, path = "/simulator/clock", tag = "simulator",
    responses((status = 200, body = ClockState)))]
async fn get_clock(
    State(app): State<App>,
    _caller: Can<permit::AccountsManage>,
) -> ApiResult<Json<ClockState>> {
    Ok(clock_state(&app))
}

/// How far to move on.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct AdvanceClock {
    /// Seconds, at most a year.
    #[schema(example = 90_000, minimum = 1, maximum = 31_622_400)]
    advance_seconds: i64,
}

/// Move the time on
///
/// For the server and all its simulated WhatsApps, of every workspace, and never back. What becomes due
/// happens at once. Only where the operator started the server with `--test-clock`.
#[utoipa::path(post, path = "/simulator/clock", tag = "simulator", request_body = AdvanceClock,
    responses((status = 200, body = ClockState),
        (status = 409, description = "The clock of this server goes by itself.",
            body = Problem, content_type = "application/problem+json",
            example = json!({"code": "clock.not_allowed", "status": 409,
                "title": "The clock of this server goes by itself. The operator lets it be moved with `clientele serve --test-clock`."}))))]
async fn advance_clock(
    State(app): State<App>,
    caller: Can<permit::AccountsManage>,
    Json(input): Json<AdvanceClock>,
) -> ApiResult<Json<ClockState>> {
    if !(1..=FURTHEST).contains(&input.advance_seconds) {
        return Err(Problem::invalid(
            "advance_seconds",
            format!("must be from 1 to {FURTHEST}: the time never goes back"),
        ));
    }
    clock::advance(&app, caller.workspace, caller.actor, input.advance_seconds).await?;
    Ok(clock_state(&app))
}
