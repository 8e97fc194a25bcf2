//! An example for every JSON body of the API's description, put together from the examples that
//! stand at the fields. So nobody writes an example twice, and none can grow stale.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};
use utoipa::openapi::{Content, OpenApi, RefOr};

/// How deep an example goes before a schema that contains itself is cut off.
const DEEPEST: usize = 8;

/// Gives every body that has no example one.
pub(super) fn fill(document: &mut OpenApi) {
    let schemas = match &document.components {
        Some(components) => components
            .schemas
            .iter()
            .map(|(name, schema)| (name.clone(), json!(schema)))
            .collect(),
        None => BTreeMap::new(),
    };
    for item in document.paths.paths.values_mut() {
        let operations = [
            &mut item.get,
            &mut item.put,
            &mut item.post,
            &mut item.delete,
            &mut item.patch,
        ];
        for operation in operations.into_iter().flatten() {
            if let Some(RefOr::T(body)) = &mut operation.request_body {
                fill_all(body.content.values_mut(), &schemas, true);
            }
            for response in operation.responses.responses.values_mut() {
                if let RefOr::T(response) = response {
                    fill_all(response.content.values_mut(), &schemas, false);
                }
            }
        }
    }
}

fn fill_all<'a>(
    contents: impl Iterator<Item = &'a mut RefOr<Content>>,
    schemas: &BTreeMap<String, Value>,
    request: bool,
) {
    for content in contents {
        if let RefOr::T(content) = content
            && content.example.is_none()
            && content.examples.is_empty()
        {
            let schema = json!(content.schema);
            content.example = Some(example(&schema, schemas, request, 0));
        }
    }
}

/// An example of what a schema describes. In requests, what only the server writes is left out.
fn example(
    schema: &Value,
    schemas: &BTreeMap<String, Value>,
    request: bool,
    depth: usize,
) -> Value {
    if depth > DEEPEST {
        return Value::Null;
    }
    let inner = |schema: &Value| example(schema, schemas, request, depth + 1);
    if let Some(given) = schema
        .get("example")
        .or_else(|| schema.pointer("/examples/0"))
    {
        return given.clone();
    }
    for known in ["const", "default"] {
        if let Some(value) = schema.get(known) {
            return value.clone();
        }
    }
    if let Some(first) = schema.pointer("/enum/0") {
        return first.clone();
    }
    if let Some(name) = schema.get("$ref").and_then(Value::as_str) {
        let name = name.rsplit('/').next().unwrap_or_default();
        return schemas.get(name).map_or(Value::Null, inner);
    }
    if let Some(parts) = schema.get("allOf").and_then(Value::as_array) {
        let mut whole = Map::new();
        for part in parts {
            match inner(part) {
                Value::Object(fields) => whole.extend(fields),
                single => return single,
            }
        }
        return Value::Object(whole);
    }
    for choice in ["oneOf", "anyOf"] {
        if let Some(choices) = schema.get(choice).and_then(Value::as_array) {
            let real = choices.iter().find(|choice| choice["type"] != "null");
            return real.map_or(Value::Null, inner);
        }
    }
    match kind(schema) {
        "object" => object(schema, request, inner),
        "array" => schema
            .get("items")
            .map_or(json!([]), |items| json!([inner(items)])),
        "string" => json!(text(schema)),
        "integer" => schema.get("minimum").cloned().unwrap_or(json!(1)),
        "number" => json!(1.5),
        "boolean" => json!(true),
        _ => Value::Null,
    }
}

/// The schema's type; of several the first that is not null.
fn kind(schema: &Value) -> &str {
    match schema.get("type") {
        Some(Value::String(kind)) => kind,
        Some(Value::Array(kinds)) => kinds
            .iter()
            .filter_map(Value::as_str)
            .find(|kind| *kind != "null")
            .unwrap_or("null"),
        _ if schema.get("properties").is_some() => "object",
        _ => "any",
    }
}

fn object(schema: &Value, request: bool, inner: impl Fn(&Value) -> Value) -> Value {
    let fields = schema.get("properties").and_then(Value::as_object);
    let fields = fields.into_iter().flatten();
    let shown = fields.filter(|(_, field)| {
        let hidden = if request { "readOnly" } else { "writeOnly" };
        field.get(hidden) != Some(&Value::Bool(true))
    });
    Value::Object(
        shown
            .map(|(name, field)| (name.clone(), inner(field)))
            .collect(),
    )
}

fn text(schema: &Value) -> &'static str {
    match schema.get("format").and_then(Value::as_str) {
        Some("uuid") => "01935f2e-6b0b-7c61-9d7f-3b1f4c1f2a90",
        Some("date-time") => "2026-02-26T14:00:00Z",
        Some("date") => "2026-02-26",
        Some("email") => "sara@example.com",
        Some("uri") => "https://example.com",
        _ => "text",
    }
}

#[cfg(test)]
mod tests {
    use super::example;
    use serde_json::json;

    #[test]
    fn examples_come_from_the_fields() {
        let schemas = [(
            "Tag".to_owned(),
            json!({"type": "object", "properties": {"name": {"type": "string", "example": "VIP"}}}),
        )]
        .into();
        let schema = json!({"type": "object", "properties": {
            "id": {"type": "integer", "minimum": 1},
            "owner": {"oneOf": [{"type": "null"}, {"$ref": "#/components/schemas/Tag"}]},
            "tags": {"type": "array", "items": {"$ref": "#/components/schemas/Tag"}},
            "at": {"type": ["string", "null"], "format": "date-time"},
            "secret": {"type": "string", "writeOnly": true},
        }});
        assert_eq!(
            example(&schema, &schemas, false, 0),
            json!({"id": 1, "owner": {"name": "VIP"}, "tags": [{"name": "VIP"}], "at": "2026-02-26T14:00:00Z"})
        );
        assert_eq!(example(&schema, &schemas, true, 0)["secret"], "text");
        let endless = [(
            "N".to_owned(),
            json!({"allOf": [{"$ref": "#/components/schemas/N"}]}),
        )]
        .into();
        example(
            &json!({"$ref": "#/components/schemas/N"}),
            &endless,
            false,
            0,
        );
    }
}
