//! Costs over HTTP.

use axum::extract::State;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::store::{self, COLUMNS, Totals};
use crate::access::{Can, permit};
use crate::app::App;
use crate::http::{ApiResult, Faults, Json, Query};
use crate::kernel::clock::{DAY, Timestamp};
use crate::kernel::ids::AccountId;

/// The feature's routes.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(get_costs))
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct WhichCosts {
    /// The first day, UTC; the first of the present month when absent.
    #[param(example = "2026-11-01")]
    from: Option<String>,
    /// The last day, UTC; today when absent.
    #[param(example = "2026-11-30")]
    to: Option<String>,
    /// What the totals are apart by, separated by commas: `day`, `account`, `category`, `type`,
    /// `country`. When absent: category, type and country.
    #[param(example = "category,type,country")]
    group_by: Option<String>,
}

/// Messages that Meta charges alike, over some days.
#[derive(Debug, Serialize, ToSchema)]
struct Costs {
    /// The first day, UTC.
    #[schema(example = "2026-11-01")]
    from: String,
    /// The last day, UTC.
    #[schema(example = "2026-11-30")]
    to: String,
    /// The totals, in the order of what they are apart by.
    items: Vec<CostTotals>,
}

/// A total. What it is not apart by is absent.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({"category": "marketing", "type": "regular", "country": "SA",
    "messages": 1200, "billable": 1200}))]
struct CostTotals {
    /// The day of the messages, UTC.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, example = "2026-11-20")]
    day: Option<String>,
    /// The account they were sent from.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    account_id: Option<AccountId>,
    /// Meta's category, such as marketing, utility, service or authentication_international; `unknown`
    /// while Meta has said nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, example = "marketing")]
    category: Option<String>,
    /// How Meta charges: `regular` is charged; `free_customer_service`, `free_entry_point` and others are
    /// free; `conversation` is charged by conversation, as older webhooks tell; `unknown` while Meta
    /// has said nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, example = "regular")]
    r#type: Option<String>,
    /// The recipient's country (ISO 3166-1 alpha-2); `unknown` where it cannot be told.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, example = "SA")]
    country: Option<String>,
    /// Messages that Meta told a price of or that were delivered, those that failed apart.
    messages: i64,
    /// How many of them are charged; of the type `conversation`, how many conversations.
    billable: i64,
}

impl From<Totals> for CostTotals {
    fn from(row: Totals) -> Self {
        Self {
            day: row.day.map(|day| date_of(day).to_string()),
            account_id: row.account,
            category: row.category,
            r#type: row.kind,
            country: row.country,
            messages: row.messages,
            billable: row.billable,
        }
    }
}

/// Get what messages cost
///
/// How many messages there were per category, pricing type and country, from what Meta told of each.
/// Prices are not in here: multiply by those of your contract.
#[utoipa::path(get, path = "/costs", tag = "costs", params(WhichCosts),
    responses((status = 200, body = Costs)))]
async fn get_costs(
    State(app): State<App>,
    caller: Can<permit::CostsRead>,
    Query(which): Query<WhichCosts>,
) -> ApiResult<Json<Costs>> {
    let mut faults = Faults::default();
    let today = date_of(app.clock.now().0.div_euclid(DAY));
    let mut day = |name: &str, text: &Option<String>, otherwise: Date| match text {
        None => otherwise,
        Some(text) => faults.check(name, read_day(text)).unwrap_or(otherwise),
    };
    let to = day("to", &which.to, today);
    let from = day("from", &which.from, to.min(today).first_of_month());
    if from > to {
        let message = format!("is after `to`, which is {to}");
        faults.check("from", Err::<(), _>(message));
    }
    let groups = which.group_by.as_deref().unwrap_or("category,type,country");
    let wanted = faults.check("group_by", read_groups(groups));
    faults.end()?;
    let days = (day_of(from), day_of(to));
    let rows = store::totals(&app.db, caller.workspace, days, wanted.unwrap_or_default()).await?;
    Ok(Json(Costs {
        from: from.to_string(),
        to: to.to_string(),
        items: rows.into_iter().map(CostTotals::from).collect(),
    }))
}

fn read_day(text: &str) -> Result<Date, String> {
    let wrong = || "must be a day such as 2026-11-30".to_owned();
    // A date alone: what has a time of day is refused rather than cut.
    match text.len() {
        10 => text.parse().map_err(|_| wrong()),
        _ => Err(wrong()),
    }
}

fn read_groups(text: &str) -> Result<[bool; 5], String> {
    let mut wanted = [false; 5];
    for word in text
        .split(',')
        .map(str::trim)
        .filter(|word| !word.is_empty())
    {
        let is_it = |(name, _): &(&str, &str)| name.trim_end_matches("_id") == word;
        let Some(place) = COLUMNS.iter().position(is_it) else {
            return Err(format!(
                "has `{word}`; there are day, account, category, type and country"
            ));
        };
        wanted[place] = true;
    }
    Ok(wanted)
}

/// The date of a day since 1970.
fn date_of(day: i64) -> Date {
    let at = Timestamp(day.saturating_mul(DAY)).to_jiff();
    at.to_zoned(jiff::tz::TimeZone::UTC).date()
}

/// A date as days since 1970.
fn day_of(date: Date) -> i64 {
    let at = date.to_zoned(jiff::tz::TimeZone::UTC);
    // At the very ends of the calendar there is no such instant, and nothing was sent.
    at.map_or(0, |at| at.timestamp().as_second().div_euclid(86_400))
}
