//! What members change about themselves, whatever their role.

use axum::extract::State;
use http::{HeaderMap, StatusCode};
use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::actions::no_such_member;
use super::api::MemberView;
use super::{Member, store};
use crate::access::{Caller, ClientAddress, Password};
use crate::app::App;
use crate::http::{ApiResult, Faults, Json, Problem};
use crate::kernel::email::Email;
use crate::timeline;
use crate::workspaces::model::checked_name;
use crate::workspaces::sessions;

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(update_me))
        .routes(routes!(change_password))
}

/// What to change about oneself; what is left out stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"name": "Huda Al-Harbi"}))]
struct UpdateMe {
    /// The person's name, up to 200 characters.
    name: Option<String>,
}

/// A new password for oneself.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"current": "qahwa with cardamom", "new": "qahwa without sugar"}))]
struct ChangePassword {
    /// The present password.
    current: String,
    /// The one from now on, 10 to 200 characters.
    new: String,
}

/// Change your own profile
#[utoipa::path(patch, path = "/me", tag = "session", request_body = UpdateMe,
    responses((status = 200, body = MemberView)))]
async fn update_me(
    State(app): State<App>,
    caller: Caller,
    Json(input): Json<UpdateMe>,
) -> ApiResult<Json<MemberView>> {
    let id = caller.member()?;
    let mut faults = Faults::default();
    let name = input
        .name
        .and_then(|text| faults.check("name", checked_name(&text)));
    faults.end()?;
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let locked = store::lock(&mut tx, caller.workspace, [Some(id), None]).await?;
    let own = |member: &Member| member.id == id && member.active;
    let old = locked.into_iter().find(own).ok_or_else(no_such_member)?;
    let mut new = old.clone();
    new.name = name.unwrap_or(new.name);
    if new.name != old.name {
        new.updated_at = now;
        store::update(&mut tx, caller.workspace, &new).await?;
        let data = json!({"member_id": id, "old": old.name, "new": new.name});
        timeline::note(
            &mut tx,
            caller.workspace,
            "member.name_changed",
            caller.actor,
            data,
            now,
        )
        .await?;
    }
    tx.commit().await?;
    Ok(Json(new.into()))
}

/// Change your own password
///
/// Every other session of yours ends. Guesses at the present one are counted as failures to sign in.
#[utoipa::path(put, path = "/me/password", tag = "session", request_body = ChangePassword,
    responses((status = 204)))]
async fn change_password(
    State(app): State<App>,
    caller: Caller,
    ClientAddress(client): ClientAddress,
    headers: HeaderMap,
    Json(input): Json<ChangePassword>,
) -> ApiResult<StatusCode> {
    let id = caller.member()?;
    let member = store::get(&app.db, caller.workspace, id).await?;
    let member = member.ok_or_else(no_such_member)?;
    let email = Email::parse(&member.email).ok();
    let mut faults = Faults::default();
    let password = faults.check("new", Password::choose(&input.new, email.as_ref()));
    let Some(password) = password else {
        return Err(faults.problem());
    };
    let key = email.as_ref().map(Email::key);
    let attempt = app
        .attempts
        .begin(key.as_deref(), client, app.clock.now())?;
    let present = store::password_hash(&app.db, caller.workspace, id).await?;
    if !app.passwords.verify(input.current, present).await? {
        return Err(Problem::invalid("current", "is not your present password"));
    }
    attempt.succeeded();

    let hash = app.passwords.hash(password).await?;
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    if store::set_password(&mut tx, caller.workspace, id, &hash, now).await? == 0 {
        return Err(no_such_member());
    }
    store::end_invitation(&mut tx, caller.workspace, id).await?;
    sessions::end_others(&mut tx, caller.workspace, id, &headers).await?;
    let data = json!({"member_id": id});
    timeline::note(
        &mut tx,
        caller.workspace,
        "member.password_changed",
        caller.actor,
        data,
        now,
    )
    .await?;
    tx.commit().await?;
    app.callers.forget();
    Ok(StatusCode::NO_CONTENT)
}
