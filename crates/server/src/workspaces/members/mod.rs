//! Members: the people of the team, their roles, and how they come and go.
//!
//! Whoever changes a member must themselves have all that the member's role allows, before and
//! after the change; only owners make, change or remove owners. The last owner who can sign in stays.
//! A member who leaves keeps a name, so that what they did still says who did it; everything that
//! let them in is gone and their address is free again.
mod actions;
mod store;

pub(super) use actions::{NewMember, insert};
