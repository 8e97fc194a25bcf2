//! How webhooks travel: shaken hands, order, repetition, aggregation.

use std::sync::atomic::Ordering;
use std::time::Duration;

use serde_json::json;
use whatsapp::webhook::ChangeKind;
use whatsapp_sim::{Behaviour, NewPerson};

use crate::world::{PHONE, WABA, World, text};

#[tokio::test]
async fn a_callback_must_know_the_verify_token() {
    let world = World::new().await;
    let good = world
        .sim
        .set_callback("5001", world.callback_url.clone(), "verify-me".into())
        .await
        .unwrap();
    assert!(good.verified);
    let bad = world
        .sim
        .set_callback("5001", world.callback_url.clone(), "guess".into())
        .await
        .unwrap();
    assert_eq!((bad.verified, bad.http_status), (false, Some(403)));
    let nobody = world
        .sim
        .set_callback("5001", "http://127.0.0.1:9/".into(), "x".into())
        .await
        .unwrap();
    assert_eq!((nobody.verified, nobody.http_status), (false, None));
    // The address that was verified is still in use.
    world.ana_writes().await;
    assert_eq!(world.sim.summary().inbound_unacknowledged, 0);

    let over =
        |token: &str| json!({"override_callback_uri": world.callback_url, "verify_token": token});
    let path = format!("/{WABA}/subscribed_apps");
    assert_eq!(
        world.call("POST", &path, Some(over("guess"))).await.code(),
        (400, 2_200)
    );
    assert_eq!(
        world
            .call("POST", &path, Some(over("verify-me")))
            .await
            .status,
        200
    );
    let list = world.call("GET", &path, None).await;
    assert_eq!(
        list.body["data"][0]["override_callback_uri"],
        world.callback_url
    );
}

#[tokio::test]
async fn nothing_comes_without_a_subscription() {
    let world = World::new().await;
    let ana = world.ana();
    let path = format!("/v25.0/{WABA}/subscribed_apps");
    assert_eq!(world.call("DELETE", &path, None).await.status, 200);
    assert_eq!(world.call("GET", &path, None).await.body["data"], json!([]));
    world.sim.text(ana, PHONE, "unheard").unwrap();
    assert!(world.told().await.0.is_empty());
    assert!(world.sim.ledger().inbound[0].webhook.unsent);
    assert_eq!(world.call("POST", &path, None).await.status, 200);
    world.sim.text(ana, PHONE, "heard").unwrap();
    assert_eq!(world.told().await.0.len(), 1);
}

#[tokio::test]
async fn a_webhook_is_repeated_until_it_is_taken_and_the_order_is_kept() {
    let behaviour = Behaviour {
        retry_gaps_ms: vec![0, 1_000, 60_000],
        ..Behaviour::default()
    };
    let world = World::with(behaviour).await;
    let ana = world.ana();
    world.callback.fail.store(3, Ordering::SeqCst);
    for body in ["one", "two", "three"] {
        world.sim.text(ana, PHONE, body).unwrap();
    }
    // Once, at once again, after a second, after a minute.
    let minute = Duration::from_secs(60);
    world
        .skip_until(minute, |world| {
            world.sim.summary().inbound_unacknowledged == 0
        })
        .await;
    let (messages, _) = world.told().await;
    let words: Vec<_> = messages
        .iter()
        .filter_map(|it| it.text.as_deref())
        .collect();
    assert_eq!(words, ["one", "two", "three"]);
    let ledger = world.sim.ledger();
    assert_eq!(ledger.inbound[0].webhook.attempts, 4);
    assert_eq!(ledger.inbound[0].webhook.acknowledged, 1);
}

#[tokio::test]
async fn several_updates_can_share_a_post() {
    let behaviour = Behaviour {
        updates_per_webhook: 100,
        sent_ms: 1_000,
        throughput_limit: false,
        ..Behaviour::default()
    };
    let world = World::with(behaviour).await;
    for n in 0..50 {
        let number = format!("1555{n:04}");
        world.person(NewPerson {
            name: number.clone(),
            number: Some(number.clone()),
            ..NewPerson::default()
        });
        world
            .send_to(&format!("+{number}"), text("x"))
            .await
            .wamid();
    }
    world.travel(Duration::from_secs(1));
    assert_eq!(world.statuses().await.len(), 50);
    let posts = world.callback.bodies.lock().unwrap().len();
    assert!(posts < 50, "{posts}");
}

#[tokio::test]
async fn news_about_an_account_can_be_told() {
    let world = World::new().await;
    let value = json!({"event": "ACCOUNT_VIOLATION", "violation_info": {"violation_type": "SPAM"}});
    world.sim.notify(WABA, "account_update", &value).unwrap();
    world.sim.settled().await;
    let changes = world.take();
    assert!(
        matches!(&changes[0].kind, ChangeKind::AccountUpdate(update) if update.violation_type.as_deref() == Some("SPAM"))
    );
    assert!(changes[0].time.is_some());
}
