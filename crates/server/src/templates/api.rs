//! Templates over HTTP.

use axum::extract::State;
use http::StatusCode;
use serde::Deserialize;
use serde_json::{Map, Value, json};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use whatsapp::template::check_new;

use super::actions::{self, Edit, refuse};
use super::model::{Template, TemplateCategory, TemplateStatus};
use super::preview::{self, TemplatePreview};
use super::store::{self, After, Filter};
use super::sync::{self, TemplatesSynced};
use super::view::{TemplateDetail, TemplateView};
use crate::access::{Can, permit};
use crate::app::App;
use crate::http::{ApiResult, Faults, Json, Path, Problem, Query, bad_cursor, limit, to_the_end};
use crate::kernel::ids::{AccountId, TemplateId};
use crate::kernel::needles::needles;
use crate::kernel::page::{Cursor, Page, list_key};

/// The most characters of a search.
const SEARCH_CHARS: usize = 200;

/// The feature's routes.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list_templates, create_template))
        .routes(routes!(sync_templates))
        .routes(routes!(get_template, update_template, delete_template))
        .routes(routes!(preview_template))
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct ListTemplates {
    /// Only those that this account can send, or could when Meta approves them.
    account_id: Option<AccountId>,
    /// Only in this status. Those that Meta no longer has are left out unless `DELETED` is asked for.
    #[param(inline)]
    status: Option<TemplateStatus>,
    /// Only of this category.
    #[param(inline)]
    category: Option<TemplateCategory>,
    /// Only in this language, by Meta's code: `ar`, `en_US`, …
    language: Option<String>,
    /// Only of this name.
    name: Option<String>,
    /// Only those with these words in their name or body, in any spelling; at most 200 characters.
    search: Option<String>,
    /// Rows of the page, 1 to 200.
    #[param(minimum = 1, default = 50)]
    limit: Option<i64>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
}

/// List templates
///
/// By name and language, as Meta last told of them.
#[utoipa::path(get, path = "/templates", tag = "templates", params(ListTemplates),
    responses((status = 200, body = Page<TemplateView>)))]
async fn list_templates(
    State(app): State<App>,
    caller: Can<permit::CustomersRead>,
    Query(asked): Query<ListTemplates>,
) -> ApiResult<Json<Page<TemplateView>>> {
    let limit = limit(asked.limit)?;
    let search = asked.search.unwrap_or_default();
    if search.chars().count() > SEARCH_CHARS {
        let message = format!("must have at most {SEARCH_CHARS} characters");
        return Err(Problem::invalid("search", message));
    }
    let filter = Filter {
        account: asked.account_id,
        status: asked.status,
        category: asked.category,
        language: asked.language,
        name: asked.name,
        needles: needles(&search),
    };
    let list = list_key(&["templates", &format!("{filter:?}")]);
    let after = match &asked.cursor {
        None => None,
        Some(text) => Some(place(text, &list).ok_or_else(bad_cursor)?),
    };
    let rows = store::list(&app.db, caller.workspace, &filter, after, limit + 1).await?;
    let page = Page::of(rows, limit, |last: &Template| {
        let keys = json!([last.name, last.language, last.id]);
        Cursor::new(&list, keys.as_array().cloned().unwrap_or_default())
    });
    Ok(Json(page.map(TemplateView::from)))
}

/// The place that a cursor names.
fn place(text: &str, list: &str) -> Option<After> {
    let cursor = Cursor::decode(text, list)?;
    let name = |index| cursor.text(index).map(str::to_owned);
    Some((name(0)?, name(1)?, cursor.int(2)?))
}

/// Get a template
///
/// With its components and what must be filled in to send it.
#[utoipa::path(get, path = "/templates/{id}", tag = "templates",
    params(("id" = TemplateId, Path, description = "The template.")),
    responses((status = 200, body = TemplateDetail)))]
async fn get_template(
    State(app): State<App>,
    caller: Can<permit::CustomersRead>,
    Path(id): Path<TemplateId>,
) -> ApiResult<Json<TemplateDetail>> {
    let template = actions::get(&app, caller.workspace, id).await?;
    Ok(Json(template.into()))
}

/// A new template. Other keys that Meta knows can be given as well.
#[derive(ToSchema)]
#[expect(dead_code, reason = "describes a body that is read key by key")]
struct CreateTemplate {
    /// The account whose business account gets it.
    account_id: AccountId,
    /// Its name: small letters a to z, digits and `_`, at most 512.
    #[schema(example = "order_confirmation", max_length = 512)]
    name: String,
    /// Meta's code of the language.
    #[schema(example = "ar")]
    language: String,
    /// What it is for. Meta may decide otherwise.
    category: TemplateCategory,
    /// `POSITIONAL` for variables such as `{{1}}`, `NAMED` for `{{first_name}}`.
    #[schema(example = "POSITIONAL", default = "POSITIONAL", nullable = false)]
    parameter_format: Option<String>,
    /// What it is made of, as Meta takes it: a `BODY`, and perhaps `HEADER`, `FOOTER` and `BUTTONS`.
    /// Each variable needs an example.
    #[schema(value_type = Vec<Object>, example = json!([{"type": "BODY", "text": "Your order {{1}} is confirmed. Total: {{2}}.", "example": {"body_text": [["A-17", "45 SAR"]]}}]))]
    components: Value,
    /// After how many seconds an undelivered message is dropped.
    #[schema(example = 43200, nullable = false)]
    message_send_ttl_seconds: Option<i64>,
}

/// Create a template
///
/// Meta is asked for it at once, and looks at it for minutes or hours: until then it is `PENDING`.
/// The category in the answer may be another than the one asked for.
#[utoipa::path(post, path = "/templates", tag = "templates", request_body = CreateTemplate,
    responses((status = 201, body = TemplateDetail),
        (status = 409, description = "Meta refuses the account's token, or it is lost.",
            body = Problem, content_type = "application/problem+json",
            example = json!({"code": "meta.token", "status": 409,
                "title": "The access token is not valid. (Meta refused with code 190: Error validating access token)",
                "data": {"code": 190, "subcode": null, "message": "Error validating access token", "details": null, "fbtrace_id": "A1b2"}})),
        (status = 422, description = "Values are invalid; `errors` names each. With the code `meta.refused`, Meta does not want it: `data` has its words.",
            body = Problem, content_type = "application/problem+json",
            example = json!({"code": "invalid", "status": 422,
                "title": "components: have no body: a template needs a component of type `BODY`",
                "errors": [{"field": "components", "message": "have no body: a template needs a component of type `BODY`"}]})),
        (status = 502, description = "Meta gave no answer.",
            body = Problem, content_type = "application/problem+json",
            example = json!({"code": "meta.unreachable", "status": 502,
                "title": "Meta could not be reached, so nothing was done."}))))]
async fn create_template(
    State(app): State<App>,
    caller: Can<permit::SettingsWrite>,
    Json(mut input): Json<Map<String, Value>>,
) -> ApiResult<(StatusCode, Json<TemplateDetail>)> {
    let mut faults = Faults::default();
    let account = match input.remove("account_id").unwrap_or_default() {
        Value::Null => Err("is missing: name the account whose template it will be"),
        account => account.as_i64().ok_or("must be an account's id"),
    };
    let account = faults.check("account_id", account).map(AccountId);
    let template = Value::Object(input);
    if let Err(problem) = refuse(check_new(&template).err().unwrap_or_default()) {
        for error in problem.errors {
            faults.add(error.field, error.message);
        }
    }
    let Some(account) = account.filter(|_| faults.is_empty()) else {
        return Err(faults.problem());
    };
    let (workspace, actor) = (caller.workspace, caller.actor);
    let made =
        to_the_end(
            async move { actions::create(&app, workspace, actor, (account, template)).await },
        );
    Ok((StatusCode::CREATED, Json(made.await?.into())))
}

/// Changes to a template; what is absent stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct UpdateTemplate {
    /// What it is for. Approved templates keep theirs.
    #[schema(example = "UTILITY", nullable = false)]
    category: Option<String>,
    /// All that it is made of, as Meta takes it.
    #[schema(value_type = Option<Vec<Object>>, nullable = false, example = json!([{"type": "BODY", "text": "Your order {{1}} is on its way.", "example": {"body_text": [["A-17"]]}}]))]
    components: Option<Vec<Value>>,
    /// After how many seconds an undelivered message is dropped.
    #[schema(example = 43200, nullable = false)]
    message_send_ttl_seconds: Option<i64>,
}

/// Change a template
///
/// Meta looks at it again, and it cannot be sent meanwhile. An approved one can be changed once a day
/// and ten times in thirty days; name and language stay.
#[utoipa::path(patch, path = "/templates/{id}", tag = "templates", request_body = UpdateTemplate,
    params(("id" = TemplateId, Path, description = "The template.")),
    responses((status = 200, body = TemplateDetail),
        (status = 409, description = "It is neither approved nor rejected nor paused, or no account can speak for it.",
            body = Problem, content_type = "application/problem+json",
            example = json!({"code": "template.not_editable", "status": 409,
                "title": "Meta changes templates that are approved, rejected or paused; this one is PENDING."})),
        (status = 502, description = "Meta gave no answer.",
            body = Problem, content_type = "application/problem+json",
            example = json!({"code": "meta.unreachable", "status": 502,
                "title": "Meta could not be reached, so nothing was done."}))))]
async fn update_template(
    State(app): State<App>,
    caller: Can<permit::SettingsWrite>,
    Path(id): Path<TemplateId>,
    Json(input): Json<UpdateTemplate>,
) -> ApiResult<Json<TemplateDetail>> {
    let edit = Edit {
        category: input.category,
        components: input.components,
        message_send_ttl_seconds: input.message_send_ttl_seconds,
    };
    let (workspace, actor) = (caller.workspace, caller.actor);
    let edited =
        to_the_end(async move { actions::update(&app, workspace, actor, (id, edit)).await });
    Ok(Json(edited.await?.into()))
}

/// Delete a template
///
/// Only this translation. It stays here with the status `DELETED`; Meta gives its name to another
/// template only after thirty days.
#[utoipa::path(delete, path = "/templates/{id}", tag = "templates",
    params(("id" = TemplateId, Path, description = "The template.")),
    responses((status = 204, description = "Meta no longer has it."),
        (status = 502, description = "Meta gave no answer.",
            body = Problem, content_type = "application/problem+json",
            example = json!({"code": "meta.unreachable", "status": 502,
                "title": "Meta could not be reached, so nothing was done."}))))]
async fn delete_template(
    State(app): State<App>,
    caller: Can<permit::SettingsWrite>,
    Path(id): Path<TemplateId>,
) -> ApiResult<StatusCode> {
    let (workspace, actor) = (caller.workspace, caller.actor);
    to_the_end(async move { actions::remove(&app, workspace, actor, id).await }).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The values of a send.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct PreviewTemplate {
    /// The values by the part of the template they are for, as a message has them in `template.components`.
    #[serde(default)]
    #[schema(value_type = Option<Vec<Object>>, nullable = false, example = json!([{"type": "body", "parameters": [{"type": "text", "text": "A-17"}, {"type": "text", "text": "45 SAR"}]}]))]
    components: Vec<Value>,
}

/// Preview a template
///
/// What the customer will read with these values, and all that keeps them from being sent.
#[utoipa::path(post, path = "/templates/{id}/preview", tag = "templates",
    request_body = PreviewTemplate,
    params(("id" = TemplateId, Path, description = "The template.")),
    responses((status = 200, body = TemplatePreview)))]
async fn preview_template(
    State(app): State<App>,
    caller: Can<permit::CustomersRead>,
    Path(id): Path<TemplateId>,
    Json(input): Json<PreviewTemplate>,
) -> ApiResult<Json<TemplatePreview>> {
    let template = actions::get(&app, caller.workspace, id).await?;
    let known = template.known();
    let known = known.ok_or_else(|| Problem::not_found("template"))?;
    Ok(Json(preview::preview(&known, &input.components.into())))
}

/// Whose templates to list at Meta.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct SyncTemplates {
    /// The account; all templates of its business account are taken over.
    account_id: AccountId,
}

/// Sync templates
///
/// Takes over what Meta lists. Templates that Meta no longer has are kept with the status `DELETED`.
/// Webhooks keep templates up to date by themselves; this is for those that were missed or made before
/// the number was connected.
#[utoipa::path(post, path = "/templates/sync", tag = "templates", request_body = SyncTemplates,
    responses((status = 200, body = TemplatesSynced),
        (status = 409, description = "Meta refuses the account's token, or it is lost.",
            body = Problem, content_type = "application/problem+json",
            example = json!({"code": "meta.token", "status": 409,
                "title": "The access token is not valid. (Meta refused with code 190: Error validating access token)",
                "data": {"code": 190, "subcode": null, "message": "Error validating access token", "details": null, "fbtrace_id": "A1b2"}})),
        (status = 502, description = "Meta gave no answer.",
            body = Problem, content_type = "application/problem+json",
            example = json!({"code": "meta.unreachable", "status": 502,
                "title": "Meta could not be reached, so nothing was done."}))))]
async fn sync_templates(
    State(app): State<App>,
    caller: Can<permit::SettingsWrite>,
    Json(input): Json<SyncTemplates>,
) -> ApiResult<Json<TemplatesSynced>> {
    let (workspace, actor) = (caller.workspace, caller.actor);
    let account = input.account_id;
    let synced = to_the_end(async move { sync::sync(&app, workspace, actor, account).await });
    Ok(Json(synced.await?))
}
