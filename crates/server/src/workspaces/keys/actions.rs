//! Making keys.

use serde_json::json;

use super::store;
use crate::access::{Actor, PermissionSet, Token};
use crate::app::App;
use crate::http::{ApiResult, Faults};
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
