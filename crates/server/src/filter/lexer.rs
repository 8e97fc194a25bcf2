//! The characters of the text form: where words, quotes, operators and values begin and end.
//!
//! Invisible marks that steer the writing direction are skipped outside quotes: keyboards and copied text
//! leave them behind, and nobody could find such a mistake.

use std::ops::Range;

use super::error::{Fault, FilterError, Position};

/// What stands between a field and its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    Colon,
    Equal,
    NotEqual,
    Tilde,
    NotTilde,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
}

/// Longer signs first, since the first that fits is taken.
const SIGNS: [(&str, Sign); 9] = [
    ("!=", Sign::NotEqual),
    ("!~", Sign::NotTilde),
    ("<=", Sign::LessEqual),
    (">=", Sign::GreaterEqual),
    (":", Sign::Colon),
    ("=", Sign::Equal),
    ("~", Sign::Tilde),
    ("<", Sign::Less),
    (">", Sign::Greater),
];

/// A word or a value, with the quotes taken off.
#[derive(Debug)]
pub(super) struct Item {
    pub(super) text: String,
    pub(super) quoted: bool,
    /// Whether a `*` follows outside quotes.
    pub(super) star: bool,
    pub(super) span: Range<usize>,
}

/// How several values are joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Join {
    Comma,
    Plus,
}

/// A place in the text.
pub(super) struct Lexer {
    chars: Vec<char>,
    pub(super) at: usize,
}

impl Lexer {
    pub(super) fn new(text: &str) -> Self {
        Self {
            chars: text.chars().collect(),
            at: 0,
        }
    }

    pub(super) fn len(&self) -> usize {
        self.chars.len()
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.chars.get(self.at).copied()
    }

    /// Past spaces and invisible marks.
    pub(super) fn skip_space(&mut self) {
        while self
            .peek()
            .is_some_and(|c| c.is_whitespace() || is_direction_mark(c))
        {
            self.at += 1;
        }
    }

    pub(super) fn skip_marks(&mut self) {
        while self.peek().is_some_and(is_direction_mark) {
            self.at += 1;
        }
    }

    pub(super) fn take(&mut self, wanted: char) -> bool {
        let found = self.peek() == Some(wanted);
        self.at += usize::from(found);
        found
    }

    /// Whether this keyword stands here, as a word of its own.
    pub(super) fn at_keyword(&self, keyword: &str) -> bool {
        let end = self.at + keyword.len();
        let ends = self
            .chars
            .get(end)
            .is_none_or(|c| c.is_whitespace() || matches!(c, '(' | ')'));
        ends && self
            .chars
            .get(self.at..end)
            .is_some_and(|word| word.iter().copied().eq(keyword.chars()))
    }

    pub(super) fn sign(&mut self) -> Option<Sign> {
        let (text, sign) = self.sign_here()?;
        self.at += text.len();
        Some(sign)
    }

    fn sign_here(&self) -> Option<(&'static str, Sign)> {
        let rest = &self.chars[self.at..];
        SIGNS
            .into_iter()
            .find(|(text, _)| text.chars().eq(rest.iter().copied().take(text.len())))
    }

    /// A word of a search or the name of a field: quoted, or up to a space, parenthesis or sign.
    pub(super) fn word(&mut self) -> Result<Item, FilterError> {
        if self.peek() == Some('"') {
            let item = self.quoted()?;
            if self.sign_here().is_none() {
                self.expect_gap(item.span.start)?;
            }
            return Ok(item);
        }
        let start = self.at;
        let mut text = String::new();
        while let Some(c) = self.peek() {
            if c.is_whitespace() || matches!(c, '(' | ')') || self.sign_here().is_some() {
                break;
            }
            self.refuse_quote(c, start)?;
            self.push(&mut text, c);
        }
        Ok(Item {
            text,
            quoted: false,
            star: false,
            span: start..self.at,
        })
    }

    /// The values after a sign, joined by commas or, if allowed, by plus signs.
    pub(super) fn values(&mut self, plus: bool) -> Result<(Vec<Item>, Option<Join>), FilterError> {
        let mut items = vec![self.value(plus)?];
        let mut join = None;
        loop {
            let next = match self.peek() {
                Some(',' | '،') => Join::Comma,
                Some('+') if plus => Join::Plus,
                _ => return Ok((items, join)),
            };
            if join.is_some_and(|join| join != next) {
                let message =
                    "commas (any of) and plus signs (all of) cannot be mixed; write two conditions";
                return Err(self.fault(self.at..self.at + 1, Fault::syntax(message)));
            }
            join = Some(next);
            self.at += 1;
            items.push(self.value(plus)?);
        }
    }

    fn value(&mut self, plus: bool) -> Result<Item, FilterError> {
        self.skip_marks();
        let start = self.at;
        let mut item = if self.peek() == Some('"') {
            let item = self.quoted()?;
            self.skip_marks();
            let ends = |c: char| ends_value(c, plus) || c == '*';
            if self.peek().is_some_and(|c| !ends(c)) {
                self.expect_gap(start)?;
            }
            item
        } else {
            self.bare_value(plus)?
        };
        if item.quoted && self.take('*') {
            item.star = true;
            if self.peek().is_some_and(|c| !ends_value(c, plus)) {
                self.expect_gap(start)?;
            }
        } else if !item.quoted && item.text.ends_with('*') {
            item.text.pop();
            item.star = true;
        }
        item.span = start..self.at;
        if item.text.is_empty() && !item.star && !item.quoted {
            let message = "a value is missing here; write it without a space, and in quotes if it has spaces itself";
            let end = (self.at + 1).min(self.len());
            return Err(self.fault(start..end, Fault::syntax(message)));
        }
        Ok(item)
    }

    fn bare_value(&mut self, plus: bool) -> Result<Item, FilterError> {
        let start = self.at;
        let mut text = String::new();
        while let Some(c) = self.peek() {
            if ends_value(c, plus) {
                break;
            }
            self.refuse_quote(c, start)?;
            self.push(&mut text, c);
        }
        Ok(Item {
            text,
            quoted: false,
            star: false,
            span: start..self.at,
        })
    }

    /// Text in quotes, where `\"` and `\\` stand for a quote and a backslash.
    fn quoted(&mut self) -> Result<Item, FilterError> {
        let start = self.at;
        let mut text = String::new();
        self.at += 1;
        while let Some(c) = self.peek() {
            self.at += 1;
            match c {
                '"' => {
                    let span = start..self.at;
                    return Ok(Item {
                        text,
                        quoted: true,
                        star: false,
                        span,
                    });
                }
                '\\' if matches!(self.peek(), Some('"' | '\\')) => {
                    text.extend(self.peek());
                    self.at += 1;
                }
                other => text.push(other),
            }
        }
        let message = "this quote is never closed; add \" at its end";
        Err(self.fault(start..self.at, Fault::syntax(message)))
    }

    fn push(&mut self, text: &mut String, c: char) {
        if !is_direction_mark(c) {
            text.push(c);
        }
        self.at += 1;
    }

    fn refuse_quote(&self, c: char, start: usize) -> Result<(), FilterError> {
        if c != '"' {
            return Ok(());
        }
        let message =
            "a quote inside a word; put quotes around all of it, and write \\\" for a quote within";
        Err(self.fault(start..self.at + 1, Fault::syntax(message)))
    }

    fn expect_gap(&self, start: usize) -> Result<(), FilterError> {
        let is_gap = |c: char| c.is_whitespace() || is_direction_mark(c) || matches!(c, '(' | ')');
        if self.peek().is_none_or(is_gap) {
            return Ok(());
        }
        let message = "a space is missing after this";
        Err(self.fault(start..self.at, Fault::syntax(message)))
    }

    pub(super) fn fault(&self, span: Range<usize>, fault: Fault) -> FilterError {
        fault.at(Position::Span {
            start: span.start,
            end: span.end,
        })
    }
}

/// The Arabic comma separates values as the Latin one does.
fn ends_value(c: char, plus: bool) -> bool {
    c.is_whitespace() || matches!(c, '(' | ')' | ',' | '،') || (plus && c == '+')
}

/// Left-to-right and right-to-left marks, embeddings, overrides and isolates, and the byte order mark.
fn is_direction_mark(c: char) -> bool {
    matches!(c, '\u{200E}' | '\u{200F}' | '\u{061C}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}
