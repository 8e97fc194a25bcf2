//! Every statement about keys, except the one that finds a request's caller.

use serde_json::json;

use crate::access::{PermissionSet, Token};
use crate::db::{self, Conn, Db, Json, Tx, sql};
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

crate::row! {
    /// A key as stored, without what it could be guessed from.
    #[derive(Debug)]
    pub(in crate::workspaces) struct ApiKey {
        pub(in crate::workspaces) id: ApiKeyId,
        pub(in crate::workspaces) name: String,
        pub(in crate::workspaces) hint: String,
        pub(in crate::workspaces) scopes: Json<Vec<String>>,
        pub(in crate::workspaces) created_by: Option<MemberId>,
        pub(in crate::workspaces) created_at: Timestamp,
        pub(in crate::workspaces) last_used_at: Option<Timestamp>,
        pub(in crate::workspaces) revoked_at: Option<Timestamp>,
    }
}

const COLUMNS: &str = "id, name, hint, scopes, created_by, created_at, last_used_at, revoked_at";

/// Keys before `before`, newest first.
pub(super) async fn list(
    db: &Db,
    workspace: WorkspaceId,
    before: Option<i64>,
    limit: i64,
) -> db::Result<Vec<ApiKey>> {
    sql(format!(
        "SELECT {COLUMNS} FROM api_keys WHERE workspace_id = $1 AND id < $2
         ORDER BY id DESC LIMIT $3"
    ))
    .bind(workspace)
    .bind(before.unwrap_or(i64::MAX))
    .bind(limit)
    .all(db)
    .await
}

/// The key with this id, revoked or not.
pub(in crate::workspaces) async fn get(
    db: impl Into<Conn<'_>>,
    workspace: WorkspaceId,
    id: ApiKeyId,
) -> db::Result<Option<ApiKey>> {
    sql(format!(
        "SELECT {COLUMNS} FROM api_keys WHERE workspace_id = $1 AND id = $2"
    ))
    .bind(workspace)
    .bind(id)
    .maybe(db)
    .await
}

/// The same, which nobody else changes until the transaction ends.
pub(super) async fn locked(
    tx: &mut Tx,
    workspace: WorkspaceId,
    id: ApiKeyId,
) -> db::Result<Option<ApiKey>> {
    sql(format!(
        "SELECT {COLUMNS} FROM api_keys WHERE workspace_id = $1 AND id = $2 FOR UPDATE"
    ))
    .bind(workspace)
    .bind(id)
    .maybe(tx)
    .await
}

pub(super) async fn rename(
    tx: &mut Tx,
    workspace: WorkspaceId,
    id: ApiKeyId,
    name: &str,
) -> db::Result<u64> {
    sql("UPDATE api_keys SET name = $1 WHERE workspace_id = $2 AND id = $3")
        .bind(name)
        .bind(workspace)
        .bind(id)
        .run(tx)
        .await
}

pub(super) async fn revoke(
    tx: &mut Tx,
    workspace: WorkspaceId,
    id: ApiKeyId,
    now: Timestamp,
) -> db::Result<u64> {
    sql("UPDATE api_keys SET revoked_at = $1 WHERE workspace_id = $2 AND id = $3")
        .bind(now)
        .bind(workspace)
        .bind(id)
        .run(tx)
        .await
}
