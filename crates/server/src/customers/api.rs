//! Customers over HTTP.

use utoipa_axum::router::OpenApiRouter;

use super::attributes;
use crate::app::App;

/// The feature's routes, and those of its parts.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().merge(attributes::routes())
}
