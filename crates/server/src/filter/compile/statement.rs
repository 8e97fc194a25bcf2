//! A statement while it is written: its values, and the tables that its conditions turned out to need.

use crate::db::{Arg, Sql, sql};
use crate::kernel::ids::WorkspaceId;

/// The values of a statement, and which tables it needs beside `d`.
#[derive(Debug)]
pub struct Statement {
    args: Vec<Arg>,
    /// Whether `customers c` is named.
    pub needs_customers: bool,
    /// Whether `customer_stats s` is named.
    pub needs_stats: bool,
}

impl Statement {
    pub(super) fn new(workspace: WorkspaceId) -> Self {
        Self {
            args: vec![workspace.into()],
            needs_customers: false,
            needs_stats: false,
        }
    }

    /// Binds a value; what stands for it in the text.
    pub fn bind(&mut self, value: impl Into<Arg>) -> String {
        self.args.push(value.into());
        format!("${}", self.args.len())
    }

    /// The tables that were named, to follow `FROM … d`. The left table of a `CROSS JOIN` stays the outer
    /// one on SQLite, so the engine goes through the customers of `d` and nothing else. The smaller rows
    /// come first: who fails by them needs no look at the larger ones.
    pub fn joins(&self) -> String {
        let mut joins = String::new();
        if self.needs_stats {
            joins.push_str(" CROSS JOIN customer_stats s");
        }
        if self.needs_customers {
            joins.push_str(" CROSS JOIN customers c");
        }
        joins
    }

    /// How those tables belong to `d`, to stand before the conditions.
    pub fn links(&self) -> String {
        let mut links = String::new();
        if self.needs_customers {
            links.push_str("c.id = d.id AND ");
        }
        if self.needs_stats {
            links.push_str("s.customer_id = d.id AND ");
        }
        links
    }

    /// The statement with this text; for a text that comes again and again.
    pub fn keep(self, text: String) -> Sql {
        sql(text).bind_all(self.args)
    }

    /// The statement with this text, planned for its values.
    pub fn finish(self, text: String) -> Sql {
        sql(text).bind_all(self.args).once()
    }
}
