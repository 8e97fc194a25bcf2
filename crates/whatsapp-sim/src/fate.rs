//! What becomes of a message the business sent: sent, delivered, read, or failed; and what it costs.

use serde_json::{Value, json};

use crate::clock::{from_ms, month};
use crate::ledger::{Mark, Plan, StatusRecord, WebhookRecord};
use crate::outbox::{Line, Update};
use crate::people::{AutoReply, PersonId};
use crate::say::{Choice, Say, Saying};
use crate::schedule::Due;
use crate::state::State;
use crate::threads::MessageState;

/// Service messages per number and month that cost nothing.
/// <https://developers.facebook.com/docs/whatsapp/pricing>
const FREE_SERVICE_MESSAGES: u32 = 1_000;
/// 1 October 2026, since when free-form messages have a price; microseconds since 1970 UTC.
const SERVICE_IS_CHARGED_SINCE: i64 = 1_790_812_800 * 1_000_000;

/// The failures that happen after a send was accepted: code, title, details.
const FAILURES: &[(i64, &str, &str)] = &[
    (131_026, "Message undeliverable", "Message Undeliverable."),
    (
        131_047,
        "Re-engagement message",
        "Message failed to send because more than 24 hours have passed since the customer last replied to this number.",
    ),
    (
        131_049,
        "This message was not delivered to maintain healthy ecosystem engagement.",
        "In order to maintain a healthy ecosystem engagement, the message failed to be delivered.",
    ),
    (
        131_050,
        "Unable to deliver the message. This recipient has chosen to stop receiving marketing messages on WhatsApp from your business",
        "Recipient has opted out of marketing messages from this business.",
    ),
    (
        131_053,
        "Media upload error",
        "The media could not be processed.",
    ),
];

/// Meta's words for a failure: title and details.
pub(crate) fn failure(code: i64) -> (&'static str, &'static str) {
    FAILURES.iter().find(|(known, _, _)| *known == code).map_or(
        ("Something went wrong", "Something went wrong."),
        |(_, title, details)| (title, details),
    )
}

impl State {
    /// Lets what was scheduled happen.
    pub(crate) fn happens(&mut self, due: Due) {
        match due {
            Due::Sent { send } => self.is_sent(send),
            Due::Delivered { send } => self.is_delivered(send),
            Due::Read { send } => self.is_read(send),
            Due::Reply { person, wamid } => self.replies(person, &wamid),
            Due::Review { template } => self.review(template),
            Due::Aside(update) => self.post(Line::Aside, *update),
            Due::Wake(lane) => self.wake_lane(lane),
        }
    }

    fn is_sent(&mut self, send: usize) {
        let plan = self.ledger.sends[send].plan.clone();
        if let Some(code) = plan.fails {
            self.moved(send, MessageState::Failed, Some(code));
            return self.status(send, "failed", Some(code));
        }
        self.moved(send, MessageState::Sent, None);
        self.status(send, "sent", None);
        if !plan.only_sent {
            self.later(
                from_ms(self.behaviour.delivered_ms),
                Due::Delivered { send },
            );
        }
    }

    fn is_delivered(&mut self, send: usize) {
        let record = &self.ledger.sends[send];
        let (Some(person), wamid) = (record.person, record.wamid.clone()) else {
            return;
        };
        let phone = record.phone_number_id.clone();
        let Ok(who) = self.person(person) else { return };
        // A phone that is off gets it later (see `deliver_what_waits`).
        if !who.online || record.statuses.iter().any(|it| it.status == "delivered") {
            return;
        }
        let (reads, replies) = (who.auto_read, who.auto_reply != AutoReply::None);
        self.count_service(send, &phone);
        self.moved(send, MessageState::Delivered, None);
        self.status(send, "delivered", None);
        if reads {
            self.later(from_ms(self.behaviour.read_ms), Due::Read { send });
        }
        if replies {
            self.later(
                from_ms(self.behaviour.reply_ms),
                Due::Reply { person, wamid },
            );
        }
    }

    /// The person has seen it.
    pub(crate) fn is_read(&mut self, send: usize) {
        let record = &self.ledger.sends[send];
        if record.statuses.iter().any(|it| it.status == "read") {
            return;
        }
        self.moved(send, MessageState::Read, None);
        self.status(send, "read", None);
    }

    /// Delivers what was sent while a person's phone was off.
    pub(crate) fn deliver_what_waits(&mut self, person: PersonId) {
        let messages = self
            .threads
            .of_person(person)
            .flat_map(|(_, thread)| &thread.messages);
        let waiting = messages.filter(|it| it.state == MessageState::Sent && it.kind != "reaction");
        let sends: Vec<usize> = waiting.filter_map(|message| message.record).collect();
        for send in sends {
            self.later(
                from_ms(self.behaviour.delivered_ms),
                Due::Delivered { send },
            );
        }
    }

    fn moved(&mut self, send: usize, state: MessageState, error: Option<i64>) {
        let wamid = self.ledger.sends[send].wamid.clone();
        if let Some(message) = self.threads.find_mut(&wamid) {
            message.state = state;
            message.error = error;
        }
        self.message_event(&wamid, false);
    }

    /// Tells the business what became of a send.
    fn status(&mut self, send: usize, status: &str, error: Option<i64>) {
        let at = self.now();
        let record = &mut self.ledger.sends[send];
        record.statuses.push(StatusRecord {
            status: status.to_owned(),
            error,
            at,
            webhook: WebhookRecord::default(),
        });
        let mark = Mark::Status {
            send,
            status: record.statuses.len() - 1,
        };
        let Plan {
            to_user_id, price, ..
        } = record.plan.clone();
        let (wamid, phone, to) = (
            record.wamid.clone(),
            record.phone_number_id.clone(),
            record.to.clone(),
        );
        let (person, callback_data) = (record.person, record.callback_data.clone());

        let mut told = json!({"id": wamid, "status": status, "timestamp": self.timestamp()});
        let number = match to_user_id {
            // Whoever wrote to a number learns nothing new from it.
            false => Some(crate::apps::digits(&to)),
            true => person.and_then(|person| self.shown_number(person, &phone)),
        };
        if let Some(number) = number {
            told["recipient_id"] = number.into();
        }
        if let Some(person) = person.filter(|_| error.is_none() || to_user_id) {
            let portfolio = self.portfolio_of(&phone);
            told["recipient_user_id"] = self.user_id(person, &portfolio).into();
        }
        if let Some(data) = callback_data {
            told["biz_opaque_callback_data"] = data.into();
        }
        if let Some(price) = price.filter(|_| matches!(status, "sent" | "delivered")) {
            told["pricing"] = price;
        }
        let mut value = json!({"messaging_product": "whatsapp", "metadata": self.metadata(&phone)});
        if let Some(code) = error {
            told["errors"] = json!([error_object(code)]);
        } else if let Some(person) = person {
            value["contacts"] = json!([self.contact(person, &phone, status != "sent")]);
        }
        value["statuses"] = json!([told]);
        match person {
            Some(person) => self.tell(&phone, person, "messages", &value, mark),
            None => {
                let waba_id = self.numbers.get(&phone).map(|it| it.waba_id.clone());
                let update =
                    |waba_id| Update::new(waba_id, Some(phone), "messages", &value, None, mark, at);
                if let Some(update) = waba_id.map(update) {
                    self.post(Line::Aside, update);
                }
            }
        }
    }

    /// What a message costs. `category` is the template's; free-form messages have none.
    pub(crate) fn price(&mut self, person: PersonId, phone: &str, category: Option<&str>) -> Value {
        let now = self.now();
        let window = crate::clock::micros(whatsapp::limits::CUSTOMER_SERVICE_WINDOW);
        let thread = self.threads.of(person, phone);
        // An answer within a day to somebody who came from an advertisement makes three days free.
        if thread
            .entry_point
            .take_if(|at| now - *at <= window)
            .is_some()
        {
            thread.free_until =
                now + crate::clock::micros(whatsapp::limits::FREE_ENTRY_POINT_WINDOW);
        }
        let open = thread.last_inbound.is_some_and(|at| now - at < window);
        let entry_point = thread.free_until > now;
        let charged_since = now >= SERVICE_IS_CHARGED_SINCE;
        let month = month(now);
        let used = self
            .numbers
            .get(phone)
            .map_or((0, 0), |number| number.service);
        let in_free_tier = used.0 != month || used.1 < FREE_SERVICE_MESSAGES;
        let category = category.map_or_else(|| "service".to_owned(), str::to_lowercase);
        let (kind, category) = match category.as_str() {
            _ if entry_point => ("free_entry_point", "referral_conversion"),
            "service" if !charged_since || in_free_tier => ("free_customer_service", "service"),
            "utility" if !charged_since && open => ("free_customer_service", "utility"),
            other => ("regular", other),
        };
        json!({"billable": kind == "regular", "pricing_model": "PMP", "type": kind, "category": category})
    }

    /// Counts a delivered service message into the month's free ones.
    fn count_service(&mut self, send: usize, phone: &str) {
        let price = self.ledger.sends[send].plan.price.as_ref();
        let is_service = price.is_some_and(|price| price["category"] == "service");
        let month = month(self.now());
        if let Some(number) = self.numbers.get_mut(phone).filter(|_| is_service) {
            if number.service.0 != month {
                number.service = (month, 0);
            }
            number.service.1 += 1;
        }
    }

    /// A person answers by themselves.
    fn replies(&mut self, person: PersonId, wamid: &str) {
        let (Ok(who), Some((_, phone, message))) = (self.person(person), self.threads.find(wamid))
        else {
            return;
        };
        let say = match &who.auto_reply {
            AutoReply::None => return,
            AutoReply::Text(body) => Say::Text { body: body.clone() },
            AutoReply::Echo => Say::Text {
                body: crate::say::words_of(message),
            },
            AutoReply::FirstButton => Say::Tap {
                message: wamid.to_owned(),
                choice: Choice::Place(0),
            },
        };
        let saying = Saying::to(phone, say);
        // A message without buttons is left unanswered, and so is a business that was blocked.
        let _ = self.say(person, saying);
    }
}

fn error_object(code: i64) -> Value {
    let (title, details) = failure(code);
    json!({
        "code": code, "title": title, "message": title,
        "error_data": {"details": details},
        "href": "https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/",
    })
}
