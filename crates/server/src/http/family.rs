//! The envelope of the contacts API: `{"status","data"}`, and errors in the same shape.

use axum::response::{IntoResponse, Response};
use serde::Serialize;
use utoipa::ToSchema;

use super::{FieldError, Problem};

/// A successful answer of the contacts API.
#[derive(Debug, Serialize, ToSchema)]
pub struct Success<T> {
    /// Always `success`.
    #[schema(example = "success")]
    pub status: &'static str,
    /// What was asked for.
    pub data: T,
}

/// Puts an answer into the envelope.
pub fn success<T>(data: T) -> axum::Json<Success<T>> {
    axum::Json(Success {
        status: "success",
        data,
    })
}

/// A failure of the contacts API.
#[derive(Debug, Serialize, ToSchema)]
pub struct Failure {
    /// Always `error`.
    #[schema(example = "error")]
    pub status: &'static str,
    /// What happened and what to do about it.
    pub message: String,
    /// Null, or facts about the failure such as the id of the record that is in the way.
    #[schema(value_type = Option<Object>)]
    pub data: Option<serde_json::Value>,
    /// The values at fault, for invalid input.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldError>,
}

/// Whether a path belongs to the contacts API.
pub fn is_enveloped(path: &str) -> bool {
    path.strip_prefix(super::openapi::ENVELOPED)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Prints a problem of the contacts API in the envelope, whoever raised it.
pub fn in_envelope(enveloped: bool, response: Response) -> Response {
    if !enveloped {
        return response;
    }
    let Some(problem) = response.extensions().get::<Problem>().cloned() else {
        return response;
    };
    let failure = Failure {
        status: "error",
        message: problem.title.clone(),
        data: problem.data.clone(),
        errors: problem.errors.clone(),
    };
    let mut enveloped = (problem.status_code(), axum::Json(failure)).into_response();
    for (name, value) in response.headers() {
        if name != http::header::CONTENT_TYPE && name != http::header::CONTENT_LENGTH {
            enveloped.headers_mut().append(name, value.clone());
        }
    }
    enveloped
}
