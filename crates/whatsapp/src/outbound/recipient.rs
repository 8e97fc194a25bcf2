//! Whom a message goes to.

/// How Meta finds the customer. Prefer the number while it is known: it then stays visible in webhooks.
///
/// Authentication templates with a button cannot go to a user id (code 131062), see
/// [`Template::needs_phone_number`](crate::template::Template::needs_phone_number); all else can.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Recipient {
    /// A number with its country code, in digits; a `+` before it is fine.
    Phone(String),
    /// A business-scoped user id (BSUID), such as `US.13491…`.
    UserId(String),
}

impl Recipient {
    /// The key of the body it stands under, and its value.
    pub(super) fn wire(&self) -> (&'static str, String) {
        match self {
            // Without the `+` Meta may take the country code for missing and put its own before it.
            Self::Phone(digits) => ("to", format!("+{}", digits.trim_start_matches('+'))),
            // `to` must be absent: it would win.
            Self::UserId(id) => ("recipient", id.clone()),
        }
    }
}
