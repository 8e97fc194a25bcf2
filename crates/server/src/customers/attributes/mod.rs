//! Attributes: the typed custom fields of customers.
//!
//! A definition gives a key its label and type. The values are one document on the customer
//! (`customers.attributes`), which is the truth; `attribute_values` holds the defined ones again for
//! filters and sorting, and is written in the same transaction. Keys without a definition are kept
//! as untyped text. A value that was there before its definition and does not fit it stays as it
//! is, but has no row in the index: for filters it is not set.
mod actions;
mod api;
mod document;
mod rework;
mod store;
#[cfg(test)]
mod tests;
mod value;

pub use actions::{Wanted, set};
pub use api::{AttributeValue, routes};
pub use document::{Change, Plan, plan, replacing};
pub use store::{Definition, definitions, insert, write, write_index};
pub use value::{AttributeType, Index, Typed, ValueProblem, check, parse_text};

pub(super) use document::fitting;
