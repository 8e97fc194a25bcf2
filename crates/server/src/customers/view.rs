//! A customer as the API shows them, for one and for a page of many.

use std::collections::HashMap;

use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;
use uuid::Uuid;

use super::attributes::{self, AttributeValue, Definition};
use super::model::{Document, Source, Stage};
use crate::db::{self, Arg, Db, Json, sql};
use crate::entry_points::FreeEntryPoint;
use crate::kernel::clock::Timestamp;
use crate::kernel::ids::{AccountId, ContactId, CustomerId, MemberId, WorkspaceId};

crate::words! {
    /// Whether we talk to a customer.
    pub enum CustomerStatus {
        /// We do.
        Active => "active",
        /// We do not: nothing is sent to them.
        Blocked => "blocked",
    }
}

/// One person, as the workspace knows them.
#[derive(Debug, Serialize, ToSchema)]
pub struct CustomerView {
    /// The customer's id.
    pub id: CustomerId,
    /// The customer's uuid.
    pub uuid: Uuid,
    /// What they are called.
    #[schema(example = "سارة القحطاني")]
    pub name: Option<String>,
    /// The number of their oldest contact that has one, with country code.
    #[schema(example = "+966501234567")]
    pub phone: Option<String>,
    /// Where mail reaches them.
    #[schema(example = "sara@example.com")]
    pub email: Option<String>,
    /// Where they live.
    pub location: Location,
    /// The language they prefer (BCP 47).
    #[schema(example = "ar")]
    pub language: Option<String>,
    /// Every custom field by its key: typed where the key is a defined attribute, else text.
    #[schema(value_type = Object, example = json!({"city": "Riyadh", "visits": 3}))]
    pub metadata: Document,
    /// The values of defined attributes, with label and type.
    pub attributes: Vec<AttributeValue>,
    /// The names of their tags.
    #[schema(example = json!(["vip", "returning", "riyadh"]))]
    pub tags: Vec<String>,
    /// Whether we talk to them at all.
    pub status: CustomerStatus,
    /// Where they stand on their journey.
    pub stage: Stage,
    /// Whether somebody set the stage by hand, so that no rule moves it.
    pub stage_pinned: bool,
    /// Whether they refuse marketing.
    pub opted_out: bool,
    /// The member who looks after them.
    pub owner: Option<MemberRef>,
    /// The ways to reach them.
    pub contacts: Vec<IdentityView>,
    /// How many conversations there were.
    pub total_conversations: i64,
    /// How many messages there were, both ways.
    pub total_messages: i64,
    /// The first message either way.
    pub first_conversation_at: Option<Timestamp>,
    /// The latest message either way.
    pub last_conversation_at: Option<Timestamp>,
    /// The latest message from them.
    pub last_contact_at: Option<Timestamp>,
    /// How many orders they placed.
    pub orders_count: i64,
    /// The average of their scores from 1 to 5.
    #[schema(example = 4.5)]
    pub csat_score: Option<f64>,
    /// How we came to know them.
    pub source: Source,
    /// Other customers who may be the same person, until somebody decides.
    pub possible_duplicates: Vec<PossibleDuplicate>,
    /// When they became a customer here.
    pub created_at: Timestamp,
    /// When the profile last changed; every change makes it later.
    pub updated_at: Timestamp,
}

/// Where somebody lives.
#[derive(Debug, Serialize, ToSchema)]
pub struct Location {
    /// The city.
    #[schema(example = "الرياض")]
    pub city: Option<String>,
    /// The country (ISO 3166-1 alpha-2).
    #[schema(example = "SA")]
    pub country: Option<String>,
}

/// A member of the team, by name.
#[derive(Debug, Serialize, ToSchema)]
pub struct MemberRef {
    /// The member's id.
    pub id: MemberId,
    /// The member's uuid.
    pub uuid: Uuid,
    /// The member's name.
    pub name: String,
}

/// One way to reach a customer.
#[derive(Debug, Serialize, ToSchema)]
pub struct IdentityView {
    /// The contact's id.
    pub id: ContactId,
    /// The contact's uuid, by which the contacts API knows it.
    pub uuid: Uuid,
    /// The channel.
    #[schema(example = "whatsapp")]
    pub channel: String,
    /// The number; null for people known by their user id only.
    pub phone: Option<String>,
    /// The digits as WhatsApp writes them, where they were seen.
    pub wa_id: Option<String>,
    /// The business-scoped user id.
    pub user_id: Option<String>,
    /// The user name.
    pub username: Option<String>,
    /// What the person calls themselves.
    pub profile_name: Option<String>,
    /// The account of the latest message.
    pub account_id: Option<AccountId>,
    /// The latest message from them.
    pub last_inbound_at: Option<Timestamp>,
    /// The latest message either way.
    pub last_message_at: Option<Timestamp>,
    /// The latest time in which messages to them are free because they came from an ad; over when
    /// `expires_at` is past. It says nothing of whether free-form messages may be sent.
    pub free_entry_point: Option<FreeEntryPoint>,
    /// When the contact was added.
    pub created_at: Timestamp,
}

/// Somebody who may be the same person.
#[derive(Debug, Serialize, ToSchema)]
pub struct PossibleDuplicate {
    /// The other customer.
    pub customer_id: CustomerId,
    /// Why they may be the same.
    #[schema(example = "user_id_moved")]
    pub reason: String,
    /// When it was noticed.
    pub created_at: Timestamp,
}

/// Loads customers in the order of `ids`, leaving out those who are not in the workspace. Takes five
/// queries, however many they are.
pub async fn load_views(
    db: &Db,
    workspace: WorkspaceId,
    ids: &[CustomerId],
) -> db::Result<Vec<CustomerView>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let set: Vec<Arg> = ids.iter().map(|id| (*id).into()).collect();
    let mut customers: HashMap<CustomerId, CustomerRow> = load_customers(db, workspace, &set)
        .await?
        .into_iter()
        .map(|row| (row.id, row))
        .collect();
    let mut parts = Parts {
        definitions: attributes::definitions(db, workspace).await?,
        contacts: load_contacts(db, workspace, &set).await?,
        tags: load_tags(db, workspace, &set).await?,
        duplicates: load_duplicates(db, workspace, &set).await?,
    };
    let found = ids.iter().filter_map(|id| customers.remove(id));
    Ok(found.map(|row| parts.complete(row)).collect())
}

crate::row! {
    struct CustomerRow {
        id: CustomerId,
        uuid: Uuid,
        name: Option<String>,
        phone: Option<String>,
        email: Option<String>,
        city: Option<String>,
        country: Option<String>,
        language: Option<String>,
        attributes: Json<Document>,
        stage: Stage,
        stage_pinned: bool,
        blocked: bool,
        opted_out: bool,
        owner_id: Option<MemberId>,
        owner_uuid: Option<Uuid>,
        owner_name: Option<String>,
        source: Source,
        created_at: Timestamp,
        updated_at: Timestamp,
        conversations: i64,
        messages: i64,
        first_message_at: Option<Timestamp>,
        last_message_at: Option<Timestamp>,
        last_inbound_at: Option<Timestamp>,
        orders: i64,
        csat_sum: i64,
        csat_count: i64,
    }
}

async fn load_customers(
    db: &Db,
    workspace: WorkspaceId,
    ids: &[Arg],
) -> db::Result<Vec<CustomerRow>> {
    sql(
        "SELECT c.id, c.uuid, c.name, c.phone, c.email, c.city, c.country, c.language,
             c.attributes, c.stage, c.stage_pinned, c.blocked, c.opted_out,
             m.id, m.uuid, m.name, c.source, c.created_at, c.updated_at,
             s.conversations_count, s.inbound_count + s.outbound_count,
             s.first_message_at, s.last_message_at, s.last_inbound_at, s.orders_count,
             s.csat_sum, s.csat_count
         FROM customers c
         JOIN customer_stats s ON s.customer_id = c.id
         LEFT JOIN members m ON m.id = c.owner_id AND m.workspace_id = c.workspace_id
         WHERE c.workspace_id = $1 AND c.id = ANY($2)",
    )
    .bind(workspace)
    .bind(ids.to_vec())
    .quick()
    .all(db)
    .await
}

crate::row! {
    struct ContactRow {
        customer_id: CustomerId,
        id: ContactId,
        uuid: Uuid,
        channel: String,
        phone: Option<String>,
        wa_id: Option<String>,
        bsuid: Option<String>,
        username: Option<String>,
        profile_name: Option<String>,
        account_id: Option<AccountId>,
        last_inbound_at: Option<Timestamp>,
        last_message_at: Option<Timestamp>,
        free_until: Option<Timestamp>,
        free_from: Option<Timestamp>,
        created_at: Timestamp,
    }
}

async fn load_contacts(
    db: &Db,
    workspace: WorkspaceId,
    ids: &[Arg],
) -> db::Result<HashMap<CustomerId, Vec<IdentityView>>> {
    let rows: Vec<ContactRow> = sql(
        "SELECT customer_id, id, uuid, channel, phone, wa_id, bsuid, username, profile_name,
             account_id, last_inbound_at, last_message_at,
             (SELECT MAX(f.expires_at) FROM free_entry_points f WHERE f.contact_id = contacts.id),
             (SELECT f.began_at FROM free_entry_points f
              WHERE f.contact_id = contacts.id AND f.expires_at IS NOT NULL
              ORDER BY f.expires_at DESC LIMIT 1),
             created_at
         FROM contacts WHERE workspace_id = $1 AND customer_id = ANY($2) ORDER BY id",
    )
    .bind(workspace)
    .bind(ids.to_vec())
    .quick()
    .all(db)
    .await?;
    Ok(grouped(rows.into_iter().map(|row| {
        let view = IdentityView {
            id: row.id,
            uuid: row.uuid,
            channel: row.channel,
            phone: row.phone,
            wa_id: row.wa_id,
            user_id: row.bsuid,
            username: row.username,
            profile_name: row.profile_name,
            account_id: row.account_id,
            last_inbound_at: row.last_inbound_at,
            last_message_at: row.last_message_at,
            free_entry_point: FreeEntryPoint::of(row.free_from, row.free_until),
            created_at: row.created_at,
        };
        (row.customer_id, view)
    })))
}

async fn load_tags(
    db: &Db,
    workspace: WorkspaceId,
    ids: &[Arg],
) -> db::Result<HashMap<CustomerId, Vec<String>>> {
    let rows: Vec<(CustomerId, String)> = sql(
        "SELECT ct.customer_id, t.name FROM customer_tags ct JOIN tags t ON t.id = ct.tag_id
         WHERE ct.workspace_id = $1 AND ct.customer_id = ANY($2) ORDER BY t.name_key",
    )
    .bind(workspace)
    .bind(ids.to_vec())
    .quick()
    .all(db)
    .await?;
    Ok(grouped(rows))
}

async fn load_duplicates(
    db: &Db,
    workspace: WorkspaceId,
    ids: &[Arg],
) -> db::Result<HashMap<CustomerId, Vec<PossibleDuplicate>>> {
    let rows: Vec<(CustomerId, CustomerId, String, Timestamp)> = sql(
        "SELECT customer_id, other_customer_id, reason, created_at FROM possible_duplicates
         WHERE workspace_id = $1 AND decided_at IS NULL
             AND (customer_id = ANY($2) OR other_customer_id = ANY($2))
         ORDER BY id",
    )
    .bind(workspace)
    .bind(ids.to_vec())
    .quick()
    .all(db)
    .await?;
    let both_ways = rows
        .into_iter()
        .flat_map(|(one, other, reason, created_at)| {
            [(one, other), (other, one)].map(|(whose, customer_id)| {
                let reason = reason.clone();
                (
                    whose,
                    PossibleDuplicate {
                        customer_id,
                        reason,
                        created_at,
                    },
                )
            })
        });
    Ok(grouped(both_ways))
}

fn grouped<T>(rows: impl IntoIterator<Item = (CustomerId, T)>) -> HashMap<CustomerId, Vec<T>> {
    let mut groups: HashMap<CustomerId, Vec<T>> = HashMap::new();
    for (customer, row) in rows {
        groups.entry(customer).or_default().push(row);
    }
    groups
}

/// What the customers of a page need beside their rows.
struct Parts {
    definitions: Vec<Definition>,
    contacts: HashMap<CustomerId, Vec<IdentityView>>,
    tags: HashMap<CustomerId, Vec<String>>,
    duplicates: HashMap<CustomerId, Vec<PossibleDuplicate>>,
}

impl Parts {
    fn complete(&mut self, row: CustomerRow) -> CustomerView {
        let owner = match (row.owner_id, row.owner_uuid, row.owner_name) {
            (Some(id), Some(uuid), Some(name)) => Some(MemberRef { id, uuid, name }),
            _ => None,
        };
        CustomerView {
            id: row.id,
            uuid: row.uuid,
            name: row.name,
            phone: row.phone,
            email: row.email,
            location: Location {
                city: row.city,
                country: row.country,
            },
            language: row.language,
            attributes: self.typed(&row.attributes.0),
            metadata: row.attributes.0,
            tags: self.tags.remove(&row.id).unwrap_or_default(),
            status: if row.blocked {
                CustomerStatus::Blocked
            } else {
                CustomerStatus::Active
            },
            stage: row.stage,
            stage_pinned: row.stage_pinned,
            opted_out: row.opted_out,
            owner,
            contacts: self.contacts.remove(&row.id).unwrap_or_default(),
            total_conversations: row.conversations,
            total_messages: row.messages,
            first_conversation_at: row.first_message_at,
            last_conversation_at: row.last_message_at,
            last_contact_at: row.last_inbound_at,
            orders_count: row.orders,
            csat_score: average(row.csat_sum, row.csat_count),
            source: row.source,
            possible_duplicates: self.duplicates.remove(&row.id).unwrap_or_default(),
            created_at: row.created_at,
            updated_at: row.updated_at,
        }
    }

    fn typed(&self, document: &Document) -> Vec<AttributeValue> {
        let value = |definition: &Definition| -> Option<Value> {
            attributes::fitting(document, &definition.key, definition.kind)
        };
        self.definitions
            .iter()
            .filter_map(|definition| {
                Some(AttributeValue {
                    value: value(definition)?,
                    key: definition.key.clone(),
                    label: definition.label.clone(),
                    kind: definition.kind,
                })
            })
            .collect()
    }
}

/// The average with two decimals.
fn average(sum: i64, count: i64) -> Option<f64> {
    (count > 0).then(|| (sum as f64 / count as f64 * 100.0).round() / 100.0)
}
