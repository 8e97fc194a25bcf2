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
    let customer = begin(tx, workspace, &new, (actor, at)).await?;
    search::index(tx, workspace, &[customer]).await?;
    store::count(tx, workspace, "customers", 1).await?;
    Ok(customer)
}

/// Adds a customer with their first contact, or says whose the address is already; see
/// [`add_contact`].
pub async fn create_with_contact(
    tx: &mut Tx,
    secrets: &Secrets,
    workspace: WorkspaceId,
    (new, contact): (NewCustomer, NewContact),
    by: (Actor, Timestamp),
) -> Result<(CustomerId, ContactId, Uuid), AddContactError> {
    let customer = begin(tx, workspace, &new, by).await?;
    let (id, uuid) = attach(tx, secrets, workspace, customer, &contact, by).await?;
    // Everybody who makes a customer takes these two rows last and in this order: they are held
    // until the commit, and whoever holds them must not wait for an address.
    store::count(tx, workspace, "customers", 1).await?;
    store::count(tx, workspace, &format!("contacts_{}", contact.channel), 1).await?;
    Ok((customer, id, uuid))
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
    by: (Actor, Timestamp),
) -> Result<(ContactId, Uuid), AddContactError> {
    let added = attach(tx, secrets, workspace, customer, &new, by).await?;
    store::count(tx, workspace, &format!("contacts_{}", new.channel), 1).await?;
    Ok(added)
}

async fn begin(
    tx: &mut Tx,
    workspace: WorkspaceId,
    new: &NewCustomer,
    (actor, at): (Actor, Timestamp),
) -> db::Result<CustomerId> {
    let customer = store::insert_customer(tx, workspace, new, at).await?;
    let event = Event {
        customer: Some(customer),
        kind: "customer.created",
        actor,
        data: json!({"source": new.source}),
        at,
    };
    timeline::record(tx, workspace, event).await?;
    Ok(customer)
}

async fn attach(
    tx: &mut Tx,
    secrets: &Secrets,
    workspace: WorkspaceId,
    customer: CustomerId,
    new: &NewContact,
    (actor, at): (Actor, Timestamp),
) -> Result<(ContactId, Uuid), AddContactError> {
    let addresses = new.addresses();
    refuse_taken(tx, workspace, &new.channel, &addresses).await?;
    let (contact, uuid) = store::insert_contact(tx, workspace, customer, new, at).await?;
    let whose = (customer, contact);
    claim(
        tx,
        secrets,
        workspace,
        whose,
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
    // A message may be giving somebody another form of the number at this moment.
    tx.hold(
        addresses
            .iter()
            .filter_map(|address| store::name_of(address)),
    )
    .await?;
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
