//! What a business sends, and what comes back about it.

use serde_json::json;
use whatsapp_sim::{MessageState, NewPerson};

use crate::world::{ANA, PHONE, World, text};

#[tokio::test]
async fn a_text_is_sent_delivered_and_read() {
    let world = World::new().await;
    let ana = world.ana_writes().await;
    let mut body = text("Hello");
    body["biz_opaque_callback_data"] = "job-12".into();
    let sent = world.send(body).await;
    assert_eq!(sent.status, 200);
    assert_eq!(
        sent.body["contacts"],
        json!([{"input": format!("+{ANA}"), "wa_id": ANA}])
    );
    let wamid = sent.wamid();

    let (_, statuses) = world.told().await;
    let names: Vec<_> = statuses
        .iter()
        .map(|status| status.status.as_str().to_owned())
        .collect();
    assert_eq!(names, ["sent", "delivered"]);
    for status in &statuses {
        assert_eq!(status.wamid, wamid);
        assert_eq!(status.callback_data.as_deref(), Some("job-12"));
        assert_eq!(status.recipient_id.as_deref(), Some(ANA));
        assert!(
            status
                .recipient_user_id
                .as_deref()
                .is_some_and(|id| id.starts_with("SA."))
        );
        let pricing = status.pricing.as_ref().unwrap();
        assert_eq!(pricing.model.as_deref(), Some("PMP"));
        assert_eq!(pricing.category.as_deref(), Some("service"));
        assert_eq!(pricing.kind.as_deref(), Some("free_customer_service"));
    }
    assert_eq!(world.sim.read(ana, PHONE), Ok(1));
    let (_, statuses) = world.told().await;
    assert_eq!(statuses[0].status.as_str(), "read");
    assert_eq!(statuses[0].pricing, None);
    assert_eq!(world.sim.read(ana, PHONE), Ok(0));

    let threads = world.sim.threads(ana).unwrap();
    let states: Vec<_> = threads[0]
        .messages
        .iter()
        .map(|it| (it.from_business, it.state))
        .collect();
    assert_eq!(
        states,
        [(false, MessageState::Delivered), (true, MessageState::Read)]
    );
}

#[tokio::test]
async fn every_kind_of_message_is_taken() {
    let world = World::new().await;
    let ana = world.ana_writes().await;
    let hello = world.send(text("Hello")).await.wamid();
    let link = "https://example.com/file";
    let button = |id: &str| json!({"type": "reply", "reply": {"id": id, "title": id}});
    let bodies = [
        json!({"type": "image", "image": {"link": link, "caption": "c"}}),
        json!({"type": "video", "video": {"link": link}}),
        json!({"type": "audio", "audio": {"link": link, "voice": true}}),
        json!({"type": "document", "document": {"link": link, "filename": "a.pdf"}}),
        json!({"type": "sticker", "sticker": {"link": link}}),
        json!({"type": "location", "location": {"latitude": 24.7, "longitude": 46.7, "name": "Shop"}}),
        json!({"type": "contacts", "contacts": [{"name": {"formatted_name": "Bo B", "first_name": "Bo"}, "phones": [{"phone": "+15550188"}]}]}),
        json!({"type": "reaction", "reaction": {"message_id": hello, "emoji": "👍"}}),
        json!({"type": "text", "text": {"body": "quoting"}, "context": {"message_id": hello}}),
        json!({"type": "interactive", "interactive": {"type": "button", "body": {"text": "Ok?"}, "action": {"buttons": [button("yes"), button("no")]}}}),
        json!({"type": "interactive", "interactive": {"type": "list", "body": {"text": "Pick"}, "action": {"button": "Open", "sections": [{"title": "Days", "rows": [{"id": "1", "title": "Mon"}]}]}}}),
        json!({"type": "interactive", "interactive": {"type": "cta_url", "body": {"text": "See"}, "action": {"name": "cta_url", "parameters": {"display_text": "Open", "url": link}}}}),
        json!({"type": "interactive", "interactive": {"type": "flow", "body": {"text": "Fill"}, "action": {"name": "flow", "parameters": {"flow_message_version": "3", "flow_cta": "Go", "flow_id": "1", "flow_token": "t"}}}}),
        json!({"type": "interactive", "interactive": {"type": "location_request_message", "body": {"text": "Where?"}, "action": {"name": "send_location"}}}),
        json!({"type": "interactive", "interactive": {"type": "request_contact_info", "body": {"text": "Number?"}, "action": {"name": "request_contact_info"}}}),
    ];
    let count = bodies.len();
    for body in bodies {
        let reply = world.send(body.clone()).await;
        assert_eq!(reply.status, 200, "{body} {}", reply.body);
    }
    let statuses = world.statuses().await;
    // A reaction is only ever sent.
    assert_eq!(
        statuses.iter().filter(|it| *it == "sent").count(),
        count + 1
    );
    assert_eq!(
        statuses.iter().filter(|it| *it == "delivered").count(),
        count
    );
    let messages = &world.sim.threads(ana).unwrap()[0].messages;
    assert_eq!(messages[1].reaction_of_business.as_deref(), Some("👍"));
    assert_eq!(
        messages
            .iter()
            .filter(|it| it.reply_to.as_ref() == Some(&hello))
            .count(),
        1
    );
}

#[tokio::test]
async fn a_user_id_is_enough_and_numbers_show_once_known() {
    let world = World::new().await;
    let bo = world.person(NewPerson {
        name: "Bo".into(),
        number: Some("15550199".into()),
        username: Some("@bo.b".into()),
        ..NewPerson::default()
    });
    world.sim.text(bo, PHONE, "hi").unwrap();
    let (messages, _) = world.told().await;
    assert_eq!(messages[0].from, None);
    let user_id = messages[0].from_user_id.clone().unwrap();

    let to_id = json!({"messaging_product": "whatsapp", "recipient": user_id, "type": "text", "text": {"body": "hi"}});
    let sent = world
        .call("POST", &format!("/{PHONE}/messages"), Some(to_id))
        .await;
    assert_eq!(
        sent.body["contacts"],
        json!([{"input": user_id, "user_id": user_id}])
    );
    let (_, statuses) = world.told().await;
    assert_eq!(statuses.len(), 2);
    for status in statuses {
        assert_eq!(status.recipient_id, None);
        assert_eq!(status.recipient_user_id.as_ref(), Some(&user_id));
    }

    assert_eq!(world.send_to("+1 (555) 0199", text("hi")).await.status, 200);
    world.told().await;
    world.sim.text(bo, PHONE, "you know me").unwrap();
    let (messages, _) = world.told().await;
    assert_eq!(messages[0].from.as_deref(), Some("15550199"));
}

#[tokio::test]
async fn read_marks_reach_what_came_before() {
    let world = World::new().await;
    let ana = world.ana_writes().await;
    let second = world.sim.text(ana, PHONE, "still there?").unwrap();
    let third = world.sim.text(ana, PHONE, "hm").unwrap();
    let mark = |id: &str| json!({"messaging_product": "whatsapp", "status": "read", "message_id": id, "typing_indicator": {"type": "text"}});
    let path = format!("/v26.0/{PHONE}/messages");
    let mut events = world.sim.events();
    let reply = world.call("POST", &path, Some(mark(&second))).await;
    assert_eq!((reply.status, &reply.body["success"]), (200, &json!(true)));
    let mut names = Vec::new();
    while let Ok(event) = events.try_recv() {
        names.push(event.name);
    }
    assert_eq!(names, ["message_changed", "message_changed", "typing"]);
    let states: Vec<_> = world.sim.threads(ana).unwrap()[0]
        .messages
        .iter()
        .map(|it| it.state)
        .collect();
    assert_eq!(
        states,
        [
            MessageState::Read,
            MessageState::Read,
            MessageState::Delivered
        ]
    );
    assert_eq!(
        world
            .call("POST", &path, Some(mark("wamid.other")))
            .await
            .code(),
        (400, 131_009)
    );
    assert_eq!(
        world.call("POST", &path, Some(mark(&third))).await.status,
        200
    );
}

#[tokio::test]
async fn an_answer_to_an_advertisement_costs_nothing_for_three_days() {
    let world = World::new().await;
    let ana = world.ana();
    let mut saying = whatsapp_sim::Saying::to(
        PHONE,
        whatsapp_sim::Say::Text {
            body: "from ad".into(),
        },
    );
    saying.referral = Some(
        json!({"source_type": "ad", "source_id": "6", "source_url": "https://fb.me/x", "ctwa_clid": "c"}),
    );
    let message = world.says(ana, saying).await;
    assert_eq!(message.payload["referral"]["source_id"], "6");
    world.send(text("welcome")).await.wamid();
    let (_, statuses) = world.told().await;
    assert_eq!(
        statuses[0].pricing.as_ref().unwrap().kind.as_deref(),
        Some("free_entry_point")
    );
}
