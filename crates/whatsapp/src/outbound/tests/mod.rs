//! What can be sent, and what a developer hears about what cannot.

mod refused;
mod templates;

use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;
use crate::limits;

/// One message of every kind and form, each exactly as it is sent.
pub(super) fn good() -> Vec<Value> {
    let link =
        json!({"name": "cta_url", "parameters": {"display_text": "See", "url": "https://x.y/a?b"}});
    let card = |n: usize| {
        json!({"card_index": n, "type": "cta_url", "action": link,
            "header": {"type": "image", "image": {"link": "https://x.y/i.jpg"}}, "body": {"text": "b"}})
    };
    let interactive = |content: Value| json!({"type": "interactive", "interactive": content});
    let mut good = vec![
        json!({"type": "text", "text": {"body": "مرحبا"}, "context": {"message_id": "wamid.A="}}),
        json!({"type": "text", "text": {"body": "https://x.y", "preview_url": true}}),
        json!({"type": "image", "image": {"id": "81", "caption": "c"}}),
        json!({"type": "video", "video": {"link": "https://x.y/v.mp4", "caption": "c"}}),
        json!({"type": "audio", "audio": {"id": "82", "voice": true}}),
        json!({"type": "document", "document": {"id": "83", "filename": "a.pdf", "caption": "c"}}),
        json!({"type": "sticker", "sticker": {"id": "84"}}),
        json!({"type": "location", "location": {"latitude": 24.7, "longitude": -46.5, "name": "Shop"}}),
        json!({"type": "contacts", "contacts": [{"name": {"formatted_name": "Bo", "first_name": "Bo"},
            "phones": [{"phone": "+1 555 0188", "wa_id": "15550188", "type": "CELL"}],
            "emails": [{"email": "a@b.c", "type": "WORK"}], "urls": [{"url": "https://x.y"}],
            "addresses": [{"city": "Riyadh", "country_code": "sa"}], "org": {"company": "C"},
            "birthday": "1990-12-31"}]}),
        json!({"type": "reaction", "reaction": {"message_id": "wamid.A", "emoji": "👍"}}),
        json!({"type": "reaction", "reaction": {"message_id": "wamid.A", "emoji": ""}}),
        interactive(
            json!({"type": "button", "header": {"type": "text", "text": "h"}, "body": {"text": "Ok?"},
            "footer": {"text": "f"}, "action": {"buttons": [
                {"type": "reply", "reply": {"id": "y", "title": "Yes"}},
                {"type": "reply", "reply": {"id": "n", "title": "No"}}]}}),
        ),
        interactive(
            json!({"type": "list", "body": {"text": "Pick"}, "action": {"button": "Open", "sections": [
            {"title": "Days", "rows": [{"id": "1", "title": "Mon", "description": "10-12"}]}]}}),
        ),
        interactive(json!({"type": "cta_url", "header": {"type": "document",
            "document": {"id": "85", "filename": "a.pdf"}}, "body": {"text": "b"}, "action": link})),
        interactive(
            json!({"type": "flow", "body": {"text": "b"}, "action": {"name": "flow", "parameters": {
            "flow_message_version": "3", "flow_cta": "Book", "flow_id": "7", "flow_token": "t",
            "mode": "draft", "flow_action": "navigate",
            "flow_action_payload": {"screen": "A", "data": {"free": [1, null]}}}}}),
        ),
        interactive(
            json!({"type": "location_request_message", "body": {"text": "b"},
            "action": {"name": "send_location"}}),
        ),
        interactive(
            json!({"type": "request_contact_info", "body": {"text": "b"},
            "action": {"name": "request_contact_info"}}),
        ),
        interactive(
            json!({"type": "product", "action": {"catalog_id": "5", "product_retailer_id": "sku-1"}}),
        ),
        interactive(
            json!({"type": "product_list", "header": {"type": "text", "text": "h"},
            "body": {"text": "b"}, "action": {"catalog_id": "5", "sections": [
                {"title": "A", "product_items": [{"product_retailer_id": "sku-1"}]},
                {"title": "B", "product_items": [{"product_retailer_id": "sku-2"}]}]}}),
        ),
        interactive(
            json!({"type": "catalog_message", "body": {"text": "b"}, "action": {
            "name": "catalog_message", "parameters": {"thumbnail_product_retailer_id": "sku-1"}}}),
        ),
        interactive(json!({"type": "carousel", "body": {"text": "b"},
            "action": {"cards": [card(0), card(1)]}})),
    ];
    good.extend(templates::good());
    good
}

fn read(message: &Value) -> Message {
    parse(message).unwrap_or_else(|problems| panic!("{message}: {problems:#?}"))
}

#[test]
fn every_kind_is_sent_as_it_was_given() {
    for message in good() {
        let parsed = read(&message);
        assert_eq!(parsed.content(), message);
        assert_eq!(parsed.kind(), message["type"]);
        assert_eq!(parsed.check(), Ok(()));
    }
}

#[test]
fn what_means_the_same_is_read_the_same() {
    let message = read(&json!({
        "messaging_product": "whatsapp", "recipient_type": "individual", "context": null,
        "type": "location", "location": {"latitude": "24.7", "longitude": 46, "name": "", "address": null},
    }));
    let location = json!({"latitude": 24.7, "longitude": 46.0});
    assert_eq!(
        message.content(),
        json!({"type": "location", "location": location})
    );
    let image = read(&json!({"type": "IMAGE", "image": {"id": 81}}));
    assert_eq!(
        image.content(),
        json!({"type": "image", "image": {"id": "81"}})
    );
}

#[test]
fn the_body_names_the_recipient_in_one_way() {
    let to = |recipient| Message::text("Hello").to_wire(&recipient, "job-12");
    let expected = json!({"messaging_product": "whatsapp", "recipient_type": "individual",
        "to": "+15550177", "type": "text", "text": {"body": "Hello"},
        "biz_opaque_callback_data": "job-12"});
    assert_eq!(to(Recipient::Phone("15550177".into())), expected);
    assert_eq!(to(Recipient::Phone("+15550177".into())), expected);
    let by_id = to(Recipient::UserId("US.77aa".into()));
    assert_eq!(by_id["recipient"], "US.77aa");
    assert_eq!(by_id.get("to"), None);
}

#[test]
fn a_thread_shows_the_words() {
    let shown: Vec<_> = good()
        .iter()
        .map(|message| read(message).shown_text())
        .collect();
    let shown: Vec<_> = shown.iter().map(Option::as_deref).collect();
    let expected = [
        Some("مرحبا"),
        Some("https://x.y"),
        Some("c"),
        Some("c"),
        None,
        Some("c"),
        None,
        Some("Shop"),
        Some("Bo"),
        Some("👍"),
        None,
        Some("h\nOk?"),
        Some("Pick"),
    ];
    assert_eq!(shown[..expected.len()], expected);
    let place = json!({"type": "location", "location": {"latitude": 1.5, "longitude": -2}});
    assert_eq!(read(&place).shown_text().as_deref(), Some("1.5, -2"));
}

#[test]
fn its_file_is_found_on_its_own_and_in_headers() {
    let found = |n: usize| {
        let message = read(&good()[n]);
        message
            .media()
            .map(|(kind, media)| (kind.as_str(), media.source.clone()))
    };
    let id = |id: &str| MediaSource::Id(id.into());
    assert_eq!(found(0), None);
    assert_eq!(found(2), Some(("image", id("81"))));
    assert_eq!(
        found(3),
        Some(("video", MediaSource::Link("https://x.y/v.mp4".into())))
    );
    assert_eq!(found(4), Some(("audio", id("82"))));
    assert_eq!(found(13), Some(("document", id("85"))));
    let template = read(&templates::good()[1]);
    assert_eq!(
        template.media().map(|(kind, _)| kind),
        Some(MediaKind::Image)
    );
}

/// Every place in a JSON value, as pointers.
fn places(value: &Value, at: &str, found: &mut Vec<String>) {
    found.push(at.to_owned());
    match value {
        Value::Object(object) => {
            for (key, value) in object {
                places(value, &format!("{at}/{key}"), found);
            }
        }
        Value::Array(list) => {
            for (n, value) in list.iter().enumerate() {
                places(value, &format!("{at}/{n}"), found);
            }
        }
        _ => {}
    }
}

fn any_value() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(json!(null)),
        Just(json!(true)),
        Just(json!({})),
        Just(json!([])),
        Just(json!([{}])),
        Just(json!({"id": 1, "type": "text", "text": "x"})),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".{0,30}".prop_map(Value::from),
        Just(json!("x".repeat(limits::TEXT_BODY + 1))),
    ]
}

proptest! {
    /// Whatever is put anywhere: it is refused with problems, or read and sent unchanged in meaning.
    #[test]
    fn a_broken_message_is_refused_and_an_accepted_one_survives(
        which in any::<prop::sample::Index>(),
        place in any::<prop::sample::Index>(),
        put in any_value(),
    ) {
        let good = good();
        let mut message = which.get(&good).clone();
        let mut all = Vec::new();
        places(&message, "", &mut all);
        *message.pointer_mut(place.get::<String>(&all)).expect("a place in it") = put;
        match parse(&message) {
            Ok(read) => prop_assert_eq!(parse(&read.content()), Ok(read)),
            Err(problems) => prop_assert!(!problems.is_empty()),
        }
    }
}
