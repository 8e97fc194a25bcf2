//! The web's side of things: problems, extractors, the families of answers.
//!
//! Nothing in here knows a feature. Handlers return [`ApiResult`]; every failure is a [`Problem`].
mod examples;
mod extract;
mod family;
mod finish;
mod known;
mod openapi;
mod problem;

pub use extract::{Json, Path, Query, bad_cursor, given, limit, nullable, parse_json};
pub use family::{Failure, Success, in_envelope, is_enveloped, success};
pub use finish::to_the_end;
pub use known::is_known;
pub use openapi::{base, complete};
pub use problem::{ApiResult, Faults, FieldError, Problem};
