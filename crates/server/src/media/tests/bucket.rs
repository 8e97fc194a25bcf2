//! Files in a bucket, as the folder has them in the other tests.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use futures_util::TryStreamExt;
use http::{HeaderMap, StatusCode, Uri};

use super::*;
use crate::config;
use crate::kernel::ids::WorkspaceId;
use crate::media::Files;

type Objects = Arc<Mutex<BTreeMap<String, Bytes>>>;

/// As much of S3 as small files need. Every request must be signed with the key of the settings.
async fn s3(
    State(objects): State<Objects>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    let signed = "AWS4-HMAC-SHA256 Credential=our-key/";
    if !text("authorization").is_some_and(|value| value.starts_with(signed)) {
        return StatusCode::FORBIDDEN.into_response();
    }
    let mut objects = objects.lock().expect("nobody panicked");
    let path = uri.path().to_owned();
    let tag = [
        ("etag", "\"1\""),
        ("last-modified", "Fri, 20 Nov 2026 09:00:00 GMT"),
    ];
    match (method, text("x-amz-copy-source")) {
        (Method::PUT, Some(from)) => {
            let from = format!("/{}", from.trim_start_matches('/'));
            let Some(copy) = objects.get(&from).cloned() else {
                return StatusCode::NOT_FOUND.into_response();
            };
            objects.insert(path, copy);
            let done = "<CopyObjectResult><ETag>\"1\"</ETag></CopyObjectResult>";
            (tag, done).into_response()
        }
        (Method::PUT, None) => {
            objects.insert(path, body);
            tag.into_response()
        }
        (Method::POST, _) => {
            let order = String::from_utf8_lossy(&body).into_owned();
            let mut done = String::new();
            for part in order.split("<Key>").skip(1) {
                let key = part.split("</Key>").next().unwrap_or_default();
                objects.remove(&format!("{}/{key}", path.trim_end_matches('/')));
                done.push_str(&format!("<Deleted><Key>{key}</Key></Deleted>"));
            }
            format!("<DeleteResult>{done}</DeleteResult>").into_response()
        }
        (Method::DELETE, _) => {
            objects.remove(&path);
            StatusCode::NO_CONTENT.into_response()
        }
        (Method::GET | Method::HEAD, _) => match objects.get(&path) {
            None => StatusCode::NOT_FOUND.into_response(),
            Some(found) => match text("range").and_then(|range| range.strip_prefix("bytes=")) {
                None => (tag, found.clone()).into_response(),
                Some(range) => {
                    let (first, last) = range.split_once('-').expect("a range");
                    let (first, last): (usize, usize) = (
                        first.parse().expect("a number"),
                        last.parse().expect("a number"),
                    );
                    let part = format!("bytes {first}-{last}/{}", found.len());
                    let part = [("content-range", part)];
                    let body = found.slice(first..=last);
                    (StatusCode::PARTIAL_CONTENT, tag, part, body).into_response()
                }
            },
        },
        _ => StatusCode::METHOD_NOT_ALLOWED.into_response(),
    }
}

#[tokio::test]
async fn a_bucket_keeps_files_like_a_folder() {
    let _provider = crate::outgoing::client(false).expect("a client");
    let objects = Objects::default();
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0")
        .await
        .expect("a port");
    let address = listener.local_addr().expect("an address");
    let router = axum::Router::new().fallback(s3).with_state(objects.clone());
    tokio::spawn(async move { axum::serve(listener, router).await });
    let settings = config::Media {
        bucket: Some("clientele".into()),
        endpoint: Some(format!("http://{address}")),
        region: "eu-central-1".into(),
        access_key_id: Some("our-key".into()),
        secret_access_key: Some("our-secret".into()),
    };
    let nowhere = std::path::Path::new("/nowhere");
    let files = Files::open(&settings, nowhere).expect("a bucket");
    let names = || -> Vec<String> {
        let objects = objects.lock().expect("nobody panicked");
        objects.keys().cloned().collect()
    };

    let workspace = WorkspaceId(7);
    let mut arriving = files.begin();
    arriving.put(picture(9, 9)).await.expect("sent");
    let file = arriving.finish().await.expect("arrived");
    assert!(!files.has(workspace, &file.sha256).await.expect("asked"));
    files.keep(workspace, &file).await.expect("kept");
    let name = hex::encode(file.sha256);
    let place = format!("/clientele/7/{}/{name}", &name[..2]);
    assert_eq!(names(), [place], "and nothing where it arrived");
    assert!(files.has(workspace, &file.sha256).await.expect("asked"));
    assert!(
        !files
            .has(WorkspaceId(8), &file.sha256)
            .await
            .expect("asked")
    );

    let part = files
        .read(workspace, &file.sha256, Some(2..6))
        .await
        .expect("found");
    let part: Vec<Bytes> = part.try_collect().await.expect("read");
    assert_eq!(part.concat(), picture(9, 9)[2..6]);
    assert_eq!(
        files
            .thumbnail(workspace, &file.sha256)
            .await
            .expect("asked"),
        None
    );
    let small = Bytes::from("small");
    files
        .keep_thumbnail(workspace, &file.sha256, small.clone())
        .await
        .expect("kept");
    assert_eq!(
        files
            .thumbnail(workspace, &file.sha256)
            .await
            .expect("asked"),
        Some(small)
    );
    assert_eq!(names().len(), 2);
    files
        .remove(workspace, &file.sha256)
        .await
        .expect("removed");
    files
        .remove(workspace, &file.sha256)
        .await
        .expect("nothing to remove");
    assert!(names().is_empty());
    assert!(files.read(workspace, &file.sha256, None).await.is_err());
}
