//! The seven types of attributes: what fits each, how it is stored, how it is indexed.
//!
//! Nothing in here knows a database. [`check`] takes what a program sends, [`parse_text`] what a
//! person wrote, [`convert`] what is stored already under another type or none.

use jiff::civil;
use serde_json::{Map, Value};

use crate::kernel::clock::Timestamp;
use crate::kernel::text::{TextProblem, clean_text, digits, fold};

crate::words! {
    /// What the values of an attribute are.
    pub enum AttributeType {
        /// Text of at most 4,096 characters.
        Text => "text",
        /// A finite number, whole or decimal.
        Number => "number",
        /// True or false.
        Boolean => "boolean",
        /// A day of the calendar, `2026-02-28`.
        Date => "date",
        /// A time of day, `09:30` or `09:30:15`.
        Time => "time",
        /// An instant, `2026-02-28T09:30:00Z`; kept in UTC.
        Datetime => "datetime",
        /// Any JSON, at most 16 KiB of it.
        Json => "json",
    }
}

/// The most characters of a text.
pub(super) const TEXT_LIMIT: usize = 4_096;
/// The most bytes of a JSON value as it is printed.
const JSON_LIMIT: usize = 16 * 1024;
/// 0001-01-01T00:00:00Z; years before have a sign and six digits.
const EARLIEST: Timestamp = Timestamp(-62_135_596_800_000_000);

/// A value that fits its attribute's type.
#[derive(Debug, Clone, PartialEq)]
pub struct Typed {
    /// As it stands in the customer's document.
    pub json: Value,
    /// As it stands in the index.
    pub index: Index,
}

/// A value in the form that filters compare.
#[derive(Debug, Clone, PartialEq)]
pub enum Index {
    /// A text, folded.
    Text(String),
    /// A number; 0 or 1; days since 1970-01-01; microseconds since midnight.
    Number(f64),
    /// Microseconds since 1970 UTC.
    Instant(i64),
    /// All that can be asked is whether there is a value.
    Present,
}

/// Why a value does not fit. The message never shows the value.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ValueProblem {
    /// It is of another kind.
    #[error("expected {0}")]
    Expected(&'static str),
    /// The text is too long.
    #[error(transparent)]
    Text(#[from] TextProblem),
    /// The JSON is too large.
    #[error("must be at most {JSON_LIMIT} bytes of JSON, this is {0}")]
    TooLarge(usize),
}

impl AttributeType {
    fn mismatch(self) -> ValueProblem {
        ValueProblem::Expected(match self {
            Self::Text => "a text",
            Self::Number => "a number, like 12.5",
            Self::Boolean => "true or false",
            Self::Date => "a date, like 2026-02-28",
            Self::Time => "a time of day, like 09:30",
            Self::Datetime => "a date and time with its zone, like 2026-02-28T09:30:00Z",
            Self::Json => "JSON",
        })
    }
}

/// Takes a JSON value as it is: a number must be a number, not a text of digits.
pub fn check(kind: AttributeType, value: &Value) -> Result<Typed, ValueProblem> {
    use AttributeType::{Boolean, Date, Datetime, Json, Number, Text, Time};
    match (kind, value) {
        (Text, Value::String(text)) => {
            let text = clean_text(text, TEXT_LIMIT)?;
            let index = Index::Text(fold(&text));
            Ok(Typed {
                json: text.into(),
                index,
            })
        }
        (Number, Value::Number(number)) => {
            let index = number.as_f64().filter(|number| number.is_finite());
            let index = Index::Number(index.ok_or_else(|| kind.mismatch())?);
            Ok(Typed {
                json: value.clone(),
                index,
            })
        }
        (Boolean, Value::Bool(yes)) => Ok(boolean(*yes)),
        (Date, Value::String(text)) => date(text).ok_or_else(|| kind.mismatch()),
        (Time, Value::String(text)) => time(text).ok_or_else(|| kind.mismatch()),
        (Datetime, Value::String(text)) => instant(text).ok_or_else(|| kind.mismatch()),
        (Json, value) => json(value),
        _ => Err(kind.mismatch()),
    }
}

/// Takes what a person wrote: digits of any script, `yes` and `نعم`, `٣٫٥` for 3.5.
pub fn parse_text(kind: AttributeType, text: &str) -> Result<Typed, ValueProblem> {
    let latin = latin(text);
    let parsed = match kind {
        AttributeType::Text => return check(kind, &text.into()),
        AttributeType::Json => {
            let value = serde_json::from_str(text).unwrap_or_else(|_| text.into());
            return json(&value);
        }
        AttributeType::Number => number(&latin),
        AttributeType::Boolean => truth(text).map(boolean),
        AttributeType::Date => date(&latin),
        AttributeType::Time => time(&latin),
        AttributeType::Datetime => instant(&latin),
    };
    parsed.ok_or_else(|| kind.mismatch())
}

/// Takes a value stored under another type or none, where nothing of it is lost: `"007"` does not
/// become the number 7.
pub(super) fn convert(kind: AttributeType, value: &Value) -> Result<Typed, ValueProblem> {
    use AttributeType::{Json, Number, Text};
    match (kind, value) {
        (Text, Value::Number(_) | Value::Bool(_)) => check(kind, &value.to_string().into()),
        (Json | Text, _) => check(kind, value),
        (Number, Value::String(text)) => {
            let typed = parse_text(kind, text)?;
            if plain(&latin(text)) == plain(&typed.json.to_string()) {
                Ok(typed)
            } else {
                Err(kind.mismatch())
            }
        }
        (_, Value::String(text)) => parse_text(kind, text),
        _ => check(kind, value),
    }
}

/// JSON with harmless texts only: NUL and controls that reorder what follows are taken out.
fn clean_json(value: &Value) -> Value {
    match value {
        Value::String(text) => clean_text(text, usize::MAX).map_or(Value::Null, Value::from),
        Value::Array(items) => items.iter().map(clean_json).collect(),
        Value::Object(object) => {
            let clean = |(key, value): (&String, &Value)| {
                let key = clean_text(key, usize::MAX).unwrap_or_default();
                (key, clean_json(value))
            };
            Value::Object(object.iter().map(clean).collect::<Map<_, _>>())
        }
        other => other.clone(),
    }
}

fn boolean(yes: bool) -> Typed {
    Typed {
        json: yes.into(),
        index: Index::Number(f64::from(u8::from(yes))),
    }
}

fn truth(text: &str) -> Option<bool> {
    match fold(text).as_str() {
        "true" | "yes" | "1" | "نعم" => Some(true),
        "false" | "no" | "0" | "لا" => Some(false),
        _ => None,
    }
}

fn number(text: &str) -> Option<Typed> {
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
    let all_digits =
        |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !all_digits(whole) || !all_digits(fraction) {
        return None;
    }
    let json: Value = match text.parse::<i64>() {
        Ok(whole) => whole.into(),
        Err(_) => text
            .parse::<f64>()
            .ok()
            .filter(|number| number.is_finite())?
            .into(),
    };
    check(AttributeType::Number, &json).ok()
}

/// The shortest way to write a decimal number that has no exponent.
fn plain(text: &str) -> &str {
    match text.contains('.') {
        true => text.trim_end_matches('0').trim_end_matches('.'),
        false => text,
    }
}

fn date(text: &str) -> Option<Typed> {
    let well_formed = text.len() == 10 && has_form(text, b"0000-00-00");
    let date: civil::Date = well_formed.then(|| text.parse().ok())??;
    // So that the days before and after exist in every time zone.
    if !(1..=9998).contains(&date.year()) {
        return None;
    }
    let days = date.duration_since(civil::date(1970, 1, 1)).as_hours() / 24;
    Some(Typed {
        json: date.to_string().into(),
        index: Index::Number(days as f64),
    })
}

fn time(text: &str) -> Option<Typed> {
    if !has_form(text, b"00:00") && !has_form(text, b"00:00:00") {
        return None;
    }
    let part = |at: usize| {
        text.get(at..at + 2)
            .map_or(Some(0), |part| part.parse::<i8>().ok())
    };
    let (hour, minute, second) = (part(0)?, part(3)?, part(6)?);
    let time = civil::Time::new(hour, minute, second, 0).ok()?;
    let seconds = i64::from(hour) * 3600 + i64::from(minute) * 60 + i64::from(second);
    let json = match second {
        0 => format!("{hour:02}:{minute:02}"),
        _ => time.to_string(),
    };
    Some(Typed {
        json: json.into(),
        index: Index::Number(seconds as f64 * 1e6),
    })
}

fn instant(text: &str) -> Option<Typed> {
    let at: Timestamp = text.trim().parse().ok()?;
    if at < EARLIEST {
        return None;
    }
    Some(Typed {
        json: at.to_string().into(),
        index: Index::Instant(at.0),
    })
}

fn json(value: &Value) -> Result<Typed, ValueProblem> {
    let json = clean_json(value);
    let bytes = json.to_string().len();
    if bytes > JSON_LIMIT {
        return Err(ValueProblem::TooLarge(bytes));
    }
    Ok(Typed {
        json,
        index: Index::Present,
    })
}

/// Whether `text` has a digit where `form` has one, and otherwise the same characters.
fn has_form(text: &str, form: &[u8]) -> bool {
    text.len() == form.len()
        && text.bytes().zip(form).all(|(byte, form)| match form {
            b'0' => byte.is_ascii_digit(),
            form => byte == *form,
        })
}

/// A number, date or time with the digits and separators of ASCII.
fn latin(text: &str) -> String {
    let letters = text.trim().chars().filter(|c| *c != '٬');
    letters
        .map(|c| match c {
            '٫' => '.'.to_string(),
            c if c.is_ascii() => c.to_string(),
            c => Some(digits(c.encode_utf8(&mut [0; 4])))
                .filter(|digit| !digit.is_empty())
                .unwrap_or_else(|| c.to_string()),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use AttributeType::{Boolean, Date, Datetime, Json, Number, Text, Time};
    use serde_json::json;

    use super::*;

    #[test]
    fn values_that_fit_are_kept_in_one_form() {
        let cases = [
            (
                Text,
                json!(" الرياض\u{202E}\0 "),
                json!("الرياض"),
                Index::Text("الرياض".into()),
            ),
            (Number, json!(-2.5), json!(-2.5), Index::Number(-2.5)),
            (
                Number,
                json!(u64::MAX),
                json!(u64::MAX),
                Index::Number(u64::MAX as f64),
            ),
            (Boolean, json!(true), json!(true), Index::Number(1.0)),
            (
                Date,
                json!("1969-12-31"),
                json!("1969-12-31"),
                Index::Number(-1.0),
            ),
            (
                Date,
                json!("2024-02-29"),
                json!("2024-02-29"),
                Index::Number(19_782.0),
            ),
            (
                Time,
                json!("09:30:00"),
                json!("09:30"),
                Index::Number(34_200e6),
            ),
            (
                Time,
                json!("23:59:59"),
                json!("23:59:59"),
                Index::Number(86_399e6),
            ),
            (
                Datetime,
                json!("2026-02-28T12:30:00+03:00"),
                json!("2026-02-28T09:30:00Z"),
                Index::Instant(1_772_271_000_000_000),
            ),
            (
                Json,
                json!({"a\0": ["x\0"]}),
                json!({"a": ["x"]}),
                Index::Present,
            ),
        ];
        for (kind, given, kept, index) in cases {
            let typed = check(kind, &given).unwrap();
            assert_eq!((&typed.json, &typed.index), (&kept, &index), "{given}");
            assert_eq!(check(kind, &typed.json), Ok(typed.clone()), "again");
            assert_eq!(convert(kind, &typed.json), Ok(typed), "stored");
        }
    }

    #[test]
    fn values_that_do_not_fit_are_refused() {
        let long = "ي".repeat(TEXT_LIMIT + 1);
        let cases = [
            (Text, json!(5)),
            (Text, json!(long)),
            (Number, json!("5")),
            (Number, json!(true)),
            (Boolean, json!("true")),
            (Boolean, json!(1)),
            (Date, json!("2026-02-29")),
            (Date, json!("2026-2-9")),
            (Date, json!("0000-01-01")),
            (Date, json!("2026-02-28T00:00:00Z")),
            (Date, json!(20_260_228)),
            (Time, json!("24:00")),
            (Time, json!("9:30")),
            (Time, json!("09:30:60")),
            (Time, json!("09:30:")),
            (Datetime, json!("2026-02-28T09:30:00")),
            (Datetime, json!("2026-02-28")),
            (Json, json!("x".repeat(JSON_LIMIT))),
            (Number, json!([1])),
        ];
        for (kind, given) in cases {
            assert!(check(kind, &given).is_err(), "{kind:?} {given}");
        }
    }

    #[test]
    fn people_write_values_in_their_own_way() {
        let cases = [
            (Number, "٣٫٥", json!(3.5)),
            (Number, " ١٬٢٠٠ ", json!(1200)),
            (Number, "007", json!(7)),
            (Boolean, "نعم", json!(true)),
            (Boolean, "No", json!(false)),
            (Date, "٢٠٢٦-٠٢-٢٨", json!("2026-02-28")),
            (Time, "٠٩:٣٠", json!("09:30")),
            (Json, "[1, 2]", json!([1, 2])),
            (Json, "just words", json!("just words")),
        ];
        for (kind, written, value) in cases {
            assert_eq!(parse_text(kind, written).unwrap().json, value, "{written}");
        }
        for (kind, written) in [
            (Number, ""),
            (Number, "."),
            (Number, "1e5"),
            (Number, "1 2"),
            (Number, "NaN"),
            (Boolean, "maybe"),
            (Date, "28.2.2026"),
        ] {
            assert!(parse_text(kind, written).is_err(), "{written}");
        }
    }

    #[test]
    fn stored_values_change_type_only_without_loss() {
        let fits = [
            (Number, json!("42"), json!(42)),
            (Number, json!("1.50"), json!(1.5)),
            (Number, json!("-3"), json!(-3)),
            (Text, json!(42), json!("42")),
            (Text, json!(true), json!("true")),
            (Boolean, json!("yes"), json!(true)),
            (Json, json!("2026-01-01"), json!("2026-01-01")),
            (Text, json!("2026-01-01"), json!("2026-01-01")),
        ];
        for (kind, stored, value) in fits {
            assert_eq!(convert(kind, &stored).unwrap().json, value, "{stored}");
        }
        for (kind, stored) in [
            (Number, json!("007")),
            (Number, json!("+966501234567")),
            (Number, json!("0.1234567890123456789")),
            (Number, json!(true)),
            (Boolean, json!(1)),
            (Date, json!("2026-01-01T00:00:00Z")),
            (Datetime, json!("2026-01-01")),
            (Text, json!({"a": 1})),
        ] {
            assert!(convert(kind, &stored).is_err(), "{kind:?} {stored}");
        }
    }
}
