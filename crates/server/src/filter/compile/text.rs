//! Comparisons of folded text.

use super::INDEXED_CHARS;
use super::clause::Compare;
use crate::db::Arg;
use crate::filter::ast::{Op, Scalar, Value};
use crate::kernel::text::fold;

/// The values of a condition on text, folded.
pub(super) fn folded(value: &Value) -> Vec<String> {
    let fold_one = |value: &Scalar| match value {
        Scalar::Text(text) => Some(fold(text)),
        _ => None,
    };
    match value {
        Value::One(value) => fold_one(value).into_iter().collect(),
        Value::List(values) => values.iter().filter_map(fold_one).collect(),
        Value::Nothing | Value::Range(..) | Value::Last(_) => Vec::new(),
    }
}

/// The comparison of an expression whose values are folded. `sorted` says whether the engines order its
/// values by character, so that a beginning is a range.
pub(super) fn compares(
    expression: &'static str,
    sorted: bool,
    op: Op,
    mut keys: Vec<String>,
) -> Vec<Compare> {
    let Some(key) = keys.pop() else {
        return vec![Compare::Is("FALSE")];
    };
    match op {
        Op::Contains | Op::NotContains => {
            vec![Compare::Like(expression, containing(&key))]
        }
        Op::StartsWith if sorted => beginning(expression, &key),
        Op::StartsWith => vec![Compare::Like(expression, format!("{}%", escaped(&key)))],
        _ if keys.is_empty() => vec![Compare::Op(expression, "=", key.into())],
        _ => {
            keys.push(key);
            vec![Compare::In(expression, texts(keys))]
        }
    }
}

/// What of an attribute's text its index can find: the first characters.
pub(super) fn indexed_compares(
    expression: &'static str,
    op: Op,
    keys: &[String],
) -> Option<Vec<Compare>> {
    if matches!(op, Op::Contains | Op::NotContains) {
        return None;
    }
    let keys = keys
        .iter()
        .map(|key| key.chars().take(INDEXED_CHARS).collect())
        .collect();
    Some(compares(expression, true, op, keys))
}

pub(super) fn containing(key: &str) -> String {
    format!("%{}%", escaped(key))
}

fn escaped(key: &str) -> String {
    let mut pattern = String::with_capacity(key.len());
    for c in key.chars() {
        if matches!(c, '\\' | '%' | '_') {
            pattern.push('\\');
        }
        pattern.push(c);
    }
    pattern
}

pub(super) fn texts(keys: Vec<String>) -> Vec<Arg> {
    keys.into_iter().map(Arg::Text).collect()
}

fn beginning(expression: &'static str, key: &str) -> Vec<Compare> {
    let mut compares = vec![Compare::Op(expression, ">=", key.into())];
    if let Some(end) = successor(key) {
        compares.push(Compare::Op(expression, "<", end.into()));
    }
    compares
}

/// The first text after all that begin with `key`; bytes of UTF-8 sort like the characters.
fn successor(key: &str) -> Option<String> {
    let mut rest = key.to_owned();
    while let Some(last) = rest.pop() {
        // Between these two no character exists.
        let next = match last {
            '\u{D7FF}' => Some('\u{E000}'),
            last => char::from_u32(u32::from(last) + 1),
        };
        if let Some(next) = next {
            rest.push(next);
            return Some(rest);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_beginning_ends_before_its_successor() {
        assert_eq!(successor("ab").as_deref(), Some("ac"));
        assert_eq!(successor("a\u{D7FF}").as_deref(), Some("a\u{E000}"));
        assert_eq!(successor("a\u{10FFFF}").as_deref(), Some("b"));
        assert_eq!(successor("\u{10FFFF}"), None);
        assert_eq!(successor("ري").as_deref(), Some("رً"));
    }

    #[test]
    fn wildcards_are_letters() {
        assert_eq!(containing(r"50%_\"), r"%50\%\_\\%");
    }
}
