//! Keys as a user of the API sees them.

use serde_json::{Value, json};

use crate::access::Permission;
use crate::testing::TestApp;

#[tokio::test]
async fn a_key_is_shown_once_used_and_revoked_at_once() {
    let test = TestApp::start().await;
    let new = json!({"name": " متجر سلة ", "scopes": ["customers:read", "keys:manage"]});
    let made = test.api.post("/api/api-keys", new).await.expect(201);
    let (id, secret) = (&made["id"], made["key"].as_str().expect("shown").to_owned());
    assert_eq!(
        (&made["name"], &made["last_used_at"]),
        (&json!("متجر سلة"), &Value::Null)
    );
    assert!(secret.starts_with(made["hint"].as_str().expect("a hint")));

    let shop = test.with_key(&secret);
    let list = shop.get("/api/api-keys?limit=1").await;
    assert!(!list.text.contains(&secret));
    let list = list.expect(200);
    assert_eq!(&list["items"][0]["id"], id);
    let next = format!(
        "/api/api-keys?cursor={}",
        list["next_cursor"].as_str().expect("more")
    );
    assert_eq!(
        shop.get(&next).await.expect(200)["items"][0]["name"],
        "test"
    );

    let path = format!("/api/api-keys/{id}");
    let renamed = test
        .api
        .patch(&path, json!({"name": "Salla"}))
        .await
        .expect(200);
    assert_eq!(renamed["name"], "Salla");
    test.api.delete(&path).await.expect(204);
    test.api.delete(&path).await.expect(204);
    shop.get("/api/api-keys").await.expect(401);
    let list = test.api.get("/api/api-keys").await.expect(200);
    assert_eq!(list["items"][0]["revoked_at"], "2026-11-20T09:00:00Z");

    let log = test.api.get("/api/audit-log").await;
    assert!(!log.text.contains(&secret));
    let log = log.expect(200);
    let kinds: Vec<_> = log["items"]
        .as_array()
        .expect("events")
        .iter()
        .map(|e| &e["kind"])
        .collect();
    assert_eq!(kinds, ["key.revoked", "key.renamed", "key.created"]);
}

#[tokio::test]
async fn a_key_gives_away_no_more_than_it_has() {
    let test = TestApp::start().await;
    let own = [Permission::KeysManage, Permission::CustomersRead];
    let api = test.api_with(own.into_iter().collect()).await;
    let ask = |scopes: Value| api.post("/api/api-keys", json!({"name": "k", "scopes": scopes}));
    ask(json!(["customers:read"])).await.expect(201);
    let refused = ask(json!(["customers:read", "members:manage"]))
        .await
        .expect(422);
    assert_eq!(refused["errors"][0]["field"], "scopes[1]");
    let unknown = ask(json!(["customers:read", "everything", "\u{0}"]))
        .await
        .expect(422);
    assert_eq!(unknown["errors"].as_array().map(Vec::len), Some(2));
    assert!(
        unknown["errors"][0]["message"]
            .as_str()
            .expect("words")
            .contains("`everything`")
    );
    ask(json!([])).await.expect(422);
    test.api_with([Permission::CustomersRead].into_iter().collect())
        .await
        .get("/api/api-keys")
        .await
        .expect(403);
    for path in ["/api/api-keys/999", "/api/api-keys/x"] {
        test.api.delete(path).await.expect(404);
    }
}
