//! Media: uploaded, sent, fetched, forgotten.

use std::time::Duration;

use serde_json::{Value, json};
use whatsapp_sim::{File, Say};

use crate::world::{PHONE, TOKEN, World};

async fn upload(world: &World, mime_type: &str, bytes: &str) -> (u16, Value) {
    let body = format!(
        "--b\r\nContent-Disposition: form-data; name=\"messaging_product\"\r\n\r\nwhatsapp\r\n\
         --b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\nContent-Type: {mime_type}\r\n\r\n{bytes}\r\n--b--\r\n"
    );
    let answer = world
        .http
        .post(format!("{}/v25.0/{PHONE}/media", world.base))
        .bearer_auth(TOKEN)
        .header("content-type", "multipart/form-data; boundary=b")
        .body(body)
        .send()
        .await
        .unwrap();
    (
        answer.status().as_u16(),
        serde_json::from_str(&answer.text().await.unwrap()).unwrap(),
    )
}

#[tokio::test]
async fn an_upload_can_be_sent_resolved_and_deleted() {
    let world = World::new().await;
    world.ana_writes().await;
    let (status, answer) = upload(&world, "image/png", "pixels").await;
    assert_eq!(status, 200);
    let id = answer["id"].as_str().unwrap().to_owned();
    let sent = world
        .send(json!({"type": "image", "image": {"id": id}}))
        .await;
    assert_eq!(sent.status, 200);

    let resolved = world
        .call("GET", &format!("/v25.0/{id}?phone_number_id={PHONE}"), None)
        .await;
    assert_eq!(resolved.body["mime_type"], "image/png");
    assert_eq!(resolved.body["file_size"], 6);
    let url = resolved.body["url"].as_str().unwrap().to_owned();
    let fetch = |token: &'static str| world.http.get(&url).bearer_auth(token).send();
    let answer = fetch(TOKEN).await.unwrap();
    assert_eq!(answer.headers()["content-type"], "image/png");
    assert_eq!(answer.bytes().await.unwrap(), "pixels");
    assert_eq!(fetch("wrong").await.unwrap().status(), 401);
    world.travel(Duration::from_secs(301));
    assert_eq!(fetch(TOKEN).await.unwrap().status(), 404);

    assert_eq!(
        world.call("DELETE", &format!("/{id}"), None).await.status,
        200
    );
    assert_eq!(
        world.call("GET", &format!("/{id}"), None).await.code(),
        (400, 100)
    );
}

#[tokio::test]
async fn bad_uploads_are_refused() {
    let world = World::new().await;
    assert_eq!(upload(&world, "image/gif", "x").await.0, 400);
    assert_eq!(upload(&world, "image/png", "").await.0, 400);
    let large = "x".repeat(4_000_000);
    assert_eq!(upload(&world, "application/pdf", &large).await.0, 200);
    let big = "x".repeat(5_000_001);
    let refused = upload(&world, "image/jpeg", &big).await.1;
    let message = refused["error"]["message"].as_str().unwrap();
    assert!(message.contains("too large"), "{message}");
}

#[tokio::test]
async fn files_of_people_can_be_fetched_for_a_week() {
    let world = World::new().await;
    let ana = world.ana();
    let file = File {
        data: b"%PDF".to_vec(),
        filename: Some("a.pdf".into()),
        ..File::default()
    };
    let media = world.does(ana, Say::Document(file)).await.media.unwrap();
    let id = media.id.unwrap();
    let answer = world
        .http
        .get(media.url.unwrap())
        .bearer_auth(TOKEN)
        .send()
        .await
        .unwrap();
    assert_eq!(answer.bytes().await.unwrap(), "%PDF");
    world.travel(Duration::from_secs(7 * 86_400));
    assert_eq!(
        world.call("GET", &format!("/{id}"), None).await.code(),
        (400, 100)
    );
}
