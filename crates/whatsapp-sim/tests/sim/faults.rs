//! Trouble on purpose, and the ledger that sees through it.

use std::collections::{HashMap, HashSet};

use serde_json::json;
use whatsapp_sim::{AutoReply, Behaviour, Chances, NewPerson};

use crate::world::{PHONE, World, text};

#[tokio::test]
async fn a_lost_answer_is_a_message_that_was_accepted() {
    let chances = Chances {
        lost_response: 1.0,
        ..Chances::default()
    };
    let world = World::with(Behaviour {
        chances,
        ..Behaviour::default()
    })
    .await;
    world.ana_writes().await;
    let mut body = text("are you there?");
    body["messaging_product"] = "whatsapp".into();
    body["to"] = "+966500000001".into();
    body["biz_opaque_callback_data"] = "job-1".into();
    let url = format!("{}/v25.0/{PHONE}/messages", world.base);
    for _ in 0..2 {
        let sent = world
            .http
            .post(&url)
            .bearer_auth(crate::world::TOKEN)
            .json(&body)
            .send()
            .await;
        let read = match sent {
            Ok(answer) => answer.bytes().await.map(drop),
            Err(error) => Err(error),
        };
        assert!(read.is_err());
    }
    let (_, statuses) = world.told().await;
    assert_eq!(statuses[0].callback_data.as_deref(), Some("job-1"));
    let ledger = world.sim.ledger();
    assert!(
        ledger
            .sends
            .iter()
            .all(|send| send.answer_lost && send.times_accepted == 2)
    );
    assert_eq!(world.sim.summary().repeated_sends, 1);
}

#[tokio::test]
async fn server_errors_accept_nothing() {
    let chances = Chances {
        server_error: 1.0,
        ..Chances::default()
    };
    let world = World::with(Behaviour {
        chances,
        ..Behaviour::default()
    })
    .await;
    world.ana_writes().await;
    let reply = world.send(text("x")).await;
    assert!(
        matches!(reply.code(), (500, 131_000) | (503, 131_016)),
        "{}",
        reply.body
    );
    assert_eq!(world.sim.summary().sends, 0);
}

#[tokio::test]
async fn everything_arrives_in_the_end_and_the_same_seed_meets_the_same_fate() {
    let run = || async {
        let chances = Chances {
            late: 0.2,
            duplicated: 0.3,
            out_of_order: 0.3,
            ..Chances::default()
        };
        let world = World::with(Behaviour {
            chances,
            throughput_limit: false,
            ..Behaviour::default()
        })
        .await;
        world.sim.set_behaviour(Behaviour {
            late_ms: 50,
            ..world.sim.behaviour()
        });
        let ana = world.ana();
        let mut wamids = Vec::new();
        for n in 0..60 {
            wamids.push(world.sim.text(ana, PHONE, n.to_string()).unwrap());
        }
        let step = std::time::Duration::from_millis(10);
        let quiet = |world: &World| {
            let summary = world.sim.summary();
            summary.updates_waiting + summary.events_to_come == 0
        };
        world.skip_until(step, quiet).await;
        let (messages, _) = world.told().await;
        let arrived: Vec<String> = messages.into_iter().map(|it| it.wamid).collect();
        (wamids, arrived)
    };
    let (sent, arrived) = run().await;
    let unique: HashSet<_> = arrived.iter().collect();
    assert_eq!(unique.len(), sent.len());
    assert!(arrived.len() > sent.len(), "some came twice");
    let firsts: Vec<_> = {
        let mut seen = HashSet::new();
        arrived
            .iter()
            .filter(|it| seen.insert(*it))
            .cloned()
            .collect()
    };
    assert_ne!(firsts, sent, "some were overtaken");
    let (sent_again, arrived_again) = run().await;
    assert_eq!(sent, sent_again);
    assert_eq!(arrived.len(), arrived_again.len());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_crowd_is_answered_without_loss_and_in_order() {
    let behaviour = Behaviour {
        pair_limit: false,
        throughput_limit: false,
        updates_per_webhook: 20,
        ..Behaviour::default()
    };
    let world = World::with(behaviour).await;
    let mut people = Vec::new();
    for n in 0..40 {
        let number = format!("1555{n:04}");
        let person = world.person(NewPerson {
            name: number.clone(),
            number: Some(number.clone()),
            auto_read: true,
            auto_reply: AutoReply::Echo,
            ..NewPerson::default()
        });
        world.sim.text(person, PHONE, "begin").unwrap();
        people.push(number);
    }
    let mut tasks = Vec::new();
    for number in people {
        let world = world.clone();
        tasks.push(tokio::spawn(async move {
            for n in 0..25 {
                let mut body = text(&n.to_string());
                body["biz_opaque_callback_data"] = json!(format!("{number}-{n}"));
                world.send_to(&format!("+{number}"), body).await.wamid();
            }
        }));
    }
    for task in tasks {
        task.await.unwrap();
    }
    let (messages, statuses) = world.told().await;
    let summary = world.sim.summary();
    assert_eq!((summary.sends, summary.repeated_sends), (1000, 0));
    assert_eq!(
        (summary.statuses, summary.statuses_unacknowledged),
        (3000, 0)
    );
    assert_eq!((summary.inbound, summary.inbound_unacknowledged), (1040, 0));
    assert_eq!((messages.len(), statuses.len()), (1040, 3000));

    // Each person's messages come in the order of the ledger.
    let ledger = world.sim.ledger();
    let mut of_person: HashMap<_, Vec<&str>> = HashMap::new();
    for record in &ledger.inbound {
        of_person
            .entry(record.person)
            .or_default()
            .push(&record.wamid);
    }
    let places: HashMap<&str, usize> = messages
        .iter()
        .enumerate()
        .map(|(n, it)| (it.wamid.as_str(), n))
        .collect();
    for wamids in of_person.values() {
        assert!(wamids.is_sorted_by_key(|wamid| places[wamid]));
    }
}
