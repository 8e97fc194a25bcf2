//! A template as we keep it.

use serde_json::{Value, json};
use whatsapp::template::{ParameterFormat, Template as Listed};

use crate::db::Json;
use crate::kernel::clock::Timestamp;
use crate::kernel::ids::TemplateId;
use crate::kernel::text::fold;

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

/// How many variables the body of a template has.
pub(super) fn count(listed: &Listed) -> i64 {
    i64::try_from(listed.param_count()).unwrap_or(i64::MAX)
}
