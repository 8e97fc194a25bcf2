//! Every statement about keys, except the one that finds a request's caller.

use serde_json::json;

use crate::access::{PermissionSet, Token};
use crate::db::{self, Tx, sql};
use crate::kernel::clock::Timestamp;
use crate::kernel::ids::{ApiKeyId, MemberId, WorkspaceId};

pub(super) async fn insert(
    tx: &mut Tx,
    workspace: WorkspaceId,
    name: &str,
    token: &Token,
    scopes: PermissionSet,
    created_by: Option<MemberId>,
    now: Timestamp,
) -> db::Result<ApiKeyId> {
    let (id,) = sql(
        "INSERT INTO api_keys (workspace_id, name, hint, key_hash, scopes, created_by, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id",
    )
    .bind(workspace)
    .bind(name)
    .bind(token.hint())
    .bind(token.hash().to_vec())
    .bind(json!(scopes.names()))
    .bind(created_by)
    .bind(now)
    .one(tx)
    .await?;
    Ok(id)
}
