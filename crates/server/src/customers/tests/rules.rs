//! What a change to a customer may and may not do.

use serde_json::{Value, json};

use crate::access::{Permission, Role};
use crate::db::{Arg, sql};
use crate::testing::TestApp;
use crate::testing::whatsapp::{Person, text};

#[tokio::test]
async fn null_is_refused_where_nothing_can_be_cleared() {
    let test = TestApp::start().await;
    let body = json!({"name": "Sami", "tags": ["vip"], "blocked": true});
    let customer = test.api.post("/api/customers", body).await.expect(201);
    let path = format!("/api/customers/{}", customer["id"]);
    for field in [
        "phone",
        "tags",
        "blocked",
        "opted_out",
        "stage",
        "stage_pinned",
        "attributes",
        "metadata",
        "expected_updated_at",
    ] {
        let refused = test
            .api
            .patch(&path, json!({field: null, "name": "X"}))
            .await;
        let refused = refused.expect(422);
        assert_eq!(refused["errors"][0]["field"], field, "{refused}");
    }
    let same = test.api.get(&path).await.expect(200);
    assert_eq!(same, customer);
    let all =
        json!({"name": null, "email": null, "location": null, "language": null, "owner_id": null});
    test.api.patch(&path, all).await.expect(200);
}

#[tokio::test]
async fn a_cleared_name_is_the_profiles_again() {
    let test = TestApp::start().await;
    let line = test.line().await;
    let mut person = Person::new("966501234567", "SA.1", "نورة");
    line.receive(&person, vec![text("wamid.1", 1_795_160_000, "hi")])
        .await;
    let list = test.api.get("/api/customers").await.expect(200);
    let path = format!("/api/customers/{}", list["items"][0]["id"]);
    let named = test.api.patch(&path, json!({"name": "VIP Noura"})).await;
    assert_eq!(named.expect(200)["name"], "VIP Noura");
    person.name = Some("Noura A.".to_owned());
    line.receive(&person, vec![text("wamid.2", 1_795_160_001, "hi")])
        .await;
    let cleared = test
        .api
        .patch(&path, json!({"name": null}))
        .await
        .expect(200);
    assert_eq!(cleared["name"], "Noura A.");
    person.name = Some("Noura B.".to_owned());
    line.receive(&person, vec![text("wamid.3", 1_795_160_002, "hi")])
        .await;
    let now = test.api.get(&path).await.expect(200);
    assert_eq!(now["name"], "Noura B.", "and follows it");

    // A name that a person confirmed by writing it is theirs, until it is cleared.
    test.api
        .patch(&path, json!({"name": "Noura B."}))
        .await
        .expect(200);
    test.api
        .patch(&path, json!({"name": null}))
        .await
        .expect(200);
    person.name = Some("Noura C.".to_owned());
    line.receive(&person, vec![text("wamid.4", 1_795_160_003, "hi")])
        .await;
    let now = test.api.get(&path).await.expect(200);
    assert_eq!(now["name"], "Noura C.");
}

#[tokio::test]
async fn managers_shape_tags_and_only_admins_define_attributes() {
    let test = TestApp::start().await;
    let attribute = json!({"key": "plan", "label": "Plan", "type": "text"});
    let made = test
        .api
        .post("/api/attributes", attribute.clone())
        .await
        .expect(201);
    let path = format!("/api/attributes/{}", made["id"]);
    let (_, manager) = test.signed_in("Manager", Role::Manager).await;
    manager
        .post("/api/tags", json!({"name": "vip"}))
        .await
        .expect(201);
    manager.delete(&path).await.expect(403);
    manager
        .patch(&path, json!({"type": "number"}))
        .await
        .expect(403);
    let other = json!({"key": "size", "label": "Size", "type": "text"});
    manager
        .post("/api/attributes", other.clone())
        .await
        .expect(403);
    let (_, admin) = test.signed_in("Admin", Role::Admin).await;
    admin.post("/api/attributes", other).await.expect(201);

    // A key is held to its scopes as a member is to their role.
    let writes = [Permission::CustomersRead, Permission::CustomersWrite];
    let writer = test.api_with(writes.into_iter().collect()).await;
    let unknown = json!({"name": "A", "tags": ["vip", "brand new"]});
    let refused = writer
        .post("/api/customers", unknown.clone())
        .await
        .expect(422);
    assert_eq!(refused["errors"][0]["field"], "tags[1]");
    assert!(refused.to_string().contains("tags:write"), "{refused}");
    writer
        .post("/api/customers", json!({"name": "A", "tags": ["VIP"]}))
        .await
        .expect(201);
    let shaper = writes.into_iter().chain([Permission::TagsWrite]).collect();
    let shaper = test.api_with(shaper).await;
    shaper.post("/api/customers", unknown).await.expect(201);
}

#[tokio::test]
async fn deleting_a_tag_goes_on_when_the_caller_hangs_up() {
    const HOLDERS: i64 = 12_000;
    let test = TestApp::start().await;
    let tag = test
        .api
        .post("/api/tags", json!({"name": "vip"}))
        .await
        .expect(201);
    let tag_id = tag["id"].as_i64().expect("an id");
    let people = (0..HOLDERS).map(|_| -> Vec<Arg> {
        vec![
            test.workspace.into(),
            uuid::Uuid::now_v7().into(),
            json!({}).into(),
        ]
    });
    sql(
        "INSERT INTO customers (workspace_id, uuid, attributes, source, created_at, updated_at)
         SELECT v.workspace_id, v.uuid, v.attributes, 'api', 1, 1
         FROM $rows(workspace_id BIGINT, uuid UUID, attributes JSONB) v",
    )
    .rows(people)
    .run(&test.app.db)
    .await
    .expect("people");
    sql(
        "INSERT INTO customer_tags (workspace_id, tag_id, customer_id)
         SELECT workspace_id, $1, id FROM customers",
    )
    .bind(tag_id)
    .run(&test.app.db)
    .await
    .expect("tagged");
    let left = || async {
        let (left,): (i64,) = sql("SELECT COUNT(*) FROM customer_tags")
            .one(&test.app.db)
            .await
            .expect("counted");
        left
    };
    let path = format!("/api/tags/{tag_id}");
    tokio::select! {
        _ = test.api.delete(&path) => {}
        () = async { while left().await == HOLDERS { tokio::task::yield_now().await; } } => {}
    }
    let mut log = Value::Null;
    for _ in 0..200 {
        log = test.api.get("/api/audit-log").await.expect(200);
        if log["items"][0]["kind"] == "tag.deleted" {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    assert_eq!(log["items"][0]["kind"], "tag.deleted", "{log}");
    assert_eq!(log["items"][0]["data"]["customers"], HOLDERS);
    assert_eq!(left().await, 0);
}
