//! Webhook bodies as Meta sends them, and what we read from them.

mod coexistence;
mod envelopes;
mod fields;
mod messages;
mod never_lost;
mod statuses;

use serde_json::{Value, json};
use whatsapp::webhook::{Change, ChangeKind, Inbound, Messages, Status, parse};

/// The changes of a body.
fn changes(body: &Value) -> Vec<Change> {
    parse(body.to_string().as_bytes()).expect("the body is an object")
}

/// The body of a webhook with this one change.
fn body(field: &str, value: &Value) -> Value {
    json!({
        "object": "whatsapp_business_account",
        "entry": [{
            "id": "102290129340398",
            "time": 1_790_000_100,
            "changes": [{"field": field, "value": value}],
        }],
    })
}

/// The only change of a webhook with this value.
fn change(field: &str, value: &Value) -> Change {
    let mut changes = changes(&body(field, value));
    assert_eq!(changes.len(), 1);
    changes.remove(0)
}

/// A `messages` value around these lists.
fn value(lists: &Value) -> Value {
    let mut value = json!({
        "messaging_product": "whatsapp",
        "metadata": {"display_phone_number": "966112000100", "phone_number_id": "7001"},
    });
    let object = value.as_object_mut().expect("an object");
    object.extend(lists.as_object().expect("an object").clone());
    value
}

/// What a `messages` change with these lists says.
fn read(lists: &Value) -> Messages {
    let change = change("messages", &value(lists));
    assert_eq!(change.unreadable, [], "everything is readable");
    match change.kind {
        ChangeKind::Messages(messages) => messages,
        other => panic!("not messages: {other:?}"),
    }
}

/// A message by Layla in Riyadh with this content.
fn message(content: &Value) -> Inbound {
    let mut message = json!({
        "from": "966501234567",
        "from_user_id": "SA.77aa",
        "id": "wamid.HBgMOTY2NTAxMjM0NTY3FQIAEhg=",
        "timestamp": "1790000000",
    });
    let object = message.as_object_mut().expect("an object");
    object.extend(content.as_object().expect("an object").clone());
    read(&json!({"messages": [message]})).messages.remove(0)
}

/// A status of one of our messages with these keys.
fn status(keys: &Value) -> Status {
    let mut status = json!({"id": "wamid.OUT", "timestamp": "1790000001"});
    let object = status.as_object_mut().expect("an object");
    object.extend(keys.as_object().expect("an object").clone());
    read(&json!({"statuses": [status]})).statuses.remove(0)
}
