//! The rules for variables in a text.

use serde_json::Value;

use crate::problem::{Fields, code};
use crate::template::ParameterFormat;
use crate::template::variables::{self, Piece};

/// Checks how a text's variables are written, and returns their names in the order of their values.
pub(super) fn variables(
    part: &Fields<'_>,
    key: &'static str,
    text: &str,
    format: ParameterFormat,
) -> Vec<String> {
    let pieces = variables::pieces(text);
    let broken = |piece: &Piece<'_>| matches!(piece, Piece::Words(words) if words.contains("{{") || words.contains("}}"));
    if pieces.iter().any(broken) {
        let message = "has braces that are no variable; write `{{1}}` or `{{first_name}}`";
        part.problem(key, code::INVALID, message);
    }
    let names = variables::names(text, format);
    match format {
        ParameterFormat::Positional => {
            let in_sequence = names
                .iter()
                .enumerate()
                .all(|(n, name)| *name == (n + 1).to_string());
            if !in_sequence {
                let message = "must number its variables {{1}}, {{2}} and so on without a gap; for \
                               names, set `parameter_format` to `NAMED`";
                part.problem(key, code::INVALID, message);
            }
        }
        ParameterFormat::Named => {
            let is_name = |name: &str| {
                name.bytes()
                    .all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_'))
                    && name.starts_with(|first: char| first.is_ascii_lowercase())
            };
            if let Some(name) = names.iter().find(|name| !is_name(name)) {
                let message = format!(
                    "has the variable `{name}`; names are lowercase letters, digits and `_`, and \
                     begin with a letter"
                );
                part.problem(key, code::INVALID, message);
            }
        }
    }
    names.into_iter().map(str::to_owned).collect()
}

/// A body neither begins nor ends with a variable, and no two stand side by side.
///
/// Meta could not tell its words from a stranger's otherwise (2388299).
pub(super) fn edges(part: &Fields<'_>, text: &str) {
    let pieces = variables::pieces(text.trim());
    let is_variable = |piece: Option<&Piece<'_>>| matches!(piece, Some(Piece::Variable(_)));
    if is_variable(pieces.first()) || is_variable(pieces.last()) {
        let message = "must not begin or end with a variable; put words before and after it";
        part.problem("text", code::NOT_ALLOWED, message);
    }
    let mut last_was_variable = false;
    for piece in &pieces {
        match piece {
            Piece::Variable(_) if last_was_variable => {
                let message = "has two variables without words between them";
                part.problem("text", code::INVALID, message);
            }
            Piece::Variable(_) => last_was_variable = true,
            Piece::Words(words) => last_was_variable &= words.trim().is_empty(),
        }
    }
}

/// Every variable has an example: `example.{key}`, or `example.{key}_named_params` for names.
pub(super) fn examples(
    part: &Fields<'_>,
    key: &'static str,
    names: &[String],
    format: ParameterFormat,
) {
    if names.is_empty() {
        return;
    }
    let example = part.get("example").unwrap_or(&Value::Null);
    let is_text = |value: &Value| value.as_str().is_some_and(|text| !text.trim().is_empty());
    if format == ParameterFormat::Named {
        let field = format!("example.{key}_named_params");
        let given = example
            .get(format!("{key}_named_params"))
            .and_then(Value::as_array);
        let has = |name: &String| {
            let mut given = given.into_iter().flatten();
            given.any(|one| one["param_name"] == **name && is_text(&one["example"]))
        };
        let missing: Vec<_> = names
            .iter()
            .filter(|name| !has(name))
            .map(|n| format!("`{n}`"))
            .collect();
        if !missing.is_empty() {
            let message = format!(
                "lacks examples for {}: write {{\"param_name\": …, \"example\": …}} for each",
                missing.join(", ")
            );
            part.problem(&field, code::MISSING, message);
        }
        return;
    }
    // The examples of a body are in a list of lists, those of a header in a list.
    let (given, form) = match key {
        "body_text" => (&example[key][0], "[[\"…\"]]"),
        _ => (&example[key], "[\"…\"]"),
    };
    let given = given.as_array().map(Vec::as_slice).unwrap_or_default();
    let count = given.iter().filter(|value| is_text(value)).count();
    if count != names.len() || given.len() != names.len() {
        let message = format!(
            "must have one example for each variable in the form {form}: {} needed, {count} given",
            names.len()
        );
        part.problem(&format!("example.{key}"), code::MISSING, message);
    }
}
