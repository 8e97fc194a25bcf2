//! Listing, reading and previewing.

use super::*;
use crate::access::{Permission, PermissionSet};

#[tokio::test]
async fn a_template_says_what_it_needs() {
    let (test, _, _) = synced(&[order(), sale()]).await;
    let order = named(&test, "order_confirmation").await;
    assert_eq!(order["meta_id"], "501");
    assert_eq!(order["waba_id"], "9001");
    assert_eq!(order["status"], "APPROVED");
    assert_eq!(order["quality"], "GREEN");
    assert_eq!(order["param_count"], 2);
    assert_eq!(order["body"], "طلبك {{1}} جاهز. المجموع: {{2}} ريال");
    assert_eq!(order["components"], super::order()["components"]);
    let variable = json!({"name": "1", "example": "A-17"});
    assert_eq!(order["parameters"]["body"][0], variable);
    assert_eq!(order["parameters"]["header"], Value::Null);

    let needs = named(&test, "big_sale").await["parameters"].clone();
    assert_eq!(needs["header"], json!({"type": "image", "variable": null}));
    let variable = json!({"name": "first_name", "example": "Ana"});
    assert_eq!(needs["body"], json!([variable]));
    let button = json!({"index": 1, "label": "Shop", "sub_type": "url", "type": "text",
        "value": "url_suffix", "required": true, "example": "spring"});
    assert_eq!(needs["buttons"][1], button);
    assert_eq!(needs["buttons"][0]["required"], false);
    assert_eq!(needs["cards"], json!([]));
}

#[tokio::test]
async fn lists_are_by_name_and_page_through_every_filter() {
    let (test, line, _) = synced(&[
        with(order(), &json!({"id": "1", "language": "en_US"})),
        order(),
        sale(),
        with(
            sale(),
            &json!({"id": "3", "name": "old_sale", "status": "PAUSED"}),
        ),
        with(
            order(),
            &json!({"id": "4", "name": "gone", "status": "DELETED"}),
        ),
    ])
    .await;
    let all = [
        "big_sale",
        "old_sale",
        "order_confirmation",
        "order_confirmation",
    ];
    let account = line.account;
    for (query, expected) in [
        (String::new(), &all[..]),
        (format!("account_id={account}"), &all),
        (format!("account_id={}", account.0 + 1), &[]),
        (
            "status=APPROVED".into(),
            &["big_sale", "order_confirmation", "order_confirmation"],
        ),
        ("status=DELETED".into(), &["gone"]),
        ("category=MARKETING&status=PAUSED".into(), &["old_sale"]),
        ("language=ar".into(), &["order_confirmation"]),
        ("name=big_sale".into(), &["big_sale"]),
        ("name=sale".into(), &[]),
        ("search=SALE".into(), &["big_sale", "old_sale"]),
        ("search=cafe%20week%20old_".into(), &["old_sale"]),
        (
            "search=%D8%B7%D9%8E%D9%84%D8%A8%D9%83".into(),
            &["order_confirmation", "order_confirmation"],
        ),
        ("search=g_s".into(), &["big_sale"]),
        ("search=%25".into(), &[]),
    ] {
        let mut found = Vec::new();
        let mut cursor = String::new();
        loop {
            let path = format!("/api/templates?limit=1&{query}{cursor}");
            let page = test.api.get(&path).await.expect(200);
            found.extend(names(&page).into_iter().map(str::to_owned));
            let Some(next) = page["next_cursor"].as_str() else {
                break;
            };
            cursor = format!("&cursor={next}");
        }
        assert_eq!(found, expected, "{query}");
    }
    let one = test.api.get("/api/templates?limit=1").await.expect(200);
    assert_eq!(one["items"][0].get("components"), None, "a list is short");
    let cursor = one["next_cursor"].as_str().expect("more");
    for (bad, field) in [
        ("limit=0", "limit"),
        ("status=approved", "status"),
        ("category=x", "category"),
        ("account_id=x", "account_id"),
        ("page=1", "page"),
        ("cursor=abc", "cursor"),
        (&format!("language=ar&cursor={cursor}"), "cursor"),
        (&format!("search={}", "x".repeat(201)), "search"),
    ] {
        let reply = test
            .api
            .get(&format!("/api/templates?{bad}"))
            .await
            .expect(422);
        assert_eq!(reply["errors"][0]["field"], field, "{reply}");
    }
}

#[tokio::test]
async fn a_preview_is_what_the_customer_reads_and_says_what_is_wrong() {
    let (test, _, _) = synced(&[order(), sale()]).await;
    let of = |template: &Value| format!("/api/templates/{}/preview", template["id"]);
    let path = of(&named(&test, "order_confirmation").await);
    let text = |text: &str| json!({"type": "text", "text": text});
    let body = json!({"components": [{"type": "body", "parameters": [text("A-1"), text("٤٥")]}]});
    let preview = test.api.post(&path, body).await.expect(200);
    assert_eq!(preview["text"], "طلبك A-1 جاهز. المجموع: ٤٥ ريال");
    assert_eq!(preview["problems"], json!([]));

    let nothing = test.api.post(&path, json!({})).await.expect(200);
    assert_eq!(nothing["text"], "طلبك {{1}} جاهز. المجموع: {{2}} ريال");
    assert_eq!(nothing["problems"][0]["field"], "components.body");
    assert_eq!(nothing["problems"][0]["code"], "parameter_count");

    let path = of(&named(&test, "big_sale").await);
    let body = json!({"components": [
        {"type": "header", "parameters": [{"type": "image", "image": {"link": "https://x/1.jpg"}}]},
        {"type": "body", "parameters": [{"type": "text", "parameter_name": "first_name", "text": "Ana"}]},
        {"type": "button", "sub_type": "url", "index": 1, "parameters": [text("spring")]},
    ]});
    let preview = test.api.post(&path, body).await.expect(200);
    assert_eq!(preview["problems"], json!([]), "{preview}");
    assert_eq!(preview["body"], "Café news for Ana, this week only.");
    assert_eq!(preview["footer"], "Bayt Coffee");
    let button = json!({"label": "Shop", "url": "https://bayt.example/spring"});
    assert_eq!(preview["buttons"][1], button);

    let unreadable = json!({"components": [{"type": "body", "parameters": "Ana"}, {"type": "x"}]});
    let preview = test.api.post(&path, unreadable).await.expect(200);
    let problems = preview["problems"].as_array().expect("problems");
    assert_eq!(problems[0]["field"], "components[0].parameters");
    assert_eq!(problems[1]["field"], "components[1].type");
    assert_eq!(
        preview["body"],
        "Café news for {{first_name}}, this week only."
    );

    let reply = test
        .api
        .post(&path, json!({"components": {}}))
        .await
        .expect(422);
    assert_eq!(reply["errors"][0]["field"], "components");
    test.api
        .post("/api/templates/999/preview", json!({}))
        .await
        .expect(404);
}

#[tokio::test]
async fn who_reads_customers_reads_templates_and_settings_are_needed_to_change_them() {
    let (test, line, meta) = synced(&[order()]).await;
    let path = format!(
        "/api/templates/{}",
        named(&test, "order_confirmation").await["id"]
    );
    let reader = test
        .api_with(PermissionSet::from_iter([Permission::CustomersRead]))
        .await;
    reader.get("/api/templates").await.expect(200);
    reader.get(&path).await.expect(200);
    reader
        .post(&format!("{path}/preview"), json!({}))
        .await
        .expect(200);
    reader.post("/api/templates", json!({})).await.expect(403);
    reader.patch(&path, json!({})).await.expect(403);
    reader.delete(&path).await.expect(403);
    let account = json!({"account_id": line.account});
    reader
        .post("/api/templates/sync", account.clone())
        .await
        .expect(403);
    test.anonymous().get("/api/templates").await.expect(401);

    let (_, stranger) = test.other_workspace().await;
    assert_eq!(
        stranger.get("/api/templates").await.expect(200)["items"],
        json!([])
    );
    stranger.get(&path).await.expect(404);
    stranger.delete(&path).await.expect(404);
    stranger
        .post("/api/templates/sync", account)
        .await
        .expect(422);
    assert_eq!(meta.asked(), [], "nothing of this reached Meta");
}
