//! Webhooks as Meta sends them: one text message each, signed.

use hmac::{Hmac, KeyInit, Mac};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use serde_json::json;
use sha2::Sha256;

use crate::Result;
use crate::dataset::{APP_SECRET, Dataset, PHONE_NUMBER_ID};

/// New people, in percent of all messages.
const NEW: u32 = 5;
/// Messages that are delivered a second time, in percent.
const AGAIN: u32 = 1;

/// Somebody the database knows.
#[derive(Debug, Clone)]
pub(crate) struct Known {
    pub(crate) contact: i64,
    pub(crate) customer: i64,
    pub(crate) digits: String,
    /// The conversation that is open, when one is.
    pub(crate) conversation: Option<i64>,
}

/// One message, before it is written down in either way.
#[derive(Debug, Clone)]
pub(crate) struct Message {
    /// Who wrote it: a place in the list of known people, or nobody yet.
    pub(crate) from: Option<usize>,
    pub(crate) digits: String,
    pub(crate) name: String,
    pub(crate) wamid: String,
    pub(crate) text: String,
    /// Seconds since 1970.
    pub(crate) at: i64,
    pub(crate) body: Vec<u8>,
}

/// People who have written, as many as there are messages in a round, spread over all customers.
pub(crate) async fn known(dataset: &Dataset, wanted: usize) -> Result<Vec<Known>> {
    let step = (dataset.customers / wanted as u64).max(1);
    let statement = format!(
        "SELECT CAST(c.id AS TEXT), CAST(c.customer_id AS TEXT), c.wa_id, (
             SELECT CAST(MAX(v.id) AS TEXT) FROM conversations v JOIN accounts a ON a.id = v.account_id
             WHERE v.contact_id = c.id AND v.status <> 'resolved')
         FROM contacts c WHERE c.wa_id IS NOT NULL AND c.bsuid IS NULL AND c.id % {step} = 0"
    );
    let rows = dataset.place.texts(&statement).await?;
    let mut people = Vec::with_capacity(rows.len());
    for row in rows {
        people.push(Known {
            contact: row[0].parse()?,
            customer: row[1].parse()?,
            digits: row[2].clone(),
            conversation: row[3].parse().ok(),
        });
    }
    Ok(people)
}

/// Messages of one round. Another `round` gives other ones.
pub(crate) fn messages(people: &[Known], count: usize, round: u64) -> Vec<Message> {
    let mut random = StdRng::seed_from_u64(round);
    let now = now();
    (0..count)
        .map(|index| {
            let from = (!people.is_empty() && random.random_range(0..100) >= NEW)
                .then(|| random.random_range(0..people.len()));
            let digits = match from {
                Some(person) => people[person].digits.clone(),
                None => format!("96650{:07}", random.random_range(0..10_000_000)),
            };
            message(
                from,
                digits,
                format!("wamid.bench.{round}.{index}.{}", random.random::<u64>()),
                now,
            )
        })
        .collect()
}

/// Seconds since 1970.
#[expect(
    clippy::disallowed_methods,
    reason = "what measures has no clock to travel with"
)]
fn now() -> i64 {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    since.map_or(0, |since| since.as_secs().cast_signed())
}

fn message(from: Option<usize>, digits: String, wamid: String, at: i64) -> Message {
    let name = "نورة العتيبي".to_owned();
    let text = "السلام عليكم، هل المنتج متوفر؟ Is it available?".to_owned();
    let body = json!({
        "object": "whatsapp_business_account",
        "entry": [{"id": "102290129340398", "changes": [{"field": "messages", "value": {
            "messaging_product": "whatsapp",
            "metadata": {"display_phone_number": "966501112222", "phone_number_id": PHONE_NUMBER_ID},
            "contacts": [{"profile": {"name": name}, "wa_id": digits}],
            "messages": [{"from": digits, "id": wamid, "timestamp": at.to_string(),
                "type": "text", "text": {"body": text}}]}}]}],
    });
    let body = body.to_string().into_bytes();
    Message {
        from,
        digits,
        name,
        wamid,
        text,
        at,
        body,
    }
}

/// The requests of a round in the order in which they are sent, a few of them twice.
pub(crate) fn requests(messages: &[Message], path: &str) -> Result<Vec<Vec<u8>>> {
    let mut random = StdRng::seed_from_u64(7);
    let mut requests = Vec::with_capacity(messages.len() + messages.len() / 50);
    for message in messages {
        let request = signed(&message.body, path)?;
        if random.random_range(0..100) < AGAIN {
            requests.push(request.clone());
        }
        requests.push(request);
    }
    Ok(requests)
}

/// A webhook as it goes over the wire.
pub(crate) fn signed(body: &[u8], path: &str) -> Result<Vec<u8>> {
    let mut mac = Hmac::<Sha256>::new_from_slice(APP_SECRET.as_bytes())?;
    mac.update(body);
    let signature = hex::encode(mac.finalize().into_bytes());
    let mut request = format!(
        "POST {path} HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n\
         x-hub-signature-256: sha256={signature}\r\ncontent-length: {}\r\n\r\n",
        body.len()
    )
    .into_bytes();
    request.extend_from_slice(body);
    Ok(request)
}
