//! Short lists by id: members and keys.

use serde::Deserialize;
use utoipa::IntoParams;

use crate::http::{ApiResult, bad_cursor, limit};
use crate::kernel::page::{Cursor, Page, list_key};

/// Where a page begins and how long it is.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct ListPage {
    /// Rows of the page, 1 to 200.
    #[param(minimum = 1, default = 50)]
    limit: Option<i64>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
}

/// A page of one list that was asked for.
pub(super) struct Place {
    list: String,
    limit: i64,
    /// The id of the last row that was shown.
    pub(super) after: Option<i64>,
}

impl ListPage {
    /// Reads the request for a page of the list called `name`.
    pub(super) fn of(self, name: &str) -> ApiResult<Place> {
        let limit = limit(self.limit)?;
        let list = list_key(&[name]);
        let read = |text: String| {
            let id = Cursor::decode(&text, &list).and_then(|cursor| cursor.int(0));
            id.ok_or_else(bad_cursor)
        };
        let after = self.cursor.map(read).transpose()?;
        Ok(Place { list, limit, after })
    }
}

impl Place {
    /// How many rows to read: one more than are shown tells whether there is a next page.
    pub(super) fn rows(&self) -> i64 {
        self.limit + 1
    }

    /// The page of the rows that were read.
    pub(super) fn page<T>(&self, rows: Vec<T>, id: impl Fn(&T) -> i64) -> Page<T> {
        Page::of(rows, self.limit, |last| {
            Cursor::new(&self.list, vec![id(last).into()])
        })
    }
}
