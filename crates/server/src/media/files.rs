//! The store of files: a folder, or a bucket that speaks S3.
//!
//! A file's place is made of its workspace and the hash of its content. Since the hash is known only at
//! the end, a file arrives under `incoming/` and is moved when it is complete.

use std::collections::HashMap;
use std::ops::Range;
use std::path::{Path as FolderPath, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use bytes::Bytes;
use futures_util::StreamExt;
use futures_util::stream::BoxStream;
use object_store::aws::AmazonS3Builder;
use object_store::buffered::BufWriter;
use object_store::local::LocalFileSystem;
use object_store::path::Path;
use object_store::{GetOptions, GetRange, ObjectStore, ObjectStoreExt};
use sha2::{Digest, Sha256};
use tokio::io::AsyncWriteExt;
use tokio::sync::Semaphore;
use uuid::Uuid;

use crate::app::App;
use crate::config;
use crate::kernel::ids::{AccountId, MediaId, WorkspaceId};

/// What is written to a folder at a time, in bytes.
const FOLDER_PART: usize = 1024 * 1024;
/// What is sent to a bucket at a time: the least that S3 takes.
const BUCKET_PART: usize = 5 * 1024 * 1024;
/// The beginning of a file that is looked at, in bytes: enough for the size of a picture behind the
/// preview and colour profile that cameras put before it.
const HEAD: usize = 256 * 1024;
/// Small pictures made at once: each may need as much memory as a large picture.
const PICTURES: usize = 2;
/// How old what arrived and was never complete must be to be removed.
const ABANDONED: Duration = Duration::from_secs(24 * 3600);
const INCOMING: &str = "incoming";

/// Why a file cannot be stored or read.
#[derive(Debug, thiserror::Error)]
pub enum FilesError {
    /// The store has no such file.
    #[error("the file is not in the store")]
    Missing,
    /// The folder or bucket does not do it.
    #[error("the store of files failed: {0}")]
    Store(object_store::Error),
    /// The folder cannot be made.
    #[error("the folder of files cannot be used: {0}")]
    Folder(#[from] std::io::Error),
}

impl From<object_store::Error> for FilesError {
    fn from(error: object_store::Error) -> Self {
        match error {
            object_store::Error::NotFound { .. } => Self::Missing,
            error => Self::Store(error),
        }
    }
}

/// The SHA-256 of a file.
pub(super) type Hash = [u8; 32];

/// The store of files.
pub struct Files {
    store: Arc<dyn ObjectStore>,
    /// The folder, when it is one.
    folder: Option<PathBuf>,
    part: usize,
    pub(super) pictures: Semaphore,
    handing_over: Mutex<HashMap<(MediaId, AccountId), Arc<tokio::sync::Mutex<()>>>>,
}

impl Files {
    /// The bucket that the settings name, or the folder `media` below the data folder.
    pub fn open(settings: &config::Media, data: &FolderPath) -> Result<Self, FilesError> {
        let bucket = settings.bucket.as_deref().filter(|name| !name.is_empty());
        let (store, folder, part): (Arc<dyn ObjectStore>, _, _) = match bucket {
            Some(bucket) => (Arc::new(s3(settings, bucket)?), None, BUCKET_PART),
            None => {
                let folder = data.join("media");
                std::fs::create_dir_all(&folder)?;
                // What a webhook said is on the disk when it is answered; so is its file.
                let store = LocalFileSystem::new_with_prefix(&folder)?.with_fsync(true);
                (Arc::new(store), Some(folder), FOLDER_PART)
            }
        };
        Ok(Self {
            store,
            folder,
            part,
            pictures: Semaphore::new(PICTURES),
            handing_over: Mutex::default(),
        })
    }

    /// Begins to take a file in.
    pub(super) fn begin(&self) -> Arriving {
        let path = Path::from(format!("{INCOMING}/{}", Uuid::new_v4().simple()));
        let writer = BufWriter::with_capacity(self.store.clone(), path.clone(), self.part);
        Arriving {
            writer: writer.with_max_concurrency(1),
            path,
            hash: Sha256::new(),
            bytes: 0,
            head: Vec::new(),
        }
    }

    /// Puts a complete file in its place. It may be there already.
    pub(super) async fn keep(
        &self,
        workspace: WorkspaceId,
        file: &Arrived,
    ) -> Result<(), FilesError> {
        let place = place(workspace, &file.sha256);
        Ok(self.store.rename(&file.path, &place).await?)
    }

    /// Removes a complete file that is not wanted.
    pub(super) async fn discard(&self, file: &Arrived) {
        if let Err(error) = self.store.delete(&file.path).await {
            tracing::warn!(%error, "a file that is not wanted stays until tomorrow");
        }
    }

    /// Whether the file is in its place.
    pub(super) async fn has(
        &self,
        workspace: WorkspaceId,
        sha256: &[u8],
    ) -> Result<bool, FilesError> {
        match self.store.head(&place(workspace, sha256)).await {
            Ok(_) => Ok(true),
            Err(object_store::Error::NotFound { .. }) => Ok(false),
            Err(error) => Err(error.into()),
        }
    }

    /// A file's bytes, all or a part of them.
    pub(super) async fn read(
        &self,
        workspace: WorkspaceId,
        sha256: &[u8],
        range: Option<Range<u64>>,
    ) -> Result<BoxStream<'static, object_store::Result<Bytes>>, FilesError> {
        let options = GetOptions {
            range: range.map(GetRange::Bounded),
            ..GetOptions::default()
        };
        let found = self
            .store
            .get_opts(&place(workspace, sha256), options)
            .await?;
        Ok(found.into_stream())
    }

    /// The small picture of a file, if it was made before; empty when none can be made.
    pub(super) async fn thumbnail(
        &self,
        workspace: WorkspaceId,
        sha256: &[u8],
    ) -> Result<Option<Bytes>, FilesError> {
        match self.store.get(&thumbnail_place(workspace, sha256)).await {
            Ok(found) => Ok(Some(found.bytes().await?)),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Keeps the small picture of a file.
    pub(super) async fn keep_thumbnail(
        &self,
        workspace: WorkspaceId,
        sha256: &[u8],
        picture: Bytes,
    ) -> Result<(), FilesError> {
        let place = thumbnail_place(workspace, sha256);
        self.store.put(&place, picture.into()).await?;
        Ok(())
    }

    /// Removes a file and its small picture.
    pub(super) async fn remove(
        &self,
        workspace: WorkspaceId,
        sha256: &[u8],
    ) -> Result<(), FilesError> {
        for place in [thumbnail_place(workspace, sha256), place(workspace, sha256)] {
            match self.store.delete(&place).await {
                Ok(()) | Err(object_store::Error::NotFound { .. }) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Ok(())
    }

    /// The lock of whoever hands this file over to WhatsApp, so that it goes there once.
    pub(super) fn hand_over(
        &self,
        media: MediaId,
        account: AccountId,
    ) -> Arc<tokio::sync::Mutex<()>> {
        let locks = self.handing_over.lock();
        let mut locks = locks.unwrap_or_else(PoisonError::into_inner);
        locks.retain(|_, lock| Arc::strong_count(lock) > 1);
        locks.entry((media, account)).or_default().clone()
    }

    /// Removes what began to arrive and was never complete, as a process that is killed leaves it.
    async fn sweep(&self) -> Result<(), FilesError> {
        if let Some(folder) = &self.folder {
            let folder = folder.join(INCOMING);
            return Ok(tokio::task::spawn_blocking(move || sweep_folder(&folder))
                .await
                .unwrap_or(Ok(()))?);
        }
        let mut found = self.store.list(Some(&Path::from(INCOMING)));
        let age = i64::try_from(ABANDONED.as_secs()).unwrap_or(i64::MAX);
        let before = crate::kernel::clock::Clock::default()
            .now()
            .to_jiff()
            .as_second()
            - age;
        while let Some(object) = found.next().await {
            let object = object?;
            if object.last_modified.timestamp() < before {
                self.store.delete(&object.location).await?;
            }
        }
        Ok(())
    }
}

/// Removes what never arrived completely, now and then, as long as the program runs.
pub async fn sweep(app: App) {
    loop {
        if let Err(error) = app.media.sweep().await {
            tracing::warn!(%error, "files that never arrived completely were not removed");
        }
        tokio::time::sleep(ABANDONED).await;
    }
}

fn sweep_folder(folder: &FolderPath) -> std::io::Result<()> {
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error),
    };
    for entry in entries {
        let entry = entry?;
        let modified = entry.metadata()?.modified()?;
        // By the system's clock, which also dates the files.
        let age = modified.elapsed().unwrap_or_default();
        if age > ABANDONED {
            std::fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

fn s3(settings: &config::Media, bucket: &str) -> Result<impl ObjectStore + use<>, FilesError> {
    let mut builder = AmazonS3Builder::new()
        .with_bucket_name(bucket)
        .with_region(&settings.region);
    if let Some(endpoint) = settings.endpoint.as_deref().filter(|url| !url.is_empty()) {
        builder = builder
            .with_endpoint(endpoint)
            .with_allow_http(endpoint.starts_with("http://"));
    }
    if let Some(key) = &settings.access_key_id {
        builder = builder.with_access_key_id(key);
    }
    if let Some(secret) = &settings.secret_access_key {
        builder = builder.with_secret_access_key(secret);
    }
    Ok(builder.build()?)
}

fn place(workspace: WorkspaceId, sha256: &[u8]) -> Path {
    let name = hex::encode(sha256);
    let first = name.get(..2).unwrap_or_default();
    Path::from(format!("{workspace}/{first}/{name}"))
}

fn thumbnail_place(workspace: WorkspaceId, sha256: &[u8]) -> Path {
    Path::from(format!("{}.thumbnail", place(workspace, sha256)))
}

/// A file that is arriving. Dropped, it leaves nothing in a folder; [`Arriving::abort`] does so everywhere.
pub(super) struct Arriving {
    writer: BufWriter,
    path: Path,
    hash: Sha256,
    bytes: u64,
    head: Vec<u8>,
}

impl Arriving {
    /// Adds the next bytes.
    pub(super) async fn put(&mut self, bytes: Bytes) -> Result<(), FilesError> {
        self.hash.update(&bytes);
        self.bytes += bytes.len() as u64;
        let missing = HEAD.saturating_sub(self.head.len()).min(bytes.len());
        self.head.extend_from_slice(&bytes[..missing]);
        Ok(self.writer.put(bytes).await?)
    }

    /// How many bytes arrived so far.
    pub(super) fn bytes(&self) -> u64 {
        self.bytes
    }

    /// Forgets what arrived.
    pub(super) async fn abort(mut self) {
        if let Err(error) = self.writer.abort().await {
            tracing::warn!(%error, "a part of a file may stay in the store");
        }
    }

    /// That was all of it.
    pub(super) async fn finish(mut self) -> Result<Arrived, FilesError> {
        self.writer.shutdown().await?;
        Ok(Arrived {
            path: self.path,
            sha256: self.hash.finalize().into(),
            bytes: self.bytes,
            head: self.head,
        })
    }
}

/// A complete file that is not in its place yet.
#[derive(Debug)]
pub(super) struct Arrived {
    path: Path,
    pub(super) sha256: Hash,
    pub(super) bytes: u64,
    /// Its beginning.
    pub(super) head: Vec<u8>,
}
