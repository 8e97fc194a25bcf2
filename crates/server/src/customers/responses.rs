//! Responses: what a customer answered in flows and forms, each kept the moment it is given.

use axum::extract::State;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::store;
use crate::access::{Can, permit};
use crate::app::App;
use crate::db::{self, Db, sql};
use crate::http::{ApiResult, Json, Path, Problem, Query, bad_cursor, limit};
use crate::kernel::clock::Timestamp;
use crate::kernel::ids::{ConversationId, CustomerId, WorkspaceId};
use crate::kernel::page::{Cursor, Page, list_key};

crate::id!(/** One answer of a customer. */ ResponseId);

crate::words! {
    /// How an answer was given.
    enum ResponseType {
        /// In words.
        Text => "text",
        /// By a button.
        Button => "button",
        /// By choosing from a list.
        List => "list",
        /// By a member who approved or refused.
        Approval => "approval",
        /// By replying to a message.
        Reply => "reply",
    }
}

/// The feature's routes.
pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list_responses))
}

/// One answer of a customer.
#[derive(Debug, Serialize, ToSchema)]
struct ResponseView {
    /// Its id.
    id: ResponseId,
    /// The customer who answered.
    customer_id: CustomerId,
    /// The conversation in which they answered.
    conversation_id: Option<ConversationId>,
    /// What the answer was saved as.
    #[schema(example = "service_choice")]
    question_key: String,
    /// The question as it was asked.
    #[schema(example = "What service do you need?")]
    question_text: String,
    /// The answer.
    #[schema(example = "Delivery")]
    response_value: String,
    /// How it was given.
    response_type: ResponseType,
    /// What else is known of it.
    #[schema(value_type = Object)]
    response_metadata: Value,
    /// When it was given.
    created_at: Timestamp,
}

crate::row! {
    struct ResponseRow {
        id: ResponseId,
        customer_id: CustomerId,
        conversation_id: Option<ConversationId>,
        question_key: String,
        question_text: String,
        response_value: String,
        response_type: ResponseType,
        response_metadata: db::Json<Value>,
        created_at: Timestamp,
    }
}

impl From<ResponseRow> for ResponseView {
    fn from(row: ResponseRow) -> Self {
        Self {
            id: row.id,
            customer_id: row.customer_id,
            conversation_id: row.conversation_id,
            question_key: row.question_key,
            question_text: row.question_text,
            response_value: row.response_value,
            response_type: row.response_type,
            response_metadata: row.response_metadata.0,
            created_at: row.created_at,
        }
    }
}

/// Where a page of responses begins and how long it is.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct ResponsePage {
    /// Rows of the page, 1 to 200.
    #[param(minimum = 1, default = 50)]
    limit: Option<i64>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
}

/// List a customer's responses
///
/// Their answers in flows and forms, newest first.
#[utoipa::path(get, path = "/customers/{id}/responses", tag = "customers",
    params(("id" = CustomerId, Path, description = "The customer."), ResponsePage),
    responses((status = 200, body = Page<ResponseView>)))]
async fn list_responses(
    State(app): State<App>,
    caller: Can<permit::CustomersRead>,
    Path(customer): Path<CustomerId>,
    Query(page): Query<ResponsePage>,
) -> ApiResult<Json<Page<ResponseView>>> {
    let limit = limit(page.limit)?;
    let list = list_key(&["responses", &customer.to_string()]);
    let before = match &page.cursor {
        None => ResponseId(i64::MAX),
        Some(text) => {
            let id = Cursor::decode(text, &list).and_then(|cursor| cursor.int(0));
            ResponseId(id.ok_or_else(bad_cursor)?)
        }
    };
    if !store::exists(&app.db, caller.workspace, customer).await? {
        return Err(Problem::not_found("customer"));
    }
    let rows = load(&app.db, caller.workspace, customer, before, limit + 1).await?;
    let page = Page::of(rows, limit, |last| {
        Cursor::new(&list, vec![last.id.0.into()])
    });
    Ok(Json(page.map(ResponseView::from)))
}

async fn load(
    db: &Db,
    workspace: WorkspaceId,
    customer: CustomerId,
    before: ResponseId,
    limit: i64,
) -> db::Result<Vec<ResponseRow>> {
    sql(
        "SELECT id, customer_id, conversation_id, question_key, question_text, response_value,
             response_type, response_metadata, created_at
         FROM customer_responses
         WHERE workspace_id = $1 AND customer_id = $2 AND id < $3
         ORDER BY id DESC LIMIT $4",
    )
    .bind(workspace)
    .bind(customer)
    .bind(before)
    .bind(limit)
    .all(db)
    .await
}
