//! Taking over Meta's list of templates.
//!
//! Webhooks can be missed, and templates are also made in Meta's own pages, so now and then all of them
//! are listed. The list counts as said when it was asked for: news that came meanwhile is newer. What the
//! list has not is marked as deleted and kept, as messages and campaigns were made of it.

use std::collections::HashMap;

use serde::Serialize;
use serde_json::json;
use utoipa::ToSchema;
use whatsapp::template::Template as Listed;

use super::actions::{account_of, asked_at};
use super::told::Told;
use super::{change, news, store};
use crate::access::Actor;
use crate::accounts;
use crate::app::App;
use crate::db::{self, Tx};
use crate::http::ApiResult;
use crate::kernel::clock::Timestamp;
use crate::kernel::ids::{AccountId, TemplateId, WorkspaceId};
use crate::timeline;

/// What became of a list.
#[derive(Debug, Default, PartialEq, Serialize, ToSchema)]
pub struct TemplatesSynced {
    /// How many templates Meta has.
    #[schema(example = 12)]
    listed: usize,
    /// How many of them were not known.
    #[schema(example = 1)]
    added: usize,
    /// How many were known otherwise.
    #[schema(example = 2)]
    changed: usize,
    /// How many Meta no longer has; they are kept with the status DELETED.
    #[schema(example = 0)]
    deleted: usize,
}

/// Asks Meta for all templates of the account's business account, and takes them over.
///
/// # Errors
///
/// 422 when there is no such account; what Meta refuses as [`accounts::refusal`] says it.
pub async fn sync(
    app: &App,
    workspace: WorkspaceId,
    actor: Actor,
    account: AccountId,
) -> ApiResult<TemplatesSynced> {
    let account = account_of(app, workspace, account).await?;
    let graph = accounts::graph(app, workspace, &account).await?;
    let asked_at = asked_at(app);
    let listed = graph.templates(&account.waba_id).await;
    let listed = listed.map_err(|error| accounts::refusal(&error))?;

    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let (waba_id, times) = (account.waba_id.as_str(), (asked_at, now));
    let synced = take_over(&mut tx, workspace, waba_id, &listed, (actor, times)).await?;
    news::take_up(&mut tx, workspace, waba_id, now).await?;
    let mut data = json!(synced);
    data["account_id"] = json!(account.id);
    timeline::note(&mut tx, workspace, "templates.synced", actor, data, now).await?;
    tx.commit().await?;
    Ok(synced)
}

/// Makes what is stored of a business account what its list says.
async fn take_over(
    tx: &mut Tx,
    workspace: WorkspaceId,
    waba_id: &str,
    listed: &[Listed],
    (actor, (asked_at, now)): (Actor, (Timestamp, Timestamp)),
) -> db::Result<TemplatesSynced> {
    store::lock(tx, workspace, waba_id).await?;
    let known = store::locked(tx, workspace, waba_id).await?;
    // The last of those that a careless list has twice counts.
    let name_of = |listed: &Listed| (listed.name.clone(), listed.language.clone());
    let mut unknown: HashMap<(String, String), &Listed> = listed
        .iter()
        .map(|listed| (name_of(listed), listed))
        .collect();
    let mut synced = TemplatesSynced {
        listed: unknown.len(),
        ..TemplatesSynced::default()
    };
    let mut events = Vec::new();
    let mut known_now = Vec::with_capacity(known.len());
    for mut template in known {
        let listed = unknown.remove(&(template.name.clone(), template.language.clone()));
        let changes = template.take(match listed {
            Some(listed) => Told::listed(listed, asked_at),
            None => Told::unlisted(asked_at),
        });
        if !changes.is_empty() {
            template.updated_at = now;
            match listed {
                Some(_) => synced.changed += 1,
                None => synced.deleted += 1,
            }
        }
        events.extend(change::events(&template, changes, actor, now));
        known_now.push(template);
    }
    store::save(tx, workspace, &known_now).await?;
    let unknown: Vec<&Listed> = unknown.into_values().collect();
    synced.added = unknown.len();
    timeline::record_all(tx, workspace, events).await?;
    add(tx, workspace, waba_id, &unknown, (actor, (asked_at, now))).await?;
    Ok(synced)
}

/// Adds templates that were not known, and tells of them; the id of the last one.
pub(super) async fn add(
    tx: &mut Tx,
    workspace: WorkspaceId,
    waba_id: &str,
    listed: &[&Listed],
    (actor, times): (Actor, (Timestamp, Timestamp)),
) -> db::Result<Option<TemplateId>> {
    let added = store::insert(tx, workspace, waba_id, listed, times).await?;
    let by_name: HashMap<_, _> = listed
        .iter()
        .map(|listed| ((listed.name.as_str(), listed.language.as_str()), *listed))
        .collect();
    let events = added.iter().map(|(id, name, language)| {
        let listed = by_name.get(&(name.as_str(), language.as_str()));
        timeline::Event {
            customer: None,
            kind: "template.added",
            actor,
            data: json!({"template_id": id, "name": name, "language": language,
                "old": null, "new": {
                    "status": listed.map(|listed| &listed.status),
                    "category": listed.map(|listed| &listed.category)}}),
            at: times.1,
        }
    });
    timeline::record_all(tx, workspace, events).await?;
    Ok(added.last().map(|(id, ..)| *id))
}
