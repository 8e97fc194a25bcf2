//! Reading interactive messages, with the rules that each type has.

use std::collections::HashSet;

use serde_json::Value;

use super::carousel::carousel;
use super::parts::*;
use super::{Action, Header, Interactive};
use crate::limits;
use crate::outbound::content::{Media, MediaKind, link};
use crate::outbound::product::{Product, ProductSection, need_titles};
use crate::problem::{Fields, code};

/// Which headers a type can have.
#[derive(Clone, Copy, PartialEq)]
enum Headers {
    Any,
    Text,
    /// A title that must be there.
    NeedsText,
    None,
}

/// What differs between the types.
#[derive(Clone, Copy)]
struct Rules {
    headers: Headers,
    body: usize,
    needs_body: bool,
    footer: bool,
    action: fn(&Fields<'_>) -> Action,
}

impl Rules {
    const fn of(headers: Headers, action: fn(&Fields<'_>) -> Action) -> Self {
        Self {
            headers,
            body: limits::INTERACTIVE_BODY,
            needs_body: true,
            footer: true,
            action,
        }
    }
}

const TYPES: &[(&str, Rules)] = &[
    ("button", Rules::of(Headers::Any, buttons)),
    (
        "list",
        Rules {
            body: limits::LIST_BODY,
            ..Rules::of(Headers::Text, list)
        },
    ),
    (
        "cta_url",
        Rules::of(Headers::Any, |action| {
            Action::CtaUrl(LinkButton::read(action))
        }),
    ),
    ("flow", Rules::of(Headers::Any, flow)),
    (
        "location_request_message",
        Rules {
            footer: false,
            ..Rules::of(Headers::None, |action| {
                named(action, "send_location");
                Action::LocationRequestMessage(LocationRequest {})
            })
        },
    ),
    (
        "request_contact_info",
        Rules::of(Headers::Any, |action| {
            named(action, "request_contact_info");
            Action::RequestContactInfo(ContactRequest {})
        }),
    ),
    (
        "product",
        Rules {
            needs_body: false,
            ..Rules::of(Headers::None, |action| {
                Action::Product(Product::read(action))
            })
        },
    ),
    (
        "product_list",
        Rules::of(Headers::NeedsText, |action| Action::ProductList {
            catalog_id: action.id("catalog_id"),
            sections: ProductSection::list(action),
        }),
    ),
    (
        "catalog_message",
        Rules::of(Headers::Any, |action| {
            named(action, "catalog_message");
            Action::CatalogMessage(CatalogButton {
                parameters: action.maybe_object("parameters", |parameters| CatalogParameters {
                    thumbnail_product_retailer_id: parameters
                        .maybe_id("thumbnail_product_retailer_id"),
                }),
            })
        }),
    ),
    (
        "carousel",
        Rules {
            footer: false,
            ..Rules::of(Headers::None, carousel)
        },
    ),
];

impl Interactive {
    pub(in crate::outbound) fn read(fields: &Fields<'_>) -> Self {
        let Some(rules) = fields.word("type", TYPES) else {
            // The type is what is wrong, and not the rest.
            for key in ["header", "body", "footer", "action"] {
                fields.get(key);
            }
            return Self {
                action: Action::Button {
                    buttons: Vec::new(),
                },
                header: None,
                body: None,
                footer: None,
            };
        };
        let body = |body: &Fields<'_>| Words {
            text: body.text("text", rules.body),
        };
        Self {
            header: header(fields, rules.headers),
            body: match rules.needs_body {
                true => Some(fields.object("body", body)),
                false => fields.maybe_object("body", body),
            },
            footer: fields
                .maybe_object("footer", |footer| Words {
                    text: footer.text("text", limits::INTERACTIVE_FOOTER),
                })
                .filter(|_| {
                    if !rules.footer {
                        let message = "is not for this type of interactive message; leave it out";
                        fields.problem("footer", code::NOT_ALLOWED, message);
                    }
                    rules.footer
                }),
            action: fields.object("action", rules.action),
        }
    }
}

fn header(fields: &Fields<'_>, headers: Headers) -> Option<Header> {
    if headers == Headers::NeedsText && !fields.has("header") {
        fields.object("header", |_| ());
    }
    let header = fields.maybe_object("header", Header::read)?;
    let is_text = matches!(header, Header::Text { .. });
    match headers {
        Headers::None => {
            let message = "is not for this type of interactive message; leave it out";
            fields.problem("header", code::NOT_ALLOWED, message);
        }
        Headers::Text | Headers::NeedsText if !is_text => {
            let message = "must be a text header for this type of interactive message";
            fields.problem("header", code::NOT_ALLOWED, message);
        }
        _ => {}
    }
    Some(header)
}

impl Header {
    fn read(fields: &Fields<'_>) -> Self {
        let media = |key, kind| fields.object(key, |media| Media::read_header(media, kind));
        let kinds = [
            ("text", None),
            ("image", Some(MediaKind::Image)),
            ("video", Some(MediaKind::Video)),
            ("document", Some(MediaKind::Document)),
        ];
        match fields.word("type", &kinds) {
            Some(Some(MediaKind::Image)) => Self::Image {
                image: media("image", MediaKind::Image),
            },
            Some(Some(MediaKind::Video)) => Self::Video {
                video: media("video", MediaKind::Video),
            },
            Some(Some(_)) => Self::Document {
                document: media("document", MediaKind::Document),
            },
            Some(None) => Self::Text {
                text: fields.text("text", limits::INTERACTIVE_HEADER),
            },
            None => {
                for key in ["text", "image", "video", "document"] {
                    fields.get(key);
                }
                Self::Text {
                    text: String::new(),
                }
            }
        }
    }
}

/// The action's `name`, which must be there although it is always the same.
fn named(action: &Fields<'_>, name: &str) {
    action.word("name", &[(name, ())]);
}

fn buttons(action: &Fields<'_>) -> Action {
    let buttons = action.list("buttons", 1..=limits::REPLY_BUTTONS, |button| {
        button.word("type", &[("reply", ())]);
        ReplyButton {
            reply: button.object("reply", |reply| Reply {
                id: reply.text("id", limits::REPLY_BUTTON_ID),
                title: reply.text("title", limits::REPLY_BUTTON_TITLE),
            }),
        }
    });
    let replies = || buttons.iter().map(|button| &button.reply).enumerate();
    differ(
        action,
        replies().map(|(n, reply)| (format!("buttons[{n}].reply.id"), &*reply.id)),
    );
    differ(
        action,
        replies().map(|(n, reply)| (format!("buttons[{n}].reply.title"), &*reply.title)),
    );
    Action::Button { buttons }
}

fn list(action: &Fields<'_>) -> Action {
    let button = action.text("button", limits::LIST_BUTTON);
    let sections = action.list("sections", 1..=limits::LIST_SECTIONS, |section| {
        ListSection {
            title: section.maybe_text("title", limits::LIST_SECTION_TITLE),
            rows: section.list("rows", 1..=usize::MAX, |row| ListRow {
                id: row.text("id", limits::LIST_ROW_ID),
                title: row.text("title", limits::LIST_ROW_TITLE),
                description: row.maybe_text("description", limits::LIST_ROW_DESCRIPTION),
            }),
        }
    });
    need_titles(
        action,
        sections.iter().map(|section| section.title.as_deref()),
    );
    let rows: usize = sections.iter().map(|section| section.rows.len()).sum();
    if rows > limits::LIST_ROWS {
        let most = limits::LIST_ROWS;
        let message = format!("have {rows} rows together; WhatsApp takes at most {most}");
        action.problem("sections", code::COUNT, message);
    }
    let ids = sections.iter().enumerate().flat_map(|(s, section)| {
        let rows = section.rows.iter().enumerate();
        rows.map(move |(r, row)| (format!("sections[{s}].rows[{r}].id"), &*row.id))
    });
    differ(action, ids);
    Action::List { button, sections }
}

/// Values that must all differ, or the customer's choice could not be told.
fn differ<'v>(fields: &Fields<'_>, values: impl Iterator<Item = (String, &'v str)>) {
    let mut seen = HashSet::new();
    for (field, value) in values {
        if !value.is_empty() && !seen.insert(value) {
            fields.problem(&field, code::DUPLICATE, "is there twice; each must differ");
        }
    }
}

impl LinkButton {
    pub(super) fn read(action: &Fields<'_>) -> Self {
        named(action, "cta_url");
        Self {
            parameters: action.object("parameters", |parameters| LinkParameters {
                display_text: parameters.text("display_text", limits::LINK_BUTTON_TITLE),
                url: link(parameters, "url"),
            }),
        }
    }
}

fn flow(action: &Fields<'_>) -> Action {
    named(action, "flow");
    let word = |parameters: &Fields<'_>, key, words: &[(&str, &'static str)]| {
        parameters
            .has(key)
            .then(|| parameters.word(key, words))
            .flatten()
    };
    let parameters = action.object("parameters", |parameters| {
        let (has_id, has_name) = (parameters.has("flow_id"), parameters.has("flow_name"));
        if has_id && has_name {
            let message = "cannot be there together with `flow_id`; leave one of them out";
            parameters.problem("flow_name", code::NOT_ALLOWED, message);
        }
        FlowParameters {
            flow_message_version: parameters.id_or("flow_message_version", "\"3\""),
            flow_cta: parameters.text("flow_cta", usize::MAX),
            flow_id: match has_name {
                true => parameters.maybe_id("flow_id"),
                false => {
                    Some(parameters.id_or("flow_id", "the form's id; or give its `flow_name`"))
                }
            },
            flow_name: parameters.maybe_text("flow_name", usize::MAX),
            flow_token: parameters.maybe_text("flow_token", usize::MAX),
            mode: word(
                parameters,
                "mode",
                &[("draft", "draft"), ("published", "published")],
            ),
            flow_action: word(
                parameters,
                "flow_action",
                &[("navigate", "navigate"), ("data_exchange", "data_exchange")],
            ),
            flow_action_payload: parameters.maybe_object("flow_action_payload", |payload| {
                FlowPayload {
                    screen: payload.text("screen", usize::MAX),
                    data: any_object(payload, "data"),
                }
            }),
        }
    });
    Action::Flow(FlowButton { parameters })
}

/// An object whose keys are the business's own.
pub(in crate::outbound) fn any_object(
    fields: &Fields<'_>,
    key: &'static str,
) -> Option<serde_json::Map<String, Value>> {
    let value = fields.get(key)?;
    if !value.is_object() {
        fields.problem(key, code::WRONG_TYPE, "must be an object");
    }
    value.as_object().cloned()
}
