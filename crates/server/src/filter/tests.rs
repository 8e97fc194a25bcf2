//! The filter language as its users meet it.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde_json::Value as Json;

use super::*;
use crate::kernel::phone::Region;

mod errors;
mod explaining;
mod forms;
mod meaning;
pub(crate) mod properties;

/// A workspace in Riyadh with attributes of all seven kinds. `city` takes that
/// word from the built-in field.
pub(crate) fn catalogue() -> Catalogue {
    let attribute = |id, key: &str, label: &str, kind| AttributeField {
        id,
        key: key.to_owned(),
        label: label.to_owned(),
        kind,
    };
    Catalogue::new([
        attribute(1, "city", "Home city", Kind::Text),
        attribute(2, "district", "الحي", Kind::Text),
        attribute(3, "points", "Loyalty points", Kind::Number),
        attribute(4, "newsletter", "Wants newsletter", Kind::Bool),
        attribute(5, "birthdate", "Birth date", Kind::Date),
        attribute(6, "delivery_time", "Delivery time", Kind::Time),
        attribute(7, "renewal", "Renewal", Kind::DateTime),
        attribute(8, "quiz", "Quiz answers", Kind::Json),
        attribute(9, "كود العميل", "Customer code", Kind::Text),
    ])
}

pub(crate) fn micros(instant: &str) -> i64 {
    instant
        .parse::<Timestamp>()
        .expect("an instant")
        .as_microsecond()
}

/// Noon of 20 November 2026 in Riyadh (UTC+3); member 7 asks.
fn context() -> Context {
    Context {
        now_micros: micros("2026-11-20T09:00:00Z"),
        time_zone: TimeZone::get("Asia/Riyadh").expect("a known zone"),
        me: Some(7),
        region: Region::parse("SA").ok(),
    }
}

fn text(filter: &str) -> Filter {
    parse_text(filter, &catalogue()).unwrap_or_else(|error| panic!("{filter}: {error}"))
}

fn json(filter: &Json) -> Filter {
    parse_json(filter, &catalogue()).unwrap_or_else(|error| panic!("{filter}: {error}"))
}

/// A loyal customer with a value in most fields.
fn reem() -> Facts {
    let catalogue = catalogue();
    let mut facts = Facts {
        tags: vec!["VIP".into(), "كبار العملاء".into()],
        search_text: "ريم الأحمد +966501234567 reem@example.com".into(),
        ..Facts::default()
    };
    let words = [
        ("name", "ريم الأحمد"),
        ("phone", "+966501234567"),
        ("email", "reem@example.com"),
        ("location.city", "الرياض"),
        ("location.country", "SA"),
        ("stage", "vip"),
        ("status", "active"),
        ("source", "inbound"),
    ];
    for (name, word) in words {
        facts.set(name, Scalar::Text(word.into()));
    }
    facts.set("id", Scalar::Id(41));
    facts.set("owner", Scalar::Id(7));
    facts.set("opted_out", Scalar::Bool(false));
    facts.set("blocked", Scalar::Bool(false));
    facts.set("window_open", Scalar::Bool(true));
    facts.set("orders_count", Scalar::Number(Number::Int(7)));
    facts.set("spent", Scalar::Number(Number::Real(1249.5)));
    facts.set(
        "created_at",
        Scalar::Instant(micros("2026-01-04T21:30:00Z")),
    );
    facts.set(
        "last_inbound_at",
        Scalar::Instant(micros("2026-11-19T08:00:00Z")),
    );
    let channels = ["whatsapp", "email"].map(|channel| Scalar::Text(channel.into()));
    facts
        .values
        .insert("channel".into(), Fact::Many(channels.into()));
    facts.values.insert(
        "account".into(),
        Fact::Many(vec![Scalar::Id(3), Scalar::Id(4)]),
    );
    let attributes = serde_json::json!({
        "city": "Jeddah", "district": "العُلَيّا", "points": 120.5, "newsletter": true,
        "birthdate": "1994-11-01", "delivery_time": "09:30", "renewal": "2027-01-31T21:00:00Z",
        "quiz": {"answers": [1, 2]},
    });
    for field in catalogue.fields() {
        if let Source::Attribute { key, .. } = &field.source {
            facts.set_attribute(field, &attributes[key]);
        }
    }
    facts
}

/// Somebody who just appeared, without a phone number, and of whom nothing is known.
fn stranger() -> Facts {
    let mut facts = Facts {
        search_text: "🌹".into(),
        ..Facts::default()
    };
    facts.set("name", Scalar::Text("🌹".into()));
    facts
}
