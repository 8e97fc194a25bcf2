//! Finding hits, the newest first, in milliseconds however common or rare the words are.
//!
//! Two ways lead to a page of hits. Walking the list from its newest row and reading each text is
//! best for common words; asking the text index for all hits and sorting them is best for rare ones.
//! Nobody knows beforehand which a word is, so a search takes them in turn, each bounded:
//!
//! 1. walk the newest thousand rows: a page of a common word is complete already;
//! 2. ask the index for up to three thousand hits; if that was all, sort them;
//! 3. walk the newest ten thousand rows: with that many hits it nearly always suffices;
//! 4. else, the hits being many and old, fetch them all.
//!
//! When the first walk found a good part of a page, the third step comes before the second.
//!
//! Every way gives the same rows in the same order.

use super::Query;
use super::needle::{Lookup, Statement, few_hits, hits, lookup};
use crate::db::{self, Arg, Db};
use crate::kernel::ids::{AccountId, ContactId, CustomerId, WorkspaceId};

/// How far each of the ways goes before the next is taken.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bounds {
    /// Rows that are walked before the index is asked.
    pub(super) glance: i64,
    /// Hits that are fetched and sorted without further ado.
    pub(super) few: i64,
    /// Rows that are walked after the index said that there are many hits.
    pub(super) stroll: i64,
}

/// Measured at a million customers: a glance costs 1 ms on SQLite and 6 ms on PostgreSQL, so it is
/// short; fewer than the few hits take 5 to 15 ms.
const BOUNDS: Bounds = Bounds {
    glance: 1_000,
    few: 3_000,
    stroll: 10_000,
};

/// The place after a row: when its last message was, if any, and its id.
pub type After = (Option<i64>, i64);

/// A list whose rows belong to customers, as the table `s`; newest first.
#[derive(Debug, Clone)]
pub(super) struct List {
    workspace: WorkspaceId,
    table: &'static str,
    id: &'static str,
    at: &'static str,
    /// Rows without a time come last.
    may_be_silent: bool,
    /// Columns of `s` that must have a value.
    equal: Vec<(&'static str, Arg)>,
    extra: Option<Extra>,
    pub(super) bounds: Bounds,
}

/// A condition on `s`, which is `customer_stats`, that hits must meet as well. Its parameters are
/// numbered from `$1`.
#[derive(Debug, Clone)]
pub struct Extra {
    /// The condition, such as `s.orders_count > $1`.
    pub condition: String,
    /// The values of its parameters.
    pub args: Vec<Arg>,
}

/// Which contacts are searched.
#[derive(Debug, Clone, Copy)]
pub struct ContactList<'a> {
    /// The channel, such as `whatsapp`.
    pub channel: &'a str,
    /// Only those who last wrote to this account, or were made for it.
    pub account: Option<AccountId>,
}

impl List {
    /// Customers by their last message.
    pub(super) fn customers(workspace: WorkspaceId, extra: Option<Extra>) -> Self {
        Self {
            workspace,
            table: "customer_stats",
            id: "customer_id",
            at: "last_message_at",
            may_be_silent: true,
            equal: vec![("workspace_id", workspace.into())],
            extra,
            bounds: BOUNDS,
        }
    }

    /// Contacts by their activity.
    pub(super) fn contacts(workspace: WorkspaceId, which: ContactList<'_>) -> Self {
        let mut equal = vec![("workspace_id", workspace.into())];
        match which.account {
            Some(account) => equal.push(("account_id", account.into())),
            None => equal.push(("channel", which.channel.into())),
        }
        Self {
            workspace,
            table: "contacts",
            id: "id",
            at: "activity_at",
            may_be_silent: false,
            equal,
            extra: None,
            bounds: BOUNDS,
        }
    }

    /// The beginning of a statement that counts rows; conditions follow.
    pub(super) fn count(&self) -> Statement {
        let mut statement = self.statement();
        statement.push(&format!("SELECT COUNT(*) FROM {} s WHERE ", self.table));
        statement
    }

    fn statement(&self) -> Statement {
        Statement::with(self.extra.as_ref().map_or(&[], |extra| &extra.args))
    }

    /// The list's conditions. `guard` is put before columns that shall not be looked up by an index.
    fn conditions(&self, statement: &mut Statement, guard: &str) {
        let extra = self.extra.as_ref().map(|extra| &*extra.condition);
        statement.push(&format!("({})", extra.unwrap_or("TRUE")));
        for (column, value) in &self.equal {
            let value = statement.bind(value.clone());
            statement.push(&format!(" AND {guard}s.{column} = {value}"));
        }
    }

    /// Adds `AND` with the part of the list that is meant.
    fn part(&self, statement: &mut Statement, part: Part, after: Option<After>) {
        let (at, id) = (self.at, self.id);
        match part {
            Part::Timed if self.may_be_silent => {
                statement.push(&format!(" AND s.{at} IS NOT NULL"));
            }
            Part::Timed => {}
            Part::Silent => {
                statement.push(&format!(" AND s.{at} IS NULL"));
            }
        }
        match (part, after) {
            (Part::Timed, Some((Some(time), last))) => {
                let (time, last) = (statement.bind(time), statement.bind(last));
                statement.push(&format!(" AND (s.{at}, s.{id}) < ({time}, {last})"));
            }
            (Part::Silent, Some((None, last))) => {
                let last = statement.bind(last);
                statement.push(&format!(" AND s.{id} < {last}"));
            }
            _ => {}
        }
    }

    /// The parts that have rows after a place, in order.
    fn parts(&self, after: Option<After>) -> &'static [Part] {
        match after {
            _ if !self.may_be_silent => &[Part::Timed],
            Some((None, _)) => &[Part::Silent],
            _ => &[Part::Timed, Part::Silent],
        }
    }
}

/// Rows with a time, and those without one after them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Timed,
    Silent,
}

/// What the text index says about a search.
#[derive(Debug, Clone)]
pub(super) enum Found {
    /// All of them.
    Few(Vec<CustomerId>),
    /// More than were asked for, or more than can be told.
    Many(Lookup),
}

/// Ids of the rows that match, newest first: `take` of them after leaving out `skip`.
pub(super) async fn newest(
    db: &Db,
    list: &List,
    query: &Query,
    after: Option<After>,
    skip: i64,
    take: i64,
) -> db::Result<Vec<i64>> {
    let wanted = skip.saturating_add(take);
    let page = |ids: Vec<i64>| ids.into_iter().skip(skip as usize).collect();
    let is_full = |ids: &Vec<i64>| ids.len() as i64 >= wanted;
    let glanced = walk(db, list, query, after, list.bounds.glance, wanted).await?;
    if is_full(&glanced) {
        return Ok(page(glanced));
    }
    // With a good part of a page found already, a few more steps are cheaper than the index.
    let is_near = glanced.len() as i64 * 4 >= wanted;
    if is_near {
        let strolled = walk(db, list, query, after, list.bounds.stroll, wanted).await?;
        if is_full(&strolled) {
            return Ok(page(strolled));
        }
    }
    let lookup = match found(db, list.workspace, query, list.bounds.few).await? {
        Found::Few(customers) => {
            return Ok(page(sort(db, list, &customers, after, wanted).await?));
        }
        Found::Many(lookup) => lookup,
    };
    if !is_near {
        let strolled = walk(db, list, query, after, list.bounds.stroll, wanted).await?;
        if is_full(&strolled) {
            return Ok(page(strolled));
        }
    }
    Ok(page(all(db, list, query, &lookup, after, wanted).await?))
}

/// The first hits among the newest `rows` rows.
async fn walk(
    db: &Db,
    list: &List,
    query: &Query,
    after: Option<After>,
    rows: i64,
    wanted: i64,
) -> db::Result<Vec<i64>> {
    let mut ids = Vec::new();
    for part in list.parts(after) {
        if *part == Part::Silent && list.parts(after).len() > 1 {
            // Hits among the silent come next only if the walk got past everybody else.
            if has_more_than(db, list, after, rows).await? {
                break;
            }
        }
        let rest = wanted - ids.len() as i64;
        ids.extend(walk_part(db, list, query, *part, after, rows, rest).await?);
        if ids.len() as i64 >= wanted {
            break;
        }
    }
    Ok(ids)
}

async fn walk_part(
    db: &Db,
    list: &List,
    query: &Query,
    part: Part,
    after: Option<After>,
    rows: i64,
    wanted: i64,
) -> db::Result<Vec<i64>> {
    let List { table, id, at, .. } = list;
    let mut statement = list.statement();
    statement.push(&format!(
        "SELECT w.id FROM (SELECT s.{id} AS id, s.customer_id AS customer, s.{at} AS at FROM {table} s WHERE "
    ));
    list.conditions(&mut statement, "");
    list.part(&mut statement, part, after);
    let rows = statement.bind(rows);
    statement.push(&format!(
        " ORDER BY s.{at} DESC, s.{id} DESC LIMIT {rows}) w
          CROSS JOIN customer_search q WHERE q.customer_id = w.customer"
    ));
    statement.contains(db, query);
    let wanted = statement.bind(wanted);
    statement.push(&format!(" ORDER BY w.at DESC, w.id DESC LIMIT {wanted}"));
    ids(db, statement).await
}

/// Whether the timed part of a list has more rows than this after a place.
async fn has_more_than(db: &Db, list: &List, after: Option<After>, rows: i64) -> db::Result<bool> {
    let mut statement = list.statement();
    statement.push(&format!(
        "SELECT COUNT(*) FROM (SELECT 1 FROM {} s WHERE ",
        list.table
    ));
    list.conditions(&mut statement, "");
    list.part(&mut statement, Part::Timed, after);
    let cap = statement.bind(rows + 1);
    statement.push(&format!(" LIMIT {cap}) w"));
    Ok(ids(db, statement).await?.first() > Some(&rows))
}

/// Asks the index which customers match, up to `few` of them.
pub(super) async fn found(
    db: &Db,
    workspace: WorkspaceId,
    query: &Query,
    few: i64,
) -> db::Result<Found> {
    let lookup = lookup(db, query).await?;
    match lookup {
        Lookup::Nothing => return Ok(Found::Few(Vec::new())),
        Lookup::Useless => return Ok(Found::Many(lookup)),
        Lookup::Match(_) | Lookup::Postgres => {}
    }
    Ok(match few_hits(db, workspace, &lookup, query, few).await? {
        Some(customers) => Found::Few(customers),
        None => Found::Many(lookup),
    })
}

/// The list's rows of these customers, newest first.
async fn sort(
    db: &Db,
    list: &List,
    customers: &[CustomerId],
    after: Option<After>,
    wanted: i64,
) -> db::Result<Vec<i64>> {
    if customers.is_empty() {
        return Ok(Vec::new());
    }
    let mut statement = list.statement();
    statement.push(&format!(
        "SELECT s.{} FROM {} s WHERE ",
        list.id, list.table
    ));
    of_customers(db, list, &mut statement, customers);
    after_place(list, &mut statement, after);
    in_order(list, &mut statement, wanted);
    ids(db, statement).await
}

/// Conditions: the list's rows of these customers, looked up by customer.
pub(super) fn of_customers(
    db: &Db,
    list: &List,
    statement: &mut Statement,
    customers: &[CustomerId],
) {
    list.conditions(statement, guard(db));
    let customers: Vec<Arg> = customers.iter().map(|id| (*id).into()).collect();
    let customers = statement.bind(customers);
    statement.push(&format!(" AND s.customer_id = ANY({customers})"));
}

/// The list's rows of all customers that the index finds, newest first.
async fn all(
    db: &Db,
    list: &List,
    query: &Query,
    lookup: &Lookup,
    after: Option<After>,
    wanted: i64,
) -> db::Result<Vec<i64>> {
    let mut statement = list.statement();
    statement.push(&format!(
        "SELECT s.{} FROM {} s WHERE ",
        list.id, list.table
    ));
    of_all(db, list, &mut statement, query, lookup);
    after_place(list, &mut statement, after);
    in_order(list, &mut statement, wanted);
    ids(db, statement).await
}

/// Conditions: the list's rows of every customer that matches.
pub(super) fn of_all(
    db: &Db,
    list: &List,
    statement: &mut Statement,
    query: &Query,
    lookup: &Lookup,
) {
    list.conditions(statement, guard(db));
    statement.push(" AND s.customer_id IN (SELECT q.customer_id");
    hits(statement, lookup, query);
    statement.contains(db, query);
    let own = statement.bind(list.workspace);
    statement.push(&format!(" AND q.workspace_id = {own})"));
}

/// SQLite's planner knows no counts: left alone, it reads the whole list by its own index to find
/// a few customers in it. PostgreSQL knows better.
fn guard(db: &Db) -> &'static str {
    if db.is_sqlite() { "+" } else { "" }
}

fn after_place(list: &List, statement: &mut Statement, after: Option<After>) {
    for (index, part) in list.parts(after).iter().enumerate() {
        statement.push(if index == 0 {
            " AND ((TRUE"
        } else {
            ") OR (TRUE"
        });
        list.part(statement, *part, after);
    }
    statement.push("))");
}

fn in_order(list: &List, statement: &mut Statement, wanted: i64) {
    let wanted = statement.bind(wanted);
    let List { at, id, .. } = list;
    statement.push(&format!(
        " ORDER BY s.{at} DESC NULLS LAST, s.{id} DESC LIMIT {wanted}"
    ));
}

pub(super) async fn ids(db: &Db, statement: Statement) -> db::Result<Vec<i64>> {
    let rows: Vec<(i64,)> = statement.ready().all(db).await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Customers that match, those with the newest message first; those that never had one come last,
/// the newest customer first.
pub async fn newest_matching(
    db: &Db,
    workspace: WorkspaceId,
    query: &Query,
    extra: Option<Extra>,
    after: Option<After>,
    limit: i64,
) -> db::Result<Vec<CustomerId>> {
    let list = List::customers(workspace, extra);
    let ids = newest(db, &list, query, after, 0, limit).await?;
    Ok(ids.into_iter().map(CustomerId).collect())
}

/// Contacts of customers that match, the most recently active first.
pub async fn newest_contacts(
    db: &Db,
    workspace: WorkspaceId,
    query: &Query,
    which: ContactList<'_>,
    skip: i64,
    take: i64,
) -> db::Result<Vec<ContactId>> {
    let list = List::contacts(workspace, which);
    let ids = newest(db, &list, query, None, skip, take).await?;
    Ok(ids.into_iter().map(ContactId).collect())
}

/// The matching customers, if the index finds them all at once; `None` when there are too many.
pub async fn few(
    db: &Db,
    workspace: WorkspaceId,
    query: &Query,
) -> db::Result<Option<Vec<CustomerId>>> {
    if query.is_everybody() {
        return Ok(None);
    }
    Ok(match found(db, workspace, query, BOUNDS.few).await? {
        Found::Few(customers) => Some(customers),
        Found::Many(_) => None,
    })
}
