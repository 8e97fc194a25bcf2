//! Accounts as users of the API and the webhook door see them.

use axum::routing::get;
use serde_json::{Value, json};

use super::{app_by_uuid, by_phone_number_id};
use crate::access::{Permission, PermissionSet};
use crate::db::sql;
use crate::testing::TestApp;

fn support() -> Value {
    json!({
        "name": "الدعم 🎧", "phone_number_id": "106540352242922", "waba_id": "102290129340398",
        "access_token": "EAAG-access-1", "app_secret": "app-secret-1", "verify_token": "verify-1",
    })
}

fn with(mut base: Value, changes: &Value) -> Value {
    for (key, value) in changes.as_object().expect("an object") {
        base[key] = value.clone();
    }
    base
}

fn app_uuid(account: &Value) -> uuid::Uuid {
    let path = account["webhook_path"].as_str().expect("a path");
    let uuid = path.strip_prefix("/webhooks/whatsapp/").expect("our path");
    uuid.parse().expect("a uuid")
}

#[tokio::test]
async fn numbers_of_one_meta_app_share_its_callback_path() {
    let test = TestApp::start().await;
    let first = test.api.post("/api/accounts", support()).await.expect(201);
    assert_eq!(first["name"], "الدعم 🎧");
    assert_eq!(first["graph_url"], "https://graph.facebook.com");
    let second = with(
        support(),
        &json!({"name": "Sales", "phone_number_id": "2", "access_token": "EAAG-access-2", "default_region": "eg"}),
    );
    let second = test.api.post("/api/accounts", second).await.expect(201);
    assert_eq!(second["webhook_path"], first["webhook_path"]);
    assert_eq!(second["default_region"], "EG");
    let third = with(
        support(),
        &json!({"phone_number_id": "3", "app_secret": "another"}),
    );
    let third = test.api.post("/api/accounts", third).await.expect(201);
    assert_ne!(third["webhook_path"], first["webhook_path"]);

    let list = test.api.get("/api/accounts").await.expect(200);
    assert_eq!(list["items"].as_array().map(Vec::len), Some(3));
    assert_eq!(list["items"][0], first);

    let door = app_by_uuid(&test.app, app_uuid(&first))
        .await
        .expect("answers");
    let door = door.expect("there is a door");
    assert_eq!(door.app_secret, "app-secret-1");
    assert_eq!(door.verify_token, "verify-1");
    assert_eq!(door.workspace, test.workspace);
    let egypt = by_phone_number_id(&test.app, test.workspace, "2")
        .await
        .expect("answers");
    assert_eq!(
        egypt.map(|found| found.default_region.to_string()),
        Some("EG".into())
    );
    let saudi = by_phone_number_id(&test.app, test.workspace, "3")
        .await
        .expect("answers");
    assert_eq!(
        saudi.map(|found| found.default_region.to_string()),
        Some("SA".into())
    );
}

#[tokio::test]
async fn connecting_again_replaces_the_secrets_and_keeps_the_path() {
    let test = TestApp::start().await;
    let first = test.api.post("/api/accounts", support()).await.expect(201);
    let uuid = app_uuid(&first);
    app_by_uuid(&test.app, uuid)
        .await
        .expect("answers")
        .expect("a door, now remembered");
    let again = with(
        support(),
        &json!({"name": "Support", "app_secret": "app-secret-2", "access_token": "EAAG-new"}),
    );
    let again = test.api.post("/api/accounts", again).await.expect(200);
    assert_eq!(again["id"], first["id"]);
    assert_eq!(again["uuid"], first["uuid"]);
    assert_eq!(again["webhook_path"], first["webhook_path"]);
    assert_eq!(again["name"], "Support");
    let log = test.api.get("/api/audit-log").await.expect(200);
    let told = &log["items"][0];
    assert_eq!(told["kind"], "account.changed");
    assert_eq!(told["data"]["old"]["name"], first["name"]);
    assert_eq!(told["data"]["new"]["name"], "Support");
    assert!(!told.to_string().contains("EAAG"), "{told}");
    let door = app_by_uuid(&test.app, uuid)
        .await
        .expect("answers")
        .expect("a door");
    assert_eq!(door.app_secret, "app-secret-2", "the change counts at once");

    // With a second number on the app, one that changes its secret leaves for an app of its own.
    let sales = with(
        support(),
        &json!({"phone_number_id": "2", "app_secret": "app-secret-2"}),
    );
    let sales = test.api.post("/api/accounts", sales).await.expect(201);
    assert_eq!(sales["webhook_path"], first["webhook_path"]);
    let moved = with(
        support(),
        &json!({"phone_number_id": "2", "app_secret": "app-secret-3"}),
    );
    let moved = test.api.post("/api/accounts", moved).await.expect(200);
    assert_ne!(moved["webhook_path"], first["webhook_path"]);
    // And comes back, which leaves no empty app behind.
    let back = with(
        support(),
        &json!({"phone_number_id": "2", "app_secret": "app-secret-2"}),
    );
    let back = test.api.post("/api/accounts", back).await.expect(200);
    assert_eq!(back["webhook_path"], first["webhook_path"]);
    let gone = app_by_uuid(&test.app, app_uuid(&moved))
        .await
        .expect("answers");
    assert!(gone.is_none());
}

#[tokio::test]
async fn secrets_never_come_out() {
    let test = TestApp::start().await;
    let account = test.api.post("/api/accounts", support()).await;
    let id = account.body["id"].clone();
    let path = format!("/api/accounts/{id}");
    let change = json!({"access_token": "EAAG-access-9", "app_secret": "app-secret-9"});
    let replies = [
        account.text,
        test.api.get("/api/accounts").await.text,
        test.api.get(&path).await.text,
        test.api.patch(&path, change).await.text,
        test.api.get("/api/audit-log").await.text,
        format!(
            "{:?}",
            app_by_uuid(&test.app, app_uuid(&account.body)).await
        ),
    ];
    for reply in &replies {
        for secret in ["EAAG", "app-secret", "verify-1"] {
            assert!(!reply.contains(secret), "{reply}");
        }
    }
    assert!(replies[4].contains("secrets_replaced"), "{}", replies[4]);
    let sealed: Vec<(Vec<u8>, Vec<u8>, Vec<u8>)> =
        sql("SELECT a.access_token, p.app_secret, p.verify_token FROM accounts a JOIN apps p ON p.id = a.app_id")
            .all(&test.app.db)
            .await
            .expect("read");
    for bytes in [&sealed[0].0, &sealed[0].1, &sealed[0].2] {
        let text = String::from_utf8_lossy(bytes);
        assert!(!text.contains("EAAG") && !text.contains("secret") && !text.contains("verify"));
    }
}

#[tokio::test]
async fn a_change_says_old_and_new_and_a_stored_token_follows_no_new_address() {
    let test = TestApp::start().await;
    let account = test.api.post("/api/accounts", support()).await.expect(201);
    let path = format!("/api/accounts/{}", account["id"]);
    let changed = test
        .api
        .patch(&path, json!({"name": "Help", "default_region": "EG"}))
        .await
        .expect(200);
    assert_eq!(changed["name"], "Help");
    let cleared = test
        .api
        .patch(&path, json!({"default_region": null}))
        .await
        .expect(200);
    assert_eq!(cleared["default_region"], json!(null));
    assert_eq!(cleared["name"], "Help");
    let log = test.api.get("/api/audit-log").await.expect(200);
    assert_eq!(log["items"][1]["kind"], "account.changed");
    assert_eq!(log["items"][1]["data"]["old"]["name"], "الدعم 🎧");
    assert_eq!(log["items"][1]["data"]["new"]["name"], "Help");

    let elsewhere = json!({"graph_url": "https://collector.example"});
    let refused = test.api.patch(&path, elsewhere.clone()).await.expect(422);
    assert_eq!(refused["errors"][0]["field"], "access_token");
    let with_token = with(elsewhere, &json!({"access_token": "EAAG-mine"}));
    test.api.patch(&path, with_token).await.expect(200);
}

#[tokio::test]
async fn a_removed_number_is_gone_and_can_come_back() {
    let test = TestApp::start().await;
    let account = test.api.post("/api/accounts", support()).await.expect(201);
    let path = format!("/api/accounts/{}", account["id"]);
    test.api.delete(&path).await.expect(204);
    test.api.get(&path).await.expect(404);
    test.api.delete(&path).await.expect(404);
    assert!(
        app_by_uuid(&test.app, app_uuid(&account))
            .await
            .expect("answers")
            .is_none()
    );

    // One that has conversations keeps its id for them, but not its token.
    let account = test.api.post("/api/accounts", support()).await.expect(201);
    let path = format!("/api/accounts/{}", account["id"]);
    sql("INSERT INTO message_statuses (workspace_id, account_id, wamid_key, wamid, status, recipient, at, data, received_at)
         VALUES ($1, $2, $3, 'wamid.x', 'sent', '', 1, $4, 1)")
        .bind(test.workspace)
        .bind(account["id"].as_i64().expect("an id"))
        .bind(uuid::Uuid::new_v4())
        .bind(json!({}))
        .run(&test.app.db)
        .await
        .expect("a trace");
    test.api.delete(&path).await.expect(204);
    test.api.get(&path).await.expect(404);
    let known = by_phone_number_id(&test.app, test.workspace, "106540352242922").await;
    assert_eq!(known.expect("answers"), None);
    let back = test.api.post("/api/accounts", support()).await.expect(201);
    assert_eq!(back["id"], account["id"]);
    test.api.get(&path).await.expect(200);
}

#[tokio::test]
async fn mistakes_are_all_named_at_once() {
    let test = TestApp::start().await;
    let bad = json!({
        "name": " ", "phone_number_id": "1 2", "waba_id": "", "access_token": "a b",
        "app_secret": "", "verify_token": "\u{0}", "graph_url": "ftp://x", "default_region": "XX",
    });
    let reply = test.api.post("/api/accounts", bad).await.expect(422);
    assert_eq!(reply["errors"].as_array().map(Vec::len), Some(8), "{reply}");
    for url in [
        "http://graph.example",
        "https://10.0.0.1",
        "http://169.254.169.254/latest",
        "https://[fd00::1]",
        "https://user:pass@graph.example",
        "https://graph.example/?x=1",
        "nonsense",
    ] {
        let input = with(support(), &json!({"graph_url": url}));
        let reply = test.api.post("/api/accounts", input).await.expect(422);
        assert_eq!(reply["errors"][0]["field"], "graph_url", "{url}");
    }
    for url in [
        "https://graph.example/v30.0",
        "http://127.0.0.1:9000",
        "http://localhost:9000/",
        "http://[::1]:9",
    ] {
        let input = with(support(), &json!({"graph_url": url}));
        assert!(
            test.api
                .post("/api/accounts", input)
                .await
                .status
                .is_success(),
            "{url}"
        );
    }
}

#[tokio::test]
async fn accounts_are_closed_to_others() {
    let test = TestApp::start().await;
    let account = test.api.post("/api/accounts", support()).await.expect(201);
    let path = format!("/api/accounts/{}", account["id"]);
    let (other, stranger) = test.other_workspace().await;
    stranger.get(&path).await.expect(404);
    stranger
        .patch(&path, json!({"name": "Mine"}))
        .await
        .expect(404);
    stranger.delete(&path).await.expect(404);
    stranger
        .post(&format!("{path}/check"), json!({}))
        .await
        .expect(404);
    assert_eq!(
        stranger.get("/api/accounts").await.expect(200)["items"],
        json!([])
    );
    assert_eq!(
        by_phone_number_id(&test.app, other, "106540352242922")
            .await
            .expect("answers"),
        None
    );
    // The same number in another workspace is another account, with a door of its own.
    let theirs = stranger.post("/api/accounts", support()).await.expect(201);
    assert_ne!(theirs["webhook_path"], account["webhook_path"]);
    let reader = test
        .api_with(PermissionSet::from_iter([Permission::CustomersRead]))
        .await;
    reader.get("/api/accounts").await.expect(403);
    test.anonymous().get("/api/accounts").await.expect(401);
}

/// A Graph API that knows one token, one number and one business account.
async fn graph() -> String {
    use axum::extract::Path;
    use axum::http::HeaderMap;
    let answer = |Path(path): Path<String>, headers: HeaderMap| async move {
        let authorized = headers
            .get("authorization")
            .is_some_and(|value| value == "Bearer EAAG-good");
        let refused =
            |code: i64, message: &str| json!({"error": {"code": code, "message": message}});
        axum::Json(match path.as_str() {
            _ if !authorized => refused(190, "Malformed access token EAAG-bad"),
            "v25.0/106540352242922" => json!({
                "id": "106540352242922", "display_phone_number": "+966 50 123 4567",
                "verified_name": "Bayt\u{202e} Coffee", "quality_rating": "GREEN", "status": "CONNECTED",
                "whatsapp_business_manager_messaging_limit": "TIER_2K",
            }),
            "v25.0/102290129340398/subscribed_apps" => {
                json!({"data": [{"whatsapp_business_api_data": {"id": "1", "name": "Ours"}}]})
            }
            "v25.0/999/subscribed_apps" => json!({"data": []}),
            _ => refused(100, "Unsupported get request"),
        })
    };
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0")
        .await
        .expect("a port");
    let address = listener.local_addr().expect("an address");
    let router = axum::Router::new().route("/{*path}", get(answer));
    tokio::spawn(async move { axum::serve(listener, router).await });
    format!("http://{address}")
}

#[tokio::test]
async fn a_check_says_what_is_wrong_with_token_number_and_webhook() {
    let test = TestApp::start().await;
    let url = graph().await;
    let good = with(
        support(),
        &json!({"graph_url": url, "access_token": "EAAG-good"}),
    );
    let account = test.api.post("/api/accounts", good).await.expect(201);
    let path = format!("/api/accounts/{}", account["id"]);
    let check = test
        .api
        .post(&format!("{path}/check"), json!({}))
        .await
        .expect(200);
    assert_eq!(check["ok"], true, "{check}");
    assert_eq!(check["account"]["display_phone"], "+966 50 123 4567");
    assert_eq!(check["account"]["verified_name"], "Bayt Coffee");
    assert_eq!(check["account"]["messaging_limit"], "TIER_2K");
    assert_eq!(check["account"]["health"]["webhook"]["ok"], true);
    let log = test.api.get("/api/audit-log").await.expect(200);
    let told = json!({"account_id": account["id"], "ok": true});
    assert_eq!(log["items"][0]["kind"], "account.checked");
    assert_eq!(log["items"][0]["data"], told);

    test.api
        .patch(&path, json!({"waba_id": "999"}))
        .await
        .expect(200);
    let check = test
        .api
        .post(&format!("{path}/check"), json!({}))
        .await
        .expect(200);
    assert_eq!(check["ok"], false);
    assert_eq!(check["findings"][2]["subject"], "webhook");
    assert_eq!(check["findings"][2]["ok"], false);

    test.api
        .patch(&path, json!({"access_token": "EAAG-bad"}))
        .await
        .expect(200);
    let check = test
        .api
        .post(&format!("{path}/check"), json!({}))
        .await
        .expect(200);
    assert_eq!(check["findings"][0]["ok"], false, "{check}");
    assert!(!check.to_string().contains("EAAG"), "{check}");

    let gone = json!({"graph_url": "http://127.0.0.1:9", "access_token": "EAAG-good"});
    test.api.patch(&path, gone).await.expect(200);
    let check = test
        .api
        .post(&format!("{path}/check"), json!({}))
        .await
        .expect(200);
    assert_eq!(check["findings"][0]["ok"], json!(null), "{check}");
    assert_eq!(check["ok"], false);
}
