//! What happens to members.

use serde_json::json;
use uuid::Uuid;

use super::model::{Rights, keep_an_owner};
use super::{Member, store};
use crate::access::{Actor, Caller, Role, Token};
use crate::app::App;
use crate::db::{self, Tx};
use crate::http::{ApiResult, Problem};
use crate::kernel::clock::{DAY, Timestamp};
use crate::kernel::email::Email;
use crate::kernel::ids::{MemberId, WorkspaceId};
use crate::timeline;
use crate::workspaces::sessions;

/// How long an invitation can be accepted, microseconds.
const INVITATION_LASTS: i64 = 7 * DAY;

/// A member to be made.
pub(in crate::workspaces) struct NewMember {
    pub(in crate::workspaces) name: String,
    pub(in crate::workspaces) email: Email,
    pub(in crate::workspaces) role: Role,
    /// None until they accept an invitation.
    pub(in crate::workspaces) password_hash: Option<String>,
}

/// What to change about a member; `None` stays.
pub(super) struct Change {
    pub(super) name: Option<String>,
    pub(super) role: Option<Role>,
    pub(super) active: Option<bool>,
}

/// An invitation that was made just now.
pub(super) struct Invitation {
    pub(super) token: Token,
    pub(super) expires_at: Timestamp,
}

/// Writes a new member. Whether the actor may do so was decided before.
///
/// # Errors
///
/// 409 `email_taken` when the address signs in already.
pub(in crate::workspaces) async fn insert(
    tx: &mut Tx,
    workspace: WorkspaceId,
    new: NewMember,
    actor: Actor,
    now: Timestamp,
) -> ApiResult<MemberId> {
    let id = match store::insert(tx, workspace, Uuid::now_v7(), &new, now).await {
        Err(db::Error::Unique) => {
            return Err(Problem::conflict(
                "email_taken",
                "This email address signs in already; one address belongs to one member.",
            ));
        }
        inserted => inserted?,
    };
    let new = json!({"name": new.name, "email": new.email, "role": new.role});
    timeline::note(
        tx,
        workspace,
        "member.created",
        actor,
        json!({"member_id": id, "new": new}),
        now,
    )
    .await?;
    Ok(id)
}

/// Adds a member to the caller's team, with an invitation unless they have a password.
pub(super) async fn add(
    app: &App,
    caller: &Caller,
    new: NewMember,
) -> ApiResult<(Member, Option<Invitation>)> {
    let now = app.clock.now();
    let invites = new.password_hash.is_none();
    let mut tx = app.db.begin().await?;
    let locked = store::lock(&mut tx, caller.workspace, [caller.actor.member(), None]).await?;
    Rights::of(caller, &locked)?.over(new.role)?;
    let id = insert(&mut tx, caller.workspace, new, caller.actor, now).await?;
    let invitation = if invites {
        Some(write_invitation(&mut tx, caller, id, now).await?)
    } else {
        None
    };
    let member = store::get(&mut tx, caller.workspace, id).await?;
    tx.commit().await?;
    Ok((member.ok_or_else(no_such_member)?, invitation))
}

/// Changes a member of the caller's team. What they may do from now on holds at once.
pub(super) async fn update(
    app: &App,
    caller: &Caller,
    id: MemberId,
    change: Change,
) -> ApiResult<Member> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let (rights, locked, old) = lock(&mut tx, caller, id).await?;
    let mut new = old.clone();
    new.name = change.name.unwrap_or(new.name);
    new.role = change.role.unwrap_or(new.role);
    new.active = change.active.unwrap_or(new.active);
    new.updated_at = now;
    rights.over(new.role)?;
    if !new.is_working_owner() {
        keep_an_owner(&locked, &old)?;
    }
    store::update(&mut tx, caller.workspace, &new).await?;
    if new.role != old.role || !new.active {
        store::end_invitation(&mut tx, caller.workspace, id).await?;
    }
    if !new.active {
        sessions::end_all(&mut tx, caller.workspace, id).await?;
    }
    note_changes(&mut tx, caller, &old, &new).await?;
    tx.commit().await?;
    app.callers.forget();
    Ok(new)
}

/// Takes a member out of the team for good.
pub(super) async fn remove(app: &App, caller: &Caller, id: MemberId) -> ApiResult<()> {
    let now = app.clock.now();
    let workspace = caller.workspace;
    let mut tx = app.db.begin().await?;
    let (_, locked, old) = lock(&mut tx, caller, id).await?;
    keep_an_owner(&locked, &old)?;
    store::remove(&mut tx, workspace, id, now).await?;
    store::end_invitation(&mut tx, workspace, id).await?;
    sessions::end_all(&mut tx, workspace, id).await?;
    let data = json!({"member_id": id, "old": {"name": old.name, "role": old.role}});
    timeline::note(
        &mut tx,
        workspace,
        "member.removed",
        caller.actor,
        data,
        now,
    )
    .await?;
    tx.commit().await?;
    app.callers.forget();
    Ok(())
}

/// Makes an invitation for a member who has none or lost it, or who forgot the password.
pub(super) async fn invite(app: &App, caller: &Caller, id: MemberId) -> ApiResult<Invitation> {
    if caller.actor == Actor::Member(id) {
        // Else a stolen session would be enough to take over the password, too.
        return Err(Problem::conflict(
            "own_invitation",
            "Nobody invites themselves; change your own password with the present one.",
        ));
    }
    let mut tx = app.db.begin().await?;
    let (_, _, member) = lock(&mut tx, caller, id).await?;
    if !member.active {
        return Err(Problem::conflict(
            "inactive",
            "The member is not active; make them active first.",
        ));
    }
    let invitation = write_invitation(&mut tx, caller, id, app.clock.now()).await?;
    tx.commit().await?;
    Ok(invitation)
}

/// Accepts an invitation: sets the password and ends all earlier sessions.
///
/// # Errors
///
/// 404 when it is unknown, used or expired.
pub(super) async fn accept(
    app: &App,
    token: &Token,
    workspace: WorkspaceId,
    id: MemberId,
    name: Option<String>,
    password_hash: &str,
) -> ApiResult<()> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let locked = store::lock(&mut tx, workspace, [Some(id), None]).await?;
    let old = locked.into_iter().find(|member| member.id == id);
    let used = store::use_invitation(&mut tx, workspace, token).await?;
    let Some(old) = old.filter(|old| used > 0 && old.active) else {
        return Err(no_such_invitation());
    };
    let mut new = old.clone();
    new.name = name.unwrap_or(new.name);
    new.updated_at = now;
    store::update(&mut tx, workspace, &new).await?;
    store::set_password(&mut tx, workspace, id, password_hash, now).await?;
    sessions::end_all(&mut tx, workspace, id).await?;
    let actor = Actor::Member(id);
    let data = json!({"member_id": id, "old": {"name": old.name}, "new": {"name": new.name}});
    timeline::note(
        &mut tx,
        workspace,
        "member.invitation_accepted",
        actor,
        data,
        now,
    )
    .await?;
    tx.commit().await?;
    app.callers.forget();
    Ok(())
}

/// The refusal of an invitation, whatever is wrong with it.
pub(super) fn no_such_invitation() -> Problem {
    let mut problem = Problem::not_found("invitation");
    problem.title = "The invitation is unknown, used or expired; ask for another.".to_owned();
    problem
}

pub(super) fn no_such_member() -> Problem {
    Problem::not_found("member")
}

/// Locks a member for a change by the caller, and checks that the caller may change them at all.
async fn lock(
    tx: &mut Tx,
    caller: &Caller,
    id: MemberId,
) -> ApiResult<(Rights, Vec<Member>, Member)> {
    let locked = store::lock(tx, caller.workspace, [Some(id), caller.actor.member()]).await?;
    let member = locked.iter().find(|member| member.id == id).cloned();
    let member = member.ok_or_else(no_such_member)?;
    let rights = Rights::of(caller, &locked)?;
    rights.over(member.role)?;
    Ok((rights, locked, member))
}

async fn write_invitation(
    tx: &mut Tx,
    caller: &Caller,
    id: MemberId,
    now: Timestamp,
) -> ApiResult<Invitation> {
    let token = Token::invitation();
    let expires_at = now.plus(INVITATION_LASTS);
    store::invite(tx, caller.workspace, id, &token, now, expires_at).await?;
    let data = json!({"member_id": id, "expires_at": expires_at});
    timeline::note(
        tx,
        caller.workspace,
        "member.invited",
        caller.actor,
        data,
        now,
    )
    .await?;
    Ok(Invitation { token, expires_at })
}

async fn note_changes(tx: &mut Tx, caller: &Caller, old: &Member, new: &Member) -> ApiResult<()> {
    let changes = [
        ("member.name_changed", json!(old.name), json!(new.name)),
        ("member.role_changed", json!(old.role), json!(new.role)),
        (
            "member.active_changed",
            json!(old.active),
            json!(new.active),
        ),
    ];
    for (kind, before, after) in changes {
        if before != after {
            let data = json!({"member_id": new.id, "old": before, "new": after});
            timeline::note(
                tx,
                caller.workspace,
                kind,
                caller.actor,
                data,
                new.updated_at,
            )
            .await?;
        }
    }
    Ok(())
}
