//! Every statement about tags.

use crate::db::{self, Arg, Conn, Tx, sql};
use crate::kernel::clock::Timestamp;
use crate::kernel::ids::{CustomerId, TagId, WorkspaceId};
use crate::kernel::text::fold;

crate::row! {
    /// A label of the catalogue.
    #[derive(Debug, Clone)]
    pub(super) struct Tag {
        pub(super) id: TagId,
        pub(super) name: String,
        pub(super) hue: Option<i64>,
        pub(super) created_at: Timestamp,
        pub(super) updated_at: Timestamp,
    }
}

/// The catalogue by name.
pub(super) async fn list(db: impl Into<Conn<'_>>, workspace: WorkspaceId) -> db::Result<Vec<Tag>> {
    sql("SELECT id, name, hue, created_at, updated_at
         FROM tags WHERE workspace_id = $1 ORDER BY name_key")
    .bind(workspace)
    .all(db)
    .await
}

/// How many customers have each tag; tags that nobody has are left out. Reads one index only.
pub(super) async fn counts(
    db: impl Into<Conn<'_>>,
    workspace: WorkspaceId,
) -> db::Result<Vec<(TagId, i64)>> {
    sql("SELECT tag_id, COUNT(*) FROM customer_tags WHERE workspace_id = $1 GROUP BY tag_id")
        .bind(workspace)
        .all(db)
        .await
}

/// How many customers have this tag.
pub(super) async fn count(
    db: impl Into<Conn<'_>>,
    workspace: WorkspaceId,
    tag: TagId,
) -> db::Result<i64> {
    let (count,) =
        sql("SELECT COUNT(*) FROM customer_tags WHERE workspace_id = $1 AND tag_id = $2")
            .bind(workspace)
            .bind(tag)
            .one(db)
            .await?;
    Ok(count)
}

/// One tag.
pub(super) async fn find(
    db: impl Into<Conn<'_>>,
    workspace: WorkspaceId,
    id: TagId,
) -> db::Result<Option<Tag>> {
    sql("SELECT id, name, hue, created_at, updated_at
         FROM tags WHERE workspace_id = $1 AND id = $2")
    .bind(workspace)
    .bind(id)
    .maybe(db)
    .await
}

/// The tags with these folded names: folded name, id, name.
pub(super) async fn find_by_names(
    tx: &mut Tx,
    workspace: WorkspaceId,
    keys: Vec<String>,
) -> db::Result<Vec<(String, TagId, String)>> {
    sql("SELECT name_key, id, name FROM tags WHERE workspace_id = $1 AND name_key = ANY($2)")
        .bind(workspace)
        .bind(keys)
        .all(tx)
        .await
}

/// How many tags the catalogue has.
pub(super) async fn size(tx: &mut Tx, workspace: WorkspaceId) -> db::Result<i64> {
    let (size,) = sql("SELECT COUNT(*) FROM tags WHERE workspace_id = $1")
        .bind(workspace)
        .one(tx)
        .await?;
    Ok(size)
}

/// Adds a tag; `None` when the name is taken.
pub(super) async fn insert(
    tx: &mut Tx,
    workspace: WorkspaceId,
    (name, hue): (&str, Option<i64>),
    at: Timestamp,
) -> db::Result<Option<TagId>> {
    let made: Option<(TagId,)> = sql(
        "INSERT INTO tags (workspace_id, name, name_key, hue, created_at, updated_at)
         VALUES ($1, $2, $3, $4, $5, $5)
         ON CONFLICT (workspace_id, name_key) DO NOTHING RETURNING id",
    )
    .bind(workspace)
    .bind(name)
    .bind(fold(name))
    .bind(hue)
    .bind(at)
    .maybe(tx)
    .await?;
    Ok(made.map(|(id,)| id))
}

/// Writes name and hue. Fails with [`db::Error::Unique`] when the name is taken.
pub(super) async fn update(tx: &mut Tx, workspace: WorkspaceId, tag: &Tag) -> db::Result<()> {
    sql(
        "UPDATE tags SET name = $3, name_key = $4, hue = $5, updated_at = $6
         WHERE workspace_id = $1 AND id = $2",
    )
    .bind(workspace)
    .bind(tag.id)
    .bind(&tag.name)
    .bind(fold(&tag.name))
    .bind(tag.hue)
    .bind(tag.updated_at)
    .run(tx)
    .await?;
    Ok(())
}

/// Some customers who have the tag, the next `limit` after `after`.
pub(super) async fn holders(
    db: impl Into<Conn<'_>>,
    workspace: WorkspaceId,
    tag: TagId,
    after: CustomerId,
    limit: i64,
) -> db::Result<Vec<(CustomerId,)>> {
    sql("SELECT customer_id FROM customer_tags
         WHERE workspace_id = $1 AND tag_id = $2 AND customer_id > $3
         ORDER BY customer_id LIMIT $4")
    .bind(workspace)
    .bind(tag)
    .bind(after)
    .bind(limit)
    .all(db)
    .await
}

/// Takes the tag from these customers; from how many.
pub(super) async fn take_from(
    db: &db::Db,
    workspace: WorkspaceId,
    tag: TagId,
    customers: Vec<Arg>,
) -> db::Result<u64> {
    sql("DELETE FROM customer_tags
         WHERE workspace_id = $1 AND tag_id = $2 AND customer_id = ANY($3)")
    .bind(workspace)
    .bind(tag)
    .bind(customers)
    .run(db)
    .await
}

/// Removes a tag from the catalogue, and from whoever still has it.
pub(super) async fn delete(tx: &mut Tx, workspace: WorkspaceId, tag: TagId) -> db::Result<u64> {
    let taken = sql("DELETE FROM customer_tags WHERE workspace_id = $1 AND tag_id = $2")
        .bind(workspace)
        .bind(tag)
        .run(&mut *tx)
        .await?;
    sql("DELETE FROM tags WHERE workspace_id = $1 AND id = $2")
        .bind(workspace)
        .bind(tag)
        .run(tx)
        .await?;
    Ok(taken)
}

/// The tags of a customer: id and name.
pub(super) async fn of_customer(
    tx: &mut Tx,
    workspace: WorkspaceId,
    customer: CustomerId,
) -> db::Result<Vec<(TagId, String)>> {
    sql(
        "SELECT t.id, t.name FROM customer_tags ct JOIN tags t ON t.id = ct.tag_id
         WHERE ct.workspace_id = $1 AND ct.customer_id = $2 ORDER BY t.name_key",
    )
    .bind(workspace)
    .bind(customer)
    .all(tx)
    .await
}

/// Gives a customer tags they do not have.
pub(super) async fn give(
    tx: &mut Tx,
    workspace: WorkspaceId,
    customer: CustomerId,
    tags: &[(TagId, String)],
) -> db::Result<()> {
    sql(
        "INSERT INTO customer_tags (workspace_id, tag_id, customer_id)
         SELECT v.* FROM $rows(workspace_id BIGINT, tag_id BIGINT, customer_id BIGINT) v WHERE TRUE
         ON CONFLICT (customer_id, tag_id) DO NOTHING",
    )
    .rows(
        tags.iter()
            .map(|(tag, _)| vec![workspace.into(), (*tag).into(), customer.into()]),
    )
    .run(tx)
    .await?;
    Ok(())
}

/// Takes tags from a customer.
pub(super) async fn take(
    tx: &mut Tx,
    workspace: WorkspaceId,
    customer: CustomerId,
    tags: &[(TagId, String)],
) -> db::Result<()> {
    if tags.is_empty() {
        return Ok(());
    }
    let ids: Vec<Arg> = tags.iter().map(|(tag, _)| (*tag).into()).collect();
    sql("DELETE FROM customer_tags
         WHERE workspace_id = $1 AND customer_id = $2 AND tag_id = ANY($3)")
    .bind(workspace)
    .bind(customer)
    .bind(ids)
    .run(tx)
    .await?;
    Ok(())
}
