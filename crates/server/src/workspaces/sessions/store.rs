//! Every statement about sessions, except the one that finds a request's caller.

use crate::access::Token;
use crate::db::{self, Db, Tx, sql};
use crate::kernel::clock::Timestamp;
use crate::kernel::ids::{MemberId, WorkspaceId};

crate::row! {
    /// Somebody who might be signing in.
    pub(super) struct Candidate {
        pub(super) workspace: WorkspaceId,
        pub(super) member: MemberId,
        pub(super) password_hash: String,
    }
}

crate::row! {
    /// A session as its member sees it.
    pub(super) struct Session {
        pub(super) token_hash: Vec<u8>,
        pub(super) user_agent: Option<String>,
        pub(super) created_at: Timestamp,
        pub(super) last_used_at: Timestamp,
        pub(super) expires_at: Timestamp,
    }
}

/// The active member who signs in with this address. The one question that no workspace limits:
/// the address is what tells it.
pub(super) async fn candidate(db: &Db, email_key: &str) -> db::Result<Option<Candidate>> {
    sql("SELECT workspace_id, id, password_hash FROM members
         WHERE email_key = $1 AND active AND password_hash IS NOT NULL")
    .bind(email_key)
    .maybe(db)
    .await
}

/// Locks the member, and tells whether they are still active with this password.
pub(super) async fn still_valid(
    tx: &mut Tx,
    workspace: WorkspaceId,
    member: MemberId,
    password_hash: &str,
) -> db::Result<bool> {
    let found: Option<(MemberId,)> = sql("SELECT id FROM members
         WHERE workspace_id = $1 AND id = $2 AND active AND password_hash = $3 FOR UPDATE")
    .bind(workspace)
    .bind(member)
    .bind(password_hash)
    .maybe(tx)
    .await?;
    Ok(found.is_some())
}

pub(super) async fn insert(
    tx: &mut Tx,
    workspace: WorkspaceId,
    member: MemberId,
    token: &Token,
    user_agent: Option<&str>,
    [now, expires_at]: [Timestamp; 2],
) -> db::Result<u64> {
    sql("INSERT INTO sessions
             (token_hash, workspace_id, member_id, user_agent, created_at, last_used_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $5, $6)")
    .bind(token.hash().to_vec())
    .bind(workspace)
    .bind(member)
    .bind(user_agent)
    .bind(now)
    .bind(expires_at)
    .run(tx)
    .await
}

/// The member's sessions that have not ended, the last used first.
pub(super) async fn list(
    db: &Db,
    workspace: WorkspaceId,
    member: MemberId,
    now: Timestamp,
    limit: i64,
) -> db::Result<Vec<Session>> {
    sql(
        "SELECT token_hash, user_agent, created_at, last_used_at, expires_at FROM sessions
         WHERE workspace_id = $1 AND member_id = $2 AND expires_at > $3
         ORDER BY last_used_at DESC, created_at DESC LIMIT $4",
    )
    .bind(workspace)
    .bind(member)
    .bind(now)
    .bind(limit)
    .all(db)
    .await
}

/// Ends the session with this cookie. Whoever has the cookie may end it.
pub(super) async fn end(tx: &mut Tx, token: &Token) -> db::Result<u64> {
    sql("DELETE FROM sessions WHERE token_hash = $1")
        .bind(token.hash().to_vec())
        .run(tx)
        .await
}

/// Ends every session of a member.
pub(in crate::workspaces) async fn end_all(
    tx: &mut Tx,
    workspace: WorkspaceId,
    member: MemberId,
) -> db::Result<u64> {
    sql("DELETE FROM sessions WHERE workspace_id = $1 AND member_id = $2")
        .bind(workspace)
        .bind(member)
        .run(tx)
        .await
}

/// Ends every session of a member but the one with this cookie.
pub(super) async fn end_others(
    tx: &mut Tx,
    workspace: WorkspaceId,
    member: MemberId,
    own: &Token,
) -> db::Result<u64> {
    sql("DELETE FROM sessions WHERE workspace_id = $1 AND member_id = $2 AND token_hash <> $3")
        .bind(workspace)
        .bind(member)
        .bind(own.hash().to_vec())
        .run(tx)
        .await
}

/// Clears away the member's sessions that have expired, and the oldest beyond `keep`.
pub(super) async fn tidy(
    tx: &mut Tx,
    workspace: WorkspaceId,
    member: MemberId,
    now: Timestamp,
    keep: i64,
) -> db::Result<u64> {
    sql(
        "DELETE FROM sessions WHERE workspace_id = $1 AND member_id = $2
           AND (expires_at <= $3 OR token_hash NOT IN (
               SELECT token_hash FROM sessions WHERE workspace_id = $1 AND member_id = $2
               ORDER BY last_used_at DESC, created_at DESC LIMIT $4))",
    )
    .bind(workspace)
    .bind(member)
    .bind(now)
    .bind(keep)
    .run(tx)
    .await
}

/// Lets every session, of all workspaces, last `micros` longer: the clock of a test is about to be
/// moved on, and nobody was away.
///
/// # Errors
///
/// When the database does not answer.
pub async fn prolong(tx: &mut Tx, micros: i64) -> db::Result<()> {
    sql("UPDATE sessions SET expires_at = expires_at + $1")
        .bind(micros)
        .run(tx)
        .await?;
    Ok(())
}
