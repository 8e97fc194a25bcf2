//! The frame of the API's description: who it is, how to sign in, and the errors of every call.
//!
//! Handlers declare only their success; the failures that any call can have are added here.

use serde_json::json;
use utoipa::openapi::path::Operation;
use utoipa::openapi::security::{
    ApiKey, ApiKeyValue, HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme,
};
use utoipa::openapi::{
    Components, ContentBuilder, InfoBuilder, OpenApi, OpenApiBuilder, Ref, RefOr, ResponseBuilder,
};
use utoipa::{PartialSchema, ToSchema};

use super::family::Failure;
use super::{FieldError, Problem};

/// Routes of the contacts API, which has an envelope of its own.
pub(super) const ENVELOPED: &str = "/api/contacts";

/// The document without any paths.
pub fn base() -> OpenApi {
    let mut components = Components::new();
    components
        .schemas
        .insert(Problem::name().into_owned(), Problem::schema());
    components
        .schemas
        .insert(FieldError::name().into_owned(), FieldError::schema());
    components
        .schemas
        .insert(Failure::name().into_owned(), Failure::schema());
    components.add_security_scheme(
        "bearer",
        SecurityScheme::Http(HttpBuilder::new().scheme(HttpAuthScheme::Bearer).build()),
    );
    components.add_security_scheme(
        "key",
        SecurityScheme::ApiKey(ApiKey::Header(ApiKeyValue::new("X-API-Key"))),
    );
    components.add_security_scheme(
        "session",
        SecurityScheme::ApiKey(ApiKey::Cookie(ApiKeyValue::new(
            crate::access::SESSION_COOKIE,
        ))),
    );
    OpenApiBuilder::new()
        .info(
            InfoBuilder::new()
                .title("Clientele")
                .version(env!("CARGO_PKG_VERSION"))
                .description(Some(
                    "The customer database for businesses that talk to people on WhatsApp.",
                ))
                .license(Some(
                    utoipa::openapi::LicenseBuilder::new()
                        .name("Apache-2.0")
                        .identifier(Some("Apache-2.0"))
                        .build(),
                ))
                .build(),
        )
        .components(Some(components))
        .security(Some(["bearer", "key", "session"].map(|scheme| {
            SecurityRequirement::new::<_, [&str; 0], &str>(scheme, [])
        })))
        .build()
}

/// Adds to every call the failures that any call can have, words for successes without any, and
/// examples.
pub fn complete(document: &mut OpenApi) {
    for (path, item) in &mut document.paths.paths {
        let enveloped = super::is_enveloped(path);
        let operations = [
            (&mut item.get, &[] as &[Known]),
            (&mut item.put, &OF_CHANGES),
            (&mut item.post, &OF_CHANGES),
            (&mut item.delete, &OF_CHANGES),
            (&mut item.patch, &OF_CHANGES),
        ];
        for (operation, of_method) in operations {
            if let Some(operation) = operation {
                describe_successes(operation);
                add_failures(operation, of_method, enveloped);
            }
        }
    }
    super::examples::fill(document);
}

fn describe_successes(operation: &mut Operation) {
    for (status, response) in &mut operation.responses.responses {
        if let RefOr::T(response) = response
            && response.description.is_empty()
        {
            response.description = match status.as_str() {
                "201" => "It is made.",
                "202" => "It is taken in and will be done.",
                "204" => "It is done; there is nothing to add.",
                _ => "What was asked for.",
            }
            .to_owned();
        }
    }
}

/// A failure that calls can have: status, code, what it means.
type Known = (&'static str, &'static str, &'static str);

/// Failures of every call.
const OF_ALL: [Known; 7] = [
    (
        "400",
        "incomplete_body",
        "The request cannot be read: malformed JSON, an incomplete body.",
    ),
    ("401", "unauthorized", "No valid API key or session."),
    ("403", "forbidden", "The caller may not do this."),
    (
        "404",
        "not_found",
        "There is no such thing in this workspace.",
    ),
    ("422", "invalid", "Values are invalid; `errors` names each."),
    (
        "429",
        "too_many_requests",
        "Too many requests; try again later.",
    ),
    (
        "503",
        "unavailable",
        "The database or the server is busy; try again.",
    ),
];

/// Failures of calls that change something. What is in the way is described by the handler where it is
/// special; anything can lose a race for a unique name, or against a delete.
const OF_CHANGES: [Known; 1] = [("409", "taken", "Something is in the way; `code` says what.")];

/// Failures of calls with a body.
const OF_BODIES: [Known; 2] = [
    ("413", "too_large", "The body is too large."),
    ("415", "unsupported_media_type", "The body is not JSON."),
];

fn add_failures(operation: &mut Operation, of_method: &[Known], enveloped: bool) {
    let of_bodies: &[Known] = match operation.request_body {
        Some(_) => &OF_BODIES,
        None => &[],
    };
    for known in OF_ALL.iter().chain(of_method).chain(of_bodies) {
        operation
            .responses
            .responses
            .entry(known.0.to_owned())
            .or_insert_with(|| RefOr::T(failure(*known, enveloped)));
    }
}

fn failure((status, code, description): Known, enveloped: bool) -> utoipa::openapi::Response {
    let title = description.split([';', ':']).next().unwrap_or(description);
    let title = format!("{}.", title.trim_end_matches('.'));
    let errors = [FieldError {
        field: "name".into(),
        message: "must not be empty".into(),
    }];
    let (kind, schema, mut example) = if enveloped {
        let example = json!({"status": "error", "message": title, "data": null});
        ("application/json", Failure::name(), example)
    } else {
        let example =
            json!({"code": code, "title": title, "status": status.parse().unwrap_or(500)});
        ("application/problem+json", Problem::name(), example)
    };
    if code == "invalid" {
        example["errors"] = json!(errors);
    }
    let content = ContentBuilder::new()
        .schema(Some(RefOr::Ref(Ref::from_schema_name(schema))))
        .example(Some(example));
    ResponseBuilder::new()
        .description(description)
        .content(kind, content.build())
        .build()
}
