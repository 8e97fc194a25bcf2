//! Ids that look like Meta's, and chances: all from the seed.
//!
//! Chances are drawn per subject (a message, a person) and not from one stream, so that concurrent
//! requests do not change each other's fate.

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use rand::rngs::SmallRng;
use rand::{RngExt, SeedableRng};
use sha2::{Digest, Sha256};

/// Makes ids, in the order it is asked.
#[derive(Debug)]
pub(crate) struct Ids {
    seed: u64,
    rng: SmallRng,
}

impl Ids {
    pub(crate) fn new(seed: u64) -> Self {
        Self {
            seed,
            rng: SmallRng::seed_from_u64(seed),
        }
    }

    /// Where they come from.
    pub(crate) fn seed(&self) -> u64 {
        self.seed
    }

    /// An id of `length` digits that does not begin with 0.
    pub(crate) fn digits(&mut self, length: u32) -> String {
        let lowest = 10_u64.pow(length - 1);
        self.rng.random_range(lowest..lowest * 10).to_string()
    }

    /// A secret of `length` hex digits.
    pub(crate) fn hex(&mut self, length: usize) -> String {
        (0..length)
            .map(|_| char::from(b"0123456789abcdef"[self.rng.random_range(0..16)]))
            .collect()
    }

    /// A message id. `peer` is the other side's number or user id, `from_person` the direction.
    pub(crate) fn wamid(&mut self, peer: &str, from_person: bool) -> String {
        let peer: String = peer.chars().filter(char::is_ascii_digit).take(15).collect();
        let mut bytes = vec![0x1c, 0x18, peer.len() as u8];
        bytes.extend_from_slice(peer.as_bytes());
        bytes.extend_from_slice(&[0x15, 0x02, 0x00]);
        bytes.extend_from_slice(&[if from_person { 0x12 } else { 0x11 }, 0x18, 0x12]);
        bytes.extend_from_slice(self.hex(18).to_ascii_uppercase().as_bytes());
        bytes.push(0);
        format!("wamid.{}", STANDARD.encode(bytes))
    }

    /// What Meta's support would ask for.
    pub(crate) fn fbtrace(&mut self) -> String {
        let bytes: [u8; 16] = self.rng.random();
        format!("A{}", URL_SAFE_NO_PAD.encode(bytes))
    }

    /// A user id (BSUID): the same person is known by another one in every portfolio, and by a new
    /// one after each change of number (`generation`).
    pub(crate) fn user_id(
        &self,
        country: &str,
        portfolio: &str,
        person: u32,
        generation: u32,
    ) -> String {
        let which = format!("{portfolio} {person} {generation}");
        let mut luck = luck(self.seed, "user id", &which);
        format!(
            "{country}.{}",
            luck.random_range(1_000_000_000_000_000_000_u64..=u64::MAX / 2)
        )
    }
}

/// The chances of one subject, named by what it is and which one.
pub(crate) fn luck(seed: u64, what: &str, which: &str) -> SmallRng {
    let mut hash = Sha256::new();
    hash.update(seed.to_le_bytes());
    hash.update(what.as_bytes());
    hash.update([0]);
    hash.update(which.as_bytes());
    let digest = hash.finalize();
    let mut first = [0; 8];
    first.copy_from_slice(&digest[..8]);
    SmallRng::seed_from_u64(u64::from_le_bytes(first))
}

/// Whether something with this chance (0 to 1) happens now.
pub(crate) fn happens(luck: &mut SmallRng, chance: f64) -> bool {
    chance > 0.0 && luck.random_bool(chance.min(1.0))
}

/// The country whose calling code a number begins with: two letters, `US` when it is none we know.
pub(crate) fn country_of(number: &str) -> &'static str {
    const CODES: &[(&str, &str)] = &[
        ("966", "SA"),
        ("971", "AE"),
        ("965", "KW"),
        ("973", "BH"),
        ("974", "QA"),
        ("968", "OM"),
        ("962", "JO"),
        ("961", "LB"),
        ("964", "IQ"),
        ("963", "SY"),
        ("970", "PS"),
        ("967", "YE"),
        ("212", "MA"),
        ("213", "DZ"),
        ("216", "TN"),
        ("218", "LY"),
        ("249", "SD"),
        ("234", "NG"),
        ("254", "KE"),
        ("351", "PT"),
        ("972", "IL"),
        ("880", "BD"),
        ("20", "EG"),
        ("27", "ZA"),
        ("30", "GR"),
        ("31", "NL"),
        ("32", "BE"),
        ("33", "FR"),
        ("34", "ES"),
        ("39", "IT"),
        ("41", "CH"),
        ("43", "AT"),
        ("44", "GB"),
        ("46", "SE"),
        ("48", "PL"),
        ("49", "DE"),
        ("51", "PE"),
        ("52", "MX"),
        ("54", "AR"),
        ("55", "BR"),
        ("56", "CL"),
        ("57", "CO"),
        ("60", "MY"),
        ("61", "AU"),
        ("62", "ID"),
        ("63", "PH"),
        ("65", "SG"),
        ("81", "JP"),
        ("90", "TR"),
        ("91", "IN"),
        ("92", "PK"),
    ];
    CODES
        .iter()
        .find(|(code, _)| number.starts_with(code))
        .map_or("US", |(_, country)| country)
}
