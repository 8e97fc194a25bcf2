//! Messages that are not sent, and the field that is named for it.

use serde_json::{Value, json};

use super::super::*;
use crate::limits;

/// The problems of a message as `field code`.
fn problems(message: &Value) -> Vec<String> {
    let problems = parse(message).expect_err("not sendable");
    let mut found: Vec<_> = problems
        .iter()
        .map(|problem| format!("{} {}", problem.field, problem.code))
        .collect();
    found.sort();
    found
}

fn buttons(titles: &[&str]) -> Value {
    let buttons = titles
        .iter()
        .enumerate()
        .map(|(n, title)| json!({"type": "reply", "reply": {"id": n.to_string(), "title": title}}));
    json!({"type": "interactive", "interactive": {"type": "button", "body": {"text": "?"},
        "action": {"buttons": buttons.collect::<Vec<_>>()}}})
}

#[test]
fn each_mistake_has_the_path_of_its_field() {
    let long = "x".repeat(limits::TEXT_BODY + 1);
    let cases: Vec<(Value, &[&str])> = vec![
        (json!("hi"), &[" wrong_type"]),
        (json!({}), &["type missing"]),
        (json!({"type": "poll", "text": {}}), &["type unknown_value"]),
        (json!({"type": 1}), &["type wrong_type"]),
        (json!({"type": "text"}), &["text missing"]),
        (json!({"type": "text", "text": "hi"}), &["text wrong_type"]),
        (
            json!({"type": "text", "text": {"body": " "}}),
            &["text.body missing"],
        ),
        (
            json!({"type": "text", "text": {"body": 5}}),
            &["text.body wrong_type"],
        ),
        (
            json!({"type": "text", "text": {"body": long}}),
            &["text.body too_long"],
        ),
        (
            json!({"type": "text", "text": {"body": "x"}, "to": "+1", "image": {}}),
            &["image unknown_field", "to unknown_field"],
        ),
        (
            json!({"type": "text", "text": {"body": "x", "preview_url": "yes"}, "context": {"id": "w"}}),
            &[
                "context.id unknown_field",
                "context.message_id missing",
                "text.preview_url wrong_type",
            ],
        ),
        (
            json!({"type": "text", "text": {"body": "x"}, "recipient_type": "group"}),
            &["recipient_type unknown_value"],
        ),
        (
            json!({"type": "image", "image": {"captoin": "c"}}),
            &["image.captoin unknown_field", "image.id missing"],
        ),
        (
            json!({"type": "image", "image": {"id": "1", "link": "https://x.y"}}),
            &["image.link not_allowed"],
        ),
        (
            json!({"type": "image", "image": {"link": "x.jpg"}}),
            &["image.link invalid"],
        ),
        (
            json!({"type": "image", "image": {"link": "file:///etc/passwd"}}),
            &["image.link invalid"],
        ),
        (
            json!({"type": "image", "image": {"id": true}}),
            &["image.id wrong_type"],
        ),
        (
            json!({"type": "audio", "audio": {"id": "1", "caption": "c"}}),
            &["audio.caption unknown_field"],
        ),
        (
            json!({"type": "video", "video": {"id": "1", "filename": "c"}}),
            &["video.filename unknown_field"],
        ),
        (
            json!({"type": "location", "location": {"latitude": 91, "longitude": "east"}}),
            &["location.latitude invalid", "location.longitude wrong_type"],
        ),
        (
            json!({"type": "contacts", "contacts": []}),
            &["contacts count"],
        ),
        (
            json!({"type": "contacts", "contacts": [{"name": {"formatted_name": "Bo"}, "phones": [{}],
                "birthday": "31.12.1990"}, {}]}),
            &[
                "contacts[0].birthday invalid",
                "contacts[0].name.first_name missing",
                "contacts[0].phones[0].phone missing",
                "contacts[1].name missing",
            ],
        ),
        (
            json!({"type": "reaction", "reaction": {"message_id": "w"}}),
            &["reaction.emoji missing"],
        ),
        (
            json!({"type": "reaction", "reaction": {"message_id": "w", "emoji": ""}, "context": {"message_id": "w"}}),
            &["context not_allowed"],
        ),
        (buttons(&[]), &["interactive.action.buttons count"]),
        (
            buttons(&["Yes", "Yes", "a title that is too long", "4"]),
            &[
                "interactive.action.buttons count",
                "interactive.action.buttons[1].reply.title duplicate",
                "interactive.action.buttons[2].reply.title too_long",
            ],
        ),
        (
            json!({"type": "interactive", "interactive": {"type": "list", "header": {"type": "image",
                "image": {"id": "1"}}, "action": {"button": "Open", "sections": [
                    {"rows": [{"id": "1", "title": "a"}]}, {"title": "B", "rows": [{"id": "1", "title": "b"}]}]}}}),
            &[
                "interactive.action.sections[0].title missing",
                "interactive.action.sections[1].rows[0].id duplicate",
                "interactive.body missing",
                "interactive.header not_allowed",
            ],
        ),
        (
            json!({"type": "interactive", "interactive": {"type": "location_request_message",
                "body": {"text": "b"}, "footer": {"text": "f"}, "action": {"name": "cta_url"}}}),
            &[
                "interactive.action.name unknown_value",
                "interactive.footer not_allowed",
            ],
        ),
        (
            json!({"type": "interactive", "interactive": {"type": "product_list", "body": {"text": "b"},
                "action": {"catalog_id": "5", "sections": []}}}),
            &[
                "interactive.action.sections count",
                "interactive.header missing",
            ],
        ),
        (
            json!({"type": "interactive", "interactive": {"type": "flow", "body": {"text": "b"}, "action": {
                "name": "flow", "parameters": {"flow_message_version": 3, "flow_cta": "Book", "mode": "x"}}}}),
            &[
                "interactive.action.parameters.flow_id missing",
                "interactive.action.parameters.mode unknown_value",
            ],
        ),
        (
            json!({"type": "interactive", "interactive": {"type": "carousel", "body": {"text": "b"}, "action": {
                "cards": [{"card_index": 1, "type": "cta_url", "header": {"type": "text"},
                    "action": {"name": "cta_url", "parameters": {"display_text": "x", "url": "nowhere"}}}]}}}),
            &[
                "interactive.action.cards count",
                "interactive.action.cards[0].action.parameters.url invalid",
                "interactive.action.cards[0].card_index invalid",
                "interactive.action.cards[0].header.type unknown_value",
            ],
        ),
        (
            json!({"type": "template", "template": {"name": "n", "language": "en", "components": [
                {"type": "body"}, {"type": "body", "parameters": [{"type": "txt", "text": "x"}]},
                {"type": "button", "sub_type": "url", "index": 10, "parameters": [{"type": "text"}]}]}}),
            &[
                "template.components[0].parameters missing",
                "template.components[1] duplicate",
                "template.components[1].parameters[0].type unknown_value",
                "template.components[2].index invalid",
                "template.components[2].parameters[0].text missing",
                "template.language wrong_type",
            ],
        ),
    ];
    for (message, expected) in cases {
        assert_eq!(problems(&message), expected, "{message}");
    }
}

#[test]
fn a_nul_character_is_found_anywhere() {
    let message = json!({"type": "interactive", "interactive": {"type": "flow",
        "body": {"text": "a\0"}, "action": {"name": "flow", "parameters": {
            "flow_message_version": "3", "flow_cta": "Book", "flow_id": "7",
            "flow_action_payload": {"screen": "A", "data": {"k": ["\0"], "\0": 1}}}}}});
    let payload = "interactive.action.parameters.flow_action_payload.data";
    let expected = [
        format!("{payload} invalid"),
        format!("{payload}.k[0] invalid"),
        "interactive.body.text invalid".to_owned(),
    ];
    assert_eq!(problems(&message), expected);
}

#[test]
fn the_words_say_the_way_out() {
    let said = |message: Value| {
        let problems = parse(&message).expect_err("not sendable");
        let said: Vec<_> = problems
            .into_iter()
            .map(|problem| format!("{}: {}", problem.field, problem.message))
            .collect();
        said.join("\n")
    };
    assert_eq!(
        said(json!({"type": "image", "image": {"captoin": "c"}})),
        "image.id: is missing: it must be the id of an uploaded file; or give a `link`\n\
         image.captoin: is not known here; did you mean `caption`?"
    );
    assert_eq!(
        said(buttons(&["a title that is too long"])),
        "interactive.action.buttons[0].reply.title: has 24 characters; WhatsApp takes at most 20"
    );
    assert_eq!(
        said(buttons(&["1", "2", "3", "4"])),
        "interactive.action.buttons: has 4; WhatsApp takes 1 to 3"
    );
    assert_eq!(
        said(json!({"type": "text", "text": {"body": ["hi"]}})),
        "text.body: must be a text, not a list"
    );
}
