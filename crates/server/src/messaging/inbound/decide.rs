//! What follows from a webhook: the rules, over the world in memory.

use serde_json::Value;
use uuid::Uuid;
use whatsapp::webhook::{
    Change, ChangeKind, Content, Echo, Inbound, MessageKind, Person, StatusKind, person_of,
};

use super::identity::Ids;
use super::keys::message_key;
use super::world::{
    At, Conversation, Edit, Known, MessageChange, NewMessage, Place, Referral, Revision, World,
};
use super::{Outcome, Webhook};
use crate::kernel::clock::Timestamp;
use crate::kernel::ids::{AccountId, WorkspaceId};

/// The number of one of our accounts, in one workspace, at one moment.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line {
    pub(super) workspace: WorkspaceId,
    pub(super) account: AccountId,
    pub(super) received_at: Timestamp,
    /// How it reaches us.
    pub(super) origin: Origin,
}

/// The way by which messages reach us.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Origin {
    /// Through the number, from the person or from us.
    Direct,
    /// Written by the business on its phone.
    Phone,
    /// Written by the business with another program.
    OtherApp,
    /// In a thread that another program answers.
    Standby,
    /// Said before the number was connected.
    History,
    /// An entry of the phone's address book.
    AddressBook,
}

impl Origin {
    /// The name, as stored with a message.
    fn name(self) -> Option<&'static str> {
        match self {
            Self::Direct | Self::AddressBook => None,
            Self::Phone => Some("phone"),
            Self::OtherApp => Some("other_app"),
            Self::Standby => Some("standby"),
            Self::History => Some("history"),
        }
    }

    /// How we come to know a customer by it.
    pub(super) fn source(self) -> &'static str {
        match self {
            Self::History => "history",
            Self::AddressBook => "address_book",
            _ => "inbound",
        }
    }
}

/// Takes one webhook into the world.
pub(super) fn webhook(world: &mut World, webhook: &Webhook) -> Outcome {
    let mut outcome = Outcome::done();
    let changes = match &webhook.changes {
        Ok(changes) => changes,
        Err(problem) => {
            outcome.note("failed", problem.as_str());
            return outcome;
        }
    };
    for change in changes {
        for broken in &change.unreadable {
            outcome.note(
                "failed",
                format!("{}[{}]: {}", broken.list, broken.index, broken.reason),
            );
        }
        self::change(world, webhook, change, &mut outcome);
    }
    outcome
}

fn change(world: &mut World, webhook: &Webhook, change: &Change, outcome: &mut Outcome) {
    if world.notice(webhook, change) {
        return;
    }
    let account = change
        .phone_number_id
        .as_ref()
        .and_then(|id| webhook.accounts.get(id));
    let Some(&account) = account else {
        let number = change.phone_number_id.as_deref().unwrap_or("none");
        outcome.note(
            "unrouted",
            format!(
                "{}: no account has the phone number id {number}",
                change.field
            ),
        );
        return;
    };
    let line = Line {
        workspace: webhook.workspace,
        account,
        received_at: webhook.received_at,
        origin: match &change.kind {
            ChangeKind::Echoes(_) if change.field == "message_echoes" => Origin::OtherApp,
            ChangeKind::Echoes(_) => Origin::Phone,
            ChangeKind::Standby(_) => Origin::Standby,
            ChangeKind::History(_) => Origin::History,
            ChangeKind::AppStateSync(_) => Origin::AddressBook,
            _ => Origin::Direct,
        },
    };
    match &change.kind {
        ChangeKind::Messages(value) | ChangeKind::Standby(value) => {
            for message in &value.messages {
                match &message.group_id {
                    Some(group) => world.group_message(line, group, message, &value.people),
                    None => world.message(line, message, &value.people, outcome),
                }
            }
            for status in &value.statuses {
                world.status(line, status, &value.people);
            }
        }
        ChangeKind::History(value) => {
            world.history(line, value, change.display_phone_number.as_deref(), outcome);
        }
        ChangeKind::AppStateSync(value) => world.address_book(line, value, outcome),
        ChangeKind::Groups(value) => world.group_updates(line, value),
        ChangeKind::Calls(value) => world.calls(line, value, outcome),
        ChangeKind::Echoes(value) => {
            for echo in &value.echoes {
                if !world.echo(line, echo, &value.people) {
                    outcome.note("failed", "an echo without a recipient");
                }
            }
        }
        ChangeKind::UserPreferences(value) => world.preferences(line, value, outcome),
        ChangeKind::UserIdUpdate(updates) => {
            for update in updates {
                let at = update.timestamp.map_or(line.received_at, Timestamp);
                let known = world.ids_changed(line, &update.ids, at, "user_id_update");
                if known.is_none() {
                    outcome.note("kept", "other ids of somebody we do not know");
                }
            }
        }
        _ => outcome.note("kept", format!("nothing uses `{}` yet", change.field)),
    }
}

impl World {
    fn message(&mut self, line: Line, message: &Inbound, people: &[Person], outcome: &mut Outcome) {
        if message.kind == MessageKind::System {
            let about_somebody = match &message.content {
                Content::System { kind, ids } => self.system(line, message, (kind, ids)),
                _ => false,
            };
            if !about_somebody {
                outcome.note("kept", "a system message about nobody we know");
            }
        } else if !self.inbound(line, message, people) {
            let kind = message.kind.as_str();
            outcome.note("failed", format!("a message without a sender ({kind})"));
        }
    }

    /// Takes a message in. False when nobody can be found to have sent it.
    fn inbound(&mut self, line: Line, message: &Inbound, people: &[Person]) -> bool {
        let key = (line.account, message_key(&message.wamid));
        if self.known.contains_key(&key) {
            return true; // delivered again
        }
        let person = person_of(
            people,
            message.from.as_deref(),
            message.from_user_id.as_deref(),
        );
        let ids = Ids {
            wa_id: message.from.as_deref(),
            user_id: message.from_user_id.as_deref(),
            parent_user_id: message.from_parent_user_id.as_deref(),
        }
        .with(person);
        let at = Timestamp(message.timestamp);
        let Some(contact) = self.contact(line, ids, at) else {
            return false;
        };
        if let Some(person) = person {
            self.set_profile(contact, person, at);
        }
        if let Content::ContactRequestAnswer { phones } = &message.content {
            self.own_number(contact, phones, at);
        }
        let place = self.place(line, contact, message, at);
        self.act_on(line, contact, message);
        if speaks(message) {
            // What another program answers is not for the team to see to.
            let is_ours = line.origin != Origin::Standby;
            self.count_inbound(line, contact, place, at, is_ours);
            if message
                .payload
                .get("referral")
                .is_some_and(Value::is_object)
            {
                self.referrals.push(Referral {
                    contact,
                    account: line.account,
                    at,
                });
            }
        }
        self.tell_of_call_permission(contact, message);
        self.store(line, contact, place, message, None);
        true
    }

    /// A message that the business sent from its phone or another program.
    fn echo(&mut self, line: Line, echo: &Echo, people: &[Person]) -> bool {
        let message = &echo.message;
        if self
            .known
            .contains_key(&(line.account, message_key(&message.wamid)))
        {
            return true;
        }
        let ids = Ids {
            wa_id: echo.to.as_deref(),
            user_id: echo.to_user_id.as_deref(),
            parent_user_id: echo.to_parent_user_id.as_deref(),
        };
        let person = person_of(people, ids.wa_id, ids.user_id);
        let ids = ids.with(person);
        let at = Timestamp(message.timestamp);
        let Some(contact) = self.contact(line, ids, at) else {
            return false;
        };
        if let Some(person) = person {
            self.set_profile(contact, person, at);
        }
        let place = self.place(line, contact, message, at);
        self.act_on(line, contact, message);
        if speaks(message) {
            self.count_outbound(contact, place, at);
        }
        self.store(line, contact, place, message, Some(StatusKind::Sent));
        true
    }

    /// The conversation a message belongs to: that of the message it changes, else the open one,
    /// else a new one. A conversation counts once something is said in it.
    fn place(&mut self, line: Line, contact: At, message: &Inbound, at: Timestamp) -> Place {
        self.place_of_target(line, contact, message)
            .unwrap_or_else(|| Place::Here(self.present(line, contact, at)))
    }

    /// The conversation of the message that this one is about.
    pub(super) fn place_of_target(
        &self,
        line: Line,
        contact: At,
        message: &Inbound,
    ) -> Option<Place> {
        let key = message_key(target_of(message)?);
        self.place_of(line.account, contact, key)
    }

    /// The conversation of this message of the contact's.
    pub(super) fn place_of(&self, account: AccountId, contact: At, key: Uuid) -> Option<Place> {
        match self.known.get(&(account, key))? {
            Known { new: Some(new), .. } if self.messages[*new].contact == contact => {
                Some(self.messages[*new].conversation)
            }
            Known {
                conversation: Some(conversation),
                contact: Some(owner),
                ..
            } if self.contacts[contact.0].id == Some(*owner) => {
                let here = self.here(*conversation).map(Place::Here);
                Some(here.unwrap_or(Place::Stored(*conversation)))
            }
            _ => None,
        }
    }

    /// The conversation that goes on, or a new one. One that another program answers waits for us.
    pub(super) fn present(&mut self, line: Line, contact: At, at: Timestamp) -> At {
        if let Some(&open) = self.open.get(&(contact, line.account)) {
            return open;
        }
        let status = match line.origin {
            Origin::Standby => "pending",
            _ => "open",
        };
        let place = self.begin(line, contact, at, status);
        self.open.insert((contact, line.account), place);
        place
    }

    /// A conversation to be made.
    pub(super) fn begin(
        &mut self,
        line: Line,
        contact: At,
        at: Timestamp,
        status: &'static str,
    ) -> At {
        let place = At(self.conversations.len());
        self.conversations.push(Conversation {
            id: None,
            uuid: uuid::Uuid::now_v7(),
            workspace: line.workspace,
            contact,
            account: line.account,
            status: status.to_owned(),
            is_history: line.origin == Origin::History,
            started_at: at,
            last_message_at: at,
            last_inbound_at: None,
            last_outbound_at: None,
            category: None,
            spoken: false,
            messages: 0,
            unread: 0,
            changed: true,
        });
        place
    }

    fn here(&self, conversation: crate::kernel::ids::ConversationId) -> Option<At> {
        self.conversations
            .iter()
            .position(|known| known.id == Some(conversation))
            .map(At)
    }

    /// Applies edits and revokes to the message they name, or lets them wait for it.
    pub(super) fn act_on(&mut self, line: Line, contact: At, message: &Inbound) {
        let at = Timestamp(message.timestamp);
        let (target, edit) = match &message.content {
            // Without a new version there is nothing to show instead of the old one.
            Content::Edit { payload, .. } if !payload.is_object() => return,
            Content::Edit {
                target,
                text,
                payload,
                ..
            } => (target, Some((text.clone(), payload.clone(), at))),
            Content::Revoke { target } => (target, None),
            _ => return,
        };
        let key = (line.account, message_key(target));
        let revision = Revision { contact, at, edit };
        if self.known.contains_key(&key) {
            self.revise(key, revision);
        } else {
            let known = &mut self.contacts[contact.0];
            known.changes_wait = true;
            known.changed = true;
            self.early.entry(key).or_default().push(revision);
        }
    }

    /// Changes a message. Only the two sides of a conversation may change what was said in it.
    fn revise(&mut self, key: (AccountId, Uuid), revision: Revision) {
        let owner = self.contacts[revision.contact.0].id;
        let Some(known) = self.known.get_mut(&key) else {
            return;
        };
        let (edited, revoked_at) = match known.new {
            Some(new) if self.messages[new].contact == revision.contact => {
                let target = &mut self.messages[new];
                (&mut target.edited, &mut target.revoked_at)
            }
            None if owner.is_some() && known.contact == owner => {
                (&mut known.change.edit, &mut known.change.revoked_at)
            }
            _ => return,
        };
        let earlier = |(_, _, last): &Edit| *last <= revision.at;
        match revision.edit {
            Some(edit) if edited.as_ref().is_none_or(earlier) => *edited = Some(edit),
            Some(_) => {}
            None => *revoked_at = Some(revision.at),
        }
    }

    pub(super) fn store(
        &mut self,
        line: Line,
        contact: At,
        conversation: Place,
        message: &Inbound,
        status: Option<StatusKind>,
    ) {
        let key = message_key(&message.wamid);
        let known = Known {
            id: None,
            new: Some(self.messages.len()),
            workspace: line.workspace,
            conversation: None,
            contact: None,
            outbound: status.is_some(),
            status: status.as_ref().map(|status| status.as_str().to_owned()),
            at: Timestamp(message.timestamp),
            category: None,
            pricing: None,
            country: None,
            counted: None,
            is_past: line.origin == Origin::History,
            is_placeholder: message.kind == MessageKind::MediaPlaceholder,
            wamid: None,
            change: MessageChange::default(),
        };
        let known = self.known.entry((line.account, key)).or_insert(known);
        let waiting = self.waiting.remove(&(line.account, key));
        for waiting in waiting.iter().flatten() {
            known.apply(waiting);
        }
        for waiting in waiting.iter().flatten() {
            self.learn_price(line, key, waiting);
        }
        self.messages.push(NewMessage {
            key,
            wamid: message.wamid.clone(),
            conversation,
            contact,
            account: line.account,
            outbound: status.is_some(),
            origin: line.origin.name(),
            kind: stored_kind(message.kind),
            at: Timestamp(message.timestamp),
            received_at: line.received_at,
            text: message.text.clone(),
            payload: message.payload.clone(),
            target_key: target_of(message).map(message_key),
            reply_to: message.reply_to.clone(),
            errors: (!message.errors.is_empty()).then(|| message.payload["errors"].clone()),
            media: message.media.clone(),
            edited: None,
            revoked_at: None,
        });
        for revision in self.early.remove(&(line.account, key)).unwrap_or_default() {
            self.revise((line.account, key), revision);
        }
    }
}

/// Whether a message says something, rather than changing or marking what was said. Only such a
/// message opens the window and counts; for the others Meta does not promise a window.
pub(super) fn speaks(message: &Inbound) -> bool {
    match message.kind {
        MessageKind::Reaction | MessageKind::Edit | MessageKind::Revoke => false,
        // As which they come to numbers that are not on a phone as well.
        MessageKind::Unsupported => !matches!(
            message.payload["unsupported"]["type"].as_str(),
            Some("edit" | "revoke" | "reaction")
        ),
        _ => true,
    }
}

/// The message that a reaction, edit or revoke is about.
fn target_of(message: &Inbound) -> Option<&str> {
    match &message.content {
        Content::Edit { target, .. }
        | Content::Revoke { target }
        | Content::Reaction { target, .. } => Some(target),
        _ => None,
    }
}

/// The type as stored: a tap on a template's button is an interactive answer like any other tap.
pub(super) fn stored_kind(kind: MessageKind) -> &'static str {
    match kind {
        MessageKind::Button => MessageKind::Interactive.as_str(),
        kind => kind.as_str(),
    }
}
