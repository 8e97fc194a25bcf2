//! Templates: messages that Meta approved beforehand, with variables, so that a business may write first.
//!
//! [`Template::read`] takes one as Meta lists it and keeps what it does not understand, as everything
//! that comes from Meta. From there:
//!
//! - [`Template::parameters`] says what must be filled in to send it, for a form on a screen.
//! - [`check_send()`] says whether a message fills exactly that, before Meta answers 132000 or 132012.
//! - [`render()`] is what the customer will read.
//! - [`check_new()`] says whether Meta will look at a new template at all.
//!
//! See <https://developers.facebook.com/docs/whatsapp/business-management-api/message-templates>.

mod check_new;
mod check_send;
mod layout;
mod needs;
mod render;
#[cfg(test)]
mod tests;
mod variables;

use serde_json::Value;

use crate::webhook::read::{elements, id_at, integer};

pub use check_new::check_new;
pub use check_send::check_send;
pub use layout::{Body, Button, ButtonKind, Header, Layout};
pub use needs::{ButtonNeed, ButtonValue, HeaderNeed, Parameters, Variable};
pub use render::{Rendered, RenderedButton, render};

/// A template as Meta has it. Words in capitals are Meta's own.
#[derive(Debug, Clone, PartialEq)]
pub struct Template {
    /// Meta's id of this translation.
    pub id: Option<String>,
    /// Its name, shared by its translations.
    pub name: String,
    /// The code of this translation: `ar`, `en_US`, …
    pub language: String,
    /// `APPROVED`, `PENDING`, `REJECTED`, `PAUSED`, `DISABLED`, …; empty when Meta did not say.
    pub status: String,
    /// `MARKETING`, `UTILITY` or `AUTHENTICATION`: decides the price; empty when Meta did not say.
    pub category: String,
    /// A finer category.
    pub sub_category: Option<String>,
    /// The category before Meta changed it.
    pub previous_category: Option<String>,
    /// The category Meta will change it to.
    pub correct_category: Option<String>,
    /// How its variables are told apart.
    pub format: ParameterFormat,
    /// What it looks like.
    pub layout: Layout,
    /// Why Meta rejected it; `NONE` is absent.
    pub rejected_reason: Option<String>,
    /// `GREEN`, `YELLOW`, `RED` or `UNKNOWN`.
    pub quality: Option<String>,
    /// After how many seconds an undelivered message is dropped.
    pub message_send_ttl_seconds: Option<i64>,
    /// The template as it came.
    pub raw: Value,
}

/// How a template's variables are told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParameterFormat {
    /// By number, `{{1}}`: values come in this order.
    Positional,
    /// By name, `{{first_name}}`: values come with their names.
    Named,
}

impl Template {
    /// A template from Meta's list; `None` when it has no name or language.
    pub fn read(raw: Value) -> Option<Self> {
        let word = |key| id_at(&raw, key);
        let layout = Layout::read(&elements(raw.get("components").cloned()));
        let format = match word("parameter_format").map(|format| format.to_ascii_uppercase()) {
            Some(format) if format == "NAMED" => ParameterFormat::Named,
            Some(_) => ParameterFormat::Positional,
            None => layout.guess_format(),
        };
        let quality = raw.get("quality_score");
        Some(Self {
            id: word("id"),
            name: word("name")?,
            language: word("language")?,
            status: word("status").unwrap_or_default(),
            category: word("category").unwrap_or_default(),
            sub_category: word("sub_category"),
            previous_category: word("previous_category"),
            correct_category: word("correct_category"),
            format,
            layout,
            rejected_reason: word("rejected_reason").filter(|reason| reason != "NONE"),
            quality: quality
                .and_then(|quality| id_at(quality, "score"))
                .or_else(|| word("quality_score")),
            message_send_ttl_seconds: raw.get("message_send_ttl_seconds").and_then(integer),
            raw,
        })
    }

    /// Whether Meta lets it be sent.
    pub fn is_approved(&self) -> bool {
        self.status.eq_ignore_ascii_case("APPROVED")
    }

    /// Whether it carries a one-time code.
    pub fn is_authentication(&self) -> bool {
        self.category.eq_ignore_ascii_case("AUTHENTICATION")
    }

    /// Whether it can only go to a number, and not to a user id (code 131062).
    pub fn needs_phone_number(&self) -> bool {
        self.is_authentication() && !self.layout.buttons.is_empty()
    }

    /// Its words, with variables as `{{1}}`.
    pub fn body_text(&self) -> Option<&str> {
        self.layout.body.as_ref()?.text.as_deref()
    }

    /// How many variables its body has.
    pub fn param_count(&self) -> usize {
        self.parameters().body.len()
    }
}
