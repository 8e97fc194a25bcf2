//! Consent: may we write to this person, for what, and how do we know?
//!
//! Decisions are only ever added; the newest by the time the person decided is in force, and
//! `customers.opted_out` says so in the same transaction. A decision that arrives late never undoes
//! a newer one. Addresses of people who opted out outlive their deletion as keyed hashes
//! ([`suppress`]), so that whoever imports them again finds them opted out ([`take_up_suppression`]).
//! Nothing in here sends messages.
mod api;
mod model;
mod store;
mod suppression;
#[cfg(test)]
mod tests;

pub use api::routes;
pub use model::{ConsentId, ConsentSource, Decision, Purpose};
pub use store::record;
pub use suppression::{suppress, take_up_suppression};
