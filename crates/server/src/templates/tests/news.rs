//! What webhooks say.

use super::*;
use crate::kernel::clock::SECOND;
use crate::testing::NOW;

/// Unix seconds of the moment at which tests begin.
const T: i64 = NOW.0 / SECOND;

/// Delivers news of `order_confirmation` as Meta does: with a time, and without metadata.
async fn tell(line: &Line, field: &str, at: i64, value: Value) {
    let about = json!({"message_template_id": 501, "message_template_name": "order_confirmation",
        "message_template_language": "ar"});
    tell_of(line, field, at, with(about, &value)).await;
}

async fn tell_of(line: &Line, field: &str, at: i64, value: Value) {
    let body = json!({"object": "whatsapp_business_account", "entry": [{"id": "9001", "time": at,
        "changes": [{"field": field, "value": value}]}]});
    assert_eq!(line.post_signed(&body.to_string()).await.status, 200);
}

const STATUS: &str = "message_template_status_update";
const QUALITY: &str = "message_template_quality_update";
const CATEGORY: &str = "template_category_update";
const COMPONENTS: &str = "message_template_components_update";

async fn waiting(test: &TestApp) -> i64 {
    let query = "SELECT CAST(COUNT(*) AS BIGINT) FROM account_updates WHERE applied_at IS NULL";
    let (count,) = sql(query).one(&test.app.db).await.expect("a count");
    count
}

#[tokio::test]
async fn news_changes_what_it_names_and_is_told() {
    let (test, line, _) = synced(&[order(), sale()]).await;
    forget_told(&test).await;
    let paused = json!({"event": "PAUSED", "reason": "NONE",
        "other_info": {"title": "FIRST_PAUSE", "description": "Low quality"}});
    tell(&line, STATUS, T + 1, paused.clone()).await;
    tell(&line, STATUS, T + 1, paused).await;
    let quality = json!({"previous_quality_score": "GREEN", "new_quality_score": "RED"});
    // Meta's own sample shows it under the name of the status.
    tell(&line, STATUS, T + 2, quality).await;
    let announced = json!({"new_category": "UTILITY", "correct_category": "MARKETING"});
    tell(&line, CATEGORY, T + 3, announced).await;
    let template = named(&test, "order_confirmation").await;
    assert_eq!(template["status"], "PAUSED");
    assert_eq!(template["status_detail"], "FIRST_PAUSE: Low quality");
    assert_eq!(template["quality"], "RED");
    assert_eq!(template["category"], "UTILITY");
    assert_eq!(template["upcoming_category"], "MARKETING");

    let done = json!({"previous_category": "UTILITY", "new_category": "MARKETING"});
    tell(&line, CATEGORY, T + 4, done).await;
    let words =
        json!({"message_template_element": "طلبك {{1}} وصل", "message_template_title": "x"});
    tell(&line, COMPONENTS, T + 5, words).await;
    let approved = json!({"event": "APPROVED", "message_template_category": "MARKETING"});
    tell(&line, STATUS, T + 6, approved).await;
    tell(&line, STATUS, T + 7, json!({"event": "FLAGGED"})).await;
    let template = named(&test, "order_confirmation").await;
    assert_eq!(template["status"], "APPROVED");
    assert_eq!(template["status_detail"], Value::Null);
    assert_eq!(template["category"], "MARKETING");
    assert_eq!(template["previous_category"], "UTILITY");
    assert_eq!(template["upcoming_category"], Value::Null);
    assert_eq!(template["body"], "طلبك {{1}} وصل");
    assert_eq!(template["param_count"], 1);
    assert_eq!(
        template["components"][0]["example"],
        order()["components"][0]["example"]
    );
    assert_eq!(named(&test, "big_sale").await["status"], "APPROVED");

    let told = told(&test).await;
    assert!(told.iter().all(|(_, actor, _)| actor == "system"));
    let told: Vec<_> = told
        .iter()
        .map(|(kind, _, data)| {
            (
                kind.trim_start_matches("template."),
                &data["old"],
                &data["new"],
            )
        })
        .collect();
    let (old, new) = (&order()["components"], &template["components"]);
    assert_eq!(
        told,
        [
            ("status_changed", &json!("APPROVED"), &json!("PAUSED")),
            ("quality_changed", &json!("GREEN"), &json!("RED")),
            ("category_announced", &json!("UTILITY"), &json!("MARKETING")),
            ("category_changed", &json!("UTILITY"), &json!("MARKETING")),
            ("components_changed", old, new),
            ("status_changed", &json!("PAUSED"), &json!("APPROVED")),
            ("noticed", &Value::Null, &Value::Null),
        ]
    );
    assert_eq!(waiting(&test).await, 0);
}

#[tokio::test]
async fn late_news_replaces_nothing_newer() {
    let (test, line, meta) = synced(&[order()]).await;
    tell(
        &line,
        STATUS,
        T + 20,
        json!({"event": "DISABLED", "reason": "SCAM"}),
    )
    .await;
    tell(&line, STATUS, T + 10, json!({"event": "PAUSED"})).await;
    // Another subject has a time of its own.
    tell(
        &line,
        QUALITY,
        T + 5,
        json!({"new_quality_score": "YELLOW"}),
    )
    .await;
    let template = named(&test, "order_confirmation").await;
    assert_eq!(template["status"], "DISABLED");
    assert_eq!(template["status_detail"], "SCAM");
    assert_eq!(template["quality"], "YELLOW");

    // A list is as new as the moment it was asked for: what was told later stays.
    test.app.clock.advance(15 * SECOND);
    let listed = with(order(), &json!({"quality_score": {"score": "UNKNOWN"}}));
    meta.has([listed]);
    sync(&test, &line).await;
    let template = named(&test, "order_confirmation").await;
    assert_eq!(template["status"], "DISABLED");
    assert_eq!(template["quality"], "UNKNOWN");
    test.app.clock.advance(5 * SECOND);
    sync(&test, &line).await;
    assert_eq!(
        named(&test, "order_confirmation").await["status"],
        "APPROVED"
    );
    tell(
        &line,
        STATUS,
        T + 19,
        json!({"event": "REJECTED", "reason": "PROMOTIONAL"}),
    )
    .await;
    assert_eq!(
        named(&test, "order_confirmation").await["status"],
        "APPROVED"
    );
    tell(
        &line,
        STATUS,
        T + 21,
        json!({"event": "REJECTED", "reason": "PROMOTIONAL"}),
    )
    .await;
    let template = named(&test, "order_confirmation").await;
    assert_eq!(template["rejected_reason"], "PROMOTIONAL");
    assert_eq!(template["status_detail"], Value::Null);
}

#[tokio::test]
async fn news_that_came_first_waits_for_its_template() {
    let (test, line, _) = synced(&[]).await;
    // Meta's verdict is here before its answer to the request.
    let verdict = json!({"event": "APPROVED", "message_template_id": 90,
        "message_template_name": "welcome", "message_template_language": "ar"});
    tell_of(&line, STATUS, T, verdict).await;
    let of_another = json!({"event": "PAUSED", "message_template_id": 89,
        "message_template_name": "welcome", "message_template_language": "ar"});
    tell_of(&line, STATUS, T, of_another).await;
    let other_account = json!({"object": "whatsapp_business_account", "entry": [{"id": "1", "time": T,
        "changes": [{"field": STATUS, "value": {"event": "PAUSED", "message_template_id": 90,
            "message_template_name": "welcome", "message_template_language": "ar"}}]}]});
    line.post_signed(&other_account.to_string()).await;
    assert_eq!(waiting(&test).await, 3);
    let input = json!({"account_id": line.account, "name": "welcome", "language": "ar",
        "category": "UTILITY", "components": [{"type": "BODY", "text": "مرحباً"}]});
    let made = test.api.post("/api/templates", input).await.expect(201);
    assert_eq!(made["status"], "APPROVED");
    assert_eq!(
        waiting(&test).await,
        2,
        "a name alone is not the same template"
    );
    sync(&test, &line).await;
    assert_eq!(
        named(&test, "welcome").await["status"],
        "PENDING",
        "as Meta lists it later"
    );
}

#[tokio::test]
async fn news_of_a_workspace_stays_in_it() {
    let (test, line, _) = synced(&[order()]).await;
    let (other, stranger) = test.other_workspace().await;
    let theirs = crate::testing::whatsapp::connect(&test.app, other, stranger.clone()).await;
    tell(&theirs, STATUS, T + 9, json!({"event": "DISABLED"})).await;
    assert_eq!(
        named(&test, "order_confirmation").await["status"],
        "APPROVED"
    );
    tell(&line, STATUS, T + 9, json!({"event": "DISABLED"})).await;
    assert_eq!(
        named(&test, "order_confirmation").await["status"],
        "DISABLED"
    );
}
