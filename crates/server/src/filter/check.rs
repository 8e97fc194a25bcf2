//! The checks both forms share: is the field known, does the operator fit it, does the value fit both?

use std::sync::Arc;

use serde_json::Value as Json;

use super::ast::{Condition, Op, Period, Scalar, Unit, Value};
use super::error::{ErrorCode, Fault, shown};
use super::field::{Catalogue, Field, Kind};
use super::literal;
use crate::kernel::text::fold;

/// How deep groups and negations may lie inside each other.
pub(super) const MAX_DEPTH: usize = 16;
/// How many conditions a filter may have; each searched word counts as one.
pub(super) const MAX_CONDITIONS: usize = 200;
/// How many values a list may have.
pub(super) const MAX_LIST: usize = 500;
/// How long a text value may be, in characters.
pub(super) const MAX_TEXT: usize = 1_000;
/// How long the text form may be, in characters.
pub(super) const MAX_CHARS: usize = 10_000;

pub(super) fn field<'a>(catalogue: &'a Catalogue, name: &str) -> Result<&'a Arc<Field>, Fault> {
    catalogue.resolve(name).ok_or_else(|| {
        let hint = match catalogue.nearest(name) {
            Some(known) => format!("did you mean {known}?"),
            None => "check the spelling, or write attributes.key for a custom field".to_owned(),
        };
        Fault::new(
            ErrorCode::UnknownField,
            format!("there is no field {}: {hint}", shown(name)),
        )
    })
}

/// The operator of this name, if the field takes it.
pub(super) fn operator(field: &Field, name: &str) -> Result<Op, Fault> {
    match Op::ALL.into_iter().find(|op| op.name() == name) {
        Some(op) => takes(field, op).map(|()| op),
        None => Err(Fault::new(
            ErrorCode::UnknownOperator,
            format!(
                "there is no operator {}; {}",
                shown(name),
                operators_of(field)
            ),
        )),
    }
}

/// Whether the field takes the operator.
pub(super) fn takes(field: &Field, op: Op) -> Result<(), Fault> {
    if field.kind.operators().contains(&op) {
        return Ok(());
    }
    let message = format!(
        "{} does not take “{}”; {}",
        field.name,
        op.name(),
        operators_of(field)
    );
    Err(Fault::new(ErrorCode::UnknownOperator, message))
}

fn operators_of(field: &Field) -> String {
    let names: Vec<&str> = field.kind.operators().iter().map(|op| op.name()).collect();
    format!("{} takes {}", field.name, names.join(", "))
}

/// One value written as text, typed for the field.
pub(super) fn scalar_from_text(field: &Field, text: &str) -> Result<Scalar, Fault> {
    let parsed = match field.kind {
        Kind::Text | Kind::Tags => return text_value(text).map(Scalar::Text),
        Kind::Number => literal::parse_number(text).map(Scalar::Number),
        Kind::Bool => literal::parse_bool(text, field.bool_words()).map(Scalar::Bool),
        Kind::Date => literal::parse_date(text).map(Scalar::Date),
        Kind::DateTime => literal::parse_date(text)
            .map(Scalar::Date)
            .or_else(|| literal::parse_instant(text).map(Scalar::Instant)),
        Kind::Time => literal::parse_time(text).map(Scalar::Time),
        Kind::Enum(choices) => {
            let wanted = text.to_lowercase();
            choices
                .iter()
                .find(|choice| **choice == wanted)
                .map(|c| Scalar::Text((*c).to_owned()))
        }
        Kind::Member if text.eq_ignore_ascii_case(literal::ME) => Some(Scalar::Me),
        Kind::Id | Kind::Account | Kind::Member => literal::parse_id(text).map(Scalar::Id),
        Kind::Json => None,
    };
    parsed.ok_or_else(|| misfit(field, text))
}

/// One value written as JSON, typed for the field. Numbers, booleans and ids must be JSON's own.
pub(super) fn scalar_from_json(field: &Field, value: &Json) -> Result<Scalar, Fault> {
    let scalar = match (field.kind, value) {
        (Kind::Number, Json::Number(number)) => json_number(number),
        (Kind::Bool, Json::Bool(value)) => Some(Scalar::Bool(*value)),
        (Kind::Id | Kind::Account | Kind::Member, Json::Number(number)) => {
            number.as_i64().filter(|id| *id > 0).map(Scalar::Id)
        }
        (Kind::Member, Json::String(text)) if text == literal::ME => Some(Scalar::Me),
        (Kind::Number | Kind::Bool | Kind::Id | Kind::Account | Kind::Member, _) => None,
        (_, Json::String(text)) => return scalar_from_text(field, text),
        _ => None,
    };
    scalar.ok_or_else(|| match value {
        Json::String(text) => misfit(field, text),
        Json::Array(_) => Fault::bad_value("this operator takes one value, not a list"),
        other => misfit(field, &other.to_string()),
    })
}

fn json_number(number: &serde_json::Number) -> Option<Scalar> {
    use super::ast::Number;
    let number = match number.as_i64() {
        Some(whole) => Number::Int(whole),
        None => Number::from_f64(number.as_f64()?)?,
    };
    Some(Scalar::Number(number))
}

fn text_value(text: &str) -> Result<String, Fault> {
    if text.chars().count() > MAX_TEXT {
        let message = format!("a value may have {MAX_TEXT} characters at most; shorten it");
        return Err(Fault::too_large(message));
    }
    // PostgreSQL cannot hold NUL in text, so no customer has it either.
    if text.contains('\0') {
        return Err(Fault::bad_value(
            "a value cannot contain the character NUL; remove it",
        ));
    }
    if fold(text).is_empty() {
        let message = "this value has no letters to compare; to find customers without a value ask for “is not set”";
        return Err(Fault::bad_value(message));
    }
    Ok(text.to_owned())
}

/// Words to search for, with single spaces between them, and how many conditions they count as.
pub(super) fn words(text: &str) -> Result<(String, usize), Fault> {
    let words: Vec<String> = text
        .split_whitespace()
        .map(text_value)
        .collect::<Result<_, Fault>>()?;
    let joined = words.join(" ");
    if joined.is_empty() {
        return Err(Fault::bad_value(
            "there is nothing to search for; write a name, phone or email",
        ));
    }
    Ok((joined, words.len()))
}

/// The stretch of time after `within_last`.
pub(super) fn period(field: &Field, text: &str) -> Result<Period, Fault> {
    let period = literal::parse_period(text).ok_or_else(|| {
        let message = format!(
            "{} is not a length of time; write for example 12h, 30d, 2w, 6mo or 1y (at most 1000 years)",
            shown(text)
        );
        Fault::bad_value(message)
    })?;
    if field.kind == Kind::Date && period.unit == Unit::Hour {
        let message = format!(
            "{} is a date without hours; write days, for example 2d",
            field.name
        );
        return Err(Fault::bad_value(message));
    }
    Ok(period)
}

/// A condition with one value.
pub(super) fn one(field: &Arc<Field>, op: Op, value: Scalar) -> Result<Condition, Fault> {
    if op == Op::On && matches!(value, Scalar::Instant(_)) {
        return Err(Fault::bad_value("“on” takes a day, for example 2026-01-31"));
    }
    Ok(Condition::new(field.clone(), op, Value::One(value)))
}

/// How long a list may be.
pub(super) fn list_length(length: usize) -> Result<(), Fault> {
    match length {
        0 => Err(Fault::bad_value(
            "the list is empty; give at least one value",
        )),
        1..=MAX_LIST => Ok(()),
        _ => Err(Fault::too_large(format!(
            "a list may have {MAX_LIST} values at most; split it with OR"
        ))),
    }
}

/// A condition with a range.
pub(super) fn range(field: &Arc<Field>, from: Scalar, to: Scalar) -> Result<Condition, Fault> {
    let backwards = match (&from, &to) {
        (Scalar::Number(from), Scalar::Number(to)) => from > to,
        (Scalar::Date(from), Scalar::Date(to)) => from > to,
        (Scalar::Instant(from), Scalar::Instant(to)) => from > to,
        (Scalar::Time(from), Scalar::Time(to)) => from > to,
        // A day and an instant can only be compared in a time zone; such a range may hold nobody.
        _ => false,
    };
    if backwards {
        return Err(Fault::bad_value(
            "the range runs backwards; write the smaller value first",
        ));
    }
    Ok(Condition::new(
        field.clone(),
        Op::Between,
        Value::Range(from, to),
    ))
}

pub(super) fn too_deep() -> Fault {
    let message = format!(
        "groups and negations may lie {MAX_DEPTH} deep at most; take some parentheses away"
    );
    Fault::too_large(message)
}

pub(super) fn too_many() -> Fault {
    let message = format!(
        "a filter may have {MAX_CONDITIONS} conditions and words at most; use lists instead of many conditions"
    );
    Fault::too_large(message)
}

fn misfit(field: &Field, text: &str) -> Fault {
    let expected = match field.kind {
        Kind::Number => "a number, for example 5 or 12.5".to_owned(),
        Kind::Bool => {
            let (yes, no) = field.bool_words();
            format!("{yes} or {no} in the text form, true or false in JSON")
        }
        Kind::Date => "a date, for example 2026-01-31".to_owned(),
        Kind::DateTime => {
            "a date (2026-01-31) or a time with its zone (2026-01-31T10:00:00Z)".to_owned()
        }
        Kind::Time => "a time of day, for example 09:30".to_owned(),
        Kind::Enum(choices) => format!("one of {}", choices.join(", ")),
        Kind::Member => "a member's number or me; “is not set” finds those without".to_owned(),
        Kind::Id | Kind::Account => "a positive whole number".to_owned(),
        Kind::Json => "no value at all: ask whether it is set".to_owned(),
        Kind::Text | Kind::Tags => "text in quotes".to_owned(),
    };
    let mut message = format!(
        "{} does not fit {}, which takes {expected}",
        shown(text),
        field.name
    );
    if field.kind.is_date() && literal::parse_period(text).is_some() {
        let name = &field.short_name;
        message = format!(
            "{} is a length of time; write {name}<{text} for “within the last”",
            shown(text)
        );
    }
    Fault::bad_value(message)
}
