//! Orders of customers, and places in them.

use crate::db::{Arg, FromRow, Row};
use crate::filter::Kind;
use crate::filter::compile::Statement;
use crate::kernel::ids::CustomerId;

/// An order of customers; equal ones by id, in the same direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Order {
    /// What is compared.
    pub by: OrderBy,
    /// Whether the largest comes first.
    pub descending: bool,
}

/// What customers can be ordered by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OrderBy {
    /// The name, folded.
    Name,
    /// When they became customers.
    CreatedAt,
    /// The latest message either way.
    LastMessageAt,
    /// An attribute that is text; the first 200 characters count.
    Text(i64),
    /// An attribute that is a number, truth, a date or a time of day.
    Number(i64),
    /// An attribute that is an instant.
    Instant(i64),
}

/// What a customer is ordered by.
#[derive(Debug, Clone, PartialEq)]
pub enum Key {
    /// An instant.
    Int(i64),
    /// A number.
    Real(f64),
    /// Folded text.
    Text(String),
}

/// A customer's place in an order.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// The customer.
    pub id: CustomerId,
    /// What they are ordered by; `None` is last.
    pub key: Option<Key>,
}

impl OrderBy {
    /// The order by an attribute; `None` for JSON documents, which have none.
    pub fn attribute(id: i64, kind: Kind) -> Option<Self> {
        match kind {
            Kind::Text => Some(Self::Text(id)),
            Kind::DateTime => Some(Self::Instant(id)),
            Kind::Number | Kind::Bool | Kind::Date | Kind::Time => Some(Self::Number(id)),
            _ => None,
        }
    }

    /// Whether a customer may have nothing to be ordered by.
    pub(super) fn may_miss(self) -> bool {
        self != Self::CreatedAt
    }

    /// Whether a place's key can be one of this order.
    pub fn fits(self, key: Option<&Key>) -> bool {
        match (self, key) {
            (_, None) => self.may_miss(),
            (Self::Name | Self::Text(_), Some(Key::Text(_)))
            | (Self::Number(_), Some(Key::Real(_)))
            | (Self::CreatedAt | Self::LastMessageAt | Self::Instant(_), Some(Key::Int(_))) => true,
            _ => false,
        }
    }

    pub(super) fn attribute_id(self) -> Option<i64> {
        match self {
            Self::Text(id) | Self::Number(id) | Self::Instant(id) => Some(id),
            Self::Name | Self::CreatedAt | Self::LastMessageAt => None,
        }
    }

    /// The table with the key, its column for the customer, and the key in it, all under the alias `o`.
    pub(super) fn table(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Name => ("customers", "id", "o.name_key"),
            Self::CreatedAt => ("customers", "id", "o.created_at"),
            Self::LastMessageAt => ("customer_stats", "customer_id", "o.last_message_at"),
            Self::Text(_) => (
                "attribute_values",
                "customer_id",
                "substr(o.text_value, 1, 200)",
            ),
            Self::Number(_) => ("attribute_values", "customer_id", "o.number_value"),
            Self::Instant(_) => ("attribute_values", "customer_id", "o.instant_value"),
        }
    }

    /// The columns of a [`Place`], of which the key's is this expression.
    pub(super) fn columns(self, id: &str, key: &str) -> String {
        let mut columns =
            ["BIGINT", "DOUBLE PRECISION", "TEXT"].map(|kind| format!("CAST(NULL AS {kind})"));
        let slot = match self {
            Self::CreatedAt | Self::LastMessageAt | Self::Instant(_) => 0,
            Self::Number(_) => 1,
            Self::Name | Self::Text(_) => 2,
        };
        key.clone_into(&mut columns[slot]);
        format!("{id}, {}", columns.join(", "))
    }

    /// A missing key.
    pub(super) fn null(self) -> &'static str {
        match self {
            Self::CreatedAt | Self::LastMessageAt | Self::Instant(_) => "CAST(NULL AS BIGINT)",
            Self::Number(_) => "CAST(NULL AS DOUBLE PRECISION)",
            Self::Name | Self::Text(_) => "CAST(NULL AS TEXT)",
        }
    }
}

impl Order {
    /// `DESC` or `ASC`; and how later rows compare with earlier ones.
    pub(super) fn words(self) -> (&'static str, &'static str) {
        match self.descending {
            true => ("DESC", "<"),
            false => ("ASC", ">"),
        }
    }
}

impl From<&Key> for Arg {
    fn from(key: &Key) -> Self {
        match key {
            Key::Int(value) => Self::Int(*value),
            Key::Real(value) => Self::Real(*value),
            Key::Text(value) => Self::Text(value.clone()),
        }
    }
}

impl FromRow for Place {
    const COLUMNS: usize = 4;
    fn from_row(row: Row<'_>) -> crate::db::Result<Self> {
        let int = row.get::<Option<i64>>(1)?.map(Key::Int);
        let real = row.get::<Option<f64>>(2)?.map(Key::Real);
        let text = row.get::<Option<String>>(3)?.map(Key::Text);
        Ok(Self {
            id: row.get(0)?,
            key: int.or(real).or(text),
        })
    }
}

/// The comparison "comes after this place" of a key that may be missing.
pub(super) fn after(statement: &mut Statement, order: Order, place: &Place, key: &str) -> String {
    let (_, later) = order.words();
    let id = statement.bind(place.id);
    match &place.key {
        None => format!("({key} IS NULL AND d.id {later} {id})"),
        Some(value) => {
            let value = statement.bind(value);
            format!(
                "({key} {later} {value} OR ({key} = {value} AND d.id {later} {id}) OR {key} IS NULL)"
            )
        }
    }
}
