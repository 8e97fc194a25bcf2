//! The window: whether the business may write freely to a customer now.
//!
//! WhatsApp opens it with each message of the customer and closes it 24 hours later, for one contact on
//! one account. It is derived from WhatsApp's own time of the last message each time it is asked for, and
//! never stored. Reactions, edits, revokes and system messages do not open it: what counts as a message
//! is decided where they are taken in, in `messaging::inbound`. Once it is closed, only templates can be
//! sent.
mod api;
mod model;
mod store;
#[cfg(test)]
mod tests;

pub use api::{SessionTemplate, routes};
pub use model::{OPEN_FOR, Window};
