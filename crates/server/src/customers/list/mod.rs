//! The customers list: filtered by text or JSON, in any offered order, with a total when asked for; and why
//! one customer is in a filter or out of it.
mod ask;
mod explain;
mod fields;

use axum::extract::State;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::view::{CustomerView, load_views};
use crate::access::{Caller, Can, permit};
use crate::app::App;
use crate::audience::{Audience, Key, Order, Place};
use crate::filter::{print_json, print_text};
use crate::http::{ApiResult, Json, Query, bad_cursor, limit};
use crate::kernel::ids::CustomerId;
use crate::kernel::page::{Cursor, Page, list_key};
use ask::{Ask, FilterRefused};

/// The feature's routes.
pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list_customers))
        .routes(routes!(search_customers))
        .routes(routes!(
            explain::explain_customer,
            explain::explain_customer_filter
        ))
        .routes(routes!(fields::list_filter_fields))
}

/// Which customers, in which order, and which page of them.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct ListCustomers {
    /// A filter in the text form; `GET /api/filter-fields` names the fields.
    #[param(example = "tag:vip city:Riyadh (orders>=5 OR -last_inbound<30d)")]
    q: Option<String>,
    /// `name`, `created_at`, `last_message_at` or `attributes.KEY`, with `-` before it for the largest
    /// first. Customers without a value come last.
    #[param(example = "-last_message_at", default = "-last_message_at")]
    sort: Option<String>,
    /// Rows of the page, 1 to 200.
    #[param(minimum = 1, default = 50)]
    limit: Option<i64>,
    /// `next_cursor` of the page before, with the same filter and sort.
    cursor: Option<String>,
    /// Whether to count all of them.
    #[param(default = false)]
    total: Option<bool>,
}

/// Which customers, in which order, and which page of them.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct SearchCustomers {
    /// A filter in the JSON form.
    #[schema(value_type = Option<Object>, example = json!({"and": [
        {"field": "tags", "op": "has_any", "value": ["vip"]},
        {"field": "orders_count", "op": "gte", "value": 5}]}))]
    filter: Option<Value>,
    /// A filter in the text form. With `filter`, both must hold.
    #[schema(example = "riyadh")]
    q: Option<String>,
    /// As for `GET /api/customers`.
    #[schema(example = "-last_message_at")]
    sort: Option<String>,
    /// Rows of the page, 1 to 200; 50 when absent.
    #[schema(minimum = 1)]
    limit: Option<i64>,
    /// `next_cursor` of the page before, with the same filter and sort.
    cursor: Option<String>,
    /// Whether to count all of them.
    total: Option<bool>,
}

/// A page of customers, and the filter they fit.
#[derive(Debug, Serialize, ToSchema)]
struct CustomerPage {
    /// The customers, in the order asked for.
    items: Vec<CustomerView>,
    /// Where the next page begins; null on the last page.
    next_cursor: Option<String>,
    /// How many customers fit, when it was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    total: Option<i64>,
    /// Whether `total` is an estimate, because counting would take too long.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    total_is_estimate: Option<bool>,
    /// The filter in its one JSON form.
    #[schema(value_type = Object, example = json!({"field": "tags", "op": "has_any", "value": ["vip"]}))]
    filter: Value,
    /// The same in its one text form.
    #[schema(example = "tag:vip")]
    q: String,
}

/// List customers
///
/// The customers that fit a filter, newest message first unless `sort` says otherwise.
#[utoipa::path(get, path = "/customers", tag = "customers", params(ListCustomers),
    responses((status = 200, body = CustomerPage), FilterRefused))]
async fn list_customers(
    State(app): State<App>,
    caller: Can<permit::CustomersRead>,
    Query(asked): Query<ListCustomers>,
) -> ApiResult<Json<CustomerPage>> {
    let asked = SearchCustomers {
        filter: None,
        q: asked.q,
        sort: asked.sort,
        limit: asked.limit,
        cursor: asked.cursor,
        total: asked.total,
    };
    page(&app, &caller, asked).await.map(Json)
}

/// Search customers
///
/// As the list, with the filter as JSON, as text, or both.
#[utoipa::path(post, path = "/customers/search", tag = "customers",
    request_body = SearchCustomers, responses((status = 200, body = CustomerPage), FilterRefused))]
async fn search_customers(
    State(app): State<App>,
    caller: Can<permit::CustomersRead>,
    Json(asked): Json<SearchCustomers>,
) -> ApiResult<Json<CustomerPage>> {
    page(&app, &caller, asked).await.map(Json)
}

async fn page(app: &App, caller: &Caller, asked: SearchCustomers) -> ApiResult<CustomerPage> {
    let limit = limit(asked.limit)?;
    let ask = Ask::open(app, caller).await?;
    let filter = ask.filter(asked.filter.as_ref(), asked.q.as_deref())?;
    let (order, sort) = ask.order(asked.sort.as_deref())?;
    let json = print_json(&filter);
    let workspace = caller.workspace;
    let list = list_key(&[
        "customers",
        &workspace.to_string(),
        &json.to_string(),
        &sort,
    ]);
    let place = match &asked.cursor {
        None => None,
        Some(text) => Some(read_cursor(text, &list, order).ok_or_else(bad_cursor)?),
    };
    let audience = Audience::new((&app.db, &app.sizes), workspace, &filter, &ask.context).await?;
    let (places, total) =
        tokio::try_join!(audience.page(order, place.as_ref(), limit + 1), async {
            match asked.total {
                Some(true) => audience.total().await.map(Some),
                _ => Ok(None),
            }
        })?;
    let page = Page::of(places, limit, |last| write_cursor(&list, last));
    let ids: Vec<CustomerId> = page.items.iter().map(|place| place.id).collect();
    Ok(CustomerPage {
        items: load_views(&app.db, workspace, &ids).await?,
        next_cursor: page.next_cursor,
        total: total.map(|total| total.count),
        total_is_estimate: total.map(|total| total.is_estimate),
        filter: json,
        q: print_text(&filter),
    })
}

fn write_cursor(list: &str, place: &Place) -> Cursor {
    let key = match &place.key {
        None => Value::Null,
        Some(Key::Int(key)) => (*key).into(),
        Some(Key::Real(key)) => (*key).into(),
        Some(Key::Text(key)) => key.as_str().into(),
    };
    Cursor::new(list, vec![key, place.id.0.into()])
}

fn read_cursor(text: &str, list: &str, order: Order) -> Option<Place> {
    let cursor = Cursor::decode(text, list)?;
    let key = match cursor.keys.first()? {
        Value::Null => None,
        Value::Number(number) if number.is_i64() => Some(Key::Int(number.as_i64()?)),
        Value::Number(number) => Some(Key::Real(number.as_f64()?)),
        Value::String(text) if !text.contains('\0') => Some(Key::Text(text.clone())),
        _ => return None,
    };
    order.by.fits(key.as_ref()).then_some(Place {
        id: CustomerId(cursor.int(1)?),
        key,
    })
}
