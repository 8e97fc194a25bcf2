//! Contact cards.

use serde::Serialize;

use crate::limits;
use crate::problem::{Fields, code};

/// A person or business, to be saved in the address book.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Card {
    /// What it is called.
    pub name: Name,
    /// Its numbers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub phones: Vec<Phone>,
    /// Its mail addresses.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub emails: Vec<Email>,
    /// Where it is.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub addresses: Vec<Address>,
    /// Its pages.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub urls: Vec<Website>,
    /// Where the person works.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub org: Option<Organization>,
    /// `YYYY-MM-DD`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub birthday: Option<String>,
}

/// Structs of optional texts that have no rules of their own.
macro_rules! texts {
    ($($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $key:ident $(as $json:literal)?,)* })*) => {
        $($(#[$doc])*
        #[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
        pub struct $name {
            $($(#[$field_doc])*
            #[serde(skip_serializing_if = "Option::is_none" $(, rename = $json)?)]
            pub $key: Option<String>,)*
        }

        impl $name {
            fn read(fields: &Fields<'_>) -> Self {
                Self {
                    $($key: fields.maybe_text(texts!(@key $key $($json)?), usize::MAX),)*
                }
            }
        })*
    };
    (@key $key:ident) => { stringify!($key) };
    (@key $key:ident $json:literal) => { $json };
}

texts! {
    /// A name; `formatted_name` and one more part are required.
    Name {
        /// The whole name, as it is shown.
        formatted_name,
        /// The given name.
        first_name,
        /// The family name.
        last_name,
        /// What stands between them.
        middle_name,
        /// `Jr.`
        suffix,
        /// `Dr.`
        prefix,
    }
    /// A number on a card.
    Phone {
        /// The number as people write it.
        phone,
        /// `CELL`, `MAIN`, `HOME`, `WORK`, …
        kind as "type",
        /// Its WhatsApp id, in digits: gives the card a button to write to it.
        wa_id,
    }
    /// A mail address on a card.
    Email {
        /// The address.
        email,
        /// `HOME` or `WORK`.
        kind as "type",
    }
    /// A page on a card.
    Website {
        /// Its address.
        url,
        /// `HOME` or `WORK`.
        kind as "type",
    }
    /// A postal address on a card.
    Address {
        /// Street and number.
        street,
        /// The city.
        city,
        /// The state or region.
        state,
        /// The postal code.
        zip,
        /// The country by name.
        country,
        /// The country in two letters.
        country_code,
        /// `HOME` or `WORK`.
        kind as "type",
    }
    /// Where a person works.
    Organization {
        /// The company.
        company,
        /// The department.
        department,
        /// What the person is there.
        title,
    }
}

impl Card {
    /// All cards of a message.
    pub(super) fn list(message: &Fields<'_>) -> Vec<Self> {
        message.list("contacts", 1..=limits::CONTACTS_PER_MESSAGE, Self::read)
    }

    fn read(fields: &Fields<'_>) -> Self {
        const ANY: std::ops::RangeInclusive<usize> = 0..=usize::MAX;
        let birthday = fields.maybe_text("birthday", usize::MAX);
        if birthday.as_deref().is_some_and(|day| !is_date(day)) {
            let message = "must be a date such as 1990-12-31";
            fields.problem("birthday", code::INVALID, message);
        }
        Self {
            name: fields.object("name", |name| {
                name.text("formatted_name", usize::MAX);
                let name_parts = Name::read(name);
                if name_parts.has_no_part() {
                    let message = "is missing: beside `formatted_name` WhatsApp wants one more part \
                                   of the name";
                    name.problem("first_name", code::MISSING, message);
                }
                name_parts
            }),
            phones: fields.maybe_list("phones", ANY, |phone| {
                phone.text("phone", usize::MAX);
                Phone::read(phone)
            }),
            emails: fields.maybe_list("emails", ANY, Email::read),
            addresses: fields.maybe_list("addresses", ANY, Address::read),
            urls: fields.maybe_list("urls", ANY, Website::read),
            org: fields.maybe_object("org", Organization::read),
            birthday,
        }
    }
}

impl Name {
    /// Whether there is the whole name and nothing else.
    fn has_no_part(&self) -> bool {
        self.formatted_name.is_some()
            && *self
                == Self {
                    formatted_name: self.formatted_name.clone(),
                    ..Self::default()
                }
    }
}

/// Whether it has the form of a date; the calendar is left to Meta.
fn is_date(text: &str) -> bool {
    let digits = |range: std::ops::Range<usize>| {
        let part = text.get(range).unwrap_or_default();
        part.bytes().all(|byte| byte.is_ascii_digit()) && !part.is_empty()
    };
    let dashes = text.as_bytes().get(4) == Some(&b'-') && text.as_bytes().get(7) == Some(&b'-');
    text.len() == 10 && dashes && digits(0..4) && digits(5..7) && digits(8..10)
}

/// The names on the cards.
pub(super) fn shown_text(cards: &[Card]) -> String {
    let names = cards
        .iter()
        .filter_map(|card| card.name.formatted_name.as_deref());
    names.collect::<Vec<_>>().join(", ")
}
