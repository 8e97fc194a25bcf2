//! What is known about one customer, in the terms of filters: to explain why they are in or out.

use serde_json::Value;

use super::attributes::{AttributeType, definitions};
use super::model::Document;
use crate::db::{self, Db, Json, sql};
use crate::filter::compile::MINOR_UNITS;
use crate::filter::{
    AttributeField, Catalogue, Context, Fact, Facts, Kind, Number, Scalar, Source,
};
use crate::kernel::clock::{DAY, Timestamp};
use crate::kernel::ids::{CustomerId, WorkspaceId};

/// Every field that a filter may name in this workspace.
pub async fn catalogue(db: &Db, workspace: WorkspaceId) -> db::Result<Catalogue> {
    let definitions = definitions(db, workspace).await?;
    Ok(Catalogue::new(definitions.into_iter().map(|definition| {
        AttributeField {
            id: definition.id.0,
            key: definition.key,
            label: definition.label,
            kind: match definition.kind {
                AttributeType::Text => Kind::Text,
                AttributeType::Number => Kind::Number,
                AttributeType::Boolean => Kind::Bool,
                AttributeType::Date => Kind::Date,
                AttributeType::Time => Kind::Time,
                AttributeType::Datetime => Kind::DateTime,
                AttributeType::Json => Kind::Json,
            },
        }
    })))
}

crate::row! {
    struct Profile {
        name: Option<String>,
        email: Option<String>,
        phone: Option<String>,
        city: Option<String>,
        country: Option<String>,
        language: Option<String>,
        attributes: Json<Document>,
        stage: String,
        source: String,
        blocked: bool,
        opted_out: bool,
        duplicate: bool,
        owner: Option<i64>,
        created_at: Timestamp,
        updated_at: Timestamp,
        search_text: Option<String>,
    }
}

crate::row! {
    struct Stats {
        conversations: i64,
        inbound: i64,
        outbound: i64,
        first_inbound_at: Option<i64>,
        last_inbound_at: Option<i64>,
        past_inbound_at: Option<i64>,
        first_outbound_at: Option<i64>,
        last_outbound_at: Option<i64>,
        first_message_at: Option<i64>,
        last_message_at: Option<i64>,
        orders: i64,
        spent: i64,
        csat_sum: i64,
        csat_count: i64,
    }
}

crate::row! {
    struct Address {
        channel: String,
        username: Option<String>,
        profile_name: Option<String>,
        account: Option<i64>,
    }
}

/// Loads the facts about a customer, in five queries; `None` if there is no such customer.
pub async fn load_facts(
    db: &Db,
    workspace: WorkspaceId,
    customer: CustomerId,
    (catalogue, context): (&Catalogue, &Context),
) -> db::Result<Option<Facts>> {
    let Some(profile) = profile(db, workspace, customer).await? else {
        return Ok(None);
    };
    let mut facts = Facts {
        tags: tags(db, workspace, customer).await?,
        search_text: profile.search_text.clone().unwrap_or_default(),
        ..Facts::default()
    };
    set_attributes(&mut facts, &profile.attributes.0, catalogue);
    set_profile(&mut facts, profile, customer);
    set_stats(&mut facts, &stats(db, workspace, customer).await?, context);
    let accounts = accounts(db, workspace, customer).await?;
    set_addresses(
        &mut facts,
        addresses(db, workspace, customer).await?,
        accounts,
    );
    Ok(Some(facts))
}

async fn profile(
    db: &Db,
    workspace: WorkspaceId,
    customer: CustomerId,
) -> db::Result<Option<Profile>> {
    sql(
        "SELECT c.name, c.email, c.phone, c.city, c.country, c.language, c.attributes, c.stage,
             c.source, c.blocked, c.opted_out, c.duplicate_flag, c.owner_id, c.created_at,
             c.updated_at, q.text
         FROM customers c LEFT JOIN customer_search q ON q.customer_id = c.id
         WHERE c.workspace_id = $1 AND c.id = $2",
    )
    .bind(workspace)
    .bind(customer)
    .quick()
    .maybe(db)
    .await
}

async fn stats(db: &Db, workspace: WorkspaceId, customer: CustomerId) -> db::Result<Stats> {
    sql(
        "SELECT conversations_count, inbound_count, outbound_count, first_inbound_at,
             last_inbound_at, past_inbound_at, first_outbound_at, last_outbound_at, first_message_at,
             last_message_at, orders_count, spent, csat_sum, csat_count
         FROM customer_stats WHERE workspace_id = $1 AND customer_id = $2",
    )
    .bind(workspace)
    .bind(customer)
    .quick()
    .one(db)
    .await
}

async fn tags(db: &Db, workspace: WorkspaceId, customer: CustomerId) -> db::Result<Vec<String>> {
    let rows: Vec<(String,)> = sql(
        "SELECT t.name FROM customer_tags ct JOIN tags t ON t.id = ct.tag_id
         WHERE ct.workspace_id = $1 AND ct.customer_id = $2 ORDER BY t.name_key",
    )
    .bind(workspace)
    .bind(customer)
    .quick()
    .all(db)
    .await?;
    Ok(rows.into_iter().map(|(name,)| name).collect())
}

async fn addresses(
    db: &Db,
    workspace: WorkspaceId,
    customer: CustomerId,
) -> db::Result<Vec<Address>> {
    sql(
        "SELECT channel, username, profile_name, account_id FROM contacts
         WHERE workspace_id = $1 AND customer_id = $2 ORDER BY id",
    )
    .bind(workspace)
    .bind(customer)
    .quick()
    .all(db)
    .await
}

async fn accounts(
    db: &Db,
    workspace: WorkspaceId,
    customer: CustomerId,
) -> db::Result<Vec<(i64,)>> {
    sql("SELECT DISTINCT account_id FROM conversations
         WHERE workspace_id = $1 AND customer_id = $2")
    .bind(workspace)
    .bind(customer)
    .quick()
    .all(db)
    .await
}

fn set_attributes(facts: &mut Facts, document: &Document, catalogue: &Catalogue) {
    for field in catalogue.fields() {
        if let Source::Attribute { key, .. } = &field.source {
            facts.set_attribute(field, document.get(key).unwrap_or(&Value::Null));
        }
    }
}

fn set_profile(facts: &mut Facts, profile: Profile, customer: CustomerId) {
    let texts = [
        ("name", profile.name),
        ("email", profile.email),
        ("phone", profile.phone),
        ("location.city", profile.city),
        ("location.country", profile.country),
        ("language", profile.language),
        ("stage", Some(profile.stage)),
        ("source", Some(profile.source)),
        (
            "status",
            Some(if profile.blocked { "blocked" } else { "active" }.to_owned()),
        ),
    ];
    for (name, text) in texts {
        if let Some(text) = text {
            facts.set(name, Scalar::Text(text));
        }
    }
    facts.set("id", Scalar::Id(customer.0));
    if let Some(owner) = profile.owner {
        facts.set("owner", Scalar::Id(owner));
    }
    facts.set("blocked", Scalar::Bool(profile.blocked));
    facts.set("opted_out", Scalar::Bool(profile.opted_out));
    facts.set("possible_duplicate", Scalar::Bool(profile.duplicate));
    facts.set("created_at", Scalar::Instant(profile.created_at.0));
    facts.set("updated_at", Scalar::Instant(profile.updated_at.0));
}

fn set_stats(facts: &mut Facts, stats: &Stats, context: &Context) {
    let instants = [
        ("first_inbound_at", stats.first_inbound_at),
        ("last_inbound_at", stats.last_inbound_at),
        ("first_outbound_at", stats.first_outbound_at),
        ("last_outbound_at", stats.last_outbound_at),
        ("first_message_at", stats.first_message_at),
        ("last_message_at", stats.last_message_at),
    ];
    for (name, at) in instants {
        if let Some(at) = at {
            facts.set(name, Scalar::Instant(at));
        }
    }
    let counts = [
        ("conversations_count", stats.conversations),
        ("messages_count", stats.inbound + stats.outbound),
        ("inbound_count", stats.inbound),
        ("outbound_count", stats.outbound),
        ("orders_count", stats.orders),
    ];
    for (name, count) in counts {
        facts.set(name, Scalar::Number(Number::Int(count)));
    }
    let numbers = [
        ("spent", Some(stats.spent as f64 / MINOR_UNITS as f64)),
        (
            "csat",
            (stats.csat_count > 0).then(|| stats.csat_sum as f64 / stats.csat_count as f64),
        ),
    ];
    for (name, number) in numbers {
        if let Some(number) = number.and_then(Number::from_f64) {
            facts.set(name, Scalar::Number(number));
        }
    }
    let since = context.now_micros.saturating_sub(DAY);
    // What history has opened no window.
    let past = stats.past_inbound_at.unwrap_or(0);
    let is_open = stats
        .last_inbound_at
        .is_some_and(|at| at > since && at > past);
    facts.set("window_open", Scalar::Bool(is_open));
}

fn set_addresses(facts: &mut Facts, addresses: Vec<Address>, accounts: Vec<(i64,)>) {
    let mut values: [(&str, Vec<Scalar>); 4] = [
        ("channel", Vec::new()),
        ("username", Vec::new()),
        ("profile_name", Vec::new()),
        ("account", Vec::new()),
    ];
    let written = accounts.into_iter().map(|(id,)| Scalar::Id(id));
    values[3].1.extend(written);
    for address in addresses {
        let found = [
            Some(Scalar::Text(address.channel)),
            address.username.map(Scalar::Text),
            address.profile_name.map(Scalar::Text),
            address.account.map(Scalar::Id),
        ];
        for ((_, known), found) in values.iter_mut().zip(found) {
            if let Some(found) = found.filter(|found| !known.contains(found)) {
                known.push(found);
            }
        }
    }
    for (name, known) in values {
        facts.values.insert(name.to_owned(), Fact::Many(known));
    }
}
