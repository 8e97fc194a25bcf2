//! The inbox: what an agent has at hand while answering.
mod api;
mod store;
#[cfg(test)]
mod tests;

pub use api::routes;
