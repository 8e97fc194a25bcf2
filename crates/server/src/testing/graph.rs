//! Meta's side of templates in a test, over real HTTP: it keeps what it is given, and refuses when told to.

use std::sync::{Arc, Mutex, MutexGuard};

use axum::extract::{Path, RawQuery, State};
use bytes::Bytes;
use http::{Method, StatusCode};
use serde_json::{Value, json};

use crate::app::App;
use crate::db::sql;

/// A Graph API that keeps templates.
#[derive(Clone, Default)]
pub(crate) struct Meta {
    /// Where it is.
    pub(crate) url: String,
    kept: Arc<Mutex<Kept>>,
}

#[derive(Default)]
struct Kept {
    templates: Vec<Value>,
    refusal: Option<Value>,
    asked: Vec<(String, Value)>,
}

impl Meta {
    /// Starts one without templates.
    pub(crate) async fn start() -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0")
            .await
            .expect("a port");
        let address = listener.local_addr().expect("an address");
        let meta = Self {
            url: format!("http://{address}"),
            ..Self::default()
        };
        let router = axum::Router::new()
            .route("/{*path}", axum::routing::any(answer))
            .with_state(meta.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        meta
    }

    /// Starts one that all accounts ask from now on.
    pub(crate) async fn behind(app: &App) -> Self {
        let meta = Self::start().await;
        sql("UPDATE accounts SET graph_url = $1")
            .bind(&meta.url)
            .run(&app.db)
            .await
            .expect("changed");
        meta
    }

    /// Has exactly these templates from now on.
    pub(crate) fn has(&self, templates: impl IntoIterator<Item = Value>) {
        self.kept().templates = templates.into_iter().collect();
    }

    /// Refuses the next request with this `error`.
    pub(crate) fn refuses(&self, error: Value) {
        self.kept().refusal = Some(error);
    }

    /// What it was asked since this was last called: method, path and query, and the body.
    pub(crate) fn asked(&self) -> Vec<(String, Value)> {
        std::mem::take(&mut self.kept().asked)
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.kept.lock().expect("nobody panicked")
    }
}

async fn answer(
    State(meta): State<Meta>,
    method: Method,
    Path(path): Path<String>,
    RawQuery(query): RawQuery,
    body: Bytes,
) -> (StatusCode, axum::Json<Value>) {
    let mut kept = meta.kept();
    let query = query.unwrap_or_default();
    let body: Value = serde_json::from_slice(&body).unwrap_or_default();
    let asked = match method {
        Method::DELETE => format!("{method} {path}?{query}"),
        _ => format!("{method} {path}"),
    };
    kept.asked.push((asked, body.clone()));
    if let Some(error) = kept.refusal.take() {
        return (StatusCode::BAD_REQUEST, axum::Json(json!({"error": error})));
    }
    let parts: Vec<&str> = path.split('/').collect();
    let answer = match (method.as_str(), parts.as_slice()) {
        ("GET", [_, _, "message_templates"]) => json!({"data": kept.templates}),
        ("POST", [_, _, "message_templates"]) => {
            let mut made = body;
            made["id"] = json!(format!("9{}", kept.templates.len()));
            made["status"] = "PENDING".into();
            kept.templates.push(made.clone());
            json!({"id": made["id"], "status": "PENDING", "category": made["category"]})
        }
        ("DELETE", [_, _, "message_templates"]) => {
            let is_meant = |template: &Value| {
                template["id"]
                    .as_str()
                    .is_some_and(|id| query.contains(&format!("hsm_id={id}")))
            };
            kept.templates.retain(|template| !is_meant(template));
            json!({"success": true})
        }
        ("POST", [_, _, "messages"]) => json!({"success": true}),
        ("GET", [_, id]) => {
            let found = kept.templates.iter().find(|template| template["id"] == *id);
            found
                .cloned()
                .unwrap_or_else(|| json!({"error": {"code": 100}}))
        }
        ("POST", [_, id]) => {
            let found = kept
                .templates
                .iter_mut()
                .find(|template| template["id"] == *id);
            if let (Some(template), Some(changes)) = (found, body.as_object()) {
                for (key, value) in changes {
                    template[key] = value.clone();
                }
                template["status"] = "PENDING".into();
            }
            json!({"success": true})
        }
        _ => json!({"error": {"code": 100, "message": "Unsupported request"}}),
    };
    (StatusCode::OK, axum::Json(answer))
}
