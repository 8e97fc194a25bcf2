//! The JSON form: the canonical spelling of a filter, for the API and for storage.
//!
//! `{"and": […]}`, `{"or": […]}`, `{"not": {…}}`, `{"search": "words"}` and
//! `{"field": …, "op": …, "value": …}`; `{}` or null means everybody.

use std::sync::Arc;

use serde_json::{Map, Value as Json, json};

use super::ast::{Condition, Filter, Op, Scalar, Shape, Value};
use super::check;
use super::error::{Fault, FilterError, Position, shown};
use super::field::{Catalogue, Field};
use super::literal;

/// Read a filter from JSON. Mistakes carry a JSON pointer such as `/and/1/op`.
///
/// # Errors
/// The first mistake found, see [`ErrorCode`](super::ErrorCode).
pub fn parse_json(json: &Json, catalogue: &Catalogue) -> Result<Filter, FilterError> {
    let mut parser = Parser {
        catalogue,
        conditions: 0,
        path: Vec::new(),
    };
    match json {
        Json::Null => Ok(Filter::everything()),
        Json::Object(object) if object.is_empty() => Ok(Filter::everything()),
        // An empty group means nothing inside another one, but at the top it is a form nobody filled in.
        Json::Object(object) if object.len() == 1 && object.get("and") == Some(&json!([])) => {
            Ok(Filter::everything())
        }
        other => parser.filter(other, 0),
    }
}

/// The JSON form of a filter; [`parse_json`] reads it back as the same filter.
pub fn print_json(filter: &Filter) -> Json {
    match filter {
        Filter::And(parts) if parts.is_empty() => json!({}),
        Filter::And(parts) => json!({"and": parts.iter().map(print_json).collect::<Vec<_>>()}),
        Filter::Or(parts) => json!({"or": parts.iter().map(print_json).collect::<Vec<_>>()}),
        Filter::Not(part) => json!({"not": print_json(part)}),
        Filter::Words(words) => json!({"search": words}),
        Filter::Cond(condition) => print_condition(condition),
    }
}

fn print_condition(condition: &Condition) -> Json {
    let Condition { field, op, value } = condition;
    let mut printed = json!({"field": field.name, "op": op.name()});
    let value = match value {
        Value::Nothing => return printed,
        Value::One(value) => literal::to_json(value),
        Value::List(values) => values.iter().map(literal::to_json).collect(),
        Value::Range(from, to) => json!([literal::to_json(from), literal::to_json(to)]),
        Value::Last(period) => json!(literal::period_to_text(*period)),
    };
    printed["value"] = value;
    printed
}

struct Parser<'a> {
    catalogue: &'a Catalogue,
    conditions: usize,
    /// Where we are, for the pointer of a mistake.
    path: Vec<String>,
}

impl Parser<'_> {
    fn filter(&mut self, json: &Json, depth: usize) -> Result<Filter, FilterError> {
        let Json::Object(object) = json else {
            return Err(self.fault(Fault::syntax(format!("{SHAPES}, not {}", type_of(json)))));
        };
        if object.contains_key("field") || object.contains_key("op") {
            return self.condition(object).map(Filter::Cond);
        }
        let mut entries = object.iter();
        let (Some((key, value)), None) = (entries.next(), entries.next()) else {
            let problem = if object.is_empty() {
                "this object is empty"
            } else {
                "too many keys"
            };
            return Err(self.fault(Fault::syntax(format!("{problem}: {SHAPES}"))));
        };
        self.within(key, |parser| match key.as_str() {
            "and" => Ok(Filter::all(parser.group(value, depth)?)),
            "or" => Ok(Filter::any(parser.group(value, depth)?)),
            "not" => {
                parser.enter(depth)?;
                Ok(parser.filter(value, depth + 1)?.negate())
            }
            "search" => parser.words(value),
            _ => Err(parser.fault(Fault::syntax(format!(
                "unknown key {}: {SHAPES}",
                shown(key)
            )))),
        })
    }

    fn group(&mut self, json: &Json, depth: usize) -> Result<Vec<Filter>, FilterError> {
        self.enter(depth)?;
        let Json::Array(parts) = json else {
            let message = format!("a group is a list of filters, not {}", type_of(json));
            return Err(self.fault(Fault::syntax(message)));
        };
        if parts.is_empty() {
            return Err(self.fault(Fault::syntax(
                "this group is empty; fill it or take it away",
            )));
        }
        let mut filters = Vec::new();
        for (index, part) in parts.iter().enumerate() {
            filters.push(self.within(&index, |parser| parser.filter(part, depth + 1))?);
        }
        Ok(filters)
    }

    fn enter(&self, depth: usize) -> Result<(), FilterError> {
        if depth < check::MAX_DEPTH {
            Ok(())
        } else {
            Err(self.fault(check::too_deep()))
        }
    }

    fn count(&mut self, conditions: usize) -> Result<(), FilterError> {
        self.conditions += conditions;
        if self.conditions <= check::MAX_CONDITIONS {
            return Ok(());
        }
        Err(self.fault(check::too_many()))
    }

    fn words(&mut self, json: &Json) -> Result<Filter, FilterError> {
        let Json::String(text) = json else {
            let message = format!("search takes a text, not {}", type_of(json));
            return Err(self.fault(Fault::bad_value(message)));
        };
        let (words, count) = check::words(text).map_err(|fault| self.fault(fault))?;
        self.count(count)?;
        Ok(Filter::Words(words))
    }

    fn condition(&mut self, object: &Map<String, Json>) -> Result<Condition, FilterError> {
        self.count(1)?;
        if let Some(key) = object
            .keys()
            .find(|key| !["field", "op", "value"].contains(&key.as_str()))
        {
            let message = format!(
                "unknown key {}; a condition has field, op and value",
                shown(key)
            );
            return self.within(key, |parser| Err(parser.fault(Fault::syntax(message))));
        }
        let catalogue = self.catalogue;
        let name = self.string(object, "field")?;
        let field = self.check_at(&"field", || check::field(catalogue, name))?;
        let op = self.string(object, "op")?;
        let op = self.check_at(&"op", || check::operator(field, op))?;
        match object.get("value") {
            Some(value) => self.within(&"value", |parser| parser.value(field, op, value)),
            None if op.shape() == Shape::Nothing => {
                Ok(Condition::new(field.clone(), op, Value::Nothing))
            }
            None => {
                let message = format!("“{}” needs a value; add \"value\"", op.name());
                Err(self.fault(Fault::bad_value(message)))
            }
        }
    }

    fn string<'j>(
        &mut self,
        object: &'j Map<String, Json>,
        key: &str,
    ) -> Result<&'j str, FilterError> {
        match object.get(key) {
            Some(Json::String(text)) => Ok(text),
            Some(other) => {
                let message = format!("{key} is a text, not {}", type_of(other));
                self.within(&key, |parser| Err(parser.fault(Fault::syntax(message))))
            }
            None => {
                let message = format!("a condition needs {key}; it has field, op and value");
                Err(self.fault(Fault::syntax(message)))
            }
        }
    }

    fn value(&mut self, field: &Arc<Field>, op: Op, json: &Json) -> Result<Condition, FilterError> {
        match op.shape() {
            Shape::Nothing if json.is_null() => {
                Ok(Condition::new(field.clone(), op, Value::Nothing))
            }
            Shape::Nothing => {
                let message = format!("“{}” takes no value; leave it out", op.name());
                Err(self.fault(Fault::bad_value(message)))
            }
            Shape::One => {
                let condition = check::scalar_from_json(field, json)
                    .and_then(|scalar| check::one(field, op, scalar));
                condition.map_err(|fault| self.fault(fault))
            }
            Shape::List => {
                let values = self.list(field, op, json)?;
                Ok(Condition::new(field.clone(), op, Value::List(values)))
            }
            Shape::Range => match <[Scalar; 2]>::try_from(self.list(field, op, json)?) {
                Ok([from, to]) => check::range(field, from, to).map_err(|fault| self.fault(fault)),
                Err(_) => {
                    let message = "“between” takes a list of two values, from and to";
                    Err(self.fault(Fault::bad_value(message)))
                }
            },
            Shape::Period => {
                let text = json
                    .as_str()
                    .map_or_else(|| json.to_string(), str::to_owned);
                let period = check::period(field, &text).map_err(|fault| self.fault(fault))?;
                Ok(Condition::new(field.clone(), op, Value::Last(period)))
            }
        }
    }

    fn list(&mut self, field: &Field, op: Op, json: &Json) -> Result<Vec<Scalar>, FilterError> {
        let Json::Array(values) = json else {
            let message = format!("“{}” takes a list of values, in square brackets", op.name());
            return Err(self.fault(Fault::bad_value(message)));
        };
        check::list_length(values.len()).map_err(|fault| self.fault(fault))?;
        let mut scalars = Vec::with_capacity(values.len());
        for (index, value) in values.iter().enumerate() {
            scalars.push(self.check_at(&index, || check::scalar_from_json(field, value))?);
        }
        Ok(scalars)
    }

    fn check_at<T>(
        &mut self,
        step: &dyn ToString,
        check: impl FnOnce() -> Result<T, Fault>,
    ) -> Result<T, FilterError> {
        self.within(step, |parser| check().map_err(|fault| parser.fault(fault)))
    }

    /// Do something one step further into the document.
    fn within<T>(
        &mut self,
        step: &dyn ToString,
        act: impl FnOnce(&mut Self) -> Result<T, FilterError>,
    ) -> Result<T, FilterError> {
        self.path.push(step.to_string());
        let result = act(self);
        self.path.pop();
        result
    }

    fn fault(&self, fault: Fault) -> FilterError {
        let steps = self
            .path
            .iter()
            .map(|step| step.replace('~', "~0").replace('/', "~1"));
        fault.at(Position::Pointer(
            steps.fold(String::new(), |path, step| path + "/" + &step),
        ))
    }
}

const SHAPES: &str =
    "a filter is an object with either and, or, not, search, or field, op and value";

fn type_of(json: &Json) -> &'static str {
    match json {
        Json::Null => "null",
        Json::Bool(_) => "true or false",
        Json::Number(_) => "a number",
        Json::String(_) => "a text",
        Json::Array(_) => "a list",
        Json::Object(_) => "an object",
    }
}
