//! What a template says it needs is what it takes.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;
use crate::outbound::{
    Component, Language, LimitedTimeOffer, Location, Media, Parameter, ParameterValue, Product,
    ProductItem, ProductSection, TemplateButton, TemplateCard,
};

/// A message that fills every need with something.
fn filled(template: &Template) -> TemplateMessage {
    TemplateMessage {
        name: template.name.clone(),
        language: Language {
            code: template.language.clone(),
            policy: None,
        },
        components: components(&template.parameters(), template.format),
    }
}

fn components(needs: &Parameters, format: ParameterFormat) -> Vec<Component> {
    let text = || ParameterValue::Text {
        text: "123456".into(),
    };
    let value = |value| Parameter {
        parameter_name: None,
        value,
    };
    let variable = |variable: &Variable| Parameter {
        parameter_name: (format == ParameterFormat::Named).then(|| variable.name.clone()),
        value: text(),
    };
    let media = || Media::by_id("91");
    let mut components = Vec::new();
    if let Some(header) = &needs.header {
        let parameter = match header {
            HeaderNeed::Text(title) => variable(title),
            HeaderNeed::Image => value(ParameterValue::Image { image: media() }),
            HeaderNeed::Video => value(ParameterValue::Video { video: media() }),
            HeaderNeed::Document => value(ParameterValue::Document { document: media() }),
            HeaderNeed::Location => value(ParameterValue::Location {
                location: Location {
                    latitude: 1.5,
                    longitude: 2.5,
                    name: None,
                    address: None,
                },
            }),
            HeaderNeed::Product => value(ParameterValue::Product {
                product: Product::default(),
            }),
        };
        components.push(Component::Header {
            parameters: vec![parameter],
        });
    }
    components.push(Component::Body {
        parameters: needs.body.iter().map(variable).collect(),
    });
    for need in &needs.buttons {
        let given = match need.value {
            ButtonValue::Payload => ParameterValue::Payload {
                payload: "P".into(),
            },
            ButtonValue::UrlSuffix | ButtonValue::OneTimeCode => text(),
            ButtonValue::CouponCode => ParameterValue::CouponCode {
                coupon_code: "SAVE10".into(),
            },
            ButtonValue::Flow | ButtonValue::CatalogProduct | ButtonValue::Products => {
                ParameterValue::Action {
                    action: crate::outbound::ButtonContent {
                        sections: vec![ProductSection {
                            title: None,
                            product_items: vec![ProductItem {
                                product_retailer_id: "sku-1".into(),
                            }],
                        }],
                        ..Default::default()
                    },
                }
            }
        };
        components.push(Component::Button(TemplateButton {
            sub_type: need.value.action(),
            index: need.index,
            parameters: vec![value(given)],
        }));
    }
    if !needs.cards.is_empty() {
        let cards = needs.cards.iter().enumerate();
        components.push(Component::Carousel {
            cards: cards
                .map(|(n, card)| TemplateCard {
                    card_index: n,
                    components: self::components(card, format),
                })
                .collect(),
        });
    }
    if needs.limited_time_offer {
        components.push(Component::LimitedTimeOffer {
            parameters: vec![value(ParameterValue::LimitedTimeOffer {
                limited_time_offer: LimitedTimeOffer {
                    expiration_time_ms: 1_790_000_000_000,
                },
            })],
        });
    }
    components
}

/// A template of any parts, of which some make little sense.
fn any_template() -> impl Strategy<Value = Value> {
    let text = r"[a-z ]{0,3}(\{\{[123]\}\}|\{\{[a-c]_\}\}|[{}a ]){0,4}";
    let header = prop_oneof![
        text.prop_map(|text| json!({"type": "HEADER", "format": "TEXT", "text": text})),
        prop::sample::select(vec![
            "IMAGE", "VIDEO", "DOCUMENT", "LOCATION", "PRODUCT", "NEW"
        ])
        .prop_map(|format| json!({"type": "HEADER", "format": format})),
    ];
    let kinds = vec![
        "QUICK_REPLY",
        "URL",
        "PHONE_NUMBER",
        "COPY_CODE",
        "OTP",
        "FLOW",
        "CATALOG",
        "MPM",
        "SPM",
        "NEW",
    ];
    let button = (prop::sample::select(kinds), text)
        .prop_map(|(kind, text)| json!({"type": kind, "text": "x", "url": text}));
    let buttons = prop::collection::vec(button, 0..4)
        .prop_map(|buttons| json!({"type": "BUTTONS", "buttons": buttons}));
    let body = text.prop_map(|text| json!({"type": "BODY", "text": text}));
    let offer = any::<bool>().prop_map(
        |on| json!({"type": "LIMITED_TIME_OFFER", "limited_time_offer": {"has_expiration": on}}),
    );
    let parts = prop::collection::vec(prop_oneof![header, buttons, body, offer], 0..5);
    let category = prop::sample::select(vec!["MARKETING", "UTILITY", "AUTHENTICATION"]);
    (category, parts.clone(), prop::collection::vec(parts, 0..3)).prop_map(
        |(category, mut parts, cards)| {
            let cards = cards.into_iter().map(|parts| json!({"components": parts}));
            let cards: Vec<_> = cards.collect();
            if !cards.is_empty() {
                parts.push(json!({"type": "CAROUSEL", "cards": cards}));
            }
            json!({"name": "n", "language": "en", "category": category, "components": parts})
        },
    )
}

#[test]
fn a_filled_template_is_complete() {
    for template in [order(), welcome(), one_time_code(), carousel()] {
        let message = filled(&template);
        assert_eq!(check_send(&template, &message), Ok(()), "{}", template.name);
        let shown = serde_json::to_string(&render(&template, &message)).expect("JSON");
        assert!(!shown.contains("{{"), "{shown}");
    }
}

proptest! {
    #[test]
    fn whatever_a_template_asks_for_it_takes(raw in any_template()) {
        let template = Template::read(raw).expect("a template");
        let message = filled(&template);
        prop_assert_eq!(check_send(&template, &message), Ok(()));
        render(&template, &message);
        // And nothing less, where something is required.
        let needs = template.parameters();
        let is_needed = needs.header.is_some()
            || !needs.body.is_empty()
            || !needs.cards.is_empty()
            || needs.limited_time_offer
            || needs.buttons.iter().any(|need| need.required);
        let nothing = TemplateMessage::default();
        prop_assert_eq!(check_send(&template, &nothing).is_err(), is_needed);
        render(&template, &nothing);
    }
}
