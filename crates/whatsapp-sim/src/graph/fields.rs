//! `fields=a,b,c`: an object shows what was asked for, and its id.

use serde_json::{Map, Value};

use super::refusal::Refusal;

/// What of `whole` is shown: the fields asked for, or `usual` ones. A field that the object kind does
/// not have is refused; one that is empty right now is left out.
pub(crate) fn select(
    whole: &Value,
    asked: Option<&str>,
    usual: &[&str],
    known: &[&str],
) -> Result<Value, Refusal> {
    let names = match asked.filter(|asked| !asked.is_empty()) {
        Some(asked) => split(asked),
        None => usual.to_vec(),
    };
    let mut shown = Map::new();
    for name in names.into_iter().chain(["id"]) {
        match whole.get(name) {
            Some(Value::Null) => {}
            Some(value) => {
                shown.insert(name.to_owned(), value.clone());
            }
            None if known.contains(&name) || name == "id" => {}
            None => {
                let message = format!("Tried accessing nonexisting field ({name})");
                return Err(Refusal::parameter(message));
            }
        }
    }
    Ok(Value::Object(shown))
}

/// The names at the top of a list such as `id,throughput{level},health_status`.
fn split(asked: &str) -> Vec<&str> {
    let mut depth = 0_u32;
    let inner = |c: char| {
        match c {
            '{' | '(' => depth += 1,
            '}' | ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        c == ',' && depth == 0
    };
    asked
        .split(inner)
        .map(|name| {
            name.split(['{', '(', '.'])
                .next()
                .unwrap_or_default()
                .trim()
        })
        .filter(|name| !name.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_split_outside_of_brackets() {
        assert_eq!(
            split("id, throughput{level,x},name"),
            ["id", "throughput", "name"]
        );
    }
}
