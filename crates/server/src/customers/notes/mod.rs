//! Notes: what members remark on a customer, for the team's eyes only.
mod api;
mod store;
#[cfg(test)]
mod tests;

pub(super) use api::routes;
