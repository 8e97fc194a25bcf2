//! Which people and messages a batch names, so that they can be loaded in a few statements.

use std::collections::{BTreeMap, BTreeSet};

use uuid::Uuid;
use whatsapp::webhook::{ChangeKind, Content, Inbound, Past, Person};

use super::Webhook;
use crate::kernel::ids::{AccountId, WorkspaceId};
use crate::kernel::key::key_of;
use crate::sending::Reference;

/// The ids a batch names.
#[derive(Debug, Default)]
pub(super) struct Keys {
    /// `+digits` and user ids, with every form a number may have.
    pub(super) aliases: BTreeMap<WorkspaceId, BTreeSet<String>>,
    /// Keys of messages that are told of or referred to, by account.
    pub(super) messages: BTreeMap<AccountId, BTreeSet<Uuid>>,
    /// Of the numbers, those that have several forms.
    pub(super) several_forms: BTreeMap<WorkspaceId, BTreeSet<String>>,
    /// Keys of messages whose statuses are told.
    pub(super) statuses: BTreeMap<AccountId, BTreeSet<Uuid>>,
    /// Of those, the messages of ours that a status names by our own reference.
    pub(super) references: BTreeMap<AccountId, BTreeMap<Uuid, (Reference, String)>>,
    /// Keys of messages we did not send ourselves, whose statuses may have come first.
    pub(super) echoes: BTreeMap<AccountId, BTreeSet<Uuid>>,
    /// The same, of history: so many, that nobody waits for whoever may bring a status at once.
    pub(super) past: BTreeMap<AccountId, BTreeSet<Uuid>>,
    /// Keys of calls.
    pub(super) calls: BTreeMap<AccountId, BTreeSet<Uuid>>,
}

/// The fixed-size key of a message id: ids are long, and an index on all of one costs ingest.
pub fn message_key(wamid: &str) -> Uuid {
    key_of(wamid)
}

/// How a number is written in an alias.
pub(super) fn phone_alias(digits: &str) -> String {
    format!("+{digits}")
}

/// Everything that the webhooks of a batch name.
pub(super) fn collect(batch: &[Webhook]) -> Keys {
    let mut keys = Keys::default();
    for webhook in batch {
        for change in webhook.changes.iter().flatten() {
            let account = change
                .phone_number_id
                .as_ref()
                .and_then(|id| webhook.accounts.get(id));
            let Some(&account) = account else { continue };
            keys.change(webhook.workspace, account, &change.kind);
        }
    }
    keys
}

impl Keys {
    fn change(&mut self, workspace: WorkspaceId, account: AccountId, kind: &ChangeKind) {
        match kind {
            ChangeKind::Messages(value) | ChangeKind::Standby(value) => {
                self.people(workspace, &value.people);
                // What is said in a group is about no person.
                let messages = value.messages.iter();
                for message in messages.filter(|message| message.group_id.is_none()) {
                    self.person(
                        workspace,
                        message.from.as_deref(),
                        message.from_user_id.as_deref(),
                    );
                    self.message(workspace, account, message);
                }
                for status in &value.statuses {
                    self.person(
                        workspace,
                        status.recipient_id.as_deref(),
                        status.recipient_user_id.as_deref(),
                    );
                    self.wamid(account, &status.wamid);
                    let key = message_key(&status.wamid);
                    self.statuses.entry(account).or_default().insert(key);
                    let reference = status.callback_data.as_deref().map(str::parse);
                    if let Some(Ok(reference)) = reference {
                        let references = self.references.entry(account).or_default();
                        references.insert(key, (reference, status.wamid.clone()));
                    }
                }
            }
            ChangeKind::Echoes(value) => {
                self.people(workspace, &value.people);
                for echo in &value.echoes {
                    self.echoes
                        .entry(account)
                        .or_default()
                        .insert(message_key(&echo.message.wamid));
                    self.person(workspace, echo.to.as_deref(), echo.to_user_id.as_deref());
                    self.message(workspace, account, &echo.message);
                }
            }
            ChangeKind::UserPreferences(value) => {
                self.people(workspace, &value.people);
                for preference in &value.preferences {
                    self.person(
                        workspace,
                        preference.wa_id.as_deref(),
                        preference.user_id.as_deref(),
                    );
                }
            }
            ChangeKind::UserIdUpdate(updates) => {
                for update in updates {
                    self.id_change(workspace, &update.ids);
                }
            }
            ChangeKind::History(value) => {
                self.people(workspace, &value.people);
                for thread in value.chunks.iter().flat_map(|chunk| &chunk.threads) {
                    self.person(
                        workspace,
                        thread.wa_id.as_deref(),
                        thread.user_id.as_deref(),
                    );
                    for past in &thread.messages {
                        self.past(workspace, account, past);
                    }
                }
                for past in &value.messages {
                    let message = &past.message;
                    let (number, user_id) = (&message.from, &message.from_user_id);
                    self.person(workspace, number.as_deref(), user_id.as_deref());
                    self.person(workspace, past.to.as_deref(), past.to_user_id.as_deref());
                    self.past(workspace, account, past);
                }
            }
            ChangeKind::AppStateSync(value) => {
                for entry in &value.entries {
                    self.person(workspace, entry.number.as_deref(), None);
                }
            }
            ChangeKind::Calls(value) => {
                self.people(workspace, &value.people);
                for call in &value.calls {
                    self.person(workspace, call.number.as_deref(), call.user_id.as_deref());
                    self.call(account, &call.id);
                }
                for status in &value.statuses {
                    self.person(
                        workspace,
                        status.number.as_deref(),
                        status.user_id.as_deref(),
                    );
                    self.call(account, &status.id);
                }
            }
            _ => {}
        }
    }

    fn past(&mut self, workspace: WorkspaceId, account: AccountId, past: &Past) {
        let key = message_key(&past.message.wamid);
        self.past.entry(account).or_default().insert(key);
        self.message(workspace, account, &past.message);
    }

    fn call(&mut self, account: AccountId, id: &str) {
        self.wamid(account, id);
        let key = message_key(id);
        self.calls.entry(account).or_default().insert(key);
    }

    fn message(&mut self, workspace: WorkspaceId, account: AccountId, message: &Inbound) {
        self.wamid(account, &message.wamid);
        match &message.content {
            Content::Edit { target, .. }
            | Content::Revoke { target }
            | Content::Reaction { target, .. } => self.wamid(account, target),
            Content::System { ids, .. } => self.id_change(workspace, ids),
            Content::ContactRequestAnswer { phones } => {
                for phone in phones {
                    self.person(workspace, phone.number().as_deref(), None);
                }
            }
            _ => {}
        }
    }

    fn wamid(&mut self, account: AccountId, wamid: &str) {
        self.messages
            .entry(account)
            .or_default()
            .insert(message_key(wamid));
    }

    fn people(&mut self, workspace: WorkspaceId, people: &[Person]) {
        for person in people {
            self.person(
                workspace,
                person.wa_id.as_deref(),
                person.user_id.as_deref(),
            );
        }
    }

    fn id_change(&mut self, workspace: WorkspaceId, ids: &whatsapp::webhook::IdChange) {
        self.person(
            workspace,
            ids.old_wa_id.as_deref(),
            ids.old_user_id.as_deref(),
        );
        self.person(
            workspace,
            ids.new_wa_id.as_deref(),
            ids.new_user_id.as_deref(),
        );
    }

    fn person(&mut self, workspace: WorkspaceId, wa_id: Option<&str>, user_id: Option<&str>) {
        let aliases = self.aliases.entry(workspace).or_default();
        if let Some(digits) = wa_id {
            let forms = whatsapp::phone_variants::variants(digits);
            aliases.extend(forms.iter().map(|form| phone_alias(form)));
            if forms.len() > 1 {
                let several = self.several_forms.entry(workspace).or_default();
                several.insert(digits.to_owned());
            }
        }
        aliases.extend(user_id.map(str::to_owned));
    }
}
