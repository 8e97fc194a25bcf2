//! Notes inside a thread: what members tell each other about a conversation, between its messages.
//!
//! A note is a message with the direction `note`. So it stands where it was written, is found by the
//! same search and paged by the same cursors, and goes with the conversation. It has no WhatsApp id,
//! so nothing that WhatsApp says can reach it; whatever sends, takes only what is `out`; and nothing
//! that counts messages counts it: not the conversation, not the customer, not the window.
//!
//! A remark on the customer rather than on this conversation is a note of `customers::notes`.
mod api;
mod store;

pub(super) use api::routes;
