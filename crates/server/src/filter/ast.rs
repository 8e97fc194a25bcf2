//! A checked filter: every field is known, every operator fits it, every value has its type.
//!
//! What always holds for a filter that came from a parser: groups have at least two parts (only
//! "everything" is an empty `And`), neighbouring bare words are one `Words` where that says the same, "not
//! set" is an operator and never a negation, and a list of one is the plain condition. So each filter has one
//! spelling in each form.

use std::cmp::Ordering;
use std::sync::Arc;

use jiff::civil::{Date, Time};

use super::field::Field;
use crate::kernel::needles::needles;

/// Which customers are meant.
#[derive(Debug, Clone, PartialEq)]
pub enum Filter {
    /// All parts hold; without parts it means everybody.
    And(Vec<Filter>),
    /// At least one part holds.
    Or(Vec<Filter>),
    /// The part does not hold.
    Not(Box<Filter>),
    /// One comparison.
    Cond(Condition),
    /// Words to be found in name, phone or email; see
    /// [`needles`]. Single spaces between them.
    Words(String),
}

/// One comparison of a field with a value.
#[derive(Debug, Clone, PartialEq)]
pub struct Condition {
    /// What is compared.
    pub field: Arc<Field>,
    /// How.
    pub op: Op,
    /// With what; its shape follows from `op`, its type from the field's kind.
    pub value: Value,
}

/// An operator. `Ne`, `NotContains`, `NotWithinLast`, `HasNone` and `IsNotSet` hold for customers without
/// a value; all others do not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(
    missing_docs,
    reason = "the names say it, and `filter` tells what each means for dates"
)]
pub enum Op {
    Eq,
    Ne,
    Gt,
    Gte,
    Lt,
    Lte,
    Between,
    Contains,
    NotContains,
    StartsWith,
    In,
    WithinLast,
    NotWithinLast,
    Before,
    After,
    On,
    Is,
    HasAny,
    HasAll,
    HasNone,
    IsSet,
    IsNotSet,
}

/// The shape of value an operator takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    Nothing,
    One,
    List,
    Range,
    Period,
}

impl Op {
    /// Every operator.
    pub const ALL: [Self; 22] = [
        Self::Eq,
        Self::Ne,
        Self::Gt,
        Self::Gte,
        Self::Lt,
        Self::Lte,
        Self::Between,
        Self::Contains,
        Self::NotContains,
        Self::StartsWith,
        Self::In,
        Self::WithinLast,
        Self::NotWithinLast,
        Self::Before,
        Self::After,
        Self::On,
        Self::Is,
        Self::HasAny,
        Self::HasAll,
        Self::HasNone,
        Self::IsSet,
        Self::IsNotSet,
    ];

    /// Its name in the JSON form.
    pub fn name(self) -> &'static str {
        match self {
            Self::Eq => "eq",
            Self::Ne => "ne",
            Self::Gt => "gt",
            Self::Gte => "gte",
            Self::Lt => "lt",
            Self::Lte => "lte",
            Self::Between => "between",
            Self::Contains => "contains",
            Self::NotContains => "not_contains",
            Self::StartsWith => "starts_with",
            Self::In => "in",
            Self::WithinLast => "within_last",
            Self::NotWithinLast => "not_within_last",
            Self::Before => "before",
            Self::After => "after",
            Self::On => "on",
            Self::Is => "is",
            Self::HasAny => "has_any",
            Self::HasAll => "has_all",
            Self::HasNone => "has_none",
            Self::IsSet => "is_set",
            Self::IsNotSet => "is_not_set",
        }
    }

    pub(super) fn shape(self) -> Shape {
        match self {
            Self::IsSet | Self::IsNotSet => Shape::Nothing,
            Self::In | Self::HasAny | Self::HasAll | Self::HasNone => Shape::List,
            Self::Between => Shape::Range,
            Self::WithinLast | Self::NotWithinLast => Shape::Period,
            _ => Shape::One,
        }
    }
}

/// What a condition compares with.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Nothing, for `is_set` and `is_not_set`.
    Nothing,
    /// One value.
    One(Scalar),
    /// Several: two or more for `in` and `has_all`, one or more for `has_any` and `has_none`.
    List(Vec<Scalar>),
    /// From and to, both included, in order.
    Range(Scalar, Scalar),
    /// A stretch of time that ends now.
    Last(Period),
}

/// One typed value.
#[derive(Debug, Clone, PartialEq)]
pub enum Scalar {
    /// Text as written, a tag's name, or the lower-case word of an enumeration.
    Text(String),
    /// A number.
    Number(Number),
    /// True or false.
    Bool(bool),
    /// A day; for an instant, that day in the workspace's time zone.
    Date(Date),
    /// Microseconds since 1970 UTC.
    Instant(i64),
    /// A time of day, whole seconds.
    Time(Time),
    /// An integer id.
    Id(i64),
    /// The member who asks.
    Me,
}

/// A number that survives being written and read: whole numbers of 64 bits stay exact, and `Real` is never
/// a whole number that `Int` could hold.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Number {
    /// A whole number.
    Int(i64),
    /// Any other finite number.
    Real(f64),
}

impl Number {
    /// A finite float as a number; `None` for NaN and infinities.
    pub fn from_f64(value: f64) -> Option<Self> {
        // 2^63 is the first float beyond i64; -2^63 is exactly its lowest value.
        const BEYOND: f64 = 9_223_372_036_854_775_808.0;
        if !value.is_finite() {
            return None;
        }
        if value.fract() == 0.0 && (-BEYOND..BEYOND).contains(&value) {
            return Some(Self::Int(value as i64));
        }
        Some(Self::Real(value))
    }

    /// The nearest float.
    pub fn as_f64(self) -> f64 {
        match self {
            Self::Int(value) => value as f64,
            Self::Real(value) => value,
        }
    }
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        match (self, other) {
            (Self::Int(a), Self::Int(b)) => Some(a.cmp(b)),
            _ => self.as_f64().partial_cmp(&other.as_f64()),
        }
    }
}

/// A stretch of time, e.g. 30 days. At most about a thousand years.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// How many, at least one.
    pub count: u32,
    /// Of what.
    pub unit: Unit,
}

/// What a [`Period`] counts. Hours, days and weeks are exact; months and years follow the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Unit {
    Hour,
    Day,
    Week,
    Month,
    Year,
}

impl Filter {
    /// The filter that holds for everybody.
    pub fn everything() -> Self {
        Self::And(Vec::new())
    }

    /// Whether this is [`Filter::everything`].
    pub fn is_everything(&self) -> bool {
        matches!(self, Self::And(parts) if parts.is_empty())
    }

    /// All of these; a single part stays itself. Neighbouring words become one search unless that would
    /// look for something else: `966` and `4567` may stand apart, `966 4567` is one number.
    pub fn all(parts: Vec<Self>) -> Self {
        let mut merged: Vec<Self> = Vec::with_capacity(parts.len());
        for part in parts {
            merged.push(part);
            while let [.., Self::Words(before), Self::Words(words)] = merged.as_slice()
                && let Some(both) = one_search(before, words)
            {
                merged.truncate(merged.len() - 2);
                merged.push(Self::Words(both));
            }
        }
        Self::single(merged).unwrap_or_else(Self::And)
    }

    /// Any of these; a single part stays itself.
    pub fn any(parts: Vec<Self>) -> Self {
        Self::single(parts).unwrap_or_else(Self::Or)
    }

    fn single(mut parts: Vec<Self>) -> Result<Self, Vec<Self>> {
        match parts.pop() {
            Some(only) if parts.is_empty() => Ok(only),
            Some(last) => {
                parts.push(last);
                Err(parts)
            }
            None => Err(parts),
        }
    }

    /// The opposite. "Not set" and "set" turn into each other.
    pub fn negate(self) -> Self {
        match self {
            Self::Cond(Condition {
                field,
                op: Op::IsSet,
                value,
            }) => Self::Cond(Condition {
                field,
                op: Op::IsNotSet,
                value,
            }),
            Self::Cond(Condition {
                field,
                op: Op::IsNotSet,
                value,
            }) => Self::Cond(Condition {
                field,
                op: Op::IsSet,
                value,
            }),
            other => Self::Not(Box::new(other)),
        }
    }

    /// How many groups and negations lie inside each other at the deepest place.
    pub(super) fn depth(&self) -> usize {
        match self {
            Self::And(parts) | Self::Or(parts) => {
                1 + parts.iter().map(Self::depth).max().unwrap_or(0)
            }
            Self::Not(part) => 1 + part.depth(),
            Self::Cond(_) | Self::Words(_) => 0,
        }
    }
}

impl Condition {
    /// A condition in its one spelling: `in` and `has_all` with a single value say the same as `eq` and
    /// `has_any`, so they become those.
    pub(super) fn new(field: Arc<Field>, op: Op, value: Value) -> Self {
        match (op, value) {
            (Op::In, Value::List(mut list)) if list.len() == 1 => {
                let value = list.pop().map_or(Value::Nothing, Value::One);
                Self {
                    field,
                    op: Op::Eq,
                    value,
                }
            }
            (Op::HasAll, Value::List(list)) if list.len() == 1 => Self {
                field,
                op: Op::HasAny,
                value: Value::List(list),
            },
            (op, value) => Self { field, op, value },
        }
    }
}

/// Two searches as one, if it looks for the same.
fn one_search(before: &str, words: &str) -> Option<String> {
    let both = format!("{before} {words}");
    let mut apart = needles(before);
    apart.extend(needles(words));
    (needles(&both) == apart).then_some(both)
}
