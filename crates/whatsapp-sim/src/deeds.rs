//! What people do that is no message: they read, block, stop marketing, and change their number.

use serde_json::json;

use crate::apps::digits;
use crate::error::SimError;
use crate::ledger::Mark;
use crate::people::PersonId;
use crate::say::Inbound;
use crate::state::State;
use crate::threads::MessageState;

impl State {
    /// A person opens the thread: everything that was delivered is read. Returns how many messages.
    pub(crate) fn read_thread(&mut self, person: PersonId, phone: &str) -> Result<usize, SimError> {
        self.person(person)?;
        self.number(phone)?;
        let messages = &self.threads.of(person, phone).messages;
        let unread = messages
            .iter()
            .filter(|message| message.from_business && message.state == MessageState::Delivered);
        let unread: Vec<usize> = unread.filter_map(|message| message.record).collect();
        for send in &unread {
            self.is_read(*send);
        }
        Ok(unread.len())
    }

    /// A person blocks a business, or no longer. Businesses are not told.
    pub(crate) fn block(
        &mut self,
        person: PersonId,
        phone: &str,
        blocked: bool,
    ) -> Result<(), SimError> {
        self.number(phone)?;
        let who = self.person_mut(person)?;
        match blocked {
            true => who.blocked.insert(phone.to_owned()),
            false => who.blocked.remove(phone),
        };
        self.person_event(person);
        Ok(())
    }

    /// A person stops or resumes the marketing of a business: all numbers of its portfolio.
    pub(crate) fn marketing(
        &mut self,
        person: PersonId,
        phone: &str,
        wanted: bool,
    ) -> Result<(), SimError> {
        self.number(phone)?;
        let portfolio = self.portfolio_of(phone);
        let who = self.person_mut(person)?;
        match wanted {
            true => who.stopped_marketing.remove(&portfolio),
            false => who.stopped_marketing.insert(portfolio.clone()),
        };
        let contact = self.contact(person, phone, true);
        let detail = match wanted {
            true => "User requested to resume marketing messages",
            false => "User requested to stop marketing messages",
        };
        let mut preference = json!({
            "user_id": contact["user_id"], "detail": detail, "category": "marketing_messages",
            "value": if wanted { "resume" } else { "stop" },
            "timestamp": self.now().div_euclid(1_000_000),
        });
        if let Some(number) = contact.get("wa_id") {
            preference["wa_id"] = number.clone();
        }
        let value = json!({
            "messaging_product": "whatsapp", "metadata": self.metadata(phone),
            "contacts": [contact], "user_preferences": [preference],
        });
        self.tell(phone, person, "user_preferences", &value, Mark::Nothing);
        self.person_event(person);
        Ok(())
    }

    /// A person moves to another number, which gives them new user ids. Every business they have a thread
    /// with is told by a system message.
    pub(crate) fn change_number(&mut self, person: PersonId, number: &str) -> Result<(), SimError> {
        let new = digits(number);
        if new.is_empty() {
            return Err(SimError::impossible("the new number has no digits"));
        }
        if self.people.by_number.contains_key(&new) {
            return Err(SimError::Taken("number", new));
        }
        self.change_ids(person, Some(new))
    }

    /// WhatsApp gives a person new user ids, and their number stays.
    pub(crate) fn change_user_id(&mut self, person: PersonId) -> Result<(), SimError> {
        self.change_ids(person, None)
    }

    fn change_ids(&mut self, person: PersonId, number: Option<String>) -> Result<(), SimError> {
        let name = self.person(person)?.name.clone();
        let threads = self.threads.of_person(person);
        let phones: Vec<String> = threads.map(|(phone, _)| phone.to_owned()).collect();
        let before: Vec<_> = phones
            .into_iter()
            .map(|phone| {
                let portfolio = self.portfolio_of(&phone);
                let user_id = self.user_id(person, &portfolio);
                (self.shown_number(person, &phone), user_id, portfolio, phone)
            })
            .collect();
        self.forget_ids(person, number.clone())?;
        for (old_number, old_id, portfolio, phone) in before {
            let new_id = self.user_id(person, &portfolio);
            let shown = self.shown_number(person, &phone);
            let (old, new) = match (&old_number, &shown, &number) {
                (Some(old), Some(new), Some(_)) => (old, new),
                _ => (&old_id, &new_id),
            };
            let kind = match number {
                Some(_) => "user_changed_number",
                None => "user_changed_user_id",
            };
            let mut system = json!({
                "type": kind,
                "body": format!("User {name} changed from {old} to {new}"),
                "previous_user_id": old_id, "user_id": new_id,
            });
            if let Some(number) = shown.filter(|_| number.is_some()) {
                system["wa_id"] = number.into();
            }
            let mut message = Inbound::change("system", system);
            if let Some(old) = old_number.filter(|_| number.is_some()) {
                message = message.with("from", old.into());
            }
            self.receive(person, &phone, message);
        }
        self.person_event(person);
        Ok(())
    }

    /// Takes a person's ids away, so that new ones are made; with the number they have from now on.
    fn forget_ids(&mut self, person: PersonId, number: Option<String>) -> Result<(), SimError> {
        let who = self.person_mut(person)?;
        let old_ids = std::mem::take(&mut who.user_ids);
        who.generation += 1;
        let fixed = who.fixed_user_id.take();
        let old_number = match &number {
            Some(number) => who.number.replace(number.clone()),
            None => None,
        };
        for old in old_ids.values().chain(&fixed) {
            self.people.by_user_id.remove(old);
        }
        if let Some(old) = old_number {
            self.people.by_number.remove(&old);
        }
        if let Some(number) = number {
            self.people.by_number.insert(number, person);
        }
        Ok(())
    }
}
