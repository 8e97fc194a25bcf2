//! Raw inserts into SQLite.

use std::path::Path;

use rusqlite::{Connection, params};
use uuid::Uuid;

use super::{Owner, key, payload, writers};
use crate::Result;
use crate::webhooks::{Known, Message};

pub(super) fn open(file: &Path) -> Result<Connection> {
    let connection = Connection::open(file)?;
    // As the program has it.
    connection.execute_batch(
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;
         PRAGMA temp_store=MEMORY; PRAGMA cache_size=-32768; PRAGMA wal_autocheckpoint=20000",
    )?;
    connection.set_prepared_statement_cache_capacity(64);
    Ok(connection)
}

pub(super) fn write(
    connection: &mut Connection,
    owner: Owner,
    people: &mut [Known],
    batch: &[Message],
) -> Result<()> {
    let tx = connection.transaction()?;
    for message in batch {
        let at = message.at * 1_000_000;
        tx.prepare_cached(
            "INSERT INTO webhook_events (workspace_id, app_id, received_at, state, body)
             VALUES (?1, ?2, ?3, 'done', ?4)",
        )?
        .execute(params![owner.workspace, owner.app, at, message.body])?;
        let (contact, conversation) = match message.from {
            Some(person) => {
                let known = &mut people[person];
                let conversation = match known.conversation {
                    Some(open) => open,
                    None => begin(&tx, owner, known.contact, known.customer, at)?,
                };
                known.conversation = Some(conversation);
                (known.contact, conversation)
            }
            None => stranger(&tx, owner, message, at)?,
        };
        tx.prepare_cached(
            "INSERT INTO messages (workspace_id, conversation_id, contact_id, account_id, direction,
                 type, wamid, wamid_key, at, received_at, text, payload)
             VALUES (?1, ?2, ?3, ?4, 'in', 'text', ?5, ?6, ?7, ?7, ?8, ?9)",
        )?
        .execute(params![
            owner.workspace, conversation, contact, owner.account, message.wamid,
            key(message).as_bytes(), at, message.text, payload(message)
        ])?;
        if message.from.is_none() {
            count(&tx, conversation, tx.last_insert_rowid(), 1, at)?;
        }
    }
    let last = tx.last_insert_rowid();
    for (person, messages) in writers(batch) {
        let known = &people[person];
        tx.prepare_cached(
            "UPDATE contacts SET last_inbound_at = ?2, last_message_at = ?2, activity_at = ?2,
                 account_id = ?3, updated_at = ?2 WHERE id = ?1",
        )?
        .execute(params![known.contact, at_of(batch), owner.account])?;
        tx.prepare_cached(
            "UPDATE customer_stats SET inbound_count = inbound_count + ?2, last_inbound_at = ?3,
                 last_message_at = ?3 WHERE customer_id = ?1",
        )?
        .execute(params![known.customer, messages, at_of(batch)])?;
        if let Some(conversation) = known.conversation {
            count(&tx, conversation, last, messages, at_of(batch))?;
        }
    }
    tx.commit()?;
    Ok(())
}

fn at_of(batch: &[Message]) -> i64 {
    batch.last().map_or(0, |message| message.at * 1_000_000)
}

fn begin(tx: &Connection, owner: Owner, contact: i64, customer: i64, at: i64) -> Result<i64> {
    tx.prepare_cached(
        "INSERT INTO conversations (workspace_id, uuid, contact_id, customer_id, account_id,
             session_data, started_at, last_message_at, last_inbound_at)
         VALUES (?1, ?2, ?3, ?4, ?5, '{}', ?6, ?6, ?6)",
    )?
    .execute(params![
        owner.workspace,
        Uuid::now_v7().as_bytes(),
        contact,
        customer,
        owner.account,
        at
    ])?;
    let conversation = tx.last_insert_rowid();
    tx.prepare_cached(
        "UPDATE customer_stats SET conversations_count = conversations_count + 1 WHERE customer_id = ?1",
    )?
    .execute([customer])?;
    Ok(conversation)
}

fn count(tx: &Connection, conversation: i64, message: i64, messages: i64, at: i64) -> Result<()> {
    tx.prepare_cached(
        "UPDATE conversations SET messages_count = messages_count + ?2, unread_count = unread_count + ?2,
             last_message_id = ?3, last_message_at = ?4, last_inbound_at = ?4 WHERE id = ?1",
    )?
    .execute(params![conversation, messages, message, at])?;
    Ok(())
}

/// Somebody new: contact and conversation.
fn stranger(tx: &Connection, owner: Owner, message: &Message, at: i64) -> Result<(i64, i64)> {
    let phone = format!("+{}", message.digits);
    let known: Option<i64> = tx
        .prepare_cached("SELECT contact_id FROM contact_aliases WHERE workspace_id = ?1 AND channel = 'whatsapp' AND value = ?2")?
        .query_row(params![owner.workspace, phone], |row| row.get(0))
        .ok();
    if let Some(contact) = known {
        let customer = tx
            .prepare_cached("SELECT customer_id FROM contacts WHERE id = ?1")?
            .query_row([contact], |row| row.get(0))?;
        return Ok((contact, begin(tx, owner, contact, customer, at)?));
    }
    tx.prepare_cached(
        "INSERT INTO customers (workspace_id, uuid, name, name_key, phone, country, attributes, source,
             created_at, updated_at) VALUES (?1, ?2, ?3, ?3, ?4, 'SA', '{}', 'inbound', ?5, ?5)",
    )?
    .execute(params![owner.workspace, Uuid::now_v7().as_bytes(), message.name, phone, at])?;
    let customer = tx.last_insert_rowid();
    tx.prepare_cached(
        "INSERT INTO customer_stats (customer_id, workspace_id, inbound_count, first_inbound_at,
             last_inbound_at, first_message_at, last_message_at) VALUES (?1, ?2, 1, ?3, ?3, ?3, ?3)",
    )?
    .execute(params![customer, owner.workspace, at])?;
    tx.prepare_cached(
        "INSERT INTO contacts (workspace_id, uuid, customer_id, channel, phone, wa_id, profile_name,
             account_id, activity_at, last_inbound_at, last_message_at, created_at, updated_at)
         VALUES (?1, ?2, ?3, 'whatsapp', ?4, ?5, ?6, ?7, ?8, ?8, ?8, ?8, ?8)",
    )?
    .execute(params![
        owner.workspace, Uuid::now_v7().as_bytes(), customer, phone, message.digits, message.name,
        owner.account, at
    ])?;
    let contact = tx.last_insert_rowid();
    tx.prepare_cached(
        "INSERT INTO contact_aliases (workspace_id, channel, value, contact_id) VALUES (?1, 'whatsapp', ?2, ?3)",
    )?
    .execute(params![owner.workspace, phone, contact])?;
    tx.prepare_cached(
        "INSERT INTO events (workspace_id, customer_id, kind, actor_kind, data, at)
         VALUES (?1, ?2, 'customer.created', 'customer', '{\"source\":\"inbound\"}', ?3)",
    )?
    .execute(params![owner.workspace, customer, at])?;
    let searched = format!(
        "{}\n{}\n0{}\n\n",
        message.name,
        message.digits,
        &message.digits[3..]
    );
    tx.prepare_cached(
        "INSERT INTO customer_search (customer_id, workspace_id, text) VALUES (?1, ?2, ?3)",
    )?
    .execute(params![customer, owner.workspace, searched])?;
    tx.prepare_cached("INSERT INTO customer_trigrams (rowid, text) VALUES (?1, ?2)")?
        .execute(params![customer, searched])?;
    Ok((contact, begin(tx, owner, contact, customer, at)?))
}
