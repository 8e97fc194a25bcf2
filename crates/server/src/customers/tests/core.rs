//! Making customers, finding them by address, and deleting them without a trace.

use serde_json::json;

use crate::access::Actor;
use crate::consent::{self, Decision, Purpose};
use crate::customers::{self, AddContactError, NewContact, NewCustomer, Source};
use crate::db::{Arg, Tx, sql};
use crate::kernel::ids::{ApiKeyId, ContactId, CustomerId, WorkspaceId};
use crate::kernel::phone::PhoneNumber;
use crate::testing::{NOW, TestApp};

const KEY: Actor = Actor::Key(ApiKeyId(1));

async fn begin(test: &TestApp) -> Tx {
    test.app.db.begin().await.expect("begin")
}

async fn person(tx: &mut Tx, workspace: WorkspaceId, name: &str) -> CustomerId {
    let new = NewCustomer {
        name: Some(name.into()),
        ..NewCustomer::unknown(Source::Api)
    };
    customers::create(tx, workspace, new, KEY, NOW)
        .await
        .expect("created")
}

fn whatsapp(phone: &str) -> NewContact {
    NewContact::whatsapp(PhoneNumber::parse(phone, None).expect("a number"))
}

async fn give(
    test: &TestApp,
    tx: &mut Tx,
    workspace: WorkspaceId,
    customer: CustomerId,
    new: NewContact,
) -> Result<ContactId, AddContactError> {
    let secrets = &test.app.secrets;
    let added = customers::add_contact(tx, secrets, workspace, customer, new, (KEY, NOW)).await;
    added.map(|(contact, _)| contact)
}

async fn counter(test: &TestApp, name: &str) -> i64 {
    let found: Option<(i64,)> =
        sql("SELECT value FROM counters WHERE workspace_id = $1 AND name = $2")
            .bind(test.workspace)
            .bind(name)
            .maybe(&test.app.db)
            .await
            .expect("counters");
    found.map_or(0, |(value,)| value)
}

#[tokio::test]
async fn a_person_is_found_by_every_form_of_their_address_and_nobody_gets_it_twice() {
    let test = TestApp::start().await;
    let mut tx = begin(&test).await;
    let ana = person(&mut tx, test.workspace, "Ana Souza").await;
    let contact = give(
        &test,
        &mut tx,
        test.workspace,
        ana,
        whatsapp("+5585988887777"),
    )
    .await
    .expect("added");
    let unknown = NewContact {
        channel: "whatsapp".into(),
        bsuid: Some("BR.1234".into()),
        username: Some("ana.s".into()),
        ..NewContact::default()
    };
    give(&test, &mut tx, test.workspace, ana, unknown)
        .await
        .expect("added");
    tx.commit().await.expect("commit");

    for address in ["+5585988887777", "+558588887777", "BR.1234"] {
        let found = customers::find_contact(&test.app.db, test.workspace, "whatsapp", address);
        let (_, customer, _) = found.await.expect("found").expect("somebody");
        assert_eq!(customer, ana, "{address}");
    }
    let (elsewhere, _) = test.other_workspace().await;
    let found = customers::find_contact(&test.app.db, elsewhere, "whatsapp", "+5585988887777");
    assert_eq!(found.await.expect("found"), None);

    let mut tx = begin(&test).await;
    let bia = person(&mut tx, test.workspace, "Bia").await;
    let refused = give(
        &test,
        &mut tx,
        test.workspace,
        bia,
        whatsapp("+558588887777"),
    )
    .await;
    match refused {
        Err(AddContactError::Taken(taken)) => {
            assert_eq!((taken.contact, taken.customer), (contact, ana));
        }
        other => panic!("{other:?}"),
    }
    drop(tx);
    assert_eq!(counter(&test, "customers").await, 1);
    assert_eq!(counter(&test, "contacts_whatsapp").await, 2);
}

#[tokio::test]
async fn two_requests_for_one_number_make_one_contact() {
    let test = TestApp::start().await;
    let one = async {
        let mut tx = begin(&test).await;
        let customer = person(&mut tx, test.workspace, "محمد").await;
        give(
            &test,
            &mut tx,
            test.workspace,
            customer,
            whatsapp("+966501234567"),
        )
        .await?;
        Ok::<_, AddContactError>(tx.commit().await?)
    };
    let other = async {
        let mut tx = begin(&test).await;
        let customer = person(&mut tx, test.workspace, "محمد").await;
        give(
            &test,
            &mut tx,
            test.workspace,
            customer,
            whatsapp("+966501234567"),
        )
        .await?;
        Ok::<_, AddContactError>(tx.commit().await?)
    };
    let (one, other) = tokio::join!(one, other);
    assert_ne!(one.is_ok(), other.is_ok(), "{one:?} {other:?}");
    let refused = one.err().or(other.err());
    assert!(
        matches!(refused, Some(AddContactError::Taken(_))),
        "{refused:?}"
    );
    assert_eq!(counter(&test, "customers").await, 1);
}

/// Gives a customer a conversation with a message, its status, a job and all the rest there can be.
async fn live(test: &TestApp, tx: &mut Tx, customer: CustomerId, contact: ContactId) {
    let workspace = test.workspace;
    let row = |text: &'static str, args: Vec<Arg>| sql(text).bind_all(args);
    let (conversation,): (i64,) = row(
        "INSERT INTO conversations (workspace_id, uuid, contact_id, customer_id, account_id,
             session_data, started_at, last_message_at)
         VALUES ($1, $2, $3, $4, 1, $5, 5, 5) RETURNING id",
        vec![
            workspace.into(),
            uuid::Uuid::now_v7().into(),
            contact.into(),
            customer.into(),
            json!({}).into(),
        ],
    )
    .one(&mut *tx)
    .await
    .expect("a conversation");
    let key = uuid::Uuid::new_v4();
    for (direction, at) in [("in", 5), ("out", 6)] {
        let wamid = (direction == "out").then_some(key);
        row(
            "INSERT INTO messages (workspace_id, conversation_id, contact_id, account_id,
                 direction, type, wamid_key, at, received_at, text, payload)
             VALUES ($1, $2, $3, 1, $4, 'text', $5, $6, $6, 'مرحبا', $7)",
            vec![
                workspace.into(),
                conversation.into(),
                contact.into(),
                direction.into(),
                wamid.into(),
                i64::from(at).into(),
                json!({}).into(),
            ],
        )
        .run(&mut *tx)
        .await
        .expect("a message");
    }
    row(
        "INSERT INTO message_statuses (workspace_id, account_id, wamid_key, wamid, status,
             recipient, at, data, received_at)
         VALUES ($1, 1, $2, 'wamid.x', 'read', '', 7, $3, 7)",
        vec![workspace.into(), key.into(), json!({}).into()],
    )
    .run(&mut *tx)
    .await
    .expect("a status");
    row(
        "INSERT INTO jobs (workspace_id, kind, payload, order_key, run_at, created_at)
         VALUES ($1, 'conversations.fetch_media', $2, $3, 7, 7)",
        vec![
            workspace.into(),
            json!({}).into(),
            customers::job_order(contact).into(),
        ],
    )
    .run(&mut *tx)
    .await
    .expect("a job");
    row(
        "INSERT INTO notes (workspace_id, customer_id, body, created_at, updated_at)
         VALUES ($1, $2, 'تحب القهوة', 5, 5)",
        vec![workspace.into(), customer.into()],
    )
    .run(&mut *tx)
    .await
    .expect("a note");
}

async fn rows(test: &TestApp, table: &str) -> i64 {
    let (count,): (i64,) = sql(format!("SELECT COUNT(*) FROM {table}"))
        .one(&test.app.db)
        .await
        .expect("a count");
    count
}

async fn opt_out(test: &TestApp, tx: &mut Tx, customer: CustomerId) {
    let decision = Decision {
        customer,
        contact: None,
        purpose: Purpose::Marketing,
        granted: false,
        source: consent::ConsentSource::Whatsapp,
        evidence: Some("إيقاف".into()),
        actor: Actor::Customer,
        at: NOW,
    };
    let changed = consent::record(tx, test.workspace, decision, NOW).await;
    assert!(changed.expect("recorded"));
}

async fn possible_duplicate(test: &TestApp, tx: &mut Tx, one: CustomerId, other: CustomerId) {
    sql(
        "INSERT INTO possible_duplicates (workspace_id, customer_id, other_customer_id, reason,
             data, created_at) VALUES ($1, $2, $3, 'same_name', $4, 5)",
    )
    .bind(test.workspace)
    .bind(one)
    .bind(other)
    .bind(json!({}))
    .run(&mut *tx)
    .await
    .expect("noted");
    sql("UPDATE customers SET duplicate_flag = TRUE WHERE workspace_id = $1")
        .bind(test.workspace)
        .run(tx)
        .await
        .expect("flagged");
}

#[tokio::test]
async fn deleting_somebody_leaves_only_the_fact_and_their_refusal() {
    let test = TestApp::start().await;
    let mut tx = begin(&test).await;
    let stays = person(&mut tx, test.workspace, "تبقى").await;
    let leaves = person(&mut tx, test.workspace, "سارة القحطاني").await;
    let contact = give(
        &test,
        &mut tx,
        test.workspace,
        leaves,
        whatsapp("+5215512345678"),
    )
    .await
    .expect("added");
    live(&test, &mut tx, leaves, contact).await;
    opt_out(&test, &mut tx, leaves).await;
    possible_duplicate(&test, &mut tx, stays, leaves).await;
    tx.commit().await.expect("commit");

    let mut tx = begin(&test).await;
    let secrets = &test.app.secrets;
    let deleted = customers::delete(&mut tx, secrets, test.workspace, leaves, (KEY, NOW)).await;
    assert!(deleted.expect("deleted"));
    let again = customers::delete(&mut tx, secrets, test.workspace, leaves, (KEY, NOW)).await;
    assert!(!again.expect("nobody"));
    tx.commit().await.expect("commit");

    for empty in [
        "contacts",
        "contact_aliases",
        "conversations",
        "messages",
        "message_statuses",
        "jobs",
        "notes",
        "consents",
        "possible_duplicates",
        "attribute_values",
        "customer_tags",
    ] {
        assert_eq!(rows(&test, empty).await, 0, "{empty}");
    }
    for one in [
        "customers",
        "customer_stats",
        "customer_search",
        "suppressions",
    ] {
        assert_eq!(rows(&test, one).await, 1, "{one}");
    }
    assert_eq!(rows(&test, "customers WHERE duplicate_flag").await, 0);
    if test.app.db.is_sqlite() {
        let found = rows(&test, "customer_trigrams WHERE text MATCH 'سار'").await;
        assert_eq!(found, 0);
    }
    let events: Vec<(String, Option<CustomerId>, String)> =
        sql("SELECT kind, customer_id, CAST(data AS TEXT) FROM events WHERE workspace_id = $1 ORDER BY id")
            .bind(test.workspace)
            .all(&test.app.db)
            .await
            .expect("events");
    assert_eq!(events.len(), 2, "{events:?}");
    assert_eq!(
        (events[1].0.as_str(), events[1].1),
        ("customer.deleted", None)
    );
    assert!(!events[1].2.contains("5215512345678"));
    assert_eq!(counter(&test, "customers").await, 1);
    assert_eq!(counter(&test, "contacts_whatsapp").await, 0);

    // Meta may know the number without the 1 next time.
    let mut tx = begin(&test).await;
    let back = person(&mut tx, test.workspace, "سارة").await;
    give(
        &test,
        &mut tx,
        test.workspace,
        back,
        whatsapp("+525512345678"),
    )
    .await
    .expect("added");
    tx.commit().await.expect("commit");
    assert_eq!(rows(&test, "customers WHERE opted_out").await, 1);
    assert_eq!(
        rows(&test, "consents WHERE source = 'suppression'").await,
        1
    );
    assert_eq!(rows(&test, "suppressions").await, 0);
}

#[tokio::test]
async fn deleting_one_of_two_contacts_keeps_the_customer_and_counts_anew() {
    let test = TestApp::start().await;
    let mut tx = begin(&test).await;
    let customer = person(&mut tx, test.workspace, "Omar").await;
    let mut contacts = Vec::new();
    for phone in ["+966501111111", "+966502222222"] {
        let contact = give(&test, &mut tx, test.workspace, customer, whatsapp(phone)).await;
        let contact = contact.expect("added");
        live(&test, &mut tx, customer, contact).await;
        contacts.push(contact);
    }
    let secrets = &test.app.secrets;
    let deleted =
        customers::delete_contact(&mut tx, secrets, test.workspace, contacts[0], (KEY, NOW)).await;
    assert!(deleted.expect("deleted"));
    tx.commit().await.expect("commit");
    let views = customers::load_views(&test.app.db, test.workspace, &[customer]).await;
    let view = views.expect("loaded").pop().expect("the customer");
    assert_eq!(view.phone.as_deref(), Some("+966502222222"));
    assert_eq!((view.total_conversations, view.total_messages), (1, 2));
    assert_eq!(view.contacts.len(), 1);
    assert_eq!(rows(&test, "message_statuses").await, 1);

    let mut tx = begin(&test).await;
    let deleted =
        customers::delete_contact(&mut tx, secrets, test.workspace, contacts[1], (KEY, NOW)).await;
    assert!(deleted.expect("deleted"));
    tx.commit().await.expect("commit");
    assert_eq!(
        rows(&test, "customers").await,
        0,
        "the last contact takes the customer along"
    );
}
