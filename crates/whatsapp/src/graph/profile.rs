//! What customers see of the business: its profile.

use serde::Serialize;
use serde_json::Value;

use super::{Error, Graph, done, text_at};
use crate::limits;
use crate::problem::{Fields, Problem, Problems, code};

const PROFILE_FIELDS: &str =
    "about,address,description,email,profile_picture_url,websites,vertical";

/// A number's profile.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct BusinessProfile {
    /// One line about the business.
    pub about: Option<String>,
    /// Its postal address.
    pub address: Option<String>,
    /// What it does.
    pub description: Option<String>,
    /// Its mail address.
    pub email: Option<String>,
    /// Its picture, at an address that changes.
    pub profile_picture_url: Option<String>,
    /// Its pages, two at most.
    pub websites: Vec<String>,
    /// Its trade, in Meta's words: `RETAIL`, `HEALTH`, …
    pub vertical: Option<String>,
    /// The profile as it came.
    pub raw: Value,
}

/// What to change of a profile; what is absent stays.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "as in the profile")]
pub struct ProfileUpdate {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub websites: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vertical: Option<String>,
    /// The handle of a new picture, from a resumable upload.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub profile_picture_handle: Option<String>,
}

impl ProfileUpdate {
    /// Reads and checks a change: an object of the fields to change.
    ///
    /// # Errors
    /// With everything that is wrong, each with its field.
    pub fn parse(update: &Value) -> Result<Self, Vec<Problem>> {
        let problems = Problems::strict();
        problems.add_nul_characters(update, "");
        let update = Fields::read(update, "", &problems, |fields| Self {
            about: fields
                .has("about")
                .then(|| fields.text("about", limits::PROFILE_ABOUT)),
            address: cleared(fields, "address", limits::PROFILE_ADDRESS),
            description: cleared(fields, "description", limits::PROFILE_DESCRIPTION),
            email: cleared(fields, "email", limits::PROFILE_EMAIL),
            websites: websites(fields),
            vertical: fields.maybe_text("vertical", usize::MAX),
            profile_picture_handle: fields.maybe_text("profile_picture_handle", usize::MAX),
        });
        problems.or(update)
    }
}

/// A text that an empty one takes away.
fn cleared(fields: &Fields<'_>, key: &'static str, max: usize) -> Option<String> {
    let is_text = fields.get(key)?.is_string();
    let text = fields.maybe_text(key, max);
    is_text.then(|| text.unwrap_or_default())
}

fn websites(fields: &Fields<'_>) -> Option<Vec<String>> {
    let value = fields.get("websites")?;
    let list: Option<Vec<&str>> = value
        .as_array()
        .and_then(|list| list.iter().map(Value::as_str).collect());
    let Some(list) = list else {
        fields.problem("websites", code::WRONG_TYPE, "must be a list of texts");
        return None;
    };
    if list.len() > limits::PROFILE_WEBSITES {
        let most = limits::PROFILE_WEBSITES;
        let message = format!("has {}; WhatsApp takes at most {most}", list.len());
        fields.problem("websites", code::COUNT, message);
    }
    for (n, page) in list.iter().enumerate() {
        let field = format!("websites[{n}]");
        if page.chars().count() > limits::PROFILE_WEBSITE {
            let message = format!("has more than {} characters", limits::PROFILE_WEBSITE);
            fields.problem(&field, code::TOO_LONG, message);
        }
        if !(page.starts_with("https://") || page.starts_with("http://")) {
            fields.problem(&field, code::INVALID, "must begin with https:// or http://");
        }
    }
    Some(list.into_iter().map(str::to_owned).collect())
}

impl Graph {
    /// What customers see of the business behind this number.
    ///
    /// # Errors
    /// See [`Error`].
    pub async fn business_profile(&self, phone_number_id: &str) -> Result<BusinessProfile, Error> {
        let path = [phone_number_id, "whatsapp_business_profile"];
        let answer = self.get(&path, &[("fields", PROFILE_FIELDS)]).await?;
        let raw = answer.pointer("/data/0").cloned().unwrap_or(Value::Null);
        let at = |pointer| text_at(&raw, pointer);
        let websites = raw.get("websites").and_then(Value::as_array);
        Ok(BusinessProfile {
            about: at("/about"),
            address: at("/address"),
            description: at("/description"),
            email: at("/email"),
            profile_picture_url: at("/profile_picture_url"),
            websites: websites
                .into_iter()
                .flatten()
                .filter_map(Value::as_str)
                .map(str::to_owned)
                .collect(),
            vertical: at("/vertical"),
            raw,
        })
    }

    /// Changes what customers see of the business.
    ///
    /// # Errors
    /// See [`Error`].
    pub async fn set_business_profile(
        &self,
        phone_number_id: &str,
        update: &ProfileUpdate,
    ) -> Result<(), Error> {
        let mut body = serde_json::to_value(update).expect("texts are JSON");
        body["messaging_product"] = "whatsapp".into();
        let request = self.post(&[phone_number_id, "whatsapp_business_profile"], &body);
        done(&self.answer(request).await?)
    }
}
