//! What is known about one customer, in the terms of the catalogue.

use std::collections::HashMap;

use serde_json::Value as Json;

use super::ast::Scalar;
use super::check;
use super::field::{Field, Kind};
use super::literal;

/// One customer as a filter sees it.
#[derive(Debug, Clone, Default)]
pub struct Facts {
    /// Values by the field's canonical name. A field without an entry has no value.
    pub values: HashMap<String, Fact>,
    /// The names of the customer's tags.
    pub tags: Vec<String>,
    /// Where bare words are looked for: name, phone and email. Folded or not.
    pub search_text: String,
}

/// A field's value for one customer.
#[derive(Debug, Clone, PartialEq)]
pub enum Fact {
    /// One value; an instant is a [`Scalar::Instant`], an enumeration's word a [`Scalar::Text`].
    One(Scalar),
    /// Several at once, as the channels of somebody with two contacts; a condition holds if it holds for
    /// any. None at all is the same as no entry.
    Many(Vec<Scalar>),
    /// A JSON document.
    Json(Json),
}

impl Facts {
    /// Say what one field holds.
    pub fn set(&mut self, name: &str, value: Scalar) {
        self.values.insert(name.to_owned(), Fact::One(value));
    }

    /// Say what an attribute holds, from its place in the customer's attribute document: dates, times and
    /// instants as text in the spelling filters use. Null, and a value that does not fit the attribute's
    /// kind, count as not set.
    pub fn set_attribute(&mut self, field: &Field, stored: &Json) {
        let fact = match (field.kind, stored) {
            (_, Json::Null) => None,
            (Kind::Json, document) => Some(Fact::Json(document.clone())),
            // A stored text may be longer than a filter's value.
            (Kind::Text, Json::String(text)) => Some(Fact::One(Scalar::Text(text.clone()))),
            (Kind::DateTime, Json::String(text)) => {
                literal::parse_instant(text).map(|micros| Fact::One(Scalar::Instant(micros)))
            }
            _ => check::scalar_from_json(field, stored).ok().map(Fact::One),
        };
        match fact {
            Some(fact) => self.values.insert(field.name.clone(), fact),
            None => self.values.remove(&field.name),
        };
    }

    /// The field's values that can be compared; JSON documents and tags are not among them.
    pub(super) fn scalars(&self, field: &Field) -> &[Scalar] {
        match self.values.get(&field.name) {
            Some(Fact::One(value)) => std::slice::from_ref(value),
            Some(Fact::Many(values)) => values,
            Some(Fact::Json(_)) | None => &[],
        }
    }

    pub(super) fn is_set(&self, field: &Field) -> bool {
        match field.kind {
            Kind::Tags => !self.tags.is_empty(),
            Kind::Json => matches!(self.values.get(&field.name), Some(Fact::Json(_))),
            _ => !self.scalars(field).is_empty(),
        }
    }

    /// The field's value as JSON, null when there is none.
    pub(super) fn actual(&self, field: &Field) -> Json {
        if field.kind == Kind::Tags {
            return self.tags.iter().map(String::as_str).collect();
        }
        match self.values.get(&field.name) {
            Some(Fact::One(value)) => literal::to_json(value),
            Some(Fact::Many(values)) if !values.is_empty() => {
                values.iter().map(literal::to_json).collect()
            }
            Some(Fact::Json(document)) => document.clone(),
            Some(Fact::Many(_)) | None => Json::Null,
        }
    }
}
