//! Several nodes on one database.

use super::ear::{Node, listening};
use crate::testing::TestApp;
use crate::testing::whatsapp::{Person, text};

const T: i64 = 1_795_160_000;

/// A listener moves from node to node and misses nothing; what one node takes in the other tells.
#[tokio::test]
async fn what_one_node_takes_in_the_other_tells() {
    let test = TestApp::start().await;
    let Some(other) = test.another_node().await else {
        return; // an embedded database has one node
    };
    for app in [&test.app, &other] {
        tokio::spawn(app.db.clone().pass_signals());
    }
    let line = test.line().await;
    let (here, mut ear) = listening(&test, "?types=message.created").await;
    let there = Node::start(&other).await;
    let mut far = there.listen(test.api.key(), "?types=message.created").await;
    far.expect(&["ready"]).await;
    let person = Person::new("966501234567", "SA.1", "نورة");
    for index in 0..30 {
        let id = format!("wamid.{index}");
        line.receive(&person, vec![text(&id, T + index, "مرحبا")])
            .await;
    }
    let mut told = Vec::new();
    for _ in 0..30 {
        let (near, far) = (ear.next().await, far.next().await);
        assert_eq!((&near.id, &near.data), (&far.id, &far.data));
        told.push(near);
    }
    for (node, index) in [(&there, 7), (&here, 20)] {
        let mut again = node.resume(test.api.key(), &told[index].id).await;
        let mut heard = again.next().await;
        while heard.name != "message.created" {
            heard = again.next().await;
        }
        assert_eq!(heard.data, told[index + 1].data);
    }
}
