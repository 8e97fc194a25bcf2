//! What is not a message: marketing preferences, and news of templates, numbers and accounts.

use whatsapp::webhook::{Change, ChangeKind, PreferenceValue, Status, UserPreferences, person_of};

use super::decide::Line;
use super::identity::Ids;
use super::world::{NewPreference, Notice, World};
use super::{Outcome, Webhook};
use crate::kernel::clock::{SECOND, Timestamp};

/// The category of messages that a preference is about.
const MARKETING: &str = "marketing_messages";

impl World {
    /// People who stopped or resumed marketing in WhatsApp. Somebody unknown becomes a customer, so
    /// that the refusal is there before the first campaign is.
    pub(super) fn preferences(
        &mut self,
        line: Line,
        value: &UserPreferences,
        outcome: &mut Outcome,
    ) {
        for preference in &value.preferences {
            let granted = match preference.value {
                PreferenceValue::Stop => false,
                PreferenceValue::Resume | PreferenceValue::Signup => true,
                PreferenceValue::Other(ref value) => {
                    outcome.note("kept", format!("nothing uses the preference `{value}` yet"));
                    continue;
                }
            };
            let category = preference.category.as_deref().unwrap_or(MARKETING);
            if category != MARKETING {
                outcome.note(
                    "kept",
                    format!("nothing uses preferences of `{category}` yet"),
                );
                continue;
            }
            let ids = Ids {
                wa_id: preference.wa_id.as_deref(),
                user_id: preference.user_id.as_deref(),
                parent_user_id: preference.parent_user_id.as_deref(),
            };
            let person = person_of(&value.people, ids.wa_id, ids.user_id);
            let ids = ids.with(person);
            let at = preference.timestamp.map_or(line.received_at, Timestamp);
            let Some(contact) = self.contact(line, ids, at) else {
                outcome.note("kept", "a preference of nobody we can find");
                continue;
            };
            if let Some(person) = person {
                self.set_profile(contact, person, at);
            }
            let detail = preference.detail.clone();
            self.preferences.push(NewPreference {
                contact,
                granted,
                detail,
                at,
            });
        }
    }

    /// WhatsApp refused a message because the person stopped marketing: as good as being told of it,
    /// and perhaps all that we are ever told.
    pub(super) fn stopped(&mut self, line: Line, ids: Ids<'_>, status: &Status) {
        let at = Timestamp(status.timestamp);
        let known = ids.user_id.and_then(|user| self.find(line.workspace, user));
        let contact = known
            .or_else(|| self.find_number(line.workspace, ids.wa_id?))
            .or_else(|| self.contact(line, ids, at));
        let Some(contact) = contact else { return };
        let said = status.errors.first();
        let said = said.and_then(|error| error.details.clone().or_else(|| error.title.clone()));
        self.preferences.push(NewPreference {
            contact,
            granted: false,
            detail: said,
            at,
        });
    }

    /// Takes news of a template, number or account. False for anything else.
    pub(super) fn notice(&mut self, webhook: &Webhook, change: &Change) -> bool {
        let mut notice = Notice {
            workspace: webhook.workspace,
            app: webhook.app,
            waba_id: change.waba_id.clone(),
            phone_number_id: change.phone_number_id.clone(),
            display_phone: change.display_phone_number.clone(),
            field: change.field.clone(),
            event: None,
            data: serde_json::Value::Null,
            limit: None,
            verified_name: None,
            template: None,
            told_at: change
                .time
                .map(|seconds| Timestamp(0).plus(seconds.saturating_mul(SECOND))),
            received_at: webhook.received_at,
        };
        match &change.kind {
            ChangeKind::TemplateUpdate(update) => {
                notice.data = update.raw.clone();
                notice.template = Some(update.clone());
            }
            ChangeKind::PhoneNumberUpdate(update) => {
                notice.data = update.raw.clone();
                notice.event = update.event.clone();
                notice.display_phone = update.display_phone_number.clone().or(notice.display_phone);
                notice.limit = update.limit.clone();
                let approved = update.name_decision.as_deref() == Some("APPROVED");
                notice.verified_name = update.requested_name.clone().filter(|_| approved);
            }
            ChangeKind::AccountUpdate(update) => {
                notice.data = update.raw.clone();
                notice.limit = update.limit.clone();
                let alert = update.alert.as_ref().and_then(|alert| alert.kind.clone());
                notice.event = update.event.clone().or(alert);
                if update.phone_number_id.is_some() {
                    notice.phone_number_id = update.phone_number_id.clone();
                }
            }
            ChangeKind::Messages(value) if !value.errors.is_empty() => {
                let errors: Vec<_> = value.errors.iter().map(|error| error.raw.clone()).collect();
                notice.field = "errors".to_owned();
                notice.data = serde_json::json!({"errors": errors});
                self.notices.push(notice);
                return value.messages.is_empty() && value.statuses.is_empty();
            }
            _ => return false,
        }
        self.notices.push(notice);
        true
    }
}
