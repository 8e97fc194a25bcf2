//! What is wrong with a message or template that somebody wants to send, field by field.
//!
//! Whoever builds against our API sees every mistake at once, each with the path of its field, rather
//! than Meta's code 100 for the first one. A message that has a problem is not sent at all.

mod fields;

use std::cell::RefCell;

use serde::Serialize;
use serde_json::Value;

pub(crate) use fields::Fields;

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// The path of the field, such as `interactive.action.buttons[1].reply.title`; empty for the whole.
    pub field: String,
    /// A stable word to branch on, see [`code`].
    pub code: &'static str,
    /// What is wrong and what would be right; a sentence whose subject is the field.
    pub message: String,
}

/// The words in [`Problem::code`].
pub mod code {
    /// It is required and not there, or empty.
    pub const MISSING: &str = "missing";
    /// It is another JSON type than expected.
    pub const WRONG_TYPE: &str = "wrong_type";
    /// A key that does not exist here; perhaps a typing error.
    pub const UNKNOWN_FIELD: &str = "unknown_field";
    /// A word that is none of those which are possible.
    pub const UNKNOWN_VALUE: &str = "unknown_value";
    /// More characters than Meta takes.
    pub const TOO_LONG: &str = "too_long";
    /// More elements than Meta takes, or fewer.
    pub const COUNT: &str = "count";
    /// The same value twice where each must differ.
    pub const DUPLICATE: &str = "duplicate";
    /// It exists, but not in this kind of message or together with the rest.
    pub const NOT_ALLOWED: &str = "not_allowed";
    /// The value is not of the form it must have.
    pub const INVALID: &str = "invalid";
    /// The values do not match the template's variables in number or name (Meta's 132000).
    pub const PARAMETER_COUNT: &str = "parameter_count";
    /// A value is of another kind than the template's variable (Meta's 132012).
    pub const PARAMETER_FORMAT: &str = "parameter_format";
    /// A text that no variable may hold (Meta's 132018).
    pub const PARAMETER_TEXT: &str = "parameter_text";
}

/// Everything found wrong so far.
pub(crate) struct Problems {
    found: RefCell<Vec<Problem>>,
    /// Whether keys nobody asked for are problems.
    refuses_unknown: bool,
}

impl Problems {
    /// For input of which every key must be known.
    pub(crate) fn strict() -> Self {
        Self {
            found: RefCell::default(),
            refuses_unknown: true,
        }
    }

    /// For input that may have keys of which only Meta knows.
    pub(crate) fn tolerant() -> Self {
        Self {
            found: RefCell::default(),
            refuses_unknown: false,
        }
    }

    pub(crate) fn add(
        &self,
        field: impl Into<String>,
        code: &'static str,
        message: impl Into<String>,
    ) {
        let field = field.into();
        let mut found = self.found.borrow_mut();
        // A field that is read twice is wrong once.
        if found.iter().all(|p| (&p.field, p.code) != (&field, code)) {
            found.push(Problem {
                field,
                code,
                message: message.into(),
            });
        }
    }

    /// Notes texts and keys with a NUL character, which no database of ours can keep.
    pub(crate) fn add_nul_characters(&self, value: &Value, path: &str) {
        let refuse = |path: &str| {
            self.add(path, code::INVALID, "must not hold a NUL character");
        };
        match value {
            Value::String(text) if text.contains('\0') => refuse(path),
            Value::Array(list) => {
                for (n, value) in list.iter().enumerate() {
                    self.add_nul_characters(value, &format!("{path}[{n}]"));
                }
            }
            Value::Object(object) => {
                for (key, value) in object {
                    if key.contains('\0') {
                        refuse(path);
                    }
                    let dot = if path.is_empty() { "" } else { "." };
                    self.add_nul_characters(value, &format!("{path}{dot}{key}"));
                }
            }
            _ => {}
        }
    }

    /// The value, unless something is wrong with it.
    pub(crate) fn or<T>(self, value: T) -> Result<T, Vec<Problem>> {
        match self.found.into_inner() {
            found if found.is_empty() => Ok(value),
            found => Err(found),
        }
    }
}
