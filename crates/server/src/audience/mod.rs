//! Audiences: the customers that a filter means, from the database. A page of them in an order, and how
//! many they are. Lists, segments, campaigns and exports all ask here.
//!
//! With a million customers a page must not cost what the filter's rarest or commonest case would, and
//! neither engine's planner knows which case it has. So there are two ways to a page, and each is used
//! where it is cheap:
//! - **Walk** the index of the order and test customer by customer: good when many match.
//! - **Drive**: list the customers of the rarest condition by its index, test the rest, sort: good when
//!   few match. How many rows a condition has is counted up to a cap, and remembered for a while.
//!
//! A walk goes in growing strides and looks up after each: when driving has become the cheaper way to the
//! end of the page, it changes over ([`page`]). Totals are exact as long as counting takes no longer than
//! a moment, and estimated from a sample otherwise ([`total`]).
//!
//! Pages continue after a [`Place`], never by counting rows, so the thousandth costs what the first does.
//! Customers without a value for the order come last in both directions.
mod order;
mod page;
mod sizes;
mod total;
mod walk;

pub use order::{Key, Order, OrderBy, Place};
pub use sizes::Sizes;
pub use total::Total;

use crate::db::{self, Db, sql};
use crate::filter::compile::{Compiled, TagIds, tag_names};
use crate::filter::{Context, Filter};
use crate::kernel::ids::WorkspaceId;

/// The customers of one workspace that a filter means at one moment.
pub struct Audience<'a> {
    db: &'a Db,
    sizes: &'a Sizes,
    workspace: WorkspaceId,
    compiled: Compiled,
}

impl<'a> Audience<'a> {
    /// Makes ready to ask for the customers of a checked filter.
    pub async fn new(
        (db, sizes): (&'a Db, &'a Sizes),
        workspace: WorkspaceId,
        filter: &Filter,
        context: &Context,
    ) -> db::Result<Self> {
        let tags = tag_ids(db, workspace, filter).await?;
        Ok(Self {
            db,
            sizes,
            workspace,
            compiled: Compiled::new(filter, context, workspace, &tags),
        })
    }
}

async fn tag_ids(db: &Db, workspace: WorkspaceId, filter: &Filter) -> db::Result<TagIds> {
    let names: Vec<String> = tag_names(filter).into_iter().collect();
    if names.is_empty() {
        return Ok(TagIds::default());
    }
    let rows: Vec<(String, i64)> =
        sql("SELECT name_key, id FROM tags WHERE workspace_id = $1 AND name_key = ANY($2)")
            .bind(workspace)
            .bind(names)
            .quick()
            .all(db)
            .await?;
    Ok(rows.into_iter().collect())
}
