//! Values that fit their template, and those that do not.

use serde_json::{Value, json};

use super::*;

fn problems(template: &Template, components: Value) -> Vec<String> {
    let problems = check_send(template, &message(components))
        .err()
        .unwrap_or_default();
    let told = problems.iter().map(|problem| {
        let field = problem
            .field
            .strip_prefix("template.components")
            .expect("its path");
        format!("{field} {}", problem.code)
    });
    told.collect()
}

fn text(text: &str) -> Value {
    json!({"type": "text", "text": text})
}

fn named(name: &str) -> Value {
    json!({"type": "text", "parameter_name": name, "text": "x"})
}

#[test]
fn values_by_number() {
    let header = json!({"type": "header", "parameters": [{"type": "image", "image": {"id": "1"}}]});
    let body = json!({"type": "body", "parameters": [text("Ana"), text("A 17")]});
    let url =
        json!({"type": "button", "sub_type": "url", "index": "1", "parameters": [text("A-17")]});
    assert!(problems(&order(), json!([header, body, url])).is_empty());
    let quick = json!({"type": "button", "sub_type": "quick_reply", "index": 0,
        "parameters": [{"type": "payload", "payload": "STOP"}]});
    assert!(problems(&order(), json!([url, quick, body, header])).is_empty());

    assert_eq!(
        problems(&order(), json!([])),
        [
            ".header parameter_format",
            ".body parameter_count",
            ".button[1] parameter_count"
        ]
    );
    let cases = [
        (
            json!({"type": "body", "parameters": [text("Ana")]}),
            "[2].parameters parameter_count",
        ),
        (
            json!({"type": "body", "parameters": [text("Ana"), named("x")]}),
            "[2].parameters[1].parameter_name parameter_format",
        ),
        (
            json!({"type": "body", "parameters": [text("a\nb"), text("b")]}),
            "[2].parameters[0].text parameter_text",
        ),
        (
            json!({"type": "body", "parameters": [text("a"), text("b     c")]}),
            "[2].parameters[1].text parameter_text",
        ),
        (
            json!({"type": "body", "parameters": [text("a"), {"type": "payload", "payload": "b"}]}),
            "[2].parameters[1].type parameter_format",
        ),
    ];
    for (body, expected) in cases {
        assert_eq!(problems(&order(), json!([header, url, body])), [expected]);
    }
    let cases = [
        (
            json!({"type": "button", "sub_type": "url", "index": 1}),
            "[2].parameters parameter_count",
        ),
        (
            json!({"type": "button", "sub_type": "copy_code", "index": 1}),
            "[2].sub_type parameter_format",
        ),
    ];
    for (button, expected) in cases {
        assert_eq!(
            problems(&order(), json!([header, body, button])),
            [expected]
        );
    }
    let call = json!({"type": "button", "sub_type": "url", "index": 2, "parameters": [text("x")]});
    assert_eq!(
        problems(&order(), json!([header, body, url, call])),
        ["[3].index parameter_count"]
    );
    let video = json!({"type": "header", "parameters": [{"type": "video", "video": {"id": "1"}}]});
    assert_eq!(
        problems(&order(), json!([video, body, url])),
        ["[0].parameters[0].type parameter_format"]
    );
}

#[test]
fn values_by_name() {
    let header = json!({"type": "header", "parameters": [named("first_name")]});
    let body = |names: &[&str]| {
        let values: Vec<_> = names.iter().map(|name| named(name)).collect();
        json!([header, {"type": "body", "parameters": values}])
    };
    assert!(problems(&welcome(), body(&["city", "shop"])).is_empty());
    assert_eq!(
        problems(&welcome(), body(&["city", "shope"])),
        [
            "[1].parameters[1].parameter_name parameter_format",
            "[1].parameters.shop parameter_count"
        ]
    );
    assert_eq!(
        problems(&welcome(), body(&["city", "city"])),
        [
            "[1].parameters[1].parameter_name duplicate",
            "[1].parameters.shop parameter_count"
        ]
    );
}

#[test]
fn one_time_codes_are_short_and_the_same_twice() {
    let code = |in_words: &str, on_button: &str| {
        json!([{"type": "body", "parameters": [text(in_words)]},
            {"type": "button", "sub_type": "url", "index": 0, "parameters": [text(on_button)]}])
    };
    assert!(problems(&one_time_code(), code("123456", "123456")).is_empty());
    assert_eq!(
        problems(&one_time_code(), code("123456", "123457")),
        ["[1].parameters[0].text invalid"]
    );
    let long = "1234567890123456";
    assert_eq!(
        problems(&one_time_code(), code(long, long)),
        [
            "[0].parameters[0].text too_long",
            "[1].parameters[0].text too_long"
        ]
    );
    let only_words = json!([{"type": "body", "parameters": [text("123456")]}]);
    assert_eq!(
        problems(&one_time_code(), only_words),
        [".button[0] parameter_count"]
    );
}

#[test]
fn every_card_needs_its_values() {
    let card = |n: usize, components: Value| json!({"card_index": n, "components": components});
    let full = json!([
        {"type": "header", "parameters": [{"type": "video", "video": {"link": "https://x.y/v.mp4"}}]},
        {"type": "body", "parameters": [text("10%")]},
        {"type": "button", "sub_type": "url", "index": 0, "parameters": [text("A")]}]);
    let cards = |second: Value| json!([{"type": "carousel", "cards": [card(0, full.clone()), card(1, second)]}]);
    assert!(problems(&carousel(), cards(full.clone())).is_empty());
    assert_eq!(
        problems(&carousel(), cards(json!([full[0], full[1]]))),
        ["[0].cards[1].components.button[0] parameter_count"]
    );
    assert_eq!(
        problems(&carousel(), json!([])),
        [".carousel parameter_count"]
    );
}
