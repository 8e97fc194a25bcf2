//! Passwords: which are accepted, and how they are kept.
//!
//! The only rule is length, since composition rules make passwords worse (NIST SP 800-63B §3.1.1.2);
//! refused are the email address itself and what everybody tries first. They are kept as argon2id
//! with the parameters that OWASP recommends (19 MiB, 2 passes, 1 lane), which the stored text names,
//! so that they can be raised later.

use std::sync::Arc;

use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use tokio::sync::Semaphore;
use unicode_normalization::UnicodeNormalization;

use crate::http::Problem;
use crate::kernel::email::Email;

const SHORTEST: usize = 10;
const LONGEST: usize = 200;

/// How many passwords are worked on at once: each takes tens of milliseconds of a core and 19 MiB,
/// so more would let a storm of sign-ins starve the server.
const AT_ONCE: usize = 2;

/// The commonest passwords of ten characters or more in published lists, in lower case.
const COMMON: &[&str] = &[
    "0123456789",
    "0987654321",
    "1234567890",
    "12345678910",
    "123456789a",
    "1234567891",
    "123123123123",
    "1q2w3e4r5t",
    "1q2w3e4r5t6y",
    "1qaz2wsx3edc",
    "abcd123456",
    "abcdefghij",
    "abcdefghijk",
    "adminadmin",
    "administrator",
    "changeme123",
    "iloveyou123",
    "letmein123",
    "passw0rd123",
    "password01",
    "password12",
    "password123",
    "password1234",
    "password12345",
    "passwordpassword",
    "q1w2e3r4t5",
    "qazwsxedcrfv",
    "qwerty1234",
    "qwerty12345",
    "qwerty123456",
    "qwertyuiop",
    "qwertyuiop123",
    "welcome123",
    "welcome1234",
];

/// A password that is accepted for a new secret. It has no `Debug`, so that no log can show it.
pub struct Password(String);

/// Why a password is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PasswordError {
    /// Fewer than 10 characters.
    #[error("must have at least {SHORTEST} characters; a few words together are easy to remember")]
    TooShort,
    /// More than 200 characters.
    #[error("must have at most {LONGEST} characters")]
    TooLong,
    /// The member's own email address.
    #[error("must not be the email address")]
    Email,
    /// One of the passwords that are tried first, or one character over and over.
    #[error("is one of the passwords that everybody tries first; choose another")]
    Common,
}

impl Password {
    /// Checks a password chosen by the person with this address, if that is known.
    ///
    /// # Errors
    ///
    /// See [`PasswordError`].
    pub fn choose(text: &str, email: Option<&Email>) -> Result<Self, PasswordError> {
        let length = text.chars().count();
        if length < SHORTEST {
            return Err(PasswordError::TooShort);
        }
        if length > LONGEST {
            return Err(PasswordError::TooLong);
        }
        let lower = text.to_lowercase();
        if email.is_some_and(|email| email.key() == lower) {
            return Err(PasswordError::Email);
        }
        let first = text.chars().next();
        if COMMON.contains(&lower.as_str()) || text.chars().all(|c| Some(c) == first) {
            return Err(PasswordError::Common);
        }
        Ok(Self(text.to_owned()))
    }
}

/// Makes and checks password hashes on threads of their own, a few at a time. Cheap to clone.
#[derive(Clone)]
pub struct Passwords(Arc<Semaphore>);

impl Default for Passwords {
    fn default() -> Self {
        Self(Arc::new(Semaphore::new(AT_ONCE)))
    }
}

impl Passwords {
    /// The hash of a chosen password, as text that names its algorithm, parameters and salt.
    pub async fn hash(&self, password: Password) -> Result<String, Problem> {
        self.on_a_thread(move || hash(&password.0)).await?
    }

    /// Whether `password` is the one that was hashed. Without a hash the answer is no, after the
    /// same work, so that the time does not tell which addresses are known.
    pub async fn verify(&self, password: String, hashed: Option<String>) -> Result<bool, Problem> {
        self.on_a_thread(move || {
            let Some(hashed) = hashed else {
                return hash(&cut(&password)).map(|_| false);
            };
            let hashed = PasswordHash::new(&hashed).map_err(|error| Problem::internal(&error))?;
            let password = normal(&cut(&password));
            Ok(Argon2::default()
                .verify_password(password.as_bytes(), &hashed)
                .is_ok())
        })
        .await?
    }

    async fn on_a_thread<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Problem> {
        let slot = self.0.clone().acquire_owned().await;
        let slot = slot.map_err(|error| Problem::internal(&error))?;
        tokio::task::spawn_blocking(move || {
            let _held_until_done = slot; // also when the request was given up
            work()
        })
        .await
        .map_err(|error| Problem::internal(&error))
    }
}

fn hash(password: &str) -> Result<String, Problem> {
    Argon2::default()
        .hash_password(normal(password).as_bytes())
        .map(|hash| hash.to_string())
        .map_err(|error| Problem::internal(&error))
}

/// Keyboards compose letters such as `é` differently; this makes them the same password.
fn normal(password: &str) -> String {
    password.nfkc().collect()
}

/// Nobody's password is longer, so nothing longer needs hashing in full.
fn cut(presented: &str) -> String {
    presented.chars().take(LONGEST + 1).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_length_and_the_obvious_decide() {
        let email = Email::parse("huda.alharbi@baytcoffee.sa").expect("an address");
        let choose = |text: &str| Password::choose(text, Some(&email)).map(|_| ());
        assert_eq!(choose("قهوة مع هيل"), Ok(()));
        assert_eq!(choose("correct horse"), Ok(()));
        assert_eq!(choose(&"é".repeat(9)), Err(PasswordError::TooShort));
        assert_eq!(choose(&"ab".repeat(101)), Err(PasswordError::TooLong));
        assert_eq!(
            choose("Huda.AlHarbi@BaytCoffee.sa"),
            Err(PasswordError::Email)
        );
        assert_eq!(choose("Password1234"), Err(PasswordError::Common));
        assert_eq!(choose("ةةةةةةةةةةةة"), Err(PasswordError::Common));
    }

    #[tokio::test]
    async fn a_password_matches_however_its_letters_were_composed() {
        let passwords = Passwords::default();
        let chosen = Password::choose("cafe\u{301} latte ☕", None).expect("fine");
        let hash = passwords.hash(chosen).await.expect("hashed");
        assert!(
            hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"),
            "{hash}"
        );
        let verify =
            |text: &str, hash: Option<&String>| passwords.verify(text.to_owned(), hash.cloned());
        assert!(verify("café latte ☕", Some(&hash)).await.expect("checked"));
        assert!(!verify("cafe latte ☕", Some(&hash)).await.expect("checked"));
        assert!(!verify("café latte ☕", None).await.expect("checked"));
    }
}
