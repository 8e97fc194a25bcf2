//! Meta's WhatsApp Cloud API, as knowledge: what its webhooks say and how they are signed.
//!
//! This crate knows no database, no web framework and no clock. Everything that arrives from Meta is
//! read tolerantly: content we do not understand is handed on as JSON, never refused and never lost.
//!
//! Reading order: [`signature`] (is this webhook genuine?), [`webhook`] (what does it say?).

pub mod signature;
pub mod webhook;
