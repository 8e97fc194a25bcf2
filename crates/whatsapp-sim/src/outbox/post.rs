//! Posting: the envelope, the signature, and the workers that carry it.

use std::fmt::Write;
use std::sync::Arc;
use std::time::Duration;

use super::Update;
use crate::Inner;

/// Posts whatever is ready, one POST after the other. Never returns; several run side by side.
pub(crate) async fn work(inner: Arc<Inner>) {
    loop {
        let (post, timeout) = {
            let mut state = inner.lock();
            let timeout = Duration::from_millis(state.behaviour.webhook_timeout_ms);
            (state.take_post(), timeout)
        };
        let Some(post) = post else {
            inner.wakes.outbox.notified().await;
            continue;
        };
        let body = envelope(&post.updates);
        let signature = whatsapp::signature::sign(post.secret.as_bytes(), body.as_bytes());
        let sent = inner
            .http
            .post(&post.url)
            .header("content-type", "application/json")
            .header("user-agent", "facebookexternalua")
            .header("x-hub-signature-256", signature)
            .timeout(timeout)
            .body(body)
            .send()
            .await;
        let acknowledged = match sent {
            Ok(answer) => {
                let status = answer.status();
                // Read to the end, so that the connection can be used again.
                let _ = answer.bytes().await;
                status == reqwest::StatusCode::OK
            }
            Err(error) => {
                tracing::debug!(%error, "a webhook was not taken");
                false
            }
        };
        inner.lock().posted(post, acknowledged);
        // What this post held back may be for somebody who sleeps.
        inner.wakes.outbox.notify_one();
    }
}

/// The body of a webhook: updates of the same account and time share an entry.
fn envelope(updates: &[Update]) -> String {
    let length: usize = updates.iter().map(|update| update.change.len() + 64).sum();
    let mut body = String::with_capacity(length + 128);
    body.push_str(r#"{"object":"whatsapp_business_account","entry":["#);
    let mut open: Option<&Update> = None;
    for update in updates {
        match open {
            Some(last) if last.waba_id == update.waba_id && last.time == update.time => {
                body.push(',');
            }
            last => {
                if last.is_some() {
                    body.push_str("]},");
                }
                // Ids are digits and need no escaping.
                let _ = write!(body, r#"{{"id":"{}","#, update.waba_id);
                if let Some(time) = update.time {
                    let _ = write!(body, r#""time":{time},"#);
                }
                body.push_str(r#""changes":["#);
            }
        }
        body.push_str(&update.change);
        open = Some(update);
    }
    body.push_str("]}]}");
    body
}

/// JSON with Meta's escapes: everything beyond ASCII as `\uXXXX`, and `/` as `\/`.
///
/// Whoever checks the signature over JSON that they parsed and printed again fails by this.
pub(super) fn as_meta_writes(json: &str) -> String {
    let mut written = String::with_capacity(json.len());
    for c in json.chars() {
        match c {
            // In JSON a slash only ever stands in a string.
            '/' => written.push_str("\\/"),
            c if c.is_ascii() => written.push(c),
            c => {
                for unit in c.encode_utf16(&mut [0; 2]) {
                    let _ = write!(written, "\\u{unit:04x}");
                }
            }
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_metas_and_say_the_same() {
        let json = r#"{"a":"https://e.x/é😀\n"}"#;
        let written = as_meta_writes(json);
        assert_eq!(written, r#"{"a":"https:\/\/e.x\/\u00e9\ud83d\ude00\n"}"#);
        let value = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();
        assert_eq!(value(&written), value(json));
    }
}
