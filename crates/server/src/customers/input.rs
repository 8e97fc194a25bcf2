//! What a request says about a customer, and its way into checked values.

use serde::Deserialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;

use super::attributes::Wanted;
use super::model::{Language, Stage};
use super::update::Patch;
use crate::http::{Faults, nullable};
use crate::kernel::clock::Timestamp;
use crate::kernel::email::Email;
use crate::kernel::ids::MemberId;
use crate::kernel::phone::{PhoneNumber, Region};
use crate::kernel::text::clean_line;

/// The most characters of a name.
const NAME_CHARS: usize = 200;
/// The most characters of a city.
const CITY_CHARS: usize = 100;

/// A new customer. At least one of `name`, `phone` and `email` must be there.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "name": "سارة القحطاني", "phone": "+966 55 987 6543", "email": "sara@example.com",
    "location": {"city": "الرياض", "country": "SA"}, "language": "ar",
    "attributes": {"plan": "gold"}, "tags": ["vip"]
}))]
pub(super) struct CreateCustomer {
    /// What they are called; at most 200 characters.
    #[schema(example = "سارة القحطاني")]
    name: Option<String>,
    /// Their WhatsApp number; without a country code it is read as one of the workspace's country.
    #[schema(example = "+966 55 987 6543")]
    phone: Option<String>,
    /// Where mail reaches them.
    #[schema(example = "sara@example.com")]
    email: Option<String>,
    /// Where they live.
    location: Option<LocationInput>,
    /// The language they prefer (BCP 47).
    #[schema(example = "ar")]
    language: Option<String>,
    /// Custom fields by key; those with a definition must fit its type, others are kept as text.
    #[schema(value_type = Option<Object>, example = json!({"city": "Riyadh"}))]
    attributes: Option<Map<String, Value>>,
    /// The same as `attributes`.
    #[schema(value_type = Option<Object>)]
    metadata: Option<Map<String, Value>>,
    /// The names of their tags. Unknown ones are made if the caller may (`tags:write`), else refused.
    #[schema(example = json!(["vip"]))]
    tags: Option<Vec<String>>,
    /// The member who looks after them.
    owner_id: Option<MemberId>,
    /// Their place on the journey; naming it pins it.
    stage: Option<Stage>,
    /// Whether the stage stays until somebody clears it.
    stage_pinned: Option<bool>,
    /// True for somebody we do not talk to.
    blocked: Option<bool>,
    /// True for somebody who refuses marketing.
    opted_out: Option<bool>,
}

/// Changes to a customer: what is absent stays. Null clears what can be cleared, and is refused elsewhere.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "name": "سارة القحطاني", "location": {"city": "جدة"}, "attributes": {"plan": null},
    "tags": ["vip", "returning"], "owner_id": 1
}))]
pub(super) struct UpdateCustomer {
    /// The `updated_at` you have seen; if the customer changed since, the answer is 409.
    #[serde(default, deserialize_with = "nullable")]
    #[schema(value_type = Timestamp, required = false)]
    expected_updated_at: Option<Option<Timestamp>>,
    /// What they are called; null lets the name follow the WhatsApp profile again.
    #[serde(default, deserialize_with = "nullable")]
    #[schema(value_type = Option<String>)]
    name: Option<Option<String>>,
    /// Their WhatsApp number. One that messages went to cannot be replaced.
    #[serde(default, deserialize_with = "nullable")]
    #[schema(value_type = String, required = false)]
    phone: Option<Option<String>>,
    /// Where mail reaches them.
    #[serde(default, deserialize_with = "nullable")]
    #[schema(value_type = Option<String>)]
    email: Option<Option<String>>,
    /// Where they live; null clears city and country.
    #[serde(default, deserialize_with = "nullable")]
    #[schema(value_type = Option<LocationInput>)]
    location: Option<Option<LocationInput>>,
    /// The language they prefer (BCP 47).
    #[serde(default, deserialize_with = "nullable")]
    #[schema(value_type = Option<String>)]
    language: Option<Option<String>>,
    /// Custom fields to set by key; null removes one, keys that are absent stay.
    #[serde(default, deserialize_with = "nullable")]
    #[schema(value_type = Object, required = false, example = json!({"birthday": "1990-04-01", "old_key": null}))]
    attributes: Option<Option<Map<String, Value>>>,
    /// The same as `attributes`.
    #[serde(default, deserialize_with = "nullable")]
    #[schema(value_type = Object, required = false)]
    metadata: Option<Option<Map<String, Value>>>,
    /// The names of all their tags. Unknown ones are made if the caller may (`tags:write`), else refused.
    #[serde(default, deserialize_with = "nullable")]
    #[schema(value_type = Vec<String>, required = false)]
    tags: Option<Option<Vec<String>>>,
    /// The member who looks after them; null for nobody.
    #[serde(default, deserialize_with = "nullable")]
    #[schema(value_type = Option<MemberId>)]
    owner_id: Option<Option<MemberId>>,
    /// Their place on the journey; setting it pins it.
    #[serde(default, deserialize_with = "nullable")]
    #[schema(value_type = Stage, required = false)]
    stage: Option<Option<Stage>>,
    /// False lets rules move the stage again.
    #[serde(default, deserialize_with = "nullable")]
    #[schema(value_type = bool, required = false)]
    stage_pinned: Option<Option<bool>>,
    /// Whether we do not talk to them.
    #[serde(default, deserialize_with = "nullable")]
    #[schema(value_type = bool, required = false)]
    blocked: Option<Option<bool>>,
    /// Whether they refuse marketing; a change is recorded as a consent decision.
    #[serde(default, deserialize_with = "nullable")]
    #[schema(value_type = bool, required = false)]
    opted_out: Option<Option<bool>>,
}

/// Where somebody lives.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct LocationInput {
    /// The city; at most 100 characters.
    #[serde(default, deserialize_with = "nullable")]
    #[schema(value_type = Option<String>, example = "الرياض")]
    city: Option<Option<String>>,
    /// The country (ISO 3166-1 alpha-2).
    #[serde(default, deserialize_with = "nullable")]
    #[schema(value_type = Option<String>, example = "SA")]
    country: Option<Option<String>>,
}

impl From<CreateCustomer> for UpdateCustomer {
    /// A new customer is a change to one of whom nothing is known.
    fn from(new: CreateCustomer) -> Self {
        Self {
            expected_updated_at: None,
            name: new.name.map(Some),
            phone: new.phone.map(Some),
            email: new.email.map(Some),
            location: new.location.map(Some),
            language: new.language.map(Some),
            attributes: new.attributes.map(Some),
            metadata: new.metadata.map(Some),
            tags: new.tags.map(Some),
            owner_id: new.owner_id.map(Some),
            stage: new.stage.map(Some),
            stage_pinned: new.stage_pinned.map(Some),
            blocked: new.blocked.map(Some),
            opted_out: new.opted_out.map(Some),
        }
    }
}

impl UpdateCustomer {
    /// Checks everything that needs no database.
    pub(super) fn check(
        self,
        region: Option<Region>,
        may_make_tags: bool,
        faults: &mut Faults,
    ) -> Patch {
        let (city, country) = match self.location {
            None => (None, None),
            Some(None) => (Some(None), Some(None)),
            Some(Some(location)) => (location.city, location.country),
        };
        let attributes = not_null(self.attributes, "attributes", faults);
        let metadata = not_null(self.metadata, "metadata", faults);
        let phone = not_null(self.phone, "phone", faults);
        Patch {
            expected_updated_at: not_null(self.expected_updated_at, "expected_updated_at", faults),
            name: self.name.map(|name| line(name, "name", NAME_CHARS, faults)),
            email: parsed(self.email, "email", faults, Email::parse),
            phone: phone.and_then(|text| faults.check("phone", PhoneNumber::parse(&text, region))),
            city: city.map(|city| line(city, "location.city", CITY_CHARS, faults)),
            country: parsed(country, "location.country", faults, |text| {
                Region::parse(text)
            }),
            language: parsed(self.language, "language", faults, |text| {
                Language::parse(text)
            }),
            stage: not_null(self.stage, "stage", faults),
            stage_pinned: not_null(self.stage_pinned, "stage_pinned", faults),
            blocked: not_null(self.blocked, "blocked", faults),
            opted_out: not_null(self.opted_out, "opted_out", faults),
            owner: self.owner_id,
            attributes: values(attributes, metadata, faults),
            tags: not_null(self.tags, "tags", faults),
            may_make_tags,
        }
    }
}

/// The value of a field that cannot be cleared.
fn not_null<T>(value: Option<Option<T>>, field: &str, faults: &mut Faults) -> Option<T> {
    if matches!(value, Some(None)) {
        faults.add(field, "cannot be null; leave it out to keep it as it is");
    }
    value.flatten()
}

/// A cleaned line; a blank one is none.
fn line(text: Option<String>, field: &str, limit: usize, faults: &mut Faults) -> Option<String> {
    text.and_then(|text| faults.check(field, clean_line(&text, limit)))
        .filter(|text| !text.is_empty())
}

fn parsed<T, E: ToString>(
    text: Option<Option<String>>,
    field: &str,
    faults: &mut Faults,
    parse: impl Fn(&str) -> Result<T, E>,
) -> Option<Option<T>> {
    text.map(|text| {
        text.filter(|text| !text.trim().is_empty())
            .and_then(|text| faults.check(field, parse(&text)))
    })
}

/// The custom fields, under whichever of their two names they came.
fn values(
    attributes: Option<Map<String, Value>>,
    metadata: Option<Map<String, Value>>,
    faults: &mut Faults,
) -> Option<(Wanted, &'static str)> {
    match (attributes, metadata) {
        (Some(_), Some(_)) => {
            faults.add("metadata", "is the same as attributes; send one of them");
            None
        }
        (Some(values), None) => Some((Wanted::Merge(values), "attributes")),
        (None, Some(values)) => Some((Wanted::Merge(values), "metadata")),
        (None, None) => None,
    }
}
