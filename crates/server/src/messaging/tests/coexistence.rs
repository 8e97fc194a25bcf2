//! Numbers that are on a phone as well: history, address book, other programs; and calls.

use super::*;
use crate::kernel::clock::{DAY, SECOND};

const HOUR: i64 = 3_600;
const DAYS: i64 = 24 * HOUR;

fn person(round: usize) -> String {
    format!("9665012345{round:02}")
}

fn past(round: usize, n: i64, at: i64, content: Value) -> Value {
    let mut message = json!({"from": person(round), "id": format!("wamid.{round}.{n}"),
        "timestamp": at.to_string()});
    merge(&mut message, content);
    message
}

fn past_of_ours(round: usize, n: i64, at: i64, status: &str, body: &str) -> Value {
    let content = json!({"from": "966112000000", "to": person(round), "type": "text",
        "text": {"body": body}, "history_context": {"status": status}});
    past(round, n, at, content)
}

fn merge(message: &mut Value, content: Value) {
    let fields = message.as_object_mut().expect("an object");
    fields.extend(content.as_object().expect("an object").clone());
}

fn said(body: &str) -> Value {
    json!({"type": "text", "text": {"body": body}, "history_context": {"status": "READ"}})
}

fn chunk(phase: i64, progress: i64, round: usize, messages: Value) -> Value {
    json!({"history": [{"metadata": {"phase": phase, "chunk_order": 1, "progress": progress},
        "threads": [{"id": person(round), "messages": messages}]}]})
}

/// A past of one person, in parts.
fn parts(round: usize) -> Vec<Value> {
    let photo = json!({"type": "image", "image": {"id": "81", "mime_type": "image/jpeg", "caption": "الإيصال"}});
    let placeholder = json!({"type": "media_placeholder", "history_context": {"status": "READ"}});
    let like = json!({"type": "reaction", "reaction": {"message_id": format!("wamid.{round}.1"), "emoji": "👍"}});
    vec![
        chunk(
            0,
            40,
            round,
            json!([
                past(round, 1, T - 2 * HOUR, said("هل الطلب جاهز؟")),
                past_of_ours(round, 2, T - HOUR, "DELIVERED", "نعم، تفضلوا 🌸"),
            ]),
        ),
        chunk(
            1,
            100,
            round,
            json!([
                past(round, 3, T - 60 * DAYS, said("السلام عليكم")),
                past(round, 4, T - 5 * DAYS, placeholder),
                past_of_ours(round, 5, T - 4 * DAYS, "ERROR", "وصلت"),
                past(round, 6, T - HOUR - 10, like),
            ]),
        ),
        json!({"messages": [past(round, 4, T - 5 * DAYS, photo)]}),
        chunk(
            0,
            60,
            round,
            json!([past_of_ours(round, 2, T - HOUR, "READ", "نعم، تفضلوا 🌸")]),
        ),
    ]
}

crate::row! {
    #[derive(Debug, PartialEq)]
    struct Thread {
        status: String,
        is_history: bool,
        messages: i64,
        unread: i64,
        started_at: i64,
        last_message_at: i64,
        last_inbound_at: Option<i64>,
        last_outbound_at: Option<i64>,
        resolved_at: Option<i64>,
        latest: Option<String>,
    }
}

async fn threads(test: &TestApp, round: usize) -> Vec<Thread> {
    sql(
        "SELECT c.status, c.is_history, c.messages_count, c.unread_count, c.started_at,
             c.last_message_at, c.last_inbound_at, c.last_outbound_at, c.resolved_at, m.text
         FROM conversations c JOIN contacts k ON k.id = c.contact_id
         LEFT JOIN messages m ON m.id = c.last_message_id
         WHERE k.wa_id = $1 ORDER BY c.id",
    )
    .bind(person(round))
    .all(&test.app.db)
    .await
    .expect("threads")
}

crate::row! {
    #[derive(Debug, PartialEq)]
    struct Message {
        wamid: String,
        kind: String,
        direction: String,
        text: Option<String>,
        status: Option<String>,
        at: i64,
        origin: Option<String>,
        is_image: bool,
    }
}

crate::row! {
    #[derive(Debug, PartialEq)]
    struct Counts {
        source: String,
        inbound: i64,
        outbound: i64,
        conversations: i64,
        first_message_at: i64,
        last_message_at: i64,
        last_inbound_at: i64,
        activity_at: i64,
    }
}

type Past = (Vec<Thread>, Vec<Message>, Counts);

/// Everything that is known of a person, without what differs from one person to the other.
async fn known(test: &TestApp, round: usize) -> Past {
    let prefix = format!("wamid.{round}.");
    let messages: Vec<Message> = sql("SELECT wamid, type, direction, text, status, at, origin,
             payload -> 'image' IS NOT NULL
         FROM messages WHERE wamid LIKE $1 || '%' ORDER BY wamid")
    .bind(prefix.as_str())
    .all(&test.app.db)
    .await
    .expect("messages");
    let messages = messages.into_iter().map(|mut message| {
        message.wamid = message.wamid.replace(&prefix, "");
        message
    });
    let counts: Counts = sql("SELECT c.source, s.inbound_count, s.outbound_count,
             s.conversations_count, s.first_message_at, s.last_message_at, s.last_inbound_at,
             k.activity_at
         FROM contacts k JOIN customers c ON c.id = k.customer_id
         JOIN customer_stats s ON s.customer_id = c.id WHERE k.wa_id = $1")
    .bind(person(round))
    .one(&test.app.db)
    .await
    .expect("a customer");
    (threads(test, round).await, messages.collect(), counts)
}

fn orders() -> Vec<Vec<usize>> {
    let mut orders = Vec::new();
    for n in 0..24 {
        let (mut left, mut order, mut rest) = (vec![0, 1, 2, 3], Vec::new(), n);
        for size in (1..=4).rev() {
            order.push(left.remove(rest % size));
            rest /= size;
        }
        orders.push(order);
    }
    orders
}

#[tokio::test]
async fn history_in_any_order_and_repeated_ends_in_the_same_state() {
    let (test, line) = start().await;
    let mut first = None;
    for (round, order) in orders().into_iter().enumerate() {
        let parts = parts(round);
        for part in order.iter().chain(&[order[0], order[2]]) {
            line.deliver("history", parts[*part].clone()).await;
        }
        let state = known(&test, round).await;
        let expected = first.get_or_insert_with(|| known_once());
        assert_eq!(&state, expected, "{order:?}");
    }
    let jobs = count(&test, "jobs").await;
    assert_eq!(jobs, 24, "each photo is fetched once");
    let account = test
        .api
        .get(&format!("/api/accounts/{}", line.account))
        .await
        .expect(200);
    assert_eq!(
        account["history"],
        json!({"phase": 1, "progress": 100, "refused": null})
    );
}

/// What the past of one person comes to.
fn known_once() -> Past {
    let at = |seconds: i64| (T + seconds) * SECOND;
    let thread = Thread {
        status: "resolved".into(),
        is_history: true,
        messages: 5,
        unread: 0,
        started_at: at(-60 * DAYS),
        last_message_at: at(-HOUR),
        last_inbound_at: None,
        last_outbound_at: Some(at(-HOUR)),
        resolved_at: Some(at(-HOUR)),
        latest: Some("نعم، تفضلوا 🌸".into()),
    };
    let message = |n: &str, kind: &str, text: &str, ours: Option<&str>, seconds: i64| Message {
        wamid: n.into(),
        kind: kind.into(),
        direction: if ours.is_some() { "out" } else { "in" }.into(),
        text: Some(text.into()),
        status: ours.map(str::to_owned),
        at: at(seconds),
        origin: Some("history".into()),
        is_image: kind == "image",
    };
    let messages = vec![
        message("1", "text", "هل الطلب جاهز؟", None, -2 * HOUR),
        message("2", "text", "نعم، تفضلوا 🌸", Some("read"), -HOUR),
        message("3", "text", "السلام عليكم", None, -60 * DAYS),
        message("4", "image", "الإيصال", None, -5 * DAYS),
        message("5", "text", "وصلت", Some("failed"), -4 * DAYS),
        message("6", "reaction", "👍", None, -HOUR - 10),
    ];
    let counts = Counts {
        source: "history".into(),
        inbound: 3,
        outbound: 2,
        conversations: 1,
        first_message_at: at(-60 * DAYS),
        last_message_at: at(-HOUR),
        last_inbound_at: at(-2 * HOUR),
        activity_at: at(-HOUR),
    };
    (vec![thread], messages, counts)
}

#[tokio::test]
async fn history_opens_no_window_and_the_next_message_begins_a_conversation() {
    let (test, line) = start().await;
    for part in parts(0) {
        line.deliver("history", part).await;
    }
    let open = || async {
        let found = test
            .api
            .get("/api/customers?q=window:open&total=true")
            .await
            .expect(200);
        let windows = test
            .api
            .get("/api/conversations?window=open")
            .await
            .expect(200);
        (
            found["items"].as_array().expect("items").len(),
            windows["items"].as_array().expect("items").len(),
        )
    };
    assert_eq!(open().await, (0, 0), "said before we were connected");
    let (customer,): (i64,) = sql("SELECT id FROM customers")
        .one(&test.app.db)
        .await
        .expect("one");
    let path = format!("/api/crm/{customer}/session-status");
    assert_eq!(
        test.api.get(&path).await.expect(200)["window_active"],
        false
    );

    let noura = Person::new(&person(0), "SA.77aa", "نورة");
    line.receive(&noura, vec![text("wamid.live", T, "صباح الخير")])
        .await;
    assert_eq!(open().await, (1, 1));
    assert_eq!(test.api.get(&path).await.expect(200)["window_active"], true);
    let both = threads(&test, 0).await;
    assert_eq!(both[0], known_once().0[0], "the past stays what it was");
    assert_eq!(
        (both[1].status.as_str(), both[1].unread, both[1].messages),
        ("open", 1, 1)
    );
    test.app.clock.advance(DAY);
    assert_eq!(open().await, (0, 0));
    let closed = test
        .api
        .get("/api/conversations?window=closed")
        .await
        .expect(200);
    assert_eq!(closed["items"].as_array().expect("items").len(), 2);
    let refused = test
        .api
        .get("/api/conversations?window=ajar")
        .await
        .expect(422);
    assert_eq!(refused["errors"][0]["field"], "window");
}

#[tokio::test]
async fn a_history_that_is_not_shared_is_on_the_accounts_health() {
    let (test, line) = start().await;
    let why = "History sharing is turned off by the business";
    let errors = json!([{"code": 2_593_109, "title": "Off", "message": "Off", "error_data": {"details": why}}]);
    line.deliver("history", json!({"history": [{"errors": errors}]}))
        .await;
    assert_eq!(states(&test).await, ["done"]);
    let account = test
        .api
        .get(&format!("/api/accounts/{}", line.account))
        .await
        .expect(200);
    assert_eq!(account["history"]["refused"], why);
    assert_eq!(
        account["health"]["history"]["value"]["errors"][0]["code"],
        2_593_109
    );
}

#[tokio::test]
async fn a_name_of_the_phone_is_worth_more_than_a_profile_and_less_than_a_members_word() {
    let (test, line) = start().await;
    let entry = |action: &str, name: &str, at: i64| {
        json!({"state_sync": [{"type": "contact", "action": action, "metadata": {"timestamp": at.to_string()},
            "contact": {"full_name": name, "phone_number": "966501234567"}}]})
    };
    let name = || async {
        let rows: Vec<(Option<String>, String)> =
            all(&test, "SELECT name, source FROM customers").await;
        assert_eq!(rows.len(), 1, "one person");
        rows[0].clone()
    };
    line.deliver("smb_app_state_sync", entry("add", "أم خالد", T))
        .await;
    assert_eq!(
        name().await,
        (Some("أم خالد".into()), "address_book".into())
    );
    line.receive(&noura(), vec![text("wamid.1", T + 5, "مرحبا")])
        .await;
    assert_eq!(
        name().await.0.as_deref(),
        Some("أم خالد"),
        "not the profile's"
    );
    line.deliver(
        "smb_app_state_sync",
        entry("add", "أم خالد الجديدة", T + 20),
    )
    .await;
    line.deliver("smb_app_state_sync", entry("add", "أم خ", T + 10))
        .await;
    assert_eq!(
        name().await.0.as_deref(),
        Some("أم خالد الجديدة"),
        "the later entry"
    );
    line.deliver("smb_app_state_sync", entry("remove", "", T + 30))
        .await;
    assert_eq!(
        name().await.0.as_deref(),
        Some("أم خالد الجديدة"),
        "nobody is removed"
    );

    let (id,): (i64,) = sql("SELECT id FROM customers")
        .one(&test.app.db)
        .await
        .expect("one");
    let path = format!("/api/customers/{id}");
    test.api
        .patch(&path, json!({"name": "نورة العتيبي"}))
        .await
        .expect(200);
    line.deliver("smb_app_state_sync", entry("add", "أخرى", T + 40))
        .await;
    assert_eq!(name().await.0.as_deref(), Some("نورة العتيبي"));
    assert_eq!(states(&test).await, ["done"; 6]);
}

#[tokio::test]
async fn what_another_program_answers_is_shown_and_not_for_the_team() {
    let (test, line) = start().await;
    line.deliver(
        "standby",
        noura().says(vec![text("wamid.1", T, "أين طلبي؟")]),
    )
    .await;
    let page = test.api.get("/api/conversations").await.expect(200);
    let conversation = &page["items"][0];
    assert_eq!(
        (&conversation["status"], &conversation["unread_count"]),
        (&json!("pending"), &json!(0))
    );
    let path = format!("/api/conversations/{}/messages", conversation["id"]);
    let thread = test.api.get(&path).await.expect(200);
    assert_eq!(thread["items"][0]["origin"], "standby");
    // Once the thread is ours, it is.
    line.receive(&noura(), vec![text("wamid.2", T + 5, "؟")])
        .await;
    let page = test.api.get("/api/conversations").await.expect(200);
    assert_eq!(
        (
            &page["items"][0]["status"],
            &page["items"][0]["unread_count"]
        ),
        (&json!("open"), &json!(1))
    );
}

fn call(event: &str, at: i64, more: Value) -> Value {
    let mut call = json!({"id": "wacid.1", "from": "966501234567", "from_user_id": "SA.77aa",
        "to": "966112000000", "event": event, "timestamp": at.to_string(), "direction": "USER_INITIATED"});
    merge(&mut call, more);
    json!({"contacts": [noura().contact()], "calls": [call]})
}

#[tokio::test]
async fn a_missed_call_is_unread_and_opens_the_window_in_either_order() {
    for order in [[0, 1, 1], [1, 0, 0]] {
        let (test, line) = start().await;
        let told = [
            call(
                "connect",
                T,
                json!({"session": {"sdp_type": "offer", "sdp": "v=0"}}),
            ),
            call("terminate", T + 30, json!({"status": ["FAILED"]})),
        ];
        for n in order {
            line.deliver("calls", told[n].clone()).await;
        }
        assert_eq!(states(&test).await, ["done"; 3]);
        let page = test
            .api
            .get("/api/conversations?window=open")
            .await
            .expect(200);
        let conversation = &page["items"][0];
        assert_eq!(
            (
                &conversation["unread_count"],
                &conversation["messages_count"]
            ),
            (&json!(1), &json!(1))
        );
        let path = format!("/api/conversations/{}/messages", conversation["id"]);
        let items = test.api.get(&path).await.expect(200)["items"].clone();
        assert_eq!(items.as_array().expect("items").len(), 1);
        assert_eq!(
            (&items[0]["type"], &items[0]["direction"]),
            (&json!("call"), &json!("in"))
        );
        assert_eq!(items[0]["payload"]["call"]["status"], "missed");
        assert_eq!(items[0]["at"], "2026-11-20T07:33:20Z", "when it began");
    }
}

#[tokio::test]
async fn a_call_that_was_taken_is_nothing_to_answer() {
    let (test, line) = start().await;
    line.deliver("calls", call("connect", T, json!({}))).await;
    let talked = json!({"status": "COMPLETED", "duration": 65, "start_time": (T + 4).to_string()});
    line.deliver("calls", call("terminate", T + 69, talked))
        .await;
    let rows: Vec<(i64, crate::db::Json<Value>)> = all(
        &test,
        "SELECT c.unread_count, m.payload FROM messages m JOIN conversations c ON c.id = m.conversation_id",
    )
    .await;
    assert_eq!(rows[0].0, 0);
    assert_eq!(rows[0].1.0["call"]["status"], "completed");
    assert_eq!(rows[0].1.0["call"]["duration_seconds"], 65);
    let out = json!({"calls": [], "statuses": [{"id": "wacid.2", "type": "call", "status": "REJECTED",
        "timestamp": (T + 100).to_string(), "recipient_id": "966501234567"}]});
    line.deliver("calls", out).await;
    let rejected: Vec<(String, crate::db::Json<Value>)> = all(
        &test,
        "SELECT direction, payload FROM messages ORDER BY id DESC LIMIT 1",
    )
    .await;
    assert_eq!(
        (rejected[0].0.as_str(), &rejected[0].1.0["call"]["status"]),
        ("out", &json!("rejected"))
    );
}

#[tokio::test]
async fn permission_to_call_is_in_the_timeline_once() {
    let (test, line) = start().await;
    let answer = json!({"id": "wamid.P", "timestamp": T.to_string(), "type": "interactive",
        "interactive": {"type": "call_permission_reply", "call_permission_reply":
            {"response": "accept", "is_permanent": false, "expiration_timestamp": T + 600}}});
    for _ in 0..2 {
        line.receive(&noura(), vec![answer.clone()]).await;
    }
    let told: Vec<(crate::db::Json<Value>,)> = all(
        &test,
        "SELECT data FROM events WHERE kind = 'contact.call_permission'",
    )
    .await;
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].0.0["response"], "accept");
    assert_eq!(told[0].0.0["expires_at"], "2026-11-20T07:43:20Z");
}

fn from_ad(id: &str, at: i64) -> Value {
    let mut message = text(id, at, "رأيت إعلانكم");
    message["referral"] = json!({"source_type": "ad", "source_id": "6", "ctwa_clid": "clk"});
    message
}

fn answer(id: &str, at: i64) -> Value {
    json!({"message_echoes": [{"from": "966112000000", "to": "966501234567", "to_user_id": "SA.77aa",
        "id": id, "timestamp": at.to_string(), "type": "text", "text": {"body": "أهلاً"}}]})
}

async fn entry_point(test: &TestApp) -> Value {
    let page = test.api.get("/api/conversations").await.expect(200);
    let shown = page["items"][0]["free_entry_point"].clone();
    let customer = &page["items"][0]["customer_id"];
    let beside = test
        .api
        .get(&format!("/api/crm/{customer}/free-entry-point"))
        .await
        .expect(200);
    assert_eq!(beside["free_entry_point"], shown);
    let profile = test
        .api
        .get(&format!("/api/customers/{customer}"))
        .await
        .expect(200);
    assert_eq!(profile["contacts"][0]["free_entry_point"], shown);
    shown
}

#[tokio::test]
async fn an_answer_within_a_day_begins_a_free_entry_point_in_either_order() {
    for order in [[0, 1, 2], [2, 1, 0], [1, 0, 2]] {
        let (test, line) = start().await;
        for n in order {
            match n {
                0 => line.receive(&noura(), vec![from_ad("wamid.1", T)]).await,
                1 => {
                    line.deliver("smb_message_echoes", answer("wamid.2", T + HOUR))
                        .await
                }
                _ => {
                    line.deliver("smb_message_echoes", answer("wamid.3", T + 2 * HOUR))
                        .await
                }
            }
        }
        let expected =
            json!({"began_at": "2026-11-20T08:33:20Z", "expires_at": "2026-11-23T08:33:20Z"});
        assert_eq!(entry_point(&test).await, expected, "{order:?}");
    }
}

#[tokio::test]
async fn an_answer_too_late_or_to_no_ad_begins_none() {
    let (test, line) = start().await;
    line.deliver("smb_message_echoes", answer("wamid.0", T - 10))
        .await;
    line.receive(&noura(), vec![from_ad("wamid.1", T)]).await;
    assert_eq!(entry_point(&test).await, Value::Null);
    line.deliver("smb_message_echoes", answer("wamid.2", T + DAYS))
        .await;
    assert_eq!(entry_point(&test).await, Value::Null);
}

#[tokio::test]
async fn metas_own_word_of_an_entry_point_counts_more() {
    let (test, line) = start().await;
    line.deliver("smb_message_echoes", answer("wamid.2", T + HOUR))
        .await;
    let free = |kind: &str| json!({"billable": false, "pricing_model": "PMP", "type": kind, "category": "service"});
    let mut sent = status("wamid.2", "sent", T + HOUR, &noura());
    sent["pricing"] = free("free_entry_point");
    line.deliver("messages", json!({"statuses": [sent.clone()]}))
        .await;
    let derived = json!({"began_at": "2026-11-20T08:33:20Z", "expires_at": "2026-11-23T08:33:20Z"});
    assert_eq!(
        entry_point(&test).await,
        derived,
        "from a button on a page, without a referral"
    );
    sent["timestamp"] = json!((T + HOUR + 1).to_string());
    sent["conversation"] = json!({"id": "c1", "expiration_timestamp": (T + 70 * HOUR).to_string(),
        "origin": {"type": "referral_conversion"}});
    line.deliver("messages", json!({"statuses": [sent]})).await;
    assert_eq!(
        entry_point(&test).await["expires_at"],
        "2026-11-23T05:33:20Z"
    );
}
