//! The envelope in all its forms, and the escapes in which Meta writes.

use serde_json::{Value, json};
use whatsapp::webhook::{ChangeKind, ParseError, parse};

use crate::{changes, value};

fn hello() -> Value {
    value(
        &json!({"messages": [{"id": "wamid.1", "from": "966501234567", "timestamp": "1790000000",
        "type": "text", "text": {"body": "مرحبا"}}]}),
    )
}

fn texts(body: &[u8]) -> Vec<String> {
    let changes = parse(body).expect("the body is an object");
    let messages = changes.into_iter().flat_map(|change| match change.kind {
        ChangeKind::Messages(messages) => messages.messages,
        _ => Vec::new(),
    });
    messages.filter_map(|message| message.text).collect()
}

#[test]
fn every_entry_change_and_message_is_read_in_order() {
    let texts_in = |bodies: &[&str]| {
        let messages: Vec<_> = bodies
            .iter()
            .map(|body| json!({"id": format!("wamid.{body}"), "timestamp": "1790000000", "text": {"body": body}}))
            .collect();
        json!({"field": "messages", "value": value(&json!({"messages": messages}))})
    };
    let body = json!({"object": "whatsapp_business_account", "entry": [
        {"id": "1", "changes": [texts_in(&["a", "b"]), texts_in(&["c"])]},
        {"id": 2, "time": 1_790_000_100, "changes": [texts_in(&["d"])]},
        {"id": "3", "changes": []},
    ]});
    assert_eq!(texts(body.to_string().as_bytes()), ["a", "b", "c", "d"]);
    let changes = changes(&body);
    assert_eq!(changes[0].waba_id.as_deref(), Some("1"));
    assert_eq!(changes[0].time, None);
    assert_eq!(changes[2].waba_id.as_deref(), Some("2"));
    assert_eq!(changes[2].time, Some(1_790_000_100));
    assert_eq!(changes[2].phone_number_id.as_deref(), Some("7001"));
    assert_eq!(
        changes[2].display_phone_number.as_deref(),
        Some("966112000100")
    );
}

#[test]
fn misplaced_or_missing_levels_are_understood() {
    let object = "whatsapp_business_account";
    let bodies = [
        json!({"object": object, "entry": [{"id": "1", "changes": [{"value": hello()}]}]}),
        json!({"object": object, "entry": [{"id": "1", "field": "messages", "changes": [{"value": hello()}]}]}),
        json!({"entry": [{"id": "1", "object": object, "changes": {"field": "messages", "value": hello()}}]}),
        json!({"entry": {"id": "1", "field": "messages", "value": hello()}}),
        json!({"object": object, "field": "messages", "entry": [{"id": "1", "changes": [hello()]}]}),
        json!({"field": "messages", "value": hello()}),
        hello(),
    ];
    for body in bodies {
        assert_eq!(texts(body.to_string().as_bytes()), ["مرحبا"], "{body}");
        assert_eq!(changes(&body)[0].field, "messages");
    }
}

#[test]
fn the_field_is_inferred_from_telling_keys() {
    let cases = [
        (json!({"statuses": []}), "messages"),
        (json!({"errors": [{"code": 0}]}), "messages"),
        (json!({"message_echoes": []}), "smb_message_echoes"),
        (json!({"user_preferences": []}), "user_preferences"),
        (json!({"history": []}), "history"),
        (
            json!({"event": "APPROVED", "message_template_id": 1}),
            "message_template_status_update",
        ),
        (
            json!({"message_template_id": 1, "new_quality_score": "RED"}),
            "message_template_quality_update",
        ),
        (
            json!({"message_template_id": 1, "correct_category": "MARKETING"}),
            "template_category_update",
        ),
        (
            json!({"event": "FLAGGED", "current_limit": "TIER_250"}),
            "phone_number_quality_update",
        ),
        (
            json!({"event": "PARTNER_APP_INSTALLED", "waba_info": {}}),
            "account_update",
        ),
        (json!({"novelty": 1}), ""),
    ];
    for (value, field) in cases {
        let body = json!({"entry": [{"id": "1", "changes": [{"value": value}]}]});
        assert_eq!(changes(&body)[0].field, field, "{value}");
    }
}

#[test]
fn foreign_and_odd_bodies_are_kept_as_other() {
    let instagram = json!({"object": "instagram", "entry": [{"id": "17", "time": 1_790_000_000_123_i64,
        "messaging": [{"sender": {"id": "1"}, "message": {"mid": "m", "text": "hi"}}]}]});
    let change = changes(&instagram).remove(0);
    assert_eq!(change.time, Some(1_790_000_000));
    assert_eq!(
        change.kind,
        ChangeKind::Other(json!({"messaging": instagram["entry"][0]["messaging"]}))
    );

    for odd in [json!("x"), json!(7), json!([1])] {
        let body = json!({"entry": [odd]});
        assert_eq!(changes(&body)[0].kind, ChangeKind::Other(odd.clone()));
        let body =
            json!({"entry": [{"id": "1", "changes": [{"field": "messages", "value": odd}]}]});
        assert_eq!(changes(&body)[0].kind, ChangeKind::Other(odd));
    }
    assert_eq!(changes(&json!({})), []);
    assert_eq!(
        changes(&json!({"object": "whatsapp_business_account", "entry": []})),
        []
    );
}

#[test]
fn one_bad_message_does_not_hide_its_neighbours() {
    let good = json!({"id": "wamid.1", "timestamp": "1790000000", "text": {"body": "ok"}});
    let body = crate::body(
        "messages",
        &value(&json!({
            "contacts": ["nobody"],
            "messages": [{"timestamp": "1790000000"}, good, null, "x", {"id": "wamid.2"}],
            "statuses": [{"id": "wamid.3", "timestamp": 1}, {"id": "wamid.4", "status": "sent", "timestamp": 1}],
        })),
    );
    let change = changes(&body).remove(0);
    let ChangeKind::Messages(read) = change.kind else {
        panic!("messages")
    };
    assert_eq!((read.messages.len(), read.statuses.len()), (1, 1));
    let places: Vec<_> = change
        .unreadable
        .iter()
        .map(|bad| (bad.list, bad.index, bad.reason))
        .collect();
    assert_eq!(
        places,
        [
            ("contacts", 0, "not an object"),
            ("messages", 0, "no id"),
            ("messages", 2, "not an object"),
            ("messages", 3, "not an object"),
            ("messages", 4, "no usable timestamp"),
            ("statuses", 0, "no status"),
        ]
    );
    assert_eq!(change.unreadable[1].raw, json!({"timestamp": "1790000000"}));
}

/// A body around this JSON text, written as Meta writes it.
fn written(text: &str) -> Vec<u8> {
    let head = r#"{"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{"messages":[{"id":"wamid.1","timestamp":"1790000000","type":"text","text":{"body":""#;
    format!(r#"{head}{text}"}}}}]}}}}]}}]}}"#).into_bytes()
}

#[test]
fn escapes_are_read_and_broken_ones_repaired() {
    let cases = [
        (
            r"\u0645\u0631\u062d\u0628\u0627 https:\/\/x.y\/z",
            "مرحبا https://x.y/z",
        ),
        (
            r"\ud83d\udc4d\ud83c\udfff \ud83d\udc68\u200d\ud83d\udc69",
            "👍🏿 👨\u{200d}👩",
        ),
        (r"cut \ud83d", "cut \u{fffd}"),
        (r"\udc4d cut", "\u{fffd} cut"),
        (r"a\u0000b", "ab"),
        (r"C:\\u0000", r"C:\u0000"),
        ("\u{202e}evil", "\u{202e}evil"),
    ];
    for (escaped, expected) in cases {
        assert_eq!(texts(&written(escaped)), [expected], "{escaped}");
    }
    let mut invalid_utf8 = written("x?y");
    let at = invalid_utf8
        .iter()
        .position(|&byte| byte == b'?')
        .expect("it is there");
    invalid_utf8[at] = 0xFF;
    assert_eq!(texts(&invalid_utf8), ["x\u{fffd}y"]);
}

#[test]
fn only_what_is_no_json_object_fails() {
    let deep = format!(
        "{{\"entry\":{}{}}}",
        "[".repeat(100_000),
        "]".repeat(100_000)
    );
    let whole = written("x");
    for broken in [
        &b""[..],
        b"{",
        b"hub.mode=subscribe",
        deep.as_bytes(),
        &whole[..whole.len() - 3],
    ] {
        assert!(matches!(parse(broken), Err(ParseError::NotJson(_))));
    }
    for not_an_object in [&b"[]"[..], b"1", b"null", b"\"x\""] {
        assert!(matches!(parse(not_an_object), Err(ParseError::NotAnObject)));
    }
}
