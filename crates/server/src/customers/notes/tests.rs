//! Notes as a user of the API sees them.

use serde_json::{Value, json};

use crate::testing::TestApp;

#[tokio::test]
async fn notes_are_written_changed_and_deleted_and_the_timeline_tells_it() {
    let test = TestApp::start().await;
    let customer = test
        .api
        .post("/api/customers", json!({"name": "منى"}))
        .await
        .expect(201);
    let path = format!("/api/customers/{}/notes", customer["id"]);
    let body = " تفضّل الاتصال مساءً\r\nبعد السادسة\0 ";
    let note = test
        .api
        .post(&path, json!({"body": body}))
        .await
        .expect(201);
    assert_eq!(note["body"], "تفضّل الاتصال مساءً\nبعد السادسة");
    assert_eq!(note["author"], Value::Null, "a program wrote it");
    let one = format!("/api/notes/{}", note["id"]);
    test.app.clock.advance(1_000_000);
    let changed = test
        .api
        .patch(&one, json!({"body": "☎️ بعد السابعة"}))
        .await
        .expect(200);
    assert_ne!(changed["updated_at"], changed["created_at"]);
    for n in 0..2 {
        test.api
            .post(&path, json!({"body": format!("note {n}")}))
            .await
            .expect(201);
    }
    let page = test.api.get(&format!("{path}?limit=2")).await.expect(200);
    assert_eq!(page["items"][0]["body"], "note 1");
    let cursor = page["next_cursor"].as_str().unwrap_or_default();
    let rest = test
        .api
        .get(&format!("{path}?cursor={cursor}"))
        .await
        .expect(200);
    assert_eq!(rest["items"], json!([changed]));
    let reply = test.api.delete(&one).await;
    assert_eq!(reply.status.as_u16(), 204);
    test.api.patch(&one, json!({"body": "x"})).await.expect(404);
    test.api.delete(&one).await.expect(404);

    let events = test
        .api
        .get(&format!("/api/customers/{}/timeline", customer["id"]))
        .await;
    let events = events.expect(200);
    assert_eq!(events["items"][0]["kind"], "note.deleted");
    assert_eq!(events["items"][3]["kind"], "note.changed");
    assert_eq!(events["items"][3]["data"]["new"], "☎️ بعد السابعة");
    assert_eq!(events["items"][4]["kind"], "note.added");
}

#[tokio::test]
async fn notes_have_a_text() {
    let test = TestApp::start().await;
    let customer = test
        .api
        .post("/api/customers", json!({"name": "A"}))
        .await
        .expect(201);
    let path = format!("/api/customers/{}/notes", customer["id"]);
    for body in [
        json!(" \n"),
        json!("x".repeat(10_001)),
        json!(5),
        Value::Null,
    ] {
        let reply = test
            .api
            .post(&path, json!({"body": body}))
            .await
            .expect(422);
        assert_eq!(reply["errors"][0]["field"], "body");
    }
    test.api.post(&path, json!({})).await.expect(422);
    test.api
        .post("/api/customers/999/notes", json!({"body": "x"}))
        .await
        .expect(404);
    for bad in ["limit=0", "cursor=zzz", "page=1"] {
        test.api.get(&format!("{path}?{bad}")).await.expect(422);
    }
}
