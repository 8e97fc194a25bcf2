//! A message's life from the request to the customer's eyes.

use serde_json::{Value, json};

use super::{Talk, order_template, send_template, text};
use crate::kernel::clock::{DAY, SECOND};

#[tokio::test]
async fn a_text_is_queued_and_comes_to_be_read() {
    let talk = Talk::without_sender().await;
    let given = talk.say("نعم، جاهز للاستلام ✅").await;
    assert_eq!(given["status"], "queued");
    assert_eq!(given["direction"], "out");
    assert_eq!(given["category"], "SERVICE");
    assert_eq!(given["wamid"], Value::Null);
    tokio::spawn(crate::sending::send_queued(talk.test.app.clone()));
    talk.settle().await;
    let read = talk.message(&given).await;
    assert_eq!(read["status"], "read");
    assert!(
        read["wamid"]
            .as_str()
            .is_some_and(|id| id.starts_with("wamid."))
    );
    assert_eq!(read["pricing"]["category"], "service");
    assert_eq!(read["failure"], Value::Null);
    let got = talk.got();
    assert_eq!(got.len(), 1);
    assert_eq!(got[0].content["body"], "نعم، جاهز للاستلام ✅");
    let conversation = talk
        .test
        .api
        .get(&format!("/api/conversations/{}", talk.id))
        .await
        .expect(200);
    assert_eq!(conversation["messages_count"], 2);
    assert_eq!(conversation["last_message"]["id"], given["id"]);
    assert_eq!(conversation["last_message"]["status"], "read");
}

#[tokio::test]
async fn every_type_arrives_in_the_order_it_was_given() {
    let talk = Talk::begin().await;
    talk.phones
        .template(&talk.test, order_template("order_ready", "UTILITY"))
        .await;
    let first = talk.messages().await[0]["wamid"].clone();
    let link = "https://bayt.example/menu.jpg";
    let messages = [
        text("1 https://bayt.example"),
        json!({"type": "text", "text": {"body": "2 اقتباس"}, "context": {"message_id": first}}),
        json!({"type": "image", "image": {"link": link, "caption": "3 القائمة"}}),
        json!({"type": "video", "video": {"link": "https://bayt.example/a.mp4"}}),
        json!({"type": "audio", "audio": {"link": "https://bayt.example/a.ogg"}}),
        json!({"type": "document", "document": {"link": "https://bayt.example/f.pdf", "filename": "فاتورة.pdf"}}),
        json!({"type": "sticker", "sticker": {"link": "https://bayt.example/s.webp"}}),
        json!({"type": "location", "location": {"latitude": 24.7136, "longitude": 46.6753, "name": "الفرع"}}),
        json!({"type": "contacts", "contacts": [{"name": {"formatted_name": "Sara", "first_name": "Sara"},
            "phones": [{"phone": "+966501112222", "type": "WORK"}]}]}),
        json!({"type": "interactive", "interactive": {"type": "button", "body": {"text": "10 هل يناسبك؟"},
            "action": {"buttons": [{"type": "reply", "reply": {"id": "yes", "title": "نعم"}},
                {"type": "reply", "reply": {"id": "no", "title": "لا"}}]}}}),
        json!({"type": "interactive", "interactive": {"type": "list", "body": {"text": "11"},
            "action": {"button": "اختر", "sections": [{"title": "الفروع", "rows": [{"id": "1", "title": "العليا"}]}]}}}),
        json!({"type": "interactive", "interactive": {"type": "cta_url", "body": {"text": "12"},
            "action": {"name": "cta_url", "parameters": {"display_text": "تتبع", "url": "https://bayt.example/t"}}}}),
        json!({"type": "interactive", "interactive": {"type": "location_request_message", "body": {"text": "13"},
            "action": {"name": "send_location"}}}),
        send_template("order_ready"),
    ];
    let mut given = Vec::new();
    for message in &messages {
        given.push(talk.give(message.clone()).await);
    }
    talk.settle().await;
    let kinds: Vec<_> = messages
        .iter()
        .map(|message| message["type"].as_str().expect("a type"))
        .collect();
    let got: Vec<_> = talk.got().into_iter().map(|message| message.kind).collect();
    assert_eq!(got, kinds);
    for given in &given {
        let now = talk.message(given).await;
        assert_eq!(now["status"], "read", "{now}");
    }
    let template = talk.message(&given[13]).await;
    assert_eq!(template["text"], "طلبك A-17 جاهز. المجموع: 45 ريالاً.");
    assert_eq!(template["category"], "UTILITY");
    assert_eq!(template["payload"]["rendered"]["footer"], "Bayt Coffee");
    assert_eq!(talk.message(&given[1]).await["quote"]["direction"], "in");
}

#[tokio::test]
async fn one_reaction_at_a_time_stands_on_a_message() {
    let talk = Talk::begin().await;
    let first = talk.messages().await[0].clone();
    let react = |emoji: &str| json!({"type": "reaction", "reaction": {"message_id": first["wamid"], "emoji": emoji}});
    for emoji in ["👍", "❤️"] {
        talk.give(react(emoji)).await;
    }
    talk.settle().await;
    let seen = talk.message(&first).await;
    assert_eq!(
        seen["reactions"].as_array().map(Vec::len),
        Some(1),
        "{seen}"
    );
    assert_eq!(seen["reactions"][0]["emoji"], "❤️");
    talk.give(react("")).await;
    talk.settle().await;
    assert_eq!(talk.message(&first).await["reactions"], json!([]));
    let conversation = talk
        .test
        .api
        .get(&format!("/api/conversations/{}", talk.id))
        .await
        .expect(200);
    assert_eq!(conversation["messages_count"], 1, "reactions say nothing");
}

#[tokio::test]
async fn a_request_repeated_with_its_key_sends_once() {
    let talk = Talk::begin().await;
    let (api, path) = (&talk.test.api, &talk.path());
    let send = |key: &'static str, message: Value| talk_send(api, path, key, message);
    let first = send("order-17", text("مرحبا")).await;
    let again = send("order-17", text("مرحبا")).await;
    assert_eq!(first.headers.get("idempotency-replayed"), None);
    assert_eq!(again.headers["idempotency-replayed"], "true");
    let (first, again) = (first.expect(201), again.expect(201));
    assert_eq!(first["id"], again["id"]);
    let other = send("order-17", text("شيء آخر")).await.expect(422);
    assert_eq!(other["errors"][0]["field"], "Idempotency-Key");
    // A request that was refused has not used its key.
    send("order-18", text("")).await.expect(422);
    send("order-18", text("الآن")).await.expect(201);
    talk.settle().await;
    assert_eq!(talk.got().len(), 2);
    let (_, stranger) = talk.test.other_workspace().await;
    let theirs = talk_send(&stranger, &talk.path(), "order-17", text("مرحبا")).await;
    theirs.expect(404);
}

#[tokio::test]
async fn a_repeated_request_finds_its_message_although_the_conversation_is_over() {
    let talk = Talk::begin().await;
    let path = format!("/api/conversations/{}", talk.id);
    let conversation = talk.test.api.get(&path).await.expect(200);
    let mut message = text("مرحبا");
    message["contact_id"] = conversation["contact_id"].clone();
    let give = || talk_send(&talk.test.api, "/api/messages", "order-19", message.clone());
    let first = give().await.expect(201);
    let resolved = json!({"status": "resolved"});
    talk.test.api.patch(&path, resolved).await.expect(200);
    let again = give().await;
    assert_eq!(again.headers["idempotency-replayed"], "true");
    assert_eq!(again.expect(201)["id"], first["id"]);
}

async fn talk_send(
    api: &crate::testing::Api,
    path: &str,
    key: &'static str,
    message: Value,
) -> crate::testing::Reply {
    api.send_with(
        http::Method::POST,
        path,
        Some(message),
        &[("idempotency-key", key)],
    )
    .await
}

#[tokio::test]
async fn a_scheduled_message_waits_and_can_be_cancelled() {
    let talk = Talk::begin().await;
    let at = |micros: i64| talk.test.app.clock.now().plus(micros).to_string();
    let later = |words: &str, micros: i64| {
        let mut message = text(words);
        message["send_at"] = json!(at(micros));
        message
    };
    let first = talk.give(later("تذكير", 3_600 * SECOND)).await;
    let second = talk.give(later("ألغِ هذا", 3_600 * SECOND)).await;
    let too_late = talk.give(later("بعد يوم", 2 * DAY)).await;
    assert_eq!(first["status"], "scheduled");
    let now = talk.say("الآن").await;
    talk.settle().await;
    assert_eq!(talk.got().len(), 1, "what is scheduled holds nobody up");
    assert_eq!(talk.message(&now).await["status"], "read");
    let conversation = talk
        .test
        .api
        .get(&format!("/api/conversations/{}", talk.id))
        .await
        .expect(200);
    assert_eq!(conversation["messages_count"], 2);

    let cancel = format!("{}/{}", talk.path(), second["id"]);
    talk.test.api.delete(&cancel).await.expect(204);
    talk.test.api.delete(&cancel).await.expect(404);
    let sent = format!("{}/{}", talk.path(), now["id"]);
    let refused = talk.test.api.delete(&sent).await.expect(409);
    assert_eq!(refused["code"], "message.not_scheduled");

    talk.phones.advance(&talk.test, 3_601 * SECOND);
    talk.settle().await;
    let got: Vec<_> = talk
        .got()
        .into_iter()
        .map(|message| message.content["body"].clone())
        .collect();
    assert_eq!(got, [json!("الآن"), json!("تذكير")]);
    let sent = talk.message(&first).await;
    assert_eq!(
        (sent["status"].as_str(), sent["at"].as_str()),
        (Some("read"), Some(&*at(0)))
    );
    let conversation = talk
        .test
        .api
        .get(&format!("/api/conversations/{}", talk.id))
        .await
        .expect(200);
    assert_eq!(conversation["messages_count"], 3);

    talk.phones.advance(&talk.test, 2 * DAY);
    talk.settle().await;
    let failed = talk.message(&too_late).await;
    assert_eq!(failed["status"], "failed", "the window closed meanwhile");
    assert_eq!(failed["failure"]["code"], "window_closed");
    assert_eq!(failed["failure"]["retry"], "no");
    assert_eq!(talk.got().len(), 2);
    for bad in ["2020-01-01T00:00:00Z", "2099-01-01T00:00:00Z", "tomorrow"] {
        let mut message = text("x");
        message["send_at"] = json!(bad);
        let refused = talk.test.api.post(&talk.path(), message).await.expect(422);
        assert_eq!(refused["errors"][0]["field"], "send_at", "{bad}");
    }
}

#[tokio::test]
async fn a_contact_is_written_to_first_with_a_template() {
    let talk = Talk::begin().await;
    talk.phones
        .template(&talk.test, order_template("order_ready", "UTILITY"))
        .await;
    let sara = talk.phones.person("Sara", "966555000111");
    let new = json!({"name": "Sara", "phone": "+966555000111"});
    let customer = talk.test.api.post("/api/customers", new).await.expect(201);
    let contact = customer["contacts"][0]["id"].clone();
    let mut message = send_template("order_ready");
    message["contact_id"] = contact.clone();
    let given = talk
        .test
        .api
        .post("/api/messages", message.clone())
        .await
        .expect(201);
    talk.test
        .api
        .post("/api/messages", message)
        .await
        .expect(201);
    talk.settle().await;
    let got = talk.phones.sim.threads(sara).expect("threads");
    assert_eq!(got[0].messages.len(), 2);
    let theirs = format!("/api/customers/{}/conversations", customer["id"]);
    let theirs = talk.test.api.get(&theirs).await.expect(200);
    assert_eq!(
        theirs["items"].as_array().map(Vec::len),
        Some(1),
        "both are in one conversation"
    );
    assert_eq!(theirs["items"][0]["category"], "UTILITY");
    assert_eq!(given["status"], "queued");
    let facts = talk
        .test
        .api
        .get(&format!("/api/customers/{}", customer["id"]))
        .await
        .expect(200);
    assert_eq!(facts["total_messages"], 2, "{facts}");
    let mut message = text("مرحبا");
    message["contact_id"] = contact;
    let refused = talk
        .test
        .api
        .post("/api/messages", message)
        .await
        .expect(409);
    assert_eq!(refused["code"], "window_closed");
    let unknown = json!({"contact_id": 999_999, "type": "text", "text": {"body": "x"}});
    let refused = talk
        .test
        .api
        .post("/api/messages", unknown)
        .await
        .expect(422);
    assert_eq!(refused["errors"][0]["field"], "contact_id");
}
