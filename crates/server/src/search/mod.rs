//! Search: customers by any part of their name, email, phone numbers and usernames, as one types.
//!
//! Each customer has one folded text in `customer_search`. A [`Query`] is folded the same way, and
//! matches when every one of its words is contained in that text. Whoever changes a name, an email
//! or a contact calls [`fn@index`] in the same transaction, and [`remove`] before a deletion.
//!
//! [`newest_matching`] finds a page of hits; `walk` tells how it does so in milliseconds. This is the
//! one feature that knows which engine it runs on, because text indexes have nothing in common.
mod among;
mod count;
mod index;
mod needle;
mod query;
#[cfg(test)]
mod tests;
mod walk;

use std::time::Duration;

pub use among::among;
pub use count::{Count, count, count_contacts, counter};
pub use index::{index, remove};
pub use query::{Query, QueryError};
pub use walk::{After, ContactList, Extra, few, newest_contacts, newest_matching};

/// No statement of a search runs longer.
const TIME_LIMIT: Duration = Duration::from_secs(2);
