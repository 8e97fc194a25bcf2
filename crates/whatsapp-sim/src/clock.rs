//! The simulator's time: whatever the caller says it is, plus what it was told to skip.
//!
//! Everything that waits in here (statuses, reviews, retries) waits in this time, so a test that moves
//! its clock by a day sees a day's worth of webhooks at once.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

/// The most that is skipped at once, so that no sum of times overflows.
const CENTURY: Duration = Duration::from_hours(100 * 365 * 24);

/// Where the simulator takes its time from: microseconds since 1970 UTC.
///
/// Clones share what they have skipped.
#[derive(Clone)]
pub struct Clock {
    source: Arc<dyn Fn() -> i64 + Send + Sync>,
    skipped: Arc<AtomicI64>,
}

impl fmt::Debug for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Clock")
            .field("now", &self.now())
            .finish_non_exhaustive()
    }
}

impl Clock {
    /// A clock that asks `source` for microseconds since 1970 UTC.
    pub fn new(source: impl Fn() -> i64 + Send + Sync + 'static) -> Self {
        Self {
            source: Arc::new(source),
            skipped: Arc::default(),
        }
    }

    /// The computer's clock.
    #[expect(
        clippy::disallowed_methods,
        reason = "this is where the time comes from when no clock is given"
    )]
    pub fn system() -> Self {
        Self::new(|| {
            std::time::SystemTime::now()
                .duration_since(std::time::UNIX_EPOCH)
                .map_or(0, |since| since.as_micros() as i64)
        })
    }

    /// The time, in microseconds since 1970 UTC.
    pub fn now(&self) -> i64 {
        (self.source)().saturating_add(self.skipped.load(Ordering::Relaxed))
    }

    /// Skips time, at most 100 years at once. There is no way back: what has happened has been told to
    /// others.
    pub fn advance(&self, by: Duration) {
        self.skipped
            .fetch_add(micros(by.min(CENTURY)), Ordering::Relaxed);
    }
}

/// A length of time in microseconds.
pub(crate) fn micros(duration: Duration) -> i64 {
    i64::try_from(duration.as_micros()).unwrap_or(i64::MAX / 4)
}

/// Milliseconds as microseconds.
pub(crate) fn from_ms(ms: u64) -> i64 {
    micros(Duration::from_millis(ms))
}

/// Which calendar month (UTC) a time is in: months since the year 0. Meta's free tier counts by month.
pub(crate) fn month(micros: i64) -> i64 {
    // Days to year and month without tables: the year begins in March, so that February's odd
    // length is at its end (Howard Hinnant, "chrono-compatible low-level date algorithms").
    let days = micros.div_euclid(86_400_000_000) + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let march_month = (5 * of_year + 2) / 153;
    (year + era * 400) * 12 + march_month + 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_calendar_months() {
        let day = |days: i64| days * 86_400_000_000;
        assert_eq!(month(day(0)), 1970 * 12);
        assert_eq!(month(day(30)), 1970 * 12);
        assert_eq!(month(day(31)), 1970 * 12 + 1);
        assert_eq!(month(day(58)), 1970 * 12 + 1);
        assert_eq!(month(day(59)), 1970 * 12 + 2);
        // 29 February and 1 March 2024.
        assert_eq!(month(day(19_782)), 2024 * 12 + 1);
        assert_eq!(month(day(19_783)), 2024 * 12 + 2);
        assert_eq!(month(day(19_783 + 306)), 2024 * 12 + 12);
    }

    #[test]
    fn clones_share_the_time_they_skip() {
        let clock = Clock::new(|| 5);
        let other = clock.clone();
        clock.advance(Duration::from_secs(1));
        assert_eq!(other.now(), 1_000_005);
    }
}
