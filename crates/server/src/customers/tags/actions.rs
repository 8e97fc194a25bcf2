//! Changes to the catalogue, and to who has which tag.

use std::collections::HashSet;

use serde_json::{Value, json};

use super::store::{self, Tag};
use crate::access::Actor;
use crate::app::App;
use crate::db::{self, Arg, Change, Tx};
use crate::http::{ApiResult, Problem};
use crate::kernel::clock::Timestamp;
use crate::kernel::ids::{CustomerId, TagId, WorkspaceId};
use crate::kernel::text::{clean_line, fold};
use crate::timeline::{self, Event};

/// The most characters of a name.
pub(super) const NAME_CHARS: usize = 60;
/// The most tags of a workspace.
const CATALOGUE: i64 = 1_000;
/// The most tags of a customer.
const PER_CUSTOMER: usize = 100;
/// Customers whose tag is taken in one step, so that messages come in meanwhile.
const CHUNK: i64 = 5_000;

/// Why tags were not set.
#[derive(Debug, thiserror::Error)]
pub enum TagsError {
    /// A name cannot be one.
    #[error("{1}")]
    Name(usize, String),
    /// There is no such tag, and the caller may not make one.
    #[error("there is no tag `{1}`, and making one needs the permission tags:write")]
    Unknown(usize, String),
    /// Too many for one customer.
    #[error("a customer has at most {PER_CUSTOMER} tags")]
    TooMany,
    /// Too many in the catalogue.
    #[error("a workspace has at most {CATALOGUE} tags")]
    Full,
    /// The database.
    #[error(transparent)]
    Db(#[from] db::Error),
}

impl From<TagsError> for Problem {
    fn from(error: TagsError) -> Self {
        let message = error.to_string();
        match error {
            TagsError::Name(at, _) | TagsError::Unknown(at, _) => {
                Self::invalid(format!("tags[{at}]"), message)
            }
            TagsError::TooMany | TagsError::Full => Self::invalid("tags", message),
            TagsError::Db(error) => error.into(),
        }
    }
}

/// Cleans a name; it must not be empty, nor fold to nothing.
pub(super) fn check_name(name: &str) -> Result<String, String> {
    let name = clean_line(name, NAME_CHARS).map_err(|problem| problem.to_string())?;
    if fold(&name).is_empty() {
        return Err("must not be empty".into());
    }
    Ok(name)
}

/// Makes `names` the tags of a customer; whether anything changed. Unknown names become tags if
/// `may_make`. The caller holds the customer's row.
pub async fn set(
    tx: &mut Tx,
    workspace: WorkspaceId,
    customer: CustomerId,
    (names, may_make): (&[String], bool),
    (actor, at): (Actor, Timestamp),
) -> Result<bool, TagsError> {
    let wanted = resolve(tx, workspace, names, may_make, (actor, at)).await?;
    let present = store::of_customer(tx, workspace, customer).await?;
    let (wanted_ids, present_ids) = (ids(&wanted), ids(&present));
    let added: Vec<_> = wanted
        .into_iter()
        .filter(|(tag, _)| !present_ids.contains(tag))
        .collect();
    let removed: Vec<_> = present
        .into_iter()
        .filter(|(tag, _)| !wanted_ids.contains(tag))
        .collect();
    store::take(tx, workspace, customer, &removed).await?;
    store::give(tx, workspace, customer, &added).await?;
    let changed = !added.is_empty() || !removed.is_empty();
    tell_customer(tx, workspace, customer, (&added, &removed), (actor, at)).await?;
    Ok(changed)
}

fn ids(tags: &[(TagId, String)]) -> HashSet<TagId> {
    tags.iter().map(|(tag, _)| *tag).collect()
}

async fn tell_customer(
    tx: &mut Tx,
    workspace: WorkspaceId,
    customer: CustomerId,
    (added, removed): (&[(TagId, String)], &[(TagId, String)]),
    (actor, at): (Actor, Timestamp),
) -> db::Result<()> {
    let removed = removed.iter().map(|tag| ("tag.removed", tag));
    let events = removed.chain(added.iter().map(|tag| ("tag.added", tag)));
    let events = events.map(|(kind, (tag, name))| Event {
        customer: Some(customer),
        kind,
        actor,
        data: json!({"tag_id": tag, "name": name}),
        at,
    });
    timeline::record_all(tx, workspace, events).await
}

/// The tags of these names, made where they are missing and that is allowed.
async fn resolve(
    tx: &mut Tx,
    workspace: WorkspaceId,
    names: &[String],
    may_make: bool,
    (actor, at): (Actor, Timestamp),
) -> Result<Vec<(TagId, String)>, TagsError> {
    // The same name twice is a slip, not a second tag; a thousand times is not read to the end.
    if names.len() > 10 * PER_CUSTOMER {
        return Err(TagsError::TooMany);
    }
    let mut seen = HashSet::new();
    let mut wanted: Vec<(usize, String, String)> = Vec::new();
    for (position, name) in names.iter().enumerate() {
        let name = check_name(name).map_err(|problem| TagsError::Name(position, problem))?;
        let key = fold(&name);
        if seen.insert(key.clone()) {
            wanted.push((position, key, name));
        }
    }
    if wanted.len() > PER_CUSTOMER {
        return Err(TagsError::TooMany);
    }
    let keys = wanted.iter().map(|(_, key, _)| key.clone()).collect();
    let known = store::find_by_names(tx, workspace, keys).await?;
    let mut tags = Vec::with_capacity(wanted.len());
    for (position, key, name) in wanted {
        let tag = match known.iter().find(|(known, ..)| *known == key) {
            Some((_, id, name)) => (*id, name.clone()),
            None if may_make => (make(tx, workspace, (&name, None), (actor, at)).await?, name),
            None => return Err(TagsError::Unknown(position, name)),
        };
        tags.push(tag);
    }
    Ok(tags)
}

/// Adds a tag to the catalogue; [`db::Error::Unique`] when the name is taken.
pub(super) async fn make(
    tx: &mut Tx,
    workspace: WorkspaceId,
    (name, hue): (&str, Option<i64>),
    (actor, at): (Actor, Timestamp),
) -> Result<TagId, TagsError> {
    if store::size(tx, workspace).await? >= CATALOGUE {
        return Err(TagsError::Full);
    }
    let made = store::insert(tx, workspace, (name, hue), at).await?;
    let id = made.ok_or(db::Error::Unique)?;
    let data = json!({"id": id, "name": name, "hue": hue});
    tell(tx, workspace, "tag.created", data, (actor, at)).await?;
    Ok(id)
}

/// Gives a tag another name or hue.
pub(super) async fn change(
    app: &App,
    workspace: WorkspaceId,
    actor: Actor,
    id: TagId,
    (name, hue): (Option<String>, Option<Option<i64>>),
) -> ApiResult<Tag> {
    let at = app.clock.now();
    let mut tx = app.db.begin().await?;
    let found = store::find(&mut tx, workspace, id).await?;
    let before = found.ok_or_else(|| Problem::not_found("tag"))?;
    let mut after = before.clone();
    after.name = name.unwrap_or(after.name);
    after.hue = hue.unwrap_or(after.hue);
    if after.name == before.name && after.hue == before.hue {
        return Ok(before);
    }
    after.updated_at = at;
    store::update(&mut tx, workspace, &after)
        .await
        .map_err(|error| match error {
            db::Error::Unique => name_taken(&after.name),
            error => error.into(),
        })?;
    if after.name != before.name {
        let data = json!({"id": id, "old": before.name, "new": after.name});
        tell(&mut tx, workspace, "tag.renamed", data, (actor, at)).await?;
        tx.changed(workspace, Change::CustomersChanged);
    }
    if after.hue != before.hue {
        let data = json!({"id": id, "name": after.name, "old": before.hue, "new": after.hue});
        tell(&mut tx, workspace, "tag.hue_changed", data, (actor, at)).await?;
    }
    tx.commit().await?;
    Ok(after)
}

pub(super) fn name_taken(name: &str) -> Problem {
    Problem::conflict(
        "tag.exists",
        format!("There is a tag `{name}` already, or one that only looks different."),
    )
}

/// Removes a tag from everybody and from the catalogue.
pub(super) async fn remove(
    app: &App,
    workspace: WorkspaceId,
    actor: Actor,
    id: TagId,
) -> ApiResult<()> {
    let found = store::find(&app.db, workspace, id).await?;
    let tag = found.ok_or_else(|| Problem::not_found("tag"))?;
    let mut count = 0;
    let mut after = CustomerId(0);
    loop {
        let holders = store::holders(&app.db, workspace, id, after, CHUNK).await?;
        let Some((last,)) = holders.last() else {
            break;
        };
        after = *last;
        let holders = holders
            .into_iter()
            .map(|(customer,)| Arg::from(customer))
            .collect();
        count += store::take_from(&app.db, workspace, id, holders).await?;
    }
    let mut tx = app.db.begin().await?;
    count += store::delete(&mut tx, workspace, id).await?;
    tx.changed(workspace, Change::CustomersChanged);
    let data = json!({"id": id, "name": tag.name, "hue": tag.hue, "customers": count});
    tell(
        &mut tx,
        workspace,
        "tag.deleted",
        data,
        (actor, app.clock.now()),
    )
    .await?;
    tx.commit().await?;
    Ok(())
}

/// Gives a customer a tag, or takes it; whether that changed anything. The caller holds the
/// customer's row.
pub(super) async fn put(
    tx: &mut Tx,
    workspace: WorkspaceId,
    customer: CustomerId,
    (tag, has): (&Tag, bool),
    (actor, at): (Actor, Timestamp),
) -> Result<bool, TagsError> {
    let present = store::of_customer(tx, workspace, customer).await?;
    if present.iter().any(|(id, _)| *id == tag.id) == has {
        return Ok(false);
    }
    let one = [(tag.id, tag.name.clone())];
    let (added, removed): (&[_], &[_]) = if has { (&one, &[]) } else { (&[], &one) };
    if present.len() + added.len() > PER_CUSTOMER {
        return Err(TagsError::TooMany);
    }
    store::take(tx, workspace, customer, removed).await?;
    store::give(tx, workspace, customer, added).await?;
    tell_customer(tx, workspace, customer, (added, removed), (actor, at)).await?;
    Ok(true)
}

async fn tell(
    tx: &mut Tx,
    workspace: WorkspaceId,
    kind: &'static str,
    data: Value,
    (actor, at): (Actor, Timestamp),
) -> db::Result<()> {
    let event = Event {
        customer: None,
        kind,
        actor,
        data,
        at,
    };
    timeline::record(tx, workspace, event).await
}
