//! Creating, changing, deleting and assigning contacts.

use serde_json::{Value, json};
use uuid::Uuid;

use super::reads::keys;
use crate::access::Role;
use crate::db::sql;
use crate::testing::TestApp;
use crate::testing::whatsapp::{Person, text};

async fn create(test: &TestApp, body: Value) -> Value {
    let reply = test.api.post("/api/contacts", body).await.expect(201);
    assert_eq!(reply["status"], "success");
    reply["data"].clone()
}

fn path(contact: &Value) -> String {
    format!("/api/contacts/{}", contact["id"].as_str().expect("an id"))
}

#[tokio::test]
async fn a_created_contact_has_the_documented_shape_and_can_be_found() {
    let test = TestApp::start().await;
    let line = test.line().await;
    let made = create(
        &test,
        json!({"phone_number": "٠٥٠ ١٢٣ ٤٥٦٧", "name": "  نورة\u{202e} ",
        "account_id": line.uuid, "metadata": {"city": "Riyadh", "n": 3}}),
    )
    .await;
    assert_eq!(
        keys(&made),
        ["account_id", "created_at", "id", "name", "phone_number"]
    );
    assert_eq!(made["phone_number"], "+966501234567");
    assert_eq!(made["name"], "نورة");
    assert_eq!(made["account_id"], json!(line.uuid));
    let got = test.api.get(&path(&made)).await.expect(200);
    assert_eq!(got["data"]["metadata"], json!({"city": "Riyadh", "n": "3"}));
    let found = test
        .api
        .get("/api/contacts?search=%D9%86%D9%88%D8%B1%D9%87")
        .await
        .expect(200);
    assert_eq!(found["data"]["items"][0]["id"], made["id"]);
    assert_eq!(found["data"]["items"][0]["last_message_at"], Value::Null);

    for again in ["+966501234567", "00966 50-123-4567", "0501234567"] {
        let body = json!({"phone_number": again});
        let refused = test.api.post("/api/contacts", body).await.expect(409);
        assert_eq!(refused["status"], "error");
        assert_eq!(refused["data"], json!({"id": made["id"]}), "{again}");
    }
    let (_, stranger) = test.other_workspace().await;
    let body = json!({"phone_number": "+966501234567"});
    stranger.post("/api/contacts", body).await.expect(201);
    assert_eq!(
        test.api.get("/api/contacts").await.expect(200)["data"]["total"],
        1
    );
}

#[tokio::test]
async fn bad_contacts_are_refused_and_leave_nothing() {
    let test = TestApp::start().await;
    let definition = json!({"key": "age", "label": "Age", "type": "number"});
    test.api
        .post("/api/attributes", definition)
        .await
        .expect(201);
    let (workspace, stranger) = test.other_workspace().await;
    let theirs = crate::testing::whatsapp::connect(&test.app, workspace, stranger).await;
    let good = "+966501234567";
    for (body, field) in [
        (json!({"phone_number": ""}), "phone_number"),
        (json!({"phone_number": "call me"}), "phone_number"),
        (json!({"phone_number": 5}), "phone_number"),
        (
            json!({"phone_number": good, "name": "x".repeat(201)}),
            "name",
        ),
        (
            json!({"phone_number": good, "account_id": "17"}),
            "account_id",
        ),
        (
            json!({"phone_number": good, "account_id": Uuid::now_v7()}),
            "account_id",
        ),
        (
            json!({"phone_number": good, "account_id": theirs.uuid}),
            "account_id",
        ),
        (
            json!({"phone_number": good, "metadata": {"age": "old"}}),
            "metadata.age",
        ),
        (json!({"phone_number": good, "metadata": []}), "metadata"),
    ] {
        let refused = test
            .api
            .post("/api/contacts", body.clone())
            .await
            .expect(422);
        assert_eq!(refused["errors"][0]["field"], field, "{refused}");
    }
    for body in [
        json!({}),
        json!({"phone_number": good, "email": "a@b.co"}),
        json!([]),
    ] {
        let refused = test.api.post("/api/contacts", body).await.expect(422);
        assert_eq!(refused["status"], "error");
    }
    let both = json!({"phone_number": "", "name": "x".repeat(201)});
    let both = test.api.post("/api/contacts", both).await.expect(422);
    assert_eq!(both["errors"].as_array().map(Vec::len), Some(2));
    assert_eq!(
        test.api.get("/api/contacts").await.expect(200)["data"]["total"],
        0
    );
}

#[tokio::test]
async fn put_replaces_metadata_and_patch_merges_it() {
    let test = TestApp::start().await;
    let made = create(
        &test,
        json!({"phone_number": "+966501234567", "name": "Ana",
        "metadata": {"a": "1", "b": "2"}}),
    )
    .await;
    let path = path(&made);
    let merged = test
        .api
        .patch(&path, json!({"metadata": {"b": null, "c": "3"}}))
        .await
        .expect(200);
    let merged = &merged["data"];
    assert_eq!(
        keys(merged),
        ["id", "metadata", "name", "phone_number", "updated_at"]
    );
    assert_eq!(merged["metadata"], json!({"a": "1", "c": "3"}));
    assert_eq!(merged["name"], "Ana");
    let replaced = json!({"name": "آنا", "metadata": {"d": "4"}});
    let replaced = test.api.put(&path, replaced).await.expect(200);
    assert_eq!(replaced["data"]["metadata"], json!({"d": "4"}));
    assert_eq!(replaced["data"]["name"], "آنا");
    let cleared = test.api.put(&path, json!({"name": null})).await.expect(200);
    assert_eq!(cleared["data"]["name"], Value::Null);
    assert_eq!(cleared["data"]["metadata"], json!({"d": "4"}));
    let refused = test
        .api
        .put(&path, json!({"phone_number": "+1"}))
        .await
        .expect(422);
    assert_eq!(refused["status"], "error");

    let (_, stranger) = test.other_workspace().await;
    stranger.put(&path, json!({"name": "x"})).await.expect(404);
    stranger
        .patch(&path, json!({"name": "x"}))
        .await
        .expect(404);
    stranger.delete(&path).await.expect(404);
    stranger
        .put(&format!("{path}/assign"), json!({"user_id": null}))
        .await
        .expect(404);
    test.api
        .put("/api/contacts/x", json!({"name": "x"}))
        .await
        .expect(404);
}

#[tokio::test]
async fn a_removed_account_takes_no_new_contacts_and_keeps_its_list() {
    let test = TestApp::start().await;
    let line = test.line().await;
    let person = Person::new("966501234567", "SA.1", "نورة");
    line.receive(&person, vec![text("wamid.1", 1_795_160_000, "مرحبا")])
        .await;
    let account = format!("/api/accounts/{}", line.account);
    test.api.delete(&account).await.expect(204);
    let body = json!({"phone_number": "+966502222222", "account_id": line.uuid});
    let refused = test.api.post("/api/contacts", body).await.expect(422);
    assert_eq!(refused["errors"][0]["field"], "account_id");
    let list = format!("/api/contacts?account_id={}", line.uuid);
    let list = test.api.get(&list).await.expect(200);
    assert_eq!(list["data"]["total"], 1);
}

#[tokio::test]
async fn a_deleted_contact_is_gone_with_its_customer() {
    let test = TestApp::start().await;
    let line = test.line().await;
    let person = Person::new("966501234567", "SA.1", "نورة");
    line.receive(&person, vec![text("wamid.1", 1_795_160_000, "مرحبا")])
        .await;
    let all = test.api.get("/api/contacts").await.expect(200);
    let path = path(&all["data"]["items"][0]);
    let gone = test.api.delete(&path).await.expect(200);
    assert_eq!(gone, json!({"status": "success", "data": null}));
    test.api.get(&path).await.expect(404);
    test.api.delete(&path).await.expect(404);
    for table in [
        "customers",
        "contacts",
        "conversations",
        "messages",
        "customer_search",
    ] {
        let (left,): (i64,) = sql(format!("SELECT COUNT(*) FROM {table}"))
            .one(&test.app.db)
            .await
            .expect("counted");
        assert_eq!(left, 0, "{table}");
    }
    let all = test.api.get("/api/contacts").await.expect(200);
    assert_eq!(all["data"]["total"], 0);
}

#[tokio::test]
async fn assigning_sets_the_owner_and_the_open_conversation_and_is_told() {
    let test = TestApp::start().await;
    let line = test.line().await;
    let person = Person::new("966501234567", "SA.1", "نورة");
    line.receive(&person, vec![text("wamid.1", 1_795_160_000, "مرحبا")])
        .await;
    let (member, uuid) = test.member("Sara", Role::Agent).await;
    let all = test.api.get("/api/contacts").await.expect(200);
    let path = path(&all["data"]["items"][0]);
    let assign = format!("{path}/assign");

    let reply = test
        .api
        .put(&assign, json!({"user_id": uuid}))
        .await
        .expect(200);
    assert_eq!(keys(&reply["data"]), ["assigned_to", "id", "updated_at"]);
    assert_eq!(reply["data"]["assigned_to"], json!(uuid));
    let got = test.api.get(&path).await.expect(200);
    assert_eq!(got["data"]["assigned_to"], json!(uuid));
    let conversations = test.api.get("/api/conversations").await.expect(200);
    assert_eq!(conversations["items"][0]["assignee_id"], member.0);

    let reply = test
        .api
        .put(&assign, json!({"user_id": null}))
        .await
        .expect(200);
    assert_eq!(reply["data"]["assigned_to"], Value::Null);
    // Only the conversation's assignee changes, and the answer shows that something did.
    let before = reply["data"]["updated_at"].clone();
    sql("UPDATE conversations SET assignee_id = $1")
        .bind(member)
        .run(&test.app.db)
        .await
        .expect("assigned");
    let reply = test
        .api
        .put(&assign, json!({"user_id": null}))
        .await
        .expect(200);
    assert_ne!(reply["data"]["updated_at"], before);
    let conversations = test.api.get("/api/conversations").await.expect(200);
    assert_eq!(conversations["items"][0]["assignee_id"], Value::Null);
    let log = test.api.get("/api/audit-log").await.expect(200);
    let told: Vec<_> = log["items"]
        .as_array()
        .expect("items")
        .iter()
        .filter(|event| event["kind"] == "conversation.assigned")
        .map(|event| (event["data"]["old"].clone(), event["data"]["new"].clone()))
        .collect();
    let member = json!(member);
    assert_eq!(
        told,
        [
            (member.clone(), Value::Null),
            (member.clone(), Value::Null),
            (Value::Null, member)
        ]
    );

    let unknown = json!({"user_id": Uuid::now_v7()});
    let refused = test.api.put(&assign, unknown).await.expect(422);
    assert_eq!(refused["errors"][0]["field"], "user_id");
    for bad in [json!({}), json!({"user_id": "x"}), json!({"user": null})] {
        test.api.put(&assign, bad).await.expect(422);
    }
}
