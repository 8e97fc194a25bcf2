//! Time that is moved on, for the server and the simulator together.

use serde_json::{Value, json};

use super::{conversation_with, person, screen, switch, until, writes};
use crate::access::Role;
use crate::testing::TestApp;

/// A server whose clock may be moved, with the simulated WhatsApp switched on.
async fn with_clock() -> TestApp {
    let test = TestApp::start_with(|config| config.simulator.test_clock = true).await;
    test.listen().await;
    switch(&test.api, true).await;
    test
}

async fn advance(test: &TestApp, seconds: i64) -> Value {
    let body = json!({"advance_seconds": seconds});
    test.api
        .post("/api/simulator/clock", body)
        .await
        .expect(200)
}

#[tokio::test]
async fn after_a_day_the_window_is_closed_on_both_sides() {
    let mut test = with_clock().await;
    let noura = person(&test.api, "نورة", "+966501234567").await;
    writes(&test.api, noura, "متى تفتحون؟").await;
    let conversation = conversation_with(&test.api, "متى تفتحون؟").await;
    let path = format!("/api/crm/{}/session-status", conversation["customer_id"]);
    let status = test.api.get(&path).await.expect(200);
    assert_eq!(
        (&status["window_active"], &status["templates"]),
        (&json!(true), &json!([]))
    );

    let clock = advance(&test, 25 * 3_600).await;
    assert_eq!(clock["now"], "2026-11-21T10:00:00Z");
    assert_eq!(clock["ahead_seconds"], 90_000);
    let status = test.api.get(&path).await.expect(200);
    assert_eq!(status["window_active"], false);
    let names: Vec<_> = status["templates"]
        .as_array()
        .expect("templates")
        .iter()
        .map(|it| &it["name"])
        .collect();
    assert!(names.contains(&&json!("order_confirmation")), "{status}");

    let sent = text_to(&test, "966501234567").await;
    advance(&test, 1).await;
    let phone = format!("/api/simulator/people/{noura}/messages");
    let shown = until(&test.api, &phone, |screen| {
        screen["items"][1]["status"] == "failed"
    })
    .await;
    assert_eq!(shown["items"][1]["id"], sent.as_str());
    assert_eq!(shown["items"][1]["error_code"], 131_047);

    // The time outlives a restart, as what was stored at it does; so does the window's end.
    test.restart().await;
    let clock = test.api.get("/api/simulator/clock").await.expect(200);
    assert_eq!(clock["now"], "2026-11-21T10:00:01Z");
    tokio::spawn(crate::simulator::play(test.app.clone()));
    until(&test.api, "/api/simulator", |state| state["ready"] == true).await;
    assert_eq!(
        screen(&test.api, noura).await["window_open_until"],
        "2026-11-21T09:00:00Z"
    );
    writes(&test.api, noura, "good morning").await;
    conversation_with(&test.api, "good morning").await;
    let status = test.api.get(&path).await.expect(200);
    assert_eq!(status["window_active"], true);
}

/// A text of the business, past the server's own sending.
async fn text_to(test: &TestApp, number: &str) -> String {
    let account = crate::accounts::simulated_of(&test.app.db, test.workspace).await;
    let account = account.expect("read").expect("an account");
    let graph = crate::accounts::graph(&test.app, test.workspace, &account)
        .await
        .expect("a client");
    let body = json!({"messaging_product": "whatsapp", "to": number, "type": "text", "text": {"body": "late"}});
    let sent = graph
        .send(&account.phone_number_id, &body)
        .await
        .expect("accepted");
    sent.wamid
}

#[tokio::test]
async fn what_waits_for_a_time_notices() {
    let test = with_clock().await;
    tokio::spawn(crate::conversations::wake_snoozed(test.app.clone()));
    let noura = person(&test.api, "نورة", "+966501234567").await;
    writes(&test.api, noura, "later, please").await;
    let conversation = conversation_with(&test.api, "later, please").await;
    let path = format!("/api/conversations/{}", conversation["id"]);
    let snooze = json!({"status": "snoozed", "snoozed_until": "2026-11-21T08:00:00Z"});
    test.api.patch(&path, snooze).await.expect(200);
    advance(&test, 24 * 3_600).await;
    let started = std::time::Instant::now();
    until(&test.api, &path, |it| it["status"] == "open").await;
    assert!(
        started.elapsed().as_secs() < 5,
        "it did not just look by itself"
    );
}

#[tokio::test]
async fn nobody_is_signed_out_by_it() {
    let test = with_clock().await;
    let (_, owner) = test.signed_in("Ana", Role::Owner).await;
    advance(&test, 40 * 86_400).await;
    test.app.callers.forget();
    owner.get("/api/session").await.expect(200);
}

#[tokio::test]
async fn the_clock_is_moved_only_where_it_may_and_only_forward() {
    let test = TestApp::start().await;
    let body = json!({"advance_seconds": 60});
    let refused = test
        .api
        .post("/api/simulator/clock", body)
        .await
        .expect(409);
    assert_eq!(refused["code"], "clock.not_allowed");
    let clock = test.api.get("/api/simulator/clock").await.expect(200);
    assert_eq!(
        clock,
        json!({"now": "2026-11-20T09:00:00Z", "ahead_seconds": 0, "may_be_moved": false})
    );

    let test = with_clock().await;
    for wrong in [-1, 0, 366 * 86_400 + 1] {
        let body = json!({"advance_seconds": wrong});
        let refused = test
            .api
            .post("/api/simulator/clock", body)
            .await
            .expect(422);
        assert_eq!(refused["errors"][0]["field"], "advance_seconds");
    }
    advance(&test, 60).await;
    assert_eq!(advance(&test, 60).await["ahead_seconds"], 120);
}

#[tokio::test]
async fn other_nodes_follow() {
    let test = with_clock().await;
    let (other, api) = test.beside().await;
    tokio::spawn(crate::simulator::follow_clock(other));
    advance(&test, 3_600).await;
    until(&api, "/api/simulator/clock", |clock| {
        clock["ahead_seconds"] == 3_600
    })
    .await;
}
