//! What statuses tell of costs: how each message is counted, what Meta charges as a whole, and that a
//! message was free because of an entry point.
//!
//! A message is counted by the difference between what it was counted as before the batch and what it
//! is after it, so that statuses told twice or in another order end in the same totals.

use std::collections::BTreeMap;

use uuid::Uuid;
use whatsapp::webhook::{Pricing, Status, StatusKind};

use super::decide::Line;
use super::world::{Charged, Known, ToldFree, World};
use crate::costs::{self, Entry};
use crate::db::{self, Tx, sql};
use crate::kernel::clock::Timestamp;
use crate::kernel::ids::{AccountId, WorkspaceId};
use crate::kernel::key::key_of;
use crate::kernel::phone::PhoneNumber;

use super::identity::country_of_user_id;

/// Where a message is counted, and whether as one that is charged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Counted {
    pub(super) entry: Entry,
    pub(super) is_billable: bool,
}

/// Whether Meta charges the conversation of its own that a message belongs to, and not the message.
fn is_by_conversation(pricing: &Pricing) -> bool {
    pricing.model.as_deref() == Some("CBP")
}

impl Known {
    /// How the message is to be counted as far as is known: with the price that Meta told; without one
    /// once it is delivered, which is when Meta charges; not at all when it failed.
    pub(super) fn count(&self, account: AccountId) -> Option<Counted> {
        let status = StatusKind::from_name(self.status.as_deref()?);
        let is_delivered = status.rank() >= StatusKind::Delivered.rank();
        let is_counted = match &self.pricing {
            Some(_) => status != StatusKind::Failed,
            None => is_delivered && !self.is_past,
        };
        (self.outbound && is_counted).then(|| Counted {
            entry: self.entry(account),
            is_billable: self.pricing.as_ref().is_some_and(is_billable),
        })
    }

    fn entry(&self, account: AccountId) -> Entry {
        let pricing = self.pricing.as_ref();
        Entry::new(
            (account, self.at),
            pricing.and_then(|pricing| pricing.category.as_deref()),
            pricing.and_then(|pricing| match is_by_conversation(pricing) {
                true => Some("conversation"),
                false => pricing.kind.as_deref(),
            }),
            self.country.as_deref(),
        )
    }
}

/// Whether Meta charges the message itself. The flag is to go, so the type decides where it is known.
fn is_billable(pricing: &Pricing) -> bool {
    match pricing.kind.as_deref() {
        _ if is_by_conversation(pricing) => false,
        Some("regular") => pricing.subtype.as_deref() != Some("paid_exempt"),
        Some(kind) if kind.starts_with("free_") => false,
        _ => pricing.billable == Some(true),
    }
}

impl World {
    /// Notes what a status of a message of ours tells beside its state.
    pub(super) fn learn_price(&mut self, line: Line, key: Uuid, status: &Status) {
        let Some(known) = self.known.get_mut(&(line.account, key)) else {
            return;
        };
        if known.country.is_none() {
            known.country = country_of(status);
        }
        let Some(pricing) = &status.pricing else {
            return;
        };
        let conversation = status.conversation.as_ref();
        let by_entry =
            conversation.filter(|it| it.origin.as_deref() == Some("referral_conversion"));
        if by_entry.is_some() || pricing.kind.as_deref() == Some("free_entry_point") {
            self.free.push(ToldFree {
                account: line.account,
                key,
                expires_at: by_entry.and_then(|it| it.expiration).map(Timestamp),
            });
        }
        if is_by_conversation(pricing)
            && pricing.billable == Some(true)
            && let Some(id) = conversation.and_then(|it| it.id.as_deref())
        {
            self.charged.push(Charged {
                workspace: line.workspace,
                account: line.account,
                conversation: key_of(id),
                message: key,
            });
        }
    }
}

/// The country of the person a status is for.
fn country_of(status: &Status) -> Option<String> {
    let number = status.recipient_id.as_deref();
    let number = number.and_then(|digits| PhoneNumber::from_wa_id(digits).ok());
    let of_number = number.as_ref().and_then(PhoneNumber::country);
    let of_number = of_number.map(|region| region.as_str().to_owned());
    of_number.or_else(|| country_of_user_id(status.recipient_user_id.as_deref()?))
}

/// Adds what changed to the totals. Last, because every node adds to the same few rows.
pub(super) async fn write(tx: &mut Tx, world: &World) -> db::Result<()> {
    let mut changes: BTreeMap<(WorkspaceId, Entry), (i64, i64)> = BTreeMap::new();
    let mut add = |workspace: WorkspaceId, entry: Entry, messages: i64, billable: i64| {
        let change = changes.entry((workspace, entry)).or_default();
        *change = (change.0 + messages, change.1 + billable);
    };
    for ((account, _), known) in &world.known {
        let after = known.count(*account);
        if after == known.counted {
            continue;
        }
        for (counted, sign) in [(&known.counted, -1), (&after, 1)] {
            if let Some(counted) = counted {
                let billable = sign * i64::from(counted.is_billable);
                add(known.workspace, counted.entry.clone(), sign, billable);
            }
        }
    }
    for charged in newly_charged(tx, world).await? {
        let known = world.known.get(&(charged.account, charged.message));
        if let Some(known) = known {
            add(charged.workspace, known.entry(charged.account), 0, 1);
        }
    }
    costs::add(tx, changes).await
}

/// The conversations that were not charged before, each with a message of it.
async fn newly_charged<'a>(tx: &mut Tx, world: &'a World) -> db::Result<Vec<&'a Charged>> {
    let made: Vec<(AccountId, Uuid)> = sql(
        "INSERT INTO charged_conversations (account_id, conversation_key, workspace_id)
         SELECT v.* FROM $rows(account_id BIGINT, conversation_key UUID, workspace_id BIGINT) v
         WHERE true ON CONFLICT DO NOTHING RETURNING account_id, conversation_key",
    )
    .rows(world.charged.iter().map(|charged| {
        vec![
            charged.account.into(),
            charged.conversation.into(),
            charged.workspace.into(),
        ]
    }))
    .all(tx)
    .await?;
    let found = made.into_iter().filter_map(|made| {
        let is_it = |charged: &&Charged| (charged.account, charged.conversation) == made;
        world.charged.iter().find(is_it)
    });
    Ok(found.collect())
}
