//! The window as a user of the API sees it.

use serde_json::{Value, json};

use crate::db::sql;
use crate::kernel::clock::{DAY, SECOND};
use crate::testing::graph::Meta;
use crate::testing::whatsapp::{self, Line, Person, text};
use crate::testing::{NOW, TestApp};

/// Unix seconds of the moment at which tests begin.
const T: i64 = NOW.0 / SECOND;

fn noura() -> Person {
    Person::new("966501234567", "SA.77aa", "نورة")
}

async fn customer_id(test: &TestApp) -> i64 {
    let (id,) = sql("SELECT MIN(id) FROM customers WHERE workspace_id = $1")
        .bind(test.workspace)
        .one(&test.app.db)
        .await
        .expect("a customer");
    id
}

async fn status(test: &TestApp, customer: i64, query: &str) -> Value {
    let path = format!("/api/crm/{customer}/session-status{query}");
    test.api.get(&path).await.expect(200)
}

/// Gives the line's business account an approved template of this name, and one that is not.
async fn templates(test: &TestApp, line: &Line, name: &str) {
    let meta = Meta::behind(&test.app).await;
    let template = |id: String, name: String, status: &str| {
        json!({"id": id, "name": name, "language": "ar", "status": status, "category": "UTILITY",
            "components": [{"type": "BODY", "text": "Your order {{1}} is confirmed. Total: {{2}}."}]})
    };
    meta.has([
        template(format!("{name}1"), name.to_owned(), "APPROVED"),
        template(format!("{name}2"), format!("{name}_2"), "PAUSED"),
    ]);
    let body = json!({"account_id": line.account});
    test.api.post("/api/templates/sync", body).await.expect(200);
}

#[tokio::test]
async fn an_open_window_says_for_how_long_and_a_closed_one_what_to_send_instead() {
    let test = TestApp::start().await;
    let line = test.line().await;
    templates(&test, &line, "order_confirmation").await;
    line.receive(&noura(), vec![text("wamid.1", T - 3_600, "مرحبا")])
        .await;
    let customer = customer_id(&test).await;
    assert_eq!(
        status(&test, customer, "").await,
        json!({
            "window_active": true,
            "last_inbound_at": "2026-11-20T08:00:00Z",
            "expires_at": "2026-11-21T08:00:00Z",
            "remaining_minutes": 1_380,
            "templates": [],
        })
    );
    test.app.clock.advance(30 * SECOND);
    assert_eq!(
        status(&test, customer, "").await["remaining_minutes"],
        1_379
    );
    test.app.clock.advance(DAY - 3_600 * SECOND - 31 * SECOND);
    let last_second = status(&test, customer, "").await;
    assert_eq!(last_second["window_active"], true);
    assert_eq!(last_second["remaining_minutes"], 0);
    assert_eq!(last_second["templates"], json!([]));

    test.app.clock.advance(SECOND);
    let mut closed = status(&test, customer, "").await;
    assert!(closed["templates"][0]["id"].is_i64(), "{closed}");
    closed["templates"][0]["id"] = json!(1);
    assert_eq!(
        closed,
        json!({
            "window_active": false,
            "last_inbound_at": "2026-11-20T08:00:00Z",
            "expires_at": "2026-11-21T08:00:00Z",
            "remaining_minutes": 0,
            "templates": [{
                "id": 1,
                "name": "order_confirmation",
                "language": "ar",
                "body": "Your order {{1}} is confirmed. Total: {{2}}.",
                "param_count": 2,
            }],
        })
    );
}

#[tokio::test]
async fn each_account_has_a_window_of_its_own() {
    let test = TestApp::start().await;
    let (line, other) = (test.line().await, test.line().await);
    sql("UPDATE accounts SET waba_id = '9002' WHERE id = $1")
        .bind(other.account)
        .run(&test.app.db)
        .await
        .expect("changed");
    templates(&test, &line, "one").await;
    templates(&test, &other, "two").await;
    let ago = |seconds: i64| T - 86_400 - seconds;
    line.receive(&noura(), vec![text("wamid.1", ago(60), "a")])
        .await;
    other
        .receive(&noura(), vec![text("wamid.2", ago(30), "b")])
        .await;
    // Late, and older than what is known.
    line.receive(&noura(), vec![text("wamid.0", ago(90), "c")])
        .await;
    let customer = customer_id(&test).await;
    let latest = status(&test, customer, "").await;
    assert_eq!(latest["last_inbound_at"], "2026-11-19T08:59:30Z");
    assert_eq!(latest["templates"][0]["name"], "two");
    let chosen = status(&test, customer, &format!("?account_id={}", line.account)).await;
    assert_eq!(chosen["last_inbound_at"], "2026-11-19T08:59:00Z");
    assert_eq!(chosen["templates"][0]["name"], "one");

    line.receive(&noura(), vec![text("wamid.3", T, "d")]).await;
    assert_eq!(status(&test, customer, "").await["window_active"], true);
    let chosen = status(&test, customer, &format!("?account_id={}", other.account)).await;
    assert_eq!(
        chosen["window_active"], false,
        "the other number's is closed"
    );

    // A number that is no longer ours cannot be written from.
    sql("UPDATE accounts SET removed_at = 1 WHERE id = $1")
        .bind(line.account)
        .run(&test.app.db)
        .await
        .expect("removed");
    let left = status(&test, customer, "").await;
    assert_eq!(left["templates"][0]["name"], "two");
}

#[tokio::test]
async fn what_says_nothing_opens_no_window() {
    let test = TestApp::start().await;
    let line = test.line().await;
    templates(&test, &line, "one").await;
    line.receive(&noura(), vec![text("wamid.1", T - 86_400, "مرحبا")])
        .await;
    let at = |id: &str, kind: &str, content: Value| {
        let mut message = json!({"id": id, "timestamp": T.to_string(), "type": kind});
        message[kind] = content;
        message
    };
    let silent = vec![
        at(
            "wamid.2",
            "reaction",
            json!({"message_id": "wamid.1", "emoji": "👍"}),
        ),
        at(
            "wamid.3",
            "edit",
            json!({"original_message_id": "wamid.1", "message": {"type": "text", "text": {"body": "أهلاً"}}}),
        ),
        at(
            "wamid.4",
            "revoke",
            json!({"original_message_id": "wamid.1"}),
        ),
        at(
            "wamid.5",
            "system",
            json!({"type": "user_changed_number", "wa_id": "966501234599", "body": "x"}),
        ),
    ];
    line.receive(&noura(), silent).await;
    let customer = customer_id(&test).await;
    let closed = status(&test, customer, "").await;
    assert_eq!(closed["window_active"], false, "exactly 24 hours are over");
    assert_eq!(closed["last_inbound_at"], "2026-11-19T09:00:00Z");
    let tap = json!({"type": "button_reply", "button_reply": {"id": "1", "title": "نعم"}});
    line.receive(&noura(), vec![at("wamid.6", "interactive", tap)])
        .await;
    assert_eq!(status(&test, customer, "").await["window_active"], true);
}

#[tokio::test]
async fn somebody_who_never_wrote_is_written_to_with_a_template() {
    let test = TestApp::start().await;
    let new = json!({"name": "سارة", "phone": "+966501112222"});
    let made = test.api.post("/api/customers", new).await.expect(201);
    let customer = made["id"].as_i64().expect("an id");
    let never = json!({"window_active": false, "last_inbound_at": null, "expires_at": null,
        "remaining_minutes": 0, "templates": []});
    assert_eq!(
        status(&test, customer, "").await,
        never,
        "there is no account"
    );
    let line = test.line().await;
    templates(&test, &line, "one").await;
    let mut first = status(&test, customer, "").await;
    assert_eq!(first["templates"][0]["name"], "one", "of the only account");
    first["templates"] = json!([]);
    assert_eq!(first, never);
    let other = test.line().await;
    sql("UPDATE accounts SET waba_id = '9002' WHERE id = $1")
        .bind(other.account)
        .run(&test.app.db)
        .await
        .expect("changed");
    assert_eq!(
        status(&test, customer, "").await,
        never,
        "which account is not said"
    );
    let chosen = status(&test, customer, &format!("?account_id={}", line.account)).await;
    assert_eq!(chosen["templates"][0]["name"], "one");
}

#[tokio::test]
async fn what_is_not_ours_is_not_found() {
    let test = TestApp::start().await;
    let line = test.line().await;
    line.receive(&noura(), vec![text("wamid.1", T, "مرحبا")])
        .await;
    let path = format!("/api/crm/{}/session-status", customer_id(&test).await);
    let (other, stranger) = test.other_workspace().await;
    stranger.get(&path).await.expect(404);
    let theirs = whatsapp::connect(&test.app, other, stranger).await;
    for (query, field) in [
        (format!("account_id={}", theirs.account), "account_id"),
        ("account_id=x".to_owned(), "account_id"),
        ("account=1".to_owned(), "account"),
    ] {
        let reply = test.api.get(&format!("{path}?{query}")).await.expect(422);
        assert_eq!(reply["errors"][0]["field"], field, "{reply}");
    }
    for name in ["0", "x", "99999999999999999999"] {
        test.api
            .get(&format!("/api/crm/{name}/session-status"))
            .await
            .expect(404);
    }
    test.anonymous().get(&path).await.expect(401);
}
