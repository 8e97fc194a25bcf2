//! Conversations as a user of the API reads and changes them.
mod changes;
mod inbox;
mod notes;
mod threads;

use serde_json::{Value, json};

use crate::access::Role;
use crate::db::sql;
use crate::testing::TestApp;
use crate::testing::whatsapp::{Line, Person, text};

/// Unix seconds of the first message.
const T: i64 = 1_795_160_000;

fn keys(value: &Value) -> Vec<&str> {
    let mut keys: Vec<_> = value
        .as_object()
        .expect("an object")
        .keys()
        .map(String::as_str)
        .collect();
    keys.sort_unstable();
    keys
}

fn ids(page: &Value) -> Vec<i64> {
    let items = page["items"].as_array().expect("items");
    items
        .iter()
        .map(|item| item["id"].as_i64().expect("an id"))
        .collect()
}

fn person(index: i64) -> Person {
    Person::new(
        &format!("9665012345{index:02}"),
        &format!("SA.{index}"),
        "نورة",
    )
}

/// Five people on one line; the last one to write is the first.
async fn start() -> (TestApp, Line) {
    let test = TestApp::start().await;
    let line = test.line().await;
    for index in 0..5 {
        let id = format!("wamid.{index}");
        let message = text(&id, T + (5 - index) * 60, "مرحبا");
        line.receive(&person(index), vec![message]).await;
    }
    (test, line)
}

#[tokio::test]
async fn a_conversation_has_the_shape_of_its_model() {
    let (test, line) = start().await;
    let page = test.api.get("/api/conversations").await.expect(200);
    assert_eq!(ids(&page).len(), 5);
    let first = &page["items"][0];
    assert_eq!(
        keys(first),
        [
            "assignee_id",
            "category",
            "contact_id",
            "conversation_flow_id",
            "current_step_id",
            "customer_id",
            "customer_name",
            "customer_phone",
            "expires_at",
            "free_entry_point",
            "id",
            "is_completed",
            "is_history",
            "last_interaction_at",
            "last_message",
            "last_message_at",
            "messages_count",
            "resolved_at",
            "session_data",
            "snoozed_until",
            "started_at",
            "status",
            "unread_count",
            "uuid",
            "whatsapp_account_id",
        ]
    );
    assert_eq!(first["customer_phone"], "+966501234500");
    assert_eq!(first["whatsapp_account_id"], line.account.0);
    assert_eq!(first["session_data"], json!({}));
    assert_eq!(first["is_completed"], false);
    assert_eq!(first["status"], "open");
    assert_eq!(first["messages_count"], 1);
    assert_eq!(first["last_interaction_at"], "2026-11-20T07:38:20Z");
    assert_eq!(first["expires_at"], "2026-11-21T07:38:20Z");

    for name in [&first["id"], &first["uuid"]] {
        let name = name.to_string().replace('"', "");
        let one = test.api.get(&format!("/api/conversations/{name}")).await;
        assert_eq!(one.expect(200), *first);
    }
}

#[tokio::test]
async fn lists_page_through_every_filter_from_the_latest() {
    let (test, line) = start().await;
    let (member, _) = test.member("Sara", Role::Agent).await;
    let all = test.api.get("/api/conversations").await.expect(200);
    let order = ids(&all);
    assert!(
        order.is_sorted(),
        "the first to be stored wrote last: {order:?}"
    );
    for (status, id) in [("resolved", order[1]), ("pending", order[3])] {
        sql("UPDATE conversations SET status = $1, assignee_id = $2 WHERE id = $3")
            .bind(status)
            .bind(member)
            .bind(id)
            .run(&test.app.db)
            .await
            .expect("changed");
    }
    let first = &all["items"][0];
    let account = line.account.0;
    let cases = [
        (String::new(), order.clone()),
        ("status=open".into(), vec![order[0], order[2], order[4]]),
        ("status=resolved".into(), vec![order[1]]),
        (format!("account_id={account}"), order.clone()),
        (
            format!("account_id={account}&status=pending"),
            vec![order[3]],
        ),
        (format!("account_id={}", account + 1), vec![]),
        (format!("assignee_id={member}"), vec![order[1], order[3]]),
        (
            format!("assignee_id={member}&status=resolved&account_id={account}"),
            vec![order[1]],
        ),
        (
            format!("customer_id={}", first["customer_id"]),
            vec![order[0]],
        ),
        (
            format!("contact_id={}", first["contact_id"]),
            vec![order[0]],
        ),
        (
            format!(
                "contact_id={}&customer_id={}&status=open&assignee_id={member}",
                first["contact_id"], first["customer_id"]
            ),
            vec![],
        ),
        (
            format!(
                "customer_id={}&account_id={account}&status=open",
                first["customer_id"]
            ),
            vec![order[0]],
        ),
    ];
    for (query, expected) in cases {
        let mut found = Vec::new();
        let mut cursor = String::new();
        loop {
            let path = format!("/api/conversations?limit=2&{query}{cursor}");
            let page = test.api.get(&path).await.expect(200);
            found.extend(ids(&page));
            let Some(next) = page["next_cursor"].as_str() else {
                break;
            };
            cursor = format!("&cursor={next}");
        }
        assert_eq!(found, expected, "{query}");
    }
    let path = format!("/api/customers/{}/conversations", first["customer_id"]);
    assert_eq!(ids(&test.api.get(&path).await.expect(200)), [order[0]]);
}

#[tokio::test]
async fn other_workspaces_and_unreadable_names_find_nothing() {
    let (test, _) = start().await;
    let (_, stranger) = test.other_workspace().await;
    let all = test.api.get("/api/conversations").await.expect(200);
    let first = &all["items"][0];
    assert_eq!(
        stranger.get("/api/conversations").await.expect(200)["items"],
        json!([])
    );
    let theirs = format!("/api/conversations?customer_id={}", first["customer_id"]);
    assert_eq!(stranger.get(&theirs).await.expect(200)["items"], json!([]));
    let uuid = first["uuid"].as_str().expect("a uuid");
    for path in [
        format!("conversations/{}", first["id"]),
        format!("conversations/{uuid}"),
        format!("conversations/{uuid}/messages"),
        format!("customers/{}/conversations", first["customer_id"]),
    ] {
        stranger.get(&format!("/api/{path}")).await.expect(404);
    }
    for name in ["0", "-1", "x", "%00", "%ff", "99999999999999999999", "1e3"] {
        test.api
            .get(&format!("/api/conversations/{name}"))
            .await
            .expect(404);
        let path = format!("/api/conversations/{name}/messages");
        assert_eq!(test.api.get(&path).await.expect(404)["code"], "not_found");
        test.api
            .get(&format!("/api/customers/{name}/conversations"))
            .await
            .expect(404);
    }
    for bad in [
        "limit=0",
        "limit=-1",
        "status=closed",
        "account_id=x",
        "cursor=%ff",
        "page=2",
    ] {
        test.api
            .get(&format!("/api/conversations?{bad}"))
            .await
            .expect(422);
    }
    test.anonymous().get("/api/conversations").await.expect(401);
}
