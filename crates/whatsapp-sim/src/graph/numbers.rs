//! What can be asked of a number, besides sending: its health, its profile, its registration.

use axum::http::Method;
use serde_json::{Map, Value, json};
use whatsapp::limits;

use super::refusal::Refusal;
use super::{Answered, Ask, Outcome, Target, fields, paging, success};
use crate::apps::{Callback, Number};
use crate::config::Throughput;
use crate::state::State;

/// The fields of a number that Meta has; those we have no value for are left out when asked for.
const NUMBER_FIELDS: &[&str] = &[
    "name_status",
    "new_name_status",
    "quality_score",
    "is_on_biz_app",
    "last_onboarded_time",
    "certificate",
    "search_visibility",
    "eligibility_for_api_business_global_search",
    "webhook_configuration",
    "username",
    "conversational_automation",
    "is_preverified_number",
    "new_certificate",
    "country_code",
];
const USUAL_NUMBER_FIELDS: &[&str] = &[
    "verified_name",
    "code_verification_status",
    "display_phone_number",
    "quality_rating",
    "platform_type",
    "throughput",
    "last_onboarded_time",
    "webhook_configuration",
];
/// The fields of a profile, each with its longest text in characters.
const PROFILE_FIELDS: &[(&str, usize)] = &[
    ("about", limits::PROFILE_ABOUT),
    ("address", limits::PROFILE_ADDRESS),
    ("description", limits::PROFILE_DESCRIPTION),
    ("email", limits::PROFILE_EMAIL),
    ("vertical", usize::MAX),
    ("profile_picture_url", usize::MAX),
    ("profile_picture_handle", usize::MAX),
];
const VERTICALS: &[&str] = &[
    "OTHER",
    "AUTO",
    "BEAUTY",
    "APPAREL",
    "EDU",
    "ENTERTAIN",
    "EVENT_PLAN",
    "FINANCE",
    "GROCERY",
    "GOVT",
    "HOTEL",
    "HEALTH",
    "NONPROFIT",
    "PROF_SERVICES",
    "RETAIL",
    "TRAVEL",
    "RESTAURANT",
    "NOT_A_BIZ",
    "UNDEFINED",
];

impl State {
    pub(super) fn number_edge(&mut self, phone: &str, ask: &Ask) -> Answered {
        match (&ask.method, ask.edge.as_deref()) {
            (&Method::GET, None) => self.get_number(phone, ask),
            (&Method::POST, None) => self.configure_number(phone, ask),
            (&Method::POST, Some("messages" | "marketing_messages")) => self.send(phone, ask),
            (_, Some("whatsapp_business_profile")) => self.profile(phone, ask),
            (_, Some("block_users")) => self.block_users(phone, ask),
            // The number is registered from the beginning, so these have nothing left to do.
            (&Method::POST, Some("register" | "deregister" | "request_code" | "verify_code")) => {
                success()
            }
            _ => Err(Refusal::unknown_object(phone)),
        }
    }

    pub(super) fn list_numbers(&mut self, waba_id: &str, ask: &Ask) -> Answered {
        if ask.method != Method::GET {
            return Err(Refusal::unknown_object(waba_id));
        }
        let own = self
            .numbers
            .values()
            .filter(|number| number.waba_id == waba_id);
        let shown = own.map(|number| {
            let view = self.number_view(number);
            let fields = fields::select(
                &view,
                ask.query("fields"),
                USUAL_NUMBER_FIELDS,
                NUMBER_FIELDS,
            )?;
            Ok((number.id.clone(), fields))
        });
        let shown = shown.collect::<Result<Vec<_>, Refusal>>()?;
        paging::page(ask, self.base_url.as_deref(), shown).map(Outcome::Answer)
    }

    fn get_number(&self, phone: &str, ask: &Ask) -> Answered {
        let number = self
            .numbers
            .get(phone)
            .ok_or_else(|| Refusal::unknown_object(phone))?;
        let view = self.number_view(number);
        fields::select(
            &view,
            ask.query("fields"),
            USUAL_NUMBER_FIELDS,
            NUMBER_FIELDS,
        )
        .map(Outcome::Answer)
    }

    fn number_view(&self, number: &Number) -> Value {
        let account = self.accounts.get(&number.waba_id);
        let app = account.map(|account| &self.apps[account.app]);
        let mut addresses = Map::new();
        let places = [
            ("application", app.and_then(|app| app.callback.as_ref())),
            (
                "whatsapp_business_account",
                account.and_then(|account| account.callback.as_ref()),
            ),
            ("phone_number", number.callback.as_ref()),
        ];
        for (place, callback) in places {
            if let Some(callback) = callback {
                addresses.insert(place.to_owned(), callback.url.as_str().into());
            }
        }
        let level = match number.throughput {
            Throughput::Standard => "STANDARD",
            Throughput::High => "HIGH",
        };
        let available = "AVAILABLE";
        let entity = |kind: &str, id: Option<&str>| json!({"entity_type": kind, "id": id, "can_send_message": available});
        json!({
            "id": number.id, "display_phone_number": number.display, "verified_name": number.verified_name,
            "name_status": "APPROVED", "quality_rating": "GREEN", "quality_score": {"score": "GREEN"},
            "status": "CONNECTED", "code_verification_status": "VERIFIED", "account_mode": "LIVE",
            "platform_type": "CLOUD_API", "throughput": {"level": level}, "is_on_biz_app": false,
            "is_pin_enabled": true, "is_official_business_account": false, "country_dial_code": null,
            "whatsapp_business_manager_messaging_limit": "TIER_100K",
            "webhook_configuration": addresses,
            "health_status": {"can_send_message": available, "entities": [
                entity("PHONE_NUMBER", Some(&number.id)), entity("WABA", Some(&number.waba_id)),
                entity("APP", app.map(|app| app.id.as_str())),
            ]},
        })
    }

    /// `POST /{phone}`: the number's own callback, or none when the address is empty.
    fn configure_number(&mut self, phone: &str, ask: &Ask) -> Answered {
        let configuration = &ask.body["webhook_configuration"];
        let Some(url) = configuration["override_callback_uri"].as_str() else {
            return success();
        };
        let target = Target::Number(phone.to_owned());
        if url.is_empty() {
            self.set_callback(target, None);
            return success();
        }
        let callback = Callback {
            url: url.to_owned(),
            verify_token: configuration["verify_token"]
                .as_str()
                .unwrap_or_default()
                .to_owned(),
        };
        Ok(Outcome::Verify(callback, target))
    }

    fn profile(&mut self, phone: &str, ask: &Ask) -> Answered {
        let number = self
            .numbers
            .get_mut(phone)
            .ok_or_else(|| Refusal::unknown_object(phone))?;
        match ask.method {
            Method::GET => {
                let known: Vec<&str> = PROFILE_FIELDS
                    .iter()
                    .map(|(name, _)| *name)
                    .chain(["websites", "messaging_product"])
                    .collect();
                let mut whole = Value::Object(number.profile.clone());
                whole["messaging_product"] = "whatsapp".into();
                let mut shown = fields::select(&whole, ask.query("fields"), &known, &known)?;
                shown["messaging_product"] = "whatsapp".into();
                Ok(Outcome::Answer(json!({"data": [shown]})))
            }
            Method::POST => {
                let changes = check_profile(&ask.body)?;
                number.profile.extend(changes);
                success()
            }
            _ => Err(Refusal::unknown_object(phone)),
        }
    }
}

fn check_profile(body: &Value) -> Result<Map<String, Value>, Refusal> {
    if body["messaging_product"] != "whatsapp" {
        return Err(Refusal::parameter(
            "The parameter messaging_product is required.",
        ));
    }
    let mut changes = Map::new();
    for (key, value) in body.as_object().into_iter().flatten() {
        if key == "messaging_product" {
            continue;
        }
        if key == "websites" {
            let sites = value.as_array().map(Vec::as_slice).unwrap_or_default();
            let long = |site: &Value| length(site) > limits::PROFILE_WEBSITE;
            if sites.len() > limits::PROFILE_WEBSITES || sites.iter().any(long) {
                let message =
                    "Param websites must have at most 2 addresses of at most 256 characters";
                return Err(Refusal::parameter(message));
            }
        } else if let Some((_, longest)) = PROFILE_FIELDS.iter().find(|(name, _)| name == key) {
            if length(value) > *longest {
                let message = format!("Param {key} must be at most {longest} characters long.");
                return Err(Refusal::parameter(message));
            }
            if key == "vertical" && !VERTICALS.iter().any(|vertical| value == vertical) {
                return Err(Refusal::parameter(
                    "Param vertical must be one of the known verticals",
                ));
            }
        } else {
            return Err(Refusal::parameter(format!(
                "Unexpected key \"{key}\" on param"
            )));
        }
        changes.insert(key.clone(), value.clone());
    }
    Ok(changes)
}

fn length(value: &Value) -> usize {
    value.as_str().map_or(0, |text| text.chars().count())
}
