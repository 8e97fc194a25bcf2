//! Whether a filter holds for one customer, computed in memory.
//!
//! This is the meaning of the language: what the database answers must agree with it.

use super::ast::{Condition, Filter, Op, Scalar, Value};
use super::facts::Facts;
use super::field::{CustomerColumn, Kind, Source};
use super::phone;
use super::when::{Context, days, instants};
use crate::kernel::needles::needles;
use crate::kernel::text::fold;

/// Whether the filter holds for this customer.
pub fn matches(filter: &Filter, facts: &Facts, context: &Context) -> bool {
    match filter {
        Filter::And(parts) => parts.iter().all(|part| matches(part, facts, context)),
        Filter::Or(parts) => parts.iter().any(|part| matches(part, facts, context)),
        Filter::Not(part) => !matches(part, facts, context),
        Filter::Cond(condition) => holds(condition, facts, context),
        Filter::Words(words) => finds(words, facts),
    }
}

/// Whether every word occurs in the customer's search text.
pub(super) fn finds(words: &str, facts: &Facts) -> bool {
    let text = fold(&facts.search_text);
    needles(words).iter().all(|needle| text.contains(needle))
}

/// Whether one condition holds. The negative operators are the plain opposite of their positive ones, so
/// they hold for customers without a value.
pub(super) fn holds(condition: &Condition, facts: &Facts, context: &Context) -> bool {
    let Condition { field, op, .. } = condition;
    match (op, field.kind) {
        (Op::IsSet, _) => facts.is_set(field),
        (Op::IsNotSet, _) => !facts.is_set(field),
        (_, Kind::Tags) => tags_hold(condition, facts),
        _ => {
            let found = facts
                .scalars(field)
                .iter()
                .any(|actual| compares(condition, actual, context));
            let negative = matches!(op, Op::Ne | Op::NotContains | Op::NotWithinLast);
            found != negative
        }
    }
}

fn tags_hold(condition: &Condition, facts: &Facts) -> bool {
    let Value::List(wanted) = &condition.value else {
        return false;
    };
    let has = |wanted: &Scalar| match wanted {
        Scalar::Text(name) => facts.tags.iter().any(|tag| fold(tag) == fold(name)),
        _ => false,
    };
    match condition.op {
        Op::HasAll => wanted.iter().all(has),
        Op::HasNone => !wanted.iter().any(has),
        _ => wanted.iter().any(has),
    }
}

/// The positive side of an operator for one value that is there.
fn compares(condition: &Condition, actual: &Scalar, context: &Context) -> bool {
    let Condition { field, op, value } = condition;
    match (actual, value) {
        (Scalar::Text(number), _) if field.source == Source::Column(CustomerColumn::Phone) => {
            let wanted = phone::wanted(value, context.region);
            wanted.iter().any(|wanted| match op {
                Op::Contains | Op::NotContains => wanted.is_part_of(number),
                Op::StartsWith => wanted.begins(number),
                _ => wanted.equals(number),
            })
        }
        (Scalar::Instant(micros), _) if field.kind == Kind::DateTime => {
            instants(condition, context).is_some_and(|interval| interval.spans(micros))
        }
        (Scalar::Date(day), _) if field.kind == Kind::Date => {
            days(condition, context).is_some_and(|interval| interval.spans(day))
        }
        (Scalar::Number(actual), value) => ordered(*op, actual, value, number),
        (Scalar::Time(actual), value) => ordered(*op, actual, value, time),
        (Scalar::Text(actual), Value::One(Scalar::Text(wanted))) if field.kind == Kind::Text => {
            text_holds(*op, &fold(actual), &fold(wanted))
        }
        (actual, Value::One(wanted)) => equals(field.kind, actual, wanted, context),
        (actual, Value::List(wanted)) => wanted
            .iter()
            .any(|wanted| equals(field.kind, actual, wanted, context)),
        _ => false,
    }
}

fn text_holds(op: Op, actual: &str, wanted: &str) -> bool {
    match op {
        Op::Contains | Op::NotContains => actual.contains(wanted),
        Op::StartsWith => actual.starts_with(wanted),
        _ => actual == wanted,
    }
}

fn equals(kind: Kind, actual: &Scalar, wanted: &Scalar, context: &Context) -> bool {
    match (actual, wanted) {
        (Scalar::Text(actual), Scalar::Text(wanted)) if kind == Kind::Text => {
            fold(actual) == fold(wanted)
        }
        (Scalar::Id(actual), Scalar::Me) => context.me == Some(*actual),
        (actual, wanted) => actual == wanted,
    }
}

fn ordered<T: PartialOrd>(
    op: Op,
    actual: &T,
    value: &Value,
    unwrap: impl Fn(&Scalar) -> Option<T>,
) -> bool {
    let holds = || {
        Some(match value {
            Value::Range(from, to) => unwrap(from)? <= *actual && *actual <= unwrap(to)?,
            Value::One(wanted) => {
                let wanted = unwrap(wanted)?;
                match op {
                    Op::Gt => *actual > wanted,
                    Op::Gte => *actual >= wanted,
                    Op::Lt => *actual < wanted,
                    Op::Lte => *actual <= wanted,
                    _ => *actual == wanted,
                }
            }
            _ => return None,
        })
    };
    holds().unwrap_or(false)
}

fn number(value: &Scalar) -> Option<super::ast::Number> {
    if let Scalar::Number(number) = value {
        Some(*number)
    } else {
        None
    }
}

fn time(value: &Scalar) -> Option<jiff::civil::Time> {
    if let Scalar::Time(time) = value {
        Some(*time)
    } else {
        None
    }
}
