//! Pages of lists: how many rows, and the opaque cursor to the next ones.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use utoipa::ToSchema;

/// Rows of a page unless the request says otherwise.
pub const DEFAULT_LIMIT: i64 = 50;
/// Rows of a page at most; more are clamped to it.
pub const MAX_LIMIT: i64 = 200;

/// A page of a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct Page<T> {
    /// The rows, in the order asked for.
    pub items: Vec<T>,
    /// Where the next page begins; null on the last page.
    pub next_cursor: Option<String>,
    /// How many rows there are in all, when it was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub total: Option<i64>,
    /// Whether `total` is an estimate because an exact count would take too long.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub total_is_estimate: Option<bool>,
}

impl<T> Page<T> {
    /// Makes a page of up to `limit` rows from `limit + 1` that were read; the cursor is made from
    /// the last row that is shown.
    pub fn of(mut rows: Vec<T>, limit: i64, cursor: impl FnOnce(&T) -> Cursor) -> Self {
        let limit = usize::try_from(limit).unwrap_or(1);
        let more = rows.len() > limit;
        rows.truncate(limit);
        let next_cursor = rows
            .last()
            .filter(|_| more)
            .map(|last| cursor(last).encode());
        Self {
            items: rows,
            next_cursor,
            total: None,
            total_is_estimate: None,
        }
    }

    /// A list that is never long enough for a second page.
    pub fn whole(rows: Vec<T>) -> Self {
        Self {
            items: rows,
            next_cursor: None,
            total: None,
            total_is_estimate: None,
        }
    }

    /// The same page with its rows turned into something else.
    pub fn map<U>(self, turn: impl FnMut(T) -> U) -> Page<U> {
        Page {
            items: self.items.into_iter().map(turn).collect(),
            next_cursor: self.next_cursor,
            total: self.total,
            total_is_estimate: self.total_is_estimate,
        }
    }
}

/// The place after a row in one particular list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Cursor {
    /// Which list it belongs to, see [`list_key`].
    #[serde(rename = "l")]
    pub list: String,
    /// The sort keys of the row; its id last.
    #[serde(rename = "k")]
    pub keys: Vec<serde_json::Value>,
}

impl Cursor {
    /// A cursor of the list with this key.
    pub fn new(list: &str, keys: Vec<serde_json::Value>) -> Self {
        Self {
            list: list.to_owned(),
            keys,
        }
    }

    /// As text for a URL.
    pub fn encode(&self) -> String {
        URL_SAFE_NO_PAD.encode(serde_json::to_vec(self).unwrap_or_default())
    }

    /// Reads a cursor of the list with this key; `None` when it is damaged or another list's.
    pub fn decode(text: &str, list: &str) -> Option<Self> {
        let bytes = URL_SAFE_NO_PAD.decode(text).ok()?;
        let cursor: Self = serde_json::from_slice(&bytes).ok()?;
        (cursor.list == list).then_some(cursor)
    }

    /// The key at `index` as an integer.
    pub fn int(&self, index: usize) -> Option<i64> {
        self.keys.get(index)?.as_i64()
    }

    /// The key at `index` as text.
    pub fn text(&self, index: usize) -> Option<&str> {
        self.keys.get(index)?.as_str()
    }
}

/// A short key for a list: everything that decides which rows it has and in which order.
pub fn list_key(parts: &[&str]) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part.len().to_le_bytes());
        hash.update(part.as_bytes());
    }
    URL_SAFE_NO_PAD.encode(&hash.finalize()[..9])
}
