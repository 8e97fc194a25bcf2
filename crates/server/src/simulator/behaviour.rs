//! How a simulator behaves, as the API says it: how fast, and what goes wrong how often.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use whatsapp_sim::{Behaviour, Chances};

use super::model;
use crate::http::{ApiResult, Faults};

/// The longest delay: a week, in milliseconds.
const LONGEST: u64 = 7 * 86_400_000;

/// How the simulated WhatsApp behaves.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
#[schema(example = json!({"sent_ms": 150, "delivered_ms": 350, "read_ms": 1000, "reply_ms": 1500,
    "review_ms": 1000, "late_ms": 2000, "pair_limit": true, "throughput_limit": true, "late": 0.1,
    "duplicated": 0.05, "out_of_order": 0.05, "lost_response": 0.02, "server_error": 0.02,
    "not_on_whatsapp": 0.0, "marketing_cap": 0.0, "seed": 7}))]
pub(super) struct SimulatorBehaviour {
    /// From accepted to sent, or failed; milliseconds.
    sent_ms: u64,
    /// From sent to delivered, milliseconds.
    delivered_ms: u64,
    /// From delivered to read, for people who read by themselves; milliseconds.
    read_ms: u64,
    /// From delivered to an answer by itself, milliseconds.
    reply_ms: u64,
    /// From a template's creation to its review, milliseconds.
    review_ms: u64,
    /// The longest that a late, repeated or overtaken webhook waits, milliseconds.
    late_ms: u64,
    /// Whether more than a message per 6 seconds (45 at once) to one person is refused (131056).
    pair_limit: bool,
    /// Whether more than 80 messages a second are refused (130429).
    throughput_limit: bool,
    /// How often a webhook is late: 0 never, 1 always.
    #[schema(minimum = 0, maximum = 1)]
    late: f64,
    /// How often a webhook comes twice.
    #[schema(minimum = 0, maximum = 1)]
    duplicated: f64,
    /// How often a webhook is overtaken by later ones.
    #[schema(minimum = 0, maximum = 1)]
    out_of_order: f64,
    /// How often a message is accepted while its answer gets lost.
    #[schema(minimum = 0, maximum = 1)]
    lost_response: f64,
    /// How often a message is answered with a server error.
    #[schema(minimum = 0, maximum = 1)]
    server_error: f64,
    /// How many people turn out not to be on WhatsApp (131026).
    #[schema(minimum = 0, maximum = 1)]
    not_on_whatsapp: f64,
    /// How often a marketing template is held back by Meta's cap (131049).
    #[schema(minimum = 0, maximum = 1)]
    marketing_cap: f64,
    /// Decides what goes wrong: the same for the same number. Anything when null.
    #[schema(example = 7)]
    seed: Option<u64>,
}

impl Default for SimulatorBehaviour {
    fn default() -> Self {
        model::behaviour().into()
    }
}

impl From<Behaviour> for SimulatorBehaviour {
    fn from(behaviour: Behaviour) -> Self {
        let Chances {
            late,
            duplicated,
            out_of_order,
            lost_response,
            server_error,
            not_on_whatsapp,
            marketing_cap,
        } = behaviour.chances;
        Self {
            sent_ms: behaviour.sent_ms,
            delivered_ms: behaviour.delivered_ms,
            read_ms: behaviour.read_ms,
            reply_ms: behaviour.reply_ms,
            review_ms: behaviour.review_ms,
            late_ms: behaviour.late_ms,
            pair_limit: behaviour.pair_limit,
            throughput_limit: behaviour.throughput_limit,
            late,
            duplicated,
            out_of_order,
            lost_response,
            server_error,
            not_on_whatsapp,
            marketing_cap,
            seed: behaviour.seed,
        }
    }
}

impl SimulatorBehaviour {
    /// The same as the simulator takes it. A 422 names every value that is no chance or delay.
    pub(super) fn check(self) -> ApiResult<Behaviour> {
        let mut faults = Faults::default();
        for (field, chance) in [
            ("late", self.late),
            ("duplicated", self.duplicated),
            ("out_of_order", self.out_of_order),
            ("lost_response", self.lost_response),
            ("server_error", self.server_error),
            ("not_on_whatsapp", self.not_on_whatsapp),
            ("marketing_cap", self.marketing_cap),
        ] {
            if !(0.0..=1.0).contains(&chance) {
                faults.add(field, "must be from 0 (never) to 1 (always)");
            }
        }
        for (field, delay) in [
            ("sent_ms", self.sent_ms),
            ("delivered_ms", self.delivered_ms),
            ("read_ms", self.read_ms),
            ("reply_ms", self.reply_ms),
            ("review_ms", self.review_ms),
            ("late_ms", self.late_ms),
        ] {
            if delay > LONGEST {
                faults.add(field, format!("must be {LONGEST} (a week) at most"));
            }
        }
        faults.end()?;
        Ok(Behaviour {
            sent_ms: self.sent_ms,
            delivered_ms: self.delivered_ms,
            read_ms: self.read_ms,
            reply_ms: self.reply_ms,
            review_ms: self.review_ms,
            late_ms: self.late_ms,
            pair_limit: self.pair_limit,
            throughput_limit: self.throughput_limit,
            chances: Chances {
                late: self.late,
                duplicated: self.duplicated,
                out_of_order: self.out_of_order,
                lost_response: self.lost_response,
                server_error: self.server_error,
                not_on_whatsapp: self.not_on_whatsapp,
                marketing_cap: self.marketing_cap,
            },
            seed: self.seed,
            ..model::behaviour()
        })
    }
}
