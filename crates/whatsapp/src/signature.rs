//! Webhook signatures: was this body written by Meta?
//!
//! Meta sends `X-Hub-Signature-256: sha256=<64 hex digits>`, the HMAC-SHA256 of the body under the app
//! secret. It covers the bytes exactly as received: Meta escapes characters in ways that printing a
//! parsed body again does not reproduce, so verify before parsing.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

const PREFIX: &str = "sha256=";

/// Whether `header` (the value of `X-Hub-Signature-256`) signs `body` under `app_secret`.
///
/// A missing or malformed header is `false`, and so is an empty secret, under which anybody could sign.
/// The comparison takes constant time.
pub fn verify(app_secret: &[u8], body: &[u8], header: Option<&str>) -> bool {
    if app_secret.is_empty() {
        return false;
    }
    header
        .and_then(|header| header.trim().strip_prefix(PREFIX))
        .and_then(|digest| hex::decode(digest).ok())
        .is_some_and(|digest| mac(app_secret, body).verify_slice(&digest).is_ok())
}

/// The header value that [`verify`] accepts: `sha256=` and 64 lowercase hex digits.
pub fn sign(app_secret: &[u8], body: &[u8]) -> String {
    let digest = mac(app_secret, body).finalize().into_bytes();
    format!("{PREFIX}{}", hex::encode(digest))
}

fn mac(app_secret: &[u8], body: &[u8]) -> Hmac<Sha256> {
    let mut mac = Hmac::new_from_slice(app_secret).expect("HMAC takes keys of any length");
    mac.update(body);
    mac
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECRET: &[u8] = b"8f14e45fceea167a";
    const BODY: &[u8] = br#"{"object":"whatsapp_business_account","entry":[]}"#;

    #[test]
    fn the_digest_is_plain_hmac_sha256() {
        // RFC 4231, test case 2.
        assert_eq!(
            sign(b"Jefe", b"what do ya want for nothing?"),
            "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        );
    }

    #[test]
    fn only_the_right_secret_and_the_same_bytes_pass() {
        let header = sign(SECRET, BODY);
        assert!(verify(SECRET, BODY, Some(&header)));
        assert!(!verify(b"other", BODY, Some(&header)));
        assert!(!verify(b"", BODY, Some(&sign(b"", BODY))));
        assert!(!verify(SECRET, &[BODY, b" "].concat(), Some(&header)));
    }

    #[test]
    fn missing_cut_or_foreign_headers_do_not_pass() {
        let header = sign(SECRET, BODY);
        let digest = &header[PREFIX.len()..];
        let bad = [
            "",
            "sha256=",
            "sha256=zz",
            "sha1=aa",
            digest,
            &header[..header.len() - 2],
        ];
        assert!(!verify(SECRET, BODY, None));
        for header in bad {
            assert!(!verify(SECRET, BODY, Some(header)), "{header}");
        }
    }
}
