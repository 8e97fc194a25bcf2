//! Words with something to tap: buttons, lists, links, forms, products and requests.

mod carousel;
mod parts;
mod read;

use serde::Serialize;

use super::content::{Media, MediaKind};
use super::product::{Product, ProductSection};

pub(super) use carousel::card_index;
pub(super) use read::any_object;

pub use parts::{
    CarouselAction, CarouselCard, CarouselHeader, CatalogButton, CatalogParameters, ContactRequest,
    FlowButton, FlowParameters, FlowPayload, LinkButton, LinkParameters, ListRow, ListSection,
    LocationRequest, Reply, ReplyButton, Words,
};

/// An interactive message.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Interactive {
    /// What can be tapped; gives the message its `type`.
    #[serde(flatten)]
    pub action: Action,
    /// What stands above the words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub header: Option<Header>,
    /// The words; only a product can do without.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<Words>,
    /// Small print below the words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub footer: Option<Words>,
}

/// What stands above the words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
#[expect(missing_docs, reason = "each variant holds one field of its own name")]
pub enum Header {
    /// A title.
    Text { text: String },
    /// A picture.
    Image { image: Media },
    /// A video.
    Video { video: Media },
    /// A file.
    Document { document: Media },
}

/// What can be tapped, one variant per `type` of an interactive message.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "type", content = "action", rename_all = "snake_case")]
pub enum Action {
    /// Up to three buttons, each of which answers for the customer.
    Button {
        /// The buttons.
        buttons: Vec<ReplyButton>,
    },
    /// A button that opens a list to choose one row from.
    List {
        /// The label of the button.
        button: String,
        /// The rows, in groups.
        sections: Vec<ListSection>,
    },
    /// A button that opens a web page.
    CtaUrl(LinkButton),
    /// A button that opens a form (WhatsApp Flow).
    Flow(FlowButton),
    /// A button that sends where the customer is.
    LocationRequestMessage(LocationRequest),
    /// A button that shares the customer's own number.
    RequestContactInfo(ContactRequest),
    /// One product.
    Product(Product),
    /// Several products to choose from.
    ProductList {
        /// The catalog they are in.
        catalog_id: String,
        /// The products, in groups.
        sections: Vec<ProductSection>,
    },
    /// A button that opens the whole catalog.
    CatalogMessage(CatalogButton),
    /// Cards side by side, each with a link.
    Carousel {
        /// The cards.
        cards: Vec<CarouselCard>,
    },
}

impl Interactive {
    pub(super) fn shown_text(&self) -> Option<String> {
        let header = match &self.header {
            Some(Header::Text { text }) => Some(text.as_str()),
            _ => None,
        };
        let body = self.body.as_ref().map(|body| body.text.as_str());
        let parts: Vec<_> = header.into_iter().chain(body).collect();
        (!parts.is_empty()).then(|| parts.join("\n"))
    }
}

impl Header {
    pub(super) fn media(&self) -> Option<(MediaKind, &Media)> {
        match self {
            Self::Text { .. } => None,
            Self::Image { image } => Some((MediaKind::Image, image)),
            Self::Video { video } => Some((MediaKind::Video, video)),
            Self::Document { document } => Some((MediaKind::Document, document)),
        }
    }
}
