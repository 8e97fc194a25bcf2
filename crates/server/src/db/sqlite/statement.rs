//! Running a statement on a connection.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use rusqlite::Connection;

use crate::db::{Arg, Error, FromRow, Result, Row, Sql, dialect};

/// All rows of a statement.
pub(in crate::db) fn query<T: FromRow>(connection: &Connection, sql: &Sql) -> Result<Vec<T>> {
    let mut out = Vec::new();
    each(connection, sql, |statement| {
        if statement.column_count() != T::COLUMNS {
            return Err(Error::Decode(format!(
                "{} columns instead of {} in: {}",
                statement.column_count(),
                T::COLUMNS,
                sql.text
            )));
        }
        let mut rows = statement.raw_query();
        while let Some(row) = rows.next()? {
            out.push(T::from_row(Row::Sqlite(row))?);
        }
        Ok(())
    })?;
    Ok(out)
}

/// Runs a statement; how many rows it changed.
pub(in crate::db) fn execute(connection: &Connection, sql: &Sql) -> Result<u64> {
    let mut changed = 0;
    each(connection, sql, |statement| {
        changed += statement.raw_execute()? as u64;
        Ok(())
    })?;
    Ok(changed)
}

thread_local! {
    /// Texts of the program itself, translated: by their place in memory, which is theirs for good.
    static TRANSLATED: RefCell<HashMap<(usize, usize), Rc<str>>> = RefCell::default();
}

/// The statement in SQLite's words.
fn text_of(sql: &Sql) -> Rc<str> {
    match sql.text {
        Cow::Borrowed(text) => TRANSLATED.with_borrow_mut(|known| {
            let place = (text.as_ptr().addr(), text.len());
            let translate = || dialect::sqlite(text).into();
            Rc::clone(known.entry(place).or_insert_with(translate))
        }),
        Cow::Owned(ref text) => dialect::sqlite(text).into(),
    }
}

/// Prepares once, then binds and runs: once, or once for each of `$rows`.
fn each(
    connection: &Connection,
    sql: &Sql,
    mut run: impl FnMut(&mut rusqlite::Statement<'_>) -> Result<()>,
) -> Result<()> {
    let text = text_of(sql);
    let mut cached;
    let mut fresh;
    let statement: &mut rusqlite::Statement<'_> = if sql.once {
        fresh = connection.prepare(&text)?;
        &mut fresh
    } else {
        cached = connection.prepare_cached(&text)?;
        &mut cached
    };
    let single = [&sql.args];
    let runs: &mut dyn Iterator<Item = &Vec<Arg>> = match &sql.rows {
        Some(rows) => &mut rows.iter(),
        None => &mut single.into_iter(),
    };
    for args in runs {
        sql.check_binds(statement.parameter_count(), args.len())?;
        for (index, arg) in args.iter().enumerate() {
            match arg.sqlite_set() {
                Some(set) => statement.raw_bind_parameter(index + 1, set)?,
                None => statement.raw_bind_parameter(index + 1, arg.sqlite())?,
            }
        }
        run(statement)?;
    }
    Ok(())
}
