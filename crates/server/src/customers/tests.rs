//! Customers as their makers and users see them.

mod api;
mod core;
mod crowd;
mod filters;
mod isolation;
mod list;
mod numbers;
mod rules;
