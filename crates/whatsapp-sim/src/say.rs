//! What people do: write, send files, tap, answer forms, react, edit, delete.
//!
//! Each deed becomes the inbound message that Meta would make of it, with the person's ids as far as this
//! business may see them. Which deeds open the 24-hour window: all but reactions, edits and deletions.

mod inbound;
mod parts;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::error::SimError;
use crate::people::{NUMBER_KNOWN_FOR, PersonId};
use crate::state::State;
use crate::threads::Message;

pub(crate) use inbound::Inbound;
pub(crate) use parts::{on_screen, words_of};

/// Something a person does towards a business number.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Saying {
    /// The phone number id of the business.
    pub to: String,
    /// What they do.
    #[serde(flatten)]
    pub say: Say,
    /// The message it answers, which is quoted.
    #[serde(default)]
    pub reply_to: Option<String>,
    /// Whether it was forwarded from another thread.
    #[serde(default)]
    pub forwarded: bool,
    /// The advertisement they came from, as Meta's `referral`. Opens a free entry point.
    #[serde(default)]
    pub referral: Option<Value>,
}

/// What a person can do.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Say {
    /// Writes words.
    Text {
        /// The words.
        body: String,
    },
    /// Sends a picture.
    Image(File),
    /// Sends a video.
    Video(File),
    /// Sends sound.
    Audio(File),
    /// Sends a file.
    Document(File),
    /// Sends a sticker.
    Sticker(File),
    /// Sends a place.
    Location {
        /// Degrees north.
        latitude: f64,
        /// Degrees east.
        longitude: f64,
        /// What it is called.
        #[serde(default)]
        name: Option<String>,
        /// How to find it.
        #[serde(default)]
        address: Option<String>,
    },
    /// Sends contact cards.
    Contacts {
        /// Meta's array of cards.
        contacts: Value,
    },
    /// Shares their own number, as the answer to a request for it.
    ShareNumber,
    /// Sends a cart from the catalogue.
    Order {
        /// The catalogue.
        catalog_id: String,
        /// Meta's array of items.
        product_items: Value,
    },
    /// Taps a button, quick reply or list row.
    Tap {
        /// The message it is on.
        message: String,
        /// Which one.
        #[serde(default)]
        choice: Choice,
    },
    /// Sends in a form (Flow).
    Form {
        /// The message that opened it.
        message: String,
        /// Their answers: an object.
        answers: Value,
    },
    /// Puts an emoji on a message of either side, or takes it away.
    React {
        /// The message.
        message: String,
        /// The emoji; absent to take it away.
        #[serde(default)]
        emoji: Option<String>,
    },
    /// Rewrites an own text, or the caption of an own file.
    Edit {
        /// The message.
        message: String,
        /// The new words.
        body: String,
    },
    /// Deletes an own message for everyone.
    Revoke {
        /// The message.
        message: String,
    },
    /// Sends something that the Cloud API does not hand on, such as a `poll`.
    Unsupported {
        /// What.
        what: String,
    },
}

/// A file that a person sends.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct File {
    /// Its bytes; base64 in JSON.
    #[serde(with = "parts::as_base64")]
    pub data: Vec<u8>,
    /// Its MIME type; by its kind when empty.
    pub mime_type: String,
    /// The words under it.
    pub caption: Option<String>,
    /// Its name, of documents.
    pub filename: Option<String>,
    /// Whether the sound is a recorded voice note.
    pub voice: bool,
    /// Whether the sticker moves.
    pub animated: bool,
}

/// Which button or row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Choice {
    /// By its place among those that can be tapped, from 0.
    Place(usize),
    /// By its id or label.
    Named(String),
}

impl Default for Choice {
    fn default() -> Self {
        Self::Place(0)
    }
}

impl Saying {
    /// Does `say` towards the number `to`.
    pub fn to(to: impl Into<String>, say: Say) -> Self {
        Self {
            to: to.into(),
            say,
            reply_to: None,
            forwarded: false,
            referral: None,
        }
    }
}

impl State {
    /// Lets a person do something. Returns the id of the message it makes.
    pub(crate) fn say(&mut self, person: PersonId, saying: Saying) -> Result<String, SimError> {
        let phone = saying.to.clone();
        self.person(person)?;
        self.number(&phone)?;
        if self.has_blocked(person, &phone) {
            return Err(SimError::impossible(
                "this person has blocked the business; unblock it first",
            ));
        }
        let mut inbound = self.deed(person, &phone, saying.say)?;
        if let Some(quoted) = &saying.reply_to {
            let known = self.message_between(person, &phone, quoted);
            let by_business = known
                .map(|message| message.from_business)
                .ok_or_else(|| SimError::Unknown("message", quoted.clone()))?;
            let author = self.author(person, &phone, by_business);
            inbound = inbound.quoting(&author, quoted);
        } else if saying.forwarded {
            inbound = inbound.with("context", json!({"forwarded": true}));
        }
        if let Some(referral) = saying.referral {
            let now = self.now();
            self.threads.of(person, &phone).entry_point = Some(now);
            inbound = inbound.with("referral", referral);
        }
        Ok(self.receive(person, &phone, inbound))
    }

    /// Who wrote a message, as `context.from` names them.
    fn author(&self, person: PersonId, phone: &str, by_business: bool) -> String {
        match by_business {
            true => self
                .numbers
                .get(phone)
                .map(|it| it.digits.clone())
                .unwrap_or_default(),
            false => self.shown_number(person, phone).unwrap_or_default(),
        }
    }

    fn deed(&mut self, person: PersonId, phone: &str, say: Say) -> Result<Inbound, SimError> {
        let business = self.author(person, phone, true);
        Ok(match say {
            Say::Text { body } => Inbound::visible("text", json!({"body": body})),
            Say::Image(file) => self.file("image", phone, file),
            Say::Video(file) => self.file("video", phone, file),
            Say::Audio(file) => self.file("audio", phone, file),
            Say::Document(file) => self.file("document", phone, file),
            Say::Sticker(file) => self.file("sticker", phone, file),
            Say::Location {
                latitude,
                longitude,
                name,
                address,
            } => {
                let mut place = json!({"latitude": latitude, "longitude": longitude});
                for (key, text) in [("name", name), ("address", address)] {
                    if let Some(text) = text {
                        place[key] = text.into();
                    }
                }
                Inbound::visible("location", place)
            }
            Say::Contacts { contacts } => Inbound::visible("contacts", contacts),
            Say::ShareNumber => {
                let number = self.person(person)?.number.clone();
                let number = number
                    .ok_or_else(|| SimError::impossible("this person has no number to share"))?;
                let known_until = self.now() + NUMBER_KNOWN_FOR;
                self.threads.of(person, phone).number_known_until = known_until;
                let phones =
                    json!([{"phone": format!("+{number}"), "wa_id": number, "type": "CELL"}]);
                Inbound::visible(
                    "contacts",
                    json!([{"origin": "contact_request", "phones": phones}]),
                )
            }
            Say::Order {
                catalog_id,
                product_items,
            } => Inbound::visible(
                "order",
                json!({"catalog_id": catalog_id, "text": "", "product_items": product_items}),
            ),
            Say::Tap { message, choice } => {
                let target = self.target(person, phone, &message)?;
                let (kind, content) = parts::tap(target, &choice)?;
                Inbound::visible(kind, content).quoting(&business, &message)
            }
            Say::Form { message, answers } => {
                let target = self.target(person, phone, &message)?;
                let reply = parts::form_reply(target, answers)?;
                Inbound::visible("interactive", reply).quoting(&business, &message)
            }
            Say::React { message, emoji } => {
                self.target(person, phone, &message)?;
                if let Some(target) = self.threads.find_mut(&message) {
                    target.reaction_of_person.clone_from(&emoji);
                }
                self.message_event(&message, false);
                let mut reaction = json!({"message_id": message});
                if let Some(emoji) = emoji {
                    reaction["emoji"] = emoji.into();
                }
                Inbound::change("reaction", reaction)
            }
            Say::Edit { message, body } => self.edit(person, phone, &message, &body)?,
            Say::Revoke { message } => {
                self.own(person, phone, &message)?;
                if let Some(target) = self.threads.find_mut(&message) {
                    target.revoked = true;
                }
                self.message_event(&message, false);
                Inbound::change("revoke", json!({"original_message_id": message}))
            }
            Say::Unsupported { what } => {
                let inbound = Inbound::visible("unsupported", json!({"type": what}));
                let error = json!([{
                    "code": 131_051, "title": "Message type unknown", "message": "Message type unknown",
                    "error_data": {"details": "Message type is currently not supported."},
                }]);
                inbound.with("errors", error)
            }
        })
    }

    fn file(&mut self, kind: &'static str, phone: &str, file: File) -> Inbound {
        let content = parts::file_content(kind, &file);
        let media = self.keep_media(
            phone,
            file.data,
            parts::mime_type(kind, &file.mime_type),
            true,
        );
        let mut content = content;
        content["id"] = media.id.as_str().into();
        content["mime_type"] = media.mime_type.as_str().into();
        content["sha256"] = media.sha256_base64().into();
        if let Some(url) = self.media_url(&media.id) {
            content["url"] = url.into();
        }
        Inbound::visible(kind, content)
    }

    /// A message that is in this thread.
    fn target(&self, person: PersonId, phone: &str, wamid: &str) -> Result<&Message, SimError> {
        self.message_between(person, phone, wamid)
            .ok_or_else(|| SimError::Unknown("message", wamid.to_owned()))
    }

    /// A message that the person wrote themselves and has not deleted.
    fn own(&self, person: PersonId, phone: &str, wamid: &str) -> Result<&Message, SimError> {
        let message = self.target(person, phone, wamid)?;
        match message.from_business || message.revoked {
            true => Err(SimError::impossible(
                "people change only what they wrote themselves",
            )),
            false => Ok(message),
        }
    }

    fn edit(
        &mut self,
        person: PersonId,
        phone: &str,
        wamid: &str,
        body: &str,
    ) -> Result<Inbound, SimError> {
        let message = self.own(person, phone, wamid)?;
        let kind = message.kind.clone();
        let key = match kind.as_str() {
            "text" => "body",
            "image" | "video" | "document" => "caption",
            other => return Err(SimError::impossible(format!("a {other} cannot be edited"))),
        };
        let mut content = message.content.clone();
        content[key] = body.into();
        if let Some(message) = self.threads.find_mut(wamid) {
            message.content = content.clone();
            message.edited = true;
        }
        self.message_event(wamid, false);
        let mut new = json!({"type": kind});
        new[kind] = content;
        let edit = json!({"original_message_id": wamid, "message": new});
        Ok(Inbound::change("edit", edit))
    }
}
