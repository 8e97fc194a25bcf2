//! Time: instants in UTC microseconds, and the clock that the program asks instead of the system.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use tokio::sync::watch;

/// An instant: microseconds since 1970-01-01T00:00:00 UTC. RFC 3339 in JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Timestamp(pub i64);

/// Microseconds in a second.
pub const SECOND: i64 = 1_000_000;
/// Microseconds in a day of 24 hours.
pub const DAY: i64 = 86_400 * SECOND;

impl Timestamp {
    /// The instant as `jiff` knows it; instants beyond year 9999 are held at its limits.
    pub fn to_jiff(self) -> jiff::Timestamp {
        jiff::Timestamp::from_microsecond(self.0).unwrap_or(if self.0 < 0 {
            jiff::Timestamp::MIN
        } else {
            jiff::Timestamp::MAX
        })
    }

    /// This instant moved by `micros` microseconds, held at the limits of `i64`.
    #[must_use]
    pub fn plus(self, micros: i64) -> Self {
        Self(self.0.saturating_add(micros))
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.to_jiff().fmt(f)
    }
}

impl std::str::FromStr for Timestamp {
    type Err = jiff::Error;
    fn from_str(text: &str) -> Result<Self, jiff::Error> {
        text.parse::<jiff::Timestamp>()
            .map(|instant| Self(instant.as_microsecond()))
    }
}

impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Timestamp {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(|_| {
            serde::de::Error::custom("expected a date and time like 2026-02-26T14:00:00Z")
        })
    }
}

impl utoipa::PartialSchema for Timestamp {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        use utoipa::openapi::schema::{KnownFormat, ObjectBuilder, SchemaFormat, Type};
        ObjectBuilder::new()
            .schema_type(Type::String)
            .format(Some(SchemaFormat::KnownFormat(KnownFormat::DateTime)))
            .examples([serde_json::json!("2026-02-26T14:00:00Z")])
            .into()
    }
}

impl utoipa::ToSchema for Timestamp {
    fn name() -> std::borrow::Cow<'static, str> {
        "Timestamp".into()
    }
}

impl From<Timestamp> for crate::db::Arg {
    fn from(at: Timestamp) -> Self {
        Self::Int(at.0)
    }
}

impl crate::db::Column for Timestamp {
    type Raw = i64;
    fn from_raw(raw: i64) -> Result<Self, String> {
        Ok(Self(raw))
    }
}

/// Where the program reads the time: the system, or a moment that a test chose; either may have been
/// moved on. Clones are the same clock.
#[derive(Debug, Clone, Default)]
pub struct Clock(Arc<Parts>);

#[derive(Debug, Default)]
struct Parts {
    /// Where a clock stands that does not go by itself.
    stands_at: Option<Timestamp>,
    /// How far it was moved on, microseconds.
    ahead: AtomicI64,
    /// Tells of each move.
    moved: watch::Sender<()>,
}

impl Clock {
    /// A clock that stands at `at` until it is moved.
    pub fn fixed(at: Timestamp) -> Self {
        Self(Arc::new(Parts {
            stands_at: Some(at),
            ..Parts::default()
        }))
    }

    /// The present instant.
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the clock everything else asks"
    )]
    pub fn now(&self) -> Timestamp {
        let base = match self.0.stands_at {
            Some(at) => at,
            None => Timestamp(jiff::Timestamp::now().as_microsecond()),
        };
        base.plus(self.ahead())
    }

    /// How far it was moved on, microseconds.
    pub fn ahead(&self) -> i64 {
        self.0.ahead.load(Ordering::SeqCst)
    }

    /// Moves the clock on by `micros`.
    pub fn advance(&self, micros: i64) {
        self.set_ahead(self.ahead().saturating_add(micros));
    }

    /// Moves the clock on until it is `micros` ahead; whether that moved it. It never goes back, since
    /// what has happened has been told.
    pub fn set_ahead(&self, micros: i64) -> bool {
        let moved = self.0.ahead.fetch_max(micros, Ordering::SeqCst) < micros;
        if moved {
            self.0.moved.send_replace(());
        }
        moved
    }

    /// A receiver that changes whenever the clock is moved, for those who sleep until something is due.
    pub fn moves(&self) -> watch::Receiver<()> {
        self.0.moved.subscribe()
    }
}
