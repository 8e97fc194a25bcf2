//! Which contact is this? By user id, then by exact number, then by the forms a number may have.
//!
//! A number can pass to somebody else, a user id cannot. So a known user id with a new number is the
//! same person with a new number, but a known number with another user id may be a stranger: they get
//! a contact of their own, and both are flagged for a person to decide. Nobody is merged in here.

use serde_json::json;
use uuid::Uuid;
use whatsapp::webhook::Person;

use super::decide::Line;
use super::keys::phone_alias;
use super::world::{At, Contact, Customer, World};
use crate::kernel::clock::Timestamp;
use crate::kernel::ids::{AccountId, WorkspaceId};
use crate::kernel::phone::PhoneNumber;
use crate::kernel::text::clean_line;

/// The longest name that is kept; longer ones are cut.
const NAME_CHARS: usize = 200;

/// What the ids in a webhook say of the person.
#[derive(Debug, Clone, Copy)]
pub(super) enum Telling {
    /// These are their ids at this time, by WhatsApp's clock.
    Now(Timestamp),
    /// A message once went to these ids. It may be long ago, so nothing known is replaced.
    Once,
}

/// The ids of a person, as one message or status gives them.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Ids<'a> {
    pub(super) wa_id: Option<&'a str>,
    pub(super) user_id: Option<&'a str>,
    pub(super) parent_user_id: Option<&'a str>,
}

impl<'a> Ids<'a> {
    pub(super) fn is_empty(&self) -> bool {
        self.wa_id.is_none() && self.user_id.is_none()
    }

    /// These ids, completed by those of the person named beside them.
    pub(super) fn with(self, person: Option<&'a Person>) -> Self {
        let Some(person) = person else { return self };
        Self {
            wa_id: self.wa_id.or(person.wa_id.as_deref()),
            user_id: self.user_id.or(person.user_id.as_deref()),
            parent_user_id: self.parent_user_id.or(person.parent_user_id.as_deref()),
        }
    }
}

impl World {
    /// The contact with these ids, made when there is none. `None` without any id.
    pub(super) fn contact(&mut self, line: Line, ids: Ids<'_>, at: Timestamp) -> Option<At> {
        let workspace = line.workspace;
        if ids.is_empty() {
            return None;
        }
        let by_user = ids.user_id.and_then(|user| self.find(workspace, user));
        let by_number = ids
            .wa_id
            .and_then(|digits| self.find_number(workspace, digits));
        let contact = match (by_user, by_number) {
            (Some(user), Some(number)) if user != number => {
                self.flag(user, number, "number_and_user_id_differ", json!({}));
                self.in_touch(line.account, user, number)
            }
            (Some(user), _) => user,
            (None, Some(number)) => {
                let owner = &self.contacts[number.0];
                if ids.user_id.is_some() && owner.bsuid.is_some() {
                    let stranger = self.make(line, ids, at);
                    self.flag(stranger, number, "number_with_another_user_id", json!({}));
                    stranger
                } else {
                    number
                }
            }
            (None, None) => self.make(line, ids, at),
        };
        self.learn(contact, ids, Telling::Now(at));
        Some(contact)
    }

    /// The contact with these ids, if both point to the same one and nothing contradicts.
    pub(super) fn contact_without_doubt(
        &mut self,
        workspace: WorkspaceId,
        ids: Ids<'_>,
    ) -> Option<At> {
        let by_user = ids.user_id.and_then(|user| self.find(workspace, user));
        let by_number = ids
            .wa_id
            .and_then(|digits| self.find_number(workspace, digits));
        let contact = by_user.or(by_number)?;
        let user_differs = ids.user_id.is_some_and(|user| {
            self.contacts[contact.0]
                .bsuid
                .as_deref()
                .is_some_and(|known| known != user)
        });
        let number_differs = by_number.is_some_and(|number| number != contact);
        (!user_differs && !number_differs).then_some(contact)
    }

    /// Who has this number, in any of its forms; the exact form first.
    pub(super) fn find_number(&self, workspace: WorkspaceId, digits: &str) -> Option<At> {
        whatsapp::phone_variants::variants(digits)
            .iter()
            .find_map(|form| self.find(workspace, &phone_alias(form)))
    }

    /// Of two contacts, the one with a conversation going on; the one of the user id otherwise.
    fn in_touch(&self, account: AccountId, user: At, number: At) -> At {
        let talks = |contact| self.open.contains_key(&(contact, account));
        if talks(number) && !talks(user) {
            number
        } else {
            user
        }
    }

    /// Adds what a webhook tells of a contact's ids, where no other contact has them. What it tells
    /// of an earlier time than we know of already changes no number back. Whether the number changed.
    pub(super) fn learn(&mut self, contact: At, ids: Ids<'_>, telling: Telling) -> bool {
        let workspace = self.contacts[contact.0].workspace;
        let known = &self.contacts[contact.0];
        let late = match telling {
            Telling::Now(at) => known.number_at.is_some_and(|last| at < last),
            Telling::Once => true,
        };
        if let Some(user) = ids.user_id {
            let owner = self.find(workspace, user);
            if owner.is_none() {
                self.link(contact, user.to_owned());
                if !late || self.contacts[contact.0].bsuid.is_none() {
                    self.set_user_id(contact, user);
                }
            } else if owner == Some(contact) && !late && self.contacts[contact.0].bsuid.is_none() {
                self.set_user_id(contact, user);
            }
        }
        if let Some(parent) = ids.parent_user_id {
            let known = &mut self.contacts[contact.0];
            let differs = known.parent_bsuid.as_deref() != Some(parent);
            if differs && (!late || known.parent_bsuid.is_none()) {
                known.parent_bsuid = Some(parent.to_owned());
                known.changed = true;
            }
        }
        let Some(digits) = ids.wa_id else {
            return false;
        };
        // Any form of the number: a form of somebody else's number is theirs as well.
        let owner = self.find_number(workspace, digits);
        if owner.is_some_and(|owner| owner != contact) {
            return false;
        }
        let alias = phone_alias(digits);
        if self.find(workspace, &alias).is_none() {
            self.link(contact, alias);
        }
        let known = &self.contacts[contact.0];
        let missing = known.wa_id.is_none() && known.phone.is_none();
        if late && !missing {
            return false;
        }
        if let Telling::Now(at) = telling {
            // A time in the future must not shut out what comes until then.
            let at = at.min(self.now);
            let known = &mut self.contacts[contact.0];
            known.number_at = known.number_at.max(Some(at));
        }
        self.set_number(contact, digits)
    }

    fn set_user_id(&mut self, contact: At, user: &str) {
        let known = &mut self.contacts[contact.0];
        let old = known.bsuid.replace(user.to_owned());
        known.changed = true;
        if let Some(old) = old {
            self.tell(
                contact,
                "contact.user_id_changed",
                json!({"old": old, "new": user}),
            );
        }
    }

    /// WhatsApp says that this contact has this number now. Whether it is another one than before.
    fn set_number(&mut self, contact: At, digits: &str) -> bool {
        let known = &mut self.contacts[contact.0];
        if known.wa_id.as_deref() == Some(digits) {
            return false;
        }
        known.wa_id = Some(digits.to_owned());
        known.changed = true;
        // Another form of the number we have is no news to a person: keep the number as written.
        let same = known.phone.as_deref().is_some_and(|phone| {
            whatsapp::phone_variants::variants(digits)
                .iter()
                .any(|form| phone_alias(form) == phone)
        });
        let Ok(number) = PhoneNumber::from_wa_id(digits) else {
            return false;
        };
        // But people search for it as well.
        self.customer_of(contact).profile_changed = true;
        if same {
            return false;
        }
        let known = &mut self.contacts[contact.0];
        let old = known.phone.replace(number.as_str().to_owned());
        let customer = self.customer_of(contact);
        if customer.phone.replace(number.as_str().to_owned()).is_none() {
            customer.old_phone.clone_from(&old);
        }
        let Some(old) = old else { return false };
        let data = json!({"old": old, "new": number.as_str()});
        self.tell(contact, "contact.number_changed", data);
        true
    }

    pub(super) fn make(&mut self, line: Line, ids: Ids<'_>, at: Timestamp) -> At {
        let workspace = line.workspace;
        let source = line.origin.source();
        let number = ids
            .wa_id
            .and_then(|digits| PhoneNumber::from_wa_id(digits).ok());
        let country = number
            .as_ref()
            .and_then(PhoneNumber::country)
            .map(|region| region.as_str().to_owned())
            .or_else(|| country_of_user_id(ids.user_id?));
        let phone = number.map(|number| number.as_str().to_owned());
        let customer = At(self.customers.len());
        self.customers.push(Customer {
            phone: phone.clone(),
            country,
            source,
            ..Customer::stranger(workspace)
        });
        let contact = At(self.contacts.len());
        self.contacts.push(Contact {
            id: None,
            new: true,
            uuid: Uuid::now_v7(),
            workspace,
            customer,
            phone,
            wa_id: ids.wa_id.map(str::to_owned),
            bsuid: ids.user_id.map(str::to_owned),
            parent_bsuid: ids.parent_user_id.map(str::to_owned),
            username: None,
            profile_name: None,
            book_name: None,
            book_at: None,
            number_at: ids.wa_id.map(|_| at.min(self.now)),
            profile_at: None,
            changes_wait: false,
            account: Some(line.account),
            activity_at: at,
            last_inbound_at: None,
            last_message_at: None,
            created_at: self.now,
            changed: true,
        });
        if let Some(user) = ids.user_id
            && self.find(workspace, user).is_none()
        {
            self.link(contact, user.to_owned());
        }
        // Taken when the number, in any form, belongs to somebody with another user id.
        if let Some(digits) = ids.wa_id
            && self.find_number(workspace, digits).is_none()
        {
            self.link(contact, phone_alias(digits));
        }
        self.tell(contact, "customer.created", json!({"source": source}));
        contact
    }

    /// Takes over how the person calls themselves at this time, unless we know of a later one.
    pub(super) fn set_profile(&mut self, contact: At, person: &Person, at: Timestamp) {
        let known = &mut self.contacts[contact.0];
        if known.profile_at.is_some_and(|last| at < last) {
            return;
        }
        known.profile_at = Some(at.min(self.now));
        if let Some(username) = person.username.as_deref().map(cut_name) {
            let known = &mut self.contacts[contact.0];
            if known.username.as_deref() != Some(&username) {
                let old = known.username.replace(username.clone());
                known.changed = true;
                self.customer_of(contact).profile_changed = true;
                if let Some(old) = old {
                    let data = json!({"old": old, "new": username});
                    self.tell(contact, "contact.username_changed", data);
                }
            }
        }
        if let Some(name) = person
            .name
            .as_deref()
            .map(cut_name)
            .filter(|name| !name.is_empty())
        {
            self.set_profile_name(contact, name);
        }
    }

    fn set_profile_name(&mut self, contact: At, name: String) {
        let known = &mut self.contacts[contact.0];
        if known.profile_name.as_deref() == Some(&name) {
            return;
        }
        let old = known.profile_name.replace(name.clone());
        known.changed = true;
        // What the business itself calls them, on its phone, is worth more.
        let is_named = known.book_name.is_some();
        let customer = self.customer_of(contact);
        customer.profile_changed = true;
        if !is_named {
            customer.name = Some(name.clone());
        }
        if let Some(old) = old {
            let data = json!({"old": old, "new": name});
            self.tell(contact, "contact.profile_name_changed", data);
        }
    }
}

/// A name from outside without controls, cut to what is kept.
pub(super) fn cut_name(name: &str) -> String {
    let cut: String = name.chars().take(NAME_CHARS).collect();
    clean_line(&cut, NAME_CHARS).unwrap_or_default()
}

/// The country that a business-scoped user id begins with, such as `SA.13491…`.
pub(super) fn country_of_user_id(user_id: &str) -> Option<String> {
    let country = user_id.split_once('.')?.0;
    (country.len() == 2 && country.bytes().all(|byte| byte.is_ascii_uppercase()))
        .then(|| country.to_owned())
}
