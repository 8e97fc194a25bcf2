//! Threads: what a person's phone shows of their talk with one business number.
//!
//! Messages of both sides stand in the order in which they were written, each with how far it got.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::people::PersonId;
use crate::state::State;

/// How far a message got.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MessageState {
    /// WhatsApp has taken it.
    Accepted,
    /// WhatsApp's servers have it. For a person's message: one tick.
    Sent,
    /// It will not arrive.
    Failed,
    /// It is on the other side.
    Delivered,
    /// It was seen.
    Read,
}

/// One message of a thread. Times are microseconds since 1970 UTC.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Message {
    /// WhatsApp's id of it.
    pub wamid: String,
    /// When it was written.
    pub at: i64,
    /// Whether the business wrote it.
    pub from_business: bool,
    /// `text`, `image`, `template`, `interactive`, …
    pub kind: String,
    /// What stands under the key of that name in Meta's JSON.
    pub content: Value,
    /// For a template, what the person reads: `header`, `body`, `footer`, `buttons`.
    pub shown: Option<Value>,
    /// The message it answers.
    pub reply_to: Option<String>,
    /// How far it got.
    pub state: MessageState,
    /// Meta's code, when it failed.
    pub error: Option<i64>,
    /// The person's emoji on it.
    pub reaction_of_person: Option<String>,
    /// The business's emoji on it.
    pub reaction_of_business: Option<String>,
    /// Whether its writer rewrote it; `content` is the new one.
    pub edited: bool,
    /// Whether its writer deleted it.
    pub revoked: bool,
    /// What the phone makes of it; only in a [`ThreadView`].
    #[serde(default)]
    pub on_screen: OnScreen,
    /// Where the ledger has it, for messages of the business.
    #[serde(skip)]
    pub(crate) record: Option<usize>,
}

/// What a phone shows of a message, and lets its owner do with it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OnScreen {
    /// The words; empty when it has none.
    pub text: String,
    /// Buttons and rows that can be tapped, in the order of [`crate::Choice::Place`].
    pub choices: Vec<Choosable>,
    /// Whether it opens a form.
    pub form: bool,
}

/// A button, quick reply or list row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choosable {
    /// What a tap sends back.
    pub id: String,
    /// What stands on it.
    pub title: String,
    /// What stands under it, of list rows.
    pub description: Option<String>,
}

/// A thread as the `/sim` interface shows it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ThreadView {
    /// The business number.
    pub phone_number_id: String,
    /// The name of the business.
    pub business: String,
    /// The business number as people write it.
    pub display_phone_number: String,
    /// Until when the business may write anything: microseconds since 1970 UTC.
    pub window_until: Option<i64>,
    /// Whether the person has blocked the business.
    pub blocked: bool,
    /// Whether the business is typing.
    pub typing: bool,
    /// Oldest first.
    pub messages: Vec<Message>,
}

#[derive(Debug, Default)]
pub(crate) struct Thread {
    pub(crate) messages: Vec<Message>,
    /// When the person last wrote something that opens the window.
    pub(crate) last_inbound: Option<i64>,
    pub(crate) number_known_until: i64,
    /// When the pair may have its next message, if it is to keep its pace.
    pub(crate) free_at: i64,
    /// Until when the business is shown as typing.
    pub(crate) typing_until: i64,
    /// When the person came from an advertisement that is still unanswered.
    pub(crate) entry_point: Option<i64>,
    /// Until when messages cost nothing because of it.
    pub(crate) free_until: i64,
    /// Messages the business sent, for the ledger.
    pub(crate) sends: u32,
    /// Messages the person sent, for the ledger.
    pub(crate) inbound: u32,
}

/// Every thread, and where each message is.
#[derive(Debug, Default)]
pub(crate) struct Threads {
    by_pair: HashMap<PersonId, Vec<(String, Thread)>>,
    /// Person, number and place of each message.
    by_wamid: HashMap<String, (PersonId, String, usize)>,
}

impl Threads {
    pub(crate) fn get(&self, person: PersonId, phone: &str) -> Option<&Thread> {
        let own = self.by_pair.get(&person)?;
        own.iter()
            .find(|(id, _)| id == phone)
            .map(|(_, thread)| thread)
    }

    /// The thread, which begins here if there was none.
    pub(crate) fn of(&mut self, person: PersonId, phone: &str) -> &mut Thread {
        let own = self.by_pair.entry(person).or_default();
        let place = match own.iter().position(|(id, _)| id == phone) {
            Some(place) => place,
            None => {
                own.push((phone.to_owned(), Thread::default()));
                own.len() - 1
            }
        };
        &mut own[place].1
    }

    pub(crate) fn of_person(&self, person: PersonId) -> impl Iterator<Item = (&str, &Thread)> {
        let own = self.by_pair.get(&person).into_iter().flatten();
        own.map(|(phone, thread)| (phone.as_str(), thread))
    }

    pub(crate) fn push(&mut self, person: PersonId, phone: &str, message: Message) {
        let wamid = message.wamid.clone();
        let thread = self.of(person, phone);
        thread.messages.push(message);
        let place = thread.messages.len() - 1;
        self.by_wamid
            .insert(wamid, (person, phone.to_owned(), place));
    }

    /// A message by its id, with whose it is.
    pub(crate) fn find(&self, wamid: &str) -> Option<(PersonId, &str, &Message)> {
        let (person, phone, place) = self.by_wamid.get(wamid)?;
        let message = self.get(*person, phone)?.messages.get(*place)?;
        Some((*person, phone, message))
    }

    pub(crate) fn find_mut(&mut self, wamid: &str) -> Option<&mut Message> {
        let (person, phone, place) = self.by_wamid.get(wamid)?.clone();
        self.of(person, &phone).messages.get_mut(place)
    }
}

impl Message {
    /// The message with what a phone makes of it.
    fn seen(&self) -> Self {
        Self {
            on_screen: crate::say::on_screen(self),
            ..self.clone()
        }
    }
}

impl State {
    /// Whether a person has blocked a business number.
    pub(crate) fn has_blocked(&self, person: PersonId, phone: &str) -> bool {
        self.person(person)
            .is_ok_and(|person| person.blocked.contains(phone))
    }

    pub(crate) fn thread_view(&self, person: PersonId, phone: &str, thread: &Thread) -> ThreadView {
        let number = self.numbers.get(phone);
        let text =
            |of: fn(&crate::apps::Number) -> &String| number.map(of).cloned().unwrap_or_default();
        let window = crate::clock::micros(whatsapp::limits::CUSTOMER_SERVICE_WINDOW);
        ThreadView {
            phone_number_id: phone.to_owned(),
            business: text(|number| &number.verified_name),
            display_phone_number: text(|number| &number.display),
            window_until: thread.last_inbound.map(|at| at.saturating_add(window)),
            blocked: self.has_blocked(person, phone),
            typing: thread.typing_until > self.now(),
            messages: thread.messages.iter().map(Message::seen).collect(),
        }
    }

    /// A message of the thread between `person` and `phone`; `None` when it is somebody else's.
    pub(crate) fn message_between(
        &self,
        person: PersonId,
        phone: &str,
        wamid: &str,
    ) -> Option<&Message> {
        let (whose, on, message) = self.threads.find(wamid)?;
        (whose == person && on == phone).then_some(message)
    }
}
