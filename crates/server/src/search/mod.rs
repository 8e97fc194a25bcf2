//! Search: customers by any part of their name, email, phone numbers and usernames, as one types.
//!
//! Each customer has one folded text in `customer_search`. A [`Query`] is folded the same way, and
//! matches when every one of its words is contained in that text. Whoever changes a name, an email
//! or a contact calls [`index`] in the same transaction, and [`remove`] before a deletion.
mod index;
mod query;
#[cfg(test)]
mod tests;

pub use index::{index, remove};
pub use query::{Query, QueryError};
