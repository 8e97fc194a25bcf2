//! The `/sim` interface over HTTP: what scripts and simulated phones use.

use serde_json::{Value, json};

use crate::world::{PHONE, World, text};

#[tokio::test]
async fn a_whole_conversation_can_be_moved_over_http() {
    let world = World::new().await;
    let made = world
        .call(
            "POST",
            "/sim/people",
            Some(json!({"name": "Ana", "number": "+966 50 000 0001"})),
        )
        .await;
    assert_eq!(
        (made.status, &made.body["number"]),
        (201, &json!("966500000001"))
    );
    let id = made.body["id"].as_u64().unwrap();
    let many = json!([{"name": "Bo", "username": "bo"}, {"name": "Cy", "user_id": "US.1"}]);
    assert_eq!(
        world
            .call("POST", "/sim/people", Some(many))
            .await
            .body
            .as_array()
            .unwrap()
            .len(),
        2
    );
    let taken = world
        .call(
            "POST",
            "/sim/people",
            Some(json!({"number": "966500000001"})),
        )
        .await;
    assert_eq!(taken.status, 409);

    let path = format!("/sim/people/{id}");
    let said = world
        .call(
            "POST",
            &format!("{path}/messages"),
            Some(json!({"to": PHONE, "type": "text", "body": "hi"})),
        )
        .await;
    assert_eq!(said.status, 201, "{}", said.body);
    let file = json!({"to": PHONE, "type": "image", "data": "AAEC", "mime_type": "image/png", "reply_to": said.body["id"]});
    assert_eq!(
        world
            .call("POST", &format!("{path}/messages"), Some(file))
            .await
            .status,
        201
    );
    let sent = world.send(text("hello")).await.wamid();
    world.told().await;
    let react = json!({"to": PHONE, "type": "react", "message": sent, "emoji": "👍"});
    assert_eq!(
        world
            .call("POST", &format!("{path}/messages"), Some(react))
            .await
            .status,
        201
    );
    let read = world
        .call("POST", &format!("{path}/read"), Some(json!({"to": PHONE})))
        .await;
    assert_eq!(read.body, json!({"read": 1}));
    let stop = world
        .call(
            "POST",
            &format!("{path}/marketing"),
            Some(json!({"to": PHONE, "value": "stop"})),
        )
        .await;
    assert_eq!(stop.body["stopped_marketing"], json!(["5001"]));
    assert_eq!(
        world
            .call(
                "POST",
                &format!("{path}/number"),
                Some(json!({"number": "966500000002"}))
            )
            .await
            .status,
        200
    );
    assert_eq!(
        world
            .call("POST", &format!("{path}/block"), Some(json!({"to": PHONE})))
            .await
            .status,
        200
    );
    let renamed = world
        .call(
            "PATCH",
            &path,
            Some(json!({"name": "Anna", "auto_reply": {"text": "later"}})),
        )
        .await;
    assert_eq!(
        (&renamed.body["name"], &renamed.body["auto_reply"]),
        (&json!("Anna"), &json!({"text": "later"}))
    );

    let threads = world.call("GET", &format!("{path}/threads"), None).await;
    let messages = threads.body[0]["messages"].as_array().unwrap();
    assert_eq!(messages.len(), 3);
    assert_eq!(messages[2]["state"], "read");
    assert_eq!(messages[2]["reaction_of_person"], "👍");
    let media = messages[1]["content"]["id"].as_str().unwrap();
    let bytes = world
        .http
        .get(format!("{}/sim/media/{media}", world.base))
        .send()
        .await
        .unwrap();
    assert_eq!(bytes.bytes().await.unwrap(), [0_u8, 1, 2][..]);

    world.sim.settled().await;
    let summary = world.call("GET", "/sim/ledger/summary", None).await;
    assert_eq!(
        (
            &summary.body["sends"],
            &summary.body["inbound"],
            &summary.body["inbound_unacknowledged"]
        ),
        (&json!(1), &json!(4), &json!(0))
    );
    let ledger = world.call("GET", "/sim/ledger", None).await;
    assert_eq!(ledger.body["sends"][0]["wamid"], sent);
    assert_eq!(world.call("GET", "/sim/people/99", None).await.status, 404);
}

#[tokio::test]
async fn apps_faults_and_time_are_set_over_http() {
    let world = World::new().await;
    let app = json!({"name": "Second", "callback_url": world.callback_url, "verify_token": "wrong", "accounts": [{"name": "B", "numbers": [{"verified_name": "B"}]}]});
    let made = world.call("POST", "/sim/apps", Some(app)).await;
    assert_eq!(
        (made.status, &made.body["handshake"]["http_status"]),
        (201, &json!(403))
    );
    let id = made.body["app"]["app_id"].as_str().unwrap();
    let path = format!("/sim/apps/{id}/callback");
    let set = world
        .call(
            "POST",
            &path,
            Some(json!({"callback_url": world.callback_url, "verify_token": "verify-me"})),
        )
        .await;
    assert_eq!(set.body["verified"], true);
    let token = made.body["app"]["token"].as_str().unwrap();
    // Each token reaches its own app only.
    let other = world
        .call_with("GET", &format!("/{PHONE}"), None, token)
        .await;
    assert_eq!(other.code(), (400, 100));

    let before = world.call("GET", "/sim/clock", None).await.body["now"]
        .as_i64()
        .unwrap();
    let after = world
        .call("POST", "/sim/clock", Some(json!({"advance_seconds": 90})))
        .await
        .body["now"]
        .as_i64()
        .unwrap();
    assert_eq!(after - before, 90_000_000);
    assert_eq!(
        world
            .call("POST", "/sim/clock", Some(json!({"advance_seconds": -1})))
            .await
            .status,
        400
    );
    let set = world
        .call(
            "PUT",
            "/sim/behaviour",
            Some(json!({"sent_ms": 5, "chances": {"late": 0.5}})),
        )
        .await;
    assert_eq!(
        (&set.body["sent_ms"], &set.body["pair_limit"]),
        (&json!(5), &json!(true))
    );
    assert_eq!(
        world
            .call("PUT", "/sim/behaviour", Some(json!({"sent_mss": 5})))
            .await
            .status,
        422
    );
}

#[tokio::test]
async fn events_are_streamed() {
    let world = World::new().await;
    let ana = world.ana();
    let mut stream = world
        .http
        .get(format!("{}/sim/events", world.base))
        .send()
        .await
        .unwrap();
    assert_eq!(stream.headers()["content-type"], "text/event-stream");
    let wamid = world.sim.text(ana, PHONE, "hello").unwrap();
    let chunk = String::from_utf8(stream.chunk().await.unwrap().unwrap().to_vec()).unwrap();
    let data = chunk
        .lines()
        .find_map(|line| line.strip_prefix("data: "))
        .unwrap();
    assert!(chunk.contains("event: message"));
    let data: Value = serde_json::from_str(data).unwrap();
    assert_eq!(data["message"]["wamid"], wamid);
}
