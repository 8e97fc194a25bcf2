//! A stand-in for Meta's WhatsApp Cloud API that runs on one's own machine, with people who write, tap,
//! read, change their number and leave.
//!
//! It answers the paths of the Graph API, calls back with signed webhooks, and keeps to Meta's rules: what
//! Meta refuses is refused here, with the same error object. Beside that, under `/sim`, it lets a test, a
//! script or a simulated phone be the people, skip time, ask for trouble, and see in a ledger whether
//! anything was lost or doubled.
//!
//! What always holds: nothing leaves the machine except webhooks to the callbacks it was given; everything
//! is in memory and gone when it stops; there is no access control on `/sim`, so it listens where its
//! operator can reach it and nobody else.
//!
//! Deliberately absent: groups, calls, payments, the management of forms (Flows), registration of numbers,
//! history and echoes of coexistence, Meta's limits on new conversations per day and on management calls.
//! A `link` to a file is taken as it is and never fetched.
//!
//! Reading order: [`config`] (what it is set up with), `apps` and `people` (who there is), `say` and
//! `deeds` (what people do), `graph` (what businesses ask), `fate` (what becomes of a send), `outbox`
//! (webhooks on their way), [`ledger`] (what happened).

mod api;
mod apps;
mod clock;
pub mod config;
mod deeds;
mod error;
mod events;
mod fate;
mod graph;
mod ids;
pub mod ledger;
mod media;
mod outbox;
mod people;
mod say;
mod schedule;
mod sim;
mod state;
mod templates;
mod threads;

pub use apps::Handshake;
pub use clock::Clock;
pub use config::{AccountSetup, AppSetup, Behaviour, Chances, NumberSetup, SimConfig, Throughput};
pub use error::SimError;
pub use events::Event;
pub use ledger::{Ledger, LedgerSummary};
pub use people::{AutoReply, ChangePerson, NewPerson, PersonId, PersonView};
pub use say::{Choice, File, Say, Saying};
pub use sim::Sim;
pub use threads::{Choosable, Message, MessageState, OnScreen, ThreadView};

pub(crate) use sim::Inner;
