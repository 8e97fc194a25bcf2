//! What a workspace's simulated WhatsApp is called, and how it behaves unless told otherwise.

use whatsapp_sim::{Behaviour, PersonId};

use crate::kernel::ids::{SimulatedPersonId, WorkspaceId};

/// What the account is called.
pub(super) const ACCOUNT_NAME: &str = "Simulated WhatsApp";
/// The number of the business, as people write it.
pub(super) const DISPLAY_NUMBER: &str = "+966 11 200 0000";
/// Where the account's Graph API is while nobody plays it: a name that never leads anywhere (RFC 2606).
pub(super) const NOWHERE: &str = "https://simulator.invalid";

/// The ids of a workspace's app, business account and number: they look like Meta's, and begin as none
/// that Meta has given out so far.
pub(super) fn app_id(workspace: WorkspaceId) -> String {
    format!("9997{:011}", workspace.0)
}

/// See [`app_id`].
pub(super) fn waba_id(workspace: WorkspaceId) -> String {
    format!("9998{:011}", workspace.0)
}

/// See [`app_id`].
pub(super) fn phone_number_id(workspace: WorkspaceId) -> String {
    format!("9999{:011}", workspace.0)
}

/// How a simulator behaves at first: slow enough to watch, and without faults.
pub(super) fn behaviour() -> Behaviour {
    Behaviour {
        sent_ms: 150,
        delivered_ms: 350,
        read_ms: 1_000,
        reply_ms: 1_500,
        review_ms: 1_000,
        ..Behaviour::default()
    }
}

/// The person as the simulator knows them; `None` for ids beyond its range, which it never has.
pub(super) fn person_id(id: SimulatedPersonId) -> Option<PersonId> {
    u32::try_from(id.0).ok().map(PersonId)
}
