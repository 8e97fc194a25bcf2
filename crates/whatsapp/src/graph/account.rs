//! A business's numbers, and the apps that get its webhooks.

use serde_json::{Value, json};

use super::{Error, Graph, done, text_at};

/// The fields asked of a number. Meta refuses the whole request when it does not know one of them.
const PHONE_NUMBER_FIELDS: &str = "id,display_phone_number,verified_name,name_status,quality_rating,\
     status,code_verification_status,account_mode,platform_type,throughput,\
     whatsapp_business_manager_messaging_limit,health_status";

/// How a business number is doing. Words are Meta's own, in capitals.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PhoneNumberHealth {
    /// The phone number id.
    pub id: Option<String>,
    /// The number as people write it.
    pub display_phone_number: Option<String>,
    /// The name customers see.
    pub verified_name: Option<String>,
    /// What Meta decided about that name.
    pub name_status: Option<String>,
    /// `GREEN`, `YELLOW`, `RED` or `UNKNOWN`.
    pub quality_rating: Option<String>,
    /// `CONNECTED`, `FLAGGED`, `RESTRICTED`, `DISCONNECTED`, …
    pub status: Option<String>,
    /// `LIVE` or `SANDBOX`.
    pub account_mode: Option<String>,
    /// `CLOUD_API`, `NOT_APPLICABLE`, …
    pub platform_type: Option<String>,
    /// `STANDARD` (80 messages a second) or `HIGH`.
    pub throughput: Option<String>,
    /// Users it may write to first, per 24 hours: `TIER_2K`, …
    pub messaging_limit: Option<String>,
    /// `AVAILABLE`, `LIMITED` or `BLOCKED`.
    pub can_send_message: Option<String>,
    /// The answer as it came.
    pub raw: Value,
}

/// An app that receives the webhooks of a business account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SubscribedApp {
    /// The app's id.
    pub id: Option<String>,
    /// The app's name.
    pub name: Option<String>,
    /// Where its webhooks go instead of the app's own address.
    pub override_callback_uri: Option<String>,
}

/// Where a business account's webhooks go instead of the app's own address.
#[derive(Clone, Copy)]
pub struct CallbackOverride<'a> {
    /// The address; Meta asks it for the verify token's challenge at once.
    pub uri: &'a str,
    /// What Meta says in that question.
    pub verify_token: &'a str,
}

impl Graph {
    /// How the number with this phone number id is doing.
    ///
    /// # Errors
    /// See [`Error`]; code 100 or 33 means that the id is wrong or not this token's.
    pub async fn phone_number(&self, phone_number_id: &str) -> Result<PhoneNumberHealth, Error> {
        let raw = self
            .get(&[phone_number_id], &[("fields", PHONE_NUMBER_FIELDS)])
            .await?;
        let at = |pointer| text_at(&raw, pointer);
        Ok(PhoneNumberHealth {
            id: at("/id"),
            display_phone_number: at("/display_phone_number"),
            verified_name: at("/verified_name"),
            name_status: at("/name_status"),
            quality_rating: at("/quality_rating"),
            status: at("/status"),
            account_mode: at("/account_mode"),
            platform_type: at("/platform_type"),
            throughput: at("/throughput/level"),
            messaging_limit: at("/whatsapp_business_manager_messaging_limit"),
            can_send_message: at("/health_status/can_send_message"),
            raw,
        })
    }

    /// The apps that receive this business account's webhooks. Without ours, no message ever arrives.
    ///
    /// # Errors
    /// See [`Error`].
    pub async fn subscribed_apps(&self, waba_id: &str) -> Result<Vec<SubscribedApp>, Error> {
        let answer = self.get(&[waba_id, "subscribed_apps"], &[]).await?;
        let apps = answer.get("data").and_then(Value::as_array);
        Ok(apps
            .into_iter()
            .flatten()
            .map(|app| SubscribedApp {
                id: text_at(app, "/whatsapp_business_api_data/id"),
                name: text_at(app, "/whatsapp_business_api_data/name"),
                override_callback_uri: text_at(app, "/override_callback_uri"),
            })
            .collect())
    }

    /// Has this business account's webhooks sent to the token's app, perhaps to an address of their own.
    ///
    /// # Errors
    /// See [`Error`]; code 100 also when the address does not answer the challenge.
    pub async fn subscribe(
        &self,
        waba_id: &str,
        callback: Option<CallbackOverride<'_>>,
    ) -> Result<(), Error> {
        let body = callback.map_or_else(
            || json!({}),
            |to| json!({"override_callback_uri": to.uri, "verify_token": to.verify_token}),
        );
        let request = self.post(&[waba_id, "subscribed_apps"], &body);
        done(&self.answer(request).await?)
    }

    /// Ends [`Graph::subscribe`].
    ///
    /// # Errors
    /// See [`Error`].
    pub async fn unsubscribe(&self, waba_id: &str) -> Result<(), Error> {
        done(
            &self
                .answer(self.delete(&[waba_id, "subscribed_apps"]))
                .await?,
        )
    }
}
