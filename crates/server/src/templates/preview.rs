//! What the customer will read of a template, before it is sent.

use serde::Serialize;
use serde_json::{Value, json};
use utoipa::ToSchema;
use whatsapp::outbound::{Content, TemplateMessage, parse};
use whatsapp::problem::Problem as Fault;
use whatsapp::template::{Rendered, Template as Listed, check_send, render};

/// What the customer will read, and what is wrong with the values.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct TemplatePreview {
    /// Title and body in one text, as a thread shows it. A variable without a value stays as it is.
    #[schema(example = "Your order A-17 is confirmed. Total: 45 SAR.")]
    text: String,
    #[serde(flatten)]
    shown: PreviewShown,
    /// The cards of a carousel.
    #[schema(example = json!([]))]
    cards: Vec<PreviewShown>,
    /// What keeps it from being sent; empty when nothing does.
    problems: Vec<PreviewProblem>,
}

/// A template, or one card of it, with its values.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct PreviewShown {
    /// The title or place above the body; null where there is none or it is a file.
    #[schema(example = json!(null))]
    header: Option<String>,
    /// The words.
    #[schema(example = "Your order A-17 is confirmed. Total: 45 SAR.")]
    body: String,
    /// The small print.
    #[schema(example = "Bayt Coffee")]
    footer: Option<String>,
    /// What can be tapped.
    buttons: Vec<PreviewButton>,
}

/// A button with its value.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct PreviewButton {
    /// Its label; empty where WhatsApp chooses it.
    #[schema(example = "Track")]
    label: String,
    /// The whole address it opens.
    #[schema(example = "https://bayt.example/track/A-17")]
    url: Option<String>,
}

/// One thing that keeps a template from being sent with these values.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct PreviewProblem {
    /// Where it is in the request.
    #[schema(example = "components[0].parameters")]
    field: String,
    /// A stable word to branch on.
    #[schema(example = "parameter_count")]
    code: &'static str,
    /// What is wrong and what would be right.
    #[schema(example = "has 1 values; the template has 2")]
    message: String,
}

/// Fills a template with the values of a send.
pub(super) fn preview(template: &Listed, components: &Value) -> TemplatePreview {
    let (message, faults) = read(template, components);
    let rendered = render(template, &message);
    TemplatePreview {
        text: rendered.shown_text(),
        cards: rendered
            .cards
            .iter()
            .cloned()
            .map(PreviewShown::from)
            .collect(),
        shown: rendered.into(),
        problems: faults.into_iter().map(PreviewProblem::from).collect(),
    }
}

/// The values, and what is wrong with them; no values when they cannot be read.
fn read(template: &Listed, components: &Value) -> (TemplateMessage, Vec<Fault>) {
    let message = json!({"type": "template", "template": {
        "name": template.name,
        "language": {"code": template.language},
        "components": components,
    }});
    let message = match parse(&message) {
        Ok(message) => message.content,
        Err(faults) => return (TemplateMessage::default(), faults),
    };
    match message {
        Content::Template { template: message } => {
            let faults = check_send(template, &message).err().unwrap_or_default();
            (message, faults)
        }
        _ => (TemplateMessage::default(), Vec::new()),
    }
}

impl From<Rendered> for PreviewShown {
    fn from(rendered: Rendered) -> Self {
        let buttons = rendered.buttons.into_iter();
        Self {
            header: rendered.header,
            body: rendered.body,
            footer: rendered.footer,
            buttons: buttons
                .map(|button| PreviewButton {
                    label: button.label,
                    url: button.url,
                })
                .collect(),
        }
    }
}

impl From<Fault> for PreviewProblem {
    fn from(fault: Fault) -> Self {
        let field = fault.field.strip_prefix("template.");
        Self {
            field: field.map_or_else(|| fault.field.clone(), str::to_owned),
            code: fault.code,
            message: fault.message,
        }
    }
}
