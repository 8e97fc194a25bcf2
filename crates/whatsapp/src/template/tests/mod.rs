//! Templates as Meta lists them, and what is said about them.

mod filled;
mod new;
mod sends;

use serde_json::{Value, json};

use super::*;
use crate::outbound::{self, Content, TemplateMessage};

/// An order's update, by number: a picture, two variables and three buttons.
pub(super) fn order() -> Template {
    template(
        json!({"id": 1_234_567_890_123_u64, "name": "order_update", "language": "en_US",
        "status": "APPROVED", "category": "UTILITY", "parameter_format": "POSITIONAL",
        "quality_score": {"score": "GREEN", "date": 1}, "rejected_reason": "NONE",
        "components": [
            {"type": "HEADER", "format": "IMAGE", "example": {"header_handle": ["https://x"]}},
            {"type": "BODY", "text": "Hi {{1}}, order {{2}} is on its way, {{1}}.",
                "example": {"body_text": [["Ana", "A-17"]]}},
            {"type": "FOOTER", "text": "Thank you"},
            {"type": "BUTTONS", "buttons": [
                {"type": "QUICK_REPLY", "text": "Stop"},
                {"type": "URL", "text": "Track", "url": "https://x.y/{{1}}", "example": ["https://x.y/A-17"]},
                {"type": "PHONE_NUMBER", "text": "Call", "phone_number": "+15550100"}]},
            {"type": "FUTURE", "x": 1}]}),
    )
}

/// A welcome by name, with a name in its title.
pub(super) fn welcome() -> Template {
    template(
        json!({"name": "welcome", "language": "ar", "status": "PAUSED", "category": "MARKETING",
        "components": [
            {"type": "HEADER", "format": "TEXT", "text": "Hi {{first_name}}",
                "example": {"header_text_named_params": [{"param_name": "first_name", "example": "Ana"}]}},
            {"type": "BODY", "text": "See {{shop}} at {{city}}.", "example": {"body_text_named_params": [
                {"param_name": "city", "example": "Riyadh"}, {"param_name": "shop", "example": "us"}]}}]}),
    )
}

/// A one-time code, as Meta lists it.
pub(super) fn one_time_code() -> Template {
    template(
        json!({"name": "code", "language": "en", "status": "APPROVED", "category": "AUTHENTICATION",
        "components": [
            {"type": "BODY", "text": "*{{1}}* is your code.", "add_security_recommendation": true},
            {"type": "FOOTER", "text": "Expires in 5 minutes.", "code_expiration_minutes": 5},
            {"type": "BUTTONS", "buttons": [{"type": "URL", "text": "Copy code",
                "url": "https://www.whatsapp.com/otp/code/?otp_type=COPY_CODE&code=otp{{1}}"}]}]}),
    )
}

/// Two cards, each with a video and a link.
pub(super) fn carousel() -> Template {
    let card = json!({"components": [{"type": "HEADER", "format": "VIDEO"},
        {"type": "BODY", "text": "Save {{1}} now"},
        {"type": "BUTTONS", "buttons": [{"type": "URL", "text": "See", "url": "https://x.y/{{1}}"}]}]});
    template(
        json!({"name": "offers", "language": "en", "status": "APPROVED", "category": "MARKETING",
        "components": [{"type": "BODY", "text": "Look:"}, {"type": "CAROUSEL", "cards": [card, card]}]}),
    )
}

fn template(raw: Value) -> Template {
    Template::read(raw).expect("a template")
}

/// The template message with these components.
pub(super) fn message(components: Value) -> TemplateMessage {
    let message = json!({"type": "template", "template": {
        "name": "n", "language": {"code": "en"}, "components": components}});
    match outbound::parse(&message).expect("a message").content {
        Content::Template { template } => template,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_listed_template_is_read() {
    let order = order();
    assert_eq!(order.id.as_deref(), Some("1234567890123"));
    assert_eq!(order.quality.as_deref(), Some("GREEN"));
    assert_eq!(order.rejected_reason, None);
    assert_eq!(order.param_count(), 2);
    assert!(order.is_approved() && !order.needs_phone_number());
    assert_eq!(
        order.body_text(),
        Some("Hi {{1}}, order {{2}} is on its way, {{1}}.")
    );
    assert_eq!(order.layout.buttons[2].kind, ButtonKind::PhoneNumber);

    let welcome = welcome();
    assert_eq!(
        (welcome.format, welcome.is_approved()),
        (ParameterFormat::Named, false)
    );
    let code = one_time_code();
    assert!(code.needs_phone_number());
    assert_eq!(
        code.layout.body.expect("a body").code_expiration_minutes,
        Some(5)
    );
}

#[test]
fn anything_with_a_name_and_a_language_is_a_template() {
    assert_eq!(Template::read(json!({"name": "n"})), None);
    assert_eq!(Template::read(json!([])), None);
    for components in [
        json!(null),
        json!("x"),
        json!([1, {"type": 5}, {"type": "BODY", "example": 1},
        {"type": "BUTTONS", "buttons": [null, {"type": "NEW"}]}, {"type": "CAROUSEL", "cards": {}}]),
    ] {
        let odd = template(json!({"name": "n", "language": "en", "components": components}));
        assert_eq!(odd.param_count(), 0);
        assert_eq!(render(&odd, &message(json!([]))).body, "");
    }
}

#[test]
fn what_must_be_filled_in_is_told() {
    let needs = serde_json::to_value(order().parameters()).expect("JSON");
    assert_eq!(
        needs,
        json!({
            "header": {"kind": "image"},
            "body": [{"name": "1", "example": "Ana"}, {"name": "2", "example": "A-17"}],
            "buttons": [
                {"index": 0, "label": "Stop", "value": "payload", "required": false, "example": null},
                {"index": 1, "label": "Track", "value": "url_suffix", "required": true,
                    "example": "https://x.y/A-17"}],
            "cards": [], "limited_time_offer": false,
        })
    );
    let needs = welcome().parameters();
    let variable = |name: &str, example: &str| Variable {
        name: name.into(),
        example: Some(example.into()),
    };
    assert_eq!(
        needs.header,
        Some(HeaderNeed::Text(variable("first_name", "Ana")))
    );
    assert_eq!(
        needs.body,
        [variable("shop", "us"), variable("city", "Riyadh")]
    );
    assert_eq!(
        one_time_code().parameters().buttons[0].value,
        ButtonValue::OneTimeCode
    );
    assert_eq!(
        carousel().parameters().cards[1].header,
        Some(HeaderNeed::Video)
    );
}

#[test]
fn the_preview_is_what_the_customer_reads() {
    let sent = message(json!([
        {"type": "body", "parameters": [{"type": "text", "text": "Ana"}, {"type": "text", "text": "{{1}}"}]},
        {"type": "button", "sub_type": "url", "index": 1, "parameters": [{"type": "text", "text": "A-17"}]}]));
    let shown = render(&order(), &sent);
    assert_eq!(shown.header, None);
    assert_eq!(
        shown.shown_text(),
        "Hi Ana, order {{1}} is on its way, Ana."
    );
    assert_eq!(shown.footer.as_deref(), Some("Thank you"));
    assert_eq!(shown.buttons[0].label, "Stop");
    assert_eq!(shown.buttons[1].url.as_deref(), Some("https://x.y/A-17"));

    let sent = message(json!([
        {"type": "header", "parameters": [{"type": "text", "parameter_name": "first_name", "text": "Ana"}]},
        {"type": "body", "parameters": [{"type": "text", "parameter_name": "city", "text": "Jeddah"}]}]));
    assert_eq!(
        render(&welcome(), &sent).shown_text(),
        "Hi Ana\nSee {{shop}} at Jeddah."
    );

    let shown = render(&carousel(), &message(json!([])));
    assert_eq!(shown.cards[1].body, "Save {{1}} now");
}
