//! Statements about the totals.

use std::collections::BTreeMap;

use crate::db::{self, Db, Tx, sql};
use crate::kernel::clock::{DAY, Timestamp};
use crate::kernel::ids::{AccountId, WorkspaceId};

/// What is not known.
pub(super) const UNKNOWN: &str = "unknown";

/// Where messages are counted.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    day: i64,
    account: AccountId,
    category: String,
    kind: String,
    country: String,
}

impl Entry {
    /// The entry of a message from this account at this time; `None` for what Meta did not tell.
    pub fn new(
        (account, at): (AccountId, Timestamp),
        category: Option<&str>,
        kind: Option<&str>,
        country: Option<&str>,
    ) -> Self {
        let known = |word: Option<&str>| word.unwrap_or(UNKNOWN).to_owned();
        Self {
            day: at.0.div_euclid(DAY),
            account,
            category: known(category),
            kind: known(kind),
            country: known(country),
        }
    }
}

/// Adds messages, and those of them that are charged, to the totals; both may be negative.
pub async fn add(
    tx: &mut Tx,
    changes: BTreeMap<(WorkspaceId, Entry), (i64, i64)>,
) -> db::Result<()> {
    let changes = changes.into_iter().filter(|(_, change)| *change != (0, 0));
    sql(
        "INSERT INTO message_costs (workspace_id, day, account_id, category, type, country,
             messages, billable)
         SELECT v.* FROM $rows(workspace_id BIGINT, day BIGINT, account_id BIGINT, category TEXT,
             type TEXT, country TEXT, messages BIGINT, billable BIGINT) v
         WHERE true ON CONFLICT (workspace_id, day, account_id, category, type, country) DO UPDATE
             SET messages = message_costs.messages + excluded.messages,
                 billable = message_costs.billable + excluded.billable",
    )
    .rows(changes.map(|((workspace, entry), (messages, billable))| {
        vec![
            workspace.into(),
            entry.day.into(),
            entry.account.into(),
            entry.category.into(),
            entry.kind.into(),
            entry.country.into(),
            messages.into(),
            billable.into(),
        ]
    }))
    .run(tx)
    .await?;
    Ok(())
}

crate::row! {
    /// Totals of one group.
    #[derive(Debug)]
    pub(super) struct Totals {
        pub(super) day: Option<i64>,
        pub(super) account: Option<AccountId>,
        pub(super) category: Option<String>,
        pub(super) kind: Option<String>,
        pub(super) country: Option<String>,
        pub(super) messages: i64,
        pub(super) billable: i64,
    }
}

/// The columns by which totals can be grouped, in their order.
pub(super) const COLUMNS: [(&str, &str); 5] = [
    ("day", "BIGINT"),
    ("account_id", "BIGINT"),
    ("category", "TEXT"),
    ("type", "TEXT"),
    ("country", "TEXT"),
];

/// The totals of these days, both included, grouped by those of [`COLUMNS`] that are wanted.
pub(super) async fn totals(
    db: &Db,
    workspace: WorkspaceId,
    (from, to): (i64, i64),
    wanted: [bool; 5],
) -> db::Result<Vec<Totals>> {
    let columns = || COLUMNS.iter().zip(wanted);
    let shown: Vec<String> = columns()
        .map(|((name, kind), wanted)| match wanted {
            true => (*name).to_owned(),
            false => format!("CAST(NULL AS {kind})"),
        })
        .collect();
    let groups: Vec<&str> = columns()
        .filter_map(|((name, _), wanted)| wanted.then_some(*name))
        .collect();
    let (group, order) = match groups.is_empty() {
        true => (String::new(), String::new()),
        false => {
            let names = groups.join(", ");
            (format!("GROUP BY {names}"), format!("ORDER BY {names}"))
        }
    };
    sql(format!(
        "SELECT {}, CAST(COALESCE(SUM(messages), 0) AS BIGINT),
             CAST(COALESCE(SUM(billable), 0) AS BIGINT)
         FROM message_costs WHERE workspace_id = $1 AND day >= $2 AND day <= $3 {group}
         HAVING SUM(messages) <> 0 OR SUM(billable) <> 0 {order}",
        shown.join(", ")
    ))
    .bind(workspace)
    .bind(from)
    .bind(to)
    .all(db)
    .await
}
