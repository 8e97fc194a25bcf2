//! Making, changing and deleting templates.

use super::*;

fn new_template(line: &Line) -> Value {
    json!({
        "account_id": line.account, "name": "welcome", "language": "ar", "category": "UTILITY",
        "components": [{"type": "BODY", "text": "مرحباً {{1}} في متجرنا",
            "example": {"body_text": [["سارة"]]}}],
    })
}

#[tokio::test]
async fn a_new_template_is_asked_for_at_meta_and_stored_as_meta_made_it() {
    let (test, line, meta) = synced(&[]).await;
    forget_told(&test).await;
    let input = with(new_template(&line), &json!({"allow_category_change": true}));
    let made = test
        .api
        .post("/api/templates", input.clone())
        .await
        .expect(201);
    assert_eq!(made["status"], "PENDING");
    assert_eq!(made["meta_id"], "90");
    assert_eq!(made["param_count"], 1);
    assert_eq!(made["parameters"]["body"][0]["example"], "سارة");
    let (asked, mut sent) = meta.asked().remove(0);
    assert_eq!(asked, "POST v25.0/9001/message_templates");
    sent["account_id"] = input["account_id"].clone();
    assert_eq!(sent, input, "keys that only Meta knows are handed on");
    assert_eq!(named(&test, "welcome").await, made);
    let told = told(&test).await;
    assert_eq!(told[0].0, "template.added");
    assert_eq!(
        told[0].2["new"],
        json!({"status": "PENDING", "category": "UTILITY"})
    );
}

#[tokio::test]
async fn every_fault_of_a_new_template_is_named_and_meta_is_not_asked() {
    let (test, line, meta) = synced(&[]).await;
    for (changes, fields) in [
        (json!({"name": "Welcome!"}), &["name"][..]),
        (
            json!({"account_id": null, "category": "x"}),
            &["account_id", "category"],
        ),
        (json!({"account_id": "1"}), &["account_id"]),
        (json!({"account_id": 999}), &["account_id"]),
        (json!({"components": []}), &["components"]),
        (
            json!({"components": [{"type": "BODY", "text": "مرحباً {{1}} معنا"}]}),
            &["components[0].example.body_text"],
        ),
        (json!({"language": "a\u{0}r"}), &["language"]),
    ] {
        let input = with(new_template(&line), &changes);
        let reply = test.api.post("/api/templates", input).await.expect(422);
        for field in fields {
            let errors = reply["errors"].as_array().expect("errors");
            assert!(
                errors.iter().any(|error| error["field"] == *field),
                "{field}: {reply}"
            );
        }
    }
    test.api.post("/api/templates", json!([])).await.expect(422);
    assert_eq!(meta.asked(), []);

    meta.refuses(
        json!({"code": 100, "error_subcode": 2_388_024, "message": "Invalid parameter",
        "error_user_msg": "There is already Arabic content for this template"}),
    );
    let reply = test
        .api
        .post("/api/templates", new_template(&line))
        .await
        .expect(422);
    assert_eq!(reply["code"], "meta.refused");
    assert_eq!(reply["data"]["subcode"], 2_388_024);
    let page = test.api.get("/api/templates").await.expect(200);
    assert_eq!(page["items"], json!([]), "what Meta refuses is not stored");
}

#[tokio::test]
async fn a_template_is_changed_at_meta_first() {
    let (test, _, meta) = synced(&[order()]).await;
    forget_told(&test).await;
    let path = format!(
        "/api/templates/{}",
        named(&test, "order_confirmation").await["id"]
    );
    let components = json!([{"type": "BODY", "text": "طلبك {{1}} في الطريق",
        "example": {"body_text": [["A-17"]]}}]);
    let change = json!({"components": components});
    let changed = test.api.patch(&path, change.clone()).await.expect(200);
    assert_eq!(changed["status"], "PENDING");
    assert_eq!(changed["param_count"], 1);
    assert_eq!(changed["components"], components);
    assert_eq!(
        meta.asked()[0],
        ("POST v25.0/501".to_owned(), change.clone())
    );
    let kinds: Vec<_> = told(&test)
        .await
        .into_iter()
        .map(|(kind, ..)| kind)
        .collect();
    assert_eq!(
        kinds,
        ["template.status_changed", "template.components_changed"]
    );

    let reply = test.api.patch(&path, change).await.expect(409);
    assert_eq!(reply["code"], "template.not_editable");
    assert_eq!(test.api.patch(&path, json!({})).await.expect(200), changed);
    assert_eq!(meta.asked(), [], "none of this reached Meta");
}

#[tokio::test]
async fn a_change_is_held_to_metas_rules_as_far_as_it_goes() {
    // Listed without the examples that a new one needs.
    let listed = with(
        order(),
        &json!({"components": [{"type": "BODY", "text": "طلبك {{1}} جاهز"}]}),
    );
    let (test, _, meta) = synced(&[listed]).await;
    let path = format!(
        "/api/templates/{}",
        named(&test, "order_confirmation").await["id"]
    );
    for (change, field) in [
        (
            json!({"components": [{"type": "BODY", "text": "{{1}}"}]}),
            "components[0].text",
        ),
        (json!({"components": []}), "components"),
        (json!({"components": "x"}), "components"),
        (json!({"category": "SPAM"}), "category"),
        (
            json!({"message_send_ttl_seconds": 1}),
            "message_send_ttl_seconds",
        ),
        (json!({"name": "other"}), "name"),
    ] {
        let reply = test.api.patch(&path, change).await.expect(422);
        assert_eq!(reply["errors"][0]["field"], field, "{reply}");
    }
    assert_eq!(meta.asked(), []);
    let change = json!({"category": "MARKETING"});
    let changed = test.api.patch(&path, change).await.expect(200);
    assert_eq!(changed["category"], "MARKETING");
    assert_eq!(changed["previous_category"], "UTILITY");

    meta.has([]);
    sql("UPDATE accounts SET removed_at = 1")
        .run(&test.app.db)
        .await
        .expect("removed");
    sql("UPDATE templates SET status = 'APPROVED'")
        .run(&test.app.db)
        .await
        .expect("approved");
    let reply = test
        .api
        .patch(&path, json!({"category": "UTILITY"}))
        .await
        .expect(409);
    assert_eq!(reply["code"], "template.no_account");
}

#[tokio::test]
async fn deleting_takes_one_translation_and_keeps_its_trace() {
    let english = with(order(), &json!({"id": "511", "language": "en_US"}));
    let (test, _, meta) = synced(&[order(), english, sale()]).await;
    forget_told(&test).await;
    let path = format!("/api/templates/{}", named(&test, "big_sale").await["id"]);
    meta.refuses(json!({"code": 100, "message": "Not now"}));
    test.api.delete(&path).await.expect(422);
    assert_eq!(named(&test, "big_sale").await["status"], "APPROVED");
    test.api.delete(&path).await.expect(204);
    test.api.delete(&path).await.expect(204);
    assert_eq!(named(&test, "big_sale").await["status"], "DELETED");
    let asked = meta.asked();
    assert_eq!(
        asked.len(),
        2,
        "what is deleted is not deleted again: {asked:?}"
    );
    assert_eq!(
        asked[1].0,
        "DELETE v25.0/9001/message_templates?name=big_sale&hsm_id=502"
    );
    let told = told(&test).await;
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].2, json!({"old": "APPROVED", "new": "DELETED"}));
    let page = test.api.get("/api/templates").await.expect(200);
    assert_eq!(names(&page), ["order_confirmation", "order_confirmation"]);
    test.api.delete("/api/templates/999").await.expect(404);
}
