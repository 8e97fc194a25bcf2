//! The frame of the API's description: who it is, how to sign in, and the errors of every call.
//!
//! Handlers declare only their success; the failures that any call can have are added here.

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

/// Adds to every call the failures that any call can have.
pub fn document_failures(document: &mut OpenApi) {
    for (path, item) in &mut document.paths.paths {
        let enveloped = super::is_enveloped(path);
        let operations = [
            &mut item.get,
            &mut item.put,
            &mut item.post,
            &mut item.delete,
            &mut item.patch,
        ];
        for operation in operations.into_iter().flatten() {
            add_failures(operation, enveloped);
        }
    }
}

fn add_failures(operation: &mut Operation, enveloped: bool) {
    let has_body = operation.request_body.is_some();
    let failures = [
        (
            "400",
            "The request cannot be read: malformed JSON, an incomplete body.",
            true,
        ),
        ("401", "No valid API key or session.", true),
        ("403", "The caller may not do this.", true),
        ("404", "There is no such thing in this workspace.", true),
        (
            "409",
            "Something is in the way; `code` says what.",
            has_body,
        ),
        ("413", "The body is too large.", has_body),
        ("415", "The body is not JSON.", has_body),
        ("422", "Values are invalid; `errors` names each.", true),
        ("429", "Too many requests; try again later.", true),
        (
            "503",
            "The database or the server is busy; try again.",
            true,
        ),
    ];
    for (status, description, applies) in failures {
        if applies && !operation.responses.responses.contains_key(status) {
            operation
                .responses
                .responses
                .insert(status.to_owned(), RefOr::T(failure(description, enveloped)));
        }
    }
}

fn failure(description: &str, enveloped: bool) -> utoipa::openapi::Response {
    let (kind, schema) = if enveloped {
        ("application/json", Failure::name())
    } else {
        ("application/problem+json", Problem::name())
    };
    let schema = RefOr::Ref(Ref::from_schema_name(schema));
    ResponseBuilder::new()
        .description(description)
        .content(kind, ContentBuilder::new().schema(Some(schema)).build())
        .build()
}
