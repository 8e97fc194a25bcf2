//! What is kept of a message on its way, and how long it is tried.

use std::fmt;
use std::str::FromStr;

use whatsapp::errors::{Retry, lookup};
use whatsapp::graph::GraphError;

use crate::kernel::clock::{SECOND, Timestamp};
use crate::kernel::ids::MessageId;

/// How long a message is tried again that Meta did not take, in microseconds.
pub const GIVE_UP: i64 = 6 * 3_600 * SECOND;
/// How long the first status of a message is waited for that may have been sent, in microseconds.
/// Meta tells of a message it took within seconds; this is for a callback that is down for a while.
pub const PATIENCE: i64 = 15 * 60 * SECOND;
/// How long a claim holds without a word of its sender, in microseconds: well beyond the longest
/// that a request may take, see [`crate::outgoing`].
pub(super) const LEASE: i64 = 90 * SECOND;
/// The longest wait between two tries, in microseconds.
const LONGEST: i64 = 300 * SECOND;
/// Meta's code for too many messages to one person.
const PAIR_RATE: i64 = 131_056;
/// Meta's codes for too many messages or requests of a number or an app.
const RATES: [i64; 3] = [4, 80_007, 130_429];

crate::words! {
    /// Where a message in the outbox stands.
    pub(super) enum State {
        /// Its files are on their way to WhatsApp.
        Files => "files",
        /// It goes when it is due.
        Waiting => "waiting",
        /// Somebody is sending it.
        Sending => "sending",
        /// It may have been sent; only a status can tell.
        Unknown => "unknown",
    }
}

/// What comes back with every status of a message of ours (`biz_opaque_callback_data`).
///
/// It names the message, and the microsecond at which it was given, because another program, or a
/// database of ours that was set up anew, may have sent from the same number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Reference {
    /// The message.
    pub message: MessageId,
    /// When it was given to be sent.
    pub given_at: Timestamp,
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "clientele:{}:{}", self.message, self.given_at.0)
    }
}

impl FromStr for Reference {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let parts = text
            .strip_prefix("clientele:")
            .and_then(|rest| rest.split_once(':'));
        let (message, given_at) = parts.ok_or(())?;
        Ok(Self {
            message: MessageId(message.parse().map_err(|_| ())?),
            given_at: Timestamp(given_at.parse().map_err(|_| ())?),
        })
    }
}

/// What to do about a refusal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    /// Try again after so many microseconds.
    Again(i64),
    /// The same, and the whole number has to slow down meanwhile.
    Slower(i64),
    /// A person must change something first.
    Never,
}

/// What a refusal means after `attempts` tries, this one included.
pub(super) fn judge(refused: &GraphError, attempts: i64) -> Verdict {
    let doubt = refused.http_status >= 500;
    if lookup(refused.code).retry != Retry::Yes && !doubt {
        return Verdict::Never;
    }
    match refused.code {
        // Meta's own advice: 4^n seconds.
        PAIR_RATE => Verdict::Again(growing(4, attempts)),
        code if RATES.contains(&code) => Verdict::Slower(growing(2, attempts)),
        _ => Verdict::Again(growing(2, attempts)),
    }
}

/// `base^(attempts - 1)` seconds, up to five minutes.
pub(super) fn growing(base: i64, attempts: i64) -> i64 {
    let exponent = u32::try_from((attempts - 1).clamp(0, 20)).unwrap_or(0);
    base.saturating_pow(exponent)
        .saturating_mul(SECOND)
        .min(LONGEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(code: i64, http_status: u16) -> GraphError {
        GraphError {
            code,
            subcode: None,
            message: String::new(),
            details: None,
            fbtrace_id: None,
            http_status,
        }
    }

    #[test]
    fn a_reference_comes_back_as_it_went() {
        let reference = Reference {
            message: MessageId(17),
            given_at: Timestamp(1_795_165_200_000_001),
        };
        assert_eq!(reference.to_string().parse(), Ok(reference));
        for other in [
            "",
            "clientele:",
            "clientele:17",
            "clientele:x:1",
            "17:1",
            "order-17",
        ] {
            assert_eq!(other.parse::<Reference>(), Err(()), "{other}");
        }
    }

    #[test]
    fn what_helps_later_is_tried_again_ever_more_seldom() {
        let seconds = |seconds: i64| seconds * SECOND;
        assert_eq!(judge(&refusal(131_056, 400), 1), Verdict::Again(seconds(1)));
        assert_eq!(
            judge(&refusal(131_056, 400), 3),
            Verdict::Again(seconds(16))
        );
        assert_eq!(
            judge(&refusal(130_429, 400), 2),
            Verdict::Slower(seconds(2))
        );
        assert_eq!(
            judge(&refusal(131_000, 500), 99),
            Verdict::Again(seconds(300))
        );
        assert_eq!(judge(&refusal(77_777, 503), 1), Verdict::Again(seconds(1)));
        for never in [131_026, 131_047, 131_049, 131_050, 100, 190, 77_777] {
            assert_eq!(judge(&refusal(never, 400), 1), Verdict::Never, "{never}");
        }
    }
}
