//! Reading a template message: every part and value must be one that exists.

use super::*;
use crate::limits;
use crate::outbound::interactive::{any_object, card_index};
use crate::problem::{Fields, code};

impl TemplateMessage {
    pub(in crate::outbound) fn read(fields: &Fields<'_>) -> Self {
        Self {
            name: fields.text("name", limits::TEMPLATE_NAME),
            language: fields.object("language", |language| Language {
                code: language.text("code", usize::MAX),
                policy: language
                    .has("policy")
                    .then(|| language.word("policy", &[("deterministic", "deterministic")]))
                    .flatten(),
            }),
            components: components(fields, true),
        }
    }
}

type ReadComponent = fn(&Fields<'_>) -> Component;

const ON_A_CARD: &[(&str, ReadComponent)] = &[
    ("header", |component| Component::Header {
        parameters: component.list("parameters", 1..=1, Parameter::read),
    }),
    ("body", |component| Component::Body {
        parameters: component.list("parameters", 0..=usize::MAX, Parameter::read),
    }),
    ("button", |component| {
        Component::Button(TemplateButton::read(component))
    }),
];

const ON_A_TEMPLATE: &[(&str, ReadComponent)] = &[
    ON_A_CARD[0],
    ON_A_CARD[1],
    ON_A_CARD[2],
    ("carousel", |component| Component::Carousel {
        cards: cards(component),
    }),
    ("limited_time_offer", |component| {
        Component::LimitedTimeOffer {
            parameters: component.list("parameters", 1..=1, Parameter::read),
        }
    }),
];

fn components(fields: &Fields<'_>, of_template: bool) -> Vec<Component> {
    let kinds = if of_template {
        ON_A_TEMPLATE
    } else {
        ON_A_CARD
    };
    let components = fields.maybe_list("components", 0..=usize::MAX, |component| {
        let Some(read) = component.word("type", kinds) else {
            // The type is what is wrong, and not the rest.
            for key in ["parameters", "sub_type", "index", "cards"] {
                component.get(key);
            }
            return Component::Body {
                parameters: Vec::new(),
            };
        };
        read(component)
    });
    // Meta takes each part once; of the buttons each once.
    let part = |component: &Component| match component {
        Component::Button(button) => (std::mem::discriminant(component), button.index),
        _ => (std::mem::discriminant(component), 0),
    };
    for (n, component) in components.iter().enumerate() {
        let twice = components[..n]
            .iter()
            .any(|other| part(other) == part(component));
        // Where a component could not be read, its type is what is wrong.
        let is_read = fields
            .get("components")
            .and_then(|list| list.get(n)?.get("type")?.as_str())
            .is_some_and(|kind| {
                kinds
                    .iter()
                    .any(|(name, _)| name.eq_ignore_ascii_case(kind))
            });
        if twice && is_read {
            let message = "is there twice; put all its values in one component";
            fields.problem(&format!("components[{n}]"), code::DUPLICATE, message);
        }
    }
    components
}

fn cards(component: &Fields<'_>) -> Vec<TemplateCard> {
    let count = limits::CAROUSEL_MIN_CARDS..=limits::CAROUSEL_MAX_CARDS;
    let mut place = 0;
    component.list("cards", count, |card| {
        let at = card_index(card, place);
        place += 1;
        TemplateCard {
            card_index: at,
            components: components(card, false),
        }
    })
}

impl TemplateButton {
    fn read(component: &Fields<'_>) -> Self {
        let actions = [
            ("quick_reply", ButtonAction::QuickReply),
            ("url", ButtonAction::Url),
            ("copy_code", ButtonAction::CopyCode),
            ("flow", ButtonAction::Flow),
            ("catalog", ButtonAction::Catalog),
            ("mpm", ButtonAction::Mpm),
        ];
        Self {
            sub_type: component
                .word("sub_type", &actions)
                .unwrap_or(ButtonAction::QuickReply),
            index: component.whole("index", 0..=limits::TEMPLATE_BUTTONS as i64 - 1) as usize,
            parameters: component.maybe_list("parameters", 0..=1, Parameter::read),
        }
    }
}

type ReadValue = fn(&Fields<'_>) -> ParameterValue;

const VALUES: &[(&str, ReadValue)] = &[
    ("text", |value| ParameterValue::Text {
        text: value.text("text", usize::MAX),
    }),
    ("currency", |value| ParameterValue::Currency {
        currency: value.object("currency", |currency| Currency {
            fallback_value: currency.text("fallback_value", usize::MAX),
            code: currency.text("code", 3),
            amount_1000: currency.whole("amount_1000", i64::MIN..=i64::MAX),
        }),
    }),
    ("date_time", |value| ParameterValue::DateTime {
        date_time: value.object("date_time", |date_time| DateTime {
            fallback_value: date_time.text("fallback_value", usize::MAX),
        }),
    }),
    ("image", |value| ParameterValue::Image {
        image: value.object("image", |media| Media::read_header(media, MediaKind::Image)),
    }),
    ("video", |value| ParameterValue::Video {
        video: value.object("video", |media| Media::read_header(media, MediaKind::Video)),
    }),
    ("document", |value| ParameterValue::Document {
        document: value.object("document", |media| {
            Media::read_header(media, MediaKind::Document)
        }),
    }),
    ("location", |value| ParameterValue::Location {
        location: value.object("location", Location::read),
    }),
    ("product", |value| ParameterValue::Product {
        product: value.object("product", Product::read),
    }),
    ("payload", |value| ParameterValue::Payload {
        payload: value.text("payload", limits::TEMPLATE_QUICK_REPLY_PAYLOAD),
    }),
    ("coupon_code", |value| ParameterValue::CouponCode {
        coupon_code: value.text("coupon_code", limits::COUPON_CODE),
    }),
    ("action", |value| ParameterValue::Action {
        action: value.object("action", ButtonContent::read),
    }),
    ("limited_time_offer", |value| {
        ParameterValue::LimitedTimeOffer {
            limited_time_offer: value.object("limited_time_offer", |offer| LimitedTimeOffer {
                expiration_time_ms: offer.whole("expiration_time_ms", 0..=i64::MAX),
            }),
        }
    }),
];

impl Parameter {
    fn read(fields: &Fields<'_>) -> Self {
        let parameter_name = fields.maybe_text("parameter_name", usize::MAX);
        let Some(read) = fields.word("type", VALUES) else {
            // The type is what is wrong, and not the value.
            for (name, _) in VALUES {
                fields.get(name);
            }
            return Self {
                parameter_name,
                value: ParameterValue::Text {
                    text: String::new(),
                },
            };
        };
        Self {
            parameter_name,
            value: read(fields),
        }
    }
}

impl ButtonContent {
    fn read(fields: &Fields<'_>) -> Self {
        Self {
            flow_token: fields.maybe_text("flow_token", usize::MAX),
            flow_action_data: any_object(fields, "flow_action_data"),
            thumbnail_product_retailer_id: fields.maybe_id("thumbnail_product_retailer_id"),
            sections: match fields.has("sections") {
                true => ProductSection::list(fields),
                false => Vec::new(),
            },
        }
    }
}
