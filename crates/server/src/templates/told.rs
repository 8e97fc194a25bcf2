//! What Meta says of a template, from its lists and from its news.

use serde_json::{Value, json};
use whatsapp::template::Template as Listed;
use whatsapp::webhook::TemplateUpdate;

use super::model::{TemplateStatus, components_of, format_of};
use super::words::Words;
use crate::kernel::clock::Timestamp;

/// What Meta says of a template at one moment; `None` is not spoken of.
#[derive(Debug, Default)]
pub(super) struct Told {
    pub(super) at: Option<Timestamp>,
    pub(super) meta_id: Option<String>,
    pub(super) status: Option<State>,
    pub(super) category: Option<Category>,
    pub(super) quality: Option<String>,
    pub(super) content: Option<Content>,
    /// Something that happened to it without changing what we know.
    pub(super) notice: Option<Value>,
}

#[derive(Debug)]
pub(super) struct State {
    pub(super) status: String,
    pub(super) rejected_reason: Option<String>,
    pub(super) detail: Option<String>,
}

#[derive(Debug)]
pub(super) struct Category {
    pub(super) current: String,
    pub(super) previous: Option<String>,
    /// `Some(None)` says that there is none, or no longer.
    pub(super) upcoming: Option<Option<String>>,
}

#[derive(Debug)]
pub(super) enum Content {
    /// All that it is made of.
    Whole {
        components: Value,
        format: &'static str,
        message_send_ttl_seconds: Option<i64>,
    },
    /// Its texts only.
    Words(Words),
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
        let words = Words {
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
