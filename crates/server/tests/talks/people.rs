//! The people who write, and the program of the business that answers them.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use serde_json::json;
use tokio::net::TcpListener;
use tokio::task::JoinSet;
use whatsapp_sim::config::ClosedWindow;
use whatsapp_sim::{
    AccountSetup, AppSetup, Behaviour, Chances, NewPerson, NumberSetup, PersonId, Sim, SimConfig,
    Throughput,
};

use crate::cluster::{Cluster, NUMBER, SECRET, TOKEN, VERIFY, WABA};
use crate::{LIFE, PATIENCE, Scale};

/// Requests of the business's program that are under way at once.
const WRITERS: usize = 12;
/// A name, and the beginning of a number in the same country.
const NAMES: [(&str, &str); 6] = [
    ("نورة الفيصل 🌸", "9665"),
    ("محمد بن عبد الله", "97150"),
    ("Omar El-Sayed", "2010"),
    ("João Côrtes", "55119"),
    ("Łukasz", "4850"),
    ("李小龙", "8613"),
];

pub(crate) struct People {
    pub(crate) scale: Scale,
    pub(crate) sim: Sim,
    /// Everybody, with their number in E.164 and, once begun, their conversation.
    pub(crate) all: Vec<(PersonId, String)>,
    conversations: HashMap<String, i64>,
}

impl People {
    /// Simulated WhatsApp with everybody in it, connected to the program both ways.
    pub(crate) async fn meet(scale: Scale, cluster: &Cluster) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let graph = format!("http://{}", listener.local_addr().expect("an address"));
        let path = cluster.connect(&graph);
        let sim = Sim::new(SimConfig {
            seed: scale.seed,
            behaviour: behaviour(Chances::default()),
            apps: vec![AppSetup {
                app_secret: Some(SECRET.to_owned()),
                token: Some(TOKEN.to_owned()),
                callback_url: Some(format!("{}{path}", cluster.door().url)),
                verify_token: Some(VERIFY.to_owned()),
                accounts: vec![AccountSetup {
                    waba_id: Some(WABA.to_owned()),
                    numbers: vec![NumberSetup {
                        phone_number_id: Some(NUMBER.to_owned()),
                        throughput: Throughput::High,
                        ..NumberSetup::default()
                    }],
                    ..AccountSetup::default()
                }],
                ..AppSetup::default()
            }],
            ..SimConfig::default()
        })
        .expect("a simulator");
        let answering = sim.clone();
        tokio::spawn(async move { answering.serve(listener).await });
        let all = (0..scale.people).map(|n| {
            let (name, country) = NAMES[n % NAMES.len()];
            let number = format!(
                "{country}{:0>width$}",
                1_000_000 + n,
                width = 12 - country.len()
            );
            let person = NewPerson {
                name: name.to_owned(),
                number: Some(number.clone()),
                auto_read: true,
                ..NewPerson::default()
            };
            (
                sim.add_person(person).expect("a person"),
                format!("+{number}"),
            )
        });
        let all = all.collect();
        Self {
            scale,
            sim,
            all,
            conversations: HashMap::new(),
        }
    }

    /// Everybody writes for the first time, while nothing goes wrong yet.
    pub(crate) async fn begin_conversations(&mut self, cluster: &Cluster) {
        // Learns that Meta has raised the number.
        cluster.post("/api/accounts/1/check").await;
        for (person, _) in &self.all {
            self.sim.text(*person, NUMBER, "in 0").expect("written");
        }
        self.settled().await;
        let mut cursor = String::new();
        loop {
            let page = cluster
                .get(&format!("/api/conversations?limit=200{cursor}"))
                .await;
            for conversation in page["items"].as_array().expect("items") {
                let phone = conversation["customer_phone"].as_str().expect("a number");
                let id = conversation["id"].as_i64().expect("an id");
                self.conversations.insert(phone.to_owned(), id);
            }
            match page["next_cursor"].as_str() {
                Some(next) => cursor = format!("&cursor={next}"),
                None => break,
            }
        }
        assert_eq!(
            self.conversations.len(),
            self.all.len(),
            "everybody has one"
        );
        self.sim.set_behaviour(behaviour(Chances {
            late: 0.05,
            duplicated: 0.05,
            out_of_order: 0.05,
            lost_response: 0.025,
            server_error: 0.025,
            not_on_whatsapp: 0.0,
            marketing_cap: 0.0,
        }));
    }

    /// Both sides say all that they have to say.
    pub(crate) fn talk(&self, cluster: &Cluster) -> Talking {
        let mut tasks = JoinSet::new();
        // As long as somebody is still to be killed, there shall be something to say.
        let span =
            Duration::from_millis(LIFE) * u32::try_from(self.scale.kills).expect("not that many");
        let rounds = u32::try_from(self.scale.messages).expect("not that many");
        let (sim, people, pause) = (self.sim.clone(), self.all.clone(), span / rounds);
        let messages = self.scale.messages;
        tasks.spawn(async move {
            for n in 1..messages {
                for (index, (person, _)) in people.iter().enumerate() {
                    sim.text(*person, NUMBER, format!("in {n}"))
                        .expect("written");
                    if index % 10 == 9 {
                        tokio::time::sleep(Duration::from_millis(5)).await;
                    }
                }
                tokio::time::sleep(pause).await;
            }
        });
        let conversations: Arc<[i64]> = self
            .all
            .iter()
            .map(|(_, phone)| self.conversations[phone])
            .collect();
        let client = clientele::outgoing::client(true).expect("a client");
        for writer in 0..WRITERS {
            let (client, conversations) = (client.clone(), Arc::clone(&conversations));
            let (url, key) = (cluster.door().url.clone(), cluster.key.clone());
            tasks.spawn(async move {
                for n in 0..messages {
                    // Each person is one writer's, so that their messages are given in order.
                    for conversation in conversations.iter().skip(writer).step_by(WRITERS) {
                        write(&client, &url, &key, *conversation, n).await;
                    }
                    tokio::time::sleep(pause).await;
                }
            });
        }
        Talking(tasks)
    }

    /// Waits until WhatsApp has told everything.
    pub(crate) async fn settled(&self) {
        tokio::time::timeout(PATIENCE, self.sim.settled())
            .await
            .expect("everything is told");
    }
}

fn behaviour(chances: Chances) -> Behaviour {
    Behaviour {
        sent_ms: 10,
        delivered_ms: 30,
        read_ms: 60,
        // Whoever writes ten times in a second is no person.
        pair_limit: false,
        closed_window: ClosedWindow::FailedStatus,
        retry_gaps_ms: vec![0, 50, 200, 500],
        late_ms: 300,
        chances,
        ..Behaviour::default()
    }
}

/// Gives a message to be sent, again until that is answered.
async fn write(client: &reqwest::Client, url: &str, key: &str, conversation: i64, n: usize) {
    let body = json!({"type": "text", "text": {"body": format!("out {n}")}});
    loop {
        let request = client
            .post(format!("{url}/api/conversations/{conversation}/messages"))
            .bearer_auth(key)
            .header("content-type", "application/json")
            .header("idempotency-key", format!("{conversation}-{n}"))
            .body(body.to_string());
        match request.send().await.map(|answer| answer.status().as_u16()) {
            Ok(201) => return,
            Ok(status @ 400..500) if status != 429 => panic!("it was refused with {status}"),
            _ => tokio::time::sleep(Duration::from_millis(20)).await,
        }
    }
}

/// Everybody who still has something to say.
pub(crate) struct Talking(JoinSet<()>);

impl Talking {
    /// Waits until all is said.
    pub(crate) async fn finish(self) {
        tokio::time::timeout(PATIENCE * 5, self.0.join_all())
            .await
            .expect("all is said");
    }
}
