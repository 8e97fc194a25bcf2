//! Notes over HTTP.

use axum::extract::State;
use http::StatusCode;
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::store::{self, NoteRow};
use crate::access::{Can, permit};
use crate::app::App;
use crate::customers::store as customers;
use crate::customers::view::MemberRef;
use crate::http::{ApiResult, Json, Path, Problem, Query, bad_cursor, limit};
use crate::kernel::clock::Timestamp;
use crate::kernel::ids::{CustomerId, NoteId, WorkspaceId};
use crate::kernel::page::{Cursor, Page, list_key};
use crate::kernel::text::clean_text;
use crate::timeline;

/// The most characters of a note.
const BODY_CHARS: usize = 10_000;

/// The feature's routes.
pub(in crate::customers) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list_notes, create_note))
        .routes(routes!(update_note, delete_note))
}

/// A remark on a customer.
#[derive(Debug, Serialize, ToSchema)]
struct NoteView {
    /// Its id.
    id: NoteId,
    /// The customer it is about.
    customer_id: CustomerId,
    /// The text; it may have several lines.
    #[schema(example = "Prefers calls after 18:00.")]
    body: String,
    /// Who wrote it; null for a program.
    author: Option<MemberRef>,
    /// When it was written.
    created_at: Timestamp,
    /// When it was last changed.
    updated_at: Timestamp,
}

impl From<NoteRow> for NoteView {
    fn from(row: NoteRow) -> Self {
        let author = match (row.author_id, row.author_uuid, row.author_name) {
            (Some(id), Some(uuid), Some(name)) => Some(MemberRef { id, uuid, name }),
            _ => None,
        };
        Self {
            id: row.id,
            customer_id: row.customer_id,
            body: row.body,
            author,
            created_at: row.created_at,
            updated_at: row.updated_at,
        }
    }
}

/// The text of a note.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct WriteNote {
    /// At most 10,000 characters; it may have several lines.
    #[schema(example = "Prefers calls after 18:00.")]
    body: String,
}

impl WriteNote {
    fn check(&self) -> ApiResult<String> {
        match clean_text(&self.body, BODY_CHARS) {
            Ok(body) if body.is_empty() => Err(Problem::invalid("body", "must not be empty")),
            Ok(body) => Ok(body),
            Err(problem) => Err(Problem::invalid("body", problem.to_string())),
        }
    }
}

/// Where a page of notes begins and how long it is.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct NotePage {
    /// Rows of the page, 1 to 200.
    #[param(minimum = 1, default = 50)]
    limit: Option<i64>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
}

/// List a customer's notes
///
/// Newest first.
#[utoipa::path(get, path = "/customers/{id}/notes", tag = "notes",
    params(("id" = CustomerId, Path, description = "The customer."), NotePage),
    responses((status = 200, body = Page<NoteView>)))]
async fn list_notes(
    State(app): State<App>,
    caller: Can<permit::CustomersRead>,
    Path(customer): Path<CustomerId>,
    Query(page): Query<NotePage>,
) -> ApiResult<Json<Page<NoteView>>> {
    let limit = limit(page.limit)?;
    let list = list_key(&["notes", &customer.to_string()]);
    let before = match &page.cursor {
        None => None,
        Some(text) => {
            let id = Cursor::decode(text, &list).and_then(|cursor| cursor.int(0));
            Some(NoteId(id.ok_or_else(bad_cursor)?))
        }
    };
    if !customers::exists(&app.db, caller.workspace, customer).await? {
        return Err(Problem::not_found("customer"));
    }
    let rows = store::list(&app.db, caller.workspace, customer, before, limit + 1).await?;
    let page = Page::of(rows, limit, |last| {
        Cursor::new(&list, vec![last.id.0.into()])
    });
    Ok(Json(page.map(NoteView::from)))
}

/// Write a note on a customer
#[utoipa::path(post, path = "/customers/{id}/notes", tag = "notes",
    params(("id" = CustomerId, Path, description = "The customer.")), request_body = WriteNote,
    responses((status = 201, body = NoteView)))]
async fn create_note(
    State(app): State<App>,
    caller: Can<permit::CustomersWrite>,
    Path(customer): Path<CustomerId>,
    Json(input): Json<WriteNote>,
) -> ApiResult<(StatusCode, Json<NoteView>)> {
    let body = input.check()?;
    let by = (caller.actor, app.clock.now());
    let mut tx = app.db.begin().await?;
    if !customers::exists(&mut tx, caller.workspace, customer).await? {
        return Err(Problem::not_found("customer"));
    }
    let written = (caller.actor.member(), body.as_str());
    let id = store::insert(&mut tx, caller.workspace, customer, written, by.1).await?;
    let data = json!({"note_id": id, "new": body});
    timeline::tell(
        &mut tx,
        caller.workspace,
        customer,
        ("note.added", data),
        by,
    )
    .await?;
    tx.commit().await?;
    let note = load(&app, caller.workspace, id).await?;
    Ok((StatusCode::CREATED, Json(note.into())))
}

/// Change a note
#[utoipa::path(patch, path = "/notes/{id}", tag = "notes",
    params(("id" = NoteId, Path, description = "The note.")), request_body = WriteNote,
    responses((status = 200, body = NoteView)))]
async fn update_note(
    State(app): State<App>,
    caller: Can<permit::CustomersWrite>,
    Path(id): Path<NoteId>,
    Json(input): Json<WriteNote>,
) -> ApiResult<Json<NoteView>> {
    let body = input.check()?;
    let by = (caller.actor, app.clock.now());
    let mut tx = app.db.begin().await?;
    let found = store::find(&mut tx, caller.workspace, id).await?;
    let before = found.ok_or_else(|| Problem::not_found("note"))?;
    if before.body != body {
        store::update(&mut tx, caller.workspace, id, &body, by.1).await?;
        let data = json!({"note_id": id, "old": before.body, "new": body});
        timeline::tell(
            &mut tx,
            caller.workspace,
            before.customer_id,
            ("note.changed", data),
            by,
        )
        .await?;
    }
    tx.commit().await?;
    Ok(Json(load(&app, caller.workspace, id).await?.into()))
}

/// Delete a note
#[utoipa::path(delete, path = "/notes/{id}", tag = "notes",
    params(("id" = NoteId, Path, description = "The note.")),
    responses((status = 204, description = "It is gone.")))]
async fn delete_note(
    State(app): State<App>,
    caller: Can<permit::CustomersWrite>,
    Path(id): Path<NoteId>,
) -> ApiResult<StatusCode> {
    let by = (caller.actor, app.clock.now());
    let mut tx = app.db.begin().await?;
    let found = store::find(&mut tx, caller.workspace, id).await?;
    let note = found.ok_or_else(|| Problem::not_found("note"))?;
    store::delete(&mut tx, caller.workspace, id).await?;
    let data = json!({"note_id": id, "old": note.body});
    timeline::tell(
        &mut tx,
        caller.workspace,
        note.customer_id,
        ("note.deleted", data),
        by,
    )
    .await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn load(app: &App, workspace: WorkspaceId, id: NoteId) -> ApiResult<NoteRow> {
    let found = store::find(&app.db, workspace, id).await?;
    found.ok_or_else(|| Problem::not_found("note"))
}
