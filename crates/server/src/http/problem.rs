//! Failures as they leave: RFC 9457 `application/problem+json` with a stable `code`.
//!
//! A [`Problem`] also travels inside its response, so that a family of routes with another error
//! shape can print it anew (see [`super::family`]).

use axum::response::{IntoResponse, Response};
use http::{HeaderValue, StatusCode, header};
use serde::Serialize;
use utoipa::ToSchema;

use crate::db;

/// A handler's result.
pub type ApiResult<T> = Result<T, Problem>;

/// What went wrong, for a program (`code`) and for a person (`title`, `errors`).
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Problem {
    /// A stable name to branch on, such as `not_found` or `filter.unknown_field`.
    #[schema(example = "invalid")]
    pub code: &'static str,
    /// What happened and what to do about it.
    #[schema(example = "The request has invalid values.")]
    pub title: String,
    /// The HTTP status again.
    #[schema(example = 422)]
    pub status: u16,
    /// The values at fault, for invalid input.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldError>,
    /// Facts that belong to the code, such as the id of the record that is in the way.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Object, nullable = false)]
    pub data: Option<serde_json::Value>,
    /// After how many seconds to try again, sent as `Retry-After`.
    #[serde(skip)]
    pub retry_after: Option<u16>,
    /// What happened inside: for the log, with the request's id, and never sent.
    #[serde(skip)]
    pub cause: Option<Box<str>>,
}

/// One value at fault.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct FieldError {
    /// Where it stands: a key, a path such as `metadata.birthday`, or a query parameter.
    #[schema(example = "phone_number")]
    pub field: String,
    /// What is wrong with it and what would be right.
    #[schema(example = "is not a phone number: it has no country code")]
    pub message: String,
}

impl Problem {
    /// A problem with a status, a stable code and words for a person.
    pub fn new(status: StatusCode, code: &'static str, title: impl Into<String>) -> Self {
        Self {
            code,
            title: title.into(),
            status: status.as_u16(),
            errors: Vec::new(),
            data: None,
            retry_after: None,
            cause: None,
        }
    }

    /// 404: there is no such thing in this workspace.
    pub fn not_found(what: &str) -> Self {
        Self::new(
            StatusCode::NOT_FOUND,
            "not_found",
            format!("There is no such {what}."),
        )
    }

    /// 409: the request is right, but something is in the way.
    pub fn conflict(code: &'static str, title: impl Into<String>) -> Self {
        Self::new(StatusCode::CONFLICT, code, title)
    }

    /// 422 with one value at fault.
    pub fn invalid(field: impl Into<String>, message: impl Into<String>) -> Self {
        Self::invalid_fields(vec![FieldError {
            field: field.into(),
            message: message.into(),
        }])
    }

    /// 422 with every value at fault.
    pub fn invalid_fields(errors: Vec<FieldError>) -> Self {
        let title = match errors.as_slice() {
            [only] => format!("{}: {}", only.field, only.message),
            _ => format!("{} values are invalid.", errors.len()),
        };
        let mut problem = Self::new(StatusCode::UNPROCESSABLE_ENTITY, "invalid", title);
        problem.errors = errors;
        problem
    }

    /// The same problem with facts for a program.
    #[must_use]
    pub fn with_data(mut self, data: serde_json::Value) -> Self {
        self.data = Some(data);
        self
    }

    /// The same problem with the seconds to wait before trying again.
    #[must_use]
    pub fn retry_after(mut self, seconds: u16) -> Self {
        self.retry_after = Some(seconds);
        self
    }

    /// The same problem with what the log is to say.
    #[must_use]
    fn because(mut self, error: &dyn std::error::Error) -> Self {
        let mut cause = error.to_string();
        let mut source = error.source();
        while let Some(error) = source {
            cause.push_str(&format!(": {error}"));
            source = error.source();
        }
        self.cause = Some(cause.into());
        self
    }

    /// 500: logged in full when it is answered, shown without details.
    pub fn internal(error: &dyn std::error::Error) -> Self {
        Self::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            "internal",
            "Something went wrong on our side; the server's log says what.",
        )
        .because(error)
    }

    /// The HTTP status.
    pub fn status_code(&self) -> StatusCode {
        StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }
}

/// Collects the values at fault, so that a caller learns of all of them at once.
#[derive(Debug, Default)]
pub struct Faults(Vec<FieldError>);

impl Faults {
    /// Notes a value at fault.
    pub fn add(&mut self, field: impl Into<String>, message: impl ToString) {
        self.0.push(FieldError {
            field: field.into(),
            message: message.to_string(),
        });
    }

    /// Whether nothing was noted.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Notes all that others noted.
    pub fn append(&mut self, others: Self) {
        self.0.extend(others.0);
    }

    /// Notes the error of a checked value, and gives the value if it is right.
    pub fn check<T, E: ToString>(&mut self, field: &str, value: Result<T, E>) -> Option<T> {
        value.map_err(|error| self.add(field, error)).ok()
    }

    /// The 422 that names everything noted.
    pub fn problem(self) -> Problem {
        Problem::invalid_fields(self.0)
    }

    /// A 422 if anything was noted.
    pub fn end(self) -> ApiResult<()> {
        if self.0.is_empty() {
            Ok(())
        } else {
            Err(Problem::invalid_fields(self.0))
        }
    }
}

impl From<db::Error> for Problem {
    fn from(error: db::Error) -> Self {
        use db::Error;
        let unavailable = |code, title| Self::new(StatusCode::SERVICE_UNAVAILABLE, code, title);
        match error {
            Error::Unique => Self::conflict("taken", "Something with the same key exists already."),
            Error::ForeignKey => Self::conflict(
                "referred",
                "It refers to something that does not exist any more.",
            ),
            Error::Busy | Error::Lost(_) | Error::Stopped => unavailable(
                "unavailable",
                "The database did not answer in time; try again.",
            )
            .because(&error),
            Error::Full | Error::ReadOnly => unavailable(
                "unavailable",
                "The database cannot be written; tell the operator.",
            )
            .because(&error),
            error => Self::internal(&error),
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let body = serde_json::to_vec(&self).unwrap_or_default();
        let mut response = (self.status_code(), body).into_response();
        response.headers_mut().insert(
            header::CONTENT_TYPE,
            HeaderValue::from_static("application/problem+json"),
        );
        if let Some(seconds) = self.retry_after {
            response
                .headers_mut()
                .insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response.extensions_mut().insert(self);
        response
    }
}
