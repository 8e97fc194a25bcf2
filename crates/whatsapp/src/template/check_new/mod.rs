//! Whether Meta will look at a new template: its form, before a person or machine judges its words.
//!
//! Keys that are not checked here are left alone, as Meta adds some every few months.

mod buttons;
mod text;

use serde_json::Value;

use super::ParameterFormat;
use crate::limits;
use crate::problem::{Fields, Problem, Problems, code};

/// Checks the body of a template's creation: name, language, category and components.
///
/// # Errors
/// With everything that Meta would refuse, each with the path of its field.
pub fn check_new(template: &Value) -> Result<(), Vec<Problem>> {
    let problems = Problems::tolerant();
    problems.add_nul_characters(template, "");
    Fields::read(template, "", &problems, whole);
    problems.or(())
}

/// Who asks decides what a template may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Category {
    Marketing,
    Utility,
    Authentication,
}

/// What the rules of a part depend on.
#[derive(Clone, Copy)]
struct Rules {
    category: Option<Category>,
    format: ParameterFormat,
}

fn whole(template: &Fields<'_>) {
    let name = template.text("name", limits::TEMPLATE_NAME);
    let is_name = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_');
    if !name.is_empty() && !name.bytes().all(is_name) {
        let message = "must have only the letters a to z, digits and `_`, such as `order_update`";
        template.problem("name", code::INVALID, message);
    }
    let language = template.text("language", usize::MAX);
    let is_code = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    if !language.is_empty() && !language.bytes().all(is_code) {
        let message = "must be a language code such as `ar` or `en_US`";
        template.problem("language", code::INVALID, message);
    }
    let categories = [
        ("MARKETING", Category::Marketing),
        ("UTILITY", Category::Utility),
        ("AUTHENTICATION", Category::Authentication),
    ];
    let category = template.word("category", &categories);
    let formats = [
        ("POSITIONAL", ParameterFormat::Positional),
        ("NAMED", ParameterFormat::Named),
    ];
    let format = match template.has("parameter_format") {
        true => template.word("parameter_format", &formats),
        false => None,
    };
    time_to_live(template, category);
    let rules = Rules {
        category,
        format: format.unwrap_or(ParameterFormat::Positional),
    };
    let kinds = template.list("components", 1..=usize::MAX, |part| component(part, rules));
    once_each(template, &kinds);
    if template.has("components") && !kinds.contains(&Some("BODY")) {
        let message = "have no body: a template needs a component of type `BODY`";
        template.problem("components", code::MISSING, message);
    }
}

fn time_to_live(template: &Fields<'_>, category: Option<Category>) {
    const KEY: &str = "message_send_ttl_seconds";
    if !template.has(KEY) {
        return;
    }
    let seconds = template.whole(KEY, -1..=i64::MAX);
    let (range, takes_default) = match category {
        Some(Category::Authentication) => (limits::AUTHENTICATION_TTL_SECONDS, true),
        Some(Category::Utility) => (limits::UTILITY_TTL_SECONDS, true),
        Some(Category::Marketing) => (limits::MARKETING_TTL_SECONDS, false),
        None => return,
    };
    if !(range.contains(&seconds) || takes_default && seconds == -1) {
        let (least, most) = (range.start(), range.end());
        let message = format!("must be from {least} to {most} for this category");
        template.problem(KEY, code::INVALID, message);
    }
}

/// Parts are there once.
fn once_each(fields: &Fields<'_>, kinds: &[Option<&'static str>]) {
    for (n, kind) in kinds.iter().enumerate() {
        if kind.is_some() && kinds[..n].contains(kind) {
            let field = format!("components[{n}].type");
            fields.problem(
                &field,
                code::DUPLICATE,
                "is there twice; a part is there once",
            );
        }
    }
}

/// One component; returns its type.
fn component(part: &Fields<'_>, rules: Rules) -> Option<&'static str> {
    let types = [
        ("HEADER", "HEADER"),
        ("BODY", "BODY"),
        ("FOOTER", "FOOTER"),
        ("BUTTONS", "BUTTONS"),
        ("CAROUSEL", "CAROUSEL"),
        ("LIMITED_TIME_OFFER", "LIMITED_TIME_OFFER"),
        ("CALL_PERMISSION_REQUEST", "CALL_PERMISSION_REQUEST"),
    ];
    let kind = part.word("type", &types)?;
    match kind {
        "HEADER" => header(part, rules),
        "BODY" => body(part, rules),
        "FOOTER" => footer(part, rules),
        "BUTTONS" => {
            buttons::check(part, rules);
        }
        "CAROUSEL" => carousel(part, rules),
        "LIMITED_TIME_OFFER" => part.object("limited_time_offer", |offer| {
            offer.text("text", usize::MAX);
        }),
        _ => {}
    }
    Some(kind)
}

fn header(part: &Fields<'_>, rules: Rules) {
    if rules.category == Some(Category::Authentication) {
        let message = "is not for authentication templates; leave the header out";
        part.problem("type", code::NOT_ALLOWED, message);
        return;
    }
    let formats = [
        ("TEXT", "text"),
        ("IMAGE", "file"),
        ("VIDEO", "file"),
        ("DOCUMENT", "file"),
        ("GIF", "file"),
        ("LOCATION", ""),
        ("PRODUCT", ""),
    ];
    match part.word("format", &formats) {
        Some("text") => {
            let title = part.text("text", limits::TEMPLATE_HEADER);
            let names = text::variables(part, "text", &title, rules.format);
            if names.len() > 1 {
                let message = "has more than one variable; a header has one at most";
                part.problem("text", code::COUNT, message);
            }
            text::examples(part, "header_text", &names, rules.format);
        }
        Some("file") => {
            let has_handle = part
                .get("example")
                .and_then(|example| example.get("header_handle")?.get(0)?.as_str())
                .is_some_and(|handle| !handle.is_empty());
            if !has_handle {
                let message = "is missing: give the handle of an uploaded sample, \
                               [\"4::aW…\"]";
                part.problem("example.header_handle", code::MISSING, message);
            }
        }
        _ => {}
    }
}

fn body(part: &Fields<'_>, rules: Rules) {
    if rules.category == Some(Category::Authentication) {
        // Meta writes these words itself.
        if part.has("text") {
            let message = "must not be there: WhatsApp writes the body of authentication templates";
            part.problem("text", code::NOT_ALLOWED, message);
        }
        part.maybe_flag("add_security_recommendation");
        return;
    }
    let words = part.text("text", limits::TEMPLATE_BODY);
    let names = text::variables(part, "text", &words, rules.format);
    text::edges(part, &words);
    text::examples(part, "body_text", &names, rules.format);
}

fn footer(part: &Fields<'_>, rules: Rules) {
    if rules.category == Some(Category::Authentication) {
        if part.has("code_expiration_minutes") {
            part.whole(
                "code_expiration_minutes",
                1..=limits::CODE_EXPIRATION_MINUTES,
            );
        }
        return;
    }
    let words = part.text("text", limits::TEMPLATE_FOOTER);
    if words.contains("{{") {
        let message = "must not have variables; move them to the body";
        part.problem("text", code::NOT_ALLOWED, message);
    }
}

/// What a card is made of, to be the same on all cards.
type Structure = Vec<(Option<&'static str>, Vec<String>)>;

fn carousel(part: &Fields<'_>, rules: Rules) {
    let count = limits::CAROUSEL_MIN_CARDS..=limits::CAROUSEL_MAX_CARDS;
    let cards: Vec<Structure> = part.list("cards", count, |card| {
        let parts = card.list("components", 1..=usize::MAX, |part| {
            let kind = component(part, rules);
            let format = part.get("format").and_then(Value::as_str);
            let buttons = part
                .get("buttons")
                .and_then(Value::as_array)
                .into_iter()
                .flatten();
            let kinds = buttons.map(|button| button["type"].as_str().unwrap_or_default());
            let words = format.into_iter().chain(kinds);
            (kind, words.map(str::to_ascii_uppercase).collect())
        });
        let kinds: Vec<_> = parts.iter().map(|(kind, _)| *kind).collect();
        once_each(card, &kinds);
        parts
    });
    for (n, card) in cards.iter().enumerate().skip(1) {
        if card != &cards[0] {
            let message = "must have the same parts as the first card: header, body and buttons of \
                           the same kinds in the same order";
            part.problem(&format!("cards[{n}].components"), code::INVALID, message);
        }
    }
}
