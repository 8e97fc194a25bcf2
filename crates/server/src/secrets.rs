//! Secrets at rest: access tokens, app secrets and verify tokens are sealed before they are stored.
//!
//! The key is 32 bytes, in the file `secret.key` of the data folder (made at the first start, mode
//! 0600, and never again once something was sealed) or in `CLIENTELE_SECRET_KEY` as 64 hexadecimal digits, which several nodes share. Nothing
//! in here is ever printed: neither the key nor what it opens has a `Debug` that shows it.

use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use chacha20poly1305::aead::{Aead, KeyInit};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use hmac::Mac;
use sha2::Sha256;

const FILE: &str = "secret.key";
const NONCE: usize = 24;

/// Why the key or a sealed value cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum SecretError {
    /// The key file or variable is damaged or not readable.
    #[error("{0}")]
    Key(String),
    /// There is no key, and the database has what only a key of before can open.
    #[error(
        "there is no secret key: {0} is missing, and the database holds secrets that were sealed with it"
    )]
    Missing(String),
    /// A value was sealed with another key, or is damaged.
    #[error(
        "a stored secret cannot be opened with this key; is it the secret.key of this database?"
    )]
    Sealed,
}

/// Seals and opens secrets with the installation's key.
#[derive(Clone)]
pub struct Secrets {
    cipher: XChaCha20Poly1305,
    key: [u8; 32],
}

impl Secrets {
    /// Takes the key from `configured` (64 hexadecimal digits), else from the data folder; `None`
    /// when there is none.
    ///
    /// # Errors
    ///
    /// [`SecretError::Key`] when it is damaged or cannot be read.
    pub fn find(configured: Option<&str>, folder: &Path) -> Result<Option<Self>, SecretError> {
        let file = folder.join(FILE);
        let (text, place) = match configured {
            Some(text) => (text.to_owned(), "the setting secret_key".to_owned()),
            None => match read(&file)? {
                Some(text) => (text, file.display().to_string()),
                None => return Ok(None),
            },
        };
        Self::of(&text, &place).map(Some)
    }

    /// Makes a new key in the data folder; to be called when nothing was ever sealed with another.
    ///
    /// # Errors
    ///
    /// [`SecretError::Key`] when the file cannot be written.
    pub fn make(folder: &Path) -> Result<Self, SecretError> {
        let file = folder.join(FILE);
        Self::of(&make(&file)?, &file.display().to_string())
    }

    /// Where the data folder has its key.
    pub fn file(folder: &Path) -> PathBuf {
        folder.join(FILE)
    }

    fn of(text: &str, place: &str) -> Result<Self, SecretError> {
        let key: [u8; 32] = hex::decode(text.trim())
            .ok()
            .and_then(|bytes| bytes.try_into().ok())
            .ok_or_else(|| {
                SecretError::Key(format!(
                    "the secret key is damaged: {place} must be 64 hexadecimal digits"
                ))
            })?;
        Ok(Self {
            cipher: XChaCha20Poly1305::new(&Key::from(key)),
            key,
        })
    }

    /// Encrypts; the nonce comes first.
    pub fn seal(&self, secret: &str) -> Vec<u8> {
        let nonce: [u8; NONCE] = rand::random();
        let mut sealed = nonce.to_vec();
        sealed.extend(
            self.cipher
                .encrypt(&XNonce::from(nonce), secret.as_bytes())
                .expect("a secret is far below the cipher's limit of 256 GiB"),
        );
        sealed
    }

    /// Decrypts what [`Self::seal`] made.
    pub fn unseal(&self, sealed: &[u8]) -> Result<String, SecretError> {
        let (nonce, text) = sealed.split_at_checked(NONCE).ok_or(SecretError::Sealed)?;
        let nonce: [u8; NONCE] = nonce.try_into().map_err(|_| SecretError::Sealed)?;
        let text = self
            .cipher
            .decrypt(&XNonce::from(nonce), text)
            .map_err(|_| SecretError::Sealed)?;
        String::from_utf8(text).map_err(|_| SecretError::Sealed)
    }

    /// A hash of `value` that nobody without the key can recompute, for `purpose` only.
    pub fn keyed_hash(&self, purpose: &str, value: &str) -> Vec<u8> {
        let mut mac = <hmac::Hmac<Sha256> as KeyInit>::new_from_slice(&self.key)
            .expect("HMAC takes keys of any length");
        mac.update(purpose.as_bytes());
        mac.update(&[0]);
        mac.update(value.as_bytes());
        mac.finalize().into_bytes().to_vec()
    }
}

fn problem(path: &Path, error: &std::io::Error) -> SecretError {
    SecretError::Key(format!("{}: {error}", path.display()))
}

/// The key in the file at `path`, if there is one.
fn read(path: &Path) -> Result<Option<String>, SecretError> {
    match std::fs::read_to_string(path) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(problem(path, &error)),
    }
}

/// A new key in the file at `path`, or the one that somebody else made there by now.
///
/// It is written aside and then linked to its name, so that no crash and no second process ever
/// sees half a key, and no key that exists is ever overwritten.
fn make(path: &Path) -> Result<String, SecretError> {
    let problem = |error: std::io::Error| problem(path, &error);
    let aside = path.with_extension(format!("{}.new", uuid::Uuid::new_v4().simple()));
    let made = write_key(&aside).and_then(|()| std::fs::hard_link(&aside, path));
    let _ = std::fs::remove_file(&aside); // a leftover harms nobody
    match made {
        Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => Err(problem(error)),
        _ => std::fs::read_to_string(path).map_err(problem),
    }
}

fn write_key(path: &Path) -> std::io::Result<()> {
    let mut file = std::fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)?;
    let key: [u8; 32] = rand::random();
    file.write_all(hex::encode(key).as_bytes())?;
    file.sync_all()
}

#[cfg(test)]
mod tests {
    use super::Secrets;

    #[test]
    fn sealed_secrets_open_with_the_same_key_only() {
        let folder = tempfile::tempdir().expect("a folder");
        let none = Secrets::find(None, folder.path()).expect("no key is no failure");
        assert!(none.is_none(), "looking makes no key");
        let secrets = Secrets::make(folder.path()).expect("a key is made");
        let find = |configured| {
            let found = Secrets::find(configured, folder.path());
            found.expect("readable").expect("a key")
        };
        let sealed = secrets.seal("EAAG-سر");
        assert!(!sealed.windows(4).any(|part| part == b"EAAG"));
        let again = find(None);
        assert_eq!(again.unseal(&sealed).expect("opens"), "EAAG-سر");
        let other = find(Some(&"ab".repeat(32)));
        assert!(other.unseal(&sealed).is_err());
        assert!(again.unseal(&sealed[..30]).is_err());
        assert_ne!(again.keyed_hash("a", "x"), again.keyed_hash("b", "x"));
    }

    #[test]
    fn a_damaged_key_file_is_named_and_never_replaced() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("secret.key");
        std::fs::write(&file, "not a key").expect("written");
        let error = Secrets::find(None, folder.path()).err().expect("refused");
        assert!(error.to_string().contains("secret.key"), "{error}");
        assert_eq!(std::fs::read_to_string(&file).expect("there"), "not a key");
    }

    #[test]
    fn a_new_key_file_is_private() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().expect("a folder");
        Secrets::make(folder.path()).expect("a key is made");
        let mode = folder
            .path()
            .join("secret.key")
            .metadata()
            .expect("exists")
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}
