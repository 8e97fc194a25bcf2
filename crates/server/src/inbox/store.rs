//! Statements of the inbox.

use crate::db::{self, Arg, Db, sql};
use crate::kernel::ids::{ContactId, CustomerId, WorkspaceId};

crate::row! {
    /// A contact that a search found.
    #[derive(Debug)]
    pub(super) struct Hit {
        pub(super) id: ContactId,
        pub(super) customer_id: CustomerId,
        pub(super) name: Option<String>,
        pub(super) profile_name: Option<String>,
        pub(super) email: Option<String>,
        pub(super) phone: Option<String>,
        pub(super) conversations: i64,
    }
}

/// These contacts, in this order.
pub(super) async fn hits(
    db: &Db,
    workspace: WorkspaceId,
    ids: &[ContactId],
) -> db::Result<Vec<Hit>> {
    let wanted: Vec<Arg> = ids.iter().map(|id| (*id).into()).collect();
    let mut hits: Vec<Hit> = sql(
        "SELECT c.id, c.customer_id, p.name, c.profile_name, p.email, c.phone,
             s.conversations_count
         FROM contacts c
         JOIN customers p ON p.id = c.customer_id
         JOIN customer_stats s ON s.customer_id = c.customer_id
         WHERE c.workspace_id = $1 AND c.id = ANY($2)",
    )
    .bind(workspace)
    .bind(wanted)
    .all(db)
    .await?;
    hits.sort_by_key(|hit| ids.iter().position(|id| *id == hit.id));
    Ok(hits)
}
