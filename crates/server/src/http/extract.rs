//! Extractors whose refusals are problems that name the field at fault.

use axum::extract::rejection::{BytesRejection, PathRejection};
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use http::request::Parts;
use http::{StatusCode, header};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{FieldError, Problem};

/// A JSON body, in and out. Malformed JSON is a 400; a value that does not fit is a 422 with its
/// path. Unknown keys are refused where the type says `deny_unknown_fields`.
#[derive(Debug)]
pub struct Json<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Json<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        let kind = request
            .headers()
            .get(header::CONTENT_TYPE)
            .and_then(|kind| kind.to_str().ok());
        let is_json = kind.is_none_or(|kind| {
            let kind = kind
                .split(';')
                .next()
                .unwrap_or_default()
                .trim()
                .to_ascii_lowercase();
            kind == "application/json" || kind.ends_with("+json")
        });
        if !is_json {
            return Err(Problem::new(
                StatusCode::UNSUPPORTED_MEDIA_TYPE,
                "unsupported_media_type",
                "Send the body as application/json.",
            ));
        }
        let body = Bytes::from_request(request, state)
            .await
            .map_err(body_problem)?;
        refuse_list(&body)?;
        parse_json(&body).map(Self)
    }
}

impl<T: Serialize> IntoResponse for Json<T> {
    fn into_response(self) -> Response {
        axum::Json(self.0).into_response()
    }
}

/// Every body is an object. serde would take a list for the values of its fields, in their order.
fn refuse_list(body: &[u8]) -> Result<(), Problem> {
    if body.trim_ascii_start().first() != Some(&b'[') {
        return Ok(());
    }
    parse_json::<serde::de::IgnoredAny>(body)?;
    Err(Problem::invalid("body", "is a list; send an object"))
}

/// Reads a JSON text; the problem names the place.
pub fn parse_json<T: DeserializeOwned>(body: &[u8]) -> Result<T, Problem> {
    let malformed = |error: &serde_json::Error| {
        Problem::new(
            StatusCode::BAD_REQUEST,
            "malformed_json",
            format!("The body is not valid JSON: {error}."),
        )
    };
    let mut reader = serde_json::Deserializer::from_slice(body);
    let value = serde_path_to_error::deserialize(&mut reader).map_err(|error| {
        let path = error.path().to_string();
        let error = error.into_inner();
        let field = if path == "." { "body".to_owned() } else { path };
        if error.is_data() {
            Problem::invalid(field, without_position(&error))
        } else if serde_json::from_slice::<serde::de::IgnoredAny>(body).is_ok() {
            // What is no text where one of several words is wanted, serde_json takes for bad syntax.
            Problem::invalid(field, "is not of the right type")
        } else {
            malformed(&error)
        }
    })?;
    reader.end().map_err(|error| malformed(&error))?;
    Ok(value)
}

/// serde's message without " at line 1 column 7", which means little to whoever sent one line.
fn without_position(error: &serde_json::Error) -> String {
    let text = error.to_string();
    match text.rfind(" at line ") {
        Some(end) => text[..end].to_owned(),
        None => text,
    }
}

fn body_problem(rejection: BytesRejection) -> Problem {
    match rejection.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Problem::new(
            StatusCode::PAYLOAD_TOO_LARGE,
            "too_large",
            "The body is larger than this call accepts.",
        ),
        _ => Problem::new(
            StatusCode::BAD_REQUEST,
            "incomplete_body",
            "The body ended before it was complete.",
        ),
    }
}

/// Query parameters; a value that does not fit is a 422.
#[derive(Debug)]
pub struct Query<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequestParts<S> for Query<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let query = parts.uri.query().unwrap_or_default();
        if !percent_decodes_to_text(query) {
            return Err(Problem::invalid(
                "query",
                "is not valid UTF-8; encode text as UTF-8 before percent-encoding it",
            ));
        }
        let pairs = url::form_urlencoded::parse(query.as_bytes());
        let reader = serde_urlencoded::Deserializer::new(pairs);
        serde_path_to_error::deserialize(reader)
            .map(Self)
            .map_err(|error| {
                let path = error.path().to_string();
                let field = if path == "." {
                    "query".to_owned()
                } else {
                    path
                };
                Problem::invalid(field, error.into_inner().to_string())
            })
    }
}

/// Whether the decoded query is UTF-8 without NUL, which no text we store may hold.
fn percent_decodes_to_text(query: &str) -> bool {
    let decoded = percent_encoding::percent_decode_str(query);
    decoded.decode_utf8().is_ok_and(|text| !text.contains('\0'))
}

/// Path parameters; one that does not fit names nothing that exists, so it is a 404.
#[derive(Debug)]
pub struct Path<T>(pub T);

impl<T: DeserializeOwned + Send, S: Send + Sync> FromRequestParts<S> for Path<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        match axum::extract::Path::from_request_parts(parts, state).await {
            Ok(axum::extract::Path(value)) => Ok(Self(value)),
            Err(PathRejection::FailedToDeserializePathParams(_)) => {
                Err(Problem::not_found("record"))
            }
            Err(error) => Err(Problem::internal(&error)),
        }
    }
}

/// Tells null from absent in a change: `#[serde(default, deserialize_with = "nullable")]` gives `None`
/// for a key that is absent and `Some(None)` for one that is null.
pub fn nullable<'de, T, D>(deserializer: D) -> Result<Option<Option<T>>, D::Error>
where
    T: serde::Deserialize<'de>,
    D: serde::Deserializer<'de>,
{
    <Option<T> as serde::Deserialize>::deserialize(deserializer).map(Some)
}

/// A key that may be absent and may not be null: `#[serde(default, deserialize_with = "given")]`.
pub fn given<'de, T, D>(deserializer: D) -> Result<Option<T>, D::Error>
where
    T: serde::Deserialize<'de>,
    D: serde::Deserializer<'de>,
{
    let value = <Option<T> as serde::Deserialize>::deserialize(deserializer)?;
    let null = || serde::de::Error::custom("must not be null; leave it out to keep what it is");
    value.map(Some).ok_or_else(null)
}

/// Checks the `limit` of a list: 1 or more, clamped to the largest page.
pub fn limit(asked: Option<i64>) -> Result<i64, Problem> {
    use crate::kernel::page::{DEFAULT_LIMIT, MAX_LIMIT};
    match asked {
        None => Ok(DEFAULT_LIMIT),
        Some(rows) if rows >= 1 => Ok(rows.min(MAX_LIMIT)),
        Some(_) => Err(Problem::invalid(
            "limit",
            format!("must be from 1 to {MAX_LIMIT}"),
        )),
    }
}

/// The refusal of a cursor that is damaged or belongs to another list.
pub fn bad_cursor() -> Problem {
    Problem::invalid_fields(vec![FieldError {
        field: "cursor".into(),
        message: "belongs to another list or is damaged; start again without it".into(),
    }])
}
