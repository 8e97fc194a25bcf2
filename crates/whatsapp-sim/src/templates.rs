//! Templates: what a business may write first, once Meta has approved it.
//!
//! The review is an imitation with rules that a test can rely on: a name with `reject` in it is
//! rejected, a UTILITY template whose words sell something becomes MARKETING, everything else is approved.

use serde_json::{Value, json};
use whatsapp::outbound::{Component, ParameterValue, TemplateMessage};
use whatsapp::template::{self, Template as Parsed};

use crate::clock::from_ms;
use crate::error::SimError;
use crate::schedule::Due;
use crate::state::State;

/// Words that sell something.
const MARKETING_WORDS: &[&str] = &[
    "discount",
    "sale",
    "% off",
    "special offer",
    "limited offer",
    "promo",
    "coupon",
    "buy now",
    "shop now",
    "deal of",
    "خصم",
    "تخفيض",
    "عرض خاص",
    "كوبون",
];

/// A template of one account, in one language.
#[derive(Debug, Clone)]
pub(crate) struct Template {
    pub(crate) id: u64,
    pub(crate) waba_id: String,
    pub(crate) name: String,
    pub(crate) language: String,
    pub(crate) category: String,
    pub(crate) previous_category: Option<String>,
    pub(crate) status: String,
    pub(crate) parameter_format: String,
    pub(crate) components: Value,
    pub(crate) rejected_reason: &'static str,
    pub(crate) ttl_seconds: Option<i64>,
    pub(crate) updated_at: i64,
    /// When it was edited while approved.
    pub(crate) edits: Vec<i64>,
    /// When it was deleted; its name stays taken for 30 days.
    pub(crate) deleted_at: Option<i64>,
    /// The same as the `whatsapp` crate reads it.
    pub(crate) parsed: Parsed,
}

impl Template {
    /// The template as the Graph API lists it.
    pub(crate) fn view(&self) -> Value {
        let mut view = json!({
            "id": self.id.to_string(), "name": self.name, "language": self.language,
            "status": self.status, "category": self.category,
            "parameter_format": self.parameter_format, "components": self.components,
            "rejected_reason": self.rejected_reason,
            "quality_score": {"score": "UNKNOWN", "date": self.updated_at.div_euclid(1_000_000)},
            "last_updated_time": self.updated_at.div_euclid(1_000_000),
        });
        if let Some(category) = &self.previous_category {
            view["previous_category"] = category.as_str().into();
        }
        if let Some(seconds) = self.ttl_seconds {
            view["message_send_ttl_seconds"] = seconds.into();
        }
        view
    }

    /// Reads the template anew after a change.
    pub(crate) fn refresh(&mut self) {
        if let Some(parsed) = Parsed::read(self.view()) {
            self.parsed = parsed;
        }
    }

    /// What a person reads of a message: `header`, `body`, `footer`, and `buttons` with what a tap needs.
    pub(crate) fn shown(&self, message: &TemplateMessage) -> Value {
        let mut shown = json!(template::render(&self.parsed, message));
        let components = self
            .components
            .as_array()
            .map(Vec::as_slice)
            .unwrap_or_default();
        let kind = |component: &Value| {
            component["type"]
                .as_str()
                .unwrap_or_default()
                .to_uppercase()
        };
        let buttons = components
            .iter()
            .find(|component| kind(component) == "BUTTONS");
        let buttons = buttons
            .and_then(|it| it["buttons"].as_array())
            .map(Vec::as_slice);
        let buttons = buttons.unwrap_or_default().iter().enumerate().map(|(n, button)| {
            let given = message.components.iter().find_map(|component| match component {
                Component::Button(given) if given.index == n => given.parameters.first(),
                _ => None,
            });
            let mut button = json!({"type": kind(button), "text": button["text"], "url": shown["buttons"][n]["url"]});
            // A quick reply without a payload sends its label.
            button["payload"] = button["text"].clone();
            match given.map(|given| &given.value) {
                Some(ParameterValue::Payload { payload }) => button["payload"] = payload.as_str().into(),
                Some(ParameterValue::Action { action }) => button["flow_token"] = json!(action.flow_token),
                _ => {}
            }
            button
        });
        shown["buttons"] = buttons.collect();
        shown
    }

    /// Whether its words sell something.
    fn reads_like_marketing(&self) -> bool {
        let text = self.components.to_string().to_lowercase();
        MARKETING_WORDS.iter().any(|word| text.contains(word))
    }
}

/// Refuses a template to begin with that cannot be read.
pub(crate) fn check_given(template: &Value) -> Result<(), SimError> {
    let unreadable = || SimError::impossible("a template needs a `name` and a `language`");
    Parsed::read(template.clone())
        .map(drop)
        .ok_or_else(unreadable)
}

impl State {
    /// Gives an account a template to begin with, one that [`check_given`] has read.
    pub(crate) fn add_template(&mut self, waba_id: &str, given: &Value) {
        let Some(parsed) = Parsed::read(given.clone()) else {
            return;
        };
        let text = |key: &str, usual: &str| given[key].as_str().unwrap_or(usual).to_owned();
        let known = given["id"].as_str().and_then(|id| id.parse().ok());
        let id = known.unwrap_or_else(|| self.ids.digits(16).parse().unwrap_or_default());
        let mut template = Template {
            id,
            waba_id: waba_id.to_owned(),
            name: text("name", ""),
            language: text("language", ""),
            category: text("category", "UTILITY"),
            previous_category: None,
            status: text("status", "APPROVED"),
            parameter_format: text("parameter_format", "POSITIONAL"),
            components: given["components"].clone(),
            rejected_reason: "NONE",
            ttl_seconds: given["message_send_ttl_seconds"].as_i64(),
            updated_at: self.now(),
            edits: Vec::new(),
            deleted_at: None,
            parsed,
        };
        template.refresh();
        let waits = template.status == "PENDING";
        self.templates.insert(id, template);
        if waits {
            self.submit(id);
        }
    }

    /// The templates of an account, as it would have to be given them to be like it is.
    pub(crate) fn templates_given(&self, waba_id: &str) -> Vec<Value> {
        let own = self.templates.values();
        own.filter(|it| it.waba_id == waba_id && it.deleted_at.is_none())
            .map(Template::view)
            .collect()
    }

    /// The template of this name in exactly this language.
    pub(crate) fn template_named(
        &self,
        waba_id: &str,
        name: &str,
        language: &str,
    ) -> Option<&Template> {
        self.templates.values().find(|template| {
            template.deleted_at.is_none()
                && template.waba_id == waba_id
                && template.name == name
                && template.language == language
        })
    }

    /// Sends a template to review.
    pub(crate) fn submit(&mut self, id: u64) {
        self.later(
            from_ms(self.behaviour.review_ms),
            Due::Review { template: id },
        );
        self.template_event(id);
    }

    /// Meta decides about a template.
    pub(crate) fn review(&mut self, id: u64) {
        let now = self.now();
        let Some(template) = self.templates.get_mut(&id) else {
            return;
        };
        if template.status != "PENDING" || template.deleted_at.is_some() {
            return;
        }
        template.updated_at = now;
        let rejected = template.name.contains("reject");
        let recategorised =
            !rejected && template.category == "UTILITY" && template.reads_like_marketing();
        template.status = if rejected { "REJECTED" } else { "APPROVED" }.to_owned();
        template.rejected_reason = if rejected { "INVALID_FORMAT" } else { "NONE" };
        if recategorised {
            template.previous_category = Some(template.category.clone());
            template.category = "MARKETING".to_owned();
        }
        template.refresh();
        if recategorised {
            let (waba_id, mut value) = about(template);
            value["previous_category"] = "UTILITY".into();
            value["new_category"] = "MARKETING".into();
            self.tell_account(&waba_id, "template_category_update", &value);
        }
        self.template_status(id, None);
    }

    /// Tells that a template's status has changed, with an event of another name if one is given.
    pub(crate) fn template_status(&mut self, id: u64, event: Option<&str>) {
        let Some(template) = self.templates.get(&id) else {
            return;
        };
        let (waba_id, mut value) = about(template);
        value["event"] = event.unwrap_or(&template.status).into();
        value["message_template_category"] = template.category.as_str().into();
        value["reason"] = template.rejected_reason.into();
        if template.status == "REJECTED" {
            value["rejection_info"] = json!({
                "reason": "The template's format is not right.",
                "recommendation": "Change the template's name, so that it has no `reject` in it.",
            });
        }
        self.tell_account(&waba_id, "message_template_status_update", &value);
        self.template_event(id);
    }

    /// Gives a template a status of Meta's, such as `PAUSED`, and tells its business.
    pub(crate) fn set_template_status(&mut self, id: &str, status: &str) -> Result<(), SimError> {
        let unknown = || SimError::Unknown("template", id.to_owned());
        let number: u64 = id.parse().map_err(|_| unknown())?;
        let now = self.now();
        let template = self.templates.get_mut(&number).ok_or_else(unknown)?;
        template.status = status.to_owned();
        template.updated_at = now;
        template.refresh();
        self.template_status(number, None);
        Ok(())
    }
}

/// The account of a template, and the keys of every webhook about it.
fn about(template: &Template) -> (String, Value) {
    let value = json!({
        "message_template_id": template.id, "message_template_name": template.name,
        "message_template_language": template.language,
    });
    (template.waba_id.clone(), value)
}
