//! Live updates: whoever watches a workspace is told of every change a moment after its commit.
//!
//! Transactions note what they change ([`crate::db::Change`]): ids in one row of `live_changes`, in the
//! order of their commits. A signal wakes the one reader of each node ([`read`]); it reads the new rows of
//! the workspaces that somebody watches, loads what they name as the API shows it ([`told`]), set by set,
//! writes each event down once, and hands the same bytes to everybody who may see them ([`listen`]).
//! So a hundred listeners cost the database what one costs.
//!
//! What always holds:
//! - Nobody misses a change: a stream is resumed by the id of the last event, from the rows. Who is
//!   too far behind, or names an id that is not known any more, is told to load everything anew (`reset`).
//! - What an event shows is the state when it was read, so it is never older than the change it tells
//!   of. Several changes of one thing may be told at once.
//! - A signal that is lost costs two seconds, no event: the reader looks by itself.
//! - A listener who cannot follow is not waited for. They go on from the rows at their own pace,
//!   and the memory that everybody shares stays as small as it is.
//! - Who loses the permission, the key or the session loses the stream.
mod api;
mod hub;
mod listen;
mod read;
mod store;
#[cfg(test)]
mod tests;
mod told;

pub use api::routes;
pub use hub::Live;
pub use read::{forget_old_changes, read_changes};
