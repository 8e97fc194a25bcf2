//! Writes made-up people: every table that the API would have written, many rows at a time.

use std::collections::{HashMap, HashSet};

use serde_json::{Map, json};
use uuid::Uuid;

use super::catalogue::Catalogue;
use super::person::Person;
use super::talk::Talk;
use crate::access::Actor;
use crate::consent::{ConsentSource, Purpose};
use crate::customers::{self, Stage, attributes};
use crate::db::{self, Arg, Tx, sql};
use crate::http::Faults;
use crate::kernel::clock::SECOND;
use crate::kernel::ids::{AccountId, ContactId, ConversationId, CustomerId, MemberId, MessageId};
use crate::kernel::text::fold;
use crate::messaging::message_key;
use crate::search;
use crate::timeline::{self, Event};

/// The channel of all made-up contacts.
const CHANNEL: &str = "whatsapp";

/// A person with the ids that the database gave them.
struct Stored<'a> {
    person: &'a Person,
    customer: CustomerId,
    contact: ContactId,
    account: Option<AccountId>,
    owner: Option<MemberId>,
}

/// A conversation with the ids that it refers to.
struct StoredTalk<'a> {
    talk: &'a Talk,
    id: ConversationId,
    whose: &'a Stored<'a>,
    account: AccountId,
}

/// Gives another number to whoever has one that somebody else has, here or in the database.
pub(super) async fn make_numbers_unique(
    tx: &mut Tx,
    catalogue: &Catalogue,
    people: &mut [Person],
) -> db::Result<()> {
    let mut taken = HashSet::new();
    let mut unsure: Vec<usize> = (0..people.len()).collect();
    while !unsure.is_empty() {
        let forms = |person: &Person| {
            person
                .addresses()
                .iter()
                .flat_map(|it| customers::forms(it))
                .collect::<Vec<_>>()
        };
        let wanted: Vec<String> = unsure.iter().flat_map(|at| forms(&people[*at])).collect();
        let found: Vec<(String,)> = sql("SELECT value FROM contact_aliases
             WHERE workspace_id = $1 AND channel = $2 AND value = ANY($3)")
        .bind(catalogue.workspace)
        .bind(CHANNEL)
        .bind(wanted)
        .all(&mut *tx)
        .await?;
        taken.extend(found.into_iter().map(|(value,)| value));
        unsure.retain(|at| {
            let forms = forms(&people[*at]);
            let is_taken = forms.iter().any(|form| taken.contains(form));
            if is_taken {
                people[*at].change_ids();
            } else {
                taken.extend(forms);
            }
            is_taken
        });
    }
    Ok(())
}

/// Writes a batch of people and everything about them.
pub(super) async fn write(tx: &mut Tx, catalogue: &Catalogue, people: &[Person]) -> db::Result<()> {
    let stored = insert_customers(tx, catalogue, people).await?;
    stats(tx, catalogue, &stored).await?;
    aliases(tx, catalogue, &stored).await?;
    attribute_values(tx, catalogue, &stored).await?;
    customer_tags(tx, catalogue, &stored).await?;
    consents(tx, catalogue, &stored).await?;
    events(tx, catalogue, &stored).await?;
    talks(tx, catalogue, &stored).await?;
    let ids: Vec<CustomerId> = stored.iter().map(|one| one.customer).collect();
    search::index(tx, catalogue.workspace, &ids).await?;
    let count = i64::try_from(people.len()).unwrap_or(0);
    customers::count(tx, catalogue.workspace, "customers", count).await?;
    customers::count(tx, catalogue.workspace, "contacts_whatsapp", count).await
}

async fn insert_customers<'a>(
    tx: &mut Tx,
    catalogue: &Catalogue,
    people: &'a [Person],
) -> db::Result<Vec<Stored<'a>>> {
    let ids: Vec<(Uuid, CustomerId)> = sql(
        "INSERT INTO customers (workspace_id, uuid, name, name_by_person, name_key, email,
             email_key, phone, city, city_key, country, language, attributes, stage, stage_pinned,
             blocked, opted_out, owner_id, source, created_at, updated_at)
         SELECT v.* FROM $rows(workspace_id BIGINT, uuid UUID, name TEXT, name_by_person BOOLEAN,
             name_key TEXT, email TEXT, email_key TEXT, phone TEXT, city TEXT, city_key TEXT,
             country TEXT, language TEXT, attributes JSONB, stage TEXT, stage_pinned BOOLEAN,
             blocked BOOLEAN, opted_out BOOLEAN, owner_id BIGINT, source TEXT, created_at BIGINT,
             updated_at BIGINT) v
         RETURNING uuid, id",
    )
    .rows(people.iter().map(|person| customer_row(catalogue, person)))
    .all(&mut *tx)
    .await?;
    let customers: HashMap<Uuid, CustomerId> = ids.into_iter().collect();
    let customer_of =
        |person: &Person| customers.get(&person.uuid).copied().ok_or(db::Error::NoRow);
    let mut rows = Vec::with_capacity(people.len());
    for person in people {
        rows.push(contact_row(catalogue, person, customer_of(person)?));
    }
    let ids: Vec<(CustomerId, ContactId)> = sql(
        "INSERT INTO contacts (workspace_id, uuid, customer_id, channel, phone, wa_id, bsuid,
             username, username_key, profile_name, profile_name_key, account_id, activity_at,
             last_inbound_at, last_message_at, created_at, updated_at)
         SELECT v.* FROM $rows(workspace_id BIGINT, uuid UUID, customer_id BIGINT, channel TEXT,
             phone TEXT, wa_id TEXT, bsuid TEXT, username TEXT, username_key TEXT,
             profile_name TEXT, profile_name_key TEXT, account_id BIGINT, activity_at BIGINT, last_inbound_at BIGINT, last_message_at BIGINT,
             created_at BIGINT, updated_at BIGINT) v
         RETURNING customer_id, id",
    )
    .rows(rows)
    .all(tx)
    .await?;
    let contacts: HashMap<CustomerId, ContactId> = ids.into_iter().collect();
    let mut stored = Vec::with_capacity(people.len());
    for person in people {
        let customer = customer_of(person)?;
        stored.push(Stored {
            person,
            customer,
            contact: contacts.get(&customer).copied().ok_or(db::Error::NoRow)?,
            account: account(catalogue, person),
            owner: owner(catalogue, person),
        });
    }
    Ok(stored)
}

fn customer_row(catalogue: &Catalogue, person: &Person) -> Vec<Arg> {
    let mut document = person.attributes.clone();
    document.retain(|key, _| catalogue.fits(key));
    let changed_at = person.consent.as_ref().filter(|consent| !consent.granted);
    vec![
        catalogue.workspace.into(),
        person.uuid.into(),
        person.name.clone().into(),
        person.name_by_person.into(),
        person.name.as_deref().map(fold).into(),
        person.email.clone().into(),
        person.email.as_deref().map(fold).into(),
        person.phone.clone().into(),
        person.city.clone().into(),
        person.city.as_deref().map(fold).into(),
        person.country().into(),
        person.language.into(),
        serde_json::Value::Object(document).into(),
        person.stage.into(),
        (person.stage == Stage::Vip).into(),
        person.blocked.into(),
        changed_at.is_some().into(),
        owner(catalogue, person).into(),
        customers::Source::Demo.into(),
        person.created_at.into(),
        changed_at
            .map_or(person.created_at, |consent| consent.at)
            .into(),
    ]
}

fn contact_row(catalogue: &Catalogue, person: &Person, customer: CustomerId) -> Vec<Arg> {
    let last_inbound = person
        .talks
        .iter()
        .filter_map(|talk| talk.last_at(false))
        .max();
    let last_outbound = person
        .talks
        .iter()
        .filter_map(|talk| talk.last_at(true))
        .max();
    let last = last_inbound.max(last_outbound);
    vec![
        catalogue.workspace.into(),
        person.contact_uuid.into(),
        customer.into(),
        CHANNEL.into(),
        person.phone.clone().into(),
        person.wa_id().into(),
        person.bsuid.clone().into(),
        person.username.clone().into(),
        person.username.as_deref().map(fold).into(),
        person.profile_name.clone().into(),
        person.profile_name.as_deref().map(fold).into(),
        account(catalogue, person).into(),
        last.unwrap_or(person.created_at)
            .max(person.created_at)
            .into(),
        last_inbound.into(),
        last.into(),
        person.created_at.into(),
        person.created_at.into(),
    ]
}

fn account(catalogue: &Catalogue, person: &Person) -> Option<AccountId> {
    let known = !catalogue.accounts.is_empty() && !person.talks.is_empty();
    known.then(|| catalogue.accounts[person.account % catalogue.accounts.len()])
}

fn owner(catalogue: &Catalogue, person: &Person) -> Option<MemberId> {
    let number = person.owner.filter(|_| !catalogue.members.is_empty())?;
    Some(catalogue.members[number % catalogue.members.len()])
}

async fn stats(tx: &mut Tx, catalogue: &Catalogue, stored: &[Stored<'_>]) -> db::Result<()> {
    sql(
        "INSERT INTO customer_stats (customer_id, workspace_id, conversations_count, inbound_count,
             outbound_count, first_inbound_at, last_inbound_at, first_outbound_at,
             last_outbound_at, first_message_at, last_message_at)
         SELECT v.* FROM $rows(customer_id BIGINT, workspace_id BIGINT, conversations_count BIGINT,
             inbound_count BIGINT, outbound_count BIGINT, first_inbound_at BIGINT,
             last_inbound_at BIGINT, first_outbound_at BIGINT, last_outbound_at BIGINT,
             first_message_at BIGINT, last_message_at BIGINT) v",
    )
    .rows(stored.iter().map(|one| {
        let talks = &one.person.talks;
        let times = |outbound: bool| {
            let lines = talks.iter().flat_map(Talk::spoken);
            lines
                .filter(move |line| line.outbound == outbound)
                .map(|line| line.at)
        };
        let count = |outbound| i64::try_from(times(outbound).count()).unwrap_or(0);
        let (first_in, last_in) = (times(false).min(), times(false).max());
        let (first_out, last_out) = (times(true).min(), times(true).max());
        vec![
            one.customer.into(),
            catalogue.workspace.into(),
            i64::try_from(talks.len()).unwrap_or(0).into(),
            count(false).into(),
            count(true).into(),
            first_in.into(),
            last_in.into(),
            first_out.into(),
            last_out.into(),
            [first_in, first_out].into_iter().flatten().min().into(),
            last_in.max(last_out).into(),
        ]
    }))
    .run(tx)
    .await?;
    Ok(())
}

async fn aliases(tx: &mut Tx, catalogue: &Catalogue, stored: &[Stored<'_>]) -> db::Result<()> {
    let mut rows: Vec<(String, ContactId)> = stored
        .iter()
        .flat_map(|one| {
            one.person
                .addresses()
                .into_iter()
                .map(|value| (value, one.contact))
        })
        .collect();
    rows.sort_unstable(); // neighbours in the index are written together
    sql(
        "INSERT INTO contact_aliases (workspace_id, channel, value, contact_id)
         SELECT v.* FROM $rows(workspace_id BIGINT, channel TEXT, value TEXT, contact_id BIGINT) v",
    )
    .rows(rows.into_iter().map(|(value, contact)| {
        vec![
            catalogue.workspace.into(),
            CHANNEL.into(),
            value.into(),
            contact.into(),
        ]
    }))
    .run(tx)
    .await?;
    Ok(())
}

async fn attribute_values(
    tx: &mut Tx,
    catalogue: &Catalogue,
    stored: &[Stored<'_>],
) -> db::Result<()> {
    let mut values = Vec::new();
    for one in stored {
        let mut wanted = one.person.attributes.clone();
        wanted.retain(|key, _| catalogue.fits(key));
        let mut faults = Faults::default();
        let plan = attributes::plan(&catalogue.attributes, &Map::new(), &wanted, "", &mut faults);
        values.extend(
            plan.index
                .into_iter()
                .map(|(id, index)| (id, one.customer, index)),
        );
    }
    attributes::write_index(tx, catalogue.workspace, values.into_iter()).await
}

async fn customer_tags(
    tx: &mut Tx,
    catalogue: &Catalogue,
    stored: &[Stored<'_>],
) -> db::Result<()> {
    sql(
        "INSERT INTO customer_tags (workspace_id, tag_id, customer_id)
         SELECT v.* FROM $rows(workspace_id BIGINT, tag_id BIGINT, customer_id BIGINT) v",
    )
    .rows(stored.iter().flat_map(|one| {
        one.person.tags.iter().map(|tag| {
            vec![
                catalogue.workspace.into(),
                catalogue.tags[*tag].into(),
                one.customer.into(),
            ]
        })
    }))
    .run(tx)
    .await?;
    Ok(())
}

async fn consents(tx: &mut Tx, catalogue: &Catalogue, stored: &[Stored<'_>]) -> db::Result<()> {
    sql(
        "INSERT INTO consents (workspace_id, customer_id, contact_id, purpose, granted, source,
             evidence, actor_kind, at, recorded_at)
         SELECT v.workspace_id, v.customer_id, v.contact_id, v.purpose, v.granted, v.source,
             v.evidence, v.actor_kind, v.at, v.at
         FROM $rows(workspace_id BIGINT, customer_id BIGINT, contact_id BIGINT, purpose TEXT,
             granted BOOLEAN, source TEXT, evidence TEXT, actor_kind TEXT, at BIGINT) v",
    )
    .rows(stored.iter().filter_map(|one| {
        let consent = one.person.consent.as_ref()?;
        let actor = decided_by(consent.evidence);
        Some(vec![
            catalogue.workspace.into(),
            one.customer.into(),
            one.contact.into(),
            Purpose::Marketing.into(),
            consent.granted.into(),
            ConsentSource::of(actor).into(),
            consent.evidence.into(),
            actor.kind().into(),
            consent.at.into(),
        ])
    }))
    .run(tx)
    .await?;
    Ok(())
}

fn decided_by(evidence: Option<&str>) -> Actor {
    evidence.map_or(Actor::Command, |_| Actor::Customer)
}

async fn events(tx: &mut Tx, catalogue: &Catalogue, stored: &[Stored<'_>]) -> db::Result<()> {
    let events = stored.iter().flat_map(|one| {
        let created = Event {
            customer: Some(one.customer),
            kind: "customer.created",
            actor: Actor::Command,
            data: json!({"source": customers::Source::Demo}),
            at: one.person.created_at,
        };
        let refused = one
            .person
            .consent
            .as_ref()
            .filter(|consent| !consent.granted);
        let opted_out = refused.map(|consent| {
            let actor = decided_by(consent.evidence);
            Event {
                customer: Some(one.customer),
                kind: "consent.changed",
                actor,
                data: json!({
                    "purpose": Purpose::Marketing, "old": "allowed", "new": "opted_out",
                    "source": ConsentSource::of(actor), "evidence": consent.evidence,
                }),
                at: consent.at,
            }
        });
        [created].into_iter().chain(opted_out)
    });
    timeline::record_all(tx, catalogue.workspace, events).await
}

async fn talks(tx: &mut Tx, catalogue: &Catalogue, stored: &[Stored<'_>]) -> db::Result<()> {
    let rows = stored.iter().flat_map(|one| {
        let account = one.account;
        one.person
            .talks
            .iter()
            .filter_map(move |talk| Some(talk_row(catalogue, one, talk, account?)))
    });
    let ids: Vec<(Uuid, ConversationId)> = sql(
        "INSERT INTO conversations (workspace_id, uuid, contact_id, customer_id, account_id, status,
             assignee_id, session_data, category, started_at, last_message_at, last_inbound_at,
             last_outbound_at, messages_count, unread_count, resolved_at)
         SELECT v.* FROM $rows(workspace_id BIGINT, uuid UUID, contact_id BIGINT,
             customer_id BIGINT, account_id BIGINT, status TEXT, assignee_id BIGINT,
             session_data JSONB, category TEXT, started_at BIGINT, last_message_at BIGINT,
             last_inbound_at BIGINT, last_outbound_at BIGINT, messages_count BIGINT,
             unread_count BIGINT, resolved_at BIGINT) v
         RETURNING uuid, id",
    )
    .rows(rows)
    .all(&mut *tx)
    .await?;
    let ids: HashMap<Uuid, ConversationId> = ids.into_iter().collect();
    let mut all = Vec::with_capacity(ids.len());
    for whose in stored {
        let Some(account) = whose.account else {
            continue;
        };
        for talk in &whose.person.talks {
            let id = ids.get(&talk.uuid).copied().ok_or(db::Error::NoRow)?;
            all.push(StoredTalk {
                talk,
                id,
                whose,
                account,
            });
        }
    }
    messages(tx, catalogue, &all).await
}

fn talk_row(catalogue: &Catalogue, one: &Stored<'_>, talk: &Talk, account: AccountId) -> Vec<Arg> {
    let (last_in, last_out) = (talk.last_at(false), talk.last_at(true));
    let started_at = talk
        .lines
        .first()
        .map_or(one.person.created_at, |line| line.at);
    let category = talk.spoken().rev().find_map(|line| line.category);
    vec![
        catalogue.workspace.into(),
        talk.uuid.into(),
        one.contact.into(),
        one.customer.into(),
        account.into(),
        talk.status.into(),
        one.owner.into(),
        json!({}).into(),
        category.into(),
        started_at.into(),
        last_in.max(last_out).unwrap_or(started_at).into(),
        last_in.into(),
        last_out.into(),
        i64::try_from(talk.spoken().count()).unwrap_or(0).into(),
        i64::try_from(talk.unread()).unwrap_or(0).into(),
        talk.resolved_at.into(),
    ]
}

async fn messages(tx: &mut Tx, catalogue: &Catalogue, talks: &[StoredTalk<'_>]) -> db::Result<()> {
    let rows = talks.iter().flat_map(|one| {
        one.talk.lines.iter().map(move |line| {
            let received_at = if line.outbound {
                line.at
            } else {
                line.at.plus(SECOND)
            };
            let (status, status_at) = line.status.unzip();
            let failed = status == Some("failed");
            vec![
                catalogue.workspace.into(),
                one.id.into(),
                one.whose.contact.into(),
                one.account.into(),
                if line.outbound { "out" } else { "in" }.into(),
                line.kind.into(),
                line.wamid.clone().into(),
                message_key(&line.wamid).into(),
                line.at.into(),
                received_at.into(),
                line.text.clone().into(),
                (&line.payload).into(),
                line.reply_to.clone().into(),
                status.into(),
                status_at.into(),
                line.category.into(),
                failed.then(undeliverable).into(),
                one.whose.owner.filter(|_| line.outbound).into(),
            ]
        })
    });
    let ids: Vec<(Uuid, MessageId)> = sql(
        "INSERT INTO messages (workspace_id, conversation_id, contact_id, account_id, direction,
             type, wamid, wamid_key, at, received_at, text, payload, reply_to, status, status_at,
             category, errors, author_id)
         SELECT v.* FROM $rows(workspace_id BIGINT, conversation_id BIGINT, contact_id BIGINT,
             account_id BIGINT, direction TEXT, type TEXT, wamid TEXT, wamid_key UUID, at BIGINT,
             received_at BIGINT, text TEXT, payload JSONB, reply_to TEXT, status TEXT,
             status_at BIGINT, category TEXT, errors JSONB, author_id BIGINT) v
         RETURNING wamid_key, id",
    )
    .rows(rows)
    .all(&mut *tx)
    .await?;
    let ids: HashMap<Uuid, MessageId> = ids.into_iter().collect();
    sql("UPDATE conversations SET last_message_id = v.message
         FROM $rows(id BIGINT, message BIGINT) v WHERE conversations.id = v.id")
    .rows(talks.iter().filter_map(|one| {
        let last = one.talk.spoken().last()?;
        Some(vec![
            one.id.into(),
            ids.get(&message_key(&last.wamid)).copied()?.into(),
        ])
    }))
    .run(tx)
    .await?;
    Ok(())
}

fn undeliverable() -> serde_json::Value {
    json!([{"code": 131_026, "title": "Message undeliverable"}])
}

/// After so many rows: PostgreSQL's planner has a wrong picture of the tables, SQLite a long log.
pub(super) async fn settle(db: &db::Db) -> db::Result<()> {
    if !db.is_sqlite() {
        sql(
            "VACUUM ANALYZE customers, customer_stats, contacts, contact_aliases, customer_tags,
             attribute_values, customer_search, consents, events, conversations, messages",
        )
        .run(db)
        .await?;
    }
    db.settle().await
}

/// How many customers this database ever had, about; two runs with one seed make different people.
pub(super) async fn newest(db: &db::Db) -> db::Result<u64> {
    let (newest,): (i64,) = sql("SELECT COALESCE(MAX(id), 0) FROM customers")
        .one(db)
        .await?;
    Ok(newest.unsigned_abs())
}
