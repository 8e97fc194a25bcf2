//! Every statement about files.

use std::collections::HashMap;

use serde_json::Value;
use uuid::Uuid;

use super::model::{Media, MediaState, safe_name};
use crate::db::{self, Arg, Conn, Db, Json, Tx, sql};
use crate::kernel::clock::Timestamp;
use crate::kernel::ids::{AccountId, ContactId, MediaId, MessageId, WorkspaceId};

const MEDIA: &str =
    "SELECT f.id, f.uuid, f.state, f.problem, f.sha256, f.bytes, f.mime_type, f.filename,
        f.width, f.height
    FROM media f";

/// A file by the id that the outside has.
pub(super) async fn find(
    conn: impl Into<Conn<'_>>,
    workspace: WorkspaceId,
    uuid: Uuid,
) -> db::Result<Option<Media>> {
    sql(format!("{MEDIA} WHERE f.uuid = $1 AND f.workspace_id = $2"))
        .bind(uuid)
        .bind(workspace)
        .quick()
        .maybe(conn)
        .await
}

/// What is known of a file to be written down.
#[derive(Debug)]
pub(super) struct NewMedia {
    pub(super) state: MediaState,
    pub(super) problem: Option<String>,
    pub(super) sha256: Option<Vec<u8>>,
    pub(super) bytes: Option<i64>,
    pub(super) mime_type: String,
    pub(super) filename: Option<String>,
    pub(super) size: Option<(u32, u32)>,
}

impl NewMedia {
    fn args(self) -> Vec<Arg> {
        let (width, height) = self.size.unzip();
        vec![
            self.state.into(),
            self.problem.into(),
            self.sha256.into(),
            self.bytes.into(),
            self.mime_type.into(),
            self.filename.into(),
            width.map(i64::from).into(),
            height.map(i64::from).into(),
        ]
    }
}

pub(super) async fn insert(
    tx: &mut Tx,
    workspace: WorkspaceId,
    new: NewMedia,
    now: Timestamp,
) -> db::Result<(MediaId, Uuid)> {
    let uuid = Uuid::now_v7();
    let (id,) = sql(
        "INSERT INTO media (workspace_id, uuid, created_at, state, problem, sha256, bytes, mime_type,
             filename, width, height)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING id",
    )
    .bind(workspace)
    .bind(uuid)
    .bind(now)
    .bind_all(new.args())
    .one(tx)
    .await?;
    Ok((id, uuid))
}

/// What is known now of a file that was not there.
pub(super) async fn update(
    tx: &mut Tx,
    workspace: WorkspaceId,
    media: MediaId,
    new: NewMedia,
) -> db::Result<()> {
    sql(
        "UPDATE media SET state = $3, problem = $4, sha256 = $5, bytes = $6, mime_type = $7,
             filename = $8, width = $9, height = $10
         WHERE workspace_id = $1 AND id = $2",
    )
    .bind(workspace)
    .bind(media)
    .bind_all(new.args())
    .run(tx)
    .await?;
    Ok(())
}

/// Locks a message; whether it is there.
pub(super) async fn lock_message(
    tx: &mut Tx,
    workspace: WorkspaceId,
    message: MessageId,
) -> db::Result<bool> {
    let found: Option<(MessageId,)> =
        sql("SELECT id FROM messages WHERE workspace_id = $1 AND id = $2 FOR UPDATE")
            .bind(workspace)
            .bind(message)
            .maybe(tx)
            .await?;
    Ok(found.is_some())
}

crate::row! {
    /// A message that has a file.
    pub(super) struct Carrier {
        pub(super) at: Timestamp,
        pub(super) kind: String,
        pub(super) payload: Json<Value>,
    }
}

impl Carrier {
    /// What the sender called the file, made safe.
    pub(super) fn filename(&self) -> Option<String> {
        let file = self.payload.0.get(&self.kind)?;
        safe_name(file.get("filename")?.as_str()?)
    }
}

/// A message, if it is there.
pub(super) async fn message(
    db: &Db,
    workspace: WorkspaceId,
    message: MessageId,
) -> db::Result<Option<Carrier>> {
    sql("SELECT at, type, payload FROM messages WHERE workspace_id = $1 AND id = $2")
        .bind(workspace)
        .bind(message)
        .quick()
        .maybe(db)
        .await
}

/// A message has a file.
pub(super) async fn attach(
    tx: &mut Tx,
    workspace: WorkspaceId,
    message: MessageId,
    media: MediaId,
) -> db::Result<()> {
    sql(
        "INSERT INTO message_media (workspace_id, message_id, media_id) VALUES ($1, $2, $3)
         ON CONFLICT DO NOTHING",
    )
    .bind(workspace)
    .bind(message)
    .bind(media)
    .run(tx)
    .await?;
    Ok(())
}

/// The file of a message, the first one of several.
pub(super) async fn of_message(
    conn: impl Into<Conn<'_>>,
    workspace: WorkspaceId,
    message: MessageId,
) -> db::Result<Option<Media>> {
    sql(format!(
        "{MEDIA} JOIN message_media r ON r.media_id = f.id
         WHERE r.message_id = $1 AND r.workspace_id = $2 ORDER BY f.id LIMIT 1"
    ))
    .bind(message)
    .bind(workspace)
    .maybe(conn)
    .await
}

/// The files of messages, by message; the first one where there are several.
pub async fn of_messages(
    db: &Db,
    workspace: WorkspaceId,
    messages: &[MessageId],
) -> db::Result<HashMap<MessageId, Media>> {
    if messages.is_empty() {
        return Ok(HashMap::new());
    }
    let ids: Vec<i64> = messages.iter().map(|id| id.0).collect();
    let refers: Vec<(MessageId, i64)> = sql("SELECT message_id, MIN(media_id) FROM message_media
         WHERE message_id = ANY($1) AND workspace_id = $2 GROUP BY message_id")
    .bind(ids)
    .bind(workspace)
    .all(db)
    .await?;
    if refers.is_empty() {
        return Ok(HashMap::new());
    }
    let files: Vec<i64> = refers.iter().map(|(_, media)| *media).collect();
    let found: Vec<Media> = sql(format!(
        "{MEDIA} WHERE f.id = ANY($1) AND f.workspace_id = $2"
    ))
    .bind(files)
    .bind(workspace)
    .all(db)
    .await?;
    let found: HashMap<i64, Media> = found.into_iter().map(|file| (file.id.0, file)).collect();
    Ok(refers
        .into_iter()
        .filter_map(|(message, media)| Some((message, found.get(&media)?.clone())))
        .collect())
}

/// The files of all messages of these contacts.
pub(super) async fn of_contacts(
    tx: &mut Tx,
    workspace: WorkspaceId,
    contacts: &[ContactId],
) -> db::Result<Vec<MediaId>> {
    let contacts: Vec<i64> = contacts.iter().map(|id| id.0).collect();
    let found: Vec<(MediaId,)> = sql("SELECT DISTINCT r.media_id
         FROM conversations c JOIN messages m ON m.conversation_id = c.id
         JOIN message_media r ON r.message_id = m.id
         WHERE c.workspace_id = $1 AND c.contact_id = ANY($2)")
    .bind(workspace)
    .bind(contacts)
    .all(tx)
    .await?;
    Ok(found.into_iter().map(|(id,)| id).collect())
}

/// The content of a file, if the file is known; the inner value is `None` when there is no content.
pub(super) async fn content_of(
    db: &Db,
    workspace: WorkspaceId,
    media: MediaId,
) -> db::Result<Option<Option<Vec<u8>>>> {
    let found: Option<(Option<Vec<u8>>,)> =
        sql("SELECT sha256 FROM media WHERE workspace_id = $1 AND id = $2")
            .bind(workspace)
            .bind(media)
            .maybe(db)
            .await?;
    Ok(found.map(|(content,)| content))
}

/// Deletes a file that no message has; whether it was so.
pub(super) async fn delete_unused(
    tx: &mut Tx,
    workspace: WorkspaceId,
    media: MediaId,
) -> db::Result<bool> {
    let deleted = sql(
        "DELETE FROM media WHERE workspace_id = $1 AND id = $2 AND NOT EXISTS (
             SELECT 1 FROM message_media r WHERE r.media_id = media.id)",
    )
    .bind(workspace)
    .bind(media)
    .run(tx)
    .await?;
    Ok(deleted > 0)
}

/// Whether any file of the workspace has this content.
pub(super) async fn is_content_used(
    tx: &mut Tx,
    workspace: WorkspaceId,
    sha256: &[u8],
) -> db::Result<bool> {
    let (used,) =
        sql("SELECT EXISTS (SELECT 1 FROM media WHERE workspace_id = $1 AND sha256 = $2)")
            .bind(workspace)
            .bind(sha256)
            .one(tx)
            .await?;
    Ok(used)
}

/// What Meta calls a file that it was given for an account, if it still knows it at that time.
pub(super) async fn upload_of(
    db: &Db,
    workspace: WorkspaceId,
    (media, account): (MediaId, AccountId),
    at: Timestamp,
) -> db::Result<Option<String>> {
    let found: Option<(String,)> = sql("SELECT whatsapp_id FROM media_uploads
         WHERE media_id = $1 AND account_id = $2 AND workspace_id = $3 AND expires_at > $4")
    .bind(media)
    .bind(account)
    .bind(workspace)
    .bind(at)
    .quick()
    .maybe(db)
    .await?;
    Ok(found.map(|(id,)| id))
}

/// Meta was given a file for an account.
pub(super) async fn save_upload(
    db: &Db,
    workspace: WorkspaceId,
    (media, account): (MediaId, AccountId),
    (whatsapp_id, expires_at): (&str, Timestamp),
) -> db::Result<()> {
    sql(
        "INSERT INTO media_uploads (workspace_id, media_id, account_id, whatsapp_id, expires_at)
         VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (media_id, account_id) DO UPDATE
             SET whatsapp_id = excluded.whatsapp_id, expires_at = excluded.expires_at",
    )
    .bind(workspace)
    .bind(media)
    .bind(account)
    .bind(whatsapp_id)
    .bind(expires_at)
    .run(db)
    .await?;
    Ok(())
}

/// Meta does not know a file any more.
pub(super) async fn forget_upload(
    db: &Db,
    workspace: WorkspaceId,
    account: AccountId,
    media: Uuid,
) -> db::Result<()> {
    sql(
        "DELETE FROM media_uploads WHERE workspace_id = $1 AND account_id = $2
             AND media_id = (SELECT id FROM media WHERE uuid = $3 AND workspace_id = $1)",
    )
    .bind(workspace)
    .bind(account)
    .bind(media)
    .run(db)
    .await?;
    Ok(())
}
