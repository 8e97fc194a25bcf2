//! Asking Meta how an account is doing: the token, the number, and whether webhooks will come.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;
use whatsapp::graph::{self, PhoneNumberHealth};

use super::graph::{is_about_token, line};
use super::model::{Account, webhook_path};
use super::pace;
use super::store::{self, Said};
use crate::access::Actor;
use crate::app::App;
use crate::http::{ApiResult, Problem};
use crate::kernel::ids::WorkspaceId;
use crate::timeline;

/// What Meta says about one subject.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Finding {
    /// `token`, `number` or `webhook`.
    #[schema(example = "webhook")]
    pub subject: String,
    /// Whether it is in order; null when it could not be found out.
    pub ok: Option<bool>,
    /// What was found, and what to do if it is not in order.
    #[schema(example = "No app receives this business account's webhooks.")]
    pub message: String,
}

impl Finding {
    fn new(subject: &str, ok: Option<bool>, message: impl Into<String>) -> Self {
        Self {
            subject: subject.to_owned(),
            ok,
            message: message.into(),
        }
    }
}

/// Asks Meta about the account and keeps what it says, and who wanted to know.
///
/// # Errors
///
/// When the database does not answer, or the stored token cannot be opened with this key.
pub async fn check(
    app: &App,
    workspace: WorkspaceId,
    account: &Account,
    actor: Actor,
) -> ApiResult<Vec<Finding>> {
    let graph = super::graph(app, workspace, account).await?;
    let number = graph.phone_number(&account.phone_number_id).await;
    let mut findings = match &number {
        Ok(health) => vec![
            Finding::new("token", Some(true), "Meta accepts the access token."),
            about_number(health),
        ],
        Err(error) => about_failure(error),
    };
    let reached = findings.iter().any(|finding| finding.ok == Some(true));
    if reached {
        let apps = graph.subscribed_apps(&account.waba_id).await;
        findings.push(about_webhook(apps, account));
    }
    keep(app, workspace, account, (&findings, number.ok()), actor).await?;
    Ok(findings)
}

fn about_number(health: &PhoneNumberHealth) -> Finding {
    let words = |value: &Option<String>, name: &str| {
        value
            .as_ref()
            .map(|value| format!("{name} {}", line(value)))
    };
    let facts: Vec<String> = [
        words(&health.display_phone_number, "number"),
        words(&health.verified_name, "name"),
        words(&health.status, "status"),
        words(&health.quality_rating, "quality"),
        words(&health.messaging_limit, "limit"),
        words(&health.can_send_message, "sending"),
    ]
    .into_iter()
    .flatten()
    .collect();
    let status = health.status.as_deref().unwrap_or("CONNECTED");
    let blocked = health.can_send_message.as_deref() == Some("BLOCKED");
    let ok = status.eq_ignore_ascii_case("CONNECTED") && !blocked;
    Finding::new(
        "number",
        Some(ok),
        format!("Meta says: {}.", facts.join(", ")),
    )
}

fn about_failure(error: &graph::Error) -> Vec<Finding> {
    match error {
        graph::Error::Refused(refusal) => {
            let words = whatsapp::errors::lookup(refusal.code).english;
            let message = format!("{} ({})", words, line(&refusal.to_string()));
            if is_about_token(refusal) {
                vec![
                    Finding::new("token", Some(false), message),
                    Finding::new("number", None, "Not known while the token is refused."),
                ]
            } else {
                vec![
                    Finding::new("token", Some(true), "Meta accepts the access token."),
                    Finding::new("number", Some(false), message),
                ]
            }
        }
        graph::Error::Unreadable { .. } | graph::Error::Transport(_) => {
            let message = line(&error.to_string());
            vec![Finding::new(
                "token",
                None,
                format!("Could not be checked: {message}"),
            )]
        }
    }
}

fn about_webhook(
    apps: Result<Vec<graph::SubscribedApp>, graph::Error>,
    account: &Account,
) -> Finding {
    let apps = match apps {
        Ok(apps) => apps,
        Err(error) => {
            let message = format!("Could not be checked: {}", line(&error.to_string()));
            return Finding::new("webhook", None, message);
        }
    };
    let path = webhook_path(account.app_uuid);
    if apps.is_empty() {
        let message = format!(
            "No app receives this business account's webhooks, so no message will arrive. Subscribe \
             the app to it (POST /{}/subscribed_apps), with your public address and {path} as its \
             callback.",
            account.waba_id
        );
        return Finding::new("webhook", Some(false), message);
    }
    let elsewhere = |app: &graph::SubscribedApp| {
        app.override_callback_uri
            .as_ref()
            .is_some_and(|uri| !uri.ends_with(&path))
    };
    if apps.iter().all(elsewhere) {
        let message =
            format!("The webhooks go to another address; the callback must end with {path}.");
        return Finding::new("webhook", Some(false), message);
    }
    Finding::new(
        "webhook",
        Some(true),
        "An app receives this business account's webhooks.",
    )
}

/// Keeps the findings beside what webhooks said about other subjects.
async fn keep(
    app: &App,
    workspace: WorkspaceId,
    account: &Account,
    (findings, health): (&[Finding], Option<PhoneNumberHealth>),
    actor: Actor,
) -> ApiResult<()> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let Some((known,)) = store::locked_health(&mut tx, workspace, account.id).await? else {
        return Err(Problem::not_found("account"));
    };
    let mut subjects = match known.0 {
        Value::Object(subjects) => subjects,
        _ => serde_json::Map::new(),
    };
    for finding in findings {
        subjects.insert(
            finding.subject.clone(),
            json!({"ok": finding.ok, "message": finding.message, "at": now}),
        );
    }
    if let Some(throughput) = health
        .as_ref()
        .and_then(|health| health.throughput.as_deref())
    {
        pace::set_rate(&mut tx, workspace, account.id, throughput).await?;
    }
    let token = findings.iter().find(|finding| finding.subject == "token");
    if token.is_some_and(|finding| finding.ok == Some(true)) {
        pace::resume(&mut tx, workspace, account.id, (actor, now)).await?;
    }
    let said = health.map_or_else(Said::default, |health| {
        let cleaned = |value: Option<String>| value.map(|value| line(&value));
        Said {
            display_phone: cleaned(health.display_phone_number),
            verified_name: cleaned(health.verified_name),
            quality: cleaned(health.quality_rating),
            messaging_limit: cleaned(health.messaging_limit),
        }
    });
    let subjects = Value::Object(subjects);
    store::save_health(&mut tx, workspace, account.id, subjects, said, now).await?;
    let ok = findings.iter().all(|finding| finding.ok == Some(true));
    let data = json!({"account_id": account.id, "ok": ok});
    timeline::note(&mut tx, workspace, "account.checked", actor, data, now).await?;
    tx.commit().await?;
    Ok(())
}
