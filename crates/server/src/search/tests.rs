//! Search on both engines.

use super::{Query, QueryError, index, remove};
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
