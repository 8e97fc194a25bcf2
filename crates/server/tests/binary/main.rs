//! The real program, started as an operator starts it.
//!
//! Runs on SQLite in a temporary folder, or on a schema of its own when `TEST_DATABASE_URL` is set.
mod commands;
mod program;
mod serving;
