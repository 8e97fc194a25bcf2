//! Conversations: stretches of messages between one contact and one account.
//!
//! A conversation opens with the first message when none is open. Its messages are ordered by
//! WhatsApp's own time of them, not by when they reached us. The window in which free-form text may
//! be sent is derived: 24 hours from the last inbound message.
mod api;
mod model;
mod store;
#[cfg(test)]
mod tests;

pub use api::routes;
pub use model::WINDOW;
