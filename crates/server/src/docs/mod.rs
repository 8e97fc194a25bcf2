//! The description of the API, for programs and for people.
//!
//! `/api/openapi.json` is the OpenAPI document, `/api/docs` a page that shows it and tries it. The
//! page is three files of our own that need nothing from the internet; no script or style stands
//! in the page itself, so its policy allows none.

use std::sync::{Arc, LazyLock};

use axum::Router;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use bytes::Bytes;
use http::{HeaderMap, HeaderValue, StatusCode, header};
use sha2::{Digest, Sha256};
use utoipa::openapi::OpenApi;

use crate::app::App;
use crate::http::is_known;

const PAGE: &str = include_str!("docs.html");
const SCRIPT: &str = include_str!("docs.js");
const STYLE: &str = include_str!("docs.css");

/// What the page may do: load our own script and style, and call our own API.
const POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; \
     base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
);

/// The routes, outside the API that they describe.
pub fn routes(document: OpenApi) -> Router<App> {
    // Printed when it is first asked for: most tests never do.
    let printed = Arc::new(LazyLock::new(move || {
        let text = document.to_json().unwrap_or_default();
        File::new("application/json", Bytes::from(text))
    }));
    let file = |kind, text: &'static str| {
        let file = Arc::new(File::new(kind, Bytes::from_static(text.as_bytes())));
        get(move |headers: HeaderMap| async move { file.answer(&headers) })
    };
    Router::new()
        .route(
            "/api/openapi.json",
            get(move |headers: HeaderMap| async move { printed.answer(&headers) }),
        )
        .route("/api/docs", file("text/html; charset=utf-8", PAGE))
        .route(
            "/api/docs.js",
            file("text/javascript; charset=utf-8", SCRIPT),
        )
        .route("/api/docs.css", file("text/css; charset=utf-8", STYLE))
}

/// A file in memory, with the tag that tells browsers whether theirs is still the same.
struct File {
    kind: &'static str,
    body: Bytes,
    tag: HeaderValue,
}

impl File {
    fn new(kind: &'static str, body: Bytes) -> Self {
        let tag = format!("\"{}\"", hex::encode(&Sha256::digest(&body)[..12]));
        Self {
            kind,
            tag: HeaderValue::try_from(tag).unwrap_or(HeaderValue::from_static("\"\"")),
            body,
        }
    }

    fn answer(&self, headers: &HeaderMap) -> Response {
        let mut response = if is_known(headers, &self.tag) {
            StatusCode::NOT_MODIFIED.into_response()
        } else {
            ([(header::CONTENT_TYPE, self.kind)], self.body.clone()).into_response()
        };
        let headers = response.headers_mut();
        headers.insert(header::ETAG, self.tag.clone());
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
        headers.insert(header::CONTENT_SECURITY_POLICY, POLICY);
        response
    }
}
