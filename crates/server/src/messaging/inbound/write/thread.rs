//! Conversations, messages and statuses.

use std::collections::HashMap;

use serde_json::{Value, json};
use uuid::Uuid;
use whatsapp::webhook::MessageKind;

use super::super::world::{At, Known, MessageChange, NewMessage, Place, World};
use crate::db::{self, Arg, Change, Tx, sql};
use crate::jobs::{self, Options};
use crate::kernel::clock::Timestamp;
use crate::kernel::ids::{AccountId, ConversationId, MessageId};
use crate::media::FetchMedia;

/// The type of a call, which is charged by the minute and has no category.
const CALL: &str = "call";

/// Messages of this batch as they were stored, by their key.
pub(super) type Stored = HashMap<(AccountId, Uuid), MessageId>;

pub(super) async fn new_conversations(tx: &mut Tx, world: &mut World) -> db::Result<()> {
    let mut rows = Vec::new();
    for new in world
        .conversations
        .iter()
        .filter(|conversation| conversation.id.is_none())
    {
        rows.push(vec![
            new.workspace.into(),
            new.uuid.into(),
            world.contact_id(new.contact)?.into(),
            world
                .customer_id(world.contacts[new.contact.0].customer)?
                .into(),
            new.account.into(),
            Arg::Json("{}".to_owned()),
            new.started_at.into(),
            new.last_message_at.into(),
            new.is_history.into(),
        ]);
    }
    let made: Vec<(ConversationId, Uuid)> = sql("INSERT INTO conversations (workspace_id, uuid,
             contact_id, customer_id, account_id, session_data, started_at, last_message_at,
             is_history)
         SELECT v.* FROM $rows(workspace_id BIGINT, uuid UUID, contact_id BIGINT,
             customer_id BIGINT, account_id BIGINT, session_data JSONB, started_at BIGINT,
             last_message_at BIGINT, is_history BOOLEAN) v
         RETURNING id, uuid")
    .rows(rows)
    .all(&mut *tx)
    .await?;
    let ids: HashMap<Uuid, ConversationId> =
        made.into_iter().map(|(id, uuid)| (uuid, id)).collect();
    for new in world
        .conversations
        .iter_mut()
        .filter(|conversation| conversation.id.is_none())
    {
        new.id = ids.get(&new.uuid).copied();
        if let Some(id) = new.id {
            tx.changed(new.workspace, Change::ConversationCreated(id));
        }
    }
    Ok(())
}

pub(super) async fn messages(tx: &mut Tx, world: &World) -> db::Result<Stored> {
    let mut rows = Vec::new();
    for message in &world.messages {
        rows.push(message_args(world, message)?);
    }
    let stored: Vec<(MessageId, AccountId, Uuid)> = sql("INSERT INTO messages (workspace_id,
             conversation_id, contact_id, account_id, direction, type, wamid, wamid_key, at,
             received_at, text, payload, target_key, reply_to, status, status_at, category, pricing,
             errors, edited_at, revoked_at, origin, cost_country)
         SELECT v.* FROM $rows(workspace_id BIGINT, conversation_id BIGINT, contact_id BIGINT,
             account_id BIGINT, direction TEXT, type TEXT, wamid TEXT, wamid_key UUID, at BIGINT,
             received_at BIGINT, text TEXT, payload JSONB, target_key UUID, reply_to TEXT, status TEXT,
             status_at BIGINT, category TEXT, pricing JSONB, errors JSONB, edited_at BIGINT,
             revoked_at BIGINT, origin TEXT, cost_country TEXT) v
         RETURNING id, account_id, wamid_key")
    .rows(rows)
    .all(tx)
    .await?;
    Ok(stored
        .into_iter()
        .map(|(id, account, key)| ((account, key), id))
        .collect())
}

fn message_args(world: &World, message: &NewMessage) -> db::Result<Vec<Arg>> {
    let known = world.known.get(&(message.account, message.key));
    let change = known.map(|known| &known.change);
    let status = known.and_then(|known| known.status.clone());
    let status_at = status.is_some().then(|| {
        change
            .and_then(|change| change.status.as_ref())
            .map_or(message.at, |(_, at)| *at)
    });
    let (text, payload, edited_at) = match &message.edited {
        None => (message.text.clone(), message.payload.to_string(), None),
        Some((text, new, at)) => (
            text.clone(),
            edited_payload(&message.payload, new).to_string(),
            Some(*at),
        ),
    };
    Ok(vec![
        world.contacts[message.contact.0].workspace.into(),
        world.conversation_id(message.conversation)?.into(),
        world.contact_id(message.contact)?.into(),
        message.account.into(),
        direction(message).into(),
        message.kind.into(),
        message.wamid.clone().into(),
        message.key.into(),
        message.at.into(),
        message.received_at.into(),
        text.into(),
        Arg::Json(payload),
        message.target_key.into(),
        message.reply_to.clone().into(),
        status.into(),
        status_at.into(),
        (message.outbound && message.kind != CALL)
            .then(|| category(change))
            .into(),
        change.and_then(|change| change.pricing.clone()).into(),
        change
            .and_then(|change| change.errors.clone())
            .or_else(|| message.errors.clone())
            .into(),
        edited_at.into(),
        message.revoked_at.into(),
        message.origin.into(),
        known
            .and_then(|known| cost_country(message.account, known))
            .into(),
    ])
}

/// Where a message is counted among the costs, if it is.
fn cost_country(account: AccountId, known: &Known) -> Option<String> {
    known.count(account)?;
    Some(
        known
            .country
            .clone()
            .unwrap_or_else(|| "unknown".to_owned()),
    )
}

/// The category of a message nobody of us sent. What a person writes by hand is free-form, which is
/// what SERVICE means, unless Meta charges it as something else.
fn category(change: Option<&MessageChange>) -> &str {
    change
        .and_then(|change| change.category.as_deref())
        .unwrap_or("SERVICE")
}

/// The payload of an edited message: the new version, with the first one kept inside it.
fn edited_payload(old: &Value, new: &Value) -> Value {
    let first = old
        .get("first_version")
        .cloned()
        .unwrap_or_else(|| old.clone());
    let mut payload = new.clone();
    match &mut payload {
        Value::Object(fields) => {
            fields.insert("first_version".to_owned(), first);
            payload
        }
        _ => json!({"version": new, "first_version": first}),
    }
}

/// A person has one reaction to a message: a newer one, or its removal, takes the older ones back.
pub(super) async fn reactions(tx: &mut Tx, world: &World) -> db::Result<()> {
    let mut rows = Vec::new();
    for message in &world.messages {
        if message.kind == MessageKind::Reaction.as_str()
            && let Some(target) = message.target_key
        {
            rows.push(vec![
                message.account.into(),
                target.into(),
                world.contact_id(message.contact)?.into(),
                direction(message).into(),
            ]);
        }
    }
    sql("UPDATE messages SET revoked_at = (
             SELECT MIN(later.at) FROM messages later
             WHERE later.account_id = messages.account_id
                 AND later.target_key = messages.target_key
                 AND later.contact_id = messages.contact_id
                 AND later.direction = messages.direction AND later.type = 'reaction'
                 AND (later.at, later.id) > (messages.at, messages.id))
         FROM $rows(account_id BIGINT, target_key UUID, contact_id BIGINT, direction TEXT) v
         WHERE messages.account_id = v.account_id AND messages.target_key = v.target_key
             AND messages.contact_id = v.contact_id AND messages.direction = v.direction
             AND messages.type = 'reaction' AND messages.revoked_at IS NULL")
    .rows(rows)
    .run(tx)
    .await?;
    Ok(())
}

fn direction(message: &NewMessage) -> &'static str {
    if message.outbound { "out" } else { "in" }
}

pub(super) async fn conversations(tx: &mut Tx, world: &World, stored: &Stored) -> db::Result<()> {
    let mut latest: HashMap<At, (Timestamp, MessageId)> = HashMap::new();
    let mut categories: HashMap<At, &str> = HashMap::new();
    for message in &world.messages {
        if let Place::Here(at) = message.conversation
            && let Some(&id) = stored.get(&(message.account, message.key))
        {
            let newest = latest.entry(at).or_insert((message.at, id));
            *newest = (*newest).max((message.at, id));
            if message.outbound
                && message.kind != CALL
                && world.conversations[at.0].last_outbound_at == Some(message.at)
            {
                let known = world.known.get(&(message.account, message.key));
                categories.insert(at, category(known.map(|known| &known.change)));
            }
        }
    }
    sql(
        "UPDATE conversations SET status = v.status,
             snoozed_until = CASE WHEN v.status = 'snoozed' THEN snoozed_until END,
             started_at = v.started_at, last_message_at = v.last_message_at,
             last_inbound_at = v.last_inbound_at, last_outbound_at = v.last_outbound_at,
             category = v.category, messages_count = messages_count + v.messages,
             unread_count = unread_count + v.unread,
             last_message_id = CASE WHEN v.newest_at >= conversations.last_message_at
                 THEN v.newest ELSE last_message_id END,
             resolved_at = CASE WHEN is_history AND v.status = 'resolved'
                     AND v.last_message_at > COALESCE(resolved_at, 0)
                 THEN v.last_message_at ELSE resolved_at END
         FROM $rows(id BIGINT, status TEXT, started_at BIGINT, last_message_at BIGINT,
             last_inbound_at BIGINT, last_outbound_at BIGINT, category TEXT, messages BIGINT, unread BIGINT,
             newest BIGINT, newest_at BIGINT) v
         WHERE conversations.id = v.id",
    )
    .rows(
        world
            .conversations
            .iter()
            .enumerate()
            .filter(|(_, known)| known.changed)
            .filter_map(|(index, known)| {
                let newest = latest.get(&At(index));
                let category = categories.get(&At(index)).map(|&new| new.to_owned());
                Some(vec![
                    known.id?.into(),
                    known.status.clone().into(),
                    known.started_at.into(),
                    known.last_message_at.into(),
                    known.last_inbound_at.into(),
                    known.last_outbound_at.into(),
                    category.or_else(|| known.category.clone()).into(),
                    known.messages.into(),
                    known.unread.into(),
                    newest.map(|(_, id)| *id).into(),
                    newest.map(|(at, _)| *at).into(),
                ])
            }),
    )
    .run(tx)
    .await?;
    Ok(())
}

/// Messages of earlier batches that a status, an edit or a revoke of this one changes.
pub(super) async fn changed_messages(tx: &mut Tx, world: &World) -> db::Result<()> {
    let stored = || {
        world
            .known
            .values()
            .filter_map(|known| Some((known.id?, known)))
    };
    told_of(tx, world).await?;
    filled(tx, world).await?;
    sql(
        "UPDATE messages SET status = COALESCE(v.status, messages.status),
             status_at = COALESCE(v.status_at, messages.status_at),
             category = COALESCE(v.category, messages.category),
             pricing = COALESCE(v.pricing, messages.pricing), cost_country = v.cost_country,
             errors = CASE WHEN v.status IS NULL THEN messages.errors ELSE v.errors END
         FROM $rows(id BIGINT, status TEXT, status_at BIGINT, category TEXT, pricing JSONB,
             errors JSONB, cost_country TEXT) v
         WHERE messages.id = v.id",
    )
    .rows(world.known.iter().filter_map(|((account, _), known)| {
        let id = known.id?;
        let change = &known.change;
        let (status, at) = change.status.clone().unzip();
        (status.is_some() || change.pricing.is_some()).then(|| {
            vec![
                id.into(),
                status.into(),
                at.into(),
                change.category.clone().into(),
                change.pricing.clone().into(),
                change.errors.clone().into(),
                cost_country(*account, known).into(),
            ]
        })
    }))
    .run(&mut *tx)
    .await?;
    // A conversation shows the category of its latest outbound message.
    sql("UPDATE conversations SET category = v.category
         FROM $rows(id BIGINT, at BIGINT, category TEXT) v
         WHERE conversations.id = v.id AND conversations.last_outbound_at <= v.at")
    .rows(stored().filter_map(|(_, known)| {
        let new = known.change.category.as_ref();
        let new = new.filter(|new| known.category.as_ref() != Some(*new))?;
        let row = [
            known.conversation?.into(),
            known.at.into(),
            new.clone().into(),
        ];
        Some(row.to_vec())
    }))
    .run(&mut *tx)
    .await?;
    sql(
        "UPDATE messages SET revoked_at = v.at FROM $rows(id BIGINT, at BIGINT) v
         WHERE messages.id = v.id AND revoked_at IS NULL",
    )
    .rows(stored().filter_map(|(id, known)| Some(vec![id.into(), known.change.revoked_at?.into()])))
    .run(&mut *tx)
    .await?;
    for (id, known) in stored() {
        let Some((text, new, at)) = &known.change.edit else {
            continue;
        };
        let (db::Json(old), edited_at): (db::Json<Value>, Option<Timestamp>) =
            sql("SELECT payload, edited_at FROM messages WHERE id = $1")
                .bind(id)
                .one(&mut *tx)
                .await?;
        if edited_at.is_some_and(|last| last > *at) {
            continue; // a later edit came first
        }
        sql("UPDATE messages SET text = $1, payload = $2, edited_at = $3 WHERE id = $4")
            .bind(text.clone())
            .bind(edited_payload(&old, new))
            .bind(*at)
            .bind(id)
            .run(&mut *tx)
            .await?;
    }
    Ok(())
}

/// Calls that went on, and past messages whose file came after its placeholder.
async fn filled(tx: &mut Tx, world: &World) -> db::Result<()> {
    let stored = || world.known.values();
    sql("UPDATE messages SET payload = v.payload, at = v.at
         FROM $rows(id BIGINT, payload JSONB, at BIGINT) v WHERE messages.id = v.id")
    .rows(stored().filter_map(|known| {
        let (payload, at) = known.change.call.clone()?;
        Some(vec![known.id?.into(), payload.into(), at.into()])
    }))
    .run(&mut *tx)
    .await?;
    sql(
        "UPDATE messages SET type = v.type, text = v.text, payload = v.payload
         FROM $rows(id BIGINT, type TEXT, text TEXT, payload JSONB) v WHERE messages.id = v.id",
    )
    .rows(stored().filter_map(|known| {
        let filled = known.change.filled.as_ref()?;
        Some(vec![
            known.id?.into(),
            filled.kind.into(),
            filled.text.clone().into(),
            filled.payload.clone().into(),
        ])
    }))
    .run(tx)
    .await?;
    Ok(())
}

/// Messages of ours of which a status has told Meta's id before its answer did: they were sent.
async fn told_of(tx: &mut Tx, world: &World) -> db::Result<()> {
    let told = || {
        world.known.iter().filter_map(|((_, key), known)| {
            let wamid = known.wamid.clone()?;
            Some((*key, known.id?, wamid))
        })
    };
    let ids: Vec<Arg> = told().map(|(_, id, _)| id.into()).collect();
    if ids.is_empty() {
        return Ok(());
    }
    sql(
        "UPDATE messages SET wamid = v.wamid, wamid_key = v.wamid_key
         FROM $rows(id BIGINT, wamid TEXT, wamid_key UUID) v
         WHERE messages.id = v.id AND messages.wamid IS NULL",
    )
    .rows(told().map(|(key, id, wamid)| vec![id.into(), wamid.into(), key.into()]))
    .run(&mut *tx)
    .await?;
    sql("DELETE FROM outbox WHERE message_id = ANY($1)")
        .bind(ids)
        .run(tx)
        .await?;
    Ok(())
}

pub(super) async fn statuses(tx: &mut Tx, world: &World, stored: &Stored) -> db::Result<()> {
    let rows = world.statuses.iter().map(|new| {
        let key = (new.account, new.key);
        let known = world.known.get(&key).and_then(|known| known.id);
        let message = known.or_else(|| stored.get(&key).copied());
        let recipient = new
            .status
            .participant_id
            .as_ref()
            .or(new.status.participant_user_id.as_ref());
        vec![
            new.workspace.into(),
            new.account.into(),
            new.key.into(),
            new.status.wamid.clone().into(),
            new.status.status.as_str().into(),
            recipient.cloned().unwrap_or_default().into(),
            Timestamp(new.status.timestamp).into(),
            new.status.payload.clone().into(),
            new.received_at.into(),
            message.into(),
        ]
    });
    sql("INSERT INTO message_statuses (workspace_id, account_id, wamid_key, wamid, status, recipient,
             at, data, received_at, message_id)
         SELECT v.* FROM $rows(workspace_id BIGINT, account_id BIGINT, wamid_key UUID, wamid TEXT,
             status TEXT, recipient TEXT, at BIGINT, data JSONB, received_at BIGINT,
             message_id BIGINT) v
         WHERE true ON CONFLICT DO NOTHING")
    .rows(rows.collect::<Vec<_>>())
    .run(&mut *tx)
    .await?;
    sql("UPDATE message_statuses SET message_id = v.id
         FROM $rows(id BIGINT, account_id BIGINT, wamid_key UUID) v
         WHERE message_statuses.account_id = v.account_id
             AND message_statuses.wamid_key = v.wamid_key AND message_id IS NULL")
    .rows(
        world
            .messages
            .iter()
            .filter(|message| message.outbound)
            .filter_map(|message| {
                let id = stored.get(&(message.account, message.key))?;
                Some(vec![
                    (*id).into(),
                    message.account.into(),
                    message.key.into(),
                ])
            }),
    )
    .run(tx)
    .await?;
    Ok(())
}

/// Media is fetched by a job: ids live seven days, and nobody should wait for a download.
pub(super) async fn jobs(tx: &mut Tx, world: &World, stored: &Stored) -> db::Result<()> {
    let fetches = world.messages.iter().filter_map(|message| {
        let id = stored.get(&(message.account, message.key))?;
        let fetch = FetchMedia::of(message.media.as_ref()?, *id, message.account)?;
        let workspace = world.contacts[message.contact.0].workspace;
        Some((workspace, fetch, Options::at_once(world.now)))
    });
    jobs::enqueue_all(tx, fetches).await?;
    // Past messages that had only a placeholder for their file.
    let filled = world.known.iter().filter_map(|((account, _), known)| {
        let media = known.change.filled.as_ref()?.media.as_ref()?;
        let fetch = FetchMedia::of(media, known.id?, *account)?;
        Some((known.workspace, fetch, Options::at_once(world.now)))
    });
    jobs::enqueue_all(tx, filled).await
}
