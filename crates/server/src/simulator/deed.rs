//! What a simulated person is to do, as somebody asked for it, and as the simulator takes it.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::Deserialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;
use whatsapp_sim::{Choice, File, Say, Saying};

use super::samples;
use crate::http::{ApiResult, Faults};

crate::words! {
    /// What a simulated person does.
    pub(super) enum SimulatedDeed {
        /// Writes words: `body`.
        Text => "text",
        /// Sends a picture: `data` or the sample, `caption`.
        Image => "image",
        /// Sends a video: `data`, `caption`.
        Video => "video",
        /// Sends sound: `data` or the sample, `voice`.
        Audio => "audio",
        /// Sends a file: `data` or the sample, `filename`, `caption`.
        Document => "document",
        /// Sends a sticker: `data` or the sample.
        Sticker => "sticker",
        /// Sends a place: `latitude`, `longitude`, `name`, `address`.
        Location => "location",
        /// Sends contact cards: `contacts`, as WhatsApp writes them.
        Contacts => "contacts",
        /// Shares the own number, as the answer to a request for it.
        ShareNumber => "share_number",
        /// Taps a button, a quick reply or a list row: `message`, `choice`.
        Tap => "tap",
        /// Sends in a form: `message`, `answers`.
        Form => "form",
        /// Puts an emoji on a message, or takes it away: `message`, `emoji`.
        React => "react",
        /// Rewrites an own message: `message`, `body`.
        Edit => "edit",
        /// Deletes an own message for everyone: `message`.
        Revoke => "revoke",
        /// Sends something that WhatsApp does not hand on, such as a poll: `body` says what.
        Unsupported => "unsupported",
    }
}

/// Something that a simulated person does towards the business; what is needed besides `type` is said
/// at each of them.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"type": "text", "body": "متى تفتحون؟"}))]
pub(super) struct DoOnPhone {
    /// What they do.
    #[serde(rename = "type")]
    deed: SimulatedDeed,
    /// The words.
    #[schema(nullable = false)]
    body: Option<String>,
    /// A file's bytes in base64; a small sample is sent without them.
    #[schema(nullable = false)]
    data: Option<String>,
    /// The file's type; the usual one of its kind when left out.
    #[schema(example = "image/jpeg", nullable = false)]
    mime_type: Option<String>,
    /// The words under a file.
    #[schema(nullable = false)]
    caption: Option<String>,
    /// A document's name.
    #[schema(example = "menu.pdf", nullable = false)]
    filename: Option<String>,
    /// Whether the sound is a recorded voice note.
    #[serde(default)]
    voice: bool,
    /// Degrees north.
    #[schema(minimum = -90, maximum = 90, nullable = false)]
    latitude: Option<f64>,
    /// Degrees east.
    #[schema(minimum = -180, maximum = 180, nullable = false)]
    longitude: Option<f64>,
    /// What the place is called.
    #[schema(nullable = false)]
    name: Option<String>,
    /// How to find the place.
    #[schema(nullable = false)]
    address: Option<String>,
    /// Contact cards, as WhatsApp writes them.
    #[schema(value_type = Vec<Object>, nullable = false)]
    contacts: Option<Vec<Map<String, Value>>>,
    /// The `id` of the message that is tapped, answered, reacted to, edited or revoked.
    #[schema(nullable = false)]
    message: Option<String>,
    /// The id or the title of the button or row; the first one when left out.
    #[schema(nullable = false)]
    choice: Option<String>,
    /// A form's answers by field.
    #[schema(value_type = Object, nullable = false)]
    answers: Option<Map<String, Value>>,
    /// The emoji; left out to take the reaction away.
    #[schema(example = "👍", nullable = false)]
    emoji: Option<String>,
    /// The `id` of a message that is quoted.
    #[schema(nullable = false)]
    reply_to: Option<String>,
    /// Whether it was forwarded from elsewhere.
    #[serde(default)]
    forwarded: bool,
    /// The advertisement that they came from, as WhatsApp's `referral`.
    #[schema(value_type = Object, nullable = false)]
    referral: Option<Map<String, Value>>,
}

impl DoOnPhone {
    /// The same as the simulator takes it, towards this number. A 422 names what is missing.
    pub(super) fn towards(self, number: &str) -> ApiResult<Saying> {
        let mut needs = Needs::default();
        let say = match self.deed {
            SimulatedDeed::Text => Say::Text {
                body: needs.text("body", self.body),
            },
            SimulatedDeed::Image => Say::Image(self.file(&mut needs)),
            SimulatedDeed::Video => Say::Video(self.file(&mut needs)),
            SimulatedDeed::Audio => Say::Audio(self.file(&mut needs)),
            SimulatedDeed::Document => Say::Document(self.file(&mut needs)),
            SimulatedDeed::Sticker => Say::Sticker(self.file(&mut needs)),
            SimulatedDeed::Location => Say::Location {
                latitude: needs.degrees("latitude", self.latitude, 90.0),
                longitude: needs.degrees("longitude", self.longitude, 180.0),
                name: self.name,
                address: self.address,
            },
            SimulatedDeed::Contacts => Say::Contacts {
                contacts: needs.some("contacts", self.contacts).into_iter().collect(),
            },
            SimulatedDeed::ShareNumber => Say::ShareNumber,
            SimulatedDeed::Tap => Say::Tap {
                message: needs.text("message", self.message),
                choice: self.choice.map(Choice::Named).unwrap_or_default(),
            },
            SimulatedDeed::Form => Say::Form {
                message: needs.text("message", self.message),
                answers: Value::Object(needs.some("answers", self.answers)),
            },
            SimulatedDeed::React => Say::React {
                message: needs.text("message", self.message),
                emoji: self.emoji,
            },
            SimulatedDeed::Edit => Say::Edit {
                message: needs.text("message", self.message),
                body: needs.text("body", self.body),
            },
            SimulatedDeed::Revoke => Say::Revoke {
                message: needs.text("message", self.message),
            },
            SimulatedDeed::Unsupported => Say::Unsupported {
                what: self.body.unwrap_or_else(|| "poll".to_owned()),
            },
        };
        needs.0.end()?;
        Ok(Saying {
            reply_to: self.reply_to,
            forwarded: self.forwarded,
            referral: self.referral.map(Value::Object),
            ..Saying::to(number, say)
        })
    }

    fn file(&self, needs: &mut Needs) -> File {
        let sample = samples::file(self.deed.as_str());
        let (data, mime_type, filename) = match (&self.data, sample) {
            (Some(data), _) => (needs.bytes(data), "", None),
            (None, Some(sample)) => (
                sample.bytes.to_vec(),
                sample.mime_type,
                Some(sample.filename.to_owned()),
            ),
            (None, None) => {
                needs.missing("data");
                (Vec::new(), "", None)
            }
        };
        File {
            data,
            mime_type: self
                .mime_type
                .clone()
                .unwrap_or_else(|| mime_type.to_owned()),
            caption: self.caption.clone(),
            filename: self.filename.clone().or(filename),
            voice: self.voice,
            animated: false,
        }
    }
}

/// What a deed needs, and what of it is not there.
#[derive(Default)]
struct Needs(Faults);

impl Needs {
    fn missing(&mut self, field: &str) {
        self.0.add(field, "is needed for this type");
    }

    fn some<T: Default>(&mut self, field: &str, value: Option<T>) -> T {
        value.unwrap_or_else(|| {
            self.missing(field);
            T::default()
        })
    }

    fn text(&mut self, field: &str, value: Option<String>) -> String {
        let text = value.filter(|text| !text.trim().is_empty());
        self.some(field, text)
    }

    fn degrees(&mut self, field: &str, value: Option<f64>, most: f64) -> f64 {
        let degrees = self.some(field, value);
        if !(-most..=most).contains(&degrees) {
            self.0.add(field, format!("must be from -{most} to {most}"));
        }
        degrees
    }

    fn bytes(&mut self, data: &str) -> Vec<u8> {
        let read = STANDARD.decode(data).ok().filter(|bytes| !bytes.is_empty());
        let read = read.ok_or("must be the file's bytes in base64, with padding");
        self.0.check("data", read).unwrap_or_default()
    }
}
