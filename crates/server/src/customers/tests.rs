//! Customers as their makers and users see them.

mod api;
mod core;
mod isolation;
