//! What is asked of Meta, and what is made of its answers.

use serde_json::{Value, json};

use super::server::{answers, request, server};
use super::*;
use crate::outbound::{Message, Recipient};

/// The JSON body of a request.
fn body(request: &str) -> Value {
    let (_, body) = request.split_once("\r\n\r\n").expect("a body");
    serde_json::from_str(body).expect("JSON")
}

fn first_line(request: &str) -> &str {
    request.lines().next().expect("a request")
}

#[tokio::test]
async fn a_message_is_sent_and_known_by_its_id() {
    let answer = r#"{"messaging_product":"whatsapp","contacts":[{"input":"+15550177","wa_id":"15550177"}],
        "messages":[{"id":"wamid.OUT","message_status":"accepted"}]}"#;
    let (address, serving) = server("200 OK", answer);
    let message = Message::text("Hello").to_wire(&Recipient::Phone("15550177".into()), "job-12");
    let sent = graph(&address).send("7001", &message).await.expect("sent");
    assert_eq!(
        sent,
        Sent {
            wamid: "wamid.OUT".into(),
            wa_id: Some("15550177".into()),
            user_id: None,
            message_status: Some("accepted".into()),
        }
    );
    let request = serving.join().expect("served");
    assert_eq!(first_line(&request), "POST /v25.0/7001/messages HTTP/1.1");
    assert!(
        request.contains("authorization: Bearer EAAGsecret"),
        "{request}"
    );
    assert_eq!(body(&request), message);
}

#[tokio::test]
async fn only_what_never_left_is_sure_not_to_have_arrived() {
    let message = json!({});
    let arrived = async |status: &str, body: &str| {
        let (address, serving) = server(status, body);
        let error = graph(&address)
            .send("7001", &message)
            .await
            .expect_err("failed");
        serving.join().expect("served");
        error.may_have_arrived()
    };
    let refusal = r#"{"error":{"message":"m","code":131047}}"#;
    assert!(!arrived("400 Bad Request", refusal).await);
    assert!(!arrived("404 Not Found", "<html>").await);
    assert!(arrived("502 Bad Gateway", "<html>").await);
    assert!(
        arrived("200 OK", "{}").await,
        "accepted, with an id we cannot read"
    );

    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = format!("http://{}", listener.local_addr().expect("bound"));
    drop(listener);
    let error = graph(&address)
        .send("7001", &message)
        .await
        .expect_err("nobody listens");
    assert!(!error.may_have_arrived(), "{error:?}");
    let error = graph("http://no-such-host.invalid")
        .send("7001", &message)
        .await;
    assert!(!error.expect_err("no such host").may_have_arrived());

    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = format!("http://{}", listener.local_addr().expect("bound"));
    let serving = std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().expect("a connection");
        request(&mut stream);
    });
    let error = graph(&address)
        .send("7001", &message)
        .await
        .expect_err("hung up");
    serving.join().expect("served");
    assert!(error.may_have_arrived(), "{error:?}");
}

#[tokio::test]
async fn reading_and_typing_are_told() {
    for (typing, expected) in [
        (
            false,
            json!({"messaging_product": "whatsapp", "status": "read", "message_id": "wamid.A"}),
        ),
        (
            true,
            json!({"messaging_product": "whatsapp", "status": "read", "message_id": "wamid.A",
            "typing_indicator": {"type": "text"}}),
        ),
    ] {
        let (address, serving) = server("200 OK", r#"{"success":true}"#);
        graph(&address)
            .mark_read("7001", "wamid.A", typing)
            .await
            .expect("told");
        assert_eq!(body(&serving.join().expect("served")), expected);
    }
}

#[tokio::test]
async fn all_pages_of_templates_are_read_and_begun_anew_when_a_cursor_is_stale() {
    let first = r#"{"data":[{"id":"1","name":"a","language":"en"},{"odd":1}],"paging":{
        "cursors":{"before":"x","after":"c=1"},"next":"https://evil.example/?access_token=EAAG"}}"#;
    let last =
        r#"{"data":[{"id":"2","name":"b","language":"ar"}],"paging":{"cursors":{"after":"c2"}}}"#;
    let stale = r#"{"error":{"message":"m","code":131059}}"#;
    let (address, serving) = answers(&[
        ("200 OK", first),
        ("400 Bad Request", stale),
        ("200 OK", first),
        ("200 OK", last),
    ]);
    let templates = graph(&address).templates("9001").await.expect("a list");
    let names: Vec<_> = templates.iter().map(|template| &*template.name).collect();
    assert_eq!(names, ["a", "b"]);
    let requests = serving.join().expect("served");
    let is_after = |request: &String| first_line(request).contains("&after=c%3D1 ");
    assert_eq!(
        requests.iter().map(is_after).collect::<Vec<_>>(),
        [false, true, false, true]
    );
    assert!(requests[0].starts_with("GET /v25.0/9001/message_templates?fields=id%2Cname"));
}

#[tokio::test]
async fn templates_are_created_changed_and_deleted() {
    let (address, serving) = answers(&[
        (
            "200 OK",
            r#"{"id":"572","status":"PENDING","category":"MARKETING"}"#,
        ),
        ("200 OK", r#"{"success":true}"#),
        ("200 OK", r#"{"success":true}"#),
        (
            "200 OK",
            r#"{"id":"572","name":"a","language":"en","status":"APPROVED"}"#,
        ),
    ]);
    let graph = graph(&address);
    let created = graph
        .create_template("9001", &json!({"name": "a"}))
        .await
        .expect("created");
    assert_eq!(
        (&*created.id, created.category.as_deref()),
        ("572", Some("MARKETING"))
    );
    graph
        .edit_template("572", &json!({"category": "UTILITY"}))
        .await
        .expect("changed");
    graph
        .delete_template("9001", "a", Some("572"))
        .await
        .expect("deleted");
    let template = graph
        .template("572")
        .await
        .expect("an answer")
        .expect("a template");
    assert!(template.is_approved());
    let requests = serving.join().expect("served");
    let lines: Vec<_> = requests[..3]
        .iter()
        .map(|request| first_line(request))
        .collect();
    assert_eq!(
        lines,
        [
            "POST /v25.0/9001/message_templates HTTP/1.1",
            "POST /v25.0/572 HTTP/1.1",
            "DELETE /v25.0/9001/message_templates?name=a&hsm_id=572 HTTP/1.1",
        ]
    );
}

#[tokio::test]
async fn webhooks_are_subscribed_with_and_without_an_address() {
    let done = ("200 OK", r#"{"success":true}"#);
    let (address, serving) = answers(&[done, done, ("200 OK", r#"{"success":false}"#)]);
    let graph = graph(&address);
    graph.subscribe("9001", None).await.expect("subscribed");
    let callback = CallbackOverride {
        uri: "https://x.y/hook",
        verify_token: "v",
    };
    graph
        .subscribe("9001", Some(callback))
        .await
        .expect("subscribed");
    let error = graph.unsubscribe("9001").await.expect_err("not done");
    assert!(matches!(error, Error::Unreadable { .. }));
    let requests = serving.join().expect("served");
    assert_eq!(body(&requests[0]), json!({}));
    let expected = json!({"override_callback_uri": "https://x.y/hook", "verify_token": "v"});
    assert_eq!(body(&requests[1]), expected);
    assert!(requests[2].starts_with("DELETE /v25.0/9001/subscribed_apps "));
}

#[tokio::test]
async fn each_blocked_customer_has_a_result() {
    let some_failed = r#"{"error":{"message":"m","code":139100},"messaging_product":"whatsapp","block_users":{
        "added_users":[{"input":"+15550177","wa_id":"15550177"}],
        "failed_users":[{"input":"US.1","errors":[{"code":139101,"message":"m","error_data":{"details":"d"}}]}]}}"#;
    let removed = r#"{"block_users":{"removed_users":[{"input":"+15550177"}]}}"#;
    let refused = r#"{"error":{"message":"m","code":131021}}"#;
    let bad = "400 Bad Request";
    let (address, serving) = answers(&[(bad, some_failed), ("200 OK", removed), (bad, refused)]);
    let graph = graph(&address);
    let customers = [
        Recipient::Phone("15550177".into()),
        Recipient::UserId("US.1".into()),
    ];
    let blocked = graph.block("7001", &customers).await.expect("results");
    assert_eq!(blocked.done, ["+15550177"]);
    assert_eq!(
        (blocked.failed[0].code, blocked.failed[0].details.as_deref()),
        (Some(139_101), Some("d"))
    );
    let unblocked = graph
        .unblock("7001", &customers[..1])
        .await
        .expect("results");
    assert_eq!(unblocked.done, ["+15550177"]);
    let error = graph.block("7001", &customers).await.expect_err("refused");
    assert!(matches!(
        error,
        Error::Refused(GraphError { code: 131_021, .. })
    ));
    let requests = serving.join().expect("served");
    let users = json!([{"user": "+15550177"}, {"user_id": "US.1"}]);
    assert_eq!(body(&requests[0])["block_users"], users);
    assert!(requests[1].starts_with("DELETE /v25.0/7001/block_users "));
}

#[tokio::test]
async fn the_profile_is_read_and_changed() {
    let profile = r#"{"data":[{"about":"Open","websites":["https://x.y"],"vertical":"RETAIL"}]}"#;
    let (address, serving) = answers(&[("200 OK", profile), ("200 OK", r#"{"success":true}"#)]);
    let graph = graph(&address);
    let profile = graph.business_profile("7001").await.expect("a profile");
    assert_eq!(profile.about.as_deref(), Some("Open"));
    assert_eq!(profile.websites, ["https://x.y"]);
    let update = json!({"about": "Closed", "email": "", "websites": []});
    let update = ProfileUpdate::parse(&update).expect("a change");
    graph
        .set_business_profile("7001", &update)
        .await
        .expect("changed");
    let requests = serving.join().expect("served");
    let expected =
        json!({"messaging_product": "whatsapp", "about": "Closed", "email": "", "websites": []});
    assert_eq!(body(&requests[1]), expected);
}

#[test]
fn a_profile_that_meta_would_refuse_is_not_sent() {
    let update = json!({"about": "", "descripton": "x", "email": 5,
        "websites": ["https://a.b", "c.d", "https://e.f"]});
    let problems = ProfileUpdate::parse(&update).expect_err("wrong");
    let found: Vec<_> = problems
        .iter()
        .map(|p| format!("{} {}", p.field, p.code))
        .collect();
    assert_eq!(
        found,
        [
            "about missing",
            "email wrong_type",
            "websites count",
            "websites[1] invalid",
            "descripton unknown_field",
        ]
    );
}
