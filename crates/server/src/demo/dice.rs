//! Chance that repeats: the same seed throws the same dice, on every machine and in every release.

use uuid::{Builder, Uuid};

use crate::kernel::clock::Timestamp;

/// A source of numbers (SplitMix64), which is enough for making things up and for nothing else.
#[derive(Debug, Clone)]
pub(super) struct Dice(u64);

impl Dice {
    /// Dice for one thing out of many; each has its own, so that the order of making does not matter.
    pub(super) fn of(seed: u64, thing: u64) -> Self {
        let mut dice = Self(seed);
        let salt = dice.next();
        let mut own = Self(salt ^ thing.wrapping_mul(0x9E37_79B9_7F4A_7C15));
        own.next();
        own
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to, not including, `end`; 0 when that is 0.
    pub(super) fn below(&mut self, end: u64) -> u64 {
        u64::try_from((u128::from(self.next()) * u128::from(end)) >> 64).unwrap_or(0)
    }

    /// A number from `first` to `last`, both included.
    pub(super) fn between(&mut self, first: i64, last: i64) -> i64 {
        first.saturating_add_unsigned(self.below(last.abs_diff(first).saturating_add(1)))
    }

    /// A number from 0 up to 1.
    pub(super) fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// Whether something happens that happens `percent` times in a hundred.
    pub(super) fn chance(&mut self, percent: f64) -> bool {
        self.unit() * 100.0 < percent
    }

    /// A wait of `mean` on average: mostly shorter, sometimes much longer.
    pub(super) fn wait(&mut self, mean: i64) -> i64 {
        (-(1.0 - self.unit()).ln() * mean as f64) as i64
    }

    /// One of these.
    pub(super) fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.index(from.len())]
    }

    /// A place in a list of `length`.
    pub(super) fn index(&mut self, length: usize) -> usize {
        usize::try_from(self.below(length as u64)).unwrap_or(0)
    }

    /// One of these, each as often as its weight says.
    pub(super) fn weighted<'a, T>(&mut self, from: &'a [(T, u32)]) -> &'a T {
        let total = from.iter().map(|(_, weight)| u64::from(*weight)).sum();
        let mut at = self.below(total);
        for (thing, weight) in from {
            match at.checked_sub(u64::from(*weight)) {
                Some(rest) => at = rest,
                None => return thing,
            }
        }
        &from[0].0
    }

    /// The uuid (v7) of something made at `at`.
    pub(super) fn uuid(&mut self, at: Timestamp) -> Uuid {
        let bytes = self.bytes();
        let millis = u64::try_from(at.0 / 1000).unwrap_or(0);
        let random = bytes.first_chunk().expect("ten of sixteen bytes");
        Builder::from_unix_timestamp_millis(millis, random).into_uuid()
    }

    /// Sixteen random bytes.
    pub(super) fn bytes(&mut self) -> [u8; 16] {
        let mut bytes = [0; 16];
        bytes[..8].copy_from_slice(&self.next().to_le_bytes());
        bytes[8..].copy_from_slice(&self.next().to_le_bytes());
        bytes
    }

    /// Fills in a pattern: `#` is any digit, `N` one of 2–9, `M` one of 6–9.
    pub(super) fn digits(&mut self, pattern: &str) -> String {
        let mut digit =
            |first: u8| char::from(b'0' + first + self.below(10 - u64::from(first)) as u8);
        pattern
            .chars()
            .map(|c| match c {
                '#' => digit(0),
                'N' => digit(2),
                'M' => digit(6),
                other => other,
            })
            .collect()
    }
}
