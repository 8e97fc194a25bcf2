//! Numbers in order: medians, percentiles, and how they are printed.

use std::time::Duration;

/// How long requests took.
#[derive(Debug, Clone, Default)]
pub(crate) struct Latencies(Vec<Duration>);

impl Latencies {
    pub(crate) fn add(&mut self, took: Duration) {
        self.0.push(took);
    }

    pub(crate) fn extend(&mut self, more: Self) {
        self.0.extend(more.0);
    }

    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    /// The time within which `percent` of them were answered, in milliseconds.
    pub(crate) fn at(&self, percent: f64) -> f64 {
        let mut sorted = self.0.clone();
        sorted.sort_unstable();
        let index = (percent / 100.0 * sorted.len() as f64).ceil() as usize;
        let found = sorted.get(index.saturating_sub(1)).or(sorted.last());
        found.copied().unwrap_or_default().as_secs_f64() * 1e3
    }

    /// `p50 0.21 ms, p99 1.40 ms, max 3.02 ms`.
    pub(crate) fn summary(&self) -> String {
        format!(
            "p50 {:.2} ms, p99 {:.2} ms, max {:.2} ms",
            self.at(50.0),
            self.at(99.0),
            self.at(100.0)
        )
    }
}

/// The middle of these; 0 of none.
pub(crate) fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    match values.len() {
        0 => 0.0,
        odd if odd % 2 == 1 => values[odd / 2],
        even => f64::midpoint(values[even / 2 - 1], values[even / 2]),
    }
}
