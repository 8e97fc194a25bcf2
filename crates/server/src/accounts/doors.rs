//! The doors that webhooks come in by, kept open in memory.
//!
//! A webhook needs its app's secret before anything else, and each of its messages the account it
//! is for; both are asked thousands of times for each time they change. Entries live a few seconds,
//! which is how late another process notices a change; in this process a change counts at once.
//! That something does not exist is not remembered, so a number works as soon as it is connected.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use moka::sync::Cache;
use uuid::Uuid;

use super::store;
use crate::app::App;
use crate::db::sql;
use crate::http::{ApiResult, Problem};
use crate::kernel::ids::{AccountId, AppId, WorkspaceId};
use crate::kernel::phone::Region;
use crate::kernel::text::digits;

/// How long a change in another process may go unnoticed.
const KEPT: Duration = Duration::from_secs(3);

/// What a Meta app's webhooks need.
pub struct AppDoor {
    /// The app.
    pub app_id: AppId,
    /// The workspace that everything which comes in here belongs to.
    pub workspace: WorkspaceId,
    /// The secret that Meta signs with.
    pub app_secret: String,
    /// The word that Meta shows when it verifies the path.
    pub verify_token: String,
}

impl fmt::Debug for AppDoor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AppDoor")
            .field("app_id", &self.app_id)
            .field("workspace", &self.workspace)
            .finish_non_exhaustive()
    }
}

/// Which account a webhook's number is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AccountRef {
    /// The account.
    pub id: AccountId,
    /// Its id for the outside.
    pub uuid: Uuid,
    /// The country of numbers written without one: its own, else the workspace's.
    pub default_region: Region,
    /// The app it belongs to.
    pub app_id: AppId,
    /// The digits of the number as people write it, where they are known.
    display_number: Option<u64>,
}

/// The doors in memory.
#[derive(Clone)]
pub struct Doors {
    apps: Cache<Uuid, Arc<AppDoor>>,
    accounts: Cache<(WorkspaceId, String), AccountRef>,
}

impl Default for Doors {
    fn default() -> Self {
        Self {
            apps: Cache::builder()
                .max_capacity(10_000)
                .time_to_live(KEPT)
                .build(),
            accounts: Cache::builder()
                .max_capacity(10_000)
                .time_to_live(KEPT)
                .build(),
        }
    }
}

impl Doors {
    /// Forgets everything: accounts or apps have changed.
    pub(super) fn forget(&self) {
        self.apps.invalidate_all();
        self.accounts.invalidate_all();
    }
}

/// The app whose callback path has this uuid.
///
/// # Errors
///
/// 503 when the database does not answer; 500 when its secrets were sealed with another key.
pub async fn app_by_uuid(app: &App, uuid: Uuid) -> ApiResult<Option<Arc<AppDoor>>> {
    if let Some(door) = app.doors.apps.get(&uuid) {
        return Ok(Some(door));
    }
    let Some(found) = store::app_by_uuid(&app.db, uuid).await? else {
        return Ok(None);
    };
    let unseal = |sealed: &[u8]| {
        let text = app.secrets.unseal(sealed);
        text.map_err(|error| Problem::internal(&error))
    };
    let door = Arc::new(AppDoor {
        app_id: found.id,
        workspace: found.workspace,
        app_secret: unseal(&found.app_secret)?,
        verify_token: unseal(&found.verify_token)?,
    });
    app.doors.apps.insert(uuid, Arc::clone(&door));
    Ok(Some(door))
}

/// The workspace's account with this phone number id.
///
/// # Errors
///
/// When the database does not answer.
pub async fn by_phone_number_id(
    app: &App,
    workspace: WorkspaceId,
    phone_number_id: &str,
) -> crate::db::Result<Option<AccountRef>> {
    let key = (workspace, phone_number_id.to_owned());
    if let Some(known) = app.doors.accounts.get(&key) {
        return Ok(Some(known));
    }
    let found: Option<(AccountId, Uuid, Region, AppId, Option<String>)> = sql(
        "SELECT a.id, a.uuid, COALESCE(a.default_region, w.default_region), a.app_id,
                 a.display_phone
             FROM accounts a JOIN workspaces w ON w.id = a.workspace_id
             WHERE a.workspace_id = $1 AND a.phone_number_id = $2 AND a.removed_at IS NULL",
    )
    .bind(workspace)
    .bind(phone_number_id)
    .quick()
    .maybe(&app.db)
    .await?;
    let found = found.map(
        |(id, uuid, default_region, app_id, display_phone)| AccountRef {
            id,
            uuid,
            default_region,
            app_id,
            display_number: display_phone.as_deref().and_then(number),
        },
    );
    if let Some(account) = found {
        app.doors.accounts.insert(key, account);
    }
    Ok(found)
}

/// Takes over how a webhook writes the account's number, if the digits are not those we know: news
/// of a number name it by that alone.
///
/// # Errors
///
/// When the database does not answer.
pub async fn learn_number(
    app: &App,
    workspace: WorkspaceId,
    account: AccountRef,
    written: &str,
) -> crate::db::Result<()> {
    let told = number(written);
    if told.is_none() || told == account.display_number {
        return Ok(());
    }
    sql("UPDATE accounts SET display_phone = $3 WHERE workspace_id = $1 AND id = $2")
        .bind(workspace)
        .bind(account.id)
        .bind(format!("+{}", digits(written)))
        .run(&app.db)
        .await?;
    app.doors.forget();
    Ok(())
}

/// The digits of a number as people write it.
fn number(written: &str) -> Option<u64> {
    digits(written).parse().ok()
}
