//! What customers send.

use std::time::Duration;

use super::*;
use crate::kernel::clock::{DAY, SECOND};

#[tokio::test]
async fn a_picture_is_fetched_and_shown() {
    let (test, _, phone) = start().await;
    phone.sends(Say::Image, jpeg(picture(640, 400))).await;
    let waiting = file(&test.api).await;
    assert_eq!(
        (&waiting["state"], &waiting["id"], &waiting["url"]),
        (&json!("waiting"), &json!(null), &json!(null))
    );
    assert_eq!(test.run_jobs().await, 1);
    let ready = file(&test.api).await;
    assert_eq!(ready["state"], "ready");
    assert_eq!(ready["mime_type"], "image/png");
    assert_eq!(
        (&ready["width"], &ready["height"]),
        (&json!(640), &json!(400))
    );
    assert_eq!(ready["bytes"], picture(640, 400).len());
    assert_eq!(stored(&test).len(), 1);

    let url = ready["url"].as_str().expect("a url");
    let reply = get(&test, url, &[]).await;
    assert_eq!(reply.status, 200);
    assert_eq!(reply.bytes, picture(640, 400));
    assert_eq!(count(&test, "jobs").await, 0);
}

#[tokio::test]
async fn documents_keep_a_name_that_cannot_do_harm() {
    let (test, _, phone) = start().await;
    let document = File {
        data: b"%PDF-1.7 \xd9\x81".to_vec(),
        filename: Some("../../etc/فاتورة\u{202e}fdp.pdf".into()),
        ..File::default()
    };
    phone.sends(Say::Document, document).await;
    test.run_jobs().await;
    let file = file(&test.api).await;
    assert_eq!(file["filename"], "فاتورةfdp.pdf");
    assert_eq!(file["mime_type"], "application/pdf");
    assert_eq!(file["thumbnail_url"], json!(null));
    assert_eq!(file["width"], json!(null));
}

#[tokio::test]
async fn the_same_content_is_stored_once_and_a_webhook_twice_changes_nothing() {
    let (test, _, phone) = start().await;
    let message = phone.makes(Say::Image, jpeg(picture(9, 9)));
    phone.delivers(message.clone()).await;
    phone.delivers(message).await;
    phone.sends(Say::Image, jpeg(picture(9, 9))).await;
    assert_eq!(test.run_jobs().await, 2);
    assert_eq!(count(&test, "media").await, 2);
    assert_eq!(stored(&test).len(), 1);
    let ids: Vec<Value> = messages(&test.api).await;
    assert_ne!(ids[0]["media"]["id"], ids[1]["media"]["id"]);
}

#[tokio::test]
async fn a_large_film_passes_through() {
    let (test, _, phone) = start().await;
    let film: Vec<u8> = (0..9_000_000_u32).map(|byte| (byte % 251) as u8).collect();
    let video = File {
        data: film.clone(),
        ..File::default()
    };
    phone.sends(Say::Video, video).await;
    test.run_jobs().await;
    let file = file(&test.api).await;
    assert_eq!(
        (&file["state"], &file["bytes"]),
        (&json!("ready"), &json!(9_000_000))
    );
    let reply = get(&test, file["url"].as_str().expect("a url"), &[]).await;
    assert!(reply.bytes == film, "every byte is where it was");
}

#[tokio::test]
async fn what_arrives_damaged_is_fetched_again_and_fails_in_the_end() {
    let (test, _, phone) = start().await;
    let mut message = phone.makes(Say::Image, jpeg(picture(9, 9)));
    let other = phone.makes(Say::Image, jpeg(picture(8, 8)));
    message["image"]["sha256"] = other["image"]["sha256"].clone();
    phone.delivers(message).await;
    assert_eq!(test.run_jobs().await, 1);
    assert_eq!(
        file(&test.api).await["state"],
        "waiting",
        "it is tried again"
    );
    let waits = test.api.get("/api/jobs?state=ready").await.expect(200);
    let problem = waits["items"][0]["problem"].as_str().expect("a problem");
    assert!(problem.contains("checksum"), "{problem}");
    for attempt in 2..=30 {
        test.app.clock.advance(4_400 * SECOND);
        assert_eq!(test.run_jobs().await, 1, "attempt {attempt}");
    }
    let failed = file(&test.api).await;
    assert_eq!(
        (&failed["state"], &failed["problem"]),
        (&json!("failed"), &json!(problem))
    );
    assert_eq!(stored(&test), [""; 0], "nothing of it is left");

    // A person has it tried again once the cause is gone.
    let dead = test.api.get("/api/jobs").await.expect(200);
    assert_eq!(dead["items"][0]["kind"], "conversations.fetch_media");
    sql("UPDATE jobs SET payload = $1")
        .bind(
            json!({"message_id": dead["items"][0]["payload"]["message_id"],
            "account_id": dead["items"][0]["payload"]["account_id"],
            "media_id": dead["items"][0]["payload"]["media_id"]}),
        )
        .run(&test.app.db)
        .await
        .expect("mended");
    let path = format!("/api/jobs/{}/retry", dead["items"][0]["id"]);
    test.api.post(&path, json!({})).await.expect(200);
    test.run_jobs().await;
    assert_eq!(file(&test.api).await["state"], "ready");
    assert_eq!(count(&test, "media").await, 1);
}

#[tokio::test]
async fn what_whatsapp_forgot_is_expired() {
    let (test, _, phone) = start().await;
    phone.sends(Say::Image, jpeg(picture(9, 9))).await;
    phone.sim.advance(Duration::from_secs(8 * 86_400));
    test.app.clock.advance(8 * DAY);
    assert_eq!(
        file(&test.api).await["state"],
        "expired",
        "nobody could fetch it"
    );
    assert_eq!(test.run_jobs().await, 1);
    let expired = file(&test.api).await;
    assert_eq!(expired["state"], "expired");
    assert_eq!(count(&test, "jobs").await, 0, "it is not asked for again");

    // An unknown id of a new message is worth a look.
    let mut message = phone.makes(Say::Image, jpeg(picture(9, 9)));
    message["image"]["id"] = "404".into();
    message["timestamp"] = json!((test.app.clock.now().0 / SECOND).to_string());
    phone.delivers(message).await;
    assert_eq!(test.run_jobs().await, 1);
    assert_eq!(file(&test.api).await["state"], "expired");
    let dead = test.api.get("/api/jobs").await.expect(200);
    assert_eq!(dead["items"][0]["attempts"], 1);
}

#[tokio::test]
async fn an_outage_is_waited_out_and_what_others_send_comes_meanwhile() {
    let (test, line, phone) = start().await;
    phone.sends(Say::Image, jpeg(picture(9, 9))).await;
    let (url,): (String,) = sql("SELECT graph_url FROM accounts WHERE id = $1")
        .bind(line.account)
        .one(&test.app.db)
        .await
        .expect("a url");
    let set = |url: String| {
        sql("UPDATE accounts SET graph_url = $1")
            .bind(url)
            .run(&test.app.db)
    };
    set("http://127.0.0.1:9".into()).await.expect("changed");
    test.run_jobs().await;
    assert_eq!(file(&test.api).await["state"], "waiting");
    set(url).await.expect("changed");
    phone.sends(Say::Image, jpeg(picture(7, 7))).await;
    assert_eq!(test.run_jobs().await, 1, "the later one does not wait");
    assert_eq!(file(&test.api).await["state"], "ready");
    test.app.clock.advance(6 * SECOND);
    assert_eq!(test.run_jobs().await, 1);
    let all = messages(&test.api).await;
    assert_eq!(all[1]["media"]["state"], "ready");
}

#[tokio::test]
async fn a_file_elsewhere_never_gets_the_token() {
    let (test, line, phone) = start().await;
    let message = phone.makes(Say::Image, jpeg(picture(9, 9)));
    // A Graph API whose answer leads to another machine.
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0")
        .await
        .expect("a port");
    let address = listener.local_addr().expect("an address");
    let answer = json!({"url": "https://lookaside.fbsbx.com.evil.example/file", "id": "1"});
    let router = axum::Router::new().fallback(move || async move { axum::Json(answer) });
    tokio::spawn(async move { axum::serve(listener, router).await });
    sql("UPDATE accounts SET graph_url = $1 WHERE id = $2")
        .bind(format!("http://{address}"))
        .bind(line.account)
        .run(&test.app.db)
        .await
        .expect("changed");
    phone.delivers(message).await;
    test.run_jobs().await;
    let failed = file(&test.api).await;
    assert_eq!(failed["state"], "failed");
    assert_eq!(failed["problem"], "the file's address is not one of Meta's");
}

#[tokio::test]
async fn what_whatsapp_could_not_fetch_itself_has_failed() {
    let (test, _, phone) = start().await;
    let mut message = phone.makes(Say::Video, jpeg(picture(9, 9)));
    message["video"] = json!({"mime_type": "video/mp4"});
    message["errors"] = json!([{"code": 131_052, "title": "Media download error"}]);
    phone.delivers(message).await;
    assert_eq!(file(&test.api).await["state"], "failed");
    assert_eq!(test.run_jobs().await, 0);
}

#[tokio::test]
async fn a_message_that_is_gone_needs_no_file() {
    let (test, _, phone) = start().await;
    phone.sends(Say::Image, jpeg(picture(9, 9))).await;
    let customers = test.api.get("/api/customers").await.expect(200);
    let path = format!("/api/customers/{}", customers["items"][0]["id"]);
    test.api.delete(&path).await.expect(204);
    test.run_jobs().await;
    assert_eq!(
        (count(&test, "media").await, count(&test, "jobs").await),
        (0, 0)
    );
    assert!(stored(&test).is_empty());
}
