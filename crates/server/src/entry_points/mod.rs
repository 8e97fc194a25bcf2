//! Free entry points: 72 hours in which messages to a contact are free.
//!
//! One begins when the business answers, within a day, a person who wrote from an ad that opens
//! WhatsApp or from a button on a Facebook page. It is of one contact and one account, and makes messages
//! free, templates as well. It says nothing of whether free-form messages may be sent: that is the
//! [window](crate::window), and the two end at different times.
//!
//! It is derived from the message with the `referral` and the first message after it, in whichever
//! order they reach us. Where Meta itself tells of one (by the price of a message, in older webhooks
//! with its end), that counts more. A message of history begins none.
mod store;

pub use store::{FreeEntryPoint, Told, latest, referred, settle, settle_sent, told};
