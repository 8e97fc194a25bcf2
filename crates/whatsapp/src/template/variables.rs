//! The variables in a template's text: `{{1}}` or `{{first_name}}`.

use super::ParameterFormat;

/// A part of a text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Piece<'t> {
    /// What stands there as it is.
    Words(&'t str),
    /// The name of a variable.
    Variable(&'t str),
}

/// The text in its pieces, in order. Braces around anything but a name are words.
pub(super) fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let (mut words_from, mut search_from) = (0, 0);
    while let Some(found) = text[search_from..].find("{{") {
        let open = search_from + found;
        let Some(length) = text[open + 2..].find("}}") else {
            break;
        };
        let close = open + 2 + length;
        let name = text[open + 2..close].trim();
        let is_name = |c: char| c.is_alphanumeric() || c == '_';
        if name.is_empty() || !name.chars().all(is_name) {
            // Perhaps a name begins one brace later: `{{{1}}`.
            search_from = open + 1;
            continue;
        }
        if words_from < open {
            pieces.push(Piece::Words(&text[words_from..open]));
        }
        pieces.push(Piece::Variable(name));
        words_from = close + 2;
        search_from = words_from;
    }
    if words_from < text.len() {
        pieces.push(Piece::Words(&text[words_from..]));
    }
    pieces
}

/// The variables of a text, each once, in the order their values are given.
pub(super) fn names(text: &str, format: ParameterFormat) -> Vec<&str> {
    let mut names: Vec<&str> = Vec::new();
    for piece in pieces(text) {
        if let Piece::Variable(name) = piece
            && !names.contains(&name)
        {
            names.push(name);
        }
    }
    if format == ParameterFormat::Positional {
        names.sort_by_key(|name| name.parse().unwrap_or(usize::MAX));
    }
    names
}

/// The text with its variables replaced; one without a value stays as it is.
pub(super) fn fill<'v>(text: &str, value: impl Fn(&str) -> Option<&'v str>) -> String {
    pieces(text)
        .into_iter()
        .map(|piece| match piece {
            Piece::Words(words) => words.to_owned(),
            Piece::Variable(name) => {
                value(name).map_or_else(|| format!("{{{{{name}}}}}"), str::to_owned)
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn variables_are_found_and_other_braces_left_alone() {
        use Piece::{Variable, Words};
        for (text, expected) in [
            ("", vec![]),
            ("a {{1}} b", vec![Words("a "), Variable("1"), Words(" b")]),
            ("{{a_b}}{{ 2 }}", vec![Variable("a_b"), Variable("2")]),
            ("{{}} {{a b}}", vec![Words("{{}} {{a b}}")]),
            ("{{1} {{2}}", vec![Words("{{1} "), Variable("2")]),
            ("{{{1}}}", vec![Words("{"), Variable("1"), Words("}")]),
            ("open {{1", vec![Words("open {{1")]),
        ] {
            assert_eq!(pieces(text), expected, "{text}");
        }
        assert_eq!(
            names("{{10}} {{2}} {{10}}", ParameterFormat::Positional),
            ["2", "10"]
        );
        assert_eq!(names("{{b}} {{a}}", ParameterFormat::Named), ["b", "a"]);
    }

    proptest! {
        #[test]
        fn no_letter_is_lost(text in r"(\{\{[a-z0-9_]{0,3}\}\}|[{}]|[ -~é]){0,12}") {
            // Names are written without the white space around them.
            prop_assume!(!text.contains("{ ") && !text.contains(" }"));
            prop_assert_eq!(fill(&text, |_| None), text);
        }

        #[test]
        fn what_is_filled_in_is_not_looked_at_again(value in "[{}1a ]{0,6}") {
            prop_assert_eq!(fill("{{1}}", |_| Some(&value)), value);
        }
    }
}
