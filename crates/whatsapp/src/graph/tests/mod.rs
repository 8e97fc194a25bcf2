//! Talking to a Graph API of our own.

mod calls;
mod files;
mod server;

use super::*;
use server::server;

const TOKEN: &str = "EAAGsecret";

#[expect(
    clippy::disallowed_methods,
    reason = "the test's own server is a private address"
)]
pub(super) fn http() -> reqwest::Client {
    // Another test may have installed it already, which is just as well.
    let _ = rustls::crypto::ring::default_provider().install_default();
    reqwest::Client::new()
}

pub(super) fn graph(base_url: &str) -> Graph {
    Graph::new(http(), base_url, DEFAULT_VERSION, TOKEN.into()).expect("an address")
}

#[tokio::test]
async fn a_numbers_health_is_asked_for_with_the_token_in_a_header() {
    let body = r#"{"id":"7001","display_phone_number":"+966 11 200 0100","verified_name":"متجر النخيل",
        "quality_rating":"GREEN","status":"CONNECTED","throughput":{"level":"STANDARD"},
        "whatsapp_business_manager_messaging_limit":"TIER_2K",
        "health_status":{"can_send_message":"AVAILABLE","entities":[]}}"#;
    let (address, serving) = server("200 OK", body);
    let health = graph(&address).phone_number("7001").await.expect("healthy");
    assert_eq!(health.verified_name.as_deref(), Some("متجر النخيل"));
    assert_eq!(health.throughput.as_deref(), Some("STANDARD"));
    assert_eq!(health.messaging_limit.as_deref(), Some("TIER_2K"));
    assert_eq!(health.can_send_message.as_deref(), Some("AVAILABLE"));

    let request = serving.join().expect("served");
    assert!(
        request.starts_with("GET /v25.0/7001?fields=id%2C"),
        "{request}"
    );
    assert!(
        request.contains("authorization: Bearer EAAGsecret"),
        "{request}"
    );
}

#[tokio::test]
async fn subscribed_apps_are_listed() {
    let body = r#"{"data":[{"whatsapp_business_api_data":{"id":12,"name":"Clientele"},
        "override_callback_uri":"https://x.y/hook"},{}]}"#;
    let (address, serving) = server("200 OK", body);
    let apps = graph(&format!("{address}/v24.0/"))
        .subscribed_apps("90/01")
        .await;
    let apps = apps.expect("a list");
    assert_eq!(apps[0].id.as_deref(), Some("12"));
    assert_eq!(
        apps[0].override_callback_uri.as_deref(),
        Some("https://x.y/hook")
    );
    assert_eq!(apps[1].id, None);
    let request = serving.join().expect("served");
    assert!(
        request.starts_with("GET /v24.0/90%2F01/subscribed_apps "),
        "{request}"
    );
}

#[tokio::test]
async fn a_refusal_has_its_codes_and_never_the_token() {
    let body = r#"{"error":{"message":"Malformed access token EAAGsecret","type":"OAuthException",
        "code":190,"error_subcode":"463","fbtrace_id":"Az"}}"#;
    let (address, serving) = server("401 Unauthorized", body);
    let graph = graph(&address);
    let error = graph.phone_number("7001").await.expect_err("refused");
    serving.join().expect("served");
    let Error::Refused(refusal) = &error else {
        panic!("{error:?}")
    };
    assert_eq!(
        (refusal.code, refusal.subcode, refusal.http_status),
        (190, Some(463), 401)
    );
    assert_eq!(refusal.fbtrace_id.as_deref(), Some("Az"));
    assert_eq!(
        error.to_string(),
        "Meta refused with code 190: Malformed access token [access token]"
    );
    assert!(!format!("{error:?} {graph:?}").contains(TOKEN));
}

#[tokio::test]
async fn other_answers_and_no_answer_are_told_apart() {
    let (address, serving) = server("502 Bad Gateway", "<html>");
    let error = graph(&address)
        .phone_number("7001")
        .await
        .expect_err("a proxy");
    serving.join().expect("served");
    assert!(matches!(error, Error::Unreadable { http_status: 502 }));

    let error = graph(&address)
        .phone_number("7001")
        .await
        .expect_err("nobody listens");
    assert!(matches!(error, Error::Transport(_)));
    assert!(!format!("{error:?} {error}").contains(TOKEN));
}

#[test]
fn the_base_url_may_name_a_version_and_must_be_http() {
    for (base_url, base) in [
        (
            "https://graph.facebook.com",
            "https://graph.facebook.com/v25.0",
        ),
        (
            "https://graph.facebook.com/",
            "https://graph.facebook.com/v25.0",
        ),
        (
            "https://graph.facebook.com/v26.0",
            "https://graph.facebook.com/v26.0",
        ),
        (
            "http://localhost:9000/sim/",
            "http://localhost:9000/sim/v25.0",
        ),
        (
            "http://localhost:9000/v1/",
            "http://localhost:9000/v1/v25.0",
        ),
    ] {
        assert_eq!(graph(base_url).base.as_str(), base);
    }
    let new = |base_url| Graph::new(http(), base_url, "v25.0", String::new());
    assert!(matches!(
        new("graph.facebook.com"),
        Err(BaseUrlError::NotAUrl(_))
    ));
    assert!(matches!(new("mailto:a@b.c"), Err(BaseUrlError::NotHttp)));
}
