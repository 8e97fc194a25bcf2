//! What a condition on phone numbers asks for. Numbers are compared by their digits, however they are
//! grouped, with or without an international prefix, and in the national form of the workspace's region.

use super::ast::{Scalar, Value};
use crate::kernel::needles::number;
use crate::kernel::phone::{PhoneNumber, Region};
use crate::kernel::text::fold;

/// A number, or a part of one, that somebody asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Wanted {
    /// Its digits, without an international prefix.
    pub(super) digits: String,
    /// The stored forms of it as a whole number: as written, and as dialled in the region.
    pub(super) whole: Vec<String>,
    /// How stored numbers begin that begin with it when they are dialled in the region (`050…`).
    pub(super) dialled: Option<String>,
}

/// What the values of a condition ask for; a value that is no number asks for nobody.
pub(super) fn wanted(value: &Value, region: Option<Region>) -> Vec<Wanted> {
    let read = |value: &Scalar| match value {
        Scalar::Text(text) => Wanted::read(text, region),
        _ => None,
    };
    match value {
        Value::One(value) => read(value).into_iter().collect(),
        Value::List(values) => values.iter().filter_map(read).collect(),
        Value::Nothing | Value::Range(..) | Value::Last(_) => Vec::new(),
    }
}

impl Wanted {
    fn read(text: &str, region: Option<Region>) -> Option<Self> {
        let digits = number(&fold(text))?;
        let mut whole = vec![format!("+{digits}")];
        if let Ok(number) = PhoneNumber::parse(text, region)
            && number.as_str() != whole[0]
        {
            whole.push(number.as_str().to_owned());
        }
        let dialled = match (digits.strip_prefix('0'), region) {
            (Some(rest), Some(region)) if !rest.is_empty() => {
                region.calling_code().map(|code| format!("+{code}{rest}"))
            }
            _ => None,
        };
        Some(Self {
            digits,
            whole,
            dialled,
        })
    }

    /// Whether the stored number is this one.
    pub(super) fn equals(&self, stored: &str) -> bool {
        self.whole.iter().any(|whole| whole == stored)
    }

    /// Whether the stored number contains it.
    pub(super) fn is_part_of(&self, stored: &str) -> bool {
        stored.contains(&self.digits) || self.is_dialled_first(stored)
    }

    /// Whether the stored number begins with it.
    pub(super) fn begins(&self, stored: &str) -> bool {
        let digits = stored.strip_prefix('+').unwrap_or(stored);
        digits.starts_with(&self.digits) || self.is_dialled_first(stored)
    }

    fn is_dialled_first(&self, stored: &str) -> bool {
        let dialled = self.dialled.as_ref();
        dialled.is_some_and(|beginning| stored.starts_with(beginning))
    }
}
