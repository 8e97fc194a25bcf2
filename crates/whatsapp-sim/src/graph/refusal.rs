//! Refusals: Meta's error object, and the words and status that go with each code.
//!
//! <https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/>

use axum::http::StatusCode;
use axum::response::Response;
use serde_json::{Value, json};

use crate::ids::Ids;

/// Why a request is not done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Refusal {
    status: u16,
    pub(crate) code: i64,
    subcode: Option<i64>,
    kind: &'static str,
    message: String,
    details: Option<String>,
    /// What was done nonetheless: stands beside `error`.
    done: Option<Box<Value>>,
}

/// Codes of the messages API: status and title.
const CODES: &[(i64, u16, &str)] = &[
    (1, 500, "An unknown error occurred"),
    (2, 503, "Service temporarily unavailable"),
    (100, 400, "Invalid parameter"),
    (130_429, 429, "Rate limit hit"),
    (131_000, 500, "Something went wrong"),
    (131_008, 400, "Required parameter is missing"),
    (131_009, 400, "Parameter value is not valid"),
    (131_016, 503, "Service unavailable"),
    (131_021, 400, "Recipient cannot be sender"),
    (131_041, 400, "Group unknown"),
    (131_047, 400, "Re-engagement message"),
    (131_051, 400, "Unsupported message type"),
    (
        131_056,
        400,
        "(Business Account, Consumer Account) pair rate limit hit",
    ),
    (131_059, 400, "Invalid paging cursor"),
    (
        131_062,
        400,
        "Business-scoped User ID (BSUID) recipients are not supported for this message.",
    ),
    (
        132_000,
        400,
        "Number of parameters does not match the expected number of params",
    ),
    (
        132_001,
        404,
        "Template name does not exist in the translation",
    ),
    (132_005, 400, "Translated text too long"),
    (
        132_012,
        400,
        "Parameter format does not match format in the created template",
    ),
    (132_015, 400, "Template is paused"),
    (132_016, 400, "Template is disabled"),
    (
        132_018,
        400,
        "There is an issue with the parameters in your template",
    ),
    (139_100, 400, "Failed to block/unblock some users"),
];

impl Refusal {
    /// A refusal by one of the codes of the messages API.
    pub(crate) fn new(code: i64, details: impl Into<String>) -> Self {
        let (status, title) = CODES
            .iter()
            .find(|(known, ..)| *known == code)
            .map_or((400, "Invalid parameter"), |(_, status, title)| {
                (*status, *title)
            });
        Self {
            status,
            code,
            subcode: None,
            kind: "OAuthException",
            message: format!("(#{code}) {title}"),
            details: Some(details.into()),
            done: None,
        }
    }

    /// A refusal of a part only: `done` is the answer about the whole.
    pub(crate) fn partly(self, done: Value) -> Self {
        Self {
            done: Some(Box::new(done)),
            ..self
        }
    }

    /// Code 100 about a parameter, in the sentence only.
    pub(crate) fn parameter(message: impl std::fmt::Display) -> Self {
        Self {
            message: format!("(#100) {message}"),
            details: None,
            ..Self::new(100, "")
        }
    }

    /// Code 100 with the subcode by which management calls say what they mean.
    pub(crate) fn management(subcode: i64, message: impl std::fmt::Display) -> Self {
        Self {
            subcode: Some(subcode),
            ..Self::parameter(message)
        }
    }

    pub(crate) fn no_token() -> Self {
        Self {
            status: 401,
            message: "An access token is required to request this resource.".to_owned(),
            details: None,
            ..Self::new(190, "")
        }
    }

    pub(crate) fn wrong_token() -> Self {
        Self {
            message: "Invalid OAuth access token - Cannot parse access token".to_owned(),
            ..Self::no_token()
        }
    }

    pub(crate) fn unknown_object(id: &str) -> Self {
        Self {
            subcode: Some(33),
            kind: "GraphMethodException",
            message: format!(
                "Unsupported request. Object with ID '{id}' does not exist, cannot be loaded due to missing \
                 permissions, or does not support this operation"
            ),
            details: None,
            ..Self::new(100, "")
        }
    }

    pub(crate) fn unknown_path(path: &str) -> Self {
        Self {
            message: format!("Unknown path components: {path}"),
            details: None,
            ..Self::new(2_500, "")
        }
    }

    pub(crate) fn callback(problem: &str) -> Self {
        Self {
            message: format!(
                "(#2200) Callback verification failed with the following errors: {problem}"
            ),
            details: None,
            ..Self::new(2_200, "")
        }
    }

    pub(crate) fn into_response(self, ids: &mut Ids) -> Response {
        let mut error = json!({
            "message": self.message, "type": self.kind, "code": self.code,
            "fbtrace_id": ids.fbtrace(),
        });
        if let Some(details) = self.details {
            error["error_data"] = json!({"messaging_product": "whatsapp", "details": details});
        }
        if let Some(subcode) = self.subcode {
            error["error_subcode"] = subcode.into();
        }
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::BAD_REQUEST);
        let mut body = self.done.map_or_else(|| json!({}), |done| *done);
        body["error"] = error;
        super::json_response(status, &body)
    }
}
