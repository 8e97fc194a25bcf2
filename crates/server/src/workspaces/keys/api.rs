//! Keys over HTTP.

use axum::extract::State;
use http::StatusCode;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::actions;
use super::store::{self, ApiKey};
use crate::access::{Can, PermissionSet, permit};
use crate::app::App;
use crate::db::{self, Db};
use crate::http::{ApiResult, Faults, Json, Path, Problem, Query};
use crate::kernel::clock::Timestamp;
use crate::kernel::ids::{ApiKeyId, MemberId, WorkspaceId};
use crate::kernel::page::Page;
use crate::workspaces::listing::ListPage;
use crate::workspaces::model::checked_name;

/// The routes of keys.
pub(in crate::workspaces) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list_api_keys, create_api_key))
        .routes(routes!(rename_api_key, revoke_api_key))
}

/// An API key, without the secret part.
#[derive(Debug, Serialize, ToSchema)]
pub struct ApiKeyView {
    /// The key's id.
    pub id: ApiKeyId,
    /// What it is called.
    #[schema(example = "Salla shop")]
    pub name: String,
    /// Its first characters, to tell keys apart.
    #[schema(example = "ck_Zy81q")]
    pub hint: String,
    /// What it may do, by the names of permissions.
    #[schema(example = json!(["customers:read", "customers:write"]))]
    pub scopes: Vec<String>,
    /// The member who made it; null when it was made on the command line or by another key.
    pub created_by: Option<MemberId>,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was last used, to the minute.
    pub last_used_at: Option<Timestamp>,
    /// When it was revoked; null while it works.
    pub revoked_at: Option<Timestamp>,
}

impl From<ApiKey> for ApiKeyView {
    fn from(key: ApiKey) -> Self {
        Self {
            id: key.id,
            name: key.name,
            hint: key.hint,
            scopes: key.scopes.0,
            created_by: key.created_by,
            created_at: key.created_at,
            last_used_at: key.last_used_at,
            revoked_at: key.revoked_at,
        }
    }
}

/// Every key of a workspace, the newest first, also those that were revoked. For the operator.
pub async fn list(db: &Db, workspace: WorkspaceId) -> db::Result<Vec<ApiKeyView>> {
    let keys = store::list(db, workspace, None, i64::MAX).await?;
    Ok(keys.into_iter().map(ApiKeyView::from).collect())
}

/// A new API key, with the secret that is shown this once.
#[derive(Debug, Serialize, ToSchema)]
struct NewApiKeyView {
    #[serde(flatten)]
    about: ApiKeyView,
    /// The key itself. Keep it now: it cannot be shown again.
    #[schema(example = "ck_Zy81qEXAMPLE")]
    key: String,
}

/// An API key to be made.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"name": "Salla shop", "scopes": ["customers:read", "customers:write"]}))]
struct CreateApiKey {
    /// What it is called, up to 200 characters.
    name: String,
    /// What it may do, by the names of permissions; none that its maker does not have.
    scopes: Vec<String>,
}

/// What to change about an API key.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"name": "Salla shop, Jeddah"}))]
struct RenameApiKey {
    /// What it is called, up to 200 characters.
    name: String,
}

/// List API keys
///
/// The newest first, also those that were revoked.
#[utoipa::path(get, path = "/api-keys", tag = "workspace", params(ListPage),
    responses((status = 200, body = Page<ApiKeyView>)))]
async fn list_api_keys(
    State(app): State<App>,
    caller: Can<permit::KeysManage>,
    Query(page): Query<ListPage>,
) -> ApiResult<Json<Page<ApiKeyView>>> {
    let place = page.of("api-keys")?;
    let rows = store::list(&app.db, caller.workspace, place.after, place.rows()).await?;
    Ok(Json(place.page(rows, |key| key.id.0).map(ApiKeyView::from)))
}

/// Create an API key
///
/// The key is in the answer and nowhere else; it can do no more than its maker.
#[utoipa::path(post, path = "/api-keys", tag = "workspace", request_body = CreateApiKey,
    responses((status = 201, body = NewApiKeyView)))]
async fn create_api_key(
    State(app): State<App>,
    caller: Can<permit::KeysManage>,
    Json(input): Json<CreateApiKey>,
) -> ApiResult<(StatusCode, Json<NewApiKeyView>)> {
    within_own(&input.scopes, caller.permissions)?;
    let (id, token) = actions::create(
        &app,
        caller.workspace,
        &input.name,
        &input.scopes,
        caller.actor,
    )
    .await?;
    let key = store::get(&app.db, caller.workspace, id).await?;
    let about = key.ok_or_else(|| Problem::not_found("API key"))?.into();
    let key = token.reveal().to_owned();
    Ok((StatusCode::CREATED, Json(NewApiKeyView { about, key })))
}

/// Nobody gives a key more than they have themselves.
fn within_own(scopes: &[String], own: PermissionSet) -> ApiResult<()> {
    let mut faults = Faults::default();
    for (index, scope) in scopes.iter().enumerate() {
        if scope.parse().is_ok_and(|permission| !own.has(permission)) {
            faults.add(
                format!("scopes[{index}]"),
                "is a permission that you do not have yourself",
            );
        }
    }
    faults.end()
}

/// Rename an API key
///
/// What it may do stays as it is; make another key for that.
#[utoipa::path(patch, path = "/api-keys/{id}", tag = "workspace", request_body = RenameApiKey,
    params(("id" = inline(ApiKeyId), Path)), responses((status = 200, body = ApiKeyView)))]
async fn rename_api_key(
    State(app): State<App>,
    caller: Can<permit::KeysManage>,
    Path(id): Path<ApiKeyId>,
    Json(input): Json<RenameApiKey>,
) -> ApiResult<Json<ApiKeyView>> {
    let mut faults = Faults::default();
    let Some(name) = faults.check("name", checked_name(&input.name)) else {
        return Err(faults.problem());
    };
    let key = actions::rename(&app, caller.workspace, id, name, caller.actor).await?;
    Ok(Json(key.into()))
}

/// Revoke an API key
///
/// It stops working at once and for good; it stays in the list.
#[utoipa::path(delete, path = "/api-keys/{id}", tag = "workspace",
    params(("id" = inline(ApiKeyId), Path)), responses((status = 204)))]
async fn revoke_api_key(
    State(app): State<App>,
    caller: Can<permit::KeysManage>,
    Path(id): Path<ApiKeyId>,
) -> ApiResult<StatusCode> {
    actions::revoke(&app, caller.workspace, id, caller.actor).await?;
    Ok(StatusCode::NO_CONTENT)
}
