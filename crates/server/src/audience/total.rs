//! How many customers an audience has: exactly, or estimated when counting would take too long.

use std::time::Duration;

use rand::RngExt;
use serde::Serialize;

use super::Audience;
use crate::db::{self, Error, sql};
use crate::filter::compile::Driver;

/// Counting stops after this long; an estimate takes its place.
const BUDGET: Duration = Duration::from_millis(180);
/// A sample takes a few milliseconds, and never longer than this.
const PATIENCE: Duration = Duration::from_secs(5);
/// A condition with at most this many customers is counted without a sample first.
const FEW: i64 = if cfg!(test) { 3 } else { 5_000 };
/// With more customers to test than this the budget would be spent in vain.
const MANY: i64 = 600_000;
/// The sample: this many neighbourhoods of so many customers.
const NEIGHBOURHOODS: i64 = 40;
const NEIGHBOURS: i64 = 50;

/// A number of customers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Total {
    /// How many.
    pub count: i64,
    /// Whether a sample says so.
    pub is_estimate: bool,
}

impl Total {
    fn exactly(count: i64) -> Self {
        Self {
            count,
            is_estimate: false,
        }
    }
}

/// What a sample found: shares from 0 to 1.
struct Sample {
    share: f64,
    by_driver: Vec<f64>,
}

impl Audience<'_> {
    /// How many customers there are. Counting stops after [`BUDGET`]; a sample says then how many
    /// there are about.
    pub async fn total(&self) -> db::Result<Total> {
        if self.compiled.is_nothing() {
            return Ok(Total::exactly(0));
        }
        let everybody = crate::search::counter(self.db, self.workspace, "customers").await?;
        if self.compiled.is_everything() {
            return Ok(Total::exactly(everybody));
        }
        let drivers = self.compiled.drivers();
        if let Some((driver, _)) = self.smallest(&drivers, FEW).await? {
            // Even a few take long when the disk is busy; then the sample below is asked.
            if let Some(count) = self.count_exactly(Some(driver)).await? {
                return Ok(Total::exactly(count));
            }
        }
        let sample = self.sample(&drivers).await?;
        let estimate = |share: f64| (everybody as f64 * share).round() as i64;
        let rarest = drivers
            .iter()
            .zip(&sample.by_driver)
            .min_by(|a, b| a.1.total_cmp(b.1));
        let (driver, tested) = match rarest {
            Some((driver, share)) => (Some(driver), estimate(*share)),
            None => (None, everybody),
        };
        if tested <= MANY
            && let Some(count) = self.count_exactly(driver).await?
        {
            return Ok(Total::exactly(count));
        }
        Ok(Total {
            count: estimate(sample.share),
            is_estimate: true,
        })
    }

    /// The count; `None` when the budget did not suffice.
    async fn count_exactly(&self, driver: Option<&Driver>) -> db::Result<Option<i64>> {
        let mut statement = self.compiled.statement();
        let source = match driver {
            Some(driver) => driver.write(&mut statement, self.db.text_index()),
            None => "SELECT e.id FROM customers e WHERE e.workspace_id = $1".to_owned(),
        };
        let condition = self.compiled.condition(&mut statement, driver);
        let (joins, links) = (statement.joins(), statement.links());
        let text = format!("SELECT count(*) FROM ({source}) d{joins} WHERE {links}{condition}");
        match statement.finish(text).within(BUDGET).one(self.db).await {
            Ok((count,)) => Ok(Some(count)),
            Err(Error::Stopped) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Tests neighbours at random places among the ids. Customers who came together, as by an import, are
    /// alike, so many small neighbourhoods say more than a few large ones.
    async fn sample(&self, drivers: &[Driver]) -> db::Result<Sample> {
        let (first, last): (Option<i64>, Option<i64>) = sql(
            "SELECT (SELECT min(id) FROM customers WHERE workspace_id = $1),
                 (SELECT max(id) FROM customers WHERE workspace_id = $1)",
        )
        .bind(self.workspace)
        .one(self.db)
        .await?;
        let (Some(first), Some(last)) = (first, last) else {
            return Ok(Sample {
                share: 0.0,
                by_driver: vec![0.0; drivers.len()],
            });
        };
        let mut statement = self.compiled.statement();
        let size = statement.bind(NEIGHBOURS);
        let places: Vec<String> = (0..NEIGHBOURHOODS)
            .map(|_| {
                let place = statement.bind(rand::rng().random_range(first..=last));
                format!(
                    "SELECT * FROM (SELECT e.id FROM customers e
                         WHERE e.workspace_id = $1 AND e.id >= {place} ORDER BY e.id LIMIT {size}) p"
                )
            })
            .collect();
        // One bit for the whole filter and one for each driver.
        let whole = self.compiled.condition(&mut statement, None);
        let mut mask = format!("CASE WHEN {whole} THEN 1 ELSE 0 END");
        for (index, driver) in drivers.iter().enumerate().take(MOST_BITS) {
            let part = self.compiled.part(&mut statement, driver);
            let bit = 2_i64 << index;
            mask.push_str(&format!(" + CASE WHEN {part} THEN {bit} ELSE 0 END"));
        }
        let (joins, links) = (statement.joins(), statement.links());
        let text = format!(
            "WITH d AS MATERIALIZED ({})
             SELECT mask, count(*) FROM (
                 SELECT CAST({mask} AS BIGINT) AS mask FROM d{joins} WHERE {links}TRUE) tested
             GROUP BY mask",
            places.join(" UNION ALL ")
        );
        // Nothing can take the place of the sample, so it may take its time on a busy machine.
        let rows: Vec<(i64, i64)> = statement.finish(text).within(PATIENCE).all(self.db).await?;
        let all: i64 = rows.iter().map(|(_, count)| count).sum();
        let share = |bit: i64| {
            let hits = rows.iter().filter(|(mask, _)| mask & bit != 0);
            // None among so many is not none at all.
            let hits = hits.map(|(_, count)| *count as f64).sum::<f64>().max(0.5);
            hits / all.max(1) as f64
        };
        Ok(Sample {
            share: share(1),
            by_driver: (0..drivers.len())
                .map(|index| match index < MOST_BITS {
                    true => share(2 << index),
                    false => 1.0,
                })
                .collect(),
        })
    }
}

/// Drivers that a sample tells apart.
const MOST_BITS: usize = 20;
