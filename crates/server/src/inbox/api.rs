//! The inbox's search for somebody to write to.

use std::cmp::Reverse;

use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::store::{self, Hit};
use crate::access::{Can, permit};
use crate::app::App;
use crate::http::{ApiResult, Faults, Json, Query};
use crate::kernel::ids::{ContactId, CustomerId};
use crate::search::{self, ContactList};

/// Hits that are shown at most.
const MAX_HITS: i64 = 20;
/// The most recently active hits that are compared with each other, and with those that an index says
/// are good ones.
const RECENT: i64 = 30;

/// The feature's routes.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(search_inbox_contacts))
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct SearchContacts {
    /// Any part of the name, a phone number in any grouping, or the email. Nobody is found by nothing.
    #[param(example = "mohammed")]
    q: Option<String>,
    /// How many at most; more than 20 are read as 20.
    #[param(minimum = 1, default = 20)]
    limit: Option<i64>,
}

/// Contacts that a search found.
#[derive(Debug, Serialize, ToSchema)]
struct FoundContacts {
    /// The best first.
    contacts: Vec<FoundContact>,
}

/// A contact that a search found.
#[derive(Debug, Serialize, ToSchema)]
struct FoundContact {
    /// The contact's id.
    #[schema(example = 1)]
    id: ContactId,
    /// The customer's id.
    #[schema(example = 42)]
    customer_id: CustomerId,
    /// What the business calls them, else what they call themselves.
    #[schema(example = "Mohammed Ali")]
    name: Option<String>,
    /// E.164; null for people known by their WhatsApp user id only.
    #[schema(example = "+966501234567")]
    phone: Option<String>,
    /// `customer` once there was a conversation, `contact` before.
    #[schema(example = "customer")]
    source: &'static str,
}

impl From<Hit> for FoundContact {
    fn from(hit: Hit) -> Self {
        Self {
            id: hit.id,
            customer_id: hit.customer_id,
            name: hit.name.or(hit.profile_name),
            phone: hit.phone,
            source: if hit.conversations > 0 {
                "customer"
            } else {
                "contact"
            },
        }
    }
}

/// Search contacts from the inbox
///
/// Best first: the very number or email, then names that begin with the search, then names with a
/// word that does, then the rest; the most recently active first among equals.
#[utoipa::path(get, path = "/inbox/contacts/search", tag = "inbox", params(SearchContacts),
    responses((status = 200, body = FoundContacts)))]
async fn search_inbox_contacts(
    State(app): State<App>,
    caller: Can<permit::CustomersRead>,
    Query(asked): Query<SearchContacts>,
) -> ApiResult<Json<FoundContacts>> {
    let mut faults = Faults::default();
    let limit = asked.limit.unwrap_or(MAX_HITS);
    if limit < 1 {
        faults.add("limit", format!("must be from 1 to {MAX_HITS}"));
    }
    let text = asked.q.as_deref().unwrap_or_default();
    let query = faults.check("q", search::Query::parse(text));
    faults.end()?;
    let query = query.unwrap_or_default();
    if query.is_everybody() {
        let contacts = Vec::new();
        return Ok(Json(FoundContacts { contacts }));
    }
    let which = ContactList {
        channel: "whatsapp",
        account: None,
    };
    let db = &app.db;
    let mut ids = search::newest_contacts(db, caller.workspace, &query, which, 0, RECENT).await?;
    // With fewer than that, they are all of them.
    if ids.len() as i64 == RECENT {
        ids.extend(store::likely(db, caller.workspace, query.text()).await?);
    }
    ids.sort_unstable();
    ids.dedup();
    let mut hits = store::hits(db, caller.workspace, &ids).await?;
    hits.sort_by_cached_key(|hit| {
        let name = hit.name.as_deref().or(hit.profile_name.as_deref());
        let rank = query.rank(name, hit.email.as_deref(), hit.phone.as_deref());
        (rank, Reverse((hit.activity_at, hit.id)))
    });
    hits.truncate(limit.min(MAX_HITS) as usize);
    let contacts = hits.into_iter().map(FoundContact::from).collect();
    Ok(Json(FoundContacts { contacts }))
}
