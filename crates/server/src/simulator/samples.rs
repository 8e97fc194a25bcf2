//! What there is to begin with: templates for the account, and files for people to send.

use serde_json::{Value, json};

/// Templates that a simulated account has at first, approved. They cover what teams meet first: words
/// with values, a header and buttons, a code, and an offer that only those get who want marketing.
pub(super) fn templates() -> Vec<Value> {
    let body = |text: &str, values: &[&str]| json!({"type": "BODY", "text": text, "example": {"body_text": [values]}});
    let quick = |texts: &[&str]| {
        let buttons = texts
            .iter()
            .map(|text| json!({"type": "QUICK_REPLY", "text": text}));
        json!({"type": "BUTTONS", "buttons": buttons.collect::<Vec<_>>()})
    };
    vec![
        json!({"name": "order_confirmation", "language": "ar", "category": "UTILITY", "components": [
            body("مرحبا {{1}}، تم تأكيد طلبك رقم {{2}}. المجموع {{3}} ريال.", &["نورة", "1042", "86"])]}),
        json!({"name": "order_confirmation", "language": "en", "category": "UTILITY", "components": [
            body("Hello {{1}}, your order {{2}} is confirmed. The total is {{3}} SAR.", &["Noura", "1042", "86"])]}),
        json!({"name": "follow_up", "language": "en", "category": "UTILITY", "components": [
            {"type": "HEADER", "format": "TEXT", "text": "About your question"},
            body("Hello {{1}}, we have an answer for you. May we continue here?", &["Noura"]),
            quick(&["Yes, please", "No, thanks"])]}),
        json!({"name": "weekend_offer", "language": "en", "category": "MARKETING", "components": [
            body("This weekend only: {{1}} off everything.", &["20 %"]),
            {"type": "FOOTER", "text": "Not interested? Tap Stop."},
            quick(&["Show me", "Stop"])]}),
    ]
}

/// A file that comes with the program.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sample {
    pub(super) bytes: &'static [u8],
    pub(super) mime_type: &'static str,
    pub(super) filename: &'static str,
}

/// The file to send as this type of message when none is given; there is no video.
pub(super) fn file(kind: &str) -> Option<Sample> {
    let (bytes, mime_type, filename): (&[u8], _, _) = match kind {
        "image" => (
            include_bytes!("samples/photo.png"),
            "image/png",
            "photo.png",
        ),
        "audio" => (include_bytes!("samples/note.mp3"), "audio/mpeg", "note.mp3"),
        "document" => (
            include_bytes!("samples/menu.pdf"),
            "application/pdf",
            "menu.pdf",
        ),
        "sticker" => (
            include_bytes!("samples/sticker.webp"),
            "image/webp",
            "sticker.webp",
        ),
        _ => return None,
    };
    Some(Sample {
        bytes,
        mime_type,
        filename,
    })
}

#[cfg(test)]
mod tests {
    use super::{file, templates};

    #[test]
    fn meta_would_take_the_templates() {
        for template in templates() {
            let checked = whatsapp::template::check_new(&template);
            assert!(checked.is_ok(), "{template}: {checked:?}");
        }
    }

    #[test]
    fn the_files_are_what_they_say() {
        for (kind, begins) in [
            ("image", b"\x89PNG".as_slice()),
            ("audio", b"\xff\xfb"),
            ("document", b"%PDF-"),
            ("sticker", b"RIFF"),
        ] {
            let sample = file(kind).expect(kind);
            assert!(sample.bytes.starts_with(begins), "{kind}");
            assert!(sample.bytes.len() < 20_000, "{kind} stays small");
        }
        assert!(file("video").is_none());
    }
}
