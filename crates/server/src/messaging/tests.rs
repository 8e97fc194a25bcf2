//! Webhooks as Meta sends them, and what is known afterwards.

use serde_json::{Value, json};

use crate::db::{FromRow, sql};
use crate::testing::TestApp;
use crate::testing::whatsapp::{Line, Person, text};

mod changes;
mod coexistence;
mod door;
mod ids;
mod news;
mod people;
mod races;
mod types;

/// Unix seconds of the first message in these tests.
const T: i64 = 1_795_160_000;

async fn start() -> (TestApp, Line) {
    let test = TestApp::start().await;
    let line = test.line().await;
    (test, line)
}

fn noura() -> Person {
    Person::new("966501234567", "SA.77aa", "نورة العتيبي 🌸")
}

async fn all<T: FromRow>(test: &TestApp, query: &'static str) -> Vec<T> {
    sql(query).all(&test.app.db).await.expect("rows")
}

async fn count(test: &TestApp, table: &str) -> i64 {
    let query = format!("SELECT CAST(COUNT(*) AS BIGINT) FROM {table}");
    sql(query)
        .one::<(i64,)>(&test.app.db)
        .await
        .expect("a count")
        .0
}

/// The states of the stored webhooks, oldest first.
async fn states(test: &TestApp) -> Vec<String> {
    let rows: Vec<(String,)> = all(test, "SELECT state FROM webhook_events ORDER BY id").await;
    rows.into_iter().map(|(state,)| state).collect()
}

fn status(id: &str, state: &str, at: i64, person: &Person) -> Value {
    json!({"id": id, "status": state, "timestamp": at.to_string(),
        "recipient_id": person.number, "recipient_user_id": person.user_id})
}

crate::row! {
    #[derive(Debug, PartialEq)]
    struct Known {
        phone: Option<String>,
        wa_id: Option<String>,
        bsuid: Option<String>,
        profile_name: Option<String>,
    }
}

async fn contacts(test: &TestApp) -> Vec<Known> {
    all(
        test,
        "SELECT phone, wa_id, bsuid, profile_name FROM contacts ORDER BY id",
    )
    .await
}

async fn kinds(test: &TestApp) -> Vec<String> {
    let rows: Vec<(String,)> = all(test, "SELECT kind FROM events ORDER BY id").await;
    rows.into_iter().map(|(kind,)| kind).collect()
}

async fn flags(test: &TestApp) -> i64 {
    count(test, "possible_duplicates").await
}
