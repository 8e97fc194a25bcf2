//! Who hears what, and until when.

use serde_json::json;

use super::super::hub::PER_CALLER;
use super::ear::{Ear, Node, listening};
use crate::access::{Permission, PermissionSet, Role};
use crate::db::sql;
use crate::testing::TestApp;
use crate::testing::whatsapp::{Person, connect, text};

const T: i64 = 1_795_160_000;

fn person(index: usize) -> Person {
    Person::new(
        &format!("96650123{index:04}"),
        &format!("SA.{index}"),
        "Ana",
    )
}

fn only(permission: Permission) -> PermissionSet {
    [permission].into_iter().collect()
}

#[tokio::test]
async fn only_who_may_see_customers_hears_of_them() {
    let test = TestApp::start().await;
    let reader = test.api_with(only(Permission::CustomersRead)).await;
    let blind = test.api_with(only(Permission::AuditRead)).await;
    blind.get("/api/events").await.expect(403);
    test.anonymous().get("/api/events").await.expect(401);
    let line = test.line().await;
    let node = Node::start(&test.app).await;
    let mut ear = node.listen(reader.key(), "").await;
    line.receive(&person(0), vec![text("wamid.1", T, "Hi")])
        .await;
    ear.expect(&[
        "ready",
        "customer.created",
        "conversation.created",
        "message.created",
    ])
    .await;
}

#[tokio::test]
async fn only_who_may_see_jobs_hears_that_one_was_given_up() {
    let test = TestApp::start().await;
    let reader = test.api_with(only(Permission::CustomersRead)).await;
    let operator = test.api_with(only(Permission::EventsManage)).await;
    let node = Node::start(&test.app).await;
    let mut deaf = node.listen(reader.key(), "").await;
    let mut ear = node.listen(operator.key(), "").await;
    sql(
        "INSERT INTO jobs (workspace_id, kind, payload, run_at, created_at)
         VALUES ($1, 'templates.sync', $2, $3, $3)",
    )
    .bind(test.workspace)
    .bind(json!({"no": "payload of its kind"}))
    .bind(test.app.clock.now())
    .run(&test.app.db)
    .await
    .expect("a job");
    test.run_jobs().await;
    let heard = ear.expect(&["ready", "job.dead"]).await;
    let dead = test.api.get("/api/jobs").await.expect(200);
    assert_eq!(heard[1].data["job_id"], dead["items"][0]["id"]);
    let new = json!({"name": "Ana"});
    test.api.post("/api/customers", new).await.expect(201);
    deaf.expect(&["ready", "customer.created"]).await;
}

#[tokio::test]
async fn a_stream_is_marked_as_one() {
    let test = TestApp::start().await;
    let reply = test.api.get("/api/events").await;
    assert_eq!(reply.status, 200);
    let header = |name: &str| reply.headers[name].to_str().expect("text").to_owned();
    assert_eq!(header("content-type"), "text/event-stream; charset=utf-8");
    assert_eq!(header("x-accel-buffering"), "no");
    assert_eq!(header("cache-control"), "no-store");
    assert_eq!(
        reply.text,
        "retry: 2000\nid: 0\nevent: ready\ndata: {\"type\":\"ready\"}\n\n"
    );
}

#[tokio::test]
async fn a_listener_chooses_kinds_and_a_conversation() {
    let test = TestApp::start().await;
    let line = test.line().await;
    for index in 0..2 {
        let id = format!("wamid.{index}");
        line.receive(&person(index), vec![text(&id, T, "Hi")]).await;
    }
    let page = test.api.get("/api/conversations").await.expect(200);
    let conversation = &page["items"][0]["id"];
    let node = Node::start(&test.app).await;
    let query = format!("?conversation_id={conversation}");
    let mut one = node.listen(test.api.key(), &query).await;
    let query = "?types=conversation.updated,%20customer.updated";
    let mut kinds = node.listen(test.api.key(), query).await;
    one.expect(&["ready"]).await;
    kinds.expect(&["ready"]).await;
    for index in 0..2 {
        let id = format!("wamid.again.{index}");
        line.receive(&person(index), vec![text(&id, T + 1, "Hi")])
            .await;
    }
    let heard = one
        .expect(&["conversation.updated", "message.created"])
        .await;
    assert_eq!(heard[0].data["conversation"]["id"], *conversation);
    assert_eq!(heard[1].data["conversation_id"], *conversation);
    kinds
        .expect(&["conversation.updated", "conversation.updated"])
        .await;

    let wrong = test
        .api
        .get("/api/events?types=message.created,messages&conversation_id=99")
        .await;
    let wrong = wrong.expect(422);
    assert_eq!(wrong["errors"][0]["field"], "types");
    assert_eq!(wrong["errors"][1]["field"], "conversation_id");
    test.api
        .get("/api/events?type=message.created")
        .await
        .expect(422);
}

#[tokio::test]
async fn another_business_hears_nothing() {
    let test = TestApp::start().await;
    let (other, api) = test.other_workspace().await;
    let (lines, node) = (test.line().await, Node::start(&test.app).await);
    let mut ear = node.listen(api.key(), "").await;
    ear.expect(&["ready"]).await;
    lines
        .receive(&person(0), vec![text("wamid.1", T, "Hi")])
        .await;
    let own = connect(&test.app, other, api.clone()).await;
    own.receive(&person(0), vec![text("wamid.1", T, "To the other one")])
        .await;
    let heard = ear
        .expect(&[
            "customer.created",
            "conversation.created",
            "message.created",
        ])
        .await;
    assert_eq!(heard[2].data["message"]["text"], "To the other one");
    // Nor by an id that is the other's.
    let mut ear = node.resume(api.key(), "0").await;
    let heard = ear
        .expect(&[
            "customer.created",
            "conversation.created",
            "message.created",
        ])
        .await;
    assert_eq!(heard[2].data["message"]["text"], "To the other one");
}

#[tokio::test]
async fn a_revoked_key_ends_its_stream_and_no_other() {
    let test = TestApp::start().await;
    let (node, mut own) = listening(&test, "").await;
    let scopes = json!({"name": "Wall screen", "scopes": ["customers:read"]});
    let made = test.api.post("/api/api-keys", scopes).await.expect(201);
    let key = made["key"].as_str().expect("a key");
    let mut ear = node.listen(key, "").await;
    ear.expect(&["ready"]).await;
    let path = format!("/api/api-keys/{}", made["id"]);
    let reply = test.api.delete(&path).await;
    assert!(reply.status.is_success(), "{}", reply.text);
    assert!(ear.hear().await.is_none(), "the stream ends");
    let line = test.line().await;
    line.receive(&person(0), vec![text("wamid.1", T, "Hi")])
        .await;
    own.expect(&["customer.created"]).await;
}

#[tokio::test]
async fn a_member_who_may_do_less_has_to_come_again() {
    let test = TestApp::start().await;
    let node = Node::start(&test.app).await;
    let (member, api) = test.signed_in("Omar", Role::Manager).await;
    let cookie = api.cookie_header();
    let answer = crate::outgoing::client(true)
        .expect("a client")
        .get(format!("{}/api/events", node.url))
        .header("cookie", cookie)
        .send()
        .await
        .expect("an answer");
    let mut ear = Ear::of(answer);
    ear.expect(&["ready"]).await;
    let path = format!("/api/members/{member}");
    test.api
        .patch(&path, json!({"role": "agent"}))
        .await
        .expect(200);
    assert!(ear.hear().await.is_none(), "the stream ends");
}

#[tokio::test]
async fn a_server_that_stops_ends_all_streams() {
    let test = TestApp::start().await;
    let (_node, mut ear) = listening(&test, "").await;
    test.app.live.close();
    assert!(ear.hear().await.is_none(), "the stream ends");
    let refused = test.api.get("/api/events").await.expect(503);
    assert_eq!(refused["code"], "unavailable");
}

#[tokio::test]
async fn a_caller_has_so_many_streams() {
    let test = TestApp::start().await;
    let other = test.api_with(only(Permission::CustomersRead)).await;
    let mut streams = Vec::new();
    for _ in 0..PER_CALLER {
        streams.push(test.api.open("/api/events").await);
    }
    let refused = test.api.get("/api/events").await;
    assert_eq!(refused.headers["retry-after"], "10");
    assert_eq!(refused.expect(429)["code"], "too_many_streams");
    other.get("/api/events").await.expect(200);
    streams.pop();
    test.api.get("/api/events").await.expect(200);
}
