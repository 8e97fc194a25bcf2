//! Webhooks on their way: in lanes, so that what concerns one person keeps its order.
//!
//! A lane holds what is to be told about one person to one app. Its head is posted, by any of a fixed
//! number of workers, and what stands behind it waits until that was answered 200. A webhook that is
//! not is repeated: at once, then with growing gaps, for 7 days. Faults break these rules on purpose.

mod post;

use std::collections::{HashMap, VecDeque};

use rand::RngExt;
use serde_json::Value;

use crate::clock::from_ms;
use crate::ids::happens;
use crate::ledger::Mark;
use crate::people::PersonId;
use crate::schedule::Due;
use crate::state::State;

pub(crate) use post::work;

/// How long a webhook is repeated: 7 days, in microseconds.
/// <https://developers.facebook.com/docs/whatsapp/cloud-api/overview#webhooks>
const REPEATED_FOR: i64 = 7 * 86_400 * 1_000_000;

/// One change to be told.
#[derive(Debug, Clone)]
pub(crate) struct Update {
    waba_id: String,
    phone: Option<String>,
    field: String,
    /// The element of `changes`, as it goes over the wire.
    change: String,
    /// The `time` of its entry; `messages` have none.
    time: Option<i64>,
    mark: Mark,
    attempts: u32,
    born: i64,
}

/// Whose order an update keeps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Line {
    /// A person's.
    Person(PersonId),
    /// The account's.
    Account,
    /// Nobody's.
    Aside,
}

/// A lane: the app's place in [`State::apps`], and whose order is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct LaneKey {
    app: usize,
    line: u64,
}

#[derive(Debug, Default)]
struct Lane {
    updates: VecDeque<Update>,
    /// Whether its head is being posted, or waits for its time.
    held: bool,
}

/// Every lane, and which of them can be posted now.
#[derive(Debug, Default)]
pub(crate) struct Outbox {
    lanes: HashMap<LaneKey, Lane>,
    ready: VecDeque<LaneKey>,
    asides: u64,
    waiting: usize,
    posted: u64,
}

/// One POST: its destination, and the updates of each lane that are in it.
#[derive(Debug)]
pub(crate) struct Post {
    url: String,
    secret: String,
    lanes: Vec<(LaneKey, usize)>,
    updates: Vec<Update>,
}

impl Update {
    pub(crate) fn new(
        waba_id: String,
        phone: Option<String>,
        field: &str,
        value: &Value,
        time: Option<i64>,
        mark: Mark,
        born: i64,
    ) -> Self {
        let change = serde_json::json!({"value": value, "field": field}).to_string();
        Self {
            waba_id,
            phone,
            field: field.to_owned(),
            change: post::as_meta_writes(&change),
            time,
            mark,
            attempts: 0,
            born,
        }
    }
}

impl Outbox {
    /// Updates that are not answered yet.
    pub(crate) fn waiting(&self) -> usize {
        self.waiting
    }

    fn free(&mut self, key: LaneKey) {
        let Some(lane) = self.lanes.get_mut(&key) else {
            return;
        };
        lane.held = false;
        match lane.updates.is_empty() {
            true => drop(self.lanes.remove(&key)),
            false => self.ready.push_back(key),
        }
    }
}

impl State {
    /// Puts an update on its way, with whatever faults it is to meet.
    pub(crate) fn post(&mut self, line: Line, update: Update) {
        let Some(account) = self.accounts.get(&update.waba_id) else {
            return;
        };
        let app = account.app;
        if !account.subscribed || self.destination(&update).is_none() {
            if let Some(webhook) = self.ledger.webhook(update.mark) {
                webhook.unsent = true;
            }
            return;
        }
        if line == Line::Aside {
            self.outbox.asides += 1;
            // The upper half of the numbers is for those without an order.
            let line = u64::MAX - self.outbox.asides;
            return self.enqueue(LaneKey { app, line }, update, None);
        }

        self.outbox.posted += 1;
        let chances = self.behaviour.chances.clone();
        let mut luck = self.luck("webhook", &self.outbox.posted.to_string());
        let longest = from_ms(self.behaviour.late_ms).max(1);
        let first = luck.random_range(0..=longest);
        let second = luck.random_range(0..=longest);
        if happens(&mut luck, chances.duplicated) {
            self.later(first, Due::Aside(Box::new(update.clone())));
        }
        if happens(&mut luck, chances.out_of_order) {
            return self.later(second, Due::Aside(Box::new(update)));
        }
        let held = happens(&mut luck, chances.late).then_some(second);
        let line = match line {
            Line::Person(person) => u64::from(person.0) + 1,
            Line::Account | Line::Aside => 0,
        };
        self.enqueue(LaneKey { app, line }, update, held);
    }

    fn enqueue(&mut self, key: LaneKey, update: Update, held: Option<i64>) {
        self.outbox.waiting += 1;
        let lane = self.outbox.lanes.entry(key).or_default();
        lane.updates.push_back(update);
        let idle = !lane.held && lane.updates.len() == 1;
        match (idle, held) {
            (true, Some(wait)) => {
                lane.held = true;
                self.later(wait, Due::Wake(key));
            }
            (true, None) => {
                self.outbox.ready.push_back(key);
                self.wakes.outbox.notify_one();
            }
            (false, _) => {}
        }
    }

    /// Lets a lane go on after a pause.
    pub(crate) fn wake_lane(&mut self, key: LaneKey) {
        self.outbox.free(key);
        self.wakes.outbox.notify_one();
    }

    /// Where an update goes: the address, and the secret that signs it.
    fn destination(&self, update: &Update) -> Option<(&str, &str)> {
        let account = self.accounts.get(&update.waba_id)?;
        let app = &self.apps[account.app];
        let number = update
            .phone
            .as_ref()
            .and_then(|phone| self.numbers.get(phone));
        let own = number
            .and_then(|number| number.callback.as_ref())
            .or(account.callback.as_ref())
            .filter(|_| update.field == "messages");
        let callback = own.or(app.callback.as_ref())?;
        Some((&callback.url, &app.secret))
    }

    /// Takes what the next POST carries: as many updates as allowed that go to the same address.
    fn take_post(&mut self) -> Option<Post> {
        let at_most = self.behaviour.updates_per_webhook;
        let at_most = at_most.clamp(1, whatsapp::limits::WEBHOOK_UPDATES);
        let mut post: Option<Post> = None;
        for _ in 0..self.outbox.ready.len() {
            let taken = post.as_ref().map_or(0, |post| post.updates.len());
            if taken >= at_most {
                break;
            }
            let key = self.outbox.ready.pop_front()?;
            let head = self
                .outbox
                .lanes
                .get(&key)
                .and_then(|lane| lane.updates.front());
            let Some(to) = head.and_then(|update| self.destination(update)) else {
                self.drop_lane(key);
                continue;
            };
            let (url, secret) = (to.0.to_owned(), to.1.to_owned());
            if post
                .as_ref()
                .is_some_and(|post| post.url != url || post.secret != secret)
            {
                self.outbox.ready.push_front(key);
                break;
            }
            let Some(mut lane) = self.outbox.lanes.remove(&key) else {
                continue;
            };
            let same = lane
                .updates
                .iter()
                .take(at_most - taken)
                .take_while(|update| {
                    self.destination(update) == Some((url.as_str(), secret.as_str()))
                });
            let count = same.count();
            let post = post.get_or_insert_with(|| Post {
                url,
                secret,
                lanes: Vec::new(),
                updates: Vec::new(),
            });
            post.updates.extend(lane.updates.drain(..count));
            post.lanes.push((key, count));
            lane.held = true;
            self.outbox.lanes.insert(key, lane);
        }
        post
    }

    /// Forgets a lane whose callback was taken away.
    fn drop_lane(&mut self, key: LaneKey) {
        for update in self
            .outbox
            .lanes
            .remove(&key)
            .into_iter()
            .flat_map(|lane| lane.updates)
        {
            self.outbox.waiting -= 1;
            if let Some(webhook) = self.ledger.webhook(update.mark) {
                webhook.unsent = true;
            }
        }
    }

    /// Notes how a POST went: its lanes go on, or wait for their next attempt.
    fn posted(&mut self, post: Post, acknowledged: bool) {
        let now = self.now();
        let mut updates = post.updates.into_iter();
        for (key, count) in post.lanes {
            let mut again = Vec::new();
            for mut update in updates.by_ref().take(count) {
                update.attempts += 1;
                let given_up = !acknowledged && now - update.born > REPEATED_FOR;
                if let Some(webhook) = self.ledger.webhook(update.mark) {
                    webhook.attempts += 1;
                    webhook.given_up = given_up;
                    if acknowledged {
                        webhook.acknowledged += 1;
                        webhook.acknowledged_at.get_or_insert(now);
                    }
                }
                match acknowledged || given_up {
                    true => self.outbox.waiting -= 1,
                    false => again.push(update),
                }
            }
            let attempts = again.first().map(|update| update.attempts);
            let lane = self.outbox.lanes.entry(key).or_default();
            for update in again.into_iter().rev() {
                lane.updates.push_front(update);
            }
            match attempts {
                None => self.outbox.free(key),
                Some(attempts) => {
                    let gaps = &self.behaviour.retry_gaps_ms;
                    let gap = gaps.get(attempts as usize - 1).or(gaps.last());
                    let gap = from_ms(gap.copied().unwrap_or(1_000));
                    self.later(gap, Due::Wake(key));
                }
            }
        }
    }
}
