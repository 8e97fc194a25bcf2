//! What is not sent, and why.

use serde_json::json;

use super::{Talk, order_template, send_template, text};
use crate::access::{Permission, PermissionSet};
use crate::db::sql;
use crate::kernel::clock::{DAY, SECOND};

#[tokio::test]
async fn bad_input_names_its_field_and_the_limit() {
    let talk = Talk::begin().await;
    let long = "ا".repeat(4_097);
    for (message, field, words) in [
        (json!({}), "type", "is missing"),
        (json!({"type": "poll"}), "type", "text"),
        (text(""), "text.body", ""),
        (text(&long), "text.body", "4096"),
        (
            json!({"type": "text", "text": {"body": "x"}, "to": "1"}),
            "to",
            "",
        ),
        (json!({"type": "image", "image": {}}), "image.id", "link"),
        (
            json!({"type": "interactive", "interactive": {"type": "button", "body": {"text": "?"},
            "action": {"buttons": [{"type": "reply", "reply": {"id": "1", "title": "a title of more than twenty"}}]}}}),
            "interactive.action.buttons[0].reply.title",
            "20",
        ),
        (
            json!({"type": "text", "text": {"body": "x"}, "context": {"message_id": "wamid.no"}}),
            "context.message_id",
            "between this contact",
        ),
        (
            json!({"type": "reaction", "reaction": {"message_id": "wamid.no", "emoji": "👍"}}),
            "reaction.message_id",
            "between this contact",
        ),
        (send_template("nothing_like_it"), "template.name", "sync"),
    ] {
        let refused = talk
            .test
            .api
            .post(&talk.path(), message.clone())
            .await
            .expect(422);
        let error = &refused["errors"][0];
        assert_eq!(error["field"], field, "{message} {refused}");
        assert!(
            error["message"].as_str().expect("words").contains(words),
            "{refused}"
        );
    }
    talk.test
        .api
        .post("/api/conversations/999999/messages", text("x"))
        .await
        .expect(404);
    let only_reading = talk
        .test
        .api_with(PermissionSet::from_iter([Permission::CustomersRead]))
        .await;
    only_reading.post(&talk.path(), text("x")).await.expect(403);
    talk.settle().await;
    assert!(talk.got().is_empty());
    assert_eq!(talk.messages().await.len(), 1, "nothing is left of any");
}

#[tokio::test]
async fn outside_the_window_templates_are_offered() {
    let talk = Talk::begin().await;
    talk.phones
        .template(&talk.test, order_template("order_ready", "UTILITY"))
        .await;
    talk.phones.advance(&talk.test, DAY);
    let refused = talk
        .test
        .api
        .post(&talk.path(), text("هل ما زلت هنا؟"))
        .await
        .expect(409);
    assert_eq!(refused["code"], "window_closed");
    let offered = refused["data"]["templates"].as_array().expect("templates");
    assert_eq!(offered.len(), 1, "{refused}");
    assert_eq!(offered[0]["name"], "order_ready");
    let given = talk.give(send_template("order_ready")).await;
    talk.settle().await;
    assert_eq!(talk.message(&given).await["status"], "read");
}

#[tokio::test]
async fn a_templates_values_must_fit_it() {
    let talk = Talk::begin().await;
    talk.phones
        .template(&talk.test, order_template("order_ready", "UTILITY"))
        .await;
    let mut message = send_template("order_ready");
    message["template"]["components"][0]["parameters"]
        .as_array_mut()
        .expect("values")
        .pop();
    let refused = talk.test.api.post(&talk.path(), message).await.expect(422);
    assert_eq!(
        refused["errors"][0]["field"], "template.components[0].parameters",
        "{refused}"
    );
    sql("UPDATE templates SET status = 'PAUSED'")
        .run(&talk.test.app.db)
        .await
        .expect("paused");
    let refused = talk
        .test
        .api
        .post(&talk.path(), send_template("order_ready"))
        .await
        .expect(422);
    assert!(
        refused["title"].as_str().expect("words").contains("PAUSED"),
        "{refused}"
    );
}

#[tokio::test]
async fn who_is_blocked_gets_nothing_even_if_it_was_queued_before() {
    let talk = Talk::without_sender().await;
    let queued = talk.say("وصلت الطلبية").await;
    let customer = customer(&talk).await;
    let path = format!("/api/customers/{customer}");
    talk.test
        .api
        .patch(&path, json!({"blocked": true}))
        .await
        .expect(200);
    let refused = talk
        .test
        .api
        .post(&talk.path(), text("مرحبا"))
        .await
        .expect(409);
    assert_eq!(refused["code"], "customer_blocked");
    tokio::spawn(crate::sending::send_queued(talk.test.app.clone()));
    talk.settle().await;
    let failed = talk.message(&queued).await;
    assert_eq!(failed["status"], "failed");
    assert_eq!(failed["failure"]["code"], "customer_blocked");
    assert!(
        failed["failure"]["message_ar"]
            .as_str()
            .expect("words")
            .contains("محظور")
    );
    assert!(talk.got().is_empty());
}

#[tokio::test]
async fn who_opted_out_gets_no_marketing_also_when_meta_makes_a_template_marketing() {
    let talk = Talk::without_sender().await;
    for (name, category) in [
        ("sale", "MARKETING"),
        ("order_ready", "UTILITY"),
        ("news", "UTILITY"),
    ] {
        talk.phones
            .template(&talk.test, order_template(name, category))
            .await;
    }
    let queued = [
        talk.give(send_template("sale")).await,
        talk.give(send_template("news")).await,
    ];
    let useful = talk.give(send_template("order_ready")).await;
    let customer = customer(&talk).await;
    let path = format!("/api/customers/{customer}");
    let refusal = json!({"opted_out": true});
    talk.test.api.patch(&path, refusal).await.expect(200);
    sql("UPDATE templates SET category = 'MARKETING' WHERE name = 'news'")
        .run(&talk.test.app.db)
        .await
        .expect("changed");
    let refused = talk
        .test
        .api
        .post(&talk.path(), send_template("sale"))
        .await
        .expect(409);
    assert_eq!(refused["code"], "opted_out");
    tokio::spawn(crate::sending::send_queued(talk.test.app.clone()));
    talk.settle().await;
    for queued in &queued {
        assert_eq!(talk.message(queued).await["failure"]["code"], "opted_out");
    }
    assert_eq!(talk.message(&useful).await["status"], "read");
    assert_eq!(talk.got().len(), 1);
}

#[tokio::test]
async fn a_resolved_conversation_takes_no_more() {
    let talk = Talk::begin().await;
    let path = format!("/api/conversations/{}", talk.id);
    talk.test
        .api
        .patch(&path, json!({"status": "resolved"}))
        .await
        .expect(200);
    let refused = talk
        .test
        .api
        .post(&talk.path(), text("x"))
        .await
        .expect(409);
    assert_eq!(refused["code"], "conversation.resolved");
    let contact = refused["data"]["contact_id"].clone();
    let mut message = text("أهلاً من جديد");
    message["contact_id"] = contact;
    let given = talk
        .test
        .api
        .post("/api/messages", message)
        .await
        .expect(201);
    talk.settle().await;
    assert_eq!(talk.got().len(), 1);
    assert_ne!(given["id"], serde_json::Value::Null);
    let refused = talk
        .test
        .api
        .post(&talk.path(), text("x"))
        .await
        .expect(409);
    assert!(refused["data"]["conversation_id"].is_i64(), "{refused}");
}

#[tokio::test]
async fn what_failed_can_be_sent_again() {
    let talk = Talk::begin().await;
    let gone = talk
        .phones
        .sim
        .block(talk.noura, crate::testing::phones::NUMBER, true);
    gone.expect("blocked");
    let given = talk.say("مرحبا").await;
    talk.settle().await;
    let failed = talk.message(&given).await;
    assert_eq!(failed["status"], "failed", "{failed}");
    assert!(failed["failure"]["message"].as_str().expect("words").len() > 10);
    let again = format!("{}/{}/retry", talk.path(), given["id"]);
    let unblocked = talk
        .phones
        .sim
        .block(talk.noura, crate::testing::phones::NUMBER, false);
    unblocked.expect("unblocked");
    let other = talk.test.api.post(&again, json!({})).await.expect(201);
    talk.phones.advance(&talk.test, SECOND);
    talk.settle().await;
    assert_eq!(talk.message(&other).await["status"], "read");
    let refused = format!("{}/{}/retry", talk.path(), other["id"]);
    let refused = talk.test.api.post(&refused, json!({})).await.expect(409);
    assert_eq!(refused["code"], "message.not_failed");
}

async fn customer(talk: &Talk) -> i64 {
    let path = format!("/api/conversations/{}", talk.id);
    let conversation = talk.test.api.get(&path).await.expect(200);
    conversation["customer_id"].as_i64().expect("an id")
}
