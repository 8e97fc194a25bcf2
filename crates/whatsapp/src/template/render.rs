//! What a customer will read of a template message.

use serde::Serialize;

use super::layout::{Button, Header, Layout};
use super::{ParameterFormat, Template, variables};
use crate::outbound::{Component, Parameter, ParameterValue, TemplateMessage};

/// A template's words with their values; a variable without one stays as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Rendered {
    /// The title or place above the body. A picture, video or file is the message's media instead.
    pub header: Option<String>,
    /// The words.
    pub body: String,
    /// The small print.
    pub footer: Option<String>,
    /// What can be tapped.
    pub buttons: Vec<RenderedButton>,
    /// The cards of a carousel.
    pub cards: Vec<Rendered>,
}

/// A button of a template message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RenderedButton {
    /// Its label; empty where WhatsApp chooses it.
    pub label: String,
    /// The whole address it opens.
    pub url: Option<String>,
}

impl Rendered {
    /// Its title and words in one text, for a thread.
    pub fn shown_text(&self) -> String {
        match &self.header {
            Some(header) => format!("{header}\n{}", self.body),
            None => self.body.clone(),
        }
    }
}

/// What the customer will read. Values need not fit: see [`super::check_send()`] for that.
pub fn render(template: &Template, message: &TemplateMessage) -> Rendered {
    let mut rendered = layout(&template.layout, &message.components, template.format);
    if template.is_authentication() && rendered.body.is_empty() {
        // Meta's own words around the code are in the customer's language, and not listed.
        let code = values(&message.components, true).first();
        rendered.body = code
            .and_then(|code| code.value.words())
            .unwrap_or_default()
            .to_owned();
    }
    rendered
}

fn layout(layout_: &Layout, components: &[Component], format: ParameterFormat) -> Rendered {
    let body = layout_.body.as_ref().and_then(|body| body.text.as_deref());
    let cards = components.iter().find_map(|component| match component {
        Component::Carousel { cards } => Some(cards.as_slice()),
        _ => None,
    });
    let card_values = |n: usize| {
        let card = cards.and_then(|cards| cards.get(n));
        card.map(|card| card.components.as_slice())
            .unwrap_or_default()
    };
    let buttons = layout_.buttons.iter().enumerate();
    Rendered {
        header: layout_
            .header
            .as_ref()
            .and_then(|header| header_text(header, values(components, false), format)),
        body: fill(body.unwrap_or_default(), values(components, true), format),
        footer: layout_.footer.clone(),
        buttons: buttons
            .map(|(n, button)| rendered_button(n, button, components))
            .collect(),
        cards: layout_
            .cards
            .iter()
            .enumerate()
            .map(|(n, card)| layout(card, card_values(n), format))
            .collect(),
    }
}

/// The values of the body, or of the header.
fn values(components: &[Component], of_body: bool) -> &[Parameter] {
    let mut parts = components.iter().filter_map(|component| match component {
        Component::Body { parameters } if of_body => Some(parameters.as_slice()),
        Component::Header { parameters } if !of_body => Some(parameters.as_slice()),
        _ => None,
    });
    parts.next().unwrap_or_default()
}

fn fill(text: &str, values: &[Parameter], format: ParameterFormat) -> String {
    variables::fill(text, |name| {
        let value = match format {
            ParameterFormat::Positional => {
                values.get(name.parse::<usize>().ok()?.checked_sub(1)?)?
            }
            ParameterFormat::Named => values
                .iter()
                .find(|value| value.parameter_name.as_deref() == Some(name))?,
        };
        value.value.words()
    })
}

fn header_text(header: &Header, values: &[Parameter], format: ParameterFormat) -> Option<String> {
    match header {
        Header::Text { text, .. } => Some(fill(text, values, format)),
        Header::Location => match &values.first()?.value {
            ParameterValue::Location { location } => Some(location.shown_text()),
            _ => None,
        },
        _ => None,
    }
}

fn rendered_button(n: usize, button: &Button, components: &[Component]) -> RenderedButton {
    let suffix = components.iter().find_map(|component| match component {
        Component::Button(given) if given.index == n => given.parameters.first()?.value.words(),
        _ => None,
    });
    RenderedButton {
        label: button.label.clone().unwrap_or_default(),
        url: button
            .url
            .as_deref()
            .map(|url| variables::fill(url, |_| suffix)),
    }
}
