//! Every kind of inbound message.

use serde_json::{Value, json};
use whatsapp::webhook::{Content, IdChange, MessageKind, SharedPhone, SystemKind, person_of};

use crate::{message, read};

fn text_of(content: &Value) -> Option<String> {
    message(content).text
}

#[test]
fn a_text_has_its_sender_time_and_words() {
    let layla = message(&json!({"type": "text", "text": {"body": "مرحبا 👋🏽 هل المتجر مفتوح؟"}}));
    assert_eq!(layla.wamid, "wamid.HBgMOTY2NTAxMjM0NTY3FQIAEhg=");
    assert_eq!(layla.from.as_deref(), Some("966501234567"));
    assert_eq!(layla.from_user_id.as_deref(), Some("SA.77aa"));
    assert_eq!(layla.timestamp, 1_790_000_000_000_000);
    assert_eq!(layla.kind, MessageKind::Text);
    assert_eq!(layla.text.as_deref(), Some("مرحبا 👋🏽 هل المتجر مفتوح؟"));
    assert_eq!(layla.content, Content::Plain);
    assert_eq!(
        layla.payload,
        json!({"text": {"body": "مرحبا 👋🏽 هل المتجر مفتوح؟"}})
    );
}

#[test]
fn replies_forwards_products_and_ads_stay_in_the_payload() {
    let context = json!({"from": "966112000100", "id": "wamid.OLD",
        "referred_product": {"catalog_id": "5", "product_retailer_id": "sku-1"}});
    let referral = json!({"source_url": "https://fb.me/x", "source_id": "6", "source_type": "ad",
        "headline": "تخفيضات", "ctwa_clid": "clk", "welcome_message": {"text": "أهلا"}});
    let reply = message(&json!({"type": "text", "text": {"body": "نعم"},
        "context": context, "referral": referral, "novelty": [1]}));
    assert_eq!(reply.reply_to.as_deref(), Some("wamid.OLD"));
    assert_eq!(reply.payload["context"], context);
    assert_eq!(reply.payload["referral"], referral);
    assert_eq!(reply.payload["novelty"], json!([1]));

    let forward =
        message(&json!({"type": "text", "text": {"body": "x"}, "context": {"forwarded": true}}));
    assert_eq!(forward.reply_to, None);
    assert_eq!(forward.payload["context"], json!({"forwarded": true}));
}

#[test]
fn media_messages_have_a_file_and_a_caption() {
    let image = message(
        &json!({"type": "image", "image": {"id": 81, "mime_type": "image/jpeg",
        "sha256": "b64=", "caption": "هل هذا متوفر؟", "url": "https://lookaside.fbsbx.com/a?b=1"}}),
    );
    let media = image.media.expect("an image has media");
    assert_eq!(image.text.as_deref(), Some("هل هذا متوفر؟"));
    assert_eq!(media.id.as_deref(), Some("81"));
    assert_eq!(media.mime_type.as_deref(), Some("image/jpeg"));
    assert_eq!(media.caption.as_deref(), Some("هل هذا متوفر؟"));
    assert_eq!(
        media.url.as_deref(),
        Some("https://lookaside.fbsbx.com/a?b=1")
    );

    let voice = message(&json!({"type": "audio", "audio": {"id": "83",
        "mime_type": "audio/ogg; codecs=opus", "sha256": "b64=", "voice": true}}));
    assert!(voice.media.expect("audio has media").voice);
    assert_eq!(voice.text, None);

    let document = message(&json!({"type": "document", "document": {"id": "84",
        "mime_type": "application/pdf", "sha256": "b64=", "filename": "فاتورة.pdf"}}));
    let media = document.media.expect("a document has media");
    assert_eq!(media.filename.as_deref(), Some("فاتورة.pdf"));
    assert_eq!(
        (document.kind, document.text.as_deref()),
        (MessageKind::Document, Some("فاتورة.pdf"))
    );

    let sticker = message(&json!({"type": "sticker",
        "sticker": {"id": "85", "mime_type": "image/webp", "animated": true}}));
    assert!(sticker.media.expect("a sticker has media").animated);
    let video = message(&json!({"type": "video", "video": {"id": "82", "mime_type": "video/mp4"}}));
    assert_eq!(
        video.media.expect("a video has media").id.as_deref(),
        Some("82")
    );
}

#[test]
fn media_that_meta_could_not_fetch_says_why() {
    let lost = message(
        &json!({"type": "video", "video": {"mime_type": "video/mp4"},
        "errors": [{"code": 131_052, "title": "Media download error",
            "error_data": {"details": "File is larger than 100 MB"}}]}),
    );
    assert_eq!(lost.media.expect("still a video").id, None);
    assert_eq!(lost.errors[0].code, Some(131_052));
    assert_eq!(
        lost.errors[0].details.as_deref(),
        Some("File is larger than 100 MB")
    );
    assert_eq!(lost.payload["errors"][0]["code"], 131_052);
}

#[test]
fn places_and_cards_are_readable() {
    let shop = json!({"type": "location", "location": {"latitude": 24.7136, "longitude": 46.6753,
        "name": "متجر النخيل", "address": "شارع العليا، الرياض"}});
    assert_eq!(
        text_of(&shop).as_deref(),
        Some("متجر النخيل, شارع العليا، الرياض")
    );
    let pin =
        json!({"type": "location", "location": {"latitude": 24.7136, "longitude": "46.6753"}});
    assert_eq!(text_of(&pin).as_deref(), Some("24.7136, 46.6753"));

    let cards = json!({"type": "contacts", "contacts": [
        {"name": {"formatted_name": "Bo Lind", "first_name": "Bo"}, "phones": []},
        {"name": {"first_name": "نورة", "last_name": "القحطاني"}, "phones": [{"wa_id": "966501234567"}]},
        {"phones": [{"phone": "+1 555 0188", "wa_id": "15550188", "type": "CELL"}]},
        {"birthday": "1990-01-01"},
    ]});
    let message = message(&cards);
    assert_eq!(
        message.text.as_deref(),
        Some("Bo Lind, نورة القحطاني +966501234567, +1 555 0188")
    );
    assert_eq!(
        message.content,
        Content::Plain,
        "a friend's card is not the sender's own number"
    );
}

#[test]
fn an_answer_to_our_request_for_the_number_is_told_from_a_friends_card() {
    let phone = json!({"phone": "+966 50 123 4567", "wa_id": "966501234567", "type": "CELL"});
    let own = Content::ContactRequestAnswer {
        phones: vec![SharedPhone {
            wa_id: Some("966501234567".into()),
            phone: Some("+966 50 123 4567".into()),
        }],
    };
    let in_the_card = json!({"type": "contacts",
        "contacts": [{"origin": "contact_request", "phones": [phone]},
                     {"origin": "other", "phones": [{"phone": "123"}]}]});
    let on_the_message = json!({"type": "contacts", "origin": "contact_request",
        "contacts": [{"phones": [phone]}]});
    let a_friend = json!({"type": "contacts", "contacts": [{"origin": "other", "phones": [phone], "vcard": "BEGIN:VCARD"}]});
    assert_eq!(message(&in_the_card).content, own);
    assert_eq!(message(&on_the_message).content, own);
    assert_eq!(message(&a_friend).content, Content::Plain);
}

#[test]
fn reactions_come_and_go() {
    let target = "wamid.OUT".to_owned();
    let added = message(
        &json!({"type": "reaction", "reaction": {"message_id": "wamid.OUT", "emoji": "👍🏿"}}),
    );
    assert_eq!(added.text.as_deref(), Some("👍🏿"));
    assert_eq!(
        added.content,
        Content::Reaction {
            target: target.clone(),
            emoji: Some("👍🏿".into())
        }
    );
    for removal in [
        json!({"message_id": "wamid.OUT"}),
        json!({"message_id": "wamid.OUT", "emoji": ""}),
    ] {
        let removed = message(&json!({"type": "reaction", "reaction": removal}));
        assert_eq!(
            removed.content,
            Content::Reaction {
                target: target.clone(),
                emoji: None
            }
        );
    }
    let nowhere = message(&json!({"type": "reaction", "reaction": {"emoji": "👍"}}));
    assert_eq!(
        (nowhere.kind, nowhere.content),
        (MessageKind::Reaction, Content::Plain)
    );
}

#[test]
fn taps_show_their_label() {
    let tap = |id: &str, title: &str| Content::Tap {
        id: Some(id.into()),
        title: Some(title.into()),
    };
    let template = message(
        &json!({"type": "button", "button": {"payload": "STOP_PROMO", "text": "إيقاف"},
        "context": {"from": "966112000100", "id": "wamid.TPL"}}),
    );
    assert_eq!(template.text.as_deref(), Some("إيقاف"));
    assert_eq!(template.reply_to.as_deref(), Some("wamid.TPL"));
    assert_eq!(template.content, tap("STOP_PROMO", "إيقاف"));

    let button = message(&json!({"type": "interactive", "interactive":
        {"type": "button_reply", "button_reply": {"id": "b1", "title": "نعم"}}}));
    assert_eq!(
        (button.text.as_deref(), button.content),
        (Some("نعم"), tap("b1", "نعم"))
    );

    let row = message(&json!({"type": "interactive", "interactive":
        {"type": "list_reply", "list_reply": {"id": "r1", "title": "Mon", "description": "10-12"}}}));
    assert_eq!(
        (row.text.as_deref(), row.content),
        (Some("Mon"), tap("r1", "Mon"))
    );
    assert_eq!(
        row.payload["interactive"]["list_reply"]["description"],
        "10-12"
    );

    let hollow = message(&json!({"type": "interactive", "interactive": {}}));
    assert_eq!(
        (hollow.kind, hollow.content),
        (MessageKind::Interactive, Content::Plain)
    );
}

#[test]
fn submitted_forms_keep_their_raw_answers() {
    let form = |response: Value| {
        let reply = json!({"name": "flow", "body": "Sent", "response_json": response});
        let sent = json!({"type": "nfm_reply", "nfm_reply": reply});
        message(&json!({"type": "interactive", "interactive": sent})).content
    };
    let raw = r#"{"flow_token":"t","city":"جدة\u0000","score":5}"#;
    let Content::FormReply {
        name,
        response_json,
        fields,
    } = form(json!(raw))
    else {
        panic!("a form reply");
    };
    assert_eq!(
        (name.as_deref(), response_json.as_str()),
        (Some("flow"), raw)
    );
    let fields = fields.expect("an object");
    assert_eq!(
        (&fields["city"], &fields["score"]),
        (&json!("جدة"), &json!(5))
    );

    for odd in ["not json", "[1,2]", ""] {
        let Content::FormReply {
            response_json,
            fields,
            ..
        } = form(json!(odd))
        else {
            panic!("a form reply");
        };
        assert_eq!((response_json.as_str(), fields), (odd, None));
    }
}

#[test]
fn orders_show_their_note_and_their_items() {
    let order = |text: &str| {
        json!({"type": "order", "order": {"catalog_id": "5", "text": text, "product_items": [
            {"product_retailer_id": "sku-1", "quantity": 2, "item_price": 3.5, "currency": "SAR"},
            {"product_retailer_id": "sku-2", "quantity": "1", "item_price": "20", "currency": "SAR"}]}})
    };
    assert_eq!(
        text_of(&order("بدون سكر")).as_deref(),
        Some("بدون سكر\n2 × sku-1, 1 × sku-2")
    );
    assert_eq!(text_of(&order("")).as_deref(), Some("2 × sku-1, 1 × sku-2"));
}

#[test]
fn answers_are_shown_with_what_was_answered() {
    let answer = |kind: &str, reply: Value| {
        text_of(&json!({"type": "interactive", "interactive": {"type": kind, kind: reply}}))
    };
    let form = |response: &str| {
        let reply = json!({"name": "flow", "body": "Sent", "response_json": response});
        answer("nfm_reply", reply)
    };
    assert_eq!(
        form(r#"{"flow_token":"t","city":"جدة","days":["Mon","Tue"],"agreed":true}"#).as_deref(),
        Some("agreed: true\ncity: جدة\ndays: Mon, Tue")
    );
    assert_eq!(
        form(r#"{"values":{"name":"Ana","pin_code":"400063"}}"#).as_deref(),
        Some("name: Ana\npin_code: 400063")
    );
    assert_eq!(form("not json").as_deref(), Some("Sent"));
    assert_eq!(
        answer("call_permission_reply", json!({"response": "accept"})).as_deref(),
        Some("call_permission_reply: response: accept")
    );
    assert_eq!(
        answer("payment_method", json!({"payment_method": "pix"})).as_deref(),
        Some("payment_method: payment_method: pix")
    );
}

#[test]
fn edits_and_revokes_name_their_target() {
    let edit = message(
        &json!({"type": "edit", "edit": {"original_message_id": "wamid.OLD",
        "message": {"type": "image", "image": {"id": "9", "mime_type": "image/png", "caption": "الصحيح"}}}}),
    );
    assert_eq!(
        (edit.kind, edit.text.as_deref()),
        (MessageKind::Edit, Some("الصحيح"))
    );
    let Content::Edit {
        target,
        kind,
        text,
        media,
        payload,
    } = edit.content
    else {
        panic!("an edit");
    };
    assert_eq!((target.as_str(), kind), ("wamid.OLD", MessageKind::Image));
    assert_eq!(text.as_deref(), Some("الصحيح"));
    assert_eq!(media.expect("an image").id.as_deref(), Some("9"));
    assert_eq!(payload["type"], "image");

    let revoke =
        message(&json!({"type": "revoke", "revoke": {"original_message_id": "wamid.OLD"}}));
    assert_eq!(
        revoke.content,
        Content::Revoke {
            target: "wamid.OLD".into()
        }
    );
}

#[test]
fn kinds_we_cannot_show_stay_whole() {
    let poll = message(
        &json!({"type": "unsupported", "unsupported": {"type": "poll"},
        "errors": [{"code": "131051", "title": "T", "error_data": {"details": "D"}}]}),
    );
    assert_eq!(
        (poll.kind, poll.text.as_deref(), poll.errors[0].code),
        (MessageKind::Unsupported, Some("poll: D"), Some(131_051))
    );
    assert_eq!(poll.payload["unsupported"]["type"], "poll");

    let future = message(&json!({"type": "hologram", "hologram": {"depth": 3}}));
    assert_eq!(future.kind, MessageKind::Unknown);
    assert_eq!(future.text.as_deref(), Some("hologram"));
    assert_eq!(
        future.payload,
        json!({"type": "hologram", "hologram": {"depth": 3}})
    );

    let untyped = message(&json!({"text": {"body": "hi"}}));
    assert_eq!(
        (untyped.kind, untyped.text.as_deref()),
        (MessageKind::Text, Some("hi"))
    );
}

fn system(content: &Value) -> (SystemKind, IdChange) {
    let mut message = json!({"id": "wamid.S", "timestamp": 1_790_000_000, "type": "system"});
    let object = message.as_object_mut().expect("an object");
    object.extend(content.as_object().expect("an object").clone());
    match read(&json!({"messages": [message]}))
        .messages
        .remove(0)
        .content
    {
        Content::System { kind, ids } => (kind, ids),
        other => panic!("not a system message: {other:?}"),
    }
}

#[test]
fn changed_numbers_are_read_in_every_spelling() {
    let (kind, ids) = system(
        &json!({"from": "966501234567", "from_user_id": "SA.77aa", "system": {
        "type": "user_changed_number", "body": "ليلى changed from 966501234567 to 966559998888",
        "wa_id": "966559998888", "user_id": "SA.new", "previous_user_id": "SA.77aa",
        "parent_user_id": "SA.ENT.2", "previous_parent_user_id": "SA.ENT.1"}}),
    );
    assert_eq!(kind, SystemKind::NumberChanged);
    assert_eq!(
        ids,
        IdChange {
            old_wa_id: Some("966501234567".into()),
            new_wa_id: Some("966559998888".into()),
            old_user_id: Some("SA.77aa".into()),
            new_user_id: Some("SA.new".into()),
            old_parent_user_id: Some("SA.ENT.1".into()),
            new_parent_user_id: Some("SA.ENT.2".into()),
        }
    );
    let on_premises = json!({"system": {"type": "customer_changed_number",
        "customer": "966501234567", "new_wa_id": "966559998888"}});
    let only_said = json!({"system": {"type": "user_changed_number",
        "body": "User ليلى changed from 966501234567 to 966559998888"}});
    for spelling in [on_premises, only_said] {
        let (kind, ids) = system(&spelling);
        assert_eq!(kind, SystemKind::NumberChanged);
        assert_eq!(ids.old_wa_id.as_deref(), Some("966501234567"));
        assert_eq!(ids.new_wa_id.as_deref(), Some("966559998888"));
    }
}

#[test]
fn a_replaced_user_id_is_read_from_the_sentence_unless_the_sentence_disagrees() {
    let replaced = |body: &str| {
        let (kind, ids) = system(&json!({"system":
            {"type": "user_changed_user_id", "body": body, "user_id": "SA.new"}}));
        assert_eq!(kind, SystemKind::UserIdChanged);
        assert_eq!(ids.new_user_id.as_deref(), Some("SA.new"));
        ids.old_user_id
    };
    assert_eq!(
        replaced("User ليلى changed from SA.77aa to SA.new.").as_deref(),
        Some("SA.77aa")
    );
    assert_eq!(
        replaced("User x changed from SA.victim to SA.new changed from SA.77aa to SA.new")
            .as_deref(),
        Some("SA.77aa"),
        "the part before the last sentence is the person's name"
    );
    assert_eq!(replaced("User x changed from SA.victim to SA.else"), None);
    assert_eq!(replaced("changed"), None);
}

#[test]
fn an_identity_change_changes_no_id() {
    let (kind, ids) = system(&json!({"from": "966501234567",
        "identity": {"acknowledged": false, "created_timestamp": "1790000000", "hash": "h"},
        "system": {"type": "customer_identity_changed", "wa_id": "966501234567", "body": "…"}}));
    assert_eq!(kind, SystemKind::IdentityChanged);
    assert_eq!(
        (ids.old_wa_id, ids.new_wa_id.as_deref()),
        (None, Some("966501234567"))
    );
    assert_eq!(
        system(&json!({"system": {"type": "user_flew_away"}})).0,
        SystemKind::Other("user_flew_away".into())
    );
}

#[test]
fn people_without_a_number_are_found_by_their_user_id() {
    let read = read(&json!({
        "contacts": [
            {"profile": {"name": "Bo"}, "wa_id": "15550188", "user_id": "US.88"},
            {"profile": {"name": "ليلى", "username": "@layla"}, "user_id": "SA.77aa", "wa_id": ""},
            {"profile": {"name": "ليلى"}, "user_id": "SA.77aa"},
        ],
        "messages": [
            {"id": "wamid.1", "timestamp": "1790000000", "from_user_id": "SA.77aa",
             "type": "text", "text": {"body": "مرحبا"}},
            {"id": "wamid.2", "timestamp": "1790000000", "from": "SA.77aa",
             "type": "text", "text": {"body": "مرحبا"}},
        ],
    }));
    for message in &read.messages {
        assert_eq!(
            (message.from.as_deref(), message.from_user_id.as_deref()),
            (None, Some("SA.77aa"))
        );
        let person = person_of(
            &read.people,
            message.from.as_deref(),
            message.from_user_id.as_deref(),
        );
        assert_eq!(
            person.and_then(|person| person.username.as_deref()),
            Some("layla")
        );
    }
}

#[test]
fn group_messages_name_their_group() {
    let message =
        message(&json!({"type": "text", "text": {"body": "hi"}, "group_id": "Y2FwaV9ncm91cA=="}));
    assert_eq!(message.group_id.as_deref(), Some("Y2FwaV9ncm91cA=="));
}
