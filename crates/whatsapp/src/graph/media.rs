//! Files: giving them to Meta, and fetching those of customers.
//!
//! The token goes to Meta's own hosts only: an address comes from an answer or a webhook, and whoever
//! could forge one would otherwise be handed the business's account.

use std::time::Duration;

use bytes::Bytes;
use reqwest::multipart::{Form, Part};
use reqwest::{Body, Response};
use serde_json::Value;
use url::Url;

use super::{Error, Graph, done, text_at};

/// How long one file may take in all, which is more than any other question to Meta.
const TRANSFER: Duration = Duration::from_mins(10);

/// Where Meta keeps files. Its own subdomains are its own as well.
const HOSTS: [&str; 4] = ["fbsbx.com", "facebook.com", "whatsapp.net", "fbcdn.net"];

/// A file for Meta.
pub struct Upload<'a> {
    /// Its bytes, which may come from a stream.
    pub body: Body,
    /// How many bytes they are.
    pub length: u64,
    /// What it really is: Meta goes by this, and by what it finds inside.
    pub mime_type: &'a str,
    /// What it is called.
    pub filename: &'a str,
}

/// Where a file can be fetched for five minutes.
#[derive(Clone, PartialEq, Eq)]
pub struct MediaUrl {
    /// The address, for [`Graph::download`].
    pub url: String,
    /// What it is.
    pub mime_type: Option<String>,
    /// The SHA-256 of the file, as Meta writes it.
    pub sha256: Option<String>,
    /// How many bytes it has.
    pub file_size: Option<u64>,
}

/// A file that is arriving.
#[derive(Debug)]
pub struct Download {
    /// What Meta says it is.
    pub mime_type: Option<String>,
    /// How many bytes Meta says it has; count them all the same.
    pub length: Option<u64>,
    response: Response,
}

/// Why a file did not arrive.
#[derive(Debug, thiserror::Error)]
pub enum DownloadError {
    /// The address is not one of Meta's; nothing was asked there.
    #[error("the file's address is not one of Meta's")]
    NotMetas,
    /// Meta gave no file. With HTTP status 404 its address is too old: ask for a new one.
    #[error(transparent)]
    Graph(#[from] Error),
}

impl Graph {
    /// Gives Meta a file and returns its media id, good for 30 days with this number.
    ///
    /// # Errors
    /// See [`Error`]; code 100 when Meta does not take this kind of file.
    pub async fn upload(&self, phone_number_id: &str, file: Upload<'_>) -> Result<String, Error> {
        let part = Part::stream_with_length(file.body, file.length)
            .file_name(file.filename.to_owned())
            .mime_str(file.mime_type)?;
        let form = Form::new()
            .text("messaging_product", "whatsapp")
            .text("type", file.mime_type.to_owned())
            .part("file", part);
        let request = self.request(reqwest::Method::POST, &[phone_number_id, "media"]);
        let answer = self
            .answer(request.multipart(form).timeout(TRANSFER))
            .await?;
        text_at(&answer, "/id").ok_or(Error::Unreadable { http_status: 200 })
    }

    /// Where the file with this media id can be fetched; ids are bound to the number.
    ///
    /// # Errors
    /// See [`Error`]; code 100 when the id is unknown, another number's or too old.
    pub async fn media_url(
        &self,
        media_id: &str,
        phone_number_id: &str,
    ) -> Result<MediaUrl, Error> {
        let query = [("phone_number_id", phone_number_id)];
        let answer = self.get(&[media_id], &query).await?;
        let url = text_at(&answer, "/url").ok_or(Error::Unreadable { http_status: 200 })?;
        Ok(MediaUrl {
            url,
            mime_type: text_at(&answer, "/mime_type"),
            sha256: text_at(&answer, "/sha256"),
            file_size: text_at(&answer, "/file_size").and_then(|size| size.parse().ok()),
        })
    }

    /// Begins to fetch a file from the address that [`Graph::media_url`] gave.
    ///
    /// # Errors
    /// See [`DownloadError`].
    pub async fn download(&self, url: &str) -> Result<Download, DownloadError> {
        let url = Url::parse(url).map_err(|_| DownloadError::NotMetas)?;
        if !self.is_metas(&url) {
            return Err(DownloadError::NotMetas);
        }
        let request = self
            .http
            .get(url)
            .bearer_auth(&self.token)
            .timeout(TRANSFER);
        // The address is a key to the file, and must not be printed.
        let response = request.send().await.map_err(without_url)?;
        if !response.status().is_success() {
            let http_status = response.status().as_u16();
            let error = self.read(response).await.err();
            return Err(match error {
                Some(Error::Transport(error)) => without_url(error),
                Some(error) => error,
                None => Error::Unreadable { http_status },
            }
            .into());
        }
        let header = |name| {
            response
                .headers()
                .get(name)?
                .to_str()
                .ok()
                .map(str::to_owned)
        };
        Ok(Download {
            mime_type: header(reqwest::header::CONTENT_TYPE),
            length: response.content_length(),
            response,
        })
    }

    /// Has Meta forget a file.
    ///
    /// # Errors
    /// See [`Error`].
    pub async fn delete_media(&self, media_id: &str, phone_number_id: &str) -> Result<(), Error> {
        let query = [("phone_number_id", phone_number_id)];
        let answer: Value = self.answer(self.delete(&[media_id]).query(&query)).await?;
        done(&answer)
    }

    /// Whether the token may go to this address: to Meta over TLS, or where the Graph API is.
    pub(super) fn is_metas(&self, url: &Url) -> bool {
        let is_meta = |host: &str| {
            let below = |domain| {
                host.strip_suffix(domain)
                    .is_some_and(|name| name.ends_with('.'))
            };
            HOSTS.iter().any(|domain| host == *domain || below(domain))
        };
        let over_tls = url.scheme() == "https" && url.port().is_none();
        let is_graph = url.origin() == self.base.origin();
        is_graph || over_tls && url.domain().is_some_and(is_meta)
    }
}

impl Download {
    /// The next bytes, or `None` at the end.
    ///
    /// # Errors
    /// When the connection broke or the file took too long.
    pub async fn chunk(&mut self) -> Result<Option<Bytes>, Error> {
        self.response.chunk().await.map_err(without_url)
    }
}

impl std::fmt::Debug for MediaUrl {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("MediaUrl")
            .field("mime_type", &self.mime_type)
            .field("file_size", &self.file_size)
            .finish_non_exhaustive()
    }
}

fn without_url(error: reqwest::Error) -> Error {
    error.without_url().into()
}
