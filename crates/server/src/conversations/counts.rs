//! How many conversations each view of the inbox has.
//!
//! Every number is counted in an index and stops at [`MOST`], so that it costs the same however many
//! there are; resolved ones are nobody's work and not counted. Totals kept beside the rows would be
//! exact beyond that, at the price of a row that every message waits for.

use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::access::{Can, permit};
use crate::app::App;
use crate::db::{self, Db, sql};
use crate::http::{ApiResult, Json};
use crate::kernel::ids::{MemberId, WorkspaceId};

/// Where counting ends.
const MOST: i64 = 10_000;

/// The feature's routes.
pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(count_inbox))
}

/// How many conversations each view of the inbox has.
#[derive(Debug, Serialize, ToSchema)]
struct InboxCounts {
    /// Open ones that the caller answers; null for an API key.
    #[schema(example = 7)]
    mine: Option<i64>,
    /// Open ones that nobody answers.
    #[schema(example = 3)]
    unassigned: i64,
    /// Open ones.
    #[schema(example = 42)]
    open: i64,
    /// Pending ones.
    #[schema(example = 12)]
    pending: i64,
    /// Snoozed ones.
    #[schema(example = 5)]
    snoozed: i64,
    /// Those with something unread, whatever their status.
    #[schema(example = 9)]
    unread: i64,
    /// Where counting ends: this number means as many or more.
    #[schema(example = 10_000)]
    most: i64,
}

crate::row! {
    struct Counts {
        mine: i64,
        unassigned: i64,
        open: i64,
        pending: i64,
        snoozed: i64,
        unread: i64,
    }
}

/// Count the inbox
///
/// How many conversations each of its views has, up to 10,000.
#[utoipa::path(get, path = "/inbox/counts", tag = "inbox",
    responses((status = 200, body = InboxCounts)))]
async fn count_inbox(
    State(app): State<App>,
    caller: Can<permit::CustomersRead>,
) -> ApiResult<Json<InboxCounts>> {
    let member = caller.actor.member();
    let counts = count(&app.db, caller.workspace, member).await?;
    Ok(Json(InboxCounts {
        mine: member.map(|_| counts.mine),
        unassigned: counts.unassigned,
        open: counts.open,
        pending: counts.pending,
        snoozed: counts.snoozed,
        unread: counts.unread,
        most: MOST,
    }))
}

async fn count(db: &Db, workspace: WorkspaceId, member: Option<MemberId>) -> db::Result<Counts> {
    let views = [
        "status = 'open' AND assignee_id = $3",
        "status = 'open' AND assignee_id IS NULL",
        "status = 'open'",
        "status = 'pending'",
        "status = 'snoozed'",
        "unread_count > 0",
    ];
    let views = views.map(|view| {
        format!(
            "(SELECT COUNT(*) FROM (SELECT 1 FROM conversations
              WHERE workspace_id = $1 AND {view} LIMIT $2) v)"
        )
    });
    sql(format!("SELECT {}", views.join(", ")))
        .bind(workspace)
        .bind(MOST)
        .bind(member.unwrap_or(MemberId(0)))
        .one(db)
        .await
}
