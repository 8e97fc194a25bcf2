//! Template messages as such, without their template.

use serde_json::{Value, json};

use super::super::*;

/// Template messages with every part and value.
pub(super) fn good() -> Vec<Value> {
    let template = |components: Value| {
        json!({"type": "template", "template": {
            "name": "welcome", "language": {"code": "en_US"}, "components": components}})
    };
    let button = |sub_type: &str, index: usize, parameter: Value| json!({"type": "button", "sub_type": sub_type, "index": index, "parameters": [parameter]});
    let card = |n: usize| {
        json!({"card_index": n, "components": [
            {"type": "header", "parameters": [{"type": "video", "video": {"id": "92"}}]},
            {"type": "body", "parameters": [{"type": "text", "text": "10%"}]},
            button("url", 0, json!({"type": "text", "text": "A-17"}))]})
    };
    vec![
        json!({"type": "template", "template": {"name": "plain",
            "language": {"code": "ar", "policy": "deterministic"}}}),
        template(json!([
            {"type": "header", "parameters": [{"type": "image", "image": {"id": "91"}}]},
            {"type": "body", "parameters": [
                {"type": "text", "parameter_name": "first_name", "text": "Ana"}]},
            button("quick_reply", 0, json!({"type": "payload", "payload": "P1"})),
            button("url", 1, json!({"type": "text", "text": "A-17"})),
            button("copy_code", 2, json!({"type": "coupon_code", "coupon_code": "SAVE10"})),
            button("flow", 3, json!({"type": "action", "action": {
                "flow_token": "t", "flow_action_data": {"a": 1}}})),
            button("catalog", 4, json!({"type": "action", "action": {
                "thumbnail_product_retailer_id": "sku-1"}})),
            button("mpm", 5, json!({"type": "action", "action": {"thumbnail_product_retailer_id": "sku-1",
                "sections": [{"title": "A", "product_items": [{"product_retailer_id": "sku-1"}]}]}})),
        ])),
        template(json!([
            {"type": "header", "parameters": [{"type": "location",
                "location": {"latitude": 1.5, "longitude": 2.5, "address": "Street 1"}}]},
            {"type": "body", "parameters": [
                {"type": "currency", "currency": {"fallback_value": "$1", "code": "USD", "amount_1000": 1000}},
                {"type": "date_time", "date_time": {"fallback_value": "today"}}]},
            {"type": "limited_time_offer", "parameters": [{"type": "limited_time_offer",
                "limited_time_offer": {"expiration_time_ms": 1_790_000_000_000_i64}}]},
        ])),
        template(json!([{"type": "carousel", "cards": [card(0), card(1)]}])),
        template(json!([{"type": "header", "parameters": [{"type": "product",
            "product": {"catalog_id": "5", "product_retailer_id": "sku-1"}}]}])),
    ]
}

#[test]
fn indexes_may_be_texts_and_kinds_in_capitals() {
    let message = json!({"type": "template", "template": {"name": "n", "language": {"code": "en"},
        "components": [{"type": "BUTTON", "sub_type": "URL", "index": "1",
            "parameters": [{"type": "text", "text": "x"}]}]}});
    let parsed = parse(&message).expect("a template message");
    let Content::Template { template } = parsed.content else {
        panic!("{parsed:?}")
    };
    let Component::Button(button) = &template.components[0] else {
        panic!("{template:?}")
    };
    assert_eq!((button.sub_type, button.index), (ButtonAction::Url, 1));
}
