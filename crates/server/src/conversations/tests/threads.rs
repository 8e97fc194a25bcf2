//! The messages of a conversation: pages in both directions, quotes, reactions, edits, searches.

use super::*;
use crate::access::{Permission, PermissionSet};
use crate::testing::Api;

async fn path(test: &TestApp) -> String {
    let all = test.api.get("/api/conversations").await.expect(200);
    format!("/api/conversations/{}/messages", all["items"][0]["id"])
}

fn texts(page: &Value) -> Vec<&str> {
    let items = page["items"].as_array().expect("items");
    items
        .iter()
        .map(|item| item["text"].as_str().unwrap_or_default())
        .collect()
}

fn cursor<'a>(page: &'a Value, which: &str) -> &'a str {
    page[which].as_str().expect("a cursor")
}

/// One person who wrote `count` messages, a minute apart: `0`, `1`, …
async fn thread(count: i64) -> (TestApp, Line, String) {
    let test = TestApp::start().await;
    let line = test.line().await;
    let said = (0..count).map(|n| text(&format!("wamid.{n}"), T + n * 60, &format!("{n}")));
    line.receive(&person(0), said.collect()).await;
    let path = path(&test).await;
    (test, line, path)
}

fn reaction(id: &str, at: i64, to: &str, emoji: &str) -> Value {
    json!({"id": id, "timestamp": at.to_string(), "type": "reaction",
        "reaction": {"message_id": to, "emoji": emoji}})
}

fn edit(id: &str, at: i64, of: &str, body: &str) -> Value {
    json!({"id": id, "timestamp": at.to_string(), "type": "edit", "edit": {
        "original_message_id": of, "message": {"type": "text", "text": {"body": body}}}})
}

fn revoke(id: &str, at: i64, of: &str) -> Value {
    json!({"id": id, "timestamp": at.to_string(), "type": "revoke",
        "revoke": {"original_message_id": of}})
}

#[tokio::test]
async fn messages_come_in_whatsapps_order_with_all_that_is_known() {
    let (test, line) = start().await;
    let late = text("wamid.late", T - 10, "أين الطلب؟");
    let next = text("wamid.next", T + 390, "شكراً 🌸");
    line.receive(&person(0), vec![late, next]).await;
    let path = path(&test).await;
    let page = test.api.get(&path).await.expect(200);
    let wamids: Vec<_> = page["items"]
        .as_array()
        .expect("items")
        .iter()
        .map(|message| message["wamid"].as_str().expect("a wamid"))
        .collect();
    assert_eq!(wamids, ["wamid.next", "wamid.0", "wamid.late"]);
    let message = &page["items"][0];
    assert_eq!(
        keys(message),
        [
            "at",
            "author_id",
            "author_name",
            "category",
            "direction",
            "edited_at",
            "errors",
            "failure",
            "id",
            "media",
            "origin",
            "payload",
            "pricing",
            "quote",
            "reactions",
            "received_at",
            "reply_to",
            "revoked_at",
            "status",
            "text",
            "type",
            "wamid",
        ]
    );
    assert_eq!(message["text"], "شكراً 🌸");
    assert_eq!(message["direction"], "in");
    let list = test.api.get("/api/conversations").await.expect(200);
    assert_eq!(list["items"][0]["last_message"]["text"], "شكراً 🌸");
    assert_eq!(list["items"][0]["customer_name"], "نورة");
}

#[tokio::test]
async fn pages_go_to_older_and_to_newer_messages() {
    let (test, line, path) = thread(7).await;
    let get = |query: String| {
        let (api, path) = (test.api.clone(), format!("{path}?{query}"));
        async move { api.get(&path).await.expect(200) }
    };
    let newest = get("limit=3".into()).await;
    assert_eq!(texts(&newest), ["6", "5", "4"]);
    let older = get(format!("limit=3&cursor={}", cursor(&newest, "next_cursor"))).await;
    assert_eq!(texts(&older), ["3", "2", "1"]);
    let oldest = get(format!("limit=3&cursor={}", cursor(&older, "next_cursor"))).await;
    assert_eq!(texts(&oldest), ["0"]);
    assert_eq!(oldest["next_cursor"], Value::Null);

    let back = get(format!(
        "limit=2&cursor={}",
        cursor(&oldest, "previous_cursor")
    ))
    .await;
    assert_eq!(texts(&back), ["2", "1"]);
    let on = get(format!(
        "limit=9&cursor={}",
        cursor(&back, "previous_cursor")
    ))
    .await;
    assert_eq!(texts(&on), ["6", "5", "4", "3"]);
    let below = get(format!("limit=1&cursor={}", cursor(&on, "next_cursor"))).await;
    assert_eq!(texts(&below), ["2"]);
    // There is nothing newer, until there is.
    let end = cursor(&on, "previous_cursor");
    let none = get(format!("cursor={end}")).await;
    assert_eq!(texts(&none), [""; 0]);
    assert_eq!(none["next_cursor"], Value::Null);
    line.receive(&person(0), vec![text("wamid.7", T + 999, "7")])
        .await;
    let again = cursor(&none, "previous_cursor");
    assert_eq!(texts(&get(format!("cursor={again}")).await), ["7"]);

    // An empty beginning has no cursors at all; two messages of one second keep their order.
    line.receive(&person(0), vec![text("wamid.8", T + 999, "8")])
        .await;
    assert_eq!(texts(&get("limit=2".into()).await), ["8", "7"]);
}

#[tokio::test]
async fn a_page_can_have_a_message_in_its_middle() {
    let (test, _, path) = thread(7).await;
    let all = test.api.get(&path).await.expect(200);
    let id = |text: usize| all["items"][6 - text]["id"].clone();
    for (around, limit, shown) in [
        (3, 4, vec!["5", "4", "3", "2"]),
        (6, 4, vec!["6", "5"]),
        (0, 5, vec!["2", "1", "0"]),
        (3, 1, vec!["3"]),
    ] {
        let query = format!("{path}?around={}&limit={limit}", id(around));
        let page = test.api.get(&query).await.expect(200);
        assert_eq!(texts(&page), shown, "{around}");
    }
    let page = test
        .api
        .get(&format!("{path}?around={}&limit=2", id(3)))
        .await;
    let page = page.expect(200);
    assert_eq!(texts(&page), ["4", "3"]);
    let newer = format!("{path}?limit=1&cursor={}", cursor(&page, "previous_cursor"));
    assert_eq!(texts(&test.api.get(&newer).await.expect(200)), ["5"]);
    let older = format!("{path}?limit=1&cursor={}", cursor(&page, "next_cursor"));
    assert_eq!(texts(&test.api.get(&older).await.expect(200)), ["2"]);

    for bad in [
        "around=0".to_owned(),
        "around=x".to_owned(),
        format!("around={}&search=1", id(3)),
        format!("around={}&cursor={}", id(3), cursor(&page, "next_cursor")),
    ] {
        let refused = test.api.get(&format!("{path}?{bad}")).await.expect(422);
        assert_eq!(refused["errors"][0]["field"], "around", "{bad}");
    }
}

#[tokio::test]
async fn a_reply_shows_what_it_answers_also_from_an_earlier_conversation() {
    let (test, line, path) = thread(1).await;
    let first = path.replace("/messages", "");
    let resolved = test.api.patch(&first, json!({"status": "resolved"})).await;
    resolved.expect(200);
    let mut reply = text("wamid.reply", T + 60, "نعم");
    reply["context"] = json!({"from": "966501234500", "id": "wamid.0"});
    let mut unknown = text("wamid.unknown", T + 61, "؟");
    unknown["context"] = json!({"from": "966501234500", "id": "wamid.elsewhere"});
    line.receive(&person(0), vec![reply, unknown]).await;
    let page = test.api.get(&self::path(&test).await).await.expect(200);
    assert_eq!(page["items"][0]["reply_to"], "wamid.elsewhere");
    assert_eq!(page["items"][0]["quote"], Value::Null);
    let quote = &page["items"][1]["quote"];
    assert_eq!(quote["text"], "0");
    assert_eq!(quote["direction"], "in");
    let earlier = test.api.get(&first).await.expect(200);
    assert_eq!(quote["conversation_id"], earlier["id"]);

    line.receive(&person(0), vec![revoke("wamid.r", T + 70, "wamid.0")])
        .await;
    let page = test.api.get(&self::path(&test).await).await.expect(200);
    assert_eq!(page["items"][1]["quote"]["text"], Value::Null);
    // What somebody else wrote is no quote, though its id is known.
    let mut stranger = text("wamid.s", T + 80, "x");
    stranger["context"] = json!({"from": "966501234500", "id": "wamid.reply"});
    line.receive(&person(9), vec![stranger]).await;
    let page = test.api.get(&self::path(&test).await).await.expect(200);
    assert_eq!(page["items"][0]["reply_to"], "wamid.reply");
    assert_eq!(page["items"][0]["quote"], Value::Null);
}

#[tokio::test]
async fn reactions_stand_at_their_message() {
    let (test, line, path) = thread(2).await;
    let reactions = vec![
        reaction("wamid.a", T + 200, "wamid.0", "👍"),
        reaction("wamid.b", T + 201, "wamid.1", "❤️"),
        reaction("wamid.c", T + 202, "wamid.0", "😂"),
        reaction("wamid.d", T + 203, "wamid.1", ""),
    ];
    line.receive(&person(0), reactions).await;
    let page = test.api.get(&path).await.expect(200);
    assert_eq!(texts(&page), ["1", "0"]);
    assert_eq!(page["items"][0]["reactions"], json!([]));
    let reaction = &page["items"][1]["reactions"];
    assert_eq!(reaction.as_array().map(Vec::len), Some(1), "{reaction}");
    assert_eq!(reaction[0]["emoji"], "😂");
    assert_eq!(reaction[0]["direction"], "in");
    let all = test.api.get(&format!("{path}?everything=true")).await;
    let all = all.expect(200);
    assert_eq!(all["items"].as_array().map(Vec::len), Some(6));
    assert_eq!(all["items"][1]["type"], "reaction");
    assert_eq!(all["items"][1]["id"], reaction[0]["id"]);
}

#[tokio::test]
async fn only_some_may_see_what_was_edited_or_taken_back() {
    let (test, line, path) = thread(2).await;
    let changes = vec![
        edit("wamid.e", T + 200, "wamid.0", "better"),
        revoke("wamid.r", T + 201, "wamid.1"),
    ];
    line.receive(&person(0), changes).await;
    let (_, agent) = test.signed_in("Sara", Role::Agent).await;
    let (_, manager) = test.signed_in("Huda", Role::Manager).await;
    let items = |api: Api| {
        let path = path.clone();
        async move { api.get(&path).await.expect(200)["items"].clone() }
    };
    let seen = items(agent.clone()).await;
    assert!(seen[0]["revoked_at"].is_string());
    assert_eq!(
        (&seen[0]["text"], &seen[0]["payload"]),
        (&Value::Null, &json!({}))
    );
    assert_eq!(seen[1]["text"], "better");
    assert!(seen[1]["edited_at"].is_string());
    assert!(!seen.to_string().contains("first_version"), "{seen}");
    assert!(!seen.to_string().contains("\"body\":\"0\""), "{seen}");
    let seen = items(manager.clone()).await;
    assert_eq!(seen[0]["text"], Value::Null);
    assert_eq!(seen[0]["first_version"]["text"]["body"], "1");
    assert_eq!(seen[1]["first_version"]["text"]["body"], "0");
    // Neither the rows of the changes nor a search tell an agent.
    let versions = vec![edit("wamid.e2", T + 202, "wamid.0", "best")];
    line.receive(&person(0), versions).await;
    let all = format!("{path}?everything=true");
    let rows = agent.get(&all).await.expect(200);
    assert!(!rows.to_string().contains("better"), "{rows}");
    let rows = manager.get(&all).await.expect(200);
    assert!(rows.to_string().contains("better"), "{rows}");
    for (words, found) in [("best", 1), ("better", 0), ("1", 0)] {
        let path = format!("{path}?everything=true&search={words}");
        let page = agent.get(&path).await.expect(200);
        assert_eq!(texts(&page).len(), found, "{words}");
    }
    let list = test.api.get("/api/conversations").await.expect(200);
    assert_eq!(list["items"][0]["last_message"]["text"], Value::Null);
}

#[tokio::test]
async fn words_are_found_in_any_form_and_page_by_page() {
    let test = TestApp::start().await;
    let line = test.line().await;
    let said = [
        "أين الطَّلَب؟",
        "The order, please",
        "ORDER and طلب",
        "١٢٣ Straße",
        "order order",
    ];
    let said = said.iter().enumerate();
    let said = said.map(|(n, body)| text(&format!("wamid.{n}"), T + n as i64, body));
    line.receive(&person(0), said.collect()).await;
    let path = path(&test).await;
    let find = |query: &str| {
        let (api, path) = (test.api.clone(), format!("{path}?{query}"));
        async move { api.get(&path).await.expect(200) }
    };
    for (query, found) in [
        (
            "search=Order",
            vec!["order order", "ORDER and طلب", "The order, please"],
        ),
        (
            "search=%D8%B7%D9%84%D8%A8",
            vec!["ORDER and طلب", "أين الطَّلَب؟"],
        ), // طلب
        ("search=order%20and", vec!["ORDER and طلب"]),
        ("search=123%20strasse", vec!["١٢٣ Straße"]),
        ("search=nothing", vec![]),
    ] {
        assert_eq!(texts(&find(query).await), found, "{query}");
    }
    assert_eq!(texts(&find("search=%20").await).len(), 5, "no words");
    let first = find("search=order&limit=2").await;
    assert_eq!(texts(&first), ["order order", "ORDER and طلب"]);
    let next = cursor(&first, "next_cursor");
    let second = find(&format!("search=order&limit=2&cursor={next}")).await;
    assert_eq!(texts(&second), ["The order, please"]);
    assert_eq!(second["next_cursor"], Value::Null);
    let back = cursor(&second, "previous_cursor");
    let back = find(&format!("search=order&limit=1&cursor={back}")).await;
    assert_eq!(texts(&back), ["ORDER and طلب"]);

    let long = "x".repeat(201);
    let many = "a%20".repeat(11);
    for bad in [
        format!("search={long}"),
        format!("search={many}"),
        format!("cursor={next}"),
        "cursor=zzz".to_owned(),
        "limit=0".to_owned(),
        "everything=perhaps".to_owned(),
        "page=1".to_owned(),
    ] {
        test.api.get(&format!("{path}?{bad}")).await.expect(422);
    }
    let powerless = test.api_with(PermissionSet::default()).await;
    powerless.get(&path).await.expect(403);
    let reader = [Permission::CustomersRead].into_iter().collect();
    test.api_with(reader).await.get(&path).await.expect(200);
}

/// A search looks at so many messages at most; what it has not seen is on the next page.
#[tokio::test]
async fn a_search_in_a_long_conversation_goes_on_where_it_stopped() {
    let (test, _, path) = thread(1).await;
    let (conversation, contact, account): (i64, i64, i64) =
        sql("SELECT conversation_id, contact_id, account_id FROM messages")
            .one(&test.app.db)
            .await
            .expect("one message");
    let rows = (1..=5_200).map(|n: i64| {
        vec![
            test.workspace.into(),
            conversation.into(),
            contact.into(),
            account.into(),
            ((T - 10_000 + n) * 1_000_000).into(),
            (if n == 30 { "needle" } else { "hay" }).into(),
        ]
    });
    let mut tx = test.app.db.begin().await.expect("begin");
    sql(
        "INSERT INTO messages (workspace_id, conversation_id, contact_id, account_id, direction,
             type, at, received_at, text, payload)
         SELECT v.workspace_id, v.conversation_id, v.contact_id, v.account_id, 'in', 'text', v.at,
             v.at, v.body, '{}'
         FROM $rows(workspace_id BIGINT, conversation_id BIGINT, contact_id BIGINT,
             account_id BIGINT, at BIGINT, body TEXT) v",
    )
    .rows(rows)
    .run(&mut tx)
    .await
    .expect("inserted");
    tx.commit().await.expect("commit");
    let first = test.api.get(&format!("{path}?search=needle")).await;
    let first = first.expect(200);
    assert_eq!(texts(&first).len(), 0);
    let next = cursor(&first, "next_cursor");
    let second = format!("{path}?search=needle&cursor={next}");
    let second = test.api.get(&second).await.expect(200);
    assert_eq!(texts(&second), ["needle"]);
    assert_eq!(second["next_cursor"], Value::Null);
}
