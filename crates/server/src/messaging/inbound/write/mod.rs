//! Writes what a batch changed: set by set, in an order that gives every row the ids it refers to.
mod changes;
mod people;
mod thread;
mod traces;

use super::world::{At, Place, World};
use super::{Outcome, Webhook};
use crate::app::App;
use crate::db::{self, Tx};
use crate::entry_points::{self, Told};
use crate::groups;
use crate::kernel::ids::{ContactId, ConversationId, CustomerId};

/// Writes the world and keeps the webhooks with what became of them.
pub(super) async fn write(
    app: &App,
    tx: &mut Tx,
    mut world: World,
    batch: &[Webhook],
    outcomes: &[Outcome],
) -> db::Result<()> {
    people::profiles(tx, &mut world).await?;
    people::contacts(tx, &mut world).await?;
    people::aliases(tx, &world).await?;
    thread::new_conversations(tx, &mut world).await?;
    let stored = thread::messages(tx, &world).await?;
    entry_points(tx, &world).await?;
    thread::conversations(tx, &world, &stored).await?;
    thread::reactions(tx, &world).await?;
    thread::changed_messages(tx, &world).await?;
    thread::statuses(tx, &world, &stored).await?;
    people::stats(tx, &world).await?;
    thread::jobs(tx, &world, &stored).await?;
    changes::note(tx, &world, &stored);
    people::search_rows(tx, &world).await?;
    traces::events(tx, &world).await?;
    traces::duplicates(tx, &world).await?;
    traces::suppressed(app, tx, &world).await?;
    traces::preferences(tx, &world).await?;
    groups::record(tx, &world.group_messages).await?;
    super::notices::write(tx, &world).await?;
    super::progress::write(tx, &world).await?;
    traces::webhooks(tx, batch, outcomes).await?;
    people::totals(tx, &world).await?;
    super::costs::write(tx, &world).await
}

/// What messages from ads, answers to them, and Meta's prices say of free entry points.
async fn entry_points(tx: &mut Tx, world: &World) -> db::Result<()> {
    let mut told = Vec::new();
    for free in &world.free {
        let Some(known) = world.known.get(&(free.account, free.key)) else {
            continue;
        };
        let contact = match known.new {
            Some(new) => world.contacts[world.messages[new].contact.0].id,
            None => known.contact,
        };
        if let Some(contact) = contact {
            told.push(Told {
                between: (contact, free.account),
                workspace: known.workspace,
                message_at: known.at,
                expires_at: free.expires_at,
            });
        }
    }
    entry_points::told(tx, told.into_iter()).await?;
    let mut referrals = Vec::new();
    for referral in &world.referrals {
        let contact = &world.contacts[referral.contact.0];
        let between = (world.contact_id(referral.contact)?, referral.account);
        referrals.push((contact.workspace, between, referral.at));
    }
    entry_points::referred(tx, referrals.iter().copied()).await?;
    let answers = world.messages.iter().filter(|message| message.outbound);
    let answers = answers.filter_map(|message| {
        let contact = world.contacts[message.contact.0].id?;
        Some((contact, message.account))
    });
    let referred = referrals.iter().map(|(_, between, _)| *between);
    entry_points::settle(tx, referred.chain(answers)).await
}

impl World {
    fn customer_id(&self, at: At) -> db::Result<CustomerId> {
        self.customers[at.0].id.ok_or(db::Error::NoRow)
    }

    fn contact_id(&self, at: At) -> db::Result<ContactId> {
        self.contacts[at.0].id.ok_or(db::Error::NoRow)
    }

    fn conversation_id(&self, place: Place) -> db::Result<ConversationId> {
        match place {
            Place::Here(at) => self.conversations[at.0].id.ok_or(db::Error::NoRow),
            Place::Stored(id) => Ok(id),
        }
    }
}
