//! Email addresses, as far as a customer record needs them.
//!
//! Whether an address exists only a delivered mail can tell; here it is enough that it is one
//! address and not two, a name or a sentence. The part before the `@` keeps its capitals, because
//! its owner chose them; [`Email::key`] is what makes two spellings the same address.

use serde::{Deserialize, Serialize};

use super::checked::checked_text;

/// The longest address that mail servers accept, in bytes (RFC 5321).
const LONGEST: usize = 254;

/// One email address, its domain in lower case.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Email(String);

/// Why a text is not an email address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum EmailError {
    /// Nothing but white space was given.
    #[error("the email address is empty")]
    Empty,
    /// Longer than 254 bytes.
    #[error("an email address has at most 254 characters")]
    TooLong,
    /// No `@`, or more than one.
    #[error("an email address has one @, like sara@example.com")]
    NotOneAt,
    /// White space, control characters, brackets, quotes, commas or semicolons.
    #[error("an email address has no {0:?}; give one address alone, like sara@example.com")]
    Character(char),
    /// Nothing before the `@`, or the part after it is no domain.
    #[error("both sides of the @ must be there, like sara@example.com")]
    Incomplete,
}

impl Email {
    /// Reads one address, ignoring white space around it.
    ///
    /// # Errors
    ///
    /// See [`EmailError`].
    pub fn parse(text: &str) -> Result<Self, EmailError> {
        let text = text.trim();
        if text.is_empty() {
            return Err(EmailError::Empty);
        }
        if text.len() > LONGEST {
            return Err(EmailError::TooLong);
        }
        if let Some(c) = text.chars().find(|&c| is_foreign(c)) {
            return Err(EmailError::Character(c));
        }
        let (local, domain) = text.split_once('@').ok_or(EmailError::NotOneAt)?;
        if domain.contains('@') {
            return Err(EmailError::NotOneAt);
        }
        if local.is_empty() || !domain.contains('.') || domain.split('.').any(str::is_empty) {
            return Err(EmailError::Incomplete);
        }
        let email = format!("{local}@{}", domain.to_lowercase());
        if email.len() > LONGEST {
            Err(EmailError::TooLong)
        } else {
            Ok(Self(email))
        }
    }

    /// The address as it is shown and written to.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address in lower case: two addresses with the same key are one.
    pub fn key(&self) -> String {
        self.0.to_lowercase()
    }
}

/// What is never part of a plain address, and mostly a sign that more than one thing was given.
fn is_foreign(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(
            c,
            '<' | '>' | '(' | ')' | '[' | ']' | '"' | ',' | ';' | ':' | '\\'
        )
        || matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{61C}')
}

checked_text!(
    Email,
    EmailError,
    Email::parse,
    example = "sara@example.com"
);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn one_address_is_accepted() {
        for (given, kept) in [
            (" Sara.K+vip@Example.COM ", "Sara.K+vip@example.com"),
            ("o'brien@mail.example.org", "o'brien@mail.example.org"),
            ("سارة@مثال.السعودية", "سارة@مثال.السعودية"),
        ] {
            assert_eq!(Email::parse(given).unwrap().as_str(), kept);
        }
    }

    #[test]
    fn anything_else_is_refused_with_its_reason() {
        for (given, problem) in [
            ("  ", EmailError::Empty),
            ("sara", EmailError::NotOneAt),
            ("sara@@example.com", EmailError::NotOneAt),
            ("sara@a.com@b.com", EmailError::NotOneAt),
            ("@example.com", EmailError::Incomplete),
            ("sara@localhost", EmailError::Incomplete),
            ("sara@example..com", EmailError::Incomplete),
            ("sara@.com", EmailError::Incomplete),
            ("sara k@example.com", EmailError::Character(' ')),
            ("Sara <sara@example.com>", EmailError::Character(' ')),
            ("a@b.com,c@d.com", EmailError::Character(',')),
            ("sara\0@example.com", EmailError::Character('\0')),
            (
                "sara@\u{202E}moc.elpmaxe",
                EmailError::Character('\u{202E}'),
            ),
        ] {
            assert_eq!(Email::parse(given), Err(problem), "{given:?}");
        }
        let long = format!("{}@example.com", "a".repeat(250));
        assert_eq!(Email::parse(&long), Err(EmailError::TooLong));
    }

    #[test]
    fn spellings_of_one_address_share_a_key() {
        let one = Email::parse("Sara@Example.com").unwrap();
        let other = Email::parse("SARA@example.COM").unwrap();
        assert_ne!(one, other);
        assert_eq!(one.key(), other.key());
    }

    proptest! {
        #[test]
        fn what_was_accepted_once_is_accepted_unchanged(text in "\\PC{0,12}@\\PC{1,8}\\.\\PC{1,6}") {
            if let Ok(email) = Email::parse(&text) {
                prop_assert_eq!(Email::parse(email.as_str()), Ok(email));
            }
        }
    }
}
