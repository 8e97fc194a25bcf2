//! Every statement about members and their invitations.

use uuid::Uuid;

use super::{Member, NewMember};
use crate::access::Token;
use crate::db::{self, Conn, Db, Tx, sql};
use crate::kernel::clock::Timestamp;
use crate::kernel::ids::{MemberId, WorkspaceId};

const COLUMNS: &str =
    "id, uuid, name, email, role, active, password_hash IS NOT NULL, created_at, updated_at";

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

/// Members after `after`, the longest in the team first.
pub(super) async fn list(
    db: &Db,
    workspace: WorkspaceId,
    after: Option<i64>,
    limit: i64,
) -> db::Result<Vec<Member>> {
    sql(format!(
        "SELECT {COLUMNS} FROM members
         WHERE workspace_id = $1 AND id > $2 AND removed_at IS NULL ORDER BY id LIMIT $3"
    ))
    .bind(workspace)
    .bind(after.unwrap_or(0))
    .bind(limit)
    .all(db)
    .await
}

/// The member with this id, unless they left.
pub(in crate::workspaces) async fn get(
    db: impl Into<Conn<'_>>,
    workspace: WorkspaceId,
    id: MemberId,
) -> db::Result<Option<Member>> {
    sql(format!(
        "SELECT {COLUMNS} FROM members
         WHERE workspace_id = $1 AND id = $2 AND removed_at IS NULL"
    ))
    .bind(workspace)
    .bind(id)
    .maybe(db)
    .await
}

/// These members and all owners, whom nobody else changes until the transaction ends. Taken in
/// order of id, so that two who change each other wait instead of deadlocking.
pub(super) async fn lock(
    tx: &mut Tx,
    workspace: WorkspaceId,
    ids: [Option<MemberId>; 2],
) -> db::Result<Vec<Member>> {
    sql(format!(
        "SELECT {COLUMNS} FROM members
         WHERE workspace_id = $1 AND removed_at IS NULL
           AND (id = $2 OR id = $3 OR role = 'owner')
         ORDER BY id FOR UPDATE"
    ))
    .bind(workspace)
    .bind(ids[0])
    .bind(ids[1])
    .all(tx)
    .await
}

/// Writes what can change about a member.
pub(super) async fn update(
    tx: &mut Tx,
    workspace: WorkspaceId,
    member: &Member,
) -> db::Result<u64> {
    sql(
        "UPDATE members SET name = $1, role = $2, active = $3, updated_at = $4
         WHERE workspace_id = $5 AND id = $6",
    )
    .bind(&member.name)
    .bind(member.role)
    .bind(member.active)
    .bind(member.updated_at)
    .bind(workspace)
    .bind(member.id)
    .run(tx)
    .await
}

/// Takes away all that lets a member in and all that reaches them, but not their name.
pub(super) async fn remove(
    tx: &mut Tx,
    workspace: WorkspaceId,
    id: MemberId,
    now: Timestamp,
) -> db::Result<u64> {
    // The key must be unique and no address: it has a space and no @.
    sql(
        "UPDATE members SET active = FALSE, password_hash = NULL, email = '',
             email_key = CAST(id AS TEXT) || ' left', removed_at = $1, updated_at = $1
         WHERE workspace_id = $2 AND id = $3",
    )
    .bind(now)
    .bind(workspace)
    .bind(id)
    .run(tx)
    .await
}

/// The hash of a member's password, if they have one.
pub(super) async fn password_hash(
    db: &Db,
    workspace: WorkspaceId,
    id: MemberId,
) -> db::Result<Option<String>> {
    let found: Option<(Option<String>,)> =
        sql("SELECT password_hash FROM members WHERE workspace_id = $1 AND id = $2")
            .bind(workspace)
            .bind(id)
            .maybe(db)
            .await?;
    Ok(found.and_then(|(hash,)| hash))
}

pub(super) async fn set_password(
    tx: &mut Tx,
    workspace: WorkspaceId,
    id: MemberId,
    hash: &str,
    now: Timestamp,
) -> db::Result<u64> {
    sql("UPDATE members SET password_hash = $1, updated_at = $2
         WHERE workspace_id = $3 AND id = $4 AND active")
    .bind(hash)
    .bind(now)
    .bind(workspace)
    .bind(id)
    .run(tx)
    .await
}

/// Writes an invitation in place of the one that may be open.
pub(super) async fn invite(
    tx: &mut Tx,
    workspace: WorkspaceId,
    id: MemberId,
    token: &Token,
    now: Timestamp,
    expires_at: Timestamp,
) -> db::Result<u64> {
    sql(
        "INSERT INTO invitations (member_id, workspace_id, token_hash, created_at, expires_at)
         VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (member_id) DO UPDATE SET
             token_hash = excluded.token_hash, created_at = excluded.created_at,
             expires_at = excluded.expires_at",
    )
    .bind(id)
    .bind(workspace)
    .bind(token.hash().to_vec())
    .bind(now)
    .bind(expires_at)
    .run(tx)
    .await
}

/// Whom an invitation that has not expired is for, if they are still active.
pub(super) async fn invited(
    db: &Db,
    token: &Token,
    now: Timestamp,
) -> db::Result<Option<(WorkspaceId, MemberId, String)>> {
    sql("SELECT m.workspace_id, m.id, m.email
         FROM invitations i JOIN members m ON m.id = i.member_id
         WHERE i.token_hash = $1 AND i.expires_at > $2 AND m.active")
    .bind(token.hash().to_vec())
    .bind(now)
    .maybe(db)
    .await
}

/// Uses up an invitation; 0 when somebody was quicker.
pub(super) async fn use_invitation(
    tx: &mut Tx,
    workspace: WorkspaceId,
    token: &Token,
) -> db::Result<u64> {
    sql("DELETE FROM invitations WHERE workspace_id = $1 AND token_hash = $2")
        .bind(workspace)
        .bind(token.hash().to_vec())
        .run(tx)
        .await
}

pub(super) async fn end_invitation(
    tx: &mut Tx,
    workspace: WorkspaceId,
    id: MemberId,
) -> db::Result<u64> {
    sql("DELETE FROM invitations WHERE workspace_id = $1 AND member_id = $2")
        .bind(workspace)
        .bind(id)
        .run(tx)
        .await
}
