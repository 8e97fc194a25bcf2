//! Files go when nothing refers to them any more.

use super::*;
use crate::kernel::clock::DAY;
use crate::kernel::ids::MessageId;
use crate::media::attach;

async fn delete_the_customer(test: &TestApp) {
    let customers = test.api.get("/api/customers").await.expect(200);
    let path = format!("/api/customers/{}", customers["items"][0]["id"]);
    test.api.delete(&path).await.expect(204);
}

#[tokio::test]
async fn the_files_of_somebody_go_with_them_unless_others_have_the_same() {
    let (test, _, phone) = start().await;
    let shared = upload(&test, "image/png", "", picture(8, 8))
        .await
        .expect(201);
    phone.sends(Say::Image, jpeg(picture(8, 8))).await;
    phone.sends(Say::Image, jpeg(picture(9, 9))).await;
    test.run_jobs().await;
    let own = file(&test.api).await;
    let small = get(&test, own["thumbnail_url"].as_str().expect("a url"), &[]).await;
    assert_eq!(small.status, 200);
    assert_eq!(stored(&test).len(), 3);

    delete_the_customer(&test).await;
    assert_eq!(test.run_jobs().await, 1);
    assert_eq!(stored(&test).len(), 1, "the one that was uploaded as well");
    assert_eq!(count(&test, "media").await, 1);
    get(&test, own["url"].as_str().expect("a url"), &[])
        .await
        .expect(404);
    let kept = get(&test, shared["url"].as_str().expect("a url"), &[]).await;
    assert_eq!(kept.bytes, picture(8, 8));
}

#[tokio::test]
async fn the_same_bytes_in_two_workspaces_are_two_files() {
    let (test, _, phone) = start().await;
    phone.sends(Say::Image, jpeg(picture(9, 9))).await;
    test.run_jobs().await;
    let (_, other) = test.other_workspace().await;
    let theirs = other
        .send_bytes(
            Method::POST,
            "/api/media",
            &[("content-type", "image/png")],
            picture(9, 9).into(),
        )
        .await
        .expect(201);
    assert_eq!(stored(&test).len(), 2);
    delete_the_customer(&test).await;
    test.run_jobs().await;
    assert_eq!(stored(&test).len(), 1);
    let path = theirs["url"].as_str().expect("a url");
    get(&test, path, &[]).await.expect(404);
    assert_eq!(other.get(path).await.status, 200);
}

#[tokio::test]
async fn an_upload_that_nobody_uses_goes_after_a_week() {
    let (test, _, phone) = start().await;
    phone.sends(Say::Image, jpeg(picture(7, 7))).await;
    test.run_jobs().await;
    let message = messages(&test.api).await[0]["id"].as_i64().expect("an id");
    upload(&test, "image/png", "", picture(8, 8))
        .await
        .expect(201);
    let used = upload(&test, "image/png", "", picture(9, 9))
        .await
        .expect(201);
    let (id,) = sql("SELECT id FROM media WHERE uuid = $1")
        .bind(
            used["id"]
                .as_str()
                .expect("an id")
                .parse::<uuid::Uuid>()
                .expect("a uuid"),
        )
        .one(&test.app.db)
        .await
        .expect("a row");
    let mut tx = test.app.db.begin().await.expect("begin");
    attach(&mut tx, test.workspace, MessageId(message), id)
        .await
        .expect("attached");
    tx.commit().await.expect("commit");
    assert_eq!(test.run_jobs().await, 0);
    test.app.clock.advance(7 * DAY);
    assert_eq!(test.run_jobs().await, 2);
    assert_eq!(stored(&test).len(), 2);
    assert_eq!(
        get(&test, used["url"].as_str().expect("a url"), &[])
            .await
            .status,
        200
    );
}
