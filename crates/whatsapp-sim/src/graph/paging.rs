//! Pages of lists, with opaque cursors that name the element they stand at.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};

use super::Ask;
use super::refusal::Refusal;

/// What Meta gives without `limit`.
const USUAL: usize = 25;

/// One page of `elements`, each with the key that its cursor names.
pub(crate) fn page(
    ask: &Ask,
    base_url: Option<&str>,
    elements: Vec<(String, Value)>,
) -> Result<Value, Refusal> {
    let limit = match ask.query("limit").map(str::parse::<usize>) {
        None => USUAL,
        Some(Ok(limit)) if limit > 0 => limit,
        Some(_) => return Err(Refusal::parameter("Param limit must be a positive number")),
    };
    let place = |cursor: &str| {
        let key = URL_SAFE_NO_PAD.decode(cursor).ok()?;
        elements.iter().position(|(own, _)| own.as_bytes() == key)
    };
    let stale = || {
        Refusal::new(
            131_059,
            "The cursor is invalid or expired; list from the beginning.",
        )
    };
    let start = match (ask.query("after"), ask.query("before")) {
        (Some(after), _) if !after.is_empty() => place(after).ok_or_else(stale)? + 1,
        (_, Some(before)) if !before.is_empty() => {
            place(before).ok_or_else(stale)?.saturating_sub(limit)
        }
        _ => 0,
    };
    let end = start.saturating_add(limit).min(elements.len());
    let shown = elements.get(start..end).unwrap_or_default();
    let cursor =
        |element: Option<&(String, Value)>| element.map(|(key, _)| URL_SAFE_NO_PAD.encode(key));
    let data: Vec<&Value> = shown.iter().map(|(_, value)| value).collect();
    let mut page = json!({"data": data});
    if let (Some(before), Some(after)) = (cursor(shown.first()), cursor(shown.last())) {
        page["paging"] = json!({"cursors": {"before": before, "after": after}});
        if end < elements.len() {
            let edge = ask.edge.as_deref().unwrap_or_default();
            let base = base_url.unwrap_or_default();
            let next = format!("{base}/{}/{edge}?limit={limit}&after={after}", ask.object);
            page["paging"]["next"] = next.into();
        }
    }
    Ok(page)
}
