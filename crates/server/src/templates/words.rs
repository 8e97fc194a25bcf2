//! The texts of a template, told without the rest of it.
//!
//! Such news has the title, the body and the small print, but not the examples of variables, and of
//! the buttons only some. So the texts are put into the components that are known, everything else
//! stays as it is, and the next list has the whole.

use serde_json::Value;

/// The texts that news of a template's words has; what is absent stays as it is.
#[derive(Debug, Default)]
pub(super) struct Words {
    pub(super) title: Option<String>,
    pub(super) body: Option<String>,
    pub(super) footer: Option<String>,
}

impl Words {
    pub(super) fn is_empty(&self) -> bool {
        self.title.is_none() && self.body.is_none() && self.footer.is_none()
    }

    /// The components with these texts.
    pub(super) fn put_into(self, components: &Value) -> Value {
        let mut components = components.clone();
        for component in components.as_array_mut().into_iter().flatten() {
            let is = |key: &str, word: &str| {
                let found = component.get(key).and_then(Value::as_str);
                found.is_some_and(|found| found.eq_ignore_ascii_case(word))
            };
            let text = match () {
                () if is("type", "HEADER") && is("format", "TEXT") => &self.title,
                () if is("type", "BODY") => &self.body,
                () if is("type", "FOOTER") => &self.footer,
                () => &None,
            };
            if let Some(text) = text {
                component["text"] = text.as_str().into();
            }
        }
        components
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::Words;

    #[test]
    fn texts_change_and_everything_else_stays() {
        let before = json!([
            {"type": "HEADER", "format": "IMAGE", "example": {"header_handle": ["x"]}},
            {"type": "body", "text": "Old {{1}}", "example": {"body_text": [["a"]]}},
            {"type": "BUTTONS", "buttons": [{"type": "QUICK_REPLY", "text": "Yes"}]},
        ]);
        let words = Words {
            title: Some("A title".into()),
            body: Some("New {{1}}".into()),
            footer: None,
        };
        let mut after = before.clone();
        after[1]["text"] = "New {{1}}".into();
        assert_eq!(words.put_into(&before), after);
        assert_eq!(Words::default().put_into(&json!(null)), json!(null));
    }
}
