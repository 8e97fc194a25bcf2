//! Shared ground that knows nothing of the product's features: ids and time.
pub mod clock;
pub mod ids;
pub mod page;
