//! What a command prints: text for people, JSON for scripts.

use std::io::Write;

use serde::Serialize;

use super::failure::Failure;

/// Where a command's result and failure go.
#[derive(Debug, Clone, Copy)]
pub(super) struct Output {
    /// Whether a script reads it.
    pub(super) json: bool,
}

impl Output {
    pub(super) fn new(json: bool) -> Self {
        Self { json }
    }

    /// The result: one JSON document, or the text that `text` makes of it.
    pub(super) fn result<T: Serialize>(self, result: &T, text: impl FnOnce(&T) -> String) {
        let printed = if self.json {
            serde_json::to_string(result).unwrap_or_default()
        } else {
            text(result)
        };
        self.line(&printed);
    }

    /// A line on stdout, at once. Whoever closed the pipe does not want to read it.
    pub(super) fn line(self, text: &str) {
        let mut out = std::io::stdout().lock();
        let _ = writeln!(out, "{text}").and_then(|()| out.flush());
    }

    /// A failure on stderr.
    pub(super) fn failure(self, failure: &Failure) {
        let printed = if self.json {
            serde_json::json!({ "error": failure }).to_string()
        } else {
            failure.to_string()
        };
        let _ = writeln!(std::io::stderr(), "{printed}");
    }
}
