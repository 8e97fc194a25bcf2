//! The contacts API's shapes. Every key is always there; what is not known is null.

use serde::Serialize;
use serde_json::value::RawValue;
use utoipa::ToSchema;
use uuid::Uuid;

use super::links::Links;
use super::store::{ContactRow, DetailRow};
use crate::db::{Column, RawJson};
use crate::kernel::clock::Timestamp;

/// A contact in a list.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ContactItem {
    /// The contact's id.
    pub(super) id: Uuid,
    /// E.164; null for people known by their WhatsApp user id only.
    #[schema(example = "+966501234567")]
    pub(super) phone_number: Option<String>,
    /// What the business calls the customer.
    #[schema(example = "نورة الفيصل")]
    pub(super) name: Option<String>,
    /// What the person calls themselves on WhatsApp.
    #[schema(example = "Noura")]
    pub(super) profile_name: Option<String>,
    /// Always null: WhatsApp does not give the picture.
    pub(super) avatar_url: Option<String>,
    /// The account of the latest message, or the one the contact was made for.
    pub(super) account_id: Option<Uuid>,
    /// The member who looks after the customer.
    pub(super) assigned_to: Option<Uuid>,
    /// The latest message in either direction.
    pub(super) last_message_at: Option<Timestamp>,
    /// When the contact was added.
    pub(super) created_at: Timestamp,
}

/// A contact with the customer's attributes.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ContactDetail {
    #[serde(flatten)]
    contact: ContactItem,
    /// The customer's attributes by key.
    #[schema(value_type = Object, example = json!({"city": "Riyadh", "orders": 3}))]
    metadata: Metadata,
}

impl From<(ContactRow, Links)> for ContactItem {
    fn from((row, links): (ContactRow, Links)) -> Self {
        Self {
            id: row.uuid,
            phone_number: row.phone,
            name: row.name,
            profile_name: row.profile_name,
            avatar_url: None,
            account_id: links.account,
            assigned_to: links.owner,
            last_message_at: row.last_message_at,
            created_at: row.created_at,
        }
    }
}

impl From<(DetailRow, Links)> for ContactDetail {
    fn from((row, links): (DetailRow, Links)) -> Self {
        Self {
            contact: (row.contact, links).into(),
            metadata: row.metadata,
        }
    }
}

/// A contact that was just made.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct CreatedContact {
    /// The contact's id.
    id: Uuid,
    /// E.164; null for people known by their WhatsApp user id only.
    #[schema(example = "+966501234567")]
    phone_number: Option<String>,
    /// What the business calls the customer.
    name: Option<String>,
    /// The account it was made for.
    account_id: Option<Uuid>,
    /// When it was made.
    created_at: Timestamp,
}

impl From<(DetailRow, Links)> for CreatedContact {
    fn from((row, links): (DetailRow, Links)) -> Self {
        Self {
            id: row.contact.uuid,
            phone_number: row.contact.phone,
            name: row.contact.name,
            account_id: links.account,
            created_at: row.contact.created_at,
        }
    }
}

/// A contact that was just changed.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct UpdatedContact {
    /// The contact's id.
    id: Uuid,
    /// E.164; null for people known by their WhatsApp user id only.
    #[schema(example = "+966501234567")]
    phone_number: Option<String>,
    /// What the business calls the customer.
    name: Option<String>,
    /// The customer's attributes by key.
    #[schema(value_type = Object)]
    metadata: Metadata,
    /// When the customer was changed last.
    updated_at: Timestamp,
}

impl From<(DetailRow, Links)> for UpdatedContact {
    fn from((row, _): (DetailRow, Links)) -> Self {
        Self {
            id: row.contact.uuid,
            phone_number: row.contact.phone,
            name: row.contact.name,
            metadata: row.metadata,
            updated_at: row.updated_at,
        }
    }
}

/// A contact and who looks after it now.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct AssignedContact {
    /// The contact's id.
    id: Uuid,
    /// The member who looks after the customer.
    assigned_to: Option<Uuid>,
    /// When the customer was changed last.
    updated_at: Timestamp,
}

impl From<(DetailRow, Links)> for AssignedContact {
    fn from((row, links): (DetailRow, Links)) -> Self {
        Self {
            id: row.contact.uuid,
            assigned_to: links.owner,
            updated_at: row.updated_at,
        }
    }
}

/// No data: what was asked for is done.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Nothing;

/// A stored document that is passed on as it is.
#[derive(Debug, Serialize)]
#[serde(transparent)]
pub(super) struct Metadata(Box<RawValue>);

impl Column for Metadata {
    type Raw = RawJson;
    fn from_raw(raw: RawJson) -> Result<Self, String> {
        RawValue::from_string(raw.0)
            .map(Self)
            .map_err(|error| error.to_string())
    }
}
