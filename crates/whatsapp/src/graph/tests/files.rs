//! Files to and from Meta, and who is shown the token.

use super::server::{answers, server};
use super::*;

#[tokio::test]
async fn a_file_is_uploaded_with_its_real_type() {
    let (address, serving) = server("200 OK", r#"{"id":"4490709327384033"}"#);
    let parts = ["OggS", "more"].map(|part| Ok::<_, std::io::Error>(part.to_owned()));
    let upload = Upload {
        body: reqwest::Body::wrap_stream(futures_util::stream::iter(parts)),
        length: 8,
        mime_type: "audio/ogg; codecs=opus",
        filename: "a \"note\"\r\n.ogg",
    };
    let id = graph(&address)
        .upload("7001", upload)
        .await
        .expect("uploaded");
    assert_eq!(id, "4490709327384033");
    let request = serving.join().expect("served");
    assert!(request.starts_with("POST /v25.0/7001/media "), "{request}");
    assert!(
        request.to_lowercase().contains("content-length: "),
        "{request}"
    );
    assert!(
        request.contains("name=\"messaging_product\"\r\n\r\nwhatsapp\r\n"),
        "{request}"
    );
    assert!(
        request.contains("name=\"type\"\r\n\r\naudio/ogg; codecs=opus\r\n"),
        "{request}"
    );
    assert!(
        request.contains("Content-Type: audio/ogg; codecs=opus\r\n\r\nOggSmore\r\n"),
        "{request}"
    );
    assert!(
        !request.contains("\"note\""),
        "a name cannot break out of its quotes: {request}"
    );
}

#[tokio::test]
async fn a_type_that_is_none_is_not_sent() {
    let upload = Upload {
        body: "x".into(),
        length: 1,
        mime_type: "no type",
        filename: "a",
    };
    let error = graph("http://127.0.0.1:9")
        .upload("7001", upload)
        .await
        .expect_err("no type");
    assert!(!error.may_have_arrived(), "{error:?}");
}

#[tokio::test]
async fn a_file_is_found_fetched_and_deleted() {
    let answer = r#"{"url":"https://lookaside.fbsbx.com/x?hash=h","mime_type":"image/jpeg",
        "sha256":"b64=","file_size":"303","id":"81","messaging_product":"whatsapp"}"#;
    let (address, serving) = answers(&[
        ("200 OK", answer),
        ("200 OK", "JPEG"),
        ("200 OK", r#"{"success":true}"#),
    ]);
    let graph = graph(&address);
    let found = graph.media_url("81", "7001").await.expect("an address");
    assert_eq!(
        (found.file_size, found.sha256.as_deref()),
        (Some(303), Some("b64="))
    );
    assert!(!format!("{found:?}").contains("hash"));

    let mut file = graph
        .download(&format!("{address}/files/81"))
        .await
        .expect("a file");
    assert_eq!(file.length, Some(4));
    assert_eq!(
        file.chunk().await.expect("bytes").as_deref(),
        Some(&b"JPEG"[..])
    );
    assert_eq!(file.chunk().await.expect("the end"), None);

    graph.delete_media("81", "7001").await.expect("deleted");
    let requests = serving.join().expect("served");
    assert!(requests[0].starts_with("GET /v25.0/81?phone_number_id=7001 "));
    assert!(requests[1].contains("authorization: Bearer EAAGsecret"));
    assert!(requests[2].starts_with("DELETE /v25.0/81?phone_number_id=7001 "));
}

#[tokio::test]
async fn a_file_that_is_gone_says_so() {
    let refusal = r#"{"error":{"message":"m","code":100}}"#;
    let (address, serving) = answers(&[("404 Not Found", "gone"), ("400 Bad Request", refusal)]);
    let graph = graph(&address);
    let fetch = async || {
        graph
            .download(&format!("{address}/x?hash=h"))
            .await
            .expect_err("no file")
    };
    assert!(matches!(
        fetch().await,
        DownloadError::Graph(Error::Unreadable { http_status: 404 })
    ));
    assert!(matches!(
        fetch().await,
        DownloadError::Graph(Error::Refused(_))
    ));
    serving.join().expect("served");
    let error = fetch().await;
    assert!(matches!(error, DownloadError::Graph(Error::Transport(_))));
    assert!(!format!("{error:?} {error}").contains("hash"));
}

#[tokio::test]
async fn the_token_is_shown_to_meta_only() {
    let graph = graph("https://graph.example:8443/sim");
    for (url, is_metas) in [
        (
            "https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1",
            true,
        ),
        ("https://fbsbx.com/x", true),
        ("https://mmg.whatsapp.net/x", true),
        ("https://scontent.xx.fbcdn.net/x", true),
        ("https://graph.facebook.com/v25.0/1", true),
        ("https://graph.example:8443/files/1", true),
        ("https://graph.example/files/1", false),
        ("http://graph.example:8443/files/1", false),
        ("http://lookaside.fbsbx.com/x", false),
        ("https://lookaside.fbsbx.com:8443/x", false),
        ("https://evilfbsbx.com/x", false),
        ("https://fbsbx.com.evil.example/x", false),
        ("https://lookaside.fbsbx.com@evil.example/x", false),
        ("https://127.0.0.1/x", false),
        ("file:///etc/passwd", false),
    ] {
        assert_eq!(
            graph.is_metas(&Url::parse(url).expect("a url")),
            is_metas,
            "{url}"
        );
    }
    for url in ["https://evil.example/x", "not a url"] {
        let error = graph.download(url).await.expect_err("not Meta's");
        assert!(matches!(error, DownloadError::NotMetas));
    }
}
