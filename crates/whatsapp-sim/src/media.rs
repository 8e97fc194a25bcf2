//! Files: what people sent (kept 7 days) and what businesses uploaded (30 days).
//!
//! An id leads to a url that works for five minutes and needs the token, as at Meta.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use sha2::{Digest, Sha256};
use whatsapp::limits;

use crate::clock::micros;
use crate::state::State;

/// A file.
#[derive(Debug, Clone)]
pub(crate) struct Media {
    pub(crate) id: String,
    pub(crate) bytes: Bytes,
    pub(crate) mime_type: String,
    sha256: [u8; 32],
    /// The business number it belongs to.
    pub(crate) phone: String,
    /// When its id stops working, in microseconds since 1970 UTC.
    pub(crate) until: i64,
}

impl Media {
    /// Its hash as webhooks write it.
    pub(crate) fn sha256_base64(&self) -> String {
        STANDARD.encode(self.sha256)
    }

    /// Its hash as the Graph API writes it.
    pub(crate) fn sha256_hex(&self) -> String {
        hex::encode(self.sha256)
    }
}

impl State {
    /// Keeps a file of a person or of a business.
    pub(crate) fn keep_media(
        &mut self,
        phone: &str,
        bytes: impl Into<Bytes>,
        mime_type: String,
        from_person: bool,
    ) -> Media {
        let bytes = bytes.into();
        let life = match from_person {
            true => limits::INBOUND_MEDIA_LIFE,
            false => limits::UPLOADED_MEDIA_LIFE,
        };
        let media = Media {
            id: self.ids.digits(16),
            sha256: Sha256::digest(&bytes).into(),
            bytes,
            mime_type,
            phone: phone.to_owned(),
            until: self.now() + micros(life),
        };
        self.media.insert(media.id.clone(), media.clone());
        media
    }

    /// A file whose id still works, of a number of this app (by its place in [`State::apps`]).
    pub(crate) fn media_of(&self, app: usize, id: &str) -> Option<&Media> {
        let media = self.media.get(id)?;
        (self.app_of(&media.phone) == app && media.until > self.now()).then_some(media)
    }

    /// A url of a file that works for five minutes; `None` while our own address is unknown.
    pub(crate) fn media_url(&self, id: &str) -> Option<String> {
        let base = self.base_url.as_ref()?.trim_end_matches('/');
        let until = (self.now() + micros(limits::MEDIA_URL_LIFE)).div_euclid(1_000_000);
        let hash = url_hash(id, until);
        Some(format!(
            "{base}/whatsapp_business/attachments/?mid={id}&ext={until}&hash={hash}"
        ))
    }

    /// Whether a url of [`State::media_url`] is genuine and works still.
    pub(crate) fn url_is_good(&self, id: &str, until: &str, hash: &str) -> bool {
        until.parse().is_ok_and(|until: i64| {
            url_hash(id, until) == hash && until.saturating_mul(1_000_000) > self.now()
        })
    }
}

fn url_hash(id: &str, until: i64) -> String {
    hex::encode(&Sha256::digest(format!("{id} {until}"))[..12])
}
