//! What was said before the number was connected, as the business's phone shares it.
//!
//! It goes into one conversation per contact and account, which is resolved from the beginning: nobody
//! has to answer it, so it must not fill the inbox of a team on its first day; and the next message
//! begins a conversation of its own, with its own length and assignee. A member who wants to go on
//! where the phone stopped opens it again by hand.
//!
//! History is stored, counted and dated as what it is, and sets nothing going: it opens no window (Meta
//! opens none for it), nothing is unread, nobody is woken, no consent command or flow sees it, and of
//! its files only those are fetched that Meta still has. Its chunks come in any order and again, and
//! end in the same state.

use whatsapp::webhook::{
    AppStateSync, BookAction, History, Inbound, MessageKind, Past, PastThread, StatusKind,
    person_of, supersedes,
};

use super::Outcome;
use super::decide::{Line, speaks, stored_kind};
use super::identity::{Ids, cut_name};
use super::keys::message_key;
use super::world::{At, Filled, Known, NewEvent, Place, World};
use crate::access::Actor;
use crate::kernel::clock::{DAY, Timestamp};
use serde_json::json;

/// How far back Meta gives the files of past messages, in microseconds.
const FILES: i64 = 14 * DAY;

impl World {
    /// Takes a part of the past in. `business` is the number as Meta writes it.
    pub(super) fn history(
        &mut self,
        line: Line,
        value: &History,
        business: Option<&str>,
        outcome: &mut Outcome,
    ) {
        for chunk in &value.chunks {
            let shared = self.shared.entry(line.account).or_default();
            shared.add(chunk, line);
            for thread in &chunk.threads {
                self.thread(line, thread, outcome);
            }
        }
        let business = business.map(crate::kernel::text::digits);
        for past in &value.messages {
            let from = past.message.from.as_deref();
            let is_ours = past.to.is_some() || past.to_user_id.is_some();
            let by_business = is_ours || (from.is_some() && from == business.as_deref());
            let ids = if by_business {
                Ids {
                    wa_id: past.to.as_deref(),
                    user_id: past.to_user_id.as_deref(),
                    parent_user_id: None,
                }
            } else {
                Ids {
                    wa_id: from,
                    user_id: past.message.from_user_id.as_deref(),
                    parent_user_id: past.message.from_parent_user_id.as_deref(),
                }
            };
            let ids = match by_business && ids.is_empty() {
                true => ids.with(person_of(&value.people, None, None)),
                false => ids,
            };
            let key = (line.account, message_key(&past.message.wamid));
            let at = Timestamp(past.message.timestamp);
            let contact = match self.known.get(&key) {
                // Its chunk has told whom it is with.
                Some(known) => self.contact_of(known),
                None => self.contact(line, ids, at),
            };
            match contact {
                Some(contact) => self.past(line, contact, past, by_business),
                None => outcome.note("failed", "a past message of nobody we can find"),
            }
        }
    }

    fn thread(&mut self, line: Line, thread: &PastThread, outcome: &mut Outcome) {
        let latest = thread.messages.iter().map(|past| past.message.timestamp);
        let Some(latest) = latest.max() else { return };
        let ids = Ids {
            wa_id: thread.wa_id.as_deref(),
            user_id: thread.user_id.as_deref(),
            parent_user_id: None,
        };
        let Some(contact) = self.contact(line, ids, Timestamp(latest)) else {
            outcome.note("failed", "a past thread with nobody");
            return;
        };
        for past in &thread.messages {
            let message = &past.message;
            let is_theirs = past.to.is_none()
                && past.to_user_id.is_none()
                && (message.from == thread.wa_id && message.from.is_some()
                    || message.from_user_id == thread.user_id && message.from_user_id.is_some());
            self.past(line, contact, past, !is_theirs);
        }
    }

    /// Who a message that is known is with, as far as this batch knows them.
    fn contact_of(&self, known: &Known) -> Option<At> {
        match known.new {
            Some(new) => Some(self.messages[new].contact),
            None => {
                let contact = known.contact?;
                let is_theirs = |it: &super::world::Contact| it.id == Some(contact);
                self.contacts.iter().position(is_theirs).map(At)
            }
        }
    }

    fn past(&mut self, line: Line, contact: At, past: &Past, by_business: bool) {
        let message = &past.message;
        if message.kind == MessageKind::System {
            return; // who had which number then is no news
        }
        let at = Timestamp(message.timestamp);
        let status = by_business.then(|| stored_status(past.status.as_ref()));
        if self
            .known
            .contains_key(&(line.account, message_key(&message.wamid)))
        {
            self.again(line, message, status);
            return;
        }
        let place = self
            .place_of_target(line, contact, message)
            .unwrap_or_else(|| Place::Here(self.past_place(line, contact, at)));
        self.act_on(line, contact, message);
        if speaks(message) {
            self.count_past(contact, place, at, by_business);
        }
        self.store(line, contact, place, message, status);
        if at < self.now.plus(-FILES)
            && let Some(stored) = self.messages.last_mut()
        {
            stored.media = None;
        }
    }

    /// A past message that is known: its status may have come further, and a file may have come.
    fn again(&mut self, line: Line, message: &Inbound, status: Option<StatusKind>) {
        let at = Timestamp(message.timestamp);
        let is_recent = at >= self.now.plus(-FILES);
        let key = (line.account, message_key(&message.wamid));
        let Some(known) = self.known.get_mut(&key).filter(|known| known.is_past) else {
            return;
        };
        let old = known.status.as_deref().map(StatusKind::from_name);
        if let Some(new) = status
            && known.outbound
            && supersedes(&new, old.as_ref())
        {
            known.status = Some(new.as_str().to_owned());
            known.change.status = Some((new.as_str().to_owned(), at));
        }
        if !known.is_placeholder || message.kind == MessageKind::MediaPlaceholder {
            return;
        }
        known.is_placeholder = false;
        let media = message.media.clone().filter(|_| is_recent);
        match known.new {
            Some(new) => {
                let stored = &mut self.messages[new];
                stored.kind = stored_kind(message.kind);
                stored.text.clone_from(&message.text);
                stored.payload = message.payload.clone();
                stored.media = media;
            }
            None => {
                known.change.filled = Some(Box::new(Filled {
                    kind: stored_kind(message.kind),
                    text: message.text.clone(),
                    payload: message.payload.clone(),
                    media,
                }));
            }
        }
    }

    /// The conversation with a contact's past.
    fn past_place(&mut self, line: Line, contact: At, at: Timestamp) -> At {
        if let Some(&past) = self.past.get(&(contact, line.account)) {
            return past;
        }
        let place = self.begin(line, contact, at, "resolved");
        self.past.insert((contact, line.account), place);
        place
    }

    fn count_past(&mut self, contact: At, place: Place, at: Timestamp, by_business: bool) {
        let known = &mut self.contacts[contact.0];
        known.changed = true;
        known.last_message_at = known.last_message_at.max(Some(at));
        known.activity_at = known.activity_at.max(at);
        if !by_business {
            known.last_inbound_at = known.last_inbound_at.max(Some(at));
        }
        let customer = self.customer_of(contact);
        if by_business {
            customer.outbound.add(at);
        } else {
            customer.inbound.add(at);
            customer.past_inbound = customer.past_inbound.max(Some(at));
        }
        self.count_conversation(contact, place);
        if let Place::Here(place) = place {
            let conversation = &mut self.conversations[place.0];
            conversation.changed = true;
            conversation.messages += 1;
            conversation.started_at = conversation.started_at.min(at);
            conversation.last_message_at = conversation.last_message_at.max(at);
            // The window is derived from last_inbound_at, and history opens none.
            if by_business {
                conversation.last_outbound_at = conversation.last_outbound_at.max(Some(at));
            }
        }
    }

    /// The phone's address book. Its names are worth more than what people call themselves, and less
    /// than what a member typed here. Somebody who is removed there stays what they are here.
    pub(super) fn address_book(&mut self, line: Line, value: &AppStateSync, outcome: &mut Outcome) {
        for entry in &value.entries {
            match &entry.action {
                BookAction::Remove => continue,
                BookAction::Other(name) => {
                    outcome.note(
                        "kept",
                        format!("nothing uses `{name}` of the address book yet"),
                    );
                    continue;
                }
                BookAction::Add => {}
            }
            let Some(number) = entry.number.as_deref() else {
                continue;
            };
            // The book says nothing of whose number it is now, so nobody's is changed by it.
            let contact = self.find_number(line.workspace, number).unwrap_or_else(|| {
                let ids = Ids {
                    wa_id: Some(number),
                    ..Ids::default()
                };
                self.make(line, ids, self.now)
            });
            let name = entry.name.as_deref().map(cut_name);
            if let Some(name) = name.filter(|name| !name.is_empty()) {
                let at = entry.at.map_or(line.received_at, Timestamp);
                self.set_book_name(contact, name, at);
            }
        }
    }

    fn set_book_name(&mut self, contact: At, name: String, at: Timestamp) {
        let known = &mut self.contacts[contact.0];
        if known.book_at.is_some_and(|last| at < last) {
            return;
        }
        known.changed |= known.book_at != Some(at);
        known.book_at = Some(at);
        if known.book_name.as_deref() == Some(&name) {
            return;
        }
        let old = known.book_name.replace(name.clone());
        known.changed = true;
        let whose = known.customer;
        let customer = self.customer_of(contact);
        customer.profile_changed = true;
        customer.name = Some(name.clone());
        self.events.push(NewEvent {
            customer: whose,
            kind: "contact.book_name_changed",
            actor: Actor::System,
            data: json!({"old": old, "new": name}),
            once: None,
        });
    }
}

/// The status of a past message of ours; one that the phone had not sent yet waits there.
fn stored_status(told: Option<&StatusKind>) -> StatusKind {
    match told {
        None => StatusKind::Sent,
        Some(StatusKind::Other(_)) => StatusKind::Other("queued".to_owned()),
        Some(known) => known.clone(),
    }
}
