//! The caller of a request, and the memory of who called a moment ago.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;

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

    /// The member who is signed in; 403 for an API key, which has no profile and no sessions.
    pub fn member(&self) -> Result<MemberId, Problem> {
        self.actor.member().ok_or_else(|| {
            Problem::new(
                http::StatusCode::FORBIDDEN,
                "members_only",
                "This is for members who are signed in; an API key has no profile and no sessions.",
            )
        })
    }
}

/// Callers by the hash of their key or cookie, so that a request costs no query for it.
///
/// An entry lives 5 seconds: that is how long a key revoked on another node may still work.
/// On this node [`CallerCache::forget`] takes effect at once.
#[derive(Clone)]
pub struct CallerCache {
    callers: moka::sync::Cache<[u8; 32], Caller>,
    forgotten: Arc<watch::Sender<u64>>,
}

/// A moment in the memory's life, taken before the database is asked.
#[derive(Debug, Clone, Copy)]
pub(super) struct Moment(u64);

impl Default for CallerCache {
    fn default() -> Self {
        Self {
            callers: moka::sync::Cache::builder()
                .max_capacity(10_000)
                .time_to_live(Duration::from_secs(5))
                .build(),
            forgotten: Arc::new(watch::Sender::new(0)),
        }
    }
}

impl CallerCache {
    pub(super) fn get(&self, hash: &[u8; 32]) -> Option<Caller> {
        self.callers.get(hash)
    }

    pub(super) fn moment(&self) -> Moment {
        Moment(*self.forgotten.borrow())
    }

    /// Remembers what the database said at `moment` or later, unless everybody was forgotten since:
    /// then it may have spoken before the change.
    pub(super) fn put(&self, hash: [u8; 32], caller: Caller, moment: Moment) {
        self.callers.insert(hash, caller);
        if self.moment().0 != moment.0 {
            self.callers.invalidate(&hash);
        }
    }

    /// Forgets everybody: keys, sessions or roles have changed. Call it after the commit.
    pub fn forget(&self) {
        self.forgotten
            .send_modify(|times| *times = times.wrapping_add(1));
        self.callers.invalidate_all();
    }

    /// A receiver that changes when everybody is forgotten: what goes on after its request was answered
    /// asks again then who is calling.
    pub fn forgettings(&self) -> watch::Receiver<u64> {
        self.forgotten.subscribe()
    }
}
