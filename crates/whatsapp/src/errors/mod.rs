//! Meta's error codes, in words an agent can use, and whether trying again helps.
//!
//! Codes come with refused requests, with failed statuses and with messages Meta could not hand on.
//! The words say what happened and what to do; Meta's own `details` belong beside them, as they name
//! the field or the value.

mod table;

use std::ops::RangeInclusive;

/// Whether the same request can succeed later.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Retry {
    /// Yes, by itself: try again after seconds or minutes, each time longer, a few times.
    Yes,
    /// Yes, but only after hours or after somebody has acted; never in a loop.
    Later,
    /// No: a person must change something first.
    No,
}

/// What a code means.
#[derive(Debug)]
pub struct ErrorInfo {
    /// The code or codes that mean this. Every code, for [`lookup`]'s answer to unknown ones.
    pub codes: RangeInclusive<i64>,
    /// Whether to try again.
    pub retry: Retry,
    /// What happened and what to do, in English.
    pub english: &'static str,
    /// The same in Arabic.
    pub arabic: &'static str,
}

/// What a code means. Unknown codes get general words and are not retried; with an HTTP status of
/// 500 or more, trying a few times again is right even so.
pub fn lookup(code: i64) -> &'static ErrorInfo {
    let after = table::ERRORS.partition_point(|error| *error.codes.start() <= code);
    table::ERRORS[..after]
        .last()
        .filter(|error| error.codes.contains(&code))
        .unwrap_or(&table::UNKNOWN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_order_and_no_code_is_there_twice() {
        for pair in table::ERRORS.windows(2) {
            assert!(
                pair[0].codes.end() < pair[1].codes.start(),
                "{:?}",
                pair[1].codes
            );
        }
    }

    #[test]
    fn every_entry_speaks_both_languages() {
        let arabic_letter = |c: char| ('\u{600}'..='\u{6ff}').contains(&c);
        for error in table::ERRORS.iter().chain([&table::UNKNOWN]) {
            assert!(error.english.ends_with('.'), "{}", error.english);
            assert!(error.arabic.ends_with('.'), "{}", error.arabic);
            assert!(error.english.is_ascii() && error.arabic.chars().any(arabic_letter));
        }
    }

    #[test]
    fn what_may_be_retried_by_itself_is_exactly_this() {
        let automatic = [
            1, 2, 4, 80_007, 130_429, 131_000, 131_016, 131_056, 131_057, 133_004, 139_102,
            139_103, 2_494_100,
        ];
        for error in table::ERRORS {
            let code = *error.codes.start();
            assert_eq!(
                error.retry == Retry::Yes,
                automatic.contains(&code),
                "{code}"
            );
        }
    }

    #[test]
    fn ranges_and_unknown_codes_are_found() {
        for (code, same) in [
            (200, 299),
            (131_201, 131_215),
            (138_000, 138_018),
            (139_000, 139_006),
        ] {
            assert!(std::ptr::eq(lookup(code), lookup(same)));
            assert!(!std::ptr::eq(lookup(code), &table::UNKNOWN));
            assert!(!std::ptr::eq(lookup(code), lookup(same + 1)));
        }
        for unknown in [i64::MIN, -1, 131_099, i64::MAX] {
            assert!(std::ptr::eq(lookup(unknown), &table::UNKNOWN));
        }
        assert_eq!(lookup(131_047).codes, 131_047..=131_047);
        assert_eq!(lookup(131_049).retry, Retry::Later);
    }
}
