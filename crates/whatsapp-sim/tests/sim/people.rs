//! What people do, and how the product reads it.

use serde_json::{Value, json};
use whatsapp::webhook::{ChangeKind, Content, MessageKind, PreferenceValue, SystemKind};
use whatsapp_sim::{AutoReply, ChangePerson, Choice, File, NewPerson, Say, Saying};

use crate::world::{ANA, PHONE, World, text};

#[tokio::test]
async fn words_places_cards_and_files_arrive() {
    let world = World::new().await;
    let ana = world.ana();
    let message = world
        .does(
            ana,
            Say::Text {
                body: "سلام / 👋 \"x\"\n".into(),
            },
        )
        .await;
    assert_eq!(message.kind, MessageKind::Text);
    assert_eq!(message.text.as_deref(), Some("سلام / 👋 \"x\"\n"));
    assert_eq!(message.from.as_deref(), Some(ANA));

    let file = || File {
        data: b"bytes".to_vec(),
        caption: Some("c".into()),
        filename: Some("a.pdf".into()),
        voice: true,
        animated: true,
        ..File::default()
    };
    let files: [(Say, MessageKind); 5] = [
        (Say::Image(file()), MessageKind::Image),
        (Say::Video(file()), MessageKind::Video),
        (Say::Audio(file()), MessageKind::Audio),
        (Say::Document(file()), MessageKind::Document),
        (Say::Sticker(file()), MessageKind::Sticker),
    ];
    for (say, kind) in files {
        let message = world.does(ana, say).await;
        assert_eq!(message.kind, kind);
        let media = message.media.unwrap();
        assert!(media.id.is_some() && media.mime_type.is_some() && media.url.is_some());
        assert_eq!(media.voice, kind == MessageKind::Audio);
        assert_eq!(media.animated, kind == MessageKind::Sticker);
        assert_eq!(media.filename.is_some(), kind == MessageKind::Document);
    }
    let place = Say::Location {
        latitude: 24.7,
        longitude: 46.7,
        name: Some("Shop".into()),
        address: None,
    };
    assert_eq!(world.does(ana, place).await.kind, MessageKind::Location);
    let cards = json!([{"name": {"formatted_name": "Bo"}, "phones": [{"phone": "+1 555 0188", "wa_id": "15550188", "type": "CELL"}]}]);
    assert_eq!(
        world
            .does(ana, Say::Contacts { contacts: cards })
            .await
            .kind,
        MessageKind::Contacts
    );
    let order = Say::Order {
        catalog_id: "5".into(),
        product_items: json!([{"product_retailer_id": "s", "quantity": 2, "item_price": 3.5, "currency": "USD"}]),
    };
    assert_eq!(world.does(ana, order).await.kind, MessageKind::Order);
    let poll = world
        .does(
            ana,
            Say::Unsupported {
                what: "poll".into(),
            },
        )
        .await;
    assert_eq!(poll.kind, MessageKind::Unsupported);
    assert_eq!(poll.errors[0].code, Some(131_051));
}

#[tokio::test]
async fn taps_rows_and_forms_come_back() {
    let world = World::new().await;
    let ana = world.ana_writes().await;
    let button =
        |id: &str, title: &str| json!({"type": "reply", "reply": {"id": id, "title": title}});
    let buttons = json!({"type": "interactive", "interactive": {"type": "button", "body": {"text": "Ok?"}, "action": {"buttons": [button("y", "Yes"), button("n", "No")]}}});
    let buttons = world.send(buttons).await.wamid();
    let list = json!({"type": "interactive", "interactive": {"type": "list", "body": {"text": "Pick"}, "action": {"button": "Open", "sections": [{"title": "Days", "rows": [{"id": "1", "title": "Mon", "description": "10-12"}]}]}}});
    let list = world.send(list).await.wamid();
    let form = json!({"type": "interactive", "interactive": {"type": "flow", "body": {"text": "Fill"}, "action": {"name": "flow", "parameters": {"flow_message_version": "3", "flow_cta": "Go", "flow_id": "1", "flow_token": "tok"}}}});
    let form = world.send(form).await.wamid();
    world.told().await;

    let tap = Say::Tap {
        message: buttons.clone(),
        choice: Choice::Named("No".into()),
    };
    let message = world.does(ana, tap).await;
    assert_eq!(message.reply_to.as_ref(), Some(&buttons));
    let said = |content: Content| match content {
        Content::Tap { id, title } => (id.unwrap_or_default(), title.unwrap_or_default()),
        other => panic!("{other:?}"),
    };
    assert_eq!(said(message.content), ("n".into(), "No".into()));
    let message = world
        .does(
            ana,
            Say::Tap {
                message: list,
                choice: Choice::Place(0),
            },
        )
        .await;
    assert_eq!(
        message.payload["interactive"]["list_reply"]["description"],
        "10-12"
    );
    assert_eq!(said(message.content), ("1".into(), "Mon".into()));

    let message = world
        .does(
            ana,
            Say::Form {
                message: form,
                answers: json!({"q": "1"}),
            },
        )
        .await;
    let Content::FormReply {
        fields: Some(fields),
        ..
    } = message.content
    else {
        panic!("{:?}", message.content)
    };
    assert_eq!(
        Value::Object(fields),
        json!({"q": "1", "flow_token": "tok"})
    );
    let nothing = Say::Tap {
        message: buttons,
        choice: Choice::Place(2),
    };
    assert!(world.sim.say(ana, Saying::to(PHONE, nothing)).is_err());
}

#[tokio::test]
async fn reactions_edits_and_deletions_change_what_was_there() {
    let world = World::new().await;
    let ana = world.ana_writes().await;
    let sent = world.send(text("Hello")).await.wamid();
    world.told().await;
    let react = |emoji: Option<&str>| Say::React {
        message: sent.clone(),
        emoji: emoji.map(str::to_owned),
    };
    let message = world.does(ana, react(Some("👍"))).await;
    assert!(matches!(
        message.content,
        Content::Reaction { emoji: Some(_), .. }
    ));
    let message = world.does(ana, react(None)).await;
    assert!(matches!(
        message.content,
        Content::Reaction { emoji: None, .. }
    ));

    let own = world.sim.text(ana, PHONE, "helo").unwrap();
    world.told().await;
    let message = world
        .does(
            ana,
            Say::Edit {
                message: own.clone(),
                body: "hello".into(),
            },
        )
        .await;
    assert_eq!(message.text.as_deref(), Some("hello"));
    assert!(matches!(message.content, Content::Edit { target, .. } if target == own));
    let message = world
        .does(
            ana,
            Say::Revoke {
                message: own.clone(),
            },
        )
        .await;
    assert!(matches!(message.content, Content::Revoke { target } if target == own));
    let thread = &world.sim.threads(ana).unwrap()[0];
    let last = thread.messages.last().unwrap();
    assert!(last.edited && last.revoked);
    let of_business = Say::Edit {
        message: sent,
        body: "x".into(),
    };
    assert!(world.sim.say(ana, Saying::to(PHONE, of_business)).is_err());

    let mut quoting = Saying::to(
        PHONE,
        Say::Text {
            body: "this one".into(),
        },
    );
    quoting.reply_to = Some(own.clone());
    assert_eq!(world.says(ana, quoting).await.reply_to, Some(own));
    let mut forwarded = Saying::to(PHONE, Say::Text { body: "fwd".into() });
    forwarded.forwarded = true;
    assert_eq!(
        world.says(ana, forwarded).await.payload["context"],
        json!({"forwarded": true})
    );
}

#[tokio::test]
async fn a_new_number_brings_a_new_user_id() {
    let world = World::new().await;
    let ana = world.ana_writes().await;
    let before = world.sim.person(ana).unwrap();
    world.sim.change_number(ana, "+966 50 000 0002").unwrap();
    let (messages, _) = world.told().await;
    let Content::System { kind, ids } = messages[0].content.clone() else {
        panic!("{:?}", messages[0])
    };
    assert_eq!(kind, SystemKind::NumberChanged);
    assert_eq!(ids.old_wa_id.as_deref(), Some(ANA));
    assert_eq!(ids.new_wa_id.as_deref(), Some("966500000002"));
    assert_eq!(ids.old_user_id.as_ref(), before.user_ids.get("5001"));
    let after = world.sim.person(ana).unwrap();
    assert_eq!(ids.new_user_id.as_ref(), after.user_ids.get("5001"));
    assert_ne!(ids.new_user_id, ids.old_user_id);
    // The old number is nobody's now.
    world.send(text("hello")).await.wamid();
    assert_eq!(world.statuses().await, ["failed 131026"]);
}

#[tokio::test]
async fn user_ids_can_change_alone() {
    let world = World::new().await;
    let ana = world.ana_writes().await;
    let before = world.sim.person(ana).unwrap().user_ids["5001"].clone();
    world.sim.change_user_id(ana).unwrap();
    let (messages, _) = world.told().await;
    let Content::System { kind, ids } = messages[0].content.clone() else {
        panic!("{:?}", messages[0])
    };
    assert_eq!(kind, SystemKind::UserIdChanged);
    let after = world.sim.person(ana).unwrap().user_ids["5001"].clone();
    assert_ne!(before, after);
    assert_eq!(
        (ids.old_user_id, ids.new_user_id),
        (Some(before), Some(after))
    );
    assert_eq!((ids.old_wa_id, ids.new_wa_id), (None, None));
    world.send(text("still you")).await.wamid();
    assert_eq!(world.statuses().await, ["sent", "delivered"]);
}

#[tokio::test]
async fn hidden_numbers_stay_hidden_when_they_change_and_can_be_shared() {
    let world = World::new().await;
    let bo = world.person(NewPerson {
        name: "Bo".into(),
        number: Some("15550199".into()),
        username: Some("bo".into()),
        ..NewPerson::default()
    });
    world.sim.text(bo, PHONE, "hi").unwrap();
    world.told().await;
    world.sim.change_number(bo, "15550200").unwrap();
    let bodies = world.callback.bodies.lock().unwrap().clone();
    assert!(bodies.iter().all(|body| !body.contains("1555019")));
    let (messages, _) = world.told().await;
    assert_eq!(messages[0].from, None);
    let message = world.does(bo, Say::ShareNumber).await;
    let Content::ContactRequestAnswer { phones } = message.content else {
        panic!("{:?}", message.content)
    };
    assert_eq!(phones[0].number().as_deref(), Some("15550200"));
    assert_eq!(message.from.as_deref(), Some("15550200"));
    let nobody = world.person(NewPerson {
        user_id: Some("SA.1".into()),
        ..NewPerson::default()
    });
    assert!(
        world
            .sim
            .say(nobody, Saying::to(PHONE, Say::ShareNumber))
            .is_err()
    );
    let message = world
        .does(
            nobody,
            Say::Text {
                body: "no number".into(),
            },
        )
        .await;
    assert_eq!(
        (message.from, message.from_user_id.as_deref()),
        (None, Some("SA.1"))
    );
}

#[tokio::test]
async fn marketing_is_stopped_and_resumed() {
    let world = World::new().await;
    let ana = world.ana();
    for (wanted, value) in [
        (false, PreferenceValue::Stop),
        (true, PreferenceValue::Resume),
    ] {
        world.sim.marketing(ana, PHONE, wanted).unwrap();
        world.sim.settled().await;
        let changes = world.take();
        let ChangeKind::UserPreferences(told) = &changes[0].kind else {
            panic!("{changes:?}")
        };
        assert_eq!(told.preferences[0].value, value);
        assert_eq!(told.preferences[0].wa_id.as_deref(), Some(ANA));
        assert_eq!(told.people[0].name.as_deref(), Some("Ana"));
    }
}

#[tokio::test]
async fn people_can_answer_and_read_by_themselves() {
    let world = World::new().await;
    let ana = world.ana_writes().await;
    let set = |auto_reply| ChangePerson {
        auto_reply: Some(auto_reply),
        auto_read: Some(true),
        ..ChangePerson::default()
    };
    world.sim.change_person(ana, set(AutoReply::Echo)).unwrap();
    world.send(text("ping")).await.wamid();
    let (messages, statuses) = world.told().await;
    assert_eq!(messages[0].text.as_deref(), Some("ping"));
    let names: Vec<_> = statuses.iter().map(|it| it.status.as_str()).collect();
    assert_eq!(names, ["sent", "delivered", "read"]);

    world
        .sim
        .change_person(ana, set(AutoReply::FirstButton))
        .unwrap();
    let button = json!({"type": "interactive", "interactive": {"type": "button", "body": {"text": "Ok?"}, "action": {"buttons": [{"type": "reply", "reply": {"id": "y", "title": "Yes"}}]}}});
    world.send(button).await.wamid();
    assert!(
        matches!(&world.told().await.0[0].content, Content::Tap { id: Some(id), .. } if id == "y")
    );
    world.send(text("nothing to tap")).await.wamid();
    assert!(world.told().await.0.is_empty());
}

#[tokio::test]
async fn a_phone_that_is_off_gets_its_messages_later() {
    let world = World::new().await;
    let ana = world.ana_writes().await;
    let online = |online| ChangePerson {
        online: Some(online),
        ..ChangePerson::default()
    };
    world.sim.change_person(ana, online(false)).unwrap();
    world.send(text("one")).await.wamid();
    assert_eq!(world.statuses().await, ["sent"]);
    world.sim.change_person(ana, online(true)).unwrap();
    assert_eq!(world.statuses().await, ["delivered"]);
}
