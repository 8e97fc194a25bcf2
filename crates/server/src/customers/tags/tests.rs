//! Tags as a user of the API sees them.

use serde_json::{Value, json};

use crate::access::Role;
use crate::testing::TestApp;

async fn tags_of(test: &TestApp, customer: &Value) -> Value {
    let path = format!("/api/customers/{}", customer["id"]);
    test.api.get(&path).await.expect(200)["tags"].clone()
}

#[tokio::test]
async fn a_new_name_is_everybodys_and_a_deleted_tag_nobodys() {
    let test = TestApp::start().await;
    let vip = test
        .api
        .post("/api/tags", json!({"name": " VIP ", "hue": 48}))
        .await
        .expect(201);
    assert_eq!(
        (&vip["name"], &vip["hue"], &vip["customers_count"]),
        (&json!("VIP"), &json!(48), &json!(0))
    );
    let mut customers = Vec::new();
    for name in ["ليلى", "Karim", "هند"] {
        let body = json!({"name": name, "tags": ["vip", "riyadh"]});
        customers.push(test.api.post("/api/customers", body).await.expect(201));
    }
    let list = test.api.get("/api/tags").await.expect(200);
    assert_eq!(
        list["items"][1]["name"], "VIP",
        "known names are taken as they are spelled"
    );
    assert_eq!(list["items"][1]["customers_count"], 3);
    let path = format!("/api/tags/{}", vip["id"]);
    let renamed = json!({"name": "كبار العملاء", "hue": null});
    let renamed = test.api.patch(&path, renamed).await.expect(200);
    assert_eq!(
        (&renamed["hue"], &renamed["customers_count"]),
        (&Value::Null, &json!(3))
    );
    assert_eq!(
        tags_of(&test, &customers[0]).await,
        json!(["riyadh", "كبار العملاء"])
    );
    let reply = test.api.delete(&path).await;
    assert_eq!(reply.status.as_u16(), 204);
    assert_eq!(tags_of(&test, &customers[2]).await, json!(["riyadh"]));
    test.api.delete(&path).await.expect(404);
    test.api.patch(&path, json!({"hue": 1})).await.expect(404);

    let log = test.api.get("/api/audit-log").await.expect(200);
    assert_eq!(log["items"][0]["kind"], "tag.deleted");
    assert_eq!(log["items"][0]["data"]["customers"], 3);
    assert_eq!(log["items"][1]["kind"], "tag.hue_changed");
    assert_eq!(log["items"][2]["kind"], "tag.renamed");
    assert_eq!(log["items"][2]["data"]["old"], "VIP");
}

#[tokio::test]
async fn names_differ_by_more_than_spelling() {
    let test = TestApp::start().await;
    test.api
        .post("/api/tags", json!({"name": "مهمة"}))
        .await
        .expect(201);
    let other = test
        .api
        .post("/api/tags", json!({"name": "Café"}))
        .await
        .expect(201);
    for same in ["مُهمّه", "CAFE"] {
        let reply = test
            .api
            .post("/api/tags", json!({"name": same}))
            .await
            .expect(409);
        assert_eq!(reply["code"], "tag.exists", "{same}");
    }
    let path = format!("/api/tags/{}", other["id"]);
    let reply = test
        .api
        .patch(&path, json!({"name": "مهمه"}))
        .await
        .expect(409);
    assert_eq!(reply["code"], "tag.exists");
    test.api
        .patch(&path, json!({"name": "CAFÉ"}))
        .await
        .expect(200);
    for (body, field) in [
        (json!({"name": " "}), "name"),
        (json!({"name": "\u{200B}ـ"}), "name"),
        (json!({"name": "x".repeat(61)}), "name"),
        (json!({"name": "x", "hue": 360}), "hue"),
        (json!({"name": "x", "hue": -1}), "hue"),
        (json!({"name": "x", "color": "red"}), "color"),
    ] {
        let reply = test.api.post("/api/tags", body).await.expect(422);
        assert_eq!(reply["errors"][0]["field"], field, "{reply}");
    }
}

#[tokio::test]
async fn one_tag_is_put_on_and_taken_off() {
    let test = TestApp::start().await;
    let customer = test
        .api
        .post("/api/customers", json!({"name": "زيد"}))
        .await
        .expect(201);
    let tag = test
        .api
        .post("/api/tags", json!({"name": "lead"}))
        .await
        .expect(201);
    let path = format!("/api/customers/{}/tags/{}", customer["id"], tag["id"]);
    for _ in 0..2 {
        assert_eq!(test.api.put(&path, json!({})).await.status.as_u16(), 204);
        assert_eq!(tags_of(&test, &customer).await, json!(["lead"]));
    }
    for _ in 0..2 {
        assert_eq!(test.api.delete(&path).await.status.as_u16(), 204);
        assert_eq!(tags_of(&test, &customer).await, json!([]));
    }
    let events = test
        .api
        .get(&format!("/api/customers/{}/timeline", customer["id"]))
        .await;
    let events = events.expect(200);
    assert_eq!(
        events["items"].as_array().map(Vec::len),
        Some(3),
        "{events}"
    );
    assert_eq!(events["items"][0]["kind"], "tag.removed");
    let nobody = format!("/api/customers/999/tags/{}", tag["id"]);
    test.api.put(&nobody, json!({})).await.expect(404);
    let nothing = format!("/api/customers/{}/tags/999", customer["id"]);
    test.api.put(&nothing, json!({})).await.expect(404);
}

#[tokio::test]
async fn shaping_the_catalogue_needs_the_permission() {
    let test = TestApp::start().await;
    let agent = test.api_with(Role::Agent.permissions()).await;
    agent
        .post("/api/tags", json!({"name": "x"}))
        .await
        .expect(403);
    agent.get("/api/tags").await.expect(200);
}

#[tokio::test]
async fn members_who_may_not_make_tags_are_told_which_is_unknown() {
    use crate::access::Actor;
    use crate::customers::{self, NewCustomer, Patch, Source};
    use crate::testing::NOW;

    let test = TestApp::start().await;
    let (member, _) = test.member("Agent", Role::Agent).await;
    let by = (Actor::Member(member), NOW);
    let mut tx = test.app.db.begin().await.expect("begin");
    let new = NewCustomer::unknown(Source::Member);
    let customer = customers::create(&mut tx, test.workspace, new, by.0, by.1)
        .await
        .expect("made");
    let patch = Patch {
        tags: Some(vec!["nowhere".into()]),
        ..Patch::default()
    };
    let secrets = &test.app.secrets;
    let refused = customers::update(&mut tx, secrets, test.workspace, customer, patch, by).await;
    assert_eq!(refused.expect_err("refused").errors[0].field, "tags[0]");
}
