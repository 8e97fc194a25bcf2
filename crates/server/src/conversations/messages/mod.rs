//! The messages of a conversation, as they are read: pages in both directions, around one message,
//! and those with some words.
//!
//! A page shows what was said and the team's notes. Reactions, edits and revokes are messages too, but
//! are shown on the message they are about; `everything` lists them as rows of their own. What a
//! message said before it was edited or taken back is for callers who may read the audit log.
mod api;
mod failure;
mod page;
mod store;
mod view;
mod whole;

pub(super) use api::{one, routes};
pub use failure::NotSent;
pub use view::MessageView;
pub use whole::{PlacedMessage, Shown, load_shown};
