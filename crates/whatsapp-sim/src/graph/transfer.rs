//! Media: upload, resolve, download, delete.

use std::collections::BTreeMap;

use axum::extract::{FromRequest, Multipart, Request};
use axum::http::{Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use bytes::{Bytes, BytesMut};
use serde_json::json;
use whatsapp::limits;

use super::refusal::Refusal;
use super::{Answered, Ask, Outcome, json_response, success};
use crate::Sim;
use crate::state::State;

/// What may be uploaded: the beginning of its MIME type, and how large it may be in bytes.
/// <https://developers.facebook.com/docs/whatsapp/cloud-api/reference/media#supported-media-types>
const KINDS: &[(&str, u64)] = &[
    ("audio/aac", limits::AUDIO_BYTES),
    ("audio/amr", limits::AUDIO_BYTES),
    ("audio/mpeg", limits::AUDIO_BYTES),
    ("audio/mp4", limits::AUDIO_BYTES),
    ("audio/ogg", limits::AUDIO_BYTES),
    ("image/jpeg", limits::IMAGE_BYTES),
    ("image/png", limits::IMAGE_BYTES),
    ("image/webp", limits::ANIMATED_STICKER_BYTES),
    ("video/mp4", limits::VIDEO_BYTES),
    ("video/3gp", limits::VIDEO_BYTES),
    ("text/plain", limits::DOCUMENT_BYTES),
    ("application/", limits::DOCUMENT_BYTES),
];

pub(super) async fn upload(sim: &Sim, phone: &str, request: Request) -> Result<Response, Refusal> {
    let bad = |_| Refusal::parameter("The body is not multipart/form-data");
    let mut form = Multipart::from_request(request, &())
        .await
        .map_err(|_| Refusal::parameter("The body is not multipart/form-data"))?;
    let (mut product, mut named_type, mut file) = (None, None, None);
    while let Some(mut field) = form.next_field().await.map_err(bad)? {
        match field.name() {
            Some("messaging_product") => product = Some(field.text().await.map_err(bad)?),
            Some("type") => named_type = Some(field.text().await.map_err(bad)?),
            Some("file") => {
                let own_type = field.content_type().map(str::to_owned);
                let mut bytes = BytesMut::new();
                while let Some(chunk) = field.chunk().await.map_err(bad)? {
                    if bytes.len() as u64 + chunk.len() as u64 > limits::DOCUMENT_BYTES {
                        return Err(Refusal::parameter("Param file is larger than 100 MB"));
                    }
                    bytes.extend_from_slice(&chunk);
                }
                file = Some((own_type, bytes.freeze()));
            }
            _ => {}
        }
    }
    if product.as_deref() != Some("whatsapp") {
        return Err(Refusal::parameter(
            "The parameter messaging_product is required.",
        ));
    }
    let (own_type, bytes) =
        file.ok_or_else(|| Refusal::parameter("The parameter file is required."))?;
    // The type of the part is what the file is taken for.
    let mime_type = own_type.or(named_type).unwrap_or_default();
    check_file(&mime_type, &bytes)?;
    let media = sim.lock().keep_media(phone, bytes, mime_type, false);
    Ok(json_response(StatusCode::OK, &json!({"id": media.id})))
}

fn check_file(mime_type: &str, bytes: &Bytes) -> Result<(), Refusal> {
    let Some((_, largest)) = KINDS.iter().find(|(kind, _)| mime_type.starts_with(kind)) else {
        let message = format!(
            "Param file must be a file with one of the following types: audio/aac, audio/mp4, audio/mpeg, \
             audio/amr, audio/ogg, application/pdf, text/plain, image/jpeg, image/png, image/webp, \
             video/mp4, video/3gpp and others. Received file of type '{mime_type}'."
        );
        return Err(Refusal::parameter(message));
    };
    if bytes.len() as u64 > *largest {
        return Err(Refusal::parameter(format!(
            "Param file is too large: {} bytes, at most {largest}",
            bytes.len()
        )));
    }
    if bytes.is_empty() {
        return Err(Refusal::parameter("Param file is empty"));
    }
    Ok(())
}

/// A file by its url. Anything wrong with the url is 404, as at Meta's file servers.
pub(super) fn download(
    state: &State,
    app: usize,
    query: &BTreeMap<String, String>,
) -> Result<Response, Refusal> {
    let at = |key: &str| query.get(key).map(String::as_str).unwrap_or_default();
    let (id, until, hash) = (at("mid"), at("ext"), at("hash"));
    let media = state
        .media_of(app, id)
        .filter(|_| state.url_is_good(id, until, hash));
    Ok(match media {
        Some(media) => {
            let head = [(header::CONTENT_TYPE, media.mime_type.clone())];
            (head, media.bytes.clone()).into_response()
        }
        None => StatusCode::NOT_FOUND.into_response(),
    })
}

impl State {
    /// `GET` resolves an id to a url, `DELETE` removes it.
    pub(super) fn media_edge(&mut self, id: &str, ask: &Ask) -> Answered {
        match ask.method {
            Method::GET => {
                let media = self
                    .media_of(ask.app, id)
                    .ok_or_else(|| Refusal::unknown_object(id))?;
                let asked_by = ask.query("phone_number_id");
                if asked_by.is_some_and(|phone| phone != media.phone) {
                    return Err(Refusal::unknown_object(id));
                }
                Ok(Outcome::Answer(json!({
                    "messaging_product": "whatsapp", "id": media.id, "mime_type": media.mime_type,
                    "sha256": media.sha256_hex(), "file_size": media.bytes.len(),
                    "url": self.media_url(id),
                })))
            }
            Method::DELETE => {
                self.media.remove(id);
                success()
            }
            _ => Err(Refusal::unknown_object(id)),
        }
    }
}
