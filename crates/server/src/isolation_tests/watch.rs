//! A picture of all rows of a workspace, to see whether anything touched them.

use std::collections::BTreeSet;

use crate::app::App;
use crate::db::sql;
use crate::kernel::ids::WorkspaceId;

/// Looks at every row of a workspace.
pub(super) struct Watch {
    workspace: WorkspaceId,
    /// One statement over every table that has a `workspace_id`, and the workspace itself.
    everything: String,
}

/// Every row of a workspace as text, with its table.
#[derive(PartialEq)]
pub(super) struct Snapshot(BTreeSet<(String, String)>);

impl Watch {
    pub(super) async fn over(app: &App, workspace: WorkspaceId) -> Self {
        let mut parts = Vec::new();
        for table in tables(app).await {
            let key = match table.as_str() {
                "workspaces" => "id",
                _ => "workspace_id",
            };
            let row = whole_row(app, &table).await;
            parts.push(format!(
                "SELECT '{table}', {row} FROM {table} t WHERE {key} = $1"
            ));
        }
        Self {
            workspace,
            everything: parts.join(" UNION ALL "),
        }
    }

    pub(super) async fn look(&self, app: &App) -> Snapshot {
        let rows: Vec<(String, String)> = sql(self.everything.clone())
            .bind(self.workspace)
            .all(&app.db)
            .await
            .expect("the rows");
        Snapshot(rows.into_iter().collect())
    }
}

impl Snapshot {
    /// How many tables have rows.
    pub(super) fn tables(&self) -> usize {
        let tables: BTreeSet<_> = self.0.iter().map(|(table, _)| table).collect();
        tables.len()
    }

    /// The rows that are in one of the two only.
    pub(super) fn differences<'a>(&'a self, other: &'a Self) -> Vec<&'a (String, String)> {
        self.0.symmetric_difference(&other.0).collect()
    }
}

async fn tables(app: &App) -> Vec<String> {
    let found: Vec<(String,)> = if app.db.is_sqlite() {
        sql("SELECT m.name FROM sqlite_master m WHERE m.type = 'table' AND (m.name = 'workspaces'
                 OR EXISTS (SELECT 1 FROM pragma_table_info(m.name) p WHERE p.name = 'workspace_id'))")
    } else {
        sql("SELECT CAST(table_name AS TEXT) FROM information_schema.tables t
             WHERE table_schema = current_schema() AND (table_name = 'workspaces'
                 OR EXISTS (SELECT 1 FROM information_schema.columns c
                     WHERE c.table_schema = t.table_schema AND c.table_name = t.table_name
                       AND c.column_name = 'workspace_id'))")
    }
    .all(&app.db)
    .await
    .expect("the tables");
    found.into_iter().map(|(table,)| table).collect()
}

/// An expression that gives a row of the table as text.
async fn whole_row(app: &App, table: &str) -> String {
    if !app.db.is_sqlite() {
        return "CAST(to_jsonb(t) AS TEXT)".to_owned();
    }
    let columns: Vec<(String,)> = sql("SELECT name FROM pragma_table_info($1)")
        .bind(table)
        .all(&app.db)
        .await
        .expect("the columns");
    let quoted: Vec<_> = columns
        .iter()
        .map(|(name,)| format!("quote(t.{name})"))
        .collect();
    quoted.join(" || ',' || ")
}
