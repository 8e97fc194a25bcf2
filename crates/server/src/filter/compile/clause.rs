//! Clauses: what is left of a filter when every value is known. And how they are written.

use super::statement::Statement;
use crate::db::{Arg, TextIndex};

/// A test of one customer. Nobody passes an empty `Any`, everybody an empty `All`.
#[derive(Debug, Clone)]
pub(super) enum Clause {
    All(Vec<Clause>),
    Any(Vec<Clause>),
    Not(Box<Clause>),
    Leaf(Leaf),
}

/// There is a row of `table` for the customer that passes all of `compares`.
#[derive(Debug, Clone)]
pub(super) struct Leaf {
    pub(super) table: Table,
    pub(super) compares: Vec<Compare>,
    /// How an index finds the rows, if one does.
    pub(super) index: Option<Index>,
}

/// Where rows about customers are. `customers` and `customer_stats` have exactly one for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Table {
    Customers,
    Stats,
    Attributes,
    Tags,
    Contacts,
    Conversations,
    Search,
}

/// One comparison. In its expression `@` stands for the table.
#[derive(Debug, Clone)]
pub(super) enum Compare {
    /// `expression operator value`.
    Op(&'static str, &'static str, Arg),
    /// `expression = ANY(values)`.
    In(&'static str, Vec<Arg>),
    /// `expression LIKE pattern`, where `\` escapes.
    Like(&'static str, String),
    /// The expression itself.
    Is(&'static str),
}

/// What an index needs to find a leaf's rows.
#[derive(Debug, Clone)]
pub(super) enum Index {
    /// The index knows the leaf's own comparisons, with these that follow from them.
    Also(Vec<Compare>),
    /// The index knows only these, which follow from the leaf's own.
    Wider(Vec<Compare>),
    /// The index of a text's parts; [`TextIndex::Trigrams`] is asked with this expression.
    Trigrams(String),
}

/// One top-level part of a filter whose customers an index can list.
#[derive(Debug, Clone)]
pub struct Driver {
    pub(super) part: usize,
    leaves: Vec<Leaf>,
}

impl Clause {
    pub(super) const fn everybody() -> Self {
        Self::All(Vec::new())
    }

    pub(super) const fn nobody() -> Self {
        Self::Any(Vec::new())
    }

    pub(super) fn negate(self) -> Self {
        match self {
            Self::Not(clause) => *clause,
            Self::All(parts) if parts.is_empty() => Self::nobody(),
            Self::Any(parts) if parts.is_empty() => Self::everybody(),
            clause => Self::Not(Box::new(clause)),
        }
    }

    /// All of these, without needless levels: the parts of a filter are where drivers are looked for.
    pub(super) fn all(clauses: impl IntoIterator<Item = Self>) -> Self {
        let mut flat = Vec::new();
        for clause in clauses {
            match clause {
                Self::All(parts) => flat.extend(parts),
                Self::Any(parts) if parts.is_empty() => return Self::nobody(),
                clause => flat.push(clause),
            }
        }
        match flat.len() {
            1 => flat.remove(0),
            _ => Self::All(flat),
        }
    }

    pub(super) fn any(clauses: impl IntoIterator<Item = Self>) -> Self {
        let mut flat = Vec::new();
        for clause in clauses {
            match clause {
                Self::Any(parts) => flat.extend(parts),
                Self::All(parts) if parts.is_empty() => return Self::everybody(),
                clause => flat.push(clause),
            }
        }
        match flat.len() {
            1 => flat.remove(0),
            _ => Self::Any(flat),
        }
    }

    /// The clause, or its opposite, as a test of `d.id`.
    pub(super) fn write(&self, statement: &mut Statement, negated: bool) -> String {
        let (parts, is_all) = match self {
            Self::Not(clause) => return clause.write(statement, !negated),
            Self::Leaf(leaf) => return leaf.write(statement, negated),
            Self::All(parts) => (parts, true),
            Self::Any(parts) => (parts, false),
        };
        let (glue, empty) = match is_all != negated {
            true => (" AND ", "TRUE"),
            false => (" OR ", "FALSE"),
        };
        if parts.is_empty() {
            return empty.to_owned();
        }
        let parts: Vec<String> = parts
            .iter()
            .map(|part| part.write(statement, negated))
            .collect();
        format!("({})", parts.join(glue))
    }
}

impl Table {
    /// The table's name, its alias and its column for the customer.
    fn words(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Customers => ("customers", "c", "id"),
            Self::Stats => ("customer_stats", "s", "customer_id"),
            Self::Attributes => ("attribute_values", "v", "customer_id"),
            Self::Tags => ("customer_tags", "t", "customer_id"),
            Self::Contacts => ("contacts", "k", "customer_id"),
            Self::Conversations => ("conversations", "n", "customer_id"),
            Self::Search => ("customer_search", "q", "customer_id"),
        }
    }
}

impl Compare {
    fn write(&self, statement: &mut Statement, alias: &str) -> String {
        let named = |expression: &str| expression.replace('@', alias);
        match self {
            Self::Op(expression, operator, value) => {
                let place = statement.bind(value.clone());
                format!("{} {operator} {place}", named(expression))
            }
            Self::In(expression, values) => {
                let place = statement.bind(Arg::List(values.clone()));
                format!("{} = ANY({place})", named(expression))
            }
            Self::Like(expression, pattern) => {
                let place = statement.bind(pattern.as_str());
                format!("{} LIKE {place} ESCAPE '\\'", named(expression))
            }
            Self::Is(expression) => named(expression),
        }
    }
}

impl Leaf {
    fn write(&self, statement: &mut Statement, negated: bool) -> String {
        let (table, alias, customer) = self.table.words();
        let mut tests = Vec::new();
        match self.table {
            Table::Customers => statement.needs_customers = true,
            Table::Stats => statement.needs_stats = true,
            _ => tests.push(format!("{alias}.{customer} = d.id")),
        }
        for compare in &self.compares {
            tests.push(compare.write(statement, alias));
        }
        let tests = tests.join(" AND ");
        match (self.table, negated) {
            (Table::Customers | Table::Stats, false) => format!("({tests})"),
            // A missing value is no value that passes.
            (Table::Customers | Table::Stats, true) => format!("({tests}) IS NOT TRUE"),
            (_, negated) => {
                let not = if negated { "NOT " } else { "" };
                format!("{not}EXISTS (SELECT 1 FROM {table} {alias} WHERE {tests})")
            }
        }
    }

    /// A query for the ids of the leaf's customers; an id may come twice. A rough one asks the index alone
    /// and may give more.
    fn write_list(
        &self,
        statement: &mut Statement,
        text_index: TextIndex,
        is_rough: bool,
    ) -> String {
        let (table, alias, customer) = self.table.words();
        let mut tests = vec![format!("{alias}.workspace_id = $1")];
        let mut from = format!("{table} {alias}");
        match &self.index {
            Some(Index::Also(also) | Index::Wider(also)) => {
                tests.extend(also.iter().map(|compare| compare.write(statement, alias)));
            }
            Some(Index::Trigrams(expression)) if text_index == TextIndex::Trigrams => {
                let place = statement.bind(expression.as_str());
                from = format!("customer_trigrams g CROSS JOIN {from}");
                tests.push(format!("g.text MATCH {place}"));
                tests.push(format!("{alias}.{customer} = g.rowid"));
            }
            Some(Index::Trigrams(_)) | None => {}
        }
        if !(is_rough && matches!(self.index, Some(Index::Wider(_)))) {
            for compare in &self.compares {
                tests.push(compare.write(statement, alias));
            }
        }
        format!(
            "SELECT {alias}.{customer} AS id FROM {from} WHERE {}",
            tests.join(" AND ")
        )
    }

    /// Whether several rows may be of one customer.
    fn repeats(&self) -> bool {
        let one_tag = matches!(self.compares.as_slice(), [Compare::Op(..)]);
        match self.table {
            Table::Tags => !one_tag,
            Table::Contacts | Table::Conversations => true,
            _ => false,
        }
    }
}

impl Driver {
    pub(super) fn of(part: usize, clause: &Clause) -> Option<Self> {
        let has_index = |leaf: &Leaf| leaf.index.is_some();
        let leaves = match clause {
            Clause::Leaf(leaf) => vec![leaf.clone()],
            Clause::Any(parts) => parts
                .iter()
                .map(|part| match part {
                    Clause::Leaf(leaf) => Some(leaf.clone()),
                    _ => None,
                })
                .collect::<Option<Vec<_>>>()?,
            _ => return None,
        };
        (!leaves.is_empty() && leaves.iter().all(has_index)).then_some(Self { part, leaves })
    }

    /// A query for the ids of its customers, each once, as the column `id`.
    pub fn write(&self, statement: &mut Statement, text_index: TextIndex) -> String {
        self.write_lists(statement, text_index, false)
    }

    /// As [`Self::write`], but quicker to count: only what an index knows, so a few customers more.
    pub fn write_rough(&self, statement: &mut Statement, text_index: TextIndex) -> String {
        self.write_lists(statement, text_index, true)
    }

    fn write_lists(
        &self,
        statement: &mut Statement,
        text_index: TextIndex,
        is_rough: bool,
    ) -> String {
        let lists: Vec<String> = self
            .leaves
            .iter()
            .map(|leaf| leaf.write_list(statement, text_index, is_rough))
            .collect();
        match (lists.as_slice(), self.leaves.as_slice()) {
            ([list], [leaf]) if leaf.repeats() => list.replacen("SELECT", "SELECT DISTINCT", 1),
            _ => lists.join(" UNION "),
        }
    }

    /// What tells it from all other drivers of a workspace, for remembering its size.
    pub fn key(&self) -> String {
        format!("{:?}", self.leaves)
    }
}
