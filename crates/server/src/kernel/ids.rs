//! Typed integer ids, so that a customer's id cannot be handed to something that wants a contact's.

/// Declares a typed id over the database's integer key.
#[macro_export]
macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord,
            serde::Serialize, serde::Deserialize, utoipa::ToSchema,
        )]
        #[serde(transparent)]
        #[schema(value_type = i64, minimum = 1)]
        pub struct $name(pub i64);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl From<$name> for $crate::db::Arg {
            fn from(id: $name) -> Self {
                Self::Int(id.0)
            }
        }

        impl $crate::db::Column for $name {
            type Raw = i64;
            fn from_raw(raw: i64) -> Result<Self, String> {
                Ok(Self(raw))
            }
        }
    };
}

id!(/** One business. Every row belongs to exactly one. */ WorkspaceId);
id!(/** A person of the team. */ MemberId);
id!(/** A program's key to the API. */ ApiKeyId);
id!(/** A Meta app: one app secret, one verify token, one callback path. */ AppId);
id!(/** A sender of the business, such as a WhatsApp number. */ AccountId);
id!(/** One person, as a workspace knows them. */ CustomerId);
id!(/** One way to reach a customer. */ ContactId);
id!(/** A stretch of messages between a contact and an account. */ ConversationId);
id!(/** One message, in or out. */ MessageId);
id!(/** A typed custom field. */ AttributeId);
id!(/** A label in the catalogue. */ TagId);
id!(/** A member's private remark on a customer. */ NoteId);
id!(/** A message that Meta approved beforehand, in one language. */ TemplateId);
id!(/** An entry of the timeline and the audit log. */ EventId);
id!(/** A person who exists only in a simulated WhatsApp. */ SimulatedPersonId);
id!(/** A group that one of our numbers is in. */ GroupId);
id!(/** Something said in a group. */ GroupMessageId);
id!(/** A webhook body as it was received. */ WebhookEventId);
id!(/** Work that is done after the answer. */ JobId);
id!(/** A file of a message. */ MediaId);
