//! Addresses that opted out and were deleted. Only a hash that needs the installation's key is kept,
//! so the list tells nobody who is on it.

use super::{ConsentSource, Decision, Purpose, record};
use crate::access::Actor;
use crate::db::{self, Arg, Tx, sql};
use crate::kernel::clock::Timestamp;
use crate::kernel::ids::{ContactId, CustomerId, WorkspaceId};
use crate::secrets::Secrets;

const HASHED_FOR: &str = "suppression";

/// Remembers addresses (as in `contact_aliases`) that refuse marketing and are about to go.
pub async fn suppress(
    tx: &mut Tx,
    secrets: &Secrets,
    workspace: WorkspaceId,
    addresses: &[String],
    now: Timestamp,
) -> db::Result<()> {
    sql(
        "INSERT INTO suppressions (workspace_id, address_hash, purpose, at)
         SELECT v.* FROM $rows(workspace_id BIGINT, address_hash BYTEA, purpose TEXT, at BIGINT) v
         WHERE TRUE
         ON CONFLICT (workspace_id, address_hash, purpose) DO UPDATE SET at = excluded.at",
    )
    .rows(addresses.iter().map(|address| {
        vec![
            workspace.into(),
            secrets.keyed_hash(HASHED_FOR, address).into(),
            Purpose::Marketing.into(),
            now.into(),
        ]
    }))
    .run(tx)
    .await?;
    Ok(())
}

/// Opts a customer out who has come back with one of the remembered `addresses`, given in every form
/// under which they may be remembered; whether one was.
///
/// From then on the ledger knows it, so what was remembered is forgotten.
pub async fn take_up_suppression(
    tx: &mut Tx,
    secrets: &Secrets,
    workspace: WorkspaceId,
    (customer, contact): (CustomerId, ContactId),
    addresses: &[String],
    actor: Actor,
    now: Timestamp,
) -> db::Result<bool> {
    let hashes: Vec<Arg> = addresses
        .iter()
        .map(|address| secrets.keyed_hash(HASHED_FOR, address).into())
        .collect();
    let taken: Vec<(Timestamp,)> = sql("DELETE FROM suppressions
         WHERE workspace_id = $1 AND address_hash = ANY($2) AND purpose = $3 RETURNING at")
    .bind(workspace)
    .bind(hashes)
    .bind(Purpose::Marketing)
    .all(&mut *tx)
    .await?;
    let Some(at) = taken.into_iter().map(|(at,)| at).max() else {
        return Ok(false);
    };
    let decision = Decision {
        customer,
        contact: Some(contact),
        purpose: Purpose::Marketing,
        granted: false,
        source: ConsentSource::Suppression,
        evidence: None,
        actor,
        at,
    };
    record(tx, workspace, decision, now).await?;
    Ok(true)
}
