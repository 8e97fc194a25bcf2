//! Which of some customers match: for lists that are walked in an order of their own.

use std::collections::HashSet;

use super::Query;
use super::needle::Statement;
use crate::db::{self, Arg, Db};
use crate::kernel::ids::{CustomerId, WorkspaceId};

/// Those of these customers who match, found by reading the text of each.
pub async fn among(
    db: &Db,
    workspace: WorkspaceId,
    query: &Query,
    customers: impl IntoIterator<Item = CustomerId>,
) -> db::Result<HashSet<CustomerId>> {
    let wanted: HashSet<CustomerId> = customers.into_iter().collect();
    if query.is_everybody() || wanted.is_empty() {
        return Ok(wanted);
    }
    let wanted: Vec<Arg> = wanted.into_iter().map(Arg::from).collect();
    let mut statement = Statement::default();
    let (wanted, own) = (statement.bind(wanted), statement.bind(workspace));
    statement.push(&format!(
        "SELECT q.customer_id FROM customer_search q
         WHERE q.customer_id = ANY({wanted}) AND q.workspace_id = {own}"
    ));
    statement.contains(db, query);
    let found: Vec<(CustomerId,)> = statement.ready().all(db).await?;
    Ok(found.into_iter().map(|(id,)| id).collect())
}
