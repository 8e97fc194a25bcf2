//! Notes in a thread over HTTP.

use axum::extract::State;
use http::StatusCode;
use serde::Deserialize;
use serde_json::{Value, json};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::super::api::find;
use super::super::messages::{self, MessageView};
use super::super::store::{self as conversations, Locked};
use super::store::{self, NoteRow};
use crate::access::{Actor, Caller, Can, Permission, permit};
use crate::app::App;
use crate::db::Tx;
use crate::http::{ApiResult, Faults, Json, Path, Problem, given};
use crate::kernel::ids::{ConversationId, MemberId, MessageId, WorkspaceId};
use crate::kernel::text::clean_text;
use crate::timeline;

/// The most characters of a note.
const TEXT_CHARS: usize = 10_000;
/// The most members one note names.
const MENTIONS: usize = 20;

/// The routes.
pub(in crate::conversations) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(create_thread_note))
        .routes(routes!(update_thread_note, delete_thread_note))
}

/// A note to be.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct WriteThreadNote {
    /// At most 10,000 characters; it may have several lines.
    #[schema(example = "@Sara she asked for the blue one; is it still there?")]
    text: String,
    /// The members it names, at most 20.
    #[serde(default)]
    #[schema(example = json!([5]))]
    mention_ids: Vec<MemberId>,
}

/// Changes to a note; what is absent stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct UpdateThreadNote {
    /// At most 10,000 characters; it may have several lines.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = String, required = false, example = "It is; I have put it aside.")]
    text: Option<String>,
    /// The members it names, at most 20.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Vec<MemberId>, required = false, example = json!([5]))]
    mention_ids: Option<Vec<MemberId>>,
}

fn clean(text: &str, faults: &mut Faults) -> String {
    match faults.check("text", clean_text(text, TEXT_CHARS)) {
        Some(text) if text.is_empty() => {
            faults.add("text", "must not be empty");
            text
        }
        text => text.unwrap_or_default(),
    }
}

/// Adds to the faults members who are named and are not in the team.
async fn check_mentions(
    tx: &mut Tx,
    workspace: WorkspaceId,
    mentions: &[MemberId],
    faults: &mut Faults,
) -> ApiResult<()> {
    if mentions.len() > MENTIONS {
        faults.add("mention_ids", format!("must be at most {MENTIONS}"));
        return Ok(());
    }
    let known = conversations::active_members(tx, workspace, mentions).await?;
    for (index, member) in mentions.iter().enumerate() {
        if !known.contains(member) {
            let field = format!("mention_ids[{index}]");
            faults.add(field, "is no active member of this workspace");
        }
    }
    Ok(())
}

/// Write a note into a conversation
///
/// Only the team sees it, among the messages, with the direction `note`.
#[utoipa::path(post, path = "/conversations/{id}/notes", tag = "conversations",
    params(("id" = String, Path, description = "The conversation's id or uuid.", example = "17")),
    request_body = WriteThreadNote, responses((status = 201, body = MessageView)))]
async fn create_thread_note(
    State(app): State<App>,
    caller: Can<permit::ConversationsWrite>,
    Path(name): Path<String>,
    Json(input): Json<WriteThreadNote>,
) -> ApiResult<(StatusCode, Json<MessageView>)> {
    let conversation = find(&app, caller.workspace, &name).await?;
    let mut faults = Faults::default();
    let text = clean(&input.text, &mut faults);
    let mut tx = app.db.begin().await?;
    let locked = lock(&mut tx, caller.workspace, conversation.id).await?;
    let mentions = input.mention_ids;
    check_mentions(&mut tx, caller.workspace, &mentions, &mut faults).await?;
    faults.end()?;
    let (by, words) = ((caller.actor, app.clock.now()), (text.as_str(), &*mentions));
    let place = (conversation.id, &locked);
    let author = caller.actor.member();
    let id = store::insert(&mut tx, caller.workspace, place, author, words, by.1).await?;
    let data = json!({"conversation_id": conversation.id, "note_id": id, "new": text,
        "mention_ids": mentions});
    let told = ("conversation.note_added", data);
    timeline::tell(&mut tx, caller.workspace, locked.customer, told, by).await?;
    tx.commit().await?;
    let note = messages::one(&app, &caller, &conversation, id).await?;
    Ok((StatusCode::CREATED, Json(note)))
}

/// Change a note in a conversation
///
/// Only who wrote it may; what a program wrote, any program may.
#[utoipa::path(patch, path = "/conversations/{id}/notes/{thread_note_id}", tag = "conversations",
    params(("id" = String, Path, description = "The conversation's id or uuid.", example = "17"),
        ("thread_note_id" = MessageId, Path, description = "The note's id, which is a message's.")),
    request_body = UpdateThreadNote, responses((status = 200, body = MessageView)))]
async fn update_thread_note(
    State(app): State<App>,
    caller: Can<permit::ConversationsWrite>,
    Path((name, id)): Path<(String, MessageId)>,
    Json(input): Json<UpdateThreadNote>,
) -> ApiResult<Json<MessageView>> {
    let conversation = find(&app, caller.workspace, &name).await?;
    let mut faults = Faults::default();
    let text = input.text.map(|text| clean(&text, &mut faults));
    let mut tx = app.db.begin().await?;
    let (locked, before) = note(&mut tx, caller.workspace, conversation.id, id).await?;
    if !is_author(&caller, &before) {
        return Err(refused("Only who wrote a note may change it."));
    }
    let old = before.mentions();
    let mentions = input.mention_ids.unwrap_or_else(|| old.clone());
    if mentions != old {
        check_mentions(&mut tx, caller.workspace, &mentions, &mut faults).await?;
    }
    faults.end()?;
    let text = text.unwrap_or_else(|| before.text.clone());
    if text != before.text || mentions != old {
        let (by, words) = ((caller.actor, app.clock.now()), (text.as_str(), &*mentions));
        store::update(&mut tx, caller.workspace, id, words, by.1).await?;
        let data = json!({"conversation_id": conversation.id, "note_id": id,
            "old": before.text, "new": text, "mention_ids": mentions});
        let told = ("conversation.note_changed", data);
        timeline::tell(&mut tx, caller.workspace, locked.customer, told, by).await?;
        tx.commit().await?;
    }
    let note = messages::one(&app, &caller, &conversation, id).await?;
    Ok(Json(note))
}

/// Delete a note in a conversation
///
/// Who wrote it may, and admins and owners.
#[utoipa::path(delete, path = "/conversations/{id}/notes/{thread_note_id}", tag = "conversations",
    params(("id" = String, Path, description = "The conversation's id or uuid.", example = "17"),
        ("thread_note_id" = MessageId, Path, description = "The note's id, which is a message's.")),
    responses((status = 204, description = "It is gone.")))]
async fn delete_thread_note(
    State(app): State<App>,
    caller: Can<permit::ConversationsWrite>,
    Path((name, id)): Path<(String, MessageId)>,
) -> ApiResult<StatusCode> {
    let conversation = find(&app, caller.workspace, &name).await?.id;
    let mut tx = app.db.begin().await?;
    let (locked, note) = note(&mut tx, caller.workspace, conversation, id).await?;
    if !is_author(&caller, &note) && !caller.permissions.has(Permission::WorkspaceManage) {
        return Err(refused(
            "Only who wrote a note, or an admin, may delete it.",
        ));
    }
    store::delete(&mut tx, caller.workspace, id).await?;
    let data = json!({"conversation_id": conversation, "note_id": id, "old": note.text});
    let (told, by) = (
        ("conversation.note_deleted", data),
        (caller.actor, app.clock.now()),
    );
    timeline::tell(&mut tx, caller.workspace, locked.customer, told, by).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn lock(tx: &mut Tx, workspace: WorkspaceId, id: ConversationId) -> ApiResult<Locked> {
    let found = conversations::lock(tx, workspace, id).await?;
    found.ok_or_else(|| Problem::not_found("conversation"))
}

/// The conversation, locked, and a note of it.
async fn note(
    tx: &mut Tx,
    workspace: WorkspaceId,
    conversation: ConversationId,
    id: MessageId,
) -> ApiResult<(Locked, NoteRow)> {
    let locked = lock(tx, workspace, conversation).await?;
    let found = store::find(tx, workspace, conversation, id).await?;
    Ok((locked, found.ok_or_else(|| Problem::not_found("note"))?))
}

fn is_author(caller: &Caller, note: &NoteRow) -> bool {
    match caller.actor {
        Actor::Member(member) => note.author == Some(member),
        _ => note.author.is_none(),
    }
}

fn refused(title: &str) -> Problem {
    Problem::new(StatusCode::FORBIDDEN, "note.not_yours", title)
}

impl NoteRow {
    /// The members it names.
    fn mentions(&self) -> Vec<MemberId> {
        let ids = self.payload.0["mention_ids"].as_array();
        let ids = ids.into_iter().flatten().filter_map(Value::as_i64);
        ids.map(MemberId).collect()
    }
}
