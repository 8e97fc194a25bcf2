//! The parts of interactive messages.

use serde::Serialize;
use serde_json::{Map, Value};

use crate::outbound::content::Media;

/// A text in an object of its own.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Words {
    /// The text.
    pub text: String,
}

/// A button that answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "type", rename = "reply")]
pub struct ReplyButton {
    /// The answer.
    pub reply: Reply,
}

/// The answer of a button.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Reply {
    /// What we get back when it is tapped.
    pub id: String,
    /// Its label.
    pub title: String,
}

/// A group of rows in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ListSection {
    /// What the group is called; required when there are several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The rows.
    pub rows: Vec<ListRow>,
}

/// A row of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ListRow {
    /// What we get back when it is chosen.
    pub id: String,
    /// Its label.
    pub title: String,
    /// More about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
}

/// A button that opens a web page.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(tag = "name", rename = "cta_url")]
pub struct LinkButton {
    /// Which page.
    pub parameters: LinkParameters,
}

/// Where a link button leads.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct LinkParameters {
    /// The label.
    pub display_text: String,
    /// The page.
    pub url: String,
}

/// A button that opens a form.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[serde(tag = "name", rename = "flow")]
pub struct FlowButton {
    /// Which form.
    pub parameters: FlowParameters,
}

/// Which form a button opens, and how. The form is named by `flow_id` or `flow_name`.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct FlowParameters {
    /// The version of this message's format, `3`.
    pub flow_message_version: String,
    /// The label of the button.
    pub flow_cta: String,
    /// The form's id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub flow_id: Option<String>,
    /// The form's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub flow_name: Option<String>,
    /// What we get back with the answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub flow_token: Option<String>,
    /// `draft` to test a form that is not published; else `published`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mode: Option<&'static str>,
    /// `navigate` to open a screen at once, `data_exchange` to ask our endpoint for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub flow_action: Option<&'static str>,
    /// With `navigate`: which screen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub flow_action_payload: Option<FlowPayload>,
}

/// The screen a form opens with.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct FlowPayload {
    /// The screen's id.
    pub screen: String,
    /// What the screen is given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data: Option<Map<String, Value>>,
}

/// A button that sends where the customer is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(tag = "name", rename = "send_location")]
pub struct LocationRequest {}

/// A button that shares the customer's own number.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(tag = "name", rename = "request_contact_info")]
pub struct ContactRequest {}

/// A button that opens the catalog.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(tag = "name", rename = "catalog_message")]
pub struct CatalogButton {
    /// How it looks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parameters: Option<CatalogParameters>,
}

/// How a catalog's button looks.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct CatalogParameters {
    /// The product whose picture is shown; else the first one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub thumbnail_product_retailer_id: Option<String>,
}

/// A card of a carousel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CarouselCard {
    /// Its place, from 0.
    pub card_index: usize,
    /// What can be tapped; gives the card its `type`.
    #[serde(flatten)]
    pub action: CarouselAction,
    /// Its picture or video; of the same kind on all cards.
    pub header: CarouselHeader,
    /// Its words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<Words>,
}

/// What stands above a card's words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
#[expect(missing_docs, reason = "each variant holds one field of its own name")]
pub enum CarouselHeader {
    /// A picture.
    Image { image: Media },
    /// A video.
    Video { video: Media },
}

/// What can be tapped on a card, one variant per `type`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "type", content = "action", rename_all = "snake_case")]
pub enum CarouselAction {
    /// A button that opens a web page.
    CtaUrl(LinkButton),
}
