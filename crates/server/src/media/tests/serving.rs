//! Handing files out.

use super::*;

/// A picture in the store, and its path.
async fn shown(test: &TestApp, width: u32, height: u32) -> String {
    let reply = upload(test, "image/png", "a.png", picture(width, height)).await;
    reply.expect(201)["url"].as_str().expect("a url").to_owned()
}

fn header_of<'a>(reply: &'a Reply, name: &str) -> &'a str {
    reply
        .headers
        .get(name)
        .map_or("", |value| value.to_str().expect("text"))
}

#[tokio::test]
async fn a_file_is_handed_out_whole_and_in_parts() {
    let test = TestApp::start().await;
    let path = shown(&test, 40, 40).await;
    let bytes = picture(40, 40);
    let whole = get(&test, &path, &[]).await;
    assert_eq!(whole.status, 200);
    assert_eq!(whole.bytes, bytes);
    assert_eq!(header_of(&whole, "content-length"), bytes.len().to_string());
    assert_eq!(header_of(&whole, "content-type"), "image/png");
    assert_eq!(header_of(&whole, "accept-ranges"), "bytes");
    assert_eq!(header_of(&whole, "x-content-type-options"), "nosniff");
    assert!(header_of(&whole, "content-security-policy").starts_with("sandbox;"));
    assert_eq!(
        header_of(&whole, "cache-control"),
        "private, max-age=31536000, immutable"
    );
    assert!(header_of(&whole, "content-disposition").starts_with("inline; filename=\"a.png\""));
    let tag = header_of(&whole, "etag").to_owned();

    let part = get(&test, &path, &[("range", "bytes=10-19")]).await;
    assert_eq!(part.status, 206);
    assert_eq!(part.bytes, bytes.slice(10..20));
    assert_eq!(header_of(&part, "content-length"), "10");
    assert_eq!(
        header_of(&part, "content-range"),
        format!("bytes 10-19/{}", bytes.len())
    );
    let end = get(&test, &path, &[("range", "bytes=-5"), ("if-range", &tag)]).await;
    assert_eq!(end.bytes, bytes.slice(bytes.len() - 5..));
    let other = get(
        &test,
        &path,
        &[("range", "bytes=-5"), ("if-range", "\"other\"")],
    )
    .await;
    assert_eq!(
        (other.status.as_u16(), other.bytes.len()),
        (200, bytes.len())
    );
    let beyond = get(&test, &path, &[("range", "bytes=999999-")]).await;
    assert_eq!(beyond.status, 416);
    assert_eq!(
        header_of(&beyond, "content-range"),
        format!("bytes */{}", bytes.len())
    );
    let known = format!("\"other\", W/{tag}");
    let same = get(&test, &path, &[("if-none-match", &known)]).await;
    assert_eq!((same.status.as_u16(), same.bytes.len()), (304, 0));
}

#[tokio::test]
async fn what_could_run_is_saved_and_not_shown() {
    let (test, _, phone) = start().await;
    let cases = [
        ("text/html", "seite.html", "application/octet-stream"),
        ("image/svg+xml", "a.svg", "application/octet-stream"),
        ("application/pdf", "\"; filename=x.exe", "application/pdf"),
        (
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "عقد.docx",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
        ("not a type", "", "application/octet-stream"),
    ];
    for (kind, name, handed_out) in cases {
        let document = File {
            data: format!("<script>alert(1)</script> {kind}").into_bytes(),
            mime_type: kind.into(),
            filename: Some(name.into()),
            ..File::default()
        };
        phone.sends(Say::Document, document).await;
        test.run_jobs().await;
        let file = file(&test.api).await;
        let reply = get(&test, file["url"].as_str().expect("a url"), &[]).await;
        assert_eq!(reply.status, 200, "{kind}");
        assert_eq!(header_of(&reply, "content-type"), handed_out);
        let disposition = header_of(&reply, "content-disposition");
        assert!(
            disposition.starts_with("attachment; filename=\""),
            "{disposition}"
        );
        assert_eq!(disposition.matches('"').count(), 2, "{disposition}");
        assert!(header_of(&reply, "content-security-policy").contains("default-src 'none'"));
    }
}

#[tokio::test]
async fn pictures_have_small_ones() {
    let test = TestApp::start().await;
    let path = format!("{}/thumbnail", shown(&test, 1000, 400).await);
    let small = get(&test, &path, &[]).await;
    assert_eq!(small.status, 200);
    assert_eq!(header_of(&small, "content-type"), "image/jpeg");
    let picture = image::load_from_memory(&small.bytes).expect("a picture");
    assert_eq!((picture.width(), picture.height()), (320, 128));
    assert_eq!(stored(&test).len(), 2, "it is kept");
    let again = get(&test, &path, &[]).await;
    assert_eq!(again.bytes, small.bytes);
    let tag = header_of(&small, "etag").to_owned();
    assert_eq!(
        get(&test, &path, &[("if-none-match", &tag)]).await.status,
        304
    );
}

#[tokio::test]
async fn a_bomb_is_not_unpacked() {
    let (test, _, phone) = start().await;
    // A PNG that says it has 16,000 × 16,000 pixels, and holds a handful.
    let mut bomb = picture(2, 2).to_vec();
    bomb[16..24].copy_from_slice(&[0, 0, 0x3e, 0x80, 0, 0, 0x3e, 0x80]);
    let sum = crc(&bomb[12..29]);
    bomb[29..33].copy_from_slice(&sum.to_be_bytes());
    phone.sends(Say::Image, jpeg(bomb)).await;
    test.run_jobs().await;
    let file = file(&test.api).await;
    assert_eq!(file["state"], "ready");
    assert_eq!(file["width"], json!(null), "it is not believed");
    let path = file["thumbnail_url"].as_str().expect("a url");
    for _ in 0..2 {
        let reply = get(&test, path, &[]).await.expect(404);
        assert_eq!(reply["code"], "media.no_thumbnail");
    }
    assert_eq!(
        stored(&test).len(),
        2,
        "it is remembered that there is none"
    );
}

/// PNG's checksum of a chunk.
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
            (sum >> 1) ^ if sum & 1 == 1 { 0xedb8_8320 } else { 0 }
        })
    })
}

#[tokio::test]
async fn what_is_no_picture_has_no_small_one_and_what_is_not_there_is_not_found() {
    let test = TestApp::start().await;
    let note = upload(&test, "text/plain", "a.txt", "مرحبا")
        .await
        .expect(201);
    assert_eq!(note["thumbnail_url"], json!(null));
    let path = format!("{}/thumbnail", note["url"].as_str().expect("a url"));
    let reply = get(&test, &path, &[]).await.expect(404);
    assert_eq!(reply["code"], "media.no_thumbnail");
    for path in [
        "/api/media/0199a2f4-7d3e-7c11-9a52-3f2b8c1d4e5f",
        "/api/media/17",
        "/api/media/0199a2f4-7d3e-7c11-9a52-3f2b8c1d4e5f/thumbnail",
    ] {
        get(&test, path, &[]).await.expect(404);
    }
}
