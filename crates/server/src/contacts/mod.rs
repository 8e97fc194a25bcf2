//! The contacts API: the people one writes to on a channel, by UUID, in an envelope of its own.
//!
//! It is a view: a contact here is a row of `contacts` with its customer's name, owner and
//! attributes. Customers and their contacts are made, changed and deleted by [`crate::customers`].
mod actions;
mod api;
mod changes;
mod links;
mod store;
#[cfg(test)]
mod tests;
mod view;

use utoipa_axum::router::OpenApiRouter;

use crate::app::App;
pub use links::Uuids;

/// The feature's routes.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .merge(api::routes())
        .merge(changes::routes())
}
