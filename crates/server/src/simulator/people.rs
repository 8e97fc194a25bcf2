//! Simulated people: made, changed and taken out, in the simulator and in the database.
//!
//! The database decides who there is, and gives them their ids; the simulator decides whether a number
//! is free. After each change the row has what the simulator made of it.

use reqwest::Method;
use serde_json::json;
use whatsapp_sim::{AutoReply, ChangePerson, NewPerson, PersonView};

use super::drive::Drive;
use super::model;
use super::store::{self, PersonRow};
use crate::app::App;
use crate::db::Json;
use crate::http::{ApiResult, Problem};
use crate::kernel::ids::{SimulatedPersonId, WorkspaceId};

/// What to change about somebody; `None` stays.
#[derive(Debug, Default)]
pub(super) struct Change {
    pub(super) name: Option<String>,
    /// Digits.
    pub(super) number: Option<String>,
    /// `Some(None)` gives it up.
    pub(super) username: Option<Option<String>>,
    pub(super) auto_read: Option<bool>,
    pub(super) auto_reply: Option<AutoReply>,
    pub(super) online: Option<bool>,
    pub(super) blocks_business: Option<bool>,
    pub(super) wants_marketing: Option<bool>,
}

pub(super) async fn get(
    app: &App,
    workspace: WorkspaceId,
    id: SimulatedPersonId,
) -> ApiResult<PersonRow> {
    let found = store::find(&app.db, workspace, id).await?;
    found.ok_or_else(|| Problem::not_found("simulated person"))
}

/// Makes somebody.
pub(super) async fn create(
    app: &App,
    workspace: WorkspaceId,
    person: NewPerson,
) -> ApiResult<PersonRow> {
    let drive = Drive::of(app, workspace).await?;
    let id = store::insert(&app.db, workspace, &person, app.clock.now()).await?;
    let person = NewPerson {
        id: model::person_id(id),
        ..person
    };
    let made: ApiResult<PersonView> = drive.call(Method::POST, "people", &person).await;
    match made {
        Ok(made) => keep(app, workspace, id, made).await,
        Err(problem) => {
            store::delete(&app.db, workspace, id).await?;
            Err(problem)
        }
    }
}

/// Changes somebody. The number comes first, as only that can be refused.
pub(super) async fn change(
    app: &App,
    workspace: WorkspaceId,
    id: SimulatedPersonId,
    change: Change,
) -> ApiResult<PersonRow> {
    let before = get(app, workspace, id).await?.person.0;
    let drive = Drive::of(app, workspace).await?;
    let (path, to) = (format!("people/{id}"), &drive.number);
    if let Some(number) = change.number
        && before.number.as_ref() != Some(&number)
    {
        let body = json!({"number": number});
        let _: PersonView = drive
            .call(Method::POST, &format!("{path}/number"), &body)
            .await?;
    }
    if let Some(blocked) = change.blocks_business {
        let body = json!({"to": to, "blocked": blocked});
        let _: serde_json::Value = drive
            .call(Method::POST, &format!("{path}/block"), &body)
            .await?;
    }
    if let Some(wanted) = change.wants_marketing
        && wanted != before.stopped_marketing.is_empty()
    {
        let body = json!({"to": to, "value": if wanted { "resume" } else { "stop" }});
        let path = format!("{path}/marketing");
        let _: PersonView = drive.call(Method::POST, &path, &body).await?;
    }
    let rest = ChangePerson {
        name: change.name,
        username: change.username.map(Option::unwrap_or_default),
        auto_read: change.auto_read,
        auto_reply: change.auto_reply,
        online: change.online,
    };
    let changed: PersonView = drive.call(Method::PATCH, &path, &rest).await?;
    keep(app, workspace, id, changed).await
}

/// Takes somebody out; what they wrote stays with the business.
pub(super) async fn remove(
    app: &App,
    workspace: WorkspaceId,
    id: SimulatedPersonId,
) -> ApiResult<()> {
    get(app, workspace, id).await?;
    let drive = Drive::of(app, workspace).await?;
    drive.delete(&format!("people/{id}")).await?;
    Ok(store::delete(&app.db, workspace, id).await?)
}

async fn keep(
    app: &App,
    workspace: WorkspaceId,
    id: SimulatedPersonId,
    person: PersonView,
) -> ApiResult<PersonRow> {
    store::update(&app.db, workspace, id, &person.into()).await?;
    get(app, workspace, id).await
}

impl PersonRow {
    /// Whether they have blocked the business, which has one number.
    pub(super) fn blocks_business(&self) -> bool {
        let Json(person) = &self.person;
        !person.blocked.is_empty()
    }
}
