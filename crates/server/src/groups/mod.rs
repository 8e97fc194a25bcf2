//! Groups that a business account is in, and what was said in them.
//!
//! A group is no customer and no contact, and what is said in it is in nobody's conversation: a list
//! of its own, to be read. So a group message never opens a person's window, never counts as their
//! message, and makes nobody a customer who only happens to be in a group. Who said something is
//! known by number or user id; whether that is a customer of ours is looked up when it is read, so
//! nothing has to be joined or merged when people become known.
//!
//! The other way, a group as a contact with a conversation, would bring the inbox for nothing. It would
//! also put groups among customers: into counts, segments, campaigns, consent and merges, where each
//! rule would need an exception. Groups are for large businesses only and are read here, not answered.
mod api;
mod store;
#[cfg(test)]
mod tests;

pub use api::routes;
pub use store::{NewMessage, forget, record};
