//! Comparisons of numbers, so that whole numbers in the database answer as the filter's own would.

use super::clause::Compare;
use crate::db::Arg;
use crate::filter::ast::{Number, Op, Scalar, Value};

/// Comparisons of an expression that is a `DOUBLE PRECISION`, with values that `turn` makes.
pub(super) fn floats(
    expression: &'static str,
    op: Op,
    value: &Value,
    turn: impl Fn(&Scalar) -> f64,
) -> Vec<Compare> {
    let bound = |operator, value| Compare::Op(expression, operator, Arg::Real(turn(value)));
    match value {
        Value::Range(from, to) => vec![bound(">=", from), bound("<=", to)],
        Value::One(value) => vec![bound(
            match op {
                Op::Gt => ">",
                Op::Gte => ">=",
                Op::Lt => "<",
                Op::Lte => "<=",
                _ => "=",
            },
            value,
        )],
        Value::Nothing | Value::List(_) | Value::Last(_) => Vec::new(),
    }
}

/// The integers from the first, up to but not including the second, that hold; `None` if none does.
///
/// An integer `n` in the database means `n / unit`: 1250 minor units are 12.5.
pub(super) fn integers(op: Op, value: &Value, unit: i64) -> Option<(Option<i64>, Option<i64>)> {
    let means = |n: i64| match unit {
        1 => Number::Int(n),
        unit => Number::from_f64(n as f64 / unit as f64).unwrap_or(Number::Int(0)),
    };
    let number = |value: &Scalar| match value {
        Scalar::Number(number) => *number,
        _ => Number::Int(0),
    };
    let at_least = |value: &Scalar| first(|n| means(n) >= number(value));
    let above = |value: &Scalar| first(|n| means(n) > number(value));
    let (from, until) = match value {
        Value::Range(from, to) => (Some(at_least(from)?), above(to)),
        Value::One(value) => match op {
            Op::Gt => (Some(above(value)?), None),
            Op::Gte => (Some(at_least(value)?), None),
            Op::Lt => (None, at_least(value)),
            Op::Lte => (None, above(value)),
            _ => (Some(at_least(value)?), above(value)),
        },
        Value::Nothing | Value::List(_) | Value::Last(_) => return None,
    };
    // 12.345 is no amount in minor units.
    let is_empty = from.is_some_and(|from| until.is_some_and(|until| from >= until));
    (!is_empty).then_some((from, until))
}

/// The smallest integer for which it holds; it holds for all larger ones too.
fn first(holds: impl Fn(i64) -> bool) -> Option<i64> {
    if !holds(i64::MAX) {
        return None;
    }
    let (mut no, mut yes) = (i128::from(i64::MIN) - 1, i64::MAX);
    while no + 1 < i128::from(yes) {
        // Halfway between two numbers of 64 bits there is one of 64 bits.
        let middle = i64::try_from((no + i128::from(yes)).div_euclid(2)).unwrap_or(i64::MIN);
        match holds(middle) {
            true => yes = middle,
            false => no = middle.into(),
        }
    }
    Some(yes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(value: f64) -> Value {
        Value::One(Scalar::Number(Number::from_f64(value).expect("finite")))
    }

    #[test]
    fn amounts_become_minor_units() {
        let table = [
            (Op::Eq, 1.15, Some((Some(115), Some(116)))),
            (Op::Eq, 12.345, None),
            (Op::Gt, 12.345, Some((Some(1235), None))),
            (Op::Gte, 12.0, Some((Some(1200), None))),
            (Op::Gt, 12.0, Some((Some(1201), None))),
            (Op::Lt, 0.0, Some((None, Some(0)))),
            (Op::Lte, 0.0, Some((None, Some(1)))),
            (Op::Gt, 1e300, None),
            (Op::Lt, 1e300, Some((None, None))),
        ];
        for (op, value, expected) in table {
            assert_eq!(integers(op, &one(value), 100), expected, "{op:?} {value}");
        }
        assert_eq!(
            integers(Op::Gte, &one(i64::MIN as f64), 1),
            Some((Some(i64::MIN), None))
        );
    }
}
