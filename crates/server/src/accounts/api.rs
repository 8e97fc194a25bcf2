//! Accounts over HTTP.

use axum::extract::State;
use http::StatusCode;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use super::actions::{self, Change};
use super::check::{Finding, check};
use super::model::{
    Account, NewAccount, checked_graph_url, checked_id, checked_name, checked_secret, webhook_path,
};
use super::store;
use crate::access::{Can, permit};
use crate::app::App;
use crate::http::{ApiResult, Faults, Json, Path, Problem};
use crate::kernel::clock::Timestamp;
use crate::kernel::ids::AccountId;
use crate::kernel::page::Page;
use crate::kernel::phone::Region;

/// The feature's routes.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list_accounts, connect_account))
        .routes(routes!(get_account, update_account, remove_account))
        .routes(routes!(check_account))
}

/// A sender of the business. Its secrets are never shown.
#[derive(Debug, Serialize, ToSchema)]
pub struct AccountView {
    /// Its id.
    pub id: AccountId,
    /// The id that other systems may keep.
    pub uuid: Uuid,
    /// What the team calls it.
    #[schema(example = "Support")]
    pub name: String,
    /// The kind of sender.
    #[schema(example = "whatsapp")]
    pub channel: String,
    /// Meta's id of the number.
    #[schema(example = "106540352242922")]
    pub phone_number_id: String,
    /// Meta's id of the WhatsApp business account.
    #[schema(example = "102290129340398")]
    pub waba_id: String,
    /// Where its Graph API is.
    #[schema(example = "https://graph.facebook.com")]
    pub graph_url: String,
    /// The number as Meta writes it; null until Meta was asked.
    #[schema(example = "+966 50 123 4567")]
    pub display_phone: Option<String>,
    /// The name that customers see; null until Meta was asked.
    #[schema(example = "Bayt Coffee")]
    pub verified_name: Option<String>,
    /// The country of numbers written without one; the workspace's when null.
    #[schema(value_type = Option<String>, example = "SA")]
    pub default_region: Option<Region>,
    /// Meta's word for the number's quality: GREEN, YELLOW, RED or UNKNOWN.
    #[schema(example = "GREEN")]
    pub quality: Option<String>,
    /// Meta's word for how many people may be written to first each day.
    #[schema(example = "TIER_2K")]
    pub messaging_limit: Option<String>,
    /// The callback path to enter at Meta, behind this server's public address.
    #[schema(example = "/webhooks/whatsapp/8d2f6f1e-6b0b-4c61-9d7f-3b1f4c1f2a90")]
    pub webhook_path: String,
    /// What Meta last said, by subject; `token`, `number` and `webhook` come from a check.
    #[schema(value_type = Object, example = json!({"token": {"ok": true, "message": "Meta accepts the access token.", "at": "2026-02-26T14:00:00Z"}}))]
    pub health: serde_json::Value,
    /// When Meta was last asked.
    pub health_at: Option<Timestamp>,
    /// Why nothing is sent, while Meta refuses the token: what is to be sent waits for another token,
    /// or for a check that finds it right again. Null while all is well.
    pub sending_paused: Option<SendingPaused>,
    /// How far the business's phone has shared what was said before the number was connected; null when
    /// the number is on no phone.
    pub history: Option<SharedHistory>,
    /// When it was connected.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
    /// Whether its WhatsApp is simulated by this server, so that no message reaches a real person.
    #[schema(example = false)]
    pub simulated: bool,
}

/// What a phone has shared of its past.
#[derive(Debug, Serialize, ToSchema)]
pub struct SharedHistory {
    /// 0: the last day; 1: the 90 days before; 2: up to 180 days.
    #[schema(example = 1)]
    pub phase: Option<i64>,
    /// How much of it is here, 0 to 100 percent.
    #[schema(example = 55)]
    pub progress: Option<i64>,
    /// Why there is none, when the business chose not to share it.
    #[schema(example = "History sharing is turned off by the business")]
    pub refused: Option<String>,
}

impl SharedHistory {
    fn of(health: &serde_json::Value) -> Option<Self> {
        let said = health.get("history")?.get("value")?;
        let error = &said["errors"][0];
        let words = [
            &error["error_data"]["details"],
            &error["message"],
            &error["title"],
        ];
        let words = words.iter().find_map(|words| words.as_str());
        Some(Self {
            phase: said["phase"].as_i64(),
            progress: said["progress"].as_i64(),
            refused: error
                .is_object()
                .then(|| words.unwrap_or("refused").to_owned()),
        })
    }
}

/// How Meta refused an account's token.
#[derive(Debug, Serialize, ToSchema)]
pub struct SendingPaused {
    /// Since when.
    pub at: Timestamp,
    /// Meta's code.
    #[schema(example = 190)]
    pub code: i64,
    /// Meta's words.
    #[schema(example = "Error validating access token: Session has expired.")]
    pub message: String,
}

impl From<Account> for AccountView {
    fn from(account: Account) -> Self {
        Self {
            id: account.id,
            uuid: account.uuid,
            name: account.name,
            channel: account.channel,
            phone_number_id: account.phone_number_id,
            waba_id: account.waba_id,
            graph_url: account.graph_url,
            display_phone: account.display_phone,
            verified_name: account.verified_name,
            default_region: account.default_region,
            quality: account.quality,
            messaging_limit: account.messaging_limit,
            webhook_path: webhook_path(account.app_uuid),
            history: SharedHistory::of(&account.health.0),
            health: account.health.0,
            health_at: account.health_at,
            sending_paused: account.paused_at.map(|at| {
                let because = account.paused_because.map(|because| because.0);
                let because = because.unwrap_or_default();
                SendingPaused {
                    at,
                    code: because["code"].as_i64().unwrap_or_default(),
                    message: because["message"].as_str().unwrap_or_default().to_owned(),
                }
            }),
            created_at: account.created_at,
            updated_at: account.updated_at,
            simulated: account.simulated,
        }
    }
}

/// A WhatsApp number to be connected.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ConnectAccount {
    /// What the team calls it.
    #[schema(example = "Support", max_length = 200)]
    pub name: String,
    /// Meta's id of the number.
    #[schema(example = "106540352242922", max_length = 64)]
    pub phone_number_id: String,
    /// Meta's id of the WhatsApp business account.
    #[schema(example = "102290129340398", max_length = 64)]
    pub waba_id: String,
    /// A permanent token of a system user with the rights to manage and send WhatsApp messages.
    #[schema(example = "EAAGm0PX4ZCps", write_only)]
    pub access_token: String,
    /// The app's secret, by which webhooks are verified.
    #[schema(example = "5d41402abc4b2a76b9719d911017c592", write_only)]
    pub app_secret: String,
    /// A word of your choice, to be entered at Meta with the callback path.
    #[schema(example = "a-word-of-your-choice", write_only)]
    pub verify_token: String,
    /// Another Graph API than Meta's own.
    #[schema(example = "https://graph.facebook.com", nullable = true)]
    pub graph_url: Option<String>,
    /// The country of numbers written without one.
    #[schema(example = "SA", nullable = true)]
    pub default_region: Option<String>,
}

impl From<ConnectAccount> for NewAccount {
    fn from(input: ConnectAccount) -> Self {
        Self {
            name: input.name,
            phone_number_id: input.phone_number_id,
            waba_id: input.waba_id,
            access_token: input.access_token,
            app_secret: input.app_secret,
            verify_token: input.verify_token,
            graph_url: input.graph_url,
            default_region: input.default_region,
        }
    }
}

/// What to change about an account; what is left out stays.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct UpdateAccount {
    /// What the team calls it.
    #[schema(example = "Support", max_length = 200, nullable = false)]
    pub name: Option<String>,
    /// Meta's id of the WhatsApp business account.
    #[schema(example = "102290129340398", max_length = 64, nullable = false)]
    pub waba_id: Option<String>,
    /// Another Graph API; needs the `access_token` along.
    #[schema(example = "https://graph.facebook.com", nullable = false)]
    pub graph_url: Option<String>,
    /// The country of numbers written without one; null for the workspace's.
    #[serde(default, deserialize_with = "crate::http::nullable")]
    #[schema(value_type = Option<String>, example = "SA")]
    pub default_region: Option<Option<String>>,
    /// A new access token.
    #[schema(example = "EAAGm0PX4ZCps", write_only, nullable = false)]
    pub access_token: Option<String>,
    /// The app's new secret, for all numbers of the app.
    #[schema(
        example = "5d41402abc4b2a76b9719d911017c592",
        write_only,
        nullable = false
    )]
    pub app_secret: Option<String>,
    /// A new verify token, for all numbers of the app.
    #[schema(example = "a-word-of-your-choice", write_only, nullable = false)]
    pub verify_token: Option<String>,
}

impl UpdateAccount {
    fn check(self, allow_private: bool) -> ApiResult<Change> {
        let mut faults = Faults::default();
        let mut secret = |name: &str, value: Option<String>| {
            value.and_then(|text| faults.check(name, checked_secret(&text)))
        };
        let access_token = secret("access_token", self.access_token);
        let app_secret = secret("app_secret", self.app_secret);
        let verify_token = secret("verify_token", self.verify_token);
        let graph_url = self
            .graph_url
            .and_then(|text| faults.check("graph_url", checked_graph_url(&text, allow_private)));
        let name = self
            .name
            .and_then(|text| faults.check("name", checked_name(&text)));
        let waba_id = self
            .waba_id
            .and_then(|text| faults.check("waba_id", checked_id(&text)));
        let default_region = self.default_region.and_then(|region| {
            let region = region.map(|text| Region::parse(&text)).transpose();
            faults.check("default_region", region)
        });
        faults.end()?;
        Ok(Change {
            name,
            waba_id,
            graph_url,
            default_region,
            access_token,
            app_secret,
            verify_token,
        })
    }
}

/// How an account is doing.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct AccountCheck {
    /// Whether everything is in order.
    pub ok: bool,
    /// What Meta says, by subject.
    pub findings: Vec<Finding>,
    /// The account with what was learnt.
    pub account: AccountView,
}

/// List the accounts
///
/// All senders of the business, the oldest first. A business has a handful, so there are no pages.
#[utoipa::path(get, path = "/accounts", tag = "accounts",
    responses((status = 200, body = Page<AccountView>)))]
async fn list_accounts(
    State(app): State<App>,
    caller: Can<permit::AccountsManage>,
) -> ApiResult<Json<Page<AccountView>>> {
    let accounts = store::list(&app.db, caller.workspace).await?;
    Ok(Json(Page {
        items: accounts.into_iter().map(AccountView::from).collect(),
        next_cursor: None,
        total: None,
        total_is_estimate: None,
    }))
}

/// Connect a WhatsApp number
///
/// A number that is connected already gets the new name, token and secrets (200 instead of 201).
/// Numbers with the same app secret and verify token share one callback path.
#[utoipa::path(post, path = "/accounts", tag = "accounts", request_body = ConnectAccount,
    responses((status = 201, body = AccountView), (status = 200, description = "It was connected already, and is changed.", body = AccountView)))]
async fn connect_account(
    State(app): State<App>,
    caller: Can<permit::AccountsManage>,
    Json(input): Json<ConnectAccount>,
) -> ApiResult<(StatusCode, Json<AccountView>)> {
    let connected = actions::connect(&app, caller.workspace, input.into(), caller.actor).await?;
    let status = if connected.is_new {
        StatusCode::CREATED
    } else {
        StatusCode::OK
    };
    Ok((status, Json(connected.account.into())))
}

/// Get an account
#[utoipa::path(get, path = "/accounts/{id}", tag = "accounts",
    params(("id" = inline(AccountId), Path, description = "The account")),
    responses((status = 200, body = AccountView)))]
async fn get_account(
    State(app): State<App>,
    caller: Can<permit::AccountsManage>,
    Path(id): Path<AccountId>,
) -> ApiResult<Json<AccountView>> {
    let account = store::find(&app.db, caller.workspace, id).await?;
    Ok(Json(
        account.ok_or_else(|| Problem::not_found("account"))?.into(),
    ))
}

/// Change an account
///
/// The app secret and the verify token are those of all numbers of the same app.
#[utoipa::path(patch, path = "/accounts/{id}", tag = "accounts", request_body = UpdateAccount,
    params(("id" = inline(AccountId), Path, description = "The account")),
    responses((status = 200, body = AccountView)))]
async fn update_account(
    State(app): State<App>,
    caller: Can<permit::AccountsManage>,
    Path(id): Path<AccountId>,
    Json(input): Json<UpdateAccount>,
) -> ApiResult<Json<AccountView>> {
    let change = input.check(app.config.whatsapp.allow_private_graph_urls)?;
    let account = actions::update(&app, caller.workspace, id, change, caller.actor).await?;
    Ok(Json(account.into()))
}

/// Remove an account
///
/// Its token is forgotten and its webhooks are no longer taken in. Its conversations stay; connecting the
/// same number again brings it back.
#[utoipa::path(delete, path = "/accounts/{id}", tag = "accounts",
    params(("id" = inline(AccountId), Path, description = "The account")),
    responses((status = 204, description = "It is removed.")))]
async fn remove_account(
    State(app): State<App>,
    caller: Can<permit::AccountsManage>,
    Path(id): Path<AccountId>,
) -> ApiResult<StatusCode> {
    actions::remove(&app, caller.workspace, id, caller.actor).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Check an account
///
/// Asks Meta about the token, the number and the subscription to webhooks, and keeps the answer.
#[utoipa::path(post, path = "/accounts/{id}/check", tag = "accounts",
    params(("id" = inline(AccountId), Path, description = "The account")),
    responses((status = 200, body = AccountCheck),
        (status = 409, description = "The stored token cannot be opened with this server's key.",
            body = Problem, content_type = "application/problem+json",
            example = json!({"code": "secret_key", "status": 409,
                "title": "The access token is lost: a stored secret cannot be opened with this key; \
                    is it the secret.key of this database?. Connect the number again."}))))]
async fn check_account(
    State(app): State<App>,
    caller: Can<permit::AccountsManage>,
    Path(id): Path<AccountId>,
) -> ApiResult<Json<AccountCheck>> {
    let missing = || Problem::not_found("account");
    let account = store::find(&app.db, caller.workspace, id)
        .await?
        .ok_or_else(missing)?;
    let findings = check(&app, caller.workspace, &account, caller.actor).await?;
    let account = store::find(&app.db, caller.workspace, id)
        .await?
        .ok_or_else(missing)?;
    Ok(Json(AccountCheck {
        ok: findings.iter().all(|finding| finding.ok == Some(true)),
        findings,
        account: account.into(),
    }))
}
