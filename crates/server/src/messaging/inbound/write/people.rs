//! Customers, contacts and the ids they are known by.

use std::collections::HashMap;

use uuid::Uuid;

use super::super::world::{CHANNEL, Contact, Customer, World};
use crate::customers;
use crate::db::{self, Arg, Tx, sql};
use crate::kernel::ids::{ContactId, CustomerId, WorkspaceId};
use crate::kernel::text::fold;
use crate::search;

pub(super) async fn profiles(tx: &mut Tx, world: &mut World) -> db::Result<()> {
    let new = world
        .customers
        .iter()
        .filter(|customer| customer.id.is_none());
    let made: Vec<(CustomerId, Uuid)> = sql("INSERT INTO customers (workspace_id, uuid, name,
             name_key, phone, country, attributes, source, created_at, updated_at)
         SELECT v.workspace_id, v.uuid, v.name, v.name_key, v.phone, v.country, v.attributes,
             v.source, v.at, v.at
         FROM $rows(workspace_id BIGINT, uuid UUID, name TEXT, name_key TEXT, phone TEXT,
             country TEXT, attributes JSONB, source TEXT, at BIGINT) v
         RETURNING id, uuid")
    .rows(new.map(|customer| {
        vec![
            customer.workspace.into(),
            customer.uuid.into(),
            customer.name.clone().into(),
            customer.name.as_deref().map(fold).into(),
            customer.phone.clone().into(),
            customer.country.clone().into(),
            Arg::Json("{}".to_owned()),
            customer.source.into(),
            world.now.into(),
        ]
    }))
    .all(&mut *tx)
    .await?;
    // The person's own word counts only while nobody of the team has set a name, and the number only
    // where it is of the contact whose number is shown.
    sql("UPDATE customers SET
             name = CASE WHEN v.name IS NULL OR name_by_person THEN customers.name
                 ELSE v.name END,
             name_key = CASE WHEN v.name IS NULL OR name_by_person THEN customers.name_key
                 ELSE v.name_key END,
             phone = CASE WHEN v.phone IS NOT NULL
                     AND (customers.phone IS NULL OR customers.phone = v.old_phone)
                 THEN v.phone ELSE customers.phone END,
             updated_at = v.at
         FROM $rows(id BIGINT, name TEXT, name_key TEXT, phone TEXT, old_phone TEXT, at BIGINT) v
         WHERE customers.id = v.id")
    .rows(
        world
            .customers
            .iter()
            .filter(|customer| customer.profile_changed)
            .filter_map(|customer| {
                Some(vec![
                    customer.id?.into(),
                    customer.name.clone().into(),
                    customer.name.as_deref().map(fold).into(),
                    customer.phone.clone().into(),
                    customer.old_phone.clone().into(),
                    world.now.into(),
                ])
            }),
    )
    .run(&mut *tx)
    .await?;
    let ids: HashMap<Uuid, CustomerId> = made.iter().map(|(id, uuid)| (*uuid, *id)).collect();
    for customer in world
        .customers
        .iter_mut()
        .filter(|customer| customer.id.is_none())
    {
        customer.id = ids.get(&customer.uuid).copied();
    }
    sql("INSERT INTO customer_stats (customer_id, workspace_id)
         SELECT v.customer_id, v.workspace_id FROM $rows(customer_id BIGINT, workspace_id BIGINT) v")
    .rows(world.customers.iter().filter_map(|customer| {
        let id = ids.get(&customer.uuid)?;
        Some(vec![Arg::from(*id), customer.workspace.into()])
    }))
    .run(tx)
    .await?;
    Ok(())
}

pub(super) async fn contacts(tx: &mut Tx, world: &mut World) -> db::Result<()> {
    let mut rows = Vec::new();
    for contact in world.contacts.iter().filter(|contact| contact.id.is_none()) {
        let mut row = contact_args(contact);
        row.extend([
            contact.workspace.into(),
            contact.uuid.into(),
            world.customer_id(contact.customer)?.into(),
            contact.created_at.into(),
        ]);
        rows.push(row);
    }
    let made: Vec<(ContactId, Uuid)> = sql("INSERT INTO contacts (workspace_id, uuid, customer_id,
             channel, phone, wa_id, bsuid, parent_bsuid, username, username_key, profile_name,
             profile_name_key, book_name, book_at, number_at, profile_at, changes_wait, account_id, activity_at, last_inbound_at,
             last_message_at, created_at, updated_at)
         SELECT v.workspace_id, v.uuid, v.customer_id, 'whatsapp', v.phone, v.wa_id, v.bsuid,
             v.parent_bsuid, v.username, v.username_key, v.profile_name, v.profile_name_key,
             v.book_name, v.book_at, v.number_at, v.profile_at, v.changes_wait, v.account_id, v.activity_at, v.last_inbound_at,
             v.last_message_at, v.created_at, v.created_at
         FROM $rows(phone TEXT, wa_id TEXT, bsuid TEXT, parent_bsuid TEXT, username TEXT,
             username_key TEXT, profile_name TEXT, profile_name_key TEXT, book_name TEXT,
             book_at BIGINT, number_at BIGINT, profile_at BIGINT, changes_wait BOOLEAN,
             account_id BIGINT, activity_at BIGINT, last_inbound_at BIGINT,
             last_message_at BIGINT, workspace_id BIGINT, uuid UUID, customer_id BIGINT,
             created_at BIGINT) v
         RETURNING id, uuid")
    .rows(rows)
    .all(&mut *tx)
    .await?;
    sql(
        "UPDATE contacts SET phone = v.phone, wa_id = v.wa_id, bsuid = v.bsuid,
             parent_bsuid = v.parent_bsuid, username = v.username, username_key = v.username_key,
             profile_name = v.profile_name, profile_name_key = v.profile_name_key,
             book_name = v.book_name, book_at = v.book_at,
             number_at = v.number_at, profile_at = v.profile_at,
             changes_wait = v.changes_wait, account_id = v.account_id, activity_at = v.activity_at,
             last_inbound_at = v.last_inbound_at, last_message_at = v.last_message_at,
             updated_at = v.updated_at
         FROM $rows(phone TEXT, wa_id TEXT, bsuid TEXT, parent_bsuid TEXT, username TEXT,
             username_key TEXT, profile_name TEXT, profile_name_key TEXT, book_name TEXT,
             book_at BIGINT, number_at BIGINT, profile_at BIGINT, changes_wait BOOLEAN,
             account_id BIGINT, activity_at BIGINT, last_inbound_at BIGINT,
             last_message_at BIGINT, id BIGINT, updated_at BIGINT) v
         WHERE contacts.id = v.id",
    )
    .rows(
        world
            .contacts
            .iter()
            .filter(|contact| contact.changed)
            .filter_map(|contact| {
                let mut row = contact_args(contact);
                row.extend([contact.id?.into(), world.now.into()]);
                Some(row)
            }),
    )
    .run(tx)
    .await?;
    let ids: HashMap<Uuid, ContactId> = made.into_iter().map(|(id, uuid)| (uuid, id)).collect();
    for contact in world
        .contacts
        .iter_mut()
        .filter(|contact| contact.id.is_none())
    {
        contact.id = ids.get(&contact.uuid).copied();
    }
    Ok(())
}

fn contact_args(contact: &Contact) -> Vec<Arg> {
    vec![
        contact.phone.clone().into(),
        contact.wa_id.clone().into(),
        contact.bsuid.clone().into(),
        contact.parent_bsuid.clone().into(),
        contact.username.clone().into(),
        contact.username.as_deref().map(fold).into(),
        contact.profile_name.clone().into(),
        contact.profile_name.as_deref().map(fold).into(),
        contact.book_name.clone().into(),
        contact.book_at.into(),
        contact.number_at.into(),
        contact.profile_at.into(),
        contact.changes_wait.into(),
        contact.account.into(),
        contact.activity_at.into(),
        contact.last_inbound_at.into(),
        contact.last_message_at.into(),
    ]
}

/// Another node may have taken an id meanwhile; then this fails and the batch is done again.
pub(super) async fn aliases(tx: &mut Tx, world: &World) -> db::Result<()> {
    let mut rows = Vec::new();
    for (workspace, value, contact) in &world.new_aliases {
        rows.push(vec![
            (*workspace).into(),
            CHANNEL.into(),
            value.clone().into(),
            world.contact_id(*contact)?.into(),
        ]);
    }
    sql(
        "INSERT INTO contact_aliases (workspace_id, channel, value, contact_id)
         SELECT v.* FROM $rows(workspace_id BIGINT, channel TEXT, value TEXT, contact_id BIGINT) v",
    )
    .rows(rows)
    .run(tx)
    .await?;
    Ok(())
}

/// Differences are added, so that another contact of the same customer may be counted meanwhile.
pub(super) async fn stats(tx: &mut Tx, world: &World) -> db::Result<()> {
    let changed = |customer: &&Customer| {
        customer.conversations + customer.inbound.count + customer.outbound.count > 0
    };
    sql("UPDATE customer_stats SET
             conversations_count = conversations_count + v.conversations,
             inbound_count = inbound_count + v.inbound,
             outbound_count = outbound_count + v.outbound,
             first_inbound_at = CASE WHEN v.first_in < COALESCE(first_inbound_at, v.first_in + 1)
                 THEN v.first_in ELSE first_inbound_at END,
             last_inbound_at = CASE WHEN v.last_in > COALESCE(last_inbound_at, v.last_in - 1)
                 THEN v.last_in ELSE last_inbound_at END,
             first_outbound_at = CASE WHEN v.first_out < COALESCE(first_outbound_at, v.first_out + 1)
                 THEN v.first_out ELSE first_outbound_at END,
             last_outbound_at = CASE WHEN v.last_out > COALESCE(last_outbound_at, v.last_out - 1)
                 THEN v.last_out ELSE last_outbound_at END,
             first_message_at = CASE WHEN v.first_any < COALESCE(first_message_at, v.first_any + 1)
                 THEN v.first_any ELSE first_message_at END,
             last_message_at = CASE WHEN v.last_any > COALESCE(last_message_at, v.last_any - 1)
                 THEN v.last_any ELSE last_message_at END,
             past_inbound_at = CASE WHEN v.last_past > COALESCE(past_inbound_at, v.last_past - 1)
                 THEN v.last_past ELSE past_inbound_at END
         FROM $rows(id BIGINT, conversations BIGINT, inbound BIGINT, outbound BIGINT,
             first_in BIGINT, last_in BIGINT, first_out BIGINT, last_out BIGINT,
             first_any BIGINT, last_any BIGINT, last_past BIGINT) v
         WHERE customer_stats.customer_id = v.id")
    .rows(world.customers.iter().filter(changed).filter_map(|customer| {
        let (inbound, outbound) = (customer.inbound, customer.outbound);
        let first = [inbound.first, outbound.first].into_iter().flatten().min();
        Some(vec![
            customer.id?.into(),
            customer.conversations.into(),
            inbound.count.into(),
            outbound.count.into(),
            inbound.first.into(),
            inbound.last.into(),
            outbound.first.into(),
            outbound.last.into(),
            first.into(),
            inbound.last.max(outbound.last).into(),
            customer.past_inbound.into(),
        ])
    }))
    .run(tx)
    .await?;
    Ok(())
}

pub(super) async fn search_rows(tx: &mut Tx, world: &World) -> db::Result<()> {
    let mut changed: HashMap<WorkspaceId, Vec<CustomerId>> = HashMap::new();
    for customer in world
        .customers
        .iter()
        .filter(|customer| customer.profile_changed)
    {
        changed
            .entry(customer.workspace)
            .or_default()
            .extend(customer.id);
    }
    for (workspace, customers) in changed {
        search::index(tx, workspace, &customers).await?;
    }
    Ok(())
}

/// Last, because every node adds to the same few rows and holds them until it commits.
pub(super) async fn totals(tx: &mut Tx, world: &World) -> db::Result<()> {
    let mut made: HashMap<WorkspaceId, (i64, i64)> = HashMap::new();
    for customer in world.customers.iter().filter(|customer| customer.new) {
        made.entry(customer.workspace).or_default().0 += 1;
    }
    for contact in world.contacts.iter().filter(|contact| contact.new) {
        made.entry(contact.workspace).or_default().1 += 1;
    }
    for (workspace, (customers, contacts)) in made {
        customers::count(tx, workspace, "customers", customers).await?;
        customers::count(tx, workspace, "contacts_whatsapp", contacts).await?;
    }
    Ok(())
}
