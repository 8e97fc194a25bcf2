//! Every statement about accounts and apps.

use uuid::Uuid;

use super::model::{Account, Checked};
use crate::db::{self, Conn, Db, Sql, Tx, sql};
use crate::kernel::clock::Timestamp;
use crate::kernel::ids::{AccountId, AppId, WorkspaceId};
use crate::kernel::phone::Region;
use crate::secrets::Secrets;

fn accounts(condition: &str) -> Sql {
    sql(format!(
        "SELECT a.id, a.uuid, a.app_id, p.uuid, a.channel, a.name, a.phone_number_id, a.waba_id,
                a.graph_url, a.display_phone, a.verified_name, a.default_region, a.quality,
                a.messaging_limit, a.health, a.health_at, h.paused_at, h.paused_because, a.created_at,
                a.updated_at, a.simulated
         FROM accounts a JOIN apps p ON p.id = a.app_id
         LEFT JOIN account_pace h ON h.account_id = a.id
         WHERE a.workspace_id = $1 AND {condition}"
    ))
}

/// The workspace's accounts, the oldest first.
pub async fn list(db: &Db, workspace: WorkspaceId) -> db::Result<Vec<Account>> {
    accounts("a.removed_at IS NULL ORDER BY a.id")
        .bind(workspace)
        .all(db)
        .await
}

/// One account that is in use.
pub async fn find(
    db: impl Into<Conn<'_>>,
    workspace: WorkspaceId,
    account: AccountId,
) -> db::Result<Option<Account>> {
    accounts("a.id = $2 AND a.removed_at IS NULL")
        .bind(workspace)
        .bind(account)
        .maybe(db)
        .await
}

/// The oldest account in use of a WhatsApp business account; each of them can speak for it.
pub async fn of_waba(
    db: &Db,
    workspace: WorkspaceId,
    waba_id: &str,
) -> db::Result<Option<Account>> {
    accounts("a.waba_id = $2 AND a.removed_at IS NULL ORDER BY a.id LIMIT 1")
        .bind(workspace)
        .bind(waba_id)
        .maybe(db)
        .await
}

/// The WhatsApp business accounts that have an account in use, of all workspaces.
pub async fn wabas(db: &Db) -> db::Result<Vec<(WorkspaceId, String)>> {
    sql("SELECT DISTINCT workspace_id, waba_id FROM accounts
         WHERE removed_at IS NULL AND channel = 'whatsapp'")
    .all(db)
    .await
}

/// The account of this number, also when it was removed; whether it was, and is simulated.
pub(super) async fn by_number(
    tx: &mut Tx,
    workspace: WorkspaceId,
    phone_number_id: &str,
) -> db::Result<Option<(AccountId, bool, bool)>> {
    sql("SELECT id, removed_at IS NOT NULL, simulated FROM accounts
         WHERE workspace_id = $1 AND phone_number_id = $2")
    .bind(workspace)
    .bind(phone_number_id)
    .maybe(tx)
    .await
}

/// Keeps others from changing the workspace's accounts and apps until the transaction ends.
pub(super) async fn lock(tx: &mut Tx, workspace: WorkspaceId) -> db::Result<()> {
    let locked: Option<(WorkspaceId,)> = sql("SELECT id FROM workspaces WHERE id = $1 FOR UPDATE")
        .bind(workspace)
        .maybe(tx)
        .await?;
    locked.map(|_| ()).ok_or(db::Error::NoRow)
}

crate::row! {
    /// An app with its sealed secrets.
    pub(super) struct SealedApp {
        pub(super) id: AppId,
        pub(super) workspace: WorkspaceId,
        pub(super) app_secret: Vec<u8>,
        pub(super) verify_token: Vec<u8>,
    }
}

/// The app with this callback path, of whichever workspace: the door decides the workspace.
pub(super) async fn app_by_uuid(db: &Db, uuid: Uuid) -> db::Result<Option<SealedApp>> {
    sql("SELECT id, workspace_id, app_secret, verify_token FROM apps WHERE uuid = $1")
        .bind(uuid)
        .quick()
        .maybe(db)
        .await
}

pub(super) async fn apps(tx: &mut Tx, workspace: WorkspaceId) -> db::Result<Vec<SealedApp>> {
    sql("SELECT id, workspace_id, app_secret, verify_token FROM apps
         WHERE workspace_id = $1 ORDER BY id")
    .bind(workspace)
    .all(tx)
    .await
}

/// How many apps, of all workspaces, have secrets that this key does not open.
pub async fn count_sealed_otherwise(db: &Db, secrets: &Secrets) -> db::Result<usize> {
    let apps: Vec<(Vec<u8>, Vec<u8>)> = sql("SELECT app_secret, verify_token FROM apps")
        .all(db)
        .await?;
    let closed = |sealed: &[u8]| secrets.unseal(sealed).is_err();
    Ok(apps
        .iter()
        .filter(|(secret, verify)| closed(secret) || closed(verify))
        .count())
}

pub(super) async fn insert_app(
    tx: &mut Tx,
    workspace: WorkspaceId,
    app_secret: Vec<u8>,
    verify_token: Vec<u8>,
    now: Timestamp,
) -> db::Result<AppId> {
    let (id,) = sql(
        "INSERT INTO apps (workspace_id, uuid, app_secret, verify_token, created_at)
         VALUES ($1, $2, $3, $4, $5) RETURNING id",
    )
    .bind(workspace)
    .bind(Uuid::new_v4()) // not v7: the path should not tell when it was made, nor be guessed
    .bind(app_secret)
    .bind(verify_token)
    .bind(now)
    .one(tx)
    .await?;
    Ok(id)
}

/// Replaces the secrets that are given.
pub(super) async fn update_app(
    tx: &mut Tx,
    workspace: WorkspaceId,
    app: AppId,
    app_secret: Option<Vec<u8>>,
    verify_token: Option<Vec<u8>>,
) -> db::Result<()> {
    sql("UPDATE apps SET app_secret = COALESCE($3, app_secret),
             verify_token = COALESCE($4, verify_token)
         WHERE workspace_id = $1 AND id = $2")
    .bind(workspace)
    .bind(app)
    .bind(app_secret)
    .bind(verify_token)
    .run(tx)
    .await?;
    Ok(())
}

/// The app of an account, removed or not.
pub(super) async fn app_of(
    tx: &mut Tx,
    workspace: WorkspaceId,
    account: AccountId,
) -> db::Result<AppId> {
    let (app,) = sql("SELECT app_id FROM accounts WHERE workspace_id = $1 AND id = $2")
        .bind(workspace)
        .bind(account)
        .one(tx)
        .await?;
    Ok(app)
}

/// How many accounts an app has, removed ones included.
pub(super) async fn accounts_of(
    tx: &mut Tx,
    workspace: WorkspaceId,
    app: AppId,
) -> db::Result<i64> {
    let (count,) = sql("SELECT CAST(COUNT(*) AS BIGINT) FROM accounts
         WHERE workspace_id = $1 AND app_id = $2")
    .bind(workspace)
    .bind(app)
    .one(tx)
    .await?;
    Ok(count)
}

/// Deletes an app that no account belongs to any more.
pub(super) async fn delete_app_if_empty(
    tx: &mut Tx,
    workspace: WorkspaceId,
    app: AppId,
) -> db::Result<()> {
    sql("DELETE FROM apps WHERE workspace_id = $1 AND id = $2
             AND NOT EXISTS (SELECT 1 FROM accounts WHERE app_id = $2)")
    .bind(workspace)
    .bind(app)
    .run(tx)
    .await?;
    Ok(())
}

pub(super) async fn insert(
    tx: &mut Tx,
    workspace: WorkspaceId,
    app: AppId,
    new: &Checked,
    access_token: Vec<u8>,
    (simulated, now): (bool, Timestamp),
) -> db::Result<AccountId> {
    let (id,) = sql(
        "INSERT INTO accounts (workspace_id, uuid, channel, name, app_id, phone_number_id, waba_id,
             access_token, graph_url, default_region, health, created_at, updated_at, simulated)
         VALUES ($1, $2, 'whatsapp', $3, $4, $5, $6, $7, $8, $9, $10, $11, $11, $12) RETURNING id",
    )
    .bind(workspace)
    .bind(Uuid::now_v7())
    .bind(&new.name)
    .bind(app)
    .bind(&new.phone_number_id)
    .bind(&new.waba_id)
    .bind(access_token)
    .bind(&new.graph_url)
    .bind(new.default_region)
    .bind(serde_json::json!({}))
    .bind(now)
    .bind(simulated)
    .one(tx)
    .await?;
    Ok(id)
}

/// What an account has after a change; `None` leaves the token as it is.
pub(super) struct Changed<'a> {
    pub(super) app: AppId,
    pub(super) name: &'a str,
    pub(super) waba_id: &'a str,
    pub(super) graph_url: &'a str,
    pub(super) default_region: Option<Region>,
    pub(super) access_token: Option<Vec<u8>>,
}

/// Writes the change; a removed account is back.
pub(super) async fn update(
    tx: &mut Tx,
    workspace: WorkspaceId,
    account: AccountId,
    to: Changed<'_>,
    now: Timestamp,
) -> db::Result<()> {
    sql(
        "UPDATE accounts SET app_id = $3, name = $4, waba_id = $5, graph_url = $6,
             default_region = $7, access_token = COALESCE($8, access_token), updated_at = $9,
             removed_at = NULL
         WHERE workspace_id = $1 AND id = $2",
    )
    .bind(workspace)
    .bind(account)
    .bind(to.app)
    .bind(to.name)
    .bind(to.waba_id)
    .bind(to.graph_url)
    .bind(to.default_region)
    .bind(to.access_token)
    .bind(now)
    .run(tx)
    .await?;
    Ok(())
}

/// Deletes the account when no conversation refers to it; whether it did.
pub(super) async fn delete_if_unused(
    tx: &mut Tx,
    workspace: WorkspaceId,
    account: AccountId,
) -> db::Result<bool> {
    let deleted = sql("DELETE FROM accounts WHERE workspace_id = $1 AND id = $2
             AND NOT EXISTS (SELECT 1 FROM conversations WHERE workspace_id = $1 AND account_id = $2)
             AND NOT EXISTS (SELECT 1 FROM message_statuses WHERE account_id = $2)")
    .bind(workspace)
    .bind(account)
    .run(tx)
    .await?;
    Ok(deleted > 0)
}

/// Takes the account out of use, and its token with it.
pub(super) async fn remove(
    tx: &mut Tx,
    workspace: WorkspaceId,
    account: AccountId,
    no_token: Vec<u8>,
    now: Timestamp,
) -> db::Result<()> {
    sql(
        "UPDATE accounts SET removed_at = $3, updated_at = $3, access_token = $4
         WHERE workspace_id = $1 AND id = $2",
    )
    .bind(workspace)
    .bind(account)
    .bind(now)
    .bind(no_token)
    .run(tx)
    .await?;
    Ok(())
}

pub(super) async fn sealed_token(
    db: &Db,
    workspace: WorkspaceId,
    account: AccountId,
) -> db::Result<Option<(Vec<u8>,)>> {
    sql("SELECT access_token FROM accounts WHERE workspace_id = $1 AND id = $2")
        .bind(workspace)
        .bind(account)
        .maybe(db)
        .await
}

/// What Meta said about a number; `None` leaves what was known.
#[derive(Default)]
pub(super) struct Said {
    pub(super) display_phone: Option<String>,
    pub(super) verified_name: Option<String>,
    pub(super) quality: Option<String>,
    pub(super) messaging_limit: Option<String>,
}

pub(super) async fn save_health(
    tx: &mut Tx,
    workspace: WorkspaceId,
    account: AccountId,
    health: serde_json::Value,
    said: Said,
    now: Timestamp,
) -> db::Result<()> {
    sql("UPDATE accounts SET health = $3, health_at = $4,
             display_phone = COALESCE($5, display_phone),
             verified_name = COALESCE($6, verified_name),
             quality = COALESCE($7, quality),
             messaging_limit = COALESCE($8, messaging_limit)
         WHERE workspace_id = $1 AND id = $2")
    .bind(workspace)
    .bind(account)
    .bind(health)
    .bind(now)
    .bind(said.display_phone)
    .bind(said.verified_name)
    .bind(said.quality)
    .bind(said.messaging_limit)
    .run(tx)
    .await?;
    Ok(())
}

/// The account's health as last saved, which nobody else changes until the transaction ends.
pub(super) async fn locked_health(
    tx: &mut Tx,
    workspace: WorkspaceId,
    account: AccountId,
) -> db::Result<Option<(db::Json<serde_json::Value>,)>> {
    sql("SELECT health FROM accounts WHERE workspace_id = $1 AND id = $2 FOR UPDATE")
        .bind(workspace)
        .bind(account)
        .maybe(tx)
        .await
}
