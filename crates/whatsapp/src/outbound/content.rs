//! Words, files, places and reactions.

use serde::Serialize;
use url::Url;

use crate::limits;
use crate::problem::{Fields, code};

/// A text message.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Text {
    /// The words, at most [`limits::TEXT_BODY`] characters.
    pub body: String,
    /// Whether to show what the first link leads to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub preview_url: Option<bool>,
}

/// What a file is to WhatsApp.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MediaKind {
    /// JPEG or PNG.
    Image,
    /// MP4 or 3GPP.
    Video,
    /// AAC, AMR, MP3, MP4 or OGG with Opus in mono.
    Audio,
    /// Any file.
    Document,
    /// WebP.
    Sticker,
}

/// A file to send.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Media {
    /// Where Meta finds it.
    #[serde(flatten)]
    pub source: MediaSource,
    /// The text under an image, video or document.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub caption: Option<String>,
    /// The name of a document; its ending decides the icon.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub filename: Option<String>,
    /// Whether audio is shown as a voice note; it must be OGG with Opus then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub voice: Option<bool>,
}

/// Where Meta finds a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum MediaSource {
    /// A media id from an upload, see [`crate::graph::Graph::upload`].
    Id(String),
    /// A public address, which Meta fetches without logging in and keeps for 10 minutes.
    Link(String),
}

/// A place.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Location {
    /// Degrees north.
    pub latitude: f64,
    /// Degrees east.
    pub longitude: f64,
    /// What it is called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// How to find it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
}

/// An emoji on a message of at most 30 days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reaction {
    /// The wamid of that message.
    pub message_id: String,
    /// The emoji; empty to take ours away.
    pub emoji: String,
}

impl Text {
    pub(super) fn read(fields: &Fields<'_>) -> Self {
        Self {
            body: fields.text("body", limits::TEXT_BODY),
            preview_url: fields.maybe_flag("preview_url"),
        }
    }
}

impl MediaKind {
    /// Meta's name of it: `image`, `video`, …
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Image => "image",
            Self::Video => "video",
            Self::Audio => "audio",
            Self::Document => "document",
            Self::Sticker => "sticker",
        }
    }
}

impl Media {
    /// An uploaded file.
    pub fn by_id(id: impl Into<String>) -> Self {
        Self {
            source: MediaSource::Id(id.into()),
            caption: None,
            filename: None,
            voice: None,
        }
    }

    /// A file on its own.
    pub(super) fn read(fields: &Fields<'_>, kind: MediaKind) -> Self {
        let has_caption = matches!(
            kind,
            MediaKind::Image | MediaKind::Video | MediaKind::Document
        );
        Self {
            caption: has_caption
                .then(|| fields.maybe_text("caption", limits::CAPTION))
                .flatten(),
            voice: match kind {
                MediaKind::Audio => fields.maybe_flag("voice"),
                _ => None,
            },
            ..Self::read_header(fields, kind)
        }
    }

    /// A file above other words, which has no caption of its own.
    pub(super) fn read_header(fields: &Fields<'_>, kind: MediaKind) -> Self {
        Self {
            source: MediaSource::read(fields),
            filename: match kind {
                MediaKind::Document => fields.maybe_text("filename", usize::MAX),
                _ => None,
            },
            caption: None,
            voice: None,
        }
    }
}

impl MediaSource {
    fn read(fields: &Fields<'_>) -> Self {
        match (fields.has("id"), fields.has("link")) {
            (false, true) => return Self::Link(link(fields, "link")),
            (true, true) => {
                let message = "cannot be there together with `id`; leave one of them out";
                fields.problem("link", code::NOT_ALLOWED, message);
            }
            (true, false) => {}
            (false, false) => {
                // Also asks for `id`, which notes that it is missing.
                return Self::Id(
                    fields.id_or("id", "the id of an uploaded file; or give a `link`"),
                );
            }
        }
        Self::Id(fields.id("id"))
    }
}

/// An address on the web, which must be there.
pub(super) fn link(fields: &Fields<'_>, key: &'static str) -> String {
    let link = fields.text(key, usize::MAX);
    let is_web = |url: Url| matches!(url.scheme(), "http" | "https") && url.has_host();
    if !link.trim().is_empty() && !Url::parse(&link).is_ok_and(is_web) {
        let message = "must be a whole address that begins with https://";
        fields.problem(key, code::INVALID, message);
    }
    link
}

impl Location {
    pub(super) fn read(fields: &Fields<'_>) -> Self {
        Self {
            latitude: fields.number("latitude", -90.0..=90.0),
            longitude: fields.number("longitude", -180.0..=180.0),
            name: fields.maybe_text("name", usize::MAX),
            address: fields.maybe_text("address", usize::MAX),
        }
    }

    pub(crate) fn shown_text(&self) -> String {
        match (&self.name, &self.address) {
            (Some(name), Some(address)) => format!("{name}, {address}"),
            (Some(one), None) | (None, Some(one)) => one.clone(),
            (None, None) => format!("{}, {}", self.latitude, self.longitude),
        }
    }
}

impl Reaction {
    pub(super) fn read(fields: &Fields<'_>) -> Self {
        let message_id = fields.id("message_id");
        if !fields.has("emoji") {
            fields.text("emoji", usize::MAX);
        }
        Self {
            message_id,
            emoji: fields.maybe_text("emoji", usize::MAX).unwrap_or_default(),
        }
    }
}
