//! Sending, and telling customers that we read.

use serde_json::{Value, json};

use super::{Error, Graph, done, text_at};

/// A message that Meta accepted; whether it is delivered, its statuses will tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    /// Its id, which its statuses name.
    pub wamid: String,
    /// The customer's WhatsApp id, when it was sent to a number; may differ from that number.
    pub wa_id: Option<String>,
    /// The customer's business-scoped id, when it was sent to one.
    pub user_id: Option<String>,
    /// Templates: `accepted`, `held_for_quality_assessment` or `paused`.
    pub message_status: Option<String>,
}

impl Graph {
    /// Sends a message whose body is from [`Message::to_wire`](crate::outbound::Message::to_wire).
    ///
    /// # Errors
    /// See [`Error`]; ask [`Error::may_have_arrived`] before sending it again.
    pub async fn send(&self, phone_number_id: &str, body: &Value) -> Result<Sent, Error> {
        let request = self.post(&[phone_number_id, "messages"], body);
        let answer = self.answer(request).await?;
        // Accepted, but by which id we shall never know.
        let wamid = text_at(&answer, "/messages/0/id").filter(|wamid| !wamid.is_empty());
        Ok(Sent {
            wamid: wamid.ok_or(Error::Unreadable { http_status: 200 })?,
            wa_id: text_at(&answer, "/contacts/0/wa_id"),
            user_id: text_at(&answer, "/contacts/0/user_id"),
            message_status: text_at(&answer, "/messages/0/message_status"),
        })
    }

    /// Marks a customer's message and all before it as read, of at most 30 days ago.
    ///
    /// With `typing` the customer also sees for 25 seconds that an answer is being written.
    ///
    /// # Errors
    /// See [`Error`]; code 131009 when there is no such message or it is too old.
    pub async fn mark_read(
        &self,
        phone_number_id: &str,
        wamid: &str,
        typing: bool,
    ) -> Result<(), Error> {
        let mut body =
            json!({"messaging_product": "whatsapp", "status": "read", "message_id": wamid});
        if typing {
            body["typing_indicator"] = json!({"type": "text"});
        }
        let request = self.post(&[phone_number_id, "messages"], &body);
        done(&self.answer(request).await?)
    }
}
