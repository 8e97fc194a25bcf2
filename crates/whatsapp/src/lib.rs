//! Meta's WhatsApp Cloud API, as knowledge: what its webhooks say, how they are signed, which numbers
//! are the same person, what its errors mean, what its limits are, and how to ask it a question.
//!
//! This crate knows no database, no web framework and no clock. Everything that arrives from Meta is
//! read tolerantly: content we do not understand is handed on as JSON, never refused and never lost.
//! Everything that is to go to Meta is read strictly: all that is wrong with it is told, and nothing sent.
//!
//! Reading order: [`signature`] (is this webhook genuine?), [`webhook`] (what does it say?),
//! [`phone_variants`] (is this number somebody we know?), [`errors`] (what does a failure mean to an
//! agent?), [`limits`] (what may we send?), [`outbound`] (one message to a customer), [`template`]
//! (messages that Meta approves beforehand), [`problem`] (what is wrong with either), [`graph`]
//! (asking Meta).

pub mod errors;
pub mod graph;
pub mod limits;
pub mod outbound;
pub mod phone_variants;
pub mod problem;
pub mod signature;
pub mod template;
pub mod webhook;
