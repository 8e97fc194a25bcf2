//! Search on both engines.

use std::time::Duration;

use super::walk::{After, Bounds, ContactList, List, newest};
use super::{
    Count, Extra, Query, QueryError, count, count_contacts, few, index, newest_matching, remove,
};
use crate::db::sql;
use crate::kernel::ids::{CustomerId, WorkspaceId};
use crate::testing::{NOW, TestApp};

/// A customer with one WhatsApp contact, in the search; `wrote` is when, in seconds after 1970.
async fn customer(
    test: &TestApp,
    workspace: WorkspaceId,
    name: &str,
    phone: Option<&str>,
    wrote: Option<i64>,
) -> CustomerId {
    let mut tx = test.app.db.begin().await.expect("begin");
    let (id,): (CustomerId,) = sql(
        "INSERT INTO customers (workspace_id, uuid, name, email, attributes, source, created_at, updated_at)
         VALUES ($1, $2, $3, $4, '{}', 'api', $5, $5) RETURNING id",
    )
    .bind(workspace)
    .bind(uuid::Uuid::now_v7())
    .bind(name)
    .bind(name.is_ascii().then(|| format!("{}@example.com", name.replace(' ', "."))))
    .bind(NOW)
    .one(&mut tx)
    .await
    .expect("a customer");
    sql("INSERT INTO customer_stats (customer_id, workspace_id, last_message_at) VALUES ($1, $2, $3)")
        .bind(id)
        .bind(workspace)
        .bind(wrote.map(|seconds| seconds * 1_000_000))
        .run(&mut tx)
        .await
        .expect("its counters");
    sql("INSERT INTO contacts (workspace_id, uuid, customer_id, channel, phone, username, activity_at, created_at, updated_at)
         VALUES ($1, $2, $3, 'whatsapp', $4, $5, $6, $7, $7)")
    .bind(workspace)
    .bind(uuid::Uuid::now_v7())
    .bind(id)
    .bind(phone)
    .bind(phone.is_none().then_some("bayt.friend"))
    .bind(wrote.unwrap_or(0) * 1_000_000)
    .bind(NOW)
    .run(&mut tx)
    .await
    .expect("a contact");
    index(&mut tx, workspace, &[id]).await.expect("indexed");
    tx.commit().await.expect("commit");
    id
}

async fn texts(test: &TestApp) -> Vec<String> {
    let rows: Vec<(String,)> = sql("SELECT text FROM customer_search ORDER BY customer_id")
        .all(&test.app.db)
        .await
        .expect("read");
    rows.into_iter().map(|(text,)| text).collect()
}

#[test]
fn a_search_is_folded_words_or_the_digits_of_a_number() {
    let words = |text: &str| Query::parse(text).expect(text).words().to_vec();
    assert_eq!(words("أحمد  الفَيْصَل"), ["الفيصل", "احمد"]);
    assert_eq!(words("José GARCÍA jos"), ["garcia", "jose"]);
    assert_eq!(words("+966 (50) 123-45.67"), ["966501234567"]);
    assert_eq!(words("٠٥٠ ١٢٣"), ["050123"]);
    assert_eq!(words("00966 50"), ["96650"]);
    assert_eq!(words("00"), ["00"]);
    assert_eq!(words("j.doe@example.com"), ["j.doe@example.com"]);
    assert_eq!(words("."), ["."]);
    assert!(Query::parse(" \t ").expect("blank").is_everybody());
    assert!(Query::parse("+").expect("plus").is_everybody());
    assert_eq!(Query::parse(&"x".repeat(201)), Err(QueryError::TooLong));
    assert_eq!(
        Query::parse("a b c d e f g h i j k"),
        Err(QueryError::TooManyWords)
    );
}

#[tokio::test]
async fn the_index_follows_changes_and_leaves_with_the_customer() {
    let test = TestApp::start().await;
    let id = customer(
        &test,
        test.workspace,
        "Émile Zola",
        Some("+966501234567"),
        None,
    )
    .await;
    assert_eq!(
        texts(&test).await,
        ["emile zola\n966501234567\n0501234567\n\n"]
    );

    let mut tx = test.app.db.begin().await.expect("begin");
    sql("UPDATE customers SET name = 'أحمد', email = 'A@Example.com' WHERE id = $1")
        .bind(id)
        .run(&mut tx)
        .await
        .expect("renamed");
    // Twice, and for nobody: nothing more happens.
    for ids in [&[id][..], &[id], &[]] {
        index(&mut tx, test.workspace, ids).await.expect("indexed");
    }
    // Another workspace's call reaches nothing.
    let other = WorkspaceId(test.workspace.0 + 1);
    remove(&mut tx, other, &[id]).await.expect("nothing");
    tx.commit().await.expect("commit");
    assert_eq!(
        texts(&test).await,
        ["احمد\na@example.com\n966501234567\n0501234567\n\n"]
    );

    let mut tx = test.app.db.begin().await.expect("begin");
    remove(&mut tx, test.workspace, &[id])
        .await
        .expect("removed");
    tx.commit().await.expect("commit");
    assert_eq!(texts(&test).await, Vec::<String>::new());
}

/// Every way of the walk: straight through, by the index, by a second walk, by everything.
const WAYS: [Bounds; 5] = [
    bounds(1_000, 1_000, 1_000),
    bounds(0, 1_000, 0),
    bounds(3, 2, 1_000),
    bounds(2, 1, 3),
    bounds(0, 0, 0),
];

const fn bounds(glance: i64, few: i64, stroll: i64) -> Bounds {
    Bounds {
        glance,
        few,
        stroll,
    }
}

/// Forty people, some of whom never wrote, several at the same moment.
async fn people(test: &TestApp) -> Vec<(CustomerId, Option<i64>, String)> {
    let first = [
        "أحمد",
        "نورة",
        "Ahmed",
        "Zoë",
        "李明",
        "Bob \"B\" 100%",
        "😀 Sam",
        "ab_c\\d",
    ];
    let last = ["الفيصل", "Straße", "al-Ali", "x"];
    let mut people = Vec::new();
    for index in 0..40_usize {
        let name = format!(
            "{} {}",
            first[index % first.len()],
            last[index % 3 + index % 2]
        );
        let phone = format!("+9665012{:05}", index * 7_919 % 100_000);
        let phone = (index % 7 != 3).then_some(phone);
        let wrote = (index % 3 != 0).then_some((index as i64 * 13) % 11 + 1);
        let id = customer(test, test.workspace, &name, phone.as_deref(), wrote).await;
        people.push((id, wrote, String::new()));
    }
    for (person, text) in people.iter_mut().zip(texts(test).await) {
        person.2 = text;
    }
    people.sort_by_key(|(id, wrote, _)| std::cmp::Reverse((*wrote, *id)));
    people
}

const SEARCHES: [&str; 32] = [
    "",
    "a",
    "ا",
    "z",
    "ж",
    "ah",
    "اح",
    "明",
    "李明",
    "zz",
    "نو",
    "ahm",
    "احمد",
    "أَحْمَد",
    "نوره",
    "STRASSE",
    "zoe",
    "ahmed ali",
    "ali x",
    "966",
    "٩٦٦٥٠",
    "050 12",
    "+966 (50) 12",
    "0501207919",
    "5012079190",
    "\"b\"",
    "100%",
    "_",
    "ab_c\\",
    "😀",
    "@example",
    "friend no",
];

#[tokio::test]
async fn every_way_finds_the_same_people_in_the_same_order() {
    let test = TestApp::start().await;
    let people = people(&test).await;
    let (other, _) = test.other_workspace().await;
    for name in ["Ahmed Elsewhere", "أحمد", "zz"] {
        customer(&test, other, name, Some("+966501207919"), Some(99)).await;
    }
    for text in SEARCHES {
        let query = Query::parse(text).expect(text);
        let expected: Vec<_> = people
            .iter()
            .filter(|(_, _, indexed)| query.words().iter().all(|word| indexed.contains(word)))
            .map(|(id, wrote, _)| (*id, *wrote))
            .collect();
        for bounds in WAYS {
            let mut list = List::customers(test.workspace, None);
            list.bounds = bounds;
            let mut found = Vec::new();
            let mut after: Option<After> = None;
            loop {
                let page = newest(&test.app.db, &list, &query, after, 0, 7)
                    .await
                    .expect(text);
                let Some(last) = page.last() else { break };
                let (id, wrote) = expected[found.len() + page.len() - 1];
                assert_eq!(*last, id.0, "{text} {bounds:?}");
                after = Some((wrote.map(|seconds| seconds * 1_000_000), id.0));
                found.extend(page.into_iter().map(CustomerId));
            }
            let expected: Vec<_> = expected.iter().map(|(id, _)| *id).collect();
            assert_eq!(found, expected, "{text} {bounds:?}");
        }
        if query.is_everybody() {
            continue;
        }
        let counted = count(&test.app.db, test.workspace, &query, Duration::from_secs(5)).await;
        let exact = Count {
            value: expected.len() as i64,
            is_estimate: false,
        };
        assert_eq!(counted.expect("counted"), exact, "{text}");
    }
}

#[tokio::test]
async fn a_search_of_contacts_pages_by_number_and_stays_on_its_account() {
    let test = TestApp::start().await;
    let people = people(&test).await;
    let query = Query::parse("الفيصل").expect("a query");
    let which = ContactList {
        channel: "whatsapp",
        account: None,
    };
    let expected: Vec<_> = people
        .iter()
        .filter(|(_, _, text)| text.contains("الفيصل"))
        .collect();
    for bounds in WAYS {
        let mut list = List::contacts(test.workspace, which);
        list.bounds = bounds;
        let all = newest(&test.app.db, &list, &query, None, 0, 100)
            .await
            .expect("all");
        assert_eq!(all.len(), expected.len());
        let page = newest(&test.app.db, &list, &query, None, 4, 3)
            .await
            .expect("page");
        assert_eq!(page, all[4..7], "{bounds:?}");
    }
    let counted = count_contacts(
        &test.app.db,
        test.workspace,
        &query,
        which,
        40,
        Duration::from_secs(5),
    )
    .await;
    assert_eq!(counted.expect("counted").value, expected.len() as i64);
    for elsewhere in [
        ContactList {
            channel: "email",
            account: None,
        },
        ContactList {
            channel: "whatsapp",
            account: Some(crate::kernel::ids::AccountId(9)),
        },
    ] {
        let list = List::contacts(test.workspace, elsewhere);
        let page = newest(&test.app.db, &list, &query, None, 0, 9)
            .await
            .expect("page");
        assert_eq!(page, Vec::<i64>::new());
    }
}

#[tokio::test]
async fn a_further_condition_narrows_a_search() {
    let test = TestApp::start().await;
    let people = people(&test).await;
    let query = Query::parse("ali").expect("a query");
    let extra = Extra {
        condition: "s.last_message_at > $1 AND s.last_message_at < $2".to_owned(),
        args: vec![3_000_000_i64.into(), 9_000_000_i64.into()],
    };
    let found = newest_matching(&test.app.db, test.workspace, &query, Some(extra), None, 50).await;
    let expected: Vec<_> = people
        .iter()
        .filter(|(_, wrote, text)| text.contains("ali") && wrote.is_some_and(|at| at > 3 && at < 9))
        .map(|(id, _, _)| *id)
        .collect();
    assert!(!expected.is_empty());
    assert_eq!(found.expect("found"), expected);

    let rare = Query::parse("٠٥٠١٢٠٧٩١٩").expect("a query");
    let rare = few(&test.app.db, test.workspace, &rare)
        .await
        .expect("few")
        .expect("few");
    assert_eq!(rare.len(), 1);
}
