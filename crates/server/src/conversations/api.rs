//! Conversations over HTTP: the list, each of them, what a member changes, and its history.

use axum::extract::State;
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::list::{self, After, Answered, Filter, Opened};
use super::messages::MessageView;
use super::model::{Status, Wanted};
use super::store::{self, ConversationRow, Name};
use super::view::ConversationView;
use super::{actions, counts, messages, notes};
use crate::access::{Caller, Can, permit};
use crate::app::App;
use crate::customers;
use crate::http::{
    ApiResult, Faults, Json, Path, Problem, Query, bad_cursor, given, limit, nullable,
};
use crate::kernel::clock::Timestamp;
use crate::kernel::ids::{
    AccountId, ContactId, ConversationId, CustomerId, MemberId, MessageId, WorkspaceId,
};
use crate::kernel::page::{Cursor, Page, list_key};
use crate::search;
use crate::timeline::{EventPage, EventView, Events};
use crate::window;

/// The feature's routes.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list_conversations))
        .routes(routes!(get_conversation, update_conversation))
        .routes(routes!(list_conversation_events))
        .routes(routes!(list_customer_conversations))
        .merge(messages::routes())
        .merge(notes::routes())
        .merge(counts::routes())
}

/// Whose conversations are meant: the caller's, nobody's, or a member's.
#[derive(Debug, Clone, Copy)]
enum Assignee {
    Me,
    Nobody,
    Member(MemberId),
}

impl<'de> Deserialize<'de> for Assignee {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        match text.as_str() {
            "me" => Ok(Self::Me),
            "none" => Ok(Self::Nobody),
            id => match id.parse() {
                Ok(id) => Ok(Self::Member(MemberId(id))),
                Err(_) => Err(serde::de::Error::custom(
                    "must be me, none or a member's id",
                )),
            },
        }
    }
}

impl utoipa::PartialSchema for Assignee {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        use utoipa::openapi::schema::{ObjectBuilder, OneOfBuilder, Type};
        let words = ObjectBuilder::new()
            .schema_type(Type::String)
            .enum_values(Some(["me", "none"]));
        let id = ObjectBuilder::new()
            .schema_type(Type::Integer)
            .minimum(Some(1));
        OneOfBuilder::new().item(words).item(id).into()
    }
}

impl ToSchema for Assignee {}

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
    /// Only those that this member answers: `me`, `none` for nobody, or a member's id.
    #[param(inline)]
    assignee_id: Option<Assignee>,
    /// `true`: only those with something unread.
    unread: Option<bool>,
    /// `open`: only those in which the customer wrote within 24 hours, so that free-form messages can
    /// be sent; `closed`: only the others.
    #[param(inline)]
    window: Option<Opened>,
    /// Only with customers whose name, email or number has every one of these words; digits in any
    /// grouping. Words that very many have may give a page of fewer rows, and a `next_cursor`.
    search: Option<String>,
    /// Rows of the page, 1 to 200.
    #[param(minimum = 1, default = 50)]
    limit: Option<i64>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
}

impl ListConversations {
    fn filter(&self, caller: &Caller, now: Timestamp) -> ApiResult<Filter> {
        let mut faults = Faults::default();
        let answered = self.assignee_id.and_then(|assignee| match assignee {
            Assignee::Member(member) => Some(Answered::By(member)),
            Assignee::Nobody => Some(Answered::ByNobody),
            Assignee::Me => {
                let me = caller.actor.member();
                let me = me.ok_or("an API key is no member; give a member's id");
                faults.check("assignee_id", me).map(Answered::By)
            }
        });
        let query = self.search.as_deref().unwrap_or_default();
        let query = faults.check("search", search::Query::parse(query));
        faults.end()?;
        Ok(Filter {
            status: self.status,
            account: self.account_id,
            customer: self.customer_id,
            contact: self.contact_id,
            answered,
            unread: self.unread.unwrap_or(false),
            window: self
                .window
                .map(|opened| (opened, now.plus(-window::OPEN_FOR))),
            query: query.filter(|query| !query.is_everybody()),
        })
    }
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
    let filter = asked.filter(&caller, app.clock.now())?;
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
    if !customers::exists(&app.db, caller.workspace, customer).await? {
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
    // The next page is asked for a little later: what counts as open moves on, the list does not.
    let same = Filter {
        window: filter.window.map(|(opened, _)| (opened, Timestamp(0))),
        ..filter.clone()
    };
    let key = list_key(&["conversations", &format!("{same:?}")]);
    let (limit, after) = part.read(&key)?;
    let stretch = list::list(&app.db, workspace, filter, after, limit).await?;
    let mut page = Page::whole(stretch.rows).map(ConversationView::from);
    page.next_cursor = stretch
        .next
        .map(|(time, id)| Cursor::new(&key, vec![time.into(), id.into()]).encode());
    Ok(Json(page))
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

/// Changes to a conversation; what is absent stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"status": "snoozed", "snoozed_until": "2027-01-10T06:00:00Z",
    "assignee_id": 5, "unread": false}))]
struct UpdateConversation {
    /// Where it shall stand. Resolving it marks it as read; any other status opens a resolved one again.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Status, required = false)]
    status: Option<Status>,
    /// For the status snoozed: when it opens by itself; null, as when it is absent, for when the
    /// customer writes. Every message of theirs opens it, also before that time.
    #[serde(default, deserialize_with = "nullable")]
    #[schema(value_type = Option<Timestamp>)]
    snoozed_until: Option<Option<Timestamp>>,
    /// The member who answers it; null for nobody.
    #[serde(default, deserialize_with = "nullable")]
    #[schema(value_type = Option<MemberId>)]
    assignee_id: Option<Option<MemberId>>,
    /// False when all of it was seen; true to come back to it.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = bool, required = false)]
    unread: Option<bool>,
}

/// Change a conversation
///
/// Its status, who answers it, whether it is read. Each change is in its history.
#[utoipa::path(patch, path = "/conversations/{id}", tag = "conversations",
    params(("id" = String, Path, description = "The conversation's id or uuid.", example = "17")),
    request_body = UpdateConversation,
    responses((status = 200, body = ConversationView),
        (status = 409, description = "It cannot be opened again: another conversation with this \
            contact and account, in `data`, is not resolved.",
            body = Problem, content_type = "application/problem+json",
            example = json!({"code": "conversation.another_open", "status": 409,
                "title": "Another conversation with this contact is not resolved; go on in that one.",
                "data": {"conversation_id": 42}}))))]
async fn update_conversation(
    State(app): State<App>,
    caller: Can<permit::ConversationsWrite>,
    Path(name): Path<String>,
    Json(input): Json<UpdateConversation>,
) -> ApiResult<Json<ConversationView>> {
    let id = find(&app, caller.workspace, &name).await?.id;
    let wanted = Wanted {
        status: input.status,
        snoozed_until: input.snoozed_until,
        assignee: input.assignee_id,
        unread: input.unread,
    };
    actions::change(&app, &caller, id, wanted).await?;
    let changed = store::find(&app.db, caller.workspace, Name::Id(id)).await?;
    let changed = changed.ok_or_else(|| Problem::not_found("conversation"))?;
    Ok(Json(changed.into()))
}

/// List a conversation's history
///
/// Every change of its status and assignee, what was read, and notes; with who did it, the old and
/// the new value, newest first.
#[utoipa::path(get, path = "/conversations/{id}/history", tag = "conversations",
    params(("id" = String, Path, description = "The conversation's id or uuid.", example = "17"),
        EventPage),
    responses((status = 200, body = Page<EventView>)))]
async fn list_conversation_events(
    State(app): State<App>,
    caller: Can<permit::CustomersRead>,
    Path(name): Path<String>,
    Query(page): Query<EventPage>,
) -> ApiResult<Json<Page<EventView>>> {
    let id = find(&app, caller.workspace, &name).await?.id;
    let which = Events::OfConversation(id);
    Ok(Json(page.load(&app, caller.workspace, which).await?))
}

/// The id of the conversation with this id or uuid.
pub async fn find_id(app: &App, workspace: WorkspaceId, name: &str) -> ApiResult<ConversationId> {
    Ok(find(app, workspace, name).await?.id)
}

/// A message of a conversation as it is answered.
pub async fn message(
    app: &App,
    caller: &Caller,
    conversation: ConversationId,
    id: MessageId,
) -> ApiResult<MessageView> {
    let name = Name::Id(conversation);
    let found = store::find(&app.db, caller.workspace, name).await?;
    let conversation = found.ok_or_else(|| Problem::not_found("conversation"))?;
    messages::one(app, caller, &conversation, id).await
}

/// The conversation with this id or uuid.
pub(super) async fn find(
    app: &App,
    workspace: WorkspaceId,
    name: &str,
) -> ApiResult<ConversationRow> {
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
