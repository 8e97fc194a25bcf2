//! What is left of a contact that was deleted: nothing that names it.

use serde_json::{Value, json};

use crate::db::sql;
use crate::testing::TestApp;
use crate::testing::whatsapp::{Line, Person, text};

const T: i64 = 1_795_160_000;

fn noura() -> Person {
    Person::new("966501234567", "SA.77aa", "نورة")
}

async fn bodies(test: &TestApp) -> Vec<(i64, String)> {
    let rows: Vec<(i64, Vec<u8>)> = sql("SELECT id, body FROM webhook_events ORDER BY id")
        .all(&test.app.db)
        .await
        .expect("bodies");
    let text = |(id, body): (i64, Vec<u8>)| (id, String::from_utf8_lossy(&body).into_owned());
    rows.into_iter().map(text).collect()
}

async fn delete(test: &TestApp, number: &str) {
    let found = test
        .api
        .get(&format!("/api/contacts?search={number}"))
        .await
        .expect(200);
    let items = found["data"]["items"].as_array().expect("items");
    let phone = format!("+{number}");
    let contact = items
        .iter()
        .find(|item| item["phone_number"] == phone.as_str());
    let id = contact
        .and_then(|item| item["id"].as_str())
        .expect("a contact");
    test.api
        .delete(&format!("/api/contacts/{id}"))
        .await
        .expect(200);
}

async fn two_people(test: &TestApp, line: &Line) {
    line.receive(&noura(), vec![text("wamid.1", T, "hi")]).await;
    let sami = Person::new("971501112233", "AE.1", "Sami");
    line.receive(&sami, vec![text("wamid.2", T, "hi")]).await;
    assert_eq!(bodies(test).await.len(), 2);
}

#[tokio::test]
async fn the_webhooks_that_brought_their_messages_go_with_them() {
    let test = TestApp::start().await;
    let line = test.line().await;
    two_people(&test, &line).await;
    let mut failed = noura().says(vec![text("wamid.3", T, "later")]);
    failed["messages"]
        .as_array_mut()
        .expect("a list")
        .push(json!(7));
    line.deliver("messages", failed).await;
    delete(&test, "966501234567").await;
    let left = bodies(&test).await;
    assert_eq!(left.len(), 2, "{left:?}");
    assert!(left[0].1.contains("971501112233"), "{left:?}");
    // What failed was not used yet; it waits for its replay or its time.
    assert!(left[1].1.contains("wamid.3"), "{left:?}");
}

#[tokio::test]
async fn a_webhook_that_is_done_is_not_replayed() {
    let test = TestApp::start().await;
    let line = test.line().await;
    two_people(&test, &line).await;
    let done = bodies(&test).await[1].0;
    let path = format!("/api/webhook-events/{done}/replay");
    let refused = test.api.post(&path, json!({})).await.expect(409);
    assert_eq!(refused["code"], "event.done");
    let (_, stranger) = test.other_workspace().await;
    stranger.post(&path, json!({})).await.expect(404);

    let mut failed = noura().says(vec![text("wamid.3", T, "later")]);
    failed["metadata"] = json!({"phone_number_id": "999"});
    line.deliver("messages", failed).await;
    let waits = test.api.get("/api/webhook-events").await.expect(200);
    let id = waits["items"][0]["id"].clone();
    let path = format!("/api/webhook-events/{id}/replay");
    test.api.post(&path, json!({})).await.expect(200);
    let log = test.api.get("/api/audit-log").await.expect(200);
    assert_eq!(log["items"][0]["kind"], "webhook_event.replayed");
    assert_eq!(log["items"][0]["actor_kind"], "key");
    assert_eq!(
        log["items"][0]["data"],
        json!({"event_id": id, "old": "unrouted", "new": "unrouted"})
    );
}

#[tokio::test]
async fn the_timeline_of_a_customer_who_stays_loses_the_address() {
    let test = TestApp::start().await;
    let line = test.line().await;
    let mut person = noura();
    for (n, username) in ["first_name", "second_name"].into_iter().enumerate() {
        person.username = Some(username.to_owned());
        let id = format!("wamid.{n}");
        line.receive(&person, vec![text(&id, T, "hi")]).await;
    }
    let moved = Person {
        number: Some("966555550000".to_owned()),
        ..person.clone()
    };
    line.receive(&moved, vec![text("wamid.9", T + 1, "hi")])
        .await;
    let list = test.api.get("/api/customers").await.expect(200);
    let customer = list["items"][0]["id"].as_i64().expect("an id");
    // A second way to reach the same person, which stays.
    let added = json!({"name": "Office", "phone": "+966509999999"});
    let office = test.api.post("/api/customers", added).await.expect(201);
    sql("UPDATE contacts SET customer_id = $1 WHERE customer_id = $2")
        .bind(customer)
        .bind(office["id"].as_i64())
        .run(&test.app.db)
        .await
        .expect("moved");
    sql("UPDATE events SET customer_id = $1 WHERE customer_id = $2")
        .bind(customer)
        .bind(office["id"].as_i64())
        .run(&test.app.db)
        .await
        .expect("moved");
    let threads = test.api.get("/api/conversations").await.expect(200);
    let notes = format!("/api/conversations/{}/notes", threads["items"][0]["id"]);
    let remark = json!({"text": "a remark on them"});
    test.api.post(&notes, remark).await.expect(201);
    delete(&test, "966555550000").await;
    let timeline = format!("/api/customers/{customer}/timeline");
    let story = test.api.get(&timeline).await.expect(200);
    let shown = story.to_string();
    for gone in [
        "966501234567",
        "966555550000",
        "first_name",
        "second_name",
        "SA.77aa",
        "a remark on them",
    ] {
        assert!(!shown.contains(gone), "{gone} in {shown}");
    }
    assert!(shown.contains("+966509999999"), "{shown}");
    let items = story["items"].as_array().expect("items");
    let kinds: Vec<&Value> = items.iter().map(|event| &event["kind"]).collect();
    assert!(
        kinds.contains(&&json!("contact.number_changed")),
        "{kinds:?}"
    );
    let audit = test.api.get("/api/audit-log").await.expect(200).to_string();
    assert!(!audit.contains("966555550000"), "{audit}");
    assert!(!audit.contains("a remark on them"), "{audit}");
    assert!(audit.contains("conversation.note_added"), "{audit}");
}
