//! What a batch knows and what it will change: people, conversations and messages in memory.
//!
//! Rows that exist have an id; rows to be made get theirs when they are written. Counters are kept
//! as differences, so that they add to whatever others wrote meanwhile.

use std::collections::HashMap;

use serde_json::Value;
use uuid::Uuid;
use whatsapp::webhook::{MediaRef, Pricing, Status, TemplateUpdate};

use super::calls::Call;
use super::costs::Counted;
use super::progress::Shared;
use crate::access::Actor;
use crate::groups;
use crate::kernel::clock::Timestamp;
use crate::kernel::ids::{
    AccountId, ContactId, ConversationId, CustomerId, MessageId, WorkspaceId,
};

/// The channel of everything in here.
pub(super) const CHANNEL: &str = "whatsapp";

/// The place of a customer, contact or conversation in its list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct At(pub(super) usize);

/// Everything a batch touches.
#[derive(Debug)]
pub(super) struct World {
    pub(super) now: Timestamp,
    pub(super) customers: Vec<Customer>,
    pub(super) contacts: Vec<Contact>,
    pub(super) conversations: Vec<Conversation>,
    /// Who is known by which id: `+digits` or a user id.
    pub(super) aliases: HashMap<(WorkspaceId, String), At>,
    /// The conversation of a contact and account that is not resolved.
    pub(super) open: HashMap<(At, AccountId), At>,
    /// The conversation of a contact and account that has what was said before we were connected.
    pub(super) past: HashMap<(At, AccountId), At>,
    /// Calls that are stored already or will be.
    pub(super) calls: HashMap<(AccountId, Uuid), Call>,
    /// Messages that are stored already or will be, by account and key.
    pub(super) known: HashMap<(AccountId, Uuid), Known>,
    /// Statuses that came before the message they are of.
    pub(super) waiting: HashMap<(AccountId, Uuid), Vec<Status>>,
    /// Edits and revokes that came before the message they are of.
    pub(super) early: HashMap<(AccountId, Uuid), Vec<Revision>>,
    pub(super) messages: Vec<NewMessage>,
    pub(super) statuses: Vec<NewStatus>,
    pub(super) new_aliases: Vec<(WorkspaceId, String, At)>,
    pub(super) events: Vec<NewEvent>,
    pub(super) duplicates: Vec<Duplicate>,
    pub(super) preferences: Vec<NewPreference>,
    pub(super) notices: Vec<Notice>,
    /// Messages from ads, and what else is known of free entry points.
    pub(super) referrals: Vec<Referral>,
    pub(super) free: Vec<ToldFree>,
    /// Conversations that Meta charges as a whole.
    pub(super) charged: Vec<Charged>,
    pub(super) group_messages: Vec<groups::NewMessage>,
    /// How far the history of an account has come.
    pub(super) shared: HashMap<AccountId, Shared>,
}

/// A message from an ad.
#[derive(Debug)]
pub(super) struct Referral {
    pub(super) contact: At,
    pub(super) account: AccountId,
    pub(super) at: Timestamp,
}

/// Meta said that a message was free because of an entry point.
#[derive(Debug)]
pub(super) struct ToldFree {
    pub(super) account: AccountId,
    /// The message's key.
    pub(super) key: Uuid,
    /// When it ends, where Meta says so.
    pub(super) expires_at: Option<Timestamp>,
}

/// Meta charges this conversation of its own, to which a message belongs.
#[derive(Debug)]
pub(super) struct Charged {
    pub(super) workspace: WorkspaceId,
    pub(super) account: AccountId,
    /// Of Meta's id of the conversation.
    pub(super) conversation: Uuid,
    /// The message's key.
    pub(super) message: Uuid,
}

/// What a batch makes of a customer. The row itself is neither read nor locked: members change it
/// meanwhile, so only what this batch has to say is written over it.
#[derive(Debug)]
pub(super) struct Customer {
    /// `None` while the customer is yet to be made.
    pub(super) id: Option<CustomerId>,
    pub(super) new: bool,
    pub(super) uuid: Uuid,
    pub(super) workspace: WorkspaceId,
    /// How the person calls themselves now; counts only while nobody of the team has set a name.
    pub(super) name: Option<String>,
    /// The number of a contact that got another one, and the number it had.
    pub(super) phone: Option<String>,
    pub(super) old_phone: Option<String>,
    /// Of a new customer; ISO 3166-1 alpha-2.
    pub(super) country: Option<String>,
    /// The profile changed, so it is written and found anew.
    pub(super) profile_changed: bool,
    pub(super) conversations: i64,
    pub(super) inbound: Tally,
    pub(super) outbound: Tally,
    /// The latest inbound message of history.
    pub(super) past_inbound: Option<Timestamp>,
    /// Of a new customer: how we came to know them.
    pub(super) source: &'static str,
}

impl Customer {
    /// A customer that is stored.
    pub(super) fn known(id: CustomerId, workspace: WorkspaceId) -> Self {
        Self {
            id: Some(id),
            new: false,
            profile_changed: false,
            ..Self::stranger(workspace)
        }
    }

    /// A customer to be made.
    pub(super) fn stranger(workspace: WorkspaceId) -> Self {
        Self {
            id: None,
            new: true,
            uuid: Uuid::now_v7(),
            workspace,
            name: None,
            phone: None,
            old_phone: None,
            country: None,
            profile_changed: true,
            conversations: 0,
            inbound: Tally::default(),
            outbound: Tally::default(),
            past_inbound: None,
            source: "inbound",
        }
    }
}

/// How many messages a batch adds in one direction, and when the first and last of them were.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Tally {
    pub(super) count: i64,
    pub(super) first: Option<Timestamp>,
    pub(super) last: Option<Timestamp>,
}

impl Tally {
    pub(super) fn add(&mut self, at: Timestamp) {
        self.count += 1;
        self.first = Some(self.first.map_or(at, |first| first.min(at)));
        self.last = self.last.max(Some(at));
    }
}

/// A contact as it will be written.
#[derive(Debug)]
pub(super) struct Contact {
    pub(super) id: Option<ContactId>,
    pub(super) new: bool,
    pub(super) uuid: Uuid,
    pub(super) workspace: WorkspaceId,
    pub(super) customer: At,
    pub(super) phone: Option<String>,
    pub(super) wa_id: Option<String>,
    pub(super) bsuid: Option<String>,
    pub(super) parent_bsuid: Option<String>,
    pub(super) username: Option<String>,
    pub(super) profile_name: Option<String>,
    /// What the business's phone calls them, and since when.
    pub(super) book_name: Option<String>,
    pub(super) book_at: Option<Timestamp>,
    /// When WhatsApp last said that the number is theirs, and the names; written along with changes.
    pub(super) number_at: Option<Timestamp>,
    pub(super) profile_at: Option<Timestamp>,
    /// Edits or revokes of theirs wait, or have waited, for the message they are of.
    pub(super) changes_wait: bool,
    pub(super) account: Option<AccountId>,
    pub(super) activity_at: Timestamp,
    pub(super) last_inbound_at: Option<Timestamp>,
    pub(super) last_message_at: Option<Timestamp>,
    pub(super) created_at: Timestamp,
    pub(super) changed: bool,
}

/// A conversation as it will be written, with the differences of the counters.
#[derive(Debug)]
pub(super) struct Conversation {
    pub(super) id: Option<ConversationId>,
    pub(super) uuid: Uuid,
    pub(super) workspace: WorkspaceId,
    pub(super) contact: At,
    pub(super) account: AccountId,
    pub(super) status: String,
    /// Whether it has what was said before we were connected.
    pub(super) is_history: bool,
    pub(super) started_at: Timestamp,
    pub(super) last_message_at: Timestamp,
    pub(super) last_inbound_at: Option<Timestamp>,
    pub(super) last_outbound_at: Option<Timestamp>,
    pub(super) category: Option<String>,
    /// Whether anything was said in it before this batch.
    pub(super) spoken: bool,
    pub(super) messages: i64,
    pub(super) unread: i64,
    pub(super) changed: bool,
}

/// The new text and payload of a message, and when it was edited.
pub(super) type Edit = (Option<String>, Value, Timestamp);

/// What somebody does to a message of theirs.
#[derive(Debug)]
pub(super) struct Revision {
    pub(super) contact: At,
    pub(super) at: Timestamp,
    /// The new version; `None` takes the message back.
    pub(super) edit: Option<Edit>,
}

/// A message that is stored, or that this batch will store.
#[derive(Debug)]
pub(super) struct Known {
    /// `None` while this batch has yet to store it.
    pub(super) id: Option<MessageId>,
    /// Where it is in `messages`, when this batch stores it.
    pub(super) new: Option<usize>,
    pub(super) workspace: WorkspaceId,
    pub(super) conversation: Option<ConversationId>,
    pub(super) contact: Option<ContactId>,
    pub(super) outbound: bool,
    pub(super) status: Option<String>,
    /// WhatsApp's own time of it, and what it costs, of a stored one.
    pub(super) at: Timestamp,
    pub(super) category: Option<String>,
    pub(super) pricing: Option<Pricing>,
    /// The recipient's, as far as costs know it.
    pub(super) country: Option<String>,
    /// How it is counted among the costs at present.
    pub(super) counted: Option<Counted>,
    /// Whether it is of the history, and has only a placeholder for its file.
    pub(super) is_past: bool,
    pub(super) is_placeholder: bool,
    /// Meta's id of it, when a status told that first.
    pub(super) wamid: Option<String>,
    /// What a status, edit or revoke in this batch makes of it.
    pub(super) change: MessageChange,
}

/// What this batch changes about a message that was stored before.
#[derive(Debug, Default)]
pub(super) struct MessageChange {
    pub(super) status: Option<(String, Timestamp)>,
    pub(super) category: Option<String>,
    pub(super) pricing: Option<Value>,
    /// What went wrong; told with every status, as one that moves on takes errors away.
    pub(super) errors: Option<Value>,
    /// The new text and payload, and when it was edited.
    pub(super) edit: Option<Edit>,
    pub(super) revoked_at: Option<Timestamp>,
    /// The file that there was only a placeholder for.
    pub(super) filled: Option<Box<Filled>>,
    /// A call that went on, and when it began.
    pub(super) call: Option<(Value, Timestamp)>,
}

/// What takes the place of a placeholder.
#[derive(Debug)]
pub(super) struct Filled {
    pub(super) kind: &'static str,
    pub(super) text: Option<String>,
    pub(super) payload: Value,
    pub(super) media: Option<MediaRef>,
}

/// A message to be stored.
#[derive(Debug)]
pub(super) struct NewMessage {
    pub(super) key: Uuid,
    pub(super) wamid: String,
    pub(super) conversation: Place,
    pub(super) contact: At,
    pub(super) account: AccountId,
    pub(super) outbound: bool,
    /// By which way it came, if not through us.
    pub(super) origin: Option<&'static str>,
    pub(super) kind: &'static str,
    pub(super) at: Timestamp,
    pub(super) received_at: Timestamp,
    pub(super) text: Option<String>,
    pub(super) payload: Value,
    /// The message that a reaction, edit or revoke is about.
    pub(super) target_key: Option<Uuid>,
    pub(super) reply_to: Option<String>,
    /// Why Meta could not hand it on, or its media.
    pub(super) errors: Option<Value>,
    /// The file to fetch from WhatsApp.
    pub(super) media: Option<MediaRef>,
    pub(super) edited: Option<Edit>,
    pub(super) revoked_at: Option<Timestamp>,
}

/// The conversation a message goes to: one of this batch, or a stored one found by its message.
#[derive(Debug, Clone, Copy)]
pub(super) enum Place {
    Here(At),
    Stored(ConversationId),
}

/// A status to be kept.
#[derive(Debug)]
pub(super) struct NewStatus {
    pub(super) workspace: WorkspaceId,
    pub(super) account: AccountId,
    pub(super) key: Uuid,
    pub(super) status: Status,
    pub(super) received_at: Timestamp,
}

/// An entry for a timeline.
#[derive(Debug)]
pub(super) struct NewEvent {
    pub(super) customer: At,
    pub(super) kind: &'static str,
    pub(super) actor: Actor,
    pub(super) data: Value,
    /// The message that tells it; `data` has its wamid. What it tells stands in the timeline once.
    pub(super) once: Option<Uuid>,
}

/// Two customers that may be one person.
#[derive(Debug)]
pub(super) struct Duplicate {
    pub(super) one: At,
    pub(super) other: At,
    pub(super) reason: &'static str,
    pub(super) data: Value,
}

/// A person allowed or refused marketing through WhatsApp itself.
#[derive(Debug)]
pub(super) struct NewPreference {
    pub(super) contact: At,
    pub(super) granted: bool,
    pub(super) detail: Option<String>,
    pub(super) at: Timestamp,
}

/// Something Meta said about a template, a number or a business account.
#[derive(Debug)]
pub(super) struct Notice {
    pub(super) workspace: WorkspaceId,
    pub(super) app: crate::kernel::ids::AppId,
    pub(super) waba_id: Option<String>,
    pub(super) phone_number_id: Option<String>,
    pub(super) display_phone: Option<String>,
    pub(super) field: String,
    /// What happened, within the field.
    pub(super) event: Option<String>,
    pub(super) data: Value,
    pub(super) limit: Option<String>,
    pub(super) verified_name: Option<String>,
    /// What it says of a template, which it then is about.
    pub(super) template: Option<Box<TemplateUpdate>>,
    /// When it happened, where Meta says so.
    pub(super) told_at: Option<Timestamp>,
    pub(super) received_at: Timestamp,
}

impl World {
    pub(super) fn new(now: Timestamp) -> Self {
        Self {
            now,
            customers: Vec::new(),
            contacts: Vec::new(),
            conversations: Vec::new(),
            aliases: HashMap::new(),
            open: HashMap::new(),
            past: HashMap::new(),
            calls: HashMap::new(),
            known: HashMap::new(),
            waiting: HashMap::new(),
            early: HashMap::new(),
            messages: Vec::new(),
            statuses: Vec::new(),
            new_aliases: Vec::new(),
            events: Vec::new(),
            duplicates: Vec::new(),
            preferences: Vec::new(),
            notices: Vec::new(),
            referrals: Vec::new(),
            free: Vec::new(),
            charged: Vec::new(),
            group_messages: Vec::new(),
            shared: HashMap::new(),
        }
    }

    pub(super) fn customer_of(&mut self, contact: At) -> &mut Customer {
        let customer = self.contacts[contact.0].customer;
        &mut self.customers[customer.0]
    }

    /// Writes an event into the timeline of the contact's customer.
    pub(super) fn tell(&mut self, contact: At, kind: &'static str, data: Value) {
        let customer = self.contacts[contact.0].customer;
        self.events.push(NewEvent {
            customer,
            kind,
            actor: Actor::Customer,
            data,
            once: None,
        });
    }

    /// Writes what a message tells into the timeline, however often it is told.
    pub(super) fn tell_once(&mut self, contact: At, kind: &'static str, data: Value, once: Uuid) {
        if self.events.iter().all(|event| event.once != Some(once)) {
            self.tell(contact, kind, data);
            if let Some(event) = self.events.last_mut() {
                event.once = Some(once);
            }
        }
    }

    /// Who is known by this id.
    pub(super) fn find(&self, workspace: WorkspaceId, alias: &str) -> Option<At> {
        self.aliases.get(&(workspace, alias.to_owned())).copied()
    }

    /// Lets a contact be known by this id from now on. The id must be free.
    pub(super) fn link(&mut self, contact: At, alias: String) {
        let workspace = self.contacts[contact.0].workspace;
        self.aliases.insert((workspace, alias.clone()), contact);
        self.new_aliases.push((workspace, alias, contact));
    }

    /// Flags two people for a person to decide; the same person twice is nothing.
    pub(super) fn flag(&mut self, one: At, other: At, reason: &'static str, data: Value) {
        let (one, other) = (
            self.contacts[one.0].customer,
            self.contacts[other.0].customer,
        );
        let known = |seen: &Duplicate| {
            (seen.one, seen.other) == (one, other) || (seen.other, seen.one) == (one, other)
        };
        if one != other && !self.duplicates.iter().any(known) {
            self.duplicates.push(Duplicate {
                one,
                other,
                reason,
                data,
            });
        }
    }
}
