//! A simulator that is being served, a business with a callback, and a client.

use std::sync::atomic::{AtomicI64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::routing::get;
use serde_json::{Value, json};
use tokio::net::TcpListener;
use whatsapp::webhook::{self, Change, ChangeKind, Inbound, MessageKind, Status};
use whatsapp_sim::{
    AccountSetup, AppSetup, Behaviour, Clock, NewPerson, NumberSetup, PersonId, Say, Saying, Sim,
    SimConfig,
};

pub(crate) const SECRET: &str = "a-secret-of-the-app";
pub(crate) const TOKEN: &str = "EAAG-token";
pub(crate) const PHONE: &str = "7001";
pub(crate) const WABA: &str = "9001";
pub(crate) const ANA: &str = "966500000001";

/// 20 November 2026, in microseconds since 1970 UTC.
pub(crate) const START: i64 = 1_795_132_800 * 1_000_000;

#[derive(Clone)]
pub(crate) struct World {
    pub(crate) sim: Sim,
    pub(crate) base: String,
    pub(crate) http: reqwest::Client,
    pub(crate) callback: Arc<Callback>,
    pub(crate) callback_url: String,
    time: Arc<AtomicI64>,
}

/// What arrived at the callback, and how it answers.
#[derive(Default)]
pub(crate) struct Callback {
    pub(crate) bodies: Mutex<Vec<String>>,
    pub(crate) changes: Mutex<Vec<Change>>,
    pub(crate) problems: Mutex<Vec<String>>,
    /// Webhooks still to be answered 500.
    pub(crate) fail: AtomicUsize,
}

pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) body: Value,
}

impl Reply {
    pub(crate) fn code(&self) -> (u16, i64) {
        (
            self.status,
            self.body["error"]["code"].as_i64().unwrap_or(0),
        )
    }

    pub(crate) fn wamid(&self) -> String {
        let wamid = self.body["messages"][0]["id"].as_str();
        wamid
            .unwrap_or_else(|| panic!("not accepted: {}", self.body))
            .to_owned()
    }
}

impl World {
    pub(crate) async fn new() -> Self {
        Self::with(Behaviour::default()).await
    }

    pub(crate) async fn with(behaviour: Behaviour) -> Self {
        let callback = Arc::new(Callback::default());
        let receiver = Router::new()
            .route("/hook", get(verify).post(receive))
            .with_state(callback.clone());
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let callback_url = format!("http://{}/hook", listener.local_addr().unwrap());
        tokio::spawn(async move { axum::serve(listener, receiver).await });

        let time = Arc::new(AtomicI64::new(START));
        let clock = {
            let time = time.clone();
            Clock::new(move || time.load(Ordering::Relaxed))
        };
        let app = AppSetup {
            app_id: Some("5001".into()),
            app_secret: Some(SECRET.into()),
            token: Some(TOKEN.into()),
            callback_url: Some(callback_url.clone()),
            verify_token: Some("verify-me".into()),
            accounts: vec![AccountSetup {
                waba_id: Some(WABA.into()),
                numbers: vec![NumberSetup {
                    phone_number_id: Some(PHONE.into()),
                    display_phone_number: Some("+966 11 200 0000".into()),
                    ..NumberSetup::default()
                }],
                ..AccountSetup::default()
            }],
            ..AppSetup::default()
        };
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let sim = Sim::new(SimConfig {
            public_url: Some(base.clone()),
            clock,
            behaviour,
            apps: vec![app],
            connections: 8,
            ..SimConfig::default()
        })
        .unwrap();
        let served = sim.clone();
        tokio::spawn(async move { served.serve(listener).await });
        let http = reqwest::Client::builder().no_proxy().build().unwrap();
        Self {
            sim,
            base,
            http,
            callback,
            callback_url,
            time,
        }
    }

    /// Skips time by the test's own clock.
    pub(crate) fn travel(&self, by: Duration) {
        self.time
            .fetch_add(by.as_micros() as i64, Ordering::Relaxed);
    }

    /// Skips time whenever something waits for it, until `done`.
    pub(crate) async fn skip_until(&self, by: Duration, done: impl Fn(&Self) -> bool) {
        while !done(self) {
            if self.sim.summary().events_to_come > 0 {
                self.sim.advance(by);
            }
            tokio::task::yield_now().await;
        }
    }

    pub(crate) fn ana(&self) -> PersonId {
        self.person(NewPerson {
            name: "Ana".into(),
            number: Some(ANA.into()),
            ..NewPerson::default()
        })
    }

    pub(crate) fn person(&self, person: NewPerson) -> PersonId {
        self.sim.add_person(person).unwrap()
    }

    /// Ana, who has just written, so that she can be answered.
    pub(crate) async fn ana_writes(&self) -> PersonId {
        let ana = self.ana();
        self.sim.text(ana, PHONE, "hello").unwrap();
        self.sim.settled().await;
        self.take();
        ana
    }

    pub(crate) async fn call(&self, method: &str, path: &str, body: Option<Value>) -> Reply {
        self.call_with(method, path, body, TOKEN).await
    }

    pub(crate) async fn call_with(
        &self,
        method: &str,
        path: &str,
        body: Option<Value>,
        token: &str,
    ) -> Reply {
        let method = reqwest::Method::from_bytes(method.as_bytes()).unwrap();
        let mut request = self.http.request(method, format!("{}{path}", self.base));
        if !token.is_empty() {
            request = request.bearer_auth(token);
        }
        if let Some(body) = body {
            request = request.json(&body);
        }
        let answer = request.send().await.unwrap();
        let status = answer.status().as_u16();
        let text = answer.text().await.unwrap();
        let body = serde_json::from_str(&text).unwrap_or(Value::String(text));
        Reply { status, body }
    }

    /// Sends to Ana; `content` has the type and what belongs to it.
    pub(crate) async fn send(&self, content: Value) -> Reply {
        self.send_to(&format!("+{ANA}"), content).await
    }

    pub(crate) async fn send_to(&self, to: &str, content: Value) -> Reply {
        let mut body = content;
        body["messaging_product"] = "whatsapp".into();
        body["to"] = to.into();
        self.call("POST", &format!("/v25.0/{PHONE}/messages"), Some(body))
            .await
    }

    /// Everything that has arrived since the last time, all of it understood.
    pub(crate) fn take(&self) -> Vec<Change> {
        let problems = self.callback.problems.lock().unwrap().clone();
        assert!(problems.is_empty(), "{problems:#?}");
        std::mem::take(&mut *self.callback.changes.lock().unwrap())
    }

    /// The inbound messages and statuses that arrive once everything has happened.
    pub(crate) async fn told(&self) -> (Vec<Inbound>, Vec<Status>) {
        self.sim.settled().await;
        let (mut messages, mut statuses) = (Vec::new(), Vec::new());
        for change in self.take() {
            if let ChangeKind::Messages(told) = change.kind {
                messages.extend(told.messages);
                statuses.extend(told.statuses);
            }
        }
        (messages, statuses)
    }

    /// The names of the statuses that arrive, with their codes.
    pub(crate) async fn statuses(&self) -> Vec<String> {
        let (_, statuses) = self.told().await;
        let name = |status: &Status| match status.errors.first().and_then(|error| error.code) {
            Some(code) => format!("{} {code}", status.status),
            None => status.status.to_string(),
        };
        statuses.iter().map(name).collect()
    }

    /// Lets somebody do something and returns the message that arrives for it.
    pub(crate) async fn does(&self, person: PersonId, say: Say) -> Inbound {
        self.says(person, Saying::to(PHONE, say)).await
    }

    pub(crate) async fn says(&self, person: PersonId, saying: Saying) -> Inbound {
        let wamid = self.sim.say(person, saying).unwrap();
        let (mut messages, _) = self.told().await;
        assert_eq!(messages.len(), 1);
        let message = messages.remove(0);
        assert_eq!(message.wamid, wamid);
        message
    }
}

pub(crate) fn text(body: &str) -> Value {
    json!({"type": "text", "text": {"body": body}})
}

#[derive(serde::Deserialize)]
struct Hub {
    #[serde(rename = "hub.mode")]
    mode: String,
    #[serde(rename = "hub.verify_token")]
    verify_token: String,
    #[serde(rename = "hub.challenge")]
    challenge: String,
}

async fn verify(Query(hub): Query<Hub>) -> (StatusCode, String) {
    match hub.mode == "subscribe" && hub.verify_token == "verify-me" {
        true => (StatusCode::OK, hub.challenge),
        false => (StatusCode::FORBIDDEN, String::new()),
    }
}

async fn receive(
    State(callback): State<Arc<Callback>>,
    headers: HeaderMap,
    body: Bytes,
) -> StatusCode {
    let failing = callback
        .fail
        .fetch_update(Ordering::SeqCst, Ordering::SeqCst, |n| n.checked_sub(1));
    if failing.is_ok() {
        return StatusCode::INTERNAL_SERVER_ERROR;
    }
    let problem = |what: String| callback.problems.lock().unwrap().push(what);
    let signature = headers
        .get("x-hub-signature-256")
        .and_then(|it| it.to_str().ok());
    if !whatsapp::signature::verify(SECRET.as_bytes(), &body, signature) {
        problem(format!("bad signature {signature:?}"));
    }
    callback
        .bodies
        .lock()
        .unwrap()
        .push(String::from_utf8_lossy(&body).into_owned());
    match webhook::parse(&body) {
        Ok(changes) => {
            for change in changes {
                if let Some(what) = not_understood(&change) {
                    problem(format!("{what}: {change:?}"));
                }
                callback.changes.lock().unwrap().push(change);
            }
        }
        Err(error) => problem(error.to_string()),
    }
    StatusCode::OK
}

/// What of a change the product would not understand.
fn not_understood(change: &Change) -> Option<&'static str> {
    if !change.unreadable.is_empty() {
        return Some("unreadable elements");
    }
    if change.waba_id.is_none() {
        return Some("no account");
    }
    match &change.kind {
        ChangeKind::Other(_) => Some("an unknown field"),
        ChangeKind::Messages(told) => {
            let unknown = told
                .messages
                .iter()
                .any(|it| it.kind == MessageKind::Unknown);
            let no_number = change.phone_number_id.is_none();
            let extra = told.rest.as_object().is_some_and(|rest| {
                rest.keys()
                    .any(|key| !matches!(key.as_str(), "messaging_product" | "metadata"))
            });
            (unknown || no_number || extra).then_some("an unknown message")
        }
        _ => None,
    }
}
