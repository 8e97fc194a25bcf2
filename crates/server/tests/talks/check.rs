//! What the program has in its database against what WhatsApp knows to have happened.

use std::collections::{BTreeMap, HashMap, HashSet};

use clientele::db::{Db, Json, sql};
use serde_json::Value;

use crate::people::People;

/// What became of everything.
#[derive(Debug, Default)]
#[expect(dead_code, reason = "printed by its Debug")]
pub(crate) struct Found {
    sent_and_read: usize,
    /// Nobody can know whether they were sent, and they were not: shown as failed, never repeated.
    unknown: usize,
    received: usize,
}

type Sent = (
    i64,
    String,
    String,
    Option<String>,
    String,
    Option<Json<Value>>,
);

pub(crate) async fn check(database: &Db, people: &People) -> Found {
    let summary = people.sim.summary();
    assert_eq!(summary.repeated_sends, 0, "nothing is sent twice");
    assert_eq!(
        (
            summary.statuses_unacknowledged,
            summary.inbound_unacknowledged
        ),
        (0, 0)
    );
    let sent = sent(database, people).await;
    let received = received(database, people).await;
    in_order(people);
    Found { received, ..sent }
}

/// Each message that was given is in its final state, and WhatsApp has just what it should.
async fn sent(database: &Db, people: &People) -> Found {
    let rows: Vec<Sent> = sql("SELECT m.id, m.status, m.text, m.wamid, k.phone, m.errors
         FROM messages m JOIN contacts k ON k.id = m.contact_id
         WHERE m.direction = 'out' ORDER BY m.id")
    .all(database)
    .await
    .expect("messages");
    let ledger = people.sim.ledger();
    let accepted: HashSet<&str> = ledger
        .sends
        .iter()
        .map(|send| send.wamid.as_str())
        .collect();
    let references: HashSet<i64> = ledger
        .sends
        .iter()
        .filter_map(|send| {
            send.callback_data
                .as_deref()?
                .split(':')
                .nth(1)?
                .parse()
                .ok()
        })
        .collect();
    assert_eq!(accepted.len(), ledger.sends.len());
    let mut found = Found::default();
    let mut said: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (id, status, text, wamid, phone, errors) in &rows {
        said.entry(phone).or_default().push(text);
        match (status.as_str(), wamid) {
            ("read", Some(wamid)) if accepted.contains(wamid.as_str()) => found.sent_and_read += 1,
            ("failed", None) => {
                let errors = errors.as_ref().map(|errors| errors.0.to_string());
                let errors = errors.unwrap_or_default();
                assert!(errors.contains("outcome_unknown"), "message {id}: {errors}");
                assert!(!references.contains(id), "message {id} was sent after all");
                found.unknown += 1;
            }
            other => panic!("message {id} is left as {other:?}"),
        }
    }
    assert_eq!(found.sent_and_read, accepted.len(), "WhatsApp has no other");
    let expected: Vec<String> = (0..people.scale.messages)
        .map(|n| format!("out {n}"))
        .collect();
    for (_, phone) in &people.all {
        assert_eq!(
            said[phone.as_str()],
            expected,
            "given to {phone} once and in order"
        );
    }
    found
}

/// Each message that somebody wrote is there once.
async fn received(database: &Db, people: &People) -> usize {
    let rows: Vec<(String, String)> =
        sql("SELECT wamid, text FROM messages WHERE direction = 'in'")
            .all(database)
            .await
            .expect("messages");
    let stored: HashMap<&str, &str> = rows.iter().map(|(id, text)| (&**id, &**text)).collect();
    assert_eq!(stored.len(), rows.len(), "none is doubled");
    let ledger = people.sim.ledger();
    for written in &ledger.inbound {
        assert!(
            stored.contains_key(written.wamid.as_str()),
            "{written:?} is lost"
        );
    }
    assert_eq!(rows.len(), people.all.len() * people.scale.messages);
    rows.len()
}

/// What each phone shows of the business is in the order in which it was given.
fn in_order(people: &People) {
    for (person, phone) in &people.all {
        let threads = people.sim.threads(*person).expect("threads");
        let got: Vec<usize> = threads
            .iter()
            .flat_map(|thread| &thread.messages)
            .filter(|message| message.from_business)
            .filter_map(|message| {
                let body = message.content["body"].as_str()?;
                body.strip_prefix("out ")?.parse().ok()
            })
            .collect();
        assert!(
            got.is_sorted_by(|one, next| one < next),
            "{phone} got {got:?}"
        );
    }
}
