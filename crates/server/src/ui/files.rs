//! Files of the dashboard as answers: their type, their tag, their compressed form.

use axum::body::Body;
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use rust_embed::EmbeddedFile;

use crate::http::is_known;

/// What a page may do: load our own files and call our own API. No script or style stands in a page.
const POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; \
     img-src 'self' blob: data:; media-src 'self' blob:; connect-src 'self'; manifest-src 'self'; \
     base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
);
const FOR_GOOD: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
const ASK_AGAIN: HeaderValue = HeaderValue::from_static("no-cache");

/// Where files come from, by their names.
#[derive(Clone, Copy)]
pub(super) struct Files(pub(super) fn(&str) -> Option<EmbeddedFile>);

impl Files {
    /// The file of this name; its compressed form, made when it was built, for whoever takes that.
    pub(super) fn answer(self, name: &str, headers: &HeaderMap) -> Option<Response> {
        let kind = kind_of(name)?;
        let file = (self.0)(name)?;
        let compressed = takes_brotli(headers)
            .then(|| (self.0)(&format!("{name}.br")))
            .flatten();
        let encoding = compressed
            .is_some()
            .then_some(HeaderValue::from_static("br"));
        let file = compressed.unwrap_or(file);

        let tag = format!("\"{}\"", hex::encode(&file.metadata.sha256_hash()[..12]));
        let tag = HeaderValue::try_from(tag).unwrap_or(HeaderValue::from_static("\"\""));
        let mut response = if is_known(headers, &tag) {
            StatusCode::NOT_MODIFIED.into_response()
        } else {
            Body::from(file.data).into_response()
        };
        let set = response.headers_mut();
        set.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
        set.insert(header::ETAG, tag);
        set.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
        let lasts = name.starts_with("assets/");
        let cached = if lasts { FOR_GOOD } else { ASK_AGAIN };
        set.insert(header::CACHE_CONTROL, cached);
        if kind.starts_with("text/html") {
            set.insert(header::CONTENT_SECURITY_POLICY, POLICY);
        }
        if let Some(encoding) = encoding {
            set.insert(header::CONTENT_ENCODING, encoding);
        }
        Some(response)
    }
}

/// The type of a file by its ending; `None` for what the dashboard has none of, compressed forms too.
fn kind_of(name: &str) -> Option<&'static str> {
    let (_, ending) = name.rsplit_once('.')?;
    Some(match ending {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "woff2" => "font/woff2",
        "mp3" => "audio/mpeg",
        "webmanifest" => "application/manifest+json",
        _ => return None,
    })
}

fn takes_brotli(headers: &HeaderMap) -> bool {
    headers
        .get_all(header::ACCEPT_ENCODING)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(|encoding| {
            let mut parts = encoding.split(';').map(str::trim);
            parts.next() == Some("br")
                && parts.all(|part| part.trim_end_matches('0') != "q=" && part != "q=0.0")
        })
}
