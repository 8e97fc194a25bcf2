//! Groups over HTTP.

use std::collections::HashMap;

use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::store::{self, GroupRow, Known, MessageRow};
use crate::access::{Can, permit};
use crate::app::App;
use crate::http::{ApiResult, Json, Path, Problem, Query, bad_cursor, limit};
use crate::kernel::clock::Timestamp;
use crate::kernel::ids::{AccountId, ContactId, CustomerId, GroupId, GroupMessageId};
use crate::kernel::page::{Cursor, Page, list_key};

/// The feature's routes.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list_groups))
        .routes(routes!(list_group_messages))
}

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
    /// The checked limit, and the place before which the page begins.
    fn read(&self, list: &str) -> ApiResult<(i64, (i64, i64))> {
        let limit = limit(self.limit)?;
        let Some(text) = &self.cursor else {
            return Ok((limit, (i64::MAX, i64::MAX)));
        };
        let place = Cursor::decode(text, list)
            .and_then(|cursor| Some((cursor.int(0)?, cursor.int(1)?)))
            .ok_or_else(bad_cursor)?;
        Ok((limit, place))
    }
}

/// A group that one of the business's numbers is in.
#[derive(Debug, Serialize, ToSchema)]
struct GroupView {
    /// Its id.
    id: GroupId,
    /// The account that is in it.
    account_id: AccountId,
    /// WhatsApp's id of it.
    #[schema(example = "Y2FwaV9ncm91cDoxMjM0NTY3ODkw")]
    whatsapp_group_id: String,
    /// What it is called; null until WhatsApp told.
    #[schema(example = "فريق التوصيل 🚚")]
    subject: Option<String>,
    /// The latest message or update.
    last_message_at: Timestamp,
    /// Messages, updates apart.
    messages_count: i64,
    /// When it became known.
    created_at: Timestamp,
}

impl From<GroupRow> for GroupView {
    fn from(row: GroupRow) -> Self {
        Self {
            id: row.id,
            account_id: row.account_id,
            whatsapp_group_id: row.group_id,
            subject: row.subject,
            last_message_at: row.last_message_at,
            messages_count: row.messages_count,
            created_at: row.created_at,
        }
    }
}

/// List groups
///
/// The most recently active first. Groups are read here, not written to.
#[utoipa::path(get, path = "/groups", tag = "groups", params(PartOfList),
    responses((status = 200, body = Page<GroupView>)))]
async fn list_groups(
    State(app): State<App>,
    caller: Can<permit::CustomersRead>,
    Query(part): Query<PartOfList>,
) -> ApiResult<Json<Page<GroupView>>> {
    let list = list_key(&["groups"]);
    let (limit, before) = part.read(&list)?;
    let rows = store::list(&app.db, caller.workspace, before, limit + 1).await?;
    let page = Page::of(rows, limit, |last| {
        let keys = vec![last.last_message_at.0.into(), last.id.0.into()];
        Cursor::new(&list, keys)
    });
    Ok(Json(page.map(GroupView::from)))
}

/// Something said in a group, or about it.
#[derive(Debug, Serialize, ToSchema)]
struct GroupMessageView {
    /// Its id.
    id: GroupMessageId,
    /// Whether it is about the group: that somebody joined, that it got another name.
    is_update: bool,
    /// The type of the message such as text or image, or WhatsApp's name of the update.
    #[schema(example = "text")]
    r#type: String,
    /// Who said it, or whom the update is about; null when it is about the group alone.
    sender: Option<GroupSender>,
    /// What a person reads of it.
    #[schema(example = "وصلت الطلبية ✅")]
    text: Option<String>,
    /// All the rest, by type.
    #[schema(value_type = Object)]
    payload: serde_json::Value,
    /// The `wamid` of the message it answers.
    reply_to: Option<String>,
    /// WhatsApp's id of it.
    wamid: Option<String>,
    /// WhatsApp's time of it.
    at: Timestamp,
    /// When it reached us.
    received_at: Timestamp,
}

/// Somebody in a group.
#[derive(Debug, Serialize, ToSchema)]
struct GroupSender {
    /// Their number, where it is shown.
    #[schema(example = "+966501234567")]
    phone: Option<String>,
    /// Their business-scoped user id.
    user_id: Option<String>,
    /// What the business calls them if they are a customer, else what they call themselves.
    #[schema(example = "نورة الفيصل")]
    name: Option<String>,
    /// The contact with this number or user id, if there is one.
    contact_id: Option<ContactId>,
    /// The contact's customer.
    customer_id: Option<CustomerId>,
}

impl GroupMessageView {
    fn of(row: MessageRow, people: &HashMap<String, Known>) -> Self {
        let known = [&row.user_id, &row.number].into_iter().flatten();
        let known = known.into_iter().find_map(|id| people.get(id));
        let is_somebody = row.number.is_some() || row.user_id.is_some();
        Self {
            id: row.id,
            is_update: row.is_update,
            r#type: row.kind,
            sender: is_somebody.then(|| GroupSender {
                name: known.and_then(|known| known.3.clone()).or(row.name),
                contact_id: known.map(|known| known.1),
                customer_id: known.map(|known| known.2),
                phone: row.number,
                user_id: row.user_id,
            }),
            text: row.text,
            payload: row.payload.0,
            reply_to: row.reply_to,
            wamid: row.wamid,
            at: row.at,
            received_at: row.received_at,
        }
    }
}

/// List a group's messages
///
/// What was said, and what happened to the group, newest first.
#[utoipa::path(get, path = "/groups/{id}/messages", tag = "groups",
    params(("id" = GroupId, Path, description = "The group's id."), PartOfList),
    responses((status = 200, body = Page<GroupMessageView>)))]
async fn list_group_messages(
    State(app): State<App>,
    caller: Can<permit::CustomersRead>,
    Path(group): Path<GroupId>,
    Query(part): Query<PartOfList>,
) -> ApiResult<Json<Page<GroupMessageView>>> {
    let (db, workspace) = (&app.db, caller.workspace);
    if !store::exists(db, workspace, group).await? {
        return Err(Problem::not_found("group"));
    }
    let list = list_key(&["group messages", &group.to_string()]);
    let (limit, before) = part.read(&list)?;
    let rows = store::messages(db, workspace, group, before, limit + 1).await?;
    let page = Page::of(rows, limit, |last| {
        Cursor::new(&list, vec![last.at.0.into(), last.id.0.into()])
    });
    let ids = page
        .items
        .iter()
        .flat_map(|row| [&row.number, &row.user_id]);
    let ids = ids.flatten().cloned().collect();
    let known = store::known(db, workspace, ids).await?;
    let people = known.into_iter().map(|known| (known.0.clone(), known));
    let people: HashMap<String, Known> = people.collect();
    Ok(Json(page.map(|row| GroupMessageView::of(row, &people))))
}
