//! Every status of a message we sent.

use serde_json::json;
use whatsapp::webhook::{ConversationInfo, Pricing, StatusKind};

use crate::{read, status};

#[test]
fn a_sent_status_tells_recipient_and_price() {
    let sent = status(&json!({"status": "sent", "recipient_id": "966501234567",
        "recipient_user_id": "SA.77aa", "parent_recipient_user_id": "SA.ENT.1",
        "biz_opaque_callback_data": "job-12",
        "pricing": {"billable": true, "pricing_model": "PMP", "type": "regular",
            "category": "authentication-international"}}));
    assert_eq!(sent.wamid, "wamid.OUT");
    assert_eq!(sent.status, StatusKind::Sent);
    assert_eq!(sent.timestamp, 1_790_000_001_000_000);
    assert_eq!(sent.recipient_id.as_deref(), Some("966501234567"));
    assert_eq!(sent.recipient_user_id.as_deref(), Some("SA.77aa"));
    assert_eq!(sent.recipient_parent_user_id.as_deref(), Some("SA.ENT.1"));
    assert_eq!(sent.callback_data.as_deref(), Some("job-12"));
    assert_eq!(
        sent.pricing,
        Some(Pricing {
            billable: Some(true),
            model: Some("PMP".into()),
            kind: Some("regular".into()),
            category: Some("authentication_international".into()),
            subtype: None,
        })
    );
}

#[test]
fn older_versions_tell_the_conversation() {
    for expiration in [json!("1700086400"), json!(1_700_086_400)] {
        let sent = status(
            &json!({"status": "sent", "recipient_id": "15550177", "conversation":
            {"id": "c1", "expiration_timestamp": expiration, "origin": {"type": "service"}}}),
        );
        assert_eq!(
            sent.conversation,
            Some(ConversationInfo {
                id: Some("c1".into()),
                origin: Some("service".into()),
                expiration: Some(1_700_086_400_000_000),
            })
        );
    }
}

#[test]
fn a_recipient_may_have_no_number() {
    let delivered = status(&json!({"status": "delivered", "recipient_user_id": "SA.77aa"}));
    assert_eq!(delivered.status, StatusKind::Delivered);
    assert_eq!(delivered.recipient_id, None);
    let misplaced = status(&json!({"status": "READ", "recipient_id": "SA.77aa"}));
    assert_eq!(misplaced.status, StatusKind::Read);
    assert_eq!(misplaced.recipient_user_id.as_deref(), Some("SA.77aa"));
}

#[test]
fn failures_say_why_when_meta_does() {
    let failed = status(
        &json!({"status": "failed", "recipient_id": "15550177", "errors": [
        {"code": 131_047, "title": "T", "message": "M", "error_data": {"details": "D"}, "href": "https://x.y"}]}),
    );
    assert_eq!(failed.status, StatusKind::Failed);
    let error = &failed.errors[0];
    assert_eq!(
        (error.code, error.details.as_deref()),
        (Some(131_047), Some("D"))
    );
    assert_eq!(error.href.as_deref(), Some("https://x.y"));
    assert_eq!(status(&json!({"status": "failed"})).errors, []);
}

#[test]
fn group_statuses_name_the_group_and_the_member() {
    let read = status(&json!({"status": "read", "recipient_type": "group",
        "recipient_id": "Y2FwaV9ncm91cA==", "recipient_participant_id": "966501234567",
        "recipient_participant_user_id": "SA.77aa",
        "recipient_participant_parent_user_id": "SA.ENT.1"}));
    assert_eq!(read.recipient_type.as_deref(), Some("group"));
    assert_eq!(read.recipient_id.as_deref(), Some("Y2FwaV9ncm91cA=="));
    assert_eq!(read.participant_id.as_deref(), Some("966501234567"));
    assert_eq!(read.participant_user_id.as_deref(), Some("SA.77aa"));
    assert_eq!(read.participant_parent_user_id.as_deref(), Some("SA.ENT.1"));
}

#[test]
fn played_and_unknown_statuses_are_read_and_keep_their_payload() {
    assert_eq!(
        status(&json!({"status": "played"})).status,
        StatusKind::Played
    );
    let warning = status(&json!({"status": "warning", "novelty": 1}));
    assert_eq!(warning.status, StatusKind::Other("warning".into()));
    assert_eq!(warning.payload["novelty"], 1);
}

#[test]
fn statuses_come_with_people_messages_and_errors_in_one_value() {
    let all = read(&json!({
        "contacts": [{"profile": {"name": "ليلى"}, "wa_id": "966501234567", "user_id": "SA.77aa"}],
        "statuses": [{"id": "wamid.1", "status": "delivered", "timestamp": 1_790_000_000},
                     {"id": "wamid.2", "status": "read", "timestamp": "1790000000"}],
        "messages": [{"id": "wamid.3", "timestamp": "1790000000", "from": 966_501_234_567_u64,
                      "type": "text", "text": {"body": "شكرا"}}],
        "errors": [{"code": 131_000, "title": "Something went wrong"}],
        "user_actions": [{"action_type": "marketing_messages_link_click"}],
    }));
    assert_eq!(
        (all.people.len(), all.statuses.len(), all.messages.len()),
        (1, 2, 1)
    );
    assert_eq!(all.messages[0].from.as_deref(), Some("966501234567"));
    assert_eq!(all.errors[0].code, Some(131_000));
    assert_eq!(
        all.rest,
        json!({"user_actions": [{"action_type": "marketing_messages_link_click"}]})
    );
}
