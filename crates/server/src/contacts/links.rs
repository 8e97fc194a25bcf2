//! The accounts and members that contacts refer to, by the uuids that the contacts API names them by.
//!
//! A row's uuid never changes and accounts and members are never deleted, only removed from use. So
//! what was looked up once is true for good, and reading a contact needs no join for it.

use std::collections::HashMap;
use std::sync::{PoisonError, RwLock};

use uuid::Uuid;

use super::store::ContactRow;
use crate::db::{self, Db, sql};
use crate::kernel::ids::WorkspaceId;

/// Uuids of accounts and members that were looked up. There are as many as these are.
#[derive(Debug, Default)]
pub struct Uuids(RwLock<HashMap<(&'static str, i64), Uuid>>);

/// What a contact refers to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Links {
    /// The account of the latest message.
    pub(super) account: Option<Uuid>,
    /// The member who looks after the customer.
    pub(super) owner: Option<Uuid>,
}

impl Uuids {
    /// What this contact of the workspace refers to.
    pub(super) async fn links(
        &self,
        db: &Db,
        workspace: WorkspaceId,
        contact: &ContactRow,
    ) -> db::Result<Links> {
        let account = contact.account.map(|id| id.0);
        let owner = contact.owner.map(|id| id.0);
        Ok(Links {
            account: self.find(db, workspace, "accounts", account).await?,
            owner: self.find(db, workspace, "members", owner).await?,
        })
    }

    fn known(&self, table: &'static str, id: i64) -> Option<Uuid> {
        let known = self.0.read().unwrap_or_else(PoisonError::into_inner);
        known.get(&(table, id)).copied()
    }

    async fn find(
        &self,
        db: &Db,
        workspace: WorkspaceId,
        table: &'static str,
        id: Option<i64>,
    ) -> db::Result<Option<Uuid>> {
        let Some(id) = id else { return Ok(None) };
        if let Some(uuid) = self.known(table, id) {
            return Ok(Some(uuid));
        }
        let found: Option<(Uuid,)> = sql(format!(
            "SELECT uuid FROM {table} WHERE id = $1 AND workspace_id = $2"
        ))
        .bind(id)
        .bind(workspace)
        .maybe(db)
        .await?;
        let found = found.map(|(uuid,)| uuid);
        if let Some(uuid) = found {
            let mut known = self.0.write().unwrap_or_else(PoisonError::into_inner);
            known.insert((table, id), uuid);
        }
        Ok(found)
    }
}
