//! Every statement about definitions and values.

use serde_json::{Map, Value};

use super::{AttributeType, Index, Plan};
use crate::db::{self, Arg, Conn, Json, Tx, sql};
use crate::kernel::clock::Timestamp;
use crate::kernel::ids::{AttributeId, CustomerId, WorkspaceId};

crate::row! {
    /// A key with its label and type.
    #[derive(Debug, Clone)]
    pub struct Definition {
        /// Its id.
        pub id: AttributeId,
        /// The key, which never changes.
        pub key: String,
        /// What people call it.
        pub label: String,
        /// What its values are.
        pub kind: AttributeType,
        /// What it is for.
        pub description: Option<String>,
        /// When it was defined.
        pub created_at: Timestamp,
        /// When it was last changed.
        pub updated_at: Timestamp,
    }
}

/// The definitions of a workspace in the order they were made.
pub async fn definitions(
    db: impl Into<Conn<'_>>,
    workspace: WorkspaceId,
) -> db::Result<Vec<Definition>> {
    sql(
        "SELECT id, key, label, type, description, created_at, updated_at
         FROM attributes WHERE workspace_id = $1 ORDER BY id",
    )
    .bind(workspace)
    .quick()
    .all(db)
    .await
}

/// One definition.
pub(super) async fn find(
    db: impl Into<Conn<'_>>,
    workspace: WorkspaceId,
    id: AttributeId,
) -> db::Result<Option<Definition>> {
    sql(
        "SELECT id, key, label, type, description, created_at, updated_at
         FROM attributes WHERE workspace_id = $1 AND id = $2",
    )
    .bind(workspace)
    .bind(id)
    .maybe(db)
    .await
}

/// Adds a definition; `None` when the key is taken.
pub async fn insert(
    tx: &mut Tx,
    workspace: WorkspaceId,
    definition: &Definition,
) -> db::Result<Option<AttributeId>> {
    let made: Option<(AttributeId,)> = sql(
        "INSERT INTO attributes (workspace_id, key, label, type, description, created_at, updated_at)
         VALUES ($1, $2, $3, $4, $5, $6, $6)
         ON CONFLICT (workspace_id, key) DO NOTHING RETURNING id",
    )
    .bind(workspace)
    .bind(&definition.key)
    .bind(&definition.label)
    .bind(definition.kind)
    .bind(definition.description.clone())
    .bind(definition.created_at)
    .maybe(tx)
    .await?;
    Ok(made.map(|(id,)| id))
}

/// Writes label, type and description.
pub(super) async fn update(
    tx: &mut Tx,
    workspace: WorkspaceId,
    definition: &Definition,
) -> db::Result<()> {
    sql(
        "UPDATE attributes SET label = $3, type = $4, description = $5, updated_at = $6
         WHERE workspace_id = $1 AND id = $2",
    )
    .bind(workspace)
    .bind(definition.id)
    .bind(&definition.label)
    .bind(definition.kind)
    .bind(definition.description.clone())
    .bind(definition.updated_at)
    .run(tx)
    .await?;
    Ok(())
}

/// Removes a definition, and with it what is left of its index.
pub(super) async fn delete(tx: &mut Tx, workspace: WorkspaceId, id: AttributeId) -> db::Result<()> {
    sql("DELETE FROM attributes WHERE workspace_id = $1 AND id = $2")
        .bind(workspace)
        .bind(id)
        .run(tx)
        .await?;
    Ok(())
}

/// The document of one customer, locked until the transaction ends.
pub(super) async fn lock_document(
    tx: &mut Tx,
    workspace: WorkspaceId,
    customer: CustomerId,
) -> db::Result<Option<Map<String, Value>>> {
    let found: Option<(Json<Map<String, Value>>,)> =
        sql("SELECT attributes FROM customers WHERE workspace_id = $1 AND id = $2 FOR UPDATE")
            .bind(workspace)
            .bind(customer)
            .maybe(tx)
            .await?;
    Ok(found.map(|(Json(document),)| document))
}

/// Writes what a plan changes: the document and its index. The caller holds the customer's row.
pub async fn write(
    tx: &mut Tx,
    workspace: WorkspaceId,
    customer: CustomerId,
    plan: &Plan,
) -> db::Result<()> {
    if plan.changes.is_empty() {
        return Ok(());
    }
    let document = Value::Object(plan.document.clone());
    write_documents(tx, workspace, vec![(customer, document)]).await?;
    let values = plan
        .index
        .iter()
        .map(|(id, index)| (*id, customer, index.clone()));
    write_index(tx, workspace, values).await?;
    if plan.removed.is_empty() {
        return Ok(());
    }
    let removed: Vec<i64> = plan.removed.iter().map(|id| id.0).collect();
    sql("DELETE FROM attribute_values
         WHERE workspace_id = $1 AND customer_id = $2 AND attribute_id = ANY($3)")
    .bind(workspace)
    .bind(customer)
    .bind(removed)
    .run(tx)
    .await?;
    Ok(())
}

/// Writes whole documents.
pub(super) async fn write_documents(
    tx: &mut Tx,
    workspace: WorkspaceId,
    documents: Vec<(CustomerId, Value)>,
) -> db::Result<()> {
    sql("UPDATE customers SET attributes = v.document
         FROM $rows(workspace_id BIGINT, id BIGINT, document JSONB) v
         WHERE customers.workspace_id = v.workspace_id AND customers.id = v.id")
    .rows(
        documents
            .into_iter()
            .map(|(id, document)| vec![workspace.into(), id.into(), document.into()]),
    )
    .run(tx)
    .await?;
    Ok(())
}

/// Puts values into the index.
pub async fn write_index(
    tx: &mut Tx,
    workspace: WorkspaceId,
    values: impl Iterator<Item = (AttributeId, CustomerId, Index)>,
) -> db::Result<()> {
    sql(
        "INSERT INTO attribute_values (workspace_id, attribute_id, customer_id, text_value,
             number_value, instant_value)
         SELECT v.* FROM $rows(workspace_id BIGINT, attribute_id BIGINT, customer_id BIGINT,
             text_value TEXT, number_value DOUBLE PRECISION, instant_value BIGINT) v
         WHERE TRUE
         ON CONFLICT (customer_id, attribute_id) DO UPDATE SET text_value = excluded.text_value,
             number_value = excluded.number_value, instant_value = excluded.instant_value",
    )
    .rows(values.map(|(attribute, customer, index)| {
        let (text, number, instant) = match index {
            Index::Text(text) => (text.into(), Arg::Null, Arg::Null),
            Index::Number(number) => (Arg::Null, number.into(), Arg::Null),
            Index::Instant(instant) => (Arg::Null, Arg::Null, instant.into()),
            Index::Present => (Arg::Null, Arg::Null, Arg::Null),
        };
        vec![
            workspace.into(),
            attribute.into(),
            customer.into(),
            text,
            number,
            instant,
        ]
    }))
    .run(tx)
    .await?;
    Ok(())
}

/// Takes one attribute of some customers out of the index.
pub(super) async fn delete_from_index(
    tx: &mut Tx,
    workspace: WorkspaceId,
    attribute: AttributeId,
    customers: Vec<i64>,
) -> db::Result<()> {
    sql("DELETE FROM attribute_values
         WHERE workspace_id = $1 AND attribute_id = $2 AND customer_id = ANY($3)")
    .bind(workspace)
    .bind(attribute)
    .bind(customers)
    .run(tx)
    .await?;
    Ok(())
}

/// A customer's document, on a walk over all that have some key.
pub(super) type Carrier = (CustomerId, Json<Map<String, Value>>);

/// The next customers whose document has `key`, after `after`, in the order of their ids.
pub(super) async fn carriers(
    db: impl Into<Conn<'_>>,
    workspace: WorkspaceId,
    key: &str,
    after: CustomerId,
    limit: i64,
) -> db::Result<Vec<Carrier>> {
    sql("SELECT id, attributes FROM customers
         WHERE workspace_id = $1 AND id > $2 AND attributes ->> $3 IS NOT NULL
         ORDER BY id LIMIT $4")
    .bind(workspace)
    .bind(after)
    .bind(key)
    .bind(limit)
    .all(db)
    .await
}

/// The present documents of these customers, locked until the transaction ends.
pub(super) async fn lock_carriers(
    tx: &mut Tx,
    workspace: WorkspaceId,
    customers: Vec<i64>,
) -> db::Result<Vec<Carrier>> {
    sql("SELECT id, attributes FROM customers
         WHERE workspace_id = $1 AND id = ANY($2) ORDER BY id FOR UPDATE")
    .bind(workspace)
    .bind(customers)
    .all(tx)
    .await
}
