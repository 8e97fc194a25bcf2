//! Reads what is known of the people and messages of a batch, and locks it.
//!
//! Locks are taken in the order of ids, contacts before conversations before messages, so that
//! two nodes cannot wait for each other.
//!
//! What is not there yet has no row to lock. Where a unique key would not show that another writer
//! makes it at the same time, a name is locked instead, see [`Tx::hold`], and then we look again.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use uuid::Uuid;
use whatsapp::webhook::{Pricing, Status};

use super::calls;
use super::keys::{Keys, phone_alias};
use super::world::{
    At, CHANNEL, Contact, Conversation, Customer, Known, MessageChange, Revision, World,
};
use crate::customers::{forms, name_of};
use crate::db::{self, Tx, sql};
use crate::kernel::clock::Timestamp;
use crate::kernel::ids::{
    AccountId, ContactId, ConversationId, CustomerId, MessageId, WorkspaceId,
};
use crate::sending::Reference;

crate::row! {
    struct ContactRow {
        id: ContactId,
        uuid: Uuid,
        customer_id: CustomerId,
        phone: Option<String>,
        wa_id: Option<String>,
        bsuid: Option<String>,
        parent_bsuid: Option<String>,
        username: Option<String>,
        profile_name: Option<String>,
        book_name: Option<String>,
        book_at: Option<Timestamp>,
        number_at: Option<Timestamp>,
        profile_at: Option<Timestamp>,
        changes_wait: bool,
        account_id: Option<AccountId>,
        activity_at: Timestamp,
        last_inbound_at: Option<Timestamp>,
        last_message_at: Option<Timestamp>,
        created_at: Timestamp,
        updated_at: Timestamp,
    }
}

crate::row! {
    struct ConversationRow {
        id: ConversationId,
        uuid: Uuid,
        contact_id: ContactId,
        account_id: AccountId,
        status: String,
        is_history: bool,
        started_at: Timestamp,
        last_message_at: Timestamp,
        last_inbound_at: Option<Timestamp>,
        last_outbound_at: Option<Timestamp>,
        category: Option<String>,
        messages_count: i64,
    }
}

crate::row! {
    struct MessageRow {
        id: MessageId,
        workspace_id: WorkspaceId,
        account_id: AccountId,
        wamid_key: Uuid,
        conversation_id: ConversationId,
        contact_id: ContactId,
        direction: String,
        status: Option<String>,
        at: Timestamp,
        category: Option<String>,
        pricing: Option<db::Json<serde_json::Value>>,
        cost_country: Option<String>,
        is_past: bool,
        is_placeholder: bool,
    }
}

/// Fills the world with what the keys name.
pub(super) async fn load(tx: &mut Tx, world: &mut World, keys: &Keys) -> db::Result<()> {
    let mut places = HashMap::new();
    for (&workspace, aliases) in &keys.aliases {
        let aliases: Vec<String> = aliases.iter().cloned().collect();
        let mut found = find_aliases(tx, workspace, aliases.clone()).await?;
        let strangers = keys.several_forms.get(&workspace);
        if tx
            .hold(
                strangers
                    .into_iter()
                    .flatten()
                    .filter_map(|digits| unknown_number(digits, &found)),
            )
            .await?
        {
            found = find_aliases(tx, workspace, aliases.clone()).await?;
        }
        let contacts = loop {
            let contacts = lock_contacts(tx, workspace, ids(&found)).await?;
            if as_found(&found, &contacts) {
                break contacts;
            }
            // Somebody changed them while we waited for the lock, and perhaps what they are known by.
            found = find_aliases(tx, workspace, aliases.clone()).await?;
        };
        if contacts.is_empty() {
            continue;
        }
        let ids = ids(&found);
        place_contacts(world, workspace, contacts, &mut places);
        for (alias, contact, _) in found {
            if let Some(&at) = places.get(&contact) {
                world.aliases.insert((workspace, alias), at);
            }
        }
        for row in lock_conversations(tx, workspace, ids, !keys.past.is_empty()).await? {
            place_conversation(world, workspace, row, &places);
        }
    }
    for (&account, messages) in &keys.messages {
        place_messages(
            world,
            lock_messages(tx, account, messages.iter().copied().collect()).await?,
        );
        // A status and the message it is of may be on their way at once, in different hands.
        let absent = |key: &&Uuid| !world.known.contains_key(&(account, **key));
        let statuses = keys.statuses.get(&account).into_iter().flatten();
        let echoes = keys.echoes.get(&account).into_iter().flatten();
        let absent: Vec<Uuid> = statuses.chain(echoes).filter(absent).copied().collect();
        if tx.hold(absent.iter().copied()).await? {
            place_messages(world, lock_messages(tx, account, absent).await?);
        }
    }
    for (&account, references) in &keys.references {
        place_referenced(tx, world, account, references).await?;
        // The answer with Meta's id may have been recorded after they were looked for by it, and before
        // they were looked for by ours.
        let keys = references.keys().copied();
        let absent: Vec<Uuid> = keys
            .filter(|key| !world.known.contains_key(&(account, *key)))
            .collect();
        if !absent.is_empty() {
            place_messages(world, lock_messages(tx, account, absent).await?);
        }
    }
    if world.contacts.iter().any(|contact| contact.changes_wait) {
        for (&account, messages) in &keys.messages {
            let keys = messages.iter().copied().collect();
            place_revisions(world, account, revisions(tx, account, keys).await?, &places);
        }
    }
    for (&account, named) in &keys.calls {
        calls::load(tx, world, account, named.iter().copied().collect()).await?;
    }
    for (&account, echoes) in keys.echoes.iter().chain(&keys.past) {
        let waiting = waiting_statuses(tx, account, echoes.iter().copied().collect()).await?;
        for (key, db::Json(payload)) in waiting {
            world
                .waiting
                .entry((account, key))
                .or_default()
                .extend(Status::from_payload(payload));
        }
    }
    Ok(())
}

/// One name for all forms of a number, if nobody has any of them.
fn unknown_number(digits: &str, found: &[Alias]) -> Option<Uuid> {
    let alias = phone_alias(digits);
    let forms = forms(&alias);
    let known = found.iter().any(|(value, ..)| forms.contains(value));
    name_of(&alias).filter(|_| !known)
}

/// An id, who is known by it, and when that contact was last changed.
type Alias = (String, ContactId, Timestamp);

async fn find_aliases(
    tx: &mut Tx,
    workspace: WorkspaceId,
    aliases: Vec<String>,
) -> db::Result<Vec<Alias>> {
    sql("SELECT a.value, a.contact_id, c.updated_at
         FROM contact_aliases a JOIN contacts c ON c.id = a.contact_id
         WHERE a.workspace_id = $1 AND a.channel = $2 AND a.value = ANY($3)")
    .bind(workspace)
    .bind(CHANNEL)
    .bind(aliases)
    .all(tx)
    .await
}

fn ids(found: &[Alias]) -> Vec<i64> {
    let ids: BTreeSet<i64> = found.iter().map(|(_, contact, _)| contact.0).collect();
    ids.into_iter().collect()
}

/// Whether the contacts are still what they were when their ids were read.
fn as_found(found: &[Alias], locked: &[ContactRow]) -> bool {
    let versions: HashMap<ContactId, Timestamp> =
        locked.iter().map(|row| (row.id, row.updated_at)).collect();
    let same = |(_, contact, version): &Alias| versions.get(contact) == Some(version);
    found.iter().all(same)
}

async fn lock_contacts(
    tx: &mut Tx,
    workspace: WorkspaceId,
    ids: Vec<i64>,
) -> db::Result<Vec<ContactRow>> {
    sql(
        "SELECT id, uuid, customer_id, phone, wa_id, bsuid, parent_bsuid, username, profile_name,
            book_name, book_at, number_at, profile_at, changes_wait, account_id, activity_at, last_inbound_at,
            last_message_at, created_at, updated_at
         FROM contacts WHERE workspace_id = $1 AND id = ANY($2)
         ORDER BY id FOR UPDATE",
    )
    .bind(workspace)
    .bind(ids)
    .all(tx)
    .await
}

fn place_contacts(
    world: &mut World,
    workspace: WorkspaceId,
    rows: Vec<ContactRow>,
    places: &mut HashMap<ContactId, At>,
) {
    let mut customers: HashMap<CustomerId, At> = HashMap::new();
    for row in rows {
        let customer = *customers.entry(row.customer_id).or_insert_with(|| {
            world
                .customers
                .push(Customer::known(row.customer_id, workspace));
            At(world.customers.len() - 1)
        });
        places.insert(row.id, At(world.contacts.len()));
        world.contacts.push(Contact {
            id: Some(row.id),
            new: false,
            uuid: row.uuid,
            workspace,
            customer,
            phone: row.phone,
            wa_id: row.wa_id,
            bsuid: row.bsuid,
            parent_bsuid: row.parent_bsuid,
            username: row.username,
            profile_name: row.profile_name,
            book_name: row.book_name,
            book_at: row.book_at,
            number_at: row.number_at,
            profile_at: row.profile_at,
            changes_wait: row.changes_wait,
            account: row.account_id,
            activity_at: row.activity_at,
            last_inbound_at: row.last_inbound_at,
            last_message_at: row.last_message_at,
            created_at: row.created_at,
            changed: false,
        });
    }
}

async fn lock_conversations(
    tx: &mut Tx,
    workspace: WorkspaceId,
    contacts: Vec<i64>,
    with_past: bool,
) -> db::Result<Vec<ConversationRow>> {
    let which = match with_past {
        true => "(status <> 'resolved' OR is_history)",
        false => "status <> 'resolved'",
    };
    sql(format!(
        "SELECT id, uuid, contact_id, account_id, status, is_history, started_at, last_message_at,
            last_inbound_at, last_outbound_at, category, messages_count
         FROM conversations
         WHERE contact_id = ANY($2) AND workspace_id = $1 AND {which}
         ORDER BY id FOR UPDATE"
    ))
    .bind(workspace)
    .bind(contacts)
    .all(tx)
    .await
}

fn place_conversation(
    world: &mut World,
    workspace: WorkspaceId,
    row: ConversationRow,
    places: &HashMap<ContactId, At>,
) {
    let Some(&contact) = places.get(&row.contact_id) else {
        return;
    };
    let place = At(world.conversations.len());
    if row.status != "resolved" {
        world.open.insert((contact, row.account_id), place);
    }
    if row.is_history {
        world.past.insert((contact, row.account_id), place);
    }
    world.conversations.push(Conversation {
        id: Some(row.id),
        uuid: row.uuid,
        workspace,
        contact,
        account: row.account_id,
        status: row.status,
        is_history: row.is_history,
        started_at: row.started_at,
        last_message_at: row.last_message_at,
        last_inbound_at: row.last_inbound_at,
        last_outbound_at: row.last_outbound_at,
        category: row.category,
        spoken: row.messages_count > 0,
        messages: 0,
        unread: 0,
        changed: false,
    });
}

async fn lock_messages(
    tx: &mut Tx,
    account: AccountId,
    keys: Vec<Uuid>,
) -> db::Result<Vec<MessageRow>> {
    sql(
        "SELECT id, workspace_id, account_id, wamid_key, conversation_id, contact_id, direction,
             status, at, category, pricing, cost_country, COALESCE(origin = 'history', FALSE),
             type = 'media_placeholder'
         FROM messages WHERE account_id = $1 AND wamid_key = ANY($2)
         ORDER BY id FOR UPDATE",
    )
    .bind(account)
    .bind(keys)
    .all(tx)
    .await
}

fn place_messages(world: &mut World, rows: Vec<MessageRow>) {
    for row in rows {
        let pricing = row.pricing.as_ref();
        let is_counted = row.cost_country.is_some();
        let mut known = Known {
            id: Some(row.id),
            new: None,
            workspace: row.workspace_id,
            conversation: Some(row.conversation_id),
            contact: Some(row.contact_id),
            outbound: row.direction == "out",
            status: row.status,
            at: row.at,
            category: row.category,
            pricing: pricing.and_then(|pricing| Pricing::from_payload(&pricing.0)),
            country: row.cost_country,
            counted: None,
            is_past: row.is_past,
            is_placeholder: row.is_placeholder,
            wamid: None,
            change: MessageChange::default(),
        };
        known.counted = known.count(row.account_id).filter(|_| is_counted);
        world.known.insert((row.account_id, row.wamid_key), known);
    }
}

/// Messages of ours that were sent and whose answer with Meta's id we have not recorded: their
/// statuses came first, or the answer was lost.
async fn place_referenced(
    tx: &mut Tx,
    world: &mut World,
    account: AccountId,
    references: &BTreeMap<Uuid, (Reference, String)>,
) -> db::Result<()> {
    let absent: Vec<_> = references
        .iter()
        .filter(|(key, _)| !world.known.contains_key(&(account, **key)))
        .collect();
    if absent.is_empty() {
        return Ok(());
    }
    let ids: BTreeSet<i64> = absent
        .iter()
        .map(|(_, (named, _))| named.message.0)
        .collect();
    let ids: Vec<i64> = ids.into_iter().collect();
    let rows: Vec<SentRow> = sql(
        "SELECT id, workspace_id, received_at, conversation_id, contact_id, at, category
         FROM messages
         WHERE id = ANY($2) AND account_id + 0 = $1 AND direction = 'out' AND wamid_key IS NULL
         ORDER BY id FOR UPDATE",
    )
    .bind(account)
    .bind(ids)
    .all(tx)
    .await?;
    for (key, (named, wamid)) in absent {
        let row = rows
            .iter()
            .find(|row| (row.id, row.received_at) == (named.message, named.given_at));
        if let Some(row) = row {
            let known = Known {
                id: Some(row.id),
                new: None,
                workspace: row.workspace_id,
                conversation: Some(row.conversation_id),
                contact: Some(row.contact_id),
                outbound: true,
                // Meta has said nothing of it before, whatever we took it for.
                status: None,
                at: row.at,
                category: row.category.clone(),
                pricing: None,
                country: None,
                counted: None,
                is_past: false,
                is_placeholder: false,
                wamid: Some(wamid.clone()),
                change: MessageChange::default(),
            };
            world.known.insert((account, *key), known);
        }
    }
    Ok(())
}

crate::row! {
    struct SentRow {
        id: MessageId,
        workspace_id: WorkspaceId,
        received_at: Timestamp,
        conversation_id: ConversationId,
        contact_id: ContactId,
        at: Timestamp,
        category: Option<String>,
    }
}

crate::row! {
    struct RevisionRow {
        target_key: Uuid,
        contact_id: ContactId,
        kind: String,
        at: Timestamp,
        text: Option<String>,
        payload: db::Json<serde_json::Value>,
    }
}

/// Stored edits and revokes of these messages.
async fn revisions(
    tx: &mut Tx,
    account: AccountId,
    targets: Vec<Uuid>,
) -> db::Result<Vec<RevisionRow>> {
    sql(
        "SELECT target_key, contact_id, type, at, text, payload FROM messages
         WHERE account_id = $1 AND target_key = ANY($2) AND type IN ('edit', 'revoke')
         ORDER BY at, id",
    )
    .bind(account)
    .bind(targets)
    .all(tx)
    .await
}

fn place_revisions(
    world: &mut World,
    account: AccountId,
    rows: Vec<RevisionRow>,
    places: &HashMap<ContactId, At>,
) {
    for row in rows {
        let Some(&contact) = places.get(&row.contact_id) else {
            continue;
        };
        let new = row.payload.0["edit"]["message"].clone();
        let edit = match (row.kind.as_str(), new.is_object()) {
            ("edit", false) => continue,
            ("edit", true) => Some((row.text, new, row.at)),
            _ => None,
        };
        let revision = Revision {
            contact,
            at: row.at,
            edit,
        };
        let waiting = world.early.entry((account, row.target_key));
        waiting.or_default().push(revision);
    }
}

async fn waiting_statuses(
    tx: &mut Tx,
    account: AccountId,
    keys: Vec<Uuid>,
) -> db::Result<Vec<(Uuid, db::Json<serde_json::Value>)>> {
    sql("SELECT wamid_key, data FROM message_statuses
         WHERE account_id = $1 AND wamid_key = ANY($2) AND message_id IS NULL ORDER BY id")
    .bind(account)
    .bind(keys)
    .all(tx)
    .await
}
