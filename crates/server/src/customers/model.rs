//! What a customer and a contact are made of.

use serde_json::{Map, Value};
use uuid::Uuid;

use crate::db;
use crate::kernel::email::Email;
use crate::kernel::ids::{AccountId, ContactId, CustomerId, MemberId};
use crate::kernel::phone::{PhoneNumber, Region};

crate::words! {
    /// Where a customer stands on their journey.
    pub enum Stage {
        /// Has not bought anything yet.
        Prospect => "prospect",
        /// Made the first purchase.
        Customer => "customer",
        /// Buys or writes regularly.
        Active => "active",
        /// Has been quiet for longer than the active period.
        AtRisk => "at_risk",
        /// Has been quiet for longer than the churn period.
        Churned => "churned",
        /// Of high value.
        Vip => "vip",
    }
}

crate::words! {
    /// How we came to know a customer.
    pub enum Source {
        /// They wrote to us.
        Inbound => "inbound",
        /// They wrote before the number was connected, and the business's phone shared that.
        History => "history",
        /// They are in the address book of the business's phone.
        AddressBook => "address_book",
        /// A program created them.
        Api => "api",
        /// They came with imported data.
        Import => "import",
        /// A member of the team created them.
        Member => "member",
        /// They are made up, for a demonstration.
        Demo => "demo",
    }
}

/// A language tag (BCP 47) in its usual form: `ar`, `en-GB`, `zh-Hant-TW`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Language(String);

impl Language {
    /// Reads a tag; letters may be capital or small, and parts separated by `-` or `_`.
    pub fn parse(text: &str) -> Result<Self, &'static str> {
        const WRONG: &str = "expected a language tag, like ar or en-GB";
        let text = text.trim();
        if text.len() > 35 {
            return Err(WRONG);
        }
        let mut parts = text.split(['-', '_']);
        let language = parts.next().filter(|part| {
            (2..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphabetic())
        });
        let mut tag = language.ok_or(WRONG)?.to_ascii_lowercase();
        for part in parts {
            let fits = (2..=8).contains(&part.len())
                && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
            if !fits {
                return Err(WRONG);
            }
            tag.push('-');
            tag.push_str(&usual_case(part));
        }
        Ok(Self(tag))
    }

    /// The tag.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Regions in capitals, scripts with one capital, the rest in small letters.
fn usual_case(part: &str) -> String {
    match part.len() {
        2 => part.to_ascii_uppercase(),
        4 if part.is_ascii() => {
            let (first, rest) = part.split_at(1);
            first.to_ascii_uppercase() + &rest.to_ascii_lowercase()
        }
        _ => part.to_ascii_lowercase(),
    }
}

/// A customer to be. Texts are cleaned and checked already.
#[derive(Debug, Clone)]
pub struct NewCustomer {
    /// What they are called.
    pub name: Option<String>,
    /// Whether a person or program of the business gave the name; otherwise it follows the profile.
    pub name_by_person: bool,
    /// Where mail reaches them.
    pub email: Option<Email>,
    /// The city they live in.
    pub city: Option<String>,
    /// The country they live in.
    pub country: Option<Region>,
    /// The language they prefer.
    pub language: Option<Language>,
    /// Their place on the journey.
    pub stage: Stage,
    /// Whether the stage stays until somebody clears it.
    pub stage_pinned: bool,
    /// Who looks after them; a member of the same workspace.
    pub owner: Option<MemberId>,
    /// How we came to know them.
    pub source: Source,
}

impl NewCustomer {
    /// Somebody of whom nothing is known but where they came from.
    pub fn unknown(source: Source) -> Self {
        Self {
            name: None,
            name_by_person: false,
            email: None,
            city: None,
            country: None,
            language: None,
            stage: Stage::Prospect,
            stage_pinned: false,
            owner: None,
            source,
        }
    }
}

/// An address to be. At least one of `phone`, `wa_id` and `bsuid` must be there.
#[derive(Debug, Clone, Default)]
pub struct NewContact {
    /// The channel, such as `whatsapp`.
    pub channel: String,
    /// The number.
    pub phone: Option<PhoneNumber>,
    /// The digits as WhatsApp writes them.
    pub wa_id: Option<String>,
    /// The business-scoped user id.
    pub bsuid: Option<String>,
    /// The user name, for display.
    pub username: Option<String>,
    /// What the person calls themselves.
    pub profile_name: Option<String>,
    /// The account they belong to.
    pub account_id: Option<AccountId>,
}

impl NewContact {
    /// A WhatsApp number.
    pub fn whatsapp(phone: PhoneNumber) -> Self {
        Self {
            channel: "whatsapp".into(),
            phone: Some(phone),
            ..Self::default()
        }
    }

    /// Every address of the contact, as in `contact_aliases`.
    pub(super) fn addresses(&self) -> Vec<String> {
        let mut addresses: Vec<String> = self.phone.iter().map(|phone| phone.to_string()).collect();
        addresses.extend(self.wa_id.iter().map(|digits| format!("+{digits}")));
        addresses.extend(self.bsuid.iter().cloned());
        addresses.sort_unstable();
        addresses.dedup();
        addresses
    }
}

/// Whose an address is already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Taken {
    /// The contact that has it.
    pub contact: ContactId,
    /// The contact's uuid.
    pub uuid: Uuid,
    /// The contact's customer.
    pub customer: CustomerId,
}

/// Why a contact was not added.
#[derive(Debug, thiserror::Error)]
pub enum AddContactError {
    /// The address belongs to somebody already.
    #[error("this address belongs to a contact already")]
    Taken(Taken),
    /// The database.
    #[error(transparent)]
    Db(#[from] db::Error),
}

impl From<AddContactError> for crate::http::Problem {
    fn from(error: AddContactError) -> Self {
        let title = error.to_string();
        match error {
            AddContactError::Taken(taken) => Self::conflict("contact.exists", title).with_data(
                serde_json::json!({"contact_id": taken.uuid, "customer_id": taken.customer}),
            ),
            AddContactError::Db(error) => error.into(),
        }
    }
}

/// A customer's document of attributes.
pub(super) type Document = Map<String, Value>;

#[cfg(test)]
mod tests {
    use super::Language;

    #[test]
    fn language_tags_get_their_usual_form() {
        for (given, kept) in [
            ("AR", "ar"),
            ("en_gb", "en-GB"),
            ("zh-hANT-tw", "zh-Hant-TW"),
        ] {
            assert_eq!(Language::parse(given).unwrap().as_str(), kept);
        }
        for wrong in ["", "a", "arabic", "en-", "e1", "en-ب", "عر"] {
            assert!(Language::parse(wrong).is_err(), "{wrong}");
        }
    }
}
