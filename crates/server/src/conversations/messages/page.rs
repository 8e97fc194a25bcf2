//! Which messages a page has, and where the pages beside it begin.
//!
//! Whichever way a page is reached, its messages stand newest first. A search reads the texts near the
//! place where it begins, since no index knows them: it looks at so many at most, and the next page
//! goes on from there.

use super::store::{self, MessageRow, Place, Side, Thread};
use crate::db::{self, Db};
use crate::kernel::text::fold;

/// Messages whose text is read in one statement.
const STRETCH: i64 = 500;
/// Messages that a search looks at for one page, at most.
const FARTHEST: usize = 5_000;
/// Bytes of text that it reads for one page, about: texts of thousands of characters are rare.
const LONGEST: usize = 1_000_000;

/// A page, newest first.
pub(super) struct Found {
    pub(super) rows: Vec<MessageRow>,
    /// Where older ones begin; `None` when there are none.
    pub(super) older: Option<Place>,
    /// Where newer ones begin, also those still to come.
    pub(super) newer: Option<Place>,
}

fn place(row: &MessageRow) -> Place {
    (row.at.0, row.id.0)
}

/// A page on one side of a place.
pub(super) async fn beside(
    db: &Db,
    thread: &Thread,
    (side, from): (Side, Place),
    limit: i64,
) -> db::Result<Found> {
    let mut rows = store::beside(db, thread, (side, from), limit + 1).await?;
    let more = rows.len() as i64 > limit;
    rows.truncate(limit as usize);
    let farthest = rows.last().map(place).filter(|_| more);
    Ok(in_order(rows, (side, from), farthest))
}

/// Puts the newest first, and finds the pages beside. `farthest` is where the walk ended, if it did
/// not reach the end.
fn in_order(
    mut rows: Vec<MessageRow>,
    (side, from): (Side, Place),
    farthest: Option<Place>,
) -> Found {
    match side {
        Side::Older => Found {
            older: farthest,
            newer: rows.first().map(place).or(is_real(from)),
            rows,
        },
        Side::Newer => {
            rows.reverse();
            Found {
                // The place itself may be shown nowhere, such as that of a message that is around.
                older: rows.last().map(place),
                newer: farthest.or(rows.first().map(place)).or(is_real(from)),
                rows,
            }
        }
    }
}

/// The place, unless it is the end of time, where a first page begins.
fn is_real(place: Place) -> Option<Place> {
    (place.0 < i64::MAX).then_some(place)
}

/// A page with this place in its middle.
pub(super) async fn around(
    db: &Db,
    thread: &Thread,
    place: Place,
    limit: i64,
) -> db::Result<Found> {
    let above = limit / 2;
    let newer = beside(db, thread, (Side::Newer, place), above).await?;
    let itself = (place.0, place.1.saturating_add(1));
    let older = beside(db, thread, (Side::Older, itself), limit - above).await?;
    let mut rows = newer.rows;
    rows.extend(older.rows);
    Ok(Found {
        newer: newer.newer,
        older: older.older,
        rows,
    })
}

/// A page of messages that contain every one of the words, which are folded.
pub(super) async fn search(
    db: &Db,
    thread: &Thread,
    words: &[String],
    (side, from): (Side, Place),
    limit: i64,
) -> db::Result<Found> {
    let (mut looked_at, mut read) = (0, 0);
    let mut hits: Vec<Place> = Vec::new();
    let mut here = from;
    let farthest = loop {
        let texts = store::texts_beside(db, thread, (side, here), STRETCH).await?;
        let is_end = (texts.len() as i64) < STRETCH;
        looked_at += texts.len();
        for (at, id, text) in texts {
            here = (at, id);
            let text = text.unwrap_or_default();
            read += text.len();
            let text = fold(&text);
            if words.iter().all(|word| text.contains(word.as_str())) {
                hits.push(here);
            }
        }
        if hits.len() as i64 > limit {
            hits.truncate(limit as usize);
            break hits.last().copied();
        }
        if is_end {
            break None;
        }
        if looked_at >= FARTHEST || read >= LONGEST {
            break Some(here);
        }
    };
    let mut rows = store::load(db, thread, hits.iter().map(|(_, id)| *id).collect()).await?;
    rows.sort_by_key(|row| {
        let place = place(row);
        hits.iter().position(|hit| *hit == place)
    });
    Ok(in_order(rows, (side, from), farthest))
}
