//! Jobs over HTTP.

use axum::extract::State;
use http::StatusCode;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::actions;
use super::store::{self, JobCount, JobState, JobView};
use crate::access::{Can, permit};
use crate::app::App;
use crate::http::{ApiResult, Json, Path, Problem, Query, bad_cursor, limit};
use crate::kernel::ids::JobId;
use crate::kernel::page::{Cursor, Page, list_key};

/// The feature's routes.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list_jobs))
        .routes(routes!(count_jobs))
        .routes(routes!(retry_jobs))
        .routes(routes!(delete_job))
        .routes(routes!(retry_job))
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct ListJobs {
    /// `dead`, those that were given up, unless it says otherwise.
    #[param(inline)]
    state: Option<JobState>,
    /// Only of this kind.
    #[param(example = "conversations.fetch_media")]
    kind: Option<String>,
    /// Rows of the page, 1 to 200.
    #[param(minimum = 1, default = 50)]
    limit: Option<i64>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
}

/// List jobs
///
/// Work that the program does by itself, such as fetching what customers sent: what was given up,
/// or what is still to be done. The latest first.
#[utoipa::path(get, path = "/jobs", tag = "operations", params(ListJobs),
    responses((status = 200, body = Page<JobView>)))]
async fn list_jobs(
    State(app): State<App>,
    caller: Can<permit::EventsManage>,
    Query(asked): Query<ListJobs>,
) -> ApiResult<Json<Page<JobView>>> {
    let limit = limit(asked.limit)?;
    let state = asked.state.unwrap_or(JobState::Dead);
    let kind = asked.kind.as_deref().unwrap_or_default();
    let list = list_key(&["jobs", state.as_str(), kind]);
    let before = match &asked.cursor {
        None => None,
        Some(text) => {
            let cursor = Cursor::decode(text, &list).and_then(|cursor| cursor.int(0));
            Some(JobId(cursor.ok_or_else(bad_cursor)?))
        }
    };
    let asked = (state, asked.kind);
    let rows = store::list(&app.db, caller.workspace, asked, before, limit + 1).await?;
    Ok(Json(Page::of(rows, limit, |last: &JobView| {
        Cursor::new(&list, vec![last.id.0.into()])
    })))
}

/// Count jobs
///
/// By kind and state; what there is none of is left out.
#[utoipa::path(get, path = "/jobs/counts", tag = "operations",
    responses((status = 200, body = Page<JobCount>)))]
async fn count_jobs(
    State(app): State<App>,
    caller: Can<permit::EventsManage>,
) -> ApiResult<Json<Page<JobCount>>> {
    let counts = store::counts(&app.db, caller.workspace).await?;
    Ok(Json(Page::whole(counts)))
}

/// What became of a dead job.
#[derive(Debug, Serialize, ToSchema)]
struct JobRetried {
    /// The job's new id; null when the same was to be done already.
    id: Option<JobId>,
}

/// Retry a dead job
///
/// It goes to the end of the queue under a new id, and is tried as often as a new one.
#[utoipa::path(post, path = "/jobs/{id}/retry", tag = "operations",
    params(("id" = inline(JobId), Path)),
    responses((status = 200, body = JobRetried),
        (status = 409, description = "It is not dead.", body = Problem,
            content_type = "application/problem+json",
            example = json!({"code": "job.not_dead", "status": 409,
                "title": "Job 17 is not dead: it is tried by itself."}))))]
async fn retry_job(
    State(app): State<App>,
    caller: Can<permit::EventsManage>,
    Path(id): Path<JobId>,
) -> ApiResult<Json<JobRetried>> {
    let id = actions::retry(&app, caller.workspace, id, caller.actor).await?;
    Ok(Json(JobRetried { id }))
}

/// Which dead jobs.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct RetryJobs {
    /// Only of this kind; all without one.
    #[schema(example = "conversations.fetch_media")]
    kind: Option<String>,
}

/// How many dead jobs are tried again.
#[derive(Debug, Serialize, ToSchema)]
struct JobsRetried {
    /// How many.
    #[schema(example = 3)]
    retried: usize,
}

/// Retry all dead jobs
///
/// Of one kind or of all.
#[utoipa::path(post, path = "/jobs/retry", tag = "operations", request_body = RetryJobs,
    responses((status = 200, body = JobsRetried)))]
async fn retry_jobs(
    State(app): State<App>,
    caller: Can<permit::EventsManage>,
    Json(asked): Json<RetryJobs>,
) -> ApiResult<Json<JobsRetried>> {
    let retried = actions::retry_all(&app, caller.workspace, asked.kind, caller.actor).await?;
    Ok(Json(JobsRetried { retried }))
}

/// Delete a job
///
/// Nobody does it any more. One that is under way is stopped within half a minute.
#[utoipa::path(delete, path = "/jobs/{id}", tag = "operations",
    params(("id" = inline(JobId), Path)),
    responses((status = 204)))]
async fn delete_job(
    State(app): State<App>,
    caller: Can<permit::EventsManage>,
    Path(id): Path<JobId>,
) -> ApiResult<StatusCode> {
    actions::delete(&app, caller.workspace, id, caller.actor).await?;
    Ok(StatusCode::NO_CONTENT)
}
