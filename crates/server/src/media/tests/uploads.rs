//! Taking files in.

use super::*;
use crate::access::Role;

#[tokio::test]
async fn a_file_is_taken_in_as_it_is() {
    let test = TestApp::start().await;
    let reply = upload(&test, "image/png", "قائمة الأسعار.png", picture(30, 20)).await;
    let file = reply.expect(201);
    assert_eq!(file["state"], "ready");
    assert_eq!(file["filename"], "قائمة الأسعار.png");
    assert_eq!((&file["width"], &file["height"]), (&json!(30), &json!(20)));
    let (_, agent) = test.signed_in("Sara", Role::Agent).await;
    agent
        .get(file["url"].as_str().expect("a url"))
        .await
        .expect(200);
}

#[tokio::test]
async fn a_file_may_come_in_a_form() {
    let test = TestApp::start().await;
    let form = "--b\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nhello\r\n\
         --b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"menü.pdf\"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.7 hello\r\n--b--\r\n";
    let file = upload(&test, "multipart/form-data; boundary=b", "", form)
        .await
        .expect(201);
    assert_eq!(
        (&file["filename"], &file["bytes"]),
        (&json!("menü.pdf"), &json!(14))
    );
    let empty = "--b\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nhello\r\n--b--\r\n";
    let refused = upload(&test, "multipart/form-data; boundary=b", "", empty)
        .await
        .expect(422);
    assert_eq!(refused["errors"][0]["field"], "file");
    let broken = &form[..form.len() - 20];
    upload(&test, "multipart/form-data; boundary=b", "", broken)
        .await
        .expect(400);
    upload(&test, "multipart/form-data", "", form)
        .await
        .expect(422);
}

#[tokio::test]
async fn what_it_is_follows_from_what_is_inside() {
    let test = TestApp::start().await;
    let png = picture(4, 4).to_vec();
    let webp = b"RIFF\x1a\0\0\0WEBPVP8L\x0d\0\0\0\x2f\0\0\0\x10\x07\x10\x11\x11\x88\x88\xfe\x07\0"
        .to_vec();
    for (said, body, is) in [
        ("", png.clone(), "image/png"),
        ("application/octet-stream", png.clone(), "image/png"),
        ("image/webp", webp, "image/webp"),
        ("", b"%PDF-1.4".to_vec(), "application/pdf"),
        ("", "سلام".into(), "text/plain"),
        ("", vec![0xff, 0, 7, 1], "application/octet-stream"),
        (
            "audio/mp3",
            b"ID3\x03\0\0\0\0\0\0 sound".to_vec(),
            "audio/mpeg",
        ),
        (
            "audio/ogg; codecs=opus",
            b"OggS\0\x02\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x13OpusHead".to_vec(),
            "audio/ogg; codecs=opus",
        ),
        (
            "video/mp4",
            b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom".to_vec(),
            "video/mp4",
        ),
    ] {
        let file = upload(&test, said, "", body).await.expect(201);
        assert_eq!(file["mime_type"], is, "said to be `{said}`");
    }
}

#[tokio::test]
async fn what_whatsapp_would_refuse_is_refused() {
    let test = TestApp::start().await;
    let png = picture(4, 4).to_vec();
    let gif = b"GIF89a\x01\0\x01\0\0\0\0".to_vec();
    let cases = [
        (
            "image/jpeg",
            png.clone(),
            422,
            "is said to be image/jpeg, and is image/png inside",
        ),
        (
            "image/png",
            b"<html><script>".to_vec(),
            422,
            "is said to be image/png",
        ),
        (
            "application/pdf",
            b"MZ\x90".to_vec(),
            422,
            "is said to be application/pdf",
        ),
        ("image/gif", gif.clone(), 422, "image/jpeg and image/png"),
        ("", gif, 422, "is image/gif, which WhatsApp does not take"),
        ("text/csv", b"a,b".to_vec(), 422, "it takes text/plain"),
        ("nonsense", b"a".to_vec(), 422, "is no media type"),
        ("image/png", Vec::new(), 422, "is empty"),
        (
            "image/png",
            b"\x89PNG\r\n\x1a\n".to_vec(),
            422,
            "cannot be read",
        ),
        ("image/png", vec![0; 5_000_001], 413, "at most 5000000"),
        ("image/webp", vec![0; 500_001], 413, "at most 500000"),
    ];
    for (said, body, status, says) in cases {
        let reply = upload(&test, said, "", body).await.expect(status);
        let words = format!("{} {}", reply["title"], reply["errors"]);
        assert!(words.contains(says), "{words}");
    }
    assert_eq!(count(&test, "media").await, 0);
    assert!(
        stored(&test).is_empty(),
        "nothing is left of what was refused"
    );
}

#[tokio::test]
async fn a_file_larger_than_other_bodies_passes() {
    let test = TestApp::start().await;
    let mut body = b"%PDF-1.7".to_vec();
    body.resize(3_000_000, b' ');
    assert!(body.len() > test.app.config.limits.body_bytes);
    let file = upload(&test, "application/pdf", "", body).await.expect(201);
    assert_eq!(file["bytes"], 3_000_000);
}

#[tokio::test]
async fn a_file_that_breaks_off_leaves_nothing() {
    let test = TestApp::start().await;
    let parts = [
        Ok(bytes::Bytes::from(vec![1; 2_000_000])),
        Err("the line is dead"),
    ];
    let body = Body::from_stream(futures_util::stream::iter(parts));
    let reply = upload(&test, "application/zip", "", body).await.expect(400);
    assert_eq!(reply["code"], "incomplete_body");
    assert!(stored(&test).is_empty());
    let request = Request::builder().method(Method::POST).uri("/api/media");
    let request = request.header(header::CONTENT_TYPE, "text/plain");
    let refused = test
        .anonymous()
        .raw(request.body(Body::from("x")).expect("a request"))
        .await;
    assert_eq!(refused.status, 401);
}
