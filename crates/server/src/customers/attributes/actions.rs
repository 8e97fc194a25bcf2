//! Changes to definitions and to one customer's values.

use serde_json::{Map, Value, json};

use super::rework::{self, Fit};
use super::store::{self, Definition};
use super::{AttributeType, plan, replacing};
use crate::access::Actor;
use crate::app::App;
use crate::db::{Change, Tx};
use crate::http::{ApiResult, Faults, Problem};
use crate::kernel::clock::Timestamp;
use crate::kernel::ids::{AttributeId, CustomerId, WorkspaceId};
use crate::timeline::{self, Event};

/// What to do with a customer's values.
#[derive(Debug, Clone)]
pub enum Wanted {
    /// Set these keys, remove those that are null, leave the others.
    Merge(Map<String, Value>),
    /// Have exactly these keys.
    Replace(Map<String, Value>),
}

/// Sets a customer's values and tells the timeline; whether anything changed. Values at fault are
/// noted at `field.key`, and then nothing is written.
pub async fn set(
    tx: &mut Tx,
    workspace: WorkspaceId,
    customer: CustomerId,
    (wanted, field): (Wanted, &str),
    faults: &mut Faults,
    (actor, at): (Actor, Timestamp),
) -> ApiResult<bool> {
    let current = store::lock_document(tx, workspace, customer).await?;
    let current = current.ok_or_else(|| Problem::not_found("customer"))?;
    let wanted = match wanted {
        Wanted::Merge(wanted) => wanted,
        Wanted::Replace(wanted) => replacing(&current, wanted),
    };
    let definitions = store::definitions(&mut *tx, workspace).await?;
    let mut own = Faults::default();
    let plan = plan(&definitions, &current, &wanted, field, &mut own);
    if !own.is_empty() {
        faults.append(own);
        return Ok(false);
    }
    store::write(tx, workspace, customer, &plan).await?;
    let changed = !plan.changes.is_empty();
    let events = plan.changes.into_iter().map(|change| Event {
        customer: Some(customer),
        kind: "attribute.changed",
        actor,
        data: json!({"key": change.key, "old": change.old, "new": change.new}),
        at,
    });
    timeline::record_all(tx, workspace, events).await?;
    Ok(changed)
}

/// Makes a definition, and gives values that customers have under its key already its type.
pub(super) async fn define(
    app: &App,
    workspace: WorkspaceId,
    actor: Actor,
    mut definition: Definition,
) -> ApiResult<(Definition, Fit)> {
    let mut tx = app.db.begin().await?;
    let Some(id) = store::insert(&mut tx, workspace, &definition).await? else {
        let title = format!("There is an attribute `{}` already.", definition.key);
        return Err(Problem::conflict("attribute.exists", title));
    };
    definition.id = id;
    let data = json!({
        "id": id, "key": definition.key, "label": definition.label, "type": definition.kind,
    });
    tell(
        &mut tx,
        workspace,
        "attribute.created",
        actor,
        data,
        definition.created_at,
    )
    .await?;
    tx.commit().await?;
    let fit = rework::retype(&app.db, workspace, &definition).await?;
    Ok((definition, fit))
}

/// A change to a definition; `None` leaves a part as it is.
#[derive(Debug, Default)]
pub(super) struct Redefinition {
    pub(super) label: Option<String>,
    pub(super) kind: Option<AttributeType>,
    pub(super) description: Option<Option<String>>,
}

/// Changes a definition. Another type is accepted only when every value that customers have fits it
/// without loss; the same type again repairs the index.
pub(super) async fn redefine(
    app: &App,
    workspace: WorkspaceId,
    actor: Actor,
    id: AttributeId,
    wanted: Redefinition,
) -> ApiResult<Definition> {
    let no_such = || Problem::not_found("attribute");
    let before = store::find(&app.db, workspace, id)
        .await?
        .ok_or_else(no_such)?;
    if let Some(kind) = wanted.kind.filter(|kind| *kind != before.kind) {
        let fit = rework::would_fit(&app.db, workspace, &before.key, kind).await?;
        if fit.not_fitting > 0 {
            return Err(type_conflict(&fit, kind));
        }
    }
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let before = store::find(&mut tx, workspace, id)
        .await?
        .ok_or_else(no_such)?;
    let mut after = before.clone();
    after.label = wanted.label.unwrap_or(after.label);
    after.kind = wanted.kind.unwrap_or(after.kind);
    after.description = wanted.description.unwrap_or(after.description);
    after.updated_at = now;
    store::update(&mut tx, workspace, &after).await?;
    tx.changed(workspace, Change::CustomersChanged);
    let fields = [
        ("label", json!(before.label), json!(after.label)),
        ("type", json!(before.kind), json!(after.kind)),
        (
            "description",
            json!(before.description),
            json!(after.description),
        ),
    ];
    for (field, old, new) in fields {
        if old != new {
            let data = json!({"id": id, "key": after.key, "field": field, "old": old, "new": new});
            tell(&mut tx, workspace, "attribute.redefined", actor, data, now).await?;
        }
    }
    tx.commit().await?;
    if wanted.kind.is_some() {
        rework::retype(&app.db, workspace, &after).await?;
    }
    Ok(after)
}

fn type_conflict(fit: &Fit, kind: AttributeType) -> Problem {
    let title = format!(
        "{} of the stored values cannot become {}; change or remove them first.",
        fit.not_fitting,
        kind.as_str()
    );
    let examples: Vec<_> = fit
        .examples
        .iter()
        .map(|(customer, problem)| json!({"customer_id": customer, "problem": problem.to_string()}))
        .collect();
    Problem::conflict("attribute.values_do_not_fit", title).with_data(json!({
        "fitting": fit.fitting, "not_fitting": fit.not_fitting, "examples": examples,
    }))
}

/// Removes a definition and its values.
pub(super) async fn remove(
    app: &App,
    workspace: WorkspaceId,
    actor: Actor,
    id: AttributeId,
) -> ApiResult<()> {
    let found = store::find(&app.db, workspace, id).await?;
    let definition = found.ok_or_else(|| Problem::not_found("attribute"))?;
    // The definition goes last: a walk that was cut short can be taken up again by its id.
    let count = rework::remove(&app.db, workspace, (id, &definition.key)).await?;
    let mut tx = app.db.begin().await?;
    store::delete(&mut tx, workspace, id).await?;
    let data = json!({
        "id": id, "key": definition.key, "label": definition.label, "type": definition.kind,
        "values": count,
    });
    tell(
        &mut tx,
        workspace,
        "attribute.deleted",
        actor,
        data,
        app.clock.now(),
    )
    .await?;
    tx.commit().await?;
    Ok(())
}

async fn tell(
    tx: &mut Tx,
    workspace: WorkspaceId,
    kind: &'static str,
    actor: Actor,
    data: Value,
    at: Timestamp,
) -> ApiResult<()> {
    let event = Event {
        customer: None,
        kind,
        actor,
        data,
        at,
    };
    Ok(timeline::record(tx, workspace, event).await?)
}
