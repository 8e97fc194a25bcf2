//! The first page of a new installation: whoever opens it first makes the workspace and owns it.
//!
//! It works once. With a workspace in the database, however it got there, there is nothing to set
//! up, and nobody learns more than that.

use axum::extract::State;
use axum::response::Response;
use http::HeaderMap;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use super::sessions::{self, SessionView};
use super::{NewOwner, NewWorkspace, actions, store};
use crate::access::{Actor, SameSite};
use crate::app::App;
use crate::db::{self, Conn};
use crate::http::{ApiResult, Json, Problem};

/// What two who set up at once wait for: there is no row to lock yet.
const FIRST_WORKSPACE: Uuid = Uuid::from_u128(0x636c_6965_6e74_656c_6500_7365_7475_7001);

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(get_setup, set_up))
}

/// Whether there is anything to set up.
#[derive(Serialize, ToSchema)]
struct SetupView {
    /// True while no workspace exists: `POST /api/setup` makes the first one.
    needed: bool,
}

/// The first workspace and its owner.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "name": "Bayt Coffee", "time_zone": "Asia/Riyadh", "default_region": "SA",
    "owner": {"name": "Huda Al-Harbi", "email": "huda@baytcoffee.sa", "password": "qahwa with cardamom"},
}))]
struct SetUp {
    /// The business's name, up to 200 characters.
    name: String,
    /// The IANA time zone that dates are meant in.
    time_zone: String,
    /// The country of phone numbers that are written without one (ISO 3166-1 alpha-2).
    default_region: String,
    /// The first member.
    owner: SetUpOwner,
}

/// Who owns the first workspace.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct SetUpOwner {
    /// The person's name, up to 200 characters.
    name: String,
    /// The address to sign in with.
    email: String,
    /// The password to sign in with, 10 to 200 characters.
    password: String,
}

/// Show whether to set up
///
/// A new installation has no workspace and nobody who could sign in.
#[utoipa::path(get, path = "/setup", tag = "session", security(()),
    responses((status = 200, body = SetupView)))]
async fn get_setup(State(app): State<App>) -> ApiResult<Json<SetupView>> {
    let needed = is_needed(&app.db).await?;
    Ok(Json(SetupView { needed }))
}

/// Set up
///
/// Makes the first workspace and its owner, and signs the owner in. Once there is a workspace the
/// answer is 409 `set_up_already`.
#[utoipa::path(post, path = "/setup", tag = "session", security(()), request_body = SetUp,
    responses((status = 200, body = SessionView, headers(("Set-Cookie" = String))),
        (status = 409, description = "There is a workspace already.", body = Problem, content_type = "application/problem+json")))]
async fn set_up(
    State(app): State<App>,
    _: SameSite,
    headers: HeaderMap,
    Json(input): Json<SetUp>,
) -> ApiResult<Response> {
    // Asked before any work: who comes too late learns nothing and costs nothing.
    if !is_needed(&app.db).await? {
        return Err(set_up_already());
    }
    let new = NewWorkspace {
        name: input.name,
        time_zone: input.time_zone,
        default_region: input.default_region,
        owner: NewOwner {
            name: input.owner.name,
            email: input.owner.email,
            password: input.owner.password,
        },
    };
    let (new, password) = new.check()?;
    let hash = app.passwords.hash(password).await?;
    let mut tx = app.db.begin().await?;
    tx.hold(std::iter::once(FIRST_WORKSPACE)).await?;
    if !is_needed(&mut tx).await? {
        return Err(set_up_already());
    }
    let now = app.clock.now();
    let (workspace, _, owner) = actions::insert(&mut tx, new, &hash, Actor::System, now).await?;
    tx.commit().await?;
    sessions::sign_in(&app, workspace, owner, &hash, &headers).await
}

async fn is_needed(db: impl Into<Conn<'_>>) -> db::Result<bool> {
    Ok(!store::any(db).await?)
}

fn set_up_already() -> Problem {
    Problem::conflict(
        "set_up_already",
        "This installation is set up already; sign in, or ask its owner for an invitation.",
    )
}
