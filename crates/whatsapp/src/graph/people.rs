//! Blocking customers, who then can neither write to the business nor hear from it.

use reqwest::{Method, RequestBuilder};
use serde_json::{Value, json};

use super::{Error, Graph, text_at};
use crate::outbound::Recipient;

/// What became of blocking, or unblocking, several customers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Blocked {
    /// Those for whom it was done, as they were given.
    pub done: Vec<String>,
    /// Those for whom it was not.
    pub failed: Vec<NotBlocked>,
}

/// A customer who could not be blocked or unblocked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotBlocked {
    /// Who, as they were given.
    pub input: Option<String>,
    /// Meta's code, see [`crate::errors::lookup`].
    pub code: Option<i64>,
    /// What Meta says about it.
    pub details: Option<String>,
}

impl Graph {
    /// Blocks customers, who must have written within the last 24 hours.
    ///
    /// # Errors
    /// See [`Error`]; a failure of some customers is in the result.
    pub async fn block(
        &self,
        phone_number_id: &str,
        customers: &[Recipient],
    ) -> Result<Blocked, Error> {
        self.change_block_list(Method::POST, phone_number_id, customers)
            .await
    }

    /// Lets customers write again.
    ///
    /// # Errors
    /// As [`Graph::block`].
    pub async fn unblock(
        &self,
        phone_number_id: &str,
        customers: &[Recipient],
    ) -> Result<Blocked, Error> {
        self.change_block_list(Method::DELETE, phone_number_id, customers)
            .await
    }

    async fn change_block_list(
        &self,
        method: Method,
        phone_number_id: &str,
        customers: &[Recipient],
    ) -> Result<Blocked, Error> {
        let customers = customers.iter().map(|customer| match customer {
            Recipient::Phone(digits) => {
                json!({"user": format!("+{}", digits.trim_start_matches('+'))})
            }
            Recipient::UserId(id) => json!({"user_id": id}),
        });
        let body = json!({
            "messaging_product": "whatsapp",
            "block_users": customers.collect::<Vec<_>>(),
        });
        let request = self
            .request(method, &[phone_number_id, "block_users"])
            .json(&body);
        self.block_list_answer(request).await
    }

    /// When some customers fail, the answer is a refusal that holds the results nonetheless.
    async fn block_list_answer(&self, request: RequestBuilder) -> Result<Blocked, Error> {
        let response = request.send().await?;
        let http_status = response.status().as_u16();
        let answer: Option<Value> = serde_json::from_slice(&response.bytes().await?).ok();
        let answer = answer.ok_or(Error::Unreadable { http_status })?;
        if let Some(results) = answer
            .get("block_users")
            .filter(|results| results.is_object())
        {
            return Ok(read(results));
        }
        self.judge(answer, http_status).map(|_| Blocked::default())
    }
}

fn read(results: &Value) -> Blocked {
    let list = |key| {
        results
            .get(key)
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
    };
    let who = |user: &Value| {
        text_at(user, "/input")
            .or_else(|| text_at(user, "/wa_id"))
            .or_else(|| text_at(user, "/user_id"))
    };
    Blocked {
        done: list("added_users")
            .chain(list("removed_users"))
            .filter_map(who)
            .collect(),
        failed: list("failed_users")
            .map(|user| NotBlocked {
                input: who(user),
                code: text_at(user, "/errors/0/code").and_then(|code| code.parse().ok()),
                details: text_at(user, "/errors/0/error_data/details")
                    .or_else(|| text_at(user, "/errors/0/message")),
            })
            .collect(),
    }
}
