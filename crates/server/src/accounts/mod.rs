//! Accounts: the senders of the business, and the doors their webhooks come in by.
//!
//! A Meta app has one app secret and one verify token, and one callback path of ours,
//! `/webhooks/whatsapp/{uuid of the app}`. Its numbers are accounts, each with an access token.
//!
//! What always holds: access tokens, app secrets and verify tokens are sealed in the database and
//! leave it only towards Meta (or the simulator that plays Meta) and into [`AppDoor`]; no answer, log line or event has them. A stored
//! token is never sent to an address that whoever entered the token did not enter with it. Numbers
//! that share an app secret and verify token share the callback path. A number that is removed is
//! kept without its token as long as conversations refer to it.
mod actions;
mod api;
mod check;
mod doors;
mod graph;
mod model;
mod pace;
mod simulated;
mod store;
#[cfg(test)]
mod tests;

pub use actions::{Connected, connect, remove};
pub use api::{AccountView, routes};
pub use check::{Finding, check};
pub use doors::{AccountRef, AppDoor, Doors, app_by_uuid, by_phone_number_id, learn_number};
pub use graph::{graph, is_about_token, refusal};
pub use model::{Account, NewAccount, webhook_path};
pub use pace::{Pace, lock as lock_pace, pause};
pub use simulated::{
    Simulated, connect_simulated, put_simulated_at, simulated, simulated_of, simulated_token,
};
pub use store::{count_sealed_otherwise, find, list, of_waba, wabas};
