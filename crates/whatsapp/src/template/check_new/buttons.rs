//! The rules for a new template's buttons.

use serde_json::Value;

use super::{Category, Rules};
use crate::limits;
use crate::problem::{Fields, code};
use crate::template::ButtonKind;
use crate::template::variables::{self, Piece};

/// The buttons of a template or a card.
pub(super) fn check(part: &Fields<'_>, rules: Rules) {
    let kinds = part.list("buttons", 1..=limits::TEMPLATE_BUTTONS, |button| {
        one(button, rules)
    });
    let most = [
        (ButtonKind::Url, limits::TEMPLATE_URL_BUTTONS, "URL"),
        (
            ButtonKind::PhoneNumber,
            limits::TEMPLATE_PHONE_BUTTONS,
            "PHONE_NUMBER",
        ),
        (
            ButtonKind::CopyCode,
            limits::TEMPLATE_COPY_BUTTONS,
            "COPY_CODE",
        ),
    ];
    for (kind, most, name) in most {
        let count = kinds
            .iter()
            .flatten()
            .filter(|other| **other == kind)
            .count();
        if count > most {
            let message = format!("has {count} of type `{name}`; WhatsApp takes at most {most}");
            // Each kind is a problem of its own.
            part.problem(&format!("buttons.{name}"), code::COUNT, message);
        }
    }
    let quick: Vec<bool> = kinds
        .iter()
        .map(|kind| *kind == Some(ButtonKind::QuickReply))
        .collect();
    if quick.windows(2).filter(|pair| pair[0] != pair[1]).count() > 1 {
        let message = "must have all quick replies side by side, before or after the others";
        part.problem("buttons", code::INVALID, message);
    }
}

fn one(button: &Fields<'_>, rules: Rules) -> Option<ButtonKind> {
    let types = [
        "QUICK_REPLY",
        "URL",
        "PHONE_NUMBER",
        "COPY_CODE",
        "OTP",
        "FLOW",
        "CATALOG",
        "MPM",
        "SPM",
        "REQUEST_CONTACT_INFO",
        "VOICE_CALL",
    ];
    let kind = ButtonKind::of(button.word("type", &types.map(|name| (name, name)))?);
    let is_authentication = rules.category == Some(Category::Authentication);
    if rules.category.is_some() && is_authentication != (kind == ButtonKind::Otp) {
        let message = match is_authentication {
            true => "must be `OTP`: authentication templates have no other button",
            false => "must not be `OTP`: it is for authentication templates only",
        };
        button.problem("type", code::NOT_ALLOWED, message);
        return Some(kind);
    }
    match kind {
        ButtonKind::Url => {
            button.text("text", limits::TEMPLATE_BUTTON_TITLE);
            address(button);
        }
        ButtonKind::PhoneNumber => {
            button.text("text", limits::TEMPLATE_BUTTON_TITLE);
            let number = button.text("phone_number", limits::TEMPLATE_PHONE_NUMBER);
            let digits = number.strip_prefix('+').unwrap_or(&number);
            if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
                let message =
                    "must be a number with its country code in digits, such as +966112000100";
                button.problem("phone_number", code::INVALID, message);
            }
        }
        ButtonKind::CopyCode => code_example(button),
        ButtonKind::Otp => {
            let types = [("COPY_CODE", ()), ("ONE_TAP", ()), ("ZERO_TAP", ())];
            button.word("otp_type", &types);
            button.maybe_text("text", limits::TEMPLATE_BUTTON_TITLE);
        }
        ButtonKind::QuickReply | ButtonKind::Flow => {
            button.text("text", limits::TEMPLATE_BUTTON_TITLE);
        }
        // WhatsApp labels some of these itself.
        _ => {
            button.maybe_text("text", limits::TEMPLATE_BUTTON_TITLE);
        }
    }
    Some(kind)
}

/// An address may have one variable, at its very end.
fn address(button: &Fields<'_>) {
    let url = button.text("url", limits::TEMPLATE_BUTTON_URL);
    let is_whole = url.starts_with("https://") || url.starts_with("http://");
    if !url.is_empty() && !is_whole {
        let message = "must be a whole address that begins with https://";
        button.problem("url", code::INVALID, message);
    }
    let pieces = variables::pieces(&url);
    let variables: Vec<_> = pieces
        .iter()
        .enumerate()
        .filter(|(_, piece)| matches!(piece, Piece::Variable(_)))
        .collect();
    match variables.as_slice() {
        [] => {}
        [(place, _)] if place + 1 == pieces.len() => {
            let example = button.get("example");
            // A list of one, though Meta takes a text alone as well.
            let example = example.and_then(|example| example.get(0).or(Some(example)));
            if example.and_then(Value::as_str).is_none_or(str::is_empty) {
                let message = "is missing: give the whole address, [\"https://…\"]";
                button.problem("example", code::MISSING, message);
            }
        }
        _ => {
            let message = "must have one variable at most, and only at its very end";
            button.problem("url", code::NOT_ALLOWED, message);
        }
    }
}

/// A copy button shows its example to Meta: a text, or a list of one.
fn code_example(button: &Fields<'_>) {
    let example = button.get("example");
    let example = example.and_then(|example| example.get(0).or(Some(example)));
    let Some(example) = example
        .and_then(Value::as_str)
        .filter(|example| !example.is_empty())
    else {
        button.problem(
            "example",
            code::MISSING,
            "is missing: give a code such as SAVE10",
        );
        return;
    };
    let (length, most) = (example.chars().count(), limits::COUPON_CODE);
    if length > most {
        let message = format!("has {length} characters; WhatsApp takes at most {most}");
        button.problem("example", code::TOO_LONG, message);
    }
}
