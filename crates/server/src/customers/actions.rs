//! Making customers and giving them addresses.

use serde_json::json;
use uuid::Uuid;

use super::model::{AddContactError, NewContact, NewCustomer};
use super::store;
use crate::access::Actor;
use crate::consent;
use crate::db::{self, Tx};
use crate::kernel::clock::Timestamp;
use crate::kernel::ids::{ContactId, CustomerId, WorkspaceId};
use crate::search;
use crate::secrets::Secrets;
use crate::timeline::{self, Event};

/// Adds a customer without any contact.
pub async fn create(
    tx: &mut Tx,
    workspace: WorkspaceId,
    new: NewCustomer,
    actor: Actor,
    at: Timestamp,
) -> db::Result<CustomerId> {
    store::count(tx, workspace, "customers", 1).await?;
    let customer = store::insert_customer(tx, workspace, &new, at).await?;
    let event = Event {
        customer: Some(customer),
        kind: "customer.created",
        actor,
        data: json!({"source": new.source}),
        at,
    };
    timeline::record(tx, workspace, event).await?;
    search::index(tx, workspace, &[customer]).await?;
    Ok(customer)
}

/// Gives a customer a contact, or says whose the address is already.
///
/// An address that was suppressed opts its customer out. After [`AddContactError::Taken`] the
/// transaction must be given up.
pub async fn add_contact(
    tx: &mut Tx,
    secrets: &Secrets,
    workspace: WorkspaceId,
    customer: CustomerId,
    new: NewContact,
    (actor, at): (Actor, Timestamp),
) -> Result<(ContactId, Uuid), AddContactError> {
    let addresses = new.addresses();
    refuse_taken(tx, workspace, &new.channel, &addresses).await?;
    store::count(tx, workspace, &format!("contacts_{}", new.channel), 1).await?;
    let (contact, uuid) = store::insert_contact(tx, workspace, customer, &new, at).await?;
    claim(
        tx,
        secrets,
        workspace,
        (customer, contact),
        &new.channel,
        &addresses,
        (actor, at),
    )
    .await?;
    store::refresh_phone(tx, workspace, customer).await?;
    let event = Event {
        customer: Some(customer),
        kind: "contact.added",
        actor,
        data: json!({
            "contact_id": contact, "channel": new.channel, "phone": new.phone,
            "user_id": new.bsuid, "username": new.username,
        }),
        at,
    };
    timeline::record(tx, workspace, event).await?;
    search::index(tx, workspace, &[customer]).await?;
    Ok((contact, uuid))
}

pub(super) async fn refuse_taken(
    tx: &mut Tx,
    workspace: WorkspaceId,
    channel: &str,
    addresses: &[String],
) -> Result<(), AddContactError> {
    match store::find_taken(tx, workspace, channel, addresses).await? {
        Some(taken) => Err(AddContactError::Taken(taken)),
        None => Ok(()),
    }
}

/// Gives addresses to a contact, and takes up what was remembered of them.
pub(super) async fn claim(
    tx: &mut Tx,
    secrets: &Secrets,
    workspace: WorkspaceId,
    (customer, contact): (CustomerId, ContactId),
    channel: &str,
    addresses: &[String],
    (actor, at): (Actor, Timestamp),
) -> Result<(), AddContactError> {
    if !store::insert_aliases(tx, workspace, contact, channel, addresses).await? {
        // Somebody else was faster by a moment, and has committed by now.
        let taken = store::find_taken(tx, workspace, channel, addresses).await?;
        let taken = taken.filter(|taken| taken.contact != contact);
        return Err(taken.map_or(db::Error::Unique.into(), AddContactError::Taken));
    }
    let remembered: Vec<String> = addresses.iter().flat_map(|it| store::forms(it)).collect();
    let whose = (customer, contact);
    consent::take_up_suppression(tx, secrets, workspace, whose, &remembered, actor, at).await?;
    Ok(())
}
