//! Who writes: people with numbers, with a user id only, with both, and with numbers in two forms.
//!
//! Whatever a message shows of somebody, one id is always among it, so who is who is never in doubt
//! and each of them must become exactly one customer.

use rand::RngExt;
use rand::rngs::StdRng;
use serde_json::{Value, json};

const NAMES: [&str; 8] = [
    "نورة العتيبي",
    "José Álvarez",
    "أحمد 🌸",
    "Zoë O’Brien",
    "فاطمة الزهراء",
    "Łukasz Żak",
    "李小龍",
    "Ana ☕",
];

/// Somebody on WhatsApp.
#[derive(Debug, Clone)]
pub(crate) struct Person {
    /// The profile's name; its last word is nobody else's.
    pub(crate) name: String,
    kind: Kind,
    index: usize,
}

#[derive(Debug, Clone, Copy)]
enum Kind {
    /// A number, as before 2026.
    Number,
    /// A number always, the user id now and then.
    Both,
    /// The user id always, the number now and then.
    Shy,
    /// No number at all.
    UserId,
    /// A Brazilian number, with and without its ninth digit.
    TwoForms,
}

/// The ids that one message shows of somebody.
#[derive(Debug, Clone)]
pub(crate) struct Ids {
    pub(crate) number: Option<String>,
    pub(crate) user_id: Option<String>,
}

impl Person {
    pub(crate) fn new(index: usize, rng: &mut StdRng) -> Self {
        let kind = match rng.random_range(0..10) {
            0..3 => Kind::Number,
            3..6 => Kind::Both,
            6..8 => Kind::Shy,
            8 => Kind::UserId,
            _ => Kind::TwoForms,
        };
        let name = NAMES[index % NAMES.len()];
        Self {
            name: format!("{name} {}", unique_word(index)),
            kind,
            index,
        }
    }

    /// What a message shows; chosen anew for each.
    pub(crate) fn ids(&self, rng: &mut StdRng) -> Ids {
        let now_and_then = rng.random_bool(0.5);
        let number = || Some(format!("9665{:08}", self.index));
        let user_id = || Some(format!("SA.{:016}", self.index));
        match self.kind {
            Kind::Number => Ids {
                number: number(),
                user_id: None,
            },
            Kind::Both => Ids {
                number: number(),
                user_id: user_id().filter(|_| now_and_then),
            },
            Kind::Shy => Ids {
                number: number().filter(|_| now_and_then),
                user_id: user_id(),
            },
            Kind::UserId => Ids {
                number: None,
                user_id: user_id(),
            },
            Kind::TwoForms => Ids {
                number: Some(format!(
                    "5511{}8{:07}",
                    if now_and_then { "9" } else { "" },
                    self.index
                )),
                user_id: None,
            },
        }
    }

    /// The element of `contacts`, with the same ids as the message.
    pub(crate) fn profile(&self, ids: &Ids) -> Value {
        json!({"profile": {"name": self.name}, "wa_id": ids.number, "user_id": ids.user_id})
    }
}

impl Ids {
    /// The names under which the contact must be known afterwards.
    pub(crate) fn aliases(&self) -> impl Iterator<Item = String> {
        let number = self.number.as_ref().map(|digits| format!("+{digits}"));
        number.into_iter().chain(self.user_id.clone())
    }
}

fn unique_word(index: usize) -> String {
    let mut word = String::from("q");
    let mut rest = index;
    for _ in 0..5 {
        word.push(char::from(b'a' + (rest % 26) as u8));
        rest /= 26;
    }
    word.push('q');
    word
}
