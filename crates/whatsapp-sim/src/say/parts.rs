//! The parts of inbound messages: files, taps, forms, and the words of a message.

use serde_json::{Value, json};

use super::{Choice, File};
use crate::error::SimError;
use crate::threads::{Choosable, Message, OnScreen};

/// Bytes as base64 in JSON.
pub(super) mod as_base64 {
    use base64::Engine;
    use base64::engine::general_purpose::STANDARD;
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    pub(crate) fn serialize<S: Serializer>(bytes: &[u8], to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&STANDARD.encode(bytes))
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<u8>, D::Error> {
        let text = String::deserialize(from)?;
        STANDARD.decode(text).map_err(D::Error::custom)
    }
}

/// The MIME type of a file; the usual one of its kind when nothing was said.
pub(super) fn mime_type(kind: &str, given: &str) -> String {
    let usual = match kind {
        "image" => "image/jpeg",
        "video" => "video/mp4",
        "audio" => "audio/ogg; codecs=opus",
        "sticker" => "image/webp",
        _ => "application/pdf",
    };
    if given.is_empty() { usual } else { given }.to_owned()
}

/// What an inbound file says besides its id, type and hash.
pub(super) fn file_content(kind: &str, file: &File) -> Value {
    let mut content = json!({});
    match kind {
        "audio" => content["voice"] = file.voice.into(),
        "sticker" => content["animated"] = file.animated.into(),
        _ => {
            if let Some(caption) = &file.caption {
                content["caption"] = caption.as_str().into();
            }
        }
    }
    if let Some(filename) = file.filename.as_ref().filter(|_| kind == "document") {
        content["filename"] = filename.as_str().into();
    }
    content
}

/// What a tap sends, as type and content.
pub(super) fn tap(message: &Message, choice: &Choice) -> Result<(&'static str, Value), SimError> {
    let choices = choices(message);
    let chosen = match choice {
        Choice::Place(place) => choices.get(*place),
        Choice::Named(name) => choices
            .iter()
            .find(|(id, title, ..)| id == name || title == name),
    };
    let Some((id, title, kind, description)) = chosen else {
        return Err(SimError::impossible(format!(
            "this message has {} buttons or rows to tap, and not that one",
            choices.len()
        )));
    };
    Ok(match *kind {
        "button" => ("button", json!({"payload": id, "text": title})),
        kind => {
            let mut reply = json!({"id": id, "title": title});
            if let Some(description) = description {
                reply["description"] = description.as_str().into();
            }
            let mut content = json!({"type": kind});
            content[kind] = reply;
            ("interactive", content)
        }
    })
}

/// What can be tapped: id, label, kind of the reply, description.
fn choices(message: &Message) -> Vec<(String, String, &'static str, Option<String>)> {
    let text = |value: &Value| value.as_str().map(str::to_owned).unwrap_or_default();
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let action = &message.content["action"];
    let quick_replies = message
        .shown
        .iter()
        .flat_map(|shown| list(&shown["buttons"]));
    let quick_replies = quick_replies
        .filter(|button| button["type"] == "QUICK_REPLY")
        .map(|button| {
            (
                text(&button["payload"]),
                text(&button["text"]),
                "button",
                None,
            )
        });
    let buttons = list(&action["buttons"]).into_iter().map(|button| {
        let reply = &button["reply"];
        (
            text(&reply["id"]),
            text(&reply["title"]),
            "button_reply",
            None,
        )
    });
    let rows = list(&action["sections"])
        .into_iter()
        .flat_map(|section| list(&section["rows"]));
    let rows = rows.map(|row| {
        let description = row["description"].as_str().map(str::to_owned);
        (
            text(&row["id"]),
            text(&row["title"]),
            "list_reply",
            description,
        )
    });
    quick_replies.chain(buttons).chain(rows).collect()
}

/// What a sent-in form says. The form's token comes back with the answers.
pub(super) fn form_reply(message: &Message, answers: Value) -> Result<Value, SimError> {
    let Value::Object(mut answers) = answers else {
        return Err(SimError::impossible(
            "the answers of a form are a JSON object",
        ));
    };
    let token = match message.kind.as_str() {
        "interactive" if message.content["type"] == "flow" => {
            message.content["action"]["parameters"]["flow_token"].as_str()
        }
        "template" => message.shown.iter().find_map(|shown| {
            let buttons = shown["buttons"].as_array()?;
            let flow = buttons.iter().find(|button| button["type"] == "FLOW")?;
            flow["flow_token"].as_str()
        }),
        _ => return Err(SimError::impossible("this message has no form")),
    };
    let token = token.unwrap_or("unused");
    answers.entry("flow_token").or_insert_with(|| token.into());
    Ok(json!({
        "type": "nfm_reply",
        "nfm_reply": {"name": "flow", "body": "Sent", "response_json": Value::Object(answers).to_string()},
    }))
}

/// What a phone shows of a message.
pub(crate) fn on_screen(message: &Message) -> OnScreen {
    if message.revoked {
        return OnScreen::default();
    }
    let tappable = choices(message)
        .into_iter()
        .filter(|_| message.from_business);
    OnScreen {
        text: words(message).unwrap_or_default().to_owned(),
        choices: tappable
            .map(|(id, title, _, description)| Choosable {
                id,
                title,
                description,
            })
            .collect(),
        form: message.from_business && form_reply(message, json!({})).is_ok(),
    }
}

/// The words a person reads in a message; its kind when it has none.
pub(crate) fn words_of(message: &Message) -> String {
    words(message).unwrap_or(message.kind.as_str()).to_owned()
}

fn words(message: &Message) -> Option<&str> {
    let content = &message.content;
    let words = [
        &content["body"],
        &content["body"]["text"],
        &content["caption"],
        &content["text"],
        &content["button_reply"]["title"],
        &content["list_reply"]["title"],
        message
            .shown
            .as_ref()
            .map_or(&Value::Null, |shown| &shown["body"]),
    ];
    words.into_iter().find_map(Value::as_str)
}
