//! Files of the business in a message: named by our id, handed to WhatsApp before the message goes.
//!
//! A message with files waits in the state `files` until each of them has an id of Meta's, which a job
//! sees to: a large file takes longer than a claim lasts, and a broken upload may be repeated. The ids are
//! put into the request when it is sent; the message itself keeps ours.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;
use whatsapp::errors::{Retry, lookup};
use whatsapp::graph;
use whatsapp::outbound::MediaKind;

use super::model::State;
use super::outcome;
use crate::app::App;
use crate::conversations::NotSent;
use crate::db::{self, Topic, Tx, sql};
use crate::http::{ApiResult, Faults};
use crate::jobs::{self, Job, JobError, Options, Turn};
use crate::kernel::clock::Timestamp;
use crate::kernel::ids::{AccountId, MediaId, MessageId, WorkspaceId};
use crate::media::{self, MediaError};

/// A file in a message: where its id stands, and as what it is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Named {
    field: String,
    kind: MediaKind,
    uuid: Uuid,
}

/// The key a file stands under, which says what it is sent as.
fn kind_of(key: &str) -> Option<MediaKind> {
    Some(match key {
        "image" => MediaKind::Image,
        "video" => MediaKind::Video,
        "audio" => MediaKind::Audio,
        "document" => MediaKind::Document,
        "sticker" => MediaKind::Sticker,
        _ => return None,
    })
}

/// Calls `with` for each id of a file of ours, wherever in the message it stands. Meta's ids are digits.
fn each(value: &mut Value, path: &str, with: &mut impl FnMut(&str, MediaKind, Uuid, &mut Value)) {
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                let dot = if path.is_empty() { "" } else { "." };
                let path = format!("{path}{dot}{key}");
                let uuid = value["id"].as_str().and_then(|id| id.parse().ok());
                if let (Some(kind), Some(uuid)) = (kind_of(key), uuid) {
                    with(&format!("{path}.id"), kind, uuid, &mut value["id"]);
                }
                each(value, &path, with);
            }
        }
        Value::Array(list) => {
            for (n, value) in list.iter_mut().enumerate() {
                each(value, &format!("{path}[{n}]"), with);
            }
        }
        _ => {}
    }
}

fn named(content: &Value) -> Vec<Named> {
    let mut found = Vec::new();
    each(&mut content.clone(), "", &mut |field, kind, uuid, _| {
        let field = field.to_owned();
        found.push(Named { field, kind, uuid });
    });
    found
}

/// The files of ours that a message has, each once.
pub(super) fn of(content: &Value) -> Vec<Uuid> {
    let mut files: Vec<Uuid> = named(content).into_iter().map(|file| file.uuid).collect();
    files.sort_unstable();
    files.dedup();
    files
}

/// Checks that the files are there and are what the message sends them as.
pub(super) async fn check(
    tx: &mut Tx,
    workspace: WorkspaceId,
    content: &Value,
) -> ApiResult<Vec<MediaId>> {
    let (mut faults, mut files) = (Faults::default(), Vec::new());
    for file in named(content) {
        let usable = media::check_use(&mut *tx, workspace, file.uuid, file.kind).await?;
        files.extend(faults.check(&file.field, usable));
    }
    faults.end()?;
    files.sort_unstable_by_key(|file| file.0);
    files.dedup();
    Ok(files)
}

/// The request's body with Meta's ids in the place of ours; `None` when a file has none yet, or no more.
pub(super) async fn with_whatsapp_ids(
    app: &App,
    (workspace, account): (WorkspaceId, AccountId),
    mut body: Value,
) -> db::Result<Option<Value>> {
    let mut ids = BTreeMap::new();
    for file in of(&body) {
        match media::known_whatsapp_id(app, workspace, account, file).await? {
            Some(id) => ids.insert(file, id),
            None => return Ok(None),
        };
    }
    each(&mut body, "", &mut |_, _, uuid, id| {
        if let Some(known) = ids.get(&uuid) {
            *id = known.as_str().into();
        }
    });
    Ok(Some(body))
}

/// Meta does not take a message: perhaps for its file, of which it is given another copy the next time.
pub(super) async fn forget(
    app: &App,
    (workspace, account): (WorkspaceId, AccountId),
    files: &[Uuid],
) {
    for file in files {
        if let Err(error) = media::forget_upload(app, workspace, account, *file).await {
            tracing::warn!(%error, "Meta's id of a file stays as known");
        }
    }
}

/// Hands the files of a message to WhatsApp, and then lets the message go.
#[derive(Debug, Serialize, Deserialize)]
pub struct HandOverFiles {
    /// The message.
    pub message: MessageId,
}

/// Notes that a message waits for its files.
pub(super) async fn wait_for(
    tx: &mut Tx,
    workspace: WorkspaceId,
    message: MessageId,
    now: Timestamp,
) -> db::Result<()> {
    let job = HandOverFiles { message };
    let options = Options::at_once(now).once(message.to_string());
    jobs::enqueue(tx, workspace, &job, options).await
}

impl Job for HandOverFiles {
    const KIND: &'static str = "sending.hand_over_files";

    async fn run(self, app: &App, turn: Turn) -> Result<(), JobError> {
        let waiting: Option<(AccountId, db::Json<Value>)> = sql("SELECT o.account_id, m.payload
             FROM outbox o JOIN messages m ON m.id = o.message_id
             WHERE o.message_id = $1 AND o.workspace_id = $2 AND o.state = $3")
        .bind(self.message)
        .bind(turn.workspace)
        .bind(State::Files)
        .maybe(&app.db)
        .await?;
        let Some((account, content)) = waiting else {
            return Ok(()); // done, cancelled or deleted
        };
        for file in of(&content.0) {
            let handed = media::whatsapp_id(app, turn.workspace, account, file).await;
            match handed {
                Ok(_) => {}
                Err(error) if !turn.is_last && helps_later(&error) => {
                    return Err(JobError::retry(error));
                }
                Err(error) => {
                    tracing::warn!(%error, message.id = %self.message, "a file was not handed over");
                    return self.fail(app, turn.workspace).await;
                }
            }
        }
        self.release(app, turn.workspace).await
    }
}

impl HandOverFiles {
    async fn release(self, app: &App, workspace: WorkspaceId) -> Result<(), JobError> {
        let mut tx = app.db.begin().await?;
        sql("UPDATE outbox SET state = $3 WHERE message_id = $1 AND workspace_id = $2 AND state = $4")
            .bind(self.message)
            .bind(workspace)
            .bind(State::Waiting)
            .bind(State::Files)
            .run(&mut tx)
            .await?;
        tx.signal(Topic::Outbox);
        Ok(tx.commit().await?)
    }

    async fn fail(self, app: &App, workspace: WorkspaceId) -> Result<(), JobError> {
        let now = app.clock.now();
        let mut tx = app.db.begin().await?;
        let failed = vec![(self.message, NotSent::FileFailed.errors())];
        outcome::fail(&mut tx, workspace, failed, now).await?;
        // The next of the contact's messages waited for it.
        tx.signal(Topic::Outbox);
        Ok(tx.commit().await?)
    }
}

/// Whether the same file can be handed over later. Uploads send nothing, so doubt is no reason not to.
fn helps_later(error: &MediaError) -> bool {
    match error {
        MediaError::Gone => false,
        MediaError::Graph(graph::Error::Refused(refused)) => {
            refused.http_status >= 500 || lookup(refused.code).retry == Retry::Yes
        }
        MediaError::Account(_)
        | MediaError::Graph(_)
        | MediaError::Files(_)
        | MediaError::Db(_) => true,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn files_are_found_wherever_they_stand_and_metas_own_ids_are_left_alone() {
        let (one, other) = (Uuid::now_v7(), Uuid::now_v7());
        let content = json!({"type": "template", "template": {"name": "sale", "components": [
            {"type": "header", "parameters": [{"type": "image", "image": {"id": one}}]},
            {"type": "carousel", "cards": [{"components": [
                {"type": "header", "parameters": [{"type": "video", "video": {"id": other}}]}]}]},
            {"type": "header", "parameters": [{"type": "image", "image": {"id": "123456789"}}]}]}});
        let fields: Vec<_> = named(&content)
            .into_iter()
            .map(|file| (file.field, file.kind))
            .collect();
        assert_eq!(
            fields,
            [
                (
                    "template.components[0].parameters[0].image.id".to_owned(),
                    MediaKind::Image
                ),
                (
                    "template.components[1].cards[0].components[0].parameters[0].video.id"
                        .to_owned(),
                    MediaKind::Video
                ),
            ]
        );
    }
}
