//! Random tokens: API keys, session cookies and invitations.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

/// A token that is shown once; only its hash is kept.
pub struct Token(String);

impl Token {
    /// A new API key, such as `ck_…`; 256 random bits.
    pub fn api_key() -> Self {
        Self::random("ck_")
    }

    /// A new session cookie's value.
    pub fn session() -> Self {
        Self::random("cs_")
    }

    /// A new invitation to the team.
    pub fn invitation() -> Self {
        Self::random("ci_")
    }

    fn random(prefix: &str) -> Self {
        let bits: [u8; 32] = rand::random();
        Self(format!("{prefix}{}", URL_SAFE_NO_PAD.encode(bits)))
    }

    /// A token that somebody presents.
    pub fn presented(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// The text, to be shown once.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// The first characters, which tell keys apart without opening anything.
    pub fn hint(&self) -> String {
        self.0.chars().take(8).collect()
    }

    /// SHA-256, which is what the database has. The token is random, so a slow hash adds nothing.
    pub fn hash(&self) -> [u8; 32] {
        Sha256::digest(self.0.as_bytes()).into()
    }
}
