//! Made-up rows are those that the API would have written.

use serde_json::{Map, Value};

use super::{Plan, fill};
use crate::customers::attributes::{self, Index};
use crate::db::{Json, sql};
use crate::http::Faults;
use crate::kernel::ids::{AttributeId, CustomerId};
use crate::kernel::phone::PhoneNumber;
use crate::kernel::text::fold;
use crate::search;
use crate::testing::TestApp;

const PLAN: Plan = Plan {
    customers: 700,
    messages: 2_500,
    seed: 7,
};

async fn filled() -> TestApp {
    let test = TestApp::start().await;
    test.member("نورة", crate::access::Role::Agent).await;
    fill(&test.app, test.workspace, PLAN, |_, _| ())
        .await
        .expect("filled");
    test
}

/// A row of the index of attributes.
type Indexed = (
    CustomerId,
    AttributeId,
    Option<String>,
    Option<f64>,
    Option<i64>,
);

/// The rows of a query that must find nothing.
async fn wrong(test: &TestApp, query: &'static str) -> i64 {
    let (count,): (i64,) = sql(query).one(&test.app.db).await.expect(query);
    count
}

#[tokio::test]
async fn counters_are_what_the_rows_add_up_to() {
    let test = filled().await;
    let count = |name: &'static str| {
        sql("SELECT value FROM counters WHERE workspace_id = $1 AND name = $2")
            .bind(test.workspace)
            .bind(name)
            .one::<(i64,)>(&test.app.db)
    };
    assert_eq!(count("customers").await.expect("counted"), (700,));
    assert_eq!(count("contacts_whatsapp").await.expect("counted"), (700,));
    assert_eq!(wrong(&test, "SELECT COUNT(*) FROM messages").await, 2_500);
    let queries = [
        "SELECT COUNT(*) FROM customer_stats s LEFT JOIN (
             SELECT c.customer_id, COUNT(*) FILTER (WHERE m.direction = 'in') inbound,
                 COUNT(*) FILTER (WHERE m.direction = 'out') outbound,
                 MIN(m.at) FILTER (WHERE m.direction = 'in') first_in,
                 MAX(m.at) FILTER (WHERE m.direction = 'in') last_in,
                 MIN(m.at) FILTER (WHERE m.direction = 'out') first_out,
                 MAX(m.at) FILTER (WHERE m.direction = 'out') last_out,
                 MIN(m.at) first_any, MAX(m.at) last_any
             FROM messages m JOIN contacts c ON c.id = m.contact_id
             WHERE m.type <> 'reaction' GROUP BY c.customer_id) m ON m.customer_id = s.customer_id
         WHERE s.inbound_count <> COALESCE(m.inbound, 0)
             OR s.outbound_count <> COALESCE(m.outbound, 0)
             OR s.first_inbound_at IS DISTINCT FROM m.first_in
             OR s.last_inbound_at IS DISTINCT FROM m.last_in
             OR s.first_outbound_at IS DISTINCT FROM m.first_out
             OR s.last_outbound_at IS DISTINCT FROM m.last_out
             OR s.first_message_at IS DISTINCT FROM m.first_any
             OR s.last_message_at IS DISTINCT FROM m.last_any
             OR s.conversations_count <> (
                 SELECT COUNT(*) FROM conversations v WHERE v.customer_id = s.customer_id)",
        "SELECT COUNT(*) FROM contacts c JOIN customer_stats s ON s.customer_id = c.customer_id
         WHERE c.last_inbound_at IS DISTINCT FROM s.last_inbound_at
             OR c.last_message_at IS DISTINCT FROM s.last_message_at
             OR c.activity_at <> COALESCE(s.last_message_at, c.created_at)",
        "SELECT COUNT(*) FROM conversations v WHERE v.messages_count <> (
             SELECT COUNT(*) FROM messages m
             WHERE m.conversation_id = v.id AND m.type <> 'reaction')",
        "SELECT COUNT(*) FROM conversations v WHERE v.last_message_id IS DISTINCT FROM (
             SELECT m.id FROM messages m WHERE m.conversation_id = v.id AND m.type <> 'reaction'
             ORDER BY m.at DESC, m.id DESC LIMIT 1)",
        "SELECT COUNT(*) FROM conversations v JOIN messages m ON m.id = v.last_message_id
         WHERE v.last_message_at <> m.at OR v.started_at > m.at",
        // Nobody has two conversations at once.
        "SELECT COUNT(*) FROM (SELECT contact_id FROM conversations WHERE status <> 'resolved'
             GROUP BY contact_id HAVING COUNT(*) > 1) t",
        "SELECT COUNT(*) FROM customers c WHERE c.opted_out <> EXISTS (
             SELECT 1 FROM consents d WHERE d.customer_id = c.id AND NOT d.granted)",
        "SELECT COUNT(*) FROM customers c WHERE NOT EXISTS (
             SELECT 1 FROM events e WHERE e.customer_id = c.id AND e.kind = 'customer.created')",
        "SELECT COUNT(*) FROM contacts WHERE phone IS NULL AND bsuid IS NULL",
        "SELECT COUNT(*) FROM customers c JOIN contacts t ON t.customer_id = c.id
         WHERE c.phone IS DISTINCT FROM t.phone",
    ];
    for query in queries {
        assert_eq!(wrong(&test, query).await, 0, "{query}");
    }
}

#[tokio::test]
async fn what_is_searched_and_filtered_follows_from_the_customers() {
    let test = filled().await;
    let db = &test.app.db;
    let people: Vec<(
        CustomerId,
        Option<String>,
        Option<String>,
        Json<Map<String, Value>>,
    )> = sql("SELECT id, name, name_key, attributes FROM customers ORDER BY id")
        .all(db)
        .await
        .expect("people");
    let definitions = attributes::definitions(db, test.workspace)
        .await
        .expect("definitions");
    assert_eq!(definitions.len(), 8);
    let mut expected = Vec::new();
    for (customer, name, key, Json(document)) in &people {
        assert_eq!(name.as_deref().map(fold), *key);
        let mut faults = Faults::default();
        let plan = attributes::plan(&definitions, &Map::new(), document, "", &mut faults);
        assert!(faults.is_empty(), "{document:?}");
        assert_eq!(plan.document, *document, "values are in their stored form");
        expected.extend(plan.index.into_iter().map(|(id, index)| match index {
            Index::Text(text) => (*customer, id, Some(text), None, None),
            Index::Number(number) => (*customer, id, None, Some(number), None),
            Index::Instant(instant) => (*customer, id, None, None, Some(instant)),
            Index::Present => (*customer, id, None, None, None),
        }));
    }
    let mut stored: Vec<Indexed> =
        sql("SELECT customer_id, attribute_id, text_value, number_value,
             instant_value FROM attribute_values")
        .all(db)
        .await
        .expect("values");
    stored.sort_by_key(|row| (row.0, row.1));
    expected.sort_by_key(|row| (row.0, row.1));
    assert!(
        definitions
            .iter()
            .all(|one| stored.iter().any(|row| row.1 == one.id))
    );
    assert_eq!(stored, expected);

    let texts = || {
        sql("SELECT customer_id, text FROM customer_search ORDER BY customer_id")
            .all::<(CustomerId, String)>(db)
    };
    let before = texts().await.expect("texts");
    let ids: Vec<CustomerId> = people.iter().map(|(id, ..)| *id).collect();
    let mut tx = db.begin().await.expect("begin");
    search::index(&mut tx, test.workspace, &ids)
        .await
        .expect("indexed");
    tx.commit().await.expect("commit");
    assert_eq!(before.len(), 700);
    assert_eq!(before, texts().await.expect("texts"));
}

#[tokio::test]
async fn numbers_are_valid_in_the_country_of_their_people() {
    let test = filled().await;
    let people: Vec<(String, String)> =
        sql("SELECT phone, country FROM customers WHERE phone IS NOT NULL")
            .all(&test.app.db)
            .await
            .expect("people");
    assert!(people.len() > 600, "few have none");
    for (phone, country) in people {
        let number = PhoneNumber::parse(&phone, None).expect(&phone);
        assert_eq!(number.as_str(), phone);
        assert_eq!(number.country().expect(&phone).as_str(), country, "{phone}");
    }
    let lost = wrong(
        &test,
        "SELECT COUNT(*) FROM contacts c WHERE
             (phone IS NOT NULL AND NOT EXISTS (
                 SELECT 1 FROM contact_aliases a WHERE a.contact_id = c.id AND a.value = c.phone))
             OR (bsuid IS NOT NULL AND NOT EXISTS (
                 SELECT 1 FROM contact_aliases a WHERE a.contact_id = c.id AND a.value = c.bsuid))",
    );
    assert_eq!(
        lost.await,
        0,
        "everybody is found by what they are known by"
    );
}

#[tokio::test]
async fn the_seed_decides_who_they_are_and_a_second_run_adds_others() {
    let names = async |test: &TestApp| {
        sql("SELECT name, phone, email, created_at FROM customers ORDER BY id")
            .all::<(Option<String>, Option<String>, Option<String>, i64)>(&test.app.db)
            .await
            .expect("people")
    };
    let plan = Plan {
        customers: 40,
        messages: 60,
        seed: 3,
    };
    let (one, two) = (TestApp::start().await, TestApp::start().await);
    for test in [&one, &two] {
        fill(&test.app, test.workspace, plan, |_, _| ())
            .await
            .expect("filled");
    }
    let first = names(&one).await;
    assert_eq!(first, names(&two).await);

    fill(&one.app, one.workspace, plan, |_, _| ())
        .await
        .expect("filled again");
    let both = names(&one).await;
    assert_eq!(both.len(), 80);
    assert_ne!(both[..40], both[40..]);

    fill(&two.app, two.workspace, Plan { seed: 4, ..plan }, |_, _| ())
        .await
        .expect("others");
    assert_ne!(both[40..], names(&two).await[40..]);
}
