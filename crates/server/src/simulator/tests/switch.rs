//! On, off, after a restart, beside another workspace, and on several nodes.

use serde_json::{Value, json};

use super::{conversation_with, does, person, screen, switch, switched_on, until, writes};
use crate::testing::TestApp;

#[tokio::test]
async fn somebody_writes_and_the_team_sees_it() {
    let test = TestApp::start().await;
    test.listen().await;
    let off = test.api.get("/api/simulator").await.expect(200);
    assert_eq!(
        (&off["enabled"], &off["ready"]),
        (&json!(false), &json!(false))
    );
    let on = switch(&test.api, true).await;
    assert_eq!((&on["enabled"], &on["ready"]), (&json!(true), &json!(true)));

    let accounts = test.api.get("/api/accounts").await.expect(200);
    let account = &accounts["items"][0];
    assert_eq!(account["id"], on["account_id"]);
    assert_eq!(account["simulated"], true);
    assert_eq!(account["display_phone"], "+966 11 200 0000");
    assert_eq!(account["health"]["webhook"]["ok"], true, "{account}");
    let templates = test.api.get("/api/templates").await.expect(200);
    let approved = |it: &Value| it["status"] == "APPROVED";
    let templates = templates["items"].as_array().expect("templates");
    assert!(templates.len() >= 3 && templates.iter().all(approved));

    let noura = person(&test.api, "نورة العتيبي", "+966 50 123 4567").await;
    writes(&test.api, noura, "متى تفتحون؟ ☕").await;
    let conversation = conversation_with(&test.api, "متى تفتحون؟ ☕").await;
    assert_eq!(
        conversation["whatsapp_account_id"], on["account_id"],
        "{conversation}"
    );
    let shown = screen(&test.api, noura).await;
    assert_eq!(shown["items"][0]["text"], "متى تفتحون؟ ☕");
    assert_eq!(shown["items"][0]["from"], "person");
    assert_eq!(shown["window_open_until"], "2026-11-21T09:00:00Z");
}

#[tokio::test]
async fn switching_on_twice_is_switching_on_once() {
    let test = switched_on().await;
    let noura = person(&test.api, "نورة", "+966501234567").await;
    let first = switch(&test.api, true).await;
    let second = switch(&test.api, true).await;
    assert_eq!(first, second);
    writes(&test.api, noura, "still here").await;
    conversation_with(&test.api, "still here").await;
}

#[tokio::test]
async fn it_goes_on_with_the_same_people_after_a_restart() {
    let mut test = switched_on().await;
    let noura = person(&test.api, "نورة", "+966501234567").await;
    let hidden = json!({"name": "Omar", "username": "omar_a", "auto_read": true});
    let hidden = test
        .api
        .post("/api/simulator/people", hidden)
        .await
        .expect(201);
    writes(&test.api, noura, "before").await;
    conversation_with(&test.api, "before").await;
    let people = test.api.get("/api/simulator/people").await.expect(200);

    test.restart().await;
    assert_eq!(
        test.api.get("/api/simulator/people").await.expect(200),
        people
    );
    let away = test.api.get("/api/simulator").await.expect(200);
    assert_eq!(
        (&away["enabled"], &away["ready"]),
        (&json!(true), &json!(false))
    );
    tokio::spawn(crate::simulator::play(test.app.clone()));
    until(&test.api, "/api/simulator", |state| state["ready"] == true).await;

    // The window is known, though the thread is not.
    writes(&test.api, noura, "after").await;
    conversation_with(&test.api, "after").await;
    does(
        &test.api,
        hidden["id"].as_i64().expect("an id"),
        json!({"type": "text", "body": "me too"}),
    )
    .await;
    until(&test.api, "/api/conversations", |list| {
        list["items"].as_array().map(Vec::len) == Some(2)
    })
    .await;
    let customers = test.api.get("/api/customers").await.expect(200);
    assert_eq!(customers["items"].as_array().map(Vec::len), Some(2));
}

#[tokio::test]
async fn off_it_refuses_and_on_again_it_is_the_same() {
    let test = switched_on().await;
    let noura = person(&test.api, "نورة", "+966501234567").await;
    writes(&test.api, noura, "hello").await;
    let conversation = conversation_with(&test.api, "hello").await;

    let off = switch(&test.api, false).await;
    assert_eq!(off["enabled"], false);
    assert_eq!(off["account_id"], Value::Null);
    let accounts = test.api.get("/api/accounts").await.expect(200);
    assert_eq!(accounts["items"], json!([]));
    let path = format!("/api/simulator/people/{noura}/messages");
    let text = json!({"type": "text", "body": "anybody?"});
    let refused = test.api.post(&path, text).await.expect(409);
    assert_eq!(refused["code"], "simulator.off");
    let new = json!({"name": "Omar", "phone_number": "+966501234568"});
    test.api
        .post("/api/simulator/people", new)
        .await
        .expect(409);
    test.api.get("/api/simulator/behaviour").await.expect(409);
    let people = test.api.get("/api/simulator/people").await.expect(200);
    assert_eq!(people["items"].as_array().map(Vec::len), Some(1));

    let on = switch(&test.api, true).await;
    assert_eq!(on["account_id"], conversation["whatsapp_account_id"]);
    writes(&test.api, noura, "back again").await;
    let again = conversation_with(&test.api, "back again").await;
    assert_eq!(again["id"], conversation["id"]);

    // Removing the account is switching it off.
    let account = format!("/api/accounts/{}", on["account_id"]);
    test.api.delete(&account).await.expect(204);
    let off = test.api.get("/api/simulator").await.expect(200);
    assert_eq!(off["enabled"], false);
}

#[tokio::test]
async fn one_workspace_never_reaches_anothers() {
    let test = switched_on().await;
    let (_, other) = test.other_workspace().await;
    switch(&other, true).await;
    let ours = person(&test.api, "نورة", "+966501234567").await;
    // The same number exists in both worlds, since each is a world of its own.
    let theirs = person(&other, "Somebody else", "+966501234567").await;
    assert_ne!(ours, theirs);
    let path = format!("/api/simulator/people/{theirs}");
    test.api.get(&path).await.expect(404);
    let text = json!({"type": "text", "body": "whose am I?"});
    test.api
        .post(&format!("{path}/messages"), text)
        .await
        .expect(404);
    test.api.delete(&path).await.expect(404);

    writes(&test.api, ours, "for us").await;
    conversation_with(&test.api, "for us").await;
    writes(&other, theirs, "for them").await;
    conversation_with(&other, "for them").await;
    conversation_with(&test.api, "for us").await;

    // Not even the raw interface opens for somebody who knows the address.
    let accounts = test.api.get("/api/accounts").await.expect(200);
    let base = accounts["items"][0]["graph_url"].as_str().expect("a url");
    let get = |url: String| test.app.http.get(url).send();
    let status = get(format!("{base}/sim/people")).await.expect("an answer");
    assert_eq!(status.status(), 401);
    let status = get(format!("{base}x/sim/people")).await.expect("an answer");
    assert_eq!(status.status(), 404);
    let others = other.get("/api/accounts").await.expect(200);
    let token = {
        let account = crate::accounts::simulated_of(&test.app.db, test.workspace).await;
        let account = account.expect("read").expect("an account");
        let token = crate::accounts::simulated_token(&test.app, test.workspace, &account).await;
        token.expect("a token")
    };
    let url = format!(
        "{}/sim/people",
        others["items"][0]["graph_url"].as_str().expect("a url")
    );
    let status = test
        .app
        .http
        .get(url)
        .bearer_auth(token)
        .send()
        .await
        .expect("an answer");
    assert_eq!(status.status(), 401);
}

#[tokio::test]
async fn the_operator_can_forbid_it() {
    let test = TestApp::start_with(|config| config.simulator.allowed = false).await;
    test.listen().await;
    let refused = test
        .api
        .put("/api/simulator", json!({"enabled": true}))
        .await;
    assert_eq!(refused.expect(409)["code"], "simulator.not_allowed");
    let state = test.api.get("/api/simulator").await.expect(200);
    assert_eq!(
        (&state["enabled"], &state["allowed"]),
        (&json!(false), &json!(false))
    );
    switch(&test.api, false).await;
}

#[tokio::test]
async fn its_account_stays_what_it_is() {
    let test = switched_on().await;
    let accounts = test.api.get("/api/accounts").await.expect(200);
    let account = &accounts["items"][0];
    let path = format!("/api/accounts/{}", account["id"]);
    for change in [
        json!({"graph_url": "https://graph.facebook.com", "access_token": "EAAG"}),
        json!({"app_secret": "mine"}),
        json!({"waba_id": "1022"}),
    ] {
        let refused = test.api.patch(&path, change).await.expect(409);
        assert_eq!(refused["code"], "account.simulated");
    }
    let renamed = test.api.patch(&path, json!({"name": "للتجربة"})).await;
    assert_eq!(renamed.expect(200)["name"], "للتجربة");
    let by_hand = json!({"name": "Real?", "phone_number_id": account["phone_number_id"],
        "waba_id": account["waba_id"], "access_token": "EAAG", "app_secret": "s", "verify_token": "v"});
    let refused = test.api.post("/api/accounts", by_hand).await.expect(422);
    assert_eq!(refused["errors"][0]["field"], "phone_number_id");
    let checked = test.api.post(&format!("{path}/check"), json!({})).await;
    assert_eq!(checked.expect(200)["ok"], true);
}

/// On SQLite there is one node.
#[tokio::test]
async fn a_node_that_does_not_play_reaches_the_one_that_does_and_takes_over_from_it() {
    let test = switched_on().await;
    if test.app.db.is_sqlite() {
        return;
    }
    let noura = person(&test.api, "نورة", "+966501234567").await;
    let (other, api) = test.beside().await;
    tokio::spawn(crate::simulator::play(other));
    writes(&api, noura, "by the other node").await;
    conversation_with(&test.api, "by the other node").await;
    assert_eq!(screen(&api, noura).await, screen(&test.api, noura).await);

    test.app.simulators.stop().await;
    let before = test.api.get("/api/accounts").await.expect(200);
    until(&api, "/api/accounts", |now| {
        now["items"][0]["graph_url"] != before["items"][0]["graph_url"]
    })
    .await;
    writes(&test.api, noura, "and back").await;
    conversation_with(&api, "and back").await;
}
