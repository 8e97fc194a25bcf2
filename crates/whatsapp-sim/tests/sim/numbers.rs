//! Numbers, profiles, block lists and tokens, also as our own Graph client reads them.

use std::time::Duration;

use serde_json::json;
use whatsapp::graph::{self, Graph};

use crate::world::{ANA, PHONE, TOKEN, WABA, World, text};

#[tokio::test]
async fn our_own_client_understands_the_answers() {
    let world = World::new().await;
    let graph = Graph::new(
        world.http.clone(),
        &world.base,
        graph::DEFAULT_VERSION,
        TOKEN.into(),
    )
    .unwrap();
    let health = graph.phone_number(PHONE).await.unwrap();
    assert_eq!(
        health.display_phone_number.as_deref(),
        Some("+966 11 200 0000")
    );
    assert_eq!(health.quality_rating.as_deref(), Some("GREEN"));
    assert_eq!(health.can_send_message.as_deref(), Some("AVAILABLE"));
    assert_eq!(health.throughput.as_deref(), Some("STANDARD"));
    let apps = graph.subscribed_apps(WABA).await.unwrap();
    assert_eq!(apps[0].id.as_deref(), Some("5001"));
    assert!(graph.phone_number("404").await.is_err());
}

#[tokio::test]
async fn numbers_are_listed_and_unknown_fields_refused() {
    let world = World::new().await;
    let list = world
        .call("GET", &format!("/{WABA}/phone_numbers"), None)
        .await;
    assert_eq!(list.body["data"][0]["id"], PHONE);
    let one = world
        .call("GET", &format!("/{PHONE}?fields=status,name_status"), None)
        .await;
    assert_eq!(
        one.body,
        json!({"id": PHONE, "status": "CONNECTED", "name_status": "APPROVED"})
    );
    assert_eq!(
        world
            .call("GET", &format!("/{PHONE}?fields=shoe_size"), None)
            .await
            .code(),
        (400, 100)
    );
    let account = world.call("GET", &format!("/{WABA}"), None).await;
    assert_eq!(account.body["id"], WABA);
    let token = world
        .call("GET", &format!("/debug_token?input_token={TOKEN}"), None)
        .await;
    assert_eq!(token.body["data"]["is_valid"], true);
    assert_eq!(
        token.body["data"]["granular_scopes"][0]["target_ids"],
        json!([WABA])
    );
    let by_app = world
        .call_with(
            "GET",
            "/debug_token?input_token=x",
            None,
            "5001|a-secret-of-the-app",
        )
        .await;
    assert_eq!(by_app.body["data"]["is_valid"], false);
}

#[tokio::test]
async fn a_profile_is_kept_within_its_limits() {
    let world = World::new().await;
    let path = format!("/{PHONE}/whatsapp_business_profile");
    let change = |about: String| json!({"messaging_product": "whatsapp", "about": about, "websites": ["https://e.x"], "vertical": "RETAIL"});
    assert_eq!(
        world
            .call("POST", &path, Some(change("a".repeat(140))))
            .await
            .code(),
        (400, 100)
    );
    assert_eq!(
        world
            .call("POST", &path, Some(change("Hello".into())))
            .await
            .status,
        200
    );
    let got = world
        .call("GET", &format!("{path}?fields=about,websites,email"), None)
        .await;
    let profile = &got.body["data"][0];
    assert_eq!(
        (&profile["about"], &profile["websites"][0]),
        (&json!("Hello"), &json!("https://e.x"))
    );
}

#[tokio::test]
async fn blocked_people_are_not_heard() {
    let world = World::new().await;
    let ana = world.ana_writes().await;
    let path = format!("/{PHONE}/block_users");
    let users =
        |user: &str| json!({"messaging_product": "whatsapp", "block_users": [{"user": user}]});
    assert_eq!(
        world
            .call("POST", &path, Some(users("+15550404")))
            .await
            .code(),
        (400, 139_100)
    );
    let done = world.call("POST", &path, Some(users(ANA))).await;
    assert_eq!(done.body["block_users"]["added_users"][0]["wa_id"], ANA);
    world.sim.text(ana, PHONE, "hello?").unwrap();
    assert!(world.told().await.0.is_empty());
    let list = world.call("GET", &path, None).await;
    assert_eq!(list.body["data"][0]["wa_id"], ANA);
    assert_eq!(
        world.call("DELETE", &path, Some(users(ANA))).await.status,
        200
    );
    world.sim.text(ana, PHONE, "hello?").unwrap();
    assert_eq!(world.told().await.0.len(), 1);
    world.travel(Duration::from_secs(86_401));
    assert_eq!(
        world.call("POST", &path, Some(users(ANA))).await.code(),
        (400, 139_100)
    );
    assert_eq!(world.send(text("x")).await.status, 200);
}
