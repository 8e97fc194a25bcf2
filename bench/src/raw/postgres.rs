//! Raw inserts into PostgreSQL: one statement per table over the whole batch.

use std::collections::BTreeMap;

use tokio_postgres::Client;
use uuid::Uuid;

use super::{Owner, key, payload, writers};
use crate::Result;
use crate::webhooks::{Known, Message};

pub(super) async fn write(
    client: &mut Client,
    owner: Owner,
    people: &mut [Known],
    batch: &[Message],
) -> Result<()> {
    let at = batch.last().map_or(0, |message| message.at * 1_000_000);
    let tx = client.transaction().await?;
    let bodies: Vec<&[u8]> = batch.iter().map(|message| &message.body[..]).collect();
    tx.execute(
        "INSERT INTO webhook_events (workspace_id, app_id, received_at, state, body)
         SELECT $1, $2, $3, 'done', v.body FROM UNNEST($4::BYTEA[]) v(body)",
        &[&owner.workspace, &owner.app, &at, &bodies],
    )
    .await?;
    let strangers = strangers(&tx, owner, batch, at).await?;
    let counts = writers(batch);
    // Conversations for those who have none open.
    let silent: Vec<usize> = counts
        .keys()
        .copied()
        .filter(|at| people[*at].conversation.is_none())
        .collect();
    let mut whose: Vec<(i64, i64)> = silent
        .iter()
        .map(|at| (people[*at].contact, people[*at].customer))
        .collect();
    whose.extend(strangers.values());
    let begun = begin(&tx, owner, &whose, at).await?;
    for person in silent {
        people[person].conversation = begun.get(&people[person].contact).copied();
    }
    let mut rows = Vec::with_capacity(batch.len());
    for message in batch {
        let (contact, conversation) = match message.from {
            Some(person) => (people[person].contact, people[person].conversation),
            None => {
                let (contact, _) = strangers[&message.digits];
                (contact, begun.get(&contact).copied())
            }
        };
        rows.push((contact, conversation.ok_or("no conversation")?, message));
    }
    let stored = tx
        .query(
            "INSERT INTO messages (workspace_id, conversation_id, contact_id, account_id, direction,
                 type, wamid, wamid_key, at, received_at, text, payload)
             SELECT $1, v.conversation, v.contact, $2, 'in', 'text', v.wamid, v.key, $3, $3, v.text,
                 CAST(v.payload AS JSONB)
             FROM UNNEST($4::BIGINT[], $5::BIGINT[], $6::TEXT[], $7::UUID[], $8::TEXT[], $9::TEXT[])
                 v(conversation, contact, wamid, key, text, payload)
             RETURNING conversation_id, id",
            &[
                &owner.workspace,
                &owner.account,
                &at,
                &rows.iter().map(|row| row.1).collect::<Vec<_>>(),
                &rows.iter().map(|row| row.0).collect::<Vec<_>>(),
                &rows.iter().map(|row| row.2.wamid.as_str()).collect::<Vec<_>>(),
                &rows.iter().map(|row| key(row.2)).collect::<Vec<_>>(),
                &rows.iter().map(|row| row.2.text.as_str()).collect::<Vec<_>>(),
                &rows.iter().map(|row| payload(row.2)).collect::<Vec<_>>(),
            ],
        )
        .await?;
    let mut latest: BTreeMap<i64, (i64, i64)> = BTreeMap::new();
    for row in stored {
        let (conversation, id): (i64, i64) = (row.get(0), row.get(1));
        let entry = latest.entry(conversation).or_insert((0, 0));
        *entry = (entry.0 + 1, entry.1.max(id));
    }
    tx.execute(
        "UPDATE conversations c SET messages_count = messages_count + v.messages,
             unread_count = unread_count + v.messages, last_message_id = v.message,
             last_message_at = $1, last_inbound_at = $1
         FROM UNNEST($2::BIGINT[], $3::BIGINT[], $4::BIGINT[]) v(id, messages, message) WHERE c.id = v.id",
        &[
            &at,
            &latest.keys().copied().collect::<Vec<_>>(),
            &latest.values().map(|(messages, _)| *messages).collect::<Vec<_>>(),
            &latest.values().map(|(_, id)| *id).collect::<Vec<_>>(),
        ],
    )
    .await?;
    let contacts: Vec<i64> = counts
        .keys()
        .map(|person| people[*person].contact)
        .collect();
    tx.execute(
        "UPDATE contacts SET last_inbound_at = $1, last_message_at = $1, activity_at = $1,
             account_id = $2, updated_at = $1 WHERE id = ANY($3)",
        &[&at, &owner.account, &contacts],
    )
    .await?;
    let customers: Vec<i64> = counts
        .keys()
        .map(|person| people[*person].customer)
        .collect();
    let messages: Vec<i64> = counts.values().copied().collect();
    tx.execute(
        "UPDATE customer_stats s SET inbound_count = inbound_count + v.messages, last_inbound_at = $1,
             last_message_at = $1
         FROM UNNEST($2::BIGINT[], $3::BIGINT[]) v(id, messages) WHERE s.customer_id = v.id",
        &[&at, &customers, &messages],
    )
    .await?;
    tx.commit().await?;
    Ok(())
}

/// Conversations of these contacts and customers, by contact.
async fn begin(
    tx: &tokio_postgres::Transaction<'_>,
    owner: Owner,
    whose: &[(i64, i64)],
    at: i64,
) -> Result<BTreeMap<i64, i64>> {
    let uuids: Vec<Uuid> = whose.iter().map(|_| Uuid::now_v7()).collect();
    let contacts: Vec<i64> = whose.iter().map(|(contact, _)| *contact).collect();
    let customers: Vec<i64> = whose.iter().map(|(_, customer)| *customer).collect();
    let rows = tx
        .query(
            "INSERT INTO conversations (workspace_id, uuid, contact_id, customer_id, account_id,
                 session_data, started_at, last_message_at, last_inbound_at)
             SELECT $1, v.uuid, v.contact, v.customer, $2, '{}', $3, $3, $3
             FROM UNNEST($4::UUID[], $5::BIGINT[], $6::BIGINT[]) v(uuid, contact, customer)
             RETURNING contact_id, id",
            &[
                &owner.workspace,
                &owner.account,
                &at,
                &uuids,
                &contacts,
                &customers,
            ],
        )
        .await?;
    tx.execute(
        "UPDATE customer_stats SET conversations_count = conversations_count + 1
         WHERE customer_id = ANY($1)",
        &[&customers],
    )
    .await?;
    Ok(rows.iter().map(|row| (row.get(0), row.get(1))).collect())
}

/// The contacts and customers of those nobody knows yet, by their digits.
async fn strangers(
    tx: &tokio_postgres::Transaction<'_>,
    owner: Owner,
    batch: &[Message],
    at: i64,
) -> Result<BTreeMap<String, (i64, i64)>> {
    let new: BTreeMap<&str, &Message> = batch
        .iter()
        .filter(|message| message.from.is_none())
        .map(|message| (message.digits.as_str(), message))
        .collect();
    let phones: Vec<String> = new.keys().map(|digits| format!("+{digits}")).collect();
    let known = tx
        .query(
            "SELECT substr(a.value, 2), c.id, c.customer_id FROM contact_aliases a
             JOIN contacts c ON c.id = a.contact_id
             WHERE a.workspace_id = $1 AND a.channel = 'whatsapp' AND a.value = ANY($2)",
            &[&owner.workspace, &phones],
        )
        .await?;
    let mut found: BTreeMap<String, (i64, i64)> = known
        .iter()
        .map(|row| (row.get(0), (row.get(1), row.get(2))))
        .collect();
    let new: Vec<&Message> = new
        .into_values()
        .filter(|message| !found.contains_key(&message.digits))
        .collect();
    let digits: Vec<&str> = new.iter().map(|message| message.digits.as_str()).collect();
    let names: Vec<&str> = new.iter().map(|message| message.name.as_str()).collect();
    let uuids: Vec<Uuid> = new.iter().map(|_| Uuid::now_v7()).collect();
    let made = tx
        .query(
            "INSERT INTO customers (workspace_id, uuid, name, name_key, phone, country, attributes,
                 source, created_at, updated_at)
             SELECT $1, v.uuid, v.name, v.name, '+' || v.digits, 'SA', '{}', 'inbound', $2, $2
             FROM UNNEST($3::UUID[], $4::TEXT[], $5::TEXT[]) v(uuid, name, digits)
             RETURNING substr(phone, 2), id",
            &[&owner.workspace, &at, &uuids, &names, &digits],
        )
        .await?;
    let digits: Vec<String> = made.iter().map(|row| row.get(0)).collect();
    let customers: Vec<i64> = made.iter().map(|row| row.get(1)).collect();
    let made = tx
        .query(
            "INSERT INTO contacts (workspace_id, uuid, customer_id, channel, phone, wa_id,
                 account_id, activity_at, last_inbound_at, last_message_at, created_at, updated_at)
             SELECT $1, v.uuid, v.customer, 'whatsapp', '+' || v.digits, v.digits, $2, $3, $3, $3, $3, $3
             FROM UNNEST($4::UUID[], $5::BIGINT[], $6::TEXT[]) v(uuid, customer, digits)
             RETURNING wa_id, id, customer_id",
            &[&owner.workspace, &owner.account, &at, &uuids, &customers, &digits],
        )
        .await?;
    let contacts: Vec<i64> = made.iter().map(|row| row.get(1)).collect();
    let aliases: Vec<String> = made
        .iter()
        .map(|row| format!("+{}", row.get::<_, String>(0)))
        .collect();
    tx.execute(
        "INSERT INTO contact_aliases (workspace_id, channel, value, contact_id)
         SELECT $1, 'whatsapp', v.value, v.contact FROM UNNEST($2::TEXT[], $3::BIGINT[]) v(value, contact)",
        &[&owner.workspace, &aliases, &contacts],
    )
    .await?;
    tx.execute(
        "INSERT INTO customer_stats (customer_id, workspace_id, inbound_count, first_inbound_at,
             last_inbound_at, first_message_at, last_message_at)
         SELECT v.id, $1, 1, $2, $2, $2, $2 FROM UNNEST($3::BIGINT[]) v(id)",
        &[&owner.workspace, &at, &customers],
    )
    .await?;
    tx.execute(
        "INSERT INTO events (workspace_id, customer_id, kind, actor_kind, data, at)
         SELECT $1, v.id, 'customer.created', 'customer', '{\"source\":\"inbound\"}', $2
         FROM UNNEST($3::BIGINT[]) v(id)",
        &[&owner.workspace, &at, &customers],
    )
    .await?;
    tx.execute(
        "INSERT INTO customer_search (customer_id, workspace_id, text)
         SELECT v.id, $1, v.digits || E'\\n\\n' FROM UNNEST($2::BIGINT[], $3::TEXT[]) v(id, digits)",
        &[&owner.workspace, &customers, &digits],
    )
    .await?;
    found.extend(
        made.iter()
            .map(|row| (row.get(0), (row.get(1), row.get(2)))),
    );
    Ok(found)
}
