//! The ledger: everything this run accepted, sent back and had acknowledged.
//!
//! It is how a test of the whole product proves that nothing was lost, nothing was doubled and each person's
//! messages kept their order: compare it with what the product has stored. It only grows; restart the
//! simulator for a new one. Times are microseconds since 1970 UTC.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::people::PersonId;

/// A send that the simulator accepted.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct SendRecord {
    /// The id it was given.
    pub wamid: String,
    /// The business number that sent it.
    pub phone_number_id: String,
    /// To whom, as the request said it.
    pub to: String,
    /// The simulated person; absent when the number is nobody's.
    pub person: Option<PersonId>,
    /// `text`, `template`, …
    pub kind: String,
    /// SHA-256 of the content under the key `kind`, as compact JSON with sorted keys; hex.
    pub body_sha256: String,
    /// What the request gave as `biz_opaque_callback_data`.
    pub callback_data: Option<String>,
    /// How many accepted sends had this callback data; 0 without any. More than 1 is a message
    /// that was sent twice.
    pub times_accepted: u32,
    /// Its place among what this number sent this person, from 1.
    pub nth: u32,
    /// When it was accepted.
    pub accepted_at: i64,
    /// Whether the answer was withheld by a fault.
    pub answer_lost: bool,
    /// What became of it, in the order in which it happened.
    pub statuses: Vec<StatusRecord>,
    #[serde(skip)]
    pub(crate) plan: Plan,
}

/// A status of an accepted send, and whether its webhook was taken.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct StatusRecord {
    /// `sent`, `delivered`, `read` or `failed`.
    pub status: String,
    /// Meta's code, when it failed.
    pub error: Option<i64>,
    /// When it happened.
    pub at: i64,
    /// Its webhook.
    pub webhook: WebhookRecord,
}

/// A message of a person, and whether its webhook was taken.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct InboundRecord {
    /// Its id.
    pub wamid: String,
    /// Who sent it.
    pub person: PersonId,
    /// The business number it went to.
    pub phone_number_id: String,
    /// `text`, `interactive`, `system`, …
    pub kind: String,
    /// Its place among what this person sent this number, from 1.
    pub nth: u32,
    /// When it was sent.
    pub at: i64,
    /// Its webhook.
    pub webhook: WebhookRecord,
}

/// How a webhook fared.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct WebhookRecord {
    /// Posts, of the webhook and of its faulty copies.
    pub attempts: u32,
    /// Posts that were answered 200.
    pub acknowledged: u32,
    /// When the first was.
    pub acknowledged_at: Option<i64>,
    /// Nobody was asked: no callback address, or the app is not subscribed to the account.
    pub unsent: bool,
    /// Given up after 7 days.
    pub given_up: bool,
}

/// Totals of a ledger.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LedgerSummary {
    /// Accepted sends.
    pub sends: usize,
    /// Of these, such whose callback data was accepted before.
    pub repeated_sends: usize,
    /// Statuses that happened.
    pub statuses: usize,
    /// Of these, such whose webhook was never answered 200.
    pub statuses_unacknowledged: usize,
    /// Messages of people.
    pub inbound: usize,
    /// Of these, such whose webhook was never answered 200.
    pub inbound_unacknowledged: usize,
    /// Updates that wait to be posted or repeated, right now.
    pub updates_waiting: usize,
    /// Statuses, reviews and replies that are still to happen.
    pub events_to_come: usize,
}

/// Everything that was accepted and told.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Ledger {
    /// Accepted sends, oldest first.
    pub sends: Vec<SendRecord>,
    /// Messages of people, oldest first.
    pub inbound: Vec<InboundRecord>,
    #[serde(skip)]
    pub(crate) by_callback_data: HashMap<String, u32>,
}

/// What is to become of a send.
#[derive(Debug, Clone, Default)]
pub(crate) struct Plan {
    /// The code it fails with.
    pub(crate) fails: Option<i64>,
    /// Whether it was sent to a user id instead of a number.
    pub(crate) to_user_id: bool,
    /// Its price: type and category.
    pub(crate) price: Option<Value>,
    /// Reactions only become `sent`.
    pub(crate) only_sent: bool,
}

/// What in the ledger an update is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mark {
    Nothing,
    Status { send: usize, status: usize },
    Inbound(usize),
}

impl Ledger {
    /// Adds an accepted send and returns its place.
    pub(crate) fn accept(&mut self, record: SendRecord) -> usize {
        if let Some(data) = &record.callback_data {
            *self.by_callback_data.entry(data.clone()).or_default() += 1;
        }
        self.sends.push(record);
        self.sends.len() - 1
    }

    /// The webhook of an update.
    pub(crate) fn webhook(&mut self, mark: Mark) -> Option<&mut WebhookRecord> {
        match mark {
            Mark::Nothing => None,
            Mark::Status { send, status } => {
                let status = self.sends.get_mut(send)?.statuses.get_mut(status)?;
                Some(&mut status.webhook)
            }
            Mark::Inbound(place) => Some(&mut self.inbound.get_mut(place)?.webhook),
        }
    }

    /// A copy with [`SendRecord::times_accepted`] filled in.
    pub(crate) fn view(&self) -> Self {
        let mut copy = self.clone();
        for send in &mut copy.sends {
            send.times_accepted = send
                .callback_data
                .as_ref()
                .and_then(|data| self.by_callback_data.get(data))
                .copied()
                .unwrap_or(0);
        }
        copy
    }

    pub(crate) fn summary(&self, updates_waiting: usize, events_to_come: usize) -> LedgerSummary {
        let statuses = || self.sends.iter().flat_map(|send| &send.statuses);
        let unheard = |webhook: &WebhookRecord| webhook.acknowledged == 0;
        LedgerSummary {
            sends: self.sends.len(),
            repeated_sends: self
                .by_callback_data
                .values()
                .map(|times| *times as usize - 1)
                .sum(),
            statuses: statuses().count(),
            statuses_unacknowledged: statuses().filter(|status| unheard(&status.webhook)).count(),
            inbound: self.inbound.len(),
            inbound_unacknowledged: self
                .inbound
                .iter()
                .filter(|it| unheard(&it.webhook))
                .count(),
            updates_waiting,
            events_to_come,
        }
    }
}
