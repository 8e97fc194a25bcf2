//! What became of messages that were sent: each status moves its message forward, in whatever order they
//! come, and says a little of the person as well.

use serde_json::Value;
use whatsapp::webhook::{Person, Status, StatusKind, person_of, supersedes};

use super::decide::Line;
use super::identity::{Ids, Telling};
use super::keys::message_key;
use super::world::{Known, NewStatus, World};
use crate::kernel::clock::Timestamp;

/// Meta's code for marketing to somebody who stopped it.
const STOPPED: i64 = 131_050;

impl World {
    /// Takes a status to its message, or lets it wait for it, and learns whom it went to.
    pub(super) fn status(&mut self, line: Line, status: &Status, people: &[Person]) {
        let ids = Ids {
            wa_id: status.recipient_id.as_deref(),
            user_id: status.recipient_user_id.as_deref(),
            parent_user_id: status.recipient_parent_user_id.as_deref(),
        };
        let person = person_of(people, ids.wa_id, ids.user_id);
        let ids = ids.with(person);
        if status.recipient_type.is_none()
            && let Some(contact) = self.contact_without_doubt(line.workspace, ids)
        {
            self.learn(contact, ids, Telling::Once);
            let at = Timestamp(status.timestamp);
            if let Some(person) = person {
                self.set_profile(contact, person, at);
            }
        }
        if status.recipient_type.is_none() && refused_by_choice(status) {
            self.stopped(line, ids, status);
        }
        let key = message_key(&status.wamid);
        self.statuses.push(NewStatus {
            workspace: line.workspace,
            account: line.account,
            key,
            status: status.clone(),
            received_at: line.received_at,
        });
        match self.known.get_mut(&(line.account, key)) {
            Some(known) if known.outbound => {
                known.apply(status);
                self.learn_price(line, key, status);
            }
            Some(_) => {}
            // Its message may come later in this very batch.
            None => {
                let waiting = self.waiting.entry((line.account, key)).or_default();
                waiting.push(status.clone());
            }
        }
    }
}

impl Known {
    /// Takes a status: forward only, and with it what was charged and what went wrong.
    pub(super) fn apply(&mut self, status: &Status) {
        let old = self.status.as_deref().map(StatusKind::from_name);
        let moves = supersedes(&status.status, old.as_ref());
        if moves {
            let name = status.status.as_str().to_owned();
            self.status = Some(name.clone());
            self.change.status = Some((name, Timestamp(status.timestamp)));
            let failed = status.status == StatusKind::Failed;
            self.change.errors = failed
                .then(|| status.payload["errors"].clone())
                .filter(Value::is_array);
        }
        // The price may come with a status that is overtaken already.
        if let Some(pricing) = &status.pricing
            && (moves || self.pricing.is_none())
        {
            self.pricing = Some(pricing.clone());
            self.change.pricing = Some(status.payload["pricing"].clone());
            let category = pricing.category.as_deref().and_then(category);
            self.change.category = category.map(str::to_owned);
        }
    }
}

/// Whether it failed because the person stopped marketing messages.
fn refused_by_choice(status: &Status) -> bool {
    let codes = || status.errors.iter().filter_map(|error| error.code);
    status.status == StatusKind::Failed && codes().any(|code| code == STOPPED)
}

/// Our category for one of Meta's pricing categories.
fn category(pricing: &str) -> Option<&'static str> {
    let name = pricing.trim_start_matches("group_");
    match name {
        "service" => Some("SERVICE"),
        "marketing" | "marketing_lite" => Some("MARKETING"),
        "utility" => Some("UTILITY"),
        _ if name.starts_with("authentication") => Some("AUTHENTICATION"),
        _ => None,
    }
}
