//! Every type of message is stored with what a person needs to see.

use super::*;
use crate::db::Json;

type Row = (String, Option<String>, Json<Value>);

async fn stored(message: Value) -> Row {
    let (test, line) = start().await;
    let mut message = message;
    message["id"] = "wamid.X".into();
    message["timestamp"] = json!(T);
    line.receive(&noura(), vec![message]).await;
    assert_eq!(states(&test).await, ["done"]);
    sql("SELECT type, text, payload FROM messages")
        .one(&test.app.db)
        .await
        .expect("stored")
}

#[tokio::test]
async fn taps_are_interactive_with_the_label_as_text() {
    let button = json!({"type": "button", "button": {"payload": "STOP_PROMO", "text": "إيقاف"}, "context": {"from": "966112000000", "id": "wamid.TPL"}});
    let (kind, text, Json(payload)) = stored(button).await;
    assert_eq!(
        (kind.as_str(), text.as_deref()),
        ("interactive", Some("إيقاف"))
    );
    assert_eq!(payload["button"]["payload"], "STOP_PROMO");
    let list = json!({"type": "interactive", "interactive": {"type": "list_reply", "list_reply": {"id": "r1", "title": "Mon", "description": "10-12"}}});
    let (kind, text, Json(payload)) = stored(list).await;
    assert_eq!(
        (kind.as_str(), text.as_deref()),
        ("interactive", Some("Mon"))
    );
    assert_eq!(payload["interactive"]["list_reply"]["description"], "10-12");
}

#[tokio::test]
async fn media_is_stored_with_a_job_to_fetch_it() {
    let (test, line) = start().await;
    let image = json!({"id": "wamid.I", "timestamp": T.to_string(), "type": "image",
        "image": {"id": "81", "mime_type": "image/jpeg", "sha256": "b64=", "caption": "الإيصال"}});
    line.receive(&noura(), vec![image.clone()]).await;
    line.receive(&noura(), vec![image]).await;
    let jobs: Vec<(String, Json<Value>)> = all(&test, "SELECT kind, payload FROM jobs").await;
    assert_eq!(jobs.len(), 1, "once, though it was delivered twice");
    assert_eq!(jobs[0].0, "conversations.fetch_media");
    assert_eq!(jobs[0].1.0["media_id"], "81");
    let rows: Vec<Row> = all(&test, "SELECT type, text, payload FROM messages").await;
    assert_eq!(
        (rows[0].0.as_str(), rows[0].1.as_deref()),
        ("image", Some("الإيصال"))
    );
}

#[tokio::test]
async fn every_other_type_is_stored_without_loss() {
    let cases = [
        (
            json!({"type": "video", "video": {"id": "82", "mime_type": "video/mp4", "sha256": "x"}}),
            "video",
            "/video/id",
        ),
        (
            json!({"type": "audio", "audio": {"id": "83", "mime_type": "audio/ogg; codecs=opus", "sha256": "x", "voice": true}}),
            "audio",
            "/audio/voice",
        ),
        (
            json!({"type": "document", "document": {"id": "84", "mime_type": "application/pdf", "sha256": "x", "filename": "../فاتورة.pdf"}}),
            "document",
            "/document/filename",
        ),
        (
            json!({"type": "sticker", "sticker": {"id": "85", "mime_type": "image/webp", "sha256": "x", "animated": false}}),
            "sticker",
            "/sticker/id",
        ),
        (
            json!({"type": "location", "location": {"latitude": 24.7, "longitude": 46.7, "name": "Shop"}}),
            "location",
            "/location/latitude",
        ),
        (
            json!({"type": "contacts", "contacts": [{"name": {"formatted_name": "Bo"}}]}),
            "contacts",
            "/contacts/0/name/formatted_name",
        ),
        (
            json!({"type": "interactive", "interactive": {"type": "nfm_reply", "nfm_reply": {"name": "flow", "body": "Sent", "response_json": "{\"q\":\"1\"}"}}}),
            "interactive",
            "/interactive/nfm_reply/response_json",
        ),
        (
            json!({"type": "order", "order": {"catalog_id": "5", "product_items": [{"product_retailer_id": "sku-1", "quantity": "2", "item_price": 3.5, "currency": "SAR"}]}}),
            "order",
            "/order/product_items/0/product_retailer_id",
        ),
        (
            json!({"type": "unsupported", "errors": [{"code": 131051, "title": "T"}]}),
            "unsupported",
            "/errors/0/code",
        ),
        (
            json!({"type": "hologram", "hologram": {"size": 3}}),
            "unknown",
            "/hologram/size",
        ),
        (
            json!({"type": "text", "text": {"body": "from ad"}, "referral": {"source_type": "ad", "ctwa_clid": "clk"}}),
            "text",
            "/referral/ctwa_clid",
        ),
    ];
    for (message, kind, pointer) in cases {
        let (stored_kind, _, Json(payload)) = stored(message.clone()).await;
        assert_eq!(stored_kind, kind, "{message}");
        assert_eq!(
            payload.pointer(pointer),
            message.pointer(pointer),
            "{payload}"
        );
    }
}

#[tokio::test]
async fn nul_and_broken_characters_are_taken_out_and_the_rest_is_kept() {
    let (test, line) = start().await;
    let body = line
        .envelope(&[(
            "messages",
            noura().says(vec![text("wamid.N", T, "PLACEHOLDER")]),
        )])
        .to_string();
    let body = body.replace("PLACEHOLDER", r"a\u0000b\ud83d c\u0645\/");
    assert_eq!(line.post_signed(&body).await.status, 200);
    let (stored,): (String,) = sql("SELECT text FROM messages")
        .one(&test.app.db)
        .await
        .expect("stored");
    assert_eq!(stored, "ab\u{fffd} cم/");
}

#[tokio::test]
async fn why_a_message_is_not_whole_is_kept_beside_it() {
    let (test, line) = start().await;
    let large = json!({"id": "wamid.V", "timestamp": T.to_string(), "type": "video",
        "video": {"mime_type": "video/mp4"},
        "errors": [{"code": 131052, "title": "Media download error"}]});
    line.receive(&noura(), vec![large]).await;
    let rows: Vec<(Json<Value>,)> = all(&test, "SELECT errors FROM messages").await;
    assert_eq!(rows[0].0.0[0]["code"], 131_052);
}
