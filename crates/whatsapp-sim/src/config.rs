//! What the simulator is set up with: businesses and their numbers, how fast things happen, and what
//! goes wrong how often.
//!
//! Everything here is also JSON of the `/sim` interface, with the same names. What is left out gets a
//! value that suits a quiet test: no delays, no faults, Meta's limits switched on.

use serde::{Deserialize, Serialize};

use crate::clock::Clock;

/// How a simulator starts.
#[derive(Debug, Clone)]
pub struct SimConfig {
    /// Where ids and chances come from: the same seed and the same calls give the same run.
    pub seed: u64,
    /// The time.
    pub clock: Clock,
    /// How fast things happen and what goes wrong; can be changed while it runs.
    pub behaviour: Behaviour,
    /// Apps that exist from the beginning. Their callbacks are used as given, without a handshake,
    /// because whoever answers it may not be listening yet.
    pub apps: Vec<AppSetup>,
    /// Webhooks under way at the same time.
    pub connections: usize,
    /// The address under which clients reach the simulator, for the urls of media. Without it the
    /// `Host` of the last request is taken.
    pub public_url: Option<String>,
}

impl Default for SimConfig {
    fn default() -> Self {
        Self {
            seed: 1,
            clock: Clock::system(),
            behaviour: Behaviour::default(),
            apps: Vec::new(),
            connections: 32,
            public_url: None,
        }
    }
}

/// A Meta app, which is what one workspace connects. What is absent is made up.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct AppSetup {
    /// The app's id, digits.
    pub app_id: Option<String>,
    /// The app's name.
    pub name: Option<String>,
    /// The key that signs its webhooks.
    pub app_secret: Option<String>,
    /// The access token of its system user.
    pub token: Option<String>,
    /// Where its webhooks go.
    pub callback_url: Option<String>,
    /// What the handshake shows to the callback.
    pub verify_token: Option<String>,
    /// The business portfolio; user ids are the same within one. Its own unless given.
    pub portfolio_id: Option<String>,
    /// Its WhatsApp business accounts.
    pub accounts: Vec<AccountSetup>,
}

/// A WhatsApp business account (WABA).
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct AccountSetup {
    /// The WABA id, digits.
    pub waba_id: Option<String>,
    /// Its name.
    pub name: Option<String>,
    /// Whether the app receives its webhooks already, as after `POST /{waba}/subscribed_apps`.
    pub subscribed: bool,
    /// Its numbers.
    pub numbers: Vec<NumberSetup>,
    /// Templates it has from the beginning, as the Graph API lists them. What has no `status` is
    /// approved, and what is `PENDING` goes to review.
    pub templates: Vec<serde_json::Value>,
}

impl Default for AccountSetup {
    fn default() -> Self {
        Self {
            waba_id: None,
            name: None,
            subscribed: true,
            numbers: vec![NumberSetup::default()],
            templates: Vec::new(),
        }
    }
}

/// A business number.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct NumberSetup {
    /// The phone number id, digits.
    pub phone_number_id: Option<String>,
    /// The number as people write it, such as `+966 11 200 0000`.
    pub display_phone_number: Option<String>,
    /// The name customers see.
    pub verified_name: Option<String>,
    /// How many messages a second it may send.
    pub throughput: Throughput,
}

/// How many messages a second a number may carry, in Meta's words.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Throughput {
    /// 80 a second.
    #[default]
    Standard,
    /// 1,000 a second.
    High,
}

impl Throughput {
    /// Messages a second, in and out together.
    pub(crate) fn per_second(self) -> u32 {
        match self {
            Self::Standard => whatsapp::limits::MESSAGES_PER_SECOND,
            // https://developers.facebook.com/docs/whatsapp/cloud-api/overview#throughput
            Self::High => 1_000,
        }
    }
}

/// How fast things happen, which limits hold and what goes wrong.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Behaviour {
    /// From accepted to `sent` (or `failed`), in milliseconds.
    pub sent_ms: u64,
    /// From `sent` to `delivered`, in milliseconds.
    pub delivered_ms: u64,
    /// From `delivered` to `read` for people who read by themselves, in milliseconds.
    pub read_ms: u64,
    /// From `delivered` to an automatic reply, in milliseconds.
    pub reply_ms: u64,
    /// From a template's creation to Meta's decision, in milliseconds.
    pub review_ms: u64,
    /// Whether more than one message per 6 seconds (45 at once) to one person is refused (131056).
    pub pair_limit: bool,
    /// Whether more messages a second than the number may carry are refused (130429).
    pub throughput_limit: bool,
    /// How a free message outside of the 24-hour window is refused.
    pub closed_window: ClosedWindow,
    /// What becomes of messages to numbers that no simulated person has.
    pub strangers: Strangers,
    /// Updates in one webhook at most, 1 to 1,000. Meta promises no batching: with 1 each comes alone.
    pub updates_per_webhook: usize,
    /// The pauses before a webhook is repeated that was not answered 200, in milliseconds; the last
    /// one is repeated. Given up after 7 days.
    pub retry_gaps_ms: Vec<u64>,
    /// How long an answer to a webhook may take, in milliseconds of the computer's clock.
    pub webhook_timeout_ms: u64,
    /// The longest that a late, repeated or overtaken webhook waits, in milliseconds.
    pub late_ms: u64,
    /// What goes wrong, how often.
    pub chances: Chances,
    /// Decides what goes wrong: the same for the same number. The simulator's own when absent.
    pub seed: Option<u64>,
}

impl Default for Behaviour {
    fn default() -> Self {
        Self {
            sent_ms: 0,
            delivered_ms: 0,
            read_ms: 0,
            reply_ms: 0,
            review_ms: 0,
            pair_limit: true,
            throughput_limit: true,
            closed_window: ClosedWindow::FailedStatus,
            strangers: Strangers::NotOnWhatsapp,
            updates_per_webhook: 1,
            retry_gaps_ms: vec![
                0, 1_000, 5_000, 30_000, 120_000, 600_000, 1_800_000, 3_600_000,
            ],
            webhook_timeout_ms: 20_000,
            late_ms: 2_000,
            chances: Chances::default(),
            seed: None,
        }
    }
}

/// How Meta refuses a free message outside of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClosedWindow {
    /// The send is accepted, and a `failed` status with 131047 follows: what the Cloud API usually does.
    FailedStatus,
    /// The send is refused with 131047.
    ApiError,
}

/// What happens to messages for numbers that no simulated person has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Strangers {
    /// They fail with 131026, as for a number that is not on WhatsApp.
    NotOnWhatsapp,
    /// A person with that number is made on the spot; for load tests with large address books.
    AppearWhenWrittenTo,
}

/// How often something goes wrong: 0 is never, 1 is always.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Chances {
    /// A webhook waits up to `late_ms`, and with it everything later about the same person.
    pub late: f64,
    /// A webhook comes a second time within `late_ms`.
    pub duplicated: f64,
    /// A webhook waits up to `late_ms` while later ones about the same person overtake it.
    pub out_of_order: f64,
    /// A send is accepted, and the connection breaks before the answer.
    pub lost_response: f64,
    /// A send is not accepted and answered with HTTP 500 or 503.
    pub server_error: f64,
    /// A person turns out not to be on WhatsApp (131026); decided once per person.
    pub not_on_whatsapp: f64,
    /// A marketing template is held back by Meta's cap (131049).
    pub marketing_cap: f64,
}
