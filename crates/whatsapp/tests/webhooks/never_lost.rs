//! Whatever arrives: nothing panics, nothing disappears, nothing holds a NUL.

use proptest::collection::{hash_map, vec};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};
use whatsapp::webhook::{ChangeKind, MessageKind, parse};

/// The keys that mean something to the parser, in any place.
const KEYS: &[&str] = &[
    "object",
    "entry",
    "changes",
    "field",
    "value",
    "time",
    "metadata",
    "phone_number_id",
    "contacts",
    "messages",
    "statuses",
    "errors",
    "message_echoes",
    "user_preferences",
    "user_id_update",
    "profile",
    "name",
    "wa_id",
    "user_id",
    "id",
    "from",
    "from_user_id",
    "timestamp",
    "type",
    "context",
    "system",
    "body",
    "message_id",
    "emoji",
    "original_message_id",
    "message",
    "interactive",
    "nfm_reply",
    "response_json",
    "button_reply",
    "origin",
    "phones",
    "recipient_id",
    "recipient_type",
    "status",
    "conversation",
    "pricing",
    "restriction_info",
    "alert_info",
    "history",
    "threads",
    "history_context",
    "state_sync",
    "contact",
    "phone_number",
    "calls",
    "direction",
    "duration",
    "groups",
    "group_id",
    "group_subject",
    "added_participants",
];

fn leaf() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        select(
            &[
                "",
                "1790000000",
                "messages",
                "text",
                "edit",
                "system",
                "contact_request",
                "SA.1",
                "SA.ENT.1",
                "US.",
                "sent",
                "whatsapp_business_account",
                "a changed from SA.1 to 5"
            ][..]
        )
        .prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        "\\PC{0,3}\0?".prop_map(Value::from),
    ]
}

fn key() -> impl Strategy<Value = String> {
    let kinds: Vec<_> = MessageKind::ALL.iter().map(|kind| kind.as_str()).collect();
    prop_oneof![select(KEYS), select(kinds)].prop_map(str::to_owned)
}

fn anything() -> impl Strategy<Value = Value> {
    leaf().prop_recursive(6, 64, 6, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..5).prop_map(Value::from),
            hash_map(key(), inner, 0..6)
                .prop_map(|keys| keys.into_iter().collect::<Map<_, _>>().into()),
        ]
    })
}

/// A message that is often, but not always, sound.
fn maybe_message() -> impl Strategy<Value = Value> {
    let id = prop_oneof![4 => Just(json!("wamid.A")), 1 => leaf()];
    let time = prop_oneof![4 => Just(json!("1790000000")), 1 => leaf()];
    let sound = (id, time, hash_map(key(), anything(), 0..4)).prop_map(|(id, time, keys)| {
        let mut message: Map<_, _> = keys.into_iter().collect();
        message.insert("id".into(), id);
        message.insert("timestamp".into(), time);
        Value::from(message)
    });
    prop_oneof![4 => sound, 1 => anything()]
}

fn has_nul(value: &Value) -> bool {
    match value {
        Value::String(text) => text.contains('\0'),
        Value::Array(list) => list.iter().any(has_nul),
        Value::Object(keys) => keys
            .iter()
            .any(|(key, value)| key.contains('\0') || has_nul(value)),
        _ => false,
    }
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in vec(any::<u8>(), 0..200)) {
        let _ = parse(&bytes);
    }

    #[test]
    fn any_text_with_escapes_is_read_or_refused(text in r#"[{}\[\]":,\\u0dD8cC]{0,60}"#) {
        let _ = parse(text.as_bytes());
    }

    #[test]
    fn any_json_object_is_read(keys in hash_map(key(), anything(), 0..6)) {
        let root: Map<_, _> = keys.into_iter().collect();
        prop_assert!(parse(Value::from(root).to_string().as_bytes()).is_ok());
    }

    #[test]
    fn no_element_is_lost_and_no_nul_survives(
        field in select(&["messages", "message_echoes", "user_preferences", "standby", "history",
            "smb_app_state_sync", "calls", "group_lifecycle_update", ""][..]),
        elements in vec(maybe_message(), 0..6),
    ) {
        let list = match field {
            "" | "standby" | "history" => "messages",
            "smb_app_state_sync" => "state_sync",
            "group_lifecycle_update" => "groups",
            field => field,
        };
        let body = json!({"entry": [{"changes": [{"field": field, "value": {list: elements}}]}]});
        let changes = parse(body.to_string().as_bytes()).expect("an object");
        prop_assert_eq!(changes.len(), 1);
        let (read, payloads): (usize, Vec<&Value>) = match &changes[0].kind {
            ChangeKind::Messages(told) | ChangeKind::Standby(told) =>
                (told.messages.len(), told.messages.iter().map(|one| &one.payload).collect()),
            ChangeKind::Echoes(told) =>
                (told.echoes.len(), told.echoes.iter().map(|one| &one.message.payload).collect()),
            ChangeKind::UserPreferences(told) =>
                (told.preferences.len(), told.preferences.iter().map(|one| &one.raw).collect()),
            ChangeKind::History(told) =>
                (told.messages.len(), told.messages.iter().map(|one| &one.message.payload).collect()),
            ChangeKind::AppStateSync(told) =>
                (told.entries.len(), told.entries.iter().map(|one| &one.raw).collect()),
            ChangeKind::Calls(told) =>
                (told.calls.len(), told.calls.iter().map(|one| &one.payload).collect()),
            ChangeKind::Groups(told) =>
                (told.updates.len(), told.updates.iter().map(|one| &one.payload).collect()),
            other => return Err(TestCaseError::fail(format!("read as {other:?}"))),
        };
        prop_assert_eq!(read + changes[0].unreadable.len(), elements.len());
        prop_assert!(!payloads.into_iter().any(has_nul));
        prop_assert!(!changes[0].unreadable.iter().any(|bad| has_nul(&bad.raw)));
    }
}
