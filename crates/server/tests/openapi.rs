//! The description of the API: committed as it is served, and whole.

use std::collections::BTreeSet;

use serde_json::Value;

fn document() -> Value {
    serde_json::to_value(clientele::wiring::openapi()).expect("prints")
}

#[test]
fn the_committed_description_is_the_one_served() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../openapi.json");
    let committed = std::fs::read_to_string(path).unwrap_or_default();
    let committed: Value = serde_json::from_str(&committed).unwrap_or_default();
    assert!(
        committed == document(),
        "openapi.json is out of date; refresh it with: cargo run -p clientele -- openapi > openapi.json"
    );
}

#[test]
fn every_reference_leads_somewhere() {
    let document = document();
    let mut references = BTreeSet::new();
    collect_references(&document, &mut references);
    assert!(!references.is_empty());
    for reference in references {
        let pointer = reference.strip_prefix('#').expect("a local reference");
        assert!(
            document.pointer(pointer).is_some(),
            "{reference} leads nowhere"
        );
    }
}

fn collect_references(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            if let Some(Value::String(reference)) = fields.get("$ref") {
                found.insert(reference.clone());
            }
            fields
                .values()
                .for_each(|value| collect_references(value, found));
        }
        Value::Array(values) => values
            .iter()
            .for_each(|value| collect_references(value, found)),
        _ => {}
    }
}

#[test]
fn every_call_says_what_it_is_and_shows_its_bodies() {
    let document = document();
    let mut ids = BTreeSet::new();
    let mut faults = Vec::new();
    for (path, item) in document["paths"].as_object().expect("paths") {
        for (method, call) in item.as_object().expect("calls") {
            let name = format!("{method} {path}");
            let mut want = |right: bool, what: &str| {
                if !right {
                    faults.push(format!("{name}: {what}"));
                }
            };
            let text = |key: &str| call[key].as_str().unwrap_or_default();
            want(!text("summary").is_empty(), "no summary");
            want(call["tags"][0].is_string(), "no tag");
            want(
                ids.insert(text("operationId").to_owned()),
                "no operationId of its own",
            );
            let responses = call["responses"].as_object().expect("responses");
            let success = |status: &String| status.starts_with(['2', '3']);
            want(responses.keys().any(success), "no success");
            for (status, response) in responses {
                let words = response["description"].as_str().unwrap_or_default();
                want(!words.is_empty(), "an answer without words");
                let contents = response["content"].as_object();
                for (kind, content) in contents.into_iter().flatten() {
                    let shown = !kind.ends_with("json") || has_example(content);
                    want(shown, &format!("{status} has no example"));
                }
            }
            let contents = call["requestBody"]["content"].as_object();
            for (kind, content) in contents.into_iter().flatten() {
                let shown = !kind.ends_with("json") || has_example(content);
                want(shown, "the body has no example");
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn what_is_in_the_way_and_what_a_filter_lacks_is_described() {
    let document = document();
    let answer = |path: &str, method: &str, status: &str| {
        let answer = &document["paths"][path][method]["responses"][status];
        assert!(answer.is_object(), "{method} {path} has no {status}");
        answer.to_string()
    };
    for (path, method, status, says) in [
        ("/api/members/{id}", "delete", "409", "last_owner"),
        ("/api/accounts/{id}/check", "post", "409", "secret_key"),
        (
            "/api/customers/{id}/tags/{tag_id}",
            "put",
            "409",
            "referred",
        ),
        ("/api/contacts", "post", "409", "\"data\":{\"id\":"),
        ("/api/customers", "post", "409", "customer_id"),
        ("/api/customers", "post", "409", "contact.exists"),
        ("/api/customers/{id}", "patch", "409", "changed_elsewhere"),
        (
            "/api/webhook-events/{id}/replay",
            "post",
            "409",
            "event.done",
        ),
        ("/api/customers", "get", "422", "filter.unknown_field"),
        ("/api/customers", "get", "422", "\"start\":0"),
        ("/api/customers/search", "post", "422", "\"pointer\":"),
        ("/api/customers/{id}/explain", "get", "422", "filter.syntax"),
    ] {
        let answer = answer(path, method, status);
        assert!(
            answer.contains(says),
            "{method} {path} {status}: {says}: {answer}"
        );
    }
}

fn has_example(content: &Value) -> bool {
    content.get("example").is_some() || content.get("examples").is_some()
}
