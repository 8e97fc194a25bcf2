//! Why a message was not sent or not delivered, in words for an agent.

use serde::Serialize;
use serde_json::{Value, json};
use utoipa::ToSchema;
use whatsapp::errors::{self, Retry};

crate::words! {
    /// Why we did not send a message, or do not know whether we did. Beside Meta's own codes.
    pub enum NotSent {
        /// The team has blocked the customer.
        Blocked => "customer_blocked",
        /// The customer does not want marketing.
        OptedOut => "opted_out",
        /// Free-form messages need a message of the customer's in the last 24 hours.
        WindowClosed => "window_closed",
        /// The contact has neither a number nor a user id.
        NoAddress => "no_address",
        /// The number was removed before it was sent.
        AccountRemoved => "account_removed",
        /// Its file could not be given to WhatsApp.
        FileFailed => "file_failed",
        /// The connection broke while it was sent, and no status came.
        OutcomeUnknown => "outcome_unknown",
        /// It does not keep to what WhatsApp takes today.
        Invalid => "invalid",
    }
}

impl NotSent {
    /// The reason as it is kept with the message, in the place of Meta's errors.
    pub fn errors(self) -> Value {
        json!([{"code": self.as_str()}])
    }

    fn words(self) -> (&'static str, &'static str, Retry) {
        match self {
            Self::Blocked => (
                "Not sent: the customer is blocked. Unblock them first.",
                "لم تُرسل: العميل محظور. ألغِ الحظر أولاً.",
                Retry::No,
            ),
            Self::OptedOut => (
                "Not sent: the customer does not want marketing messages.",
                "لم تُرسل: العميل لا يريد رسائل تسويقية.",
                Retry::No,
            ),
            Self::WindowClosed => (
                "Not sent: the customer's last message is more than 24 hours old. Send a template.",
                "لم تُرسل: مضى على آخر رسالة من العميل أكثر من 24 ساعة. أرسل قالباً.",
                Retry::No,
            ),
            Self::NoAddress => (
                "Not sent: the contact has neither a phone number nor a WhatsApp user id.",
                "لم تُرسل: ليس لجهة الاتصال رقم هاتف ولا معرّف واتساب.",
                Retry::No,
            ),
            Self::AccountRemoved => (
                "Not sent: the WhatsApp number was removed. Write from another one.",
                "لم تُرسل: أُزيل رقم واتساب. أرسل من رقم آخر.",
                Retry::No,
            ),
            Self::FileFailed => (
                "Not sent: WhatsApp did not take the file. Upload it again.",
                "لم تُرسل: لم يقبل واتساب الملف. ارفعه من جديد.",
                Retry::Later,
            ),
            Self::OutcomeUnknown => (
                "It is not known whether this was sent: the connection broke and no status came. It was not \
                 repeated; ask the customer before you send it again.",
                "لا يُعرف إن كانت الرسالة قد أُرسلت: انقطع الاتصال ولم يصل أي تأكيد. لم تُكرَّر؛ اسأل العميل قبل إعادة الإرسال.",
                Retry::Later,
            ),
            Self::Invalid => (
                "Not sent: WhatsApp does not take such a message any more. Write it anew.",
                "لم تُرسل: لم يعد واتساب يقبل رسالة كهذه. اكتبها من جديد.",
                Retry::No,
            ),
        }
    }
}

/// Why a message failed.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct MessageFailure {
    /// Meta's code, or ours: customer_blocked, opted_out, window_closed, no_address, account_removed,
    /// file_failed, outcome_unknown, invalid.
    #[schema(example = "131026")]
    code: String,
    /// What happened and what to do, in English.
    #[schema(example = "The message cannot be delivered to this number.")]
    message: String,
    /// The same in Arabic.
    #[schema(example = "لا يمكن تسليم الرسالة إلى هذا الرقم.")]
    message_ar: String,
    /// Meta's own words.
    details: Option<String>,
    /// Whether sending it again can succeed: `yes`; `later`, after hours or once somebody has acted;
    /// `no`, as it is.
    #[schema(example = "no")]
    retry: &'static str,
}

impl MessageFailure {
    /// The first of a message's errors, as kept with it.
    pub(super) fn of(errors: &Value) -> Option<Self> {
        let first = errors.get(0)?;
        let text = |pointer| first.pointer(pointer).and_then(Value::as_str);
        let code = &first["code"];
        let ours = code.as_str().and_then(|code| code.parse::<NotSent>().ok());
        let (message, message_ar, retry) = match ours {
            Some(ours) => ours.words(),
            None => {
                let number = code.as_i64().or_else(|| code.as_str()?.parse().ok());
                let known = errors::lookup(number.unwrap_or_default());
                (known.english, known.arabic, known.retry)
            }
        };
        let details = text("/error_data/details").or_else(|| text("/message"));
        Some(Self {
            code: match code {
                Value::String(code) => code.clone(),
                code => code.to_string(),
            },
            message: message.to_owned(),
            message_ar: message_ar.to_owned(),
            details: details.or_else(|| text("/title")).map(str::to_owned),
            retry: match retry {
                Retry::Yes => "yes",
                Retry::Later => "later",
                Retry::No => "no",
            },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn metas_codes_and_ours_have_words_in_both_languages() {
        let metas = json!([{"code": 131_026, "title": "Message undeliverable",
            "error_data": {"details": "Message Undeliverable."}}]);
        let failure = MessageFailure::of(&metas).expect("a failure");
        assert_eq!((failure.code.as_str(), failure.retry), ("131026", "no"));
        assert_eq!(failure.details.as_deref(), Some("Message Undeliverable."));
        let ours = MessageFailure::of(&NotSent::OptedOut.errors()).expect("a failure");
        assert_eq!((ours.code.as_str(), ours.details), ("opted_out", None));
        assert!(ours.message_ar.contains("تسويقية"));
        assert!(MessageFailure::of(&json!([])).is_none());
    }
}
