//! Nobody misses a change, whenever the connection breaks.

use std::collections::BTreeMap;
use std::sync::Arc;

use bytes::Bytes;
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

use super::super::store;
use super::super::told::{Batch, Position};
use super::ear::{Node, listening};
use crate::db::{Change, Json, sql};
use crate::kernel::ids::{CustomerId, WorkspaceId};
use crate::testing::TestApp;
use crate::testing::whatsapp::{Person, text};

const T: i64 = 1_795_160_000;

fn person(index: usize) -> Person {
    let number = format!("96650123{index:04}");
    Person::new(&number, &format!("SA.{index}"), "نورة")
}

/// Messages come in while the listener loses the connection again and again, after any event, also in
/// the middle of what one transaction changed. Each message is told once, those of a person in order.
async fn cut_at_random(seed: u64) {
    let test = TestApp::start().await;
    let line = test.line().await;
    let node = Node::start(&test.app).await;
    let mut random = StdRng::seed_from_u64(seed);
    let (people, each) = (6, 12);
    let mut senders = Vec::new();
    for index in 0..people {
        let line = line.clone();
        senders.push(tokio::spawn(async move {
            for count in 0..each {
                let id = format!("wamid.{index}.{count}");
                let message = text(&id, T + count, "السلام عليكم");
                // Two of one webhook are one transaction.
                let second = text(&format!("{id}b"), T + count, "؟");
                line.receive(&person(index), vec![message, second]).await;
            }
        }));
    }
    let wanted = people * each as usize * 2;
    let mut last = "0".to_owned();
    let (mut told, mut unread) = (Vec::new(), BTreeMap::new());
    while told.len() < wanted {
        let mut ear = node.resume(test.api.key(), &last).await;
        for _ in 0..random.random_range(1..12) {
            if told.len() == wanted {
                break;
            }
            let heard = ear.next().await;
            last.clone_from(&heard.id);
            match heard.name.as_str() {
                "message.created" => {
                    let conversation = heard.data["conversation_id"].as_i64();
                    told.push((conversation, heard.data["message"]["id"].as_i64()));
                }
                "conversation.created" | "conversation.updated" => {
                    let view = &heard.data["conversation"];
                    unread.insert(view["id"].as_i64(), view["unread_count"].as_i64());
                }
                name => assert_eq!(name, "customer.created"),
            }
        }
    }
    for sender in senders {
        sender.await.expect("sent");
    }
    told.sort_by_key(|(conversation, _)| *conversation); // and as they were told within each
    let mut in_order = told.clone();
    in_order.sort_unstable();
    in_order.dedup();
    assert_eq!(in_order.len(), wanted, "each message once");
    assert_eq!(in_order, told, "those of a conversation in order");
    assert_eq!(unread.len(), people);
    assert!(
        unread.values().all(|count| *count == Some(2 * each)),
        "{unread:?}"
    );
}

#[tokio::test]
async fn a_stream_cut_anywhere_misses_nothing_and_tells_nothing_twice() {
    for seed in 0..3 {
        cut_at_random(seed).await;
    }
}

#[tokio::test]
async fn who_listens_from_the_start_hears_the_same() {
    let test = TestApp::start().await;
    let line = test.line().await;
    let (node, mut ear) = listening(&test, "?types=message.created").await;
    let mut told = Vec::new();
    for index in 0..20 {
        let id = format!("wamid.{index}");
        line.receive(&person(index % 3), vec![text(&id, T, "مرحبا")])
            .await;
        told.push(ear.next().await);
    }
    // From the beginning, by the parameter instead of the header.
    let query = "?types=message.created&last_event_id=0";
    let mut again = node.listen(test.api.key(), query).await;
    for told in told {
        let heard = again.next().await;
        assert_eq!((heard.id, heard.data), (told.id, told.data));
    }
}

#[tokio::test]
async fn who_is_too_far_behind_begins_anew() {
    let test = TestApp::start().await;
    let line = test.line().await;
    let (node, mut ear) = listening(&test, "?types=message.created").await;
    for index in 0..5 {
        let id = format!("wamid.{index}");
        line.receive(&person(0), vec![text(&id, T, "مرحبا")]).await;
    }
    let first = ear.next().await.id;
    let (mut last, mut reset) = (first.clone(), String::new());
    for _ in 1..5 {
        last = ear.next().await.id;
    }
    let whole = |id: &str| id.split('.').next().expect("a row").to_owned();
    assert!(store::forget(&test.app.db, 2).await.expect("forgotten") > 0);
    for unknown in [first.as_str(), "0", "999999999", "-3", "17.x", "ابج", ""] {
        // A header cannot carry every text; the parameter can.
        let query: String = url::form_urlencoded::Serializer::new("?".to_owned())
            .append_pair("last_event_id", unknown)
            .finish();
        let mut ear = node.listen(test.api.key(), &query).await;
        let heard = ear.next().await;
        assert_eq!(heard.name, "reset", "{unknown}");
        assert_eq!(heard.id, whole(&last));
        reset = heard.id;
    }
    // From there it goes on.
    let mut ear = node.resume(test.api.key(), &reset).await;
    line.receive(&person(0), vec![text("wamid.new", T, "مرحبا")])
        .await;
    ear.expect(&["conversation.updated", "message.created"])
        .await;
}

/// However little happens, the last event can be resumed from.
#[tokio::test]
async fn the_newest_row_stays() {
    let test = TestApp::start().await;
    let line = test.line().await;
    let (node, mut ear) = listening(&test, "").await;
    line.receive(&person(0), vec![text("wamid.1", T, "مرحبا")])
        .await;
    let heard = ear
        .expect(&[
            "customer.created",
            "conversation.created",
            "message.created",
        ])
        .await;
    store::forget(&test.app.db, 0).await.expect("forgotten");
    let mut ear = node.resume(test.api.key(), &heard[1].id).await;
    ear.expect(&["message.created"]).await;
}

/// What is read for all waits in a ring of a fixed size; who does not keep up reads for themselves.
#[tokio::test]
async fn a_slow_listener_goes_on_from_the_rows() {
    let test = TestApp::start().await;
    let line = test.line().await;
    let (_node, mut ear) = listening(&test, "?types=message.created").await;
    let inbox = test.app.live.subscribe(test.workspace);
    line.receive(&person(0), vec![text("wamid.1", T, "مرحبا")])
        .await;
    ear.next().await;
    let newest = store::newest(&test.app.db, test.workspace)
        .await
        .expect("a row");
    // Between one batch and the next nobody is scheduled here, so the ring runs over.
    for _ in 0..200 {
        let nothing = Batch {
            events: Vec::new(),
            frames: Bytes::new(),
            end: Position::end_of(newest),
        };
        test.app.live.send(test.workspace, nothing);
    }
    assert!(inbox.len() > 100, "the others are far behind");
    for index in 2..5 {
        let id = format!("wamid.{index}");
        line.receive(&person(0), vec![text(&id, T, "مرحبا")]).await;
        let heard = ear.next().await;
        assert_eq!(heard.data["message"]["wamid"], id);
    }
}

/// Who reads by `id > the last one` sees every row, however many write at once.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn rows_become_visible_in_the_order_of_their_ids() {
    let test = TestApp::start().await;
    let (workspace, db) = (test.workspace, test.app.db.clone());
    let (writers, each) = (8, 40);
    let done = Arc::new(tokio::sync::Barrier::new(writers + 1));
    for writer in 0..writers {
        let (db, done) = (db.clone(), Arc::clone(&done));
        tokio::spawn(async move {
            for count in 0..each {
                let mut tx = db.begin().await.expect("begin");
                let customer = CustomerId((writer * each + count) as i64 + 1);
                tx.changed(workspace, Change::CustomerUpdated(customer));
                // Another workspace in the same transaction, as in a batch of webhooks.
                tx.changed(WorkspaceId(workspace.0 + 1), Change::CustomersChanged);
                tx.commit().await.expect("commit");
            }
            done.wait().await;
        });
    }
    let (mut seen, mut last, mut is_over) = (Vec::new(), 0, false);
    let mut waiting = Box::pin(done.wait());
    loop {
        for (id, Json(changes)) in store::after(&db, workspace, last, 50).await.expect("rows") {
            last = id;
            seen.extend(changes["customer.updated"].clone());
        }
        if is_over {
            break;
        }
        tokio::select! {
            biased;
            _ = &mut waiting => is_over = true,
            () = tokio::task::yield_now() => {}
        }
    }
    let rest = store::after(&db, workspace, last, 1_000)
        .await
        .expect("rows");
    seen.extend(
        rest.into_iter()
            .flat_map(|(_, Json(changes))| changes["customer.updated"].clone()),
    );
    seen.sort_unstable();
    let all: Vec<i64> = (1..=(writers * each) as i64).collect();
    assert_eq!(seen, all);
    let rows: Vec<(i64,)> = sql("SELECT id FROM live_changes WHERE id > $1")
        .bind(0_i64)
        .all(&db)
        .await
        .expect("rows");
    assert_eq!(rows.len(), 2 * writers * each, "one for each workspace");
}
