//! How long the window is open.

use crate::kernel::clock::{DAY, SECOND, Timestamp};

/// How long after a customer's message the window is open, in microseconds.
pub const OPEN_FOR: i64 = DAY;

/// The window that a customer's latest message opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// WhatsApp's own time of that message.
    pub last_inbound_at: Timestamp,
}

impl Window {
    /// When it closes: at that very moment it is closed.
    pub fn expires_at(self) -> Timestamp {
        self.last_inbound_at.plus(OPEN_FOR)
    }

    /// Whether free-form messages can be sent.
    pub fn is_open(self, now: Timestamp) -> bool {
        now < self.expires_at()
    }

    /// The whole minutes until it closes; none once it is closed.
    pub fn remaining_minutes(self, now: Timestamp) -> i64 {
        let remaining = self.expires_at().0.saturating_sub(now.0);
        remaining.max(0) / (60 * SECOND)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_closed_after_exactly_a_day_and_minutes_are_whole() {
        let window = Window {
            last_inbound_at: Timestamp(1_000),
        };
        let after = |micros| Timestamp(1_000 + micros);
        for (now, is_open, minutes) in [
            (after(0), true, 1_440),
            (after(1), true, 1_439),
            (after(DAY - 60 * SECOND), true, 1),
            (after(DAY - 60 * SECOND + 1), true, 0),
            (after(DAY - 1), true, 0),
            (after(DAY), false, 0),
            (after(9 * DAY), false, 0),
            (Timestamp(i64::MAX), false, 0),
        ] {
            let found = (window.is_open(now), window.remaining_minutes(now));
            assert_eq!(found, (is_open, minutes), "{now}");
        }
    }
}
