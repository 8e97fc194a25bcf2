//! What Meta sends, and what it was answered: the book that the database is compared with.
//!
//! Deliveries leave in the order they were made, over many connections at once. What was not
//! answered 200 is sent again, as Meta does; some of the rest as well, because Meta does that too.

use std::collections::{BTreeMap, HashMap, HashSet, VecDeque};
use std::sync::Arc;

use rand::rngs::StdRng;
use rand::seq::SliceRandom;
use rand::{RngExt, SeedableRng};
use serde_json::{Value, json};

use super::people::{Ids, Person};

/// The phone number id of the business.
pub(crate) const NUMBER: &str = "106540352242922";
/// Unix seconds of the first message.
const BEGIN: i64 = 1_795_160_000;

/// A body, and what it says.
#[derive(Debug)]
pub(crate) struct Delivery {
    pub(crate) body: String,
    said: Vec<Said>,
}

#[derive(Debug)]
enum Said {
    Message(String, Message),
    Status {
        wamid: String,
        status: &'static str,
        at: i64,
    },
}

/// A message as it must be stored.
#[derive(Debug, Clone)]
pub(crate) struct Message {
    pub(crate) person: usize,
    pub(crate) outbound: bool,
    pub(crate) kind: &'static str,
    aliases: Vec<String>,
}

/// The load and the book.
pub(crate) struct Load {
    rng: StdRng,
    pub(crate) people: Vec<Person>,
    made: usize,
    ready: VecDeque<Arc<Delivery>>,
    again: VecDeque<Arc<Delivery>>,
    texts: Vec<(usize, String)>,
    pub(crate) acknowledged: Vec<Arc<Delivery>>,
    /// Whether new deliveries are made when none is left.
    pub(crate) goes_on: bool,
    /// How often a delivery was sent again because it was not acknowledged.
    pub(crate) sent_again: usize,
    /// Answers by status; 0 is none.
    pub(crate) answers: BTreeMap<u16, usize>,
}

impl Load {
    pub(crate) fn new(seed: u64) -> Self {
        Self {
            rng: StdRng::seed_from_u64(seed),
            people: Vec::new(),
            made: 0,
            ready: VecDeque::new(),
            again: VecDeque::new(),
            texts: Vec::new(),
            acknowledged: Vec::new(),
            goes_on: true,
            sent_again: 0,
            answers: BTreeMap::new(),
        }
    }

    /// The next delivery; `None` when everything is acknowledged and nothing new is wanted.
    pub(crate) fn next(&mut self) -> Option<Arc<Delivery>> {
        if let Some(delivery) = self.again.pop_front() {
            self.sent_again += 1;
            return Some(delivery);
        }
        if self.ready.is_empty() && self.goes_on {
            self.make();
        }
        self.ready.pop_front()
    }

    /// Notes the answer to a delivery; anything but 200 means that Meta will send it again.
    pub(crate) fn answered(&mut self, delivery: Arc<Delivery>, status: Option<u16>) {
        *self.answers.entry(status.unwrap_or(0)).or_default() += 1;
        if status == Some(200) {
            self.acknowledged.push(delivery);
        } else {
            self.again.push_back(delivery);
        }
    }

    /// How often this was answered.
    pub(crate) fn count(&self, status: u16) -> usize {
        self.answers.get(&status).copied().unwrap_or(0)
    }

    fn make(&mut self) {
        match self.rng.random_range(0..20) {
            0..9 => self.talk(1),
            9..12 => {
                let people = self.rng.random_range(2..5);
                self.talk(people);
            }
            12..14 => self.photo(),
            14..16 => self.reaction(),
            16..19 => self.echo(),
            _ => self.repeat(),
        }
    }

    fn someone(&mut self) -> usize {
        if self.people.is_empty() || self.rng.random_bool(0.35) {
            let person = Person::new(self.people.len(), &mut self.rng);
            self.people.push(person);
            return self.people.len() - 1;
        }
        // Mostly those who wrote lately, so that deliveries of one person meet.
        let span = if self.rng.random_bool(0.7) {
            10
        } else {
            self.people.len()
        };
        let oldest = self.people.len().saturating_sub(span);
        self.rng.random_range(oldest..self.people.len())
    }

    fn wamid(&mut self) -> (String, i64) {
        self.made += 1;
        let late = self.rng.random_range(0..5);
        let at = BEGIN + i64::try_from(self.made).expect("small") * 2 - late;
        (format!("wamid.HBgM{:010}QjdD8=", self.made), at)
    }

    /// Texts of some people in one body, two of each now and then.
    fn talk(&mut self, people: usize) {
        let mut writers: Vec<usize> = (0..people).map(|_| self.someone()).collect();
        writers.dedup();
        let (mut profiles, mut messages, mut said) = (Vec::new(), Vec::new(), Vec::new());
        for person in writers {
            for _ in 0..self.rng.random_range(1..3) {
                let (wamid, at) = self.wamid();
                let ids = self.people[person].ids(&mut self.rng);
                profiles.push(self.people[person].profile(&ids));
                messages.push(json!({"from": ids.number, "from_user_id": ids.user_id, "id": wamid,
                    "timestamp": at.to_string(), "type": "text", "text": {"body": "السلام عليكم 👋"}}));
                self.texts.push((person, wamid.clone()));
                said.push(message(wamid, person, false, "text", &ids));
            }
        }
        self.push(
            "messages",
            json!({"contacts": profiles, "messages": messages}),
            said,
        );
    }

    fn photo(&mut self) {
        let person = self.someone();
        let (wamid, at) = self.wamid();
        let ids = self.people[person].ids(&mut self.rng);
        let photo = json!({"from": ids.number, "from_user_id": ids.user_id, "id": wamid,
            "timestamp": at.to_string(), "type": "image", "image": {"id": format!("77{at}"),
            "mime_type": "image/jpeg", "sha256": "LQ==", "caption": "هذه الفاتورة"}});
        let value = json!({"contacts": [self.people[person].profile(&ids)], "messages": [photo]});
        self.push(
            "messages",
            value,
            vec![message(wamid, person, false, "image", &ids)],
        );
    }

    /// A reaction to an earlier text, which may not have arrived yet.
    fn reaction(&mut self) {
        if self.texts.is_empty() {
            return self.talk(1);
        }
        let oldest = self.texts.len().saturating_sub(40);
        let target = self.rng.random_range(oldest..self.texts.len());
        let (person, target) = self.texts[target].clone();
        let (wamid, _) = self.wamid();
        let ids = self.people[person].ids(&mut self.rng);
        // Older than anything, so that it never decides when something was last said.
        let reaction = json!({"from": ids.number, "from_user_id": ids.user_id, "id": wamid,
            "timestamp": (BEGIN - 10).to_string(), "type": "reaction",
            "reaction": {"message_id": target, "emoji": "🔥"}});
        let value =
            json!({"contacts": [self.people[person].profile(&ids)], "messages": [reaction]});
        self.push(
            "messages",
            value,
            vec![message(wamid, person, false, "reaction", &ids)],
        );
    }

    /// What the business wrote from its phone, with statuses before, beside and after it.
    fn echo(&mut self) {
        let person = self.someone();
        let (wamid, at) = self.wamid();
        let ids = self.people[person].ids(&mut self.rng);
        let mut bodies = vec![(
            "smb_message_echoes",
            json!({"message_echoes": [{"from": "966112000000", "to": ids.number,
                "to_user_id": ids.user_id, "id": wamid, "timestamp": at.to_string(),
                "type": "text", "text": {"body": "أهلا، كيف نقدر نساعدك؟"}}]}),
            vec![message(wamid.clone(), person, true, "text", &ids)],
        )];
        let all = ["sent", "delivered", "read"];
        let failed = self.rng.random_bool(0.1);
        let states = match self.rng.random_range(0..=3) {
            _ if failed => &["failed"],
            known => &all[..known],
        };
        for (after, &status) in (1..).zip(states) {
            let mut value = json!({"id": wamid, "status": status, "timestamp": (at + after).to_string(),
                "recipient_id": ids.number, "recipient_user_id": ids.user_id});
            if status == "failed" {
                value["errors"] = json!([{"code": 131_026, "title": "Undeliverable"}]);
            }
            let said = Said::Status {
                wamid: wamid.clone(),
                status,
                at: (at + after) * 1_000_000,
            };
            bodies.push(("messages", json!({"statuses": [value]}), vec![said]));
        }
        if self.rng.random_bool(0.6) {
            bodies.shuffle(&mut self.rng);
        }
        for (field, value, said) in bodies {
            self.push(field, value, said);
        }
    }

    /// Something acknowledged once more; Meta promises "at least once".
    fn repeat(&mut self) {
        let Some(last) = self.acknowledged.len().checked_sub(1) else {
            return self.talk(1);
        };
        let oldest = last.saturating_sub(100);
        let chosen = self.rng.random_range(oldest..=last);
        self.ready.push_back(Arc::clone(&self.acknowledged[chosen]));
    }

    fn push(&mut self, field: &str, mut value: Value, said: Vec<Said>) {
        value["messaging_product"] = "whatsapp".into();
        value["metadata"] =
            json!({"display_phone_number": "966112000000", "phone_number_id": NUMBER});
        let body = json!({"object": "whatsapp_business_account", "entry": [{"id": "9001",
            "changes": [{"field": field, "value": value}]}]});
        let delivery = Arc::new(Delivery {
            body: without_nulls(body).to_string(),
            said,
        });
        self.ready.push_back(Arc::clone(&delivery));
        // The same body on two connections at once, now and then.
        if self.rng.random_bool(0.05) {
            self.ready.push_back(delivery);
        }
    }
}

fn message(wamid: String, person: usize, outbound: bool, kind: &'static str, ids: &Ids) -> Said {
    let aliases = ids.aliases().collect();
    Said::Message(
        wamid,
        Message {
            person,
            outbound,
            kind,
            aliases,
        },
    )
}

/// Meta leaves out what it does not tell.
fn without_nulls(value: Value) -> Value {
    match value {
        Value::Object(fields) => fields
            .into_iter()
            .filter(|(_, value)| !value.is_null())
            .map(|(key, value)| (key, without_nulls(value)))
            .collect(),
        Value::Array(items) => items.into_iter().map(without_nulls).collect(),
        value => value,
    }
}

/// What must be in the database, given what was acknowledged.
#[derive(Debug, Default)]
pub(crate) struct Promised {
    pub(crate) bodies: HashSet<Vec<u8>>,
    pub(crate) messages: HashMap<String, Message>,
    /// Statuses by message: name and time in microseconds.
    pub(crate) statuses: HashMap<String, HashSet<(&'static str, i64)>>,
    /// Who must be known by which id.
    pub(crate) aliases: HashMap<String, usize>,
}

impl Promised {
    pub(crate) fn of(acknowledged: &[Arc<Delivery>]) -> Self {
        let mut promised = Self::default();
        for delivery in acknowledged {
            promised.bodies.insert(delivery.body.clone().into_bytes());
            for said in &delivery.said {
                match said {
                    Said::Message(wamid, message) => {
                        for alias in &message.aliases {
                            promised.aliases.insert(alias.clone(), message.person);
                        }
                        promised.messages.insert(wamid.clone(), message.clone());
                    }
                    Said::Status { wamid, status, at } => {
                        let known = promised.statuses.entry(wamid.clone()).or_default();
                        known.insert((*status, *at));
                    }
                }
            }
        }
        promised
    }

    /// How many people wrote or were written to.
    pub(crate) fn people(&self) -> usize {
        let people: HashSet<usize> = self.messages.values().map(|said| said.person).collect();
        people.len()
    }

    /// Those who wrote themselves.
    pub(crate) fn writers(&self) -> HashSet<usize> {
        let inbound = self.messages.values().filter(|said| !said.outbound);
        inbound.map(|said| said.person).collect()
    }
}
