//! Enumerations that are one word each in JSON, in the database and in the API description.

/// Declares an enumeration with the word of each variant. (The word is taken as a token: as a
/// `literal` it would reach the derive of the API description wrapped, and be overlooked there.)
#[macro_export]
macro_rules! words {
    ($(#[$doc:meta])* $vis:vis enum $name:ident {
        $($(#[$variant_doc:meta])* $variant:ident => $word:tt),* $(,)?
    }) => {
        $(#[$doc])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord,
            serde::Serialize, serde::Deserialize, utoipa::ToSchema,
        )]
        $vis enum $name { $($(#[$variant_doc])* #[serde(rename = $word)] $variant),* }

        impl $name {
            /// The word, as stored.
            $vis fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),* }
            }
        }

        impl std::str::FromStr for $name {
            type Err = String;
            fn from_str(text: &str) -> Result<Self, String> {
                match text {
                    $($word => Ok(Self::$variant),)*
                    _ => Err(format!("`{text}` is none of {}", [$($word),*].join(", "))),
                }
            }
        }

        impl $crate::db::Column for $name {
            type Raw = String;
            fn from_raw(raw: String) -> Result<Self, String> {
                raw.parse()
            }
        }

        impl From<$name> for $crate::db::Arg {
            fn from(word: $name) -> Self {
                word.as_str().into()
            }
        }
    };
}
