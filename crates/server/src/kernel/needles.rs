//! What somebody looks for: words, and phone numbers however they are grouped.
//!
//! Every search of the product reads what was typed by these rules, so that the same words find the
//! same people everywhere. Numbers are indexed as digits without `+` or `00`.

use super::phone::is_grouping;
use super::text::{digits, fold};

/// A word of this many digits is a number even if it does not begin like one; fewer may as well be
/// a part of a name, such as `24-7`.
const CLEARLY_A_NUMBER: usize = 5;

/// The pieces of a text that must each be contained in what is searched; folded.
///
/// A text that is a phone number, or a part of one, is one piece of digits. In any other text each
/// word is a piece, and a word that is a number is its digits.
pub fn needles(text: &str) -> Vec<String> {
    let folded = fold(text);
    if let Some(number) = number(&folded) {
        return vec![number];
    }
    folded
        .split(' ')
        .filter(|word| !word.is_empty() && *word != "+")
        .map(|word| match number(word) {
            Some(number) if is_clear(word) => number,
            _ => word.to_owned(),
        })
        .collect()
}

/// The digits of a folded text that is a phone number or a part of one, in any grouping and without
/// an international prefix.
pub fn number(folded: &str) -> Option<String> {
    let belongs = |c: char| c.is_ascii_digit() || c == '+' || is_grouping(c);
    if !folded.chars().all(belongs) {
        return None;
    }
    let number = digits(folded);
    let number = match number.strip_prefix("00") {
        // Two zeros alone may also be the middle of a number.
        Some(rest) if rest.len() >= 3 => rest.to_owned(),
        _ => number,
    };
    (!number.is_empty()).then_some(number)
}

fn is_clear(word: &str) -> bool {
    word.trim_start_matches(is_grouping).starts_with(['+', '0'])
        || digits(word).len() >= CLEARLY_A_NUMBER
}

#[cfg(test)]
mod tests {
    use super::needles;

    #[test]
    fn numbers_are_read_in_any_grouping_alone_and_among_words() {
        for (typed, wanted) in [
            ("+٩٦٦ (50) 123", &["96650123"] as &[_]),
            ("00966501234567", &["966501234567"]),
            ("050/123\u{2013}45\u{2011}67", &["0501234567"]),
            ("007", &["007"]),
            ("24-7", &["247"]),
            ("Ahmed +966501234567", &["ahmed", "966501234567"]),
            ("Ahmed 050-123", &["ahmed", "050123"]),
            ("Ahmed 00966501234567", &["ahmed", "966501234567"]),
            ("Ahmed (050) 123 + 45", &["ahmed", "050", "123", "45"]),
            ("Cafe 24-7", &["cafe", "24-7"]),
            ("Abu  Ali 7", &["abu", "ali", "7"]),
            ("al-fahad", &["al-fahad"]),
            (" + ", &[]),
            ("", &[]),
        ] {
            assert_eq!(needles(typed), wanted, "{typed}");
        }
    }
}
