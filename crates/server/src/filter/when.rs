//! What a condition on dates means at a given moment: a stretch of the time line.
//!
//! Every date condition becomes a half-open interval, so that the evaluation here and the SQL elsewhere
//! compare plain numbers and need not know calendars, time zones or daylight saving.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan, Zoned};

use super::ast::{Condition, Op, Period, Scalar, Unit, Value};
use crate::kernel::phone::Region;

/// When, where and for whom a filter is asked.
#[derive(Debug, Clone)]
pub struct Context {
    /// Now, in microseconds since 1970 UTC.
    pub now_micros: i64,
    /// The workspace's time zone: where its days begin.
    pub time_zone: TimeZone,
    /// The member who asks, for `owner:me`. Without one, nobody's owner is `me`.
    pub me: Option<i64>,
    /// The workspace's region: how phone numbers without a country code are meant.
    pub region: Option<Region>,
}

/// A value matches when it lies in `from..until`; when `negated`, if it lies outside or is missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Interval<T> {
    /// The first value inside; `None` reaches back for ever.
    pub from: Option<T>,
    /// The first value beyond; `None` never ends.
    pub until: Option<T>,
    /// Whether the condition asks for the outside.
    pub negated: bool,
}

impl<T: PartialOrd> Interval<T> {
    /// Whether the value lies between the two ends, negated or not.
    pub(super) fn spans(&self, value: &T) -> bool {
        self.from.as_ref().is_none_or(|from| value >= from)
            && self.until.as_ref().is_none_or(|until| value < until)
    }
}

/// The interval of microseconds since 1970 UTC that a condition on an instant means.
/// `None` for `is_set` and `is_not_set`.
pub fn instants(condition: &Condition, context: &Context) -> Option<Interval<i64>> {
    let edges = |value: &Scalar| match value {
        Scalar::Date(day) => (
            day_start(*day, &context.time_zone),
            day_start(next_day(*day), &context.time_zone),
        ),
        Scalar::Instant(micros) => (*micros, micros.saturating_add(1)),
        other => unreachable!("an instant is never compared with {other:?}"),
    };
    let last = |period| {
        let now = Timestamp::from_microsecond(context.now_micros).unwrap_or_default();
        let since = back(&now.to_zoned(context.time_zone.clone()), period);
        (
            since.timestamp().as_microsecond(),
            context.now_micros.saturating_add(1),
        )
    };
    interval(condition, edges, last)
}

/// The interval of days that a condition on a date means. `None` for `is_set` and `is_not_set`.
pub fn days(condition: &Condition, context: &Context) -> Option<Interval<Date>> {
    let edges = |value: &Scalar| match value {
        Scalar::Date(day) => (*day, next_day(*day)),
        other => unreachable!("a date is never compared with {other:?}"),
    };
    let last = |period| {
        let now = Timestamp::from_microsecond(context.now_micros).unwrap_or_default();
        // At noon in UTC there is no daylight saving that could move the day.
        let today = now.to_zoned(context.time_zone.clone()).date();
        let noon = today
            .at(12, 0, 0, 0)
            .to_zoned(TimeZone::UTC)
            .unwrap_or_default();
        (back(&noon, period).date(), next_day(today))
    };
    interval(condition, edges, last)
}

fn interval<T>(
    condition: &Condition,
    edges: impl Fn(&Scalar) -> (T, T),
    last: impl Fn(Period) -> (T, T),
) -> Option<Interval<T>> {
    let between = |from, until| Interval {
        from,
        until,
        negated: false,
    };
    let mut interval = match (&condition.value, condition.op) {
        (Value::One(value), op) => {
            let (start, end) = edges(value);
            match op {
                Op::Gt | Op::After => between(Some(end), None),
                Op::Gte => between(Some(start), None),
                Op::Lt | Op::Before => between(None, Some(start)),
                Op::Lte => between(None, Some(end)),
                _ => between(Some(start), Some(end)),
            }
        }
        (Value::Range(from, to), _) => between(Some(edges(from).0), Some(edges(to).1)),
        (Value::Last(period), _) => {
            let (since, until) = last(*period);
            between(Some(since), Some(until))
        }
        (Value::Nothing | Value::List(_), _) => return None,
    };
    interval.negated = matches!(condition.op, Op::Ne | Op::NotWithinLast);
    Some(interval)
}

/// Hours, days and weeks are exact lengths, so that "30d" is the same at any time of year; a month or a
/// year ago is the same day of the calendar, or the last one of a shorter month.
fn back(now: &Zoned, period: Period) -> Zoned {
    let count = i64::from(period.count);
    let span = match period.unit {
        Unit::Hour => count.hours(),
        Unit::Day => (count * 24).hours(),
        Unit::Week => (count * 7 * 24).hours(),
        Unit::Month => count.months(),
        Unit::Year => count.years(),
    };
    // Reading bounds a period to about a thousand years, which the calendar always has behind it.
    now.checked_sub(span).unwrap_or_else(|_| now.clone())
}

fn next_day(day: Date) -> Date {
    day.tomorrow().unwrap_or(Date::MAX)
}

/// The first instant of a day. Where a clock change swallows midnight, the day begins after it.
fn day_start(day: Date, time_zone: &TimeZone) -> i64 {
    match day.to_zoned(time_zone.clone()) {
        Ok(start) => start.timestamp().as_microsecond(),
        // Only at the very ends of the calendar, which readable dates keep away from.
        Err(_) if day.year() < 1970 => i64::MIN,
        Err(_) => i64::MAX,
    }
}
