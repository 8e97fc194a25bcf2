//! "Why is this customer in or out?"

use serde_json::json;

use super::*;

#[test]
fn each_part_is_answered() {
    let filter = text("tag:lead (orders>=10 OR last_inbound<30d) -email:* reem");
    let explanation = explain(&filter, &reem(), &context());
    assert_eq!(
        serde_json::to_value(&explanation).expect("JSON"),
        json!({
            "part": "all", "holds": false, "why": "2 of 4 parts do not hold",
            "text": "tag:lead (orders>=10 OR last_inbound<30d) -email:* reem",
            "parts": [
                {"part": "condition", "text": "tag:lead", "holds": false,
                 "actual": ["VIP", "كبار العملاء"],
                 "why": "tags has VIP, كبار العملاء; asked for any of lead"},
                {"part": "any", "text": "orders>=10 OR last_inbound<30d", "holds": true,
                 "why": "1 of 2 parts holds", "parts": [
                    {"part": "condition", "text": "orders>=10", "holds": false, "actual": 7,
                     "why": "orders_count is 7; asked for at least 10"},
                    {"part": "condition", "text": "last_inbound<30d", "holds": true,
                     "actual": "2026-11-19T08:00:00Z",
                     "why": "last_inbound_at is 2026-11-19T08:00:00Z; asked for within the last 30d, \
                             that is since 2026-10-21T09:00:00Z"},
                ]},
                {"part": "condition", "text": "-email:*", "holds": false, "actual": "reem@example.com",
                 "why": "email is reem@example.com; asked for no value"},
                {"part": "search", "text": "reem", "holds": true,
                 "why": "the words occur in name, phone or email"},
            ],
        })
    );
}

#[test]
fn missing_values_are_named() {
    let explain = |filter| explain(&text(filter), &stranger(), &context());
    let never_wrote = explain("-last_inbound<30d");
    assert!(never_wrote.holds);
    assert_eq!(never_wrote.parts[0].actual, Some(Json::Null));
    assert!(
        never_wrote.parts[0]
            .why
            .starts_with("last_inbound_at has no value; asked for within")
    );
    assert_eq!(
        explain("tag:vip").why,
        "tags has no value; asked for any of vip"
    );
    assert_eq!(explain("").why, "there are no conditions");
    assert_eq!(explain("tag:vip OR orders>5").why, "none of 2 parts holds");
}
