//! Files for tests, and a WhatsApp on this machine that has them.

use std::io::Cursor;

use bytes::Bytes;
use image::{ImageFormat, RgbImage};
use serde_json::{Value, json};
use whatsapp_sim::{
    AccountSetup, AppSetup, Behaviour, File, NewPerson, NumberSetup, PersonId, Say, Saying, Sim,
    SimConfig,
};

use super::TestApp;
use super::whatsapp::{Line, Person};
use crate::db::sql;
use crate::kernel::clock::SECOND;

/// A PNG of this size, whose pixels differ.
pub(crate) fn picture(width: u32, height: u32) -> Bytes {
    let picture = RgbImage::from_fn(width, height, |x, y| {
        image::Rgb([x as u8, y as u8, (x ^ y) as u8])
    });
    let mut out = Vec::new();
    picture
        .write_to(&mut Cursor::new(&mut out), ImageFormat::Png)
        .expect("a picture");
    out.into()
}

/// WhatsApp, simulated, as the line's account reaches it over HTTP; with one person on it.
pub(crate) struct Phone {
    pub(crate) sim: Sim,
    pub(crate) noura: PersonId,
    person: Person,
    line: Line,
}

impl Phone {
    /// Starts one that the line's account asks from now on.
    pub(crate) async fn behind(test: &TestApp, line: &Line) -> Self {
        let number = NumberSetup {
            phone_number_id: Some(line.number.clone()),
            ..NumberSetup::default()
        };
        let account = AccountSetup {
            numbers: vec![number],
            ..AccountSetup::default()
        };
        let app = AppSetup {
            token: Some("EAAG-token".to_owned()),
            accounts: vec![account],
            ..AppSetup::default()
        };
        let config = SimConfig {
            apps: vec![app],
            behaviour: Behaviour::default(),
            ..SimConfig::default()
        };
        let sim = Sim::new(config).expect("a simulator");
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0")
            .await
            .expect("a port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let served = sim.clone();
        tokio::spawn(async move { served.serve(listener).await });
        // Until it is served it does not know its own address, which the urls of files need.
        crate::outgoing::client(false)
            .expect("a client")
            .get(format!("{url}/sim/people"))
            .send()
            .await
            .expect("it is served");
        sql("UPDATE accounts SET graph_url = $1 WHERE id = $2")
            .bind(&url)
            .bind(line.account)
            .run(&test.app.db)
            .await
            .expect("changed");
        let noura = NewPerson {
            name: "نورة العتيبي 🌸".into(),
            number: Some("966501234567".into()),
            ..NewPerson::default()
        };
        Self {
            noura: sim.add_person(noura).expect("a person"),
            sim,
            person: Person::new("966501234567", "SA.77aa", "نورة العتيبي 🌸"),
            line: line.clone(),
        }
    }

    /// She sends a file; what the webhook will say of it, with the message's id.
    pub(crate) fn makes(&self, say: fn(File) -> Say, file: File) -> Value {
        let saying = Saying {
            to: self.line.number.clone(),
            say: say(file),
            reply_to: None,
            forwarded: false,
            referral: None,
        };
        let wamid = self.sim.say(self.noura, saying).expect("sent");
        let threads = self.sim.threads(self.noura).expect("threads");
        let message = threads[0].messages.last().expect("a message");
        let kind = message.kind.as_str();
        json!({"id": wamid, "timestamp": (super::NOW.0 / SECOND).to_string(), "type": kind,
            kind: message.content})
    }

    /// The webhook with this message of hers.
    pub(crate) async fn delivers(&self, message: Value) {
        self.line.receive(&self.person, vec![message]).await;
    }

    /// She sends a file, and its webhook arrives.
    pub(crate) async fn sends(&self, say: fn(File) -> Say, file: File) {
        self.delivers(self.makes(say, file)).await;
    }
}
