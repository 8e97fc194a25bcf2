//! Compares the database with what was acknowledged, and with itself.
//!
//! Everything is read in one transaction, on PostgreSQL of one snapshot: sessions of a server that
//! was killed may still be ending.

use std::collections::{HashMap, HashSet};

use clientele::db::{Db, Tx, sql};
use clientele::kernel::ids::{CustomerId, WorkspaceId};
use clientele::search::{Query, newest_matching};

use super::load::Promised;
use super::people::Person;

/// What was found wrong with acknowledged messages.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct Found {
    pub(crate) lost: usize,
    pub(crate) doubled: usize,
}

/// Rows that contradict others; there must be none, at any moment.
const CONTRADICTIONS: &[(&str, &str)] = &[
    (
        "customers whose messages are counted wrongly",
        "SELECT COUNT(*) FROM customer_stats s LEFT JOIN (
             SELECT c.customer_id AS id,
                 COUNT(*) FILTER (WHERE m.direction = 'in') AS inbound,
                 COUNT(*) FILTER (WHERE m.direction = 'out') AS outbound,
                 MIN(m.at) AS first_any, MAX(m.at) AS last_any,
                 MIN(m.at) FILTER (WHERE m.direction = 'in') AS first_in,
                 MAX(m.at) FILTER (WHERE m.direction = 'in') AS last_in,
                 MIN(m.at) FILTER (WHERE m.direction = 'out') AS first_out,
                 MAX(m.at) FILTER (WHERE m.direction = 'out') AS last_out
             FROM messages m JOIN contacts c ON c.id = m.contact_id
             WHERE m.type <> 'reaction' GROUP BY c.customer_id) n ON n.id = s.customer_id
         WHERE s.inbound_count <> COALESCE(n.inbound, 0)
             OR s.outbound_count <> COALESCE(n.outbound, 0)
             OR s.first_message_at IS DISTINCT FROM n.first_any
             OR s.last_message_at IS DISTINCT FROM n.last_any
             OR s.first_inbound_at IS DISTINCT FROM n.first_in
             OR s.last_inbound_at IS DISTINCT FROM n.last_in
             OR s.first_outbound_at IS DISTINCT FROM n.first_out
             OR s.last_outbound_at IS DISTINCT FROM n.last_out",
    ),
    (
        "customers whose conversations are counted wrongly",
        "SELECT COUNT(*) FROM customer_stats s WHERE s.conversations_count <>
             (SELECT COUNT(*) FROM conversations v
              WHERE v.customer_id = s.customer_id AND v.messages_count > 0)",
    ),
    (
        "contacts whose last message is wrong",
        "SELECT COUNT(*) FROM contacts c LEFT JOIN (
             SELECT contact_id AS id, MAX(at) AS last_any,
                 MAX(at) FILTER (WHERE direction = 'in') AS last_in
             FROM messages WHERE type <> 'reaction' GROUP BY contact_id) n ON n.id = c.id
         WHERE c.last_message_at IS DISTINCT FROM n.last_any
             OR c.last_inbound_at IS DISTINCT FROM n.last_in",
    ),
    (
        "conversations whose messages are counted wrongly",
        "SELECT COUNT(*) FROM conversations v LEFT JOIN (
             SELECT conversation_id AS id, COUNT(*) AS spoken,
                 COUNT(*) FILTER (WHERE direction = 'in') AS unread, MAX(at) AS last_any,
                 MAX(at) FILTER (WHERE direction = 'in') AS last_in,
                 MAX(at) FILTER (WHERE direction = 'out') AS last_out
             FROM messages WHERE type <> 'reaction' GROUP BY conversation_id) n ON n.id = v.id
         WHERE v.messages_count <> COALESCE(n.spoken, 0)
             OR v.unread_count <> COALESCE(n.unread, 0)
             OR v.last_message_at <> COALESCE(n.last_any, v.last_message_at)
             OR v.last_inbound_at IS DISTINCT FROM n.last_in
             OR v.last_outbound_at IS DISTINCT FROM n.last_out",
    ),
    (
        "conversations without their last message",
        "SELECT COUNT(*) FROM conversations v LEFT JOIN messages m
             ON m.id = v.last_message_id AND m.conversation_id = v.id
         WHERE m.at IS NULL OR m.at <> v.last_message_at",
    ),
    (
        "second conversations of a contact",
        "SELECT COUNT(*) FROM (SELECT contact_id FROM conversations
             GROUP BY contact_id, account_id HAVING COUNT(*) > 1) two",
    ),
    (
        "messages in somebody else's conversation",
        "SELECT COUNT(*) FROM messages m LEFT JOIN conversations v ON v.id = m.conversation_id
         LEFT JOIN contacts c ON c.id = m.contact_id
         WHERE v.contact_id IS DISTINCT FROM m.contact_id
             OR v.account_id IS DISTINCT FROM m.account_id
             OR v.customer_id IS DISTINCT FROM c.customer_id",
    ),
    (
        "customers without a row that each must have once",
        "SELECT COUNT(*) FROM customers c
         WHERE 1 <> (SELECT COUNT(*) FROM customer_stats s WHERE s.customer_id = c.id)
             OR 1 <> (SELECT COUNT(*) FROM customer_search s WHERE s.customer_id = c.id)
             OR 1 <> (SELECT COUNT(*) FROM contacts s WHERE s.customer_id = c.id)
             OR 1 <> (SELECT COUNT(*) FROM events e
                 WHERE e.customer_id = c.id AND e.kind = 'customer.created')",
    ),
    (
        "contacts without an id",
        "SELECT COUNT(*) FROM contacts c
         WHERE NOT EXISTS (SELECT 1 FROM contact_aliases a WHERE a.contact_id = c.id)",
    ),
    (
        "kept totals that are wrong",
        "SELECT COUNT(*) FROM (
             SELECT 'customers' AS name, COUNT(*) AS value FROM customers
             UNION ALL SELECT 'contacts_whatsapp', COUNT(*) FROM contacts) n
         LEFT JOIN counters k ON k.name = n.name
         WHERE COALESCE(k.value, 0) <> n.value",
    ),
    (
        "statuses that wait for a message that is there",
        "SELECT COUNT(*) FROM message_statuses s
         JOIN messages m ON m.account_id = s.account_id AND m.wamid_key = s.wamid_key
         WHERE s.message_id IS NULL OR s.message_id <> m.id",
    ),
    (
        "media that is not fetched exactly once",
        "SELECT COUNT(*) FROM messages m WHERE m.type = 'image' AND 1 <> (
             SELECT COUNT(*) FROM jobs j WHERE j.kind = 'conversations.fetch_media'
                 AND CAST(j.payload->>'message_id' AS BIGINT) = m.id)
             + (SELECT COUNT(*) FROM message_media r WHERE r.message_id = m.id)",
    ),
    (
        "webhooks that were not understood",
        "SELECT COUNT(*) FROM webhook_events WHERE state <> 'done'",
    ),
    (
        "people taken for two",
        "SELECT COUNT(*) FROM possible_duplicates",
    ),
];

/// Checks everything that must hold at any moment, however the server ended.
pub(crate) async fn check(db: &Db, promised: &Promised) -> Found {
    let mut tx = db.begin().await.expect("a transaction");
    if tx.is_sqlite() {
        intact(&mut tx).await;
    } else {
        sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
            .run(&mut tx)
            .await
            .expect("a snapshot");
    }
    let found = kept(&mut tx, promised).await;
    statuses(&mut tx, promised).await;
    for &(what, query) in CONTRADICTIONS {
        let (rows,): (i64,) = sql(query).one(&mut tx).await.expect(what);
        assert_eq!(rows, 0, "{what}");
    }
    found
}

/// Checks, when all is acknowledged, that the database holds that and nothing else.
pub(crate) async fn check_all(db: &Db, people: &[Person], promised: &Promised) {
    let mut tx = db.begin().await.expect("a transaction");
    let expected = promised.people();
    for (table, expected) in [
        ("messages", promised.messages.len()),
        ("customers", expected),
        ("contacts", expected),
        ("conversations", expected),
        ("contact_aliases", promised.aliases.len()),
        (
            "message_statuses",
            promised.statuses.values().map(HashSet::len).sum(),
        ),
        ("message_statuses WHERE message_id IS NULL", 0),
    ] {
        let query = format!("SELECT COUNT(*) FROM {table}");
        let (rows,): (i64,) = sql(query).one(&mut tx).await.expect(table);
        assert_eq!(rows, i64::try_from(expected).expect("few"), "{table}");
    }
    let known: Vec<(String, Option<String>)> = sql("SELECT a.value, p.name
         FROM contact_aliases a JOIN contacts c ON c.id = a.contact_id
         JOIN customers p ON p.id = c.customer_id")
    .all(&mut tx)
    .await
    .expect("aliases");
    let wrote = promised.writers();
    for (alias, name) in &known {
        let index = promised.aliases[alias];
        // Whom the business wrote to and who never answered has told no name.
        let expected = wrote.contains(&index).then_some(&people[index].name);
        assert_eq!(name.as_ref(), expected, "name of {alias}");
    }
    let senders: Vec<(String, String)> = sql("SELECT m.wamid, a.value FROM messages m
         JOIN contact_aliases a ON a.contact_id = m.contact_id")
    .all(&mut tx)
    .await
    .expect("senders");
    for (wamid, alias) in &senders {
        let person = promised.messages[wamid].person;
        assert_eq!(
            promised.aliases[alias], person,
            "{wamid} is somebody else's"
        );
    }
    drop(tx);
    found_by_search(db).await;
}

/// SQLite's own opinion of the file, and of the index of the search.
async fn intact(tx: &mut Tx) {
    let told: Vec<(String,)> = sql("PRAGMA integrity_check")
        .all(&mut *tx)
        .await
        .expect("a check");
    assert_eq!(told, [("ok".to_owned(),)]);
    sql("INSERT INTO customer_trigrams (customer_trigrams) VALUES ('integrity-check')")
        .run(&mut *tx)
        .await
        .expect("the index of the search is whole");
    let (missing,): (i64,) = sql("SELECT COUNT(*) FROM customer_search q WHERE NOT EXISTS
             (SELECT 1 FROM customer_trigrams t WHERE t.rowid = q.customer_id)")
    .one(tx)
    .await
    .expect("a count");
    assert_eq!(missing, 0, "customers without trigrams");
}

/// Every acknowledged message and body is there; how many are not, or more than once.
async fn kept(tx: &mut Tx, promised: &Promised) -> Found {
    let rows: Vec<(String, String, String)> = sql("SELECT wamid, direction, type FROM messages")
        .all(&mut *tx)
        .await
        .expect("messages");
    let mut stored: HashMap<String, usize> = HashMap::new();
    for (wamid, direction, kind) in rows {
        if let Some(message) = promised.messages.get(&wamid) {
            assert_eq!(direction, if message.outbound { "out" } else { "in" });
            assert_eq!(kind, message.kind);
        }
        *stored.entry(wamid).or_default() += 1;
    }
    let missing = |wamid: &&String| !stored.contains_key(*wamid);
    let bodies: Vec<(Vec<u8>,)> = sql("SELECT body FROM webhook_events")
        .all(tx)
        .await
        .expect("webhooks");
    let bodies: HashSet<Vec<u8>> = bodies.into_iter().map(|(body,)| body).collect();
    Found {
        lost: promised.messages.keys().filter(missing).count()
            + promised.bodies.difference(&bodies).count(),
        doubled: stored.values().filter(|&&times| times > 1).count(),
    }
}

/// Every acknowledged status is kept, and a message shows the furthest that was stored.
async fn statuses(tx: &mut Tx, promised: &Promised) {
    let rank = |status: &str| {
        ["sent", "failed", "delivered", "read"]
            .iter()
            .position(|known| *known == status)
    };
    let rows: Vec<(String, String, i64)> = sql("SELECT wamid, status, at FROM message_statuses")
        .all(&mut *tx)
        .await
        .expect("statuses");
    let mut stored: HashMap<String, HashSet<(String, i64)>> = HashMap::new();
    for (wamid, status, at) in rows {
        stored.entry(wamid).or_default().insert((status, at));
    }
    for (wamid, statuses) in &promised.statuses {
        for (status, at) in statuses {
            let kept = stored
                .get(wamid)
                .is_some_and(|kept| kept.contains(&((*status).to_owned(), *at)));
            assert!(kept, "{status} of {wamid} is lost");
        }
    }
    let echoes: Vec<(String, Option<String>)> =
        sql("SELECT wamid, status FROM messages WHERE direction = 'out'")
            .all(tx)
            .await
            .expect("echoes");
    for (wamid, shown) in echoes {
        let furthest = stored.get(&wamid).into_iter().flatten();
        let furthest = furthest.filter_map(|(status, _)| rank(status)).max();
        let shown = shown.as_deref().and_then(rank);
        assert_eq!(shown, furthest.max(Some(0)), "status of {wamid}");
    }
}

/// Everybody is found by name, of which a word is theirs alone, and by number.
async fn found_by_search(db: &Db) {
    let (workspace,): (WorkspaceId,) = sql("SELECT id FROM workspaces").one(db).await.expect("one");
    let known: Vec<(CustomerId, Option<String>, Option<String>, Option<String>)> =
        sql("SELECT p.id, p.name, c.phone, c.wa_id
         FROM customers p JOIN contacts c ON c.customer_id = p.id")
        .all(db)
        .await
        .expect("people");
    for (customer, name, phone, wa_id) in known {
        for text in [name, phone, wa_id].into_iter().flatten() {
            let query = Query::parse(&text).expect("a query");
            let hits = newest_matching(db, workspace, &query, None, None, 20)
                .await
                .expect("hits");
            assert_eq!(hits, [customer], "who is found by {text}");
        }
    }
}
