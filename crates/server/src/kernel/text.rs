//! Text as people write it, and text as it can be compared.
//!
//! [`fold`] is the one normalisation of the product: what search, filters and opt-out words compare
//! went through it, on both sides. It is idempotent, and what it returns holds no marks, no
//! invisible characters, no capital letters and no white space but single spaces between words.
//!
//! [`clean_line`] and [`clean_text`] are for the opposite purpose: they keep what a person wrote and
//! take out only what can do harm (NUL, control characters, controls that reorder the text around
//! them). Every name or note that comes from outside passes through one of them before it is stored.

use unicode_normalization::{UnicodeNormalization, char::canonical_combining_class};

/// Why a text from outside was not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TextProblem {
    /// The text is longer than the field holds; both are counted in characters.
    #[error("must have at most {limit} characters, this has {length}")]
    TooLong {
        /// The most characters the field accepts.
        limit: usize,
        /// The characters this text has, after cleaning.
        length: usize,
    },
}

/// The form in which two texts are the same to somebody who searches.
///
/// Accents and Arabic diacritics go, letters become lower case, Arabic and Persian letter forms that
/// people type for one another become one (أإآٱ→ا, ى and ی→ي, ة→ه, ک→ك), decimal digits of every
/// script become 0–9, ligatures and full-width forms become plain letters, invisible characters
/// disappear, and white space shrinks to single spaces.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return fold_ascii(text);
    }
    let letters = text
        .chars()
        .filter(|&c| !is_dropped(c))
        .nfkd()
        .filter(|&c| !is_dropped(c) && !is_accent(c))
        .flat_map(fold_case)
        .map(|c| decimal_digit(c).unwrap_or_else(|| fold_arabic(c)))
        // Dropping a letter can bring marks together that belong in another order.
        .nfkd();
    squeeze(letters, text.len())
}

/// The decimal digits of a text, of any script, as ASCII: `"٠٥٠-123"` gives `"050123"`.
pub fn digits(text: &str) -> String {
    text.chars().filter_map(decimal_digit).collect()
}

/// A name or another single line from outside: trimmed, without control characters.
///
/// Line breaks and tabs become a space. Marks that bidirectional text needs (U+200E, U+200F, U+061C)
/// and the joiners inside emoji stay; embeddings, overrides and isolates (U+202A–202E, U+2066–2069)
/// go, since they turn around the text that follows the name on a screen.
///
/// # Errors
///
/// [`TextProblem::TooLong`] if more than `max_chars` characters are left.
pub fn clean_line(text: &str, max_chars: usize) -> Result<String, TextProblem> {
    let mut line = String::with_capacity(text.len().min(max_chars.saturating_mul(4)));
    let mut after_break = false;
    for c in text.chars() {
        if is_line_break(c) || c == '\t' {
            if !after_break {
                line.push(' ');
            }
            after_break = true;
        } else if !is_harmful(c) {
            line.push(c);
            after_break = false;
        }
    }
    trimmed_within(&line, max_chars)
}

/// Several lines from outside: as [`clean_line`], but line breaks (as `\n`) and tabs stay.
///
/// # Errors
///
/// [`TextProblem::TooLong`] if more than `max_chars` characters are left.
pub fn clean_text(text: &str, max_chars: usize) -> Result<String, TextProblem> {
    let mut lines = String::with_capacity(text.len().min(max_chars.saturating_mul(4)));
    let mut after_return = false;
    for c in text.chars() {
        let is_second_half = after_return && c == '\n';
        after_return = c == '\r';
        if is_second_half {
            continue;
        } else if is_line_break(c) {
            lines.push('\n');
        } else if c == '\t' || !is_harmful(c) {
            lines.push(c);
        }
    }
    trimmed_within(&lines, max_chars)
}

/// One pass and one allocation for the most common kind of text.
fn fold_ascii(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'\t'..=b'\r' | b' ' => push_space(&mut folded),
            0..=31 | 127 => {}
            _ => folded.push(char::from(byte.to_ascii_lowercase())),
        }
    }
    drop_last_space(folded)
}

fn squeeze(letters: impl Iterator<Item = char>, capacity: usize) -> String {
    let mut squeezed = String::with_capacity(capacity);
    for c in letters {
        if c.is_whitespace() {
            push_space(&mut squeezed);
        } else {
            squeezed.push(c);
        }
    }
    drop_last_space(squeezed)
}

fn push_space(text: &mut String) {
    if !text.is_empty() && !text.ends_with(' ') {
        text.push(' ');
    }
}

fn drop_last_space(mut text: String) -> String {
    if text.ends_with(' ') {
        text.pop();
    }
    text
}

/// Full case folding: `ß`, `ẞ` and `SS` are all `ss`, and every sigma is one.
///
/// Lower, upper and lower again is what it takes without a table of our own: capital `ẞ` has no
/// upper form until it was lowered, and final `ς` no common form until it was raised.
fn fold_case(c: char) -> impl Iterator<Item = char> {
    let (ascii, other) = if c.is_ascii() {
        (Some(c.to_ascii_lowercase()), None)
    } else {
        (None, Some(c))
    };
    let other = other.into_iter().flat_map(|c| {
        c.to_lowercase()
            .flat_map(char::to_uppercase)
            .flat_map(char::to_lowercase)
    });
    ascii.into_iter().chain(other)
}

/// Letters that people type for one another, in the form that Arabic keyboards produce.
/// Letters with a hamza or madda on them have lost it by decomposition before they get here.
fn fold_arabic(c: char) -> char {
    match c {
        '\u{671}' | '\u{672}' | '\u{673}' => '\u{627}', // ٱ ٲ ٳ → ا
        '\u{649}' | '\u{6CC}' => '\u{64A}',             // ى ی → ي
        '\u{6A9}' | '\u{6AA}' => '\u{643}',             // ک ڪ → ك
        '\u{629}' | '\u{6C3}' | '\u{6C1}' | '\u{6BE}' | '\u{6D5}' => '\u{647}', // ة ۃ ہ ھ ە → ه
        other => other,
    }
}

/// Marks that sit on a letter without making it another one. Marks that do (the vowel signs and
/// viramas of Indian scripts, the voicing marks of kana) have other combining classes and stay.
fn is_accent(c: char) -> bool {
    matches!(canonical_combining_class(c), 1 | 10..=36 | 200..=240)
        || matches!(c, '\u{610}'..='\u{61A}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{6D6}'..='\u{6ED}')
}

/// Characters nobody sees, the tatweel, and controls that are not white space.
fn is_dropped(c: char) -> bool {
    matches!(c,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{640}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
        | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}'
        | '\u{E0000}'..='\u{E0FFF}')
        || (c.is_control() && !c.is_whitespace())
}

/// The value of a decimal digit of any script, as an ASCII digit.
pub(super) fn decimal_digit(c: char) -> Option<char> {
    if c.is_ascii_digit() {
        return Some(c);
    }
    let code = u32::from(c);
    let script = ZEROS.partition_point(|&zero| zero <= code).checked_sub(1)?;
    char::from_digit(code - ZEROS[script], 10)
}

/// The zero of every script with decimal digits (Unicode general category Nd); nine more follow each.
const ZEROS: [u32; 67] = [
    0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6,
    0xe50, 0xed0, 0xf20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50,
    0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10,
    0x104a0, 0x10d30, 0x11066, 0x110f0, 0x11136, 0x111d0, 0x112f0, 0x11450, 0x114d0, 0x11650,
    0x116c0, 0x11730, 0x118e0, 0x11950, 0x11c50, 0x11d50, 0x11da0, 0x11f50, 0x16a60, 0x16ac0,
    0x16b50, 0x1d7ce, 0x1d7d8, 0x1d7e2, 0x1d7ec, 0x1d7f6, 0x1e140, 0x1e2f0, 0x1e4f0, 0x1e950,
    0x1fbf0,
];

/// All that ends a line: the breaks of ASCII, next line, line and paragraph separator.
fn is_line_break(c: char) -> bool {
    matches!(c, '\n'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Controls, and what reorders or annotates the text around it unseen.
fn is_harmful(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{206F}' | '\u{FFF9}'..='\u{FFFB}' | '\u{FEFF}')
}

fn trimmed_within(text: &str, limit: usize) -> Result<String, TextProblem> {
    let trimmed =
        text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\u{200B}' | '\u{2060}'));
    let length = trimmed.chars().count();
    if length > limit {
        Err(TextProblem::TooLong { limit, length })
    } else {
        Ok(trimmed.to_owned())
    }
}

#[cfg(test)]
mod tests;
