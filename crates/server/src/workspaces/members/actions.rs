//! What happens to members.

use serde_json::json;
use uuid::Uuid;

use super::store;
use crate::access::{Actor, Role};
use crate::db::{self, Tx};
use crate::http::{ApiResult, Problem};
use crate::kernel::clock::Timestamp;
use crate::kernel::email::Email;
use crate::kernel::ids::{MemberId, WorkspaceId};
use crate::timeline::{self, Event};

/// A member to be made.
pub(in crate::workspaces) struct NewMember {
    pub(in crate::workspaces) name: String,
    pub(in crate::workspaces) email: Email,
    pub(in crate::workspaces) role: Role,
    /// None until they accept an invitation.
    pub(in crate::workspaces) password_hash: Option<String>,
}

/// Writes a new member. Whether the actor may do so was decided before.
///
/// # Errors
///
/// 409 `email_taken` when the address signs in already.
pub(in crate::workspaces) async fn insert(
    tx: &mut Tx,
    workspace: WorkspaceId,
    new: NewMember,
    actor: Actor,
    now: Timestamp,
) -> ApiResult<MemberId> {
    let id = match store::insert(tx, workspace, Uuid::now_v7(), &new, now).await {
        Err(db::Error::Unique) => {
            return Err(Problem::conflict(
                "email_taken",
                "This email address signs in already; one address belongs to one member.",
            ));
        }
        inserted => inserted?,
    };
    let event = Event {
        customer: None,
        kind: "member.created",
        actor,
        data: json!({"member_id": id, "new": {
            "name": new.name, "email": new.email, "role": new.role,
        }}),
        at: now,
    };
    timeline::record(tx, workspace, event).await?;
    Ok(id)
}
