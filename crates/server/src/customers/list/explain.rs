//! Why one customer is in a filter, or out.

use axum::extract::State;
use serde::Deserialize;
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};

use super::ask::{Ask, FilterRefused};
use crate::access::{Caller, Can, permit};
use crate::app::App;
use crate::customers::facts::load_facts;
use crate::filter::{Explanation, explain};
use crate::http::{ApiResult, Json, Path, Problem, Query};
use crate::kernel::ids::CustomerId;

/// The filter to explain.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct ExplainText {
    /// A filter in the text form.
    #[param(example = "tag:vip orders>=5")]
    q: Option<String>,
}

/// The filter to explain.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ExplainFilter {
    /// A filter in the JSON form.
    #[schema(value_type = Option<Object>, example = json!({"field": "orders_count", "op": "gte", "value": 5}))]
    filter: Option<Value>,
    /// A filter in the text form. With `filter`, both are explained.
    #[schema(example = "tag:vip")]
    q: Option<String>,
}

/// Explain a filter in the text form for one customer
///
/// Each part of the filter with whether it holds for this customer, and why.
#[utoipa::path(get, path = "/customers/{id}/explain", tag = "customers",
    params(("id" = CustomerId, Path, description = "The customer."), ExplainText),
    responses((status = 200, body = Explanation), FilterRefused))]
pub(super) async fn explain_customer(
    State(app): State<App>,
    caller: Can<permit::CustomersRead>,
    Path(id): Path<CustomerId>,
    Query(asked): Query<ExplainText>,
) -> ApiResult<Json<Explanation>> {
    answer(&app, &caller, id, (None, asked.q.as_deref())).await
}

/// Explain a filter for one customer
///
/// As `GET`, with the filter as JSON, as text, or both.
#[utoipa::path(post, path = "/customers/{id}/explain", tag = "customers",
    params(("id" = CustomerId, Path, description = "The customer.")),
    request_body = ExplainFilter, responses((status = 200, body = Explanation), FilterRefused))]
pub(super) async fn explain_customer_filter(
    State(app): State<App>,
    caller: Can<permit::CustomersRead>,
    Path(id): Path<CustomerId>,
    Json(asked): Json<ExplainFilter>,
) -> ApiResult<Json<Explanation>> {
    answer(
        &app,
        &caller,
        id,
        (asked.filter.as_ref(), asked.q.as_deref()),
    )
    .await
}

async fn answer(
    app: &App,
    caller: &Caller,
    customer: CustomerId,
    (json, text): (Option<&Value>, Option<&str>),
) -> ApiResult<Json<Explanation>> {
    let ask = Ask::open(app, caller).await?;
    let filter = ask.filter(json, text)?;
    let terms = (&ask.catalogue, &ask.context);
    let facts = load_facts(&app.db, caller.workspace, customer, terms).await?;
    let facts = facts.ok_or_else(|| Problem::not_found("customer"))?;
    Ok(Json(explain(&filter, &facts, &ask.context)))
}
