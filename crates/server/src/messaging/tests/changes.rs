//! What comes after a message: statuses, edits, reactions, preferences, and news of accounts.

use super::*;
use crate::db::Json;

fn echo(id: &str, at: i64, person: &Person, body: &str) -> Value {
    json!({"message_echoes": [{"from": "966112000000", "to": person.number, "to_user_id": person.user_id,
        "id": id, "timestamp": at.to_string(), "type": "text", "text": {"body": body}}]})
}

async fn state(test: &TestApp) -> Option<String> {
    let (state,): (Option<String>,) = sql("SELECT status FROM messages WHERE direction = 'out'")
        .one(&test.app.db)
        .await
        .expect("sent");
    state
}

#[tokio::test]
async fn statuses_in_any_order_end_in_the_same_state() {
    let orders: [&[&str]; 4] = [
        &["sent", "delivered", "read"],
        &["read", "delivered", "sent"],
        &["delivered", "failed", "read", "sent"],
        &["failed", "read", "failed"],
    ];
    for order in orders {
        let (test, line) = start().await;
        line.deliver(
            "smb_message_echoes",
            echo("wamid.E", T, &noura(), "من الهاتف"),
        )
        .await;
        for (n, name) in order.iter().enumerate() {
            let at = T + i64::try_from(n).expect("small");
            line.deliver(
                "messages",
                json!({"statuses": [status("wamid.E", name, at, &noura())]}),
            )
            .await;
        }
        assert_eq!(state(&test).await.as_deref(), Some("read"), "{order:?}");
        let kept = count(&test, "message_statuses").await;
        assert_eq!(
            kept,
            i64::try_from(order.len()).expect("small"),
            "every status is kept"
        );
    }
}

#[tokio::test]
async fn a_status_that_comes_before_its_message_waits_for_it() {
    let (test, line) = start().await;
    let mut delivered = status("wamid.E", "delivered", T + 2, &noura());
    delivered["pricing"] =
        json!({"billable": true, "pricing_model": "PMP", "type": "regular", "category": "utility"});
    line.deliver(
        "messages",
        json!({"statuses": [status("wamid.E", "sent", T + 1, &noura()), delivered.clone()]}),
    )
    .await;
    line.deliver("messages", json!({"statuses": [delivered]}))
        .await;
    assert_eq!(
        count(&test, "message_statuses").await,
        2,
        "delivered again changes nothing"
    );
    line.deliver("smb_message_echoes", echo("wamid.E", T, &noura(), "hi"))
        .await;
    assert_eq!(state(&test).await.as_deref(), Some("delivered"));
    let rows: Vec<(Option<String>, Json<Value>)> =
        all(&test, "SELECT category, pricing FROM messages").await;
    assert_eq!(rows[0].0.as_deref(), Some("UTILITY"));
    assert_eq!(rows[0].1.0["type"], "regular");
    assert_eq!(
        count(&test, "message_statuses WHERE message_id IS NULL").await,
        0
    );
}

#[tokio::test]
async fn a_status_waits_for_its_message_within_one_webhook_too() {
    let (test, line) = start().await;
    let statuses = json!({"statuses": [status("wamid.E", "delivered", T + 2, &noura())]});
    let body = line.envelope(&[
        ("messages", statuses),
        ("smb_message_echoes", echo("wamid.E", T, &noura(), "مرحبا")),
    ]);
    assert_eq!(line.post_signed(&body.to_string()).await.status, 200);
    assert_eq!(state(&test).await.as_deref(), Some("delivered"));
}

#[tokio::test]
async fn a_failure_keeps_its_reason() {
    let (test, line) = start().await;
    line.deliver("smb_message_echoes", echo("wamid.E", T, &noura(), "hi"))
        .await;
    let mut failed = status("wamid.E", "failed", T + 1, &noura());
    failed["errors"] = json!([{"code": 131047, "title": "T", "error_data": {"details": "D"}}]);
    line.deliver("messages", json!({"statuses": [failed]}))
        .await;
    let rows: Vec<(Option<String>, Json<Value>)> =
        all(&test, "SELECT status, errors FROM messages").await;
    assert_eq!(rows[0].0.as_deref(), Some("failed"));
    assert_eq!(rows[0].1.0[0]["code"], 131_047);
}

#[tokio::test]
async fn an_echo_counts_as_sent_and_opens_no_window() {
    let (test, line) = start().await;
    line.deliver("smb_message_echoes", echo("wamid.E", T, &noura(), "hi"))
        .await;
    let rows: Vec<(i64, i64, Option<i64>, Option<i64>)> = all(&test, "SELECT inbound_count, outbound_count, last_inbound_at, last_outbound_at FROM customer_stats").await;
    assert_eq!(rows, [(0, 1, None, Some(T * 1_000_000))]);
    let rows: Vec<(Option<i64>, Option<String>, i64)> = all(
        &test,
        "SELECT last_inbound_at, category, unread_count FROM conversations",
    )
    .await;
    assert_eq!(rows, [(None, Some("SERVICE".to_owned()), 0)]);
}

#[tokio::test]
async fn late_messages_never_turn_the_clock_back() {
    let (test, line) = start().await;
    line.receive(&noura(), vec![text("wamid.2", T + 100, "second")])
        .await;
    line.receive(&noura(), vec![text("wamid.1", T, "first, late")])
        .await;
    let rows: Vec<(Option<i64>, Option<i64>, i64)> = all(
        &test,
        "SELECT first_inbound_at, last_inbound_at, inbound_count FROM customer_stats",
    )
    .await;
    assert_eq!(
        rows,
        [(Some(T * 1_000_000), Some((T + 100) * 1_000_000), 2)]
    );
    let rows: Vec<(i64, i64)> = all(
        &test,
        "SELECT last_message_at, last_message_id FROM conversations",
    )
    .await;
    let first: Vec<(i64,)> = all(&test, "SELECT id FROM messages WHERE text = 'second'").await;
    assert_eq!(rows, [((T + 100) * 1_000_000, first[0].0)]);
}

#[tokio::test]
async fn edits_keep_the_first_version_and_revokes_are_marked() {
    let (test, line) = start().await;
    let edit = |id: &str, at: i64, body: &str| {
        json!({"id": id, "timestamp": at.to_string(), "type": "edit",
        "edit": {"original_message_id": "wamid.1", "message": {"type": "text", "text": {"body": body}}}})
    };
    line.receive(&noura(), vec![text("wamid.1", T, "helo")])
        .await;
    line.receive(&noura(), vec![edit("wamid.e2", T + 20, "hello!")])
        .await;
    line.receive(&noura(), vec![edit("wamid.e1", T + 10, "hello"), json!({"id": "wamid.r", "timestamp": (T + 30).to_string(), "type": "revoke", "revoke": {"original_message_id": "wamid.1"}})]).await;
    let rows: Vec<(Option<String>, Json<Value>, Option<i64>, Option<i64>)> = all(
        &test,
        "SELECT text, payload, edited_at, revoked_at FROM messages WHERE wamid = 'wamid.1'",
    )
    .await;
    assert_eq!(
        rows[0].0.as_deref(),
        Some("hello!"),
        "the later edit stands, though it came first"
    );
    assert_eq!(rows[0].1.0["first_version"]["text"]["body"], "helo");
    assert_eq!(
        (rows[0].2, rows[0].3),
        (Some((T + 20) * 1_000_000), Some((T + 30) * 1_000_000))
    );
    let (unread,): (i64,) = sql("SELECT unread_count FROM conversations")
        .one(&test.app.db)
        .await
        .expect("one");
    assert_eq!(unread, 1, "an edit is not a new message");
    // Nobody can change what somebody else wrote.
    let stranger = Person::new("971500000000", "AE.2", "X");
    line.receive(&stranger, vec![json!({"id": "wamid.r2", "timestamp": T.to_string(), "type": "edit", "edit": {"original_message_id": "wamid.1", "message": {"type": "text", "text": {"body": "forged"}}}})]).await;
    let rows: Vec<(Option<String>,)> =
        all(&test, "SELECT text FROM messages WHERE wamid = 'wamid.1'").await;
    assert_eq!(rows[0].0.as_deref(), Some("hello!"));
}

#[tokio::test]
async fn reactions_are_stored_and_open_no_window() {
    let (test, line) = start().await;
    line.receive(&noura(), vec![text("wamid.1", T, "hi")]).await;
    let reaction = |id: &str, emoji: Value| json!({"id": id, "timestamp": (T + 90_000).to_string(), "type": "reaction", "reaction": {"message_id": "wamid.1", "emoji": emoji}});
    line.receive(
        &noura(),
        vec![
            reaction("wamid.r1", json!("👍")),
            reaction("wamid.r2", json!("")),
        ],
    )
    .await;
    assert_eq!(count(&test, "messages WHERE type = 'reaction'").await, 2);
    let rows: Vec<(Option<i64>, i64)> = all(
        &test,
        "SELECT last_inbound_at, inbound_count FROM customer_stats",
    )
    .await;
    assert_eq!(rows, [(Some(T * 1_000_000), 1)]);
    assert_eq!(count(&test, "conversations").await, 1);
}

#[tokio::test]
async fn stop_and_resume_set_the_marketing_opt_out_by_their_own_time() {
    let (test, line) = start().await;
    line.receive(&noura(), vec![text("wamid.1", T, "hi")]).await;
    let choose = |value: &str, at: i64| json!({"contacts": [noura().contact()], "user_preferences": [{"wa_id": "966501234567", "user_id": "SA.77aa", "detail": "User requested", "category": "marketing_messages", "value": value, "timestamp": at}]});
    let out = async || {
        sql("SELECT opted_out FROM customers")
            .one::<(bool,)>(&test.app.db)
            .await
            .expect("one")
            .0
    };
    line.deliver("user_preferences", choose("stop", T + 10))
        .await;
    assert!(out().await);
    line.deliver("user_preferences", choose("resume", T + 5))
        .await;
    assert!(out().await, "an older choice changes nothing");
    line.deliver("user_preferences", choose("resume", T + 20))
        .await;
    assert!(!out().await);
    let unknown = json!({"user_preferences": [{"user_id": "EG.1", "category": "marketing_messages", "value": "stop", "timestamp": T}]});
    line.deliver("user_preferences", unknown).await;
    assert_eq!(
        count(&test, "customers WHERE opted_out").await,
        1,
        "a refusal of somebody unknown is kept"
    );
}

#[tokio::test]
async fn what_nothing_uses_yet_is_kept_and_touches_nobody() {
    let (test, line) = start().await;
    for field in ["messaging_handovers", "automatic_events", "flows"] {
        line.deliver(field, json!({"anything": ["مرحبا", {"n": 1}]}))
            .await;
    }
    assert_eq!(states(&test).await, ["kept"; 3]);
    assert_eq!(count(&test, "customers").await, 0);
}

#[tokio::test]
async fn a_price_that_comes_late_and_a_failure_that_was_none() {
    let (test, line) = start().await;
    line.deliver("smb_message_echoes", echo("wamid.E", T, &noura(), "hi"))
        .await;
    let mut failed = status("wamid.E", "failed", T + 1, &noura());
    failed["errors"] = json!([{"code": 131026, "title": "T"}]);
    line.deliver("messages", json!({"statuses": [failed]}))
        .await;
    line.deliver(
        "messages",
        json!({"statuses": [status("wamid.E", "delivered", T + 3, &noura())]}),
    )
    .await;
    let mut sent = status("wamid.E", "sent", T + 2, &noura());
    sent["pricing"] = json!({"billable": true, "pricing_model": "PMP", "type": "regular", "category": "marketing"});
    line.deliver("messages", json!({"statuses": [sent]})).await;
    let rows: Vec<(Option<String>, Option<String>, Option<Json<Value>>, bool)> = all(
        &test,
        "SELECT status, category, pricing, errors IS NULL FROM messages",
    )
    .await;
    assert_eq!(rows[0].0.as_deref(), Some("delivered"));
    assert_eq!(rows[0].1.as_deref(), Some("MARKETING"));
    assert_eq!(rows[0].2.as_ref().expect("a price").0["type"], "regular");
    assert!(rows[0].3, "it arrived after all");
    let shown = async || {
        let rows: Vec<(Option<String>,)> = all(&test, "SELECT category FROM conversations").await;
        rows[0].0.clone()
    };
    assert_eq!(shown().await.as_deref(), Some("MARKETING"));
    line.deliver(
        "smb_message_echoes",
        echo("wamid.F", T + 9, &noura(), "more"),
    )
    .await;
    assert_eq!(shown().await.as_deref(), Some("SERVICE"));
    line.deliver(
        "smb_message_echoes",
        echo("wamid.D", T - 9, &noura(), "late"),
    )
    .await;
    assert_eq!(shown().await.as_deref(), Some("SERVICE"));
}

fn edit(id: &str, at: i64, target: &str, message: Value) -> Value {
    json!({"id": id, "timestamp": at.to_string(), "type": "edit",
        "edit": {"original_message_id": target, "message": message}})
}

fn revoke(id: &str, at: i64, target: &str) -> Value {
    json!({"id": id, "timestamp": at.to_string(), "type": "revoke",
        "revoke": {"original_message_id": target}})
}

#[tokio::test]
async fn an_edit_or_revoke_that_comes_before_its_message_waits_for_it() {
    let (test, line) = start().await;
    let words = |body: &str| json!({"type": "text", "text": {"body": body}});
    let said = async |wamid: &str| {
        let row: (Option<String>, Option<i64>, Option<i64>) =
            sql("SELECT text, edited_at, revoked_at FROM messages WHERE wamid = $1")
                .bind(wamid)
                .one(&test.app.db)
                .await
                .expect("stored");
        row
    };
    line.receive(
        &noura(),
        vec![edit("wamid.e1", T + 1, "wamid.1", words("hello"))],
    )
    .await;
    line.receive(&noura(), vec![revoke("wamid.r2", T + 2, "wamid.2")])
        .await;
    let counted: Vec<(i64, i64)> = all(
        &test,
        "SELECT conversations_count, inbound_count FROM customer_stats",
    )
    .await;
    assert_eq!(counted, [(0, 0)], "nothing was said yet");
    line.receive(
        &noura(),
        vec![text("wamid.1", T, "helo"), text("wamid.2", T, "oops")],
    )
    .await;
    assert_eq!(
        said("wamid.1").await,
        (Some("hello".into()), Some((T + 1) * 1_000_000), None)
    );
    assert_eq!(said("wamid.2").await.2, Some((T + 2) * 1_000_000));
    let counted: Vec<(i64, i64)> = all(
        &test,
        "SELECT conversations_count, inbound_count FROM customer_stats",
    )
    .await;
    assert_eq!(counted, [(1, 2)]);
    // Within one webhook as well, and never by somebody else.
    line.receive(
        &noura(),
        vec![
            edit("wamid.e3", T + 4, "wamid.3", words("three")),
            text("wamid.3", T + 3, "tree"),
        ],
    )
    .await;
    assert_eq!(said("wamid.3").await.0.as_deref(), Some("three"));
    let stranger = Person::new("971500000000", "AE.2", "X");
    line.receive(
        &stranger,
        vec![edit("wamid.e4", T, "wamid.4", words("forged"))],
    )
    .await;
    line.receive(&noura(), vec![text("wamid.4", T + 5, "mine")])
        .await;
    assert_eq!(said("wamid.4").await.0.as_deref(), Some("mine"));
    // An edit that does not say what the new version is takes nothing away.
    line.receive(
        &noura(),
        vec![json!({"id": "wamid.e5", "timestamp": T + 6, "type": "edit", "edit": {"original_message_id": "wamid.4"}})],
    )
    .await;
    assert_eq!(said("wamid.4").await.0.as_deref(), Some("mine"));
    assert_eq!(count(&test, "conversations").await, 2);
}

#[tokio::test]
async fn a_reaction_takes_the_one_before_back() {
    let (test, line) = start().await;
    line.receive(&noura(), vec![text("wamid.1", T, "hi")]).await;
    let reaction = |id: &str, at: i64, emoji: &str| {
        json!({"id": id, "timestamp": at.to_string(), "type": "reaction",
            "reaction": {"message_id": "wamid.1", "emoji": emoji}})
    };
    line.receive(&noura(), vec![reaction("wamid.r1", T + 1, "👍")])
        .await;
    line.receive(&noura(), vec![reaction("wamid.r3", T + 3, "🎉")])
        .await;
    line.receive(&noura(), vec![reaction("wamid.r2", T + 2, "❤️")])
        .await;
    let standing = async || {
        let rows: Vec<(String,)> = all(
            &test,
            "SELECT wamid FROM messages WHERE type = 'reaction' AND revoked_at IS NULL",
        )
        .await;
        rows.into_iter().map(|(wamid,)| wamid).collect::<Vec<_>>()
    };
    assert_eq!(standing().await, ["wamid.r3"]);
    line.receive(&noura(), vec![reaction("wamid.r4", T + 4, "")])
        .await;
    assert_eq!(standing().await, ["wamid.r4"], "the removal itself");
}

#[tokio::test]
async fn what_says_nothing_opens_no_window_and_counts_as_no_conversation() {
    let (test, line) = start().await;
    let disguised = json!({"id": "wamid.u", "timestamp": T.to_string(), "type": "unsupported",
        "unsupported": {"type": "edit"}, "errors": [{"code": 131051, "title": "Unsupported"}]});
    let lost = json!({"id": "wamid.r", "timestamp": T.to_string(), "type": "reaction",
        "reaction": {"message_id": "wamid.of-long-ago", "emoji": "👍"}});
    line.receive(&noura(), vec![disguised, lost]).await;
    let stats: Vec<(i64, i64, Option<i64>)> = all(
        &test,
        "SELECT conversations_count, inbound_count, last_inbound_at FROM customer_stats",
    )
    .await;
    assert_eq!(stats, [(0, 0, None)]);
    let unread: Vec<(i64, i64, Option<i64>)> = all(
        &test,
        "SELECT unread_count, messages_count, last_inbound_at FROM conversations",
    )
    .await;
    assert_eq!(unread, [(0, 0, None)]);
    assert_eq!(count(&test, "messages").await, 2, "both are kept");
}

#[tokio::test]
async fn a_message_refused_by_choice_is_an_opt_out() {
    let (test, line) = start().await;
    line.receive(&noura(), vec![text("wamid.1", T, "hi")]).await;
    let mut failed = json!({"id": "wamid.OUT", "status": "failed", "timestamp": (T + 1).to_string(),
        "recipient_id": "966501234567"});
    failed["errors"] = json!([{"code": 131050, "title": "Refused", "error_data": {"details": "User has stopped marketing messages"}}]);
    for _ in 0..2 {
        line.deliver("messages", json!({"statuses": [failed.clone()]}))
            .await;
    }
    let decisions: Vec<(bool, String, Option<String>)> =
        all(&test, "SELECT granted, source, evidence FROM consents").await;
    let words = "User has stopped marketing messages".to_owned();
    assert_eq!(decisions, [(false, "whatsapp".to_owned(), Some(words))]);
    assert_eq!(count(&test, "customers WHERE opted_out").await, 1);
}

#[tokio::test]
async fn preferences_that_nothing_knows_are_kept_to_be_seen() {
    let (test, line) = start().await;
    let choose = |category: &str, value: &str| {
        json!({"user_preferences": [{"user_id": "SA.77aa", "category": category, "value": value,
            "timestamp": T}]})
    };
    line.deliver(
        "user_preferences",
        choose("marketing_messages", "sometimes"),
    )
    .await;
    line.deliver("user_preferences", choose("service_messages", "stop"))
        .await;
    assert_eq!(states(&test).await, ["kept"; 2]);
    assert_eq!(count(&test, "consents").await, 0);
}
