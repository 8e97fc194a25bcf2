//! Writing a filter in the text form, so that [`parse_text`](super::parse_text) reads the same filter back.

use super::ast::{Condition, Filter, Op, Scalar, Value};
use super::field::{Field, Kind};
use super::literal;

/// The text form of a filter, with short field names and as few parentheses and quotes as possible.
///
/// A filter with very long lists may print to more than the parser accepts; such filters travel as JSON.
pub fn print_text(filter: &Filter) -> String {
    match filter {
        Filter::And(parts) => print_all(parts),
        Filter::Or(parts) => join(parts, " OR ", |part| matches!(part, Filter::Or(_))),
        Filter::Not(part) => format!("-{}", grouped(part, needs_group_after_minus(part))),
        Filter::Cond(condition) => print_condition(condition),
        Filter::Words(words) => print_words(words),
    }
}

/// The text form of one condition.
pub(super) fn print_condition(condition: &Condition) -> String {
    let Condition { field, op, value } = condition;
    let name = print_name(&field.short_name);
    let minus = if *op == Op::IsNotSet { "-" } else { "" };
    format!("{minus}{name}{}", print_comparison(field, *op, value))
}

fn print_comparison(field: &Field, op: Op, value: &Value) -> String {
    let sign = sign(field, op, value);
    match value {
        Value::Nothing => format!("{sign}*"),
        Value::One(value) if op == Op::StartsWith => {
            format!("{sign}{}*", print_scalar(field, value))
        }
        Value::One(value) => format!("{sign}{}", print_scalar(field, value)),
        Value::List(values) => {
            let values: Vec<String> = values.iter().map(|v| print_scalar(field, v)).collect();
            let separator = if op == Op::HasAll { "+" } else { "," };
            format!("{sign}{}", values.join(separator))
        }
        Value::Range(from, to) => {
            format!(
                "{sign}{}..{}",
                print_scalar(field, from),
                print_scalar(field, to)
            )
        }
        Value::Last(period) => format!("{sign}{}", literal::period_to_text(*period)),
    }
}

fn sign(field: &Field, op: Op, value: &Value) -> &'static str {
    match op {
        // On dates a colon with a day means "on", so "eq" shows its sign.
        Op::Eq if field.kind.is_date() && !matches!(value, Value::One(Scalar::Instant(_))) => "=",
        Op::Ne | Op::HasNone => "!=",
        Op::Gt | Op::NotWithinLast => ">",
        Op::Gte => ">=",
        Op::Lt | Op::WithinLast => "<",
        Op::Lte => "<=",
        Op::Contains => "~",
        Op::NotContains => "!~",
        Op::Before => ":before:",
        Op::After => ":after:",
        _ => ":",
    }
}

fn print_scalar(field: &Field, value: &Scalar) -> String {
    match value {
        Scalar::Bool(value) => {
            let (yes, no) = field.bool_words();
            if *value { yes.into() } else { no.into() }
        }
        Scalar::Text(text) => {
            // A plus joins tags, and stands in phone numbers everywhere else.
            let extra = if field.kind == Kind::Tags {
                "_-.@/"
            } else {
                "_-.@/+"
            };
            quoted_unless(text, |c| c.is_alphanumeric() || extra.contains(c))
        }
        other => literal::to_text(other),
    }
}

fn print_name(name: &str) -> String {
    let plain = !name.starts_with('-') && !KEYWORDS.contains(&name);
    quoted_unless(name, |c| {
        plain && (c.is_alphanumeric() || "_-.".contains(c))
    })
}

fn print_words(words: &str) -> String {
    let words: Vec<String> = words
        .split(' ')
        .map(|word| {
            let plain = !word.starts_with('-') && !KEYWORDS.contains(&word);
            quoted_unless(word, |c| {
                plain && (c.is_alphanumeric() || "_-.@/+'&#".contains(c))
            })
        })
        .collect();
    words.join(" ")
}

/// Words that join conditions; to search for one, quote it.
pub(super) const KEYWORDS: [&str; 3] = ["AND", "OR", "NOT"];

fn quoted_unless(text: &str, plain: impl Fn(char) -> bool) -> String {
    if !text.is_empty() && text.chars().all(plain) {
        return text.to_owned();
    }
    let mut quoted = String::from('"');
    for c in text.chars() {
        if matches!(c, '"' | '\\') {
            quoted.push('\\');
        }
        quoted.push(c);
    }
    quoted.push('"');
    quoted
}

fn print_all(parts: &[Filter]) -> String {
    let mut text = String::new();
    let mut after_words = false;
    for part in parts {
        let is_words = matches!(part, Filter::Words(_));
        // Without the AND they would be read as one search.
        text.push_str(match (text.is_empty(), after_words && is_words) {
            (true, _) => "",
            (false, false) => " ",
            (false, true) => " AND ",
        });
        let in_parentheses = matches!(part, Filter::And(_) | Filter::Or(_));
        text.push_str(&grouped(part, in_parentheses));
        after_words = is_words;
    }
    text
}

fn join(parts: &[Filter], separator: &str, needs_group: impl Fn(&Filter) -> bool) -> String {
    let parts: Vec<String> = parts
        .iter()
        .map(|part| grouped(part, needs_group(part)))
        .collect();
    parts.join(separator)
}

fn grouped(part: &Filter, in_parentheses: bool) -> String {
    let text = print_text(part);
    if in_parentheses {
        format!("({text})")
    } else {
        text
    }
}

fn needs_group_after_minus(part: &Filter) -> bool {
    match part {
        Filter::And(_) | Filter::Or(_) => true,
        Filter::Words(words) => words.contains(' '),
        Filter::Not(_) | Filter::Cond(_) => false,
    }
}
