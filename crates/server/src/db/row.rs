//! Rows on their way out: typed, by position, the same on both engines.

use rusqlite::types::ValueRef;
use serde::de::DeserializeOwned;
use tokio_postgres::types::{FromSql, Type};
use uuid::Uuid;

use super::{Error, Result};

/// One row of an answer, of either engine.
#[derive(Clone, Copy)]
pub enum Row<'a> {
    /// SQLite's.
    Sqlite(&'a rusqlite::Row<'a>),
    /// PostgreSQL's.
    Postgres(&'a tokio_postgres::Row),
}

impl Row<'_> {
    /// The value of column `index`, counted from 0.
    pub fn get<T: Column>(&self, index: usize) -> Result<T> {
        let raw = match self {
            Self::Sqlite(row) => row
                .get_ref(index)
                .map_err(|error| error.to_string())
                .and_then(|value| T::Raw::from_sqlite(value)),
            Self::Postgres(row) => T::Raw::from_postgres(row, index),
        };
        raw.and_then(T::from_raw)
            .map_err(|problem| Error::Decode(format!("column {index}: {problem}")))
    }
}

/// A type that a whole row becomes. Made by [`row!`](crate::row) and for tuples.
pub trait FromRow: Sized + Send + 'static {
    /// How many columns the statement must give.
    const COLUMNS: usize;
    /// Reads the columns in order.
    fn from_row(row: Row<'_>) -> Result<Self>;
}

/// A type that a column becomes, by way of what the engines hold.
pub trait Column: Sized {
    /// What the engines hold: an integer, a text…
    type Raw: RawColumn;
    /// The value, or what is wrong with it.
    fn from_raw(raw: Self::Raw) -> Result<Self, String>;
}

/// What both engines can hold in a column.
pub trait RawColumn: Sized {
    /// Reads SQLite's value.
    fn from_sqlite(value: ValueRef<'_>) -> Result<Self, String>;
    /// Reads PostgreSQL's value.
    fn from_postgres(row: &tokio_postgres::Row, index: usize) -> Result<Self, String>;
}

macro_rules! raw {
    ($($type:ty, $value:ident => $sqlite:expr);* $(;)?) => {$(
        impl RawColumn for $type {
            fn from_sqlite($value: ValueRef<'_>) -> Result<Self, String> {
                $sqlite.map_err(|_| format!("{} instead of {}", $value.data_type(), stringify!($type)))
            }
            fn from_postgres(row: &tokio_postgres::Row, index: usize) -> Result<Self, String> {
                row.try_get(index).map_err(|error| error.to_string())
            }
        }
        impl RawColumn for Option<$type> {
            fn from_sqlite(value: ValueRef<'_>) -> Result<Self, String> {
                match value {
                    ValueRef::Null => Ok(None),
                    value => <$type>::from_sqlite(value).map(Some),
                }
            }
            fn from_postgres(row: &tokio_postgres::Row, index: usize) -> Result<Self, String> {
                row.try_get(index).map_err(|error| error.to_string())
            }
        }
        impl Column for $type {
            type Raw = Self;
            fn from_raw(raw: Self) -> Result<Self, String> { Ok(raw) }
        }
    )*};
}

raw! {
    bool, value => value.as_i64().map(|number| number != 0);
    i64, value => value.as_i64();
    f64, value => value.as_f64().or_else(|_| value.as_i64().map(|number| number as f64));
    String, value => value.as_str().map(str::to_owned);
    Vec<u8>, value => value.as_blob().map(<[u8]>::to_vec);
    Uuid, value => value.as_blob().map_err(|_| ()).and_then(|bytes| Uuid::from_slice(bytes).map_err(|_| ()));
    RawJson, value => value.as_str().map(|text| Self(text.to_owned()));
}

impl<T> Column for Option<T>
where
    T: Column,
    Option<T::Raw>: RawColumn,
{
    type Raw = Option<T::Raw>;
    fn from_raw(raw: Self::Raw) -> Result<Self, String> {
        raw.map(T::from_raw).transpose()
    }
}

/// A JSON column as printed text: `JSONB` on PostgreSQL, `TEXT` on SQLite.
#[derive(Debug, Clone)]
pub struct RawJson(pub String);

impl<'a> FromSql<'a> for RawJson {
    fn from_sql(
        ty: &Type,
        raw: &'a [u8],
    ) -> Result<Self, Box<dyn std::error::Error + Sync + Send>> {
        let text = match (*ty == Type::JSONB, raw) {
            (true, [1, text @ ..]) => text,
            (true, _) => return Err("unknown version of jsonb".into()),
            (false, text) => text,
        };
        Ok(Self(std::str::from_utf8(text)?.to_owned()))
    }

    fn accepts(ty: &Type) -> bool {
        matches!(*ty, Type::JSONB | Type::JSON)
    }
}

/// A JSON column, read into `T`.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize)]
#[serde(transparent)]
pub struct Json<T>(pub T);

impl<T: DeserializeOwned> Column for Json<T> {
    type Raw = RawJson;
    fn from_raw(raw: RawJson) -> Result<Self, String> {
        serde_json::from_str(&raw.0)
            .map(Self)
            .map_err(|error| error.to_string())
    }
}

/// Declares a struct that is read from a row: columns in the order of the fields.
#[macro_export]
macro_rules! row {
    ($(#[$meta:meta])* $vis:vis struct $name:ident {
        $($(#[$field_meta:meta])* $field_vis:vis $field:ident : $type:ty),* $(,)?
    }) => {
        $(#[$meta])*
        $vis struct $name { $($(#[$field_meta])* $field_vis $field: $type),* }

        impl $crate::db::FromRow for $name {
            const COLUMNS: usize = [$(stringify!($field)),*].len();
            fn from_row(row: $crate::db::Row<'_>) -> $crate::db::Result<Self> {
                let mut index = 0..;
                Ok(Self { $($field: row.get(index.next().unwrap_or_default())?),* })
            }
        }
    };
}

macro_rules! tuple {
    ($count:literal $($type:ident $index:tt),*) => {
        impl<$($type: Column + Send + 'static),*> FromRow for ($($type,)*) {
            const COLUMNS: usize = $count;
            fn from_row(row: Row<'_>) -> Result<Self> { Ok(($(row.get::<$type>($index)?,)*)) }
        }
    };
}
tuple!(1 A 0);
tuple!(2 A 0, B 1);
tuple!(3 A 0, B 1, C 2);
tuple!(4 A 0, B 1, C 2, D 3);
tuple!(5 A 0, B 1, C 2, D 3, E 4);
tuple!(6 A 0, B 1, C 2, D 3, E 4, F 5);
