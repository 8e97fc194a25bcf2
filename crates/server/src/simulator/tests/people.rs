//! People and their phones.

use serde_json::{Value, json};

use super::{conversation_with, does, person, screen, switched_on, until, writes};
use crate::accounts;
use crate::testing::TestApp;

/// Sends to a number as the business, past the server's own sending; WhatsApp's id of it.
async fn business_sends(test: &TestApp, to: &str, mut message: Value) -> String {
    let account = accounts::simulated_of(&test.app.db, test.workspace).await;
    let account = account.expect("read").expect("an account");
    let token = accounts::simulated_token(&test.app, test.workspace, &account).await;
    message["messaging_product"] = "whatsapp".into();
    message["to"] = to.into();
    let url = format!(
        "{}/v25.0/{}/messages",
        account.graph_url, account.phone_number_id
    );
    let request = test.app.http.post(url).bearer_auth(token.expect("a token"));
    let answer = request.json(&message).send().await.expect("an answer");
    let answer: Value = answer.json().await.expect("JSON");
    let id = answer["messages"][0]["id"].as_str();
    id.unwrap_or_else(|| panic!("{answer}")).to_owned()
}

#[tokio::test]
async fn everything_that_people_do_arrives() {
    let test = switched_on().await;
    let noura = person(&test.api, "نورة", "+966501234567").await;
    let first = writes(&test.api, noura, "first").await;
    let deeds = [
        json!({"type": "image", "caption": "look"}),
        json!({"type": "video", "data": "AAAA", "mime_type": "video/mp4"}),
        json!({"type": "audio"}),
        json!({"type": "document", "filename": "قائمة.pdf"}),
        json!({"type": "sticker"}),
        json!({"type": "location", "latitude": 24.7136, "longitude": 46.6753, "name": "الرياض"}),
        json!({"type": "contacts", "contacts": [{"name": {"formatted_name": "Omar"}, "phones": [{"phone": "+966501234568"}]}]}),
        json!({"type": "unsupported"}),
        json!({"type": "text", "body": "quoted", "reply_to": first}),
    ];
    for deed in deeds {
        does(&test.api, noura, deed).await;
    }
    does(
        &test.api,
        noura,
        json!({"type": "react", "message": first, "emoji": "👍"}),
    )
    .await;
    does(
        &test.api,
        noura,
        json!({"type": "edit", "message": first, "body": "first, corrected"}),
    )
    .await;
    let conversation = conversation_with(&test.api, "quoted").await;
    let path = format!("/api/conversations/{}/messages", conversation["id"]);
    let messages = until(&test.api, &path, |list| {
        list["items"].to_string().contains("first, corrected")
    })
    .await;
    let mut kinds: Vec<&str> = messages["items"]
        .as_array()
        .expect("messages")
        .iter()
        .map(|message| message["type"].as_str().expect("a type"))
        .collect();
    kinds.sort_unstable();
    assert_eq!(
        kinds,
        [
            "audio",
            "contacts",
            "document",
            "image",
            "location",
            "sticker",
            "text",
            "text",
            "unsupported",
            "video"
        ]
    );
    let shown = screen(&test.api, noura).await;
    assert_eq!(shown["items"].as_array().map(Vec::len), Some(10));
    assert_eq!(shown["items"][0]["text"], "first, corrected");
    assert_eq!(shown["items"][0]["edited"], true);
    assert_eq!(shown["items"][0]["reaction_of_person"], "👍");
    let last = screen_of(&test, noura, 1).await;
    assert_eq!(last["items"].as_array().map(Vec::len), Some(1));
    assert_eq!(last["items"][0]["reply_to"], first.as_str());

    does(
        &test.api,
        noura,
        json!({"type": "revoke", "message": first}),
    )
    .await;
    let shown = screen(&test.api, noura).await;
    assert_eq!(
        (&shown["items"][0]["revoked"], &shown["items"][0]["text"]),
        (&json!(true), &json!(""))
    );
}

async fn screen_of(test: &TestApp, person: i64, limit: u8) -> Value {
    let path = format!("/api/simulator/people/{person}/messages?limit={limit}");
    test.api.get(&path).await.expect(200)
}

#[tokio::test]
async fn the_phone_shows_what_the_business_sends_and_taps_it() {
    let test = switched_on().await;
    let noura = person(&test.api, "نورة", "+966501234567").await;
    writes(&test.api, noura, "hello").await;
    conversation_with(&test.api, "hello").await;
    let template = json!({"type": "template", "template": {"name": "follow_up", "language": {"code": "en"},
        "components": [{"type": "body", "parameters": [{"type": "text", "text": "Noura"}]}]}});
    let sent = business_sends(&test, "966501234567", template).await;
    // What WhatsApp does with it takes its time, and the clock of this test stands.
    test.app.clock.advance(150_000);
    let path = format!("/api/simulator/people/{noura}/messages");
    until(&test.api, &path, |screen| {
        screen["items"][1]["status"] == "sent"
    })
    .await;
    test.app.clock.advance(350_000);
    let shown = until(&test.api, &path, |screen| {
        screen["items"][1]["status"] == "delivered"
    })
    .await;
    let message = &shown["items"][1];
    assert_eq!(message["id"], sent.as_str());
    assert_eq!(message["from"], "business");
    assert_eq!(
        message["template"]["body"],
        "Hello Noura, we have an answer for you. May we continue here?"
    );
    assert_eq!(message["choices"][1]["title"], "No, thanks");

    let read = test
        .api
        .post(&format!("/api/simulator/people/{noura}/read"), json!({}))
        .await;
    assert_eq!(read.expect(200)["read"], 1);
    does(
        &test.api,
        noura,
        json!({"type": "tap", "message": sent, "choice": "No, thanks"}),
    )
    .await;
    conversation_with(&test.api, "No, thanks").await;
    let refused = json!({"type": "tap", "message": sent, "choice": "Perhaps"});
    let refused = test.api.post(&path, refused).await.expect(422);
    assert_eq!(refused["code"], "simulator.impossible");
}

#[tokio::test]
async fn files_are_shown_and_never_run() {
    let test = switched_on().await;
    let noura = person(&test.api, "نورة", "+966501234567").await;
    let photo = does(&test.api, noura, json!({"type": "image"})).await;
    let own = does(
        &test.api,
        noura,
        json!({"type": "document", "data": "PHNjcmlwdD4=", "mime_type": "text/html"}),
    )
    .await;
    let words = writes(&test.api, noura, "no file").await;
    let file = |message: String| {
        let path = format!(
            "/api/simulator/people/{noura}/file?message={}",
            message.replace('=', "%3D").replace('+', "%2B")
        );
        let api = test.api.clone();
        async move { api.get(&path).await }
    };
    let reply = file(photo).await;
    assert_eq!(reply.headers["content-type"], "image/png");
    assert!(reply.text.contains("PNG"));
    let reply = file(own).await;
    assert_eq!(reply.text, "<script>");
    assert_eq!(reply.headers["x-content-type-options"], "nosniff");
    assert_eq!(reply.headers["content-disposition"], "attachment");
    file(words).await.expect(404);
    file("wamid.unknown".into()).await.expect(404);

    // More than other calls take: a photo as phones make them.
    let large = "AAAA".repeat(700_000);
    does(&test.api, noura, json!({"type": "image", "data": large})).await;
}

#[tokio::test]
async fn people_have_numbers_usernames_or_neither_and_change_them() {
    let test = switched_on().await;
    let api = &test.api;
    let make = async |body: Value| api.post("/api/simulator/people", body).await;
    let noura = make(
        json!({"name": "نورة", "phone_number": "+966 50 123 4567", "auto_reply": {"text": "شكرا"}}),
    )
    .await
    .expect(201);
    assert_eq!(noura["phone_number"], "+966501234567");
    assert_eq!(noura["auto_reply"], json!({"text": "شكرا"}));
    assert!(
        noura["user_id"]
            .as_str()
            .is_some_and(|id| id.starts_with("SA.")),
        "{noura}"
    );
    let omar = make(json!({"name": "Omar", "username": "@omar"}))
        .await
        .expect(201);
    assert_eq!(
        (&omar["username"], &omar["phone_number"]),
        (&json!("omar"), &Value::Null)
    );
    let nobody = make(json!({"name": "👤"})).await.expect(201);
    assert!(nobody["user_id"].is_string());
    let taken = make(json!({"name": "Twin", "phone_number": "+966501234567"}))
        .await
        .expect(409);
    assert_eq!(taken["code"], "simulator.taken");
    let bad = make(json!({"name": " ", "phone_number": "050", "username": "@"}))
        .await
        .expect(422);
    assert_eq!(bad["errors"].as_array().map(Vec::len), Some(3), "{bad}");
    make(json!({"name": "x", "number": "+966501234569"}))
        .await
        .expect(422);

    let id = nobody["id"].as_i64().expect("an id");
    writes(api, id, "who am I?").await;
    conversation_with(api, "who am I?").await;
    let customers = api.get("/api/customers").await.expect(200);
    assert_eq!(
        customers["items"][0]["phone_number"],
        Value::Null,
        "{customers}"
    );

    let path = format!("/api/simulator/people/{}", noura["id"]);
    let change = json!({"phone_number": "+966501234570", "online": false, "blocks_business": true, "wants_marketing": false, "name": "نورة ع."});
    let changed = api.patch(&path, change).await.expect(200);
    for (key, value) in [
        ("phone_number", json!("+966501234570")),
        ("online", json!(false)),
        ("blocks_business", json!(true)),
        ("wants_marketing", json!(false)),
        ("name", json!("نورة ع.")),
    ] {
        assert_eq!(changed[key], value, "{key}");
    }
    assert_ne!(changed["user_id"], noura["user_id"]);
    assert_eq!(api.get(&path).await.expect(200), changed);
    let blocked = json!({"type": "text", "body": "hello?"});
    api.post(&format!("{path}/messages"), blocked)
        .await
        .expect(422);
    let taken = json!({"phone_number": "+966501234570", "name": "Noura", "blocks_business": false, "wants_marketing": true});
    let changed = api.patch(&path, taken).await.expect(200);
    assert_eq!(
        (&changed["blocks_business"], &changed["wants_marketing"]),
        (&json!(false), &json!(true))
    );
    api.patch(&path, json!({"online": null})).await.expect(422);

    let page = api.get("/api/simulator/people?limit=2").await.expect(200);
    assert_eq!(page["items"][0]["id"], nobody["id"]);
    let cursor = page["next_cursor"].as_str().expect("more");
    let rest = api
        .get(&format!("/api/simulator/people?limit=2&cursor={cursor}"))
        .await
        .expect(200);
    assert_eq!(rest["items"].as_array().map(Vec::len), Some(1));
    assert_eq!(rest["items"][0]["id"], noura["id"]);

    api.delete(&path).await.expect(204);
    api.get(&path).await.expect(404);
    make(json!({"name": "Heir", "phone_number": "+966501234570"}))
        .await
        .expect(201);
}

#[tokio::test]
async fn what_a_deed_lacks_is_said() {
    let test = switched_on().await;
    let noura = person(&test.api, "نورة", "+966501234567").await;
    let path = format!("/api/simulator/people/{noura}/messages");
    for (deed, fields) in [
        (json!({"type": "text"}), vec!["body"]),
        (json!({"type": "text", "body": " "}), vec!["body"]),
        (json!({"type": "video"}), vec!["data"]),
        (json!({"type": "image", "data": "not base64"}), vec!["data"]),
        (
            json!({"type": "location", "latitude": 91.0}),
            vec!["latitude", "longitude"],
        ),
        (json!({"type": "contacts"}), vec!["contacts"]),
        (json!({"type": "tap"}), vec!["message"]),
        (json!({"type": "form"}), vec!["message", "answers"]),
        (json!({"type": "edit"}), vec!["message", "body"]),
        (json!({"type": "dance"}), vec!["type"]),
        (
            json!({"type": "text", "body": "x", "colour": "red"}),
            vec!["colour"],
        ),
    ] {
        let refused = test.api.post(&path, deed.clone()).await.expect(422);
        let named = refused["errors"].as_array().expect("errors").iter();
        let mut named: Vec<_> = named
            .map(|it| it["field"].as_str().expect("a field"))
            .collect();
        named.sort_unstable();
        let mut fields = fields;
        fields.sort_unstable();
        assert_eq!(named, fields, "{deed}: {refused}");
    }
    for deed in [
        json!({"type": "react", "message": "wamid.unknown", "emoji": "👍"}),
        json!({"type": "text", "body": "x", "reply_to": "wamid.unknown"}),
        json!({"type": "revoke", "message": "wamid.unknown"}),
    ] {
        let refused = test.api.post(&path, deed).await.expect(422);
        assert_eq!(refused["code"], "simulator.impossible", "{refused}");
    }
    assert_eq!(screen(&test.api, noura).await["items"], json!([]));
}

#[tokio::test]
async fn trouble_can_be_asked_for() {
    let test = switched_on().await;
    let api = &test.api;
    let usual = api.get("/api/simulator/behaviour").await.expect(200);
    assert_eq!(
        (&usual["sent_ms"], &usual["duplicated"], &usual["seed"]),
        (&json!(150), &json!(0.0), &Value::Null)
    );
    let set = json!({"duplicated": 1.0, "late_ms": 0, "seed": 7});
    let set = api.put("/api/simulator/behaviour", set).await.expect(200);
    assert_eq!(
        (&set["duplicated"], &set["sent_ms"], &set["seed"]),
        (&json!(1.0), &json!(150), &json!(7))
    );
    let bad = json!({"late": 1.5, "sent_ms": 604_800_001});
    let bad = api.put("/api/simulator/behaviour", bad).await.expect(422);
    assert_eq!(bad["errors"].as_array().map(Vec::len), Some(2), "{bad}");
    api.put("/api/simulator/behaviour", json!({"speed": 1}))
        .await
        .expect(422);

    let noura = person(api, "نورة", "+966501234567").await;
    for n in 0..5 {
        writes(api, noura, &format!("message {n}")).await;
    }
    let conversation = conversation_with(api, "message 4").await;
    // Each came twice, and is there once.
    let path = format!("/api/conversations/{}/messages", conversation["id"]);
    let messages = api.get(&path).await.expect(200);
    assert_eq!(messages["items"].as_array().map(Vec::len), Some(5));
}
