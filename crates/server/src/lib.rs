//! Clientele: the self-hosted customer database for businesses that talk to people on WhatsApp.
//!
//! The modules in reading order; each knows only those before it. ARCHITECTURE.md is the map.
pub mod kernel;

pub mod db;
pub mod filter;

pub mod access;
pub mod app;
pub mod config;
pub mod http;
pub mod outgoing;
pub mod secrets;

pub mod accounts;
pub mod audience;
pub mod jobs;
pub mod media;
pub mod search;
pub mod templates;
pub mod timeline;

pub mod consent;
pub mod entry_points;
pub mod groups;

pub mod customers;

pub mod contacts;
pub mod window;

pub mod conversations;
pub mod inbox;
pub mod live;
pub mod sending;

pub mod costs;
pub mod workspaces;

pub mod messaging;

pub mod simulator;

pub mod demo;
pub mod docs;
pub mod server;
pub mod ui;
pub mod wiring;

pub mod cli;

#[cfg(test)]
mod isolation_tests;
#[cfg(test)]
pub(crate) mod testing;
