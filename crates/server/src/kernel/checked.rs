//! What every checked text has in common: it is its text to people, JSON, the database and the API
//! description, and is read back from each of them through the same check.

/// Gives a newtype with `as_str` and serde's `into`/`try_from` `String` the conversions of a text.
macro_rules! checked_text {
    ($name:ident, $error:ty, $read:expr, example = $example:literal) => {
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $error;
            fn from_str(text: &str) -> Result<Self, $error> {
                $read(text)
            }
        }

        impl TryFrom<String> for $name {
            type Error = $error;
            fn try_from(text: String) -> Result<Self, $error> {
                $read(&text)
            }
        }

        impl From<$name> for String {
            fn from(value: $name) -> Self {
                value.as_str().to_owned()
            }
        }

        impl From<$name> for $crate::db::Arg {
            fn from(value: $name) -> Self {
                Self::Text(value.into())
            }
        }

        impl From<&$name> for $crate::db::Arg {
            fn from(value: &$name) -> Self {
                Self::Text(value.as_str().to_owned())
            }
        }

        impl $crate::db::Column for $name {
            type Raw = String;
            fn from_raw(raw: String) -> Result<Self, String> {
                $read(&raw).map_err(|error| error.to_string())
            }
        }

        impl utoipa::PartialSchema for $name {
            fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
                utoipa::openapi::schema::ObjectBuilder::new()
                    .schema_type(utoipa::openapi::schema::Type::String)
                    .examples([serde_json::json!($example)])
                    .into()
            }
        }

        impl utoipa::ToSchema for $name {
            fn name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }
        }
    };
}

pub(super) use checked_text;
