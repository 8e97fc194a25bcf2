//! A member, and who may change whom.

use uuid::Uuid;

use crate::access::{Actor, Caller, PermissionSet, Role};
use crate::http::{ApiResult, Problem};
use crate::kernel::clock::Timestamp;
use crate::kernel::ids::MemberId;

crate::row! {
    /// A person of the team.
    #[derive(Debug, Clone)]
    pub(in crate::workspaces) struct Member {
        pub(in crate::workspaces) id: MemberId,
        pub(in crate::workspaces) uuid: Uuid,
        pub(in crate::workspaces) name: String,
        pub(in crate::workspaces) email: String,
        pub(in crate::workspaces) role: Role,
        pub(in crate::workspaces) active: bool,
        /// Has a password; without one they were invited and have not come yet.
        pub(in crate::workspaces) has_password: bool,
        pub(in crate::workspaces) created_at: Timestamp,
        pub(in crate::workspaces) updated_at: Timestamp,
    }
}

impl Member {
    /// Whether the workspace can count on them as an owner.
    pub(super) fn is_working_owner(&self) -> bool {
        self.role == Role::Owner && self.active && self.has_password
    }
}

/// What somebody may do to others, as it is now rather than when they were looked up.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rights {
    is_owner: bool,
    permissions: PermissionSet,
}

impl Rights {
    /// The caller's rights, given the members of [`super::store::lock`], of whom the caller is one.
    pub(super) fn of(caller: &Caller, locked: &[Member]) -> ApiResult<Self> {
        let Actor::Member(id) = caller.actor else {
            return Ok(Self {
                is_owner: false,
                permissions: caller.permissions,
            });
        };
        let own = locked
            .iter()
            .find(|member| member.id == id && member.active);
        let role = own.ok_or_else(forbidden)?.role;
        Ok(Self {
            is_owner: role == Role::Owner,
            permissions: role.permissions(),
        })
    }

    /// Fails with 403 unless they may make, change or remove a member of this role.
    pub(super) fn over(self, role: Role) -> ApiResult<()> {
        let allowed = match role {
            Role::Owner => self.is_owner,
            role => self.permissions.covers(role.permissions()),
        };
        if allowed { Ok(()) } else { Err(forbidden()) }
    }
}

fn forbidden() -> Problem {
    Problem::new(
        http::StatusCode::FORBIDDEN,
        "forbidden",
        "Members can be made and changed only by those who may do all that the member may, and owners only by owners.",
    )
}

/// Fails with 409 when nobody among `locked` but `leaving` is an owner who can sign in.
pub(super) fn keep_an_owner(locked: &[Member], leaving: &Member) -> ApiResult<()> {
    let stays = |member: &Member| member.id != leaving.id && member.is_working_owner();
    if !leaving.is_working_owner() || locked.iter().any(stays) {
        return Ok(());
    }
    Err(Problem::conflict(
        "last_owner",
        "This is the last owner who can sign in; make another member an owner first.",
    ))
}
