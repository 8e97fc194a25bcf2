//! Files on their way to WhatsApp.

use std::time::Duration;

use uuid::Uuid;
use whatsapp::graph::{self, DEFAULT_VERSION, Graph};
use whatsapp::outbound::MediaKind;

use super::*;
use crate::kernel::clock::DAY;
use crate::media::{MediaError, check_use, forget_upload, whatsapp_id};

async fn uploaded(test: &TestApp, kind: &str, body: impl Into<Body>) -> Uuid {
    let file = upload(test, kind, "بطاقة.png", body).await.expect(201);
    file["id"].as_str().expect("an id").parse().expect("a uuid")
}

/// How many ids of Meta's are known.
async fn known(test: &TestApp) -> i64 {
    count(test, "media_uploads").await
}

#[tokio::test]
async fn a_file_is_handed_over_once_however_many_ask() {
    let (test, line, phone) = start().await;
    let file = uploaded(&test, "image/png", picture(30, 30)).await;
    let ask = || whatsapp_id(&test.app, test.workspace, line.account, file);
    let (one, two, three) = tokio::join!(ask(), ask(), ask());
    let id = one.expect("an id");
    assert_eq!((&two.expect("an id"), &three.expect("an id")), (&id, &id));
    assert_eq!(known(&test).await, 1);
    let account = crate::accounts::find(&test.app.db, test.workspace, line.account).await;
    let url = account.expect("asked").expect("an account").graph_url;
    let meta = Graph::new(
        test.app.http.clone(),
        &url,
        DEFAULT_VERSION,
        "EAAG-token".into(),
    );
    let meta = meta.expect("a client");
    let there = meta
        .media_url(&id, &line.number)
        .await
        .expect("it is there");
    assert_eq!(there.file_size, Some(picture(30, 30).len() as u64));
    assert_eq!(there.mime_type.as_deref(), Some("image/png"));

    test.app.clock.advance(28 * DAY);
    assert_eq!(ask().await.expect("an id"), id);
    test.app.clock.advance(DAY);
    let new = ask().await.expect("an id");
    assert_ne!(new, id, "before Meta forgets it");
    forget_upload(&test.app, test.workspace, line.account, file)
        .await
        .expect("forgotten");
    assert_ne!(ask().await.expect("an id"), new);
    phone.sim.advance(Duration::from_secs(1));
}

#[tokio::test]
async fn why_a_file_cannot_be_handed_over_is_told() {
    let (test, line, _phone) = start().await;
    let unknown = whatsapp_id(&test.app, test.workspace, line.account, Uuid::now_v7()).await;
    assert!(matches!(unknown, Err(MediaError::Gone)));
    let file = uploaded(&test, "image/png", picture(30, 30)).await;
    let (other, _) = test.other_workspace().await;
    let foreign = whatsapp_id(&test.app, other, line.account, file).await;
    assert!(matches!(foreign, Err(MediaError::Gone)));
    sql("UPDATE accounts SET access_token = $1")
        .bind(test.app.secrets.seal("another"))
        .run(&test.app.db)
        .await
        .expect("changed");
    let refused = whatsapp_id(&test.app, test.workspace, line.account, file).await;
    assert!(
        matches!(refused, Err(MediaError::Graph(graph::Error::Refused(_)))),
        "{refused:?}"
    );
    sql("UPDATE accounts SET removed_at = 1")
        .run(&test.app.db)
        .await
        .expect("changed");
    let removed = whatsapp_id(&test.app, test.workspace, line.account, file).await;
    assert!(matches!(removed, Err(MediaError::Account(_))));
    assert_eq!(known(&test).await, 0);
}

#[tokio::test]
async fn what_a_file_can_be_sent_as() {
    let (test, _, phone) = start().await;
    let picture = uploaded(&test, "image/png", picture(30, 30)).await;
    let note = uploaded(&test, "text/plain", "مرحبا").await;
    let check = async |file, kind| {
        check_use(&test.app.db, test.workspace, file, kind)
            .await
            .expect("asked")
            .map(|_| ())
    };
    assert_eq!(check(picture, MediaKind::Image).await, Ok(()));
    assert_eq!(check(picture, MediaKind::Document).await, Ok(()));
    assert_eq!(check(note, MediaKind::Document).await, Ok(()));
    for (file, kind, says) in [
        (picture, MediaKind::Video, "must be video/mp4 or video/3gpp"),
        (picture, MediaKind::Sticker, "must be image/webp"),
        (note, MediaKind::Audio, "is text/plain"),
        (Uuid::now_v7(), MediaKind::Image, "names no file"),
    ] {
        let why = check(file, kind).await.expect_err(says);
        assert!(why.contains(says), "{why}");
    }
    let (other, _) = test.other_workspace().await;
    let foreign = check_use(&test.app.db, other, picture, MediaKind::Image).await;
    assert!(foreign.expect("asked").is_err());
    // What a customer sent can be sent on.
    phone
        .sends(Say::Image, jpeg(crate::testing::files::picture(9, 9)))
        .await;
    test.run_jobs().await;
    let theirs = file(&test.api).await["id"].as_str().expect("an id").parse();
    assert_eq!(
        check(theirs.expect("a uuid"), MediaKind::Image).await,
        Ok(())
    );
}
