//! Costs as a user of the API sees them.

use serde_json::{Value, json};

use crate::access::Permission;
use crate::testing::TestApp;
use crate::testing::whatsapp::{Line, Person};

/// Unix seconds: 20 November 2026, 07:33:20.
const T: i64 = 1_795_160_000;

fn noura() -> Person {
    Person::new("966501234567", "SA.77aa", "نورة")
}

fn jorge() -> Person {
    Person::new("5215512345678", "MX.1", "Jorge 🌮")
}

/// The business writes on its phone: a message that statuses can be told of.
async fn write(line: &Line, id: &str, person: &Person) {
    let echo = json!({"from": "966112000000", "to": person.number, "to_user_id": person.user_id, "id": id,
        "timestamp": T.to_string(), "type": "text", "text": {"body": "مرحبا"}});
    line.deliver("smb_message_echoes", json!({"message_echoes": [echo]}))
        .await;
}

fn status(id: &str, state: &str, person: &Person, pricing: Option<Value>) -> Value {
    let mut status = json!({"id": id, "status": state, "timestamp": (T + 5).to_string(),
        "recipient_id": person.number, "recipient_user_id": person.user_id});
    if let Some(pricing) = pricing {
        status["pricing"] = pricing;
    }
    json!({"statuses": [status]})
}

fn price(kind: &str, category: &str) -> Option<Value> {
    Some(
        json!({"billable": kind == "regular", "pricing_model": "PMP", "type": kind, "category": category}),
    )
}

async fn costs(test: &TestApp, query: &str) -> Value {
    test.api
        .get(&format!("/api/costs{query}"))
        .await
        .expect(200)["items"]
        .clone()
}

fn row(category: &str, kind: &str, country: &str, messages: i64, billable: i64) -> Value {
    json!({"category": category, "type": kind, "country": country, "messages": messages, "billable": billable})
}

#[tokio::test]
async fn a_message_is_counted_once_however_its_statuses_come() {
    let told = || {
        vec![
            status("wamid.1", "sent", &noura(), price("regular", "utility")),
            status("wamid.1", "delivered", &noura(), None),
            status("wamid.1", "read", &noura(), price("regular", "utility")),
        ]
    };
    for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0], [1, 0, 2]] {
        for message_first in [true, false] {
            let test = TestApp::start().await;
            let line = test.line().await;
            if message_first {
                write(&line, "wamid.1", &noura()).await;
            }
            for n in order.into_iter().chain(order) {
                line.deliver("messages", told()[n].clone()).await;
            }
            if !message_first {
                write(&line, "wamid.1", &noura()).await;
            }
            let found = costs(&test, "").await;
            assert_eq!(
                found,
                json!([row("utility", "regular", "SA", 1, 1)]),
                "{order:?} {message_first}"
            );
        }
    }
}

#[tokio::test]
async fn what_meta_says_nothing_of_is_unknown_until_it_does() {
    let test = TestApp::start().await;
    let line = test.line().await;
    write(&line, "wamid.1", &noura()).await;
    line.deliver("messages", status("wamid.1", "sent", &noura(), None))
        .await;
    assert_eq!(
        costs(&test, "").await,
        json!([]),
        "not delivered, not charged"
    );
    line.deliver("messages", status("wamid.1", "delivered", &noura(), None))
        .await;
    assert_eq!(
        costs(&test, "").await,
        json!([row("unknown", "unknown", "SA", 1, 0)])
    );
    let late = status(
        "wamid.1",
        "sent",
        &noura(),
        price("free_customer_service", "service"),
    );
    line.deliver("messages", late).await;
    assert_eq!(
        costs(&test, "").await,
        json!([row("service", "free_customer_service", "SA", 1, 0)])
    );
}

#[tokio::test]
async fn a_failure_is_not_counted_and_a_success_after_it_is() {
    let test = TestApp::start().await;
    let line = test.line().await;
    write(&line, "wamid.1", &noura()).await;
    line.deliver(
        "messages",
        status("wamid.1", "sent", &noura(), price("regular", "marketing")),
    )
    .await;
    assert_eq!(
        costs(&test, "").await,
        json!([row("marketing", "regular", "SA", 1, 1)])
    );
    line.deliver("messages", status("wamid.1", "failed", &noura(), None))
        .await;
    assert_eq!(costs(&test, "").await, json!([]));
    line.deliver("messages", status("wamid.1", "delivered", &noura(), None))
        .await;
    assert_eq!(
        costs(&test, "").await,
        json!([row("marketing", "regular", "SA", 1, 1)])
    );
}

#[tokio::test]
async fn older_webhooks_charge_a_conversation_once() {
    let test = TestApp::start().await;
    let line = test.line().await;
    for id in ["wamid.1", "wamid.2", "wamid.3"] {
        write(&line, id, &noura()).await;
        let mut told = status(
            id,
            "sent",
            &noura(),
            Some(json!({"billable": true, "pricing_model": "CBP", "category": "service"})),
        );
        let conversation = if id == "wamid.3" { "c2" } else { "c1" };
        told["statuses"][0]["conversation"] =
            json!({"id": conversation, "origin": {"type": "service"}});
        for _ in 0..2 {
            line.deliver("messages", told.clone()).await;
        }
    }
    assert_eq!(
        costs(&test, "").await,
        json!([row("service", "conversation", "SA", 3, 2)])
    );
}

#[tokio::test]
async fn totals_are_apart_by_what_is_asked_for() {
    let test = TestApp::start().await;
    let line = test.line().await;
    for (id, person, kind, category) in [
        ("wamid.1", noura(), "regular", "marketing"),
        ("wamid.2", jorge(), "regular", "marketing"),
        (
            "wamid.3",
            jorge(),
            "free_entry_point",
            "authentication-international",
        ),
    ] {
        write(&line, id, &person).await;
        line.deliver(
            "messages",
            status(id, "delivered", &person, price(kind, category)),
        )
        .await;
    }
    assert_eq!(
        costs(&test, "").await,
        json!([
            row(
                "authentication_international",
                "free_entry_point",
                "MX",
                1,
                0
            ),
            row("marketing", "regular", "MX", 1, 1),
            row("marketing", "regular", "SA", 1, 1),
        ])
    );
    assert_eq!(
        costs(&test, "?group_by=country").await,
        json!([
        {"country": "MX", "messages": 2, "billable": 1}, {"country": "SA", "messages": 1, "billable": 1}])
    );
    let by_day = costs(&test, "?group_by=day,account&from=2026-11-20&to=2026-11-20").await;
    assert_eq!(
        by_day,
        json!([{"day": "2026-11-20", "account_id": line.account, "messages": 3, "billable": 2}])
    );
    assert_eq!(
        costs(&test, "?from=2026-11-21&to=2026-11-30").await,
        json!([])
    );
    assert_eq!(
        costs(&test, "?group_by=").await,
        json!([{"messages": 3, "billable": 2}])
    );
    assert_eq!(
        costs(&test, "?group_by=&from=2020-01-01&to=2020-01-02").await,
        json!([])
    );
    let other = test.other_workspace().await.1;
    assert_eq!(
        other.get("/api/costs").await.expect(200)["items"],
        json!([]),
        "another business's are its own"
    );
}

#[tokio::test]
async fn what_cannot_be_asked_is_refused_by_name() {
    let test = TestApp::start().await;
    for (query, field) in [
        ("from=yesterday", "from"),
        ("to=2026-11-31", "to"),
        ("to=2026-11-20T10:00:00Z", "to"),
        ("from=2026-12-01&to=2026-11-01", "from"),
        ("group_by=colour", "group_by"),
    ] {
        let refused = test
            .api
            .get(&format!("/api/costs?{query}"))
            .await
            .expect(422);
        assert_eq!(refused["errors"][0]["field"], field, "{query}");
    }
    let reader = test
        .api_with([Permission::CustomersRead].into_iter().collect())
        .await;
    reader.get("/api/costs").await.expect(403);
}
