//! The audit log over HTTP.

use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::store::{self, EventRow, Events};
use crate::access::{Can, permit};
use crate::app::App;
use crate::http::{ApiResult, Json, Query, bad_cursor, limit};
use crate::kernel::clock::Timestamp;
use crate::kernel::ids::{CustomerId, EventId};
use crate::kernel::page::{Cursor, Page, list_key};

/// The feature's routes.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list_audit_log))
}

/// Something that happened, with who did it.
#[derive(Debug, Serialize, ToSchema)]
pub struct EventView {
    /// The event's id; later events have larger ones.
    pub id: EventId,
    /// The customer it is about; null for the workspace's own affairs.
    pub customer_id: Option<CustomerId>,
    /// What happened, such as `customer.name_changed`.
    #[schema(example = "tag.renamed")]
    pub kind: String,
    /// Who did it: member, key, command, customer or system.
    #[schema(example = "member")]
    pub actor_kind: String,
    /// The member's or key's id.
    pub actor_id: Option<i64>,
    /// For a change the old and the new value, and what else explains it.
    #[schema(value_type = Object, example = json!({"old": "VIP", "new": "VIP customers"}))]
    pub data: serde_json::Value,
    /// When it happened.
    pub at: Timestamp,
}

impl From<EventRow> for EventView {
    fn from(row: EventRow) -> Self {
        Self {
            id: row.id,
            customer_id: row.customer_id,
            kind: row.kind,
            actor_kind: row.actor_kind,
            actor_id: row.actor_id,
            data: row.data.0,
            at: row.at,
        }
    }
}

/// Where a page of events begins and how long it is.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct EventPage {
    /// Rows of the page, 1 to 200.
    #[param(minimum = 1, default = 50)]
    pub limit: Option<i64>,
    /// `next_cursor` of the page before.
    pub cursor: Option<String>,
}

impl EventPage {
    /// A page of events, newest first.
    pub async fn load(
        self,
        app: &App,
        workspace: crate::kernel::ids::WorkspaceId,
        which: Events,
    ) -> ApiResult<Page<EventView>> {
        let limit = limit(self.limit)?;
        let list = list_key(&["events", &format!("{which:?}")]);
        let before = match &self.cursor {
            None => None,
            Some(text) => {
                let cursor = Cursor::decode(text, &list).and_then(|cursor| cursor.int(0));
                Some(EventId(cursor.ok_or_else(bad_cursor)?))
            }
        };
        let rows = store::list(&app.db, workspace, which, before, limit + 1).await?;
        let page = Page::of(rows, limit, |last| {
            Cursor::new(&list, vec![last.id.0.into()])
        });
        Ok(page.map(EventView::from))
    }
}

/// List the audit log
///
/// Every change by a member, a key or the command line, with its old and new value, newest first.
#[utoipa::path(get, path = "/audit-log", tag = "workspace", params(EventPage),
    responses((status = 200, body = Page<EventView>)))]
async fn list_audit_log(
    State(app): State<App>,
    caller: Can<permit::AuditRead>,
    Query(page): Query<EventPage>,
) -> ApiResult<Json<Page<EventView>>> {
    Ok(Json(
        page.load(&app, caller.workspace, Events::Audit).await?,
    ))
}
