//! A node that listens on a port, and somebody who reads its stream.

use std::time::Duration;

use serde_json::Value;

use super::super::read_changes;
use crate::app::App;
use crate::testing::TestApp;

/// Longer than anything here may take.
const SOON: Duration = Duration::from_secs(10);

/// A program that serves its routes at an address, and reads what changes.
pub(super) struct Node {
    pub(super) url: String,
    client: reqwest::Client,
}

/// An event as it was received.
#[derive(Debug, Clone)]
pub(super) struct Heard {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) data: Value,
}

impl Node {
    pub(super) async fn start(app: &App) -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await;
        let listener = listener.expect("a port");
        let address = listener.local_addr().expect("an address");
        let router = crate::wiring::router(app.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        tokio::spawn(read_changes(app.clone()));
        Self {
            url: format!("http://{address}"),
            client: crate::outgoing::client(true).expect("a client"),
        }
    }

    /// Begins to listen with this key; `query` may be empty.
    pub(super) async fn listen(&self, key: &str, query: &str) -> Ear {
        let answer = self.ask(key, query, None).await;
        assert_eq!(answer.status(), 200);
        Ear::of(answer)
    }

    /// Goes on listening after this event.
    pub(super) async fn resume(&self, key: &str, last: &str) -> Ear {
        let answer = self.ask(key, "", Some(last)).await;
        assert_eq!(answer.status(), 200);
        Ear::of(answer)
    }

    pub(super) async fn ask(
        &self,
        key: &str,
        query: &str,
        last: Option<&str>,
    ) -> reqwest::Response {
        let request = self
            .client
            .get(format!("{}/api/events{query}", self.url))
            .bearer_auth(key);
        let request = match last {
            Some(last) => request.header("Last-Event-ID", last),
            None => request,
        };
        request.send().await.expect("an answer")
    }
}

/// Somebody who listens.
pub(super) struct Ear {
    answer: reqwest::Response,
    received: String,
    rest: Vec<u8>,
}

impl Ear {
    pub(super) fn of(answer: reqwest::Response) -> Self {
        Self {
            answer,
            received: String::new(),
            rest: Vec::new(),
        }
    }

    /// The next event; `None` when the stream ended.
    pub(super) async fn hear(&mut self) -> Option<Heard> {
        loop {
            while let Some(end) = self.received.find("\n\n") {
                let frame: String = self.received.drain(..end + 2).collect();
                if let Some(heard) = read(&frame) {
                    return Some(heard);
                }
            }
            let chunk = tokio::time::timeout(SOON, self.answer.chunk()).await;
            let chunk = chunk.expect("something is told in time").ok()??;
            self.rest.extend_from_slice(&chunk);
            // A chunk may end within a letter.
            let whole = match std::str::from_utf8(&self.rest) {
                Ok(text) => text.len(),
                Err(error) => error.valid_up_to(),
            };
            let text: Vec<u8> = self.rest.drain(..whole).collect();
            self.received += std::str::from_utf8(&text).expect("whole letters");
        }
    }

    /// The next event of a stream that goes on.
    pub(super) async fn next(&mut self) -> Heard {
        self.hear().await.expect("the stream goes on")
    }

    /// The names of the next events, which are no more than these.
    #[track_caller]
    pub(super) fn expect<'a>(
        &'a mut self,
        names: &'a [&'a str],
    ) -> impl Future<Output = Vec<Heard>> + 'a {
        let place = std::panic::Location::caller();
        async move {
            let mut heard = Vec::new();
            for _ in names {
                heard.push(self.next().await);
            }
            let told: Vec<&str> = heard.iter().map(|heard| heard.name.as_str()).collect();
            assert_eq!(told, names, "at {place}: {heard:#?}");
            heard
        }
    }
}

/// An event out of its lines; `None` for a comment, and for what only says when to come again.
fn read(frame: &str) -> Option<Heard> {
    let field = |name: &str| {
        let lines = frame.lines();
        let found = lines.filter_map(|line| line.strip_prefix(name)?.strip_prefix(": "));
        found.map(str::to_owned).next()
    };
    let data: Value = serde_json::from_str(&field("data")?).expect("JSON");
    let name = field("event").expect("a name");
    assert_eq!(data["type"], name.as_str(), "{frame}");
    Some(Heard {
        id: field("id").expect("an id"),
        name,
        data,
    })
}

/// A test's first node, and a listener who has heard that it is ready.
pub(super) async fn listening(test: &TestApp, query: &str) -> (Node, Ear) {
    let node = Node::start(&test.app).await;
    let mut ear = node.listen(test.api.key(), query).await;
    ear.expect(&["ready"]).await;
    (node, ear)
}
