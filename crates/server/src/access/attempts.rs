//! How often somebody may guess: a few failures per email address and per client address.
//!
//! The counts live in this process's memory, since writing one row per guess would hand the database
//! to whoever guesses. So they start anew with the program, and several nodes together allow as many
//! times more as there are nodes, which still leaves a guesser nowhere.

use std::net::{IpAddr, Ipv6Addr};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use http::StatusCode;
use sha2::{Digest, Sha256};

use crate::http::Problem;
use crate::kernel::clock::{SECOND, Timestamp};

/// Failures are counted over this time, which slides; microseconds.
const WINDOW: i64 = 15 * 60 * SECOND;
/// Failures per email address within the window.
const PER_EMAIL: usize = 10;
/// Failures per client address within the window; offices share one.
const PER_CLIENT: usize = 50;

/// Recent failures, by whom they were about and where they came from. Cheap to clone.
#[derive(Clone)]
pub struct Attempts(moka::sync::Cache<[u8; 32], Arc<Mutex<Vec<Timestamp>>>>);

/// An attempt that counts as a failure until it [succeeds](Attempt::succeeded).
#[must_use]
pub struct Attempt {
    counted: Vec<Arc<Mutex<Vec<Timestamp>>>>,
    at: Timestamp,
}

impl Default for Attempts {
    fn default() -> Self {
        let window = Duration::from_micros(WINDOW.unsigned_abs());
        Self(
            moka::sync::Cache::builder()
                .max_capacity(100_000)
                .time_to_idle(window)
                .build(),
        )
    }
}

impl Attempts {
    /// Begins an attempt to prove who one is. It is counted before it is judged, so that guesses
    /// sent all at once are counted too.
    ///
    /// # Errors
    ///
    /// 429 `too_many_attempts`, with the time to wait.
    pub fn begin(
        &self,
        email: Option<&str>,
        client: Option<IpAddr>,
        now: Timestamp,
    ) -> Result<Attempt, Problem> {
        let client =
            client.map_or_else(|| "client".to_owned(), |client| network(client).to_string());
        let email = email.map(|email| (format!("email {email}"), PER_EMAIL));
        let mut attempt = Attempt {
            counted: Vec::with_capacity(2),
            at: now,
        };
        for (subject, allowed) in email.into_iter().chain([(client, PER_CLIENT)]) {
            let key = Sha256::digest(subject.as_bytes()).into();
            let failures = self.0.get_with(key, Arc::default);
            if let Err(wait) = count(&failures, allowed, now) {
                attempt.succeeded(); // takes back what was counted for the other subject
                return Err(too_many(wait));
            }
            attempt.counted.push(failures);
        }
        Ok(attempt)
    }
}

impl Attempt {
    /// It was no failure.
    pub fn succeeded(self) {
        for failures in self.counted {
            let mut failures = failures.lock().unwrap_or_else(PoisonError::into_inner);
            if let Some(index) = failures.iter().position(|at| *at == self.at) {
                failures.remove(index);
            }
        }
    }
}

/// Counts one more, or gives the microseconds until one more is allowed.
fn count(failures: &Mutex<Vec<Timestamp>>, allowed: usize, now: Timestamp) -> Result<(), i64> {
    let mut failures = failures.lock().unwrap_or_else(PoisonError::into_inner);
    failures.retain(|at| now.0 - at.0 < WINDOW);
    if failures.len() >= allowed {
        let oldest = failures.iter().min().copied().unwrap_or(now);
        return Err(oldest.0 + WINDOW - now.0);
    }
    failures.push(now);
    Ok(())
}

fn too_many(wait: i64) -> Problem {
    Problem::new(
        StatusCode::TOO_MANY_REQUESTS,
        "too_many_attempts",
        "Too many attempts failed; wait a while and try again.",
    )
    .retry_after(u16::try_from(wait / SECOND + 1).unwrap_or(u16::MAX))
}

/// The part of an address that one client has: of an IPv6 address the first 64 bits.
fn network(client: IpAddr) -> IpAddr {
    match client.to_canonical() {
        IpAddr::V6(address) => {
            let network = address.to_bits() & (u128::MAX << 64);
            IpAddr::V6(Ipv6Addr::from_bits(network))
        }
        v4 => v4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp(1_795_165_200_000_000);

    #[test]
    fn failures_are_forgotten_one_by_one_and_successes_never_counted() {
        let attempts = Attempts::default();
        let begin = |now| attempts.begin(Some("huda@baytcoffee.sa"), None, now);
        for minute in 0..10 {
            begin(NOW).expect("allowed").succeeded();
            let _ = begin(NOW.plus(minute * 60 * SECOND)).expect("allowed");
        }
        let at = NOW.plus(10 * 60 * SECOND);
        assert_eq!(begin(at).err().map(|problem| problem.status), Some(429));
        // Refused attempts do not prolong the wait.
        assert!(begin(NOW.plus(15 * 60 * SECOND)).is_ok());
        assert!(begin(NOW.plus(15 * 60 * SECOND)).is_err());
        assert!(attempts.begin(Some("ali@baytcoffee.sa"), None, at).is_ok());
    }

    #[test]
    fn one_client_cannot_try_many_addresses() {
        let attempts = Attempts::default();
        let client = |text: &str| Some(text.parse().expect("an address"));
        for guess in 0..50 {
            let email = format!("guess{guess}@baytcoffee.sa");
            let from = client(&format!("2001:db8:1:2::{guess:x}"));
            let _ = attempts.begin(Some(&email), from, NOW).expect("allowed");
        }
        let begin = |from| attempts.begin(Some("huda@baytcoffee.sa"), client(from), NOW);
        assert!(begin("2001:db8:1:2:ffff::1").is_err());
        assert!(begin("2001:db8:1:3::1").is_ok());
    }
}
