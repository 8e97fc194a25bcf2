//! Removing files that nothing refers to any more.

use serde::{Deserialize, Serialize};

use super::fetch::name_of;
use super::store;
use crate::app::App;
use crate::db::{self, Tx};
use crate::jobs::{self, Job, JobError, Options, Turn};
use crate::kernel::clock::Timestamp;
use crate::kernel::ids::{ContactId, MediaId, WorkspaceId};

/// Files that one job looks at.
const CHUNK: usize = 200;

/// Removes those of these files that no message has.
#[derive(Debug, Serialize, Deserialize)]
pub struct RemoveUnused {
    /// The files.
    pub media: Vec<MediaId>,
}

impl Job for RemoveUnused {
    const KIND: &'static str = "media.remove_unused";

    async fn run(self, app: &App, turn: Turn) -> Result<(), JobError> {
        for media in self.media {
            one(app, turn.workspace, media).await?;
        }
        Ok(())
    }
}

async fn one(app: &App, workspace: WorkspaceId, media: MediaId) -> Result<(), JobError> {
    let Some(content) = store::content_of(&app.db, workspace, media).await? else {
        return Ok(());
    };
    let mut tx = app.db.begin().await?;
    if let Some(sha256) = &content {
        tx.hold([name_of(sha256)].into_iter()).await?;
    }
    if store::delete_unused(&mut tx, workspace, media).await? {
        if let Some(sha256) = &content {
            remove_held(app, &mut tx, workspace, sha256).await?;
        }
        tx.commit().await?;
    }
    Ok(())
}

/// Removes a content unless a file has it.
pub(super) async fn content(
    app: &App,
    workspace: WorkspaceId,
    sha256: &[u8],
) -> Result<(), JobError> {
    let mut tx = app.db.begin().await?;
    tx.hold([name_of(sha256)].into_iter()).await?;
    remove_held(app, &mut tx, workspace, sha256).await?;
    tx.commit().await?;
    Ok(())
}

/// The same while its name is held. The file goes before the commit: the other way round, somebody could
/// write it down again in between.
async fn remove_held(
    app: &App,
    tx: &mut Tx,
    workspace: WorkspaceId,
    sha256: &[u8],
) -> Result<(), JobError> {
    if store::is_content_used(tx, workspace, sha256).await? {
        return Ok(());
    }
    let removed = app.media.remove(workspace, sha256).await;
    removed.map_err(JobError::retry)
}

/// Has the files of these contacts' messages removed once the messages are gone, except those that
/// others have as well. To be called in the transaction that deletes the contacts, before it does.
pub async fn remove_with(
    tx: &mut Tx,
    workspace: WorkspaceId,
    contacts: &[ContactId],
    now: Timestamp,
) -> db::Result<()> {
    let media = store::of_contacts(tx, workspace, contacts).await?;
    let jobs = media.chunks(CHUNK).map(|media| {
        let media = media.to_vec();
        (workspace, RemoveUnused { media }, Options::at_once(now))
    });
    jobs::enqueue_all(tx, jobs).await
}
