//! Statements of the contacts API.

use uuid::Uuid;

use super::links::Links;
use super::view::Metadata;
use crate::app::App;
use crate::db::{self, Arg, Db, FromRow, Row, Tx, sql};
use crate::kernel::clock::Timestamp;
use crate::kernel::ids::{AccountId, ContactId, ConversationId, CustomerId, MemberId, WorkspaceId};
use crate::search::ContactList;

crate::row! {
    /// A contact with what the list shows of its customer.
    #[derive(Debug)]
    pub(super) struct ContactRow {
        pub(super) id: ContactId,
        pub(super) uuid: Uuid,
        pub(super) phone: Option<String>,
        pub(super) name: Option<String>,
        pub(super) profile_name: Option<String>,
        pub(super) account: Option<AccountId>,
        pub(super) owner: Option<MemberId>,
        pub(super) last_message_at: Option<Timestamp>,
        pub(super) created_at: Timestamp,
    }
}

/// A contact with its customer's attributes.
#[derive(Debug)]
pub(super) struct DetailRow {
    pub(super) contact: ContactRow,
    pub(super) metadata: Metadata,
    pub(super) updated_at: Timestamp,
}

impl FromRow for DetailRow {
    const COLUMNS: usize = ContactRow::COLUMNS + 2;
    fn from_row(row: Row<'_>) -> db::Result<Self> {
        Ok(Self {
            contact: ContactRow::from_row(row)?,
            metadata: row.get(ContactRow::COLUMNS)?,
            updated_at: row.get(ContactRow::COLUMNS + 1)?,
        })
    }
}

/// One contact by its uuid: the most frequent read of all, so it is one statement.
pub(super) async fn find(
    app: &App,
    workspace: WorkspaceId,
    contact: Uuid,
) -> db::Result<Option<(DetailRow, Links)>> {
    let found: Option<DetailRow> = sql(
        "SELECT c.id, c.uuid, c.phone, p.name, c.profile_name, c.account_id, p.owner_id,
             c.last_message_at, c.created_at, p.attributes, p.updated_at
         FROM contacts c
         JOIN customers p ON p.id = c.customer_id
         WHERE c.uuid = $1 AND c.workspace_id = $2",
    )
    .bind(contact)
    .bind(workspace)
    .quick()
    .maybe(&app.db)
    .await?;
    let Some(row) = found else { return Ok(None) };
    let links = app.uuids.links(&app.db, workspace, &row.contact).await?;
    Ok(Some((row, links)))
}

/// These contacts, in this order.
pub(super) async fn load(
    app: &App,
    workspace: WorkspaceId,
    ids: &[ContactId],
) -> db::Result<Vec<(ContactRow, Links)>> {
    let wanted: Vec<Arg> = ids.iter().map(|id| (*id).into()).collect();
    let mut rows: Vec<ContactRow> = sql(
        "SELECT c.id, c.uuid, c.phone, p.name, c.profile_name, c.account_id, p.owner_id,
             c.last_message_at, c.created_at
         FROM contacts c
         JOIN customers p ON p.id = c.customer_id
         WHERE c.workspace_id = $1 AND c.id = ANY($2)",
    )
    .bind(workspace)
    .bind(wanted)
    .all(&app.db)
    .await?;
    rows.sort_by_key(|row| ids.iter().position(|id| *id == row.id));
    let mut linked = Vec::with_capacity(rows.len());
    for row in rows {
        let links = app.uuids.links(&app.db, workspace, &row).await?;
        linked.push((row, links));
    }
    Ok(linked)
}

/// Ids of a page of a list of `total` contacts, the most recently active first.
///
/// Only the index is read, and from whichever end of it is nearer.
pub(super) async fn page(
    db: &Db,
    workspace: WorkspaceId,
    list: ContactList<'_>,
    total: i64,
    (skip, take): (i64, i64),
) -> db::Result<Vec<ContactId>> {
    let from_the_end = skip > total / 2;
    let (order, skip, take) = match from_the_end {
        false => ("DESC", skip, take),
        true => {
            let take = take.min(total - skip);
            ("ASC", total - skip - take, take)
        }
    };
    let (column, value) = scope(list);
    let mut ids: Vec<(ContactId,)> = sql(format!(
        "SELECT id FROM contacts WHERE workspace_id = $1 AND {column} = $2
         ORDER BY activity_at {order}, id {order} LIMIT $3 OFFSET $4"
    ))
    .bind(workspace)
    .bind(value)
    .bind(take)
    .bind(skip)
    .all(db)
    .await?;
    if from_the_end {
        ids.reverse();
    }
    Ok(ids.into_iter().map(|(id,)| id).collect())
}

/// How many contacts an account has.
pub(super) async fn count_of_account(
    db: &Db,
    workspace: WorkspaceId,
    account: AccountId,
) -> db::Result<i64> {
    let (count,) = sql("SELECT COUNT(*) FROM contacts WHERE workspace_id = $1 AND account_id = $2")
        .bind(workspace)
        .bind(account)
        .one(db)
        .await?;
    Ok(count)
}

/// An account has one channel, so its contacts need not be narrowed by it.
fn scope(list: ContactList<'_>) -> (&'static str, Arg) {
    match list.account {
        Some(account) => ("account_id", account.into()),
        None => ("channel", list.channel.into()),
    }
}

crate::row! {
    /// An account, as far as contacts need it.
    #[derive(Debug)]
    pub(super) struct AccountRow {
        pub(super) id: AccountId,
        pub(super) channel: String,
        pub(super) region: Option<String>,
    }
}

/// An account by its uuid, also one that was removed: its contacts are still listed.
pub(super) async fn find_account(
    db: &Db,
    workspace: WorkspaceId,
    account: Uuid,
) -> db::Result<Option<AccountRow>> {
    sql("SELECT id, channel, default_region FROM accounts WHERE workspace_id = $1 AND uuid = $2")
        .bind(workspace)
        .bind(account)
        .quick()
        .maybe(db)
        .await
}

/// An account by its uuid, if it is in use.
pub(super) async fn find_account_in_use(
    db: &Db,
    workspace: WorkspaceId,
    account: Uuid,
) -> db::Result<Option<AccountRow>> {
    sql("SELECT id, channel, default_region FROM accounts
         WHERE workspace_id = $1 AND uuid = $2 AND removed_at IS NULL")
    .bind(workspace)
    .bind(account)
    .maybe(db)
    .await
}

/// A contact that is to be changed, and its customer.
#[derive(Debug)]
pub(super) struct Target {
    pub(super) contact: ContactId,
    pub(super) customer: CustomerId,
}

/// The contact with this uuid.
pub(super) async fn target(
    tx: &mut Tx,
    workspace: WorkspaceId,
    contact: Uuid,
) -> db::Result<Option<Target>> {
    let found: Option<(ContactId, CustomerId)> =
        sql("SELECT id, customer_id FROM contacts WHERE uuid = $1 AND workspace_id = $2")
            .bind(contact)
            .bind(workspace)
            .maybe(tx)
            .await?;
    Ok(found.map(|(contact, customer)| Target { contact, customer }))
}

/// Locks a contact: before its customer and conversations, as whoever takes messages in does.
pub(super) async fn lock(
    tx: &mut Tx,
    workspace: WorkspaceId,
    contact: ContactId,
) -> db::Result<()> {
    sql("SELECT id FROM contacts WHERE id = $1 AND workspace_id = $2 FOR UPDATE")
        .bind(contact)
        .bind(workspace)
        .all::<(ContactId,)>(tx)
        .await?;
    Ok(())
}

/// The region of the workspace's numbers without a country code.
pub(super) async fn region_of_workspace(db: &Db, workspace: WorkspaceId) -> db::Result<String> {
    let (region,) = sql("SELECT default_region FROM workspaces WHERE id = $1")
        .bind(workspace)
        .quick()
        .one(db)
        .await?;
    Ok(region)
}

/// A member of the team by uuid.
pub(super) async fn find_member(
    tx: &mut Tx,
    workspace: WorkspaceId,
    member: Uuid,
) -> db::Result<Option<MemberId>> {
    let found: Option<(MemberId,)> =
        sql("SELECT id FROM members WHERE workspace_id = $1 AND uuid = $2 AND active")
            .bind(workspace)
            .bind(member)
            .maybe(tx)
            .await?;
    Ok(found.map(|(id,)| id))
}

/// The contact's conversations that are not resolved, with who answers them; locked.
pub(super) async fn lock_open_conversations(
    tx: &mut Tx,
    workspace: WorkspaceId,
    contact: ContactId,
) -> db::Result<Vec<(ConversationId, Option<MemberId>)>> {
    sql("SELECT id, assignee_id FROM conversations
         WHERE contact_id = $1 AND workspace_id + 0 = $2 AND status <> 'resolved'
         ORDER BY id FOR UPDATE")
    .bind(contact)
    .bind(workspace)
    .all(tx)
    .await
}

/// Makes a member, or nobody, answer these conversations.
pub(super) async fn assign_conversations(
    tx: &mut Tx,
    workspace: WorkspaceId,
    conversations: &[(ConversationId, Option<MemberId>)],
    member: Option<MemberId>,
) -> db::Result<()> {
    let ids: Vec<Arg> = conversations.iter().map(|(id, _)| (*id).into()).collect();
    sql("UPDATE conversations SET assignee_id = $3 WHERE workspace_id = $1 AND id = ANY($2)")
        .bind(workspace)
        .bind(ids)
        .bind(member)
        .run(tx)
        .await?;
    Ok(())
}
