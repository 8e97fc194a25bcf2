//! Walking the index of an order, a stride at a time.

use super::order::{Key, Order, Place};
use crate::filter::compile::Statement;
use crate::kernel::ids::CustomerId;

/// Where a walk goes on. Equal keys are a stretch of their own, because that is how an index finds the
/// place among a hundred thousand customers of the same city; and those without a key are the last.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Spot {
    Start,
    Equal(Key, CustomerId),
    Beyond(Key),
    Missing(Option<CustomerId>),
    End,
}

impl Spot {
    pub(super) fn after(place: Option<&Place>) -> Self {
        match place {
            None => Self::Start,
            Some(Place { id, key: None }) => Self::Missing(Some(*id)),
            Some(Place { id, key: Some(key) }) => Self::Equal(key.clone(), *id),
        }
    }

    /// Where the stretch after this one begins.
    pub(super) fn next(self, order: Order) -> Self {
        match self {
            Self::Equal(key, _) => Self::Beyond(key),
            Self::Start | Self::Beyond(_) if order.by.may_miss() => Self::Missing(None),
            _ => Self::End,
        }
    }

    /// A query for the next `stride` customers of this stretch, as `id` and `k`.
    pub(super) fn write(&self, statement: &mut Statement, order: Order, stride: i64) -> String {
        if let Self::Missing(after) = self {
            return missing(statement, order, *after, stride);
        }
        let (table, customer, key) = order.by.table();
        let (direction, later) = order.words();
        let mut tests = vec!["o.workspace_id = $1".to_owned()];
        if let Some(attribute) = order.by.attribute_id() {
            let attribute = statement.bind(attribute);
            tests.push(format!("o.attribute_id = {attribute}"));
        }
        match self {
            Self::Equal(value, id) => {
                let (value, id) = (statement.bind(value), statement.bind(*id));
                tests.push(format!("{key} = {value} AND o.{customer} {later} {id}"));
            }
            Self::Beyond(value) => {
                let value = statement.bind(value);
                tests.push(format!("{key} {later} {value}"));
            }
            Self::Start | Self::Missing(_) | Self::End => {}
        }
        if order.by.may_miss() {
            tests.push(format!("{key} IS NOT NULL"));
        }
        if key.starts_with("substr") {
            tests.push("o.text_value IS NOT NULL".to_owned()); // so says the index
        }
        // SQLite would sort equal expressions once more.
        let by_key = match self {
            Self::Equal(..) => String::new(),
            _ => format!("{key} {direction}, "),
        };
        let stride = statement.bind(stride);
        format!(
            "SELECT o.{customer} AS id, {key} AS k FROM {table} o WHERE {}
             ORDER BY {by_key}o.{customer} {direction} LIMIT {stride}",
            tests.join(" AND ")
        )
    }
}

fn missing(
    statement: &mut Statement,
    order: Order,
    after: Option<CustomerId>,
    stride: i64,
) -> String {
    let (table, customer, key) = order.by.table();
    let (direction, later) = order.words();
    let null = order.by.null();
    let (from, id, mut tests) = match order.by.attribute_id() {
        None => (
            table,
            customer,
            format!("o.workspace_id = $1 AND {key} IS NULL"),
        ),
        Some(attribute) => {
            let attribute = statement.bind(attribute);
            // A value that does not fit its type any more has a row without a key.
            let has_key = key.replace("o.", "w.");
            // As a value and not as NOT EXISTS, which PostgreSQL would answer for everybody at once.
            let tests = format!(
                "o.workspace_id = $1 AND (SELECT w.customer_id FROM {table} w
                     WHERE w.customer_id = o.id AND w.attribute_id = {attribute}
                         AND {has_key} IS NOT NULL) IS NULL"
            );
            ("customers", "id", tests)
        }
    };
    if let Some(after) = after {
        let after = statement.bind(after);
        tests.push_str(&format!(" AND o.{id} {later} {after}"));
    }
    let stride = statement.bind(stride);
    format!(
        "SELECT o.{id} AS id, {null} AS k FROM {from} o WHERE {tests}
         ORDER BY o.{id} {direction} LIMIT {stride}"
    )
}
