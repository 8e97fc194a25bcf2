//! Who is let in, and what is answered.

use super::*;

#[tokio::test]
async fn the_handshake_echoes_the_challenge_for_the_right_token_only() {
    let (test, line) = start().await;
    let ask = |token: &str| {
        format!(
            "{}?hub.mode=subscribe&hub.verify_token={token}&hub.challenge=11%3C58",
            line.path
        )
    };
    let reply = test.anonymous().get(&ask("verify-me")).await;
    assert_eq!((reply.status.as_u16(), reply.text.as_str()), (200, "11<58"));
    assert_eq!(reply.headers["content-type"], "text/plain; charset=utf-8");
    assert_eq!(test.anonymous().get(&ask("guess")).await.status, 403);
    assert_eq!(test.anonymous().get(&line.path).await.status, 403);
    let unknown = "/webhooks/whatsapp/0192f0c1-0000-7000-8000-000000000000";
    assert_eq!(test.anonymous().get(unknown).await.status, 404);
    assert_eq!(
        test.anonymous().get("/webhooks/whatsapp/x").await.status,
        404
    );
}

#[tokio::test]
async fn without_a_right_signature_nothing_is_kept() {
    let (test, line) = start().await;
    let body = line
        .envelope(&[("messages", noura().says(vec![text("wamid.A", T, "hi")]))])
        .to_string();
    let other = whatsapp::signature::sign(b"another secret", body.as_bytes());
    for signature in ["", "sha256=", "sha256=00", other.as_str()] {
        assert_eq!(line.post(&body, signature).await.status, 401, "{signature}");
    }
    assert_eq!(line.post_signed(&body).await.status, 200);
    let changed = body.replace("hi", "ho");
    let signature = whatsapp::signature::sign(b"a-secret-of-the-app", body.as_bytes());
    assert_eq!(line.post(&changed, &signature).await.status, 401);
    assert_eq!(count(&test, "webhook_events").await, 1);
    assert_eq!(count(&test, "messages").await, 1);
}

#[tokio::test]
async fn whatever_is_signed_is_answered_200_and_kept() {
    let (test, line) = start().await;
    for body in [
        "not json",
        "[]",
        "{}",
        r#"{"object":"page","entry":[{"id":1}]}"#,
        r#"{"object":"whatsapp_business_account","entry":[{"changes":[{"field":"tomorrow","value":{"a":1}}]}]}"#,
    ] {
        assert_eq!(line.post_signed(body).await.status, 200, "{body}");
    }
    let states = states(&test).await;
    assert_eq!(states.len(), 5);
    assert_eq!(states[..2], ["failed", "failed"]);
    let listed = test.api.get("/api/webhook-events").await.expect(200);
    let failed = listed["items"]
        .as_array()
        .expect("items")
        .iter()
        .filter(|event| event["state"] == "failed")
        .count();
    assert_eq!(failed, 2, "{listed}");
}

#[tokio::test]
async fn a_body_of_three_megabytes_is_taken_and_a_larger_one_is_refused() {
    let (test, line) = start().await;
    let long = "س".repeat(1_450_000);
    let body = line
        .envelope(&[("messages", noura().says(vec![text("wamid.L", T, &long)]))])
        .to_string();
    assert!(
        body.len() > 2_900_000 && body.len() < 3_000_000,
        "{}",
        body.len()
    );
    assert_eq!(line.post_signed(&body).await.status, 200);
    let (stored,): (String,) = sql("SELECT text FROM messages")
        .one(&test.app.db)
        .await
        .expect("stored");
    assert_eq!(stored.len(), long.len());
    let larger = format!("{}{}", body, " ".repeat(400_000));
    assert_eq!(line.post_signed(&larger).await.status, 413);
}

#[tokio::test]
async fn a_broken_message_does_not_hold_up_its_neighbours_and_can_be_replayed() {
    let (test, line) = start().await;
    let messages = [
        text("wamid.1", T, "أولاً"),
        json!({"type": "text", "timestamp": T}),
        json!(7),
        text("wamid.2", T + 1, "second"),
    ];
    let body = json!({"contacts": [noura().contact()], "messages": messages.iter().cloned().map(|mut message| {
        if message.is_object() { message["from"] = "966501234567".into(); }
        message
    }).collect::<Vec<_>>()});
    line.deliver("messages", body).await;
    assert_eq!(count(&test, "messages").await, 2);
    assert_eq!(states(&test).await, ["failed"]);
    let listed = test.api.get("/api/webhook-events").await.expect(200);
    let id = listed["items"][0]["id"].as_i64().expect("an id");
    let problem = listed["items"][0]["problem"].as_str().expect("a problem");
    assert!(problem.contains("messages[1]"), "{problem}");

    let again = test
        .api
        .post(&format!("/api/webhook-events/{id}/replay"), json!({}))
        .await
        .expect(200);
    assert_eq!(again["state"], "failed");
    assert_eq!(count(&test, "messages").await, 2, "nothing twice");
    assert_eq!(
        test.api
            .get(&format!("/api/webhook-events/{id}"))
            .await
            .expect(200)["attempts"],
        2
    );
    let (_, stranger) = test.other_workspace().await;
    assert_eq!(
        stranger
            .post(&format!("/api/webhook-events/{id}/replay"), json!({}))
            .await
            .status,
        404
    );
    assert_eq!(
        stranger
            .get(&format!("/api/webhook-events/{id}"))
            .await
            .status,
        404
    );
}

#[tokio::test]
async fn a_number_that_is_no_account_waits_for_a_replay() {
    let (test, line) = start().await;
    let mut value = noura().says(vec![text("wamid.1", T, "hello")]);
    value["metadata"] = json!({"phone_number_id": "999"});
    line.deliver("messages", value).await;
    assert_eq!(states(&test).await, ["unrouted"]);
    assert_eq!(count(&test, "messages").await, 0);
    sql("UPDATE accounts SET phone_number_id = '999'")
        .run(&test.app.db)
        .await
        .expect("renumbered");
    let id = test.api.get("/api/webhook-events").await.expect(200)["items"][0]["id"].clone();
    let replayed = test
        .api
        .post(&format!("/api/webhook-events/{id}/replay"), json!({}))
        .await
        .expect(200);
    assert_eq!(replayed["state"], "done");
    assert_eq!(count(&test, "messages").await, 1);
}

#[tokio::test]
async fn every_entry_change_and_message_is_taken_once() {
    let (test, line) = start().await;
    let sami = Person::new("971501112233", "AE.1", "Sami");
    let mut body = line.envelope(&[
        (
            "messages",
            noura().says(vec![text("wamid.1", T, "1"), text("wamid.2", T + 1, "2")]),
        ),
        ("messages", sami.says(vec![text("wamid.3", T + 2, "3")])),
    ]);
    let second = line.envelope(&[(
        "messages",
        sami.says(vec![
            text("wamid.4", T + 3, "4"),
            text("wamid.3", T + 2, "3"),
        ]),
    )]);
    let entry = second["entry"][0].clone();
    body["entry"].as_array_mut().expect("entries").push(entry);
    for _ in 0..3 {
        assert_eq!(line.post_signed(&body.to_string()).await.status, 200);
    }
    assert_eq!(count(&test, "messages").await, 4);
    assert_eq!(count(&test, "customers").await, 2);
    let stats: Vec<(i64, i64, i64)> = all(&test, "SELECT conversations_count, inbound_count, outbound_count FROM customer_stats ORDER BY customer_id").await;
    assert_eq!(stats, [(1, 2, 0), (1, 2, 0)]);
    let conversations: Vec<(i64, i64)> = all(
        &test,
        "SELECT messages_count, unread_count FROM conversations ORDER BY id",
    )
    .await;
    assert_eq!(conversations, [(2, 2), (2, 2)]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn many_at_once_lose_and_double_nothing() {
    let (test, line) = start().await;
    let people: Vec<Person> = (0..20)
        .map(|n| {
            Person::new(
                &format!("9665000000{n:02}"),
                &format!("SA.p{n}"),
                &format!("Person {n}"),
            )
        })
        .collect();
    let mut senders = Vec::new();
    for (n, person) in people.iter().cloned().enumerate() {
        for copy in 0..2 {
            let (line, person) = (line.clone(), person.clone());
            senders.push(tokio::spawn(async move {
                for message in 0..15_i64 {
                    let id = format!("wamid.{n}.{message}");
                    line.receive(&person, vec![text(&id, T + message, &format!("{copy}"))])
                        .await;
                }
            }));
        }
    }
    for sender in senders {
        sender.await.expect("no panic");
    }
    assert_eq!(count(&test, "customers").await, 20);
    assert_eq!(count(&test, "contacts").await, 20);
    assert_eq!(count(&test, "conversations").await, 20);
    assert_eq!(count(&test, "messages").await, 300);
    assert_eq!(count(&test, "webhook_events").await, 600);
    let (inbound,): (i64,) = sql("SELECT CAST(SUM(inbound_count) AS BIGINT) FROM customer_stats")
        .one(&test.app.db)
        .await
        .expect("sum");
    assert_eq!(inbound, 300);
    let counters: Vec<(String, i64)> =
        all(&test, "SELECT name, value FROM counters ORDER BY name").await;
    assert_eq!(
        counters,
        [
            ("contacts_whatsapp".to_owned(), 20),
            ("customers".to_owned(), 20)
        ]
    );
}

#[tokio::test]
async fn bodies_are_forgotten_after_their_time_and_what_they_said_stays() {
    let (test, line) = start().await;
    line.receive(&noura(), vec![text("wamid.1", T, "old")])
        .await;
    test.app.clock.advance(29 * crate::kernel::clock::DAY);
    line.receive(&noura(), vec![text("wamid.2", T + 1, "newer")])
        .await;
    test.app.clock.advance(2 * crate::kernel::clock::DAY);
    assert_eq!(
        super::super::retention::forget(&test.app)
            .await
            .expect("forgets"),
        1
    );
    assert_eq!(count(&test, "webhook_events").await, 1);
    assert_eq!(count(&test, "messages").await, 2);
}

#[tokio::test]
async fn what_is_not_done_is_never_forgotten() {
    let (test, line) = start().await;
    line.deliver("automatic_events", json!({"automatic_events": []}))
        .await;
    assert_eq!(line.post_signed("not json").await.status, 200);
    let mut value = noura().says(vec![text("wamid.1", T, "hello")]);
    value["metadata"] = json!({"phone_number_id": "999"});
    line.deliver("messages", value).await;
    test.app.clock.advance(400 * crate::kernel::clock::DAY);
    let forgotten = super::super::retention::forget(&test.app).await;
    assert_eq!(forgotten.expect("forgets"), 0);
    assert_eq!(states(&test).await, ["kept", "failed", "unrouted"]);
}
