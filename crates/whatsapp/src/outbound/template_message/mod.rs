//! A template with the values that make it a message.
//!
//! Read here is only what every template message must be. Whether the values are those that its
//! template asks for, [`crate::template::check_send`] knows.

mod read;

use serde::Serialize;
use serde_json::{Map, Value};

use super::content::{Location, Media, MediaKind};
use super::product::{Product, ProductSection};

/// A template and its values.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct TemplateMessage {
    /// The template's name.
    pub name: String,
    /// Which of its translations.
    pub language: Language,
    /// The values, by the part of the template they are for. Parts without variables are left out.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub components: Vec<Component>,
}

/// Which translation of a template.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Language {
    /// The code of an approved translation, exactly: `en` is not `en_US`.
    pub code: String,
    /// `deterministic`, the only one there is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub policy: Option<&'static str>,
}

/// The values of one part of a template.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Component {
    /// What stands above the body: one value.
    Header {
        /// The value.
        parameters: Vec<Parameter>,
    },
    /// The body's variables.
    Body {
        /// The values, in order or by name.
        parameters: Vec<Parameter>,
    },
    /// One button.
    Button(TemplateButton),
    /// The cards of a carousel.
    Carousel {
        /// The cards.
        cards: Vec<TemplateCard>,
    },
    /// When an offer ends.
    LimitedTimeOffer {
        /// The value.
        parameters: Vec<Parameter>,
    },
}

/// The value of one button.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TemplateButton {
    /// What kind of button it is.
    pub sub_type: ButtonAction,
    /// Its place among all buttons of the template, from 0.
    pub index: usize,
    /// The value.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parameters: Vec<Parameter>,
}

/// The kinds of buttons that take a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ButtonAction {
    /// A reply; its value comes back when it is tapped.
    QuickReply,
    /// A link; its value ends the address. Also the code's button of an authentication template.
    Url,
    /// A code to copy.
    CopyCode,
    /// A form.
    Flow,
    /// The catalog.
    Catalog,
    /// Several products.
    Mpm,
}

/// The values of one card.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TemplateCard {
    /// Its place, from 0.
    pub card_index: usize,
    /// The values, by the part of the card.
    pub components: Vec<Component>,
}

/// One value.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Parameter {
    /// The variable's name, for templates with named variables.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parameter_name: Option<String>,
    /// The value.
    #[serde(flatten)]
    pub value: ParameterValue,
}

/// A value, one variant per `type`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
#[expect(missing_docs, reason = "each variant holds one field of its own name")]
pub enum ParameterValue {
    /// Words.
    Text { text: String },
    /// An amount of money.
    Currency { currency: Currency },
    /// A date and time.
    DateTime { date_time: DateTime },
    /// A picture for the header.
    Image { image: Media },
    /// A video for the header.
    Video { video: Media },
    /// A file for the header.
    Document { document: Media },
    /// A place for the header.
    Location { location: Location },
    /// A product for the header.
    Product { product: Product },
    /// What comes back when a quick reply is tapped.
    Payload { payload: String },
    /// The code of a copy button.
    CouponCode { coupon_code: String },
    /// What a form, catalog or products button opens with.
    Action { action: ButtonContent },
    /// When an offer ends.
    LimitedTimeOffer {
        limited_time_offer: LimitedTimeOffer,
    },
}

/// An amount of money.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Currency {
    /// What is shown where the amount cannot be put in the customer's way of writing.
    pub fallback_value: String,
    /// The currency by ISO 4217.
    pub code: String,
    /// The amount times 1000.
    pub amount_1000: i64,
}

/// A date and time.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct DateTime {
    /// What is shown.
    pub fallback_value: String,
}

/// When an offer ends.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct LimitedTimeOffer {
    /// Milliseconds since 1970 UTC.
    pub expiration_time_ms: i64,
}

/// What a form, catalog or products button opens with.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct ButtonContent {
    /// Forms: what we get back with the answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub flow_token: Option<String>,
    /// Forms: what the first screen is given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub flow_action_data: Option<Map<String, Value>>,
    /// Catalogs and products: the product whose picture is shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub thumbnail_product_retailer_id: Option<String>,
    /// Products: which ones, in groups.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sections: Vec<ProductSection>,
}

impl TemplateMessage {
    pub(super) fn header_media(&self) -> Option<(MediaKind, &Media)> {
        let values = self
            .components
            .iter()
            .find_map(|component| match component {
                Component::Header { parameters } => parameters.first(),
                _ => None,
            });
        match &values?.value {
            ParameterValue::Image { image } => Some((MediaKind::Image, image)),
            ParameterValue::Video { video } => Some((MediaKind::Video, video)),
            ParameterValue::Document { document } => Some((MediaKind::Document, document)),
            _ => None,
        }
    }
}

impl ParameterValue {
    /// Its `type`.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Text { .. } => "text",
            Self::Currency { .. } => "currency",
            Self::DateTime { .. } => "date_time",
            Self::Image { .. } => "image",
            Self::Video { .. } => "video",
            Self::Document { .. } => "document",
            Self::Location { .. } => "location",
            Self::Product { .. } => "product",
            Self::Payload { .. } => "payload",
            Self::CouponCode { .. } => "coupon_code",
            Self::Action { .. } => "action",
            Self::LimitedTimeOffer { .. } => "limited_time_offer",
        }
    }

    /// The words that stand in the template's text, for values which are words.
    pub fn words(&self) -> Option<&str> {
        match self {
            Self::Text { text } => Some(text),
            Self::Currency { currency } => Some(&currency.fallback_value),
            Self::DateTime { date_time } => Some(&date_time.fallback_value),
            _ => None,
        }
    }
}
