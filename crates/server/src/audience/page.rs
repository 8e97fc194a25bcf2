//! A page of an audience: walked or driven, whichever is cheaper.

use std::time::Duration;

use super::Audience;
use super::order::{Order, Place, after};
use super::walk::Spot;
use crate::db::{self, FromRow, Row};
use crate::filter::compile::Driver;

/// Up to this many customers of one condition are always read and sorted. Tests have few people, and must
/// take every way.
const FEW: i64 = if cfg!(test) { 3 } else { 10_000 };
/// The first stride of a walk; each later one is up to [`GROWTH`] times longer.
const STRIDE: i64 = if cfg!(test) { 4 } else { 1_000 };
const GROWTH: i64 = 4;
const LONGEST_STRIDE: i64 = 64_000;
/// Not worth counting further to find out whether a condition is rarer than the walk is long.
const MANY: i64 = 300_000;
/// No part of a page takes longer.
const LIMIT: Duration = Duration::from_secs(10);

/// A row of a stride: a hit, or the last customer that was looked at.
struct Step {
    place: Place,
    is_hit: bool,
}

impl FromRow for Step {
    const COLUMNS: usize = Place::COLUMNS + 1;
    fn from_row(row: Row<'_>) -> db::Result<Self> {
        Ok(Self {
            place: Place::from_row(row)?,
            is_hit: row.get(Place::COLUMNS)?,
        })
    }
}

impl Audience<'_> {
    /// The next `count` customers in this order after a place, or from the start.
    pub async fn page(
        &self,
        order: Order,
        place: Option<&Place>,
        count: i64,
    ) -> db::Result<Vec<Place>> {
        if self.compiled.is_nothing() {
            return Ok(Vec::new());
        }
        if self.compiled.is_everything() {
            return self.everybody(order, place, count).await;
        }
        let drivers = self.compiled.drivers();
        if let Some((driver, _)) = self.smallest(&drivers, FEW).await? {
            return self.drive(driver, order, place, count).await;
        }
        self.walk(&drivers, order, place, count).await
    }

    async fn everybody(
        &self,
        order: Order,
        place: Option<&Place>,
        count: i64,
    ) -> db::Result<Vec<Place>> {
        let mut spot = Spot::after(place);
        let mut found: Vec<Place> = Vec::new();
        loop {
            let wanted = count - found.len() as i64;
            if wanted <= 0 || spot == Spot::End {
                return Ok(found);
            }
            let mut statement = self.compiled.statement();
            let source = spot.write(&mut statement, order, wanted);
            let columns = order.by.columns("d.id", "d.k");
            let text = format!("SELECT {columns} FROM ({source}) d");
            let rows: Vec<Place> = statement.keep(text).all(self.db).await?;
            found.extend(rows);
            spot = spot.next(order);
        }
    }

    /// Goes through the order in strides until the page is full, or driving has become cheaper.
    async fn walk(
        &self,
        drivers: &[Driver],
        order: Order,
        place: Option<&Place>,
        count: i64,
    ) -> db::Result<Vec<Place>> {
        let mut spot = Spot::after(place);
        let mut found: Vec<Place> = Vec::new();
        let (mut stride, mut walked) = (STRIDE, 0);
        while spot != Spot::End {
            let wanted = count - found.len() as i64;
            let (hits, last) = self.stride(&spot, order, stride, wanted).await?;
            found.extend(hits);
            if found.len() as i64 >= count {
                return Ok(found);
            }
            let Some(last) = last else {
                spot = spot.next(order);
                continue;
            };
            spot = Spot::after(Some(&last));
            walked += stride;
            // So many more must be walked if they go on like this. The customers of a condition are gone
            // through in about half the time each.
            let rest = count - found.len() as i64;
            let ahead = rest * walked / (found.len() as i64).max(1);
            if ahead > walked
                && let Some((driver, _)) = self.smallest(drivers, (2 * ahead).min(MANY)).await?
            {
                found.extend(self.drive(driver, order, Some(&last), rest).await?);
                return Ok(found);
            }
            let longest = (stride * GROWTH).min(LONGEST_STRIDE);
            stride = (ahead + ahead / 4).clamp(STRIDE, longest);
        }
        Ok(found)
    }

    /// The hits among the next customers of a stretch, and the last of these; `None` at its end.
    async fn stride(
        &self,
        spot: &Spot,
        order: Order,
        stride: i64,
        wanted: i64,
    ) -> db::Result<(Vec<Place>, Option<Place>)> {
        let mut statement = self.compiled.statement();
        let source = spot.write(&mut statement, order, stride);
        let condition = self.compiled.condition(&mut statement, None);
        let (joins, links) = (statement.joins(), statement.links());
        let wanted = statement.bind(wanted);
        let columns = order.by.columns("d.id", "d.k");
        let (direction, _) = order.words();
        let back = if order.descending { "ASC" } else { "DESC" };
        let text = format!(
            "WITH walk AS MATERIALIZED ({source})
             SELECT * FROM (SELECT {columns}, TRUE FROM walk d{joins} WHERE {links}{condition}
                 ORDER BY d.k {direction}, d.id {direction} LIMIT {wanted}) hits
             UNION ALL
             SELECT * FROM (SELECT {columns}, FALSE FROM walk d
                 ORDER BY d.k {back}, d.id {back} LIMIT 1) last"
        );
        let mut query = statement.finish(text);
        if stride > STRIDE {
            query = query.within(LIMIT);
        }
        let steps: Vec<Step> = query.all(self.db).await?;
        let last = steps.iter().find(|step| !step.is_hit);
        let last = last.map(|step| step.place.clone());
        let hits = steps.into_iter().filter(|step| step.is_hit);
        Ok((hits.map(|step| step.place).collect(), last))
    }

    /// Tests every customer of the driver, and sorts.
    async fn drive(
        &self,
        driver: &Driver,
        order: Order,
        place: Option<&Place>,
        count: i64,
    ) -> db::Result<Vec<Place>> {
        let mut statement = self.compiled.statement();
        let source = driver.write(&mut statement, self.db.text_index());
        let condition = self.compiled.condition(&mut statement, Some(driver));
        let (table, customer, key) = order.by.table();
        let attribute = order.by.attribute_id().map(|attribute| {
            let attribute = statement.bind(attribute);
            format!(" AND o.attribute_id = {attribute}")
        });
        let attribute = attribute.unwrap_or_default();
        let place = place.map(|place| {
            let after = after(&mut statement, order, place, key);
            format!(" AND {after}")
        });
        let (joins, links) = (statement.joins(), statement.links());
        let columns = order.by.columns("d.id", key);
        let (direction, _) = order.words();
        let count = statement.bind(count);
        let text = format!(
            "SELECT {columns} FROM ({source}) d{joins}
             LEFT JOIN {table} o ON o.{customer} = d.id{attribute}
             WHERE {links}{condition}{}
             ORDER BY CASE WHEN {key} IS NULL THEN 1 ELSE 0 END, {key} {direction}, d.id {direction}
             LIMIT {count}",
            place.unwrap_or_default()
        );
        statement.finish(text).within(LIMIT).all(self.db).await
    }
}
