//! What is refused, where, and with which words.

use serde_json::json;

use super::*;

/// Code, start and end of the mistake.
fn mistake(input: &str) -> (&'static str, usize, usize, String) {
    let error = parse_text(input, &catalogue()).expect_err(input);
    match error.at {
        Position::Span { start, end } => (error.code.as_str(), start, end, error.message),
        Position::Pointer(pointer) => panic!("{input}: {pointer}"),
    }
}

#[test]
fn mistakes_in_the_text_form_show_their_characters() {
    let table = [
        // Positions count characters, not bytes.
        ("ريم colour:red", "filter.unknown_field", 4, 10),
        ("tag:vip ordes>5", "filter.unknown_field", 8, 13),
        ("10:30", "filter.unknown_field", 0, 2),
        ("opted_out>5", "filter.unknown_operator", 0, 10),
        ("name>5", "filter.unknown_operator", 0, 5),
        ("orders:1,2", "filter.unknown_operator", 0, 7),
        ("orders~5", "filter.unknown_operator", 0, 7),
        ("quiz:5", "filter.unknown_operator", 0, 5),
        ("name:a+b*", "", 0, 0),
        ("tag:vip+lead,x", "filter.syntax", 12, 13),
        ("tag!=a+b", "filter.unknown_operator", 0, 5),
        ("orders:five", "filter.bad_value", 7, 11),
        ("orders:1..x", "filter.bad_value", 7, 11),
        ("orders:5..1", "filter.bad_value", 7, 11),
        ("orders:NaN", "filter.bad_value", 7, 10),
        ("orders>1,2", "filter.bad_value", 7, 10),
        ("stage:gold", "filter.bad_value", 6, 10),
        ("owner:nobody", "filter.bad_value", 6, 12),
        ("owner:0", "filter.bad_value", 6, 7),
        ("opted_out:maybe", "filter.bad_value", 10, 15),
        ("created:2026-02-30", "filter.bad_value", 8, 18),
        ("created:31.1.2026", "filter.bad_value", 8, 17),
        ("created>2026-01-05T10:00", "filter.bad_value", 8, 24),
        ("last_inbound:30d", "filter.bad_value", 13, 16),
        ("birthdate<5h", "filter.bad_value", 10, 12),
        ("last_inbound<0d", "filter.bad_value", 13, 15),
        ("created<9999999y", "filter.bad_value", 8, 16),
        ("name:\"\"", "filter.bad_value", 5, 7),
        ("name!=*", "filter.bad_value", 6, 7),
        ("name:*ahm*", "filter.syntax", 5, 10),
        ("stage:vip*", "filter.unknown_operator", 0, 6),
        ("tag:vip*", "filter.bad_value", 4, 8),
        ("name:", "filter.syntax", 5, 5),
        ("name: Reem", "filter.syntax", 5, 6),
        ("tag:a, b", "filter.syntax", 6, 7),
        (":vip", "filter.syntax", 0, 1),
        ("name:\"Reem", "filter.syntax", 5, 10),
        ("say\"hi\"", "filter.syntax", 0, 4),
        ("\"hi\"there", "filter.syntax", 0, 4),
        ("(tag:vip", "filter.syntax", 0, 1),
        ("tag:vip)", "filter.syntax", 7, 8),
        ("()", "filter.syntax", 1, 2),
        ("OR tag:vip", "filter.syntax", 0, 2),
        ("tag:vip OR", "filter.syntax", 10, 10),
        ("a AND AND b", "filter.syntax", 6, 9),
        ("a AND", "filter.syntax", 5, 5),
        ("ahmed - ali", "filter.syntax", 6, 7),
        ("NOT", "filter.syntax", 0, 3),
        ("ـــ", "filter.bad_value", 0, 3),
    ];
    for (input, code, start, end) in table {
        if code.is_empty() {
            text(input);
            continue;
        }
        let (actual, from, to, message) = mistake(input);
        assert_eq!((actual, from, to), (code, start, end), "{input}: {message}");
    }
}

#[test]
fn mistakes_in_the_json_form_show_their_pointer() {
    let condition =
        |field: &str, op: &str, value: Json| json!({"field": field, "op": op, "value": value});
    let table = [
        (
            json!({"and": [condition("name", "eq", json!("x")), condition("name", "is", json!("x"))]}),
            "filter.unknown_operator",
            "/and/1/op",
        ),
        (
            json!({"or": [{"not": condition("nme", "eq", json!("x"))}]}),
            "filter.unknown_field",
            "/or/0/not/field",
        ),
        (
            condition("orders_count", "eq", json!("5")),
            "filter.bad_value",
            "/value",
        ),
        (
            condition("blocked", "is", json!("yes")),
            "filter.bad_value",
            "/value",
        ),
        (
            condition("name", "eq", json!(["a"])),
            "filter.bad_value",
            "/value",
        ),
        (
            condition("name", "eq", json!(null)),
            "filter.bad_value",
            "/value",
        ),
        (
            condition("name", "in", json!(["a", 5])),
            "filter.bad_value",
            "/value/1",
        ),
        (
            condition("name", "in", json!([])),
            "filter.bad_value",
            "/value",
        ),
        (
            condition("tags", "has_any", json!("vip")),
            "filter.bad_value",
            "/value",
        ),
        (
            condition("orders_count", "between", json!([1])),
            "filter.bad_value",
            "/value",
        ),
        (
            condition("created_at", "within_last", json!(30)),
            "filter.bad_value",
            "/value",
        ),
        (
            condition("created_at", "on", json!("2026-01-05T10:00:00Z")),
            "filter.bad_value",
            "/value",
        ),
        (
            condition("name", "is_set", json!(true)),
            "filter.bad_value",
            "/value",
        ),
        (
            condition("name", "eq", json!("a\u{0}b")),
            "filter.bad_value",
            "/value",
        ),
        (json!({"field": "name", "op": "eq"}), "filter.bad_value", ""),
        (json!({"field": "name"}), "filter.syntax", ""),
        (json!({"field": 5, "op": "eq"}), "filter.syntax", "/field"),
        (
            json!({"field": "name", "op": "eq", "value": "x", "a/b~": 1}),
            "filter.syntax",
            "/a~1b~0",
        ),
        (json!({"and": [{}]}), "filter.syntax", "/and/0"),
        (json!({"or": []}), "filter.syntax", "/or"),
        (json!({"and": {}}), "filter.syntax", "/and"),
        (json!({"and": [], "or": []}), "filter.syntax", ""),
        (json!({"xor": []}), "filter.syntax", "/xor"),
        (json!({"search": "  "}), "filter.bad_value", "/search"),
        (json!({"search": 5}), "filter.bad_value", "/search"),
        (json!(["tags"]), "filter.syntax", ""),
    ];
    for (input, code, pointer) in table {
        let error = parse_json(&input, &catalogue()).expect_err(&input.to_string());
        assert_eq!(error.code.as_str(), code, "{input}: {error}");
        assert_eq!(
            error.at,
            Position::Pointer(pointer.into()),
            "{input}: {error}"
        );
    }
}

#[test]
fn messages_name_the_way_out() {
    let table = [
        ("ordes>5", "did you mean orders?"),
        ("staeg:vip", "did you mean stage?"),
        ("zzzzzz:1", "attributes.key"),
        (
            "stage:gold",
            "prospect, customer, active, at_risk, churned, vip",
        ),
        ("name>5", "name takes eq, ne, contains"),
        ("last_inbound:30d", "last_inbound<30d"),
        ("created:31.1.2026", "2026-01-31"),
        ("name:*ahm*", "name~text"),
        ("name!=*", "-name:*"),
        ("window:maybe", "open or closed"),
    ];
    for (input, hint) in table {
        let (_, _, _, message) = mistake(input);
        assert!(message.contains(hint), "{input}: {message}");
    }
}

#[test]
fn hostile_sizes_are_refused() {
    let too_large = |input: &str| assert_eq!(mistake(input).0, "filter.too_large");
    too_large(&"(".repeat(100_000));
    too_large(&"(".repeat(9_999));
    too_large(&"-".repeat(9_999));
    too_large(&"NOT ".repeat(2_000));
    too_large(&"a ".repeat(201));
    too_large(&"tag:a ".repeat(201));
    too_large(&format!("name:{}", "x".repeat(1_001)));
    too_large(&format!("tag:a{}", ",b".repeat(500)));
    too_large(&"ش".repeat(10_001));

    let mut deep = json!({"search": "a"});
    for _ in 0..100 {
        deep = json!({"not": deep});
    }
    let list: Vec<String> = (0..501).map(|n| n.to_string()).collect();
    for input in [
        deep,
        json!({"field": "name", "op": "in", "value": list}),
        json!({"search": "a ".repeat(201)}),
        json!({"field": "name", "op": "eq", "value": "x".repeat(10_000_000)}),
    ] {
        let error = parse_json(&input, &catalogue()).expect_err("too large");
        assert_eq!(error.code, ErrorCode::TooLarge);
    }
}

#[test]
fn the_deepest_filter_fits_both_forms() {
    let mut filter = text("tag:vip OR reem");
    for level in 0..15 {
        filter = if level % 2 == 0 {
            filter.negate()
        } else {
            Filter::all(vec![text("x"), filter])
        };
    }
    assert_eq!(text(&print_text(&filter)), filter);
    assert_eq!(json(&print_json(&filter)), filter);
    assert!(parse_text(&print_text(&filter.clone().negate()), &catalogue()).is_err());
    assert!(parse_json(&print_json(&filter.negate()), &catalogue()).is_err());
}
