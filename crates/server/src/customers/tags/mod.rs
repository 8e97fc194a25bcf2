//! Tags: the catalogue of labels, and who has which.
//!
//! A name is unique in its workspace however it is spelled (case, accents, Arabic letter forms). A
//! customer has tags by id, so a new name of a tag is everybody's new name at once.
mod actions;
mod api;
mod store;
#[cfg(test)]
mod tests;

pub use actions::{TagsError, set};
pub use api::routes;
