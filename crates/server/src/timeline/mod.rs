//! What happened: each customer's timeline, each conversation's history, and the
//! audit log of the workspace.
//!
//! All are views of one table. An event is written in the transaction of the change it tells of,
//! with who did it and, for changes, the old and the new value. Events of a customer go with the
//! customer when they are deleted; events without a customer stay.
mod api;
mod store;
#[cfg(test)]
mod tests;

pub use api::{EventPage, EventView, routes};
pub use store::{Event, Events, note, record, record_all, tell};
