//! Calls: each is one message of the type `call` in the thread, whatever is told of it and in whichever
//! order. A customer's call opens the window, as Meta says; one that nobody took is unread.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use uuid::Uuid;
use whatsapp::webhook::{CallEvent, CallStatus, Calls, Inbound, person_of};

use super::Outcome;
use super::decide::Line;
use super::identity::Ids;
use super::keys::message_key;
use super::world::{At, Known, MessageChange, NewMessage, Place, World};
use crate::db::{self, Tx, sql};
use crate::kernel::clock::{SECOND, Timestamp};
use crate::kernel::ids::AccountId;

/// What a message of a call has in its payload: all that was told of the call so far.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct Call {
    /// Whether the customer called; else the business did.
    by_customer: bool,
    /// `ringing`, `accepted`, `rejected`, `completed`, `missed` or `unanswered`.
    #[serde(default)]
    status: String,
    ended: bool,
    accepted: bool,
    rejected: bool,
    /// Meta's word for how it ended.
    result: Option<String>,
    started_at: Option<Timestamp>,
    ended_at: Option<Timestamp>,
    duration_seconds: Option<i64>,
}

impl Call {
    fn take_event(&mut self, event: &CallEvent) {
        if !event.ended {
            return;
        }
        self.ended = true;
        self.result = event.status.clone().or(self.result.take());
        self.started_at = event.started_at.map(Timestamp).or(self.started_at);
        self.ended_at = event.ended_at.map(Timestamp).or(self.ended_at);
        self.duration_seconds = event.duration.or(self.duration_seconds);
        self.settle();
    }

    fn take_status(&mut self, status: &CallStatus) {
        match status.status.as_str() {
            "ACCEPTED" => self.accepted = true,
            "REJECTED" => self.rejected = true,
            _ => {}
        }
        self.settle();
    }

    /// Names what all that was told comes to.
    fn settle(&mut self) {
        let talked = self.duration_seconds.is_some_and(|seconds| seconds > 0)
            || self.result.as_deref() == Some("COMPLETED");
        self.status = match (self.ended, self.by_customer) {
            (true, _) if talked => "completed",
            (_, false) if self.rejected => "rejected",
            (true, true) => "missed",
            (true, false) => "unanswered",
            (false, _) if self.accepted => "accepted",
            (false, _) => "ringing",
        }
        .to_owned();
    }

    fn is_missed(&self) -> bool {
        self.status == "missed"
    }

    fn payload(&self) -> Value {
        json!({"call": self})
    }

    /// The call of a stored message.
    fn of(payload: &Value) -> Option<Self> {
        Self::deserialize(&payload["call"]).ok()
    }
}

/// What was told of these calls before.
pub(super) async fn load(
    tx: &mut Tx,
    world: &mut World,
    account: AccountId,
    keys: Vec<Uuid>,
) -> db::Result<()> {
    let rows: Vec<(Uuid, db::Json<Value>)> = sql("SELECT wamid_key, payload FROM messages
         WHERE account_id = $1 AND wamid_key = ANY($2) AND type = 'call'")
    .bind(account)
    .bind(keys)
    .all(tx)
    .await?;
    for (key, payload) in rows {
        if let Some(call) = Call::of(&payload.0) {
            world.calls.insert((account, key), call);
        }
    }
    Ok(())
}

impl World {
    /// Takes what is told of calls.
    pub(super) fn calls(&mut self, line: Line, value: &Calls, outcome: &mut Outcome) {
        for event in &value.calls {
            let ids = Ids {
                wa_id: event.number.as_deref(),
                user_id: event.user_id.as_deref(),
                parent_user_id: None,
            };
            let person = person_of(&value.people, ids.wa_id, ids.user_id);
            let ids = ids.with(person);
            let said_at = Timestamp(event.timestamp);
            let Some(contact) = self.contact(line, ids, said_at) else {
                outcome.note("failed", "a call with nobody");
                continue;
            };
            if let Some(person) = person {
                self.set_profile(contact, person, said_at);
            }
            // An end that comes first tells when it began, or for how long they talked.
            let talked = event.duration.unwrap_or(0).saturating_mul(SECOND);
            let began = match event.ended {
                true => event.started_at.map_or(said_at.plus(-talked), Timestamp),
                false => said_at,
            };
            let spot = (contact, began.min(said_at), event.by_user);
            self.call(line, &event.id, spot, |call| call.take_event(event));
        }
        for status in &value.statuses {
            let ids = Ids {
                wa_id: status.number.as_deref(),
                user_id: status.user_id.as_deref(),
                parent_user_id: None,
            };
            let at = Timestamp(status.timestamp);
            let Some(contact) = self.contact(line, ids, at) else {
                outcome.note("failed", "the status of a call with nobody");
                continue;
            };
            self.call(line, &status.id, (contact, at, false), |call| {
                call.take_status(status);
            });
        }
    }

    fn call(
        &mut self,
        line: Line,
        id: &str,
        (contact, at, by_customer): (At, Timestamp, bool),
        change: impl FnOnce(&mut Call),
    ) {
        let key = (line.account, message_key(id));
        if !self.known.contains_key(&key) {
            self.begin_call(line, id, (contact, at, by_customer));
        }
        let Some(call) = self.calls.get_mut(&key) else {
            return; // the id of something else
        };
        let was_missed = call.is_missed();
        change(call);
        let (payload, is_missed) = (call.payload(), call.is_missed());
        let Some(known) = self.known.get_mut(&key) else {
            return;
        };
        known.at = known.at.min(at);
        match known.new {
            Some(new) => {
                self.messages[new].payload = payload;
                self.messages[new].at = known.at;
            }
            None => known.change.call = Some((payload, known.at)),
        }
        if is_missed
            && !was_missed
            && let Some(Place::Here(place)) = self.place_of(line.account, contact, key.1)
        {
            self.notice_unread(contact, place);
        }
    }

    fn begin_call(
        &mut self,
        line: Line,
        id: &str,
        (contact, at, by_customer): (At, Timestamp, bool),
    ) {
        let key: Uuid = message_key(id);
        let place = Place::Here(self.present(line, contact, at));
        if by_customer {
            self.count_inbound(line, contact, place, at, false);
        } else {
            self.count_outbound(contact, place, at);
        }
        let mut call = Call {
            by_customer,
            ..Call::default()
        };
        call.settle();
        let known = Known {
            id: None,
            new: Some(self.messages.len()),
            workspace: line.workspace,
            conversation: None,
            contact: None,
            // Statuses of messages are none of calls.
            outbound: false,
            status: None,
            at,
            category: None,
            pricing: None,
            country: None,
            counted: None,
            is_past: false,
            is_placeholder: false,
            wamid: None,
            change: MessageChange::default(),
        };
        self.known.insert((line.account, key), known);
        self.messages.push(NewMessage {
            key,
            wamid: id.to_owned(),
            conversation: place,
            contact,
            account: line.account,
            outbound: !by_customer,
            origin: None,
            kind: "call",
            at,
            received_at: line.received_at,
            text: None,
            payload: call.payload(),
            target_key: None,
            reply_to: None,
            errors: None,
            media: None,
            edited: None,
            revoked_at: None,
        });
        self.calls.insert((line.account, key), call);
    }

    /// Whether the person lets the business call them is kept in their timeline.
    pub(super) fn tell_of_call_permission(&mut self, contact: At, message: &Inbound) {
        let answer = &message.payload["interactive"]["call_permission_reply"];
        if !answer.is_object() {
            return;
        }
        let data = json!({
            "response": answer["response"],
            "is_permanent": answer["is_permanent"],
            "expires_at": answer["expiration_timestamp"].as_str().and_then(|text| text.parse().ok())
                .or(answer["expiration_timestamp"].as_i64())
                .map(|seconds: i64| Timestamp(seconds.saturating_mul(SECOND))),
            "wamid": message.wamid,
        });
        let once = message_key(&message.wamid);
        self.tell_once(contact, "contact.call_permission", data, once);
    }
}
