//! The envelope: `entry[].changes[]` around every value, and which reader a value goes to.
//!
//! Meta's published samples and test tools put `field` and `object` at other levels, leave `field` out
//! or send a change without its envelope; all of these are read as what they mean.

use serde_json::Value;

use super::calls::calls;
use super::groups::groups;
use super::history::{app_state_sync, history};
use super::inbound::{Echo, Inbound};
use super::notices::{AccountUpdate, PhoneNumberUpdate, TemplateUpdate};
use super::people::{Person, people};
use super::preferences::{Preference, UserIdUpdate};
use super::read::{ApiError, Object, elements, id, id_at, micros, take_id};
use super::status::Status;
use super::{Change, ChangeKind, Echoes, Messages, Unreadable, UserPreferences};

const WHATSAPP: &str = "whatsapp_business_account";

/// What the levels around a change say about it.
#[derive(Clone, Default)]
struct Around {
    object: Option<String>,
    field: Option<String>,
    waba_id: Option<String>,
    time: Option<i64>,
}

impl Around {
    /// Takes `object` and `field` from a level; the outer level counts where this one is silent.
    fn narrow(&self, level: &mut Object) -> Self {
        Self {
            object: take_id(level, "object").or_else(|| self.object.clone()),
            field: take_id(level, "field").or_else(|| self.field.clone()),
            ..self.clone()
        }
    }
}

/// Every change of a webhook body.
pub(super) fn changes(mut root: Object) -> Vec<Change> {
    let around = Around::default().narrow(&mut root);
    match root.remove("entry") {
        Some(entries) => elements(Some(entries))
            .into_iter()
            .flat_map(|value| entry(&around, value))
            .collect(),
        // A change without its envelope, as the dashboard's samples show it.
        None => entry(&around, Value::Object(root)),
    }
}

fn entry(around: &Around, value: Value) -> Vec<Change> {
    let Value::Object(mut entry) = value else {
        return vec![change(around, value)];
    };
    let mut around = around.narrow(&mut entry);
    around.waba_id = take_id(&mut entry, "id");
    around.time = entry
        .remove("time")
        .as_ref()
        .and_then(micros)
        .map(|time| time / 1_000_000);
    match entry.remove("changes") {
        Some(list) => elements(Some(list))
            .into_iter()
            .map(|one| change(&around, one))
            .collect(),
        None if entry.is_empty() => Vec::new(),
        None => vec![change(&around, Value::Object(entry))],
    }
}

fn change(around: &Around, value: Value) -> Change {
    let Value::Object(mut level) = value else {
        return told(around, value);
    };
    let mut around = around.narrow(&mut level);
    let value = level.remove("value").unwrap_or(Value::Object(level));
    if around.field.is_none() {
        around.field = id_at(&value, "field");
    }
    told(&around, value)
}

/// The change that says `value`.
fn told(around: &Around, value: Value) -> Change {
    let field = around
        .field
        .clone()
        .unwrap_or_else(|| infer_field(&value).to_owned());
    let at = |key| {
        let metadata = value
            .get("metadata")
            .and_then(|metadata| id_at(metadata, key));
        metadata.or_else(|| id_at(&value, key))
    };
    let (phone_number_id, display_phone_number) =
        (at("phone_number_id"), at("display_phone_number"));
    let mut unreadable = Unread::default();
    let kind = match (around.object.as_deref(), value) {
        (None | Some(WHATSAPP), Value::Object(value)) => read(&field, value, &mut unreadable),
        (_, value) => ChangeKind::Other(value),
    };
    Change {
        waba_id: around.waba_id.clone(),
        time: around.time,
        phone_number_id,
        display_phone_number,
        field,
        kind,
        unreadable: unreadable.0,
    }
}

fn read(field: &str, value: Object, unread: &mut Unread) -> ChangeKind {
    match field {
        "messages" => ChangeKind::Messages(messages(value, unread)),
        "smb_message_echoes" | "message_echoes" => ChangeKind::Echoes(echoes(value, unread)),
        "user_preferences" => ChangeKind::UserPreferences(user_preferences(value, unread)),
        "user_id_update" => ChangeKind::UserIdUpdate(user_id_updates(value, unread)),
        "message_template_status_update"
        | "message_template_quality_update"
        | "message_template_components_update"
        | "template_category_update"
        | "template_correct_category_detection" => {
            ChangeKind::TemplateUpdate(Box::new(TemplateUpdate::read(value.into())))
        }
        "phone_number_quality_update"
        | "phone_number_name_update"
        | "business_username_updates"
        | "business_username_update"
        | "security" => {
            ChangeKind::PhoneNumberUpdate(Box::new(PhoneNumberUpdate::read(value.into())))
        }
        "account_update"
        | "account_review_update"
        | "account_alerts"
        | "account_settings_update"
        | "business_capability_update"
        | "business_status_update" => {
            ChangeKind::AccountUpdate(Box::new(AccountUpdate::read(value.into())))
        }
        "calls" => ChangeKind::Calls(Box::new(calls(value, unread))),
        "group_lifecycle_update"
        | "group_participants_update"
        | "group_settings_update"
        | "group_status_update" => ChangeKind::Groups(groups(value, unread)),
        "history" => ChangeKind::History(Box::new(history(value, unread))),
        "smb_app_state_sync" => ChangeKind::AppStateSync(app_state_sync(value, unread)),
        "standby" => ChangeKind::Standby(messages(value, unread)),
        _ => ChangeKind::Other(value.into()),
    }
}

/// The field a value belongs to, by the keys that only it has; empty when none is telling.
fn infer_field(value: &Value) -> &'static str {
    const TELLING: &[(&str, &str)] = &[
        ("messages", "messages"),
        ("statuses", "messages"),
        ("message_echoes", "smb_message_echoes"),
        ("user_preferences", "user_preferences"),
        ("user_id_update", "user_id_update"),
        ("state_sync", "smb_app_state_sync"),
        ("history", "history"),
        ("calls", "calls"),
        ("groups", "group_lifecycle_update"),
        ("new_quality_score", "message_template_quality_update"),
        ("correct_category", "template_category_update"),
        ("previous_category", "template_category_update"),
        (
            "message_template_element",
            "message_template_components_update",
        ),
        ("message_template_id", "message_template_status_update"),
        ("requested_verified_name", "phone_number_name_update"),
        ("current_limit", "phone_number_quality_update"),
        ("username", "business_username_updates"),
        ("requester", "security"),
        ("alert_info", "account_alerts"),
        ("ban_info", "account_update"),
        ("violation_info", "account_update"),
        ("restriction_info", "account_update"),
        ("waba_info", "account_update"),
        (
            "max_phone_numbers_per_business",
            "business_capability_update",
        ),
        ("max_phone_numbers_per_waba", "business_capability_update"),
        (
            "max_daily_conversation_per_phone",
            "business_capability_update",
        ),
        ("errors", "messages"),
    ];
    let has = |key: &str| value.get(key).is_some();
    TELLING
        .iter()
        .find(|(key, _)| has(key))
        .map_or("", |(_, field)| field)
}

fn messages(mut value: Object, unread: &mut Unread) -> Messages {
    let people = unread.people(&mut value);
    let messages = unread.list(&mut value, "messages", Inbound::read);
    let statuses = unread.list(&mut value, "statuses", Status::read);
    let errors = elements(value.remove("errors"))
        .into_iter()
        .map(ApiError::read)
        .collect();
    Messages {
        people,
        messages,
        statuses,
        errors,
        rest: rest(value),
    }
}

fn echoes(mut value: Object, unread: &mut Unread) -> Echoes {
    let people = unread.people(&mut value);
    let echoes = unread.list(&mut value, "message_echoes", Echo::read);
    Echoes {
        people,
        echoes,
        rest: rest(value),
    }
}

fn user_preferences(mut value: Object, unread: &mut Unread) -> UserPreferences {
    let people = unread.people(&mut value);
    let preferences = unread.list(&mut value, "user_preferences", |one| {
        Preference::read(one, &people)
    });
    UserPreferences {
        people,
        preferences,
    }
}

fn user_id_updates(mut value: Object, unread: &mut Unread) -> Vec<UserIdUpdate> {
    unread.list(&mut value, "user_id_update", UserIdUpdate::read)
}

/// What is left of a value, without the keys that are on the change already.
pub(super) fn rest(mut value: Object) -> Value {
    value.remove("messaging_product");
    if let Some(Value::Object(metadata)) = value.get_mut("metadata") {
        for key in ["phone_number_id", "display_phone_number"] {
            if metadata.get(key).and_then(id).is_some() {
                metadata.remove(key);
            }
        }
        if metadata.is_empty() {
            value.remove("metadata");
        }
    }
    Value::Object(value)
}

/// Collects the elements that could not be read.
#[derive(Default)]
pub(super) struct Unread(Vec<Unreadable>);

impl Unread {
    /// Removes the list under `key` and reads each of its elements.
    pub(super) fn list<T>(
        &mut self,
        value: &mut Object,
        key: &'static str,
        mut read: impl FnMut(Value) -> Result<T, (&'static str, Value)>,
    ) -> Vec<T> {
        let mut read_ones = Vec::new();
        for (index, element) in elements(value.remove(key)).into_iter().enumerate() {
            match read(element) {
                Ok(one) => read_ones.push(one),
                Err((reason, raw)) => self.0.push(Unreadable {
                    list: key,
                    index,
                    reason,
                    raw,
                }),
            }
        }
        read_ones
    }

    /// The list under `key`, each element of which is an object.
    pub(super) fn objects(&mut self, value: &mut Object, key: &'static str) -> Vec<Object> {
        self.list(value, key, |element| match element {
            Value::Object(object) => Ok(object),
            other => Err(("not an object", other)),
        })
    }

    /// The people named beside what happened.
    pub(super) fn people(&mut self, value: &mut Object) -> Vec<Person> {
        let (people, unreadable) = people(value.remove("contacts"));
        let unreadable = unreadable.into_iter().map(|(index, raw)| Unreadable {
            list: "contacts",
            index,
            reason: "not an object",
            raw,
        });
        self.0.extend(unreadable);
        people
    }
}
