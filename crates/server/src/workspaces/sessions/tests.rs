//! Signing in and out as a browser sees it.

use axum::body::Body;
use http::{Method, Request, StatusCode};
use serde_json::{Value, json};

use crate::access::Actor;
use crate::kernel::clock::{DAY, SECOND};
use crate::testing::{Reply, TestApp};
use crate::workspaces::{NewOwner, NewWorkspace, create};

const EMAIL: &str = "mona@nilebooks.eg";
const PASSWORD: &str = "كتاب كل يوم";

async fn start() -> TestApp {
    let test = TestApp::start().await;
    let new = NewWorkspace {
        name: "Nile Books".into(),
        time_zone: "Africa/Cairo".into(),
        default_region: "EG".into(),
        owner: NewOwner {
            name: "منى السيد".into(),
            email: EMAIL.into(),
            password: PASSWORD.into(),
        },
    };
    create(&test.app, new, Actor::Command).await.expect("made");
    test
}

async fn sign_in(test: &TestApp, email: &str, password: &str, headers: &[(&str, &str)]) -> Reply {
    let mut request = Request::builder()
        .method(Method::POST)
        .uri("/api/session")
        .header("user-agent", "Firefox/148");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let body = json!({"email": email, "password": password}).to_string();
    let request = request.body(Body::from(body)).expect("a request");
    test.anonymous().raw(request).await
}

#[tokio::test]
async fn a_session_begins_is_listed_and_ends() {
    let test = start().await;
    let reply = sign_in(&test, " Mona@NileBooks.EG ", PASSWORD, &[]).await;
    let (first, attributes) = reply.session_cookie().expect("a cookie");
    assert_eq!(
        attributes,
        "HttpOnly; SameSite=Lax; Path=/; Max-Age=2592000"
    );
    let who = reply.expect(200);
    assert_eq!((&who["role"], &who["key"]), (&json!("owner"), &Value::Null));
    assert_eq!(who["member"]["email"], EMAIL);
    assert_eq!(who["workspace"]["time_zone"], "Africa/Cairo");

    let browser = test.with_cookie(&first);
    assert_eq!(browser.get("/api/session").await.expect(200), who);
    test.app.clock.advance(60 * SECOND);
    let other = sign_in(
        &test,
        EMAIL,
        PASSWORD,
        &[("origin", "https://crm.example"), ("host", "crm.example")],
    )
    .await;
    let (second, attributes) = other.session_cookie().expect("a cookie");
    assert!(attributes.ends_with("; Secure"), "{attributes}");
    let list = browser.get("/api/sessions").await.expect(200);
    let current: Vec<_> = list["items"]
        .as_array()
        .expect("two")
        .iter()
        .map(|s| &s["current"])
        .collect();
    assert_eq!(current, [false, true]);
    assert_eq!(list["items"][0]["user_agent"], "Firefox/148");

    // Signing in again in the same browser ends its earlier session.
    let cookie = format!("clientele_session={first}");
    let third = sign_in(&test, EMAIL, PASSWORD, &[("cookie", &cookie)]).await;
    let (third, _) = third.session_cookie().expect("a cookie");
    browser.get("/api/session").await.expect(401);

    let gone = test.with_cookie(&third).delete("/api/session").await;
    assert_eq!(gone.session_cookie().expect("taken away").0, "");
    assert_eq!(gone.status, StatusCode::NO_CONTENT);
    test.with_cookie(&third)
        .get("/api/session")
        .await
        .expect(401);
    let second = test.with_cookie(&second);
    second.get("/api/session").await.expect(200);
    let log = second.get("/api/audit-log").await.expect(200);
    assert_eq!(log["items"][0]["kind"], "session.ended");
    assert_eq!(log["items"][0]["actor_id"], who["member"]["id"]);
    second.delete("/api/sessions").await.expect(204);
    second.get("/api/session").await.expect(401);
}

#[tokio::test]
async fn a_session_ends_by_itself_after_thirty_days() {
    let test = start().await;
    let (cookie, _) = sign_in(&test, EMAIL, PASSWORD, &[])
        .await
        .session_cookie()
        .expect("a cookie");
    test.app.clock.advance(30 * DAY);
    test.with_cookie(&cookie)
        .get("/api/session")
        .await
        .expect(401);
}

#[tokio::test]
async fn a_key_is_told_who_it_is_but_has_no_session() {
    let test = TestApp::start().await;
    let who = test.api.get("/api/session").await.expect(200);
    assert_eq!(
        (&who["key"]["name"], &who["member"]),
        (&json!("test"), &Value::Null)
    );
    assert_eq!(who["workspace"]["name"], "Bayt Coffee");
    for (method, path) in [
        (Method::DELETE, "session"),
        (Method::DELETE, "sessions"),
        (Method::GET, "sessions"),
    ] {
        let reply = test.api.send(method, &format!("/api/{path}"), None).await;
        assert_eq!(reply.expect(403)["code"], "members_only");
    }
}

#[tokio::test]
async fn a_failed_sign_in_tells_nothing() {
    let test = start().await;
    let (inactive, _) = test.member("Ali", crate::access::Role::Agent).await;
    crate::db::sql(
        "UPDATE members SET email_key = 'ali@x.sa', active = FALSE,
             password_hash = (SELECT password_hash FROM members WHERE email_key = $2)
         WHERE id = $1",
    )
    .bind(inactive)
    .bind(EMAIL)
    .run(&test.app.db)
    .await
    .expect("inactive");
    let mut answers = Vec::new();
    for (email, password) in [
        (EMAIL, "another password"),
        ("nobody@nilebooks.eg", PASSWORD),
        ("ali@x.sa", PASSWORD),
        ("no address\0", PASSWORD),
    ] {
        let reply = sign_in(&test, email, password, &[]).await;
        assert!(reply.session_cookie().is_none());
        answers.push(reply.expect(401));
    }
    answers.dedup();
    assert_eq!(answers.len(), 1, "{answers:?}");
    let missing = test
        .anonymous()
        .post("/api/session", json!({"email": EMAIL}))
        .await;
    missing.expect(422);
}

#[tokio::test]
async fn guessing_is_slowed_down_per_address() {
    let test = start().await;
    for _ in 0..10 {
        sign_in(&test, EMAIL, "a wrong guess", &[])
            .await
            .expect(401);
    }
    let refused = sign_in(&test, EMAIL, PASSWORD, &[]).await;
    assert_eq!(refused.headers["retry-after"], "901");
    assert_eq!(refused.expect(429)["code"], "too_many_attempts");
    test.app.clock.advance(15 * 60 * SECOND);
    sign_in(&test, EMAIL, PASSWORD, &[]).await.expect(200);
}

#[tokio::test]
async fn another_sites_page_can_neither_sign_in_nor_use_the_cookie() {
    let test = start().await;
    for headers in [
        &[("sec-fetch-site", "cross-site")][..],
        &[("origin", "https://evil.example"), ("host", "crm.example")],
    ] {
        let refused = sign_in(&test, EMAIL, PASSWORD, headers).await;
        assert_eq!(refused.expect(403)["code"], "cross_site");
    }
    let reply = sign_in(&test, EMAIL, PASSWORD, &[]).await;
    let cookie = format!(
        "clientele_session={}",
        reply.session_cookie().expect("a cookie").0
    );
    let send = |site: Option<&str>| {
        let mut request = Request::builder()
            .method(Method::PATCH)
            .uri("/api/me")
            .header("cookie", &cookie);
        if let Some(site) = site {
            request = request.header("sec-fetch-site", site);
        }
        let request = request.body(Body::from("{}")).expect("a request");
        let anonymous = test.anonymous();
        async move { anonymous.raw(request).await }
    };
    send(Some("same-site")).await.expect(403);
    send(None).await.expect(403);
    send(Some("same-origin")).await.expect(200);
}
