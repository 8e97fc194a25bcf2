//! The conductor between WhatsApp and the features: in by webhooks, later out by the Graph API.
//!
//! [`door`] checks who knocks, [`ingest`] gathers what arrives together, [`inbound`] decides and
//! writes. A webhook is answered 200 only after everything it said is committed; what cannot be
//! worked on is kept, visible, and can be done again ([`fn@replay`]).
mod door;
mod inbound;
mod ingest;
mod replay;
mod retention;
#[cfg(test)]
mod tests;

pub use door::webhook_routes;
pub use inbound::message_key;
pub use ingest::Ingest;
pub use replay::{Replayed, WebhookEventView, api_routes, replay, waiting};
pub use retention::forget_old_webhooks;
