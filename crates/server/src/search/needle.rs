//! The words of a search as conditions, per engine: the only place that knows the text indexes.
//!
//! | | any word | a word of three characters or more | a shorter one |
//! |---|---|---|---|
//! | SQLite | `instr` | FTS5 over trigrams | the trigrams it begins, then FTS5 |
//! | PostgreSQL | `strpos` | `LIKE` over `pg_trgm` | an array of characters and pairs |

use super::Query;
use crate::db::{self, Arg, Db, Sql, sql};
use crate::kernel::ids::{CustomerId, WorkspaceId};

/// The shortest word that has a trigram.
const TRIGRAM: usize = 3;
/// A short word that begins more trigrams than this is everywhere; an index is of no use for it.
const MAX_TERMS: i64 = 300;

/// A statement under construction. Values get their numbers in the order they are added.
#[derive(Debug, Clone, Default)]
pub(super) struct Statement {
    pub(super) text: String,
    args: Vec<Arg>,
}

impl Statement {
    /// A statement whose first parameters are taken.
    pub(super) fn with(args: &[Arg]) -> Self {
        Self {
            text: String::new(),
            args: args.to_vec(),
        }
    }

    /// Adds a value; how it is written in the text.
    pub(super) fn bind(&mut self, value: impl Into<Arg>) -> String {
        self.args.push(value.into());
        format!("${}", self.args.len())
    }

    /// Adds text.
    pub(super) fn push(&mut self, text: &str) -> &mut Self {
        self.text.push_str(text);
        self
    }

    /// Adds `AND` with a condition: every word is contained in `q.text`, found by reading it.
    pub(super) fn contains(&mut self, db: &Db, query: &Query) {
        let position = if db.is_sqlite() { "instr" } else { "strpos" };
        for word in query.words() {
            let word = self.bind(word);
            self.push(&format!(" AND {position}(q.text, {word}) > 0"));
        }
    }

    /// Ready to run: planned for its values, stopped after [`super::TIME_LIMIT`].
    pub(super) fn ready(self) -> Sql {
        sql(self.text)
            .bind_all(self.args)
            .once()
            .within(super::TIME_LIMIT)
    }
}

/// How the text index is asked for a search.
#[derive(Debug, Clone)]
pub(super) enum Lookup {
    /// By an FTS5 expression.
    Match(String),
    /// By conditions on `q.text` that PostgreSQL's indexes serve.
    Postgres,
    /// Not at all: the words are too short and too common.
    Useless,
    /// No text has one of the words.
    Nothing,
}

/// Finds out how the index can answer a search that is not for everybody.
pub(super) async fn lookup(db: &Db, query: &Query) -> db::Result<Lookup> {
    if !db.is_sqlite() {
        return Ok(Lookup::Postgres);
    }
    let long: Vec<String> = query
        .words()
        .iter()
        .filter(|word| word.chars().count() >= TRIGRAM)
        .map(|word| quoted(word))
        .collect();
    if !long.is_empty() {
        return Ok(Lookup::Match(long.join(" AND ")));
    }
    let Some(word) = query.words().first() else {
        return Ok(Lookup::Useless);
    };
    // Every character of a text begins a trigram, so the trigrams that a short word begins lead to
    // all the texts it is contained in. The table has a row per occurrence; each step jumps over the
    // rest of a trigram's occurrences, since nothing sorts between it and it with one more character.
    let terms: Vec<(String,)> = sql("WITH RECURSIVE terms(term) AS (
             SELECT (SELECT v.term FROM customer_trigram_terms v WHERE v.term >= $1 LIMIT 1)
             UNION ALL
             SELECT (SELECT v.term FROM customer_trigram_terms v
                     WHERE v.term >= terms.term || char(1) LIMIT 1)
             FROM terms WHERE terms.term < $2)
         SELECT term FROM terms WHERE term < $2 LIMIT $3")
    .bind(word)
    .bind(format!("{word}\u{10FFFF}"))
    .bind(MAX_TERMS + 1)
    .within(super::TIME_LIMIT)
    .all(db)
    .await?;
    Ok(match terms.len() {
        0 => Lookup::Nothing,
        many if many > MAX_TERMS as usize => Lookup::Useless,
        _ => {
            let terms: Vec<String> = terms.iter().map(|(term,)| quoted(term)).collect();
            Lookup::Match(terms.join(" OR "))
        }
    })
}

/// A string of the FTS5 query language.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

/// `FROM … WHERE …` with every customer that the index finds as `q`; more conditions may follow.
pub(super) fn hits(statement: &mut Statement, lookup: &Lookup, query: &Query) {
    if let Lookup::Match(expression) = lookup {
        let expression = statement.bind(expression);
        // CROSS JOIN keeps SQLite from reading every text and looking it up among the hits.
        statement.push(&format!(
            " FROM (SELECT rowid AS id FROM customer_trigrams WHERE customer_trigrams MATCH {expression}) f
              CROSS JOIN customer_search q WHERE q.customer_id = f.id"
        ));
    } else {
        statement.push(" FROM customer_search q WHERE TRUE");
        if matches!(lookup, Lookup::Postgres) {
            for word in query.words() {
                indexed(statement, word);
            }
        }
    }
}

/// The customers that match, if they are no more than `few`.
///
/// SQLite's index answers for all workspaces and knows no short words. Its hits are counted before
/// those are left out: that costs next to nothing, and fewer hits surely mean that these are all.
pub(super) async fn few_hits(
    db: &Db,
    workspace: WorkspaceId,
    lookup: &Lookup,
    query: &Query,
    few: i64,
) -> db::Result<Option<Vec<CustomerId>>> {
    let mut statement = Statement::default();
    let mut cap = few + 1;
    statement.push("SELECT q.customer_id");
    if let Lookup::Match(expression) = lookup {
        let hits: Vec<(CustomerId,)> = sql("SELECT rowid FROM customer_trigrams
             WHERE customer_trigrams MATCH $1 LIMIT $2")
        .bind(expression)
        .bind(cap)
        .within(super::TIME_LIMIT)
        .all(db)
        .await?;
        cap = hits.len() as i64;
        if cap > few {
            return Ok(None);
        }
        let hits: Vec<Arg> = hits.into_iter().map(|(id,)| id.into()).collect();
        let hits = statement.bind(hits);
        statement.push(&format!(
            " FROM customer_search q WHERE q.customer_id = ANY({hits})"
        ));
    } else {
        hits(&mut statement, lookup, query);
    }
    statement.contains(db, query);
    let (own, cap) = (statement.bind(workspace), statement.bind(cap));
    statement.push(&format!(" AND q.workspace_id = {own} LIMIT {cap}"));
    let found: Vec<(CustomerId,)> = statement.ready().all(db).await?;
    let found: Vec<CustomerId> = found.into_iter().map(|(id,)| id).collect();
    Ok((found.len() as i64 <= few).then_some(found))
}

/// A condition for one word that one of PostgreSQL's indexes serves.
fn indexed(statement: &mut Statement, word: &str) {
    // pg_trgm knows trigrams of letters and digits only; the pairs know every character.
    let longest_run = word
        .split(|c: char| !c.is_alphanumeric())
        .map(|run| run.chars().count())
        .max();
    if longest_run >= Some(TRIGRAM) {
        let pattern = statement.bind(pattern(word));
        statement.push(&format!(" AND q.text LIKE {pattern}"));
        return;
    }
    let characters: Vec<char> = word.chars().collect();
    let pairs: Vec<String> = characters
        .windows(characters.len().min(2))
        .map(|pair| statement.bind(pair.iter().collect::<String>()))
        .collect();
    let pairs = pairs.join(", ");
    statement.push(&format!(" AND customer_grams(q.text) @> ARRAY[{pairs}]"));
}

/// The pattern of `LIKE` for a text that contains the word.
fn pattern(word: &str) -> String {
    let mut pattern = String::with_capacity(word.len() + 2);
    pattern.push('%');
    for c in word.chars() {
        if matches!(c, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(c);
    }
    pattern.push('%');
    pattern
}
