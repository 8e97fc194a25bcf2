//! What somebody typed into a search box, in the form that the index is compared with.

use crate::kernel::needles::{needles, number};
use crate::kernel::phone::PhoneNumber;
use crate::kernel::text::fold;

/// The longest search, in characters.
pub(super) const MAX_CHARS: usize = 200;
/// The most words of a search.
pub(super) const MAX_WORDS: usize = 10;

/// A search: every one of its words must be contained in a customer's name, email or numbers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    /// All of it, folded.
    text: String,
    words: Vec<String>,
}

/// Why a search was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum QueryError {
    /// More than [`MAX_CHARS`].
    #[error("must have at most {MAX_CHARS} characters")]
    TooLong,
    /// More than [`MAX_WORDS`].
    #[error("must have at most {MAX_WORDS} words")]
    TooManyWords,
}

impl Query {
    /// Reads a search as it was typed. Nothing but white space, or a lone `+`, matches everybody.
    ///
    /// Phone numbers are read as [`needles`] says.
    ///
    /// # Errors
    ///
    /// [`QueryError`] when it is longer than a search may be.
    pub fn parse(text: &str) -> Result<Self, QueryError> {
        if text.chars().count() > MAX_CHARS {
            return Err(QueryError::TooLong);
        }
        let folded = fold(text);
        let mut words = needles(text);
        let text = number(&folded).unwrap_or(folded);
        if words.len() > MAX_WORDS {
            return Err(QueryError::TooManyWords);
        }
        // The longest word says most. One that is a part of another says nothing.
        words.sort_by_key(|word| std::cmp::Reverse(word.chars().count()));
        let mut kept: Vec<String> = Vec::with_capacity(words.len());
        for word in words {
            if !kept.iter().any(|longer| longer.contains(&word)) {
                kept.push(word);
            }
        }
        Ok(Self { text, words: kept })
    }

    /// What must be contained, folded, the longest first; nothing when everybody matches.
    pub fn words(&self) -> &[String] {
        &self.words
    }

    /// All of it, folded; digits when it is a number.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// How well a customer who matches does so: the smaller, the better.
    pub fn rank(&self, name: Option<&str>, email: Option<&str>, phone: Option<&str>) -> u8 {
        let is_phone = phone
            .and_then(|phone| PhoneNumber::from_wa_id(phone).ok())
            .is_some_and(|phone| phone.search_digits().contains(&self.text));
        if is_phone || email.is_some_and(|email| fold(email) == self.text) {
            return 0;
        }
        let name = name.map(fold).unwrap_or_default();
        if name.starts_with(&self.text) {
            return 1;
        }
        let begins_a_word = |word: &String| name.split(' ').any(|part| part.starts_with(word));
        if self.words.iter().all(begins_a_word) {
            2
        } else {
            3
        }
    }

    /// Whether everybody matches.
    pub fn is_everybody(&self) -> bool {
        self.words.is_empty()
    }
}
