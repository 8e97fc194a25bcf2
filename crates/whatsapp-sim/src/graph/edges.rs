//! What can be asked of an app, of an account, and of a token.

use std::collections::BTreeMap;

use axum::http::{Method, StatusCode};
use axum::response::Response;
use serde_json::{Value, json};

use super::refusal::Refusal;
use super::{Answered, Ask, Outcome, Target, fields, success};
use crate::apps::Callback;
use crate::state::State;

/// The fields of an account that Meta has.
const ACCOUNT_FIELDS: &[&str] = &[
    "name",
    "timezone_id",
    "message_template_namespace",
    "account_review_status",
    "business_verification_status",
    "country",
    "currency",
    "ownership_type",
    "status",
    "is_enabled_for_insights",
    "marketing_messages_lite_api_status",
    "marketing_messages_onboarding_status",
    "on_behalf_of_business_info",
    "health_status",
    "subscribed_apps",
    "owner_business_info",
    "disable_marketing_messages_on_cloud_api",
];

impl State {
    pub(super) fn app_edge(&mut self, ask: &Ask) -> Answered {
        let app = &self.apps[ask.app];
        match (&ask.method, ask.edge.as_deref()) {
            (&Method::GET, None) => Ok(Outcome::Answer(
                json!({"id": app.id, "name": app.name, "link": "https://www.facebook.com/games/"}),
            )),
            (&Method::POST, Some("subscriptions")) => {
                let (Some(url), Some(token)) = (ask.text("callback_url"), ask.text("verify_token"))
                else {
                    return Err(Refusal::parameter(
                        "The parameter callback_url is required.",
                    ));
                };
                let callback = Callback {
                    url: url.to_owned(),
                    verify_token: token.to_owned(),
                };
                Ok(Outcome::Verify(callback, Target::App(ask.app)))
            }
            (&Method::GET, Some("subscriptions")) => {
                let callback = app.callback.as_ref();
                let one = callback.map(|callback| {
                    json!({
                        "object": "whatsapp_business_account", "callback_url": callback.url, "active": true,
                        "fields": [{"name": "messages", "version": "v25.0"}],
                    })
                });
                let data: Vec<Value> = one.into_iter().collect();
                Ok(Outcome::Answer(json!({"data": data})))
            }
            (&Method::POST, Some("uploads")) => {
                let id = format!("upload:{}", self.ids.hex(40));
                Ok(Outcome::Answer(json!({"id": id})))
            }
            _ => Err(Refusal::unknown_object(&ask.object)),
        }
    }

    pub(super) fn account_edge(&mut self, waba_id: &str, ask: &Ask) -> Answered {
        match (&ask.method, ask.edge.as_deref()) {
            (&Method::GET, None) => {
                let name = self
                    .accounts
                    .get(waba_id)
                    .map(|account| account.name.as_str());
                let whole = json!({
                    "id": waba_id, "name": name, "timezone_id": "1", "currency": "USD", "country": "SA",
                    "message_template_namespace": format!("ns_{waba_id}"), "ownership_type": "SELF",
                    "account_review_status": "APPROVED", "business_verification_status": "verified",
                });
                let usual = &["id", "name", "timezone_id", "message_template_namespace"];
                fields::select(&whole, ask.query("fields"), usual, ACCOUNT_FIELDS)
                    .map(Outcome::Answer)
            }
            (_, Some("phone_numbers")) => self.list_numbers(waba_id, ask),
            (_, Some("message_templates")) => self.templates_edge(waba_id, ask),
            (_, Some("subscribed_apps")) => self.subscribed_apps(waba_id, ask),
            _ => Err(Refusal::unknown_object(&ask.object)),
        }
    }

    fn subscribed_apps(&mut self, waba_id: &str, ask: &Ask) -> Answered {
        let app = (
            self.apps[ask.app].id.clone(),
            self.apps[ask.app].name.clone(),
        );
        let Some(account) = self.accounts.get_mut(waba_id) else {
            return Err(Refusal::unknown_object(waba_id));
        };
        match ask.method {
            Method::GET => {
                let mut one = json!({"whatsapp_business_api_data": {
                    "id": app.0, "name": app.1, "link": "https://www.facebook.com/games/",
                }});
                if let Some(callback) = &account.callback {
                    one["override_callback_uri"] = callback.url.as_str().into();
                }
                let data: Vec<Value> = account.subscribed.then_some(one).into_iter().collect();
                Ok(Outcome::Answer(json!({"data": data})))
            }
            Method::POST => match (ask.text("override_callback_uri"), ask.text("verify_token")) {
                (Some(url), Some(token)) => {
                    let callback = Callback {
                        url: url.to_owned(),
                        verify_token: token.to_owned(),
                    };
                    Ok(Outcome::Verify(
                        callback,
                        Target::Account(waba_id.to_owned()),
                    ))
                }
                (Some(_), None) => Err(Refusal::parameter(
                    "The parameter verify_token is required.",
                )),
                (None, _) => {
                    // Without an override, an earlier one is taken back.
                    account.subscribed = true;
                    account.callback = None;
                    success()
                }
            },
            Method::DELETE => {
                account.subscribed = false;
                account.callback = None;
                success()
            }
            _ => Err(Refusal::unknown_object(waba_id)),
        }
    }

    /// The app token, for whoever knows the app's secret.
    pub(super) fn app_token(&self, query: &BTreeMap<String, String>) -> Result<Response, Refusal> {
        let at = |key: &str| query.get(key).map(String::as_str).unwrap_or_default();
        let (id, secret) = (at("client_id"), at("client_secret"));
        let known = self
            .apps
            .iter()
            .any(|app| app.id == id && app.secret == secret);
        let answer = json!({"access_token": format!("{id}|{secret}"), "token_type": "bearer"});
        match known {
            true => Ok(super::json_response(StatusCode::OK, &answer)),
            false => Err(Refusal::parameter("Error validating client secret.")),
        }
    }

    pub(super) fn debug_token(&self, ask: &Ask) -> Answered {
        let Some(token) = ask.query("input_token") else {
            return Err(Refusal::parameter("The parameter input_token is required."));
        };
        let Some(app) = self.apps.iter().find(|app| app.token == token) else {
            return Ok(Outcome::Answer(json!({"data": {
                "is_valid": false, "scopes": [],
                "error": {"code": 190, "message": "Invalid OAuth access token."},
            }})));
        };
        let scopes = [
            "whatsapp_business_management",
            "whatsapp_business_messaging",
        ];
        let index = self.apps.iter().position(|other| other.id == app.id);
        let own = self
            .accounts
            .values()
            .filter(|account| Some(account.app) == index);
        let targets: Vec<&str> = own.map(|account| account.id.as_str()).collect();
        let granular = scopes.map(|scope| json!({"scope": scope, "target_ids": targets}));
        Ok(Outcome::Answer(json!({"data": {
            "app_id": app.id, "application": app.name, "type": "SYSTEM_USER", "is_valid": true,
            // Tokens of system users need not expire.
            "expires_at": 0, "data_access_expires_at": 0, "issued_at": 1_700_000_000,
            "scopes": scopes, "granular_scopes": granular, "user_id": format!("1{}", app.id),
        }})))
    }
}
