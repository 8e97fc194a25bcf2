//! Why is this customer in, or out? The filter once more as a tree, each part with its answer.

use serde::Serialize;
use serde_json::Value as Json;
use utoipa::ToSchema;

use super::ast::{Condition, Filter, Op, Value};
use super::eval::{finds, holds};
use super::facts::Facts;
use super::field::Kind;
use super::literal;
use super::text_print::{print_condition, print_text};
use super::when::{Context, Interval, days, instants};

/// One part of a filter and its answer for one customer.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Explanation {
    /// What this part is.
    pub part: Part,
    /// The part in the text form.
    pub text: String,
    /// Whether it holds for this customer.
    pub holds: bool,
    /// The customer's value; null when there is none, left out for groups and searches.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub actual: Option<Json>,
    /// The reason in a few words.
    pub why: String,
    /// The parts of a group or negation.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(no_recursion)]
    pub parts: Vec<Explanation>,
}

/// The sorts of parts a filter has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Part {
    /// Holds if all its parts do.
    All,
    /// Holds if any of its parts does.
    Any,
    /// Holds if its part does not.
    Not,
    /// One comparison.
    Condition,
    /// Words to be found.
    Search,
}

/// Answer each part of the filter for this customer. The top's `holds` is what
/// [`matches`](fn@super::matches) says.
pub fn explain(filter: &Filter, facts: &Facts, context: &Context) -> Explanation {
    let group = |parts: &[Filter]| parts.iter().map(|p| explain(p, facts, context)).collect();
    match filter {
        Filter::And(parts) => all(filter, group(parts)),
        Filter::Or(parts) => any(filter, group(parts)),
        Filter::Not(part) => negation(filter, explain(part, facts, context)),
        Filter::Cond(condition) => explain_condition(condition, facts, context),
        Filter::Words(words) => {
            let holds = finds(words, facts);
            let verb = if holds { "occur" } else { "do not all occur" };
            let why = format!("the words {verb} in name, phone or email");
            leaf(Part::Search, print_text(filter), holds, None, why)
        }
    }
}

fn all(filter: &Filter, parts: Vec<Explanation>) -> Explanation {
    let failing = parts.iter().filter(|part| !part.holds).count();
    let why = match (parts.len(), failing) {
        (0, _) => "there are no conditions".to_owned(),
        (count, 0) => format!("all {count} parts hold"),
        (count, failing) => format!("{failing} of {count} parts do not hold"),
    };
    let text = print_text(filter);
    Explanation {
        part: Part::All,
        text,
        holds: failing == 0,
        actual: None,
        why,
        parts,
    }
}

fn any(filter: &Filter, parts: Vec<Explanation>) -> Explanation {
    let holding = parts.iter().filter(|part| part.holds).count();
    let why = match holding {
        0 => format!("none of {} parts holds", parts.len()),
        1 => format!("1 of {} parts holds", parts.len()),
        holding => format!("{holding} of {} parts hold", parts.len()),
    };
    let text = print_text(filter);
    Explanation {
        part: Part::Any,
        text,
        holds: holding > 0,
        actual: None,
        why,
        parts,
    }
}

fn negation(filter: &Filter, part: Explanation) -> Explanation {
    let holds = !part.holds;
    let why = if holds {
        "its part does not hold"
    } else {
        "its part holds"
    };
    Explanation {
        part: Part::Not,
        text: print_text(filter),
        holds,
        actual: None,
        why: why.to_owned(),
        parts: vec![part],
    }
}

fn leaf(part: Part, text: String, holds: bool, actual: Option<Json>, why: String) -> Explanation {
    Explanation {
        part,
        text,
        holds,
        actual,
        why,
        parts: Vec::new(),
    }
}

fn explain_condition(condition: &Condition, facts: &Facts, context: &Context) -> Explanation {
    let actual = facts.actual(&condition.field);
    let name = &condition.field.name;
    let is_set = facts.is_set(&condition.field);
    let state = match &actual {
        _ if !is_set => format!("{name} has no value"),
        _ if condition.field.kind == Kind::Json => format!("{name} has a value"),
        Json::Array(values) => {
            let values: Vec<String> = values.iter().map(plain).collect();
            format!("{name} has {}", values.join(", "))
        }
        value => format!("{name} is {}", plain(value)),
    };
    let why = format!("{state}; asked for {}", wanted(condition, context));
    let holds = holds(condition, facts, context);
    leaf(
        Part::Condition,
        print_condition(condition),
        holds,
        Some(actual),
        why,
    )
}

/// What the condition asks for, in words; relative dates with the moment they mean now.
fn wanted(condition: &Condition, context: &Context) -> String {
    let verb = match condition.op {
        Op::Eq | Op::Is => "",
        Op::Ne => "anything but ",
        Op::Gt => "more than ",
        Op::Gte => "at least ",
        Op::Lt => "less than ",
        Op::Lte => "at most ",
        Op::Between => "between ",
        Op::Contains => "text with ",
        Op::NotContains => "no text with ",
        Op::StartsWith => "text that starts with ",
        Op::In | Op::HasAny => "any of ",
        Op::HasAll => "all of ",
        Op::HasNone => "none of ",
        Op::WithinLast => "within the last ",
        Op::NotWithinLast => "not within the last ",
        Op::Before => "before ",
        Op::After => "after ",
        Op::On => "on ",
        Op::IsSet => return "any value".to_owned(),
        Op::IsNotSet => return "no value".to_owned(),
    };
    let value = match &condition.value {
        Value::Nothing => String::new(),
        Value::One(value) => literal::to_text(value),
        Value::List(values) => values
            .iter()
            .map(literal::to_text)
            .collect::<Vec<_>>()
            .join(", "),
        Value::Range(from, to) => {
            format!("{} and {}", literal::to_text(from), literal::to_text(to))
        }
        Value::Last(period) => {
            format!(
                "{}{}",
                literal::period_to_text(*period),
                since(condition, context)
            )
        }
    };
    format!("{verb}{value}")
}

fn since(condition: &Condition, context: &Context) -> String {
    let start = match condition.field.kind {
        Kind::Date => match days(condition, context) {
            Some(Interval {
                from: Some(day), ..
            }) => day.to_string(),
            _ => return String::new(),
        },
        _ => match instants(condition, context) {
            Some(Interval {
                from: Some(micros), ..
            }) => literal::instant_to_text(micros),
            _ => return String::new(),
        },
    };
    format!(", that is since {start}")
}

fn plain(value: &Json) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}
