//! Taking over Meta's list.

use super::*;
use crate::kernel::clock::SECOND;
use crate::testing::whatsapp;

#[tokio::test]
async fn a_list_adds_changes_and_marks_what_is_gone() {
    let test = TestApp::start().await;
    let line = test.line().await;
    let meta = Meta::behind(&test.app).await;
    meta.has([order(), sale()]);
    let counts = sync(&test, &line).await;
    assert_eq!(
        counts,
        json!({"listed": 2, "added": 2, "changed": 0, "deleted": 0})
    );
    let first = named(&test, "order_confirmation").await;
    test.app.clock.advance(60 * SECOND);
    let counts = sync(&test, &line).await;
    assert_eq!(
        counts,
        json!({"listed": 2, "added": 0, "changed": 0, "deleted": 0})
    );
    assert_eq!(
        named(&test, "order_confirmation").await,
        first,
        "nothing changed"
    );

    forget_told(&test).await;
    test.app.clock.advance(60 * SECOND);
    meta.has([with(
        order(),
        &json!({"status": "PAUSED", "category": "MARKETING", "previous_category": "UTILITY",
            "quality_score": {"score": "RED"},
            "components": [{"type": "BODY", "text": "طلبك {{1}} جاهز"}]}),
    )]);
    let counts = sync(&test, &line).await;
    assert_eq!(
        counts,
        json!({"listed": 1, "added": 0, "changed": 1, "deleted": 1})
    );
    let changed = named(&test, "order_confirmation").await;
    assert_eq!(changed["id"], first["id"]);
    assert_eq!(changed["status"], "PAUSED");
    assert_eq!(changed["previous_category"], "UTILITY");
    assert_eq!(changed["param_count"], 1);
    assert_eq!(named(&test, "big_sale").await["status"], "DELETED");
    let told = told(&test).await;
    let old_and_new = |kind: &str, old: Value, new: Value| {
        let found = told.iter().any(|(told, actor, data)| {
            told == kind && actor == "key" && data["old"] == old && data["new"] == new
        });
        assert!(found, "{kind}: {told:#?}");
    };
    old_and_new(
        "template.status_changed",
        json!("APPROVED"),
        json!("PAUSED"),
    );
    old_and_new(
        "template.status_changed",
        json!("APPROVED"),
        json!("DELETED"),
    );
    old_and_new(
        "template.category_changed",
        json!("UTILITY"),
        json!("MARKETING"),
    );
    old_and_new("template.quality_changed", json!("GREEN"), json!("RED"));
    let (old, new) = (&order()["components"], &changed["components"]);
    old_and_new("template.components_changed", old.clone(), new.clone());
    assert_eq!(told.last().expect("events").0, "templates.synced");

    // What comes back is the same template again.
    test.app.clock.advance(60 * SECOND);
    meta.has([sale()]);
    sync(&test, &line).await;
    assert_eq!(named(&test, "big_sale").await["status"], "APPROVED");
    assert_eq!(
        named(&test, "order_confirmation").await["status"],
        "DELETED"
    );
}

#[tokio::test]
async fn a_name_that_was_used_again_is_another_template() {
    let (test, line, meta) = synced(&[order()]).await;
    test.app.clock.advance(60 * SECOND);
    let mut again = with(order(), &json!({"id": "777", "status": "PENDING"}));
    again
        .as_object_mut()
        .expect("an object")
        .remove("quality_score");
    meta.has([again]);
    sync(&test, &line).await;
    let template = named(&test, "order_confirmation").await;
    assert_eq!(template["meta_id"], "777");
    assert_eq!(template["quality"], Value::Null, "that was the other one's");
}

#[tokio::test]
async fn business_accounts_are_listed_apart() {
    let (test, line, meta) = synced(&[order()]).await;
    let other = whatsapp::connect(&test.app, test.workspace, test.api.clone()).await;
    sql("UPDATE accounts SET waba_id = '9002', graph_url = $1 WHERE id = $2")
        .bind(&meta.url)
        .bind(other.account)
        .run(&test.app.db)
        .await
        .expect("changed");
    meta.has([sale()]);
    sync(&test, &other).await;
    let of = async |line: &Line| {
        let path = format!("/api/templates?account_id={}", line.account);
        test.api.get(&path).await.expect(200)
    };
    assert_eq!(names(&of(&line).await), ["order_confirmation"]);
    assert_eq!(names(&of(&other).await), ["big_sale"]);
    assert_eq!(meta.asked()[0].0, "GET v25.0/9002/message_templates");
}

#[tokio::test]
async fn metas_refusals_keep_its_code_and_words() {
    let (test, line, meta) = synced(&[order()]).await;
    let sync = async || {
        let body = json!({"account_id": line.account});
        test.api.post("/api/templates/sync", body).await
    };
    meta.refuses(
        json!({"code": 190, "message": "Malformed access token EAAG-token", "fbtrace_id": "A1"}),
    );
    let reply = sync().await.expect(409);
    assert_eq!(reply["code"], "meta.token");
    assert_eq!(reply["data"]["code"], 190);
    assert_eq!(reply["data"]["fbtrace_id"], "A1");
    assert!(!reply.to_string().contains("EAAG"), "{reply}");

    meta.refuses(json!({"code": 80_007, "message": "Rate limit"}));
    let reply = sync().await;
    assert_eq!(reply.headers["retry-after"], "60");
    assert_eq!(reply.expect(503)["code"], "meta.busy");

    meta.refuses(
        json!({"code": 100, "message": "Invalid parameter", "error_subcode": 33,
        "error_data": {"details": "No such account"}}),
    );
    let reply = sync().await.expect(422);
    assert_eq!(reply["code"], "meta.refused");
    assert_eq!(reply["data"]["subcode"], 33);
    let title = reply["title"].as_str().expect("a title");
    assert!(title.contains("code 100: No such account"), "{title}");

    sql("UPDATE accounts SET graph_url = 'http://127.0.0.1:9'")
        .run(&test.app.db)
        .await
        .expect("changed");
    let reply = sync().await.expect(502);
    assert_eq!(reply["code"], "meta.unreachable");
    assert_eq!(
        named(&test, "order_confirmation").await["status"],
        "APPROVED"
    );
}
