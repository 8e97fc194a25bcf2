//! News of templates, numbers and business accounts: kept, and put on the account they name.

use serde_json::Value;

use super::world::{Notice, World};
use crate::db::{self, Json, Tx, sql};
use crate::kernel::clock::Timestamp;
use crate::kernel::ids::AccountId;
use crate::kernel::text::digits;

crate::row! {
    struct Named {
        id: AccountId,
        phone_number_id: String,
        display_phone: Option<String>,
        health: Json<Value>,
    }
}

/// Keeps each notice; one that names a number or business account of ours also changes it.
pub(super) async fn write(tx: &mut Tx, world: &World) -> db::Result<()> {
    for notice in &world.notices {
        let accounts = named(tx, notice).await?;
        if !notice.waits {
            for account in &accounts {
                apply(tx, notice, account).await?;
            }
        }
        let applied_at: Option<Timestamp> = (!notice.waits).then_some(world.now);
        let only = accounts
            .first()
            .filter(|_| accounts.len() == 1)
            .map(|account| account.id);
        sql(
            "INSERT INTO account_updates (workspace_id, app_id, account_id, waba_id, kind, data,
                 received_at, applied_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        )
        .bind(notice.workspace)
        .bind(notice.app)
        .bind(only)
        .bind(notice.waba_id.clone())
        .bind(notice.field.as_str())
        .bind(notice.data.clone())
        .bind(notice.received_at)
        .bind(applied_at)
        .run(&mut *tx)
        .await?;
    }
    Ok(())
}

/// The accounts a notice is about: the number it names, else all of the business account.
async fn named(tx: &mut Tx, notice: &Notice) -> db::Result<Vec<Named>> {
    let accounts: Vec<Named> = sql(
        "SELECT id, phone_number_id, display_phone, health FROM accounts
             WHERE workspace_id = $1 AND app_id = $2 AND (waba_id = $3 OR phone_number_id = $4)
             ORDER BY id FOR UPDATE",
    )
    .bind(notice.workspace)
    .bind(notice.app)
    .bind(notice.waba_id.clone().unwrap_or_default())
    .bind(notice.phone_number_id.clone().unwrap_or_default())
    .all(tx)
    .await?;
    let number = notice.display_phone.as_deref().map(digits);
    let is_named = |account: &Named| match (&notice.phone_number_id, &number) {
        (Some(id), _) => account.phone_number_id == *id,
        (None, Some(number)) => {
            account.display_phone.as_deref().map(digits).as_ref() == Some(number)
        }
        (None, None) => true,
    };
    Ok(accounts.into_iter().filter(is_named).collect())
}

async fn apply(tx: &mut Tx, notice: &Notice, account: &Named) -> db::Result<()> {
    let mut health = match &account.health.0 {
        Value::Object(fields) => fields.clone(),
        _ => serde_json::Map::new(),
    };
    health.insert(notice.field.clone(), notice.data.clone());
    sql("UPDATE accounts SET health = $1, health_at = $2,
             messaging_limit = COALESCE($3, messaging_limit),
             verified_name = COALESCE($4, verified_name)
         WHERE id = $5")
    .bind(Value::Object(health))
    .bind(notice.received_at)
    .bind(notice.limit.clone())
    .bind(notice.verified_name.clone())
    .bind(account.id)
    .run(tx)
    .await?;
    Ok(())
}
