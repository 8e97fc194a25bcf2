//! Conversations and their messages over HTTP, to read.

use axum::extract::State;
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::model::{ConversationView, MessageView, Status};
use super::store::{self, After, ConversationRow, Filter, Name};
use crate::access::{Can, permit};
use crate::app::App;
use crate::http::{ApiResult, Json, Path, Problem, Query, bad_cursor, limit};
use crate::kernel::ids::{AccountId, ContactId, ConversationId, CustomerId, MemberId, WorkspaceId};
use crate::kernel::page::{Cursor, Page, list_key};

/// The feature's routes.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list_conversations))
        .routes(routes!(get_conversation))
        .routes(routes!(list_messages))
        .routes(routes!(list_customer_conversations))
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct ListConversations {
    /// Only in this status.
    status: Option<Status>,
    /// Only with this account.
    account_id: Option<AccountId>,
    /// Only with this customer.
    customer_id: Option<CustomerId>,
    /// Only with this contact.
    contact_id: Option<ContactId>,
    /// Only those that this member answers.
    assignee_id: Option<MemberId>,
    /// Rows of the page, 1 to 200.
    #[param(minimum = 1, default = 50)]
    limit: Option<i64>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
}

/// List conversations
///
/// The most recently active first.
#[utoipa::path(get, path = "/conversations", tag = "conversations", params(ListConversations),
    responses((status = 200, body = Page<ConversationView>)))]
async fn list_conversations(
    State(app): State<App>,
    caller: Can<permit::CustomersRead>,
    Query(asked): Query<ListConversations>,
) -> ApiResult<Json<Page<ConversationView>>> {
    let filter = Filter {
        status: asked.status,
        account: asked.account_id,
        customer: asked.customer_id,
        contact: asked.contact_id,
        assignee: asked.assignee_id,
    };
    let part = PartOfList {
        limit: asked.limit,
        cursor: asked.cursor,
    };
    load(&app, caller.workspace, &filter, part).await
}

/// Where a page begins and how long it is.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct PartOfList {
    /// Rows of the page, 1 to 200.
    #[param(minimum = 1, default = 50)]
    limit: Option<i64>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
}

impl PartOfList {
    /// The checked limit, and the place where the page begins.
    fn read(&self, list: &str) -> ApiResult<(i64, Option<After>)> {
        let limit = limit(self.limit)?;
        let Some(text) = &self.cursor else {
            return Ok((limit, None));
        };
        let place = Cursor::decode(text, list)
            .and_then(|cursor| Some((cursor.int(0)?, cursor.int(1)?)))
            .ok_or_else(bad_cursor)?;
        Ok((limit, Some(place)))
    }
}

/// List a customer's conversations
///
/// The most recently active first, over all of the customer's contacts.
#[utoipa::path(get, path = "/customers/{id}/conversations", tag = "conversations",
    params(("id" = CustomerId, Path, description = "The customer's id."), PartOfList),
    responses((status = 200, body = Page<ConversationView>)))]
async fn list_customer_conversations(
    State(app): State<App>,
    caller: Can<permit::CustomersRead>,
    Path(customer): Path<CustomerId>,
    Query(part): Query<PartOfList>,
) -> ApiResult<Json<Page<ConversationView>>> {
    if !store::has_customer(&app.db, caller.workspace, customer).await? {
        return Err(Problem::not_found("customer"));
    }
    let filter = Filter {
        customer: Some(customer),
        ..Filter::default()
    };
    load(&app, caller.workspace, &filter, part).await
}

async fn load(
    app: &App,
    workspace: WorkspaceId,
    filter: &Filter,
    part: PartOfList,
) -> ApiResult<Json<Page<ConversationView>>> {
    let list = list_key(&["conversations", &format!("{filter:?}")]);
    let (limit, after) = part.read(&list)?;
    let rows = store::list(&app.db, workspace, filter, after, limit + 1).await?;
    let page = Page::of(rows, limit, |last: &ConversationRow| {
        Cursor::new(&list, vec![last.last_message_at.0.into(), last.id.0.into()])
    });
    Ok(Json(page.map(ConversationView::from)))
}

/// Get a conversation
///
/// By its integer id or its uuid.
#[utoipa::path(get, path = "/conversations/{id}", tag = "conversations",
    params(("id" = String, Path, description = "The conversation's id or uuid.", example = "17")),
    responses((status = 200, body = ConversationView)))]
async fn get_conversation(
    State(app): State<App>,
    caller: Can<permit::CustomersRead>,
    Path(name): Path<String>,
) -> ApiResult<Json<ConversationView>> {
    let conversation = find(&app, caller.workspace, &name).await?;
    Ok(Json(conversation.into()))
}

/// List a conversation's messages
///
/// The newest first, by WhatsApp's own time of them.
#[utoipa::path(get, path = "/conversations/{id}/messages", tag = "conversations",
    params(
        ("id" = String, Path, description = "The conversation's id or uuid.", example = "17"),
        PartOfList),
    responses((status = 200, body = Page<MessageView>)))]
async fn list_messages(
    State(app): State<App>,
    caller: Can<permit::CustomersRead>,
    Path(name): Path<String>,
    Query(part): Query<PartOfList>,
) -> ApiResult<Json<Page<MessageView>>> {
    let conversation = find(&app, caller.workspace, &name).await?.id;
    let list = list_key(&["messages", &conversation.to_string()]);
    let (limit, after) = part.read(&list)?;
    let db = &app.db;
    let rows = store::messages(db, caller.workspace, conversation, after, limit + 1).await?;
    let page = Page::of(rows, limit, |last| {
        Cursor::new(&list, vec![last.at.0.into(), last.id.0.into()])
    });
    Ok(Json(page.map(MessageView::from)))
}

/// The conversation with this id or uuid.
async fn find(app: &App, workspace: WorkspaceId, name: &str) -> ApiResult<ConversationRow> {
    let no_such = || Problem::not_found("conversation");
    let name = match (name.parse::<i64>(), name.parse()) {
        (Ok(id), _) => Name::Id(ConversationId(id)),
        (_, Ok(uuid)) => Name::Uuid(uuid),
        _ => return Err(no_such()),
    };
    store::find(&app.db, workspace, name)
        .await?
        .ok_or_else(no_such)
}
