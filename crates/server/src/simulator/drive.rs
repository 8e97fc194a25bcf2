//! Moving a workspace's simulator, from whichever node: over HTTP, where its account says that it is.

use bytes::Bytes;
use http::StatusCode;
use reqwest::{Method, RequestBuilder, Response};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::model;
use crate::accounts::{self, Account};
use crate::app::App;
use crate::http::{ApiResult, Problem};
use crate::kernel::ids::WorkspaceId;

/// Seconds until a simulator that is being started answers, roughly.
const SOON: u16 = 2;

/// The way to a workspace's simulator.
pub(super) struct Drive {
    http: reqwest::Client,
    base: String,
    token: String,
    /// The business's phone number id, by which people name it.
    pub(super) number: String,
}

impl Drive {
    /// Finds the simulator of a workspace.
    ///
    /// 409 `simulator.off` when it is not switched on; 503 while nobody plays it.
    pub(super) async fn of(app: &App, workspace: WorkspaceId) -> ApiResult<Self> {
        let account = accounts::simulated_of(&app.db, workspace).await?;
        let account: Account = account.ok_or_else(off)?;
        if account.graph_url == model::NOWHERE {
            return Err(away());
        }
        let token = accounts::simulated_token(app, workspace, &account).await?;
        Ok(Self {
            http: app.http.clone(),
            base: account.graph_url,
            token,
            number: account.phone_number_id,
        })
    }

    /// `GET` below `/sim`.
    pub(super) async fn get<T: DeserializeOwned>(&self, path: &str) -> ApiResult<T> {
        read(self.send(self.request(Method::GET, path)).await?).await
    }

    /// Another method below `/sim`, with a body.
    pub(super) async fn call<T: DeserializeOwned>(
        &self,
        method: Method,
        path: &str,
        body: &impl Serialize,
    ) -> ApiResult<T> {
        let request = self.request(method, path).json(body);
        read(self.send(request).await?).await
    }

    /// `DELETE` below `/sim`.
    pub(super) async fn delete(&self, path: &str) -> ApiResult<()> {
        self.send(self.request(Method::DELETE, path)).await?;
        Ok(())
    }

    /// A file by its id: its type and its bytes.
    pub(super) async fn file(&self, id: &str) -> ApiResult<(String, Bytes)> {
        let answer = self
            .send(self.request(Method::GET, &format!("media/{id}")))
            .await?;
        let kind = answer
            .headers()
            .get(http::header::CONTENT_TYPE)
            .and_then(|kind| kind.to_str().ok())
            .unwrap_or("application/octet-stream")
            .to_owned();
        let bytes = answer.bytes().await.map_err(|_| away())?;
        Ok((kind, bytes))
    }

    fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let url = format!("{}/sim/{path}", self.base);
        self.http.request(method, url).bearer_auth(&self.token)
    }

    async fn send(&self, request: RequestBuilder) -> ApiResult<Response> {
        let answer = request.send().await.map_err(|_| away())?;
        match answer.status() {
            status if status.is_success() => Ok(answer),
            StatusCode::BAD_REQUEST
            | StatusCode::NOT_FOUND
            | StatusCode::CONFLICT
            | StatusCode::UNPROCESSABLE_ENTITY => Err(refused(answer).await),
            // Another simulator is there by now, or none: the next look puts that right.
            _ => Err(away()),
        }
    }
}

/// What the simulator says cannot be done, in its words.
async fn refused(answer: Response) -> Problem {
    let status = answer.status();
    let text = answer.text().await.unwrap_or_default();
    let said: Value = serde_json::from_str(&text).unwrap_or(Value::Null);
    let Some(words) = said["error"].as_str() else {
        return away(); // no simulator answers like this
    };
    let title = format!("The simulated WhatsApp refuses: {words}.");
    match status {
        StatusCode::CONFLICT => Problem::conflict("simulator.taken", title),
        _ => Problem::new(
            StatusCode::UNPROCESSABLE_ENTITY,
            "simulator.impossible",
            title,
        ),
    }
}

async fn read<T: DeserializeOwned>(answer: Response) -> ApiResult<T> {
    let body = answer.bytes().await.map_err(|_| away())?;
    serde_json::from_slice(&body).map_err(|error| Problem::internal(&error))
}

fn off() -> Problem {
    Problem::conflict(
        "simulator.off",
        "The simulated WhatsApp is switched off; PUT /api/simulator with {\"enabled\": true} switches it on.",
    )
}

/// Nobody plays it at the moment.
pub(super) fn away() -> Problem {
    Problem::new(
        StatusCode::SERVICE_UNAVAILABLE,
        "simulator.away",
        "The simulated WhatsApp is being started; try again in a moment.",
    )
    .retry_after(SOON)
}
