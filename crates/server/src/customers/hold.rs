//! Names that are locked where there is no row to lock yet.
//!
//! All forms of a number are one address, but a unique key sees one form only. So whoever gives
//! somebody a number that has several forms locks a name that is the same for all of them first, and
//! only then looks who has one of them.

use std::collections::BTreeSet;

use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::store::forms;
use crate::db::{self, Tx, sql};

/// How many names can be told apart: enough that writers seldom meet by chance, and few enough for
/// the memory that PostgreSQL has for locks.
const NAMES: u64 = 2_048;
/// Where our names begin among PostgreSQL's advisory locks.
const FIRST_NAME: i64 = 0x0063_6c69_656e_0000;

/// Locks names until the end of the transaction, against others who do the same. False when there
/// is nothing to wait for: no names, or an engine with one writer.
pub async fn hold(tx: &mut Tx, names: impl Iterator<Item = Uuid>) -> db::Result<bool> {
    let locks: BTreeSet<i64> = names
        .map(|name| FIRST_NAME + (name.as_u64_pair().0 % NAMES).cast_signed())
        .collect();
    if locks.is_empty() || tx.is_sqlite() {
        return Ok(false);
    }
    sql("SELECT pg_advisory_xact_lock(v.name) FROM $rows(name BIGINT) v")
        .rows(locks.into_iter().map(|lock| vec![lock.into()]))
        .run(tx)
        .await?;
    Ok(true)
}

/// The name of an address (`+digits` or a user id) with several forms; `None` with one form only.
pub fn name_of(address: &str) -> Option<Uuid> {
    let forms = forms(address);
    let first = forms.iter().filter(|_| forms.len() > 1).min()?;
    let hash = Sha256::digest(first.as_bytes());
    let mut half = [0; 16];
    half.copy_from_slice(&hash[..16]);
    Some(Uuid::from_bytes(half))
}
