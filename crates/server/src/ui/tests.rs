//! The dashboard's files as a browser gets them, from a folder of samples.

use axum::body::to_bytes;
use axum::extract::Request;
use axum::response::Response;
use http::{Method, StatusCode};
use rust_embed::RustEmbed;

use super::files::Files;
use super::respond;
use crate::testing::TestApp;

#[derive(RustEmbed)]
#[folder = "src/ui/sample"]
struct Sample;

fn ask(method: Method, path: &str, headers: &[(&str, &str)]) -> Response {
    let mut request = Request::builder().method(method).uri(path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let request = request.body(axum::body::Body::empty()).expect("a request");
    respond(Files(Sample::get), &request)
}

fn get(path: &str, headers: &[(&str, &str)]) -> Response {
    ask(Method::GET, path, headers)
}

async fn text(response: Response) -> String {
    let bytes = to_bytes(response.into_body(), 10_000).await.expect("body");
    String::from_utf8(bytes.to_vec()).expect("text")
}

fn header<'a>(response: &'a Response, name: &str) -> &'a str {
    response.headers()[name].to_str().expect("text")
}

#[tokio::test]
async fn every_page_is_the_one_page_under_a_strict_policy() {
    for path in [
        "/",
        "/customers",
        "/inbox/17?view=mine",
        "/no/such.page",
        "/apish",
    ] {
        let page = get(path, &[("accept-encoding", "gzip, br")]);
        assert_eq!(page.status(), StatusCode::OK, "{path}");
        assert_eq!(header(&page, "content-type"), "text/html; charset=utf-8");
        assert_eq!(header(&page, "cache-control"), "no-cache");
        let policy = header(&page, "content-security-policy");
        assert!(policy.starts_with("default-src 'none'; script-src 'self'; style-src 'self';"));
        assert!(!policy.contains("unsafe"), "{policy}");
        assert!(text(page).await.contains("<title>Sample</title>"), "{path}");
    }
}

#[tokio::test]
async fn built_files_are_kept_for_good_and_compressed_for_whoever_takes_it() {
    let path = "/assets/main-1a2b.js";
    let plain = get(path, &[]);
    assert_eq!(
        header(&plain, "content-type"),
        "text/javascript; charset=utf-8"
    );
    assert_eq!(
        header(&plain, "cache-control"),
        "public, max-age=31536000, immutable"
    );
    assert!(plain.headers().get("content-encoding").is_none());
    assert!(text(plain).await.starts_with("console.log"));

    let compressed = get(path, &[("accept-encoding", "gzip, br;q=0.9")]);
    assert_eq!(header(&compressed, "content-encoding"), "br");
    assert_eq!(header(&compressed, "vary"), "accept-encoding");
    assert_eq!(text(compressed).await, "not really brotli");
    for refused in ["gzip", "br;q=0", "br;q=0.0", "brotli"] {
        let plain = get(path, &[("accept-encoding", refused)]);
        assert!(
            plain.headers().get("content-encoding").is_none(),
            "{refused}"
        );
    }
    // The compressed form is no file of its own.
    let page = get("/assets/main-1a2b.js.br", &[]);
    assert_eq!(page.status(), StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn what_the_browser_has_is_not_sent_again() {
    let first = get("/boot.js", &[]);
    assert_eq!(header(&first, "cache-control"), "no-cache");
    let tag = header(&first, "etag").to_owned();
    for known in [tag.clone(), format!("W/{tag}"), format!("\"other\", {tag}")] {
        let again = get("/boot.js", &[("if-none-match", &known)]);
        assert_eq!(again.status(), StatusCode::NOT_MODIFIED);
        assert_eq!(header(&again, "etag"), tag);
        assert_eq!(text(again).await, "");
    }
    let changed = get("/boot.js", &[("if-none-match", "\"other\"")]);
    assert_eq!(changed.status(), StatusCode::OK);
}

#[tokio::test]
async fn programs_get_problems_and_an_old_page_learns_that_its_file_is_gone() {
    for path in [
        "/api",
        "/api/",
        "/api/nothing",
        "/webhooks/other",
        "/assets/main-0000.js",
    ] {
        let gone = get(path, &[]);
        assert_eq!(gone.status(), StatusCode::NOT_FOUND, "{path}");
        assert_eq!(header(&gone, "content-type"), "application/problem+json");
    }
    for method in [Method::POST, Method::DELETE] {
        let refused = ask(method, "/customers", &[]);
        assert_eq!(refused.status(), StatusCode::NOT_FOUND);
    }
    assert_eq!(ask(Method::HEAD, "/", &[]).status(), StatusCode::OK);
}

#[tokio::test]
async fn the_program_answers_pages_but_not_instead_of_the_api() {
    let test = TestApp::start().await;
    let page = test.anonymous().get("/customers?q=tag:vip").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.text.starts_with("<!doctype html>"), "{}", page.text);
    let unknown = test.anonymous().get("/api/nothing").await;
    assert_eq!(unknown.expect(404)["code"], "not_found");
}
