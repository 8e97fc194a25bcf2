//! The simulator as a business and as a test sees it: over real HTTP on a loopback port, with a
//! callback that checks every signature and understands every webhook.

#![expect(
    clippy::unwrap_used,
    reason = "a test that fails by a panic says where"
)]

mod again;
mod client;
mod faults;
mod files;
mod numbers;
mod people;
mod refusals;
mod sends;
mod sim_api;
mod templates;
mod webhooks;
mod world;
