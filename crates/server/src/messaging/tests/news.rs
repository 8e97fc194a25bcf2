//! News of numbers, templates and business accounts.

use super::*;
use crate::db::Json;

/// Delivers a change of the business account as Meta does: with a time, and without metadata.
async fn tell(line: &Line, field: &str, at: i64, value: Value) {
    let body = json!({"object": "whatsapp_business_account", "entry": [{"id": "9001", "time": at,
        "changes": [{"field": field, "value": value}]}]});
    assert_eq!(line.post_signed(&body.to_string()).await.status, 200);
}

async fn health(test: &TestApp) -> Value {
    let rows: Vec<(Json<Value>,)> = all(test, "SELECT health FROM accounts ORDER BY id").await;
    rows[0].0.0.clone()
}

#[tokio::test]
async fn news_told_again_or_late_changes_nothing() {
    let (test, line) = start().await;
    let limit = |tier: &str| {
        json!({"display_phone_number": "966112000000", "event": "UPGRADE",
            "max_daily_conversations_per_business": tier})
    };
    let known = async || {
        let rows: Vec<(Option<String>,)> = all(&test, "SELECT messaging_limit FROM accounts").await;
        rows[0].0.clone().expect("a limit")
    };
    tell(&line, "phone_number_quality_update", T, limit("TIER_2K")).await;
    tell(
        &line,
        "phone_number_quality_update",
        T + 10,
        limit("TIER_10K"),
    )
    .await;
    assert_eq!(known().await, "TIER_10K");
    tell(&line, "phone_number_quality_update", T, limit("TIER_2K")).await;
    assert_eq!(known().await, "TIER_10K", "told again");
    tell(
        &line,
        "phone_number_quality_update",
        T + 5,
        limit("TIER_100K"),
    )
    .await;
    assert_eq!(known().await, "TIER_10K", "told late");
    assert_eq!(count(&test, "account_updates").await, 3);

    let stop = json!({"contacts": [noura().contact()], "user_preferences": [{"user_id": "SA.77aa",
        "category": "marketing_messages", "value": "stop", "timestamp": T}]});
    line.deliver("user_preferences", stop.clone()).await;
    line.deliver("user_preferences", stop).await;
    assert_eq!(
        count(&test, "consents").await,
        1,
        "one decision, told twice"
    );
}

#[tokio::test]
async fn one_event_of_an_account_does_not_hide_another() {
    let (test, line) = start().await;
    let ban = json!({"event": "DISABLED_UPDATE", "ban_info": {"waba_ban_state": "DISABLE", "waba_ban_date": "November 25, 2026"}});
    tell(&line, "account_update", T, ban).await;
    tell(
        &line,
        "account_update",
        T + 1,
        json!({"event": "AD_ACCOUNT_LINKED"}),
    )
    .await;
    let now = health(&test).await;
    let banned =
        now["account_update.DISABLED_UPDATE"]["value"]["ban_info"]["waba_ban_state"].clone();
    assert_eq!(banned, "DISABLE", "{now}");
    assert!(now["account_update.AD_ACCOUNT_LINKED"].is_object(), "{now}");

    // An alert about one number is not about another of the same business account.
    let other = json!({"entity_type": "PHONE_NUMBER", "entity_id": "4711", "alert_info": {"alert_type": "LOW", "alert_severity": "WARNING"}});
    tell(&line, "account_alerts", T + 2, other).await;
    let ours = json!({"entity_type": "PHONE_NUMBER", "entity_id": line.number, "alert_info": {"alert_type": "HIGH", "alert_severity": "WARNING"}});
    tell(&line, "account_alerts", T + 3, ours).await;
    let nested = json!({"type": "phone_number_settings", "phone_number_settings": {"phone_number_id": "4711"}});
    tell(&line, "account_settings_update", T + 4, nested).await;
    let now = health(&test).await;
    assert!(now["account_alerts.LOW"].is_null(), "{now}");
    assert!(now["account_alerts.HIGH"].is_object(), "{now}");
    assert!(now["account_settings_update"].is_null(), "{now}");
}

#[tokio::test]
async fn news_of_numbers_and_templates_is_kept_and_applied() {
    let (test, line) = start().await;
    let no_number = json!({});
    line.deliver("phone_number_quality_update", json!({"metadata": no_number, "display_phone_number": "966112000000", "event": "UPGRADE", "max_daily_conversations_per_business": "TIER_10K"})).await;
    line.deliver("message_template_status_update", json!({"metadata": no_number, "event": "PAUSED", "message_template_id": 1_234_567_890_123_i64, "message_template_name": "promo", "message_template_language": "ar", "reason": "NONE"})).await;
    line.deliver("account_update", json!({"metadata": no_number, "event": "ACCOUNT_RESTRICTION", "restriction_info": [{"restriction_type": "RESTRICTED_BIZ_INITIATED_MESSAGING"}]})).await;
    let rows: Vec<(Option<String>, Json<Value>)> =
        all(&test, "SELECT messaging_limit, health FROM accounts").await;
    assert_eq!(rows[0].0.as_deref(), Some("TIER_10K"));
    assert_eq!(
        rows[0].1.0["account_update.ACCOUNT_RESTRICTION"]["value"]["event"],
        "ACCOUNT_RESTRICTION"
    );
    let waiting: Vec<(String, bool)> = all(
        &test,
        "SELECT kind, applied_at IS NULL FROM account_updates ORDER BY id",
    )
    .await;
    let expected = [
        ("phone_number_quality_update", false),
        ("message_template_status_update", true),
        ("account_update", false),
    ];
    assert_eq!(
        waiting,
        expected.map(|(kind, waits)| (kind.to_owned(), waits))
    );
    assert_eq!(states(&test).await, ["done"; 3]);
}

#[tokio::test]
async fn news_that_name_a_number_as_people_write_it_reach_its_account() {
    let (test, line) = start().await;
    let limit = |number: &str, tier: &str| {
        json!({"display_phone_number": number, "event": "UPGRADE",
            "max_daily_conversations_per_business": tier})
    };
    let known = async || {
        let rows: Vec<(Option<String>, Option<String>)> =
            all(&test, "SELECT display_phone, messaging_limit FROM accounts").await;
        rows[0].clone()
    };
    tell(
        &line,
        "phone_number_quality_update",
        T,
        limit("966112000000", "TIER_2K"),
    )
    .await;
    assert_eq!(
        known().await,
        (None, Some("TIER_2K".into())),
        "the business account has one number"
    );
    line.receive(&noura(), vec![text("wamid.1", T, "hi")]).await;
    assert_eq!(known().await.0.as_deref(), Some("+966112000000"));
    tell(
        &line,
        "phone_number_quality_update",
        T + 1,
        limit("+966 11 200-0000", "TIER_10K"),
    )
    .await;
    tell(
        &line,
        "phone_number_quality_update",
        T + 2,
        limit("15550100", "TIER_250"),
    )
    .await;
    assert_eq!(known().await.1.as_deref(), Some("TIER_10K"));
    assert_eq!(
        count(&test, "account_updates WHERE applied_at IS NULL").await,
        1,
        "what names nobody of ours stays unapplied"
    );
}
