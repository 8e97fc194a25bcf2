//! The people: who they are, and by which ids a business may know them.
//!
//! A person with a username hides their number from a business until that business has written to the
//! number within 30 days, or they shared it themselves. A user id (BSUID) is the same for all numbers of a
//! portfolio and changes with the person's number.
//! <https://developers.facebook.com/docs/whatsapp/business-scoped-user-ids>

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::apps::digits;
use crate::error::SimError;
use crate::ids::{country_of, happens};
use crate::state::State;

/// How long a number stays visible after the business wrote to it: 30 days, in microseconds.
pub(crate) const NUMBER_KNOWN_FOR: i64 = 30 * 86_400 * 1_000_000;

/// A simulated person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PersonId(pub u32);

/// Somebody to make.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct NewPerson {
    /// Their id; the next free one when absent.
    pub id: Option<PersonId>,
    /// The name they chose.
    pub name: String,
    /// Their number with its country code; grouping is ignored. Absent: no business ever sees one.
    pub number: Option<String>,
    /// Their username, without `@`. Hides the number.
    pub username: Option<String>,
    /// Their user id, the same for every portfolio; made up per portfolio when absent.
    pub user_id: Option<String>,
    /// Two letters; told from the number when absent.
    pub country: Option<String>,
    /// Whether they read whatever is delivered to them.
    pub auto_read: bool,
    /// What they answer by themselves.
    pub auto_reply: AutoReply,
    /// Whether their phone is on, as it is at first.
    pub online: bool,
    /// User ids that they have already, by portfolio.
    pub user_ids: HashMap<String, String>,
    /// Portfolios whose marketing they have stopped.
    pub stopped_marketing: BTreeSet<String>,
    /// Business numbers, by phone number id, that they have blocked.
    pub blocked: BTreeSet<String>,
}

impl Default for NewPerson {
    fn default() -> Self {
        Self {
            id: None,
            name: String::new(),
            number: None,
            username: None,
            user_id: None,
            country: None,
            auto_read: false,
            auto_reply: AutoReply::None,
            online: true,
            user_ids: HashMap::new(),
            stopped_marketing: BTreeSet::new(),
            blocked: BTreeSet::new(),
        }
    }
}

/// The same person again, in a simulator that does not know them: after a restart.
impl From<PersonView> for NewPerson {
    fn from(person: PersonView) -> Self {
        Self {
            id: Some(person.id),
            name: person.name,
            number: person.number,
            username: person.username,
            user_id: None,
            country: Some(person.country),
            auto_read: person.auto_read,
            auto_reply: person.auto_reply,
            online: person.online,
            user_ids: person.user_ids,
            stopped_marketing: person.stopped_marketing,
            blocked: person.blocked,
        }
    }
}

/// What a person answers by themselves to each message of a business, except reactions.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AutoReply {
    /// Nothing.
    #[default]
    None,
    /// What was written to them.
    Echo,
    /// A tap on the first button or list row; nothing when there is none.
    FirstButton,
    /// These words.
    Text(String),
}

/// What to change about a person; what is absent stays.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ChangePerson {
    /// Another name.
    pub name: Option<String>,
    /// Another username; empty gives it up.
    pub username: Option<String>,
    /// Whether they read by themselves.
    pub auto_read: Option<bool>,
    /// What they answer by themselves.
    pub auto_reply: Option<AutoReply>,
    /// Whether their phone is on. Messages stay `sent` while it is off.
    pub online: Option<bool>,
}

/// A person as the `/sim` interface shows them.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct PersonView {
    /// Who.
    pub id: PersonId,
    /// The name they chose.
    pub name: String,
    /// Their number, digits only.
    pub number: Option<String>,
    /// Their username.
    pub username: Option<String>,
    /// Two letters.
    pub country: String,
    /// Their user id in each portfolio that has seen one.
    pub user_ids: HashMap<String, String>,
    /// Whether they read by themselves.
    pub auto_read: bool,
    /// What they answer by themselves.
    pub auto_reply: AutoReply,
    /// Whether their phone is on.
    pub online: bool,
    /// Portfolios whose marketing they have stopped.
    pub stopped_marketing: BTreeSet<String>,
    /// Business numbers, by phone number id, that they have blocked.
    pub blocked: BTreeSet<String>,
}

#[derive(Debug)]
pub(crate) struct Person {
    pub(crate) id: PersonId,
    pub(crate) name: String,
    pub(crate) number: Option<String>,
    pub(crate) username: Option<String>,
    pub(crate) country: String,
    /// Counts the user ids they have had.
    pub(crate) generation: u32,
    pub(crate) user_ids: HashMap<String, String>,
    pub(crate) fixed_user_id: Option<String>,
    pub(crate) auto_read: bool,
    pub(crate) auto_reply: AutoReply,
    pub(crate) online: bool,
    pub(crate) stopped_marketing: BTreeSet<String>,
    pub(crate) blocked: BTreeSet<String>,
    /// Taken out of the simulator; what was under way to them still needs their ids.
    pub(crate) gone: bool,
}

#[derive(Debug, Default)]
pub(crate) struct People {
    pub(crate) all: BTreeMap<PersonId, Person>,
    pub(crate) by_number: HashMap<String, PersonId>,
    pub(crate) by_user_id: HashMap<String, PersonId>,
}

impl Person {
    pub(crate) fn view(&self) -> PersonView {
        PersonView {
            id: self.id,
            name: self.name.clone(),
            number: self.number.clone(),
            username: self.username.clone(),
            country: self.country.clone(),
            user_ids: self.user_ids.clone(),
            auto_read: self.auto_read,
            auto_reply: self.auto_reply.clone(),
            online: self.online,
            stopped_marketing: self.stopped_marketing.clone(),
            blocked: self.blocked.clone(),
        }
    }
}

impl State {
    pub(crate) fn add_person(&mut self, new: NewPerson) -> Result<PersonId, SimError> {
        let number = new
            .number
            .as_deref()
            .map(digits)
            .filter(|number| !number.is_empty());
        if let Some(taken) = number
            .as_ref()
            .filter(|it| self.people.by_number.contains_key(*it))
        {
            return Err(SimError::Taken("number", taken.clone()));
        }
        let mut user_ids = new.user_id.iter().chain(new.user_ids.values());
        if let Some(taken) = user_ids.find(|it| self.people.by_user_id.contains_key(*it)) {
            return Err(SimError::Taken("user id", taken.clone()));
        }
        let next = || {
            let last = self.people.all.last_key_value();
            PersonId(last.map_or(0, |(last, _)| last.0 + 1))
        };
        let id = new.id.unwrap_or_else(next);
        if self.people.all.contains_key(&id) {
            return Err(SimError::Taken("person", id.0.to_string()));
        }
        if number.is_none()
            && new.username.is_none()
            && new.user_id.is_none()
            && new.user_ids.is_empty()
        {
            return Err(SimError::impossible(
                "a person needs a number, a username or a user id",
            ));
        }
        if let Some(number) = &number {
            self.people.by_number.insert(number.clone(), id);
        }
        for user_id in new.user_id.iter().chain(new.user_ids.values()) {
            self.people.by_user_id.insert(user_id.clone(), id);
        }
        let known_country = || number.as_deref().map_or("US", country_of).to_owned();
        let person = Person {
            id,
            country: new.country.unwrap_or_else(known_country),
            name: new.name,
            username: new
                .username
                .map(|name| name.trim_start_matches('@').to_owned()),
            number,
            generation: 0,
            user_ids: new.user_ids,
            fixed_user_id: new.user_id,
            auto_read: new.auto_read,
            auto_reply: new.auto_reply,
            online: new.online,
            stopped_marketing: new.stopped_marketing,
            blocked: new.blocked,
            gone: false,
        };
        self.people.all.insert(id, person);
        // Businesses that exist know the person's id from now on, as they would from a contact book.
        let portfolios: BTreeSet<_> = self.apps.iter().map(|app| app.portfolio.clone()).collect();
        for portfolio in portfolios {
            self.user_id(id, &portfolio);
        }
        self.person_event(id);
        Ok(id)
    }

    pub(crate) fn person(&self, id: PersonId) -> Result<&Person, SimError> {
        self.people
            .all
            .get(&id)
            .filter(|person| !person.gone)
            .ok_or_else(|| SimError::Unknown("person", id.0.to_string()))
    }

    pub(crate) fn person_mut(&mut self, id: PersonId) -> Result<&mut Person, SimError> {
        self.people
            .all
            .get_mut(&id)
            .filter(|person| !person.gone)
            .ok_or_else(|| SimError::Unknown("person", id.0.to_string()))
    }

    pub(crate) fn change_person(
        &mut self,
        id: PersonId,
        change: ChangePerson,
    ) -> Result<(), SimError> {
        let person = self.person_mut(id)?;
        if let Some(name) = change.name {
            person.name = name;
        }
        if let Some(username) = change.username {
            let username = username.trim_start_matches('@').to_owned();
            person.username = (!username.is_empty()).then_some(username);
        }
        person.auto_read = change.auto_read.unwrap_or(person.auto_read);
        if let Some(auto_reply) = change.auto_reply {
            person.auto_reply = auto_reply;
        }
        let came_online = change.online == Some(true) && !person.online;
        person.online = change.online.unwrap_or(person.online);
        if came_online {
            self.deliver_what_waits(id);
        }
        self.person_event(id);
        Ok(())
    }

    /// Takes a person out: nobody reaches them any more, and their number is free again.
    pub(crate) fn remove_person(&mut self, id: PersonId) -> Result<(), SimError> {
        let person = self.person_mut(id)?;
        person.gone = true;
        let number = person.number.clone();
        let user_ids: Vec<String> = person.user_ids.values().cloned().collect();
        let fixed = person.fixed_user_id.clone();
        if let Some(number) = number {
            self.people.by_number.remove(&number);
        }
        for user_id in user_ids.iter().chain(&fixed) {
            self.people.by_user_id.remove(user_id);
        }
        Ok(())
    }

    /// By which id a portfolio knows a person.
    pub(crate) fn user_id(&mut self, id: PersonId, portfolio: &str) -> String {
        let person = &self.people.all[&id];
        if let Some(user_id) = person.user_ids.get(portfolio) {
            return user_id.clone();
        }
        let user_id = person.fixed_user_id.clone().unwrap_or_else(|| {
            self.ids
                .user_id(&person.country, portfolio, id.0, person.generation)
        });
        self.people.by_user_id.insert(user_id.clone(), id);
        if let Some(person) = self.people.all.get_mut(&id) {
            person
                .user_ids
                .insert(portfolio.to_owned(), user_id.clone());
        }
        user_id
    }

    /// Whether they are on WhatsApp at all; decided once, by chance.
    pub(crate) fn is_on_whatsapp(&self, id: PersonId) -> bool {
        let mut luck = self.luck("not on whatsapp", &id.0.to_string());
        !happens(&mut luck, self.behaviour.chances.not_on_whatsapp)
    }

    /// The person's number, if the business behind `phone` is shown it.
    pub(crate) fn shown_number(&self, id: PersonId, phone: &str) -> Option<String> {
        let person = self.people.all.get(&id)?;
        let known = || {
            self.threads
                .get(id, phone)
                .is_some_and(|thread| thread.number_known_until > self.now())
        };
        person
            .number
            .clone()
            .filter(|_| person.username.is_none() || known())
    }

    /// The element of `contacts` about a person. Statuses `sent` leave the username out.
    pub(crate) fn contact(&mut self, id: PersonId, phone: &str, with_username: bool) -> Value {
        let portfolio = self.portfolio_of(phone);
        let user_id = self.user_id(id, &portfolio);
        let person = &self.people.all[&id];
        let mut contact = json!({"profile": {"name": person.name}, "user_id": user_id});
        if let Some(username) = person.username.as_ref().filter(|_| with_username) {
            contact["profile"]["username"] = username.as_str().into();
        }
        if let Some(number) = self.shown_number(id, phone) {
            contact["wa_id"] = number.into();
        }
        contact
    }
}
