//! What a request about customers means in its workspace: its filter and its order.

use std::collections::BTreeMap;

use http::StatusCode;
use jiff::tz::TimeZone;
use serde_json::{Value, json};
use utoipa::openapi::example::ExampleBuilder;
use utoipa::openapi::{ContentBuilder, Ref, RefOr, Response, ResponseBuilder};
use utoipa::{IntoResponses, ToSchema};

use crate::access::Caller;
use crate::app::App;
use crate::audience::{Order, OrderBy};
use crate::customers::facts::catalogue;
use crate::db::sql;
use crate::filter::{
    Catalogue, Context, Filter, FilterError, Position, Source, parse_json, parse_text,
};
use crate::http::{ApiResult, FieldError, Problem};
use crate::kernel::phone::Region;

/// A workspace's fields, and when, where and for whom a filter is asked.
pub(super) struct Ask {
    pub(super) catalogue: Catalogue,
    pub(super) context: Context,
}

impl Ask {
    pub(super) async fn open(app: &App, caller: &Caller) -> ApiResult<Self> {
        let (zone, region): (String, String) =
            sql("SELECT time_zone, default_region FROM workspaces WHERE id = $1")
                .bind(caller.workspace)
                .quick()
                .one(&app.db)
                .await?;
        Ok(Self {
            catalogue: catalogue(&app.db, caller.workspace).await?,
            context: Context {
                now_micros: app.clock.now().0,
                time_zone: TimeZone::get(&zone).unwrap_or(TimeZone::UTC),
                me: caller.actor.member().map(|member| member.0),
                region: Region::parse(&region).ok(),
            },
        })
    }

    /// The filter of a request; both forms hold when both are given, everybody when none is.
    pub(super) fn filter(&self, json: Option<&Value>, text: Option<&str>) -> ApiResult<Filter> {
        let mut parts = Vec::new();
        let mut add = |filter: Filter| match filter {
            Filter::And(more) => parts.extend(more),
            one => parts.push(one),
        };
        if let Some(json) = json.filter(|json| !json.is_null()) {
            add(parse_json(json, &self.catalogue).map_err(|error| refused("filter", error))?);
        }
        if let Some(text) = text {
            add(parse_text(text, &self.catalogue).map_err(|error| refused("q", error))?);
        }
        Ok(Filter::all(parts))
    }

    /// The order of a request, and its name.
    pub(super) fn order(&self, sort: Option<&str>) -> ApiResult<(Order, String)> {
        let sort = sort.unwrap_or("-last_message_at");
        let (name, descending) = match sort.strip_prefix('-') {
            Some(name) => (name, true),
            None => (sort, false),
        };
        let by = match name {
            "name" => Some(OrderBy::Name),
            "created_at" => Some(OrderBy::CreatedAt),
            "last_message_at" => Some(OrderBy::LastMessageAt),
            name => self.attribute_order(name),
        };
        let by = by.ok_or_else(|| Problem::invalid("sort", self.offered()))?;
        Ok((Order { by, descending }, sort.to_owned()))
    }

    fn attribute_order(&self, name: &str) -> Option<OrderBy> {
        let mut fields = self.catalogue.fields();
        let field = fields.find(|field| field.name == name)?;
        match field.source {
            Source::Attribute { id, .. } => OrderBy::attribute(id, field.kind),
            _ => None,
        }
    }

    fn offered(&self) -> String {
        let attributes: Vec<&str> = self
            .catalogue
            .fields()
            .filter(|field| self.attribute_order(&field.name).is_some())
            .map(|field| field.name.as_str())
            .collect();
        let mut offered = vec!["name", "created_at", "last_message_at"];
        offered.extend(attributes);
        format!(
            "is no order; there are {}, each also with - before it for the largest first",
            offered.join(", ")
        )
    }
}

/// The refusals of calls that take a filter, for their description.
pub(super) struct FilterRefused;

impl IntoResponses for FilterRefused {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        let example = |summary: &str, value: Value| {
            RefOr::T(
                ExampleBuilder::new()
                    .summary(summary)
                    .value(Some(value))
                    .build(),
            )
        };
        let text = json!({
            "code": "filter.unknown_field", "status": 422,
            "title": "The filter was not understood at characters 0–4: there is no field “ordr”: \
                did you mean orders?.",
            "errors": [{"field": "q", "message": "there is no field “ordr”: did you mean orders?"}],
            "data": {"start": 0, "end": 4},
        });
        let json = json!({
            "code": "filter.bad_value", "status": 422,
            "title": "The filter was not understood at /and/1/value: “five” does not fit orders_count, \
                which takes a number, for example 5 or 12.5.",
            "errors": [{"field": "filter/and/1/value", "message": "“five” does not fit orders_count, \
                which takes a number, for example 5 or 12.5"}],
            "data": {"pointer": "/and/1/value"},
        });
        let invalid = json!({
            "code": "invalid", "status": 422, "title": "limit: must be from 1 to 200",
            "errors": [{"field": "limit", "message": "must be from 1 to 200"}],
        });
        let content = ContentBuilder::new()
            .schema(Some(RefOr::Ref(Ref::from_schema_name(Problem::name()))))
            .examples_from_iter([
                ("text", example("A mistake in a filter's text form", text)),
                ("json", example("A mistake in a filter's JSON form", json)),
                ("invalid", example("Another value at fault", invalid)),
            ])
            .build();
        let description = "Values are invalid; `errors` names each. A filter that is not understood has \
            the code `filter.unknown_field`, `filter.unknown_operator`, `filter.bad_value`, \
            `filter.syntax` or `filter.too_large`, and `data` says where the mistake is: `start` and \
            `end` in characters of the text form, or the JSON `pointer` within the filter.";
        let response = ResponseBuilder::new()
            .description(description)
            .content("application/problem+json", content)
            .build();
        BTreeMap::from([("422".to_owned(), RefOr::T(response))])
    }
}

/// The refusal of a filter, with the place of the mistake for whoever shows it.
fn refused(field: &str, error: FilterError) -> Problem {
    let (place, data) = match &error.at {
        Position::Span { start, end } => (String::new(), json!({"start": start, "end": end})),
        Position::Pointer(pointer) => (pointer.clone(), json!({"pointer": pointer})),
    };
    let mut problem = Problem::new(
        StatusCode::UNPROCESSABLE_ENTITY,
        error.code.as_str(),
        format!("The filter was not understood {error}."),
    );
    problem.errors = vec![FieldError {
        field: format!("{field}{place}"),
        message: error.message,
    }];
    problem.with_data(data)
}
