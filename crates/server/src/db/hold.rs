//! Names that are locked where there is no row to lock yet.

use std::collections::BTreeSet;

use uuid::Uuid;

use super::{Result, Tx, sql};

/// How many names can be told apart: enough that writers seldom meet by chance, and few enough for
/// the memory that PostgreSQL has for locks.
const NAMES: u64 = 2_048;
/// Where our names begin among PostgreSQL's advisory locks.
const FIRST_NAME: i64 = 0x0063_6c69_656e_0000;

impl Tx {
    /// Locks names until the end of the transaction, against others who do the same. False when there
    /// is nothing to wait for: no names, or an engine with one writer.
    pub async fn hold(&mut self, names: impl Iterator<Item = Uuid>) -> Result<bool> {
        let locks: BTreeSet<i64> = names
            .map(|name| FIRST_NAME + (name.as_u64_pair().0 % NAMES).cast_signed())
            .collect();
        if locks.is_empty() || self.is_sqlite() {
            return Ok(false);
        }
        sql("SELECT pg_advisory_xact_lock(v.name) FROM $rows(name BIGINT) v")
            .rows(locks.into_iter().map(|lock| vec![lock.into()]))
            .run(self)
            .await?;
        Ok(true)
    }
}
