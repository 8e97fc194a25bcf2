//! The simulated WhatsApp inside the server: to try everything out without a Meta account.
//!
//! A workspace that switches it on gets an account whose Meta is [`whatsapp_sim`], played by this
//! installation. It is a separate account, marked as simulated; everything else about it is the same
//! code as with Meta: its Graph API is asked over HTTP, and its webhooks come in signed at the server's
//! own callback path. Each workspace has a simulator of its own, which only its token opens.
//!
//! One node at a time plays all simulators ([`players`]), because a simulator is memory. It writes into
//! the accounts where they are reached, so every node's sends, media and templates find them there, and
//! so do the calls that move the people ([`drive`]). People are kept in the database ([`store`]), and
//! templates and open windows are read from where the server has them: a restart, or another node that
//! takes over, goes on with the same people. What their phones showed, files and faults in force are gone.
//!
//! Beside it is the clock of tests ([`clock`]), which the server and the simulators share.
mod actions;
mod api;
mod behaviour;
mod clock;
mod deed;
mod drive;
mod model;
mod people;
mod phone;
mod players;
mod samples;
mod store;
mod table;
#[cfg(test)]
mod tests;
mod view;

pub use api::routes;
pub use clock::{clock_ahead, follow_clock};
pub use players::{Simulators, play};
