//! Every statement about members and their invitations.

use uuid::Uuid;

use super::NewMember;
use crate::db::{self, Tx, sql};
use crate::kernel::clock::Timestamp;
use crate::kernel::ids::{MemberId, WorkspaceId};

pub(super) async fn insert(
    tx: &mut Tx,
    workspace: WorkspaceId,
    uuid: Uuid,
    new: &NewMember,
    now: Timestamp,
) -> db::Result<MemberId> {
    let (id,) = sql("INSERT INTO members (workspace_id, uuid, name, email, email_key, role, password_hash, created_at, updated_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8) RETURNING id")
    .bind(workspace)
    .bind(uuid)
    .bind(&new.name)
    .bind(&new.email)
    .bind(new.email.key())
    .bind(new.role)
    .bind(new.password_hash.as_deref())
    .bind(now)
    .one(tx)
    .await?;
    Ok(id)
}
