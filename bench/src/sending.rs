//! Queued messages on their way to simulated WhatsApp, against a bare loop of the same requests.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::client::Client;
use crate::dataset::{Dataset, PHONE_NUMBER_ID};
use crate::figures::median;
use crate::process::Server;
use crate::{Effort, Result};

/// Connections of the bare loop at once.
const CONNECTIONS: usize = 64;
/// Messages in one turn.
const MESSAGES: usize = 5_000;
/// The rate of a number that Meta has raised, and for how many seconds it is kept up.
const RAISED: usize = 1_000;
const SECONDS: usize = 10;
/// How often WhatsApp is asked how many it has.
const LOOK: Duration = Duration::from_millis(20);

/// Measures messages per second from the outbox to WhatsApp, and the work that 1,000 a second take.
pub(crate) async fn measure(dataset: &Dataset, effort: Effort) -> Result<()> {
    let sim = Server::sim(&dataset.program).await?;
    let mut phones = Phones::at(&sim.address).await?;
    let subject = dataset.copy("sending").await?;
    subject.point_to(&sim.address).await?;
    let (mut ours, mut ceiling) = (Vec::new(), Vec::new());
    for _ in 0..effort.rounds {
        ceiling.push(bare(&sim.address, effort.seconds).await?);
        // As fast as it can.
        ours.push(turn(&subject, &mut phones, MESSAGES, 1_000_000).await?.0);
    }
    let (ours, ceiling) = (median(ours), median(ceiling));
    println!(
        "sending: {ours:.0} messages/s, ceiling {ceiling:.0}/s, ratio {:.2}",
        ours / ceiling
    );
    let (rate, cores) = turn(&subject, &mut phones, RAISED * SECONDS, RAISED).await?;
    println!("sending at the rate of a raised number: {rate:.0} messages/s with {cores:.2} cores");
    subject.place.remove().await
}

/// Sends so many from a full outbox: messages per second, and cores that the server worked with.
async fn turn(
    subject: &Dataset,
    phones: &mut Phones,
    messages: usize,
    per_second: usize,
) -> Result<(f64, f64)> {
    subject.queue(messages, per_second).await?;
    let before = phones.sends().await?;
    let server = subject.serve().await?;
    // What the first of them cost to begin with is not counted.
    let first = phones.wait_for(before + messages / 20).await?;
    let (begun, worked) = (Instant::now(), server.cpu_seconds()?);
    let last = phones.wait_for(before + messages).await?;
    let took = begun.elapsed().as_secs_f64();
    let cores = (server.cpu_seconds()? - worked) / took;
    server.stop().await?;
    Ok(((last - first) as f64 / took, cores))
}

/// Simulated WhatsApp, asked how many messages it has.
struct Phones(Client);

impl Phones {
    /// With the app and number of the data.
    async fn at(address: &str) -> Result<Self> {
        let mut phones = Self(Client::connect(address).await?);
        let app = json!({"token": "token", "app_secret": "bench-app-secret",
            "accounts": [{"waba_id": "102290129340398",
                "numbers": [{"phone_number_id": PHONE_NUMBER_ID, "throughput": "HIGH"}]}]});
        phones.ask("POST", "/sim/apps", &app).await?;
        let behaviour = json!({"pair_limit": false, "throughput_limit": false,
            "strangers": "appear_when_written_to"});
        phones.ask("PUT", "/sim/behaviour", &behaviour).await?;
        let template = json!({"name": "order_ready", "language": "ar", "category": "UTILITY",
            "components": [{"type": "BODY", "text": "Your order is ready."}]});
        let path = "/v25.0/102290129340398/message_templates";
        phones.ask("POST", path, &template).await?;
        Ok(phones)
    }

    async fn ask(&mut self, method: &str, path: &str, body: &Value) -> Result<Value> {
        let answer = self.0.send(&request(method, path, body)).await?;
        if answer.status >= 300 {
            let body = String::from_utf8_lossy(&answer.body);
            return Err(format!("{path} was answered {}: {body}", answer.status).into());
        }
        Ok(serde_json::from_slice(&answer.body)?)
    }

    async fn sends(&mut self) -> Result<usize> {
        let summary = self.ask("GET", "/sim/ledger/summary", &Value::Null).await?;
        let sends = summary["sends"].as_u64().ok_or("no summary")?;
        Ok(usize::try_from(sends)?)
    }

    /// Waits until it has so many; how many it has then.
    async fn wait_for(&mut self, sends: usize) -> Result<usize> {
        let begun = Instant::now();
        loop {
            let found = self.sends().await?;
            if found >= sends {
                return Ok(found);
            }
            if begun.elapsed() > Duration::from_secs(120) {
                return Err(format!("{found} of {sends} messages were sent in two minutes").into());
            }
            tokio::time::sleep(LOOK).await;
        }
    }
}

fn request(method: &str, path: &str, body: &Value) -> Vec<u8> {
    let body = if body.is_null() {
        String::new()
    } else {
        body.to_string()
    };
    format!(
        "{method} {path} HTTP/1.1\r\nhost: whatsapp\r\nauthorization: Bearer token\r\n\
         content-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    )
    .into_bytes()
}

fn message() -> Value {
    json!({"type": "template", "template": {"name": "order_ready", "language": {"code": "ar"}}})
}

/// Sends the same message to ever other people for a time, over all connections: messages per second.
async fn bare(address: &str, seconds: f64) -> Result<f64> {
    let begun = Instant::now();
    let end = begun + Duration::from_secs_f64(seconds);
    let mut senders = Vec::new();
    for connection in 0..CONNECTIONS {
        let address = address.to_owned();
        senders.push(tokio::task::spawn_local(async move {
            one(&address, connection, end)
                .await
                .map_err(|error| error.to_string())
        }));
    }
    let mut sent = 0;
    for sender in senders {
        sent += sender.await??;
    }
    Ok(f64::from(sent) / begun.elapsed().as_secs_f64())
}

async fn one(address: &str, connection: usize, end: Instant) -> Result<u32> {
    let mut client = Client::connect(address).await?;
    let path = format!("/v25.0/{PHONE_NUMBER_ID}/messages");
    let mut sent = 0;
    while Instant::now() < end {
        let mut body = message();
        body["messaging_product"] = json!("whatsapp");
        body["recipient_type"] = json!("individual");
        body["to"] = json!(format!(
            "+9665{:08}",
            connection * 1_000_000 + sent as usize
        ));
        body["biz_opaque_callback_data"] = json!(format!("clientele:{sent}:1795165200000000"));
        let answer = client.send(&request("POST", &path, &body)).await?;
        if answer.status != 200 {
            return Err(format!("a message was answered {}", answer.status).into());
        }
        sent += 1;
    }
    Ok(sent)
}

impl Dataset {
    /// Has the number's Graph API at this address.
    async fn point_to(&self, address: &str) -> Result<()> {
        let statement = format!("UPDATE accounts SET graph_url = 'http://{address}'");
        self.place.run(&statement).await
    }

    /// Puts a message to each of so many people into the outbox, past the API, which is not measured here.
    async fn queue(&self, messages: usize, per_second: usize) -> Result<()> {
        let content = message();
        let now = "1795165200000000";
        for statement in [
            "DELETE FROM outbox".to_owned(),
            "DELETE FROM account_pace".to_owned(),
            format!(
                "INSERT INTO account_pace (account_id, workspace_id, per_second)
                 SELECT id, workspace_id, {per_second} FROM accounts"
            ),
            format!(
                "INSERT INTO messages (workspace_id, conversation_id, contact_id, account_id,
                     direction, type, at, received_at, text, payload, status, status_at, category)
                 SELECT workspace_id, id, contact_id, account_id, 'out', 'template', {now}, {now},
                     'Your order is ready.', '{content}', 'queued', {now}, 'UTILITY'
                 FROM (SELECT MAX(c.id) id, c.contact_id, c.account_id, c.workspace_id
                     FROM conversations c JOIN customers p ON p.id = c.customer_id
                         JOIN contacts k ON k.id = c.contact_id
                     WHERE NOT p.blocked AND k.phone IS NOT NULL
                     GROUP BY c.contact_id, c.account_id, c.workspace_id LIMIT {messages}) c"
            ),
            format!(
                "INSERT INTO outbox (message_id, workspace_id, account_id, contact_id, state, due_at, run_at)
                 SELECT id, workspace_id, account_id, contact_id, 'waiting', {now}, {now}
                 FROM messages WHERE status = 'queued' AND received_at = {now}
                 ORDER BY id DESC LIMIT {messages}"
            ),
        ] {
            self.place.run(&statement).await?;
        }
        Ok(())
    }
}
