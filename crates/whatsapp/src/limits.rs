//! What one message, template or number may hold: the limits Meta publishes.
//!
//! Lengths are in characters (Unicode scalar values) unless a name says bytes; a megabyte of Meta is taken
//! as the smaller one, 1,000,000 bytes, except for what we accept from Meta. Check before sending:
//! Meta answers most violations with code 100 and no hint at which field it was.

use std::ops::RangeInclusive;
use std::time::Duration;

/// The body of a text message.
pub const TEXT_BODY: usize = 4096;
/// The caption of an image, video or document.
pub const CAPTION: usize = 1024;
/// Our own text that comes back in statuses (`biz_opaque_callback_data`).
pub const CALLBACK_DATA: usize = 512;
/// Contact cards in one message.
pub const CONTACTS_PER_MESSAGE: usize = 257;

/// The body of an interactive message, except lists.
pub const INTERACTIVE_BODY: usize = 1024;
/// The body of a list message.
pub const LIST_BODY: usize = 4096;
/// The text header of an interactive message.
pub const INTERACTIVE_HEADER: usize = 60;
/// The footer of an interactive message.
pub const INTERACTIVE_FOOTER: usize = 60;
/// Reply buttons of one message; at least one.
pub const REPLY_BUTTONS: usize = 3;
/// The label of a reply button; unique within the message.
pub const REPLY_BUTTON_TITLE: usize = 20;
/// The id of a reply button.
pub const REPLY_BUTTON_ID: usize = 256;
/// The label that opens a list.
pub const LIST_BUTTON: usize = 20;
/// Sections of a list; each needs a title when there is more than one.
pub const LIST_SECTIONS: usize = 10;
/// Rows of a list, over all its sections.
pub const LIST_ROWS: usize = 10;
/// The title of a list's section.
pub const LIST_SECTION_TITLE: usize = 24;
/// The title of a list's row.
pub const LIST_ROW_TITLE: usize = 24;
/// The description of a list's row.
pub const LIST_ROW_DESCRIPTION: usize = 72;
/// The id of a list's row.
pub const LIST_ROW_ID: usize = 200;
/// The label of a link button.
pub const LINK_BUTTON_TITLE: usize = 20;
/// Products of a product list, over all its sections.
pub const PRODUCT_LIST_ITEMS: usize = 30;
/// Sections of a product list.
pub const PRODUCT_LIST_SECTIONS: usize = 10;
/// The fewest cards of a carousel.
pub const CAROUSEL_MIN_CARDS: usize = 2;
/// The most cards of a carousel.
pub const CAROUSEL_MAX_CARDS: usize = 10;
/// The body of a carousel's card.
pub const CAROUSEL_CARD_BODY: usize = 160;

/// How long after a user's last message anything may be sent; templates at any time.
pub const CUSTOMER_SERVICE_WINDOW: Duration = Duration::from_hours(24);
/// How long messages are free after an answer to somebody who came from an ad.
pub const FREE_ENTRY_POINT_WINDOW: Duration = Duration::from_hours(72);
/// How long after a message a reaction or a read mark is still accepted.
pub const REACTION_AGE: Duration = Duration::from_hours(30 * 24);
/// How long the typing indicator shows, unless a message ends it.
pub const TYPING_INDICATOR: Duration = Duration::from_secs(25);

/// Audio files: AAC, AMR, MP3, MP4, OGG with Opus in mono.
pub const AUDIO_BYTES: u64 = 16_000_000;
/// Images: JPEG and PNG.
pub const IMAGE_BYTES: u64 = 5_000_000;
/// Videos: MP4 and 3GPP with H.264 and AAC.
pub const VIDEO_BYTES: u64 = 16_000_000;
/// Documents.
pub const DOCUMENT_BYTES: u64 = 100_000_000;
/// Stickers that stand still, WebP.
pub const STATIC_STICKER_BYTES: u64 = 100_000;
/// Stickers that move, WebP.
pub const ANIMATED_STICKER_BYTES: u64 = 500_000;
/// How long a media id from a webhook can be fetched.
pub const INBOUND_MEDIA_LIFE: Duration = Duration::from_hours(7 * 24);
/// How long a media id we uploaded can be sent.
pub const UPLOADED_MEDIA_LIFE: Duration = Duration::from_hours(30 * 24);
/// How long the url of a media id works.
pub const MEDIA_URL_LIFE: Duration = Duration::from_mins(5);

/// The name of a template: lowercase letters, digits and underscores.
pub const TEMPLATE_NAME: usize = 512;
/// The text header of a template; one variable at most.
pub const TEMPLATE_HEADER: usize = 60;
/// The body of a template.
pub const TEMPLATE_BODY: usize = 1024;
/// The footer of a template; no variables.
pub const TEMPLATE_FOOTER: usize = 60;
/// Buttons of a template, all kinds together.
pub const TEMPLATE_BUTTONS: usize = 10;
/// Buttons of a template that call a number.
pub const TEMPLATE_PHONE_BUTTONS: usize = 1;
/// The number of such a button, in digits.
pub const TEMPLATE_PHONE_NUMBER: usize = 20;
/// Buttons of a template that copy a code.
pub const TEMPLATE_COPY_BUTTONS: usize = 1;
/// Link buttons of a template.
pub const TEMPLATE_URL_BUTTONS: usize = 2;
/// The label of a template's button.
pub const TEMPLATE_BUTTON_TITLE: usize = 25;
/// The address of a template's link button; one variable, at its very end.
pub const TEMPLATE_BUTTON_URL: usize = 2000;
/// The payload of a template's quick reply.
pub const TEMPLATE_QUICK_REPLY_PAYLOAD: usize = 128;
/// For how many minutes a template may say that its one-time code is good; the least is 1.
pub const CODE_EXPIRATION_MINUTES: i64 = 90;
/// After how many seconds an undelivered one-time code may be dropped, from least to most.
pub const AUTHENTICATION_TTL_SECONDS: RangeInclusive<i64> = 30..=900;
/// The same for utility templates: up to 12 hours.
pub const UTILITY_TTL_SECONDS: RangeInclusive<i64> = 30..=43_200;
/// The same for marketing templates: 12 hours to 30 days.
pub const MARKETING_TTL_SECONDS: RangeInclusive<i64> = 43_200..=2_592_000;
/// The code of a copy button. Meta's pages say 15 and 20: the larger one, so that Meta decides.
pub const COUPON_CODE: usize = 20;
/// The code of an authentication template.
pub const AUTHENTICATION_CODE: usize = 15;
/// Spaces in a row that a template's text variable may hold; new lines and tabs it may not.
pub const TEMPLATE_VARIABLE_SPACES: usize = 4;

/// The "about" line of a business profile.
pub const PROFILE_ABOUT: usize = 139;
/// The address of a business profile.
pub const PROFILE_ADDRESS: usize = 256;
/// The description of a business profile.
pub const PROFILE_DESCRIPTION: usize = 512;
/// The email of a business profile.
pub const PROFILE_EMAIL: usize = 128;
/// Websites of a business profile.
pub const PROFILE_WEBSITES: usize = 2;
/// The address of one website of a business profile.
pub const PROFILE_WEBSITE: usize = 256;

/// Messages per second of one number, in and out together; Meta raises it to 1,000 by itself.
pub const MESSAGES_PER_SECOND: u32 = 80;
/// The same for a number that is also used in the WhatsApp Business app.
pub const COEXISTENCE_MESSAGES_PER_SECOND: u32 = 20;
/// The steady pace to one user: one message in this time.
pub const PAIR_INTERVAL: Duration = Duration::from_secs(6);
/// Messages to one user that may go out at once, borrowed from the steady pace.
pub const PAIR_BURST: u32 = 45;
/// The largest body of a webhook.
pub const WEBHOOK_BODY_BYTES: usize = 3 * 1024 * 1024;
/// The most updates in one webhook.
pub const WEBHOOK_UPDATES: usize = 1000;
