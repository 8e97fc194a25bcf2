//! Changing a customer: one transaction for all that a request changes.

use serde_json::{Value, json};

use super::actions;
use super::attributes::{self, Wanted};
use super::model::{AddContactError, Language, NewContact, NewCustomer, Source, Stage};
use super::store::{self, Profile};
use super::tags;
use crate::access::Actor;
use crate::consent::{self, Decision, Purpose};
use crate::db::{self, Tx};
use crate::http::{ApiResult, Faults, Problem};
use crate::kernel::clock::Timestamp;
use crate::kernel::email::Email;
use crate::kernel::ids::{CustomerId, MemberId, WorkspaceId};
use crate::kernel::phone::{PhoneNumber, Region};
use crate::search;
use crate::secrets::Secrets;
use crate::timeline::{self, Event};

/// What to change of a customer. `None` leaves a part as it is, `Some(None)` clears it. Texts are
/// cleaned and checked already.
#[derive(Debug, Default)]
pub struct Patch {
    /// The version to change; when the customer has changed since, nothing is done.
    pub expected_updated_at: Option<Timestamp>,
    /// What they are called; cleared, it is their profile's name again and follows it.
    pub name: Option<Option<String>>,
    /// Where mail reaches them.
    pub email: Option<Option<Email>>,
    /// Their WhatsApp number: that of the first contact, or of a new one.
    pub phone: Option<PhoneNumber>,
    /// The city they live in.
    pub city: Option<Option<String>>,
    /// The country they live in.
    pub country: Option<Option<Region>>,
    /// The language they prefer.
    pub language: Option<Option<Language>>,
    /// Their place on the journey.
    pub stage: Option<Stage>,
    /// Whether the stage stays until somebody clears it; setting a stage pins it.
    pub stage_pinned: Option<bool>,
    /// Whether we do not talk to them.
    pub blocked: Option<bool>,
    /// Whether they refuse marketing; a change becomes a decision in the ledger.
    pub opted_out: Option<bool>,
    /// Who looks after them.
    pub owner: Option<Option<MemberId>>,
    /// Their attributes, and the name of the field to blame for them.
    pub attributes: Option<(Wanted, &'static str)>,
    /// Their tags, all of them, by name.
    pub tags: Option<Vec<String>>,
    /// Whether tags that do not exist are made.
    pub may_make_tags: bool,
}

/// Changes a customer; whether anything is different now. After an error the transaction must be
/// given up.
pub async fn update(
    tx: &mut Tx,
    secrets: &Secrets,
    workspace: WorkspaceId,
    customer: CustomerId,
    patch: Patch,
    (actor, at): (Actor, Timestamp),
) -> ApiResult<bool> {
    let changed = apply(tx, secrets, workspace, customer, patch, (actor, at)).await?;
    if changed {
        store::touch(tx, workspace, customer, at).await?;
    }
    Ok(changed)
}

/// Adds a customer with everything that a request says of them.
pub(super) async fn create_whole(
    tx: &mut Tx,
    secrets: &Secrets,
    workspace: WorkspaceId,
    (mut patch, source): (Patch, Source),
    (actor, at): (Actor, Timestamp),
) -> ApiResult<CustomerId> {
    // Whoever is new here has allowed nothing yet, and may have refused before they were deleted.
    patch.opted_out = patch.opted_out.filter(|opted_out| *opted_out);
    let name = patch.name.take().flatten();
    let stage = patch.stage.take();
    let new = NewCustomer {
        name_by_person: name.is_some(),
        name,
        email: patch.email.take().flatten(),
        city: patch.city.take().flatten(),
        country: patch.country.take().flatten(),
        language: patch.language.take().flatten(),
        stage: stage.unwrap_or(Stage::Prospect),
        stage_pinned: patch.stage_pinned.take().unwrap_or(stage.is_some()),
        owner: None,
        source,
    };
    let customer = match patch.phone.take() {
        Some(phone) => {
            let people = (new, NewContact::whatsapp(phone));
            let made = actions::create_with_contact(tx, secrets, workspace, people, (actor, at));
            made.await?.0
        }
        None => actions::create(tx, workspace, new, actor, at).await?,
    };
    apply(tx, secrets, workspace, customer, patch, (actor, at)).await?;
    Ok(customer)
}

async fn apply(
    tx: &mut Tx,
    secrets: &Secrets,
    workspace: WorkspaceId,
    customer: CustomerId,
    patch: Patch,
    (actor, at): (Actor, Timestamp),
) -> ApiResult<bool> {
    let before = store::lock_profile(tx, workspace, customer).await?;
    let before = before.ok_or_else(|| Problem::not_found("customer"))?;
    refuse_stale(&before, patch.expected_updated_at)?;
    let mut faults = Faults::default();
    if let Some(Some(owner)) = patch.owner
        && !store::is_member(&mut *tx, workspace, owner).await?
    {
        faults.add("owner_id", "is no member of this workspace");
    }
    let by = (actor, at);
    let mut changed = false;
    if let Some(wanted) = &patch.attributes {
        let wanted = (wanted.0.clone(), wanted.1);
        changed |= attributes::set(tx, workspace, customer, wanted, &mut faults, by).await?;
    }
    faults.end()?;
    if let Some(names) = &patch.tags {
        let names = (names.as_slice(), patch.may_make_tags);
        changed |= tags::set(tx, workspace, customer, names, by).await?;
    }
    let mut findable = false;
    if let Some(phone) = &patch.phone {
        findable |= set_phone(tx, secrets, workspace, customer, (&before, phone), by).await?;
    }
    let opted_out = patch.opted_out.filter(|wanted| *wanted != before.opted_out);
    let mut after = patch.applied_to(&before);
    if after.name.is_none() && before.name.is_some() {
        after.name = store::latest_profile_name(tx, workspace, customer).await?;
    }
    let events = differences(&before, &after);
    let by_person = before.name_by_person != after.name_by_person;
    changed |= by_person;
    if by_person || !events.is_empty() {
        store::update_profile(tx, workspace, customer, &after).await?;
        findable |= before.name != after.name || before.email != after.email;
    }
    changed |= findable || !events.is_empty();
    tell(tx, workspace, customer, events, by).await?;
    if let Some(opted_out) = opted_out {
        changed |= decide(tx, workspace, customer, opted_out, by).await?;
    }
    if findable {
        search::index(tx, workspace, &[customer]).await?;
    }
    Ok(changed)
}

fn refuse_stale(before: &Profile, expected: Option<Timestamp>) -> ApiResult<()> {
    if expected.is_none_or(|expected| expected == before.updated_at) {
        return Ok(());
    }
    let title = "The customer was changed elsewhere in the meantime; look at it again.";
    let data = json!({"updated_at": before.updated_at});
    Err(Problem::conflict("changed_elsewhere", title).with_data(data))
}

impl Patch {
    fn applied_to(self, before: &Profile) -> Profile {
        let mut after = before.clone();
        if let Some(name) = self.name {
            after.name_by_person = name.is_some();
            after.name = name;
        }
        if let Some(email) = self.email {
            after.email = email.map(String::from);
        }
        after.city = self.city.unwrap_or(after.city);
        if let Some(country) = self.country {
            after.country = country.map(String::from);
        }
        if let Some(language) = self.language {
            after.language = language.map(|language| language.as_str().to_owned());
        }
        if let Some(stage) = self.stage {
            after.stage = stage;
            after.stage_pinned = true;
        }
        after.stage_pinned = self.stage_pinned.unwrap_or(after.stage_pinned);
        after.blocked = self.blocked.unwrap_or(after.blocked);
        after.owner_id = self.owner.unwrap_or(after.owner_id);
        after
    }
}

/// One event for each field that is different.
fn differences(before: &Profile, after: &Profile) -> Vec<(&'static str, Value)> {
    let mut events = Vec::new();
    let mut compare = |kind, old: Value, new: Value| {
        if old != new {
            events.push((kind, json!({"old": old, "new": new})));
        }
    };
    compare(
        "customer.name_changed",
        json!(before.name),
        json!(after.name),
    );
    compare(
        "customer.email_changed",
        json!(before.email),
        json!(after.email),
    );
    compare(
        "customer.city_changed",
        json!(before.city),
        json!(after.city),
    );
    compare(
        "customer.country_changed",
        json!(before.country),
        json!(after.country),
    );
    compare(
        "customer.language_changed",
        json!(before.language),
        json!(after.language),
    );
    compare(
        "customer.owner_changed",
        json!(before.owner_id),
        json!(after.owner_id),
    );
    compare(
        "customer.stage_pinned",
        json!(before.stage_pinned),
        json!(after.stage_pinned),
    );
    let kind = if after.blocked {
        "customer.blocked"
    } else {
        "customer.unblocked"
    };
    compare(kind, json!(before.blocked), json!(after.blocked));
    if before.stage != after.stage {
        let data = json!({"old": before.stage, "new": after.stage, "reason": "set_by_hand"});
        events.push(("customer.stage_changed", data));
    }
    events
}

async fn tell(
    tx: &mut Tx,
    workspace: WorkspaceId,
    customer: CustomerId,
    events: Vec<(&'static str, Value)>,
    (actor, at): (Actor, Timestamp),
) -> db::Result<()> {
    let events = events.into_iter().map(|(kind, data)| Event {
        customer: Some(customer),
        kind,
        actor,
        data,
        at,
    });
    timeline::record_all(tx, workspace, events).await
}

async fn decide(
    tx: &mut Tx,
    workspace: WorkspaceId,
    customer: CustomerId,
    opted_out: bool,
    (actor, at): (Actor, Timestamp),
) -> db::Result<bool> {
    let decision = Decision {
        customer,
        contact: None,
        purpose: Purpose::Marketing,
        granted: !opted_out,
        source: consent::ConsentSource::of(actor),
        evidence: None,
        actor,
        at,
    };
    consent::record(tx, workspace, decision, at).await
}

/// Gives the customer's first WhatsApp contact the number, or makes one with it.
///
/// A number that messages went to or came from is a fact and stays with them.
async fn set_phone(
    tx: &mut Tx,
    secrets: &Secrets,
    workspace: WorkspaceId,
    customer: CustomerId,
    (before, phone): (&Profile, &PhoneNumber),
    by: (Actor, Timestamp),
) -> ApiResult<bool> {
    if before.phone.as_deref() == Some(phone.as_str()) {
        return Ok(false);
    }
    let contacts = store::whatsapp_contacts(tx, workspace, customer).await?;
    let with_number = contacts.iter().find(|contact| contact.phone.is_some());
    let Some(contact) = with_number.or(contacts.first()) else {
        let new = NewContact::whatsapp(phone.clone());
        actions::add_contact(tx, secrets, workspace, customer, new, by).await?;
        return Ok(true);
    };
    if contact.phone.is_some() && contact.last_message_at.is_some() {
        return Err(Problem::conflict(
            "contact.in_use",
            "There are messages with the present number, so it cannot be replaced.",
        ));
    }
    let address = [phone.to_string()];
    match actions::refuse_taken(tx, workspace, "whatsapp", &address).await {
        // Another spelling of the same person's number.
        Err(AddContactError::Taken(taken)) if taken.contact == contact.id => {}
        other => other?,
    }
    let numbers = (contact.phone.as_deref(), phone);
    store::set_contact_phone(tx, workspace, contact.id, numbers, by.1).await?;
    let whose = (customer, contact.id);
    actions::claim(tx, secrets, workspace, whose, "whatsapp", &address, by).await?;
    store::refresh_phone(tx, workspace, customer).await?;
    let data = json!({"contact_id": contact.id, "old": contact.phone, "new": phone});
    tell(
        tx,
        workspace,
        customer,
        vec![("customer.phone_changed", data)],
        by,
    )
    .await?;
    Ok(true)
}
