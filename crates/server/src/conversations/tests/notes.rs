//! Notes in a thread: for the team only, and counted nowhere.

use super::*;
use crate::testing::Api;

async fn messages(api: &Api, path: &str) -> Vec<Value> {
    let page = api.get(&format!("{path}/messages")).await.expect(200);
    page["items"].as_array().expect("items").clone()
}

#[tokio::test]
async fn a_note_stands_among_the_messages_and_counts_nowhere() {
    let (test, _) = start().await;
    let all = test.api.get("/api/conversations").await.expect(200);
    let before = all["items"][0].clone();
    let path = format!("/api/conversations/{}", before["id"]);
    let customer = format!("/api/customers/{}", before["customer_id"]);
    let customer_before = test.api.get(&customer).await.expect(200);
    let (sara, agent) = test.signed_in("Sara", Role::Agent).await;
    let (huda, _) = test.member("Huda", Role::Agent).await;
    let body = json!({"text": " @Huda هل بقي منه؟\r\n\0", "mention_ids": [huda]});
    let note = agent.post(&format!("{path}/notes"), body).await.expect(201);
    assert_eq!(note["direction"], "note");
    assert_eq!(note["type"], "text");
    assert_eq!(note["text"], "@Huda هل بقي منه؟");
    assert_eq!(note["author_id"], json!(sara));
    assert_eq!(note["author_name"], "Sara");
    assert_eq!(note["mention_ids"], json!([huda]));
    assert_eq!(note["payload"], json!({}));
    assert_eq!(note["status"], Value::Null);
    let items = messages(&agent, &path).await;
    assert_eq!(items.len(), 2);
    assert_eq!(items[0], note);
    assert_eq!(test.api.get(&path).await.expect(200), before);
    assert_eq!(test.api.get(&customer).await.expect(200), customer_before);
    let found = format!("{path}/messages?search=%D8%A8%D9%82%D9%8A"); // بقي
    let found = agent.get(&found).await.expect(200);
    assert_eq!(found["items"][0]["id"], note["id"]);

    let one = format!("{path}/notes/{}", note["id"]);
    test.app.clock.advance(1_000_000);
    let changed = agent.patch(&one, json!({"text": "نعم"})).await.expect(200);
    assert_eq!(changed["text"], "نعم");
    assert_eq!(changed["edited_at"], "2026-11-20T09:00:01Z");
    assert_eq!(changed["mention_ids"], json!([huda]));
    assert_eq!(changed["at"], note["at"]);
    let named = agent.patch(&one, json!({"mention_ids": []})).await;
    assert_eq!(named.expect(200)["mention_ids"], json!([]));
    assert_eq!(agent.delete(&one).await.status.as_u16(), 204);
    agent.delete(&one).await.expect(404);
    agent.patch(&one, json!({"text": "x"})).await.expect(404);
    assert_eq!(messages(&agent, &path).await.len(), 1);

    let told = agent.get(&format!("{path}/history")).await.expect(200);
    let told = told["items"].as_array().expect("items").clone();
    let kinds: Vec<_> = told.iter().map(|event| &event["kind"]).collect();
    assert_eq!(
        kinds,
        [
            "conversation.note_deleted",
            "conversation.note_changed",
            "conversation.note_changed",
            "conversation.note_added"
        ]
    );
    assert_eq!(told[0]["data"]["old"], "نعم");
    assert_eq!(told[2]["data"]["old"], "@Huda هل بقي منه؟");
    assert_eq!(told[3]["data"]["mention_ids"], json!([huda]));
}

#[tokio::test]
async fn a_note_is_its_authors() {
    let (test, _) = start().await;
    let all = test.api.get("/api/conversations").await.expect(200);
    let path = |index: usize| format!("/api/conversations/{}/notes", all["items"][index]["id"]);
    let (_, sara) = test.signed_in("Sara", Role::Agent).await;
    let (_, huda) = test.signed_in("Huda", Role::Manager).await;
    let (_, admin) = test.signed_in("Nasser", Role::Admin).await;
    let write = |api: &Api| {
        let (api, path) = (api.clone(), path(0));
        async move {
            let note = api.post(&path, json!({"text": "x"})).await.expect(201);
            format!("{path}/{}", note["id"])
        }
    };
    let note = write(&sara).await;
    for other in [&huda, &admin, &test.api] {
        let refused = other.patch(&note, json!({"text": "y"})).await.expect(403);
        assert_eq!(refused["code"], "note.not_yours");
    }
    huda.delete(&note).await.expect(403);
    assert_eq!(admin.delete(&note).await.status.as_u16(), 204);
    let of_program = write(&test.api).await;
    sara.patch(&of_program, json!({"text": "y"}))
        .await
        .expect(403);
    test.api
        .patch(&of_program, json!({"text": "y"}))
        .await
        .expect(200);
    // A note is reached by its own conversation only, and what the customer said by none.
    let elsewhere = of_program.replace(&path(0), &path(1));
    test.api
        .patch(&elsewhere, json!({"text": "z"}))
        .await
        .expect(404);
    let said = test
        .api
        .get(&path(0).replace("/notes", "/messages?search=%D9%85"))
        .await;
    let said = &said.expect(200)["items"][0]["id"];
    let said = format!("{}/{said}", path(0));
    test.api.delete(&said).await.expect(404);
    test.api
        .patch(&said, json!({"text": "z"}))
        .await
        .expect(404);
}

#[tokio::test]
async fn a_note_has_a_text_and_names_members() {
    let (test, _) = start().await;
    let all = test.api.get("/api/conversations").await.expect(200);
    let path = format!("/api/conversations/{}/notes", all["items"][0]["id"]);
    let (gone, _) = test.member("Left", Role::Agent).await;
    test.api.delete(&format!("/api/members/{gone}")).await;
    for (body, field) in [
        (json!({"text": " \n"}), "text"),
        (json!({"text": "x".repeat(10_001)}), "text"),
        (json!({"text": null}), "text"),
        (
            json!({"text": "x", "mention_ids": [gone]}),
            "mention_ids[0]",
        ),
        (
            json!({"text": "x", "mention_ids": [999_999]}),
            "mention_ids[0]",
        ),
        (
            json!({"text": "x", "mention_ids": vec![1; 21]}),
            "mention_ids",
        ),
    ] {
        let refused = test.api.post(&path, body).await.expect(422);
        assert_eq!(refused["errors"][0]["field"], field, "{refused}");
    }
    let unknown = json!({"text": "x"});
    test.api
        .post("/api/conversations/0/notes", unknown)
        .await
        .expect(404);
    let reader = [crate::access::Permission::CustomersRead];
    let reader = test.api_with(reader.into_iter().collect()).await;
    reader.post(&path, json!({"text": "x"})).await.expect(403);
    let items = all["items"][0]["messages_count"].clone();
    let after = test.api.get("/api/conversations").await.expect(200);
    assert_eq!(after["items"][0]["messages_count"], items);
}
