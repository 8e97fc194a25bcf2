//! What goes wrong on the way, and what must never come of it.

use serde_json::json;
use whatsapp_sim::{Behaviour, Chances};

use super::Talk;
use crate::db::sql;
use crate::kernel::clock::SECOND;

impl Talk {
    fn trouble(&self, chances: Chances) {
        let behaviour = Behaviour {
            chances,
            throughput_limit: false,
            ..Behaviour::default()
        };
        self.phones.sim.set_behaviour(behaviour);
    }

    async fn outbox(&self) -> Vec<(String, i64)> {
        sql("SELECT state, attempts FROM outbox ORDER BY message_id")
            .all(&self.test.app.db)
            .await
            .expect("the outbox")
    }
}

#[tokio::test]
async fn a_lost_answer_is_repaired_by_the_status_and_nothing_is_sent_twice() {
    let talk = Talk::begin().await;
    talk.trouble(Chances {
        lost_response: 1.0,
        ..Chances::default()
    });
    let mut given = Vec::new();
    for n in 0..5 {
        given.push(talk.say(&format!("رسالة {n}")).await);
        talk.settle().await;
    }
    for given in &given {
        let now = talk.message(given).await;
        assert_eq!(now["status"], "read", "{now}");
        assert!(now["wamid"].is_string());
    }
    assert_eq!(talk.got().len(), 5);
    assert_eq!(talk.phones.sim.summary().repeated_sends, 0);
    assert_eq!(talk.outbox().await, []);
}

#[tokio::test]
async fn what_meta_cannot_do_just_now_is_tried_again_ever_more_seldom() {
    let talk = Talk::begin().await;
    talk.trouble(Chances {
        server_error: 1.0,
        ..Chances::default()
    });
    let given = talk.say("مرحبا").await;
    let after = talk.say("وبعدها").await;
    for attempts in 1..=3 {
        talk.settle_attempt(attempts).await;
        assert_eq!(talk.message(&given).await["status"], "queued");
        talk.phones.advance(&talk.test, 10 * SECOND);
    }
    talk.trouble(Chances::default());
    talk.phones.advance(&talk.test, 60 * SECOND);
    talk.settle().await;
    assert_eq!(talk.message(&given).await["status"], "read");
    assert_eq!(talk.message(&after).await["status"], "read");
    let got: Vec<_> = talk
        .got()
        .into_iter()
        .map(|message| message.content["body"].clone())
        .collect();
    assert_eq!(got, [json!("مرحبا"), json!("وبعدها")], "in their order");
    assert_eq!(talk.phones.sim.summary().repeated_sends, 0);
}

impl Talk {
    /// Waits until the first message was tried so often.
    async fn settle_attempt(&self, attempts: i64) {
        let begun = std::time::Instant::now();
        loop {
            let found = self.outbox().await;
            if found
                .first()
                .is_some_and(|(state, tries)| state == "waiting" && *tries >= attempts)
            {
                return;
            }
            assert!(begun.elapsed().as_secs() < 20, "{found:?}");
            tokio::time::sleep(std::time::Duration::from_millis(5)).await;
        }
    }
}

#[tokio::test]
async fn a_refused_token_pauses_the_number_until_it_has_another() {
    let talk = Talk::begin().await;
    let wrong = talk.test.app.secrets.seal("EAAG-expired");
    let right: (Vec<u8>,) = sql("SELECT access_token FROM accounts")
        .one(&talk.test.app.db)
        .await
        .expect("a token");
    sql("UPDATE accounts SET access_token = $1")
        .bind(wrong)
        .run(&talk.test.app.db)
        .await
        .expect("changed");
    let given = talk.say("مرحبا").await;
    let path = format!("/api/accounts/{}", talk.phones.account);
    let begun = std::time::Instant::now();
    let paused = loop {
        let account = talk.test.api.get(&path).await.expect(200);
        if !account["sending_paused"].is_null() {
            break account["sending_paused"].clone();
        }
        assert!(begun.elapsed().as_secs() < 20, "{account}");
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    };
    assert_eq!(paused["code"], 190, "{paused}");
    assert_eq!(talk.message(&given).await["status"], "queued");
    let told = talk.test.api.get("/api/audit-log").await.expect(200);
    assert!(told.to_string().contains("account.connected"), "{told}");
    let token = talk.test.app.secrets.unseal(&right.0).expect("it opens");
    talk.test
        .api
        .patch(&path, json!({"access_token": token}))
        .await
        .expect(200);
    talk.settle().await;
    assert_eq!(talk.message(&given).await["status"], "read");
    assert_eq!(
        talk.test.api.get(&path).await.expect(200)["sending_paused"],
        json!(null)
    );
}

#[tokio::test]
async fn what_a_killed_sender_had_is_never_sent_again() {
    let talk = Talk::without_sender().await;
    let given = talk.say("مرحبا").await;
    let after = talk.say("وبعدها").await;
    // As it is left by a process that was killed in the middle of it.
    sql(
        "UPDATE outbox SET state = 'sending', run_at = run_at + 90000000, attempts = 1
         WHERE message_id = $1",
    )
    .bind(given["id"].as_i64().expect("an id"))
    .run(&talk.test.app.db)
    .await
    .expect("claimed");
    tokio::spawn(crate::sending::send_queued(talk.test.app.clone()));
    talk.phones.advance(&talk.test, 91 * SECOND);
    let begun = std::time::Instant::now();
    while talk.message(&after).await["status"] != "read" {
        assert!(begun.elapsed().as_secs() < 20, "{:?}", talk.outbox().await);
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
    assert_eq!(
        talk.message(&given).await["status"],
        "queued",
        "nobody knows yet"
    );
    talk.phones.advance(&talk.test, 16 * 60 * SECOND);
    let begun = std::time::Instant::now();
    let failed = loop {
        let now = talk.message(&given).await;
        if now["status"] == "failed" {
            break now;
        }
        assert!(begun.elapsed().as_secs() < 20, "{:?}", talk.outbox().await);
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    };
    assert_eq!(failed["failure"]["code"], "outcome_unknown");
    assert_eq!(talk.got().len(), 1, "only the other one");
}

#[tokio::test]
async fn the_order_of_a_contact_is_kept_whatever_goes_wrong() {
    let talk = Talk::begin().await;
    talk.trouble(Chances {
        server_error: 0.3,
        lost_response: 0.2,
        duplicated: 0.2,
        ..Chances::default()
    });
    let omar = talk.phones.person("Omar", "201001234567");
    let his = talk.phones.write(&talk.test, omar, "مساء الخير").await;
    for n in 0..30 {
        talk.say(&n.to_string()).await;
        let path = format!("/api/conversations/{his}/messages");
        talk.test
            .api
            .post(&path, super::text(&n.to_string()))
            .await
            .expect(201);
    }
    let begun = std::time::Instant::now();
    while !talk
        .outbox()
        .await
        .iter()
        .all(|(state, _)| state == "unknown")
    {
        assert!(begun.elapsed().as_secs() < 40, "{:?}", talk.outbox().await);
        talk.phones.advance(&talk.test, SECOND);
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
    talk.phones.advance(&talk.test, 10 * SECOND);
    talk.phones.sim.settled().await;
    let expected: Vec<_> = (0..30).map(|n| json!(n.to_string())).collect();
    for person in [talk.noura, omar] {
        let threads = talk.phones.sim.threads(person).expect("threads");
        let messages = threads.into_iter().flat_map(|thread| thread.messages);
        let got: Vec<_> = messages
            .filter(|message| message.from_business)
            .map(|message| message.content["body"].clone())
            .collect();
        assert_eq!(got, expected);
    }
    assert_eq!(talk.phones.sim.summary().repeated_sends, 0);
    let unsettled = talk
        .messages()
        .await
        .into_iter()
        .filter(|message| message["direction"] == "out" && message["status"] != "read");
    assert_eq!(unsettled.count(), 0);
}
