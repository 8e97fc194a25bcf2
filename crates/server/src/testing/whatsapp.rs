//! Meta in a test: an account of the workspace, and signed webhooks to its callback path.

use axum::body::Body;
use http::{Method, Request, header};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{Api, Reply, TestApp};
use crate::app::App;
use crate::db::sql;
use crate::kernel::ids::{AccountId, AppId, WorkspaceId};

const SECRET: &str = "a-secret-of-the-app";

/// A number of the business, and Meta who calls for it.
#[derive(Clone)]
pub(crate) struct Line {
    /// The account.
    pub(crate) account: AccountId,
    /// The account's uuid.
    pub(crate) uuid: Uuid,
    /// The callback path.
    pub(crate) path: String,
    /// The phone number id.
    pub(crate) number: String,
    api: Api,
}

impl TestApp {
    /// Connects a WhatsApp number to the first workspace.
    pub(crate) async fn line(&self) -> Line {
        connect(&self.app, self.workspace, self.api.clone()).await
    }
}

/// Connects a WhatsApp number to a workspace.
pub(crate) async fn connect(app: &App, workspace: WorkspaceId, api: Api) -> Line {
    let callback = Uuid::now_v7();
    let (app_id,): (AppId,) = sql(
        "INSERT INTO apps (workspace_id, uuid, app_secret, verify_token,
             created_at) VALUES ($1, $2, $3, $4, $5) RETURNING id",
    )
    .bind(workspace)
    .bind(callback)
    .bind(app.secrets.seal(SECRET))
    .bind(app.secrets.seal("verify-me"))
    .bind(app.clock.now())
    .one(&app.db)
    .await
    .expect("an app");
    let uuid = Uuid::now_v7();
    let number = format!("7{}", app_id.0);
    let (account,): (AccountId,) = sql("INSERT INTO accounts (workspace_id, uuid, channel, name,
             app_id, phone_number_id, waba_id, access_token, graph_url, health,
             created_at, updated_at)
         VALUES ($1, $2, 'whatsapp', 'Riyadh', $3, $4, '9001', $5, 'https://graph.facebook.com',
             $6, $7, $7) RETURNING id")
    .bind(workspace)
    .bind(uuid)
    .bind(app_id)
    .bind(number.as_str())
    .bind(app.secrets.seal("EAAG-token"))
    .bind(json!({}))
    .bind(app.clock.now())
    .one(&app.db)
    .await
    .expect("an account");
    Line {
        account,
        uuid,
        path: crate::accounts::webhook_path(callback),
        number,
        api,
    }
}

impl Line {
    /// Delivers `value` as a change of `field`, signed, and expects 200.
    pub(crate) async fn deliver(&self, field: &str, value: Value) {
        let body = self.envelope(&[(field, value)]).to_string();
        assert_eq!(
            self.post(
                &body,
                &whatsapp::signature::sign(SECRET.as_bytes(), body.as_bytes())
            )
            .await
            .status,
            200
        );
    }

    /// A webhook body with these changes, each completed with this number's metadata.
    pub(crate) fn envelope(&self, changes: &[(&str, Value)]) -> Value {
        let changes: Vec<Value> = changes
            .iter()
            .map(|(field, value)| {
                let mut value = value.clone();
                value["messaging_product"] = "whatsapp".into();
                if value.get("metadata").is_none() {
                    value["metadata"] = json!({"display_phone_number": "966112000000", "phone_number_id": self.number});
                }
                json!({"field": field, "value": value})
            })
            .collect();
        json!({"object": "whatsapp_business_account", "entry": [{"id": "9001", "changes": changes}]})
    }

    /// Posts a body with its right signature.
    pub(crate) async fn post_signed(&self, body: &str) -> Reply {
        self.post(
            body,
            &whatsapp::signature::sign(SECRET.as_bytes(), body.as_bytes()),
        )
        .await
    }

    /// Posts a body with any signature.
    pub(crate) async fn post(&self, body: &str, signature: &str) -> Reply {
        let request = Request::builder()
            .method(Method::POST)
            .uri(&self.path)
            .header(header::CONTENT_TYPE, "application/json")
            .header("x-hub-signature-256", signature)
            .body(Body::from(body.to_owned()))
            .expect("a request");
        self.api.raw(request).await
    }

    /// Delivers messages of one person.
    pub(crate) async fn receive(&self, person: &Person, messages: Vec<Value>) {
        self.deliver("messages", person.says(messages)).await;
    }
}

/// Somebody on WhatsApp.
#[derive(Debug, Clone, Default)]
pub(crate) struct Person {
    /// The number in digits, if it is shown.
    pub(crate) number: Option<String>,
    /// The business-scoped user id.
    pub(crate) user_id: Option<String>,
    /// The profile's name.
    pub(crate) name: Option<String>,
    /// The username, if they took one.
    pub(crate) username: Option<String>,
}

impl Person {
    /// Somebody with a number, a user id and a name.
    pub(crate) fn new(number: &str, user_id: &str, name: &str) -> Self {
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        Self {
            number: some(number),
            user_id: some(user_id),
            name: some(name),
            username: None,
        }
    }

    /// The `messages` value of a webhook with these messages of theirs.
    pub(crate) fn says(&self, messages: Vec<Value>) -> Value {
        let messages: Vec<Value> = messages
            .into_iter()
            .map(|mut message| {
                if let Some(number) = &self.number {
                    message["from"] = number.as_str().into();
                }
                if let Some(user_id) = &self.user_id {
                    message["from_user_id"] = user_id.as_str().into();
                }
                message
            })
            .collect();
        json!({"contacts": [self.contact()], "messages": messages})
    }

    /// The element of `contacts`.
    pub(crate) fn contact(&self) -> Value {
        let mut contact = json!({"profile": {}});
        if let Some(name) = &self.name {
            contact["profile"]["name"] = name.as_str().into();
        }
        if let Some(username) = &self.username {
            contact["profile"]["username"] = username.as_str().into();
        }
        if let Some(number) = &self.number {
            contact["wa_id"] = number.as_str().into();
        }
        if let Some(user_id) = &self.user_id {
            contact["user_id"] = user_id.as_str().into();
        }
        contact
    }
}

/// A text message; `at` in Unix seconds.
pub(crate) fn text(id: &str, at: i64, body: &str) -> Value {
    json!({"id": id, "timestamp": at.to_string(), "type": "text", "text": {"body": body}})
}
