//! How single values are written: numbers, days, instants, times of day, periods.
//!
//! Reading accepts Arabic-Indic and Persian digits; writing always uses one form that reads back as the
//! same value.

use jiff::Timestamp;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use serde_json::{Value as Json, json};

use super::ast::{Number, Period, Scalar, Unit};

/// `12`, `-3.5`, `1e6`, `١٢٫٥`.
pub(super) fn parse_number(text: &str) -> Option<Number> {
    let text = latin(text);
    if let Ok(value) = text.parse::<i64>() {
        return Some(Number::Int(value));
    }
    // Rust also reads "inf" and "nan", which are no amounts of anything.
    if !text
        .chars()
        .all(|c| c.is_ascii_digit() || "+-.eE".contains(c))
    {
        return None;
    }
    Number::from_f64(text.parse().ok()?)
}

/// A positive integer id.
pub(super) fn parse_id(text: &str) -> Option<i64> {
    latin(text).parse().ok().filter(|id| *id > 0)
}

/// `2026-01-31`, years 1 to 9998, so that neighbouring days exist in every time zone.
pub(super) fn parse_date(text: &str) -> Option<Date> {
    let text = latin(text);
    let mut parts = text.split('-');
    let year = digits(parts.next()?, 4, 4)?;
    let month = digits(parts.next()?, 2, 2)?;
    let day = digits(parts.next()?, 2, 2)?;
    if parts.next().is_some() || !(1..=9998).contains(&year) {
        return None;
    }
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// `2026-01-31T10:00:00Z` or with `+03:00`, to the microsecond.
pub(super) fn parse_instant(text: &str) -> Option<i64> {
    let text = latin(text);
    let timestamp: Timestamp = text.parse().ok()?;
    let year = timestamp.to_zoned(TimeZone::UTC).year();
    (1..=9998)
        .contains(&year)
        .then(|| timestamp.as_microsecond())
}

/// `09:30` or `09:30:15`.
pub(super) fn parse_time(text: &str) -> Option<Time> {
    let text = latin(text);
    let mut parts = text.split(':');
    let hour = digits(parts.next()?, 1, 2)?;
    let minute = digits(parts.next()?, 2, 2)?;
    let second = parts.next().map_or(Some(0), |part| digits(part, 2, 2))?;
    if parts.next().is_some() {
        return None;
    }
    let (hour, minute, second) = (
        i8::try_from(hour).ok()?,
        i8::try_from(minute).ok()?,
        i8::try_from(second).ok()?,
    );
    Time::new(hour, minute, second, 0).ok()
}

/// `12h`, `30d`, `2w`, `6mo`, `1y`; at least one, at most about a thousand years.
pub(super) fn parse_period(text: &str) -> Option<Period> {
    let text = latin(text);
    let unit_at = text.find(|c: char| !c.is_ascii_digit())?;
    let (count, unit) = text.split_at(unit_at);
    let count: u32 = count.parse().ok()?;
    let (unit, hours) = match unit {
        "h" => (Unit::Hour, 1),
        "d" => (Unit::Day, 24),
        "w" => (Unit::Week, 7 * 24),
        "mo" => (Unit::Month, 30 * 24),
        "y" => (Unit::Year, 365 * 24),
        _ => return None,
    };
    let sensible = 1..=1000 * 366 * 24;
    sensible
        .contains(&(u64::from(count) * hours))
        .then_some(Period { count, unit })
}

/// yes/no, true/false, نعم/لا, and the field's own pair of words.
pub(super) fn parse_bool(text: &str, own: (&str, &str)) -> Option<bool> {
    let text = text.to_lowercase();
    match text.as_str() {
        "yes" | "true" | "نعم" => Some(true),
        "no" | "false" | "لا" => Some(false),
        other if other == own.0 => Some(true),
        other if other == own.1 => Some(false),
        _ => None,
    }
}

/// The value as the text form writes it, before any quoting.
pub(super) fn to_text(value: &Scalar) -> String {
    match value {
        Scalar::Text(text) => text.clone(),
        Scalar::Number(Number::Int(number)) => number.to_string(),
        Scalar::Number(Number::Real(number)) => number.to_string(),
        Scalar::Bool(true) => "yes".into(),
        Scalar::Bool(false) => "no".into(),
        Scalar::Date(date) => date.to_string(),
        Scalar::Instant(micros) => instant_to_text(*micros),
        Scalar::Time(time) if time.second() == 0 => time.strftime("%H:%M").to_string(),
        Scalar::Time(time) => time.strftime("%H:%M:%S").to_string(),
        Scalar::Id(id) => id.to_string(),
        Scalar::Me => ME.into(),
    }
}

/// The value as the JSON form writes it.
pub(super) fn to_json(value: &Scalar) -> Json {
    match value {
        Scalar::Number(Number::Int(number)) => json!(number),
        Scalar::Number(Number::Real(number)) => json!(number),
        Scalar::Bool(value) => json!(value),
        Scalar::Id(id) => json!(id),
        other => json!(to_text(other)),
    }
}

pub(super) fn period_to_text(period: Period) -> String {
    let unit = match period.unit {
        Unit::Hour => "h",
        Unit::Day => "d",
        Unit::Week => "w",
        Unit::Month => "mo",
        Unit::Year => "y",
    };
    format!("{}{unit}", period.count)
}

pub(super) fn instant_to_text(micros: i64) -> String {
    // Out of the calendar's range only for a stored value that no clock has produced.
    Timestamp::from_microsecond(micros).map_or_else(|_| micros.to_string(), |at| at.to_string())
}

/// How both forms write the member who asks.
pub(super) const ME: &str = "me";

fn digits(text: &str, shortest: usize, longest: usize) -> Option<i16> {
    let fits = (shortest..=longest).contains(&text.len());
    (fits && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}

/// Arabic-Indic and Persian digits and the Arabic decimal sign as Latin ones; grouping signs dropped.
fn latin(text: &str) -> String {
    text.chars()
        .filter(|c| *c != '٬')
        .map(|c| match c {
            '٠'..='٩' => ascii_digit(c, '٠'),
            '۰'..='۹' => ascii_digit(c, '۰'),
            '٫' => '.',
            other => other,
        })
        .collect()
}

fn ascii_digit(digit: char, zero: char) -> char {
    char::from_digit(u32::from(digit) - u32::from(zero), 10).unwrap_or(digit)
}
