//! From the one SQL text to what an engine reads. Statements are written as for PostgreSQL.
//!
//! - `$3` is `?3` on SQLite (its own `$n` would be numbered by first appearance).
//! - `= ANY($3)` takes a set, and is `IN rarray(?3)` on SQLite.
//! - `FOR UPDATE …` at the end of a statement is left out on SQLite, which has one writer.
//! - `$rows(id BIGINT, name TEXT) v` stands for a table of the values given to [`super::Sql::rows`]:
//!   `UNNEST($1::BIGINT[], $2::TEXT[])` on PostgreSQL, one run per row on SQLite, see [`one_row`].

/// The text for SQLite.
pub(super) fn sqlite(text: &str) -> String {
    let one_row = one_row(text);
    let text = one_row.as_deref().unwrap_or(text);
    let mut out = String::with_capacity(text.len() + 16);
    let text = match text.rfind("FOR UPDATE") {
        Some(end) => &text[..end],
        None => text,
    };
    let mut rest = text;
    while let Some(at) = rest.find('$') {
        let (before, after) = (&rest[..at], &rest[at + 1..]);
        if let Some(list) = after.strip_prefix("rows(") {
            out.push_str(before);
            let end = list.find(')').unwrap_or(list.len());
            out.push_str("(SELECT ");
            for (index, name) in names(&list[..end]).enumerate() {
                let comma = if index == 0 { "" } else { ", " };
                out.push_str(&format!("{comma}?{} AS {name}", index + 1));
            }
            out.push(')');
            rest = list.get(end + 1..).unwrap_or_default();
            continue;
        }
        let digits = after.bytes().take_while(u8::is_ascii_digit).count();
        if digits == 0 {
            out.push_str(&rest[..=at]);
            rest = after;
            continue;
        }
        let number = &after[..digits];
        rest = &after[digits..];
        match before.strip_suffix("= ANY(") {
            Some(before) => {
                out.push_str(before);
                out.push_str("IN rarray(?");
            }
            None => {
                out.push_str(before);
                out.push('?');
            }
        }
        out.push_str(number);
    }
    out.push_str(rest);
    out
}

/// A statement about all of `$rows(…) v` as one about a single row of it: `INSERT … SELECT … FROM $rows(…) v`
/// becomes `INSERT … VALUES (…)`, and in an `UPDATE` the values stand where `v.name` stood. What reads from
/// a table, even of one row, costs SQLite a table in memory and a journal of every page it changes.
/// `None` when the statement is of another form.
fn one_row(text: &str) -> Option<String> {
    let (before, list) = text.split_once("$rows(")?;
    let (list, after) = list.split_once(") ")?;
    let named = after.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let (alias, after) = after.split_at(named);
    let before = before.trim_end().strip_suffix("FROM")?;
    let values: Vec<(String, String)> = names(list)
        .enumerate()
        .map(|(index, name)| (format!("{alias}.{name}"), format!("${}", index + 1)))
        .collect();
    if before.starts_with("UPDATE") {
        return Some(filled(&format!("{before}{after}"), &values));
    }
    let (table, columns) = before.rsplit_once("SELECT ")?;
    let columns = match columns.trim() == format!("{alias}.*") {
        true => values
            .iter()
            .map(|(_, value)| value.as_str())
            .collect::<Vec<_>>()
            .join(", "),
        false => filled(columns.trim(), &values),
    };
    // `WHERE TRUE` only tells the parser where the list of tables ends.
    let rest = after.trim_start();
    let rest = match rest.get(..10) {
        Some(word) if word.eq_ignore_ascii_case("WHERE TRUE") => &rest[10..],
        _ => rest,
    };
    let is_plain = table.starts_with("INSERT") && !rest.contains(&format!("{alias}."));
    (is_plain && !rest.starts_with("WHERE")).then(|| format!("{table}VALUES ({columns}) {rest}"))
}

/// The text with values in the place of names.
fn filled(text: &str, values: &[(String, String)]) -> String {
    let is_part = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'.';
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(begin) = rest.bytes().position(is_part) {
        let (between, word) = rest.split_at(begin);
        let end = word.bytes().position(|byte| !is_part(byte));
        let (word, after) = word.split_at(end.unwrap_or(word.len()));
        let value = values.iter().find(|(name, _)| name == word);
        out.push_str(between);
        out.push_str(value.map_or(word, |(_, value)| value));
        rest = after;
    }
    out.push_str(rest);
    out
}

/// The text for PostgreSQL: only `$rows` differs.
pub(super) fn postgres(text: &str) -> std::borrow::Cow<'_, str> {
    let Some(at) = text.find("$rows(") else {
        return text.into();
    };
    let list = &text[at + 6..];
    let end = list.find(')').unwrap_or(list.len());
    let arrays: Vec<String> = list[..end]
        .split(',')
        .enumerate()
        .map(|(index, column)| {
            let kind = column
                .trim()
                .split_once(' ')
                .map_or("TEXT", |(_, kind)| kind);
            format!("${}::{kind}[]", index + 1)
        })
        .collect();
    let after = list.get(end + 1..).unwrap_or_default().trim_start();
    let alias = after.bytes().take_while(u8::is_ascii_alphanumeric).count();
    format!(
        "{}UNNEST({}) AS {}({}){}",
        &text[..at],
        arrays.join(", "),
        &after[..alias],
        names(&list[..end]).collect::<Vec<_>>().join(", "),
        &after[alias..],
    )
    .into()
}

fn names(list: &str) -> impl Iterator<Item = &str> {
    list.split(',')
        .map(|column| column.trim().split(' ').next().unwrap_or_default())
}

/// A migration's text for SQLite; PostgreSQL's types are the words it is written in.
pub(super) fn migration(text: &str, sqlite: bool) -> String {
    let tokens = if sqlite {
        [
            ("{id}", "INTEGER PRIMARY KEY AUTOINCREMENT"),
            ("{table}", " STRICT"),
            ("{clustered}", " WITHOUT ROWID, STRICT"),
            ("{ctext}", "TEXT"),
        ]
    } else {
        [
            (
                "{id}",
                "BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY",
            ),
            ("{table}", ""),
            ("{clustered}", ""),
            ("{ctext}", "TEXT COLLATE \"C\""),
        ]
    };
    let mut text = text.to_owned();
    for (token, meaning) in tokens {
        text = text.replace(token, meaning);
    }
    if sqlite {
        for (postgres, sqlite) in [
            ("DOUBLE PRECISION", "REAL"),
            ("BIGINT", "INTEGER"),
            ("BOOLEAN", "INTEGER"),
            ("JSONB", "TEXT"),
            ("BYTEA", "BLOB"),
            (" UUID", " BLOB"),
        ] {
            text = text.replace(postgres, sqlite);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{postgres, sqlite};

    #[test]
    fn parameters_keep_their_numbers() {
        assert_eq!(
            sqlite("a = $2 AND b = $10 OR c = $1"),
            "a = ?2 AND b = ?10 OR c = ?1"
        );
        assert_eq!(sqlite("data ->> '$' = $1"), "data ->> '$' = ?1");
    }

    #[test]
    fn sets_and_locks() {
        assert_eq!(
            sqlite("SELECT id FROM t WHERE w = $1 AND id = ANY($2) ORDER BY id FOR UPDATE OF t"),
            "SELECT id FROM t WHERE w = ?1 AND id IN rarray(?2) ORDER BY id "
        );
    }

    #[test]
    fn rows_become_values_or_a_table() {
        let text = "UPDATE t SET a = v.a FROM $rows(id BIGINT, a TEXT) v WHERE t.id = v.id";
        assert_eq!(sqlite(text), "UPDATE t SET a = ?2  WHERE t.id = ?1");
        assert_eq!(
            sqlite(
                "INSERT INTO t (a, b, c) SELECT v.* FROM $rows(a TEXT, b TEXT, c TEXT) v WHERE true
                 ON CONFLICT (a) DO UPDATE SET b = excluded.b RETURNING id"
            ),
            "INSERT INTO t (a, b, c) VALUES (?1, ?2, ?3) 
                 ON CONFLICT (a) DO UPDATE SET b = excluded.b RETURNING id"
        );
        assert_eq!(
            sqlite("INSERT INTO t (a, b) SELECT v.ab, 'a' || v.a FROM $rows(a TEXT, ab TEXT) v"),
            "INSERT INTO t (a, b) VALUES (?2, 'a' || ?1) "
        );
        assert_eq!(
            sqlite("INSERT INTO t (a) SELECT v.a FROM $rows(a TEXT) v WHERE v.a IS NOT NULL"),
            "INSERT INTO t (a) SELECT v.a FROM (SELECT ?1 AS a) v WHERE v.a IS NOT NULL"
        );
        assert_eq!(
            sqlite("DELETE FROM t WHERE id IN (SELECT v.id FROM $rows(id BIGINT) v)"),
            "DELETE FROM t WHERE id IN (SELECT v.id FROM (SELECT ?1 AS id) v)"
        );
        assert_eq!(
            postgres(text),
            "UPDATE t SET a = v.a FROM UNNEST($1::BIGINT[], $2::TEXT[]) AS v(id, a) WHERE t.id = v.id"
        );
    }
}
