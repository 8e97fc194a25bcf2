//! Nothing of one business is seen or changed by another.

use http::Method;
use serde_json::json;

use crate::testing::TestApp;

#[tokio::test]
async fn another_workspaces_ids_do_not_exist() {
    let test = TestApp::start().await;
    let (_, stranger) = test.other_workspace().await;
    let ours = test
        .api
        .post(
            "/api/customers",
            json!({"name": "سرّ", "phone": "+966501234567", "tags": ["vip"]}),
        )
        .await
        .expect(201);
    let id = &ours["id"];
    let attribute = json!({"key": "city", "label": "City", "type": "text"});
    let attribute = test
        .api
        .post("/api/attributes", attribute)
        .await
        .expect(201);
    let tag = test.api.get("/api/tags").await.expect(200)["items"][0]["id"].clone();
    let note = test
        .api
        .post(&format!("/api/customers/{id}/notes"), json!({"body": "n"}))
        .await;
    let note = note.expect(201)["id"].clone();
    let attribute = &attribute["id"];
    let theirs = stranger
        .post("/api/customers", json!({"name": "Theirs"}))
        .await
        .expect(201);
    let theirs = &theirs["id"];
    let before = test
        .api
        .get(&format!("/api/customers/{id}"))
        .await
        .expect(200);

    for (method, path, body) in [
        (Method::GET, format!("/api/customers/{id}"), None),
        (
            Method::PATCH,
            format!("/api/customers/{id}"),
            Some(json!({"name": "x"})),
        ),
        (Method::DELETE, format!("/api/customers/{id}"), None),
        (Method::GET, format!("/api/customers/{id}/timeline"), None),
        (Method::GET, format!("/api/customers/{id}/responses"), None),
        (Method::GET, format!("/api/customers/{id}/consents"), None),
        (
            Method::PUT,
            format!("/api/customers/{id}/opted-out"),
            Some(json!({"opted_out": true})),
        ),
        (Method::GET, format!("/api/customers/{id}/notes"), None),
        (
            Method::POST,
            format!("/api/customers/{id}/notes"),
            Some(json!({"body": "x"})),
        ),
        (
            Method::PATCH,
            format!("/api/notes/{note}"),
            Some(json!({"body": "x"})),
        ),
        (Method::DELETE, format!("/api/notes/{note}"), None),
        (Method::PUT, format!("/api/customers/{id}/tags/{tag}"), None),
        (
            Method::DELETE,
            format!("/api/customers/{id}/tags/{tag}"),
            None,
        ),
        (
            Method::PUT,
            format!("/api/customers/{theirs}/tags/{tag}"),
            None,
        ),
        (
            Method::PATCH,
            format!("/api/tags/{tag}"),
            Some(json!({"name": "x"})),
        ),
        (Method::DELETE, format!("/api/tags/{tag}"), None),
        (Method::GET, format!("/api/attributes/{attribute}"), None),
        (
            Method::PATCH,
            format!("/api/attributes/{attribute}"),
            Some(json!({"label": "x"})),
        ),
        (Method::DELETE, format!("/api/attributes/{attribute}"), None),
    ] {
        let reply = stranger.send(method.clone(), &path, body).await;
        assert_eq!(
            reply.status.as_u16(),
            404,
            "{method} {path}: {}",
            reply.text
        );
    }
    for list in ["/api/tags", "/api/attributes"] {
        assert_eq!(
            stranger.get(list).await.expect(200)["items"],
            json!([]),
            "{list}"
        );
    }
    let (member, _) = test.member("Ours", crate::access::Role::Agent).await;
    let path = format!("/api/customers/{theirs}");
    let reply = stranger.patch(&path, json!({"owner_id": member}));
    assert_eq!(reply.await.expect(422)["errors"][0]["field"], "owner_id");
    assert_eq!(
        test.api
            .get(&format!("/api/customers/{id}"))
            .await
            .expect(200),
        before
    );
}
