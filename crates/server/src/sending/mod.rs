//! Sending: from a checked message to Meta's answer for it, once.
//!
//! A message is written together with its place in the outbox ([`actions`]), in the request's one
//! transaction. From there it goes in two steps. It is claimed: one commit checks once more whether
//! the customer may be written to and notes that it is being sent ([`claim`]). It is sent over HTTP,
//! and what came of it is recorded ([`outcome`]), in the same commit that claims the next ones.
//! [`sender`] keeps this going, each number by itself, so that one number never waits for another's.
//!
//! What always holds:
//!
//! - Nothing is sent twice. Meta has no way to ask for that, so whatever may have been sent (a broken
//!   connection, a killed process) is never tried again. Its statuses carry our own reference
//!   ([`Reference`]), by which `messaging::inbound` finds the message; without any for
//!   [`PATIENCE`] it is shown as failed, its outcome unknown.
//! - A contact's messages leave one number one after the other, in the order in which they were given.
//! - Blocked customers get nothing, and opted-out ones no marketing, as of the commit that claims.
//! - A message with files of ours waits until WhatsApp has them ([`files`]), and its contact's next with it.
//! - Meta's rates are kept by all nodes together: see [`crate::accounts::Pace`]. What Meta has too
//!   much of, or cannot do just now, waits and is tried again for [`GIVE_UP`].
mod actions;
mod api;
mod claim;
mod files;
mod idempotency;
mod model;
mod outcome;
mod sender;
mod store;
#[cfg(test)]
mod tests;
mod typing;

pub use api::routes;
pub use files::HandOverFiles;
pub use idempotency::forget_old_keys;
pub use model::{GIVE_UP, PATIENCE, Reference};
pub use sender::send_queued;
