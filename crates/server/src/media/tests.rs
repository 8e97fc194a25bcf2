//! Files as users of the API see them, with a WhatsApp on this machine to fetch them from.

use axum::body::Body;
use http::{Method, Request, header};
use serde_json::{Value, json};
use whatsapp_sim::{File, Say};

use crate::db::sql;
use crate::testing::files::{Phone, picture};
use crate::testing::whatsapp::Line;
use crate::testing::{Api, Reply, TestApp};

mod bucket;
mod inbound;
mod outbound;
mod removing;
mod serving;
mod uploads;

async fn start() -> (TestApp, Line, Phone) {
    let test = TestApp::start().await;
    let line = test.line().await;
    let phone = Phone::behind(&test, &line).await;
    (test, line, phone)
}

fn jpeg(data: impl Into<Vec<u8>>) -> File {
    File {
        data: data.into(),
        mime_type: "image/png".into(),
        caption: Some("الإيصال".into()),
        ..File::default()
    }
}

/// The messages of the only conversation, newest first.
async fn messages(api: &Api) -> Vec<Value> {
    let list = api.get("/api/conversations").await.expect(200);
    let id = &list["items"][0]["id"];
    let path = format!("/api/conversations/{id}/messages");
    let page = api.get(&path).await.expect(200);
    page["items"].as_array().expect("rows").clone()
}

/// The file of the newest message.
async fn file(api: &Api) -> Value {
    messages(api).await[0]["media"].clone()
}

async fn get(test: &TestApp, path: &str, headers: &[(&str, &str)]) -> Reply {
    test.api
        .send_bytes(Method::GET, path, headers, Body::empty())
        .await
}

async fn upload(test: &TestApp, kind: &str, name: &str, body: impl Into<Body>) -> Reply {
    let headers: &[(&str, &str)] = match kind {
        "" => &[],
        kind => &[("content-type", kind)],
    };
    let path = match name {
        "" => "/api/media".to_owned(),
        name => {
            let query: String = url::form_urlencoded::byte_serialize(name.as_bytes()).collect();
            format!("/api/media?filename={query}")
        }
    };
    test.api
        .send_bytes(Method::POST, &path, headers, body.into())
        .await
}

async fn count(test: &TestApp, table: &str) -> i64 {
    let (count,) = sql(format!("SELECT CAST(COUNT(*) AS BIGINT) FROM {table}"))
        .one(&test.app.db)
        .await
        .expect("a count");
    count
}

/// The names of all files in the store's folder.
fn stored(test: &TestApp) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![test.folder().join("media")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
            match entry.path() {
                path if path.is_dir() => folders.push(path),
                path => found.push(
                    path.file_name()
                        .expect("a name")
                        .to_string_lossy()
                        .into_owned(),
                ),
            }
        }
    }
    found.sort();
    found
}
