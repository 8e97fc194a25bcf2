//! Sessions: signing in, being signed in, signing out.
//!
//! A session is a random cookie that only this site's pages send along; the database has its hash.
//! Each sign-in makes a new one and ends the one the browser had. It ends after 30 days, by signing
//! out, by a new password, and when its member is deactivated.
//!
//! Who guesses learns nothing: an unknown address, a wrong password and a member who may not sign in
//! get the same answer after the same work, and failures are counted per address of both kinds.
mod actions;
mod api;
mod store;
#[cfg(test)]
mod tests;

pub(super) use actions::{end_others, sign_in};
pub(super) use api::{SessionView, routes};
pub(super) use store::end_all;
pub use store::prolong;
