//! Templates: created, reviewed, listed, sent, edited, deleted.

use std::time::Duration;

use serde_json::{Value, json};
use whatsapp::webhook::{ChangeKind, TemplateUpdate};
use whatsapp_sim::Say;

use crate::world::{PHONE, WABA, World};

fn template(name: &str, category: &str, body: &str) -> Value {
    json!({"name": name, "language": "en", "category": category, "components": [
        {"type": "BODY", "text": body, "example": {"body_text": [["Ana"]]}},
        {"type": "BUTTONS", "buttons": [{"type": "QUICK_REPLY", "text": "Stop"}, {"type": "QUICK_REPLY", "text": "More"}]},
    ]})
}

async fn create(world: &World, template: Value) -> String {
    let reply = world
        .call(
            "POST",
            &format!("/v25.0/{WABA}/message_templates"),
            Some(template),
        )
        .await;
    assert_eq!(
        (reply.status, &reply.body["status"]),
        (200, &json!("PENDING")),
        "{}",
        reply.body
    );
    reply.body["id"].as_str().unwrap().to_owned()
}

async fn updates(world: &World) -> Vec<TemplateUpdate> {
    world.sim.settled().await;
    let changes = world.take().into_iter();
    changes
        .map(|change| match change.kind {
            ChangeKind::TemplateUpdate(update) => *update,
            other => panic!("{other:?}"),
        })
        .collect()
}

fn send(name: &str, values: &[&str]) -> Value {
    let values: Vec<Value> = values
        .iter()
        .map(|text| json!({"type": "text", "text": text}))
        .collect();
    json!({"type": "template", "template": {"name": name, "language": {"code": "en"}, "components": [
        {"type": "body", "parameters": values},
        {"type": "button", "sub_type": "quick_reply", "index": "0", "parameters": [{"type": "payload", "payload": "STOP_ALL"}]},
    ]}})
}

#[tokio::test]
async fn a_review_approves_rejects_and_recategorises() {
    let world = World::new().await;
    let id = create(
        &world,
        template("hello_you", "UTILITY", "Hello {{1}}, your order is ready."),
    )
    .await;
    let told = updates(&world).await;
    assert_eq!(told[0].event.as_deref(), Some("APPROVED"));
    assert_eq!(told[0].template_id.as_deref(), Some(id.as_str()));
    create(
        &world,
        template("please_reject", "UTILITY", "Hello {{1}}, you."),
    )
    .await;
    assert_eq!(updates(&world).await[0].event.as_deref(), Some("REJECTED"));
    create(
        &world,
        template("sneaky", "UTILITY", "Hello {{1}}, 20% off and a discount!"),
    )
    .await;
    let told = updates(&world).await;
    assert_eq!(told[0].previous_category.as_deref(), Some("UTILITY"));
    assert_eq!(told[0].category.as_deref(), Some("MARKETING"));
    assert_eq!(told[1].event.as_deref(), Some("APPROVED"));

    let path = format!("/v25.0/{WABA}/message_templates");
    let same = world
        .call(
            "POST",
            &path,
            Some(template("sneaky", "UTILITY", "Hello {{1}} you.")),
        )
        .await;
    assert_eq!(same.body["error"]["error_subcode"], 2_388_024);
    for bad in [
        template("Bad Name", "UTILITY", "Hello {{1}} you."),
        template("edge", "UTILITY", "{{1}}"),
        template("odd", "GOSSIP", "Hello {{1}} you."),
        json!({"name": "no_body", "language": "en", "category": "UTILITY", "components": []}),
    ] {
        let reply = world.call("POST", &path, Some(bad.clone())).await;
        assert_eq!(reply.code(), (400, 100), "{bad}");
    }
}

#[tokio::test]
async fn a_template_reaches_people_outside_of_the_window_and_its_buttons_come_back() {
    let world = World::new().await;
    let ana = world.ana();
    create(
        &world,
        template("hello_you", "MARKETING", "Hello {{1}}, you."),
    )
    .await;
    assert_eq!(
        world.send(send("hello_you", &[])).await.code(),
        (400, 132_000)
    );
    assert_eq!(
        world.send(send("hello_you", &["a", "b"])).await.code(),
        (400, 132_000)
    );
    assert_eq!(
        world.send(send("hello_you", &["a\nb"])).await.code(),
        (400, 132_018)
    );
    assert_eq!(
        world.send(send("other", &["a"])).await.code(),
        (404, 132_001)
    );
    updates(&world).await;

    let sent = world.send(send("hello_you", &["Ana"])).await;
    assert_eq!(sent.body["messages"][0]["message_status"], "accepted");
    let (_, statuses) = world.told().await;
    assert_eq!(statuses.len(), 2);
    let price = statuses[0].pricing.clone().unwrap();
    assert_eq!(
        (price.category.as_deref(), price.kind.as_deref()),
        (Some("marketing"), Some("regular"))
    );
    let shown = world.sim.threads(ana).unwrap()[0].messages[0]
        .shown
        .clone()
        .unwrap();
    assert_eq!(shown["body"], "Hello Ana, you.");
    let tap = Say::Tap {
        message: sent.wamid(),
        choice: Default::default(),
    };
    let message = world.does(ana, tap).await;
    assert_eq!(
        message.payload["button"],
        json!({"payload": "STOP_ALL", "text": "Stop"})
    );

    world.sim.marketing(ana, PHONE, false).unwrap();
    world.told().await;
    world.send(send("hello_you", &["Ana"])).await.wamid();
    assert_eq!(world.statuses().await, ["failed 131050"]);
}

#[tokio::test]
async fn templates_are_listed_in_pages_and_deleted_by_name() {
    let world = World::new().await;
    let mut ids = Vec::new();
    for n in 0..5 {
        ids.push(
            create(
                &world,
                template(&format!("t{n}"), "UTILITY", "Hello {{1}}, you."),
            )
            .await,
        );
    }
    world.sim.settled().await;
    let path = format!("/v25.0/{WABA}/message_templates");
    let (mut after, mut names) = (String::new(), Vec::new());
    loop {
        let page = world
            .call(
                "GET",
                &format!("{path}?limit=2&fields=name,status&after={after}"),
                None,
            )
            .await;
        let data = page.body["data"].as_array().unwrap().clone();
        assert!(
            data.iter()
                .all(|it| it["status"] == "APPROVED" && it.get("components").is_none())
        );
        names.extend(
            data.iter()
                .map(|it| it["name"].as_str().unwrap().to_owned()),
        );
        if page.body["paging"].get("next").is_none() {
            break;
        }
        after = page.body["paging"]["cursors"]["after"]
            .as_str()
            .unwrap()
            .to_owned();
    }
    names.sort();
    assert_eq!(names, ["t0", "t1", "t2", "t3", "t4"]);
    assert_eq!(
        world
            .call("GET", &format!("{path}?after=bm9uZQ"), None)
            .await
            .code(),
        (400, 131_059)
    );
    assert_eq!(
        world
            .call("GET", &format!("{path}?fields=nonsense"), None)
            .await
            .code(),
        (400, 100)
    );
    let one = world.call("GET", &format!("{path}?name=t3"), None).await;
    assert_eq!(one.body["data"].as_array().unwrap().len(), 1);

    let edit = json!({"components": [{"type": "BODY", "text": "Bye {{1}}, you.", "example": {"body_text": [["Ana"]]}}]});
    assert_eq!(
        world
            .call("POST", &format!("/{}", ids[0]), Some(edit.clone()))
            .await
            .status,
        200
    );
    world.sim.settled().await;
    assert_eq!(
        world
            .call("POST", &format!("/{}", ids[0]), Some(edit))
            .await
            .body["error"]["error_subcode"],
        2_388_108
    );
    let got = world.call("GET", &format!("/{}", ids[0]), None).await;
    assert_eq!(got.body["components"][0]["text"], "Bye {{1}}, you.");

    assert_eq!(
        world
            .call("DELETE", &format!("{path}?name=t1"), None)
            .await
            .status,
        200
    );
    assert_eq!(
        world
            .call("DELETE", &format!("{path}?name=t1"), None)
            .await
            .status,
        400
    );
    assert_eq!(
        world
            .call("DELETE", &format!("{path}?name=t2&hsm_id={}", ids[2]), None)
            .await
            .status,
        200
    );
    let told = updates(&world).await;
    assert_eq!(told.last().unwrap().event.as_deref(), Some("DELETED"));
    let again = world
        .call(
            "POST",
            &path,
            Some(template("t1", "UTILITY", "Hello {{1}}, you.")),
        )
        .await;
    assert_eq!(again.body["error"]["error_subcode"], 2_388_023);
    world.travel(Duration::from_secs(31 * 86_400));
    create(&world, template("t1", "UTILITY", "Hello {{1}}, you.")).await;
}

#[tokio::test]
async fn paused_templates_cannot_be_sent() {
    let world = World::new().await;
    world.ana();
    let id = create(
        &world,
        template("hello_you", "UTILITY", "Hello {{1}}, you."),
    )
    .await;
    updates(&world).await;
    for (status, code) in [("PAUSED", 132_015), ("DISABLED", 132_016)] {
        world.sim.set_template_status(&id, status).unwrap();
        assert_eq!(
            world.send(send("hello_you", &["Ana"])).await.code(),
            (400, code)
        );
    }
    let told = updates(&world).await;
    assert_eq!(told[0].event.as_deref(), Some("PAUSED"));
}
