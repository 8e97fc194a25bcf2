//! Accounts whose WhatsApp is simulated by this installation: the same as all others, except that
//! where their Graph API is changes with each start of the simulator.

use uuid::Uuid;

use super::actions::{Connected, connect_as};
use super::model::{Account, NewAccount};
use super::store;
use crate::access::Actor;
use crate::app::App;
use crate::db::{self, Db, sql};
use crate::http::ApiResult;
use crate::kernel::ids::{AccountId, WorkspaceId};

crate::row! {
    /// What a simulator needs to know of an account to play its Meta; secrets are sealed.
    pub struct Simulated {
        /// The workspace.
        pub workspace: WorkspaceId,
        /// The account.
        pub account: AccountId,
        /// The callback path's part that is its own, see [`super::webhook_path`].
        pub callback: Uuid,
        /// Its id of the number.
        pub phone_number_id: String,
        /// Its id of the WhatsApp business account.
        pub waba_id: String,
        /// The name of the business.
        pub business: String,
        /// Where its Graph API is said to be.
        pub graph_url: String,
        /// The token that it accepts.
        pub access_token: Vec<u8>,
        /// The secret that it signs with.
        pub app_secret: Vec<u8>,
        /// The word of its handshake.
        pub verify_token: Vec<u8>,
    }
}

/// The simulated accounts in use, of all workspaces: for whoever plays Meta for them.
///
/// # Errors
///
/// When the database does not answer.
pub async fn simulated(db: &Db) -> db::Result<Vec<Simulated>> {
    sql(
        "SELECT a.workspace_id, a.id, p.uuid, a.phone_number_id, a.waba_id, w.name, a.graph_url,
             a.access_token, p.app_secret, p.verify_token
         FROM accounts a JOIN apps p ON p.id = a.app_id JOIN workspaces w ON w.id = a.workspace_id
         WHERE a.simulated AND a.removed_at IS NULL ORDER BY a.id",
    )
    .all(db)
    .await
}

/// The workspace's simulated account, if it is in use.
///
/// # Errors
///
/// When the database does not answer.
pub async fn simulated_of(db: &Db, workspace: WorkspaceId) -> db::Result<Option<Account>> {
    let accounts = store::list(db, workspace).await?;
    Ok(accounts.into_iter().find(|account| account.simulated))
}

/// As [`super::connect`], for a number whose WhatsApp is simulated.
///
/// # Errors
///
/// 422 when the number is connected already and is a real one.
pub async fn connect_simulated(
    app: &App,
    workspace: WorkspaceId,
    new: NewAccount,
    actor: Actor,
) -> ApiResult<Connected> {
    connect_as(app, workspace, new, (true, actor)).await
}

/// Says where the Graph API of a simulated account is from now on.
///
/// # Errors
///
/// When the database does not answer.
pub async fn put_simulated_at(
    db: &Db,
    workspace: WorkspaceId,
    account: AccountId,
    graph_url: &str,
) -> db::Result<()> {
    sql("UPDATE accounts SET graph_url = $3
         WHERE workspace_id = $1 AND id = $2 AND simulated AND removed_at IS NULL")
    .bind(workspace)
    .bind(account)
    .bind(graph_url)
    .run(db)
    .await?;
    Ok(())
}

/// The token by which a simulated account's simulator knows us.
///
/// # Errors
///
/// 409 `secret_key` when it cannot be opened with this key.
pub async fn simulated_token(
    app: &App,
    workspace: WorkspaceId,
    account: &Account,
) -> ApiResult<String> {
    debug_assert!(account.simulated, "other tokens stay in here");
    super::graph::access_token(app, workspace, account).await
}
