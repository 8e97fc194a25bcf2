//! What messages cost: how many there were of each kind that Meta charges differently.
//!
//! Meta tells with the status of a message how it is charged. That is counted, in the transaction that
//! takes the status in, per day of the message, account, category, pricing type and the recipient's
//! country: what Meta's price lists go by. Nothing is guessed: service messages are not assumed to be
//! free, and a delivered message without a word about its price is counted as `unknown` until there is
//! one. A message that failed is not counted; what the phone's history has never is.
//!
//! There are no prices in here: they change each quarter, and differ by volume and contract.
mod api;
mod store;
#[cfg(test)]
mod tests;

pub use api::routes;
pub use store::{Entry, add};
