//! A key of a fixed size for texts of any length.

use sha2::{Digest, Sha256};
use uuid::Uuid;

/// The key of a text: the first half of its SHA-256.
pub fn key_of(text: &str) -> Uuid {
    let hash = Sha256::digest(text.as_bytes());
    let mut half = [0; 16];
    half.copy_from_slice(&hash[..16]);
    Uuid::from_bytes(half)
}
