//! Shared ground that knows nothing of the product's features: ids, time, phone numbers, text.
//!
//! Values are checked when they are made: whoever holds a [`PhoneNumber`](phone::PhoneNumber) or an
//! [`Email`](email::Email) need not check it again.
mod checked;
pub mod clock;
pub mod email;
pub mod ids;
pub mod key;
pub mod needles;
pub mod page;
pub mod phone;
pub mod text;
pub mod words;
