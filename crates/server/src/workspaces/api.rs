//! The workspace over HTTP.

use axum::extract::State;
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use super::model::{checked_name, checked_time_zone};
use super::{Workspace, store};
use super::{keys, members, sessions, setup};
use crate::access::{Caller, Can, permit};
use crate::app::App;
use crate::http::{ApiResult, Faults, Json, Problem};
use crate::kernel::clock::Timestamp;
use crate::kernel::ids::WorkspaceId;
use crate::kernel::phone::Region;
use crate::timeline::{self, Event};

/// The routes of the feature and its parts.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(get_workspace, update_workspace))
        .merge(members::routes())
        .merge(keys::routes())
        .merge(sessions::routes())
        .merge(setup::routes())
}

/// One business.
#[derive(Debug, Serialize, ToSchema)]
pub struct WorkspaceView {
    /// Its id.
    pub id: WorkspaceId,
    /// The id that other systems may keep.
    pub uuid: Uuid,
    /// The business's name.
    #[schema(example = "Bayt Coffee")]
    pub name: String,
    /// IANA name; relative dates such as "the last 30 days" are meant in it.
    #[schema(example = "Asia/Riyadh")]
    pub time_zone: String,
    /// The country of phone numbers that are written without one.
    #[schema(value_type = String, example = "SA")]
    pub default_region: Region,
    /// When it was made.
    pub created_at: Timestamp,
}

impl From<Workspace> for WorkspaceView {
    fn from(workspace: Workspace) -> Self {
        Self {
            id: workspace.id,
            uuid: workspace.uuid,
            name: workspace.name,
            time_zone: workspace.time_zone,
            default_region: workspace.default_region,
            created_at: workspace.created_at,
        }
    }
}

/// What to change about the workspace; what is left out stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"name": "Bayt Coffee", "time_zone": "Asia/Riyadh", "default_region": "SA"}))]
struct UpdateWorkspace {
    /// The business's name, up to 200 characters.
    name: Option<String>,
    /// An IANA time zone.
    time_zone: Option<String>,
    /// ISO 3166-1 alpha-2.
    default_region: Option<String>,
}

/// Show the workspace
///
/// The one that the key or the session belongs to.
#[utoipa::path(get, path = "/workspace", tag = "workspace",
    responses((status = 200, body = WorkspaceView)))]
async fn get_workspace(
    State(app): State<App>,
    caller: Can<permit::CustomersRead>,
) -> ApiResult<Json<WorkspaceView>> {
    view(&app, &caller).await.map(Json)
}

/// The caller's workspace.
pub(super) async fn view(app: &App, caller: &Caller) -> ApiResult<WorkspaceView> {
    store::by_id(&app.db, caller.workspace)
        .await?
        .map(WorkspaceView::from)
        .ok_or_else(|| Problem::not_found("workspace"))
}

/// Change the workspace
///
/// Its name, its time zone, or the country of numbers without one.
#[utoipa::path(patch, path = "/workspace", tag = "workspace", request_body = UpdateWorkspace,
    responses((status = 200, body = WorkspaceView)))]
async fn update_workspace(
    State(app): State<App>,
    caller: Can<permit::WorkspaceManage>,
    Json(input): Json<UpdateWorkspace>,
) -> ApiResult<Json<WorkspaceView>> {
    let mut faults = Faults::default();
    let name = input
        .name
        .and_then(|text| faults.check("name", checked_name(&text)));
    let time_zone = input
        .time_zone
        .and_then(|text| faults.check("time_zone", checked_time_zone(&text)));
    let region = input
        .default_region
        .and_then(|text| faults.check("default_region", Region::parse(&text)));
    faults.end()?;

    let mut tx = app.db.begin().await?;
    let old = store::locked(&mut tx, caller.workspace).await?;
    let mut new = old.clone();
    new.name = name.unwrap_or(new.name);
    new.time_zone = time_zone.unwrap_or(new.time_zone);
    new.default_region = region.unwrap_or(new.default_region);
    let changes = [
        ("workspace.name_changed", json!(old.name), json!(new.name)),
        (
            "workspace.time_zone_changed",
            json!(old.time_zone),
            json!(new.time_zone),
        ),
        (
            "workspace.default_region_changed",
            json!(old.default_region),
            json!(new.default_region),
        ),
    ];
    let at = app.clock.now();
    let events = changes.into_iter().filter(|(_, old, new)| old != new);
    let events = events.map(|(kind, old, new)| Event {
        customer: None,
        kind,
        actor: caller.actor,
        data: json!({"old": old, "new": new}),
        at,
    });
    store::update(&mut tx, &new).await?;
    timeline::record_all(&mut tx, caller.workspace, events).await?;
    tx.commit().await?;
    Ok(Json(new.into()))
}
