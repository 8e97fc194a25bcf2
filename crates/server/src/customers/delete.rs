//! Deleting people for good.
//!
//! Most of what hangs on a customer goes with the row (`ON DELETE CASCADE`); what does not is named
//! here, and in [`super::forget`].

use serde_json::json;

use super::{forget, store};
use crate::access::Actor;
use crate::consent;
use crate::db::{self, Arg, Change, Tx, sql};
use crate::groups;
use crate::kernel::clock::Timestamp;
use crate::kernel::ids::{ContactId, ConversationId, CustomerId, WorkspaceId};
use crate::media;
use crate::search;
use crate::secrets::Secrets;
use crate::timeline::{self, Event};

/// Deletes a customer and all that hangs on them; whether there was such a customer.
///
/// The addresses of somebody who opted out are remembered as keyed hashes. What the audit log keeps
/// is that a customer with this id was deleted, by whom and when.
pub async fn delete(
    tx: &mut Tx,
    secrets: &Secrets,
    workspace: WorkspaceId,
    customer: CustomerId,
    (actor, at): (Actor, Timestamp),
) -> db::Result<bool> {
    lock_contacts(tx, workspace, customer).await?;
    let Some(profile) = store::lock_profile(tx, workspace, customer).await? else {
        return Ok(false);
    };
    let contacts = lock_contacts(tx, workspace, customer).await?;
    let ids: Vec<ContactId> = contacts.iter().map(|(id, _)| *id).collect();
    let addresses = addresses_of(tx, workspace, &ids).await?;
    if profile.opted_out {
        consent::suppress(tx, secrets, workspace, &addresses, at).await?;
    }
    groups::forget(tx, workspace, &addresses).await?;
    let names = forget::names_of(tx, workspace, &ids).await?;
    forget::webhooks(tx, workspace, &ids, &names).await?;
    forget_messages(tx, workspace, &ids).await?;
    media::remove_with(tx, workspace, &ids, at).await?;
    let others = settle_duplicates(tx, workspace, customer).await?;
    search::remove(tx, workspace, &[customer]).await?;
    sql("DELETE FROM customers WHERE workspace_id = $1 AND id = $2")
        .bind(workspace)
        .bind(customer)
        .run(&mut *tx)
        .await?;
    unflag(tx, workspace, others).await?;
    tx.changed(workspace, Change::CustomerDeleted(customer));
    store::count(tx, workspace, "customers", -1).await?;
    for (_, channel) in &contacts {
        store::count(tx, workspace, &format!("contacts_{channel}"), -1).await?;
    }
    let data = json!({"customer_id": customer, "contacts": contacts.len()});
    tell(tx, workspace, None, "customer.deleted", data, (actor, at)).await?;
    Ok(true)
}

/// Deletes one contact with its messages, and the customer too when it was the last; whether there
/// was such a contact.
pub async fn delete_contact(
    tx: &mut Tx,
    secrets: &Secrets,
    workspace: WorkspaceId,
    contact: ContactId,
    (actor, at): (Actor, Timestamp),
) -> db::Result<bool> {
    let found: Option<(CustomerId,)> =
        sql("SELECT customer_id FROM contacts WHERE workspace_id = $1 AND id = $2")
            .bind(workspace)
            .bind(contact)
            .maybe(&mut *tx)
            .await?;
    let Some((customer,)) = found else {
        return Ok(false);
    };
    lock_contacts(tx, workspace, customer).await?;
    let Some(profile) = store::lock_profile(tx, workspace, customer).await? else {
        return Ok(false);
    };
    let contacts = lock_contacts(tx, workspace, customer).await?;
    let Some((_, channel)) = contacts.iter().find(|(id, _)| *id == contact) else {
        return Ok(false);
    };
    if contacts.len() == 1 {
        return delete(tx, secrets, workspace, customer, (actor, at)).await;
    }
    let addresses = addresses_of(tx, workspace, &[contact]).await?;
    if profile.opted_out {
        consent::suppress(tx, secrets, workspace, &addresses, at).await?;
    }
    groups::forget(tx, workspace, &addresses).await?;
    let names = forget::names_of(tx, workspace, &[contact]).await?;
    forget::webhooks(tx, workspace, &[contact], &names).await?;
    forget_messages(tx, workspace, &[contact]).await?;
    media::remove_with(tx, workspace, &[contact], at).await?;
    forget::timeline(tx, workspace, customer, contact, names).await?;
    forget::thread_notes(tx, workspace, contact).await?;
    sql("DELETE FROM contacts WHERE workspace_id = $1 AND id = $2")
        .bind(workspace)
        .bind(contact)
        .run(&mut *tx)
        .await?;
    recount(tx, workspace, customer).await?;
    store::refresh_phone(tx, workspace, customer).await?;
    store::touch(tx, workspace, customer, at).await?;
    search::index(tx, workspace, &[customer]).await?;
    let data = json!({"contact_id": contact, "channel": channel});
    tell(
        tx,
        workspace,
        Some(customer),
        "contact.deleted",
        data,
        (actor, at),
    )
    .await?;
    store::count(tx, workspace, &format!("contacts_{channel}"), -1).await?;
    Ok(true)
}

/// The customer's contacts, to whom no message comes until the transaction ends: what is deleted and
/// counted is then all there is.
///
/// They are locked before the customer, as whoever takes messages in does, and once more after, as
/// only then nobody adds another.
async fn lock_contacts(
    tx: &mut Tx,
    workspace: WorkspaceId,
    customer: CustomerId,
) -> db::Result<Vec<(ContactId, String)>> {
    sql(
        "SELECT id, channel FROM contacts WHERE workspace_id = $1 AND customer_id = $2
         ORDER BY id FOR UPDATE",
    )
    .bind(workspace)
    .bind(customer)
    .all(tx)
    .await
}

fn ids(contacts: &[ContactId]) -> Vec<Arg> {
    contacts.iter().map(|id| (*id).into()).collect()
}

async fn addresses_of(
    tx: &mut Tx,
    workspace: WorkspaceId,
    contacts: &[ContactId],
) -> db::Result<Vec<String>> {
    let values: Vec<(String,)> =
        sql("SELECT value FROM contact_aliases WHERE workspace_id = $1 AND contact_id = ANY($2)")
            .bind(workspace)
            .bind(ids(contacts))
            .all(tx)
            .await?;
    Ok(values.into_iter().map(|(value,)| value).collect())
}

/// Removes what is kept about the messages of these contacts outside their rows, which go next, and
/// tells whoever watches that their conversations are gone.
async fn forget_messages(
    tx: &mut Tx,
    workspace: WorkspaceId,
    contacts: &[ContactId],
) -> db::Result<()> {
    let conversations: Vec<(ConversationId,)> =
        sql("SELECT id FROM conversations WHERE contact_id = ANY($2) AND workspace_id + 0 = $1")
            .bind(workspace)
            .bind(ids(contacts))
            .all(&mut *tx)
            .await?;
    for (conversation,) in conversations {
        tx.changed(workspace, Change::ConversationDeleted(conversation));
    }
    sql("DELETE FROM message_statuses
         WHERE workspace_id = $1 AND (account_id, wamid_key) IN (
             SELECT m.account_id, m.wamid_key
             FROM conversations c JOIN messages m ON m.conversation_id = c.id
             WHERE c.workspace_id = $1 AND c.contact_id = ANY($2) AND m.wamid_key IS NOT NULL)")
    .bind(workspace)
    .bind(ids(contacts))
    .run(&mut *tx)
    .await?;
    let keys: Vec<String> = contacts.iter().map(|id| store::job_order(*id)).collect();
    sql("DELETE FROM jobs WHERE workspace_id = $1 AND order_key = ANY($2)")
        .bind(workspace)
        .bind(keys)
        .run(tx)
        .await?;
    Ok(())
}

/// Takes the customer out of the possible duplicates; whose flag may have to go for it.
async fn settle_duplicates(
    tx: &mut Tx,
    workspace: WorkspaceId,
    customer: CustomerId,
) -> db::Result<Vec<CustomerId>> {
    let gone: Vec<(CustomerId, CustomerId)> = sql("DELETE FROM possible_duplicates
         WHERE workspace_id = $1 AND (customer_id = $2 OR other_customer_id = $2)
         RETURNING customer_id, other_customer_id")
    .bind(workspace)
    .bind(customer)
    .all(tx)
    .await?;
    let others = gone
        .into_iter()
        .map(|(one, other)| if one == customer { other } else { one });
    Ok(others.collect())
}

/// Takes the flag from customers who have no undecided possible duplicate any more.
async fn unflag(tx: &mut Tx, workspace: WorkspaceId, customers: Vec<CustomerId>) -> db::Result<()> {
    if customers.is_empty() {
        return Ok(());
    }
    for customer in &customers {
        tx.changed(workspace, Change::CustomerUpdated(*customer));
    }
    let customers: Vec<Arg> = customers.into_iter().map(Arg::from).collect();
    sql("UPDATE customers SET duplicate_flag = FALSE
         WHERE workspace_id = $1 AND id = ANY($2) AND NOT EXISTS (
             SELECT 1 FROM possible_duplicates d
             WHERE d.customer_id = customers.id AND d.decided_at IS NULL)
         AND NOT EXISTS (
             SELECT 1 FROM possible_duplicates d
             WHERE d.other_customer_id = customers.id AND d.decided_at IS NULL)")
    .bind(workspace)
    .bind(customers)
    .run(tx)
    .await?;
    Ok(())
}

/// Counts a customer's conversations and messages anew from what is left.
async fn recount(tx: &mut Tx, workspace: WorkspaceId, customer: CustomerId) -> db::Result<()> {
    crate::row! {
        struct Left {
            conversations: i64,
            inbound: i64,
            outbound: i64,
            first_inbound: Option<Timestamp>,
            last_inbound: Option<Timestamp>,
            first_outbound: Option<Timestamp>,
            last_outbound: Option<Timestamp>,
            past_inbound: Option<Timestamp>,
        }
    }
    // What marks or changes a message is none, nor is a note of the team's, and a conversation of
    // nothing else does not count.
    let left: Left = sql("SELECT COUNT(DISTINCT m.conversation_id),
             COUNT(*) FILTER (WHERE m.direction = 'in'),
             COUNT(*) FILTER (WHERE m.direction = 'out'),
             MIN(m.at) FILTER (WHERE m.direction = 'in'),
             MAX(m.at) FILTER (WHERE m.direction = 'in'),
             MIN(m.at) FILTER (WHERE m.direction = 'out'),
             MAX(m.at) FILTER (WHERE m.direction = 'out'),
             MAX(m.at) FILTER (WHERE m.direction = 'in' AND m.origin = 'history')
         FROM conversations c LEFT JOIN messages m ON m.conversation_id = c.id
             AND m.type NOT IN ('reaction', 'edit', 'revoke') AND m.direction <> 'note'
             AND (m.type <> 'unsupported' OR COALESCE(m.payload -> 'unsupported' ->> 'type', '')
                 NOT IN ('reaction', 'edit', 'revoke'))
         WHERE c.workspace_id = $1 AND c.customer_id = $2")
    .bind(workspace)
    .bind(customer)
    .one(&mut *tx)
    .await?;
    let first = [left.first_inbound, left.first_outbound]
        .into_iter()
        .flatten()
        .min();
    sql(
        "UPDATE customer_stats SET conversations_count = $3, inbound_count = $4,
             outbound_count = $5, first_inbound_at = $6, last_inbound_at = $7,
             first_outbound_at = $8, last_outbound_at = $9, first_message_at = $10,
             last_message_at = $11, past_inbound_at = $12
         WHERE workspace_id = $1 AND customer_id = $2",
    )
    .bind(workspace)
    .bind(customer)
    .bind(left.conversations)
    .bind(left.inbound)
    .bind(left.outbound)
    .bind(left.first_inbound)
    .bind(left.last_inbound)
    .bind(left.first_outbound)
    .bind(left.last_outbound)
    .bind(first)
    .bind(left.last_inbound.max(left.last_outbound))
    .bind(left.past_inbound)
    .run(tx)
    .await?;
    Ok(())
}

async fn tell(
    tx: &mut Tx,
    workspace: WorkspaceId,
    customer: Option<CustomerId>,
    kind: &'static str,
    data: serde_json::Value,
    (actor, at): (Actor, Timestamp),
) -> db::Result<()> {
    let event = Event {
        customer,
        kind,
        actor,
        data,
        at,
    };
    timeline::record(tx, workspace, event).await
}
