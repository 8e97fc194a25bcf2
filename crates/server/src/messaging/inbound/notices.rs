//! News of templates, numbers and business accounts: kept, and put on the account or template they
//! name.
//!
//! Meta repeats news and delivers it in any order. So each is kept once, by a key of all it says, and
//! changes something only where nothing later was said of the same subject. News that names nothing
//! of ours stays unapplied: that of a number until it is replayed after the number was connected, that
//! of a template until the template becomes known.

use serde_json::{Map, Value, json};
use whatsapp::webhook::TemplateUpdate;

use super::world::{Notice, World};
use crate::db::{self, Json, Tx, sql};
use crate::kernel::clock::{DAY, Timestamp};
use crate::kernel::ids::AccountId;
use crate::kernel::key::key_of;
use crate::kernel::text::digits;
use crate::templates;

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
        if let Some(update) = &notice.template {
            write_template(tx, notice, update, (&accounts, world.now)).await?;
            continue;
        }
        let applied_at = (!accounts.is_empty()).then_some(world.now);
        if !keep(tx, notice, &accounts, applied_at).await? {
            continue; // told again
        }
        for account in &accounts {
            apply(tx, notice, account).await?;
        }
    }
    Ok(())
}

/// Keeps news of a template; of one that we know it also changes it.
async fn write_template(
    tx: &mut Tx,
    notice: &Notice,
    update: &TemplateUpdate,
    (accounts, now): (&[Named], Timestamp),
) -> db::Result<()> {
    let template = match &notice.waba_id {
        Some(waba_id) => templates::named(tx, notice.workspace, waba_id, update).await?,
        None => None,
    };
    let applied_at = template.is_some().then_some(now);
    if !keep(tx, notice, accounts, applied_at).await? {
        return Ok(()); // told again
    }
    match template {
        Some(template) => {
            let times = (notice.at(), now);
            templates::apply(tx, notice.workspace, template, update, times).await
        }
        None => Ok(()),
    }
}

/// Keeps the notice. False when it is kept and applied already.
async fn keep(
    tx: &mut Tx,
    notice: &Notice,
    accounts: &[Named],
    applied_at: Option<Timestamp>,
) -> db::Result<bool> {
    let only = accounts.first().filter(|_| accounts.len() == 1);
    let kept: Option<(i64,)> = sql(
        "INSERT INTO account_updates (workspace_id, app_id, account_id, waba_id, kind, data,
             change_key, at, received_at, applied_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
         ON CONFLICT (workspace_id, change_key) DO UPDATE SET
             account_id = excluded.account_id, applied_at = excluded.applied_at
         WHERE account_updates.applied_at IS NULL RETURNING id",
    )
    .bind(notice.workspace)
    .bind(notice.app)
    .bind(only.map(|account| account.id))
    .bind(notice.waba_id.clone())
    .bind(notice.field.as_str())
    .bind(notice.data.clone())
    .bind(change_key(notice))
    .bind(notice.at())
    .bind(notice.received_at)
    .bind(applied_at)
    .maybe(tx)
    .await?;
    Ok(kept.is_some())
}

/// One key for all that the notice says. What Meta gives no time of may well happen again, so it is
/// the same only on the same day.
fn change_key(notice: &Notice) -> uuid::Uuid {
    let when = notice
        .told_at
        .map_or(notice.received_at.0 / DAY, |time| time.0);
    let (waba, number) = (&notice.waba_id, &notice.phone_number_id);
    key_of(&json!([waba, number, notice.field, notice.data, when]).to_string())
}

/// The accounts a notice is about: the number it names, else all of the business account.
async fn named(tx: &mut Tx, notice: &Notice) -> db::Result<Vec<Named>> {
    let accounts: Vec<Named> = sql(
        "SELECT id, phone_number_id, display_phone, health FROM accounts
             WHERE workspace_id = $1 AND app_id = $2 AND (waba_id = $3 OR phone_number_id = $4)
                 AND removed_at IS NULL
             ORDER BY id FOR UPDATE",
    )
    .bind(notice.workspace)
    .bind(notice.app)
    .bind(notice.waba_id.clone().unwrap_or_default())
    .bind(notice.phone_number_id.clone().unwrap_or_default())
    .all(tx)
    .await?;
    let number = match (&notice.phone_number_id, &notice.display_phone) {
        (None, Some(number)) => digits(number),
        // By its id, or the business account as a whole.
        (id, _) => {
            let is_named =
                |account: &Named| id.as_ref().is_none_or(|id| account.phone_number_id == *id);
            return Ok(accounts.into_iter().filter(is_named).collect());
        }
    };
    // How a number is written is learnt from its first message; before that, a lone number is meant.
    let lone = accounts.len() == 1;
    let is_named = |account: &Named| match &account.display_phone {
        Some(known) => digits(known) == number,
        None => lone,
    };
    Ok(accounts.into_iter().filter(is_named).collect())
}

async fn apply(tx: &mut Tx, notice: &Notice, account: &Named) -> db::Result<()> {
    let mut health = match &account.health.0 {
        Value::Object(fields) => fields.clone(),
        _ => Map::new(),
    };
    let is_news = say(&mut health, &notice.subject(), &notice.data, notice.at());
    let verified_name = notice.verified_name.clone().filter(|_| is_news);
    // The limit is told in several fields, and by a check of the number.
    let checked = later(&health, "number", notice.at());
    let limit = notice.limit.clone().filter(|_| !checked);
    let limit =
        limit.filter(|limit| say(&mut health, "messaging_limit", &json!(limit), notice.at()));
    sql("UPDATE accounts SET health = $1, health_at = $2,
             messaging_limit = COALESCE($3, messaging_limit),
             verified_name = COALESCE($4, verified_name)
         WHERE id = $5")
    .bind(Value::Object(health))
    .bind(notice.received_at)
    .bind(limit)
    .bind(verified_name)
    .bind(account.id)
    .run(tx)
    .await?;
    Ok(())
}

/// Notes what was said of a subject, unless something later was said of it; whether it was noted.
fn say(health: &mut Map<String, Value>, subject: &str, value: &Value, at: Timestamp) -> bool {
    let news = !later(health, subject, at);
    if news {
        health.insert(subject.to_owned(), json!({"value": value, "at": at}));
    }
    news
}

/// Whether something was said of the subject after this time.
fn later(health: &Map<String, Value>, subject: &str, at: Timestamp) -> bool {
    let said = health.get(subject).and_then(|said| said["at"].as_str());
    said.and_then(|time| time.parse::<Timestamp>().ok())
        .is_some_and(|last| last > at)
}

impl Notice {
    /// When it happened: by Meta's time, else by ours.
    fn at(&self) -> Timestamp {
        self.told_at.unwrap_or(self.received_at)
    }

    /// What it is about: the field, and within it the event, as one event says nothing of another.
    fn subject(&self) -> String {
        match &self.event {
            Some(event) => format!("{}.{event}", self.field),
            None => self.field.clone(),
        }
    }
}
