//! Templates: messages that Meta approved beforehand, with which a business may write first.
//!
//! Meta owns them. They are listed ([`mod@sync`]), made, changed and deleted through Meta ([`actions`]), and
//! followed by webhooks ([`news`]); what we keep is what Meta last said, each subject with its time, so
//! that late news replaces nothing newer. What Meta no longer has is kept as deleted. Templates belong
//! to a WhatsApp business account, and every number of it can send them. Every change is told with its
//! old and new value.
//!
//! Nothing in here sends a message: what must be filled in, whether it is, and what the customer will
//! read, [`whatsapp::template`] knows.
mod actions;
mod api;
mod change;
mod daily;
mod model;
mod news;
mod preview;
mod store;
mod sync;
#[cfg(test)]
mod tests;
mod told;
mod view;
mod words;

pub use api::routes;
pub use daily::{SyncTemplates, sync_daily};
pub use model::{Template, TemplateCategory, TemplateStatus};
pub use news::{apply, named};
pub use store::{Sendable, by_name, find, of_waba, sendable};
pub use sync::{TemplatesSynced, sync};
