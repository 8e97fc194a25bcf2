//! The ledger over HTTP.

use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::store::{self, ConsentRow};
use super::{ConsentId, ConsentSource, Decision, Purpose, record};
use crate::access::{Can, permit};
use crate::app::App;
use crate::http::{ApiResult, Faults, Json, Path, Problem, Query, bad_cursor, limit};
use crate::kernel::clock::Timestamp;
use crate::kernel::ids::{ContactId, CustomerId};
use crate::kernel::page::{Cursor, Page, list_key};
use crate::kernel::text::clean_text;

/// The feature's routes.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list_consents))
        .routes(routes!(set_opted_out))
}

/// A decision of a customer, and how we know of it.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ConsentView {
    /// The decision's id.
    pub id: ConsentId,
    /// The contact it was made on; null when it was not made on one.
    pub contact_id: Option<ContactId>,
    /// What it is about.
    pub purpose: Purpose,
    /// True for allowed, false for refused.
    pub granted: bool,
    /// How we know.
    pub source: ConsentSource,
    /// The words, where there were any.
    #[schema(example = "STOP")]
    pub evidence: Option<String>,
    /// Who entered it: member, key, command, customer or system.
    #[schema(example = "member")]
    pub actor_kind: String,
    /// The member's or key's id.
    pub actor_id: Option<i64>,
    /// When the person decided. The newest decision of a purpose is in force.
    pub at: Timestamp,
    /// When it was entered here.
    pub recorded_at: Timestamp,
}

impl From<ConsentRow> for ConsentView {
    fn from(row: ConsentRow) -> Self {
        Self {
            id: row.id,
            contact_id: row.contact_id,
            purpose: row.purpose,
            granted: row.granted,
            source: row.source,
            evidence: row.evidence,
            actor_kind: row.actor_kind,
            actor_id: row.actor_id,
            at: row.at,
            recorded_at: row.recorded_at,
        }
    }
}

/// Where a page of decisions begins and how long it is.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct ConsentPage {
    /// Rows of the page, 1 to 200.
    #[param(minimum = 1, default = 50)]
    limit: Option<i64>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
}

/// List a customer's consent decisions
///
/// Every decision ever recorded, newest first. None is ever changed or removed.
#[utoipa::path(get, path = "/customers/{id}/consents", tag = "consent",
    params(("id" = CustomerId, Path, description = "The customer."), ConsentPage),
    responses((status = 200, body = Page<ConsentView>)))]
async fn list_consents(
    State(app): State<App>,
    caller: Can<permit::CustomersRead>,
    Path(customer): Path<CustomerId>,
    Query(page): Query<ConsentPage>,
) -> ApiResult<Json<Page<ConsentView>>> {
    let limit = limit(page.limit)?;
    let list = list_key(&["consents", &customer.to_string()]);
    let before = match &page.cursor {
        None => None,
        Some(text) => {
            let cursor = Cursor::decode(text, &list).ok_or_else(bad_cursor)?;
            let at = cursor.int(0).ok_or_else(bad_cursor)?;
            let id = cursor.int(1).ok_or_else(bad_cursor)?;
            Some((Timestamp(at), ConsentId(id)))
        }
    };
    if store::opted_out(&app.db, caller.workspace, customer)
        .await?
        .is_none()
    {
        return Err(Problem::not_found("customer"));
    }
    let rows = store::list(&app.db, caller.workspace, customer, before, limit + 1).await?;
    let page = Page::of(rows, limit, |last| {
        Cursor::new(&list, vec![last.at.0.into(), last.id.0.into()])
    });
    Ok(Json(page.map(ConsentView::from)))
}

/// Whether the customer refuses marketing, and the words that show it.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct SetOptedOut {
    /// True to record that they refuse, false that they allow.
    opted_out: bool,
    /// The person's words or your remark, at most 2,000 characters.
    #[schema(example = "Asked on the phone not to get offers any more.")]
    evidence: Option<String>,
}

/// Whether the customer refuses marketing now.
#[derive(Debug, Serialize, ToSchema)]
struct OptedOut {
    /// Whether they do.
    opted_out: bool,
}

/// Opt a customer out of marketing, or in again
///
/// Adds a decision to the ledger, also when it says the same as the one before.
#[utoipa::path(put, path = "/customers/{id}/opted-out", tag = "consent",
    params(("id" = CustomerId, Path, description = "The customer.")),
    request_body = SetOptedOut,
    responses((status = 200, body = OptedOut)))]
async fn set_opted_out(
    State(app): State<App>,
    caller: Can<permit::CustomersWrite>,
    Path(customer): Path<CustomerId>,
    Json(input): Json<SetOptedOut>,
) -> ApiResult<Json<OptedOut>> {
    let mut faults = Faults::default();
    let evidence = input
        .evidence
        .and_then(|words| faults.check("evidence", clean_text(&words, 2_000)))
        .filter(|words| !words.is_empty());
    faults.end()?;
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let decision = Decision {
        customer,
        contact: None,
        purpose: Purpose::Marketing,
        granted: !input.opted_out,
        source: ConsentSource::of(caller.actor),
        evidence,
        actor: caller.actor,
        at: now,
    };
    record(&mut tx, caller.workspace, decision, now).await?;
    let opted_out = store::opted_out(&mut tx, caller.workspace, customer).await?;
    let opted_out = opted_out.ok_or_else(|| Problem::not_found("customer"))?;
    tx.commit().await?;
    Ok(Json(OptedOut { opted_out }))
}
