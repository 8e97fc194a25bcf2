//! Phone numbers: one form to store, several to type, one to show.
//!
//! A [`PhoneNumber`] is always `+` and digits, the form of E.164. There are two ways in, because two
//! kinds of people give us numbers:
//!
//! - [`PhoneNumber::parse`] reads what somebody typed or imported, and refuses what cannot be right.
//!   A number in national form must fit the numbering plan of the default region. A number with its
//!   country code is only refused when the code does not exist or the length is impossible: numbering
//!   plans change every week, ours is as old as the build, and WhatsApp is the judge.
//! - [`PhoneNumber::from_wa_id`] takes the digits Meta sends. They are a fact, also when no numbering
//!   plan knows them (Meta's test numbers), and are never repaired.
//!
//! The numbering plans come from libphonenumber. They are decoded at the first use, some milliseconds
//! and megabytes, not at the start of the program.

use rlibphonenumber as plan;
use serde::{Deserialize, Serialize};

use super::{checked::checked_text, text};

/// A telephone number as `+` and 5 to 20 digits, country code first: `+966501234567`.
///
/// Its serialised form is that text. Reading it back checks the form only: use
/// [`PhoneNumber::parse`] for what a person wrote.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct PhoneNumber(String);

/// A country or territory by its two-letter code (ISO 3166-1 alpha-2), in capitals: `SA`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Region([u8; 2]);

/// Why a text is not a phone number, with the way out.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PhoneError {
    /// There is no digit in it.
    #[error("the phone number is empty; write it like +966 50 123 4567")]
    Empty,
    /// A letter or another character that no phone number has.
    #[error("a phone number has no {0:?}; write digits only, like +966 50 123 4567")]
    Character(char),
    /// National form, and nothing says of which country.
    #[error(
        "the country code is missing; write the number with + and its country code, like +966 50 123 4567"
    )]
    NoCountryCode,
    /// `+` is followed by digits that no country has.
    #[error("no country has the code this number begins with; write it like +966 50 123 4567")]
    UnknownCountryCode,
    /// Too few digits.
    #[error(
        "the phone number is too short; write all its digits, with + and the country code if it is abroad"
    )]
    TooShort,
    /// Too many digits.
    #[error(
        "the phone number is too long; write one number, with + and the country code if it is abroad"
    )]
    TooLong,
    /// A length that the region's numbers do not have.
    #[error(
        "this is not a number of {0}; write it with + and its country code if it is from elsewhere"
    )]
    NotOfRegion(Region),
    /// Not `+` and 5 to 20 digits, where only that form is accepted.
    #[error("expected + and 5 to 20 digits")]
    NotCanonical,
}

/// The text is not a two-letter country code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("expected a two-letter country code, like SA or EG")]
pub struct RegionError;

/// The longest number of E.164, in digits with the country code.
const LONGEST: usize = 15;
/// Below this a number with a country code must be one that its country's plan knows: there are
/// numbers of seven digits (Niue), but most of that length are unfinished.
const SHORTEST: usize = 8;
/// What Meta's ids have been seen to be, generously.
const WA_ID_DIGITS: std::ops::RangeInclusive<usize> = 5..=20;

impl PhoneNumber {
    /// Reads a number as people write it: grouped by spaces, dashes, dots, slashes or brackets, with
    /// `+` or `00`, in digits of any script, or in the national form of `default_region`.
    ///
    /// # Errors
    ///
    /// See [`PhoneError`]; each message says how to write the number instead.
    pub fn parse(input: &str, default_region: Option<Region>) -> Result<Self, PhoneError> {
        match read(input)? {
            Written::International(digits) => international(&digits),
            Written::National(digits) => {
                national(&digits, default_region.ok_or(PhoneError::NoCountryCode)?)
            }
        }
    }

    /// The number behind a WhatsApp id: its digits, as Meta sent them.
    ///
    /// # Errors
    ///
    /// [`PhoneError::NotCanonical`] unless it is 5 to 20 ASCII digits, with or without `+`.
    pub fn from_wa_id(wa_id: &str) -> Result<Self, PhoneError> {
        let digits = wa_id.strip_prefix('+').unwrap_or(wa_id);
        if WA_ID_DIGITS.contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit()) {
            Ok(Self(format!("+{digits}")))
        } else {
            Err(PhoneError::NotCanonical)
        }
    }

    /// The stored form, `+` and digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The digits without `+`, as WhatsApp ids are written.
    pub fn digits(&self) -> &str {
        &self.0[1..]
    }

    /// The country of the number. Where several share a code and the digits do not tell, the main
    /// one (`+1 555…` is `US`); `None` for codes that belong to no country, such as satellites.
    pub fn country(&self) -> Option<Region> {
        let number = self.planned()?;
        number
            .get_region_code()
            .or_else(|| plan::PHONE_NUMBER_UTIL.get_region_for_country_code(number.country_code))
            .and_then(|region| Region::parse(&region.as_region_str()).ok())
    }

    /// Grouped as its country groups it, for people to read: `+966 50 123 4567`.
    pub fn international(&self) -> String {
        match self.planned() {
            Some(number) => number
                .format_as(plan::PhoneNumberFormat::International)
                .into_owned(),
            None => self.0.clone(),
        }
    }

    /// What somebody may type to find this number: the international digits, and the national form
    /// where that is not a part of them because it begins with a 0 or another trunk prefix.
    pub fn search_digits(&self) -> Vec<String> {
        let mut forms = vec![self.digits().to_owned()];
        if let Some(number) = self.planned() {
            let national = text::digits(&number.format_as(plan::PhoneNumberFormat::National));
            if !forms[0].contains(&national) {
                forms.push(national);
            }
        }
        forms
    }

    /// For members who may not see numbers: country code and the last digits, `+966 •••••4567`.
    /// At least four digits are hidden, however short the number is.
    pub fn masked(&self) -> String {
        let code = match self.planned() {
            Some(number) => number.country_code.to_string(),
            None => String::new(),
        };
        let (code, rest) = self.digits().split_at(code.len());
        let (code, rest) = if rest.len() < 4 {
            ("", self.digits())
        } else {
            (code, rest)
        };
        let (hidden, shown) = rest.split_at(rest.len().saturating_sub(4).max(4));
        let gap = if code.is_empty() { "" } else { " " };
        format!("+{code}{gap}{}{shown}", "•".repeat(hidden.len()))
    }

    /// The number in terms of the numbering plans, if those say that these digits are it.
    fn planned(&self) -> Option<plan::PhoneNumber> {
        let number = plan::PHONE_NUMBER_UTIL.parse(&self.0, None).ok()?;
        // The plans repair some numbers (they drop the 1 of old Mexican mobiles). Shown and searched
        // is what is stored.
        let unchanged = number.format_as(plan::PhoneNumberFormat::E164) == self.0;
        if unchanged {
            Some(number)
        } else {
            verbatim(&number, self.digits())
        }
    }
}

/// The digits of a number somebody wrote, and whether they begin with a country code.
enum Written {
    International(String),
    National(String),
}

fn read(input: &str) -> Result<Written, PhoneError> {
    let mut digits = String::with_capacity(LONGEST);
    let mut has_plus = false;
    for c in input.chars() {
        match c {
            '+' | '＋' if digits.is_empty() && !has_plus => has_plus = true,
            _ if is_grouping(c) => {}
            _ => match text::decimal_digit(c) {
                Some(digit) => digits.push(digit),
                None => return Err(PhoneError::Character(c)),
            },
        }
        // A megabyte of digits is not worth reading to its end.
        if digits.len() > 2 * LONGEST {
            return Err(PhoneError::TooLong);
        }
    }
    if digits.is_empty() {
        return Err(PhoneError::Empty);
    }
    // Some write `+00966`, and `00` is how most of the world dials abroad.
    match digits.strip_prefix("00") {
        Some(rest) => Ok(Written::International(rest.to_owned())),
        None if has_plus => Ok(Written::International(digits)),
        None => Ok(Written::National(digits)),
    }
}

/// What people and programs put between and around the digits of a number.
pub(super) fn is_grouping(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '-' | '.'
                | '/'
                | '('
                | ')'
                | '['
                | ']'
                | '\u{AD}'
                | '\u{2212}'
                | '．'
                | '－'
                | '（'
                | '）'
        )
        || matches!(c, '\u{2010}'..='\u{2015}' | '\u{FE58}' | '\u{FE63}')
        || matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}' | '\u{61C}')
}

fn international(digits: &str) -> Result<PhoneNumber, PhoneError> {
    let number = plan::PHONE_NUMBER_UTIL
        .parse(format!("+{digits}"), None)
        .map_err(|e| problem(&e))?;
    if is_possible(&number) {
        // With the plan's repairs: the 0 in `+966 (0)50…` is gone.
        return Ok(canonical(&number));
    }
    match digits.len() {
        ..SHORTEST => Err(PhoneError::TooShort),
        SHORTEST..=LONGEST => Ok(PhoneNumber(format!("+{digits}"))),
        _ => Err(PhoneError::TooLong),
    }
}

fn national(digits: &str, region: Region) -> Result<PhoneNumber, PhoneError> {
    let number = plan::PHONE_NUMBER_UTIL
        .parse(digits, region.planned())
        .map_err(|e| problem(&e))?;
    match number.is_possible_with_reason() {
        Ok(plan::NumberLengthType::IsPossible) => Ok(canonical(&number)),
        Ok(plan::NumberLengthType::IsPossibleLocalOnly) | Err(plan::ValidationError::TooShort) => {
            Err(PhoneError::TooShort)
        }
        Err(plan::ValidationError::TooLong) => Err(PhoneError::TooLong),
        Err(_) => Err(PhoneError::NotOfRegion(region)),
    }
}

fn is_possible(number: &plan::PhoneNumber) -> bool {
    matches!(
        number.is_possible_with_reason(),
        Ok(plan::NumberLengthType::IsPossible)
    )
}

fn canonical(number: &plan::PhoneNumber) -> PhoneNumber {
    PhoneNumber(number.format_as(plan::PhoneNumberFormat::E164).into_owned())
}

/// The same digits under the country code of `number`, with nothing taken away from them.
fn verbatim(number: &plan::PhoneNumber, digits: &str) -> Option<plan::PhoneNumber> {
    let national = digits.strip_prefix(&number.country_code.to_string())?;
    let zeros = national.len() - national.trim_start_matches('0').len();
    Some(plan::PhoneNumber {
        country_code: number.country_code,
        national_number: national.parse().ok()?,
        italian_leading_zero: (zeros > 0).then_some(true),
        number_of_leading_zeros: (zeros > 1).then_some(i32::try_from(zeros).ok()?),
        ..Default::default()
    })
}

fn problem(error: &plan::ParseError) -> PhoneError {
    use plan::ParseError as P;
    match error {
        P::InvalidCountryCode => PhoneError::UnknownCountryCode,
        P::TooLongNsn => PhoneError::TooLong,
        // What is left after `read` is digits; the plans call fewer than three of them not a number.
        P::TooShortNsn | P::TooShortAfterIdd | P::NotANumber(_) => PhoneError::TooShort,
    }
}

impl Region {
    /// Reads a country code in capitals or small letters.
    ///
    /// # Errors
    ///
    /// [`RegionError`] unless it is two letters that stand for a region with phone numbers.
    pub fn parse(text: &str) -> Result<Self, RegionError> {
        match text.trim().to_ascii_uppercase().as_bytes() {
            &[a @ b'A'..=b'Z', b @ b'A'..=b'Z'] => {
                let region = Self([a, b]);
                let known = plan::PHONE_NUMBER_UTIL
                    .get_country_code_for_region(region.planned().ok_or(RegionError)?);
                known.map(|_| region).ok_or(RegionError)
            }
            _ => Err(RegionError),
        }
    }

    /// The two letters.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).expect("two ASCII letters")
    }

    /// The country code of its numbers: 966 for `SA`.
    pub fn calling_code(self) -> Option<i32> {
        plan::PHONE_NUMBER_UTIL.get_country_code_for_region(self.planned()?)
    }

    fn planned(self) -> Option<plan::Region> {
        plan::Region::from_code(self.as_str()).ok()
    }
}

checked_text!(PhoneNumber, PhoneError, stored, example = "+966501234567");
checked_text!(Region, RegionError, Region::parse, example = "SA");

/// Reads the stored form and no other.
fn stored(text: &str) -> Result<PhoneNumber, PhoneError> {
    if text.starts_with('+') {
        PhoneNumber::from_wa_id(text)
    } else {
        Err(PhoneError::NotCanonical)
    }
}

#[cfg(test)]
mod tests;
