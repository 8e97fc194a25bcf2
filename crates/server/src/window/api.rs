//! The window over HTTP.

use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::model::Window;
use super::store;
use crate::access::{Can, permit};
use crate::accounts::{self, Account};
use crate::app::App;
use crate::customers;
use crate::entry_points::{self, FreeEntryPoint};
use crate::http::{ApiResult, Json, Path, Problem, Query};
use crate::kernel::clock::Timestamp;
use crate::kernel::ids::{AccountId, CustomerId, TemplateId, WorkspaceId};
use crate::templates::{self, Sendable};

/// The feature's routes.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(get_session_status))
        .routes(routes!(get_free_entry_point))
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct WhichSession {
    /// The account to write from; the one of the customer's latest message when absent.
    account_id: Option<AccountId>,
}

/// Whether the customer can be written to freely, and else with what.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({
    "window_active": false,
    "last_inbound_at": "2026-02-24T10:00:00Z",
    "expires_at": "2026-02-25T10:00:00Z",
    "remaining_minutes": 0,
    "templates": [{"id": 1, "name": "order_confirmation", "language": "ar",
        "body": "Your order {{1}} is confirmed. Total: {{2}}", "param_count": 2}],
}))]
struct SessionStatus {
    /// Whether the 24-hour window is open.
    window_active: bool,
    /// When the customer last wrote, by WhatsApp's own time; null when they never did.
    last_inbound_at: Option<Timestamp>,
    /// 24 hours later: at this moment the window is closed.
    expires_at: Option<Timestamp>,
    /// Whole minutes until it closes.
    remaining_minutes: i64,
    /// The approved templates of the account, by name and language; empty while the window is open.
    templates: Vec<SessionTemplate>,
}

/// The account that was asked for.
async fn chosen(
    app: &App,
    workspace: WorkspaceId,
    which: &WhichSession,
) -> ApiResult<Option<Account>> {
    let Some(id) = which.account_id else {
        return Ok(None);
    };
    let found = accounts::find(&app.db, workspace, id).await?;
    let message = "names no account of this workspace";
    let found = found.ok_or_else(|| Problem::invalid("account_id", message))?;
    Ok(Some(found))
}

/// The time in which messages to a customer are free.
#[derive(Debug, Serialize, ToSchema)]
struct CustomersFreeEntryPoint {
    /// The latest one; null when there never was one.
    free_entry_point: Option<FreeEntryPoint>,
}

/// Get a customer's free entry point
///
/// The 72 hours in which messages are free because the customer came from an ad and was answered
/// within a day. Beside the session status, as it does not make free-form messages possible.
#[utoipa::path(get, path = "/crm/{customer}/free-entry-point", tag = "conversations",
    params(("customer" = CustomerId, Path, description = "The customer."), WhichSession),
    responses((status = 200, body = CustomersFreeEntryPoint)))]
async fn get_free_entry_point(
    State(app): State<App>,
    caller: Can<permit::CustomersRead>,
    Path(customer): Path<CustomerId>,
    Query(which): Query<WhichSession>,
) -> ApiResult<Json<CustomersFreeEntryPoint>> {
    let (db, workspace) = (&app.db, caller.workspace);
    if !customers::exists(db, workspace, customer).await? {
        return Err(Problem::not_found("customer"));
    }
    let account = chosen(&app, workspace, &which).await?;
    let account = account.map(|account| account.id);
    let free_entry_point = entry_points::latest(db, workspace, customer, account).await?;
    Ok(Json(CustomersFreeEntryPoint { free_entry_point }))
}

/// A template to write with.
#[derive(Debug, Serialize, ToSchema)]
pub struct SessionTemplate {
    /// Its id.
    id: TemplateId,
    /// Its name.
    #[schema(example = "order_confirmation")]
    name: String,
    /// Meta's code of the language.
    #[schema(example = "ar")]
    language: String,
    /// The words of its body; empty where WhatsApp writes them.
    #[schema(example = "Your order {{1}} is confirmed. Total: {{2}}")]
    body: String,
    /// How many variables the body has.
    #[schema(example = 2)]
    param_count: i64,
}

impl From<Sendable> for SessionTemplate {
    fn from(template: Sendable) -> Self {
        Self {
            id: template.id,
            name: template.name,
            language: template.language,
            body: template.body,
            param_count: template.param_count,
        }
    }
}

/// Get a customer's session status
///
/// Whether free-form messages can be sent, and for how long; once the window is closed, the templates
/// that can be sent instead.
#[utoipa::path(get, path = "/crm/{customer}/session-status", tag = "conversations",
    params(("customer" = CustomerId, Path, description = "The customer."), WhichSession),
    responses((status = 200, body = SessionStatus)))]
async fn get_session_status(
    State(app): State<App>,
    caller: Can<permit::CustomersRead>,
    Path(customer): Path<CustomerId>,
    Query(which): Query<WhichSession>,
) -> ApiResult<Json<SessionStatus>> {
    let (db, workspace) = (&app.db, caller.workspace);
    if !customers::exists(db, workspace, customer).await? {
        return Err(Problem::not_found("customer"));
    }
    let chosen = chosen(&app, workspace, &which).await?;
    let account = chosen.as_ref().map(|account| account.id);
    let latest = store::latest(db, workspace, customer, account).await?;
    let window = latest.as_ref().map(|latest| Window {
        last_inbound_at: latest.last_inbound_at,
    });
    let now = app.clock.now();
    let window_active = window.is_some_and(|window| window.is_open(now));
    let waba_id = match (chosen, latest) {
        (Some(account), _) => Some(account.waba_id),
        (None, Some(latest)) => Some(latest.waba_id),
        (None, None) => store::first_choice(db, workspace, customer).await?,
    };
    let templates = match waba_id {
        Some(waba_id) if !window_active => templates::sendable(db, workspace, &waba_id).await?,
        _ => Vec::new(),
    };
    Ok(Json(SessionStatus {
        window_active,
        last_inbound_at: window.map(|window| window.last_inbound_at),
        expires_at: window.map(Window::expires_at),
        remaining_minutes: window.map_or(0, |window| window.remaining_minutes(now)),
        templates: templates.into_iter().map(SessionTemplate::from).collect(),
    }))
}
