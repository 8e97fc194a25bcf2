//! Whether whoever asks has the file already.

use http::{HeaderMap, HeaderValue, header};

/// Whether the request names this tag as one it has (`If-None-Match`).
pub fn is_known(headers: &HeaderMap, tag: &HeaderValue) -> bool {
    headers
        .get_all(header::IF_NONE_MATCH)
        .iter()
        .filter_map(|tags| tags.to_str().ok())
        .flat_map(|tags| tags.split(','))
        .any(|known| known.trim().trim_start_matches("W/") == tag)
}
