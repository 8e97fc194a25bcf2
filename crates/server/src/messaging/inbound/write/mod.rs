//! Writes what a batch changed: set by set, in an order that gives every row the ids it refers to.
mod changes;
mod people;
mod thread;
mod traces;

use super::world::{At, Place, World};
use super::{Outcome, Webhook};
use crate::app::App;
use crate::db::{self, Tx};
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
    super::notices::write(tx, &world).await?;
    traces::webhooks(tx, batch, outcomes).await?;
    people::totals(tx, &world).await
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
