//! Notices about the business's own things: its templates, its numbers, its account.
//!
//! Each notice has the keys a store needs and the `value` as it came. Several subscriptions tell about
//! one kind of thing, so one type serves them all and leaves absent what a notice does not say.
//! Words such as events and decisions are Meta's own, in capitals.

use serde_json::Value;

use super::read::{elements, id_at, integer, micros, text_at};

/// A template changed: its state, its quality, its category or its words.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TemplateUpdate {
    /// The state it is in now: `APPROVED`, `REJECTED`, `PAUSED`, …; absent when only something else
    /// changed.
    pub event: Option<String>,
    /// Meta's id of the template, in digits.
    pub template_id: Option<String>,
    /// Its name.
    pub name: Option<String>,
    /// Its language, such as `ar` or `en_US`.
    pub language: Option<String>,
    /// The category in force: `MARKETING`, `UTILITY` or `AUTHENTICATION`.
    pub category: Option<String>,
    /// The category before.
    pub previous_category: Option<String>,
    /// The category it will get, when Meta announces a change.
    pub upcoming_category: Option<String>,
    /// Why it was rejected, paused or disabled; Meta's `NONE` is absent.
    pub reason: Option<String>,
    /// What happened in more detail: the title (`FIRST_PAUSE`, …).
    pub detail_title: Option<String>,
    /// What happened in more detail: a sentence, or how to repair a rejected template.
    pub detail: Option<String>,
    /// The quality now: `GREEN`, `YELLOW`, `RED` or `UNKNOWN`.
    pub quality: Option<String>,
    /// The quality before.
    pub previous_quality: Option<String>,
    /// Its new words: the title, where it has one.
    pub title: Option<String>,
    /// Its new words: the body, with variables as `{{1}}`.
    pub body: Option<String>,
    /// Its new words: the small print, where it has some.
    pub footer: Option<String>,
    /// The value as it came.
    pub raw: Value,
}

impl TemplateUpdate {
    /// Reads the value by its keys: Meta has sent quality under the name of the status field.
    pub fn read(raw: Value) -> Self {
        let at = |key| id_at(&raw, key);
        let within = |key, inner| raw.get(key).and_then(|value| text_at(value, inner));
        Self {
            event: at("event"),
            template_id: at("message_template_id"),
            name: at("message_template_name"),
            language: at("message_template_language"),
            // In announcements `new_category` is still the present one.
            category: at("new_category")
                .or_else(|| at("message_template_category"))
                .or_else(|| at("category")),
            previous_category: at("previous_category"),
            upcoming_category: at("correct_category"),
            reason: at("reason")
                .filter(|reason| reason != "NONE")
                .or_else(|| within("rejection_info", "reason")),
            detail_title: within("other_info", "title"),
            detail: within("other_info", "description")
                .or_else(|| within("rejection_info", "recommendation")),
            quality: at("new_quality_score"),
            previous_quality: at("previous_quality_score"),
            title: text_at(&raw, "message_template_title"),
            body: text_at(&raw, "message_template_element"),
            footer: text_at(&raw, "message_template_footer"),
            raw,
        }
    }
}

/// A business number changed: its limit, its quality, its name, its username or its PIN.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PhoneNumberUpdate {
    /// The number as people write it. Meta does not give its id here.
    pub display_phone_number: Option<String>,
    /// `UPGRADE`, `DOWNGRADE`, `FLAGGED`, `UNFLAGGED`, `ONBOARDING`, `PIN_CHANGED`, …
    pub event: Option<String>,
    /// Users it may write to first, per 24 hours: `TIER_2K`, `TIER_UNLIMITED`, …, or a number.
    pub limit: Option<String>,
    /// The same before.
    pub previous_limit: Option<String>,
    /// What Meta decided about its display name: `APPROVED`, `REJECTED`, `PENDING`, `DEFERRED`.
    pub name_decision: Option<String>,
    /// The display name decided about.
    pub requested_name: Option<String>,
    /// Why the display name was rejected; Meta's `NONE` is absent.
    pub rejection_reason: Option<String>,
    /// The business username, without `@`.
    pub username: Option<String>,
    /// `approved`, `reserved` or `deleted`, of the username.
    pub username_status: Option<String>,
    /// The value as it came.
    pub raw: Value,
}

impl PhoneNumberUpdate {
    pub(super) fn read(raw: Value) -> Self {
        let at = |key| id_at(&raw, key);
        Self {
            display_phone_number: at("display_phone_number"),
            event: at("event"),
            limit: at("max_daily_conversations_per_business").or_else(|| at("current_limit")),
            previous_limit: at("old_limit"),
            name_decision: at("decision"),
            requested_name: text_at(&raw, "requested_verified_name"),
            rejection_reason: at("rejection_reason").filter(|reason| reason != "NONE"),
            username: at("username").map(|name| name.trim_start_matches('@').to_owned()),
            username_status: at("status"),
            raw,
        }
    }
}

/// The business account changed, or there is something its owner should know.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AccountUpdate {
    /// `ACCOUNT_VIOLATION`, `ACCOUNT_RESTRICTION`, `DISABLED_UPDATE`, `PARTNER_REMOVED`, …
    pub event: Option<String>,
    /// What a review decided: `APPROVED`, `REJECTED`, `PENDING`, `DEFERRED`.
    pub decision: Option<String>,
    /// What the account did wrong.
    pub violation_type: Option<String>,
    /// `DISABLE`, `REINSTATE` or `SCHEDULE_FOR_DISABLE`.
    pub ban_state: Option<String>,
    /// When, as Meta writes it (an English date).
    pub ban_date: Option<String>,
    /// What the account may not do for a while.
    pub restrictions: Vec<AccountRestriction>,
    /// The number it is about, when it is about one number only.
    pub phone_number_id: Option<String>,
    /// The country the business is in, two letters.
    pub country: Option<String>,
    /// A warning.
    pub alert: Option<AccountAlert>,
    /// Users the portfolio may write to first, per 24 hours: a number or `TIER_…`.
    pub limit: Option<String>,
    /// Numbers the business may have.
    pub max_phone_numbers: Option<i64>,
    /// The value as it came.
    pub raw: Value,
}

/// Something an account may not do until a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountRestriction {
    /// Meta's name of it, such as `RESTRICTED_BIZ_INITIATED_MESSAGING`.
    pub kind: Option<String>,
    /// When it ends, in microseconds since 1970 UTC.
    pub expiration: Option<i64>,
}

/// A warning by Meta.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountAlert {
    /// What it is about: `BUSINESS`, `PHONE_NUMBER`, `WABA`, …
    pub entity_type: Option<String>,
    /// The id of that.
    pub entity_id: Option<String>,
    /// `CRITICAL`, `WARNING` or `INFORMATIONAL`.
    pub severity: Option<String>,
    /// `ACTIVE` or `NONE`.
    pub status: Option<String>,
    /// Meta's name of it.
    pub kind: Option<String>,
    /// An English sentence.
    pub description: Option<String>,
}

impl AccountUpdate {
    pub(super) fn read(raw: Value) -> Self {
        let at = |key| id_at(&raw, key);
        let within = |key, inner| raw.get(key).and_then(|value| id_at(value, inner));
        let restrictions = elements(raw.get("restriction_info").cloned());
        Self {
            event: at("event"),
            decision: at("decision"),
            violation_type: within("violation_info", "violation_type"),
            ban_state: within("ban_info", "waba_ban_state"),
            ban_date: within("ban_info", "waba_ban_date"),
            restrictions: restrictions
                .iter()
                .map(|restriction| AccountRestriction {
                    kind: id_at(restriction, "restriction_type"),
                    expiration: restriction.get("expiration").and_then(micros),
                })
                .collect(),
            phone_number_id: within("phone_number_settings", "phone_number_id").or_else(|| {
                // An alert names its subject by kind and id.
                at("entity_id").filter(|_| at("entity_type").as_deref() == Some("PHONE_NUMBER"))
            }),
            country: at("country"),
            alert: raw.get("alert_info").map(|info| AccountAlert {
                entity_type: at("entity_type"),
                entity_id: at("entity_id"),
                severity: id_at(info, "alert_severity"),
                status: id_at(info, "alert_status"),
                kind: id_at(info, "alert_type"),
                description: text_at(info, "alert_description"),
            }),
            limit: at("max_daily_conversations_per_business")
                .or_else(|| at("max_daily_conversation_per_phone")),
            max_phone_numbers: [
                "max_phone_numbers_per_business",
                "max_phone_numbers_per_waba",
            ]
            .iter()
            .find_map(|key| raw.get(*key).and_then(integer)),
            raw,
        }
    }
}
