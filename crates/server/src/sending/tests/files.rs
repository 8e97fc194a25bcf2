//! Files of the business, and the marks that are no messages.

use axum::body::Body;
use http::{Method, Request, header};
use serde_json::{Value, json};
use whatsapp_sim::MessageState;

use super::{Talk, text};
use crate::access::Role;
use crate::db::sql;
use crate::kernel::clock::DAY;
use crate::testing::files::picture;

impl Talk {
    async fn upload(&self, name: &str, kind: &str, bytes: impl Into<Body>) -> Value {
        let request = Request::builder()
            .method(Method::POST)
            .uri(format!("/api/media?filename={name}"))
            .header(header::CONTENT_TYPE, kind)
            .header(
                header::AUTHORIZATION,
                format!("Bearer {}", self.test.api.key()),
            )
            .body(bytes.into())
            .expect("a request");
        self.test.api.raw(request).await.expect(201)
    }

    /// How often Meta was given a file.
    async fn uploads(&self) -> i64 {
        let (count,) = sql("SELECT CAST(COUNT(*) AS BIGINT) FROM media_uploads")
            .one(&self.test.app.db)
            .await
            .expect("counted");
        count
    }
}

#[tokio::test]
async fn a_file_goes_to_whatsapp_once_and_its_message_after_it() {
    let talk = Talk::begin().await;
    let file = talk.upload("menu.png", "image/png", picture(40, 30)).await;
    let image = json!({"type": "image", "image": {"id": file["id"], "caption": "القائمة"}});
    let given = talk.give(image.clone()).await;
    assert_eq!(given["media"]["id"], file["id"], "{given}");
    let after = talk.say("وهذا بعدها").await;
    // Nothing overtakes a message whose file is still on its way.
    tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    assert_eq!(talk.message(&after).await["status"], "queued");
    talk.test.run_jobs().await;
    talk.settle().await;
    for given in [&given, &after] {
        assert_eq!(talk.message(given).await["status"], "read");
    }
    let got = talk.got();
    assert_eq!(got[0].kind, "image");
    let whatsapp_id = got[0].content["id"].as_str().expect("an id").to_owned();
    assert!(
        whatsapp_id.bytes().all(|byte| byte.is_ascii_digit()),
        "{whatsapp_id}"
    );
    talk.give(image).await;
    talk.test.run_jobs().await;
    talk.settle().await;
    assert_eq!(
        talk.got()[2].content["id"],
        json!(whatsapp_id),
        "the same again"
    );
    assert_eq!(talk.uploads().await, 1);
}

#[tokio::test]
async fn a_file_must_be_ours_and_of_the_right_kind() {
    let talk = Talk::begin().await;
    let file = talk.upload("menu.png", "image/png", picture(4, 4)).await;
    let video = json!({"type": "video", "video": {"id": file["id"]}});
    let refused = talk.test.api.post(&talk.path(), video).await.expect(422);
    assert_eq!(refused["errors"][0]["field"], "video.id", "{refused}");
    let other = json!({"type": "image", "image": {"id": uuid::Uuid::now_v7()}});
    let refused = talk.test.api.post(&talk.path(), other).await.expect(422);
    assert_eq!(refused["errors"][0]["field"], "image.id");
    // Of another business, it is no file at all.
    sql("UPDATE media SET workspace_id = workspace_id + 1000")
        .run(&talk.test.app.db)
        .await
        .expect("moved");
    let foreign = json!({"type": "image", "image": {"id": file["id"]}});
    talk.test.api.post(&talk.path(), foreign).await.expect(422);
}

#[tokio::test]
async fn an_id_that_ran_out_before_it_was_needed_is_made_anew() {
    let talk = Talk::without_sender().await;
    let file = talk.upload("menu.png", "image/png", picture(4, 4)).await;
    let given = talk
        .give(json!({"type": "image", "image": {"id": file["id"]}}))
        .await;
    talk.test.run_jobs().await;
    sql("UPDATE media_uploads SET expires_at = $1")
        .bind(talk.test.app.clock.now().plus(-DAY))
        .run(&talk.test.app.db)
        .await
        .expect("ran out");
    tokio::spawn(crate::sending::send_queued(talk.test.app.clone()));
    let begun = std::time::Instant::now();
    while talk.message(&given).await["status"] != "read" {
        assert!(begun.elapsed().as_secs() < 20);
        talk.test.run_jobs().await;
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
    assert_eq!(talk.got().len(), 1);
}

#[tokio::test]
async fn a_member_who_reads_is_seen_reading_and_a_program_is_not() {
    let talk = Talk::begin().await;
    let state = || talk.phones.sim.threads(talk.noura).expect("threads")[0].messages[0].state;
    let path = format!("/api/conversations/{}", talk.id);
    let read = json!({"unread": false});
    talk.test
        .api
        .patch(&path, json!({"unread": true}))
        .await
        .expect(200);
    talk.test.api.patch(&path, read.clone()).await.expect(200);
    talk.test.run_jobs().await;
    assert_eq!(state(), MessageState::Delivered, "a key reads nothing");
    let (_, sara) = talk.test.signed_in("Sara", Role::Agent).await;
    sara.patch(&path, json!({"unread": true})).await.expect(200);
    sara.patch(&path, read).await.expect(200);
    talk.test.run_jobs().await;
    assert_eq!(state(), MessageState::Read);
    talk.phones
        .write(&talk.test, talk.noura, "هل أنتم هنا؟")
        .await;
    sara.post(&talk.path(), text("نعم!")).await.expect(201);
    talk.test.run_jobs().await;
    talk.settle().await;
    let thread = &talk.phones.sim.threads(talk.noura).expect("threads")[0];
    assert_eq!(
        thread.messages[1].state,
        MessageState::Read,
        "who answers has read"
    );
    let answered = sara.get(&path).await.expect(200);
    assert_eq!(answered["unread_count"], 0);
}

#[tokio::test]
async fn the_customer_sees_that_somebody_is_typing() {
    let talk = Talk::begin().await;
    let typing = || talk.phones.sim.threads(talk.noura).expect("threads")[0].typing;
    let path = format!("/api/conversations/{}/typing", talk.id);
    assert!(!typing());
    talk.test.api.post(&path, json!({})).await.expect(204);
    assert!(typing());
    talk.say("مرحبا").await;
    talk.settle().await;
    assert!(!typing(), "a message ends it");
    talk.test
        .api
        .post("/api/conversations/999999/typing", json!({}))
        .await
        .expect(404);
}
