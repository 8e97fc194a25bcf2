//! New templates that Meta would look at, and those it would not.

use serde_json::{Value, json};

use super::*;

fn problems(template: &Value) -> Vec<String> {
    let problems = check_new(template).err().unwrap_or_default();
    problems
        .iter()
        .map(|problem| format!("{} {}", problem.field, problem.code))
        .collect()
}

fn with(components: Value) -> Value {
    json!({"name": "order_update", "language": "en_US", "category": "UTILITY", "components": components})
}

fn body(text: &str, examples: &[&str]) -> Value {
    json!({"type": "BODY", "text": text, "example": {"body_text": [examples]}})
}

fn buttons(buttons: Value) -> Value {
    with(json!([{"type": "BODY", "text": "Hello"}, {"type": "BUTTONS", "buttons": buttons}]))
}

#[test]
fn complete_templates_have_no_problems() {
    let header = json!({"type": "HEADER", "format": "TEXT", "text": "Order {{1}}",
        "example": {"header_text": ["A-17"]}});
    let all_buttons = json!({"type": "BUTTONS", "buttons": [
        {"type": "QUICK_REPLY", "text": "Stop"}, {"type": "QUICK_REPLY", "text": "More"},
        {"type": "URL", "text": "Track", "url": "https://x.y/{{1}}", "example": ["https://x.y/A"]},
        {"type": "PHONE_NUMBER", "text": "Call", "phone_number": "+966112000100"},
        {"type": "COPY_CODE", "example": "SAVE10"}]});
    let card = json!({"components": [
        {"type": "HEADER", "format": "IMAGE", "example": {"header_handle": ["4::a"]}},
        {"type": "BODY", "text": "Now"}, {"type": "BUTTONS", "buttons": [{"type": "QUICK_REPLY", "text": "Yes"}]}]});
    for template in [
        with(json!([header, body("Hi {{1}}, see {{2}}.", &["Ana", "x"]),
            {"type": "FOOTER", "text": "f"}, all_buttons])),
        with(
            json!([{"type": "body", "text": "Look"}, {"type": "CAROUSEL", "cards": [card, card]}]),
        ),
        json!({"name": "n", "language": "ar", "category": "MARKETING", "parameter_format": "NAMED",
            "allow_category_change": true, "message_send_ttl_seconds": 43_200, "components": [
                {"type": "LIMITED_TIME_OFFER", "limited_time_offer": {"text": "Soon", "has_expiration": true}},
                {"type": "BODY", "text": "أهلا {{first_name}}!", "example": {"body_text_named_params": [
                    {"param_name": "first_name", "example": "Ana"}]}}]}),
        json!({"name": "code", "language": "en", "category": "AUTHENTICATION", "message_send_ttl_seconds": -1,
            "components": [{"type": "BODY", "add_security_recommendation": true},
                {"type": "FOOTER", "code_expiration_minutes": 5},
                {"type": "BUTTONS", "buttons": [{"type": "OTP", "otp_type": "COPY_CODE"}]}]}),
    ] {
        assert_eq!(problems(&template), [""; 0], "{template}");
    }
}

#[test]
fn every_mistake_is_told_with_its_field() {
    let one = |component: Value| with(json!([{"type": "BODY", "text": "Hello"}, component]));
    let cases: Vec<(Value, &[&str])> = vec![
        (
            json!({}),
            &[
                "name missing",
                "language missing",
                "category missing",
                "components missing",
            ],
        ),
        (
            json!({"name": "Order-Update", "language": "en-US", "category": "SALES",
                "components": [{"type": "FOOTER", "text": "{{1}}"}, {"type": "BODYY"}]}),
            &[
                "name invalid",
                "language invalid",
                "category unknown_value",
                "components[0].text not_allowed",
                "components[1].type unknown_value",
                "components missing",
            ],
        ),
        (
            with(json!([body("{{1}} is here", &["x"])])),
            &["components[0].text not_allowed"],
        ),
        (
            with(json!([body("Here is {{1}} ", &["x"])])),
            &["components[0].text not_allowed"],
        ),
        (
            with(json!([body("a {{1}} {{2}} b", &["x", "y"])])),
            &["components[0].text invalid"],
        ),
        (
            with(json!([body("a {{1}} b {{3}} c", &["x", "y"])])),
            &["components[0].text invalid"],
        ),
        (
            with(json!([body("a {{name}} b", &["x"])])),
            &["components[0].text invalid"],
        ),
        (
            with(json!([body("a {{1} b", &[])])),
            &["components[0].text invalid"],
        ),
        (
            with(json!([body("a {{1}} b", &[])])),
            &["components[0].example.body_text missing"],
        ),
        (
            with(
                json!([{"type": "BODY", "text": "x".repeat(1025)}, {"type": "BODY", "text": "y"}]),
            ),
            &[
                "components[0].text too_long",
                "components[1].type duplicate",
            ],
        ),
        (
            one(json!({"type": "HEADER", "format": "TEXT", "text": "{{1}} or {{2}}"})),
            &[
                "components[1].text count",
                "components[1].example.header_text missing",
            ],
        ),
        (
            one(json!({"type": "HEADER", "format": "VIDEO"})),
            &["components[1].example.header_handle missing"],
        ),
        (
            buttons(json!([{"type": "QUICK_REPLY", "text": "a"},
                {"type": "URL", "text": "b", "url": "https://x.y/{{1}}/z"},
                {"type": "QUICK_REPLY", "text": "a label that is far too long"},
                {"type": "URL", "text": "c", "url": "x.y"},
                {"type": "URL", "text": "d", "url": "https://x.y/{{1}}"}])),
            &[
                "components[1].buttons[1].url not_allowed",
                "components[1].buttons[2].text too_long",
                "components[1].buttons[3].url invalid",
                "components[1].buttons[4].example missing",
                "components[1].buttons.URL count",
                "components[1].buttons invalid",
            ],
        ),
        (
            buttons(json!([{"type": "OTP"}, {"type": "COPY_CODE"},
                {"type": "PHONE_NUMBER", "text": "Call", "phone_number": "ask"}])),
            &[
                "components[1].buttons[0].type not_allowed",
                "components[1].buttons[1].example missing",
                "components[1].buttons[2].phone_number invalid",
            ],
        ),
        (
            one(json!({"type": "CAROUSEL", "cards": [
                {"components": [{"type": "BODY", "text": "a"}]},
                {"components": [{"type": "BUTTONS", "buttons": [{"type": "QUICK_REPLY", "text": "a"}]}]}]})),
            &["components[1].cards[1].components invalid"],
        ),
    ];
    for (template, expected) in cases {
        assert_eq!(problems(&template), expected, "{template}");
    }
}
