//! A file as it is known, and as a message shows it.

use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;
use uuid::Uuid;
use whatsapp::limits::INBOUND_MEDIA_LIFE;

use super::kinds::{extension, has_thumbnail};
use crate::kernel::clock::Timestamp;
use crate::kernel::ids::MediaId;
use crate::kernel::text::clean_line;

/// Characters of a file's name that are kept.
const NAME: usize = 150;
/// The types of messages that are a file.
const OF_FILES: [&str; 5] = ["image", "video", "audio", "document", "sticker"];

crate::words! {
    /// Whether there is a file.
    pub enum MediaState {
        /// It is being fetched from WhatsApp.
        Waiting => "waiting",
        /// It is there.
        Ready => "ready",
        /// It could not be fetched.
        Failed => "failed",
        /// WhatsApp does not have it any more.
        Expired => "expired",
    }
}

crate::row! {
    /// A file that is there, or is known not to be.
    #[derive(Debug, Clone)]
    pub struct Media {
        pub(super) id: MediaId,
        pub(super) uuid: Uuid,
        pub(super) state: MediaState,
        pub(super) problem: Option<String>,
        pub(super) sha256: Option<Vec<u8>>,
        pub(super) bytes: Option<i64>,
        pub(super) mime_type: String,
        pub(super) filename: Option<String>,
        pub(super) width: Option<i64>,
        pub(super) height: Option<i64>,
    }
}

impl Media {
    /// The name to save it under: its own, or one made of its type.
    pub(super) fn name(&self) -> String {
        self.filename.clone().unwrap_or_else(|| {
            let id = self.uuid.simple().to_string();
            let id = id.get(24..).unwrap_or_default();
            match extension(&self.mime_type) {
                Some(extension) => format!("media-{id}.{extension}"),
                None => format!("media-{id}"),
            }
        })
    }
}

/// A file of a message, or one to send.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct MediaView {
    /// The file's id, to be used in messages; null while it waits.
    pub id: Option<Uuid>,
    /// Whether it is there.
    #[schema(inline)]
    pub state: MediaState,
    /// Why it is not.
    pub problem: Option<String>,
    /// What it is.
    #[schema(example = "image/jpeg")]
    pub mime_type: Option<String>,
    /// How large it is.
    #[schema(example = 81_234)]
    pub bytes: Option<i64>,
    /// What it was called.
    #[schema(example = "فاتورة.pdf")]
    pub filename: Option<String>,
    /// Where it is.
    #[schema(example = "/api/media/0199a2f4-7d3e-7c11-9a52-3f2b8c1d4e5f")]
    pub url: Option<String>,
    /// Where a small JPEG, PNG or WebP of it is, for pictures.
    #[schema(example = "/api/media/0199a2f4-7d3e-7c11-9a52-3f2b8c1d4e5f/thumbnail")]
    pub thumbnail_url: Option<String>,
    /// Pixels, of a picture as it is looked at.
    #[schema(example = 1600)]
    pub width: Option<i64>,
    /// Pixels, of a picture as it is looked at.
    #[schema(example = 1200)]
    pub height: Option<i64>,
}

impl From<&Media> for MediaView {
    fn from(media: &Media) -> Self {
        let is_ready = media.state == MediaState::Ready;
        let url = is_ready.then(|| format!("/api/media/{}", media.uuid));
        Self {
            id: Some(media.uuid),
            state: media.state,
            problem: media.problem.clone(),
            mime_type: Some(media.mime_type.clone()),
            bytes: media.bytes,
            filename: media.filename.clone(),
            thumbnail_url: url
                .as_ref()
                .filter(|_| has_thumbnail(&media.mime_type))
                .map(|url| format!("{url}/thumbnail")),
            url,
            width: media.width,
            height: media.height,
        }
    }
}

/// What a message says about its file.
#[derive(Debug, Clone, Copy)]
pub struct OfMessage<'a> {
    /// The message's type.
    pub kind: &'a str,
    /// The message's payload.
    pub payload: &'a Value,
    /// When it reached us.
    pub received_at: Timestamp,
    /// Whether the customer sent it: only then a file is fetched that is not known yet.
    pub is_inbound: bool,
}

/// The file of a message as it is shown: what was `found` for it, or what its payload says of one that
/// was not fetched yet.
pub fn view(found: Option<&Media>, message: OfMessage<'_>, now: Timestamp) -> Option<MediaView> {
    if let Some(media) = found {
        return Some(media.into());
    }
    if !message.is_inbound || !OF_FILES.contains(&message.kind) {
        return None;
    }
    let said = message.payload.get(message.kind)?;
    let text = |key| said.get(key).and_then(Value::as_str).map(str::to_owned);
    let life = i64::try_from(INBOUND_MEDIA_LIFE.as_micros()).unwrap_or(i64::MAX);
    let state = match text("id") {
        None => MediaState::Failed, // WhatsApp itself could not fetch it, and says so in the errors
        Some(_) if message.received_at.plus(life) < now => MediaState::Expired,
        Some(_) => MediaState::Waiting,
    };
    Some(MediaView {
        id: None,
        state,
        problem: None,
        mime_type: text("mime_type"),
        bytes: None,
        filename: text("filename").and_then(|name| safe_name(&name)),
        url: None,
        thumbnail_url: None,
        width: None,
        height: None,
    })
}

/// A name from outside as a file may be called: the last part of a path, without characters that
/// systems forbid or that turn the direction of the text (`cod.exe` could look like `exe.doc`).
/// `None` when nothing is left.
pub(super) fn safe_name(name: &str) -> Option<String> {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let line = clean_line(last, usize::MAX).ok()?;
    let is_safe = |c: &char| !matches!(c, '<' | '>' | ':' | '"' | '|' | '?' | '*' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let line: String = line.chars().filter(is_safe).collect();
    let line = line.trim().trim_start_matches('.').trim();
    let (stem, ending) = match line.rsplit_once('.') {
        Some((stem, ending)) if ending.chars().count() <= 10 => (stem, Some(ending)),
        _ => (line, None),
    };
    // A long name loses its middle, so that the ending still says what it is.
    let stem: String = stem.chars().take(NAME).collect();
    let stem = stem.trim_end_matches(['.', ' ']);
    match (stem, ending) {
        ("", None | Some("")) => None,
        ("", Some(ending)) => Some(ending.to_owned()),
        (stem, None | Some("")) => Some(stem.to_owned()),
        (stem, Some(ending)) => Some(format!("{stem}.{ending}")),
    }
}
