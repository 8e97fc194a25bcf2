//! Sending as a user of the API and a customer with a phone see it.
mod files;
mod life;
mod refusals;
mod trouble;

use serde_json::{Value, json};

use crate::testing::TestApp;
use crate::testing::phones::Phones;

/// A conversation that Noura has begun, and hers on the other side.
pub(super) struct Talk {
    pub(super) test: TestApp,
    pub(super) phones: Phones,
    pub(super) noura: whatsapp_sim::PersonId,
    pub(super) id: i64,
}

impl Talk {
    pub(super) async fn begin() -> Self {
        let test = TestApp::start().await;
        let phones = Phones::around(&test).await;
        Self::with(test, phones).await
    }

    /// With nobody who sends yet.
    pub(super) async fn without_sender() -> Self {
        let test = TestApp::start().await;
        let phones = Phones::without_sender(&test).await;
        Self::with(test, phones).await
    }

    async fn with(test: TestApp, phones: Phones) -> Self {
        let noura = phones.person("نورة الفيصل", "966501234567");
        let id = phones
            .write(&test, noura, "السلام عليكم، هل الطلب جاهز؟ 🌸")
            .await;
        Self {
            test,
            phones,
            noura,
            id,
        }
    }

    pub(super) fn path(&self) -> String {
        format!("/api/conversations/{}/messages", self.id)
    }

    /// Gives a message to be sent.
    pub(super) async fn give(&self, message: Value) -> Value {
        self.test.api.post(&self.path(), message).await.expect(201)
    }

    pub(super) async fn say(&self, words: &str) -> Value {
        self.give(text(words)).await
    }

    pub(super) async fn settle(&self) {
        self.phones.settle(&self.test).await;
    }

    /// The conversation's messages, the oldest first.
    pub(super) async fn messages(&self) -> Vec<Value> {
        let page = self
            .test
            .api
            .get(&format!("{}?everything=true&limit=200", self.path()))
            .await;
        let mut items = page.expect(200)["items"].as_array().expect("items").clone();
        items.reverse();
        items
    }

    /// One of them as it is now.
    pub(super) async fn message(&self, given: &Value) -> Value {
        let all = self.messages().await;
        let found = all.into_iter().find(|message| message["id"] == given["id"]);
        found.expect("the message")
    }

    /// What Noura's phone shows of the business's messages, in order.
    pub(super) fn got(&self) -> Vec<whatsapp_sim::Message> {
        let threads = self.phones.sim.threads(self.noura).expect("threads");
        let messages = threads.into_iter().flat_map(|thread| thread.messages);
        messages.filter(|message| message.from_business).collect()
    }
}

pub(super) fn text(words: &str) -> Value {
    json!({"type": "text", "text": {"body": words}})
}

pub(super) fn order_template(name: &str, category: &str) -> Value {
    json!({"name": name, "language": "ar", "category": category, "components": [
        {"type": "BODY", "text": "طلبك {{1}} جاهز. المجموع: {{2}}.",
            "example": {"body_text": [["A-17", "45 SAR"]]}},
        {"type": "FOOTER", "text": "Bayt Coffee"},
        {"type": "BUTTONS", "buttons": [{"type": "QUICK_REPLY", "text": "شكراً"}]}]})
}

pub(super) fn send_template(name: &str) -> Value {
    json!({"type": "template", "template": {"name": name, "language": {"code": "ar"}, "components": [
        {"type": "body", "parameters": [
            {"type": "text", "text": "A-17"}, {"type": "text", "text": "45 ريالاً"}]}]}})
}
