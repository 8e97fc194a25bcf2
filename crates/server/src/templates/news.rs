//! What webhooks say about templates.
//!
//! News of a template we know changes it in the transaction that stores the webhook. News of one we
//! do not know waits in `account_updates`, for the list or the creation that makes it known: Meta's
//! verdict on a new template can be here before its answer to the request that made it.

use whatsapp::webhook::TemplateUpdate;

use super::model::Template;
use super::told::Told;
use super::{change, store};
use crate::access::Actor;
use crate::db::{self, Tx};
use crate::kernel::clock::Timestamp;
use crate::kernel::ids::WorkspaceId;
use crate::timeline;

/// The webhook fields that bring such news.
const KINDS: [&str; 5] = [
    "message_template_status_update",
    "message_template_quality_update",
    "message_template_components_update",
    "template_category_update",
    "template_correct_category_detection",
];

/// The template that news of a business account is about, if we know it; nobody else changes it until
/// the transaction ends. A name that was used again is another template, so Meta's id decides.
///
/// # Errors
///
/// When the database does not answer.
pub async fn named(
    tx: &mut Tx,
    workspace: WorkspaceId,
    waba_id: &str,
    update: &TemplateUpdate,
) -> db::Result<Option<Template>> {
    let by_name = match (&update.name, &update.language) {
        (Some(name), Some(language)) => {
            store::locked_by_name(tx, workspace, waba_id, (name, language)).await?
        }
        _ => None,
    };
    let Some(meta_id) = &update.template_id else {
        return Ok(by_name);
    };
    let is_it = |known: &Template| known.meta_id.as_ref().is_none_or(|known| known == meta_id);
    match by_name {
        Some(known) => Ok(Some(known).filter(is_it)),
        None => store::locked_by_meta_id(tx, workspace, waba_id, meta_id).await,
    }
}

/// Changes a template by news of it. News older than what was last said of the same changes nothing.
///
/// # Errors
///
/// When the database does not answer.
pub async fn apply(
    tx: &mut Tx,
    workspace: WorkspaceId,
    template: Template,
    update: &TemplateUpdate,
    (at, now): (Timestamp, Timestamp),
) -> db::Result<()> {
    let mut after = template;
    let changes = after.take(Told::news(update, at));
    if !changes.is_empty() {
        after.updated_at = now;
    }
    store::save(tx, workspace, std::slice::from_ref(&after)).await?;
    let events = change::events(&after, changes, Actor::System, now);
    timeline::record_all(tx, workspace, events).await
}

/// Applies the news that waited for templates which are known now.
pub(super) async fn take_up(
    tx: &mut Tx,
    workspace: WorkspaceId,
    waba_id: &str,
    now: Timestamp,
) -> db::Result<()> {
    let mut applied = Vec::new();
    for news in store::waiting(tx, workspace, waba_id, &KINDS).await? {
        let update = TemplateUpdate::read(news.data.0);
        if let Some(template) = named(tx, workspace, waba_id, &update).await? {
            apply(tx, workspace, template, &update, (news.at, now)).await?;
            applied.push(news.id);
        }
    }
    store::mark_applied(tx, workspace, applied, now).await
}
