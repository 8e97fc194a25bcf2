//! API keys: how programs get in.
//!
//! A key is shown once, when it is made; the database has its SHA-256. It belongs to the workspace
//! and stays when its maker leaves, can do what its scopes name, and never more than its maker
//! could. Revoking is for good.
mod actions;
mod api;
mod store;
#[cfg(test)]
mod tests;

pub use actions::{create, revoke};
pub(super) use api::routes;
pub use api::{ApiKeyView, list};
pub(super) use store::get;
