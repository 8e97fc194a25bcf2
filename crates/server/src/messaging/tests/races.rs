//! A webhook and somebody else at the same moment. On SQLite they wait for each other anyway.

use std::time::Duration;

use super::*;
use crate::access::Actor;
use crate::customers::{self, NewContact, NewCustomer, Patch, Source};
use crate::kernel::ids::{ContactId, CustomerId};
use crate::kernel::phone::PhoneNumber;

fn number(text: &str) -> PhoneNumber {
    PhoneNumber::parse(text, None).expect("a number")
}

/// Long enough for what was started to come to where it waits.
async fn a_moment() {
    tokio::time::sleep(Duration::from_millis(300)).await;
}

async fn add(test: &TestApp, tx: &mut crate::db::Tx, phone: &str) -> (CustomerId, ContactId) {
    let people = (
        NewCustomer::unknown(Source::Api),
        NewContact::whatsapp(number(phone)),
    );
    let by = (Actor::System, test.app.clock.now());
    let (secrets, workspace) = (&test.app.secrets, test.workspace);
    let made = customers::create_with_contact(tx, secrets, workspace, people, by).await;
    let Ok((customer, contact, _)) = made else {
        panic!("the number is taken");
    };
    (customer, contact)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_number_that_somebody_lost_meanwhile_is_not_given_back_by_a_message() {
    let (test, line) = start().await;
    let mut tx = test.app.db.begin().await.expect("begin");
    let (customer, _) = add(&test, &mut tx, "+966501234567").await;
    tx.commit().await.expect("commit");

    test.app.clock.advance(1_000_000);
    let mut tx = test.app.db.begin().await.expect("begin");
    let patch = Patch {
        phone: Some(number("+966559999999")),
        ..Patch::default()
    };
    let by = (Actor::System, test.app.clock.now());
    let (secrets, workspace) = (&test.app.secrets, test.workspace);
    let changed = customers::update(&mut tx, secrets, workspace, customer, patch, by).await;
    assert!(changed.is_ok_and(|changed| changed));
    let message = tokio::spawn(async move {
        let person = Person::new("966501234567", "", "Somebody");
        line.receive(&person, vec![text("wamid.1", T, "hi")]).await;
    });
    a_moment().await;
    tx.commit().await.expect("commit");
    message.await.expect("received");
    let phones: Vec<(Option<String>,)> =
        all(&test, "SELECT phone FROM customers ORDER BY id").await;
    assert_eq!(
        phones,
        [
            (Some("+966559999999".to_owned()),),
            (Some("+966501234567".to_owned()),)
        ]
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_forms_of_a_number_at_the_same_moment_are_one_person() {
    let (test, line) = start().await;
    let mut tx = test.app.db.begin().await.expect("begin");
    add(&test, &mut tx, "+5511987654321").await;
    let message = tokio::spawn(async move {
        let person = Person::new("551187654321", "", "João");
        line.receive(&person, vec![text("wamid.1", T, "oi")]).await;
    });
    a_moment().await;
    tx.commit().await.expect("commit");
    message.await.expect("received");
    assert_eq!(count(&test, "customers").await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_counted_while_another_contact_is_deleted_stays_counted() {
    let (test, line) = start().await;
    line.receive(&noura(), vec![text("wamid.1", T, "hi")]).await;
    let (customer, contact): (CustomerId, ContactId) = sql("SELECT customer_id, id FROM contacts")
        .one(&test.app.db)
        .await
        .expect("a contact");
    let mut tx = test.app.db.begin().await.expect("begin");
    let by = (Actor::System, test.app.clock.now());
    let (secrets, workspace) = (&test.app.secrets, test.workspace);
    let second = NewContact::whatsapp(number("+966559999999"));
    let added = customers::add_contact(&mut tx, secrets, workspace, customer, second, by).await;
    let Ok((second, _)) = added else {
        panic!("the number is taken");
    };
    tx.commit().await.expect("commit");

    // A message to the first contact, as it is taken in: the contact, the message, the counters.
    let mut tx = test.app.db.begin().await.expect("begin");
    let _: (ContactId,) = sql("SELECT id FROM contacts WHERE id = $1 FOR UPDATE")
        .bind(contact)
        .one(&mut tx)
        .await
        .expect("locked");
    sql(
        "INSERT INTO messages (workspace_id, conversation_id, contact_id, account_id, direction,
             type, at, received_at, payload)
         SELECT workspace_id, conversation_id, contact_id, account_id, direction, type, at,
             received_at, payload FROM messages",
    )
    .run(&mut tx)
    .await
    .expect("a message");
    sql("UPDATE customer_stats SET inbound_count = inbound_count + 1")
        .run(&mut tx)
        .await
        .expect("counted");
    let app = test.app.clone();
    let deleting = tokio::spawn(async move {
        let mut tx = app.db.begin().await.expect("begin");
        let by = (Actor::System, app.clock.now());
        customers::delete_contact(&mut tx, &app.secrets, workspace, second, by)
            .await
            .expect("deleted");
        tx.commit().await.expect("commit");
    });
    a_moment().await;
    tx.commit().await.expect("commit");
    deleting.await.expect("deleted");
    let counted: Vec<(i64, i64)> = all(
        &test,
        "SELECT conversations_count, inbound_count FROM customer_stats",
    )
    .await;
    assert_eq!(counted, [(1, 2)]);
}
