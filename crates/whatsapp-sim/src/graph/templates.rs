//! `message_templates`: list, get, create, edit, delete.

use axum::http::Method;
use serde_json::{Value, json};
use whatsapp::template::{self, Template as Parsed};

use super::refusal::Refusal;
use super::{Answered, Ask, Outcome, fields, paging, success};
use crate::state::State;
use crate::templates::Template;

const DAY: i64 = 86_400 * 1_000_000;
/// Templates of a verified business, as the summary of a list tells; not enforced.
const TEMPLATES: u32 = 6_000;
/// How long the name of a deleted template stays taken, in microseconds.
const NAME_TAKEN_FOR: i64 = 30 * DAY;
/// Fields that a template may have; absent ones are left out.
const FIELDS: &[&str] = &[
    "name",
    "language",
    "status",
    "category",
    "sub_category",
    "previous_category",
    "correct_category",
    "parameter_format",
    "components",
    "rejected_reason",
    "quality_score",
    "message_send_ttl_seconds",
    "last_updated_time",
    "library_template_name",
    "cta_url_link_tracking_opted_out",
    "degrees_of_freedom_spec",
];
const USUAL: &[&str] = &[
    "name",
    "parameter_format",
    "components",
    "language",
    "status",
    "category",
    "previous_category",
    "message_send_ttl_seconds",
];
const CATEGORIES: &[&str] = &["MARKETING", "UTILITY", "AUTHENTICATION"];

impl State {
    /// A template of this app's accounts.
    pub(super) fn own_template(&self, app: usize, id: &str) -> Option<u64> {
        let id = id.parse().ok()?;
        let template = self
            .templates
            .get(&id)
            .filter(|it| it.deleted_at.is_none())?;
        (self.accounts.get(&template.waba_id)?.app == app).then_some(id)
    }

    pub(super) fn templates_edge(&mut self, waba_id: &str, ask: &Ask) -> Answered {
        match ask.method {
            Method::GET => self.list_templates(waba_id, ask),
            Method::POST => self.create_template(waba_id, ask),
            Method::DELETE => self.delete_templates(waba_id, ask),
            _ => Err(Refusal::unknown_object(waba_id)),
        }
    }

    pub(super) fn template_edge(&mut self, id: u64, ask: &Ask) -> Answered {
        match (&ask.method, ask.edge.as_deref()) {
            (&Method::GET, None) => {
                let view = self
                    .templates
                    .get(&id)
                    .map(Template::view)
                    .unwrap_or_default();
                fields::select(&view, ask.query("fields"), USUAL, FIELDS).map(Outcome::Answer)
            }
            (&Method::POST, None) => self.edit_template(id, ask),
            (&Method::POST, Some("unpause")) => {
                if let Some(template) = self
                    .templates
                    .get_mut(&id)
                    .filter(|it| it.status == "PAUSED")
                {
                    template.status = "APPROVED".to_owned();
                    template.refresh();
                    self.template_status(id, Some("REINSTATED"));
                }
                success()
            }
            _ => Err(Refusal::unknown_object(&ask.object)),
        }
    }

    fn list_templates(&mut self, waba_id: &str, ask: &Ask) -> Answered {
        let fits = |template: &&Template| {
            let same = |key: &str, value: &str| {
                ask.query(key).is_none_or(|wanted| {
                    // One value, or several with commas, perhaps as a JSON list.
                    let mut wanted = wanted
                        .split(',')
                        .map(|one| one.trim_matches(['[', ']', '"', ' ']));
                    wanted.any(|one| one.is_empty() || one.eq_ignore_ascii_case(value))
                })
            };
            let named = ask
                .query("name")
                .is_none_or(|part| template.name.contains(part));
            named
                && same("status", &template.status)
                && same("category", &template.category)
                && same("language", &template.language)
                && same("quality_score", "UNKNOWN")
                && ask.query("name_or_content").is_none_or(|part| {
                    template.name.contains(part) || template.components.to_string().contains(part)
                })
        };
        let own = self
            .templates
            .values()
            .filter(|it| it.waba_id == waba_id && it.deleted_at.is_none())
            .filter(fits);
        let shown = own.map(|template| {
            let fields = fields::select(&template.view(), ask.query("fields"), USUAL, FIELDS)?;
            Ok((template.id.to_string(), fields))
        });
        // The newest first.
        let mut shown = shown.collect::<Result<Vec<_>, Refusal>>()?;
        shown.reverse();
        let count = shown.len();
        let mut page = paging::page(ask, self.base_url.as_deref(), shown)?;
        if ask.query("summary").is_some() {
            let all = self.templates.values();
            let all = all.filter(|it| it.waba_id == waba_id && it.deleted_at.is_none());
            page["summary"] = json!({
                "total_count": count, "message_template_count": all.count(),
                "message_template_limit": TEMPLATES, "are_translations_complete": true,
            });
        }
        Ok(Outcome::Answer(page))
    }

    fn create_template(&mut self, waba_id: &str, ask: &Ask) -> Answered {
        let now = self.now();
        let (name, language) = (
            ask.text("name").unwrap_or_default(),
            ask.text("language").unwrap_or_default(),
        );
        let same =
            |it: &&Template| it.waba_id == waba_id && it.name == name && it.language == language;
        let taken = self.templates.values().filter(same);
        for other in taken {
            match other.deleted_at {
                None => {
                    let message = "Content in this language already exists";
                    return Err(Refusal::management(2_388_024, message));
                }
                Some(at) if now - at < NAME_TAKEN_FOR => {
                    let message =
                        "New content cannot be added while the existing content is being deleted";
                    return Err(Refusal::management(2_388_023, message));
                }
                Some(_) => {}
            }
        }
        check(&ask.body)?;
        let id = self.ids.digits(16).parse().unwrap_or_default();
        let text = |key: &str| ask.text(key).unwrap_or_default().to_owned();
        let named = ask
            .text("parameter_format")
            .is_some_and(|it| it.eq_ignore_ascii_case("named"));
        let whole = json!({"name": name, "language": language});
        let Some(parsed) = Parsed::read(whole) else {
            return Err(Refusal::parameter(
                "The parameters name and language are required.",
            ));
        };
        let mut template = Template {
            id,
            waba_id: waba_id.to_owned(),
            name: name.to_owned(),
            language: language.to_owned(),
            category: text("category").to_uppercase(),
            previous_category: None,
            status: "PENDING".to_owned(),
            parameter_format: if named { "NAMED" } else { "POSITIONAL" }.to_owned(),
            components: ask.body["components"].clone(),
            rejected_reason: "NONE",
            ttl_seconds: ask.body["message_send_ttl_seconds"].as_i64(),
            updated_at: now,
            edits: Vec::new(),
            deleted_at: None,
            parsed,
        };
        template.refresh();
        let answer =
            json!({"id": id.to_string(), "status": "PENDING", "category": template.category});
        self.templates.insert(id, template);
        self.submit(id);
        Ok(Outcome::Answer(answer))
    }

    /// Approved templates may be edited once a day and ten times in 30 days; an edit is reviewed anew.
    fn edit_template(&mut self, id: u64, ask: &Ask) -> Answered {
        let now = self.now();
        let Some(template) = self.templates.get_mut(&id) else {
            return Err(Refusal::unknown_object(&ask.object));
        };
        if !matches!(template.status.as_str(), "APPROVED" | "REJECTED" | "PAUSED") {
            let message = "Only approved, rejected or paused templates can be edited";
            return Err(Refusal::management(2_388_025, message));
        }
        if template.status == "APPROVED" {
            template.edits.retain(|at| now - at < NAME_TAKEN_FOR);
            let today = template.edits.iter().any(|at| now - at < DAY);
            if today || template.edits.len() >= 10 {
                let message = "This template has been edited too often; try again tomorrow";
                return Err(Refusal::management(2_388_108, message));
            }
        }
        let mut whole = template.view();
        for key in [
            "category",
            "components",
            "message_send_ttl_seconds",
            "parameter_format",
        ] {
            if let Some(value) = ask.body.get(key) {
                whole[key] = value.clone();
            }
        }
        let category = whole["category"]
            .as_str()
            .unwrap_or_default()
            .to_uppercase();
        if template.status == "APPROVED" && category != template.category {
            return Err(Refusal::management(
                2_388_025,
                "The category of an approved template cannot be changed",
            ));
        }
        check(&whole)?;
        if template.status == "APPROVED" {
            template.edits.push(now);
        }
        template.category = category;
        template.components = whole["components"].clone();
        template.ttl_seconds = whole["message_send_ttl_seconds"].as_i64();
        template.status = "PENDING".to_owned();
        template.updated_at = now;
        template.refresh();
        self.submit(id);
        success()
    }

    /// By name: every language of it. By `hsm_id` and name, or `hsm_ids`: these.
    fn delete_templates(&mut self, waba_id: &str, ask: &Ask) -> Answered {
        let name = ask.text("name");
        let ids = ask.query("hsm_ids").or_else(|| ask.query("hsm_id"));
        let ids: Option<Vec<u64>> = ids.map(|ids| {
            let ids = ids.trim_matches(['[', ']']).split(',');
            ids.filter_map(|id| id.trim().trim_matches('"').parse().ok())
                .collect()
        });
        if name.is_none() && ask.query("hsm_ids").is_none() {
            return Err(Refusal::parameter("The parameter name is required."));
        }
        let goes = |template: &&mut Template| {
            template.waba_id == waba_id
                && template.deleted_at.is_none()
                && name.is_none_or(|name| name == template.name)
                && ids.as_ref().is_none_or(|ids| ids.contains(&template.id))
        };
        let now = self.clock.now();
        let mut gone = Vec::new();
        for template in self.templates.values_mut().filter(goes) {
            template.deleted_at = Some(now);
            template.status = "DELETED".to_owned();
            gone.push(template.id);
        }
        if gone.is_empty() {
            return Err(Refusal::management(2_593_002, "Message Template Not Found"));
        }
        for id in gone {
            self.template_status(id, None);
        }
        success()
    }
}

/// Refuses what Meta does not look at, and says why as Meta does: by a subcode for what it has one.
fn check(whole: &Value) -> Result<(), Refusal> {
    let category = whole["category"].as_str().unwrap_or_default();
    if !CATEGORIES
        .iter()
        .any(|known| known.eq_ignore_ascii_case(category))
    {
        return Err(Refusal::parameter(
            "Param category must be one of {UTILITY, MARKETING, AUTHENTICATION}",
        ));
    }
    template::check_new(whole).map_err(|problems| {
        let first = problems.first();
        let message = first.map(|problem| format!("{}: {}", problem.field, problem.message));
        Refusal::parameter(message.unwrap_or_default())
    })
}
