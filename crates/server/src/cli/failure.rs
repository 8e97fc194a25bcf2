//! Why a command failed: a sentence, and what to do about it.

use std::fmt;
use std::io::ErrorKind;

use serde::Serialize;

use crate::app::OpenError;
use crate::config::{Config, ConfigError};
use crate::db;
use crate::http::{FieldError, Problem};
use crate::secrets::SecretError;

/// A failure as it is shown.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Failure {
    /// A stable name, for scripts.
    code: String,
    /// What happened.
    message: String,
    /// What to do about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    hint: Option<String>,
    /// The values at fault.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<FieldError>,
}

impl Failure {
    pub(super) fn new(code: &str, message: impl Into<String>) -> Self {
        Self {
            code: code.to_owned(),
            message: message.into(),
            hint: None,
            errors: Vec::new(),
        }
    }

    /// What happened and what to do, on one line.
    pub(super) fn sentences(&self) -> String {
        match &self.hint {
            Some(hint) => format!("{} {hint}", self.message),
            None => self.message.clone(),
        }
    }

    /// The same failure with what to do about it.
    pub(super) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Why the program's parts could not be opened with this configuration.
    pub(super) fn opening(error: &OpenError, config: &Config) -> Self {
        match error {
            OpenError::Db(error) => Self::database(error, config),
            OpenError::Secret(SecretError::Missing(_)) => {
                Self::new("secret_key_missing", sentence(error)).hint(missing_key())
            }
            OpenError::Secret(error) => Self::new("secret_key", sentence(error)).hint(
                "Put back the secret.key that belongs to this database, from a backup. Without it \
                 the stored access tokens cannot be read.",
            ),
            OpenError::Folder(folder, error) => Self::folder(folder, error),
            OpenError::Files(error) => Self::new("files", sentence(error)).hint(
                "Check [media] in clientele.toml; without a bucket, the folder media in the data \
                 folder must be writable.",
            ),
            OpenError::Http(_) => Self::new("certificates", sentence(error))
                .hint("Install the package ca-certificates."),
        }
    }

    /// Why the data folder cannot be used.
    pub(super) fn folder(folder: &str, error: &std::io::Error) -> Self {
        let (code, what, hint) = match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => (
                "folder_full",
                "is on a full disk".to_owned(),
                "Make room, or choose a folder on another disk with --data.",
            ),
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => (
                "folder_read_only",
                "cannot be written".to_owned(),
                "Give this user the right to write there, or choose another folder with --data.",
            ),
            _ => (
                "folder_unusable",
                format!("cannot be used: {error}"),
                "Choose another folder with --data.",
            ),
        };
        Self::new(code, format!("The data folder {folder} {what}.")).hint(hint)
    }

    /// Why the database that this configuration names cannot be used.
    pub(super) fn database(error: &db::Error, config: &Config) -> Self {
        let embedded = config.database_url.is_none();
        let message = if embedded {
            format!(
                "{}: {}",
                config.data.join("clientele.db").display(),
                sentence(error)
            )
        } else {
            sentence(error)
        };
        match error {
            db::Error::Newer { .. } => Self::new("database_newer", message)
                .hint("Nothing was changed. Install the Clientele that wrote it, or a later one."),
            db::Error::Full => Self::new("folder_full", message).hint("Make room on that disk."),
            db::Error::ReadOnly => Self::new("folder_read_only", message)
                .hint("Give this user the right to write there."),
            db::Error::Busy => Self::new("database_busy", message)
                .hint("Another program holds it; try again in a moment."),
            _ if embedded => Self::new("database", message).hint(
                "If the file is damaged, put back a backup; keep the damaged one for examination.",
            ),
            _ => Self::new("database", message).hint(
                "Check --database-url or CLIENTELE_DATABASE_URL, and that PostgreSQL 15 or newer \
                 runs there.",
            ),
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "clientele: {}", self.message)?;
        if self.errors.len() > 1 {
            for error in &self.errors {
                write!(f, "\n  {}: {}", error.field, error.message)?;
            }
        }
        match &self.hint {
            Some(hint) => write!(f, "\n  {hint}"),
            None => Ok(()),
        }
    }
}

impl From<ConfigError> for Failure {
    fn from(error: ConfigError) -> Self {
        Self::new("configuration", sentence(&error))
            .hint("config.default.toml in the sources lists every setting with its explanation.")
    }
}

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Self {
        if problem.code == "internal" {
            return Self::new(
                "internal",
                "Something went wrong; the line above says what.",
            );
        }
        Self {
            code: problem.code.to_owned(),
            message: problem.title,
            hint: None,
            errors: problem.errors,
        }
    }
}

impl From<db::Error> for Failure {
    fn from(error: db::Error) -> Self {
        Self::new("database", sentence(&error))
    }
}

/// What to do when the key is gone. A new one is never made unasked: it would hide the loss.
pub(super) fn missing_key() -> &'static str {
    "Put back the secret.key of this database from a backup; another server of the same database \
     needs the same key, as that file or in CLIENTELE_SECRET_KEY. If it is lost for good, write 64 \
     hexadecimal digits (openssl rand -hex 32) into that file and connect each number again; \
     opt-outs of people who were deleted are then forgotten."
}

/// An error's text as a sentence.
pub(super) fn sentence(error: &dyn fmt::Display) -> String {
    let text = error.to_string();
    let mut letters = text.chars();
    let mut sentence: String = letters
        .next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .chain(letters)
        .collect();
    if !sentence.ends_with(['.', '!', '?']) {
        sentence.push('.');
    }
    sentence
}

#[cfg(test)]
mod tests {
    use super::{Failure, sentence};

    #[test]
    fn a_failure_is_a_sentence_and_what_to_do() {
        assert_eq!(sentence(&"the disk is full"), "The disk is full.");
        let failure = Failure::new("x", sentence(&"it broke")).hint("Mend it.");
        assert_eq!(failure.to_string(), "clientele: It broke.\n  Mend it.");
    }
}
