//! Templates as the API shows them.

use serde::Serialize;
use serde_json::{Value, json};
use utoipa::ToSchema;
use whatsapp::template::{ButtonNeed, HeaderNeed, Parameters, Variable};

use super::model::Template;
use crate::kernel::clock::Timestamp;
use crate::kernel::ids::TemplateId;

/// A template. Words in capitals are Meta's own.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct TemplateView {
    /// Its id.
    id: TemplateId,
    /// Meta's id of the WhatsApp business account; every number of it can send the template.
    #[schema(example = "102290129340398")]
    waba_id: String,
    /// Meta's id of this translation.
    #[schema(example = "594425479261596")]
    meta_id: Option<String>,
    /// Its name, shared by its translations.
    #[schema(example = "order_confirmation")]
    name: String,
    /// Meta's code of the language.
    #[schema(example = "ar")]
    language: String,
    /// `APPROVED` can be sent. Others are `PENDING`, `REJECTED`, `PAUSED`, `DISABLED`, `IN_APPEAL`,
    /// `LIMIT_EXCEEDED`, `ARCHIVED`, `PENDING_DELETION` and `DELETED`.
    #[schema(example = "APPROVED")]
    status: String,
    /// Why it is rejected.
    #[schema(example = json!(null))]
    rejected_reason: Option<String>,
    /// More about the status, in Meta's words.
    #[schema(example = json!(null))]
    status_detail: Option<String>,
    /// `MARKETING`, `UTILITY` or `AUTHENTICATION`; decides the price.
    #[schema(example = "UTILITY")]
    category: String,
    /// The category before Meta changed it.
    #[schema(example = json!(null))]
    previous_category: Option<String>,
    /// The category that Meta announced to make of it.
    #[schema(example = "MARKETING")]
    upcoming_category: Option<String>,
    /// How it is received: `GREEN`, `YELLOW`, `RED` or `UNKNOWN`; null until Meta said so.
    #[schema(example = "GREEN")]
    quality: Option<String>,
    /// `POSITIONAL` for variables such as `{{1}}`, `NAMED` for `{{first_name}}`.
    #[schema(example = "POSITIONAL")]
    parameter_format: String,
    /// The words of its body; null where WhatsApp writes them.
    #[schema(example = "Your order {{1}} is confirmed. Total: {{2}}.")]
    body: Option<String>,
    /// How many variables the body has.
    #[schema(example = 2)]
    param_count: i64,
    /// After how many seconds an undelivered message of it is dropped; null for WhatsApp's own time.
    #[schema(example = json!(null))]
    message_send_ttl_seconds: Option<i64>,
    /// When Clientele first knew of it.
    created_at: Timestamp,
    /// When it last changed.
    updated_at: Timestamp,
}

impl From<Template> for TemplateView {
    fn from(template: Template) -> Self {
        Self {
            id: template.id,
            waba_id: template.waba_id,
            meta_id: template.meta_id,
            name: template.name,
            language: template.language,
            status: template.status,
            rejected_reason: template.rejected_reason,
            status_detail: template.status_detail,
            category: template.category,
            previous_category: template.previous_category,
            upcoming_category: template.upcoming_category,
            quality: template.quality,
            parameter_format: template.parameter_format,
            body: template.body,
            param_count: template.param_count,
            message_send_ttl_seconds: template.message_send_ttl_seconds,
            created_at: template.created_at,
            updated_at: template.updated_at,
        }
    }
}

/// A template with what it is made of and what it needs.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct TemplateDetail {
    #[serde(flatten)]
    template: TemplateView,
    /// What it is made of, as Meta lists it.
    #[schema(value_type = Vec<Object>, example = json!([{"type": "BODY", "text": "Your order {{1}} is confirmed. Total: {{2}}.", "example": {"body_text": [["A-17", "45 SAR"]]}}]))]
    components: Value,
    /// What must be filled in to send it.
    parameters: TemplateParameters,
}

impl From<Template> for TemplateDetail {
    fn from(template: Template) -> Self {
        let needs = template.known().map(|known| known.parameters());
        Self {
            components: template.components.0.clone(),
            parameters: needs.unwrap_or_default().into(),
            template: template.into(),
        }
    }
}

/// What must be filled in to send a template, or one card of it.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct TemplateParameters {
    /// What the header needs.
    #[schema(example = json!({"type": "image", "variable": null}))]
    header: Option<TemplateHeaderNeed>,
    /// The variables of the body, in the order of their values.
    body: Vec<TemplateVariable>,
    /// The buttons that take a value.
    buttons: Vec<TemplateButtonNeed>,
    /// What each card of a carousel needs; all cards must be sent.
    #[schema(no_recursion, example = json!([]))]
    cards: Vec<TemplateParameters>,
    /// Whether it must be said when the offer ends.
    #[schema(example = false)]
    limited_time_offer: bool,
}

/// A place in a text.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct TemplateVariable {
    /// What stands between the braces.
    #[schema(example = "1")]
    name: String,
    /// An example by the template's author.
    #[schema(example = "A-17")]
    example: Option<String>,
}

/// What a header needs.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct TemplateHeaderNeed {
    /// The `type` of the value: `text`, `image`, `video`, `document`, `location` or `product`.
    #[schema(example = "text")]
    r#type: &'static str,
    /// The variable of a text.
    variable: Option<TemplateVariable>,
}

/// What a button needs.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct TemplateButtonNeed {
    /// Its place among all buttons, from 0.
    #[schema(example = 0)]
    index: usize,
    /// Its label.
    #[schema(example = "Track")]
    label: Option<String>,
    /// The `sub_type` of the component that gives the value.
    #[schema(value_type = String, example = "url")]
    sub_type: Value,
    /// The `type` of the value: `text`, `payload`, `coupon_code` or `action`.
    #[schema(example = "text")]
    r#type: &'static str,
    /// What the value is: `payload`, `url_suffix`, `coupon_code`, `one_time_code`, `flow`,
    /// `catalog_product` or `products`.
    #[schema(value_type = String, example = "url_suffix")]
    value: Value,
    /// Whether it must be given.
    #[schema(example = true)]
    required: bool,
    /// An example by the template's author.
    #[schema(example = "A-17")]
    example: Option<String>,
}

impl From<Parameters> for TemplateParameters {
    fn from(needs: Parameters) -> Self {
        Self {
            header: needs.header.map(TemplateHeaderNeed::from),
            body: needs.body.into_iter().map(TemplateVariable::from).collect(),
            buttons: needs
                .buttons
                .into_iter()
                .map(TemplateButtonNeed::from)
                .collect(),
            cards: needs.cards.into_iter().map(Self::from).collect(),
            limited_time_offer: needs.limited_time_offer,
        }
    }
}

impl From<Variable> for TemplateVariable {
    fn from(variable: Variable) -> Self {
        Self {
            name: variable.name,
            example: variable.example,
        }
    }
}

impl From<HeaderNeed> for TemplateHeaderNeed {
    fn from(need: HeaderNeed) -> Self {
        Self {
            r#type: need.parameter_type(),
            variable: match need {
                HeaderNeed::Text(variable) => Some(variable.into()),
                _ => None,
            },
        }
    }
}

impl From<ButtonNeed> for TemplateButtonNeed {
    fn from(need: ButtonNeed) -> Self {
        Self {
            index: need.index,
            label: need.label,
            sub_type: json!(need.value.action()),
            r#type: need.value.parameter_type(),
            value: json!(need.value),
            required: need.required,
            example: need.example,
        }
    }
}
