//! Values on their way into a statement, and how each engine takes them.

use std::error::Error as StdError;

use bytes::{BufMut, BytesMut};
use rusqlite::types::{ToSqlOutput, Value};
use tokio_postgres::types::{IsNull, ToSql, Type, to_sql_checked};
use uuid::Uuid;

/// One bound value.
///
/// PostgreSQL is strict about types, so a value is written as the type the statement wants of it
/// (an `Int` for a `DOUBLE PRECISION`, a text for a `JSONB`) where that loses nothing.
#[derive(Debug, Clone, PartialEq)]
pub enum Arg {
    /// SQL `NULL` of any type.
    Null,
    /// A boolean.
    Bool(bool),
    /// A 64-bit integer; ids and times in microseconds.
    Int(i64),
    /// A double.
    Real(f64),
    /// Text without NUL characters.
    Text(String),
    /// Bytes.
    Bytes(Vec<u8>),
    /// A UUID: `UUID` on PostgreSQL, 16 bytes on SQLite.
    Uuid(Uuid),
    /// A JSON document, already printed.
    Json(String),
    /// A set for `= ANY($n)`.
    List(Vec<Arg>),
}

macro_rules! from {
    ($($type:ty => $variant:ident $(. $convert:ident)?),* $(,)?) => {$(
        impl From<$type> for Arg {
            fn from(value: $type) -> Self { Self::$variant(value$(.$convert())?) }
        }
    )*};
}
from!(bool => Bool, i64 => Int, f64 => Real, String => Text, &str => Text.to_owned,
      &String => Text.to_owned, Vec<u8> => Bytes, &[u8] => Bytes.to_owned, Uuid => Uuid,
      &serde_json::Value => Json.to_string, serde_json::Value => Json.to_string);

impl<T: Into<Self>> From<Option<T>> for Arg {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

impl<T: Into<Self>> From<Vec<T>> for Arg
where
    T: ListItem,
{
    fn from(values: Vec<T>) -> Self {
        Self::List(values.into_iter().map(Into::into).collect())
    }
}

/// What may stand in a set; keeps `Vec<u8>` meaning bytes.
pub trait ListItem {}
impl ListItem for i64 {}
impl ListItem for String {}
impl ListItem for Uuid {}
impl ListItem for Arg {}

impl Arg {
    /// The value for SQLite. Sets are bound apart, see [`Self::sqlite_set`].
    pub(super) fn sqlite(&self) -> ToSqlOutput<'_> {
        use rusqlite::types::ValueRef;
        ToSqlOutput::Borrowed(match self {
            Self::Null | Self::List(_) => ValueRef::Null,
            Self::Bool(value) => ValueRef::Integer(i64::from(*value)),
            Self::Int(value) => ValueRef::Integer(*value),
            Self::Real(value) => ValueRef::Real(*value),
            Self::Text(value) | Self::Json(value) => ValueRef::Text(value.as_bytes()),
            Self::Bytes(value) => ValueRef::Blob(value),
            Self::Uuid(value) => ValueRef::Blob(value.as_bytes()),
        })
    }

    /// The values of a set for SQLite's `rarray`.
    pub(super) fn sqlite_set(&self) -> Option<rusqlite::vtab::array::Array> {
        let Self::List(values) = self else {
            return None;
        };
        let values = values.iter().map(|value| match value.sqlite() {
            ToSqlOutput::Borrowed(value) => Value::try_from(value).unwrap_or(Value::Null),
            _ => Value::Null,
        });
        Some(std::rc::Rc::new(values.collect()))
    }

    /// The PostgreSQL type for statements that are not prepared first.
    pub(super) fn postgres_type(&self) -> Type {
        match self {
            Self::Null | Self::Text(_) => Type::TEXT,
            Self::Bool(_) => Type::BOOL,
            Self::Int(_) => Type::INT8,
            Self::Real(_) => Type::FLOAT8,
            Self::Bytes(_) => Type::BYTEA,
            Self::Uuid(_) => Type::UUID,
            Self::Json(_) => Type::JSONB,
            Self::List(values) => match values.first().map(Self::postgres_type) {
                Some(Type::INT8) => Type::INT8_ARRAY,
                Some(Type::UUID) => Type::UUID_ARRAY,
                Some(Type::FLOAT8) => Type::FLOAT8_ARRAY,
                _ => Type::TEXT_ARRAY,
            },
        }
    }
}

impl ToSql for Arg {
    fn to_sql(
        &self,
        ty: &Type,
        out: &mut BytesMut,
    ) -> Result<IsNull, Box<dyn StdError + Sync + Send>> {
        match self {
            Self::Null => Ok(IsNull::Yes),
            Self::Bool(value) => value.to_sql_checked(ty, out),
            Self::Int(value) => match *ty {
                Type::INT4 => i32::try_from(*value)?.to_sql(ty, out),
                Type::INT2 => i16::try_from(*value)?.to_sql(ty, out),
                // Exact up to 2^53, which counts and amounts stay below.
                Type::FLOAT8 => (*value as f64).to_sql(ty, out),
                _ => value.to_sql_checked(ty, out),
            },
            Self::Real(value) => value.to_sql_checked(ty, out),
            Self::Text(value) | Self::Json(value) => match *ty {
                Type::JSONB => {
                    out.put_u8(1); // the version byte of jsonb's binary form
                    out.put_slice(value.as_bytes());
                    Ok(IsNull::No)
                }
                _ => value.to_sql_checked(ty, out),
            },
            Self::Bytes(value) => value.to_sql_checked(ty, out),
            Self::Uuid(value) => value.to_sql_checked(ty, out),
            Self::List(values) => values.to_sql_checked(ty, out),
        }
    }

    fn accepts(_: &Type) -> bool {
        true // `to_sql` refuses what does not fit, knowing the value
    }

    to_sql_checked!();
}
