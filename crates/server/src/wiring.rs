//! The one list: each feature's routes, and what runs beside them. A new feature adds its line here.

use axum::Router;
use axum::extract::DefaultBodyLimit;
use http::StatusCode;
use utoipa::openapi::OpenApi;
use utoipa_axum::router::OpenApiRouter;

use crate::app::App;
use crate::http::{self as web, Problem};
use crate::jobs::{Kinds, Runner};
use crate::messaging::{self, Ingest};
use crate::server::{self, Front};
use crate::{
    accounts, consent, contacts, conversations, costs, customers, docs, groups, inbox, jobs, live,
    media, sending, simulator, templates, timeline, ui, window, workspaces,
};

/// Every route of the API, below `/api`.
fn features() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .merge(timeline::routes())
        .merge(consent::routes())
        .merge(customers::routes())
        .merge(accounts::routes())
        .merge(templates::routes())
        .merge(contacts::routes())
        .merge(conversations::routes())
        .merge(sending::routes())
        .merge(inbox::routes())
        .merge(live::routes())
        .merge(window::routes())
        .merge(groups::routes())
        .merge(costs::routes())
        .merge(workspaces::routes())
        .merge(messaging::api_routes())
        .merge(jobs::routes())
        .merge(media::routes())
        .merge(simulator::routes())
}

/// The program's routes and the description of its API.
fn parts() -> (Router<App>, OpenApi) {
    let (router, mut document) = OpenApiRouter::with_openapi(web::base())
        .nest("/api", features())
        .split_for_parts();
    web::complete(&mut document);
    (router, document)
}

/// The description of the API, as served and as committed in `openapi.json`.
pub fn openapi() -> OpenApi {
    parts().1
}

/// Every kind of job.
pub(crate) fn jobs() -> Kinds {
    Kinds::default()
        .with::<templates::SyncTemplates>()
        .with::<media::FetchMedia>()
        .with::<media::RemoveUnused>()
        .with::<sending::HandOverFiles>()
        .with::<conversations::MarkRead>()
}

/// Starts what runs beside the requests; the runner of jobs, to be stopped in good order.
pub fn start_background(app: &App) -> Runner {
    tokio::spawn(app.db.clone().pass_signals());
    tokio::spawn(messaging::forget_old_webhooks(app.clone()));
    tokio::spawn(conversations::wake_snoozed(app.clone()));
    tokio::spawn(live::read_changes(app.clone()));
    tokio::spawn(live::forget_old_changes(app.clone()));
    tokio::spawn(sending::send_queued(app.clone()));
    tokio::spawn(sending::forget_old_keys(app.clone()));
    tokio::spawn(simulator::play(app.clone()));
    tokio::spawn(simulator::follow_clock(app.clone()));
    tokio::spawn(templates::sync_daily(app.clone()));
    tokio::spawn(media::sweep(app.clone()));
    jobs::start(app, jobs())
}

/// The whole program as a service.
pub fn router(app: App) -> Router {
    let (router, document) = parts();
    router
        .merge(docs::routes(document))
        .merge(server::routes())
        .merge(messaging::webhook_routes(Ingest::start(&app)))
        .fallback(ui::answer)
        .method_not_allowed_fallback(|| async {
            Problem::new(
                StatusCode::METHOD_NOT_ALLOWED,
                "method_not_allowed",
                "This path exists, but not with this method.",
            )
        })
        .layer(axum::middleware::from_fn_with_state(
            Front::new(&app.config.limits),
            server::pass,
        ))
        .layer(DefaultBodyLimit::max(app.config.limits.body_bytes))
        .with_state(app)
}
