//! Switching the simulated WhatsApp on and off, which connects and removes its account.

use std::time::Duration;

use uuid::Uuid;

use super::{drive, model, players};
use crate::access::Actor;
use crate::accounts::{self, Account, NewAccount};
use crate::app::App;
use crate::http::{ApiResult, Problem};
use crate::kernel::ids::WorkspaceId;
use crate::templates;

/// How often, and how many times, it is looked whether somebody plays.
const LOOK: Duration = Duration::from_millis(100);
const LOOKS: usize = 80;

/// Switches it on: connects its account, waits until it is played, and takes over what it has. When it
/// is on already, nothing changes.
pub(super) async fn switch_on(
    app: &App,
    workspace: WorkspaceId,
    actor: Actor,
) -> ApiResult<Account> {
    if !app.config.simulator.allowed {
        return Err(Problem::conflict(
            "simulator.not_allowed",
            "The operator of this server does not allow the simulated WhatsApp (simulator.allowed).",
        ));
    }
    if !app.simulators.is_served() {
        return Err(Problem::conflict(
            "simulator.not_served",
            "This program does not listen, so a simulated WhatsApp could not reach it.",
        ));
    }
    if let Some(account) = accounts::simulated_of(&app.db, workspace).await?
        && account.graph_url != model::NOWHERE
    {
        return Ok(account);
    }
    let secret = || format!("{}{}", Uuid::new_v4().simple(), Uuid::new_v4().simple());
    let new = NewAccount {
        name: model::ACCOUNT_NAME.to_owned(),
        phone_number_id: model::phone_number_id(workspace),
        waba_id: model::waba_id(workspace),
        access_token: secret(),
        app_secret: secret(),
        verify_token: secret(),
        graph_url: Some(model::NOWHERE.to_owned()),
        default_region: None,
    };
    accounts::connect_simulated(app, workspace, new, actor).await?;
    let account = played(app, workspace).await?;
    accounts::check(app, workspace, &account, actor).await?;
    templates::sync(app, workspace, actor, account.id).await?;
    let account = accounts::simulated_of(&app.db, workspace).await?;
    account.ok_or_else(drive::away)
}

/// Waits until somebody plays: this process if it can, or the node that does.
async fn played(app: &App, workspace: WorkspaceId) -> ApiResult<Account> {
    players::look(app).await?;
    for _ in 0..LOOKS {
        match accounts::simulated_of(&app.db, workspace).await? {
            Some(account) if account.graph_url != model::NOWHERE => return Ok(account),
            Some(_) => tokio::time::sleep(LOOK).await,
            None => break, // switched off in the meantime
        }
    }
    Err(drive::away())
}

/// Switches it off: its account is removed, and kept for the conversations it had.
pub(super) async fn switch_off(app: &App, workspace: WorkspaceId, actor: Actor) -> ApiResult<()> {
    if let Some(account) = accounts::simulated_of(&app.db, workspace).await? {
        accounts::remove(app, workspace, account.id, actor).await?;
        players::look(app).await?;
    }
    Ok(())
}
