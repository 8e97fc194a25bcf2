//! What Meta refuses, with the code and status it refuses it with.

use std::time::Duration;

use serde_json::json;
use whatsapp_sim::config::{ClosedWindow, Strangers};
use whatsapp_sim::{Behaviour, Chances};

use crate::world::{ANA, PHONE, TOKEN, World, text};

#[tokio::test]
async fn tokens_and_objects_are_checked_first() {
    let world = World::new().await;
    let path = format!("/v25.0/{PHONE}/messages");
    for token in ["", "wrong"] {
        let reply = world.call_with("POST", &path, Some(text("x")), token).await;
        assert_eq!(reply.code(), (401, 190));
        let error = &reply.body["error"];
        assert_eq!(error["type"], "OAuthException");
        assert!(error["fbtrace_id"].is_string());
    }
    let reply = world
        .call_with("POST", "/v25.0/12345/messages", Some(text("x")), TOKEN)
        .await;
    assert_eq!(reply.code(), (400, 100));
    assert_eq!(reply.body["error"]["error_subcode"], 33);
    assert_eq!(
        world.call("POST", "/v25.0/a/b/c/d", None).await.code(),
        (400, 2_500)
    );
}

#[tokio::test]
async fn bad_messages_are_refused() {
    let world = World::new().await;
    world.ana_writes().await;
    let interactive = |title: String| json!({"type": "interactive", "interactive": {"type": "button", "body": {"text": "?"}, "action": {"buttons": [{"type": "reply", "reply": {"id": "a", "title": title}}]}}});
    let cases = [
        (text(&"x".repeat(4097)), 100),
        (text(""), 131_008),
        (
            json!({"type": "image", "image": {"link": "https://e.x/a", "caption": "c".repeat(1025)}}),
            100,
        ),
        (json!({"type": "image", "image": {"id": "404"}}), 100),
        (json!({"type": "poll", "poll": {}}), 100),
        (interactive("t".repeat(21)), 131_009),
        (
            json!({"type": "interactive", "interactive": {"type": "button", "body": {"text": "?"}, "action": {"buttons": []}}}),
            131_009,
        ),
        (
            json!({"type": "reaction", "reaction": {"message_id": "wamid.none", "emoji": "👍"}}),
            131_009,
        ),
        (
            json!({"type": "template", "template": {"name": "none", "language": {"code": "en"}}}),
            132_001,
        ),
        (
            json!({"type": "text", "text": {"body": "x"}, "biz_opaque_callback_data": "d".repeat(513)}),
            100,
        ),
        (
            json!({"type": "text", "text": {"body": "x"}, "recipient_type": "group"}),
            131_041,
        ),
    ];
    for (body, code) in cases {
        let reply = world.send(body.clone()).await;
        assert_eq!(reply.code().1, code, "{body} {}", reply.body);
        assert!(reply.status >= 400);
    }
    let mut no_product = text("x");
    no_product["to"] = ANA.into();
    let path = format!("/{PHONE}/messages");
    assert_eq!(
        world.call("POST", &path, Some(no_product)).await.code(),
        (400, 100)
    );
    assert_eq!(world.send_to("", text("x")).await.code(), (400, 100));
    let user_id = world.send_to("SA.1234567", text("x")).await;
    assert_eq!(user_id.code(), (400, 131_009));
    let unknown = json!({"messaging_product": "whatsapp", "recipient": "SA.404", "type": "text", "text": {"body": "x"}});
    assert_eq!(
        world.call("POST", &path, Some(unknown)).await.code(),
        (400, 100)
    );
    assert!(world.statuses().await.is_empty());
    assert_eq!(world.sim.ledger().sends.len(), 0);
}

#[tokio::test]
async fn nobody_writes_to_themselves_or_to_strangers() {
    let world = World::new().await;
    assert_eq!(
        world.send_to("+966 11 200 0000", text("me")).await.code(),
        (400, 131_021)
    );
    assert_eq!(world.send_to("+15550404", text("who?")).await.status, 200);
    assert_eq!(world.statuses().await, ["failed 131026"]);

    let behaviour = Behaviour {
        strangers: Strangers::AppearWhenWrittenTo,
        closed_window: ClosedWindow::ApiError,
        ..Behaviour::default()
    };
    world.sim.set_behaviour(behaviour);
    assert_eq!(
        world.send_to("+15550404", text("who?")).await.code(),
        (400, 131_047)
    );
    assert_eq!(world.sim.people().len(), 1);
}

#[tokio::test]
async fn the_window_closes_after_a_day() {
    let world = World::new().await;
    let ana = world.ana();
    assert_eq!(world.send(text("early")).await.status, 200);
    let (_, statuses) = world.told().await;
    assert_eq!(statuses[0].errors[0].code, Some(131_047));
    assert_eq!(statuses[0].recipient_id.as_deref(), Some(ANA));
    assert_eq!(statuses[0].recipient_user_id, None);

    world.sim.text(ana, PHONE, "hi").unwrap();
    world.travel(Duration::from_secs(86_400 - 1));
    world.told().await;
    world.send(text("in time")).await.wamid();
    assert_eq!(world.statuses().await, ["sent", "delivered"]);
    world.travel(Duration::from_secs(2));
    world.send(text("too late")).await.wamid();
    assert_eq!(world.statuses().await, ["failed 131047"]);
    let react = whatsapp_sim::Say::React {
        message: world.sim.threads(ana).unwrap()[0].messages[0].wamid.clone(),
        emoji: Some("👍".into()),
    };
    world.does(ana, react).await;
    world.send(text("a reaction opens nothing")).await.wamid();
    assert_eq!(world.statuses().await, ["failed 131047"]);
}

#[tokio::test]
async fn a_pair_has_its_pace() {
    let world = World::new().await;
    world.ana_writes().await;
    for n in 0..45 {
        assert_eq!(world.send(text("x")).await.status, 200, "{n}");
    }
    assert_eq!(world.send(text("x")).await.code(), (400, 131_056));
    world.travel(Duration::from_secs(6));
    assert_eq!(world.send(text("x")).await.status, 200);
    assert_eq!(world.send(text("x")).await.code(), (400, 131_056));
    let behaviour = Behaviour {
        pair_limit: false,
        ..Behaviour::default()
    };
    world.sim.set_behaviour(behaviour);
    assert_eq!(world.send(text("x")).await.status, 200);
}

#[tokio::test]
async fn a_number_carries_so_many_messages_a_second() {
    let world = World::new().await;
    for n in 0..80 {
        let to = format!("+1555{n:04}");
        assert_eq!(world.send_to(&to, text("x")).await.status, 200, "{n}");
    }
    assert_eq!(
        world.send_to("+15559999", text("x")).await.code(),
        (429, 130_429)
    );
    world.travel(Duration::from_secs(1));
    assert_eq!(world.send_to("+15559999", text("x")).await.status, 200);
}

#[tokio::test]
async fn people_who_block_or_are_not_there_are_not_reached() {
    let world = World::new().await;
    let ana = world.ana_writes().await;
    world.sim.block(ana, PHONE, true).unwrap();
    world.send(text("hello?")).await.wamid();
    assert_eq!(world.statuses().await, ["failed 131026"]);
    assert!(world.sim.text(ana, PHONE, "no").is_err());
    world.sim.block(ana, PHONE, false).unwrap();
    let chances = Chances {
        not_on_whatsapp: 1.0,
        ..Chances::default()
    };
    world.sim.set_behaviour(Behaviour {
        chances,
        ..Behaviour::default()
    });
    world.send(text("hello?")).await.wamid();
    assert_eq!(world.statuses().await, ["failed 131026"]);
}
