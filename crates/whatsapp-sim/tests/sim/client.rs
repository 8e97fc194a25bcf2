//! The simulator as our own Graph client sees it: every call of it works, and it understands the answers.

use std::time::Duration;

use serde_json::json;
use whatsapp::graph::{CallbackOverride, DEFAULT_VERSION, Error, Graph, Upload};
use whatsapp::outbound::{Content, Media, Message, Recipient};

use crate::world::{ANA, PHONE, TOKEN, WABA, World};

fn graph(world: &World) -> Graph {
    Graph::new(
        world.http.clone(),
        &world.base,
        DEFAULT_VERSION,
        TOKEN.into(),
    )
    .unwrap()
}

#[tokio::test]
async fn messages_and_files() {
    let world = World::new().await;
    let ana = world.ana_writes().await;
    let graph = graph(&world);
    let to = Recipient::Phone(ANA.into());
    let body = Message::text("hello").to_wire(&to, "job-1");
    let sent = graph.send(PHONE, &body).await.unwrap();
    assert_eq!(sent.wa_id.as_deref(), Some(ANA));
    let user_id = world.sim.person(ana).unwrap().user_ids["5001"].clone();
    let body = Message::text("hello").to_wire(&Recipient::UserId(user_id.clone()), "job-2");
    assert_eq!(
        graph.send(PHONE, &body).await.unwrap().user_id,
        Some(user_id)
    );

    let file = Upload {
        body: "pixels".into(),
        length: 6,
        mime_type: "image/png",
        filename: "a.png",
    };
    let id = graph.upload(PHONE, file).await.unwrap();
    let image = Message::new(Content::Image {
        image: Media::by_id(&id),
    });
    graph
        .send(PHONE, &image.to_wire(&to, "job-3"))
        .await
        .unwrap();
    let url = graph.media_url(&id, PHONE).await.unwrap();
    let mut download = graph.download(&url.url).await.unwrap();
    assert_eq!(download.chunk().await.unwrap().unwrap(), "pixels");
    graph.delete_media(&id, PHONE).await.unwrap();

    let theirs = world.sim.threads(ana).unwrap()[0].messages[0].wamid.clone();
    graph.mark_read(PHONE, &theirs, true).await.unwrap();
    let unknown = graph.mark_read(PHONE, "wamid.none", false).await;
    assert!(matches!(unknown, Err(Error::Refused(refusal)) if refusal.code == 131_009));
    assert_eq!(world.statuses().await.len(), 6);
}

#[tokio::test]
async fn templates() {
    let world = World::new().await;
    let graph = graph(&world);
    for n in 0..120 {
        let new = json!({"name": format!("t{n}"), "language": "en", "category": "UTILITY",
            "components": [{"type": "BODY", "text": "Your order is ready."}]});
        let created = graph.create_template(WABA, &new).await.unwrap();
        assert_eq!(created.status.as_deref(), Some("PENDING"));
    }
    world.sim.settled().await;
    let templates = graph.templates(WABA).await.unwrap();
    assert_eq!(templates.len(), 120);
    assert!(
        templates
            .iter()
            .all(whatsapp::template::Template::is_approved)
    );
    let id = templates[0].id.clone().unwrap();
    let one = graph.template(&id).await.unwrap().unwrap();
    assert_eq!(one.body_text(), Some("Your order is ready."));
    let changes = json!({"components": [{"type": "BODY", "text": "It is ready."}]});
    graph.edit_template(&id, &changes).await.unwrap();
    let name = one.name;
    graph.delete_template(WABA, &name, Some(&id)).await.unwrap();
    assert!(graph.template(&id).await.is_err());
}

#[tokio::test]
async fn accounts_profiles_and_blocks() {
    let world = World::new().await;
    world.ana_writes().await;
    let graph = graph(&world);
    graph.unsubscribe(WABA).await.unwrap();
    assert!(graph.subscribed_apps(WABA).await.unwrap().is_empty());
    let own = CallbackOverride {
        uri: &world.callback_url,
        verify_token: "verify-me",
    };
    graph.subscribe(WABA, Some(own)).await.unwrap();
    let apps = graph.subscribed_apps(WABA).await.unwrap();
    assert_eq!(
        apps[0].override_callback_uri.as_ref(),
        Some(&world.callback_url)
    );

    let update = json!({"about": "Open", "websites": ["https://example.com"]});
    let update = whatsapp::graph::ProfileUpdate::parse(&update).unwrap();
    graph.set_business_profile(PHONE, &update).await.unwrap();
    let profile = graph.business_profile(PHONE).await.unwrap();
    assert_eq!(profile.about.as_deref(), Some("Open"));
    assert_eq!(profile.websites, ["https://example.com"]);

    let ana = [Recipient::Phone(ANA.into())];
    assert_eq!(graph.block(PHONE, &ana).await.unwrap().done.len(), 1);
    assert_eq!(graph.unblock(PHONE, &ana).await.unwrap().done.len(), 1);
    world.travel(Duration::from_secs(2 * 86_400));
    let late = graph.block(PHONE, &ana).await.unwrap();
    assert_eq!((late.done.len(), late.failed.len()), (0, 1));
}
