//! Templates are listed once a day by themselves.

use super::*;
use crate::kernel::clock::{DAY, SECOND};
use crate::templates::daily::write_down;

async fn written(test: &TestApp) -> i64 {
    let (count,) = sql("SELECT CAST(COUNT(*) AS BIGINT) FROM jobs")
        .one(&test.app.db)
        .await
        .expect("a count");
    count
}

#[tokio::test]
async fn every_business_account_is_listed_once_a_day() {
    let (test, _, meta) = synced(&[]).await;
    meta.has([order()]);
    for _ in 0..2 {
        write_down(&test.app).await.expect("written");
    }
    assert_eq!(written(&test).await, 1, "once");
    assert_eq!(test.run_jobs().await, 0, "at its own time of day");
    test.app.clock.advance(DAY);
    assert_eq!(test.run_jobs().await, 1);
    assert_eq!(
        named(&test, "order_confirmation").await["status"],
        "APPROVED"
    );
    assert_eq!(test.run_jobs().await, 0);
    write_down(&test.app).await.expect("written");
    assert_eq!(test.run_jobs().await, 0, "and tomorrow again");
    test.app.clock.advance(DAY);
    assert_eq!(test.run_jobs().await, 1);
}

#[tokio::test]
async fn a_listing_that_fails_is_tried_again_and_given_up_until_tomorrow() {
    let (test, _, meta) = synced(&[order()]).await;
    write_down(&test.app).await.expect("written");
    test.app.clock.advance(DAY);
    for attempt in 1..6 {
        meta.refuses(json!({"code": 4, "message": "Too many calls"}));
        assert_eq!(test.run_jobs().await, 1);
        assert_eq!(written(&test).await, 1, "attempt {attempt} is not the last");
        test.app.clock.advance(120 * SECOND);
    }
    meta.refuses(json!({"code": 4, "message": "Too many calls"}));
    test.run_jobs().await;
    assert_eq!(written(&test).await, 0);

    // A token that is dead does not come alive by being tried.
    write_down(&test.app).await.expect("written");
    test.app.clock.advance(DAY);
    meta.refuses(json!({"code": 190, "message": "Expired"}));
    assert_eq!(test.run_jobs().await, 1);
    assert_eq!(written(&test).await, 0);
}
