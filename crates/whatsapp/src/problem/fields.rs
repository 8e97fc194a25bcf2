//! Reading one JSON object field by field, noting what is wrong and going on.
//!
//! A field that is missing or wrong is noted as a [`Problem`](super::Problem) and read as an empty
//! value, so that the rest is read as well; the whole is refused at the end. Null is absent.

use std::cell::RefCell;
use std::ops::RangeInclusive;

use serde_json::{Map, Value};

use super::{Problems, code};

/// One object, while it is read.
pub(crate) struct Fields<'a> {
    path: String,
    /// `None` when there is no object, which is noted already: nothing in it is missed again.
    object: Option<&'a Map<String, Value>>,
    asked: RefCell<Vec<&'static str>>,
    problems: &'a Problems,
}

impl<'a> Fields<'a> {
    /// Reads `value`, which stands at `path`, as an object.
    pub(crate) fn read<T>(
        value: &'a Value,
        path: impl Into<String>,
        problems: &'a Problems,
        read: impl FnOnce(&Self) -> T,
    ) -> T {
        let path = path.into();
        let object = value.as_object();
        if object.is_none() {
            let message = format!("must be an object, not {}", type_of(value));
            problems.add(path.as_str(), code::WRONG_TYPE, message);
        }
        let fields = Self {
            path,
            object,
            asked: RefCell::default(),
            problems,
        };
        let result = read(&fields);
        fields.refuse_the_rest();
        result
    }

    /// The path of a field in here.
    pub(crate) fn at(&self, key: &str) -> String {
        match self.path.as_str() {
            "" => key.to_owned(),
            path => format!("{path}.{key}"),
        }
    }

    pub(crate) fn problem(&self, key: &str, code: &'static str, message: impl Into<String>) {
        self.problems.add(self.at(key), code, message);
    }

    /// The field as it is, unless absent.
    pub(crate) fn get(&self, key: &'static str) -> Option<&'a Value> {
        self.asked.borrow_mut().push(key);
        self.object?.get(key).filter(|value| !value.is_null())
    }

    pub(crate) fn has(&self, key: &'static str) -> bool {
        self.get(key).is_some()
    }

    /// The field, which must be there.
    fn need(&self, key: &'static str, what: &str) -> Option<&'a Value> {
        let value = self.get(key);
        if value.is_none() && self.object.is_some() {
            self.problem(key, code::MISSING, format!("is missing: it must be {what}"));
        }
        value
    }

    fn wrong_type(&self, key: &str, expected: &str, value: &Value) {
        let message = format!("must be {expected}, not {}", type_of(value));
        self.problem(key, code::WRONG_TYPE, message);
    }

    /// A text of at least one and at most `max` characters, which must be there.
    pub(crate) fn text(&self, key: &'static str, max: usize) -> String {
        let Some(value) = self.need(key, "a text") else {
            return String::new();
        };
        let Some(text) = value.as_str() else {
            self.wrong_type(key, "a text", value);
            return String::new();
        };
        if text.trim().is_empty() {
            self.problem(key, code::MISSING, "must not be empty");
        }
        self.within(key, text, max);
        text.to_owned()
    }

    /// A text of at most `max` characters. An empty one is absent.
    pub(crate) fn maybe_text(&self, key: &'static str, max: usize) -> Option<String> {
        let value = self.get(key)?;
        let Some(text) = value.as_str() else {
            self.wrong_type(key, "a text", value);
            return None;
        };
        self.within(key, text, max);
        (!text.is_empty()).then(|| text.to_owned())
    }

    fn within(&self, key: &str, text: &str, max: usize) {
        let length = text.chars().count();
        if length > max {
            let message = format!("has {length} characters; WhatsApp takes at most {max}");
            self.problem(key, code::TOO_LONG, message);
        }
    }

    /// An id that must be there. Ids are texts; of digits only, they may be written as a number.
    pub(crate) fn id(&self, key: &'static str) -> String {
        self.id_or(key, "an id")
    }

    /// The same, saying what to give when it is missing.
    pub(crate) fn id_or(&self, key: &'static str, what: &str) -> String {
        if self.need(key, what).is_none() {
            return String::new();
        }
        self.maybe_id(key).unwrap_or_else(|| {
            if self.get(key).is_some_and(Value::is_string) {
                self.problem(key, code::MISSING, "must not be empty");
            }
            String::new()
        })
    }

    /// An id; an empty one is absent.
    pub(crate) fn maybe_id(&self, key: &'static str) -> Option<String> {
        match self.get(key)? {
            Value::String(id) => Some(id.trim().to_owned()).filter(|id| !id.is_empty()),
            Value::Number(id) if id.is_u64() => Some(id.to_string()),
            value => {
                self.wrong_type(key, "an id (a text)", value);
                None
            }
        }
    }

    pub(crate) fn maybe_flag(&self, key: &'static str) -> Option<bool> {
        let value = self.get(key)?;
        if !value.is_boolean() {
            self.wrong_type(key, "true or false", value);
        }
        value.as_bool()
    }

    /// A number within `range`, which must be there; texts that are a number count too.
    pub(crate) fn number(&self, key: &'static str, range: RangeInclusive<f64>) -> f64 {
        let Some(value) = self.need(key, "a number") else {
            return 0.0;
        };
        let number = match value {
            Value::Number(number) => number.as_f64(),
            Value::String(text) => text.trim().parse().ok(),
            _ => None,
        };
        match number.filter(|number| number.is_finite()) {
            None => self.wrong_type(key, "a number", value),
            Some(number) if !range.contains(&number) => {
                let message = format!("must be from {} to {}", range.start(), range.end());
                self.problem(key, code::INVALID, message);
            }
            Some(number) => return number,
        }
        0.0
    }

    /// A whole number, which must be there; texts that are one count too.
    pub(crate) fn whole(&self, key: &'static str, range: RangeInclusive<i64>) -> i64 {
        let Some(value) = self.need(key, "a whole number") else {
            return 0;
        };
        let number = match value {
            Value::Number(number) => number.as_i64(),
            Value::String(text) => text.trim().parse().ok(),
            _ => None,
        };
        match number {
            None => self.wrong_type(key, "a whole number", value),
            Some(number) if !range.contains(&number) => {
                let message = format!("must be from {} to {}", range.start(), range.end());
                self.problem(key, code::INVALID, message);
            }
            Some(number) => return number,
        }
        0
    }

    /// One of these words, which must be there. Capitals make no difference.
    pub(crate) fn word<T: Copy>(&self, key: &'static str, words: &[(&str, T)]) -> Option<T> {
        let names = || {
            let names: Vec<_> = words.iter().map(|(name, _)| format!("`{name}`")).collect();
            names.join(", ")
        };
        let one_of = match words.len() {
            1 => names(),
            _ => format!("one of {}", names()),
        };
        let value = self.need(key, &one_of)?;
        let Some(word) = value.as_str() else {
            self.wrong_type(key, &one_of, value);
            return None;
        };
        let found = words
            .iter()
            .find(|(name, _)| name.eq_ignore_ascii_case(word));
        if found.is_none() {
            self.problem(key, code::UNKNOWN_VALUE, format!("must be {one_of}"));
        }
        found.map(|&(_, meaning)| meaning)
    }

    /// A word that is always the same, and may be left out.
    pub(crate) fn always(&self, key: &'static str, word: &str) {
        if self.has(key) {
            self.word(key, &[(word, ())]);
        }
    }

    /// The object under `key`, which must be there.
    pub(crate) fn object<T>(&self, key: &'static str, read: impl FnOnce(&Fields<'a>) -> T) -> T {
        match self.need(key, "an object") {
            Some(value) => Fields::read(value, self.at(key), self.problems, read),
            None => read(&Fields {
                path: self.at(key),
                object: None,
                asked: RefCell::default(),
                problems: self.problems,
            }),
        }
    }

    /// The object under `key`, if it is there.
    pub(crate) fn maybe_object<T>(
        &self,
        key: &'static str,
        read: impl FnOnce(&Fields<'a>) -> T,
    ) -> Option<T> {
        let value = self.get(key)?;
        Some(Fields::read(value, self.at(key), self.problems, read))
    }

    /// The objects in the list under `key`, which must be there with so many elements.
    pub(crate) fn list<T>(
        &self,
        key: &'static str,
        count: RangeInclusive<usize>,
        read: impl FnMut(&Fields<'a>) -> T,
    ) -> Vec<T> {
        if self.need(key, "a list").is_none() {
            return Vec::new();
        }
        self.maybe_list(key, count, read)
    }

    /// The same, where a list that is not there is empty.
    pub(crate) fn maybe_list<T>(
        &self,
        key: &'static str,
        count: RangeInclusive<usize>,
        mut read: impl FnMut(&Fields<'a>) -> T,
    ) -> Vec<T> {
        let Some(value) = self.get(key) else {
            return Vec::new();
        };
        let Some(elements) = value.as_array() else {
            self.wrong_type(key, "a list", value);
            return Vec::new();
        };
        if !count.contains(&elements.len()) {
            let (least, most) = (count.start(), count.end());
            let takes = match (least == most, *most) {
                (true, _) => format!("exactly {most}"),
                (false, usize::MAX) => format!("at least {least}"),
                (false, _) => format!("{least} to {most}"),
            };
            let message = format!("has {}; WhatsApp takes {takes}", elements.len());
            self.problem(key, code::COUNT, message);
        }
        let at = self.at(key);
        let elements = elements.iter().enumerate();
        elements
            .map(|(n, element)| {
                Fields::read(element, format!("{at}[{n}]"), self.problems, &mut read)
            })
            .collect()
    }

    fn refuse_the_rest(self) {
        let asked = self.asked.into_inner();
        if !self.problems.refuses_unknown {
            return;
        }
        for key in self.object.into_iter().flat_map(Map::keys) {
            if asked.contains(&key.as_str()) {
                continue;
            }
            let meant = asked
                .iter()
                .min_by_key(|known| distance(known, key))
                .filter(|known| distance(known, key) <= 2 && known.len() > 2);
            let message = match meant {
                Some(meant) => format!("is not known here; did you mean `{meant}`?"),
                None => "is not known here; leave it out".to_owned(),
            };
            let at = match self.path.as_str() {
                "" => key.clone(),
                path => format!("{path}.{key}"),
            };
            self.problems.add(at, code::UNKNOWN_FIELD, message);
        }
    }
}

/// What a JSON value is, in words.
fn type_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "a text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

/// How many letters must be added, removed or replaced, or swapped with their neighbour, to make
/// one word of the other.
fn distance(one: &str, other: &str) -> usize {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    if one.len().abs_diff(other.len()) > 2 {
        return usize::MAX;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=other.len()).collect();
    for i in 1..=one.len() {
        let mut row = vec![i];
        for j in 1..=other.len() {
            let replaced = above[j - 1] + usize::from(one[i - 1] != other[j - 1]);
            let mut least = replaced.min(above[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1] {
                least = least.min(before[j - 2] + 1);
            }
            row.push(least);
        }
        before = std::mem::replace(&mut above, row);
    }
    above[other.len()]
}

#[cfg(test)]
mod tests {
    use super::distance;

    #[test]
    fn words_that_were_mistyped_are_close() {
        for (typed, meant, away) in [
            ("captoin", "caption", 1),
            ("caption", "caption", 0),
            ("titel", "title", 1),
            ("boddy", "body", 1),
            ("to", "caption", usize::MAX),
            ("", "id", 2),
        ] {
            assert_eq!(distance(typed, meant), away, "{typed}");
        }
    }
}
