//! Every statement about workspaces themselves.

use uuid::Uuid;

use super::Workspace;
use super::model::Checked;
use crate::db::{self, Conn, Db, Sql, Tx, sql};
use crate::kernel::clock::Timestamp;
use crate::kernel::ids::WorkspaceId;

const COLUMNS: &str = "id, uuid, name, time_zone, default_region, created_at";

/// Every workspace of this installation, the oldest first. For the operator only.
pub async fn list(db: &Db) -> db::Result<Vec<Workspace>> {
    sql(format!("SELECT {COLUMNS} FROM workspaces ORDER BY id"))
        .all(db)
        .await
}

/// Whether there is a workspace at all.
pub(super) async fn any(db: impl Into<Conn<'_>>) -> db::Result<bool> {
    let found: Option<(WorkspaceId,)> = sql("SELECT id FROM workspaces ORDER BY id LIMIT 1")
        .maybe(db)
        .await?;
    Ok(found.is_some())
}

pub(super) async fn insert(
    tx: &mut Tx,
    uuid: Uuid,
    new: &Checked,
    now: Timestamp,
) -> db::Result<WorkspaceId> {
    let (id,) = sql(
        "INSERT INTO workspaces (uuid, name, time_zone, default_region, created_at)
         VALUES ($1, $2, $3, $4, $5) RETURNING id",
    )
    .bind(uuid)
    .bind(&new.name)
    .bind(&new.time_zone)
    .bind(new.default_region)
    .bind(now)
    .one(tx)
    .await?;
    Ok(id)
}

/// The workspace with this id.
pub(super) async fn by_id(
    db: impl Into<Conn<'_>>,
    workspace: WorkspaceId,
) -> db::Result<Option<Workspace>> {
    where_("id = $1").bind(workspace).maybe(db).await
}

/// The workspace with this id, which nobody else changes until the transaction ends.
pub(super) async fn locked(tx: &mut Tx, workspace: WorkspaceId) -> db::Result<Workspace> {
    where_("id = $1 FOR UPDATE").bind(workspace).one(tx).await
}

pub(super) async fn by_uuid(db: &Db, uuid: Uuid) -> db::Result<Option<Workspace>> {
    where_("uuid = $1").bind(uuid).maybe(db).await
}

pub(super) async fn by_name(db: &Db, name: &str) -> db::Result<Vec<Workspace>> {
    where_("name = $1 ORDER BY id").bind(name).all(db).await
}

fn where_(condition: &str) -> Sql {
    sql(format!(
        "SELECT {COLUMNS} FROM workspaces WHERE {condition}"
    ))
}

pub(super) async fn update(tx: &mut Tx, workspace: &Workspace) -> db::Result<()> {
    sql("UPDATE workspaces SET name = $1, time_zone = $2, default_region = $3 WHERE id = $4")
        .bind(&workspace.name)
        .bind(&workspace.time_zone)
        .bind(workspace.default_region)
        .bind(workspace.id)
        .run(tx)
        .await?;
    Ok(())
}
