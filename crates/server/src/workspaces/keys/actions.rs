//! What happens to keys.

use serde_json::json;

use super::store::{self, ApiKey};
use crate::access::{Actor, PermissionSet, Token};
use crate::app::App;
use crate::db::Tx;
use crate::http::{ApiResult, Faults, Problem};
use crate::kernel::ids::{ApiKeyId, WorkspaceId};
use crate::timeline::{self, Event};
use crate::workspaces::model::checked_name;

/// Makes a key, whose token is given this once. `scopes` are names of permissions; the caller has
/// made sure that the actor has them all.
///
/// # Errors
///
/// 422 when the name is empty or too long, or a scope is unknown or none is given.
pub async fn create(
    app: &App,
    workspace: WorkspaceId,
    name: &str,
    scopes: &[String],
    actor: Actor,
) -> ApiResult<(ApiKeyId, Token)> {
    let mut faults = Faults::default();
    let name = faults.check("name", checked_name(name));
    let scopes = checked_scopes(scopes, &mut faults);
    let Some(name) = name else {
        return Err(faults.problem());
    };
    faults.end()?;
    let token = Token::api_key();
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let id = store::insert(
        &mut tx,
        workspace,
        &name,
        &token,
        scopes,
        actor.member(),
        now,
    )
    .await?;
    let event = Event {
        customer: None,
        kind: "key.created",
        actor,
        data: json!({"key_id": id, "new": {"name": name, "scopes": scopes.names()}}),
        at: now,
    };
    timeline::record(&mut tx, workspace, event).await?;
    tx.commit().await?;
    Ok((id, token))
}

/// The scopes by name; those that are unknown are noted one by one.
pub(super) fn checked_scopes(names: &[String], faults: &mut Faults) -> PermissionSet {
    if names.is_empty() {
        faults.add("scopes", "must name at least one scope");
    }
    let check =
        |(index, name): (usize, &String)| faults.check(&format!("scopes[{index}]"), name.parse());
    names.iter().enumerate().filter_map(check).collect()
}

/// Gives a key another name.
///
/// # Errors
///
/// 404 when the workspace has no such key.
pub(super) async fn rename(
    app: &App,
    workspace: WorkspaceId,
    id: ApiKeyId,
    name: String,
    actor: Actor,
) -> ApiResult<ApiKey> {
    let mut tx = app.db.begin().await?;
    let mut key = locked(&mut tx, workspace, id).await?;
    if key.name != name {
        store::rename(&mut tx, workspace, id, &name).await?;
        let event = Event {
            customer: None,
            kind: "key.renamed",
            actor,
            data: json!({"key_id": id, "old": key.name, "new": name}),
            at: app.clock.now(),
        };
        timeline::record(&mut tx, workspace, event).await?;
        key.name = name;
    }
    tx.commit().await?;
    Ok(key)
}

/// Revokes a key for good; the next request with it is refused. Twice is as good as once.
///
/// # Errors
///
/// 404 when the workspace has no such key.
pub async fn revoke(
    app: &App,
    workspace: WorkspaceId,
    id: ApiKeyId,
    actor: Actor,
) -> ApiResult<()> {
    let mut tx = app.db.begin().await?;
    let key = locked(&mut tx, workspace, id).await?;
    if key.revoked_at.is_some() {
        return Ok(());
    }
    let at = app.clock.now();
    store::revoke(&mut tx, workspace, id, at).await?;
    let event = Event {
        customer: None,
        kind: "key.revoked",
        actor,
        data: json!({"key_id": id, "old": {"name": key.name, "scopes": key.scopes.0}}),
        at,
    };
    timeline::record(&mut tx, workspace, event).await?;
    tx.commit().await?;
    app.callers.forget();
    Ok(())
}

async fn locked(tx: &mut Tx, workspace: WorkspaceId, id: ApiKeyId) -> ApiResult<ApiKey> {
    store::locked(tx, workspace, id)
        .await?
        .ok_or_else(|| Problem::not_found("API key"))
}
