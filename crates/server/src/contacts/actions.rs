//! Changes by way of the contacts API, each one transaction. The rules are those of customers.

use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::store::{self, AccountRow, Target};
use crate::access::{Actor, Caller};
use crate::app::App;
use crate::customers::attributes::Wanted;
use crate::customers::{self, AddContactError, NewContact, NewCustomer, Patch, Source};
use crate::http::{ApiResult, Faults, Problem};
use crate::kernel::ids::MemberId;
use crate::kernel::phone::{PhoneNumber, Region};
use crate::timeline::{self, Event};

/// The field that faults of attributes are named after.
const METADATA: &str = "metadata";

/// A contact to be; texts are cleaned and checked already.
pub(super) struct NewPerson {
    pub(super) phone: PhoneNumber,
    pub(super) name: Option<String>,
    pub(super) account: Option<AccountRow>,
    pub(super) metadata: Map<String, Value>,
}

/// The region of numbers without a country code: the account's, else the workspace's.
pub(super) async fn default_region(
    app: &App,
    caller: &Caller,
    account: Option<&AccountRow>,
) -> ApiResult<Option<Region>> {
    let region = match account.and_then(|account| account.region.clone()) {
        Some(region) => region,
        None => store::region_of_workspace(&app.db, caller.workspace).await?,
    };
    Ok(Region::parse(&region).ok())
}

/// Adds a customer with one contact; the contact's uuid.
pub(super) async fn create(app: &App, caller: &Caller, new: NewPerson) -> ApiResult<Uuid> {
    let by = (caller.actor, app.clock.now());
    let workspace = caller.workspace;
    let source = match caller.actor {
        Actor::Member(_) => Source::Member,
        _ => Source::Api,
    };
    let customer = NewCustomer {
        name_by_person: new.name.is_some(),
        name: new.name,
        ..NewCustomer::unknown(source)
    };
    let contact = NewContact {
        account_id: new.account.map(|account| account.id),
        ..NewContact::whatsapp(new.phone)
    };
    let mut tx = app.db.begin().await?;
    let customer = customers::create(&mut tx, workspace, customer, by.0, by.1).await?;
    let added = customers::add_contact(&mut tx, &app.secrets, workspace, customer, contact, by);
    let (_, uuid) = added.await.map_err(|error| match error {
        AddContactError::Taken(taken) => {
            let title = "There is a contact with this number already.";
            Problem::conflict("contact.exists", title).with_data(json!({"id": taken.uuid}))
        }
        AddContactError::Db(error) => error.into(),
    })?;
    let patch = Patch {
        attributes: Some((Wanted::Merge(new.metadata), METADATA)),
        ..Patch::default()
    };
    customers::update(&mut tx, &app.secrets, workspace, customer, patch, by).await?;
    tx.commit().await?;
    Ok(uuid)
}

/// Changes the customer's name and attributes; what is `None` stays.
pub(super) async fn update(
    app: &App,
    caller: &Caller,
    contact: Uuid,
    (name, metadata): (Option<Option<String>>, Option<Wanted>),
) -> ApiResult<()> {
    let mut tx = app.db.begin().await?;
    let target = store::target(&mut tx, caller.workspace, contact).await?;
    let Target { customer, .. } = target.ok_or_else(no_such)?;
    let patch = Patch {
        name,
        attributes: metadata.map(|wanted| (wanted, METADATA)),
        ..Patch::default()
    };
    let by = (caller.actor, app.clock.now());
    customers::update(&mut tx, &app.secrets, caller.workspace, customer, patch, by).await?;
    Ok(tx.commit().await?)
}

/// Deletes the contact, and the customer too when it was the last.
pub(super) async fn delete(app: &App, caller: &Caller, contact: Uuid) -> ApiResult<()> {
    let mut tx = app.db.begin().await?;
    let target = store::target(&mut tx, caller.workspace, contact).await?;
    let Target { contact, .. } = target.ok_or_else(no_such)?;
    let by = (caller.actor, app.clock.now());
    let gone = customers::delete_contact(&mut tx, &app.secrets, caller.workspace, contact, by);
    if !gone.await? {
        return Err(no_such());
    }
    Ok(tx.commit().await?)
}

/// Gives the customer an owner, and the contact's open conversations an assignee; `None` is nobody.
pub(super) async fn assign(
    app: &App,
    caller: &Caller,
    contact: Uuid,
    member: Option<Uuid>,
) -> ApiResult<()> {
    let (workspace, by) = (caller.workspace, (caller.actor, app.clock.now()));
    let mut tx = app.db.begin().await?;
    let target = store::target(&mut tx, workspace, contact).await?;
    let Target { contact, customer } = target.ok_or_else(no_such)?;
    store::lock(&mut tx, workspace, contact).await?;
    let member: Option<MemberId> = match member {
        None => None,
        Some(uuid) => {
            let mut faults = Faults::default();
            let found = store::find_member(&mut tx, workspace, uuid).await?;
            let member = faults.check("user_id", found.ok_or("is no member of this workspace"));
            faults.end()?;
            member
        }
    };
    let patch = Patch {
        owner: Some(member),
        ..Patch::default()
    };
    let changed = customers::update(&mut tx, &app.secrets, workspace, customer, patch, by).await?;
    let open = store::lock_open_conversations(&mut tx, workspace, contact).await?;
    let moved: Vec<_> = open.into_iter().filter(|(_, old)| *old != member).collect();
    store::assign_conversations(&mut tx, workspace, &moved, member).await?;
    if !changed && !moved.is_empty() {
        customers::touch(&mut tx, workspace, customer, by.1).await?;
    }
    let events = moved.into_iter().map(|(conversation, old)| Event {
        customer: Some(customer),
        kind: "conversation.assigned",
        actor: by.0,
        data: json!({"conversation_id": conversation, "old": old, "new": member}),
        at: by.1,
    });
    timeline::record_all(&mut tx, workspace, events).await?;
    Ok(tx.commit().await?)
}

fn no_such() -> Problem {
    Problem::not_found("contact")
}
