//! What a person reads of a message in the thread: its words or, where it has none, what it holds.
//!
//! Nothing here is a sentence of ours, as those who read speak many languages: it is what the sender
//! wrote or chose, and Meta's own words where there is nothing else.

use serde_json::Value;

use super::inbound::MessageKind;
use super::read::{ApiError, Object, elements, text, text_at};

/// The words of a message, or `None` when there are none in it.
pub(super) fn shown_text(kind: MessageKind, message: &Object) -> Option<String> {
    if matches!(kind, MessageKind::Unsupported | MessageKind::Unknown) {
        return unsupported_text(message);
    }
    let own = message.get(kind.as_str())?;
    match kind {
        MessageKind::Text | MessageKind::System => text_at(own, "body").or_else(|| text(own)),
        MessageKind::Image | MessageKind::Video | MessageKind::Audio => text_at(own, "caption"),
        MessageKind::Document => text_at(own, "caption").or_else(|| text_at(own, "filename")),
        MessageKind::Location => location_text(own),
        MessageKind::Contacts => contacts_text(own),
        MessageKind::Reaction => text_at(own, "emoji"),
        MessageKind::Button => text_at(own, "text"),
        MessageKind::Interactive => interactive_text(own),
        MessageKind::Order => order_text(own),
        MessageKind::Sticker
        | MessageKind::Edit
        | MessageKind::Revoke
        | MessageKind::MediaPlaceholder
        | MessageKind::Unsupported
        | MessageKind::Unknown => None,
    }
}

/// What it was, and why Meta does not hand it on.
fn unsupported_text(message: &Object) -> Option<String> {
    let kind = message
        .get("unsupported")
        .and_then(|own| text_at(own, "type"))
        .or_else(|| {
            let name = message.get("type").and_then(text);
            name.filter(|name| name != "unsupported" && name != "unknown")
        });
    let reason = ApiError::list(message)
        .into_iter()
        .find_map(|error| error.details.or(error.title).or(error.message));
    join([kind, reason], ": ")
}

fn location_text(location: &Value) -> Option<String> {
    join(
        [text_at(location, "name"), text_at(location, "address")],
        ", ",
    )
    .or_else(|| {
        let coordinates = [
            text_at(location, "latitude")?,
            text_at(location, "longitude")?,
        ];
        Some(coordinates.join(", "))
    })
}

fn contacts_text(cards: &Value) -> Option<String> {
    let cards = elements(Some(cards.clone()));
    join(cards.iter().map(card_text), ", ")
}

/// Whose card it is, and the numbers on it.
fn card_text(card: &Value) -> Option<String> {
    let name = card.get("name").unwrap_or(&Value::Null);
    let parts = [text_at(name, "first_name"), text_at(name, "last_name")];
    let name = text_at(name, "formatted_name")
        .or_else(|| join(parts, " "))
        .or_else(|| card.get("org").and_then(|org| text_at(org, "company")));
    let phones = elements(card.get("phones").cloned());
    let phones = phones.iter().map(|phone| {
        text_at(phone, "phone").or_else(|| Some(format!("+{}", text_at(phone, "wa_id")?)))
    });
    join([name, join(phones, " · ")], " ")
}

fn interactive_text(interactive: &Value) -> Option<String> {
    let at = |reply, key| interactive.get(reply).and_then(|reply| text_at(reply, key));
    at("button_reply", "title")
        .or_else(|| at("list_reply", "title"))
        .or_else(|| interactive.get("nfm_reply").and_then(form_text))
        .or_else(|| {
            // An answer we know by its name only: a call permitted, a way to pay.
            let kind = text_at(interactive, "type")?;
            let answers = interactive.get(&kind).map(answers).unwrap_or_default();
            join(
                [Some(kind), join(answers.into_iter().map(Some), ", ")],
                ": ",
            )
        })
}

/// The answers of a submitted form or address, one in a line.
fn form_text(reply: &Value) -> Option<String> {
    let answers = match reply.get("response_json") {
        Some(Value::String(raw)) => {
            serde_json::from_str(&super::repair::repair(raw)).unwrap_or(Value::Null)
        }
        Some(fields) => fields.clone(),
        None => Value::Null,
    };
    join(self::answers(&answers).into_iter().map(Some), "\n").or_else(|| text_at(reply, "body"))
}

/// The fields of an object as `name: value`. Of a form's own bookkeeping, the token is left out.
fn answers(object: &Value) -> Vec<String> {
    let fields = object.as_object().into_iter().flatten();
    fields
        .filter(|(name, _)| *name != "flow_token")
        .flat_map(|(name, value)| match value {
            Value::Object(_) => answers(value),
            Value::Array(chosen) => {
                let chosen = join(chosen.iter().map(text), ", ");
                chosen
                    .map(|chosen| format!("{name}: {chosen}"))
                    .into_iter()
                    .collect()
            }
            Value::Bool(flag) => vec![format!("{name}: {flag}")],
            value => text(value)
                .map(|text| format!("{name}: {text}"))
                .into_iter()
                .collect(),
        })
        .collect()
}

/// The note to an order, and what was ordered.
fn order_text(order: &Value) -> Option<String> {
    let items = elements(order.get("product_items").cloned());
    let items = items.iter().map(|item| {
        let product = text_at(item, "product_retailer_id")?;
        let quantity = text_at(item, "quantity").unwrap_or_else(|| "1".into());
        Some(format!("{quantity} × {product}"))
    });
    join([text_at(order, "text"), join(items, ", ")], "\n")
}

/// What there is of the parts, in one text.
fn join(parts: impl IntoIterator<Item = Option<String>>, between: &str) -> Option<String> {
    let parts: Vec<_> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(between))
}
