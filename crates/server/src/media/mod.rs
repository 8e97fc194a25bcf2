//! Media: the files that customers send, and those that are sent to them.
//!
//! What a customer sent is fetched by a job as soon as its message is stored ([`FetchMedia`]), because
//! WhatsApp keeps it for a week only. What is to be sent is taken in by the API first ([`upload`]), and
//! handed to WhatsApp when a message needs it ([`whatsapp_id`]).
//!
//! What always holds:
//!
//! - A file is kept under the hash of its content, once in each workspace; the same bytes in two
//!   workspaces are two files. Rows of `media` name it, and messages refer to those.
//! - A row that is `ready` has its file. So a file is put in its place before its row is written, and is
//!   removed only while nobody can write one ([`remove`]).
//! - No file is held in memory whole: it passes through, in and out.
//! - Nothing that somebody sent runs in a browser: what is not known to be harmless is handed out to be
//!   saved, and all of it in a sandbox ([`serve`]).
mod api;
mod disposition;
mod fetch;
mod files;
mod kinds;
mod model;
mod outbound;
mod picture;
mod remove;
mod serve;
mod store;
#[cfg(test)]
mod tests;
mod upload;

pub use api::routes;
pub use fetch::FetchMedia;
pub use files::{Files, FilesError, sweep};
pub use model::{MediaState, MediaView, OfMessage, view};
pub use outbound::{MediaError, attach, check_use, forget_upload, known_whatsapp_id, whatsapp_id};
pub use remove::{RemoveUnused, remove_with};
pub use store::of_messages;

#[cfg(test)]
pub(crate) use upload::{Given, take};
