//! The document of one customer: what a change to it comes to, before anything is written.

use serde_json::{Map, Value};

use super::value::{self, Index};
use super::{AttributeType, Definition};
use crate::http::Faults;
use crate::kernel::ids::AttributeId;
use crate::kernel::text::{clean_line, clean_text};

/// The most keys of a document.
const KEYS: usize = 200;
/// The most characters of a key.
const KEY_CHARS: usize = 64;
/// The most bytes of a document as it is printed.
const BYTES: usize = 32 * 1024;

/// What a change comes to.
#[derive(Debug, Clone, Default)]
pub struct Plan {
    /// The document as it will be.
    pub document: Map<String, Value>,
    /// Values of defined attributes that the index needs.
    pub index: Vec<(AttributeId, Index)>,
    /// Defined attributes that have no value any more.
    pub removed: Vec<AttributeId>,
    /// What is different, key by key.
    pub changes: Vec<Change>,
}

/// One key whose value is another one now.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// The key.
    pub key: String,
    /// The value before; null when there was none.
    pub old: Value,
    /// The value now; null when it is removed.
    pub new: Value,
}

/// Plans to set each key of `wanted`, or to remove it where it is null.
///
/// Keys with a definition must fit its type; others are kept as untyped text. Faults are noted at
/// `field.key`.
pub fn plan(
    definitions: &[Definition],
    current: &Map<String, Value>,
    wanted: &Map<String, Value>,
    field: &str,
    faults: &mut Faults,
) -> Plan {
    let mut plan = Plan {
        document: current.clone(),
        ..Plan::default()
    };
    for (key, value) in wanted {
        let at = || {
            format!(
                "{field}.{}",
                key.chars().take(KEY_CHARS).collect::<String>()
            )
        };
        let key = match clean_line(key, KEY_CHARS) {
            Ok(key) if !key.is_empty() => key,
            Ok(_) => {
                faults.add(field, "a key must not be empty");
                continue;
            }
            Err(problem) => {
                faults.add(at(), format!("the key {problem}"));
                continue;
            }
        };
        let definition = definitions.iter().find(|definition| definition.key == key);
        if let Err(problem) = plan.set(key, definition, value) {
            faults.add(at(), problem);
        }
    }
    if !plan.changes.is_empty() {
        plan.check_size(field, faults);
    }
    plan
}

/// What to ask of [`plan`] so that the document becomes exactly `wanted`.
pub fn replacing(current: &Map<String, Value>, wanted: Map<String, Value>) -> Map<String, Value> {
    let mut all: Map<String, Value> = current
        .keys()
        .map(|key| (key.clone(), Value::Null))
        .collect();
    all.extend(wanted);
    all
}

impl Plan {
    fn set(
        &mut self,
        key: String,
        definition: Option<&Definition>,
        value: &Value,
    ) -> Result<(), value::ValueProblem> {
        let new = match (definition, value) {
            (_, Value::Null) => Value::Null,
            (Some(definition), value) => {
                let typed = value::check(definition.kind, value)?;
                self.index.push((definition.id, typed.index));
                typed.json
            }
            (None, value) => untyped(value)?,
        };
        let old = match &new {
            Value::Null => {
                self.removed
                    .extend(definition.map(|definition| definition.id));
                self.document.remove(&key)
            }
            new => self.document.insert(key.clone(), new.clone()),
        };
        let old = old.unwrap_or_default();
        if old != new {
            self.changes.push(Change { key, old, new });
        }
        Ok(())
    }

    fn check_size(&self, field: &str, faults: &mut Faults) {
        if self.document.len() > KEYS {
            let keys = self.document.len();
            faults.add(
                field,
                format!("a customer has at most {KEYS} keys, this would make {keys}"),
            );
        }
        let bytes = serde_json::to_string(&self.document).map_or(0, |text| text.len());
        if bytes > BYTES {
            faults.add(
                field,
                format!(
                    "a customer's attributes hold at most {BYTES} bytes, this would make {bytes}"
                ),
            );
        }
    }
}

/// A value without a definition, as text.
fn untyped(value: &Value) -> Result<Value, value::ValueProblem> {
    let text = match value {
        Value::String(text) => clean_text(text, value::TEXT_LIMIT)?,
        other => clean_text(&other.to_string(), value::TEXT_LIMIT)?,
    };
    Ok(text.into())
}

/// The value under `key` if it fits the type; a value from before the definition may not.
pub(in crate::customers) fn fitting(
    document: &Map<String, Value>,
    key: &str,
    kind: AttributeType,
) -> Option<Value> {
    let value = document.get(key)?;
    value::check(kind, value).is_ok().then(|| value.clone())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::kernel::clock::Timestamp;

    fn map(value: Value) -> Map<String, Value> {
        value.as_object().cloned().unwrap_or_default()
    }

    fn definition(id: i64, key: &str, kind: AttributeType) -> Definition {
        Definition {
            id: AttributeId(id),
            key: key.into(),
            label: key.into(),
            kind,
            description: None,
            created_at: Timestamp(0),
            updated_at: Timestamp(0),
        }
    }

    #[test]
    fn defined_keys_are_typed_and_others_become_text() {
        let definitions = [definition(1, "age", AttributeType::Number)];
        let current = map(json!({"city": "جدة", "age": 30}));
        let wanted =
            map(json!({"age": 31, "city": null, "vip": true, "note": "مرحبا\0", "x": [1]}));
        let mut faults = Faults::default();
        let plan = plan(&definitions, &current, &wanted, "attributes", &mut faults);
        assert!(faults.end().is_ok());
        assert_eq!(
            Value::from(plan.document),
            json!({"age": 31, "vip": "true", "note": "مرحبا", "x": "[1]"})
        );
        assert_eq!(plan.index, [(AttributeId(1), Index::Number(31.0))]);
        assert_eq!(plan.changes.len(), 5);
        assert_eq!(plan.changes[0].old, json!(30));
    }

    #[test]
    fn every_fault_is_named_by_its_key() {
        let definitions = [definition(1, "age", AttributeType::Number)];
        let wanted = map(json!({"age": "old", "": 1, "k".repeat(65): "x", "t": "x".repeat(5000)}));
        let mut faults = Faults::default();
        plan(&definitions, &Map::new(), &wanted, "metadata", &mut faults);
        let problem = faults.end().expect_err("faults");
        assert_eq!(problem.errors.len(), 4, "{problem:?}");
        assert_eq!(problem.errors[1].field, "metadata.age");
    }

    #[test]
    fn documents_have_a_size() {
        let many: Map<_, _> = (0..201).map(|n| (format!("k{n}"), json!("v"))).collect();
        let large: Map<_, _> = (0..9)
            .map(|n| (format!("k{n}"), json!("v".repeat(4000))))
            .collect();
        for wanted in [many, large] {
            let mut faults = Faults::default();
            plan(&[], &Map::new(), &wanted, "attributes", &mut faults);
            assert_eq!(
                faults.end().expect_err("too much").errors[0].field,
                "attributes"
            );
        }
    }

    #[test]
    fn replacing_removes_what_is_not_named() {
        let current = map(json!({"a": "1", "b": "2"}));
        let wanted = replacing(&current, map(json!({"b": "3"})));
        assert_eq!(Value::from(wanted), json!({"a": null, "b": "3"}));
    }
}
