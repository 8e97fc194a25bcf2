//! Every other subscription.

use serde_json::{Value, json};
use whatsapp::webhook::{
    AccountUpdate, ChangeKind, IdChange, PhoneNumberUpdate, PreferenceValue, TemplateUpdate,
};

use crate::change;

fn template(field: &str, value: &Value) -> TemplateUpdate {
    match change(field, value).kind {
        ChangeKind::TemplateUpdate(update) => *update,
        other => panic!("not a template update: {other:?}"),
    }
}

fn phone_number(field: &str, value: &Value) -> PhoneNumberUpdate {
    match change(field, value).kind {
        ChangeKind::PhoneNumberUpdate(update) => *update,
        other => panic!("not a number's update: {other:?}"),
    }
}

fn account(field: &str, value: &Value) -> AccountUpdate {
    match change(field, value).kind {
        ChangeKind::AccountUpdate(update) => *update,
        other => panic!("not an account update: {other:?}"),
    }
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

#[test]
fn template_states_have_their_reasons() {
    let paused = template(
        "message_template_status_update",
        &json!({
        "event": "PAUSED", "message_template_id": 1_234_567_890_123_u64,
        "message_template_name": "عرض_الصيف", "message_template_language": "ar",
        "message_template_category": "MARKETING", "reason": "NONE",
        "other_info": {"title": "FIRST_PAUSE", "description": "Paused for 3 hours"}}),
    );
    assert_eq!(paused.event, some("PAUSED"));
    assert_eq!(paused.template_id, some("1234567890123"));
    assert_eq!(
        (paused.name, paused.language),
        (some("عرض_الصيف"), some("ar"))
    );
    assert_eq!((paused.category, paused.reason), (some("MARKETING"), None));
    assert_eq!(paused.detail_title, some("FIRST_PAUSE"));

    let rejected = template(
        "message_template_status_update",
        &json!({
        "event": "REJECTED", "message_template_id": "1", "reason": "INVALID_FORMAT",
        "rejection_info": {"reason": "variables", "recommendation": "Add samples"}}),
    );
    assert_eq!(
        (rejected.reason, rejected.detail),
        (some("INVALID_FORMAT"), some("Add samples"))
    );
}

#[test]
fn template_quality_is_known_by_its_keys() {
    let value = json!({"previous_quality_score": "GREEN", "new_quality_score": "YELLOW",
        "message_template_id": 7, "message_template_name": "promo", "message_template_language": "en"});
    for field in [
        "message_template_quality_update",
        "message_template_status_update",
    ] {
        let update = template(field, &value);
        assert_eq!(
            (update.previous_quality, update.quality),
            (some("GREEN"), some("YELLOW"))
        );
        assert_eq!(update.event, None);
    }
}

#[test]
fn category_changes_are_announced_and_done() {
    let announced = template(
        "template_category_update",
        &json!({"message_template_id": 1,
        "new_category": "UTILITY", "correct_category": "MARKETING",
        "category_update_timestamp": 1_790_000_000}),
    );
    assert_eq!(announced.category, some("UTILITY"));
    assert_eq!(announced.upcoming_category, some("MARKETING"));
    let done = template(
        "template_category_update",
        &json!({"message_template_id": 1,
        "previous_category": "UTILITY", "new_category": "MARKETING"}),
    );
    assert_eq!(done.previous_category, some("UTILITY"));
    assert_eq!(
        (done.category, done.upcoming_category),
        (some("MARKETING"), None)
    );
    for field in [
        "message_template_components_update",
        "template_correct_category_detection",
    ] {
        let value = json!({"message_template_id": 1, "message_template_element": "Hi {{1}}"});
        let update = template(field, &value);
        assert_eq!((update.title, update.body), (None, some("Hi {{1}}")));
        assert_eq!(update.raw, value);
    }
}

#[test]
fn number_updates_tell_limit_name_username_and_pin() {
    let quality = phone_number(
        "phone_number_quality_update",
        &json!({
        "display_phone_number": "966112000100", "event": "UPGRADE", "current_limit": "TIER_10K",
        "old_limit": "TIER_2K", "max_daily_conversations_per_business": "TIER_100K"}),
    );
    assert_eq!(quality.event, some("UPGRADE"));
    assert_eq!(
        (quality.limit, quality.previous_limit),
        (some("TIER_100K"), some("TIER_2K"))
    );

    let name = phone_number(
        "phone_number_name_update",
        &json!({
        "display_phone_number": "966112000100", "decision": "REJECTED",
        "requested_verified_name": "متجر النخيل", "rejection_reason": "NAME_EMPLOYMENT"}),
    );
    assert_eq!(
        (name.name_decision, name.requested_name),
        (some("REJECTED"), some("متجر النخيل"))
    );
    assert_eq!(name.rejection_reason, some("NAME_EMPLOYMENT"));

    for field in ["business_username_updates", "business_username_update"] {
        let update = phone_number(
            field,
            &json!({
            "display_phone_number": "966112000100", "username": "@nakheel", "status": "approved"}),
        );
        assert_eq!(
            (update.username, update.username_status),
            (some("nakheel"), some("approved"))
        );
    }
    let pin = phone_number(
        "security",
        &json!({"event": "PIN_CHANGED",
        "display_phone_number": "966112000100", "requester": "9"}),
    );
    assert_eq!(pin.event, some("PIN_CHANGED"));
}

#[test]
fn account_updates_tell_bans_restrictions_reviews_alerts_and_limits() {
    let banned = account(
        "account_update",
        &json!({"event": "DISABLED_UPDATE",
        "ban_info": {"waba_ban_state": "SCHEDULE_FOR_DISABLE", "waba_ban_date": "December 1, 2026"}}),
    );
    assert_eq!(banned.event, some("DISABLED_UPDATE"));
    assert_eq!(banned.ban_state, some("SCHEDULE_FOR_DISABLE"));

    let restricted = account(
        "account_update",
        &json!({"event": "ACCOUNT_RESTRICTION",
        "violation_info": {"violation_type": "SPAM"}, "restriction_info": [
            {"restriction_type": "RESTRICTED_BIZ_INITIATED_MESSAGING", "expiration": 1_790_600_000}]}),
    );
    assert_eq!(restricted.violation_type, some("SPAM"));
    assert_eq!(
        restricted.restrictions[0].expiration,
        Some(1_790_600_000_000_000)
    );

    assert_eq!(
        account("account_review_update", &json!({"decision": "APPROVED"})).decision,
        some("APPROVED")
    );
    let alert = account(
        "account_alerts",
        &json!({"entity_type": "WABA", "entity_id": 9,
        "alert_info": {"alert_severity": "CRITICAL", "alert_status": "ACTIVE",
            "alert_type": "OBA_APPROVED", "alert_description": "…"}}),
    );
    let alert = alert.alert.expect("an alert");
    assert_eq!(
        (alert.entity_id, alert.severity),
        (some("9"), some("CRITICAL"))
    );

    for (limit, read) in [(json!(2000), "2000"), (json!("TIER_2K"), "TIER_2K")] {
        let capability = account(
            "business_capability_update",
            &json!({
            "max_daily_conversations_per_business": limit, "max_phone_numbers_per_business": "20"}),
        );
        assert_eq!(
            (capability.limit, capability.max_phone_numbers),
            (some(read), Some(20))
        );
    }
    account(
        "account_settings_update",
        &json!({"timestamp": "1", "type": "phone_number_settings"}),
    );
    account("business_status_update", &json!({"event": "X"}));
}

#[test]
fn preferences_stop_and_resume_marketing() {
    let change = change(
        "user_preferences",
        &crate::value(&json!({
            "contacts": [{"profile": {"name": "ليلى"}, "user_id": "SA.77aa"}],
            "user_preferences": [
                {"user_id": "SA.77aa", "wa_id": "966501234567", "category": "marketing_messages",
                 "value": "stop", "detail": "User requested to stop", "timestamp": 1_790_000_005},
                {"category": "marketing_messages", "value": "resume", "timestamp": "1790000006"},
                {"user_id": "SA.88", "value": "signup", "signup_id": "s1"},
                {"user_id": "SA.88"},
            ],
        })),
    );
    let ChangeKind::UserPreferences(told) = change.kind else {
        panic!("preferences")
    };
    let [stop, resume, signup] = told.preferences.as_slice() else {
        panic!("three are readable")
    };
    assert_eq!(
        (&stop.value, stop.timestamp),
        (&PreferenceValue::Stop, Some(1_790_000_005_000_000))
    );
    assert_eq!(stop.wa_id, some("966501234567"));
    assert_eq!(resume.value, PreferenceValue::Resume);
    assert_eq!(resume.user_id, some("SA.77aa"), "the only person named");
    assert_eq!(
        (&signup.value, &signup.signup_id),
        (&PreferenceValue::Signup, &some("s1"))
    );
    assert_eq!(
        (change.unreadable[0].list, change.unreadable[0].index),
        ("user_preferences", 3)
    );
    assert_eq!(change.phone_number_id, some("7001"));
}

#[test]
fn user_id_updates_are_read_if_they_come() {
    let change = change(
        "user_id_update",
        &json!({"user_id_update": [{"wa_id": "966501234567",
        "detail": "…", "user_id": {"previous": "SA.77aa", "current": "SA.new"},
        "timestamp": "1790000000"}]}),
    );
    let ChangeKind::UserIdUpdate(updates) = change.kind else {
        panic!("an id update")
    };
    assert_eq!(
        updates[0].ids,
        IdChange {
            new_wa_id: some("966501234567"),
            old_user_id: some("SA.77aa"),
            new_user_id: some("SA.new"),
            ..IdChange::default()
        }
    );
}

#[test]
fn echoes_are_messages_of_the_business() {
    for field in ["smb_message_echoes", "message_echoes"] {
        let change = change(
            field,
            &crate::value(&json!({"message_echoes": [
            {"from": "966112000100", "to": "966501234567", "to_user_id": "SA.77aa", "id": "wamid.E",
             "timestamp": "1790000006", "type": "text", "text": {"body": "من الهاتف"}}]})),
        );
        let ChangeKind::Echoes(told) = change.kind else {
            panic!("echoes")
        };
        let echo = &told.echoes[0];
        assert_eq!(
            (&echo.to, &echo.to_user_id),
            (&some("966501234567"), &some("SA.77aa"))
        );
        assert_eq!(echo.message.from, some("966112000100"));
        assert_eq!(echo.message.text, some("من الهاتف"));
        assert_eq!(echo.message.payload, json!({"text": {"body": "من الهاتف"}}));
    }
}

#[test]
fn what_is_only_kept_is_kept_whole() {
    let value = crate::value(&json!({"anything": ["مرحبا", {"n": 1}]}));
    let cases: [(&str, ChangeKind); 4] = [
        ("messaging_handovers", ChangeKind::Other(value.clone())),
        ("automatic_events", ChangeKind::Other(value.clone())),
        ("flows", ChangeKind::Other(value.clone())),
        ("something_of_2029", ChangeKind::Other(value.clone())),
    ];
    for (field, expected) in cases {
        let change = change(field, &value);
        assert_eq!(change.kind, expected, "{field}");
        assert_eq!(change.phone_number_id, some("7001"));
    }
}
