//! Reading single JSON values the way Meta really sends them: ids, numbers, times and flags as
//! strings or numbers, single elements instead of lists, empty strings instead of nothing.

use serde_json::{Map, Value};

pub(super) type Object = Map<String, Value>;

/// The last second of the year 9999, the latest time that calendars in Rust and SQL agree on.
const LATEST_SECOND: f64 = 253_402_300_799.0;

/// An error object as it appears in webhooks: on a message, on a status, or beside both.
#[derive(Debug, Clone, PartialEq)]
pub struct ApiError {
    /// Meta's code, see [`crate::errors::lookup`].
    pub code: Option<i64>,
    /// A short English title.
    pub title: Option<String>,
    /// An English sentence, often equal to the title.
    pub message: Option<String>,
    /// `error_data.details`: the useful part.
    pub details: Option<String>,
    /// A link to Meta's description.
    pub href: Option<String>,
    /// The error as it came.
    pub raw: Value,
}

impl ApiError {
    pub(super) fn read(raw: Value) -> Self {
        Self {
            code: raw.get("code").and_then(integer),
            title: text_at(&raw, "title"),
            message: text_at(&raw, "message"),
            details: raw
                .get("error_data")
                .and_then(|data| text_at(data, "details")),
            href: text_at(&raw, "href"),
            raw,
        }
    }

    /// All errors under `errors` of a message or status, which stay where they are.
    pub(super) fn list(owner: &Object) -> Vec<Self> {
        elements(owner.get("errors").cloned())
            .into_iter()
            .map(Self::read)
            .collect()
    }
}

/// Text that says something: a string that is not empty, or a number in digits.
pub(crate) fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) if !text.is_empty() => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// The text under `key`, when `value` is an object that has it.
pub(crate) fn text_at(value: &Value, key: &str) -> Option<String> {
    value.get(key).and_then(text)
}

/// An id, code word or name: text without white space around it.
pub(crate) fn id(value: &Value) -> Option<String> {
    text(value)
        .map(|id| id.trim().to_owned())
        .filter(|id| !id.is_empty())
}

/// The id under `key`, when `value` is an object that has it.
pub(crate) fn id_at(value: &Value, key: &str) -> Option<String> {
    value.get(key).and_then(id)
}

/// Removes the id under `key`. What is no id stays.
pub(super) fn take_id(object: &mut Object, key: &str) -> Option<String> {
    let id = object.get(key).and_then(id)?;
    object.remove(key);
    Some(id)
}

/// A whole number, from a number or from digits.
pub(crate) fn integer(value: &Value) -> Option<i64> {
    match value {
        Value::Number(number) => number.as_i64(),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    }
    .or_else(|| {
        float(value)
            .filter(|float| float.fract() == 0.0 && float.abs() < 9e15)
            .map(|float| float as i64)
    })
}

/// A number, from a number or from text.
pub(super) fn float(value: &Value) -> Option<f64> {
    match value {
        Value::Number(number) => number.as_f64(),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    }
    .filter(|float: &f64| float.is_finite())
}

/// True or false, also when it is written as a string.
pub(crate) fn flag(value: &Value) -> Option<bool> {
    match value {
        Value::Bool(flag) => Some(*flag),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    }
}

/// A point in time as microseconds since 1970 UTC.
///
/// Meta writes seconds; some products and fixtures write milliseconds or microseconds, which are
/// recognised by their size. `None` before 1970 and after the year 9999.
pub(super) fn micros(value: &Value) -> Option<i64> {
    let number = float(value)?;
    let seconds = match number {
        ..=1e11 => number,
        ..=1e14 => number / 1e3,
        _ => number / 1e6,
    };
    (0.0..=LATEST_SECOND)
        .contains(&seconds)
        .then(|| (seconds * 1e6).round() as i64)
}

/// The elements of a list. Nothing and null are an empty list, anything else a list of one.
pub(crate) fn elements(value: Option<Value>) -> Vec<Value> {
    match value {
        None | Some(Value::Null) => Vec::new(),
        Some(Value::Array(elements)) => elements,
        Some(single) => vec![single],
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn times_are_read_from_every_spelling() {
        let cases = [
            (json!("1790000000"), Some(1_790_000_000_000_000)),
            (json!(1_790_000_000), Some(1_790_000_000_000_000)),
            (json!(1_790_000_000.25), Some(1_790_000_000_250_000)),
            (json!(" 1790000000.5 "), Some(1_790_000_000_500_000)),
            (json!("1790000000123"), Some(1_790_000_000_123_000)),
            (
                json!(1_790_000_000_123_456_i64),
                Some(1_790_000_000_123_456),
            ),
            (json!(-1), None),
            (json!("soon"), None),
            (json!(""), None),
            (json!("inf"), None),
            (json!(1e300), None),
            (json!(null), None),
            (json!([1]), None),
        ];
        for (value, expected) in cases {
            assert_eq!(micros(&value), expected, "{value}");
        }
    }

    #[test]
    fn integers_and_ids_are_read_from_strings_and_numbers() {
        assert_eq!(integer(&json!("131047")), Some(131_047));
        assert_eq!(integer(&json!(131_047.0)), Some(131_047));
        assert_eq!(integer(&json!(1.5)), None);
        assert_eq!(
            id(&json!(1_234_567_890_123_u64)),
            Some("1234567890123".into())
        );
        assert_eq!(id(&json!(" wamid.A ")), Some("wamid.A".into()));
        assert_eq!(id(&json!("  ")), None);
    }
}
