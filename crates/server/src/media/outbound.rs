//! Files on their way to WhatsApp: whether one can be sent, and Meta's id of it.

use uuid::Uuid;
use whatsapp::graph::{self, Upload};
use whatsapp::limits::UPLOADED_MEDIA_LIFE;
use whatsapp::outbound::MediaKind;

use super::files::FilesError;
use super::kinds;
use super::model::{Media, MediaState};
use super::store;
use crate::accounts;
use crate::app::App;
use crate::db::{self, Conn, Tx};
use crate::http::Problem;
use crate::kernel::clock::DAY;
use crate::kernel::ids::{AccountId, MediaId, MessageId, WorkspaceId};

/// How long before its end an id of Meta's is not used any more, in microseconds.
const MARGIN: i64 = DAY;

/// Whether a file can be sent as this kind: asked when a message is queued. Its id for [`attach`], or
/// what is wrong with it, as words that follow the name of the field.
pub async fn check_use(
    conn: impl Into<Conn<'_>>,
    workspace: WorkspaceId,
    uuid: Uuid,
    kind: MediaKind,
) -> db::Result<Result<MediaId, String>> {
    let Some(media) = store::find(conn, workspace, uuid).await? else {
        let what = "names no file of this workspace; upload it with POST /api/media";
        return Ok(Err(what.to_owned()));
    };
    if media.state != MediaState::Ready {
        return Ok(Err("names a file that is not there".to_owned()));
    }
    let bytes = media.bytes.and_then(|bytes| u64::try_from(bytes).ok());
    let fits = kinds::fits(&media.mime_type, bytes.unwrap_or(0), kind);
    Ok(fits
        .map(|()| media.id)
        .map_err(|why| format!("names a file that {why}")))
}

/// A message has a file: in the transaction that queues the message, so that the file stays.
pub async fn attach(
    tx: &mut Tx,
    workspace: WorkspaceId,
    message: MessageId,
    media: MediaId,
) -> db::Result<()> {
    store::attach(tx, workspace, message, media).await
}

/// Why Meta has no id for a file.
#[derive(Debug, thiserror::Error)]
pub enum MediaError {
    /// The file is not there, and will not be.
    #[error("the file is not there any more")]
    Gone,
    /// The account is gone or its token cannot be used; the problem says why.
    #[error("{}", .0.title)]
    Account(Box<Problem>),
    /// Meta did not take it. Decide by the code whether to try again; nothing was sent.
    #[error(transparent)]
    Graph(#[from] graph::Error),
    /// The store of files does not answer; later it may.
    #[error(transparent)]
    Files(FilesError),
    /// The database does not answer; later it may.
    #[error(transparent)]
    Db(#[from] db::Error),
}

impl From<FilesError> for MediaError {
    fn from(error: FilesError) -> Self {
        match error {
            FilesError::Missing => Self::Gone,
            error => Self::Files(error),
        }
    }
}

/// Meta's id of a file for messages of this account, if Meta has it.
pub async fn known_whatsapp_id(
    app: &App,
    workspace: WorkspaceId,
    account: AccountId,
    uuid: Uuid,
) -> db::Result<Option<String>> {
    let Some(media) = store::find(&app.db, workspace, uuid).await? else {
        return Ok(None);
    };
    let good_until = app.clock.now().plus(MARGIN);
    store::upload_of(&app.db, workspace, (media.id, account), good_until).await
}

/// Meta's id of a file for messages of this account. The file is handed to Meta the first time, and
/// again when Meta has forgotten it; whoever asks for the same meanwhile waits for that id.
pub async fn whatsapp_id(
    app: &App,
    workspace: WorkspaceId,
    account: AccountId,
    uuid: Uuid,
) -> Result<String, MediaError> {
    let media = store::find(&app.db, workspace, uuid).await?;
    let media = media
        .filter(|media| media.state == MediaState::Ready)
        .ok_or(MediaError::Gone)?;
    let key = (media.id, account);
    let known = || store::upload_of(&app.db, workspace, key, app.clock.now().plus(MARGIN));
    if let Some(id) = known().await? {
        return Ok(id);
    }
    let lock = app.media.hand_over(media.id, account);
    let _turn = lock.lock().await;
    if let Some(id) = known().await? {
        return Ok(id);
    }
    // Another node may do the same at the same time: then Meta has it twice, and both ids are good.
    let asked_at = app.clock.now();
    let id = hand_over(app, workspace, account, &media).await?;
    let life = i64::try_from(UPLOADED_MEDIA_LIFE.as_micros()).unwrap_or(i64::MAX);
    store::save_upload(&app.db, workspace, key, (&id, asked_at.plus(life))).await?;
    Ok(id)
}

async fn hand_over(
    app: &App,
    workspace: WorkspaceId,
    account: AccountId,
    media: &Media,
) -> Result<String, MediaError> {
    let refused = |problem| MediaError::Account(Box::new(problem));
    let account = accounts::find(&app.db, workspace, account).await?;
    let account = account.ok_or_else(|| refused(Problem::not_found("account")))?;
    let graph = accounts::graph(app, workspace, &account)
        .await
        .map_err(refused)?;
    let (sha256, bytes) = media
        .sha256
        .as_deref()
        .zip(media.bytes)
        .ok_or(MediaError::Gone)?;
    let stream = app.media.read(workspace, sha256, None).await?;
    let upload = Upload {
        body: reqwest::Body::wrap_stream(stream),
        length: u64::try_from(bytes).unwrap_or(0),
        mime_type: &media.mime_type,
        filename: &media.name(),
    };
    Ok(graph.upload(&account.phone_number_id, upload).await?)
}

/// Meta does not know its id of this file any more, before its time: the next [`whatsapp_id`] hands the
/// file over again.
pub async fn forget_upload(
    app: &App,
    workspace: WorkspaceId,
    account: AccountId,
    uuid: Uuid,
) -> db::Result<()> {
    store::forget_upload(&app.db, workspace, account, uuid).await
}
