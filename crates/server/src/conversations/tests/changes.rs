//! What members and messages do to a conversation, and what its history says of it.

use super::super::wake::wake_due;
use super::*;
use crate::kernel::clock::SECOND;
use crate::testing::{Api, NOW};

/// Microseconds in an hour.
const HOUR: i64 = 3_600 * SECOND;

fn kinds(history: &Value) -> Vec<&str> {
    let items = history["items"].as_array().expect("items");
    items
        .iter()
        .map(|item| item["kind"].as_str().expect("a kind"))
        .collect()
}

/// One person who wrote once, and their conversation's path.
async fn one() -> (TestApp, Line, String) {
    let test = TestApp::start().await;
    let line = test.line().await;
    line.receive(&person(0), vec![text("wamid.0", T, "مرحبا")])
        .await;
    let all = test.api.get("/api/conversations").await.expect(200);
    let path = format!("/api/conversations/{}", all["items"][0]["id"]);
    (test, line, path)
}

async fn history(api: &Api, path: &str) -> Value {
    api.get(&format!("{path}/history")).await.expect(200)
}

#[tokio::test]
async fn a_member_takes_a_conversation_and_resolves_it() {
    let (test, _, path) = one().await;
    let (sara, agent) = test.signed_in("Sara", Role::Agent).await;
    let taken = agent
        .patch(&path, json!({"assignee_id": sara, "unread": false}))
        .await
        .expect(200);
    assert_eq!(taken["assignee_id"], json!(sara));
    assert_eq!(taken["unread_count"], 0);
    let same = agent.patch(&path, json!({"assignee_id": sara})).await;
    assert_eq!(same.expect(200), taken, "it is no change");
    agent.patch(&path, json!({})).await.expect(200);
    test.app.clock.advance(HOUR);
    let done = agent.patch(&path, json!({"status": "resolved"})).await;
    let done = done.expect(200);
    assert_eq!(done["resolved_at"], "2026-11-20T10:00:00Z");
    assert_eq!(done["assignee_id"], json!(sara), "it stays theirs");

    let told = history(&agent, &path).await;
    assert_eq!(
        kinds(&told),
        [
            "conversation.status_changed",
            "conversation.unread_changed",
            "conversation.assigned"
        ]
    );
    let event = &told["items"][2];
    assert_eq!(event["data"]["old"], Value::Null);
    assert_eq!(event["data"]["new"], json!(sara));
    assert_eq!(event["actor_kind"], "member");
    assert_eq!(event["actor_id"], json!(sara));
    assert_eq!(told["items"][1]["data"]["old"], 1);
    assert_eq!(told["items"][0]["data"]["old"], "open");
    // It is in the customer's timeline as well, and pages.
    let customer = &done["customer_id"];
    let timeline = format!("/api/customers/{customer}/timeline");
    let timeline = test.api.get(&timeline).await.expect(200);
    assert_eq!(kinds(&timeline)[..3], kinds(&told)[..]);
    let page = agent
        .get(&format!("{path}/history?limit=2"))
        .await
        .expect(200);
    let next = page["next_cursor"].as_str().expect("more");
    let rest = agent.get(&format!("{path}/history?cursor={next}")).await;
    assert_eq!(kinds(&rest.expect(200)), ["conversation.assigned"]);
    let wrong = format!("/api/audit-log?cursor={next}");
    test.api.get(&wrong).await.expect(422);
}

#[tokio::test]
async fn the_assignment_of_a_contact_is_in_the_history_too() {
    let (test, _, path) = one().await;
    let (_, uuid) = test.member("Sara", Role::Agent).await;
    let conversation = test.api.get(&path).await.expect(200);
    let customer = format!("/api/customers/{}", conversation["customer_id"]);
    let customer = test.api.get(&customer).await.expect(200);
    let contact = customer["contacts"][0]["uuid"].as_str().expect("a uuid");
    let assign = format!("/api/contacts/{contact}/assign");
    let assigned = test.api.put(&assign, json!({"user_id": uuid})).await;
    assigned.expect(200);
    assert_eq!(
        kinds(&history(&test.api, &path).await),
        ["conversation.assigned"]
    );
}

#[tokio::test]
async fn a_message_opens_what_was_put_off_and_begins_anew_after_what_is_done() {
    let (test, line, path) = one().await;
    let tomorrow = NOW.plus(24 * HOUR);
    for (n, change) in [
        json!({"status": "pending"}),
        json!({"status": "snoozed"}),
        json!({"status": "snoozed", "snoozed_until": tomorrow}),
    ]
    .into_iter()
    .enumerate()
    {
        let off = test.api.patch(&path, change.clone()).await.expect(200);
        assert_eq!(off["status"], change["status"]);
        assert_eq!(off["snoozed_until"], change["snoozed_until"]);
        let at = T + 60 * (n as i64 + 1);
        let react = json!({"id": format!("wamid.r{n}"), "timestamp": at.to_string(),
            "type": "reaction", "reaction": {"message_id": "wamid.0", "emoji": "👍"}});
        line.receive(&person(0), vec![react]).await;
        let still = test.api.get(&path).await.expect(200);
        assert_eq!(still["status"], change["status"], "a reaction says nothing");
        let message = text(&format!("wamid.again{n}"), at, "؟");
        line.receive(&person(0), vec![message]).await;
        let open = test.api.get(&path).await.expect(200);
        assert_eq!(open["status"], "open");
        assert_eq!(open["snoozed_until"], Value::Null);
        let told = &history(&test.api, &path).await["items"][0];
        assert_eq!(told["data"]["old"], change["status"]);
        assert_eq!(told["data"]["reason"], "message");
        assert_eq!(told["actor_kind"], "customer");
    }
    let before = history(&test.api, &path).await;
    line.receive(&person(0), vec![text("wamid.more", T + 999, "!")])
        .await;
    assert_eq!(history(&test.api, &path).await, before, "it was open");

    let done = json!({"status": "resolved"});
    let done = test.api.patch(&path, done).await.expect(200);
    line.receive(&person(0), vec![text("wamid.new", T + 2_000, "مرحبا")])
        .await;
    assert_eq!(test.api.get(&path).await.expect(200), done);
    let all = test.api.get("/api/conversations").await.expect(200);
    assert_eq!(ids(&all).len(), 2);
    assert_eq!(all["items"][0]["status"], "open");
    assert_eq!(all["items"][0]["assignee_id"], Value::Null);
    // The old one cannot be open beside it.
    let refused = test.api.patch(&path, json!({"status": "open"})).await;
    let refused = refused.expect(409);
    assert_eq!(refused["code"], "conversation.another_open");
    assert_eq!(refused["data"]["conversation_id"], all["items"][0]["id"]);
    let new = format!("/api/conversations/{}", all["items"][0]["id"]);
    let resolve = json!({"status": "resolved"});
    test.api.patch(&new, resolve).await.expect(200);
    let reopened = test.api.patch(&path, json!({"status": "open"})).await;
    let reopened = reopened.expect(200);
    assert_eq!(reopened["resolved_at"], Value::Null);
    line.receive(&person(0), vec![text("wamid.in", T + 3_000, "؟")])
        .await;
    let all = test.api.get("/api/conversations").await.expect(200);
    assert_eq!(ids(&all)[0], reopened["id"].as_i64().expect("an id"));
}

#[tokio::test]
async fn a_snooze_ends_when_it_is_due() {
    let (test, _) = start().await;
    let all = ids(&test.api.get("/api/conversations").await.expect(200));
    let path = |index: usize| format!("/api/conversations/{}", all[index]);
    let until = |hours: i64| json!({"status": "snoozed", "snoozed_until": NOW.plus(hours * HOUR)});
    for (index, change) in [until(1), until(2), json!({"status": "snoozed"}), until(1)]
        .into_iter()
        .enumerate()
    {
        test.api.patch(&path(index), change).await.expect(200);
    }
    // Put off further, and done after all: neither is due in an hour.
    let further = json!({"snoozed_until": NOW.plus(3 * HOUR)});
    let further = test.api.patch(&path(1), further).await.expect(200);
    assert_eq!(further["status"], "snoozed");
    let told = &history(&test.api, &path(1)).await["items"][0];
    assert_eq!(told["kind"], "conversation.snooze_changed");
    assert_eq!(told["data"]["new"], "2026-11-20T12:00:00Z");
    let resolved = json!({"status": "resolved"});
    test.api.patch(&path(3), resolved).await.expect(200);

    assert_eq!(wake_due(&test.app).await.expect("looked"), 0);
    test.app.clock.advance(HOUR);
    // Two nodes look at once.
    let (one, other) = tokio::join!(wake_due(&test.app), wake_due(&test.app));
    assert_eq!(one.expect("looked") + other.expect("looked"), 1);
    let status = |index: usize| {
        let (api, path) = (test.api.clone(), path(index));
        async move { api.get(&path).await.expect(200)["status"].clone() }
    };
    assert_eq!(status(0).await, "open");
    assert_eq!(status(1).await, "snoozed");
    let told = &history(&test.api, &path(0)).await["items"][0];
    assert_eq!(told["actor_kind"], "system");
    assert_eq!(told["data"]["reason"], "due");
    test.app.clock.advance(1_000 * HOUR);
    assert_eq!(wake_due(&test.app).await.expect("looked"), 1);
    assert_eq!(status(1).await, "open");
    assert_eq!(status(2).await, "snoozed", "until they write");
    assert_eq!(status(3).await, "resolved");
}

#[tokio::test]
async fn unread_counts_what_nobody_has_seen() {
    let (test, line, path) = one().await;
    let unread = |path: &str| {
        let (api, path) = (test.api.clone(), path.to_owned());
        async move { api.get(&path).await.expect(200)["unread_count"].clone() }
    };
    let read = |unread: bool| json!({"unread": unread});
    test.api.patch(&path, read(false)).await.expect(200);
    line.receive(&person(0), vec![text("wamid.1", T + 1, "؟")])
        .await;
    line.receive(&person(0), vec![text("wamid.2", T + 2, "؟")])
        .await;
    assert_eq!(unread(&path).await, 2);
    test.api.patch(&path, read(true)).await.expect(200);
    assert_eq!(unread(&path).await, 2, "it is already");
    test.api.patch(&path, read(false)).await.expect(200);
    test.api.patch(&path, read(true)).await.expect(200);
    assert_eq!(unread(&path).await, 1);
    let resolve = json!({"status": "resolved"});
    test.api.patch(&path, resolve).await.expect(200);
    assert_eq!(unread(&path).await, 0, "nobody needs to look any more");
}

#[tokio::test]
async fn what_cannot_be_is_refused_and_changes_nothing() {
    let (test, _, path) = one().await;
    let (gone, _) = test.member("Left", Role::Agent).await;
    let removed = test.api.delete(&format!("/api/members/{gone}")).await;
    assert_eq!(removed.status.as_u16(), 204, "{}", removed.text);
    let before = test.api.get(&path).await.expect(200);
    for (change, field) in [
        (json!({"assignee_id": 999_999}), "assignee_id"),
        (json!({"assignee_id": gone}), "assignee_id"),
        (json!({"assignee_id": "me"}), "assignee_id"),
        (json!({"status": "closed"}), "status"),
        (json!({"status": null}), "status"),
        (json!({"status": 5}), "status"),
        (json!({"unread": null}), "unread"),
        (json!({"unread": 3}), "unread"),
        (json!({"status": "resolved", "unread": true}), "unread"),
        (json!({"snoozed_until": NOW.plus(HOUR)}), "snoozed_until"),
        (
            json!({"status": "snoozed", "snoozed_until": NOW}),
            "snoozed_until",
        ),
        (
            json!({"status": "snoozed", "snoozed_until": "tomorrow"}),
            "snoozed_until",
        ),
    ] {
        let refused = test.api.patch(&path, change.clone()).await.expect(422);
        assert_eq!(refused["errors"][0]["field"], field, "{change}: {refused}");
    }
    test.api
        .patch(&path, json!({"state": "open"}))
        .await
        .expect(422);
    test.api
        .patch("/api/conversations/0", json!({}))
        .await
        .expect(404);
    assert_eq!(test.api.get(&path).await.expect(200), before);
    assert_eq!(history(&test.api, &path).await["items"], json!([]));
    let reader = [crate::access::Permission::CustomersRead];
    let reader = test.api_with(reader.into_iter().collect()).await;
    reader
        .patch(&path, json!({"unread": false}))
        .await
        .expect(403);
}
