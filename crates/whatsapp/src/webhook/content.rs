//! What a message contains: its media and, for the kinds that make the server do something, a typed
//! [`Content`].

use serde_json::Value;

use super::inbound::MessageKind;
use super::people::{IdChange, Ids, digits, is_user_id};
use super::read::{Object, elements, flag, id_at, text_at};
use super::shown::shown_text;

/// What a message asks of the server beyond being shown.
///
/// A message whose kind promises more than it holds, such as a reaction without a target, is
/// [`Content::Plain`]: there is nothing to act on.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    /// Nothing.
    Plain,
    /// An emoji on another message; `None` takes the person's earlier one away.
    Reaction {
        /// The wamid reacted to.
        target: String,
        /// The emoji.
        emoji: Option<String>,
    },
    /// The person rewrote an earlier message, which may be unknown to us.
    Edit {
        /// The wamid of the first version.
        target: String,
        /// The kind of the new version.
        kind: MessageKind,
        /// What a person reads in the new version.
        text: Option<String>,
        /// The media of the new version.
        media: Option<MediaRef>,
        /// The new version as it came.
        payload: Value,
    },
    /// The person deleted an earlier message, which may be unknown to us.
    Revoke {
        /// Its wamid.
        target: String,
    },
    /// WhatsApp tells that the person's ids changed. Not a message to show.
    System {
        /// What changed.
        kind: SystemKind,
        /// Which ids, as far as Meta says.
        ids: IdChange,
    },
    /// A submitted form (WhatsApp Flow) or address.
    FormReply {
        /// `flow` or `address_message`.
        name: Option<String>,
        /// The answers as Meta sent them: text that should hold JSON.
        response_json: String,
        /// The answers, when that text is a JSON object.
        fields: Option<serde_json::Map<String, Value>>,
    },
    /// A tap on a button or a row of a list.
    Tap {
        /// The id or payload we gave it.
        id: Option<String>,
        /// The label the person saw.
        title: Option<String>,
    },
    /// The person shared their own number because we asked for it.
    ContactRequestAnswer {
        /// The numbers on the card; usually one.
        phones: Vec<SharedPhone>,
    },
}

/// What a system message tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SystemKind {
    /// The person moved to another number (and usually another BSUID).
    NumberChanged,
    /// The person's BSUID was replaced.
    UserIdChanged,
    /// The person's encryption key changed: perhaps a new phone.
    IdentityChanged,
    /// Something newer; its name as it came.
    Other(String),
}

/// A number on a contact card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SharedPhone {
    /// The WhatsApp number, digits only.
    pub wa_id: Option<String>,
    /// The number as written on the card.
    pub phone: Option<String>,
}

impl SharedPhone {
    /// The number in digits: WhatsApp's own, else that on the card if it has its country code.
    pub fn number(&self) -> Option<String> {
        let on_card = || digits(self.phone.as_deref()?.trim().strip_prefix('+')?);
        self.wa_id.clone().or_else(on_card)
    }
}

/// A file to fetch from Meta. Ids of inbound media live 7 days, urls only minutes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MediaRef {
    /// The media id; absent when Meta could not fetch the file itself.
    pub id: Option<String>,
    /// The MIME type as announced.
    pub mime_type: Option<String>,
    /// The SHA-256 of the file, in base64.
    pub sha256: Option<String>,
    /// The sender's file name. Untrusted: sanitise before use.
    pub filename: Option<String>,
    /// Whether it is a recorded voice note.
    pub voice: bool,
    /// Whether it is an animated sticker.
    pub animated: bool,
    /// A short-lived url, which needs the access token.
    pub url: Option<String>,
    /// The text under it.
    pub caption: Option<String>,
}

/// The media of a message of this kind.
pub(super) fn media(kind: MessageKind, message: &Object) -> Option<MediaRef> {
    if !kind.is_media() {
        return None;
    }
    let media = message
        .get(kind.as_str())
        .filter(|media| media.is_object())?;
    let is = |key| media.get(key).and_then(flag).unwrap_or(false);
    Some(MediaRef {
        id: id_at(media, "id"),
        mime_type: id_at(media, "mime_type"),
        sha256: id_at(media, "sha256"),
        filename: id_at(media, "filename"),
        voice: is("voice"),
        animated: is("animated"),
        url: id_at(media, "url").or_else(|| id_at(media, "link")),
        caption: text_at(media, "caption"),
    })
}

/// The typed content of a message. `sender` are the ids that the message is from.
pub(super) fn content(kind: MessageKind, message: &Object, sender: &Ids) -> Content {
    let Some(own) = message.get(kind.as_str()) else {
        return Content::Plain;
    };
    let found = match kind {
        MessageKind::Reaction => id_at(own, "message_id").map(|target| Content::Reaction {
            target,
            emoji: id_at(own, "emoji"),
        }),
        MessageKind::Edit => edit(own),
        MessageKind::Revoke => {
            id_at(own, "original_message_id").map(|target| Content::Revoke { target })
        }
        MessageKind::System => Some(system(own, sender)),
        MessageKind::Button => Some(Content::Tap {
            id: text_at(own, "payload"),
            title: text_at(own, "text"),
        }),
        MessageKind::Interactive => interactive(own),
        MessageKind::Contacts => contact_request_answer(message, own),
        _ => None,
    };
    found.unwrap_or(Content::Plain)
}

fn edit(own: &Value) -> Option<Content> {
    let target = id_at(own, "original_message_id")?;
    let payload = own.get("message").cloned().unwrap_or(Value::Null);
    let message = payload.as_object().cloned().unwrap_or_default();
    let kind = MessageKind::of(&message);
    let text = shown_text(kind, &message);
    Some(Content::Edit {
        target,
        kind,
        text,
        media: media(kind, &message),
        payload,
    })
}

fn interactive(own: &Value) -> Option<Content> {
    let tap = own.get("button_reply").or_else(|| own.get("list_reply"));
    if let Some(tap) = tap.filter(|tap| tap.is_object()) {
        return Some(Content::Tap {
            id: text_at(tap, "id"),
            title: text_at(tap, "title"),
        });
    }
    let reply = own.get("nfm_reply")?;
    let (response_json, fields) = match reply.get("response_json")? {
        Value::String(raw) => (
            raw.clone(),
            serde_json::from_str(&super::repair::repair(raw)).ok(),
        ),
        Value::Object(fields) => (
            Value::Object(fields.clone()).to_string(),
            Some(fields.clone()),
        ),
        _ => return None,
    };
    Some(Content::FormReply {
        name: id_at(reply, "name"),
        response_json,
        fields,
    })
}

fn contact_request_answer(message: &Object, cards: &Value) -> Option<Content> {
    const ASKED_FOR: &str = "contact_request";
    let whole_message = message
        .get("origin")
        .is_some_and(|origin| origin == ASKED_FOR);
    let own_cards = elements(Some(cards.clone())).into_iter().filter(|card| {
        card.get("origin")
            .map_or(whole_message, |origin| origin == ASKED_FOR)
    });
    let phones: Vec<_> = own_cards
        .flat_map(|card| elements(card.get("phones").cloned()))
        .map(|phone| SharedPhone {
            wa_id: id_at(&phone, "wa_id").and_then(|id| digits(&id)),
            phone: id_at(&phone, "phone"),
        })
        .filter(|phone| phone.wa_id.is_some() || phone.phone.is_some())
        .collect();
    (!phones.is_empty()).then_some(Content::ContactRequestAnswer { phones })
}

fn system(own: &Value, sender: &Ids) -> Content {
    let name = id_at(own, "type").unwrap_or_default();
    let kind = match name.as_str() {
        "user_changed_number" | "customer_changed_number" => SystemKind::NumberChanged,
        "user_changed_user_id" => SystemKind::UserIdChanged,
        "customer_identity_changed" | "user_identity_changed" => SystemKind::IdentityChanged,
        _ => SystemKind::Other(name),
    };
    Content::System {
        kind,
        ids: id_change(own, sender),
    }
}

/// The ids of a system message: from its keys in all their spellings, then from its sentence, then
/// from whom the message is.
fn id_change(own: &Value, sender: &Ids) -> IdChange {
    let Some(system) = own.as_object() else {
        return IdChange::default();
    };
    let new = Ids::read(system, ["wa_id", "user_id", "parent_user_id"]);
    let spelled_old = Ids::read(system, ["new_wa_id", "user_id", "parent_user_id"]);
    let old = Ids::read(
        system,
        ["customer", "previous_user_id", "previous_parent_user_id"],
    );
    let (said_old, said_new) = text_at(own, "body")
        .map(|body| said(&body))
        .unwrap_or_default();

    let new_wa_id = new.wa_id.or(spelled_old.wa_id).or(said_new.wa_id.clone());
    let new_user_id = new
        .user_id
        .or(spelled_old.user_id)
        .or(said_new.user_id.clone());
    let new_parent_user_id = new.parent_user_id.or(spelled_old.parent_user_id);
    // The sentence holds the person's own name: believe it only when it agrees with the keys.
    let believed = |said_old: Option<String>, said_new: &Option<String>, new: &Option<String>| {
        said_old.filter(|_| said_new.is_some() && said_new == new)
    };
    let said_old_wa_id = believed(said_old.wa_id, &said_new.wa_id, &new_wa_id);
    let said_old_user_id = believed(said_old.user_id, &said_new.user_id, &new_user_id);

    let different =
        |id: Option<String>, new: &Option<String>| id.filter(|id| Some(id) != new.as_ref());
    IdChange {
        old_wa_id: different(
            old.wa_id.or(said_old_wa_id).or(sender.wa_id.clone()),
            &new_wa_id,
        ),
        old_user_id: different(
            old.user_id.or(said_old_user_id).or(sender.user_id.clone()),
            &new_user_id,
        ),
        old_parent_user_id: different(
            old.parent_user_id.or(sender.parent_user_id.clone()),
            &new_parent_user_id,
        ),
        new_wa_id,
        new_user_id,
        new_parent_user_id,
    }
}

/// The ids in "… changed from OLD to NEW", which is all that messages before August 2026 have.
fn said(body: &str) -> (Ids, Ids) {
    // From the right: what stands before is the person's name, which may say anything.
    let sentence = body
        .rsplit_once(" changed from ")
        .and_then(|(_, ids)| ids.split_once(" to "));
    let Some((old, new)) = sentence else {
        return Default::default();
    };
    let ids = |word: &str| {
        let word = word.trim().trim_end_matches('.');
        match is_user_id(word) && !word.contains(' ') {
            true => Ids {
                user_id: Some(word.to_owned()),
                ..Ids::default()
            },
            false => Ids {
                wa_id: digits(word),
                ..Ids::default()
            },
        }
    };
    (ids(old), ids(new))
}
