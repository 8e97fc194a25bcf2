//! Handing files out: whole, in parts, and as small pictures.

use std::ops::Range;

use axum::body::Body;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use bytes::{Bytes, BytesMut};
use futures_util::StreamExt;
use http::{HeaderMap, HeaderValue, StatusCode, header};
use uuid::Uuid;

use super::disposition::disposition;
use super::kinds::{handed_out, has_thumbnail, is_shown};
use super::model::{Media, MediaState};
use super::upload::store_problem;
use super::{picture, store};
use crate::access::{Can, permit};
use crate::app::App;
use crate::http::{ApiResult, Path, Problem};
use crate::kernel::ids::WorkspaceId;

/// The largest picture that is made small, in bytes.
const LARGEST_PICTURE: i64 = 20 * 1024 * 1024;
/// What lies under an id never changes; only whoever asked may keep it.
const KEPT: HeaderValue = HeaderValue::from_static("private, max-age=31536000, immutable");
/// Opened by itself, a file may show itself and nothing more: no scripts, no forms, no cookies.
const SANDBOX: HeaderValue = HeaderValue::from_static(
    "sandbox; default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'",
);

/// Get a file
///
/// As it was sent. Parts of it by `Range`; whether it changed by `If-None-Match`, which it never does. Pictures,
/// sound and films are shown in their place, everything else is saved.
#[utoipa::path(get, path = "/media/{id}", tag = "media",
    params(("id" = Uuid, Path, description = "The file's id.")),
    responses(
        (status = 200, description = "The file.", body = Vec<u8>, content_type = "application/octet-stream"),
        (status = 206, description = "The part of it that was asked for.", body = Vec<u8>,
            content_type = "application/octet-stream"),
        (status = 304, description = "It is what the caller has."),
        (status = 416, description = "It is not as long as that.")))]
pub(super) async fn get_media(
    State(app): State<App>,
    caller: Can<permit::CustomersRead>,
    Path(id): Path<Uuid>,
    headers: HeaderMap,
) -> ApiResult<Response> {
    let (media, sha256) = ready(&app, caller.workspace, id).await?;
    let tag = tag_of(&sha256, "");
    if is_known(&headers, &tag) {
        return Ok((StatusCode::NOT_MODIFIED, kept(&tag)).into_response());
    }
    let length = u64::try_from(media.bytes.unwrap_or(0)).unwrap_or(0);
    let (status, range) = match asked_range(&headers, &tag, length) {
        Asked::Whole => (StatusCode::OK, None),
        Asked::Part(range) => (StatusCode::PARTIAL_CONTENT, Some(range)),
        Asked::Beyond => return Ok(beyond(length)),
    };
    let stream = app
        .media
        .read(caller.workspace, &sha256, range.clone())
        .await;
    let stream = stream.map_err(store_problem)?;
    let mut response = (status, kept(&tag), Body::from_stream(stream)).into_response();
    let out = response.headers_mut();
    out.insert(header::CONTENT_SECURITY_POLICY, SANDBOX);
    out.insert(header::ACCEPT_RANGES, HeaderValue::from_static("bytes"));
    let kind = handed_out(&media.mime_type);
    // What is stored was checked to be one.
    let kind =
        HeaderValue::try_from(kind).unwrap_or(HeaderValue::from_static(super::kinds::UNKNOWN));
    out.insert(header::CONTENT_TYPE, kind);
    let name = media.name();
    out.insert(
        header::CONTENT_DISPOSITION,
        disposition(is_shown(&media.mime_type), &name),
    );
    let sent = range
        .as_ref()
        .map_or(length, |range| range.end - range.start);
    out.insert(header::CONTENT_LENGTH, HeaderValue::from(sent));
    if let Some(range) = range {
        let part = format!("bytes {}-{}/{length}", range.start, range.end - 1);
        if let Ok(part) = HeaderValue::try_from(part) {
            out.insert(header::CONTENT_RANGE, part);
        }
    }
    Ok(response)
}

/// Get a small picture of a file
///
/// 320 pixels at most in each direction; of JPEG, PNG and WebP.
#[utoipa::path(get, path = "/media/{id}/thumbnail", tag = "media",
    params(("id" = Uuid, Path, description = "The file's id.")),
    responses(
        (status = 200, description = "The picture, as JPEG or WebP.", body = Vec<u8>, content_type = "image/jpeg"),
        (status = 304, description = "It is what the caller has.")))]
pub(super) async fn get_media_thumbnail(
    State(app): State<App>,
    caller: Can<permit::CustomersRead>,
    Path(id): Path<Uuid>,
    headers: HeaderMap,
) -> ApiResult<Response> {
    let (media, sha256) = ready(&app, caller.workspace, id).await?;
    let is_large = media.bytes.unwrap_or(0) > LARGEST_PICTURE;
    if is_large || !has_thumbnail(&media.mime_type) {
        return Err(no_thumbnail());
    }
    let tag = tag_of(&sha256, "-small");
    if is_known(&headers, &tag) {
        return Ok((StatusCode::NOT_MODIFIED, kept(&tag)).into_response());
    }
    let made = app.media.thumbnail(caller.workspace, &sha256).await;
    let picture = match made.map_err(store_problem)? {
        Some(picture) => picture,
        None => make(&app, caller.workspace, &sha256).await?,
    };
    // An empty one says that none can be made: nobody tries again.
    let kind = infer::get(&picture).map(|found| found.mime_type());
    let kind = HeaderValue::from_static(kind.ok_or_else(no_thumbnail)?);
    let mut response = (kept(&tag), Body::from(picture)).into_response();
    let out = response.headers_mut();
    out.insert(header::CONTENT_TYPE, kind);
    out.insert(header::CONTENT_SECURITY_POLICY, SANDBOX);
    Ok(response)
}

fn no_thumbnail() -> Problem {
    let title = "There is no small picture of this file.";
    Problem::new(StatusCode::NOT_FOUND, "media.no_thumbnail", title)
}

/// Makes and keeps the small picture. Few at a time, as each takes memory; the others wait.
async fn make(app: &App, workspace: WorkspaceId, sha256: &[u8]) -> ApiResult<Bytes> {
    let _turn = app
        .media
        .pictures
        .acquire()
        .await
        .map_err(|error| Problem::internal(&error))?;
    if let Some(made) = app
        .media
        .thumbnail(workspace, sha256)
        .await
        .map_err(store_problem)?
    {
        return Ok(made); // while we waited
    }
    let mut stream = app
        .media
        .read(workspace, sha256, None)
        .await
        .map_err(store_problem)?;
    let mut bytes = BytesMut::new();
    while let Some(part) = stream.next().await {
        bytes.extend_from_slice(&part.map_err(|error| store_problem(error.into()))?);
    }
    let made = tokio::task::spawn_blocking(move || picture::small(&bytes)).await;
    // A decoder that panics is one that cannot.
    let picture = made.ok().flatten().unwrap_or_default();
    let kept = app
        .media
        .keep_thumbnail(workspace, sha256, picture.clone())
        .await;
    kept.map_err(store_problem)?;
    Ok(picture)
}

async fn ready(app: &App, workspace: WorkspaceId, id: Uuid) -> ApiResult<(Media, Vec<u8>)> {
    let missing = || Problem::not_found("file");
    let media = store::find(&app.db, workspace, id)
        .await?
        .ok_or_else(missing)?;
    if media.state != MediaState::Ready {
        return Err(missing());
    }
    let sha256 = media.sha256.clone().ok_or_else(missing)?;
    Ok((media, sha256))
}

fn tag_of(sha256: &[u8], suffix: &str) -> HeaderValue {
    let tag = format!("\"{}{suffix}\"", hex::encode(sha256));
    // Digits and letters in quotes.
    HeaderValue::try_from(tag).unwrap_or(HeaderValue::from_static("\"\""))
}

fn kept(tag: &HeaderValue) -> [(header::HeaderName, HeaderValue); 2] {
    [(header::ETAG, tag.clone()), (header::CACHE_CONTROL, KEPT)]
}

/// Whether the caller has what it would get (RFC 9110, section 13.1.2).
fn is_known(headers: &HeaderMap, tag: &HeaderValue) -> bool {
    let own = tag.to_str().unwrap_or_default();
    headers
        .get_all(header::IF_NONE_MATCH)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|list| list.split(','))
        .map(|known| known.trim().trim_start_matches("W/"))
        .any(|known| known == "*" || known == own)
}

/// Which bytes are asked for.
#[derive(Debug, PartialEq, Eq)]
enum Asked {
    Whole,
    Part(Range<u64>),
    Beyond,
}

/// The part that `Range` asks for. What is not understood, and several parts at once, are the whole, as
/// RFC 9110 (section 14.2) allows; so is a part of something else, by `If-Range`.
fn asked_range(headers: &HeaderMap, tag: &HeaderValue, length: u64) -> Asked {
    let is_other = headers
        .get(header::IF_RANGE)
        .is_some_and(|known| known != tag);
    let range = headers
        .get(header::RANGE)
        .and_then(|range| range.to_str().ok());
    match range.filter(|_| !is_other) {
        Some(range) => parse_range(range, length).unwrap_or(Asked::Whole),
        None => Asked::Whole,
    }
}

fn parse_range(range: &str, length: u64) -> Option<Asked> {
    let (unit, range) = range.split_once('=')?;
    if !unit.trim().eq_ignore_ascii_case("bytes") || range.contains(',') {
        return None;
    }
    let (first, last) = range.trim().split_once('-')?;
    let number = |text: &str| match text.bytes().all(|byte| byte.is_ascii_digit()) {
        // A number too large to hold is beyond any file.
        true => Some(text.parse::<u64>().unwrap_or(u64::MAX)),
        false => None,
    };
    let part = match (first.trim(), last.trim()) {
        ("", "") => return None,
        ("", suffix) => length.saturating_sub(number(suffix)?)..length,
        (first, "") => number(first)?..length,
        (first, last) => {
            let (first, last) = (number(first)?, number(last)?);
            if last < first {
                return None;
            }
            first..last.saturating_add(1).min(length)
        }
    };
    Some(match part.start < part.end && part.start < length {
        true => Asked::Part(part),
        false => Asked::Beyond,
    })
}

fn beyond(length: u64) -> Response {
    let title = format!("The file has {length} bytes; the range begins behind them.");
    let problem = Problem::new(StatusCode::RANGE_NOT_SATISFIABLE, "range", title);
    let mut response = problem.into_response();
    if let Ok(whole) = HeaderValue::try_from(format!("bytes */{length}")) {
        response.headers_mut().insert(header::CONTENT_RANGE, whole);
    }
    response
}

#[cfg(test)]
mod tests {
    use super::{Asked, parse_range};

    #[test]
    fn ranges_are_read_as_rfc_9110_says() {
        let part = |from, to| Some(Asked::Part(from..to));
        for (range, length, wanted) in [
            ("bytes=0-0", 10, part(0, 1)),
            ("bytes=2-5", 10, part(2, 6)),
            ("bytes=8-99", 10, part(8, 10)),
            ("bytes=3-", 10, part(3, 10)),
            ("bytes=-4", 10, part(6, 10)),
            ("bytes=-99", 10, part(0, 10)),
            ("BYTES = 1-2", 10, part(1, 3)),
            ("bytes=10-", 10, Some(Asked::Beyond)),
            ("bytes=-0", 10, Some(Asked::Beyond)),
            ("bytes=0-", 0, Some(Asked::Beyond)),
            ("bytes=99999999999999999999999-", 10, Some(Asked::Beyond)),
            ("bytes=5-2", 10, None),
            ("bytes=0-1,3-4", 10, None),
            ("bytes=a-b", 10, None),
            ("bytes=-", 10, None),
            ("pages=1-2", 10, None),
            ("bytes", 10, None),
        ] {
            assert_eq!(parse_range(range, length), wanted, "{range}");
        }
    }
}
