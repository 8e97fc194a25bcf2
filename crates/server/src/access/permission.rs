//! Permissions, and the roles that have them.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

// `$text` is a token as in `words!`, and for the same reason.
macro_rules! permissions {
    ($($(#[doc = $doc:literal])+ $name:ident => $text:tt),* $(,)?) => {
        /// One thing that a caller may do. The names are the scopes of API keys.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
        pub enum Permission {
            $($(#[doc = $doc])+ #[serde(rename = $text)] $name),*
        }

        impl Permission {
            /// Every permission.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// The name, as in a key's scopes.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text),* }
            }
        }
    };
}

permissions! {
    /// See customers, contacts, conversations, messages, tags, attributes and templates, and who is in
    /// the team.
    CustomersRead => "customers:read",
    /// Create and change customers and contacts, their tags, attributes, notes and consent. Tags that
    /// are not in the catalogue need `tags:write` too.
    CustomersWrite => "customers:write",
    /// Delete customers and contacts.
    CustomersDelete => "customers:delete",
    /// Work on conversations: their status, who answers them, what is read, notes in the thread.
    ConversationsWrite => "conversations:write",
    /// Send messages to customers.
    MessagesSend => "messages:send",
    /// Shape the catalogue of tags: make, rename and delete them.
    TagsWrite => "tags:write",
    /// Define attributes and templates. Deleting the definition of an attribute deletes everybody's values.
    SettingsWrite => "settings:write",
    /// See and change the business's accounts and their health.
    AccountsManage => "accounts:manage",
    /// Change the workspace's name, time zone and region.
    WorkspaceManage => "workspace:manage",
    /// Invite and change members.
    MembersManage => "members:manage",
    /// Create and revoke API keys.
    KeysManage => "keys:manage",
    /// Read the audit log, and what messages said before they were edited or taken back.
    AuditRead => "audit:read",
    /// See failed webhooks and jobs, and have them done again.
    EventsManage => "events:manage",
    /// See how many messages of which price there were.
    CostsRead => "costs:read",
}

impl std::str::FromStr for Permission {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        Self::ALL
            .iter()
            .find(|known| known.as_str() == text)
            .copied()
            .ok_or_else(|| {
                let known: Vec<_> = Self::ALL.iter().map(|known| known.as_str()).collect();
                format!("`{text}` is no scope; there are {}", known.join(", "))
            })
    }
}

/// Several permissions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PermissionSet(u32);

impl PermissionSet {
    /// All of them.
    pub fn all() -> Self {
        Permission::ALL.iter().copied().collect()
    }

    /// Whether `permission` is among them.
    pub fn has(self, permission: Permission) -> bool {
        self.0 & (1 << permission as u32) != 0
    }

    /// Whether every permission of `other` is among them.
    pub fn covers(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// The names, as in a key's scopes.
    pub fn names(self) -> Vec<&'static str> {
        self.iter().map(Permission::as_str).collect()
    }

    /// The permissions one by one.
    pub fn iter(self) -> impl Iterator<Item = Permission> {
        Permission::ALL
            .iter()
            .copied()
            .filter(move |permission| self.has(*permission))
    }
}

impl FromIterator<Permission> for PermissionSet {
    fn from_iter<I: IntoIterator<Item = Permission>>(permissions: I) -> Self {
        Self(
            permissions
                .into_iter()
                .fold(0, |bits, permission| bits | 1 << permission as u32),
        )
    }
}

/// What a member is in the team. Each role may do all that those after it may.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Answers customers.
    Agent,
    /// Also deletes customers, shapes the tags, reads the audit log and what messages cost.
    Manager,
    /// Also runs the workspace: attributes, templates, members, accounts, keys.
    Admin,
    /// Also makes other owners.
    Owner,
}

impl Role {
    /// What this role may do.
    pub fn permissions(self) -> PermissionSet {
        use Permission::{
            AuditRead, ConversationsWrite, CostsRead, CustomersDelete, CustomersRead,
            CustomersWrite, MessagesSend, TagsWrite,
        };
        match self {
            Self::Agent => [
                CustomersRead,
                CustomersWrite,
                ConversationsWrite,
                MessagesSend,
            ]
            .into_iter()
            .collect(),
            Self::Manager => [
                CustomersRead,
                CustomersWrite,
                ConversationsWrite,
                MessagesSend,
                CustomersDelete,
                TagsWrite,
                AuditRead,
                CostsRead,
            ]
            .into_iter()
            .collect(),
            Self::Admin | Self::Owner => PermissionSet::all(),
        }
    }

    /// The name, as stored.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Agent => "agent",
            Self::Manager => "manager",
            Self::Admin => "admin",
            Self::Owner => "owner",
        }
    }
}

impl std::str::FromStr for Role {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        [Self::Agent, Self::Manager, Self::Admin, Self::Owner]
            .into_iter()
            .find(|role| role.as_str() == text)
            .ok_or_else(|| format!("`{text}` is no role; there are agent, manager, admin, owner"))
    }
}

impl crate::db::Column for Role {
    type Raw = String;
    fn from_raw(raw: String) -> Result<Self, String> {
        raw.parse()
    }
}

impl From<Role> for crate::db::Arg {
    fn from(role: Role) -> Self {
        role.as_str().into()
    }
}
