//! How many customers each condition has by itself: what decides which of them drives.

use std::time::Duration;

use super::Audience;
use crate::db;
use crate::filter::compile::Driver;
use crate::kernel::page::list_key;

/// Sizes that were counted a moment ago. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Sizes(moka::sync::Cache<String, Size>);

/// A count that stopped at a cap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Size {
    rows: i64,
    /// Whether there may be more.
    capped: bool,
}

impl Default for Sizes {
    fn default() -> Self {
        Self(
            moka::sync::Cache::builder()
                .max_capacity(10_000)
                .time_to_live(Duration::from_secs(60))
                .build(),
        )
    }
}

impl Audience<'_> {
    /// The smallest of the drivers that have at most `cap` customers, and how many it has.
    pub(super) async fn smallest<'d>(
        &self,
        drivers: &'d [Driver],
        cap: i64,
    ) -> db::Result<Option<(&'d Driver, i64)>> {
        let workspace = self.workspace.to_string();
        let keys: Vec<String> = drivers
            .iter()
            .map(|driver| list_key(&[&workspace, &driver.key()]))
            .collect();
        let known = |key: &String| {
            let size = self.sizes.0.get(key)?;
            (!size.capped || size.rows >= cap).then_some(size)
        };
        let unknown: Vec<usize> = (0..drivers.len())
            .filter(|index| known(&keys[*index]).is_none())
            .collect();
        for (index, rows) in self.count(drivers, &unknown, cap).await? {
            let size = Size {
                rows: rows.min(cap),
                capped: rows > cap,
            };
            if let Some(key) = usize::try_from(index)
                .ok()
                .and_then(|index| keys.get(index))
            {
                self.sizes.0.insert(key.clone(), size);
            }
        }
        Ok(drivers
            .iter()
            .zip(&keys)
            .filter_map(|(driver, key)| Some((driver, self.sizes.0.get(key)?)))
            .filter(|(_, size)| !size.capped && size.rows <= cap)
            .min_by_key(|(_, size)| size.rows)
            .map(|(driver, size)| (driver, size.rows)))
    }

    async fn count(
        &self,
        drivers: &[Driver],
        which: &[usize],
        cap: i64,
    ) -> db::Result<Vec<(i64, i64)>> {
        if which.is_empty() {
            return Ok(Vec::new());
        }
        let mut statement = self.compiled.statement();
        let limit = statement.bind(cap + 1);
        let counts: Vec<String> = which
            .iter()
            .map(|index| {
                let list = drivers[*index].write_rough(&mut statement, self.db.text_index());
                format!(
                    "SELECT CAST({index} AS BIGINT), count(*)
                     FROM (SELECT 1 FROM ({list}) l LIMIT {limit}) n"
                )
            })
            .collect();
        statement
            .finish(counts.join(" UNION ALL "))
            .all(self.db)
            .await
    }
}
