//! Asking Meta: a small client for the Graph API.
//!
//! The access token travels in a header only. It is never printed: not by `Debug`, and not by errors,
//! although Meta quotes malformed tokens in its messages.
//!
//! Time-outs, proxies and the TLS provider belong to the `reqwest::Client` that the caller brings; only
//! files have more time, as they can be large. Nothing is tried again in here: a caller that does must
//! ask [`Error::may_have_arrived`] first.

use std::fmt;

use reqwest::{Method, RequestBuilder, Response};
use serde_json::Value;
use url::Url;

mod account;
mod error;
mod media;
mod messages;
mod people;
mod profile;
mod templates;
#[cfg(test)]
mod tests;

pub use account::{CallbackOverride, PhoneNumberHealth, SubscribedApp};
pub use error::{BaseUrlError, Error, GraphError};
pub use media::{Download, DownloadError, MediaUrl, Upload};
pub use messages::Sent;
pub use people::{Blocked, NotBlocked};
pub use profile::{BusinessProfile, ProfileUpdate};
pub use templates::{CreatedTemplate, TemplatePage};

/// Where Meta's Graph API lives.
pub const DEFAULT_BASE_URL: &str = "https://graph.facebook.com";
/// The version that is used unless the base url names one.
pub const DEFAULT_VERSION: &str = "v25.0";

/// Meta's Graph API, with the rights of one access token.
#[derive(Clone)]
pub struct Graph {
    http: reqwest::Client,
    base: Url,
    token: String,
}

impl fmt::Debug for Graph {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Graph")
            .field("base", &self.base.as_str())
            .finish_non_exhaustive()
    }
}

impl Graph {
    /// The Graph API at `base_url`, in `version` unless the address already ends with one.
    ///
    /// # Errors
    /// When `base_url` is not an http address.
    pub fn new(
        http: reqwest::Client,
        base_url: &str,
        version: &str,
        token: String,
    ) -> Result<Self, BaseUrlError> {
        let mut base = Url::parse(base_url)?;
        if !matches!(base.scheme(), "https" | "http") {
            return Err(BaseUrlError::NotHttp);
        }
        let has_version = base
            .path_segments()
            .is_some_and(|mut path| path.rfind(|part| !part.is_empty()).is_some_and(is_version));
        if let (false, Ok(mut path)) = (has_version, base.path_segments_mut()) {
            path.pop_if_empty().push(version);
        }
        Ok(Self { http, base, token })
    }

    async fn get(&self, path: &[&str], query: &[(&str, &str)]) -> Result<Value, Error> {
        self.answer(self.request(Method::GET, path).query(query))
            .await
    }

    fn post(&self, path: &[&str], body: &Value) -> RequestBuilder {
        self.request(Method::POST, path).json(body)
    }

    fn delete(&self, path: &[&str]) -> RequestBuilder {
        self.request(Method::DELETE, path)
    }

    fn request(&self, method: Method, path: &[&str]) -> RequestBuilder {
        let mut url = self.base.clone();
        if let Ok(mut segments) = url.path_segments_mut() {
            segments.pop_if_empty().extend(path);
        }
        self.http.request(method, url).bearer_auth(&self.token)
    }

    /// Meta's answer, which is always an object.
    async fn answer(&self, request: RequestBuilder) -> Result<Value, Error> {
        self.read(request.send().await?).await
    }

    async fn read(&self, response: Response) -> Result<Value, Error> {
        let http_status = response.status().as_u16();
        match serde_json::from_slice(&response.bytes().await?) {
            Ok(answer) => self.judge(answer, http_status),
            Err(_) => Err(Error::Unreadable { http_status }),
        }
    }

    fn judge(&self, answer: Value, http_status: u16) -> Result<Value, Error> {
        match answer.get("error").filter(|error| error.is_object()) {
            Some(error) => Err(self.refusal(error, http_status).into()),
            None if answer.is_object() && (200..300).contains(&http_status) => Ok(answer),
            None => Err(Error::Unreadable { http_status }),
        }
    }

    fn refusal(&self, error: &Value, http_status: u16) -> GraphError {
        let number =
            |key: &str| text_at(error, &format!("/{key}")).and_then(|number| number.parse().ok());
        // Meta says "Malformed access token EAA…" and would have us print it.
        let without_token = |text: String| match self.token.as_str() {
            "" => text,
            token => text.replace(token, "[access token]"),
        };
        GraphError {
            code: number("code").unwrap_or(1),
            subcode: number("error_subcode"),
            message: text_at(error, "/message")
                .map(without_token)
                .unwrap_or_default(),
            details: text_at(error, "/error_data/details")
                .or_else(|| text_at(error, "/error_user_msg"))
                .map(without_token),
            fbtrace_id: text_at(error, "/fbtrace_id"),
            http_status,
        }
    }
}

/// Whether a path segment is a version, such as `v25.0`.
fn is_version(segment: &str) -> bool {
    let number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let parts = segment
        .strip_prefix('v')
        .and_then(|version| version.split_once('.'));
    parts.is_some_and(|(major, minor)| number(major) && number(minor))
}

/// The answer to a request that is only carried out or not.
fn done(answer: &Value) -> Result<(), Error> {
    match answer.get("success").and_then(Value::as_bool) {
        Some(false) => Err(Error::Unreadable { http_status: 200 }),
        _ => Ok(()),
    }
}

fn text_at(value: &Value, pointer: &str) -> Option<String> {
    match value.pointer(pointer)? {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}
