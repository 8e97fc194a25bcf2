//! Members: the people of the team, their roles, and how they come and go.
//!
//! Whoever changes a member must themselves have all that the member's role allows, before and
//! after the change; only owners make, change or remove owners. The last owner who can sign in stays.
//! A member who leaves keeps a name, so that what they did still says who did it; everything that
//! let them in is gone and their address is free again.
//!
//! There may be no mailer, so whoever adds a member either sets a first password or hands over an
//! invitation, with which the member sets one. An invitation ends when the member's role changes:
//! whoever knows its text must not get more than they could give away.
mod actions;
mod api;
mod invitations;
mod me;
mod model;
mod store;
#[cfg(test)]
mod tests;

pub(super) use actions::{NewMember, insert};
pub(super) use api::MemberView;
pub(super) use model::Member;
pub(super) use store::get;

/// The routes of members, invitations and one's own profile.
pub(super) fn routes() -> utoipa_axum::router::OpenApiRouter<crate::app::App> {
    api::routes()
        .merge(invitations::routes())
        .merge(me::routes())
}
