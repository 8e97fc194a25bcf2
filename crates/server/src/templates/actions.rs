//! Making, changing and deleting templates, at Meta first and here afterwards.
//!
//! What Meta refuses is not stored. What it does is stored as of the moment before it was asked, since
//! its verdict may arrive by webhook before its answer does.

use serde_json::{Map, Value, json};
use whatsapp::graph::Graph;
use whatsapp::problem::Problem as Fault;
use whatsapp::template::{Template as Listed, check_new};

use super::model::{Template, TemplateStatus};
use super::told::Told;
use super::{change, news, store, sync};
use crate::access::Actor;
use crate::accounts::{self, Account};
use crate::app::App;
use crate::http::{ApiResult, FieldError, Problem};
use crate::kernel::clock::{SECOND, Timestamp};
use crate::kernel::ids::{AccountId, TemplateId, WorkspaceId};
use crate::timeline;

/// The account of a request's `account_id`.
pub(super) async fn account_of(
    app: &App,
    workspace: WorkspaceId,
    account: AccountId,
) -> ApiResult<Account> {
    let found = accounts::find(&app.db, workspace, account).await?;
    found.ok_or_else(|| Problem::invalid("account_id", "names no account of this workspace"))
}

/// The time of what Meta is asked now. Meta's own times are whole seconds, so this is one as well:
/// what it says of the same second is as new.
pub(super) fn asked_at(app: &App) -> Timestamp {
    let now = app.clock.now();
    Timestamp(now.0 - now.0.rem_euclid(SECOND))
}

/// Asks Meta for a new template of the account's business account.
pub(super) async fn create(
    app: &App,
    workspace: WorkspaceId,
    actor: Actor,
    (account, mut template): (AccountId, Value),
) -> ApiResult<Template> {
    let account = account_of(app, workspace, account).await?;
    let graph = accounts::graph(app, workspace, &account).await?;
    let asked_at = asked_at(app);
    let made = graph.create_template(&account.waba_id, &template).await;
    let made = made.map_err(|error| accounts::refusal(&error))?;
    let pending = || TemplateStatus::Pending.as_str().to_owned();
    template["id"] = json!(made.id);
    template["status"] = json!(made.status.unwrap_or_else(pending));
    if let Some(category) = made.category {
        template["category"] = json!(category);
    }
    let listed = as_listed(&graph, template).await?;
    learn(app, workspace, &account.waba_id, &listed, (actor, asked_at)).await
}

/// What can be changed about a template; `None` stays.
#[derive(Debug, Default)]
pub(super) struct Edit {
    pub(super) category: Option<String>,
    pub(super) components: Option<Vec<Value>>,
    pub(super) message_send_ttl_seconds: Option<i64>,
}

impl Edit {
    /// The changes as Meta takes them.
    fn fields(self) -> Map<String, Value> {
        let fields = [
            ("category", self.category.map(Value::from)),
            ("components", self.components.map(Value::from)),
            (
                "message_send_ttl_seconds",
                self.message_send_ttl_seconds.map(Value::from),
            ),
        ];
        fields
            .into_iter()
            .filter_map(|(key, value)| Some((key.to_owned(), value?)))
            .collect()
    }
}

/// Asks Meta to change a template, which it then looks at again.
pub(super) async fn update(
    app: &App,
    workspace: WorkspaceId,
    actor: Actor,
    (id, edit): (TemplateId, Edit),
) -> ApiResult<Template> {
    let template = get(app, workspace, id).await?;
    let fields = edit.fields();
    if fields.is_empty() {
        return Ok(template);
    }
    let whole = checked_edit(&template, &fields)?;
    let (graph, meta_id) = reach(app, workspace, &template).await?;
    let asked_at = asked_at(app);
    let edited = graph.edit_template(&meta_id, &Value::Object(fields)).await;
    edited.map_err(|error| accounts::refusal(&error))?;
    let listed = as_listed(&graph, whole).await?;
    learn(
        app,
        workspace,
        &template.waba_id,
        &listed,
        (actor, asked_at),
    )
    .await
}

/// The whole template with the changes, which must be ones that Meta looks at.
fn checked_edit(template: &Template, fields: &Map<String, Value>) -> ApiResult<Value> {
    let can_be_edited = ["APPROVED", "REJECTED", "PAUSED"];
    if !can_be_edited.contains(&template.status.as_str()) {
        return Err(Problem::conflict(
            "template.not_editable",
            format!(
                "Meta changes templates that are approved, rejected or paused; this one is {}.",
                template.status
            ),
        ));
    }
    let mut whole = json!({
        "id": template.meta_id,
        "name": template.name,
        "language": template.language,
        "category": template.category,
        "parameter_format": template.parameter_format,
        "components": template.components.0,
    });
    for (key, value) in fields {
        whole[key] = value.clone();
    }
    // What Meta lists need not be what it takes, so only what is changed is held to its rules.
    let is_changed = |fault: &Fault| {
        let key = fault.field.split(['.', '[']).next().unwrap_or_default();
        fields.contains_key(key)
    };
    if let Err(faults) = check_new(&whole) {
        refuse(faults.into_iter().filter(is_changed))?;
    }
    whole["status"] = json!(TemplateStatus::Pending);
    Ok(whole)
}

/// A 422 that names all faults, if there are any.
pub(super) fn refuse(faults: impl IntoIterator<Item = Fault>) -> ApiResult<()> {
    let named = |fault: Fault| FieldError {
        field: match fault.field.is_empty() {
            true => "body".to_owned(),
            false => fault.field,
        },
        message: fault.message,
    };
    let errors: Vec<_> = faults.into_iter().map(named).collect();
    match errors.is_empty() {
        true => Ok(()),
        false => Err(Problem::invalid_fields(errors)),
    }
}

/// Has Meta delete one translation, and keeps it as deleted.
pub(super) async fn remove(
    app: &App,
    workspace: WorkspaceId,
    actor: Actor,
    id: TemplateId,
) -> ApiResult<()> {
    let template = get(app, workspace, id).await?;
    if template.status == TemplateStatus::Deleted.as_str() {
        return Ok(());
    }
    let (graph, meta_id) = reach(app, workspace, &template).await?;
    let asked_at = asked_at(app);
    // The name alone would delete all of its translations.
    let deleted = graph.delete_template(&template.waba_id, &template.name, Some(&meta_id));
    deleted.await.map_err(|error| accounts::refusal(&error))?;
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let name = (template.name.as_str(), template.language.as_str());
    let found = store::locked_by_name(&mut tx, workspace, &template.waba_id, name).await?;
    let mut after = found.ok_or_else(no_such)?;
    let changes = after.take(Told::unlisted(asked_at));
    after.updated_at = now;
    store::save(&mut tx, workspace, std::slice::from_ref(&after)).await?;
    let events = change::events(&after, changes, actor, now);
    timeline::record_all(&mut tx, workspace, events).await?;
    tx.commit().await?;
    Ok(())
}

/// The template, or a 404.
pub(super) async fn get(app: &App, workspace: WorkspaceId, id: TemplateId) -> ApiResult<Template> {
    let found = store::find(&app.db, workspace, id).await?;
    found.ok_or_else(no_such)
}

fn no_such() -> Problem {
    Problem::not_found("template")
}

/// Meta, in the name of an account that may speak of the template, and Meta's id of it.
async fn reach(
    app: &App,
    workspace: WorkspaceId,
    template: &Template,
) -> ApiResult<(Graph, String)> {
    let account = accounts::of_waba(&app.db, workspace, &template.waba_id).await?;
    let account = account.ok_or_else(|| {
        Problem::conflict(
            "template.no_account",
            format!(
                "No connected number belongs to its business account {}; connect one first.",
                template.waba_id
            ),
        )
    })?;
    let meta_id = template.meta_id.clone().ok_or_else(|| {
        Problem::conflict(
            "template.no_id",
            "Meta's id of this template is not known; sync the templates first.",
        )
    })?;
    let graph = accounts::graph(app, workspace, &account).await?;
    Ok((graph, meta_id))
}

/// The template as Meta lists it, which adds to what it was sent; what was sent where it does not say.
async fn as_listed(graph: &Graph, sent: Value) -> ApiResult<Listed> {
    let id = sent["id"].as_str().unwrap_or_default();
    match graph.template(id).await {
        Ok(Some(listed)) if Some(listed.name.as_str()) == sent["name"].as_str() => Ok(listed),
        answer => {
            if let Err(error) = answer {
                tracing::warn!(%error, "a template that was just sent to Meta could not be read back");
            }
            Listed::read(sent).ok_or_else(|| Problem::invalid("name", "is missing"))
        }
    }
}

/// Takes over what Meta did for this caller, and the news of it that came first.
async fn learn(
    app: &App,
    workspace: WorkspaceId,
    waba_id: &str,
    listed: &Listed,
    (actor, asked_at): (Actor, Timestamp),
) -> ApiResult<Template> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    store::lock(&mut tx, workspace, waba_id).await?;
    let name = (listed.name.as_str(), listed.language.as_str());
    let known = store::locked_by_name(&mut tx, workspace, waba_id, name).await?;
    let id = match known {
        Some(mut template) => {
            let changes = template.take(Told::listed(listed, asked_at));
            template.updated_at = now;
            store::save(&mut tx, workspace, std::slice::from_ref(&template)).await?;
            let events = change::events(&template, changes, actor, now);
            timeline::record_all(&mut tx, workspace, events).await?;
            Some(template.id)
        }
        None => {
            sync::add(
                &mut tx,
                workspace,
                waba_id,
                &[listed],
                (actor, (asked_at, now)),
            )
            .await?
        }
    };
    news::take_up(&mut tx, workspace, waba_id, now).await?;
    tx.commit().await?;
    get(app, workspace, id.ok_or_else(no_such)?).await
}
