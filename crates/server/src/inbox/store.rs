//! Statements of the inbox.

use crate::db::{self, Arg, Db, sql};
use crate::kernel::clock::Timestamp;
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
        pub(super) activity_at: Timestamp,
    }
}

/// Names that begin with a search, at most.
const NAMES: i64 = 20;

/// Contacts of those who are called so or whose name begins so, or who have this very email or number,
/// however long ago they were active. `text` is folded.
pub(super) async fn likely(
    db: &Db,
    workspace: WorkspaceId,
    text: &str,
) -> db::Result<Vec<ContactId>> {
    let found: Vec<(ContactId,)> = sql("SELECT c.id FROM (
             SELECT n.id FROM (SELECT id FROM customers
                 WHERE workspace_id = $1 AND name_key >= $2 AND name_key < $3
                 ORDER BY name_key, id LIMIT $4) n
             UNION ALL
             SELECT id FROM customers WHERE workspace_id = $1 AND email_key = $2) p
         CROSS JOIN contacts c WHERE c.customer_id = p.id AND c.channel = $5
         UNION ALL
         SELECT contact_id FROM contact_aliases
         WHERE workspace_id = $1 AND channel = $5 AND value = $6")
    .bind(workspace)
    .bind(text)
    .bind(format!("{text}\u{10FFFF}"))
    .bind(NAMES)
    .bind("whatsapp")
    .bind(format!("+{text}"))
    .quick()
    .all(db)
    .await?;
    Ok(found.into_iter().map(|(id,)| id).collect())
}

/// These contacts, in any order.
pub(super) async fn hits(
    db: &Db,
    workspace: WorkspaceId,
    ids: &[ContactId],
) -> db::Result<Vec<Hit>> {
    let wanted: Vec<Arg> = ids.iter().map(|id| (*id).into()).collect();
    sql(
        "SELECT c.id, c.customer_id, p.name, c.profile_name, p.email, c.phone,
             s.conversations_count, c.activity_at
         FROM contacts c
         JOIN customers p ON p.id = c.customer_id
         JOIN customer_stats s ON s.customer_id = c.customer_id
         WHERE c.workspace_id = $1 AND c.id = ANY($2)",
    )
    .bind(workspace)
    .bind(wanted)
    .all(db)
    .await
}
