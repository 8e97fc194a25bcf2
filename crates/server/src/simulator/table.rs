//! One workspace's simulator: set up like its account, with the people and templates it is to have.

use std::sync::Arc;

use axum::Router;
use http::{HeaderMap, header};
use serde_json::{Value, json};
use subtle::ConstantTimeEq;
use whatsapp_sim::{
    AccountSetup, AppSetup, Clock, NewPerson, NumberSetup, PersonView, Sim, SimConfig,
};

use super::{model, samples, store};
use crate::accounts::{Simulated, webhook_path};
use crate::app::App;
use crate::http::{ApiResult, Problem};
use crate::kernel::ids::SimulatedPersonId;
use crate::templates::{self, Template};

/// People read from the database at once.
const PAGE: i64 = 1_000;
/// Webhooks of one simulator under way at the same time.
const CONNECTIONS: usize = 4;

/// A simulator at play.
#[derive(Clone)]
pub(super) struct Table {
    /// Its HTTP interface, which keeps it alive.
    pub(super) router: Router,
    /// The token as it is sealed: another one means another start.
    pub(super) sealed: Vec<u8>,
    token: Arc<str>,
}

impl Table {
    /// Sets up the simulator of an account. It is reached below `public_url`, and its webhooks go to
    /// the server at `server`.
    pub(super) async fn set(
        app: &App,
        account: &Simulated,
        (public_url, server): (String, &str),
    ) -> ApiResult<Self> {
        let unseal = |sealed: &[u8]| {
            let text = app.secrets.unseal(sealed);
            text.map_err(|error| Problem::internal(&error))
        };
        let token = unseal(&account.access_token)?;
        let setup = AppSetup {
            app_id: Some(model::app_id(account.workspace)),
            name: Some(account.business.clone()),
            app_secret: Some(unseal(&account.app_secret)?),
            token: Some(token.clone()),
            callback_url: Some(format!("{server}{}", webhook_path(account.callback))),
            verify_token: Some(unseal(&account.verify_token)?),
            portfolio_id: None,
            accounts: vec![AccountSetup {
                waba_id: Some(account.waba_id.clone()),
                name: Some(account.business.clone()),
                subscribed: true,
                numbers: vec![NumberSetup {
                    phone_number_id: Some(account.phone_number_id.clone()),
                    display_phone_number: Some(model::DISPLAY_NUMBER.to_owned()),
                    verified_name: Some(account.business.clone()),
                    ..NumberSetup::default()
                }],
                templates: templates_of(app, account).await?,
            }],
        };
        let clock = app.clock.clone();
        let sim = Sim::new(SimConfig {
            // Another one each time: ids of messages must not come again after a restart.
            seed: rand::random(),
            clock: Clock::new(move || clock.now().0),
            behaviour: model::behaviour(),
            apps: vec![setup],
            connections: CONNECTIONS,
            public_url: Some(public_url),
        })
        .map_err(|error| Problem::internal(&error))?;
        restore_people(app, account, &sim).await?;
        Ok(Self {
            router: sim.router(),
            sealed: account.access_token.clone(),
            token: token.into(),
        })
    }

    /// Whether a request has the account's token, without which nobody moves its people.
    pub(super) fn opens_for(&self, headers: &HeaderMap) -> bool {
        let given = headers
            .get(header::AUTHORIZATION)
            .and_then(|value| value.to_str().ok()?.strip_prefix("Bearer "));
        given.is_some_and(|given| given.as_bytes().ct_eq(self.token.as_bytes()).into())
    }
}

/// What the server knows of the account's templates; the samples when it knows none.
async fn templates_of(app: &App, account: &Simulated) -> ApiResult<Vec<Value>> {
    let known = templates::of_waba(&app.db, account.workspace, &account.waba_id).await?;
    if known.is_empty() {
        return Ok(samples::templates());
    }
    let listed = |template: Template| {
        json!({
            "id": template.meta_id, "name": template.name, "language": template.language,
            "category": template.category, "status": template.status,
            "parameter_format": template.parameter_format, "components": template.components.0,
            "message_send_ttl_seconds": template.message_send_ttl_seconds,
        })
    };
    Ok(known.into_iter().map(listed).collect())
}

/// Makes everybody again, with the windows that their last messages opened.
async fn restore_people(app: &App, account: &Simulated, sim: &Sim) -> ApiResult<()> {
    let mut before: Option<SimulatedPersonId> = None;
    loop {
        let rows = store::list(&app.db, account.workspace, before, PAGE).await?;
        before = rows.last().map(|row| row.id);
        if rows.is_empty() {
            break;
        }
        for row in rows {
            let person = NewPerson {
                id: model::person_id(row.id),
                ..row.person.0
            };
            if let Err(error) = sim.add_person(person) {
                tracing::warn!(simulated_person.id = %row.id, %error, "a simulated person stays away");
            }
        }
    }
    let people = sim.people();
    for (user_id, number, at) in
        store::last_words(&app.db, account.workspace, account.account).await?
    {
        let is_meant = |person: &&PersonView| {
            let known = |id: &String| person.user_ids.values().any(|own| own == id);
            user_id.as_ref().is_some_and(known)
                || number.is_some() && person.number.as_ref() == number.as_ref()
        };
        if let Some(person) = people.iter().find(is_meant) {
            sim.wrote_before(person.id, &account.phone_number_id, at.0)
                .map_err(|error| Problem::internal(&error))?;
        }
    }
    Ok(())
}
