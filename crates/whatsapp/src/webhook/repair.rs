//! Repairs JSON text before it is parsed: escapes that are legal in JSON but that Rust strings or
//! PostgreSQL text cannot hold.
//!
//! `\ud83d` without its other half becomes `\ufffd`, and `\u0000` goes. Text without such escapes is
//! returned as it is, without a copy.

use std::borrow::Cow;

/// `text` without lone surrogate escapes and without escaped NULs.
pub(super) fn repair(text: &str) -> Cow<'_, str> {
    let mut repaired = String::new();
    let mut copied = 0;
    let mut at = 0;
    while let Some(found) = text[at..].find('\\') {
        let start = at + found;
        let (length, replacement) = escape(&text[start..]);
        at = start + length;
        if let Some(replacement) = replacement {
            repaired.push_str(&text[copied..start]);
            repaired.push_str(replacement);
            copied = at;
        }
    }
    if copied == 0 {
        return Cow::Borrowed(text);
    }
    repaired.push_str(&text[copied..]);
    Cow::Owned(repaired)
}

/// The length of the escape that `text` begins with, and what to put in its place if it is broken.
fn escape(text: &str) -> (usize, Option<&'static str>) {
    match code_unit(text) {
        Some(0) => (6, Some("")),
        Some(0xD800..=0xDBFF) if matches!(code_unit(&text[6..]), Some(0xDC00..=0xDFFF)) => {
            (12, None)
        }
        Some(0xD800..=0xDFFF) => (6, Some("\\ufffd")),
        Some(_) => (6, None),
        // Any other escape is a backslash and one character, which may itself be a backslash.
        None => (1 + text[1..].chars().next().map_or(0, char::len_utf8), None),
    }
}

/// The UTF-16 code unit of a `\uXXXX` at the start of `text`.
fn code_unit(text: &str) -> Option<u16> {
    let digits = text.strip_prefix("\\u")?.get(..4)?;
    let all_hex = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    all_hex
        .then(|| u16::from_str_radix(digits, 16).ok())
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn broken_escapes_are_replaced_and_sound_ones_stay() {
        let cases = [
            (r#""plain \/ \n \\ \u0645""#, r#""plain \/ \n \\ \u0645""#),
            (r#""\ud83d\ude00""#, r#""\ud83d\ude00""#),
            (r#""a\u0000b""#, r#""ab""#),
            (r#""\ud83d""#, r#""\ufffd""#),
            (r#""\ude00!""#, r#""\ufffd!""#),
            (r#""\uD83D\uD83D\uDE00""#, r#""\ufffd\uD83D\uDE00""#),
            (r#""\ud83d\u0000\ude00""#, r#""\ufffd\ufffd""#),
            (r#""\\ud83d \\u0000""#, r#""\\ud83d \\u0000""#),
            (r#""\\\u0000""#, r#""\\""#),
            ("\\", "\\"),
            ("\\u12", "\\u12"),
            ("\\é\\u00é0", "\\é\\u00é0"),
        ];
        for (broken, sound) in cases {
            assert_eq!(repair(broken), sound, "{broken}");
        }
    }
}
