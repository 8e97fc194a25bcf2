//! The shape of the code: modules know only what is below them, as ARCHITECTURE.md promises.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The layers from the ground up. A module may use its own layer and those before it, and features
/// may use each other only in the order in which they are written here.
const LAYERS: &[&[&str]] = &[
    &["kernel", "db"],
    &["filter"],
    &["access", "app", "config", "http", "outgoing", "secrets"],
    &["audience", "search"],
    &["timeline"],
    &["jobs"],
    &["accounts"],
    &["templates"],
    &["media"],
    &["consent"],
    &["entry_points", "groups"],
    &["workspaces"],
    &["customers"],
    &["contacts"],
    &["inbox"],
    &["window"],
    &["conversations"],
    &["live"],
    &["costs"],
    &["sending"],
    &["messaging"],
    &["simulator"],
    &["demo"],
    &["docs", "server", "ui"],
    &["wiring"],
    &["cli"],
];

/// `app` is one value with what every feature needs at hand, so it names a few features' types.
const MAY_LOOK_UP: &[&str] = &["app"];

/// Tests may use everything.
const TESTS: &[&str] = &["testing", "tests", "isolation_tests"];

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// Every source file of the server, with its top-level module and its text.
fn files() -> Vec<(PathBuf, String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![source()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let inside = path.strip_prefix(source()).expect("below src");
                let first = inside.components().next().expect("a name");
                let module = first
                    .as_os_str()
                    .to_string_lossy()
                    .trim_end_matches(".rs")
                    .to_owned();
                let text = fs::read_to_string(&path).expect("text");
                found.push((path, module, text));
            }
        }
    }
    assert!(found.len() > 50, "the sources are here");
    found
}

fn is_test(path: &Path) -> bool {
    path.strip_prefix(source())
        .expect("below src")
        .components()
        .any(|part| {
            let name = part.as_os_str().to_string_lossy();
            let name = name.trim_end_matches(".rs");
            TESTS.contains(&name) || name.ends_with("_tests")
        })
}

/// The modules that a text names as `crate::module`, outside of its own tests.
fn named(text: &str) -> Vec<&str> {
    let code = text
        .split("#[cfg(test)]\nmod tests {")
        .next()
        .unwrap_or(text);
    code.lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .flat_map(|line| line.split("crate::").skip(1))
        .map(|rest| {
            let end = rest.find(|letter: char| !letter.is_alphanumeric() && letter != '_');
            &rest[..end.unwrap_or(rest.len())]
        })
        .collect()
}

#[test]
fn modules_know_only_what_is_below_them() {
    let layer: BTreeMap<&str, usize> = LAYERS
        .iter()
        .enumerate()
        .flat_map(|(index, modules)| modules.iter().map(move |module| (*module, index)))
        .collect();
    let mut wrong = Vec::new();
    for (path, module, text) in files() {
        if is_test(&path) || ["lib", "main"].contains(&module.as_str()) {
            continue;
        }
        let Some(&own) = layer.get(module.as_str()) else {
            wrong.push(format!("{module} has no layer; add it to tests/tidy.rs"));
            continue;
        };
        for used in named(&text) {
            let above = layer.get(used).is_some_and(|&used| used > own);
            if above && !MAY_LOOK_UP.contains(&module.as_str()) {
                wrong.push(format!(
                    "{} uses {used}, which is above {module}",
                    path.display()
                ));
            }
        }
    }
    wrong.sort();
    wrong.dedup();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn only_the_data_layer_and_search_ask_for_the_engine() {
    let may_ask = ["db", "search", "messaging", "demo", "cli"];
    for (path, module, text) in files() {
        assert!(
            is_test(&path) || may_ask.contains(&module.as_str()) || !text.contains(".is_sqlite()"),
            "{} asks which engine runs; give db/ a named helper instead",
            path.display()
        );
    }
}

#[test]
fn every_module_begins_with_its_story() {
    for (path, _, text) in files() {
        assert!(text.starts_with("//!"), "{} has no story", path.display());
    }
}

/// The API's description names schemas by their Rust names alone, and keeps only one of each.
#[test]
fn no_two_types_of_the_api_have_one_name() {
    let mut seen: BTreeMap<String, PathBuf> = BTreeMap::new();
    for (path, _, text) in files() {
        let mut in_schema = false;
        for line in text.lines().map(str::trim) {
            in_schema |= line.contains("ToSchema") && !line.starts_with("use ");
            in_schema |= line.starts_with("crate::words!");
            let Some(name) = type_name(line) else {
                continue;
            };
            if std::mem::take(&mut in_schema)
                && let Some(other) = seen.insert(name.to_owned(), path.clone())
            {
                panic!(
                    "{name} is a schema in {} and in {}",
                    other.display(),
                    path.display()
                );
            }
        }
    }
    assert!(seen.len() > 20, "schemas are found");
}

/// The name that a line declares, if it declares a type.
fn type_name(line: &str) -> Option<&str> {
    let mut words = line
        .split_whitespace()
        .skip_while(|word| word.starts_with("pub"));
    let kind = words
        .next()
        .filter(|word| ["struct", "enum"].contains(word))?;
    let rest = line.split_once(kind)?.1.trim();
    let end = rest.find(|letter: char| !letter.is_alphanumeric() && letter != '_');
    Some(&rest[..end.unwrap_or(rest.len())])
}
