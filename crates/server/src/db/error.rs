//! What can go wrong in the database, sorted by what a caller can do about it.

/// A failure of the data layer.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A unique key is taken. Only PostgreSQL names the constraint.
    #[error("a unique key is taken")]
    Unique,
    /// A row that is referred to does not exist, or is still referred to.
    #[error("a foreign key does not hold")]
    ForeignKey,
    /// Somebody else holds what the statement needs; trying again helps.
    #[error("the database is busy")]
    Busy,
    /// The connection broke; trying again may help.
    #[error("the connection to the database is lost: {0}")]
    Lost(String),
    /// The statement was stopped at its time limit, or because nobody waits for it any more.
    #[error("the statement was stopped")]
    Stopped,
    /// The disk is full.
    #[error("the disk of the database is full")]
    Full,
    /// The database cannot be written.
    #[error("the database is read-only")]
    ReadOnly,
    /// The file or schema was written by a later version of the program.
    #[error(
        "the database is at version {found}, this program knows up to {known}; use a newer program"
    )]
    Newer {
        /// The database's version.
        found: i64,
        /// The latest version this program knows.
        known: i64,
    },
    /// The database could not be opened at all.
    #[error("{0}")]
    Open(String),
    /// The statement has another number of `$n` than values bound: a bug.
    #[error("{wanted} values wanted, {bound} bound, in: {statement}")]
    Bind {
        /// Parameters in the statement.
        wanted: usize,
        /// Values bound.
        bound: usize,
        /// The statement's text.
        statement: String,
    },
    /// A row is not of the form the code expects: a bug.
    #[error("unexpected row: {0}")]
    Decode(String),
    /// Exactly one row was expected.
    #[error("no row")]
    NoRow,
    /// Anything else the engine says.
    #[error("{0}")]
    Engine(String),
}

/// A result of the data layer.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl Error {
    /// Whether the same work may succeed when it is tried again.
    pub fn is_transient(&self) -> bool {
        matches!(self, Self::Busy | Self::Lost(_))
    }

    /// Whether the fault lies with the machine or the server rather than with the data at hand.
    pub fn is_outage(&self) -> bool {
        matches!(
            self,
            Self::Busy | Self::Lost(_) | Self::Full | Self::ReadOnly | Self::Open(_)
        )
    }
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode as Code;
        use rusqlite::ffi;
        let rusqlite::Error::SqliteFailure(cause, message) = &error else {
            return Self::Engine(error.to_string());
        };
        match (cause.code, cause.extended_code) {
            (_, ffi::SQLITE_CONSTRAINT_UNIQUE | ffi::SQLITE_CONSTRAINT_PRIMARYKEY) => Self::Unique,
            (_, ffi::SQLITE_CONSTRAINT_FOREIGNKEY) => Self::ForeignKey,
            (Code::DatabaseBusy | Code::DatabaseLocked, _) => Self::Busy,
            (Code::OperationInterrupted, _) => Self::Stopped,
            (Code::DiskFull, _) => Self::Full,
            (Code::ReadOnly, _) => Self::ReadOnly,
            (Code::CannotOpen | Code::NotADatabase | Code::DatabaseCorrupt, _) => {
                Self::Open(message.clone().unwrap_or_else(|| cause.to_string()))
            }
            _ => Self::Engine(error.to_string()),
        }
    }
}

impl From<tokio_postgres::Error> for Error {
    fn from(error: tokio_postgres::Error) -> Self {
        use tokio_postgres::error::SqlState;
        let Some(cause) = error.as_db_error() else {
            return if error.is_closed()
                || std::error::Error::source(&error).is_some_and(|s| s.is::<std::io::Error>())
            {
                Self::Lost(error.to_string())
            } else {
                Self::Engine(describe(&error))
            };
        };
        match cause.code() {
            &SqlState::UNIQUE_VIOLATION => Self::Unique,
            &SqlState::FOREIGN_KEY_VIOLATION => Self::ForeignKey,
            &SqlState::T_R_SERIALIZATION_FAILURE
            | &SqlState::T_R_DEADLOCK_DETECTED
            | &SqlState::LOCK_NOT_AVAILABLE
            | &SqlState::TOO_MANY_CONNECTIONS => Self::Busy,
            &SqlState::QUERY_CANCELED => Self::Stopped,
            &SqlState::DISK_FULL => Self::Full,
            &SqlState::READ_ONLY_SQL_TRANSACTION => Self::ReadOnly,
            &SqlState::ADMIN_SHUTDOWN
            | &SqlState::CRASH_SHUTDOWN
            | &SqlState::CANNOT_CONNECT_NOW => Self::Lost(cause.message().to_owned()),
            _ => Self::Engine(format!("{} ({})", cause.message(), cause.code().code())),
        }
    }
}

impl From<deadpool_postgres::PoolError> for Error {
    fn from(error: deadpool_postgres::PoolError) -> Self {
        match error {
            deadpool_postgres::PoolError::Timeout(_) => Self::Busy,
            deadpool_postgres::PoolError::Backend(error) => match Self::from(error) {
                Self::Engine(message) => Self::Lost(message),
                known => known,
            },
            other => Self::Lost(other.to_string()),
        }
    }
}

/// The error with its causes, which `tokio_postgres` keeps out of its own text.
fn describe(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(inner) = cause {
        text = format!("{text}: {inner}");
        cause = inner.source();
    }
    text
}
