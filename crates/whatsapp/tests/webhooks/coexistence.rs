//! History, address book, calls and groups: what is read of them.

use serde_json::{Value, json};
use whatsapp::webhook::{BookAction, ChangeKind, MessageKind, StatusKind};

use crate::{change, value};

fn read(field: &str, lists: &Value) -> ChangeKind {
    let change = change(field, &value(lists));
    assert_eq!(change.unreadable, [], "everything is readable");
    change.kind
}

#[test]
fn history_has_threads_in_chunks_and_media_beside_them() {
    let ours = json!({"from": "966112000100", "to": "966501234567", "id": "wamid.1",
        "timestamp": "1790000000", "type": "text", "text": {"body": "أهلاً"},
        "history_context": {"status": "READ"}});
    let theirs = json!({"from": "966501234567", "id": "wamid.2", "timestamp": 1_790_000_001,
        "type": "media_placeholder", "history_context": {"status": "PENDING"}});
    let file = json!({"from": "966501234567", "id": "wamid.2", "timestamp": "1790000001",
        "type": "image", "image": {"id": "81", "mime_type": "image/jpeg"}});
    let told = read(
        "history",
        &json!({
            "history": [{"metadata": {"phase": "1", "chunk_order": 2, "progress": 55},
                "threads": [{"id": "966501234567", "messages": [ours, theirs]}]}],
            "messages": [file],
        }),
    );
    let ChangeKind::History(told) = told else {
        panic!("history")
    };
    let chunk = &told.chunks[0];
    assert_eq!((chunk.phase, chunk.progress), (Some(1), Some(55)));
    let [ours, theirs] = &chunk.threads[0].messages[..] else {
        panic!("two messages")
    };
    assert_eq!(ours.to.as_deref(), Some("966501234567"));
    assert_eq!(ours.status, Some(StatusKind::Read));
    assert_eq!(ours.message.text.as_deref(), Some("أهلاً"));
    assert_eq!(theirs.message.kind, MessageKind::MediaPlaceholder);
    assert_eq!(theirs.status, Some(StatusKind::Other("PENDING".into())));
    assert_eq!(told.messages[0].message.kind, MessageKind::Image);
}

#[test]
fn a_history_that_is_not_shared_says_why() {
    let errors =
        json!([{"code": 2_593_109, "title": "History sync is turned off by the business"}]);
    let told = read("history", &json!({"history": [{"errors": errors}]}));
    let ChangeKind::History(told) = told else {
        panic!("history")
    };
    assert_eq!(told.chunks[0].errors[0].code, Some(2_593_109));
}

#[test]
fn one_broken_past_message_hides_no_other() {
    let sound = json!({"from": "1", "id": "wamid.1", "timestamp": "1790000000", "type": "text"});
    let lists = json!({"history": [7, {"threads": ["x", {"id": "1", "messages": [{}, sound]}]}]});
    let change = change("history", &value(&lists));
    assert_eq!(change.unreadable.len(), 3);
    let ChangeKind::History(told) = change.kind else {
        panic!("history")
    };
    assert_eq!(told.chunks[0].threads[0].messages.len(), 1);
}

#[test]
fn the_address_book_adds_and_removes() {
    let entry = |action: &str, contact: Value| {
        json!({"type": "contact", "action": action, "contact": contact,
            "metadata": {"timestamp": "1790000000"}})
    };
    let told = read(
        "smb_app_state_sync",
        &json!({"state_sync": [
            entry("add", json!({"full_name": "أم خالد", "first_name": "أم", "phone_number": "+966 50 123 4567"})),
            entry("remove", json!({"phone_number": "966501234567"})),
            {"type": "label", "action": "add"},
        ]}),
    );
    let ChangeKind::AppStateSync(told) = told else {
        panic!("an address book")
    };
    assert_eq!(told.entries[0].name.as_deref(), Some("أم خالد"));
    assert_eq!(told.entries[0].number.as_deref(), Some("966501234567"));
    assert_eq!(told.entries[0].at, Some(1_790_000_000_000_000));
    assert_eq!(told.entries[1].action, BookAction::Remove);
    assert_eq!(told.entries[2].action, BookAction::Other("label".into()));
}

#[test]
fn calls_lose_their_session_and_nothing_else() {
    let told = read(
        "calls",
        &json!({"calls": [
        {"id": "wacid.1", "from": "966501234567", "to": "966112000100", "event": "connect",
            "timestamp": "1790000000", "direction": "USER_INITIATED",
            "session": {"sdp_type": "offer", "sdp": "v=0 c=IN IP4 203.0.113.9"}},
        {"id": "wacid.2", "from": "966112000100", "to": "966501234567", "event": "terminate",
            "timestamp": "1790000060", "direction": "BUSINESS_INITIATED", "status": ["COMPLETED"],
            "duration": "42"},
    ], "statuses": [{"id": "wacid.2", "type": "call", "status": "ringing",
        "timestamp": "1790000010", "recipient_id": "966501234567"}]}),
    );
    let ChangeKind::Calls(told) = told else {
        panic!("calls")
    };
    let [began, ended] = &told.calls[..] else {
        panic!("two calls")
    };
    assert!(began.by_user && !began.ended && began.payload.get("session").is_none());
    assert_eq!(began.number.as_deref(), Some("966501234567"));
    assert!(!ended.by_user && ended.ended);
    assert_eq!(ended.number.as_deref(), Some("966501234567"));
    assert_eq!(
        (ended.status.as_deref(), ended.duration),
        (Some("COMPLETED"), Some(42))
    );
    assert_eq!(told.statuses[0].status, "RINGING");
}

#[test]
fn groups_name_whom_an_update_is_about() {
    let told = read(
        "group_participants_update",
        &json!({"groups": [{
        "group_id": "R1=", "timestamp": "1790000000", "type": "group_participants_add",
        "added_participants": [{"wa_id": "966501234567"}, {"user_id": "SA.77aa"}]}]}),
    );
    let ChangeKind::Groups(told) = told else {
        panic!("groups")
    };
    let update = &told.updates[0];
    assert_eq!(update.people.len(), 2);
    assert_eq!(update.people[1].user_id.as_deref(), Some("SA.77aa"));
    assert!(!update.payload.to_string().contains("966501234567"));
    let named = read(
        "group_settings_update",
        &json!({"groups": [{"group_id": "R1=", "timestamp": 1_790_000_001,
        "type": "group_settings_update", "group_subject": {"text": "فريق", "update_successful": true}}]}),
    );
    let ChangeKind::Groups(named) = named else {
        panic!("groups")
    };
    assert_eq!(named.updates[0].subject.as_deref(), Some("فريق"));
}
