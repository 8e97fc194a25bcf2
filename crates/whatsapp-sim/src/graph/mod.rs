//! The Graph API: the paths that the Cloud API has, with or without a version before them.
//!
//! A request is checked in Meta's order: token, object, then what is asked of it. What is refused
//! leaves as Meta's error object (see [`refusal`]).

mod blocking;
mod edges;
mod fields;
mod messages;
mod numbers;
mod paging;
mod reading;
mod recipients;
pub(crate) mod refusal;
mod templates;
mod transfer;

use std::collections::BTreeMap;

use axum::body::{Body, to_bytes};
use axum::extract::{OriginalUri, Request, State as Extracted};
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use serde_json::{Value, json};

use crate::Sim;
use crate::apps::{Callback, handshake};
use crate::state::State;
use refusal::Refusal;

/// The largest body of a request that is no upload, in bytes.
const BODY_BYTES: usize = 4 * 1024 * 1024;

/// A request, taken apart.
#[derive(Debug)]
pub(crate) struct Ask {
    pub(crate) method: Method,
    /// The path without its version: the object, and perhaps an edge.
    pub(crate) object: String,
    pub(crate) edge: Option<String>,
    pub(crate) query: BTreeMap<String, String>,
    pub(crate) body: Value,
    /// The app whose token came along: its place in [`State::apps`].
    pub(crate) app: usize,
}

/// What a request leads to.
pub(crate) enum Outcome {
    /// An answer.
    Answer(Value),
    /// The answer gets lost: the connection breaks.
    Lost,
    /// A callback must prove itself first.
    Verify(Callback, Target),
}

/// Whose callback is to be set.
#[derive(Debug)]
pub(crate) enum Target {
    App(usize),
    Account(String),
    Number(String),
}

pub(crate) type Answered = Result<Outcome, Refusal>;

impl Ask {
    pub(crate) fn query(&self, key: &str) -> Option<&str> {
        self.query.get(key).map(String::as_str)
    }

    /// A text of the body, or of the query as forms send it.
    pub(crate) fn text(&self, key: &str) -> Option<&str> {
        self.body[key].as_str().or_else(|| self.query(key))
    }
}

/// `{"success": true}`.
pub(crate) fn success() -> Answered {
    Ok(Outcome::Answer(json!({"success": true})))
}

/// Answers any request that is not of the `/sim` interface.
pub(crate) async fn answer(Extracted(sim): Extracted<Sim>, request: Request) -> Response {
    match serve(&sim, request).await {
        Ok(response) => response,
        Err(refusal) => refusal.into_response(&mut sim.lock().ids),
    }
}

async fn serve(sim: &Sim, request: Request) -> Result<Response, Refusal> {
    let (parts, body) = request.into_parts();
    let mut path: Vec<String> = parts
        .uri
        .path()
        .split('/')
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect();
    if path.first().is_some_and(|first| is_version(first)) {
        path.remove(0);
    }
    let outside = parts.extensions.get::<OriginalUri>().map(|uri| uri.path());
    sim.lock()
        .learn_address(&parts.headers, outside, parts.uri.path());

    let query: BTreeMap<String, String> =
        serde_urlencoded::from_str(parts.uri.query().unwrap_or_default()).unwrap_or_default();
    if path == ["oauth", "access_token"] {
        return sim.lock().app_token(&query);
    }
    let token = token(&parts.headers, &query);
    let app = sim.lock().app_with_token(token.as_deref())?;
    if path == ["whatsapp_business", "attachments"] {
        return transfer::download(&sim.lock(), app, &query);
    }
    if parts.method == Method::POST && path.len() == 2 && path[1] == "media" {
        let phone = sim.lock().own_number(app, &path[0])?;
        return transfer::upload(sim, &phone, Request::from_parts(parts, body)).await;
    }
    let mut path = path.into_iter();
    let (Some(object), edge, None) = (path.next(), path.next(), path.next()) else {
        return Err(Refusal::unknown_path(parts.uri.path()));
    };
    let is_file = object.starts_with("upload:");
    let body = match is_file {
        true => Value::Null,
        false => read_body(&parts.headers, body).await?,
    };
    let ask = Ask {
        method: parts.method,
        object,
        edge,
        query,
        body,
        app,
    };
    let outcome = sim.lock().graph(&ask)?;
    match outcome {
        Outcome::Answer(value) => Ok(json_response(StatusCode::OK, &value)),
        Outcome::Lost => Ok(broken()),
        Outcome::Verify(callback, target) => {
            let challenge = sim.lock().ids.digits(10);
            let shaken = handshake(
                &sim.inner().http,
                &callback.url,
                &callback.verify_token,
                &challenge,
            )
            .await;
            if !shaken.verified {
                return Err(Refusal::callback(&shaken.problem.unwrap_or_default()));
            }
            sim.lock().set_callback(target, Some(callback));
            Ok(json_response(StatusCode::OK, &json!({"success": true})))
        }
    }
}

async fn read_body(headers: &HeaderMap, body: Body) -> Result<Value, Refusal> {
    let bytes = to_bytes(body, BODY_BYTES)
        .await
        .map_err(|_| Refusal::parameter("the body is too large"))?;
    if bytes.is_empty() {
        return Ok(Value::Null);
    }
    let kind = headers
        .get(header::CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok())
        .unwrap_or_default();
    if kind.starts_with("application/x-www-form-urlencoded") {
        let pairs: BTreeMap<String, String> = serde_urlencoded::from_bytes(&bytes)
            .map_err(|_| Refusal::parameter("the body is not a form"))?;
        // A form holds objects as JSON text.
        let value = |text: String| match text.starts_with(['{', '[']) {
            true => serde_json::from_str(&text).unwrap_or(Value::String(text)),
            false => Value::String(text),
        };
        return Ok(pairs
            .into_iter()
            .map(|(key, text)| (key, value(text)))
            .collect());
    }
    serde_json::from_slice(&bytes).map_err(|_| Refusal::parameter("the body is not JSON"))
}

fn token(headers: &HeaderMap, query: &BTreeMap<String, String>) -> Option<String> {
    let header = headers
        .get(header::AUTHORIZATION)
        .and_then(|it| it.to_str().ok());
    let bearer = header.and_then(|header| {
        header
            .strip_prefix("Bearer ")
            .or(header.strip_prefix("OAuth "))
    });
    bearer
        .map(str::to_owned)
        .or_else(|| query.get("access_token").cloned())
}

fn is_version(part: &str) -> bool {
    part.strip_prefix('v').is_some_and(|rest| {
        rest.split('.')
            .all(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
    })
}

pub(crate) fn json_response(status: StatusCode, value: &Value) -> Response {
    let head = [(header::CONTENT_TYPE, "application/json; charset=UTF-8")];
    (status, head, value.to_string()).into_response()
}

/// An answer whose body breaks off at once, and with it the connection.
fn broken() -> Response {
    let error = std::io::Error::other("the answer is withheld by a fault");
    let body = futures_util::stream::once(async { Err::<Bytes, _>(error) });
    Body::from_stream(body).into_response()
}

impl State {
    /// Notes under which address a client has reached us, for the urls of media.
    fn learn_address(&mut self, headers: &HeaderMap, outside: Option<&str>, inside: &str) {
        if self.address_is_fixed {
            return;
        }
        let Some(host) = headers
            .get(header::HOST)
            .and_then(|host| host.to_str().ok())
        else {
            return;
        };
        let prefix = outside
            .and_then(|path| path.strip_suffix(inside))
            .unwrap_or_default();
        let base = format!("http://{host}{prefix}");
        if self.base_url.as_ref() != Some(&base) {
            self.base_url = Some(base);
        }
    }

    /// The app whose token this is; also `APP_ID|APP_SECRET`, its app token.
    fn app_with_token(&self, token: Option<&str>) -> Result<usize, Refusal> {
        let token = token.ok_or_else(Refusal::no_token)?;
        let is_own = |app: &crate::apps::App| {
            app.token == token
                || token
                    .split_once('|')
                    .is_some_and(|(id, secret)| app.id == id && app.secret == secret)
        };
        self.apps
            .iter()
            .position(is_own)
            .ok_or_else(Refusal::wrong_token)
    }

    /// A number that this app's token reaches.
    pub(crate) fn own_number(&self, app: usize, id: &str) -> Result<String, Refusal> {
        match self.numbers.contains_key(id) && self.app_of(id) == app {
            true => Ok(id.to_owned()),
            false => Err(Refusal::unknown_object(id)),
        }
    }

    fn graph(&mut self, ask: &Ask) -> Answered {
        let object = ask.object.as_str();
        if object == "debug_token" {
            return self.debug_token(ask);
        }
        if object.starts_with("upload:") {
            return Ok(Outcome::Answer(
                json!({"h": format!("4::{}", self.ids.hex(40))}),
            ));
        }
        if self.own_number(ask.app, object).is_ok() {
            return self.number_edge(object, ask);
        }
        if self
            .accounts
            .get(object)
            .is_some_and(|account| account.app == ask.app)
        {
            return self.account_edge(object, ask);
        }
        if self.apps[ask.app].id == object || object == "app" {
            return self.app_edge(ask);
        }
        if self.media_of(ask.app, object).is_some() && ask.edge.is_none() {
            return self.media_edge(object, ask);
        }
        if let Some(template) = self.own_template(ask.app, object) {
            return self.template_edge(template, ask);
        }
        Err(Refusal::unknown_object(object))
    }

    /// Sets a callback that has proved itself; `None` takes it away.
    pub(crate) fn set_callback(&mut self, target: Target, callback: Option<Callback>) {
        match target {
            Target::App(app) => self.apps[app].callback = callback,
            Target::Account(id) => {
                if let Some(account) = self.accounts.get_mut(&id) {
                    account.callback = callback;
                    account.subscribed = true;
                }
            }
            Target::Number(id) => {
                if let Some(number) = self.numbers.get_mut(&id) {
                    number.callback = callback;
                }
            }
        }
    }
}
