//! What a template, or one card of a carousel, is made of.

use serde_json::Value;

use super::{ParameterFormat, variables};
use crate::webhook::read::{elements, flag, id_at, integer, text, text_at};

/// The parts of a template or of a card.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Layout {
    /// What stands above the words.
    pub header: Option<Header>,
    /// The words.
    pub body: Option<Body>,
    /// Small print below the words.
    pub footer: Option<String>,
    /// What can be tapped.
    pub buttons: Vec<Button>,
    /// The cards of a carousel.
    pub cards: Vec<Layout>,
    /// Whether it shows when an offer ends.
    pub has_expiration: bool,
}

/// What stands above the words.
#[derive(Debug, Clone, PartialEq)]
pub enum Header {
    /// A title, perhaps with a variable.
    Text {
        /// The title.
        text: String,
        /// An example for each variable: its name, where it has one, and the example.
        examples: Vec<(Option<String>, String)>,
    },
    /// A picture, given at each send.
    Image,
    /// A video, given at each send.
    Video,
    /// A file, given at each send.
    Document,
    /// A place, given at each send.
    Location,
    /// A product of the catalog, given at each send.
    Product,
    /// Something newer; Meta's name of it.
    Other(String),
}

/// The words of a template.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Body {
    /// The words; authentication templates may be listed without, as Meta writes them.
    pub text: Option<String>,
    /// An example for each variable: its name, where it has one, and the example.
    pub examples: Vec<(Option<String>, String)>,
    /// Authentication: whether it warns not to share the code.
    pub add_security_recommendation: bool,
    /// Authentication, from the footer: for how many minutes the code is good.
    pub code_expiration_minutes: Option<i64>,
}

/// What can be tapped.
#[derive(Debug, Clone, PartialEq)]
pub struct Button {
    /// What it does.
    pub kind: ButtonKind,
    /// Its label.
    pub label: Option<String>,
    /// Links: the address, perhaps with a variable at its end.
    pub url: Option<String>,
    /// Calls: whom.
    pub phone_number: Option<String>,
    /// Forms: which one.
    pub flow_id: Option<String>,
    /// One-time codes: `COPY_CODE`, `ONE_TAP` or `ZERO_TAP`.
    pub otp_type: Option<String>,
    /// An example of its value.
    pub example: Option<String>,
}

/// What a button does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ButtonKind {
    /// Answers with its label.
    QuickReply,
    /// Opens a page.
    Url,
    /// Calls a number.
    PhoneNumber,
    /// Copies a coupon's code.
    CopyCode,
    /// Copies or fills in a one-time code.
    Otp,
    /// Opens a form.
    Flow,
    /// Opens the catalog.
    Catalog,
    /// Shows several products.
    Mpm,
    /// Shows one product.
    Spm,
    /// Shares the customer's number.
    RequestContactInfo,
    /// Calls the business in WhatsApp.
    VoiceCall,
    /// Something newer; Meta's name of it.
    Other(String),
}

impl Layout {
    pub(super) fn read(components: &[Value]) -> Self {
        let mut layout = Self::default();
        let mut code_expiration_minutes = None;
        for component in components {
            let kind = id_at(component, "type").unwrap_or_default();
            match kind.to_ascii_uppercase().as_str() {
                "HEADER" => layout.header = Some(Header::read(component)),
                "BODY" => layout.body = Some(Body::read(component)),
                "FOOTER" => {
                    layout.footer = text_at(component, "text");
                    code_expiration_minutes =
                        component.get("code_expiration_minutes").and_then(integer);
                }
                "BUTTONS" => {
                    let buttons = elements(component.get("buttons").cloned());
                    layout.buttons = buttons.iter().map(Button::read).collect();
                }
                "CAROUSEL" => {
                    let cards = elements(component.get("cards").cloned());
                    let parts = |card: &Value| elements(card.get("components").cloned());
                    layout.cards = cards.iter().map(|card| Self::read(&parts(card))).collect();
                }
                "LIMITED_TIME_OFFER" => {
                    let offer = component.get("limited_time_offer").unwrap_or(component);
                    layout.has_expiration =
                        offer.get("has_expiration").and_then(flag).unwrap_or(false);
                }
                _ => {}
            }
        }
        if let Some(body) = &mut layout.body {
            body.code_expiration_minutes = code_expiration_minutes;
        }
        layout
    }

    /// Named, when one of the variables is no number.
    pub(super) fn guess_format(&self) -> ParameterFormat {
        let header = match &self.header {
            Some(Header::Text { text, .. }) => Some(text.as_str()),
            _ => None,
        };
        let body = self.body.as_ref().and_then(|body| body.text.as_deref());
        let mut names = header
            .into_iter()
            .chain(body)
            .flat_map(|text| variables::names(text, ParameterFormat::Named));
        let is_named = names.any(|name| !name.bytes().all(|byte| byte.is_ascii_digit()))
            || self
                .cards
                .iter()
                .any(|card| card.guess_format() == ParameterFormat::Named);
        match is_named {
            true => ParameterFormat::Named,
            false => ParameterFormat::Positional,
        }
    }
}

impl Header {
    fn read(component: &Value) -> Self {
        let format = id_at(component, "format").unwrap_or_else(|| "TEXT".to_owned());
        match format.to_ascii_uppercase().as_str() {
            "TEXT" => Self::Text {
                text: text_at(component, "text").unwrap_or_default(),
                examples: examples(component, "header_text"),
            },
            "IMAGE" => Self::Image,
            "VIDEO" => Self::Video,
            "DOCUMENT" => Self::Document,
            "LOCATION" => Self::Location,
            "PRODUCT" => Self::Product,
            _ => Self::Other(format),
        }
    }
}

impl Body {
    fn read(component: &Value) -> Self {
        Self {
            text: text_at(component, "text"),
            examples: examples(component, "body_text"),
            add_security_recommendation: component
                .get("add_security_recommendation")
                .and_then(flag)
                .unwrap_or(false),
            code_expiration_minutes: None,
        }
    }
}

/// The examples of a part: under `body_text` in a list or in a list of lists, or by name.
fn examples(component: &Value, key: &str) -> Vec<(Option<String>, String)> {
    let Some(example) = component.get("example") else {
        return Vec::new();
    };
    let named = elements(example.get(format!("{key}_named_params")).cloned());
    let numbered = elements(example.get(key).cloned());
    let numbered = numbered.into_iter().flat_map(|value| elements(Some(value)));
    let named = named
        .iter()
        .filter_map(|one| Some((Some(id_at(one, "param_name")?), text_at(one, "example")?)));
    // An empty example keeps its place.
    named
        .chain(numbered.map(|value| (None, text(&value).unwrap_or_default())))
        .collect()
}

impl Button {
    fn read(button: &Value) -> Self {
        let example = elements(button.get("example").cloned());
        Self {
            kind: ButtonKind::of(&id_at(button, "type").unwrap_or_default()),
            label: text_at(button, "text"),
            url: id_at(button, "url"),
            phone_number: id_at(button, "phone_number"),
            flow_id: id_at(button, "flow_id"),
            otp_type: id_at(button, "otp_type"),
            example: example.first().and_then(text),
        }
    }
}

impl ButtonKind {
    /// The kind with this name of Meta's.
    pub fn of(name: &str) -> Self {
        match name.to_ascii_uppercase().as_str() {
            "QUICK_REPLY" => Self::QuickReply,
            "URL" => Self::Url,
            "PHONE_NUMBER" => Self::PhoneNumber,
            "COPY_CODE" => Self::CopyCode,
            "OTP" => Self::Otp,
            "FLOW" => Self::Flow,
            "CATALOG" => Self::Catalog,
            "MPM" => Self::Mpm,
            "SPM" => Self::Spm,
            "REQUEST_CONTACT_INFO" => Self::RequestContactInfo,
            "VOICE_CALL" => Self::VoiceCall,
            _ => Self::Other(name.to_owned()),
        }
    }
}
