//! The caller of a request, and the memory of who called a moment ago.

use std::time::Duration;

use super::{Permission, PermissionSet, Role};
use crate::http::Problem;
use crate::kernel::ids::{ApiKeyId, MemberId, WorkspaceId};

/// Who does something: recorded with every change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Actor {
    /// A person of the team.
    Member(MemberId),
    /// A program with an API key.
    Key(ApiKeyId),
    /// The operator on the command line.
    Command,
    /// The customer, by what they did on WhatsApp.
    Customer,
    /// Clientele itself, by a rule.
    System,
}

impl Actor {
    /// The kind, as stored.
    pub fn kind(self) -> &'static str {
        match self {
            Self::Member(_) => "member",
            Self::Key(_) => "key",
            Self::Command => "command",
            Self::Customer => "customer",
            Self::System => "system",
        }
    }

    /// The member's or key's id.
    pub fn id(self) -> Option<i64> {
        match self {
            Self::Member(MemberId(id)) | Self::Key(ApiKeyId(id)) => Some(id),
            _ => None,
        }
    }

    /// The member, when it is one.
    pub fn member(self) -> Option<MemberId> {
        match self {
            Self::Member(member) => Some(member),
            _ => None,
        }
    }
}

/// Somebody who may call the API: a signed-in member or a key.
#[derive(Debug, Clone)]
pub struct Caller {
    /// The only workspace they can reach.
    pub workspace: WorkspaceId,
    /// Who they are.
    pub actor: Actor,
    /// The role, of a member.
    pub role: Option<Role>,
    /// What they may do.
    pub permissions: PermissionSet,
}

impl Caller {
    /// Fails with 403 unless the caller may do it.
    pub fn require(&self, permission: Permission) -> Result<(), Problem> {
        if self.permissions.has(permission) {
            return Ok(());
        }
        Err(Problem::new(
            http::StatusCode::FORBIDDEN,
            "forbidden",
            format!("This needs the permission {}.", permission.as_str()),
        ))
    }
}

/// Callers by the hash of their key or cookie, so that a request costs no query for it.
///
/// An entry lives 5 seconds: that is how long a key revoked on another node may still work.
/// On this node [`CallerCache::forget`] takes effect at once.
#[derive(Clone)]
pub struct CallerCache(moka::sync::Cache<[u8; 32], Caller>);

impl Default for CallerCache {
    fn default() -> Self {
        Self(
            moka::sync::Cache::builder()
                .max_capacity(10_000)
                .time_to_live(Duration::from_secs(5))
                .build(),
        )
    }
}

impl CallerCache {
    pub(super) fn get(&self, hash: &[u8; 32]) -> Option<Caller> {
        self.0.get(hash)
    }

    pub(super) fn put(&self, hash: [u8; 32], caller: Caller) {
        self.0.insert(hash, caller);
    }

    /// Forgets everybody: keys, sessions or roles have changed.
    pub fn forget(&self) {
        self.0.invalidate_all();
    }
}
