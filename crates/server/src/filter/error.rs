//! Why a filter was refused, and where the mistake stands.

use std::fmt;

/// A refused filter. The message is for the person who wrote it: it names the problem and the way out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilterError {
    /// What sort of mistake it is.
    pub code: ErrorCode,
    /// Where it stands.
    pub at: Position,
    /// What is wrong and what to write instead.
    pub message: String,
}

/// Where in the input a mistake stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Position {
    /// From `start` up to, not including, `end`, in characters of the text form.
    Span {
        /// The first character.
        start: usize,
        /// The first character after it.
        end: usize,
    },
    /// A JSON pointer (RFC 6901) into the JSON form; empty for the whole document.
    Pointer(String),
}

/// The sorts of mistakes a filter can contain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ErrorCode {
    /// No such field in this workspace.
    UnknownField,
    /// No such operator, or not for this kind of field.
    UnknownOperator,
    /// The value does not fit the field.
    BadValue,
    /// The form itself is broken.
    Syntax,
    /// Longer, deeper or more than a filter may be.
    TooLarge,
}

impl ErrorCode {
    /// The stable code that API clients see.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::UnknownField => "filter.unknown_field",
            Self::UnknownOperator => "filter.unknown_operator",
            Self::BadValue => "filter.bad_value",
            Self::Syntax => "filter.syntax",
            Self::TooLarge => "filter.too_large",
        }
    }
}

impl fmt::Display for FilterError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.at {
            Position::Span { start, end } => {
                write!(f, "at characters {start}–{end}: {}", self.message)
            }
            Position::Pointer(pointer) if pointer.is_empty() => f.write_str(&self.message),
            Position::Pointer(pointer) => write!(f, "at {pointer}: {}", self.message),
        }
    }
}

impl std::error::Error for FilterError {}

/// A mistake whose place the parser adds.
#[derive(Debug)]
pub(super) struct Fault {
    code: ErrorCode,
    message: String,
}

impl Fault {
    pub(super) fn new(code: ErrorCode, message: impl Into<String>) -> Self {
        Self {
            code,
            message: message.into(),
        }
    }

    pub(super) fn bad_value(message: impl Into<String>) -> Self {
        Self::new(ErrorCode::BadValue, message)
    }

    pub(super) fn syntax(message: impl Into<String>) -> Self {
        Self::new(ErrorCode::Syntax, message)
    }

    pub(super) fn too_large(message: impl Into<String>) -> Self {
        Self::new(ErrorCode::TooLarge, message)
    }

    pub(super) fn with_hint(mut self, hint: &str) -> Self {
        self.message.push_str("; ");
        self.message.push_str(hint);
        self
    }

    pub(super) fn at(self, at: Position) -> FilterError {
        FilterError {
            code: self.code,
            at,
            message: self.message,
        }
    }
}

/// A value quoted for a message, shortened when long.
pub(super) fn shown(value: &str) -> String {
    const LONGEST: usize = 40;
    if value.chars().count() <= LONGEST {
        return format!("“{value}”");
    }
    let start: String = value.chars().take(LONGEST).collect();
    format!("“{start}…”")
}
