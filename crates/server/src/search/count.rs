//! How many match, within a time budget.

use std::time::Duration;

use super::Query;
use super::needle::{Lookup, Statement};
use super::walk::{ContactList, Found, List, found, of_all, of_customers};
use crate::db::{self, Db, Error, sql};
use crate::kernel::ids::WorkspaceId;

/// Stretches of neighbouring customers that an estimate looks at.
const STRETCHES: i64 = 10;
/// The length of a stretch, in ids.
const STRETCH: i64 = 200;

/// A sample that shows this many times as many hits as the index would list ends the counting.
const PLAINLY_MANY: i64 = 10;

/// A number of rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    /// How many.
    pub value: i64,
    /// Whether it was estimated because counting would have taken too long.
    pub is_estimate: bool,
}

/// How many customers match.
pub async fn count(
    db: &Db,
    workspace: WorkspaceId,
    query: &Query,
    budget: Duration,
) -> db::Result<Count> {
    let total = counter(db, workspace, "customers").await?;
    let list = List::customers(workspace, None);
    count_in(db, workspace, &list, total, query, budget).await
}

/// How many contacts of customers that match there are, of `total` contacts in the list.
pub async fn count_contacts(
    db: &Db,
    workspace: WorkspaceId,
    query: &Query,
    which: ContactList<'_>,
    total: i64,
    budget: Duration,
) -> db::Result<Count> {
    let list = List::contacts(workspace, which);
    count_in(db, workspace, &list, total, query, budget).await
}

async fn count_in(
    db: &Db,
    workspace: WorkspaceId,
    list: &List,
    total: i64,
    query: &Query,
    budget: Duration,
) -> db::Result<Count> {
    let exactly = |value| Count {
        value,
        is_estimate: false,
    };
    if query.is_everybody() {
        return Ok(exactly(total));
    }
    // Looking closer at what is plainly very many would take long and come to an estimate anyway.
    let many = estimate(db, workspace, query, total).await?;
    if many > list.bounds.few * PLAINLY_MANY {
        return Ok(Count {
            value: many,
            is_estimate: true,
        });
    }
    let mut statement = list.count();
    let lookup = match found(db, workspace, query, list.bounds.few).await? {
        Found::Few(customers) if customers.is_empty() => return Ok(exactly(0)),
        Found::Few(customers) => {
            of_customers(db, list, &mut statement, &customers);
            let (value,) = statement.ready().one(db).await?;
            return Ok(exactly(value));
        }
        Found::Many(lookup) => lookup,
    };
    of_all(db, list, &mut statement, query, &lookup);
    match statement.ready().within(budget).one(db).await {
        Ok((value,)) => Ok(exactly(value)),
        Err(Error::Stopped) => {
            let least = match lookup {
                Lookup::Useless => 0,
                _ => list.bounds.few + 1,
            };
            Ok(Count {
                value: many.max(least),
                is_estimate: true,
            })
        }
        Err(error) => Err(error),
    }
}

/// As many of `total` as there are hits in a sample.
async fn estimate(db: &Db, workspace: WorkspaceId, query: &Query, total: i64) -> db::Result<i64> {
    let (last,): (Option<i64>,) = sql("SELECT MAX(customer_id) FROM customer_search")
        .one(db)
        .await?;
    let last = last.unwrap_or(0);
    let stretches: Vec<String> = (0..STRETCHES)
        .map(|index| {
            let start = last / STRETCHES * index;
            format!("q.customer_id BETWEEN {start} AND {}", start + STRETCH)
        })
        .collect();
    let mut statement = Statement::default();
    let own = statement.bind(workspace);
    statement.push("SELECT COUNT(*), COUNT(*) FILTER (WHERE TRUE");
    statement.contains(db, query);
    statement.push(&format!(
        ") FROM customer_search q WHERE q.workspace_id = {own} AND ({})",
        stretches.join(" OR ")
    ));
    let (seen, matching): (i64, i64) = statement.ready().one(db).await?;
    let share = matching as f64 / seen.max(1) as f64;
    Ok((share * total as f64) as i64)
}

/// A total that is kept in the transactions that change it; 0 before the first change.
pub async fn counter(db: &Db, workspace: WorkspaceId, name: &str) -> db::Result<i64> {
    let value: Option<(i64,)> =
        sql("SELECT value FROM counters WHERE workspace_id = $1 AND name = $2")
            .bind(workspace)
            .bind(name)
            .quick()
            .maybe(db)
            .await?;
    Ok(value.map_or(0, |(value,)| value))
}
