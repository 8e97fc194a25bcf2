//! The dashboard in the browser: the files that `web/` builds, inside the program.
//!
//! Every path that nothing else answers is a page of the dashboard, which finds out by itself what to
//! show there; so this is the fallback of the router. What always holds: paths of the API and of
//! webhooks are never answered with a page; a file under `assets/`, whose name changes with its
//! content, is kept by browsers for good, and one that an old page asks for in vain is a 404; all
//! else is asked for again each time and answered 304 while it is the same. Nothing may run in a
//! page but the files themselves.
//!
//! A program built without the dashboard says so and how to build it. In development (a debug build) the
//! files are read from `web/dist`, so a new build of the dashboard needs none of the program.
mod files;
#[cfg(test)]
mod tests;

use axum::extract::Request;
use axum::response::{IntoResponse, Response};
use http::{HeaderValue, Method, StatusCode, header};
use rust_embed::RustEmbed;

use crate::http::Problem;
use files::Files;

/// What `make ui` built.
#[derive(RustEmbed)]
#[folder = "../../web/dist"]
struct Built;

/// Paths of programs, below which there are no pages.
const NO_PAGES: [&str; 2] = ["/api", "/webhooks"];

/// What is answered instead of a page when the dashboard was not built.
const NOT_BUILT: &str = include_str!("not_built.html");

/// Answers what nothing else did: a page or a file of the dashboard, or that there is no such thing.
pub async fn answer(request: Request) -> Response {
    respond(Files(Built::get), &request)
}

fn respond(files: Files, request: &Request) -> Response {
    let path = request.uri().path();
    let is_a_programs = NO_PAGES.iter().any(|prefix| {
        path.strip_prefix(prefix)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    });
    if is_a_programs || !matches!(*request.method(), Method::GET | Method::HEAD) {
        return Problem::not_found("page").into_response();
    }
    let name = path.trim_start_matches('/');
    if let Some(response) = files.answer(name, request.headers()) {
        return response;
    }
    if name.starts_with("assets/") {
        return Problem::not_found("page").into_response();
    }
    files
        .answer("index.html", request.headers())
        .unwrap_or_else(not_built)
}

fn not_built() -> Response {
    let headers = [
        (header::CONTENT_TYPE, "text/html; charset=utf-8"),
        (header::CACHE_CONTROL, "no-store"),
    ];
    let mut response = (StatusCode::OK, headers, NOT_BUILT).into_response();
    let policy = HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'");
    response
        .headers_mut()
        .insert(header::CONTENT_SECURITY_POLICY, policy);
    response
}
