//! What a decision is.

use crate::access::Actor;
use crate::kernel::clock::Timestamp;
use crate::kernel::ids::{ContactId, CustomerId};

crate::id!(/** One decision in the ledger. */ ConsentId);

crate::words! {
    /// What the person is asked to allow.
    pub enum Purpose {
        /// Campaigns and other advertising.
        Marketing => "marketing",
    }
}

crate::words! {
    /// How we know of a decision.
    pub enum ConsentSource {
        /// A member of the team set it.
        Member => "member",
        /// A program set it.
        Api => "api",
        /// The person set it in WhatsApp, by a word or by a preference.
        Whatsapp => "whatsapp",
        /// It came with imported data.
        Import => "import",
        /// The operator set it on the command line.
        Command => "command",
        /// The address had opted out before its customer was deleted.
        Suppression => "suppression",
    }
}

impl ConsentSource {
    /// The source of a decision that `actor` enters.
    pub fn of(actor: Actor) -> Self {
        match actor {
            Actor::Member(_) => Self::Member,
            Actor::Key(_) => Self::Api,
            Actor::Command | Actor::System => Self::Command,
            Actor::Customer => Self::Whatsapp,
        }
    }
}

/// Somebody allowed or refused something.
#[derive(Debug, Clone)]
pub struct Decision {
    /// Whose decision it is.
    pub customer: CustomerId,
    /// Where it was made; `None` when it was not made on one of the contacts.
    pub contact: Option<ContactId>,
    /// What it is about.
    pub purpose: Purpose,
    /// Allowed, or refused.
    pub granted: bool,
    /// How we know.
    pub source: ConsentSource,
    /// The words of the person or the remark of the member, where there are any; cleaned.
    pub evidence: Option<String>,
    /// Who enters it.
    pub actor: Actor,
    /// When the person decided; a time in the future counts as now.
    pub at: Timestamp,
}
