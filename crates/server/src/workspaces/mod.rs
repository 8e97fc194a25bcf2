//! Workspaces: one business each, its team, and how people and programs get in.
//!
//! [`members`] are the people and what they may change about one another, [`keys`] the programs,
//! [`sessions`] signing in and out, [`setup`] the first of all. What a role or a scope allows is decided in [`crate::access`].
//!
//! What always holds: every workspace keeps an active owner who can sign in; nobody gives away more
//! than they have; passwords, keys, cookies and invitations are kept only as hashes and never
//! written to the audit log; a change of rights takes effect with the next request on this node,
//! and within seconds on the others.
mod actions;
mod api;
pub mod keys;
mod listing;
pub mod members;
mod model;
pub mod sessions;
mod setup;
mod store;
#[cfg(test)]
mod tests;

pub use actions::{create, find};
pub use api::{WorkspaceView, routes};
pub use model::{NewOwner, NewWorkspace, Workspace};
pub use store::list;
