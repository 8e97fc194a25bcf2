//! One message to a customer: what it says, in Meta's own shape, known to be right before it is sent.
//!
//! [`parse`] reads the JSON that Meta's `POST /{phone}/messages` takes, without the envelope: `type`,
//! the content under the key of that name, and `context` for an answer to a message. What holds:
//!
//! - A [`Message`] from [`parse`] keeps to what Meta publishes in [`crate::limits`]; all that is wrong
//!   with a refused one is told at once.
//! - Nothing unknown is handed on to Meta: a key we do not know is refused by name.
//! - [`Message::content`] and [`parse`] are each other's inverse, so a message can be kept as JSON.
//!
//! Whether a template's values fit that template is for [`crate::template::check_send`], whether the
//! customer may be written to at all for the caller. Payments, calls and pins are not in here.
//!
//! See <https://developers.facebook.com/docs/whatsapp/cloud-api/reference/messages>.

mod contacts;
mod content;
mod interactive;
mod product;
mod recipient;
mod template_message;
#[cfg(test)]
mod tests;

use serde::Serialize;
use serde_json::{Value, json};

use crate::problem::{Fields, Problem, Problems, code};

pub use contacts::{Address, Card, Email, Name, Organization, Phone, Website};
pub use content::{Location, Media, MediaKind, MediaSource, Reaction, Text};
pub use interactive::{
    Action, CarouselAction, CarouselCard, CarouselHeader, CatalogButton, CatalogParameters,
    ContactRequest, FlowButton, FlowParameters, FlowPayload, Header, Interactive, LinkButton,
    LinkParameters, ListRow, ListSection, LocationRequest, Reply, ReplyButton, Words,
};
pub use product::{Product, ProductItem, ProductSection};
pub use recipient::Recipient;
pub use template_message::{
    ButtonAction, ButtonContent, Component, Currency, DateTime, Language, LimitedTimeOffer,
    Parameter, ParameterValue, TemplateButton, TemplateCard, TemplateMessage,
};

/// What a customer gets from us.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Message {
    /// What it says.
    #[serde(flatten)]
    pub content: Content,
    /// The message it answers, which is then quoted above it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub context: Option<Context>,
}

/// The message that another one answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Context {
    /// Its wamid.
    pub message_id: String,
}

/// The content of a message, one variant per `type`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
#[expect(missing_docs, reason = "each variant holds one field of its own name")]
pub enum Content {
    /// Words.
    Text { text: Text },
    /// A picture, JPEG or PNG.
    Image { image: Media },
    /// A video, MP4 or 3GPP.
    Video { video: Media },
    /// Sound, or a voice note.
    Audio { audio: Media },
    /// A file.
    Document { document: Media },
    /// A sticker, WebP.
    Sticker { sticker: Media },
    /// A place on the map.
    Location { location: Location },
    /// Contact cards.
    Contacts { contacts: Vec<Card> },
    /// An emoji on a message.
    Reaction { reaction: Reaction },
    /// A template that Meta approved, with its values.
    Template { template: TemplateMessage },
    /// Words with something to tap.
    Interactive { interactive: Box<Interactive> },
}

/// The kinds of messages by their names, each with how to read it.
const KINDS: &[(&str, Read)] = &[
    ("text", |message| Content::Text {
        text: message.object("text", Text::read),
    }),
    ("image", |message| Content::Image {
        image: message.object("image", |media| Media::read(media, MediaKind::Image)),
    }),
    ("video", |message| Content::Video {
        video: message.object("video", |media| Media::read(media, MediaKind::Video)),
    }),
    ("audio", |message| Content::Audio {
        audio: message.object("audio", |media| Media::read(media, MediaKind::Audio)),
    }),
    ("document", |message| Content::Document {
        document: message.object("document", |media| Media::read(media, MediaKind::Document)),
    }),
    ("sticker", |message| Content::Sticker {
        sticker: message.object("sticker", |media| Media::read(media, MediaKind::Sticker)),
    }),
    ("location", |message| Content::Location {
        location: message.object("location", Location::read),
    }),
    ("contacts", |message| Content::Contacts {
        contacts: Card::list(message),
    }),
    ("reaction", |message| Content::Reaction {
        reaction: message.object("reaction", Reaction::read),
    }),
    ("template", |message| Content::Template {
        template: message.object("template", TemplateMessage::read),
    }),
    ("interactive", |message| Content::Interactive {
        interactive: Box::new(message.object("interactive", Interactive::read)),
    }),
];

type Read = fn(&Fields<'_>) -> Content;

/// Reads and checks a message: `{"type": "text", "text": {"body": "Hello"}}`.
///
/// Besides the content, Meta's `messaging_product` and `recipient_type` may be there with the values
/// they always have. Whom it goes to is not a part of it: take `to` and the like out first.
///
/// # Errors
/// With everything that is wrong, each with the path of its field.
pub fn parse(message: &Value) -> Result<Message, Vec<Problem>> {
    let problems = Problems::strict();
    problems.add_nul_characters(message, "");
    let message = Fields::read(message, "", &problems, read);
    problems.or(message)
}

fn read(fields: &Fields<'_>) -> Message {
    fields.always("messaging_product", "whatsapp");
    fields.always("recipient_type", "individual");
    let context = fields.maybe_object("context", |context| Context {
        message_id: context.id("message_id"),
    });
    let content = match fields.word("type", KINDS) {
        Some(read) => read(fields),
        None => {
            // The type is what is wrong, and not the content beside it.
            for (name, _) in KINDS {
                fields.get(name);
            }
            Content::Text {
                text: Text::default(),
            }
        }
    };
    if context.is_some() && matches!(content, Content::Reaction { .. }) {
        let message = "is not for reactions: they name their message in `reaction.message_id`";
        fields.problem("context", code::NOT_ALLOWED, message);
    }
    Message { content, context }
}

impl Message {
    /// A message of this content that answers none.
    pub fn new(content: Content) -> Self {
        Self {
            content,
            context: None,
        }
    }

    /// A text message.
    pub fn text(body: impl Into<String>) -> Self {
        Self::new(Content::Text {
            text: Text {
                body: body.into(),
                preview_url: None,
            },
        })
    }

    /// Checks a message that was put together rather than parsed.
    ///
    /// # Errors
    /// As [`parse`].
    pub fn check(&self) -> Result<(), Vec<Problem>> {
        parse(&self.content()).map(drop)
    }

    /// The message as JSON, as [`parse`] takes it.
    pub fn content(&self) -> Value {
        serde_json::to_value(self).expect("a message has text keys and finite numbers only")
    }

    /// The whole body of Meta's `POST /{phone}/messages`.
    ///
    /// `opaque` comes back in every status of the message and is the only way to recognise one whose
    /// answer was lost; at most [`crate::limits::CALLBACK_DATA`] characters.
    pub fn to_wire(&self, to: &Recipient, opaque: &str) -> Value {
        let mut body = self.content();
        body["messaging_product"] = json!("whatsapp");
        body["recipient_type"] = json!("individual");
        if !opaque.is_empty() {
            body["biz_opaque_callback_data"] = json!(opaque);
        }
        let (key, address) = to.wire();
        body[key] = json!(address);
        body
    }

    /// Its kind, by Meta's name: `text`, `image`, …
    pub fn kind(&self) -> &'static str {
        match &self.content {
            Content::Text { .. } => "text",
            Content::Image { .. } => "image",
            Content::Video { .. } => "video",
            Content::Audio { .. } => "audio",
            Content::Document { .. } => "document",
            Content::Sticker { .. } => "sticker",
            Content::Location { .. } => "location",
            Content::Contacts { .. } => "contacts",
            Content::Reaction { .. } => "reaction",
            Content::Template { .. } => "template",
            Content::Interactive { .. } => "interactive",
        }
    }

    /// What a person reads of it in a thread; `None` where there are no words.
    ///
    /// A template's words stand in the template: see [`crate::template::render`].
    pub fn shown_text(&self) -> Option<String> {
        match &self.content {
            Content::Text { text } => Some(text.body.clone()),
            Content::Image { image: media }
            | Content::Video { video: media }
            | Content::Document { document: media } => {
                media.caption.clone().or_else(|| media.filename.clone())
            }
            Content::Location { location } => Some(location.shown_text()),
            Content::Contacts { contacts } => Some(contacts::shown_text(contacts)),
            Content::Reaction { reaction } => {
                Some(reaction.emoji.clone()).filter(|emoji| !emoji.is_empty())
            }
            Content::Interactive { interactive } => interactive.shown_text(),
            Content::Audio { .. } | Content::Sticker { .. } | Content::Template { .. } => None,
        }
    }

    /// Its file: its own, or that of its header. The cards of a carousel have theirs besides.
    pub fn media(&self) -> Option<(MediaKind, &Media)> {
        match &self.content {
            Content::Image { image } => Some((MediaKind::Image, image)),
            Content::Video { video } => Some((MediaKind::Video, video)),
            Content::Audio { audio } => Some((MediaKind::Audio, audio)),
            Content::Document { document } => Some((MediaKind::Document, document)),
            Content::Sticker { sticker } => Some((MediaKind::Sticker, sticker)),
            Content::Template { template } => template.header_media(),
            Content::Interactive { interactive } => interactive.header.as_ref()?.media(),
            Content::Text { .. }
            | Content::Location { .. }
            | Content::Contacts { .. }
            | Content::Reaction { .. } => None,
        }
    }
}
