//! Stored webhooks: which were not done, and doing them again.

use axum::extract::State;
use bytes::Bytes;
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::inbound::Webhook;
use super::{door, ingest};
use crate::access::{Actor, Can, permit};
use crate::app::App;
use crate::db::{self, sql};
use crate::http::{ApiResult, Json, Path, Problem, Query, bad_cursor, limit};
use crate::kernel::clock::Timestamp;
use crate::kernel::ids::{AppId, WebhookEventId, WorkspaceId};
use crate::kernel::page::{Cursor, Page, list_key};
use crate::timeline;

/// The routes under `/api`.
pub fn api_routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list_webhook_events))
        .routes(routes!(get_webhook_event))
        .routes(routes!(replay_webhook_event))
}

crate::row! {
    /// A stored webhook.
    #[derive(Debug, Serialize, ToSchema)]
    pub struct WebhookEventView {
        /// The event's id; later ones have larger ids.
        pub id: WebhookEventId,
        /// When it was received.
        pub received_at: Timestamp,
        /// `failed`, `unrouted` (it names a number that is no account) or `kept` (nothing uses
        /// it yet); `done` only when asked for by id.
        #[schema(example = "failed")]
        pub state: String,
        /// Why it is not done.
        #[schema(example = "messages[1]: no id")]
        pub problem: Option<String>,
        /// How often it was worked on.
        #[schema(example = 1)]
        pub attempts: i64,
    }
}

/// Which stored webhooks.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct EventsQuery {
    /// Rows of the page, 1 to 200.
    #[param(minimum = 1, default = 50)]
    limit: Option<i64>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
}

/// List webhooks that are not done
///
/// Newest first: what failed, what names a number that is no account, and what nothing uses yet.
#[utoipa::path(get, path = "/webhook-events", tag = "operations", params(EventsQuery),
    responses((status = 200, body = Page<WebhookEventView>)))]
async fn list_webhook_events(
    State(app): State<App>,
    caller: Can<permit::EventsManage>,
    Query(query): Query<EventsQuery>,
) -> ApiResult<Json<Page<WebhookEventView>>> {
    let limit = limit(query.limit)?;
    let list = list_key(&["webhook-events"]);
    let before = match &query.cursor {
        None => i64::MAX,
        Some(text) => Cursor::decode(text, &list)
            .and_then(|cursor| cursor.int(0))
            .ok_or_else(bad_cursor)?,
    };
    let rows = sql(
        "SELECT id, received_at, state, problem, attempts FROM webhook_events
         WHERE workspace_id = $1 AND state <> 'done' AND id < $2 ORDER BY id DESC LIMIT $3",
    )
    .bind(caller.workspace)
    .bind(before)
    .bind(limit + 1)
    .all(&app.db)
    .await?;
    Ok(Json(Page::of(rows, limit, |last: &WebhookEventView| {
        Cursor::new(&list, vec![last.id.0.into()])
    })))
}

/// A stored webhook with its body.
#[derive(Debug, Serialize, ToSchema)]
struct WebhookEventDetail {
    #[serde(flatten)]
    event: WebhookEventView,
    /// The body as received, as text.
    body: String,
}

/// Stored webhooks that are not done, or only those in one state, with ids above `after`, the oldest
/// first and 200 at most. For the operator.
pub async fn waiting(
    db: &db::Db,
    workspace: WorkspaceId,
    only: Option<&'static str>,
    after: Option<WebhookEventId>,
) -> db::Result<Vec<WebhookEventView>> {
    sql(
        "SELECT id, received_at, state, problem, attempts FROM webhook_events
         WHERE workspace_id = $1 AND state <> 'done' AND id > $2
             AND state = COALESCE($3, state)
         ORDER BY id LIMIT 200",
    )
    .bind(workspace)
    .bind(after.unwrap_or(WebhookEventId(0)))
    .bind(only)
    .all(db)
    .await
}

/// Get a stored webhook
#[utoipa::path(get, path = "/webhook-events/{id}", tag = "operations",
    params(("id" = inline(WebhookEventId), Path)),
    responses((status = 200, body = WebhookEventDetail)))]
async fn get_webhook_event(
    State(app): State<App>,
    caller: Can<permit::EventsManage>,
    Path(id): Path<WebhookEventId>,
) -> ApiResult<Json<WebhookEventDetail>> {
    let event: Option<WebhookEventView> = sql(
        "SELECT id, received_at, state, problem, attempts FROM webhook_events
             WHERE workspace_id = $1 AND id = $2",
    )
    .bind(caller.workspace)
    .bind(id)
    .maybe(&app.db)
    .await?;
    let event = event.ok_or_else(|| Problem::not_found("webhook event"))?;
    let (body,): (Vec<u8>,) =
        sql("SELECT body FROM webhook_events WHERE workspace_id = $1 AND id = $2")
            .bind(caller.workspace)
            .bind(id)
            .one(&app.db)
            .await?;
    Ok(Json(WebhookEventDetail {
        event,
        body: String::from_utf8_lossy(&body).into_owned(),
    }))
}

/// What became of a webhook that was worked on again.
#[derive(Debug, Serialize, ToSchema)]
pub struct Replayed {
    /// The event's id.
    pub id: WebhookEventId,
    /// `done`, `failed`, `unrouted` or `kept`.
    #[schema(example = "done")]
    pub state: String,
    /// Why it is not done.
    pub problem: Option<String>,
}

/// Work on a stored webhook again
///
/// Whatever it says that is stored already stays as it is, so this is safe to repeat. One that is done
/// is refused: it would only bring back people who were deleted since.
#[utoipa::path(post, path = "/webhook-events/{id}/replay", tag = "operations",
    params(("id" = inline(WebhookEventId), Path)),
    responses((status = 200, body = Replayed),
        (status = 409, description = "It is done already.", body = Problem,
            content_type = "application/problem+json",
            example = json!({"code": "event.done", "status": 409,
                "title": "Webhook 17 is done: all that it says is stored already."}))))]
async fn replay_webhook_event(
    State(app): State<App>,
    caller: Can<permit::EventsManage>,
    Path(id): Path<WebhookEventId>,
) -> ApiResult<Json<Replayed>> {
    let replayed = replay(&app, caller.workspace, id, caller.actor).await?;
    Ok(Json(replayed))
}

/// Works on a stored webhook again.
///
/// # Errors
///
/// 404 when there is no such one. 409 `event.done` when everything it says is stored already: people
/// may have been deleted since, and it would bring them back.
pub async fn replay(
    app: &App,
    workspace: WorkspaceId,
    id: WebhookEventId,
    actor: Actor,
) -> ApiResult<Replayed> {
    let missing = || Problem::not_found("webhook event");
    let stored: Option<(AppId, Timestamp, String, Vec<u8>)> =
        sql("SELECT app_id, received_at, state, body FROM webhook_events
             WHERE workspace_id = $1 AND id = $2")
        .bind(workspace)
        .bind(id)
        .maybe(&app.db)
        .await?;
    let (app_id, received_at, state, body) = stored.ok_or_else(missing)?;
    if state == "done" {
        let title = format!("Webhook {id} is done: all that it says is stored already.");
        return Err(Problem::conflict("event.done", title));
    }
    let changes = whatsapp::webhook::parse(&body).map_err(|error| error.to_string());
    let accounts = door::our_accounts(app, workspace, changes.as_deref().unwrap_or(&[])).await?;
    let webhook = Webhook {
        workspace,
        app: app_id,
        body: Bytes::from(body),
        received_at,
        changes,
        accounts,
        replay_of: Some(id),
    };
    let outcome = ingest::store(app, vec![webhook], None).await.pop();
    let outcome = outcome.ok_or_else(missing)??;
    let mut tx = app.db.begin().await?;
    let data = json!({"event_id": id, "old": state, "new": outcome.state});
    let now = app.clock.now();
    timeline::note(
        &mut tx,
        workspace,
        "webhook_event.replayed",
        actor,
        data,
        now,
    )
    .await?;
    tx.commit().await?;
    Ok(Replayed {
        id,
        state: outcome.state.to_owned(),
        problem: outcome.problem,
    })
}
