//! Every statement about decisions.

use serde_json::json;

use super::{ConsentId, ConsentSource, Decision, Purpose};
use crate::db::{self, Conn, Tx, sql};
use crate::kernel::clock::{SECOND, Timestamp};
use crate::kernel::ids::{ContactId, CustomerId, WorkspaceId};
use crate::timeline::{self, Event};

/// Adds a decision and, if it is the newest of its purpose, puts it in force; whether that changed
/// anything. A customer who does not exist in this workspace changes nothing.
pub async fn record(
    tx: &mut Tx,
    workspace: WorkspaceId,
    decision: Decision,
    now: Timestamp,
) -> db::Result<bool> {
    let customer = decision.customer;
    // The row lock puts decisions about one customer in a line.
    let before: Option<(bool,)> =
        sql("SELECT opted_out FROM customers WHERE workspace_id = $1 AND id = $2 FOR UPDATE")
            .bind(workspace)
            .bind(customer)
            .maybe(&mut *tx)
            .await?;
    let Some((opted_out,)) = before else {
        return Ok(false);
    };
    if decision.source == ConsentSource::Whatsapp && is_recorded(tx, &decision).await? {
        return Ok(false); // WhatsApp repeats itself
    }
    insert(tx, workspace, &decision, now).await?;
    let granted = newest(&mut *tx, workspace, customer, decision.purpose).await?;
    if granted.is_none_or(|granted| granted != opted_out) {
        return Ok(false);
    }
    sql("UPDATE customers SET opted_out = $3,
             updated_at = CASE WHEN updated_at < $4 THEN $4 ELSE updated_at + 1 END
         WHERE workspace_id = $1 AND id = $2")
    .bind(workspace)
    .bind(customer)
    .bind(!opted_out)
    .bind(now)
    .run(&mut *tx)
    .await?;
    let event = Event {
        customer: Some(customer),
        kind: "consent.changed",
        actor: decision.actor,
        data: json!({
            "purpose": decision.purpose,
            "old": if opted_out { "opted_out" } else { "allowed" },
            "new": if opted_out { "allowed" } else { "opted_out" },
            "source": decision.source,
            "evidence": decision.evidence,
        }),
        at: now,
    };
    timeline::record(tx, workspace, event).await?;
    Ok(true)
}

/// How far WhatsApp's clock may be ahead of ours.
const AHEAD: i64 = 300 * SECOND;

/// Whether this very decision is in the ledger. One whose time was cut to ours is known by that, as
/// long as nothing else was decided since.
async fn is_recorded(tx: &mut Tx, decision: &Decision) -> db::Result<bool> {
    let found: Option<(ConsentId,)> = sql("SELECT id FROM consents
         WHERE customer_id = $1 AND purpose = $2 AND granted = $3 AND source = $4
             AND contact_id IS NOT DISTINCT FROM $5
             AND (at = $6 OR (at = recorded_at AND at BETWEEN $7 AND $6 AND NOT EXISTS (
                 SELECT 1 FROM consents other
                 WHERE other.customer_id = consents.customer_id
                     AND other.purpose = consents.purpose AND other.at >= consents.at
                     AND other.granted <> consents.granted)))
         LIMIT 1")
    .bind(decision.customer)
    .bind(decision.purpose)
    .bind(decision.granted)
    .bind(decision.source)
    .bind(decision.contact)
    .bind(decision.at)
    .bind(decision.at.plus(-AHEAD))
    .maybe(tx)
    .await?;
    Ok(found.is_some())
}

async fn insert(
    tx: &mut Tx,
    workspace: WorkspaceId,
    decision: &Decision,
    now: Timestamp,
) -> db::Result<()> {
    sql(
        "INSERT INTO consents (workspace_id, customer_id, contact_id, purpose, granted, source,
             evidence, actor_kind, actor_id, at, recorded_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
    )
    .bind(workspace)
    .bind(decision.customer)
    .bind(decision.contact)
    .bind(decision.purpose)
    .bind(decision.granted)
    .bind(decision.source)
    .bind(decision.evidence.clone())
    .bind(decision.actor.kind())
    .bind(decision.actor.id())
    .bind(decision.at.min(now))
    .bind(now)
    .run(tx)
    .await?;
    Ok(())
}

/// What the decision in force says; `None` if the person was never asked.
pub(super) async fn newest(
    db: impl Into<Conn<'_>>,
    workspace: WorkspaceId,
    customer: CustomerId,
    purpose: Purpose,
) -> db::Result<Option<bool>> {
    let found: Option<(bool,)> = sql("SELECT granted FROM consents
         WHERE workspace_id = $1 AND customer_id = $2 AND purpose = $3
         ORDER BY at DESC, id DESC LIMIT 1")
    .bind(workspace)
    .bind(customer)
    .bind(purpose)
    .maybe(db)
    .await?;
    Ok(found.map(|(granted,)| granted))
}

crate::row! {
    /// A decision as stored.
    #[derive(Debug)]
    pub(super) struct ConsentRow {
        pub(super) id: ConsentId,
        pub(super) contact_id: Option<ContactId>,
        pub(super) purpose: Purpose,
        pub(super) granted: bool,
        pub(super) source: ConsentSource,
        pub(super) evidence: Option<String>,
        pub(super) actor_kind: String,
        pub(super) actor_id: Option<i64>,
        pub(super) at: Timestamp,
        pub(super) recorded_at: Timestamp,
    }
}

/// Decisions before the one named by its time and id, newest first.
pub(super) async fn list(
    db: impl Into<Conn<'_>>,
    workspace: WorkspaceId,
    customer: CustomerId,
    before: Option<(Timestamp, ConsentId)>,
    limit: i64,
) -> db::Result<Vec<ConsentRow>> {
    let (at, id) = before.unwrap_or((Timestamp(i64::MAX), ConsentId(i64::MAX)));
    sql(
        "SELECT id, contact_id, purpose, granted, source, evidence, actor_kind, actor_id, at,
             recorded_at
         FROM consents
         WHERE workspace_id = $1 AND customer_id = $2 AND (at, id) < ($3, $4)
         ORDER BY at DESC, id DESC LIMIT $5",
    )
    .bind(workspace)
    .bind(customer)
    .bind(at)
    .bind(id)
    .bind(limit)
    .all(db)
    .await
}

/// Whether there is such a customer, and whether they opted out.
pub(super) async fn opted_out(
    db: impl Into<Conn<'_>>,
    workspace: WorkspaceId,
    customer: CustomerId,
) -> db::Result<Option<bool>> {
    let found: Option<(bool,)> =
        sql("SELECT opted_out FROM customers WHERE workspace_id = $1 AND id = $2")
            .bind(workspace)
            .bind(customer)
            .quick()
            .maybe(db)
            .await?;
    Ok(found.map(|(opted_out,)| opted_out))
}
