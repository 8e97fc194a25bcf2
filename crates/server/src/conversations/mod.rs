//! Conversations: stretches of messages between one contact and one account.
//!
//! A conversation opens with the first message when none is open. Its messages are ordered by
//! WhatsApp's own time of them, not by when they reached us. The window in which free-form text may
//! be sent is derived: 24 hours from the last inbound message.
//!
//! The team works on it: it is open, pending, snoozed or resolved ([`model`] has the rules), somebody
//! may be its assignee, and it counts what nobody has read. Every change is in its history, with who
//! made it. Three things change it besides the team:
//!
//! - A message from the customer opens a pending or snoozed one again, whatever it was to wait for.
//!   `messaging::inbound` does that in the transaction that stores the message.
//! - A snooze that is due ends by itself ([`fn@wake_snoozed`]).
//! - After it is resolved nothing more is added: the next message begins a new conversation. So a
//!   resolved one stays what it was, with its assignee, its length and its score; the new one comes to
//!   the team unassigned, as nobody promised to answer it; and how often somebody had to write can be
//!   counted. A member who resolved too early opens it again by hand. There is never more than one
//!   of a contact and account that is not resolved.
//!
//! [`notes`] are the team's own words in the thread; no customer ever sees them.
mod actions;
mod api;
mod counts;
mod list;
mod messages;
mod model;
mod notes;
mod read;
mod speak;
mod store;
#[cfg(test)]
mod tests;
mod view;
mod wake;

pub use api::{find_id, message, routes};
pub use messages::{MessageView, NotSent, PlacedMessage, Shown, load_shown};
pub use model::Status;
pub use read::{MarkRead, latest_inbound};
pub use speak::{Spoken, Spot, count_outbound, find_live, lock, lock_or_begin, read_by_answering};
pub use view::{ConversationView, load_views};
pub use wake::wake_snoozed;
