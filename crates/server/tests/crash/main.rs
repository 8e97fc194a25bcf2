//! Nothing that was acknowledged is lost or doubled, whenever the server or PostgreSQL is killed.
//!
//! The real program is fed with signed webhooks over many connections and killed by SIGKILL at
//! random moments, again and again. What was not answered 200 is sent again, as Meta does. After
//! each death the database is compared with what was acknowledged; in the end, when everything
//! is, the two must be the same.
//!
//! A killed process is not a power cut: what the system had taken over is still written. That the
//! engines also sync before they answer is a matter of their settings, see `db`.
//!
//! `CLIENTELE_CRASH_ROUNDS` sets how often it dies, `CLIENTELE_CRASH_SEED` repeats the moments.
#![expect(
    clippy::print_stderr,
    reason = "the seed and the figures are for whoever runs this"
)]
mod check;
mod load;
mod people;
mod postgres;
#[path = "../support/mod.rs"]
mod support;

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::{Duration, Instant};

use clientele::db::Db;
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use tokio::task::JoinSet;

use check::Found;
use load::{Load, NUMBER, Promised};
use postgres::{Cluster, Database};
use support::{Installation, Server};

/// How many webhooks are on their way at once.
const CONNECTIONS: usize = 24;
const SECRET: &str = "a-secret-of-the-app";
/// How long something that must happen may take.
const PATIENCE: Duration = Duration::from_secs(30);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killing_the_server_loses_nothing_on_sqlite() {
    let trial = Trial::new("the server, SQLite", 20, None);
    trial.kill_the_server().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killing_the_server_loses_nothing_on_postgresql() {
    let Some(database) = Database::create().await else {
        return;
    };
    let trial = Trial::new("the server, PostgreSQL", 20, Some(database.url.clone()));
    trial.kill_the_server().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killing_postgresql_loses_nothing() {
    if std::env::var_os("TEST_DATABASE_URL").is_none() {
        return;
    }
    let mut cluster = Cluster::create();
    cluster.start().await;
    let trial = Trial::new("PostgreSQL itself", 5, Some(cluster.url()));
    trial.kill_postgres(&mut cluster).await;
}

/// One installation, its load, and how often something is killed.
struct Trial {
    killed: &'static str,
    rounds: usize,
    rng: StdRng,
    installation: Installation,
    database_url: Option<String>,
    path: String,
    load: Arc<Mutex<Load>>,
    found: Found,
    deaths: usize,
}

impl Trial {
    fn new(killed: &'static str, rounds: usize, database_url: Option<String>) -> Self {
        let given = |name| std::env::var(name).ok().and_then(|text| text.parse().ok());
        let seed: u64 = given("CLIENTELE_CRASH_SEED").unwrap_or_else(rand::random);
        let rounds = given("CLIENTELE_CRASH_ROUNDS").map_or(rounds, |rounds: u64| {
            usize::try_from(rounds).expect("not that many")
        });
        eprintln!("killing {killed}: {rounds} rounds, CLIENTELE_CRASH_SEED={seed}");
        let installation = Installation::new(database_url.clone());
        installation.run(&[
            "setup",
            "--workspace",
            "Bayt Coffee",
            "--email",
            "ana@bayt.example",
            "--password",
            "a long enough password",
        ]);
        let connected = installation.run(&[
            "whatsapp",
            "connect",
            "--name",
            "Riyadh",
            "--phone-number-id",
            NUMBER,
            "--waba-id",
            "9001",
            "--access-token",
            "EAAG-token",
            "--app-secret",
            SECRET,
            "--verify-token",
            "verify-me",
        ]);
        let path = connected["webhook_path"].as_str().expect("a path");
        Self {
            killed,
            rounds,
            rng: StdRng::seed_from_u64(seed),
            path: path.to_owned(),
            installation,
            database_url,
            load: Arc::new(Mutex::new(Load::new(seed))),
            found: Found::default(),
            deaths: 0,
        }
    }

    /// Kills the server under load, and now and then also while it starts.
    async fn kill_the_server(mut self) {
        for _ in 0..self.rounds {
            let mut server = self.installation.serve();
            let accepted = self.load().count(200);
            let senders = self.send(&server);
            // Mostly in full flight, now and then with the very first of them.
            if self.rng.random_bool(0.8) {
                self.wait_for("an answer", |load| load.count(200) > accepted)
                    .await;
            }
            self.pause(50..400).await;
            server.kill();
            senders.stop().await;
            self.died().await;
            if self.rng.random_bool(0.25) {
                let mut server = self.installation.spawn();
                self.pause(1..80).await;
                server.kill();
                self.died().await;
            }
        }
        let mut server = self.installation.serve();
        self.send_the_rest(&server).await;
        server.kill();
        self.died().await;
        assert_eq!(self.load().count(503), 0, "nothing was ever refused");
        self.end().await;
    }

    /// Kills PostgreSQL under load; the server stays, refuses meanwhile, and comes back by itself.
    async fn kill_postgres(mut self, cluster: &mut Cluster) {
        let mut server = self.installation.serve();
        for round in 0..self.rounds {
            let senders = self.send(&server);
            self.pause(50..400).await;
            let refused = self.load().count(503);
            cluster.kill();
            self.deaths += 1;
            self.wait_for("a refusal", |load| load.count(503) > refused + CONNECTIONS)
                .await;
            cluster.start().await;
            let accepted = self.load().count(200);
            self.wait_for("the server to come back", |load| {
                load.count(200) > accepted + CONNECTIONS
            })
            .await;
            senders.stop().await;
            assert!(server.is_alive(), "the server fell in round {round}");
            self.compare().await;
        }
        self.send_the_rest(&server).await;
        self.compare().await;
        self.end().await;
    }

    /// Posts the load over all connections until it is stopped, or nothing is left to post.
    fn send(&self, server: &Server) -> Senders {
        let stop = Arc::new(AtomicBool::new(false));
        let mut tasks = JoinSet::new();
        let client = clientele::outgoing::client(true).expect("a client");
        for _ in 0..CONNECTIONS {
            let (client, url) = (client.clone(), format!("{}{}", server.url, self.path));
            let (load, stop) = (Arc::clone(&self.load), Arc::clone(&stop));
            tasks.spawn(async move {
                while !stop.load(Ordering::Relaxed) {
                    let Some(delivery) = lock(&load).next() else {
                        return;
                    };
                    let status = post(&client, &url, &delivery.body).await;
                    lock(&load).answered(delivery, status);
                    if status != Some(200) {
                        tokio::time::sleep(Duration::from_millis(10)).await;
                    }
                }
            });
        }
        Senders { tasks, stop }
    }

    /// Sends what is not acknowledged yet, until all is.
    async fn send_the_rest(&mut self, server: &Server) {
        self.load().goes_on = false;
        let senders = self.send(server);
        tokio::time::timeout(PATIENCE, senders.tasks.join_all())
            .await
            .expect("all of it is acknowledged");
    }

    /// The server is dead: what did it leave?
    async fn died(&mut self) {
        self.deaths += 1;
        self.compare().await;
    }

    async fn compare(&mut self) {
        let (db, _copy) = self.open().await;
        let promised = Promised::of(&self.load().acknowledged);
        let found = check::check(&db, &promised).await;
        self.found.lost += found.lost;
        self.found.doubled += found.doubled;
        assert_eq!((found.lost, found.doubled), (0, 0), "lost and doubled");
    }

    async fn end(self) {
        let (db, _copy) = self.open().await;
        let promised = Promised::of(&self.load().acknowledged);
        let people = self.load().people.clone();
        check::check_all(&db, &people, &promised).await;
        let load = self.load();
        eprintln!(
            "killed {} {} times: {} acknowledged, {} sent again, {} people, {} lost, {} doubled; answers {:?}",
            self.killed,
            self.deaths,
            load.acknowledged.len(),
            load.sent_again,
            load.people.len(),
            self.found.lost,
            self.found.doubled,
            load.answers
        );
    }

    /// The database as it lies there. Of SQLite a copy, so that the server itself is the first to
    /// meet what it left behind.
    async fn open(&self) -> (Db, Option<tempfile::TempDir>) {
        if let Some(url) = &self.database_url {
            return (Db::open_postgres(url).await.expect("it opens"), None);
        }
        let copy = tempfile::tempdir().expect("a folder");
        for file in ["clientele.db", "clientele.db-wal"] {
            let from = self.installation.data().join(file);
            if Path::exists(&from) {
                std::fs::copy(from, copy.path().join(file)).expect("a copy");
            }
        }
        let db = Db::open_sqlite(&copy.path().join("clientele.db")).expect("it opens");
        (db, Some(copy))
    }

    async fn pause(&mut self, milliseconds: std::ops::Range<u64>) {
        let pause = self.rng.random_range(milliseconds);
        tokio::time::sleep(Duration::from_millis(pause)).await;
    }

    async fn wait_for(&self, what: &str, happened: impl Fn(&Load) -> bool) {
        let deadline = Instant::now() + PATIENCE;
        while !happened(&self.load()) {
            assert!(Instant::now() < deadline, "waited in vain for {what}");
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }

    fn load(&self) -> MutexGuard<'_, Load> {
        lock(&self.load)
    }
}

/// The connections that post.
struct Senders {
    tasks: JoinSet<()>,
    stop: Arc<AtomicBool>,
}

impl Senders {
    /// Lets those that wait for an answer finish.
    async fn stop(self) {
        self.stop.store(true, Ordering::Relaxed);
        self.tasks.join_all().await;
    }
}

/// Posts a signed webhook; the status of the answer, if there was one.
async fn post(client: &reqwest::Client, url: &str, body: &str) -> Option<u16> {
    let signature = whatsapp::signature::sign(SECRET.as_bytes(), body.as_bytes());
    let request = client
        .post(url)
        .header("content-type", "application/json")
        .header("x-hub-signature-256", signature)
        .body(body.to_owned());
    Some(request.send().await.ok()?.status().as_u16())
}

fn lock(load: &Mutex<Load>) -> MutexGuard<'_, Load> {
    load.lock().expect("no sender fell")
}
