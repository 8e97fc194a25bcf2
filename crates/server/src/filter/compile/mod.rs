//! From a filter to SQL: one text for both engines, in which no value ever stands.
//!
//! [`Compiled::new`] turns a filter into clauses: plain comparisons of columns with bound values. A clause
//! is then written in two ways:
//! - [`Compiled::condition`] tests one customer, whose id is `d.id`, and notes which of the tables
//!   `customers c` and `customer_stats s` it needs beside it.
//! - A [`Driver`] finds the customers of one clause by an index. Neither engine's planner is to be trusted
//!   with the choice, so whoever runs the filter measures the drivers and picks one.
//!
//! What always holds:
//! - The text depends on the shape of the filter alone. Workspace, ids, words and dates are bound, and
//!   the workspace is always `$1`.
//! - SQL's third truth value never leaks: negations are pushed down to single comparisons, where a missing
//!   value counts as "does not hold" before it is negated. So the answer is that of [`super::matches()`].
//! - Text is compared in the folded columns; see [`super::Kind::Text`].

mod clause;
mod numbers;
mod phone;
mod resolve;
mod statement;
mod text;

use std::collections::{BTreeSet, HashMap};

use clause::Clause;
pub use clause::Driver;
pub use statement::Statement;

use super::ast::{Condition, Filter, Scalar, Value};
use super::field::{Kind, Source};
use super::when::Context;
use crate::kernel::ids::WorkspaceId;
use crate::kernel::text::fold;

/// Minor units in one major unit of a workspace's currency.
pub const MINOR_UNITS: i64 = 100;
/// How many characters of an attribute's text its index holds.
pub const INDEXED_CHARS: usize = 200;

/// The ids of the workspace's tags by folded name, as far as a filter names them.
pub type TagIds = HashMap<String, i64>;

/// A filter in the terms of the database.
#[derive(Debug, Clone)]
pub struct Compiled {
    /// The only workspace it looks at.
    pub workspace: WorkspaceId,
    parts: Vec<Clause>,
}

impl Compiled {
    /// Translates a checked filter. `tags` holds the tags of [`tag_names`] that exist.
    pub fn new(filter: &Filter, context: &Context, workspace: WorkspaceId, tags: &TagIds) -> Self {
        let clause = resolve::Resolver { context, tags }.filter(filter);
        let parts = match clause {
            Clause::All(parts) => parts,
            clause => vec![clause],
        };
        Self { workspace, parts }
    }

    /// Whether it holds for everybody.
    pub fn is_everything(&self) -> bool {
        self.parts.is_empty()
    }

    /// Whether it can hold for nobody.
    pub fn is_nothing(&self) -> bool {
        matches!(self.parts.as_slice(), [Clause::Any(parts)] if parts.is_empty())
    }

    /// Begins a statement about the workspace, which is `$1`.
    pub fn statement(&self) -> Statement {
        Statement::new(self.workspace)
    }

    /// The test of the customer `d.id`, except for what `driver` has tested already.
    pub fn condition(&self, statement: &mut Statement, driver: Option<&Driver>) -> String {
        let tested = driver.map(|driver| driver.part);
        let rest: Vec<&Clause> = self
            .parts
            .iter()
            .enumerate()
            .filter(|(index, _)| Some(*index) != tested)
            .map(|(_, part)| part)
            .collect();
        if rest.is_empty() {
            return "TRUE".to_owned();
        }
        let tests: Vec<String> = rest
            .iter()
            .map(|part| part.write(statement, false))
            .collect();
        tests.join(" AND ")
    }

    /// The test of the customer `d.id` by what `driver` stands for alone.
    pub fn part(&self, statement: &mut Statement, driver: &Driver) -> String {
        self.parts[driver.part].write(statement, false)
    }

    /// Everything that could drive it: each alone gives a superset of its customers.
    pub fn drivers(&self) -> Vec<Driver> {
        self.parts
            .iter()
            .enumerate()
            .filter_map(|(part, clause)| Driver::of(part, clause))
            .collect()
    }
}

/// The folded names of the tags that a filter asks for.
pub fn tag_names(filter: &Filter) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    each_condition(filter, &mut |condition| {
        if let (Kind::Tags, Source::Tags, Value::List(list)) = (
            condition.field.kind,
            &condition.field.source,
            &condition.value,
        ) {
            names.extend(list.iter().filter_map(|value| match value {
                Scalar::Text(name) => Some(fold(name)),
                _ => None,
            }));
        }
    });
    names
}

fn each_condition(filter: &Filter, visit: &mut impl FnMut(&Condition)) {
    match filter {
        Filter::And(parts) | Filter::Or(parts) => {
            for part in parts {
                each_condition(part, visit);
            }
        }
        Filter::Not(part) => each_condition(part, visit),
        Filter::Cond(condition) => visit(condition),
        Filter::Words(_) => {}
    }
}
