//! Clientele: the self-hosted customer database for businesses that talk to people on WhatsApp.
//!
//! The modules in reading order; each knows only those before it. ARCHITECTURE.md is the map.
#[macro_use]
pub mod kernel;
pub mod db;
#[cfg(test)]
pub(crate) mod testing;
