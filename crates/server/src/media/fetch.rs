//! Fetching what a customer sent, while WhatsApp has it.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use whatsapp::graph::{DownloadError, Error, Graph, MediaUrl};
use whatsapp::limits::INBOUND_MEDIA_LIFE;
use whatsapp::webhook::MediaRef;

use super::files::Arrived;
use super::kinds::{LARGEST, UNKNOWN, clean};
use super::model::MediaState;
use super::store::{self, NewMedia};
use super::{picture, remove};
use crate::accounts::{self, Account};
use crate::app::App;
use crate::db::{self, Change};
use crate::jobs::{Job, JobError, Turn};
use crate::kernel::ids::{AccountId, MessageId, WorkspaceId};

/// Meta's code for an id that is unknown, too old, or another number's.
const NO_SUCH_THING: i64 = 100;

/// Fetches the file of one message.
///
/// Without an order: a file that cannot be had for hours must not keep the later ones of the same
/// person waiting. When the person is deleted meanwhile, there is no message any more, and so no work.
#[derive(Debug, Serialize, Deserialize)]
pub struct FetchMedia {
    /// The message.
    pub message_id: MessageId,
    /// The number it came to, which alone may fetch the file.
    pub account_id: AccountId,
    /// WhatsApp's id of the file.
    pub media_id: String,
    /// What WhatsApp says it is.
    pub mime_type: Option<String>,
    /// The SHA-256 that WhatsApp says it has, in base64.
    pub sha256: Option<String>,
}

impl FetchMedia {
    /// The job for the file of a message that came to an account; `None` when WhatsApp gave no id.
    pub fn of(media: &MediaRef, message: MessageId, account: AccountId) -> Option<Self> {
        Some(Self {
            message_id: message,
            account_id: account,
            media_id: media.id.clone()?,
            mime_type: media.mime_type.clone(),
            sha256: media.sha256.clone(),
        })
    }
}

/// Why there is no file.
#[derive(Debug)]
enum Miss {
    /// There may be one later.
    Later(String),
    /// There will never be one.
    Never(String),
    /// WhatsApp does not have it any more.
    Gone(String),
}

impl Miss {
    fn later(error: impl ToString) -> Self {
        Self::Later(error.to_string())
    }
}

impl From<db::Error> for Miss {
    fn from(error: db::Error) -> Self {
        Self::later(error)
    }
}

impl From<super::FilesError> for Miss {
    fn from(error: super::FilesError) -> Self {
        Self::later(error)
    }
}

impl Job for FetchMedia {
    // From before there was a module for it; stored, so it stays.
    const KIND: &'static str = "conversations.fetch_media";
    const ATTEMPTS: i64 = 30;

    async fn run(self, app: &App, turn: Turn) -> Result<(), JobError> {
        let workspace = turn.workspace;
        let Some(message) = store::message(&app.db, workspace, self.message_id).await? else {
            return Ok(()); // deleted since
        };
        let name = message.filename();
        let known = store::of_message(&app.db, workspace, self.message_id).await?;
        if known.is_some_and(|media| media.state == MediaState::Ready) {
            return Ok(());
        }
        let (state, problem) = match self.fetch(app, workspace).await {
            Ok((file, mime_type)) => {
                return self.keep(app, workspace, file, (mime_type, name)).await;
            }
            Err(Miss::Later(problem)) if !turn.is_last => return Err(JobError::Retry(problem)),
            Err(Miss::Later(problem) | Miss::Never(problem)) => (MediaState::Failed, problem),
            Err(Miss::Gone(problem)) => (MediaState::Expired, problem),
        };
        let new = NewMedia {
            state,
            problem: Some(problem.clone()),
            sha256: None,
            bytes: None,
            mime_type: self.mime_type(None),
            filename: name,
            size: None,
        };
        self.record(app, workspace, new).await?;
        // That WhatsApp forgets after a week is no failure. Before that, the token may lack a right.
        let life = i64::try_from(INBOUND_MEDIA_LIFE.as_micros()).unwrap_or(i64::MAX);
        match state {
            MediaState::Expired if message.at.plus(life) < app.clock.now() => Ok(()),
            _ => Err(JobError::Permanent(problem)),
        }
    }
}

impl FetchMedia {
    /// Gets the file into the store; with it, what WhatsApp says it is beyond what the webhook said.
    async fn fetch(
        &self,
        app: &App,
        workspace: WorkspaceId,
    ) -> Result<(Arrived, Option<String>), Miss> {
        let account = accounts::find(&app.db, workspace, self.account_id).await?;
        let account = account
            .ok_or_else(|| Miss::Never("the number it was sent to was disconnected".into()))?;
        let graph = accounts::graph(app, workspace, &account).await;
        let graph = graph.map_err(|problem| Miss::Later(problem.title))?;
        let found = self.resolve(&graph, &account).await?;
        if found.file_size.is_some_and(|bytes| bytes > LARGEST) {
            return Err(too_large());
        }
        let file = download(app, &graph, &found).await?;
        let said = self.sha256.as_deref().or(found.sha256.as_deref());
        if said.and_then(|said| is_hash(said, &file.sha256)) == Some(false) {
            app.media.discard(&file).await;
            return Err(Miss::Later(
                "it arrived damaged: its checksum is another".into(),
            ));
        }
        Ok((file, found.mime_type))
    }

    async fn resolve(&self, graph: &Graph, account: &Account) -> Result<MediaUrl, Miss> {
        let found = graph
            .media_url(&self.media_id, &account.phone_number_id)
            .await;
        found.map_err(|error| match &error {
            Error::Refused(refused) if refused.code == NO_SUCH_THING => {
                Miss::Gone(error.to_string())
            }
            _ => Miss::later(error),
        })
    }

    /// Puts the file in its place and writes it down.
    async fn keep(
        &self,
        app: &App,
        workspace: WorkspaceId,
        file: Arrived,
        (mime_type, filename): (Option<String>, Option<String>),
    ) -> Result<(), JobError> {
        app.media
            .keep(workspace, &file)
            .await
            .map_err(JobError::retry)?;
        let new = NewMedia {
            state: MediaState::Ready,
            problem: None,
            sha256: Some(file.sha256.to_vec()),
            bytes: i64::try_from(file.bytes).ok(),
            mime_type: self.mime_type(
                mime_type
                    .or_else(|| infer::get(&file.head).map(|found| found.mime_type().to_owned())),
            ),
            filename,
            size: picture::size(&file.head),
        };
        if !self.record(app, workspace, new).await? {
            // The message went while its file came; nobody else may have the file.
            remove::content(app, workspace, &file.sha256).await?;
        }
        Ok(())
    }

    /// Writes down what became of the file; false when the message is gone.
    async fn record(
        &self,
        app: &App,
        workspace: WorkspaceId,
        new: NewMedia,
    ) -> Result<bool, JobError> {
        let now = app.clock.now();
        let mut tx = app.db.begin().await?;
        if !store::lock_message(&mut tx, workspace, self.message_id).await? {
            return Ok(false);
        }
        let known = store::of_message(&mut tx, workspace, self.message_id).await?;
        if known
            .as_ref()
            .is_some_and(|media| media.state == MediaState::Ready)
        {
            return Ok(true); // somebody was faster
        }
        if let Some(sha256) = &new.sha256 {
            // Whoever removes this content holds its name as well, and may just have done so.
            tx.hold([name_of(sha256)].into_iter()).await?;
            if !app
                .media
                .has(workspace, sha256)
                .await
                .map_err(JobError::retry)?
            {
                return Err(JobError::retry(
                    "its file was removed while it was written down",
                ));
            }
        }
        match known {
            Some(media) => store::update(&mut tx, workspace, media.id, new).await?,
            None => {
                let (media, _) = store::insert(&mut tx, workspace, new, now).await?;
                store::attach(&mut tx, workspace, self.message_id, media).await?;
            }
        }
        // It looks different now that its file is there, or is known not to come.
        tx.changed(workspace, Change::MessageUpdated(self.message_id));
        tx.commit().await?;
        Ok(true)
    }

    /// What it is: as the webhook said, or as was found out.
    fn mime_type(&self, found: Option<String>) -> String {
        let said = self.mime_type.as_deref().and_then(clean);
        said.or_else(|| found.as_deref().and_then(clean))
            .unwrap_or_else(|| UNKNOWN.to_owned())
    }
}

/// The name under which a content is held against others who write or remove it.
pub(super) fn name_of(sha256: &[u8]) -> Uuid {
    let mut half = [0; 16];
    for (to, from) in half.iter_mut().zip(sha256) {
        *to = *from;
    }
    Uuid::from_bytes(half)
}

fn too_large() -> Miss {
    Miss::Never(format!("it is larger than {LARGEST} bytes"))
}

async fn download(app: &App, graph: &Graph, found: &MediaUrl) -> Result<Arrived, Miss> {
    let mut download = match graph.download(&found.url).await {
        Ok(download) => download,
        Err(error @ DownloadError::NotMetas) => return Err(Miss::Never(error.to_string())),
        // Also 404, when the address became too old: the next attempt asks for a new one.
        Err(DownloadError::Graph(error)) => return Err(Miss::later(error)),
    };
    let mut file = app.media.begin();
    loop {
        match download.chunk().await {
            Ok(Some(bytes)) => file.put(bytes).await?,
            Ok(None) => return Ok(file.finish().await?),
            Err(error) => {
                file.abort().await;
                return Err(Miss::later(error));
            }
        }
        if file.bytes() > LARGEST {
            file.abort().await;
            return Err(too_large());
        }
    }
}

/// Whether a hash as Meta writes it, in base64 or hexadecimal digits, is this one; `None` when it is
/// neither.
fn is_hash(said: &str, sha256: &[u8; 32]) -> Option<bool> {
    let bytes = match said.len() {
        64 => hex::decode(said).ok()?,
        _ => STANDARD.decode(said).ok()?,
    };
    (bytes.len() == sha256.len()).then_some(bytes == sha256)
}
