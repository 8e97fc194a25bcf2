//! What a batch changed, for those who watch. It costs the batch nothing but the one row that is written
//! as its last statement: what the changed things look like is read by whoever is watching.

use super::super::world::{NewMessage, World};
use super::thread::Stored;
use crate::db::{Change, Tx};

/// Notes new and changed messages, conversations and customers; new conversations were noted when they
/// got their ids. A customer for whom messages were only counted is the same as before.
pub(super) fn note(tx: &mut Tx, world: &World, stored: &Stored) {
    // Of months that a phone shares, the conversations are news enough.
    let is_news = |message: &&NewMessage| message.origin != Some("history");
    for message in world.messages.iter().filter(is_news) {
        if let Some(&id) = stored.get(&(message.account, message.key)) {
            let workspace = world.contacts[message.contact.0].workspace;
            tx.changed(workspace, Change::MessageCreated(id));
        }
    }
    for conversation in &world.conversations {
        if let Some(id) = conversation.id.filter(|_| conversation.changed) {
            tx.changed(conversation.workspace, Change::ConversationUpdated(id));
        }
    }
    for customer in &world.customers {
        let change = match (customer.id, customer.new, customer.profile_changed) {
            (Some(id), true, _) => Change::CustomerCreated(id),
            (Some(id), false, true) => Change::CustomerUpdated(id),
            _ => continue,
        };
        tx.changed(customer.workspace, change);
    }
    note_changed_messages(tx, world);
}

/// Messages of earlier batches that got a status, an edit or a revoke.
fn note_changed_messages(tx: &mut Tx, world: &World) {
    for known in world.known.values() {
        let change = &known.change;
        let is_changed = change.status.is_some()
            || change.pricing.is_some()
            || change.edit.is_some()
            || change.revoked_at.is_some()
            || change.call.is_some()
            || change.filled.is_some();
        let Some(id) = known.id.filter(|_| is_changed) else {
            continue;
        };
        tx.changed(known.workspace, Change::MessageUpdated(id));
        let is_recharged = change.category.is_some() && change.category != known.category;
        if let Some(conversation) = known.conversation.filter(|_| is_recharged) {
            tx.changed(known.workspace, Change::ConversationUpdated(conversation));
        }
    }
}
