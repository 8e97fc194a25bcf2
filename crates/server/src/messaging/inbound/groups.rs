//! Groups: what is said in them, and what happens to them. It is kept apart from people: no contact is
//! made or changed by it, no window opens, nothing is counted as a person's word.

use serde_json::json;
use whatsapp::webhook::{GroupPerson, Groups, Inbound, Person, person_of};

use super::decide::{Line, stored_kind};
use super::identity::cut_name;
use super::keys::{message_key, phone_alias};
use super::world::World;
use crate::groups::NewMessage;
use crate::kernel::clock::Timestamp;
use crate::kernel::key::key_of;

impl World {
    /// A message in a group.
    pub(super) fn group_message(
        &mut self,
        line: Line,
        group: &str,
        message: &Inbound,
        people: &[Person],
    ) {
        let (number, user_id) = (message.from.as_deref(), message.from_user_id.as_deref());
        let person = person_of(people, number, user_id);
        let or = |own: Option<&str>, beside: Option<&String>| {
            own.map(str::to_owned).or_else(|| beside.cloned())
        };
        let number = or(number, person.and_then(|person| person.wa_id.as_ref()));
        let name = person.and_then(|person| person.name.as_deref());
        self.group_messages.push(NewMessage {
            workspace: line.workspace,
            account: line.account,
            group: group.to_owned(),
            subject: None,
            key: message_key(&message.wamid),
            is_update: false,
            kind: stored_kind(message.kind).to_owned(),
            wamid: Some(message.wamid.clone()),
            number: number.as_deref().map(phone_alias),
            user_id: or(user_id, person.and_then(|person| person.user_id.as_ref())),
            name: name.map(cut_name).filter(|name| !name.is_empty()),
            at: Timestamp(message.timestamp),
            received_at: line.received_at,
            text: message.text.clone(),
            reply_to: message.reply_to.clone(),
            payload: message.payload.clone(),
        });
    }

    /// What happened to groups, each person it is about in an entry of their own: whoever is deleted
    /// takes theirs along.
    pub(super) fn group_updates(&mut self, line: Line, value: &Groups) {
        for update in &value.updates {
            let people: Vec<Option<&GroupPerson>> = match update.people.is_empty() {
                true => vec![None],
                false => update.people.iter().map(Some).collect(),
            };
            for person in people {
                let ids = person.map(|person| (&person.wa_id, &person.user_id));
                let said = json!([update.kind, update.timestamp, update.payload, ids]);
                let mut payload = update.payload.clone();
                if let Some(person) = person {
                    payload["person"] = person.payload.clone();
                }
                self.group_messages.push(NewMessage {
                    workspace: line.workspace,
                    account: line.account,
                    group: update.group_id.clone(),
                    subject: update.subject.as_deref().map(cut_name),
                    key: key_of(&said.to_string()),
                    is_update: true,
                    kind: update.kind.clone(),
                    wamid: None,
                    number: person.and_then(|it| it.wa_id.as_deref().map(phone_alias)),
                    user_id: person.and_then(|it| it.user_id.clone()),
                    name: None,
                    at: Timestamp(update.timestamp),
                    received_at: line.received_at,
                    text: None,
                    reply_to: None,
                    payload,
                });
            }
        }
    }
}
