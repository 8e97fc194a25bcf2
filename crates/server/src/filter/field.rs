//! The fields a filter may name: a fixed table of built-in ones plus the workspace's attributes.
//!
//! A field has one canonical name (`last_inbound_at`, `attributes.city`), which the JSON form prints,
//! and one short name (`last_inbound`, `city`), which the text form prints. Both forms read either.
//!
//! A built-in name wins: an attribute whose key is taken answers to `attributes.key` alone. Only where
//! somebody lives gives way. A workspace that defines an attribute `city` means that when it writes `city`;
//! the built-in one is `location.city` then. Its canonical name is that always, so that no stored filter
//! changes its meaning with the definitions.

use std::collections::HashMap;
use std::sync::Arc;

use super::ast::Op;
use crate::kernel::text::fold;

/// What a field holds, and so which operators and values it takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Free text, compared folded (case, accents, Arabic letter forms, digits).
    Text,
    /// A number, whole or decimal.
    Number,
    /// True or false.
    Bool,
    /// A civil date without a time zone, as a birthday is.
    Date,
    /// An instant.
    DateTime,
    /// A time of day.
    Time,
    /// A JSON document: all a filter can ask is whether there is one.
    Json,
    /// The customer's tags, by name, compared folded.
    Tags,
    /// One of a fixed set of lower-case words.
    Enum(&'static [&'static str]),
    /// An integer id that is looked up, never ranged over.
    Id,
    /// A member: an integer id, or `me` for whoever asks.
    Member,
    /// An account: an integer id.
    Account,
}

impl Kind {
    /// The operators this kind takes, in the order a menu would list them.
    pub fn operators(self) -> &'static [Op] {
        use Op::*;
        match self {
            Self::Text => &[
                Eq,
                Ne,
                Contains,
                NotContains,
                StartsWith,
                In,
                IsSet,
                IsNotSet,
            ],
            Self::Number | Self::Time => &[Eq, Ne, Gt, Gte, Lt, Lte, Between, IsSet, IsNotSet],
            Self::Date | Self::DateTime => &[
                Eq,
                Ne,
                Gt,
                Gte,
                Lt,
                Lte,
                Between,
                WithinLast,
                NotWithinLast,
                Before,
                After,
                On,
                IsSet,
                IsNotSet,
            ],
            Self::Bool => &[Is, IsSet, IsNotSet],
            Self::Json => &[IsSet, IsNotSet],
            Self::Tags => &[HasAny, HasAll, HasNone, IsSet, IsNotSet],
            Self::Enum(_) | Self::Id | Self::Member | Self::Account => {
                &[Eq, Ne, In, IsSet, IsNotSet]
            }
        }
    }

    /// Whether values of this kind lie on a line, so that `a..b` means something.
    pub(super) fn has_ranges(self) -> bool {
        self.operators().contains(&Op::Between)
    }

    /// Whether values of this kind are days or instants.
    pub(super) fn is_date(self) -> bool {
        matches!(self, Self::Date | Self::DateTime)
    }
}

/// A fact about a customer that is kept with the customer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(
    missing_docs,
    reason = "each is the field of the same name in BUILT_IN"
)]
pub enum CustomerColumn {
    Id,
    Name,
    Email,
    Phone,
    City,
    Country,
    Language,
    Username,
    ProfileName,
    Stage,
    Status,
    Blocked,
    OptedOut,
    Owner,
    Source,
    PossibleDuplicate,
    CreatedAt,
    UpdatedAt,
    FirstInboundAt,
    LastInboundAt,
    FirstOutboundAt,
    LastOutboundAt,
    FirstMessageAt,
    LastMessageAt,
    ConversationsCount,
    MessagesCount,
    InboundCount,
    OutboundCount,
    OrdersCount,
    /// Money spent in major units (12.5 is twelve and a half riyals).
    Spent,
    /// The average of the customer's 1–5 scores.
    Csat,
}

/// Where a field's value comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// Kept with the customer.
    Column(CustomerColumn),
    /// The names of the customer's tags.
    Tags,
    /// The channels of the customer's contacts; there may be several.
    Channel,
    /// The accounts the customer has written to or heard from; there may be several.
    Account,
    /// Whether the 24-hour window is open on any of the customer's contacts.
    Window,
    /// A custom field.
    Attribute {
        /// The definition's id.
        id: i64,
        /// The key in the customer's attribute document.
        key: String,
    },
}

/// Something a condition can be about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// The canonical name, e.g. `tags`, `last_inbound_at`, `attributes.city`.
    pub name: String,
    /// The name the text form prints, e.g. `tag`, `last_inbound`, `city`.
    pub short_name: String,
    /// What it holds.
    pub kind: Kind,
    /// Where its value comes from.
    pub source: Source,
}

impl Field {
    /// The words the text form uses for true and false, beside yes/no and true/false.
    pub(super) fn bool_words(&self) -> (&'static str, &'static str) {
        match self.source {
            Source::Window => ("open", "closed"),
            _ => ("yes", "no"),
        }
    }
}

/// A workspace's attribute definition, as far as filters care.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AttributeField {
    /// The definition's id.
    pub id: i64,
    /// The key, unique in the workspace.
    pub key: String,
    /// What people call it. The text form reads it too, with `_` for spaces, when it is not taken.
    pub label: String,
    /// One of the seven attribute kinds: Text, Number, Bool, Date, Time, DateTime, Json.
    pub kind: Kind,
}

/// Every field that can be named in one workspace.
#[derive(Debug, Clone)]
pub struct Catalogue {
    fields: Vec<Arc<Field>>,
    by_name: HashMap<String, usize>,
}

impl Catalogue {
    /// The built-in fields and these attributes.
    pub fn new(attributes: impl IntoIterator<Item = AttributeField>) -> Self {
        let mut catalogue = Self {
            fields: Vec::new(),
            by_name: HashMap::new(),
        };
        let attributes: Vec<AttributeField> = attributes.into_iter().collect();
        for (name, short_name, kind, source) in BUILT_IN {
            let is_key = |attribute: &AttributeField| attribute.key == *short_name;
            let gives_way = name.starts_with(LOCATION_PREFIX) && attributes.iter().any(is_key);
            let short_name = if gives_way { name } else { short_name };
            let index = catalogue.add(name, short_name, *kind, source.clone());
            catalogue.by_name.insert((*short_name).to_owned(), index);
        }
        let first = catalogue.fields.len();
        for attribute in &attributes {
            let AttributeField { id, key, kind, .. } = attribute;
            let name = format!("{ATTRIBUTE_PREFIX}{key}");
            let taken = catalogue.by_name.contains_key(key);
            let short_name = if taken { &name } else { key };
            let source = Source::Attribute {
                id: *id,
                key: key.clone(),
            };
            let index = catalogue.add(&name, short_name, *kind, source);
            catalogue.by_name.entry(key.clone()).or_insert(index);
        }
        // Loose spellings and labels come last, so that they never hide a real name.
        for (index, attribute) in (first..).zip(&attributes) {
            for loose in [
                loose_name(&format!("{ATTRIBUTE_PREFIX}{}", attribute.key)),
                loose_name(&attribute.key),
                loose_name(&attribute.label),
            ] {
                catalogue.by_name.entry(loose).or_insert(index);
            }
        }
        catalogue
    }

    fn add(&mut self, name: &str, short_name: &str, kind: Kind, source: Source) -> usize {
        let index = self.fields.len();
        self.by_name.insert(name.to_owned(), index);
        self.fields.push(Arc::new(Field {
            name: name.to_owned(),
            short_name: short_name.to_owned(),
            kind,
            source,
        }));
        index
    }

    /// The field of this name: canonical, short, or an attribute's label, in any case.
    pub fn resolve(&self, name: &str) -> Option<&Arc<Field>> {
        let index = self
            .by_name
            .get(name)
            .or_else(|| self.by_name.get(&loose_name(name)))?;
        self.fields.get(*index)
    }

    /// All fields, built-in ones first.
    pub fn fields(&self) -> impl Iterator<Item = &Arc<Field>> {
        self.fields.iter()
    }

    /// The known name closest to a misspelt one, if any is close.
    pub(super) fn nearest(&self, name: &str) -> Option<&str> {
        let wanted = loose_name(name);
        let length = wanted.chars().count();
        if length > 60 {
            return None;
        }
        let limit = ((length + 1) / 3).clamp(1, 3);
        self.by_name
            .keys()
            .map(|known| (edit_distance(&wanted, known), known.as_str()))
            .filter(|(distance, _)| *distance <= limit)
            .min()
            .map(|(_, known)| known)
    }
}

const ATTRIBUTE_PREFIX: &str = "attributes.";
const LOCATION_PREFIX: &str = "location.";

fn loose_name(name: &str) -> String {
    fold(name).split_whitespace().collect::<Vec<_>>().join("_")
}

/// Levenshtein's distance in characters.
fn edit_distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, to) in b.iter().enumerate() {
            let replaced = diagonal + usize::from(from != *to);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}

/// The journey stages, in the order customers move through them.
const STAGES: &[&str] = &[
    "prospect", "customer", "active", "at_risk", "churned", "vip",
];
const STATUSES: &[&str] = &["active", "blocked"];
const CHANNELS: &[&str] = &["whatsapp", "email", "widget", "instagram"];
const SOURCES: &[&str] = &[
    "inbound",
    "api",
    "import",
    "member",
    "demo",
    "history",
    "address_book",
];

/// Canonical name, short name, kind, source.
type BuiltIn = (&'static str, &'static str, Kind, Source);

const BUILT_IN: &[BuiltIn] = {
    use CustomerColumn as C;
    use Kind::*;
    use Source::Column;
    &[
        ("id", "id", Id, Column(C::Id)),
        ("name", "name", Text, Column(C::Name)),
        ("email", "email", Text, Column(C::Email)),
        ("phone", "phone", Text, Column(C::Phone)),
        ("location.city", "city", Text, Column(C::City)),
        ("location.country", "country", Text, Column(C::Country)),
        ("language", "language", Text, Column(C::Language)),
        ("username", "username", Text, Column(C::Username)),
        ("profile_name", "profile_name", Text, Column(C::ProfileName)),
        ("stage", "stage", Enum(STAGES), Column(C::Stage)),
        ("status", "status", Enum(STATUSES), Column(C::Status)),
        ("blocked", "blocked", Bool, Column(C::Blocked)),
        ("opted_out", "opted_out", Bool, Column(C::OptedOut)),
        ("owner", "owner", Member, Column(C::Owner)),
        ("tags", "tag", Tags, Source::Tags),
        ("channel", "channel", Enum(CHANNELS), Source::Channel),
        ("account", "account", Account, Source::Account),
        ("window_open", "window", Bool, Source::Window),
        ("source", "source", Enum(SOURCES), Column(C::Source)),
        (
            "possible_duplicate",
            "duplicate",
            Bool,
            Column(C::PossibleDuplicate),
        ),
        ("created_at", "created", DateTime, Column(C::CreatedAt)),
        ("updated_at", "updated", DateTime, Column(C::UpdatedAt)),
        (
            "first_inbound_at",
            "first_inbound",
            DateTime,
            Column(C::FirstInboundAt),
        ),
        (
            "last_inbound_at",
            "last_inbound",
            DateTime,
            Column(C::LastInboundAt),
        ),
        (
            "first_outbound_at",
            "first_outbound",
            DateTime,
            Column(C::FirstOutboundAt),
        ),
        (
            "last_outbound_at",
            "last_outbound",
            DateTime,
            Column(C::LastOutboundAt),
        ),
        (
            "first_message_at",
            "first_message",
            DateTime,
            Column(C::FirstMessageAt),
        ),
        (
            "last_message_at",
            "last_message",
            DateTime,
            Column(C::LastMessageAt),
        ),
        (
            "conversations_count",
            "conversations",
            Number,
            Column(C::ConversationsCount),
        ),
        (
            "messages_count",
            "messages",
            Number,
            Column(C::MessagesCount),
        ),
        ("inbound_count", "inbound", Number, Column(C::InboundCount)),
        (
            "outbound_count",
            "outbound",
            Number,
            Column(C::OutboundCount),
        ),
        ("orders_count", "orders", Number, Column(C::OrdersCount)),
        ("spent", "spent", Number, Column(C::Spent)),
        ("csat", "csat", Number, Column(C::Csat)),
    ]
};
