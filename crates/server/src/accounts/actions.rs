//! Connecting, changing and removing numbers.

use serde_json::json;

use super::model::{Account, Checked, Hidden, NewAccount};
use super::pace;
use super::store::{self, Changed};
use crate::access::Actor;
use crate::app::App;
use crate::db::Tx;
use crate::http::{ApiResult, Problem};
use crate::kernel::clock::Timestamp;
use crate::kernel::ids::{AccountId, AppId, WorkspaceId};
use crate::timeline::{self, Event};

/// A connected number.
#[derive(Debug)]
pub struct Connected {
    /// The account as it is now.
    pub account: Account,
    /// Whether it was not known before.
    pub is_new: bool,
}

/// Connects a number, or replaces what is known of it and its secrets when it is connected already.
///
/// Numbers with the same app secret and verify token belong to one app and share its callback
/// path. A number that is alone with its app keeps the path when these change.
///
/// # Errors
///
/// 422 naming every value at fault.
pub async fn connect(
    app: &App,
    workspace: WorkspaceId,
    new: NewAccount,
    actor: Actor,
) -> ApiResult<Connected> {
    connect_as(app, workspace, new, (false, actor)).await
}

/// As [`connect`], or for a number whose WhatsApp this installation simulates.
pub(super) async fn connect_as(
    app: &App,
    workspace: WorkspaceId,
    new: NewAccount,
    (simulated, actor): (bool, Actor),
) -> ApiResult<Connected> {
    let new = new.check(app.config.whatsapp.allow_private_graph_urls)?;
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    store::lock(&mut tx, workspace).await?;
    let known = store::by_number(&mut tx, workspace, &new.phone_number_id).await?;
    if known.is_some_and(|(_, _, known)| known != simulated) {
        return Err(Problem::invalid(
            "phone_number_id",
            "is the number of a simulated WhatsApp, which PUT /api/simulator switches on and off",
        ));
    }
    let old = match known {
        Some((account, false, _)) => Some(reload(&mut tx, workspace, account).await?),
        _ => None,
    };
    let account = match known {
        None => {
            let door = match same_app(app, &mut tx, workspace, &new).await? {
                Some(door) => door,
                None => make_app(app, &mut tx, workspace, &new, now).await?,
            };
            let token = app.secrets.seal(&new.access_token.0);
            store::insert(&mut tx, workspace, door, &new, token, (simulated, now)).await?
        }
        Some((account, ..)) => {
            reconnect(app, &mut tx, workspace, account, &new, now).await?;
            account
        }
    };
    let is_new = old.is_none();
    if !is_new {
        pace::resume(&mut tx, workspace, account, (actor, now)).await?;
    }
    let account = reload(&mut tx, workspace, account).await?;
    let mut data = json!({"account_id": account.id, "new": described(&account)});
    if let Some(old) = &old {
        data["old"] = described(old);
        data["secrets_replaced"] = json!(["access_token", "app_secret", "verify_token"]);
    }
    let event = Event {
        customer: None,
        kind: if is_new {
            "account.connected"
        } else {
            "account.changed"
        },
        actor,
        data,
        at: now,
    };
    timeline::record(&mut tx, workspace, event).await?;
    tx.commit().await?;
    app.doors.forget();
    Ok(Connected { account, is_new })
}

/// Gives a known number what was entered anew.
async fn reconnect(
    app: &App,
    tx: &mut Tx,
    workspace: WorkspaceId,
    account: AccountId,
    new: &Checked,
    now: Timestamp,
) -> ApiResult<()> {
    let before = store::app_of(tx, workspace, account).await?;
    let door = match same_app(app, tx, workspace, new).await? {
        Some(door) => door,
        None if store::accounts_of(tx, workspace, before).await? == 1 => {
            let secret = Some(app.secrets.seal(&new.app_secret.0));
            let verify = Some(app.secrets.seal(&new.verify_token.0));
            store::update_app(tx, workspace, before, secret, verify).await?;
            before
        }
        None => make_app(app, tx, workspace, new, now).await?,
    };
    let to = Changed {
        app: door,
        name: &new.name,
        waba_id: &new.waba_id,
        graph_url: &new.graph_url,
        default_region: new.default_region,
        access_token: Some(app.secrets.seal(&new.access_token.0)),
    };
    store::update(tx, workspace, account, to, now).await?;
    store::delete_app_if_empty(tx, workspace, before).await?;
    Ok(())
}

/// The workspace's app with this app secret and verify token. Sealed secrets differ each time they
/// are sealed, so each is opened; a business has a handful of apps.
async fn same_app(
    app: &App,
    tx: &mut Tx,
    workspace: WorkspaceId,
    new: &Checked,
) -> ApiResult<Option<AppId>> {
    let is = |sealed: &[u8], wanted: &Hidden| {
        // An app sealed with a lost key is no match, so that connecting anew repairs the number.
        app.secrets
            .unseal(sealed)
            .is_ok_and(|text| text == wanted.0)
    };
    let apps = store::apps(tx, workspace).await?;
    Ok(apps
        .iter()
        .find(|known| {
            is(&known.app_secret, &new.app_secret) && is(&known.verify_token, &new.verify_token)
        })
        .map(|known| known.id))
}

async fn make_app(
    app: &App,
    tx: &mut Tx,
    workspace: WorkspaceId,
    new: &Checked,
    now: Timestamp,
) -> ApiResult<AppId> {
    let secret = app.secrets.seal(&new.app_secret.0);
    let verify = app.secrets.seal(&new.verify_token.0);
    Ok(store::insert_app(tx, workspace, secret, verify, now).await?)
}

/// What to change about an account, checked; `None` leaves it as it is.
#[derive(Debug, Default)]
pub(super) struct Change {
    pub(super) name: Option<String>,
    pub(super) waba_id: Option<String>,
    pub(super) graph_url: Option<String>,
    pub(super) default_region: Option<Option<crate::kernel::phone::Region>>,
    pub(super) access_token: Option<Hidden>,
    /// For every number of the app.
    pub(super) app_secret: Option<Hidden>,
    /// For every number of the app.
    pub(super) verify_token: Option<Hidden>,
}

impl Change {
    /// Whether it leaves alone how Meta is reached, and how Meta reaches us.
    fn is_harmless(&self) -> bool {
        let secrets = [&self.access_token, &self.app_secret, &self.verify_token];
        self.waba_id.is_none()
            && self.graph_url.is_none()
            && secrets.iter().all(|secret| secret.is_none())
    }
}

/// Changes an account, and its app where secrets of the app are given.
pub(super) async fn update(
    app: &App,
    workspace: WorkspaceId,
    account: AccountId,
    change: Change,
    actor: Actor,
) -> ApiResult<Account> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    store::lock(&mut tx, workspace).await?;
    let before = reload(&mut tx, workspace, account).await?;
    if before.simulated && !change.is_harmless() {
        return Err(Problem::conflict(
            "account.simulated",
            "A simulated WhatsApp has its own address, ids and secrets; only the name and the region \
             of its account can be changed.",
        ));
    }
    let moved = change
        .graph_url
        .as_ref()
        .is_some_and(|url| *url != before.graph_url);
    if moved && change.access_token.is_none() {
        return Err(Problem::invalid(
            "access_token",
            "must come with a new graph_url: a stored token is not sent to another address",
        ));
    }
    let seal = |secret: &Option<Hidden>| secret.as_ref().map(|secret| app.secrets.seal(&secret.0));
    let replaced: Vec<&str> = [
        ("access_token", &change.access_token),
        ("app_secret", &change.app_secret),
        ("verify_token", &change.verify_token),
    ]
    .iter()
    .filter(|(_, secret)| secret.is_some())
    .map(|(name, _)| *name)
    .collect();
    let (secret, verify) = (seal(&change.app_secret), seal(&change.verify_token));
    if secret.is_some() || verify.is_some() {
        store::update_app(&mut tx, workspace, before.app_id, secret, verify).await?;
    }
    let to = Changed {
        app: before.app_id,
        name: change.name.as_deref().unwrap_or(&before.name),
        waba_id: change.waba_id.as_deref().unwrap_or(&before.waba_id),
        graph_url: change.graph_url.as_deref().unwrap_or(&before.graph_url),
        default_region: change.default_region.unwrap_or(before.default_region),
        access_token: seal(&change.access_token),
    };
    store::update(&mut tx, workspace, account, to, now).await?;
    if change.access_token.is_some() {
        pace::resume(&mut tx, workspace, account, (actor, now)).await?;
    }
    let after = reload(&mut tx, workspace, account).await?;
    let (old, new) = (described(&before), described(&after));
    if old == new && replaced.is_empty() {
        return Ok(before); // nothing to tell, and the transaction is dropped
    }
    let event = Event {
        customer: None,
        kind: "account.changed",
        actor,
        data: json!({"account_id": account, "old": old, "new": new, "secrets_replaced": replaced}),
        at: now,
    };
    timeline::record(&mut tx, workspace, event).await?;
    tx.commit().await?;
    app.doors.forget();
    Ok(after)
}

/// Removes an account: for good when it never had a conversation, else only from use.
///
/// # Errors
///
/// 404 when there is no such account in use.
pub async fn remove(
    app: &App,
    workspace: WorkspaceId,
    account: AccountId,
    actor: Actor,
) -> ApiResult<()> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    store::lock(&mut tx, workspace).await?;
    let before = reload(&mut tx, workspace, account).await?;
    if store::delete_if_unused(&mut tx, workspace, account).await? {
        store::delete_app_if_empty(&mut tx, workspace, before.app_id).await?;
    } else {
        store::remove(&mut tx, workspace, account, app.secrets.seal(""), now).await?;
    }
    let event = Event {
        customer: None,
        kind: "account.removed",
        actor,
        data: json!({"account_id": account, "old": described(&before)}),
        at: now,
    };
    timeline::record(&mut tx, workspace, event).await?;
    tx.commit().await?;
    app.doors.forget();
    Ok(())
}

async fn reload(tx: &mut Tx, workspace: WorkspaceId, account: AccountId) -> ApiResult<Account> {
    let found = store::find(tx, workspace, account).await?;
    found.ok_or_else(|| Problem::not_found("account"))
}

/// What the audit log shows of an account.
fn described(account: &Account) -> serde_json::Value {
    json!({
        "name": account.name,
        "phone_number_id": account.phone_number_id,
        "waba_id": account.waba_id,
        "graph_url": account.graph_url,
        "default_region": account.default_region.map(|region| region.to_string()),
        "webhook_path": super::webhook_path(account.app_uuid),
    })
}
