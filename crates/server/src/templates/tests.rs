//! Templates as users of the API and Meta's webhooks see them.

use serde_json::{Value, json};

use crate::db::{Json, sql};
use crate::testing::TestApp;
use crate::testing::graph::Meta;
use crate::testing::whatsapp::Line;

mod changes;
mod daily;
mod news;
mod reads;
mod sync;

/// Meta's words about a template with two variables, in Arabic.
fn order() -> Value {
    json!({
        "id": "501", "name": "order_confirmation", "language": "ar", "status": "APPROVED",
        "category": "UTILITY", "parameter_format": "POSITIONAL",
        "quality_score": {"score": "GREEN"},
        "components": [{"type": "BODY", "text": "طلبك {{1}} جاهز. المجموع: {{2}} ريال",
            "example": {"body_text": [["A-17", "45"]]}}],
    })
}

/// One with a picture, a name and buttons.
fn sale() -> Value {
    json!({
        "id": "502", "name": "big_sale", "language": "en_US", "status": "APPROVED",
        "category": "MARKETING", "parameter_format": "NAMED",
        "components": [
            {"type": "HEADER", "format": "IMAGE", "example": {"header_handle": ["https://x/1.jpg"]}},
            {"type": "BODY", "text": "Café news for {{first_name}}, this week only.",
                "example": {"body_text_named_params": [{"param_name": "first_name", "example": "Ana"}]}},
            {"type": "FOOTER", "text": "Bayt Coffee"},
            {"type": "BUTTONS", "buttons": [
                {"type": "QUICK_REPLY", "text": "Stop"},
                {"type": "URL", "text": "Shop", "url": "https://bayt.example/{{1}}", "example": ["spring"]},
            ]},
        ],
    })
}

fn with(mut base: Value, changes: &Value) -> Value {
    for (key, value) in changes.as_object().expect("an object") {
        base[key] = value.clone();
    }
    base
}

/// A connected number, and a Meta that has these templates, taken over.
async fn synced(templates: &[Value]) -> (TestApp, Line, Meta) {
    let test = TestApp::start().await;
    let line = test.line().await;
    let meta = Meta::behind(&test.app).await;
    meta.has(templates.to_vec());
    sync(&test, &line).await;
    meta.asked();
    (test, line, meta)
}

async fn sync(test: &TestApp, line: &Line) -> Value {
    let body = json!({"account_id": line.account});
    test.api.post("/api/templates/sync", body).await.expect(200)
}

/// The only template with this name, deleted or not.
async fn named(test: &TestApp, name: &str) -> Value {
    let rows: Vec<(i64,)> = sql("SELECT id FROM templates WHERE workspace_id = $1 AND name = $2")
        .bind(test.workspace)
        .bind(name)
        .all(&test.app.db)
        .await
        .expect("rows");
    assert_eq!(rows.len(), 1, "one template is called {name}");
    let path = format!("/api/templates/{}", rows[0].0);
    test.api.get(&path).await.expect(200)
}

/// Every event about templates: its kind, who did it, and its data without the template's names.
async fn told(test: &TestApp) -> Vec<(String, String, Value)> {
    let rows: Vec<(String, String, Json<Value>)> =
        sql("SELECT kind, actor_kind, data FROM events WHERE kind LIKE 'template%' ORDER BY id")
            .all(&test.app.db)
            .await
            .expect("events");
    let without_names = |mut data: Value| {
        let fields = data.as_object_mut().expect("an object");
        for name in ["template_id", "name", "language", "account_id"] {
            fields.remove(name);
        }
        data
    };
    rows.into_iter()
        .map(|(kind, actor, data)| (kind, actor, without_names(data.0)))
        .collect()
}

/// Forgets what was told so far.
async fn forget_told(test: &TestApp) {
    sql("DELETE FROM events")
        .run(&test.app.db)
        .await
        .expect("deleted");
}

fn names(page: &Value) -> Vec<&str> {
    let items = page["items"].as_array().expect("items");
    items
        .iter()
        .map(|item| item["name"].as_str().expect("a name"))
        .collect()
}
