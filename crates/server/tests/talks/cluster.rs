//! The program, on one node or several with one database, behind one address.

use std::time::Instant;

use clientele::db::{Db, sql};
use serde_json::Value;
use uuid::Uuid;

use crate::PATIENCE;
use crate::door::Door;
use crate::support::{Installation, Server};

/// Meta's id of the business's number, of its business account, and its secrets.
pub(crate) const NUMBER: &str = "106540352242922";
pub(crate) const WABA: &str = "102290129340398";
pub(crate) const TOKEN: &str = "EAAG-simulated-token";
pub(crate) const SECRET: &str = "a-secret-of-the-app";
pub(crate) const VERIFY: &str = "verify-me";

pub(crate) struct Cluster {
    installations: Vec<Installation>,
    servers: Vec<Option<Server>>,
    url: Option<String>,
    /// Where the API and the callback are.
    pub(crate) door: Option<Door>,
    /// A key that may do everything.
    pub(crate) key: String,
}

impl Cluster {
    pub(crate) fn sqlite() -> Self {
        Self::new(vec![Installation::new(None)], None)
    }

    /// `None` when the run is not for PostgreSQL.
    pub(crate) async fn postgres(nodes: usize) -> Option<Self> {
        let server = std::env::var("TEST_DATABASE_URL").ok()?;
        let name = format!("talks_{}", Uuid::new_v4().simple());
        let admin = Db::open_postgres(&server)
            .await
            .expect("PostgreSQL answers");
        sql(format!("CREATE DATABASE {name}"))
            .run(&admin)
            .await
            .expect("a database");
        let url = beside(&server, &name);
        let installations = (0..nodes)
            .map(|_| Installation::new(Some(url.clone())))
            .collect();
        Some(Self::new(installations, Some(url)))
    }

    fn new(installations: Vec<Installation>, url: Option<String>) -> Self {
        let first = &installations[0];
        first.run(&[
            "setup",
            "--workspace",
            "Bayt Coffee",
            "--email",
            "ana@bayt.example",
            "--password",
            "a long enough password",
        ]);
        let made = first.run(&["key", "create", "--name", "talks"]);
        let key = made["key"].as_str().expect("a key").to_owned();
        for other in &installations[1..] {
            // The nodes of one database have one key for its secrets.
            let file = "secret.key";
            std::fs::copy(first.data().join(file), other.data().join(file)).expect("copied");
        }
        Self {
            servers: installations.iter().map(|_| None).collect(),
            installations,
            url,
            door: None,
            key,
        }
    }

    pub(crate) fn nodes(&self) -> usize {
        self.installations.len()
    }

    /// Connects the number to where its Graph API is; the callback's path.
    pub(crate) fn connect(&self, graph_url: &str) -> String {
        let connected = self.installations[0].run(&[
            "whatsapp",
            "connect",
            "--name",
            "Riyadh",
            "--phone-number-id",
            NUMBER,
            "--waba-id",
            WABA,
            "--access-token",
            TOKEN,
            "--app-secret",
            SECRET,
            "--verify-token",
            VERIFY,
            "--graph-url",
            graph_url,
        ]);
        connected["webhook_path"]
            .as_str()
            .expect("a path")
            .to_owned()
    }

    pub(crate) async fn open_door(&mut self) {
        self.door = Some(Door::open(self.nodes()).await);
    }

    pub(crate) fn start_all(&mut self) {
        for node in 0..self.nodes() {
            self.start_node(node);
        }
    }

    pub(crate) fn start_node(&mut self, node: usize) {
        let server = self.installations[node].serve();
        self.door().set(node, Some(&server.url));
        self.servers[node] = Some(server);
    }

    /// SIGKILL.
    pub(crate) fn kill(&mut self, node: usize) {
        self.door().set(node, None);
        if let Some(mut server) = self.servers[node].take() {
            assert!(server.is_alive(), "node {node} fell by itself");
        }
    }

    pub(crate) fn door(&self) -> &Door {
        self.door.as_ref().expect("the door is open")
    }

    /// `GET`, by whichever node.
    pub(crate) async fn get(&self, path: &str) -> Value {
        let client = clientele::outgoing::client(true).expect("a client");
        let url = format!("{}{path}", self.door().url);
        let answer = client
            .get(url)
            .bearer_auth(&self.key)
            .send()
            .await
            .expect("an answer");
        serde_json::from_slice(&answer.bytes().await.expect("a body")).expect("JSON")
    }

    /// `POST`, by whichever node.
    pub(crate) async fn post(&self, path: &str) -> Value {
        let client = clientele::outgoing::client(true).expect("a client");
        let url = format!("{}{path}", self.door().url);
        let answer = client
            .post(url)
            .bearer_auth(&self.key)
            .send()
            .await
            .expect("an answer");
        assert!(answer.status().is_success(), "{path}: {}", answer.status());
        serde_json::from_slice(&answer.bytes().await.expect("a body")).expect("JSON")
    }

    /// The database, beside whoever serves it.
    pub(crate) async fn database(&self) -> Db {
        match &self.url {
            Some(url) => Db::open_postgres(url).await.expect("it opens"),
            None => {
                let file = self.installations[0].data().join("clientele.db");
                Db::open_sqlite(&file).expect("it opens")
            }
        }
    }

    /// Waits until everything was handed to WhatsApp, as far as anybody knows. Claims of killed
    /// processes end at once, as they would after a minute and a half.
    pub(crate) async fn wait_until_sent(&self) {
        let database = self.database().await;
        sql("UPDATE outbox SET run_at = 0 WHERE state = 'sending'")
            .run(&database)
            .await
            .expect("changed");
        self.wait_for("SELECT CAST(COUNT(*) AS BIGINT) FROM outbox WHERE state <> 'unknown'")
            .await;
    }

    /// Has the program wait no longer for the statuses of what may have been sent and was not.
    pub(crate) async fn settle_unknown(&self) {
        let database = self.database().await;
        sql("UPDATE outbox SET run_at = 0 WHERE state = 'unknown'")
            .run(&database)
            .await
            .expect("changed");
        self.wait_for("SELECT CAST(COUNT(*) AS BIGINT) FROM outbox")
            .await;
    }

    async fn wait_for(&self, nothing: &'static str) {
        let database = self.database().await;
        let begun = Instant::now();
        loop {
            let (left,): (i64,) = sql(nothing).one(&database).await.expect("counted");
            if left == 0 {
                return;
            }
            assert!(begun.elapsed() < PATIENCE * 2, "{left} messages are left");
            tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        }
    }

    /// Kills all of it; what it leaves.
    pub(crate) async fn stop(&mut self) -> Db {
        for node in 0..self.nodes() {
            self.kill(node);
        }
        self.database().await
    }
}

/// The URL of another database on the same server.
fn beside(url: &str, name: &str) -> String {
    let (before, query) = url
        .split_once('?')
        .map_or((url, None), |(url, query)| (url, Some(query)));
    let server = before.rsplit_once('/').map_or(before, |(server, _)| server);
    match query {
        Some(query) => format!("{server}/{name}?{query}"),
        None => format!("{server}/{name}"),
    }
}
