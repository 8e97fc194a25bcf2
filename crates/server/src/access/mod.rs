//! Who is calling, for which workspace, and what they may do. The one place that decides it.
//!
//! A handler gets its workspace from [`Can`], and cannot get it otherwise; [`Can`] names the
//! permission, so a route without a check does not compile. A member's permissions come from the
//! role, a key's from its scopes; the names are the same.
//!
//! Keys and cookies are 256 random bits; the database has only their SHA-256.
mod attempts;
mod caller;
mod identify;
mod origin;
mod password;
mod permission;
mod token;

pub use attempts::{Attempt, Attempts};
pub use caller::{Actor, Caller, CallerCache};
pub use identify::{Can, Permit, identify, permit};
pub use identify::{SESSION_COOKIE, session_cookie};
pub use origin::{ClientAddress, Peer, SameSite, came_by_https};
pub use password::{Password, PasswordError, Passwords};
pub use permission::{Permission, PermissionSet, Role};
pub use token::Token;
