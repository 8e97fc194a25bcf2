//! Taking in a file that is to be sent.

use bytes::Bytes;
use futures_util::{Stream, StreamExt};
use http::StatusCode;
use whatsapp::outbound::MediaKind;

use super::fetch::name_of;
use super::files::{Arrived, FilesError};
use super::kinds::{self, LARGEST, UNKNOWN};
use super::model::{Media, MediaState, MediaView, safe_name};
use super::picture;
use super::remove::RemoveUnused;
use super::store::{self, NewMedia};
use crate::app::App;
use crate::http::{ApiResult, Problem};
use crate::jobs::{self, Options};
use crate::kernel::clock::DAY;
use crate::kernel::ids::WorkspaceId;

/// How long a file stays that no message has, in microseconds.
const UNUSED: i64 = 7 * DAY;

/// What was said of a file.
#[derive(Debug, Default)]
pub(crate) struct Given {
    /// What it is.
    pub(crate) mime_type: Option<String>,
    /// What it is called.
    pub(crate) filename: Option<String>,
}

/// Takes a file in as it arrives, and checks it against what was said of it and what WhatsApp takes.
///
/// # Errors
///
/// 413 `too_large`; 422 for a type that WhatsApp does not take, for content that is something else than
/// what it was said to be, and for nothing at all; 400 when it ends too early.
pub(crate) async fn take<E>(
    app: &App,
    workspace: WorkspaceId,
    given: Given,
    mut body: impl Stream<Item = Result<Bytes, E>> + Unpin,
) -> ApiResult<MediaView> {
    let declared = match given.mime_type.as_deref().map(kinds::clean) {
        Some(None) => {
            let message = "is no media type; give one such as image/jpeg";
            return Err(Problem::invalid("content_type", message));
        }
        Some(Some(declared)) => Some(kinds::usual(declared)).filter(|it| it != UNKNOWN),
        None => None,
    };
    let most = match &declared {
        // Whether a picture moves is known when it is here: the larger limit, until then.
        Some(declared) => {
            let sendable = kinds::sendable(declared, true);
            sendable
                .map_err(|why| Problem::invalid("content_type", why))?
                .1
        }
        None => LARGEST,
    };
    let mut file = app.media.begin();
    while let Some(part) = body.next().await {
        let Ok(part) = part else {
            file.abort().await;
            return Err(incomplete());
        };
        file.put(part).await.map_err(store_problem)?;
        if file.bytes() > most {
            let bytes = file.bytes();
            file.abort().await;
            return Err(too_large(bytes, most));
        }
    }
    let file = file.finish().await.map_err(store_problem)?;
    let name = given.filename.as_deref().and_then(safe_name);
    let mime_type = match check(declared, &file) {
        Ok(mime_type) => mime_type,
        Err(problem) => {
            app.media.discard(&file).await;
            return Err(problem);
        }
    };
    keep(app, workspace, &file, (mime_type, name)).await
}

/// What the file is, if WhatsApp takes it.
fn check(declared: Option<String>, file: &Arrived) -> ApiResult<String> {
    if file.bytes == 0 {
        return Err(Problem::invalid("file", "is empty"));
    }
    let found = infer::get(&file.head).map(|found| found.mime_type());
    let mime_type = match declared {
        Some(declared) if kinds::agree(&declared, found) => declared,
        Some(declared) => {
            let inside = found.unwrap_or("something else");
            let message = format!("is said to be {declared}, and is {inside} inside");
            return Err(Problem::invalid("file", message));
        }
        None => match found {
            Some(found) => kinds::usual(found.to_owned()),
            None if std::str::from_utf8(&file.head).is_ok() => "text/plain".to_owned(),
            None => UNKNOWN.to_owned(),
        },
    };
    let sendable = kinds::sendable(&mime_type, picture::is_animated_webp(&file.head));
    let (kind, most) = sendable.map_err(|why| Problem::invalid("file", why))?;
    if file.bytes > most {
        return Err(too_large(file.bytes, most));
    }
    if matches!(kind, MediaKind::Image | MediaKind::Sticker) && picture::size(&file.head).is_none()
    {
        return Err(Problem::invalid("file", "is a picture that cannot be read"));
    }
    Ok(mime_type)
}

async fn keep(
    app: &App,
    workspace: WorkspaceId,
    file: &Arrived,
    (mime_type, filename): (String, Option<String>),
) -> ApiResult<MediaView> {
    app.media
        .keep(workspace, file)
        .await
        .map_err(store_problem)?;
    let sha256 = file.sha256.to_vec();
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    tx.hold([name_of(&sha256)].into_iter()).await?;
    let is_there = app.media.has(workspace, &sha256).await;
    if !is_there.map_err(store_problem)? {
        // The same content was just removed.
        return Err(unavailable());
    }
    let new = NewMedia {
        state: MediaState::Ready,
        problem: None,
        sha256: Some(sha256),
        bytes: i64::try_from(file.bytes).ok(),
        mime_type,
        filename,
        size: picture::size(&file.head),
    };
    let (media, uuid) = store::insert(&mut tx, workspace, new, now).await?;
    let later = Options::at_once(now).not_before(now.plus(UNUSED));
    let job = RemoveUnused { media: vec![media] };
    jobs::enqueue(&mut tx, workspace, &job, later).await?;
    let stored: Option<Media> = store::find(&mut tx, workspace, uuid).await?;
    tx.commit().await?;
    let stored = stored.ok_or_else(|| Problem::not_found("file"))?;
    Ok(MediaView::from(&stored))
}

fn too_large(bytes: u64, most: u64) -> Problem {
    let title = format!("The file {}.", kinds::too_large(bytes, most));
    Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "too_large", title)
}

pub(super) fn incomplete() -> Problem {
    let title = "The body ended before it was complete.";
    Problem::new(StatusCode::BAD_REQUEST, "incomplete_body", title)
}

fn unavailable() -> Problem {
    let title = "The store of files did not answer in time; try again.";
    Problem::new(StatusCode::SERVICE_UNAVAILABLE, "unavailable", title)
}

/// The answer when the store of files does not do its work.
pub(super) fn store_problem(error: FilesError) -> Problem {
    match error {
        FilesError::Missing => unavailable(),
        error => Problem::internal(&error),
    }
}
