//! Simulated WhatsApp around a program under test, over real HTTP both ways.

use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tokio::net::TcpListener;
use whatsapp_sim::{
    AccountSetup, AppSetup, Behaviour, Clock, NewPerson, NumberSetup, PersonId, Sim, SimConfig,
};

use super::TestApp;
use crate::db::sql;
use crate::kernel::ids::AccountId;

/// Meta's id of the simulated number, of its business account, and its token.
pub(crate) const NUMBER: &str = "106540352242922";
const WABA: &str = "102290129340398";
const TOKEN: &str = "EAAG-simulated-token";
/// How long anything may take.
const PATIENCE: Duration = Duration::from_secs(20);

/// Simulated WhatsApp, with an account of the first workspace connected to it.
pub(crate) struct Phones {
    /// The simulator; its clock is the program's.
    pub(crate) sim: Sim,
    /// The account.
    pub(crate) account: AccountId,
}

impl Phones {
    /// Starts it, connects it, and has the program send what is queued.
    pub(crate) async fn around(test: &TestApp) -> Self {
        let phones = Self::without_sender(test).await;
        tokio::spawn(crate::sending::send_queued(test.app.clone()));
        phones
    }

    /// The same, with nobody who sends yet.
    pub(crate) async fn without_sender(test: &TestApp) -> Self {
        let (listener, here) = listen().await;
        let clock = test.app.clock.clone();
        let setup = AppSetup {
            app_secret: Some("a-secret-of-the-app".to_owned()),
            token: Some(TOKEN.to_owned()),
            accounts: vec![AccountSetup {
                waba_id: Some(WABA.to_owned()),
                numbers: vec![NumberSetup {
                    phone_number_id: Some(NUMBER.to_owned()),
                    ..NumberSetup::default()
                }],
                ..AccountSetup::default()
            }],
            ..AppSetup::default()
        };
        let sim = Sim::new(SimConfig {
            clock: Clock::new(move || clock.now().0),
            apps: vec![setup],
            behaviour: Behaviour {
                // Where time stands still, a second lasts for the whole test.
                throughput_limit: false,
                ..Behaviour::default()
            },
            ..SimConfig::default()
        })
        .expect("a simulator");
        let answering = sim.clone();
        tokio::spawn(async move { answering.serve(listener).await });
        let account = connect(test, &sim, &here).await;
        Self { sim, account }
    }

    /// Somebody with a number who reads what they get.
    pub(crate) fn person(&self, name: &str, number: &str) -> PersonId {
        let person = NewPerson {
            name: name.to_owned(),
            number: Some(number.to_owned()),
            auto_read: true,
            ..NewPerson::default()
        };
        self.sim.add_person(person).expect("a person")
    }

    /// They write; the id of the conversation that it went to.
    pub(crate) async fn write(&self, test: &TestApp, person: PersonId, words: &str) -> i64 {
        let wamid = self.sim.text(person, NUMBER, words).expect("written");
        self.sim.settled().await;
        let (conversation,) = sql("SELECT conversation_id FROM messages WHERE wamid = $1")
            .bind(wamid)
            .one(&test.app.db)
            .await
            .expect("it arrived");
        conversation
    }

    /// Waits until nothing is due to be sent and nothing is on its way back.
    pub(crate) async fn settle(&self, test: &TestApp) {
        let begun = Instant::now();
        loop {
            let now = test.app.clock.now();
            let (due,): (i64,) = sql("SELECT CAST(COUNT(*) AS BIGINT) FROM outbox
                 WHERE (state = 'waiting' AND run_at <= $1) OR state = 'sending'")
            .bind(now)
            .one(&test.app.db)
            .await
            .expect("counted");
            if due == 0 {
                self.sim.settled().await;
                return;
            }
            assert!(begun.elapsed() < PATIENCE, "{due} messages were not sent");
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }

    /// Moves the time of everybody on.
    pub(crate) fn advance(&self, test: &TestApp, micros: i64) {
        test.app.clock.advance(micros);
        self.sim.advance(Duration::ZERO);
        test.app.db.signal(crate::db::Topic::Outbox);
    }

    /// Makes an approved template of the account's, known to the program.
    pub(crate) async fn template(&self, test: &TestApp, template: Value) {
        let made = test.api.post("/api/templates", json!({"account_id": self.account, "name": template["name"],
            "language": template["language"], "category": template["category"], "components": template["components"]}));
        made.await.expect(201);
        self.sim.settled().await;
        let body = json!({"account_id": self.account});
        test.api.post("/api/templates/sync", body).await.expect(200);
    }
}

async fn listen() -> (TcpListener, String) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    (listener, format!("http://{address}"))
}

/// Connects the simulated number to the program, and the program's callback to the simulator.
async fn connect(test: &TestApp, sim: &Sim, graph: &str) -> AccountId {
    let (listener, callback) = listen().await;
    let router = crate::wiring::router(test.app.clone());
    tokio::spawn(async move { axum::serve(listener, router).await });
    let connected = test.api.post(
        "/api/accounts",
        json!({
            "name": "Riyadh", "phone_number_id": NUMBER, "waba_id": WABA, "access_token": TOKEN,
            "app_secret": "a-secret-of-the-app", "verify_token": "verify-me",
        }),
    );
    let connected = connected.await.expect(201);
    let account = AccountId(connected["id"].as_i64().expect("an id"));
    // The API does not take private addresses; the time stands still, so the pace must not count.
    sql("UPDATE accounts SET graph_url = $2 WHERE id = $1")
        .bind(account)
        .bind(graph)
        .run(&test.app.db)
        .await
        .expect("changed");
    sql("INSERT INTO account_pace (account_id, workspace_id, per_second) VALUES ($1, $2, 1000000)")
        .bind(account)
        .bind(test.workspace)
        .run(&test.app.db)
        .await
        .expect("a pace");
    let path = connected["webhook_path"].as_str().expect("a path");
    let app = sim.apps()[0].app_id.clone().expect("an id");
    let url = format!("{callback}{path}");
    let shaken = sim.set_callback(&app, url, "verify-me".to_owned()).await;
    assert!(shaken.expect("an app").verified, "the handshake succeeds");
    account
}
