//! The contacts API: `{"status":"success","data":…}`, ids as UUIDs.

use std::time::Duration;

use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use super::store;
use super::view::{ContactDetail, ContactItem};
use crate::access::{Can, permit};
use crate::app::App;
use crate::http::{ApiResult, Faults, Path, Problem, Query, Success, success};
use crate::kernel::ids::{ContactId, WorkspaceId};
use crate::search::{self, ContactList};

/// Rows of a page unless the request says otherwise, and at most.
const DEFAULT_LIMIT: i64 = 20;
const MAX_LIMIT: i64 = 100;
/// How long the hits of a search are counted once they are thousands; then their number is estimated.
const COUNT_BUDGET: Duration = Duration::from_millis(5);
/// The channel unless the request says otherwise.
const WHATSAPP: &str = "whatsapp";

/// The routes that read.
pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list_contacts))
        .routes(routes!(get_contact))
        .routes(routes!(get_contact_session_data))
}

/// A success of the contacts API.
pub(super) type Enveloped<T> = ApiResult<axum::Json<Success<T>>>;

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct ListContacts {
    /// The page, from 1.
    #[param(minimum = 1, default = 1)]
    page: Option<i64>,
    /// Rows of the page; more than 100 are read as 100.
    #[param(minimum = 1, default = 20)]
    limit: Option<i64>,
    /// Any part of the name, a phone number in any grouping, or the email.
    #[param(example = "نورة")]
    search: Option<String>,
    /// Only contacts whose latest message was with this account.
    account_id: Option<Uuid>,
    /// The channel.
    #[param(default = "whatsapp")]
    channel: Option<String>,
}

/// A page of contacts.
#[derive(Debug, Serialize, ToSchema)]
struct ContactPage {
    /// The contacts, the most recently active first.
    items: Vec<ContactItem>,
    /// How many there are in all; estimated when a search has very many hits.
    #[schema(example = 100)]
    total: i64,
    /// The page asked for.
    #[schema(example = 1)]
    page: i64,
    /// Rows of a page.
    #[schema(example = 20)]
    limit: i64,
    /// How many pages there are.
    #[schema(example = 5)]
    total_pages: i64,
}

/// List contacts
///
/// The most recently active first. A page beyond the last is empty.
#[utoipa::path(get, path = "/contacts", tag = "contacts", params(ListContacts),
    responses((status = 200, body = Success<ContactPage>)))]
async fn list_contacts(
    State(app): State<App>,
    caller: Can<permit::CustomersRead>,
    Query(asked): Query<ListContacts>,
) -> Enveloped<ContactPage> {
    let mut faults = Faults::default();
    let page = asked.page.unwrap_or(1);
    if page < 1 {
        faults.add("page", "must be 1 or more");
    }
    let limit = asked.limit.unwrap_or(DEFAULT_LIMIT);
    if limit < 1 {
        faults.add("limit", format!("must be from 1 to {MAX_LIMIT}"));
    }
    let text = asked.search.as_deref().unwrap_or_default();
    let query = faults.check("search", search::Query::parse(text));
    faults.end()?;
    let limit = limit.min(MAX_LIMIT);
    let wanted = ((page - 1).saturating_mul(limit), limit);
    let channel = asked.channel.as_deref().unwrap_or(WHATSAPP);
    let list = scope(&app, caller.workspace, channel, asked.account_id).await?;
    let (ids, total) = match list {
        None => (Vec::new(), 0),
        Some(list) => {
            let query = query.unwrap_or_default();
            select(&app, caller.workspace, list, &query, wanted).await?
        }
    };
    let rows = store::load(&app, caller.workspace, &ids).await?;
    Ok(success(ContactPage {
        items: rows.into_iter().map(ContactItem::from).collect(),
        total,
        page,
        limit,
        total_pages: (total + limit - 1) / limit,
    }))
}

/// The list that channel and account mean; `None` when it can have no rows.
async fn scope<'a>(
    app: &App,
    workspace: WorkspaceId,
    channel: &'a str,
    account: Option<Uuid>,
) -> ApiResult<Option<ContactList<'a>>> {
    let account = match account {
        None => None,
        Some(uuid) => match store::find_account(&app.db, workspace, uuid).await? {
            Some(account) if account.channel == channel => Some(account.id),
            _ => return Ok(None),
        },
    };
    Ok(Some(ContactList { channel, account }))
}

/// The ids of a page, and how many rows there are in all.
async fn select(
    app: &App,
    workspace: WorkspaceId,
    list: ContactList<'_>,
    query: &search::Query,
    (skip, take): (i64, i64),
) -> ApiResult<(Vec<ContactId>, i64)> {
    let db = &app.db;
    let everybody = match list.account {
        Some(account) => store::count_of_account(db, workspace, account).await?,
        None => search::counter(db, workspace, &format!("contacts_{}", list.channel)).await?,
    };
    if skip >= everybody {
        let total = match query.is_everybody() {
            true => everybody,
            false => count(app, workspace, list, query, everybody).await?,
        };
        return Ok((Vec::new(), total));
    }
    if query.is_everybody() {
        let ids = store::page(db, workspace, list, everybody, (skip, take)).await?;
        return Ok((ids, everybody));
    }
    // One more than is shown tells whether this is the last page.
    let mut ids = search::newest_contacts(db, workspace, query, list, skip, take + 1).await?;
    let found = ids.len() as i64;
    ids.truncate(take as usize);
    let total = match found {
        found if found > 0 && found <= take => skip + found,
        // An estimate may be less than what there surely is, and whoever pages goes on until the end.
        found => {
            let counted = count(app, workspace, list, query, everybody).await?;
            counted.max(skip + found)
        }
    };
    Ok((ids, total))
}

async fn count(
    app: &App,
    workspace: WorkspaceId,
    list: ContactList<'_>,
    query: &search::Query,
    everybody: i64,
) -> ApiResult<i64> {
    let count = search::count_contacts(&app.db, workspace, query, list, everybody, COUNT_BUDGET);
    Ok(count.await?.value)
}

/// Get a contact
///
/// With the customer's attributes as `metadata`.
#[utoipa::path(get, path = "/contacts/{id}", tag = "contacts",
    params(("id" = Uuid, Path, description = "The contact's id.")),
    responses((status = 200, body = Success<ContactDetail>)))]
async fn get_contact(
    State(app): State<App>,
    caller: Can<permit::CustomersRead>,
    Path(id): Path<Uuid>,
) -> Enveloped<ContactDetail> {
    match store::find(&app, caller.workspace, id).await? {
        Some(contact) => Ok(success(contact.into())),
        None => Err(Problem::not_found("contact")),
    }
}

/// What a conversation flow has collected from a contact.
#[derive(Debug, Serialize, ToSchema)]
struct SessionData {
    /// The conversation that ran the flow.
    session_id: Option<Uuid>,
    /// The flow.
    flow_id: Option<Uuid>,
    /// The flow's name.
    flow_name: Option<String>,
    /// The collected values by key.
    #[schema(value_type = Object)]
    session_data: serde_json::Map<String, serde_json::Value>,
    /// How the flow wants them shown.
    #[schema(value_type = Object)]
    panel_config: serde_json::Map<String, serde_json::Value>,
}

/// Get a contact's session data
///
/// What the latest conversation that ran a flow has collected; nulls and empty objects when none has.
#[utoipa::path(get, path = "/contacts/{id}/session-data", tag = "contacts",
    params(("id" = Uuid, Path, description = "The contact's id.")),
    responses((status = 200, body = Success<SessionData>)))]
async fn get_contact_session_data(
    State(app): State<App>,
    caller: Can<permit::CustomersRead>,
    Path(id): Path<Uuid>,
) -> Enveloped<SessionData> {
    if store::find(&app, caller.workspace, id).await?.is_none() {
        return Err(Problem::not_found("contact"));
    }
    Ok(success(SessionData {
        session_id: None,
        flow_id: None,
        flow_name: None,
        session_data: serde_json::Map::new(),
        panel_config: serde_json::Map::new(),
    }))
}
