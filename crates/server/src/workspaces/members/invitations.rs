//! Accepting an invitation.

use axum::extract::State;
use axum::response::Response;
use http::HeaderMap;
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::{actions, store};
use crate::access::{ClientAddress, Password, SameSite, Token};
use crate::app::App;
use crate::http::{ApiResult, Faults, Json};
use crate::kernel::email::Email;
use crate::workspaces::model::checked_name;
use crate::workspaces::sessions::{self, SessionView};

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(accept_invitation))
}

/// An invitation to accept.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"token": "ci_q0XEXAMPLE", "password": "qahwa with cardamom"}))]
struct AcceptInvitation {
    /// The invitation's token.
    token: String,
    /// The person's name, if it should be another than the one they were invited by.
    name: Option<String>,
    /// The password to sign in with from now on, 10 to 200 characters.
    password: String,
}

/// Accept an invitation
///
/// Sets the member's password and signs in; earlier sessions of the member end.
#[utoipa::path(post, path = "/invitations/accept", tag = "session", security(()),
    request_body = AcceptInvitation,
    responses((status = 200, body = SessionView, headers(("Set-Cookie" = String)))))]
async fn accept_invitation(
    State(app): State<App>,
    _: SameSite,
    ClientAddress(client): ClientAddress,
    headers: HeaderMap,
    Json(input): Json<AcceptInvitation>,
) -> ApiResult<Response> {
    let attempt = app.attempts.begin(None, client, app.clock.now())?;
    let token = Token::presented(&input.token);
    let invited = store::invited(&app.db, &token, app.clock.now()).await?;
    let (workspace, member, email) = invited.ok_or_else(actions::no_such_invitation)?;
    attempt.succeeded();

    let mut faults = Faults::default();
    let name = input
        .name
        .and_then(|text| faults.check("name", checked_name(&text)));
    let email = Email::parse(&email).ok();
    let password = Password::choose(&input.password, email.as_ref());
    let Some(password) = faults.check("password", password) else {
        return Err(faults.problem());
    };
    faults.end()?;
    let hash = app.passwords.hash(password).await?;
    actions::accept(&app, &token, workspace, member, name, &hash).await?;
    sessions::sign_in(&app, workspace, member, &hash, &headers).await
}
