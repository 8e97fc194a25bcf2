//! The fields that filters may name, for whoever offers them to people.

use std::collections::HashMap;

use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;

use crate::access::{Can, permit};
use crate::app::App;
use crate::customers::attributes::definitions;
use crate::customers::facts::catalogue;
use crate::filter::{Field, Kind, Source};
use crate::http::{ApiResult, Json};
use crate::kernel::page::Page;

/// A field that a filter may name.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct FilterField {
    /// The name, as in the JSON form.
    #[schema(example = "last_inbound_at")]
    name: String,
    /// The name in the text form.
    #[schema(example = "last_inbound")]
    short_name: String,
    /// What people call it.
    #[schema(example = "Last inbound")]
    label: String,
    /// What it holds: text, number, boolean, date, time, datetime, json, tags, enum, id, member, account.
    #[schema(example = "datetime")]
    kind: &'static str,
    /// The operators it takes, by their names in the JSON form.
    #[schema(example = json!(["eq", "within_last", "is_set"]))]
    operators: Vec<&'static str>,
    /// The words it may be, when they are fixed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    values: Vec<&'static str>,
}

/// List filter fields
///
/// Every field that filters of this workspace may name: the built-in ones, then its attributes. A filter
/// that is stored should use `name`. `short_name` is what people type; an attribute with the key `city` or
/// `country` takes that word from the built-in field, which is `location.city` or `location.country` then.
#[utoipa::path(get, path = "/filter-fields", tag = "customers",
    responses((status = 200, body = Page<FilterField>)))]
pub(super) async fn list_filter_fields(
    State(app): State<App>,
    caller: Can<permit::CustomersRead>,
) -> ApiResult<Json<Page<FilterField>>> {
    let catalogue = catalogue(&app.db, caller.workspace).await?;
    let definitions = definitions(&app.db, caller.workspace).await?;
    let labels: HashMap<i64, String> = definitions
        .into_iter()
        .map(|definition| (definition.id.0, definition.label))
        .collect();
    let items = catalogue
        .fields()
        .map(|field| view(field, &labels))
        .collect();
    Ok(Json(Page {
        items,
        next_cursor: None,
        total: None,
        total_is_estimate: None,
    }))
}

fn view(field: &Field, labels: &HashMap<i64, String>) -> FilterField {
    let label = match &field.source {
        Source::Attribute { id, key } => labels.get(id).unwrap_or(key).clone(),
        _ => spoken(&field.short_name),
    };
    FilterField {
        name: field.name.clone(),
        short_name: field.short_name.clone(),
        label,
        kind: kind_name(field.kind),
        operators: field.kind.operators().iter().map(|op| op.name()).collect(),
        values: match field.kind {
            Kind::Enum(words) => words.to_vec(),
            _ => Vec::new(),
        },
    }
}

/// `last_inbound` as people would say it: "Last inbound"; `location.city` is "City".
fn spoken(name: &str) -> String {
    let name = name.rsplit('.').next().unwrap_or(name);
    let words = name.replace('_', " ");
    let mut letters = words.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => words,
    }
}

fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "text",
        Kind::Number => "number",
        Kind::Bool => "boolean",
        Kind::Date => "date",
        Kind::DateTime => "datetime",
        Kind::Time => "time",
        Kind::Json => "json",
        Kind::Tags => "tags",
        Kind::Enum(_) => "enum",
        Kind::Id => "id",
        Kind::Member => "member",
        Kind::Account => "account",
    }
}
