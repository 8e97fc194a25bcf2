//! One message of a person on its way to the business: into the thread, the ledger and the outbox.

use serde_json::{Map, Value, json};

use crate::ledger::{InboundRecord, Mark, WebhookRecord};
use crate::people::{NUMBER_KNOWN_FOR, PersonId};
use crate::state::State;
use crate::threads::{Message, MessageState, OnScreen};

/// An inbound message in the making.
pub(crate) struct Inbound {
    kind: &'static str,
    content: Value,
    /// Keys beside the content: `context`, `errors`, …
    beside: Map<String, Value>,
    /// Whether it stands in the thread, and not only changes something there.
    visible: bool,
    opens_window: bool,
}

impl Inbound {
    pub(super) fn visible(kind: &'static str, content: Value) -> Self {
        Self {
            kind,
            content,
            beside: Map::new(),
            visible: true,
            opens_window: true,
        }
    }

    /// What changes something else: does not stand in the thread, nor opens the window.
    pub(crate) fn change(kind: &'static str, content: Value) -> Self {
        Self {
            visible: false,
            opens_window: false,
            ..Self::visible(kind, content)
        }
    }

    /// With another key beside the content.
    pub(crate) fn with(mut self, key: &str, value: Value) -> Self {
        self.beside.insert(key.to_owned(), value);
        self
    }

    pub(super) fn quoting(self, author: &str, wamid: &str) -> Self {
        self.with("context", json!({"from": author, "id": wamid}))
    }
}

impl State {
    /// Makes the message and tells the business. Returns its id.
    pub(crate) fn receive(&mut self, person: PersonId, phone: &str, inbound: Inbound) -> String {
        let Inbound {
            kind,
            content,
            beside,
            visible,
            opens_window,
        } = inbound;
        let now = self.now();
        let portfolio = self.portfolio_of(phone);
        let user_id = self.user_id(person, &portfolio);
        let shown = self.shown_number(person, phone);
        let wamid = self.ids.wamid(shown.as_deref().unwrap_or(&user_id), true);
        let unheard = self
            .numbers
            .get(phone)
            .is_some_and(|number| number.blocked.contains(&person));

        let thread = self.threads.of(person, phone);
        if shown.is_some() && thread.number_known_until > 0 {
            thread.number_known_until = now + NUMBER_KNOWN_FOR;
        }
        if opens_window && !unheard {
            thread.last_inbound = Some(now);
        }
        if !unheard {
            thread.inbound += 1;
        }
        let nth = thread.inbound;
        if visible {
            let message = Message {
                wamid: wamid.clone(),
                at: now,
                from_business: false,
                kind: kind.to_owned(),
                content: content.clone(),
                shown: None,
                reply_to: beside
                    .get("context")
                    .and_then(|context| context["id"].as_str())
                    .map(str::to_owned),
                state: if unheard {
                    MessageState::Sent
                } else {
                    MessageState::Delivered
                },
                error: None,
                reaction_of_person: None,
                reaction_of_business: None,
                edited: false,
                revoked: false,
                on_screen: OnScreen::default(),
                record: None,
            };
            self.threads.push(person, phone, message);
            self.message_event(&wamid, true);
        }
        if unheard {
            // Blocking somebody also stops their messages; they see one tick.
            return wamid;
        }
        self.carries_one(phone);

        let system = kind == "system";
        let mut message = Value::Object(beside);
        message["id"] = wamid.as_str().into();
        message["timestamp"] = self.timestamp().into();
        message["type"] = kind.into();
        message[kind] = content;
        let mut value = json!({"messaging_product": "whatsapp", "metadata": self.metadata(phone)});
        if !system {
            message["from_user_id"] = user_id.into();
            if let Some(number) = shown {
                message["from"] = number.into();
            }
            value["contacts"] = json!([self.contact(person, phone, true)]);
        }
        value["messages"] = json!([message]);
        self.ledger.inbound.push(InboundRecord {
            wamid: wamid.clone(),
            person,
            phone_number_id: phone.to_owned(),
            kind: kind.to_owned(),
            nth,
            at: now,
            webhook: WebhookRecord::default(),
        });
        let mark = Mark::Inbound(self.ledger.inbound.len() - 1);
        self.tell(phone, person, "messages", &value, mark);
        wamid
    }
}
