//! What must be filled in to send a template.

use serde::Serialize;

use super::layout::{Body, Button, ButtonKind, Header, Layout};
use super::{ParameterFormat, Template, variables};
use crate::outbound::ButtonAction;

/// What must be filled in to send a template, or one card of it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Parameters {
    /// What the header needs.
    pub header: Option<HeaderNeed>,
    /// The variables of the body, in the order of their values.
    pub body: Vec<Variable>,
    /// The buttons that take a value.
    pub buttons: Vec<ButtonNeed>,
    /// What each card of a carousel needs; all cards must be sent.
    pub cards: Vec<Parameters>,
    /// Whether it must be said when the offer ends.
    pub limited_time_offer: bool,
}

/// A place in a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Variable {
    /// What stands between the braces: `1`, `first_name`.
    pub name: String,
    /// What the template's author gave as an example.
    pub example: Option<String>,
}

/// What a header needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum HeaderNeed {
    /// A value in the title.
    Text(Variable),
    /// A picture.
    Image,
    /// A video.
    Video,
    /// A file.
    Document,
    /// A place.
    Location,
    /// A product of the catalog.
    Product,
}

/// What a button needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ButtonNeed {
    /// Its place among all buttons, from 0.
    pub index: usize,
    /// Its label.
    pub label: Option<String>,
    /// What is to be given.
    pub value: ButtonValue,
    /// Whether it must be given.
    pub required: bool,
    /// What the template's author gave as an example.
    pub example: Option<String>,
}

/// What is to be given for a button.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ButtonValue {
    /// What comes back when it is tapped.
    Payload,
    /// The end of the address.
    UrlSuffix,
    /// The code of a coupon.
    CouponCode,
    /// The same one-time code as in the body.
    OneTimeCode,
    /// What a form opens with.
    Flow,
    /// The product on a catalog's picture.
    CatalogProduct,
    /// The products to choose from.
    Products,
}

impl Template {
    /// What must be filled in to send it.
    pub fn parameters(&self) -> Parameters {
        let mut parameters = needs(&self.layout, self.format, self.is_authentication());
        // Meta writes these words itself, and lists them or not; the code is always in them.
        if self.is_authentication() && self.body_text().is_none() {
            parameters.body = vec![Variable {
                name: "1".to_owned(),
                example: None,
            }];
        }
        parameters
    }
}

fn needs(layout: &Layout, format: ParameterFormat, is_authentication: bool) -> Parameters {
    let buttons = layout.buttons.iter().enumerate();
    let cards = layout.cards.iter();
    Parameters {
        header: layout
            .header
            .as_ref()
            .and_then(|header| header_need(header, format)),
        body: layout
            .body
            .as_ref()
            .map(|body| body_needs(body, format))
            .unwrap_or_default(),
        buttons: buttons
            .filter_map(|(index, button)| button_need(index, button, is_authentication))
            .collect(),
        cards: cards
            .map(|card| needs(card, format, is_authentication))
            .collect(),
        limited_time_offer: layout.has_expiration,
    }
}

fn header_need(header: &Header, format: ParameterFormat) -> Option<HeaderNeed> {
    match header {
        Header::Text { text, examples } => {
            let variable = in_text(text, examples, format).into_iter().next()?;
            Some(HeaderNeed::Text(variable))
        }
        Header::Image => Some(HeaderNeed::Image),
        Header::Video => Some(HeaderNeed::Video),
        Header::Document => Some(HeaderNeed::Document),
        Header::Location => Some(HeaderNeed::Location),
        Header::Product => Some(HeaderNeed::Product),
        Header::Other(_) => None,
    }
}

fn body_needs(body: &Body, format: ParameterFormat) -> Vec<Variable> {
    in_text(
        body.text.as_deref().unwrap_or_default(),
        &body.examples,
        format,
    )
}

fn in_text(
    text: &str,
    examples: &[(Option<String>, String)],
    format: ParameterFormat,
) -> Vec<Variable> {
    let names = variables::names(text, format).into_iter().enumerate();
    names
        .map(|(n, name)| {
            let by_name = examples.iter().find(|(of, _)| of.as_deref() == Some(name));
            let in_order = || examples.get(n).filter(|(of, _)| of.is_none());
            let example = by_name
                .or_else(in_order)
                .map(|(_, example)| example.clone());
            Variable {
                name: name.to_owned(),
                example: example.filter(|example| !example.is_empty()),
            }
        })
        .collect()
}

fn button_need(index: usize, button: &Button, is_authentication: bool) -> Option<ButtonNeed> {
    let (value, required) = match button.kind {
        ButtonKind::QuickReply => (ButtonValue::Payload, false),
        ButtonKind::Otp => (ButtonValue::OneTimeCode, true),
        // Meta lists the button of a one-time code as a link to a page of its own.
        ButtonKind::Url | ButtonKind::CopyCode if is_authentication => {
            (ButtonValue::OneTimeCode, true)
        }
        ButtonKind::Url => {
            let url = button.url.as_deref().unwrap_or_default();
            if variables::names(url, ParameterFormat::Named).is_empty() {
                return None;
            }
            (ButtonValue::UrlSuffix, true)
        }
        ButtonKind::CopyCode => (ButtonValue::CouponCode, true),
        ButtonKind::Flow => (ButtonValue::Flow, false),
        ButtonKind::Catalog => (ButtonValue::CatalogProduct, false),
        ButtonKind::Mpm => (ButtonValue::Products, true),
        ButtonKind::PhoneNumber
        | ButtonKind::Spm
        | ButtonKind::RequestContactInfo
        | ButtonKind::VoiceCall
        | ButtonKind::Other(_) => return None,
    };
    Some(ButtonNeed {
        index,
        label: button.label.clone(),
        value,
        required,
        example: button.example.clone(),
    })
}

impl HeaderNeed {
    /// The `type` of the value that fills it.
    pub fn parameter_type(&self) -> &'static str {
        match self {
            Self::Text(_) => "text",
            Self::Image => "image",
            Self::Video => "video",
            Self::Document => "document",
            Self::Location => "location",
            Self::Product => "product",
        }
    }
}

impl ButtonValue {
    /// The `sub_type` of the component that gives it.
    pub fn action(self) -> ButtonAction {
        match self {
            Self::Payload => ButtonAction::QuickReply,
            Self::UrlSuffix | Self::OneTimeCode => ButtonAction::Url,
            Self::CouponCode => ButtonAction::CopyCode,
            Self::Flow => ButtonAction::Flow,
            Self::CatalogProduct => ButtonAction::Catalog,
            Self::Products => ButtonAction::Mpm,
        }
    }

    /// The `type` of the value that fills it.
    pub fn parameter_type(self) -> &'static str {
        match self {
            Self::Payload => "payload",
            Self::UrlSuffix | Self::OneTimeCode => "text",
            Self::CouponCode => "coupon_code",
            Self::Flow | Self::CatalogProduct | Self::Products => "action",
        }
    }
}
