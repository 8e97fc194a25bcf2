//! Customers as their makers and users see them.

mod core;
