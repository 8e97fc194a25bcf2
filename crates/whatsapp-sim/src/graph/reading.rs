//! The content of a send, and Meta's codes for what is wrong with it.
//!
//! What a message must look like is known by `whatsapp::outbound`, and whether values fit a template by
//! `whatsapp::template`; here their findings become Meta's refusals.

use serde_json::Value;
use whatsapp::limits;
use whatsapp::outbound::{self, Message as Outbound};
use whatsapp::problem::{Problem, code};

use super::refusal::Refusal;

/// Keys of a send that are not its content.
const AROUND: &[&str] = &[
    "to",
    "recipient",
    "biz_opaque_callback_data",
    "recipient_identity_key_hash",
    "message_activity_sharing",
    "product_policy",
];

/// The message in the body of a send.
pub(super) fn read_message(body: &Value) -> Result<Outbound, Refusal> {
    let mut message = body.clone();
    if let Some(keys) = message.as_object_mut() {
        keys.retain(|key, _| !AROUND.contains(&key.as_str()));
        // What has no type is text.
        keys.entry("type").or_insert_with(|| "text".into());
    }
    outbound::parse(&message).map_err(|problems| refusal(&problems))
}

/// The business's own text, which comes back in every status.
pub(super) fn callback_data(body: &Value) -> Result<Option<String>, Refusal> {
    let data = body["biz_opaque_callback_data"].as_str().map(str::to_owned);
    let length = data.as_ref().map_or(0, |data| data.chars().count());
    if length > limits::CALLBACK_DATA {
        let message = "Param biz_opaque_callback_data must be at most 512 characters long.";
        return Err(Refusal::parameter(message));
    }
    Ok(data)
}

/// Meta's refusal for what is wrong with a message. Meta only names the first problem.
pub(super) fn refusal(problems: &[Problem]) -> Refusal {
    // A template's parameters are counted before they are looked at.
    let counted = problems
        .iter()
        .find(|problem| problem.code == code::PARAMETER_COUNT);
    let Some(problem) = counted.or(problems.first()) else {
        return Refusal::new(131_009, "");
    };
    let details = format!("{}: {}", problem.field, problem.message);
    let interactive = problem.field.starts_with("interactive");
    let number = match problem.code {
        code::PARAMETER_COUNT => 132_000,
        code::PARAMETER_FORMAT => 132_012,
        code::PARAMETER_TEXT => 132_018,
        code::MISSING => 131_008,
        code::TOO_LONG if !interactive => 100,
        code::WRONG_TYPE | code::UNKNOWN_FIELD | code::UNKNOWN_VALUE => 100,
        _ => 131_009,
    };
    Refusal::new(number, details)
}
