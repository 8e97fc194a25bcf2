//! Statements about the last word of a customer.

use crate::db::{self, Db, sql};
use crate::kernel::clock::Timestamp;
use crate::kernel::ids::{AccountId, CustomerId, WorkspaceId};

crate::row! {
    /// A customer's latest message to one of our accounts that are in use.
    #[derive(Debug)]
    pub(super) struct Latest {
        pub(super) waba_id: String,
        pub(super) last_inbound_at: Timestamp,
    }
}

/// The customer's latest message over all of their contacts: to this account, or to any.
pub(super) async fn latest(
    db: &Db,
    workspace: WorkspaceId,
    customer: CustomerId,
    account: Option<AccountId>,
) -> db::Result<Option<Latest>> {
    // The customer names the index; `+ 0` keeps SQLite from choosing another one.
    sql("SELECT a.waba_id, c.last_inbound_at
         FROM conversations c JOIN accounts a ON a.id = c.account_id
         WHERE c.customer_id = $1 AND c.workspace_id + 0 = $2 AND a.workspace_id = $2
             AND c.last_inbound_at IS NOT NULL AND a.removed_at IS NULL
             AND c.account_id + 0 = COALESCE($3, c.account_id)
         ORDER BY c.last_inbound_at DESC, c.id DESC LIMIT 1")
    .bind(customer)
    .bind(workspace)
    .bind(account)
    .maybe(db)
    .await
}

/// The business account to write first from: that of the account a contact of the customer's was last
/// in touch with or made for, else that of the only account there is.
pub(super) async fn first_choice(
    db: &Db,
    workspace: WorkspaceId,
    customer: CustomerId,
) -> db::Result<Option<String>> {
    let of_contacts: Option<(String,)> = sql("SELECT a.waba_id
         FROM contacts k JOIN accounts a ON a.id = k.account_id
         WHERE k.customer_id = $1 AND k.workspace_id + 0 = $2 AND a.workspace_id = $2
             AND a.removed_at IS NULL
         ORDER BY k.activity_at DESC, k.id DESC LIMIT 1")
    .bind(customer)
    .bind(workspace)
    .maybe(db)
    .await?;
    if let Some((waba_id,)) = of_contacts {
        return Ok(Some(waba_id));
    }
    let all: Vec<(String,)> = sql("SELECT waba_id FROM accounts
         WHERE workspace_id = $1 AND removed_at IS NULL LIMIT 2")
    .bind(workspace)
    .all(db)
    .await?;
    Ok(match <[_; 1]>::try_from(all) {
        Ok([(only,)]) => Some(only),
        Err(_) => None,
    })
}
