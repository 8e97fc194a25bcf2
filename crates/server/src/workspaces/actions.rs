//! Making and finding workspaces.

use serde_json::json;
use uuid::Uuid;

use super::members::{self, NewMember};
use super::model::Checked;
use super::{NewWorkspace, Workspace, store};
use crate::access::{Actor, Role};
use crate::app::App;
use crate::db::Tx;
use crate::http::{ApiResult, Problem};
use crate::kernel::clock::Timestamp;
use crate::kernel::ids::{MemberId, WorkspaceId};
use crate::timeline::{self, Event};

/// Makes a workspace and its owner, who can sign in at once.
///
/// # Errors
///
/// 422 naming every value at fault; 409 `email_taken` when the address signs in already.
pub async fn create(
    app: &App,
    new: NewWorkspace,
    actor: Actor,
) -> ApiResult<(WorkspaceId, Uuid, MemberId)> {
    let (new, password) = new.check()?;
    let password_hash = app.passwords.hash(password).await?; // before the transaction: it is slow
    let mut tx = app.db.begin().await?;
    let made = insert(&mut tx, new, &password_hash, actor, app.clock.now()).await?;
    tx.commit().await?;
    Ok(made)
}

/// Writes a checked workspace and its owner.
pub(super) async fn insert(
    tx: &mut Tx,
    new: Checked,
    password_hash: &str,
    actor: Actor,
    now: Timestamp,
) -> ApiResult<(WorkspaceId, Uuid, MemberId)> {
    let uuid = Uuid::now_v7();
    let described = json!({"new": {
        "name": new.name, "time_zone": new.time_zone, "default_region": new.default_region,
    }});
    let workspace = store::insert(tx, uuid, &new, now).await?;
    let event = Event {
        customer: None,
        kind: "workspace.created",
        actor,
        data: described,
        at: now,
    };
    timeline::record(tx, workspace, event).await?;
    let owner = NewMember {
        name: new.owner_name,
        email: new.email,
        role: Role::Owner,
        password_hash: Some(password_hash.to_owned()),
    };
    let owner = members::insert(tx, workspace, owner, actor, now).await?;
    Ok((workspace, uuid, owner))
}

/// The workspace that the operator names: by its id, its uuid or its exact name.
///
/// # Errors
///
/// 404 when there is none; 409 `ambiguous` when several have the name.
pub async fn find(db: &crate::db::Db, name_or_id: &str) -> ApiResult<Workspace> {
    let wanted = name_or_id.trim();
    let known_by_id = if let Ok(id) = wanted.parse() {
        store::by_id(db, WorkspaceId(id)).await?
    } else if let Ok(uuid) = wanted.parse() {
        store::by_uuid(db, uuid).await?
    } else {
        None
    };
    if let Some(workspace) = known_by_id {
        return Ok(workspace);
    }
    let mut named = store::by_name(db, wanted).await?;
    match named.len() {
        0 => Err(Problem::not_found("workspace")),
        1 => Ok(named.remove(0)),
        _ => {
            let ids: Vec<_> = named.iter().map(|found| found.id.to_string()).collect();
            Err(Problem::conflict(
                "ambiguous",
                format!(
                    "Several workspaces have this name; give one of the ids {}.",
                    ids.join(", ")
                ),
            ))
        }
    }
}
