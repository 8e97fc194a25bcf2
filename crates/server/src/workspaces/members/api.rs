//! Members over HTTP.

use axum::extract::State;
use http::StatusCode;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use super::actions::{self, Change, Invitation, NewMember};
use super::{Member, store};
use crate::access::{Can, Password, Role, permit};
use crate::app::App;
use crate::http::{ApiResult, Faults, Json, Path, Problem, Query};
use crate::kernel::clock::Timestamp;
use crate::kernel::email::Email;
use crate::kernel::ids::MemberId;
use crate::kernel::page::Page;
use crate::workspaces::listing::ListPage;
use crate::workspaces::model::checked_name;

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list_members, add_member))
        .routes(routes!(get_member, update_member, remove_member))
        .routes(routes!(invite_member))
}

/// A person of the team.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::workspaces) struct MemberView {
    /// The member's id.
    id: MemberId,
    /// The id that other systems may keep.
    uuid: Uuid,
    /// The person's name.
    #[schema(example = "Huda Al-Harbi")]
    name: String,
    /// The address to sign in with.
    #[schema(example = "huda@baytcoffee.sa")]
    email: String,
    /// The role in the team.
    role: Role,
    /// Whether they may sign in.
    active: bool,
    /// Whether they have a password; without one an invitation waits for them.
    has_password: bool,
    /// When they were added.
    created_at: Timestamp,
    /// When their name, role or password was last changed.
    updated_at: Timestamp,
}

impl From<Member> for MemberView {
    fn from(member: Member) -> Self {
        Self {
            id: member.id,
            uuid: member.uuid,
            name: member.name,
            email: member.email,
            role: member.role,
            active: member.active,
            has_password: member.has_password,
            created_at: member.created_at,
            updated_at: member.updated_at,
        }
    }
}

/// A member who was added just now.
#[derive(Debug, Serialize, ToSchema)]
struct NewMemberView {
    #[serde(flatten)]
    member: MemberView,
    /// The invitation, unless a password was given.
    invitation: Option<InvitationView>,
}

/// An invitation; whoever has its token can set the member's password, once.
#[derive(Debug, Serialize, ToSchema)]
struct InvitationView {
    /// The token, shown this once.
    #[schema(example = "ci_q0XEXAMPLE")]
    token: String,
    /// When it ends.
    expires_at: Timestamp,
}

impl From<Invitation> for InvitationView {
    fn from(invitation: Invitation) -> Self {
        Self {
            token: invitation.token.reveal().to_owned(),
            expires_at: invitation.expires_at,
        }
    }
}

/// A member to be added.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"name": "Huda Al-Harbi", "email": "huda@baytcoffee.sa", "role": "agent"}))]
struct AddMember {
    /// The person's name, up to 200 characters.
    name: String,
    /// The address to sign in with; one address belongs to one member.
    email: String,
    /// The role, none that the caller could not have.
    role: Role,
    /// A first password, 10 to 200 characters. Without it the answer has an invitation.
    password: Option<String>,
}

/// What to change about a member; what is left out stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"role": "manager"}))]
struct UpdateMember {
    /// The person's name, up to 200 characters.
    name: Option<String>,
    /// The role, none that the caller could not have.
    role: Option<Role>,
    /// Whether they may sign in; false ends their sessions at once.
    active: Option<bool>,
}

/// List members
///
/// Everybody in the team, also those who are not active.
#[utoipa::path(get, path = "/members", tag = "members", params(ListPage),
    responses((status = 200, body = Page<MemberView>)))]
async fn list_members(
    State(app): State<App>,
    caller: Can<permit::CustomersRead>,
    Query(page): Query<ListPage>,
) -> ApiResult<Json<Page<MemberView>>> {
    let place = page.of("members")?;
    let rows = store::list(&app.db, caller.workspace, place.after, place.rows()).await?;
    Ok(Json(
        place.page(rows, |member| member.id.0).map(MemberView::from),
    ))
}

/// Show a member
#[utoipa::path(get, path = "/members/{id}", tag = "members",
    params(("id" = inline(MemberId), Path)), responses((status = 200, body = MemberView)))]
async fn get_member(
    State(app): State<App>,
    caller: Can<permit::CustomersRead>,
    Path(id): Path<MemberId>,
) -> ApiResult<Json<MemberView>> {
    let member = store::get(&app.db, caller.workspace, id).await?;
    Ok(Json(member.ok_or_else(actions::no_such_member)?.into()))
}

/// Add a member
///
/// With a first password they can sign in at once. Without one the answer has an invitation to hand
/// over, with which they set their own within seven days.
#[utoipa::path(post, path = "/members", tag = "members", request_body = AddMember,
    responses((status = 201, body = NewMemberView)))]
async fn add_member(
    State(app): State<App>,
    caller: Can<permit::MembersManage>,
    Json(input): Json<AddMember>,
) -> ApiResult<(StatusCode, Json<NewMemberView>)> {
    let mut faults = Faults::default();
    let name = faults.check("name", checked_name(&input.name));
    let email = faults.check("email", Email::parse(&input.email));
    let password = input
        .password
        .and_then(|text| faults.check("password", Password::choose(&text, email.as_ref())));
    let (Some(name), Some(email)) = (name, email) else {
        return Err(faults.problem());
    };
    faults.end()?;
    let password_hash = match password {
        Some(password) => Some(app.passwords.hash(password).await?),
        None => None,
    };
    let new = NewMember {
        name,
        email,
        role: input.role,
        password_hash,
    };
    let (member, invitation) = actions::add(&app, &caller, new).await?;
    let view = NewMemberView {
        member: member.into(),
        invitation: invitation.map(InvitationView::from),
    };
    Ok((StatusCode::CREATED, Json(view)))
}

/// Change a member
///
/// The name, the role, or whether they may sign in. A new role holds from the next request on and
/// ends an open invitation. The last owner who can sign in stays an owner.
#[utoipa::path(patch, path = "/members/{id}", tag = "members", request_body = UpdateMember,
    params(("id" = inline(MemberId), Path)), responses((status = 200, body = MemberView)))]
async fn update_member(
    State(app): State<App>,
    caller: Can<permit::MembersManage>,
    Path(id): Path<MemberId>,
    Json(input): Json<UpdateMember>,
) -> ApiResult<Json<MemberView>> {
    let mut faults = Faults::default();
    let name = input
        .name
        .and_then(|text| faults.check("name", checked_name(&text)));
    faults.end()?;
    let change = Change {
        name,
        role: input.role,
        active: input.active,
    };
    let member = actions::update(&app, &caller, id, change).await?;
    Ok(Json(member.into()))
}

/// Remove a member
///
/// They are signed out for good and their address is free again. Customers keep them as owner
/// until somebody else is chosen, and what they did keeps their name.
#[utoipa::path(delete, path = "/members/{id}", tag = "members",
    params(("id" = inline(MemberId), Path)),
    responses((status = 204),
        (status = 409, description = "They are the last owner.", body = Problem,
            content_type = "application/problem+json",
            example = json!({"code": "last_owner", "status": 409,
                "title": "This is the last owner who can sign in; make another member an owner first."}))))]
async fn remove_member(
    State(app): State<App>,
    caller: Can<permit::MembersManage>,
    Path(id): Path<MemberId>,
) -> ApiResult<StatusCode> {
    actions::remove(&app, &caller, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Invite a member again
///
/// For a member who lost the invitation or forgot the password. The earlier invitation ends; the
/// present password works until this one is accepted.
#[utoipa::path(post, path = "/members/{id}/invitation", tag = "members",
    params(("id" = inline(MemberId), Path)),
    responses((status = 201, body = InvitationView),
        (status = 409, description = "The member is not active, or is the caller.", body = crate::http::Problem, content_type = "application/problem+json")))]
async fn invite_member(
    State(app): State<App>,
    caller: Can<permit::MembersManage>,
    Path(id): Path<MemberId>,
) -> ApiResult<(StatusCode, Json<InvitationView>)> {
    let invitation = actions::invite(&app, &caller, id).await?;
    Ok((StatusCode::CREATED, Json(invitation.into())))
}
