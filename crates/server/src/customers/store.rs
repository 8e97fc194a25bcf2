//! Statements about customers and contacts.

use uuid::Uuid;

use super::model::{NewContact, NewCustomer, Stage, Taken};
use crate::db::{self, Change, Conn, Tx, sql};
use crate::kernel::clock::Timestamp;
use crate::kernel::ids::{ContactId, CustomerId, MemberId, WorkspaceId};
use crate::kernel::key::key_of;
use crate::kernel::phone::{PhoneNumber, Region};
use crate::kernel::text::fold;

/// Moves one of the totals that lists show.
pub async fn count(tx: &mut Tx, workspace: WorkspaceId, name: &str, by: i64) -> db::Result<()> {
    sql(
        "INSERT INTO counters (workspace_id, name, value) VALUES ($1, $2, $3)
         ON CONFLICT (workspace_id, name) DO UPDATE SET value = counters.value + excluded.value",
    )
    .bind(workspace)
    .bind(name)
    .bind(by)
    .run(tx)
    .await?;
    Ok(())
}

/// The order of a contact's jobs: they run one after the other, and go when the contact goes.
pub fn job_order(contact: ContactId) -> String {
    format!("contact:{contact}")
}

/// Every form under which an address may be known: `+digits` with the variants of its country, or a
/// user id as it is.
pub fn forms(address: &str) -> Vec<String> {
    match address.strip_prefix('+') {
        Some(digits) => whatsapp::phone_variants::variants(digits)
            .into_iter()
            .map(|digits| format!("+{digits}"))
            .collect(),
        None => vec![address.to_owned()],
    }
}

/// One name for all forms of an address, `None` with one form only. A unique key sees one form, so
/// whoever gives somebody a number that has several holds this name ([`Tx::hold`]) before looking who
/// has one of them.
pub fn name_of(address: &str) -> Option<Uuid> {
    let forms = forms(address);
    let first = forms.iter().filter(|_| forms.len() > 1).min()?;
    Some(key_of(first))
}

/// The contact with this address (`+digits` or a user id): as it is, else under one of its forms.
pub async fn find_contact(
    db: impl Into<Conn<'_>>,
    workspace: WorkspaceId,
    channel: &str,
    address: &str,
) -> db::Result<Option<(ContactId, CustomerId, Uuid)>> {
    let found: Vec<(ContactId, CustomerId, Uuid, String)> =
        sql("SELECT c.id, c.customer_id, c.uuid, a.value
         FROM contact_aliases a JOIN contacts c ON c.id = a.contact_id
         WHERE a.workspace_id = $1 AND a.channel = $2 AND a.value = ANY($3)")
        .bind(workspace)
        .bind(channel)
        .bind(forms(address))
        .quick()
        .all(db)
        .await?;
    let best = found
        .iter()
        .find(|(.., value)| value == address)
        .or(found.first());
    Ok(best.map(|(contact, customer, uuid, _)| (*contact, *customer, *uuid)))
}

/// Who has one of these addresses, if anybody has.
pub(super) async fn find_taken(
    tx: &mut Tx,
    workspace: WorkspaceId,
    channel: &str,
    addresses: &[String],
) -> db::Result<Option<Taken>> {
    for address in addresses {
        let found = find_contact(&mut *tx, workspace, channel, address).await?;
        if let Some((contact, customer, uuid)) = found {
            return Ok(Some(Taken {
                contact,
                uuid,
                customer,
            }));
        }
    }
    Ok(None)
}

/// Whether there is such a customer in the workspace.
pub async fn exists(
    db: impl Into<Conn<'_>>,
    workspace: WorkspaceId,
    customer: CustomerId,
) -> db::Result<bool> {
    let found: Option<(CustomerId,)> =
        sql("SELECT id FROM customers WHERE workspace_id = $1 AND id = $2")
            .bind(workspace)
            .bind(customer)
            .quick()
            .maybe(db)
            .await?;
    Ok(found.is_some())
}

/// Adds the rows of a customer.
pub(super) async fn insert_customer(
    tx: &mut Tx,
    workspace: WorkspaceId,
    new: &NewCustomer,
    at: Timestamp,
) -> db::Result<CustomerId> {
    let (id,): (CustomerId,) = sql(
        "INSERT INTO customers (workspace_id, uuid, name, name_by_person, name_key, email,
             email_key, city, city_key, country, language, attributes, stage, stage_pinned,
             owner_id, source, created_at, updated_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $17)
         RETURNING id",
    )
    .bind(workspace)
    .bind(Uuid::now_v7())
    .bind(new.name.clone())
    .bind(new.name_by_person)
    .bind(new.name.as_deref().map(fold))
    .bind(new.email.as_ref())
    .bind(new.email.as_ref().map(|email| fold(email.as_str())))
    .bind(new.city.clone())
    .bind(new.city.as_deref().map(fold))
    .bind(new.country)
    .bind(new.language.as_ref().map(|language| language.as_str()))
    .bind(serde_json::json!({}))
    .bind(new.stage)
    .bind(new.stage_pinned)
    .bind(new.owner)
    .bind(new.source)
    .bind(at)
    .one(&mut *tx)
    .await?;
    sql("INSERT INTO customer_stats (customer_id, workspace_id) VALUES ($1, $2)")
        .bind(id)
        .bind(workspace)
        .run(tx)
        .await?;
    Ok(id)
}

/// Adds the row of a contact.
pub(super) async fn insert_contact(
    tx: &mut Tx,
    workspace: WorkspaceId,
    customer: CustomerId,
    new: &NewContact,
    at: Timestamp,
) -> db::Result<(ContactId, Uuid)> {
    let uuid = Uuid::now_v7();
    let (id,) = sql(
        "INSERT INTO contacts (workspace_id, uuid, customer_id, channel, phone, wa_id, bsuid,
             username, username_key, profile_name, profile_name_key, account_id, activity_at,
             created_at, updated_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $13, $13) RETURNING id",
    )
    .bind(workspace)
    .bind(uuid)
    .bind(customer)
    .bind(&new.channel)
    .bind(new.phone.as_ref())
    .bind(new.wa_id.clone())
    .bind(new.bsuid.clone())
    .bind(new.username.clone())
    .bind(new.username.as_deref().map(fold))
    .bind(new.profile_name.clone())
    .bind(new.profile_name.as_deref().map(fold))
    .bind(new.account_id)
    .bind(at)
    .one(tx)
    .await?;
    Ok((id, uuid))
}

/// Gives a contact its addresses; whether all of them were free.
pub(super) async fn insert_aliases(
    tx: &mut Tx,
    workspace: WorkspaceId,
    contact: ContactId,
    channel: &str,
    addresses: &[String],
) -> db::Result<bool> {
    let inserted = sql(
        "INSERT INTO contact_aliases (workspace_id, channel, value, contact_id)
         SELECT v.* FROM $rows(workspace_id BIGINT, channel TEXT, value TEXT, contact_id BIGINT) v
         WHERE TRUE
         ON CONFLICT (workspace_id, channel, value) DO NOTHING",
    )
    .rows(addresses.iter().map(|address| {
        vec![
            workspace.into(),
            channel.into(),
            address.into(),
            contact.into(),
        ]
    }))
    .run(tx)
    .await?;
    Ok(usize::try_from(inserted) == Ok(addresses.len()))
}

/// Sets the customer's number to that of the oldest contact that has one.
pub(super) async fn refresh_phone(
    tx: &mut Tx,
    workspace: WorkspaceId,
    customer: CustomerId,
) -> db::Result<()> {
    sql("UPDATE customers SET phone = (
             SELECT c.phone FROM contacts c
             WHERE c.customer_id = customers.id AND c.phone IS NOT NULL ORDER BY c.id LIMIT 1)
         WHERE workspace_id = $1 AND id = $2")
    .bind(workspace)
    .bind(customer)
    .run(tx)
    .await?;
    Ok(())
}

crate::row! {
    /// What a person can change of a customer, as stored.
    #[derive(Debug, Clone)]
    pub(super) struct Profile {
        pub(super) name: Option<String>,
        pub(super) name_by_person: bool,
        pub(super) email: Option<String>,
        pub(super) phone: Option<String>,
        pub(super) city: Option<String>,
        pub(super) country: Option<String>,
        pub(super) language: Option<String>,
        pub(super) stage: Stage,
        pub(super) stage_pinned: bool,
        pub(super) blocked: bool,
        pub(super) opted_out: bool,
        pub(super) owner_id: Option<MemberId>,
        pub(super) updated_at: Timestamp,
    }
}

/// The profile of a customer, locked until the transaction ends.
pub(super) async fn lock_profile(
    tx: &mut Tx,
    workspace: WorkspaceId,
    customer: CustomerId,
) -> db::Result<Option<Profile>> {
    sql(
        "SELECT name, name_by_person, email, phone, city, country, language, stage, stage_pinned,
             blocked, opted_out, owner_id, updated_at
         FROM customers WHERE workspace_id = $1 AND id = $2 FOR UPDATE",
    )
    .bind(workspace)
    .bind(customer)
    .maybe(tx)
    .await
}

/// The name that the customer last had in a WhatsApp profile.
pub(super) async fn latest_profile_name(
    tx: &mut Tx,
    workspace: WorkspaceId,
    customer: CustomerId,
) -> db::Result<Option<String>> {
    let found: Option<(String,)> = sql("SELECT profile_name FROM contacts
         WHERE workspace_id = $1 AND customer_id = $2 AND profile_name IS NOT NULL
         ORDER BY activity_at DESC, id DESC LIMIT 1")
    .bind(workspace)
    .bind(customer)
    .maybe(tx)
    .await?;
    Ok(found.map(|(name,)| name))
}

/// Writes a profile, except for phone, consent and time, which follow from other things.
pub(super) async fn update_profile(
    tx: &mut Tx,
    workspace: WorkspaceId,
    customer: CustomerId,
    profile: &Profile,
) -> db::Result<()> {
    sql(
        "UPDATE customers SET name = $3, name_by_person = $4, name_key = $5, email = $6,
             email_key = $7, city = $8, city_key = $9, country = $10, language = $11, stage = $12,
             stage_pinned = $13, blocked = $14, owner_id = $15
         WHERE workspace_id = $1 AND id = $2",
    )
    .bind(workspace)
    .bind(customer)
    .bind(profile.name.clone())
    .bind(profile.name_by_person)
    .bind(profile.name.as_deref().map(fold))
    .bind(profile.email.clone())
    .bind(profile.email.as_deref().map(fold))
    .bind(profile.city.clone())
    .bind(profile.city.as_deref().map(fold))
    .bind(profile.country.clone())
    .bind(profile.language.clone())
    .bind(profile.stage)
    .bind(profile.stage_pinned)
    .bind(profile.blocked)
    .bind(profile.owner_id)
    .run(tx)
    .await?;
    Ok(())
}

/// Notes that the customer changed. The time always moves on, so that it tells versions apart.
pub async fn touch(
    tx: &mut Tx,
    workspace: WorkspaceId,
    customer: CustomerId,
    now: Timestamp,
) -> db::Result<()> {
    tx.changed(workspace, Change::CustomerUpdated(customer));
    sql("UPDATE customers
         SET updated_at = CASE WHEN updated_at < $3 THEN $3 ELSE updated_at + 1 END
         WHERE workspace_id = $1 AND id = $2")
    .bind(workspace)
    .bind(customer)
    .bind(now)
    .run(tx)
    .await?;
    Ok(())
}

crate::row! {
    /// A contact, as far as changing its number needs it.
    #[derive(Debug, Clone)]
    pub(super) struct ContactRow {
        pub(super) id: ContactId,
        pub(super) phone: Option<String>,
        pub(super) last_message_at: Option<Timestamp>,
    }
}

/// The WhatsApp contacts of a customer, the oldest first.
pub(super) async fn whatsapp_contacts(
    tx: &mut Tx,
    workspace: WorkspaceId,
    customer: CustomerId,
) -> db::Result<Vec<ContactRow>> {
    sql("SELECT id, phone, last_message_at FROM contacts
         WHERE workspace_id = $1 AND customer_id = $2 AND channel = 'whatsapp' ORDER BY id")
    .bind(workspace)
    .bind(customer)
    .all(tx)
    .await
}

/// Gives a contact another number; what WhatsApp called the old one no longer holds.
pub(super) async fn set_contact_phone(
    tx: &mut Tx,
    workspace: WorkspaceId,
    contact: ContactId,
    (old, new): (Option<&str>, &PhoneNumber),
    now: Timestamp,
) -> db::Result<()> {
    sql(
        "UPDATE contacts SET phone = $3, wa_id = NULL, updated_at = $4
         WHERE workspace_id = $1 AND id = $2",
    )
    .bind(workspace)
    .bind(contact)
    .bind(new)
    .bind(now)
    .run(&mut *tx)
    .await?;
    if old.is_some() {
        sql("DELETE FROM contact_aliases
             WHERE workspace_id = $1 AND contact_id = $2 AND substr(value, 1, 1) = '+'")
        .bind(workspace)
        .bind(contact)
        .run(tx)
        .await?;
    }
    Ok(())
}

/// Whether this is a member of the workspace who is still with the team.
pub(super) async fn is_member(
    db: impl Into<Conn<'_>>,
    workspace: WorkspaceId,
    member: MemberId,
) -> db::Result<bool> {
    let found: Option<(MemberId,)> =
        sql("SELECT id FROM members WHERE workspace_id = $1 AND id = $2 AND active")
            .bind(workspace)
            .bind(member)
            .quick()
            .maybe(db)
            .await?;
    Ok(found.is_some())
}

/// The region of numbers without a country code: the account's, else the workspace's.
pub(super) async fn default_region(
    db: impl Into<Conn<'_>>,
    workspace: WorkspaceId,
) -> db::Result<Option<Region>> {
    let (region,): (String,) = sql("SELECT default_region FROM workspaces WHERE id = $1")
        .bind(workspace)
        .quick()
        .one(db)
        .await?;
    Ok(Region::parse(&region).ok())
}
