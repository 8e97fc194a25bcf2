//! Asking Meta: a small client for the Graph API.
//!
//! The access token travels in a header only. It is never printed: not by `Debug`, and not by errors,
//! although Meta quotes malformed tokens in its messages.
//!
//! Time-outs, proxies and the TLS provider belong to the `reqwest::Client` that the caller brings.

use std::fmt;

use serde_json::Value;
use url::Url;

/// Where Meta's Graph API lives.
pub const DEFAULT_BASE_URL: &str = "https://graph.facebook.com";
/// The version that is used unless the base url names one.
pub const DEFAULT_VERSION: &str = "v25.0";

/// The fields asked of a number. Meta refuses the whole request when it does not know one of them.
const PHONE_NUMBER_FIELDS: &str = "id,display_phone_number,verified_name,name_status,quality_rating,\
     status,code_verification_status,account_mode,platform_type,throughput,\
     whatsapp_business_manager_messaging_limit,health_status";

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

/// Why an address cannot be that of a Graph API.
#[derive(Debug, thiserror::Error)]
pub enum BaseUrlError {
    /// It is no url.
    #[error("the Graph address is not a url: {0}")]
    NotAUrl(#[from] url::ParseError),
    /// It is a url, but of neither `https` nor `http`.
    #[error("the Graph address must begin with https:// or http://")]
    NotHttp,
}

/// Why the Graph API gave no answer to use.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Meta refused.
    #[error(transparent)]
    Refused(#[from] GraphError),
    /// What came back is not what the Graph API answers; perhaps a proxy's page.
    #[error("the answer is not from the Graph API (HTTP {http_status})")]
    Unreadable {
        /// The status of that answer.
        http_status: u16,
    },
    /// No answer: no connection, or it broke, or took too long.
    #[error("Meta could not be reached: {0}")]
    Transport(#[from] reqwest::Error),
}

/// Meta's refusal. Decide by `code` (see [`crate::errors::lookup`]), never by the words.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("Meta refused with code {code}: {}", details.as_deref().unwrap_or(message))]
pub struct GraphError {
    /// Meta's code; 1, its code for unknown problems, when it gives none.
    pub code: i64,
    /// A second code, on management calls.
    pub subcode: Option<i64>,
    /// An English sentence.
    pub message: String,
    /// The more useful English sentence.
    pub details: Option<String>,
    /// What Meta's support asks for.
    pub fbtrace_id: Option<String>,
    /// The status of the answer.
    pub http_status: u16,
}

/// How a business number is doing. Words are Meta's own, in capitals.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PhoneNumberHealth {
    /// The phone number id.
    pub id: Option<String>,
    /// The number as people write it.
    pub display_phone_number: Option<String>,
    /// The name customers see.
    pub verified_name: Option<String>,
    /// What Meta decided about that name.
    pub name_status: Option<String>,
    /// `GREEN`, `YELLOW`, `RED` or `UNKNOWN`.
    pub quality_rating: Option<String>,
    /// `CONNECTED`, `FLAGGED`, `RESTRICTED`, `DISCONNECTED`, …
    pub status: Option<String>,
    /// `LIVE` or `SANDBOX`.
    pub account_mode: Option<String>,
    /// `CLOUD_API`, `NOT_APPLICABLE`, …
    pub platform_type: Option<String>,
    /// `STANDARD` (80 messages a second) or `HIGH`.
    pub throughput: Option<String>,
    /// Users it may write to first, per 24 hours: `TIER_2K`, …
    pub messaging_limit: Option<String>,
    /// `AVAILABLE`, `LIMITED` or `BLOCKED`.
    pub can_send_message: Option<String>,
    /// The answer as it came.
    pub raw: Value,
}

/// An app that receives the webhooks of a business account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SubscribedApp {
    /// The app's id.
    pub id: Option<String>,
    /// The app's name.
    pub name: Option<String>,
    /// Where its webhooks go instead of the app's own address.
    pub override_callback_uri: Option<String>,
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

    /// How the number with this phone number id is doing.
    ///
    /// # Errors
    /// See [`Error`]; code 100 or 33 means that the id is wrong or not this token's.
    pub async fn phone_number(&self, phone_number_id: &str) -> Result<PhoneNumberHealth, Error> {
        let raw = self
            .get(&[phone_number_id], &[("fields", PHONE_NUMBER_FIELDS)])
            .await?;
        let at = |pointer| text_at(&raw, pointer);
        Ok(PhoneNumberHealth {
            id: at("/id"),
            display_phone_number: at("/display_phone_number"),
            verified_name: at("/verified_name"),
            name_status: at("/name_status"),
            quality_rating: at("/quality_rating"),
            status: at("/status"),
            account_mode: at("/account_mode"),
            platform_type: at("/platform_type"),
            throughput: at("/throughput/level"),
            messaging_limit: at("/whatsapp_business_manager_messaging_limit"),
            can_send_message: at("/health_status/can_send_message"),
            raw,
        })
    }

    /// The apps that receive this business account's webhooks. Without ours, no message ever arrives.
    ///
    /// # Errors
    /// See [`Error`].
    pub async fn subscribed_apps(&self, waba_id: &str) -> Result<Vec<SubscribedApp>, Error> {
        let answer = self.get(&[waba_id, "subscribed_apps"], &[]).await?;
        let apps = answer.get("data").and_then(Value::as_array);
        Ok(apps
            .into_iter()
            .flatten()
            .map(|app| SubscribedApp {
                id: text_at(app, "/whatsapp_business_api_data/id"),
                name: text_at(app, "/whatsapp_business_api_data/name"),
                override_callback_uri: text_at(app, "/override_callback_uri"),
            })
            .collect())
    }

    async fn get(&self, path: &[&str], query: &[(&str, &str)]) -> Result<Value, Error> {
        let mut url = self.base.clone();
        if let Ok(mut segments) = url.path_segments_mut() {
            segments.pop_if_empty().extend(path);
        }
        let request = self.http.get(url).query(query).bearer_auth(&self.token);
        let response = request.send().await?;
        let http_status = response.status().as_u16();
        let answer: Option<Value> = serde_json::from_slice(&response.bytes().await?).ok();
        match answer {
            Some(answer) if answer.get("error").is_some_and(Value::is_object) => {
                Err(self.refusal(&answer["error"], http_status).into())
            }
            Some(answer) if answer.is_object() && (200..300).contains(&http_status) => Ok(answer),
            _ => Err(Error::Unreadable { http_status }),
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

fn text_at(value: &Value, pointer: &str) -> Option<String> {
    match value.pointer(pointer)? {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Read, Write};
    use std::net::TcpListener;
    use std::thread::JoinHandle;

    use super::*;

    const TOKEN: &str = "EAAGsecret";

    /// A server that gives this answer once; joining it gives the request it got.
    fn server(status: &str, body: &str) -> (String, JoinHandle<String>) {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = format!("http://{}", listener.local_addr().expect("bound"));
        let answer = format!(
            "HTTP/1.1 {status}\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{body}",
            body.len()
        );
        let serving = std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().expect("a connection");
            let mut request = Vec::new();
            let mut buffer = [0; 4096];
            while !request.ends_with(b"\r\n\r\n") {
                let read = stream.read(&mut buffer).expect("a request");
                request.extend_from_slice(&buffer[..read]);
            }
            stream
                .write_all(answer.as_bytes())
                .expect("the client listens");
            String::from_utf8(request).expect("text")
        });
        (address, serving)
    }

    #[expect(
        clippy::disallowed_methods,
        reason = "the test's own server is a private address"
    )]
    fn http() -> reqwest::Client {
        // Another test may have installed it already, which is just as well.
        let _ = rustls::crypto::ring::default_provider().install_default();
        reqwest::Client::new()
    }

    fn graph(base_url: &str) -> Graph {
        Graph::new(http(), base_url, DEFAULT_VERSION, TOKEN.into()).expect("an address")
    }

    #[tokio::test]
    async fn a_numbers_health_is_asked_for_with_the_token_in_a_header() {
        let body = r#"{"id":"7001","display_phone_number":"+966 11 200 0100","verified_name":"متجر النخيل",
            "quality_rating":"GREEN","status":"CONNECTED","throughput":{"level":"STANDARD"},
            "whatsapp_business_manager_messaging_limit":"TIER_2K",
            "health_status":{"can_send_message":"AVAILABLE","entities":[]}}"#;
        let (address, serving) = server("200 OK", body);
        let health = graph(&address).phone_number("7001").await.expect("healthy");
        assert_eq!(health.verified_name.as_deref(), Some("متجر النخيل"));
        assert_eq!(health.throughput.as_deref(), Some("STANDARD"));
        assert_eq!(health.messaging_limit.as_deref(), Some("TIER_2K"));
        assert_eq!(health.can_send_message.as_deref(), Some("AVAILABLE"));

        let request = serving.join().expect("served");
        assert!(
            request.starts_with("GET /v25.0/7001?fields=id%2C"),
            "{request}"
        );
        assert!(
            request.contains("authorization: Bearer EAAGsecret"),
            "{request}"
        );
    }

    #[tokio::test]
    async fn subscribed_apps_are_listed() {
        let body = r#"{"data":[{"whatsapp_business_api_data":{"id":12,"name":"Clientele"},
            "override_callback_uri":"https://x.y/hook"},{}]}"#;
        let (address, serving) = server("200 OK", body);
        let apps = graph(&format!("{address}/v24.0/"))
            .subscribed_apps("90/01")
            .await;
        let apps = apps.expect("a list");
        assert_eq!(apps[0].id.as_deref(), Some("12"));
        assert_eq!(
            apps[0].override_callback_uri.as_deref(),
            Some("https://x.y/hook")
        );
        assert_eq!(apps[1].id, None);
        let request = serving.join().expect("served");
        assert!(
            request.starts_with("GET /v24.0/90%2F01/subscribed_apps "),
            "{request}"
        );
    }

    #[tokio::test]
    async fn a_refusal_has_its_codes_and_never_the_token() {
        let body = r#"{"error":{"message":"Malformed access token EAAGsecret","type":"OAuthException",
            "code":190,"error_subcode":"463","fbtrace_id":"Az"}}"#;
        let (address, serving) = server("401 Unauthorized", body);
        let graph = graph(&address);
        let error = graph.phone_number("7001").await.expect_err("refused");
        serving.join().expect("served");
        let Error::Refused(refusal) = &error else {
            panic!("{error:?}")
        };
        assert_eq!(
            (refusal.code, refusal.subcode, refusal.http_status),
            (190, Some(463), 401)
        );
        assert_eq!(refusal.fbtrace_id.as_deref(), Some("Az"));
        assert_eq!(
            error.to_string(),
            "Meta refused with code 190: Malformed access token [access token]"
        );
        assert!(!format!("{error:?} {graph:?}").contains(TOKEN));
    }

    #[tokio::test]
    async fn other_answers_and_no_answer_are_told_apart() {
        let (address, serving) = server("502 Bad Gateway", "<html>");
        let error = graph(&address)
            .phone_number("7001")
            .await
            .expect_err("a proxy");
        serving.join().expect("served");
        assert!(matches!(error, Error::Unreadable { http_status: 502 }));

        let error = graph(&address)
            .phone_number("7001")
            .await
            .expect_err("nobody listens");
        assert!(matches!(error, Error::Transport(_)));
        assert!(!format!("{error:?} {error}").contains(TOKEN));
    }

    #[test]
    fn the_base_url_may_name_a_version_and_must_be_http() {
        for (base_url, base) in [
            (
                "https://graph.facebook.com",
                "https://graph.facebook.com/v25.0",
            ),
            (
                "https://graph.facebook.com/",
                "https://graph.facebook.com/v25.0",
            ),
            (
                "https://graph.facebook.com/v26.0",
                "https://graph.facebook.com/v26.0",
            ),
            (
                "http://localhost:9000/sim/",
                "http://localhost:9000/sim/v25.0",
            ),
            (
                "http://localhost:9000/v1/",
                "http://localhost:9000/v1/v25.0",
            ),
        ] {
            assert_eq!(graph(base_url).base.as_str(), base);
        }
        let new = |base_url| Graph::new(http(), base_url, "v25.0", String::new());
        assert!(matches!(
            new("graph.facebook.com"),
            Err(BaseUrlError::NotAUrl(_))
        ));
        assert!(matches!(new("mailto:a@b.c"), Err(BaseUrlError::NotHttp)));
    }
}
