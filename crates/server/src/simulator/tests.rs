//! The simulated WhatsApp as its users see it: over HTTP, with signatures, on the server's own doors.

mod clock;
mod people;
mod switch;

use std::time::Duration;

use serde_json::{Value, json};

use crate::testing::{Api, TestApp};

/// How long something may take that happens at once.
const AT_ONCE: Duration = Duration::from_secs(10);

/// A server that listens, with the simulated WhatsApp of the first workspace switched on.
async fn switched_on() -> TestApp {
    let test = TestApp::start().await;
    test.listen().await;
    switch(&test.api, true).await;
    test
}

async fn switch(api: &Api, enabled: bool) -> Value {
    let body = json!({"enabled": enabled});
    api.put("/api/simulator", body).await.expect(200)
}

/// Makes somebody; their id.
async fn person(api: &Api, name: &str, number: &str) -> i64 {
    let body = json!({"name": name, "phone_number": number});
    let made = api.post("/api/simulator/people", body).await.expect(201);
    made["id"].as_i64().expect("an id")
}

/// Lets somebody do something; WhatsApp's id of it.
async fn does(api: &Api, person: i64, deed: Value) -> String {
    let path = format!("/api/simulator/people/{person}/messages");
    let done = api.post(&path, deed).await.expect(201);
    done["id"].as_str().expect("an id").to_owned()
}

async fn writes(api: &Api, person: i64, body: &str) -> String {
    does(api, person, json!({"type": "text", "body": body})).await
}

/// Asks until the answer is as wanted.
async fn until(api: &Api, path: &str, wanted: impl Fn(&Value) -> bool) -> Value {
    let asking = async {
        loop {
            let answer = api.get(path).await.expect(200);
            if wanted(&answer) {
                return answer;
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    match tokio::time::timeout(AT_ONCE, asking).await {
        Ok(answer) => answer,
        Err(_) => panic!("{path} stays {}", api.get(path).await.text),
    }
}

/// The only conversation, once its last message has these words.
async fn conversation_with(api: &Api, text: &str) -> Value {
    let found = until(api, "/api/conversations", |list| {
        list["items"][0]["last_message"]["text"] == text
    })
    .await;
    assert_eq!(found["items"].as_array().map(Vec::len), Some(1), "{found}");
    found["items"][0].clone()
}

async fn screen(api: &Api, person: i64) -> Value {
    let path = format!("/api/simulator/people/{person}/messages");
    api.get(&path).await.expect(200)
}
