//! A template as we know it, and what becomes of it when Meta says something.
//!
//! Meta says everything in a list and a part of it in news, both of which may reach us late. So each
//! subject (status, category, quality, words) keeps the time Meta last spoke of it, and what is
//! older than that changes nothing. A change is told with its old and its new value.

use serde_json::{Map, Value, json};
use whatsapp::template::{ParameterFormat, Template as Listed};
use whatsapp::webhook::TemplateUpdate;

use super::words;
use crate::access::Actor;
use crate::db::Json;
use crate::kernel::clock::Timestamp;
use crate::kernel::ids::TemplateId;
use crate::kernel::text::fold;
use crate::timeline::Event;

crate::words! {
    /// Where a template stands with Meta.
    pub enum TemplateStatus {
        /// It can be sent.
        Approved => "APPROVED",
        /// Meta is looking at it.
        Pending => "PENDING",
        /// Meta does not want it as it is.
        Rejected => "REJECTED",
        /// It was received badly and rests for some hours.
        Paused => "PAUSED",
        /// It was received badly once too often.
        Disabled => "DISABLED",
        /// Somebody asked Meta to look again.
        InAppeal => "IN_APPEAL",
        /// The business account has as many as it may have.
        LimitExceeded => "LIMIT_EXCEEDED",
        /// It is put away, and deleted some weeks later.
        Archived => "ARCHIVED",
        /// It is being deleted.
        PendingDeletion => "PENDING_DELETION",
        /// Meta no longer has it.
        Deleted => "DELETED",
    }
}

crate::words! {
    /// What a template is for, which decides its price.
    pub enum TemplateCategory {
        /// To sell.
        Marketing => "MARKETING",
        /// About something the customer did or asked for.
        Utility => "UTILITY",
        /// A one-time code.
        Authentication => "AUTHENTICATION",
    }
}

crate::row! {
    /// A template as stored. Words in capitals are Meta's own.
    #[derive(Debug, Clone, PartialEq)]
    pub struct Template {
        /// The database's key.
        pub id: TemplateId,
        /// Meta's id of the business account that has it.
        pub waba_id: String,
        /// Meta's id of this translation.
        pub meta_id: Option<String>,
        /// Its name, shared by its translations.
        pub name: String,
        /// Meta's code of the language, such as `ar` or `en_US`.
        pub language: String,
        /// `APPROVED`, `PENDING`, `REJECTED`, …, `DELETED`.
        pub status: String,
        /// `MARKETING`, `UTILITY` or `AUTHENTICATION`.
        pub category: String,
        /// The category before Meta changed it.
        pub previous_category: Option<String>,
        /// The category Meta announced for it.
        pub upcoming_category: Option<String>,
        /// `GREEN`, `YELLOW`, `RED` or `UNKNOWN`.
        pub quality: Option<String>,
        /// `POSITIONAL` or `NAMED`.
        pub parameter_format: String,
        /// What it is made of, as Meta lists it.
        pub components: Json<Value>,
        /// The words of its body, with variables as `{{1}}`.
        pub body: Option<String>,
        /// How many variables the body has.
        pub param_count: i64,
        /// Why it is rejected.
        pub rejected_reason: Option<String>,
        /// Meta's words about the status.
        pub status_detail: Option<String>,
        /// After how many seconds an undelivered message of it is dropped.
        pub message_send_ttl_seconds: Option<i64>,
        /// When Meta last spoke of the status.
        pub status_at: Timestamp,
        /// When Meta last spoke of the category.
        pub category_at: Timestamp,
        /// When Meta last spoke of the quality.
        pub quality_at: Timestamp,
        /// When Meta last spoke of the words.
        pub components_at: Timestamp,
        /// When we first knew of it.
        pub created_at: Timestamp,
        /// When it last changed.
        pub updated_at: Timestamp,
    }
}

/// What Meta says of a template at one moment; `None` is not spoken of.
#[derive(Debug, Default)]
pub(super) struct Told {
    at: Option<Timestamp>,
    meta_id: Option<String>,
    status: Option<State>,
    category: Option<Category>,
    quality: Option<String>,
    content: Option<Content>,
    /// Something that happened to it without changing what we know.
    notice: Option<Value>,
}

#[derive(Debug)]
struct State {
    status: String,
    rejected_reason: Option<String>,
    detail: Option<String>,
}

#[derive(Debug)]
struct Category {
    current: String,
    previous: Option<String>,
    /// `Some(None)` says that there is none, or no longer.
    upcoming: Option<Option<String>>,
}

#[derive(Debug)]
enum Content {
    /// All that it is made of.
    Whole {
        components: Value,
        format: &'static str,
        message_send_ttl_seconds: Option<i64>,
    },
    /// Its texts only.
    Words(words::Words),
}

/// Something about a template that is not as it was.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Change {
    kind: &'static str,
    data: Map<String, Value>,
}

impl Change {
    pub(super) fn new(kind: &'static str, old: &Value, new: &Value) -> Self {
        let data = [("old", old), ("new", new)];
        let data = data.map(|(key, value)| (key.to_owned(), value.clone()));
        Self {
            kind,
            data: data.into_iter().collect(),
        }
    }

    fn because(mut self, facts: [(&str, &Option<String>); 2]) -> Self {
        for (key, value) in facts {
            if let Some(value) = value {
                self.data.insert(key.to_owned(), json!(value));
            }
        }
        self
    }
}

/// The entries that tell of these changes.
pub(super) fn events(
    template: &Template,
    changes: Vec<Change>,
    actor: Actor,
    at: Timestamp,
) -> impl Iterator<Item = Event> {
    let whose =
        json!({"template_id": template.id, "name": template.name, "language": template.language});
    changes.into_iter().map(move |change| {
        let mut data = whose.as_object().cloned().unwrap_or_default();
        data.extend(change.data);
        Event {
            customer: None,
            kind: change.kind,
            actor,
            data: Value::Object(data),
            at,
        }
    })
}

impl Told {
    /// All of a template, as Meta lists it.
    pub(super) fn listed(listed: &Listed, at: Timestamp) -> Self {
        let said = |word: &str| (!word.is_empty()).then(|| word.to_owned());
        Self {
            at: Some(at),
            meta_id: listed.id.clone(),
            status: said(&listed.status).map(|status| State {
                status,
                rejected_reason: listed.rejected_reason.clone(),
                detail: None,
            }),
            category: said(&listed.category).map(|current| Category {
                current,
                previous: listed.previous_category.clone(),
                upcoming: Some(listed.correct_category.clone()),
            }),
            quality: listed.quality.clone(),
            content: Some(Content::Whole {
                components: components_of(listed),
                format: format_of(listed),
                message_send_ttl_seconds: listed.message_send_ttl_seconds,
            }),
            notice: None,
        }
    }

    /// Meta's list does not have it.
    pub(super) fn unlisted(at: Timestamp) -> Self {
        Self {
            at: Some(at),
            status: Some(State {
                status: TemplateStatus::Deleted.as_str().to_owned(),
                rejected_reason: None,
                detail: None,
            }),
            ..Self::default()
        }
    }

    /// What a webhook says.
    pub(super) fn news(update: &TemplateUpdate, at: Timestamp) -> Self {
        let detail = match (&update.detail_title, &update.detail) {
            (Some(title), Some(detail)) => Some(format!("{title}: {detail}")),
            (title, detail) => title.clone().or_else(|| detail.clone()),
        };
        let event = update.event.as_deref();
        let status = event.and_then(status_after).map(|status| {
            let is_rejected = status == TemplateStatus::Rejected;
            let (rejected_reason, other) = match is_rejected {
                true => (update.reason.clone(), None),
                false => (None, update.reason.clone()),
            };
            State {
                status: status.as_str().to_owned(),
                rejected_reason,
                detail: detail.clone().or(other),
            }
        });
        let is_notice = event.is_some() && status.is_none();
        let upcoming = match (&update.upcoming_category, &update.previous_category) {
            (Some(upcoming), _) => Some(Some(upcoming.clone())),
            (None, Some(_)) => Some(None), // what was announced is done
            (None, None) => None,
        };
        let words = words::Words {
            title: update.title.clone(),
            body: update.body.clone(),
            footer: update.footer.clone(),
        };
        Self {
            at: Some(at),
            meta_id: None,
            status,
            category: update.category.clone().map(|current| Category {
                current,
                previous: update.previous_category.clone(),
                upcoming,
            }),
            quality: update.quality.clone(),
            content: (!words.is_empty()).then_some(Content::Words(words)),
            notice: is_notice
                .then(|| json!({"event": event, "reason": update.reason, "detail": detail})),
        }
    }
}

/// The status that an event leads to; `None` where it says nothing of that, as `FLAGGED` and `LOCKED`
/// do, and what Meta may say in years to come.
fn status_after(event: &str) -> Option<TemplateStatus> {
    match event {
        // An appeal was heard, or it came back from the archive.
        "REINSTATED" | "UNARCHIVED" => Some(TemplateStatus::Approved),
        status => status.parse().ok(),
    }
}

/// The components that a listed template has.
pub(super) fn components_of(listed: &Listed) -> Value {
    match listed.raw.get("components") {
        Some(components) if components.is_array() => components.clone(),
        _ => json!([]),
    }
}

/// Meta's word for how its variables are told apart.
pub(super) fn format_of(listed: &Listed) -> &'static str {
    match listed.format {
        ParameterFormat::Positional => "POSITIONAL",
        ParameterFormat::Named => "NAMED",
    }
}

/// What a search looks in.
pub(super) fn search_text(name: &str, body: Option<&str>) -> String {
    fold(&format!("{name} {}", body.unwrap_or_default()))
}

impl Template {
    /// The same template as the rules about sending know it.
    pub fn known(&self) -> Option<Listed> {
        Listed::read(json!({
            "id": self.meta_id,
            "name": self.name,
            "language": self.language,
            "status": self.status,
            "category": self.category,
            "parameter_format": self.parameter_format,
            "components": self.components.0,
        }))
    }

    /// Takes over what is said, unless something later was said of the same; what it changed.
    pub(super) fn take(&mut self, told: Told) -> Vec<Change> {
        let at = told.at.unwrap_or(self.updated_at);
        let mut changes = Vec::new();
        // A name was used again for another template, of which no quality is known yet.
        let is_another = told.meta_id.is_some() && told.meta_id != self.meta_id;
        if is_another && at >= self.status_at {
            let (old, new) = (json!(self.meta_id), json!(told.meta_id));
            changes.push(Change::new("template.replaced", &old, &new));
            self.meta_id = told.meta_id;
            self.quality = told.quality.clone();
        }
        if let Some(state) = told.status.filter(|_| at >= self.status_at) {
            self.status_at = at;
            changes.extend(self.set_status(state));
        }
        if let Some(category) = told.category.filter(|_| at >= self.category_at) {
            self.category_at = at;
            changes.extend(self.set_category(category));
        }
        if let Some(quality) = told.quality.filter(|_| at >= self.quality_at) {
            self.quality_at = at;
            if self.quality.as_ref() != Some(&quality) {
                let (old, new) = (json!(self.quality), json!(quality));
                changes.push(Change::new("template.quality_changed", &old, &new));
                self.quality = Some(quality);
            }
        }
        if let Some(content) = told.content.filter(|_| at >= self.components_at) {
            self.components_at = at;
            changes.extend(self.set_content(content));
        }
        changes.extend(told.notice.map(|notice| Change {
            kind: "template.noticed",
            data: notice.as_object().cloned().unwrap_or_default(),
        }));
        changes
    }

    fn set_status(&mut self, told: State) -> Option<Change> {
        let repeats =
            |told: &Option<String>, known: &Option<String>| told.is_none() || told == known;
        let is_same = self.status == told.status;
        // A list says less of a status than the news of it did.
        if is_same
            && repeats(&told.rejected_reason, &self.rejected_reason)
            && repeats(&told.detail, &self.status_detail)
        {
            return None;
        }
        let (old, new) = (json!(self.status), json!(told.status));
        let change = Change::new("template.status_changed", &old, &new)
            .because([("reason", &told.rejected_reason), ("detail", &told.detail)]);
        let kept = |known: &mut Option<String>| known.take().filter(|_| is_same);
        self.rejected_reason = told.rejected_reason.or(kept(&mut self.rejected_reason));
        self.status_detail = told.detail.or(kept(&mut self.status_detail));
        self.status = told.status;
        Some(change)
    }

    fn set_category(&mut self, told: Category) -> Vec<Change> {
        let mut changes = Vec::new();
        let is_same = self.category == told.current;
        if !is_same {
            let (old, new) = (json!(self.category), json!(told.current));
            changes.push(Change::new("template.category_changed", &old, &new));
            self.previous_category = Some(std::mem::replace(&mut self.category, told.current));
        }
        self.previous_category = told.previous.or(self.previous_category.take());
        // What was announced stays so until it is done or taken back.
        let upcoming = told
            .upcoming
            .unwrap_or_else(|| self.upcoming_category.clone().filter(|_| is_same))
            .filter(|upcoming| *upcoming != self.category);
        if upcoming.is_some() && upcoming != self.upcoming_category {
            let (old, new) = (json!(self.category), json!(upcoming));
            changes.push(Change::new("template.category_announced", &old, &new));
        }
        self.upcoming_category = upcoming;
        changes
    }

    fn set_content(&mut self, content: Content) -> Option<Change> {
        let components = match content {
            Content::Whole {
                components,
                format,
                message_send_ttl_seconds,
            } => {
                format.clone_into(&mut self.parameter_format);
                self.message_send_ttl_seconds = message_send_ttl_seconds;
                components
            }
            Content::Words(words) => words.put_into(&self.components.0),
        };
        if components == self.components.0 {
            return None;
        }
        let change = Change::new(
            "template.components_changed",
            &self.components.0,
            &components,
        );
        self.components = Json(components);
        let known = self.known();
        self.body = known
            .as_ref()
            .and_then(|known| known.body_text().map(str::to_owned));
        self.param_count = known.map_or(0, |known| count(&known));
        Some(change)
    }
}

/// How many variables the body of a template has.
pub(super) fn count(listed: &Listed) -> i64 {
    i64::try_from(listed.param_count()).unwrap_or(i64::MAX)
}
