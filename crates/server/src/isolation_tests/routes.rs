//! The routes of the API from its description, and the requests that try them.

use std::fmt;

use http::Method;
use serde_json::{Map, Value, json};

use super::rows::Ids;

/// One method of one path.
pub(super) struct Operation {
    /// Such as `PATCH /api/tags/{id}`.
    pub(super) name: String,
    method: Method,
    path: String,
    path_ids: Vec<Parameter>,
    query: Vec<Parameter>,
    /// The schema of the body, resolved, and a body that fits it.
    body: Option<(Value, Value)>,
}

/// Where an id stands, and what it is the id of.
struct Parameter {
    name: String,
    kind: Option<&'static str>,
    is_integer: bool,
}

/// A request to try.
pub(super) struct Call {
    pub(super) method: Method,
    pub(super) path: String,
    pub(super) body: Option<Value>,
    /// The foreign values in it, which an answer may repeat.
    pub(super) sent: Vec<String>,
}

impl fmt::Display for Call {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.method, self.path)?;
        match &self.body {
            Some(body) => write!(f, " {body}"),
            None => Ok(()),
        }
    }
}

/// What a parameter or a field is the id of, by its name and, for a plain `id` in a path, by the
/// segment before it. `None` for what is no id.
pub(super) fn kind_of(name: &str, segment: &str) -> Option<&'static str> {
    let name = match name {
        "id" | "uuid" => segment,
        name => name,
    };
    Some(match name {
        "customers" | "customer" | "customer_id" | "other_customer_id" => "customer",
        "crm" => "customer",
        "contacts" | "contact" | "contact_id" => "contact",
        "conversations" | "conversation" | "conversation_id" => "conversation",
        "messages" | "message" | "message_id" => "message",
        "notes" | "note" | "note_id" => "note",
        "tags" | "tag" | "tag_id" | "tag_ids" => "tag",
        "attributes" | "attribute" | "attribute_id" => "attribute",
        "thread_note_id" => "thread_note",
        "members" | "member" | "member_id" | "user_id" | "owner_id" | "assignee_id" => "member",
        "mention_ids" => "member",
        "api-keys" | "key_id" => "key",
        "accounts" | "account" | "account_id" => "account",
        "apps" | "app" | "app_id" => "app",
        "webhook-events" | "webhook_event_id" => "webhook_event",
        "jobs" | "job" | "job_id" => "job",
        "media" | "media_id" => "media",
        "people" => "simulated_person",
        "templates" | "template" | "template_id" => "template",
        "groups" | "group" => "group",
        "duplicates" | "possible-duplicates" | "duplicate" | "duplicate_id" => "duplicate",
        _ => return None,
    })
}

/// Identifiers of the outside world, and of places in a stream: no ids of things of ours.
const FOREIGN_IDS: [&str; 4] = ["phone_number_id", "waba_id", "wa_id", "last_event_id"];

/// As [`kind_of`], for a name in a body or a query: a name that looks like an id must be known.
fn kind_of_field(name: &str, operation: &str) -> Option<&'static str> {
    let looks_like_one = name.ends_with("_id") || name.ends_with("_ids") || name.ends_with("_uuid");
    let kind = kind_of(name, "").filter(|_| looks_like_one);
    assert!(
        kind.is_some() || !looks_like_one || FOREIGN_IDS.contains(&name),
        "{operation}: what is `{name}` the id of? See kind_of."
    );
    kind
}

/// Every operation of the API.
pub(super) fn operations() -> Vec<Operation> {
    let document = serde_json::to_value(crate::wiring::openapi()).expect("JSON");
    let mut operations = Vec::new();
    for (path, item) in document["paths"].as_object().expect("paths") {
        for (method, operation) in item.as_object().expect("methods") {
            let method = Method::from_bytes(method.to_uppercase().as_bytes());
            let method = method.expect("a method");
            operations.push(Operation::read(&document, method, path, operation));
        }
    }
    operations
}

impl Operation {
    fn read(document: &Value, method: Method, path: &str, operation: &Value) -> Self {
        let name = format!("{method} {path}");
        let none = Vec::new();
        let parameters = operation["parameters"].as_array().unwrap_or(&none);
        let read = |place: &str| -> Vec<(String, bool)> {
            let wanted = parameters
                .iter()
                .filter(|parameter| parameter["in"] == place);
            let read = |parameter: &Value| {
                let name = parameter["name"].as_str().expect("a name").to_owned();
                let schema = resolve(document, &parameter["schema"]).to_string();
                (name, schema.contains("\"integer\""))
            };
            wanted.map(read).collect()
        };
        let path_ids: Vec<_> = read("path")
            .into_iter()
            .map(|(parameter, is_integer)| {
                let kind = kind_of(&parameter, segment_before(path, &parameter));
                assert!(
                    kind.is_some(),
                    "{name}: what is `{parameter}` the id of? See kind_of."
                );
                Parameter {
                    name: parameter,
                    kind,
                    is_integer,
                }
            })
            .collect();
        assert_eq!(
            path_ids.len(),
            path.matches('{').count(),
            "{name} describes its path"
        );
        let query = read("query")
            .into_iter()
            .map(|(parameter, is_integer)| {
                let kind = kind_of_field(&parameter, &name);
                Parameter {
                    name: parameter,
                    kind,
                    is_integer,
                }
            })
            .collect();
        let schema = &operation["requestBody"]["content"]["application/json"]["schema"];
        let body =
            (!schema.is_null()).then(|| (resolve(document, schema), sample(document, schema)));
        Self {
            name,
            method,
            path: path.to_owned(),
            path_ids,
            query,
            body,
        }
    }

    pub(super) fn has_path_ids(&self) -> bool {
        !self.path_ids.is_empty()
    }

    /// The request with ids of the caller's own.
    pub(super) fn call(&self, own: &Ids) -> Call {
        let mut path = self.path.clone();
        for parameter in &self.path_ids {
            path = put(&path, parameter, own);
        }
        let body = self
            .body
            .as_ref()
            .map(|(schema, sample)| self.owned(schema, sample, own));
        Call {
            method: self.method.clone(),
            path,
            body,
            sent: Vec::new(),
        }
    }

    /// The request with each of the path's ids in turn taken from the victim.
    pub(super) fn calls_with_foreign_path(&self, victim: &Ids, own: &Ids) -> Vec<Call> {
        let foreign = |target: &Parameter| {
            let mut call = self.call(own);
            call.path = self.path.clone();
            for parameter in &self.path_ids {
                let ids = if parameter.name == target.name {
                    victim
                } else {
                    own
                };
                call.path = put(&call.path, parameter, ids);
            }
            call.sent = vec![text(victim, target)];
            call
        };
        self.path_ids.iter().map(foreign).collect()
    }

    /// The request with each reference of the body in turn taken from the victim.
    pub(super) fn calls_with_foreign_references(&self, victim: &Ids, own: &Ids) -> Vec<Call> {
        let Some((schema, _)) = &self.body else {
            return Vec::new();
        };
        let none = Map::new();
        let properties = schema["properties"].as_object().unwrap_or(&none);
        let foreign = |(name, schema): (&String, &Value)| {
            let parameter = self.reference(name, schema)?;
            let mut call = self.call(own);
            call.body.as_mut()?[name] = reference_value(name, &parameter, victim);
            call.sent = vec![text(victim, &parameter)];
            Some(call)
        };
        properties.iter().filter_map(foreign).collect()
    }

    /// Reads and writes without the victim's ids, lists filtered by them, and searches for the
    /// victim's words: nothing may turn up.
    pub(super) fn calls_that_look_around(&self, victim: &Ids, own: &Ids) -> Vec<Call> {
        let mut calls = Vec::new();
        if self.path_ids.is_empty() {
            calls.push(self.call(own));
        }
        for parameter in &self.query {
            let words = ["search", "q", "name", "email", "phone"];
            let value = if parameter.kind.is_some() {
                text(victim, parameter)
            } else if words.contains(&parameter.name.as_str()) {
                "victim".to_owned()
            } else {
                continue;
            };
            let mut call = self.call(own);
            call.path = format!("{}?{}={value}", call.path, parameter.name);
            call.sent = vec![value];
            calls.push(call);
        }
        calls
    }

    /// The sample with its references pointing at the caller's own things.
    fn owned(&self, schema: &Value, sample: &Value, own: &Ids) -> Value {
        let mut body = sample.clone();
        let Some(fields) = body.as_object_mut() else {
            return body;
        };
        for (name, value) in fields.iter_mut().filter(|(_, value)| !value.is_null()) {
            if let Some(parameter) = self.reference(name, &schema["properties"][name]) {
                *value = reference_value(name, &parameter, own);
            }
        }
        body
    }

    fn reference(&self, name: &str, schema: &Value) -> Option<Parameter> {
        let kind = kind_of_field(name, &self.name)?;
        let schema = schema.to_string();
        let is_integer = schema.contains("\"integer\"") || schema.contains("schemas/");
        Some(Parameter {
            name: name.to_owned(),
            kind: Some(kind),
            is_integer,
        })
    }
}

/// The id as text, as the parameter wants it.
fn text(ids: &Ids, parameter: &Parameter) -> String {
    let kind = parameter.kind.expect("an id");
    if parameter.is_integer {
        ids.int(kind).to_string()
    } else {
        ids.uuid(kind).to_string()
    }
}

fn put(path: &str, parameter: &Parameter, ids: &Ids) -> String {
    path.replace(&format!("{{{}}}", parameter.name), &text(ids, parameter))
}

fn reference_value(name: &str, parameter: &Parameter, ids: &Ids) -> Value {
    let one = if parameter.is_integer {
        json!(ids.int(parameter.kind.expect("an id")))
    } else {
        json!(text(ids, parameter))
    };
    if name.ends_with("_ids") {
        json!([one])
    } else {
        one
    }
}

/// The literal segment before `{name}`.
fn segment_before<'a>(path: &'a str, name: &str) -> &'a str {
    let placeholder = format!("{{{name}}}");
    let mut before = "";
    for segment in path.split('/') {
        if segment == placeholder {
            break;
        }
        before = segment;
    }
    before
}

/// The schema that a `$ref` stands for.
fn resolve(document: &Value, schema: &Value) -> Value {
    match schema["$ref"].as_str() {
        Some(reference) => {
            let found = document.pointer(reference.trim_start_matches('#'));
            resolve(document, found.expect("a schema that is there"))
        }
        None => schema.clone(),
    }
}

/// A value that fits a schema: its example, or one made of its parts.
fn sample(document: &Value, schema: &Value) -> Value {
    let schema = resolve(document, schema);
    for example in [&schema["example"], &schema["examples"][0]] {
        if !example.is_null() {
            return example.clone();
        }
    }
    for choice in ["oneOf", "anyOf"] {
        if let Some(choices) = schema[choice].as_array() {
            return sample(document, &choices[0]);
        }
    }
    if let Some(value) = schema["enum"].get(0) {
        return value.clone();
    }
    let of_type = |name: &str| {
        schema["type"] == name
            || schema["type"]
                .as_array()
                .is_some_and(|types| types.contains(&json!(name)))
    };
    if of_type("object") {
        let none = Map::new();
        let properties = schema["properties"].as_object().unwrap_or(&none);
        let fields = properties.iter();
        fields
            .map(|(name, schema)| (name.clone(), sample(document, schema)))
            .collect()
    } else if of_type("array") {
        json!([sample(document, &schema["items"])])
    } else if of_type("boolean") {
        json!(true)
    } else if of_type("integer") || of_type("number") {
        json!(1)
    } else {
        json!("text")
    }
}
