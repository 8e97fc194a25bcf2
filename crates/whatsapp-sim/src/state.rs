//! Everything the simulator knows, behind one lock.
//!
//! Nothing waits while it holds the lock: requests to callbacks and files are made outside of it.
//! It is all in memory, and gone when the simulator stops.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use rand::rngs::SmallRng;
use serde_json::Value;
use tokio::sync::{Notify, broadcast};

use crate::apps::{Account, App, Number};
use crate::clock::Clock;
use crate::config::{Behaviour, SimConfig};
use crate::events::Event;
use crate::ids::Ids;
use crate::ledger::{Ledger, Mark};
use crate::media::Media;
use crate::outbox::{Line, Outbox, Update};
use crate::people::{People, PersonId};
use crate::schedule::{Due, Schedule};
use crate::templates::Template;
use crate::threads::Threads;

/// Events that a slow listener may fall behind before it misses some.
const EVENTS_KEPT: usize = 4096;

/// What the background tasks sleep on.
#[derive(Debug, Default)]
pub(crate) struct Wakes {
    /// Something is due earlier than before, or time was skipped.
    pub(crate) schedule: Notify,
    /// There is something to post.
    pub(crate) outbox: Notify,
}

pub(crate) struct State {
    pub(crate) clock: Clock,
    pub(crate) behaviour: Behaviour,
    pub(crate) ids: Ids,
    pub(crate) apps: Vec<App>,
    /// By WABA id.
    pub(crate) accounts: BTreeMap<String, Account>,
    /// By phone number id.
    pub(crate) numbers: BTreeMap<String, Number>,
    pub(crate) people: People,
    pub(crate) threads: Threads,
    /// By media id.
    pub(crate) media: HashMap<String, Media>,
    /// By template id, which is also their age.
    pub(crate) templates: BTreeMap<u64, Template>,
    pub(crate) schedule: Schedule,
    pub(crate) outbox: Outbox,
    pub(crate) ledger: Ledger,
    pub(crate) events: broadcast::Sender<Event>,
    pub(crate) wakes: Arc<Wakes>,
    /// Where clients reach the simulator, once known.
    pub(crate) base_url: Option<String>,
    /// Whether that address was given, and is not to be learnt.
    pub(crate) address_is_fixed: bool,
    /// Requests to `/messages`, for the chances of each.
    pub(crate) requests: u64,
}

impl State {
    pub(crate) fn new(config: &SimConfig) -> Self {
        Self {
            clock: config.clock.clone(),
            behaviour: config.behaviour.clone(),
            ids: Ids::new(config.seed),
            apps: Vec::new(),
            accounts: BTreeMap::new(),
            numbers: BTreeMap::new(),
            people: People::default(),
            threads: Threads::default(),
            media: HashMap::new(),
            templates: BTreeMap::new(),
            schedule: Schedule::default(),
            outbox: Outbox::default(),
            ledger: Ledger::default(),
            events: broadcast::channel(EVENTS_KEPT).0,
            wakes: Arc::default(),
            base_url: config.public_url.clone(),
            address_is_fixed: config.public_url.is_some(),
            requests: 0,
        }
    }

    pub(crate) fn now(&self) -> i64 {
        self.clock.now()
    }

    /// The chances of one subject, by the seed of the behaviour if it has one.
    pub(crate) fn luck(&self, what: &str, which: &str) -> SmallRng {
        let seed = self.behaviour.seed.unwrap_or(self.ids.seed());
        crate::ids::luck(seed, what, which)
    }

    /// The time as Meta writes it: seconds, as a string.
    pub(crate) fn timestamp(&self) -> String {
        self.now().div_euclid(1_000_000).to_string()
    }

    /// Lets something happen in `after` microseconds.
    pub(crate) fn later(&mut self, after: i64, due: Due) {
        self.schedule
            .add(self.clock.now().saturating_add(after), due);
        self.wakes.schedule.notify_one();
    }

    /// Tells the app behind a number that something happened between it and a person.
    pub(crate) fn tell(
        &mut self,
        phone: &str,
        person: PersonId,
        field: &str,
        value: &Value,
        mark: Mark,
    ) {
        let Some(number) = self.numbers.get(phone) else {
            return;
        };
        let update = Update::new(
            number.waba_id.clone(),
            Some(phone.to_owned()),
            field,
            value,
            None,
            mark,
            self.now(),
        );
        self.post(Line::Person(person), update);
    }

    /// Tells the app of an account that something happened to the account.
    pub(crate) fn tell_account(&mut self, waba_id: &str, field: &str, value: &Value) {
        let now = self.now();
        let time = Some(now.div_euclid(1_000_000));
        let update = Update::new(
            waba_id.to_owned(),
            None,
            field,
            value,
            time,
            Mark::Nothing,
            now,
        );
        self.post(Line::Account, update);
    }
}
