//! What names somebody outside the rows that go with them: raw webhook bodies, and the timeline of a
//! customer who stays when one of their contacts goes.

use std::collections::HashSet;

use serde_json::{Map, Value};

use crate::db::{self, Arg, Json, Tx, sql};
use crate::kernel::clock::Timestamp;
use crate::kernel::ids::{ContactId, CustomerId, EventId, WebhookEventId, WorkspaceId};

/// Bodies looked at in one step; each may have megabytes.
const BODIES: usize = 50;
/// What stays of an event about a contact that is gone.
const STAYS: [&str; 2] = ["contact_id", "channel"];

/// Everything that these contacts were ever reached or called by, numbers without `+`.
pub(super) async fn names_of(
    tx: &mut Tx,
    workspace: WorkspaceId,
    contacts: &[ContactId],
) -> db::Result<HashSet<String>> {
    crate::row! {
        struct Address {
            phone: Option<String>,
            wa_id: Option<String>,
            user_id: Option<String>,
            parent_user_id: Option<String>,
            username: Option<String>,
        }
    }
    let addresses: Vec<Address> = sql(
        "SELECT phone, wa_id, bsuid, parent_bsuid, username FROM contacts
         WHERE workspace_id = $1 AND id = ANY($2)",
    )
    .bind(workspace)
    .bind(ids(contacts))
    .all(&mut *tx)
    .await?;
    let aliases: Vec<(String,)> =
        sql("SELECT value FROM contact_aliases WHERE workspace_id = $1 AND contact_id = ANY($2)")
            .bind(workspace)
            .bind(ids(contacts))
            .all(tx)
            .await?;
    let known = addresses.into_iter().flat_map(|address| {
        [
            address.phone,
            address.wa_id,
            address.user_id,
            address.parent_user_id,
            address.username,
        ]
    });
    let aliases = aliases.into_iter().map(|(value,)| Some(value));
    Ok(known
        .chain(aliases)
        .flatten()
        .map(|name| plain(&name).to_owned())
        .filter(|name| !name.is_empty())
        .collect())
}

fn ids(contacts: &[ContactId]) -> Vec<Arg> {
    contacts.iter().map(|id| (*id).into()).collect()
}

fn plain(name: &str) -> &str {
    name.strip_prefix('+').unwrap_or(name)
}

/// Forgets the webhooks that are done and brought messages of these contacts, or what became of
/// messages to them. To be called while the messages are there: their times lead to the webhooks.
///
/// What is not done stays, since it was not used yet; so does what named them without any message,
/// until its time is over.
pub(super) async fn webhooks(
    tx: &mut Tx,
    workspace: WorkspaceId,
    contacts: &[ContactId],
    names: &HashSet<String>,
) -> db::Result<()> {
    let oldest: (Option<Timestamp>,) =
        sql("SELECT MIN(received_at) FROM webhook_events WHERE state = 'done'")
            .one(&mut *tx)
            .await?;
    let Some(oldest) = oldest.0 else {
        return Ok(());
    };
    let times: Vec<(Timestamp,)> = sql("SELECT m.received_at
         FROM conversations c JOIN messages m ON m.conversation_id = c.id
         WHERE c.workspace_id = $1 AND c.contact_id = ANY($2) AND m.received_at >= $3
         UNION
         SELECT s.received_at
         FROM conversations c JOIN messages m ON m.conversation_id = c.id
         JOIN message_statuses s ON s.account_id = m.account_id AND s.wamid_key = m.wamid_key
         WHERE c.workspace_id = $1 AND c.contact_id = ANY($2) AND s.received_at >= $3")
    .bind(workspace)
    .bind(ids(contacts))
    .bind(oldest)
    .all(&mut *tx)
    .await?;
    for times in times.chunks(BODIES) {
        let times: Vec<Arg> = times.iter().map(|(time,)| (*time).into()).collect();
        let bodies: Vec<(WebhookEventId, Vec<u8>)> = sql("SELECT id, body FROM webhook_events
             WHERE workspace_id = $1 AND received_at = ANY($2) AND state = 'done'")
        .bind(workspace)
        .bind(times)
        .all(&mut *tx)
        .await?;
        let naming: Vec<Arg> = bodies
            .into_iter()
            .filter(|(_, body)| {
                let body = String::from_utf8_lossy(body);
                names.iter().any(|name| body.contains(name.as_str()))
            })
            .map(|(id, _)| id.into())
            .collect();
        if !naming.is_empty() {
            sql("DELETE FROM webhook_events WHERE workspace_id = $1 AND id = ANY($2)")
                .bind(workspace)
                .bind(naming)
                .run(&mut *tx)
                .await?;
        }
    }
    Ok(())
}

/// Takes the addresses of a contact that goes out of the timeline of its customer, who stays.
pub(super) async fn timeline(
    tx: &mut Tx,
    workspace: WorkspaceId,
    customer: CustomerId,
    contact: ContactId,
    mut names: HashSet<String>,
) -> db::Result<()> {
    let events: Vec<(EventId, Json<Map<String, Value>>)> = sql("SELECT id, data FROM events
         WHERE workspace_id = $1 AND customer_id = $2
             AND (kind LIKE 'contact.%' OR kind = 'customer.phone_changed')
         ORDER BY id DESC")
    .bind(workspace)
    .bind(customer)
    .all(&mut *tx)
    .await?;
    let mut erased = Vec::new();
    // From the newest on: a change to a name that we know leads to the one before it.
    for (id, Json(data)) in events {
        let texts: Vec<String> = data
            .iter()
            .filter(|(key, _)| !STAYS.contains(&key.as_str()))
            .filter_map(|(_, value)| value.as_str())
            .map(|text| plain(text).to_owned())
            .collect();
        let is_about = match data.get("contact_id") {
            Some(id) => id.as_i64() == Some(contact.0),
            None => texts.iter().any(|text| names.contains(text)),
        };
        if !is_about {
            continue;
        }
        names.extend(texts);
        let mut left: Map<String, Value> = data
            .into_iter()
            .filter(|(key, _)| STAYS.contains(&key.as_str()))
            .collect();
        left.insert("erased".to_owned(), true.into());
        erased.push(vec![id.into(), Arg::from(Value::Object(left))]);
    }
    if erased.is_empty() {
        return Ok(());
    }
    sql("UPDATE events SET data = v.data
         FROM $rows(id BIGINT, data JSONB) v WHERE events.id = v.id")
    .rows(erased)
    .run(tx)
    .await?;
    Ok(())
}

/// Takes what members noted in the threads of a contact that goes out of the timeline of its customer,
/// who stays. To be called while the conversations are there.
pub(super) async fn thread_notes(
    tx: &mut Tx,
    workspace: WorkspaceId,
    contact: ContactId,
) -> db::Result<()> {
    sql("UPDATE events SET data = $3
         WHERE workspace_id + 0 = $1 AND kind LIKE 'conversation.note_%'
             AND conversation_id IN (SELECT id FROM conversations WHERE contact_id = $2)")
    .bind(workspace)
    .bind(contact)
    .bind(serde_json::json!({"erased": true}))
    .run(tx)
    .await?;
    Ok(())
}
