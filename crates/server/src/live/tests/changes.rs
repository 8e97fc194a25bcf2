//! Every change is told, as the API shows it.

use serde_json::{Value, json};

use super::ear::{Ear, Heard, listening};
use crate::access::Role;
use crate::testing::TestApp;
use crate::testing::phones::Phones;
use crate::testing::whatsapp::{Line, Person, text};

const T: i64 = 1_795_160_000;

fn noura() -> Person {
    Person::new("966501234567", "SA.1", "نورة الفيصل 🌙")
}

/// Somebody has written, and that was heard: the ids of customer, conversation and message.
async fn met(test: &TestApp, line: &Line, ear: &mut Ear) -> (i64, i64, i64) {
    line.receive(&noura(), vec![text("wamid.1", T, "مرحباً، هل الطلب جاهز؟")])
        .await;
    let names = [
        "customer.created",
        "conversation.created",
        "message.created",
    ];
    let heard = ear.expect(&names).await;
    let customer = &heard[0].data["customer"];
    let path = format!("/api/customers/{}", customer["id"]);
    assert_eq!(*customer, test.api.get(&path).await.expect(200));
    let conversation = &heard[1].data["conversation"];
    let path = format!("/api/conversations/{}", conversation["id"]);
    assert_eq!(*conversation, test.api.get(&path).await.expect(200));
    let told = &heard[2].data;
    let page = test.api.get(&format!("{path}/messages")).await.expect(200);
    assert_eq!(told["message"], page["items"][0]);
    assert_eq!(told["conversation_id"], conversation["id"]);
    assert_eq!(told["contact_id"], conversation["contact_id"]);
    assert_eq!(told["customer_id"], customer["id"]);
    let id = |value: &Value| value["id"].as_i64().expect("an id");
    (id(customer), id(conversation), id(&told["message"]))
}

#[tokio::test]
async fn a_message_is_told_with_whom_and_where_it_is() {
    let test = TestApp::start().await;
    let line = test.line().await;
    let (_node, mut ear) = listening(&test, "").await;
    let (customer, conversation, _) = met(&test, &line, &mut ear).await;
    // Again from Meta, which tells nothing new, and then a second one.
    line.receive(&noura(), vec![text("wamid.1", T, "مرحباً، هل الطلب جاهز؟")])
        .await;
    let long = "كل شيء 👍🏽\n\"quoted\"\r\n\u{2028}".repeat(400);
    line.receive(&noura(), vec![text("wamid.2", T + 5, &long)])
        .await;
    let heard = ear
        .expect(&["conversation.updated", "message.created"])
        .await;
    assert_eq!(heard[0].data["conversation"]["unread_count"], 2);
    assert_eq!(heard[1].data["message"]["text"], long.as_str());
    assert_eq!(heard[1].data["customer_id"], customer);
    assert_eq!(heard[1].data["conversation_id"], conversation);
}

#[tokio::test]
async fn what_becomes_of_a_message_is_told_on_the_message() {
    let test = TestApp::start().await;
    let line = test.line().await;
    let (_node, mut ear) = listening(&test, "").await;
    let (.., message) = met(&test, &line, &mut ear).await;
    let reaction = json!({"id": "wamid.r", "timestamp": (T + 1).to_string(), "type": "reaction",
        "reaction": {"message_id": "wamid.1", "emoji": "😍"}});
    line.receive(&noura(), vec![reaction]).await;
    let heard = ear.expect(&["message.updated"]).await;
    assert_eq!(heard[0].data["message"]["id"], message);
    assert_eq!(heard[0].data["message"]["reactions"][0]["emoji"], "😍");
    let edit = json!({"id": "wamid.e", "timestamp": (T + 2).to_string(), "type": "edit",
        "edit": {"original_message_id": "wamid.1",
            "message": {"type": "text", "text": {"body": "مرحبا!"}}}});
    line.receive(&noura(), vec![edit]).await;
    let heard = ear.expect(&["message.updated"]).await;
    assert_eq!(heard[0].data["message"]["text"], "مرحبا!");
    assert!(heard[0].data["message"].get("first_version").is_none());
    let revoke = json!({"id": "wamid.v", "timestamp": (T + 3).to_string(), "type": "revoke",
        "revoke": {"original_message_id": "wamid.1"}});
    line.receive(&noura(), vec![revoke]).await;
    let heard = ear.expect(&["message.updated"]).await;
    assert_eq!(heard[0].data["message"]["text"], Value::Null);
    assert_eq!(heard[0].data["message"]["payload"], json!({}));
}

#[tokio::test]
async fn statuses_are_told_even_those_that_came_first() {
    let test = TestApp::start().await;
    let line = test.line().await;
    let (_node, mut ear) = listening(&test, "?types=message.created,message.updated").await;
    let status = |status: &str, at: i64| {
        json!({"statuses": [{"id": "wamid.out", "status": status, "timestamp": at.to_string(),
            "recipient_id": "966501234567"}]})
    };
    line.deliver("messages", status("delivered", T + 2)).await;
    let echo = json!({"message_echoes": [{"from": "966112000000", "to": "966501234567",
        "id": "wamid.out", "timestamp": T.to_string(), "type": "text", "text": {"body": "جاهز"}}]});
    line.deliver("smb_message_echoes", echo).await;
    let heard = ear.expect(&["message.created"]).await;
    assert_eq!(heard[0].data["message"]["status"], "delivered");
    line.deliver("messages", status("sent", T + 1)).await; // late, and changes nothing
    line.deliver("messages", status("read", T + 3)).await;
    let heard = ear.expect(&["message.updated"]).await;
    assert_eq!(heard[0].data["message"]["status"], "read");
}

#[tokio::test]
async fn a_message_of_ours_is_told_from_queued_to_read() {
    let test = TestApp::start().await;
    let phones = Phones::around(&test).await;
    let noura = phones.person("نورة الفيصل", "966501234567");
    let conversation = phones.write(&test, noura, "السلام عليكم").await;
    let (_node, mut ear) = listening(&test, "?types=message.created,message.updated").await;
    let path = format!("/api/conversations/{conversation}/messages");
    let given = json!({"type": "text", "text": {"body": "الطلب جاهز 🌸"}});
    let given = test.api.post(&path, given).await.expect(201);
    let heard = ear.next().await;
    assert_eq!(
        (heard.name.as_str(), &heard.data["message"]["id"]),
        ("message.created", &given["id"])
    );
    // What happens in a moment may be told at once, and never backwards.
    let ranks = ["queued", "sent", "delivered", "read"];
    let rank = |heard: &Heard| {
        ranks
            .iter()
            .position(|rank| heard.data["message"]["status"] == *rank)
    };
    let mut last = rank(&heard);
    phones.settle(&test).await;
    while last < Some(2) {
        let heard = ear.next().await;
        assert_eq!(heard.name, "message.updated");
        assert!(rank(&heard) >= last, "{heard:?}");
        last = rank(&heard);
    }
}

#[tokio::test]
async fn the_teams_work_is_told() {
    let test = TestApp::start().await;
    let line = test.line().await;
    let (sara, _) = test.member("Sara", Role::Agent).await;
    let (_node, mut ear) = listening(&test, "").await;
    let (customer, conversation, _) = met(&test, &line, &mut ear).await;
    let thread = format!("/api/conversations/{conversation}");
    let changes = json!({"assignee_id": sara, "unread": false, "status": "pending"});
    test.api.patch(&thread, changes).await.expect(200);
    let heard = ear.expect(&["conversation.updated"]).await;
    let told = &heard[0].data["conversation"];
    assert_eq!(told["assignee_id"], sara.0);
    assert_eq!(
        (&told["unread_count"], &told["status"]),
        (&json!(0), &json!("pending"))
    );

    let note = json!({"text": "@Sara she asked for the blue one", "mention_ids": [sara]});
    let note = test
        .api
        .post(&format!("{thread}/notes"), note)
        .await
        .expect(201);
    let heard = ear
        .expect(&["conversation.updated", "message.created"])
        .await;
    assert_eq!(heard[1].data["message"], note);
    let note = format!("{thread}/notes/{}", note["id"]);
    test.api
        .patch(&note, json!({"text": "the red one"}))
        .await
        .expect(200);
    ear.expect(&["conversation.updated", "message.updated"])
        .await;
    test.api.delete(&note).await.expect(204);
    ear.expect(&["conversation.updated", "message.deleted"])
        .await;

    let person = format!("/api/customers/{customer}");
    let changes = json!({"email": "noura@example.com", "tags": ["vip"], "blocked": true});
    test.api.patch(&person, changes).await.expect(200);
    let heard = ear.expect(&["customer.updated"]).await;
    assert_eq!(
        heard[0].data["customer"],
        test.api.get(&person).await.expect(200)
    );
    let refusal = json!({"opted_out": true, "evidence": "STOP"});
    test.api
        .put(&format!("{person}/opted-out"), refusal)
        .await
        .expect(200);
    let heard = ear.expect(&["customer.updated"]).await;
    assert_eq!(heard[0].data["customer"]["opted_out"], true);
    test.api
        .post(&format!("{person}/notes"), json!({"body": "likes oud"}))
        .await
        .expect(201);
    ear.expect(&["customer.updated"]).await;
    let tags = test.api.get("/api/tags").await.expect(200);
    let tag = tags["items"][0]["id"].as_i64().expect("a tag");
    test.api
        .delete(&format!("{person}/tags/{tag}"))
        .await
        .expect(204);
    ear.expect(&["customer.updated"]).await;
    test.api
        .patch(&format!("/api/tags/{tag}"), json!({"name": "star"}))
        .await
        .expect(200);
    ear.expect(&["customers.changed"]).await;
    let other = json!({"phone_number": "+966551112222", "name": "Omar"});
    let other = test.api.post("/api/contacts", other).await.expect(201);
    let heard = ear.expect(&["customer.created"]).await;
    assert_eq!(heard[0].data["customer"]["name"], "Omar");
    let other = format!(
        "/api/contacts/{}",
        other["data"]["id"].as_str().expect("an id")
    );
    test.api.delete(&other).await.expect(200);
    ear.expect(&["customer.deleted"]).await;
    test.api.delete(&person).await.expect(204);
    let heard = ear
        .expect(&["conversation.deleted", "customer.deleted"])
        .await;
    assert_eq!(heard[1].data["customer_id"], customer);
}

#[tokio::test]
async fn very_many_changes_at_once_are_one() {
    let test = TestApp::start().await;
    let (_node, mut ear) = listening(&test, "").await;
    let mut tx = test.app.db.begin().await.expect("begin");
    for id in 1..=600 {
        let change = crate::db::Change::CustomerUpdated(crate::kernel::ids::CustomerId(id));
        tx.changed(test.workspace, change);
    }
    tx.commit().await.expect("commit");
    ear.expect(&["customers.changed"]).await;
}
