//! Groups as a user of the API sees them.

use serde_json::{Value, json};

use crate::db::sql;
use crate::testing::TestApp;
use crate::testing::whatsapp::{Line, Person, text};

const T: i64 = 1_795_160_000;
const GROUP: &str = "Y2FwaV9ncm91cDoxMjM0NTY3ODkw";

fn noura() -> Person {
    Person::new("966501234567", "SA.77aa", "نورة 🌸")
}

async fn says(line: &Line, person: &Person, id: &str, at: i64, words: &str) {
    let mut message = text(id, at, words);
    message["group_id"] = GROUP.into();
    line.receive(person, vec![message]).await;
}

async fn count(test: &TestApp, table: &str) -> i64 {
    let found: (i64,) = sql(format!("SELECT CAST(COUNT(*) AS BIGINT) FROM {table}"))
        .one(&test.app.db)
        .await
        .expect("a count");
    found.0
}

async fn groups(test: &TestApp) -> Value {
    test.api.get("/api/groups").await.expect(200)["items"].clone()
}

async fn messages(test: &TestApp) -> Vec<Value> {
    let id = groups(test).await[0]["id"].clone();
    let page = test
        .api
        .get(&format!("/api/groups/{id}/messages"))
        .await
        .expect(200);
    page["items"].as_array().expect("items").clone()
}

#[tokio::test]
async fn what_is_said_in_a_group_is_in_the_group_and_nobodys_word_to_us() {
    let test = TestApp::start().await;
    let line = test.line().await;
    says(&line, &noura(), "wamid.2", T + 10, "وصلت الطلبية ✅").await;
    says(&line, &noura(), "wamid.1", T, "أين السائق؟").await;
    says(&line, &noura(), "wamid.2", T + 10, "وصلت الطلبية ✅").await;
    for table in ["customers", "contacts", "conversations", "messages"] {
        assert_eq!(count(&test, table).await, 0, "{table}");
    }
    let group = &groups(&test).await[0];
    assert_eq!(group["messages_count"], 2);
    assert_eq!(group["whatsapp_group_id"], GROUP);
    let said = messages(&test).await;
    let texts: Vec<&Value> = said.iter().map(|message| &message["text"]).collect();
    assert_eq!(texts, ["وصلت الطلبية ✅", "أين السائق؟"]);
    assert_eq!(said[0]["sender"]["phone"], "+966501234567");
    assert_eq!(said[0]["sender"]["name"], "نورة 🌸");
    assert_eq!(said[0]["sender"]["customer_id"], Value::Null);

    // Once she writes to us herself, she is known in the group as well, and nothing is mixed.
    line.receive(&noura(), vec![text("wamid.3", T + 20, "سؤال خاص")])
        .await;
    let conversations = test.api.get("/api/conversations").await.expect(200);
    assert_eq!(conversations["items"][0]["messages_count"], 1);
    let said = messages(&test).await;
    assert_eq!(said.len(), 2);
    assert!(said[0]["sender"]["customer_id"].is_i64(), "{}", said[0]);
}

#[tokio::test]
async fn what_happens_to_a_group_is_told_once_and_its_latest_name_counts() {
    let test = TestApp::start().await;
    let line = test.line().await;
    let named = |name: &str, at: i64| {
        json!({"groups": [{"group_id": GROUP, "timestamp": at.to_string(), "type": "group_settings_update",
            "group_subject": {"text": name, "update_successful": true}}]})
    };
    let joined = json!({"groups": [{"group_id": GROUP, "timestamp": (T + 5).to_string(),
        "type": "group_participants_add", "reason": "invite_link",
        "added_participants": [{"wa_id": "966501234567"}, {"wa_id": "966507654321"}]}]});
    for _ in 0..2 {
        line.deliver("group_settings_update", named("فريق التوصيل 🚚", T + 9))
            .await;
        line.deliver("group_settings_update", named("فريق", T))
            .await;
        line.deliver("group_participants_update", joined.clone())
            .await;
    }
    let group = &groups(&test).await[0];
    assert_eq!(
        (&group["subject"], &group["messages_count"]),
        (&json!("فريق التوصيل 🚚"), &json!(0))
    );
    let told = messages(&test).await;
    assert_eq!(
        told.len(),
        4,
        "two names, and who joined each by themselves"
    );
    assert!(told.iter().all(|update| update["is_update"] == true));
}

#[tokio::test]
async fn who_is_deleted_is_gone_from_groups_too() {
    let test = TestApp::start().await;
    let line = test.line().await;
    let other = Person::new("966507654321", "SA.88bb", "ريم");
    says(&line, &noura(), "wamid.1", T, "أنا نورة").await;
    says(&line, &other, "wamid.2", T + 1, "وأنا ريم").await;
    line.receive(&noura(), vec![text("wamid.3", T + 2, "مرحبا")])
        .await;
    let (customer,): (i64,) = sql("SELECT id FROM customers")
        .one(&test.app.db)
        .await
        .expect("one");
    test.api.delete(&format!("/api/customers/{customer}")).await;
    let left = messages(&test).await;
    assert_eq!(left.len(), 1);
    assert_eq!(left[0]["text"], "وأنا ريم");
    assert_eq!(groups(&test).await[0]["messages_count"], 1);
}

#[tokio::test]
async fn pages_of_groups_and_messages_go_on_where_they_ended() {
    let test = TestApp::start().await;
    let line = test.line().await;
    for n in 0..5 {
        says(&line, &noura(), &format!("wamid.{n}"), T + n / 2, "نعم").await;
    }
    let id = groups(&test).await[0]["id"].clone();
    let (mut seen, mut cursor) = (Vec::new(), String::new());
    loop {
        let path = format!("/api/groups/{id}/messages?limit=2{cursor}");
        let page = test.api.get(&path).await.expect(200);
        let items = page["items"].as_array().expect("items");
        seen.extend(items.iter().map(|item| item["wamid"].clone()));
        match page["next_cursor"].as_str() {
            Some(next) => cursor = format!("&cursor={next}"),
            None => break,
        }
    }
    assert_eq!(
        seen,
        ["wamid.4", "wamid.3", "wamid.2", "wamid.1", "wamid.0"]
    );
    test.api.get("/api/groups?cursor=x").await.expect(422);
    test.api.get("/api/groups/999/messages").await.expect(404);
}
