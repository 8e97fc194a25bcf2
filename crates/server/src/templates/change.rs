//! What becomes of a template when Meta says something, and how that is told.
//!
//! Meta says everything in a list and a part of it in news, both of which may reach us late. So each
//! subject (status, category, quality, words) keeps the time Meta last spoke of it, and what is
//! older than that changes nothing. A change is told with its old and its new value.

use serde_json::{Map, Value, json};

use super::model::{Template, count};
use super::told::{Category, Content, State, Told};
use crate::access::Actor;
use crate::db::Json;
use crate::kernel::clock::Timestamp;
use crate::timeline::Event;

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

impl Template {
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
