//! The data layer on the engine that the run is for.

use std::time::Duration;

use uuid::Uuid;

use super::{Arg, Db, Error, Json, RawJson, Result, Topic, sql};
use crate::testing::{TestDatabase, bare_database, database};

async fn with_table() -> TestDatabase {
    let database = bare_database().await;
    let mut tx = database.db.begin().await.expect("begin");
    tx.batch(super::dialect::migration(
        "CREATE TABLE things (id {id}, name TEXT NOT NULL UNIQUE, big BIGINT, ratio DOUBLE PRECISION,
             fine BOOLEAN, data JSONB, uuid UUID, raw BYTEA){table};
         CREATE TABLE parts (id {id}, thing_id BIGINT NOT NULL REFERENCES things (id)){table}",
        tx.is_sqlite(),
    ))
    .await
    .expect("tables");
    tx.commit().await.expect("commit");
    database
}

async fn insert(db: &Db, name: &str) -> Result<i64> {
    let (id,) = sql("INSERT INTO things (name) VALUES ($1) RETURNING id")
        .bind(name)
        .one(db)
        .await?;
    Ok(id)
}

async fn count(db: &Db) -> i64 {
    sql("SELECT CAST(COUNT(*) AS BIGINT) FROM things")
        .one::<(i64,)>(db)
        .await
        .expect("count")
        .0
}

crate::row! {
    #[derive(Debug, PartialEq)]
    struct Thing {
        name: String,
        big: Option<i64>,
        ratio: Option<f64>,
        fine: Option<bool>,
        data: Option<Json<serde_json::Value>>,
        uuid: Option<Uuid>,
        raw: Option<Vec<u8>>,
    }
}

#[tokio::test]
async fn every_type_comes_back_as_it_went_in() {
    let TestDatabase {
        db,
        folder: _folder,
        ..
    } = with_table().await;
    let full = Thing {
        name: "نورة 🌸 'quoted' $1 ?2".into(),
        big: Some(i64::MIN),
        ratio: Some(-0.5),
        fine: Some(true),
        data: Some(Json(
            serde_json::json!({"city": "الرياض", "n": [1, 2.5, null]}),
        )),
        uuid: Some(Uuid::now_v7()),
        raw: Some(vec![0, 159, 146, 150]),
    };
    sql("INSERT INTO things (name, big, ratio, fine, data, uuid, raw) VALUES ($1, $2, $3, $4, $5, $6, $7)")
        .bind(full.name.as_str())
        .bind(full.big)
        .bind(full.ratio)
        .bind(full.fine)
        .bind(full.data.as_ref().map(|data| data.0.clone()))
        .bind(full.uuid)
        .bind(full.raw.clone())
        .run(&db)
        .await
        .expect("insert");
    // Parameters out of order: SQLite would number `$n` by first appearance.
    let select =
        "SELECT name, big, ratio, fine, data, uuid, raw FROM things WHERE big = $2 AND name = $1";
    for statement in [
        sql(select),
        sql(select).quick(),
        sql(select).once(),
        sql(select).within(Duration::from_secs(5)),
    ] {
        let found: Thing = statement
            .bind(full.name.as_str())
            .bind(full.big)
            .one(&db)
            .await
            .expect("select");
        assert_eq!(found, full);
    }
    sql("INSERT INTO things (name, big, ratio, fine, data, uuid, raw) VALUES ($1, $2, $3, $4, $5, $6, $7)")
        .bind("nothing")
        .bind_all(vec![Arg::Null; 6])
        .run(&db)
        .await
        .expect("NULLs of every type");
}

#[tokio::test]
async fn missing_and_extra_values_are_refused() {
    let TestDatabase {
        db,
        folder: _folder,
        ..
    } = with_table().await;
    for statement in [
        sql("SELECT id FROM things WHERE big = $1 AND name = $2"),
        sql("SELECT id FROM things WHERE big = $1 AND name = $2").quick(),
    ] {
        let missing = statement.bind(1_i64).maybe::<(i64,)>(&db).await;
        assert!(
            matches!(
                missing,
                Err(Error::Bind {
                    wanted: 2,
                    bound: 1,
                    ..
                })
            ),
            "{missing:?}"
        );
    }
    let extra = sql("SELECT id FROM things WHERE big = $1")
        .bind(1_i64)
        .bind(2_i64)
        .maybe::<(i64,)>(&db)
        .await;
    assert!(
        matches!(
            extra,
            Err(Error::Bind {
                wanted: 1,
                bound: 2,
                ..
            })
        ),
        "{extra:?}"
    );
    insert(&db, "a").await.expect("insert");
    let columns = sql("SELECT id, name FROM things").all::<(i64,)>(&db).await;
    assert!(matches!(columns, Err(Error::Decode(_))), "{columns:?}");
}

#[tokio::test]
async fn violations_say_what_they_are() {
    let TestDatabase {
        db,
        folder: _folder,
        ..
    } = with_table().await;
    insert(&db, "a").await.expect("insert");
    assert!(matches!(insert(&db, "a").await, Err(Error::Unique)));
    let orphan = sql("INSERT INTO parts (thing_id) VALUES ($1)")
        .bind(99_i64)
        .run(&db)
        .await;
    assert!(matches!(orphan, Err(Error::ForeignKey)), "{orphan:?}");
    assert!(matches!(
        sql("SELECT id FROM things WHERE name = $1")
            .bind("b")
            .one::<(i64,)>(&db)
            .await,
        Err(Error::NoRow)
    ));
}

#[tokio::test]
async fn a_dropped_transaction_leaves_nothing() {
    let TestDatabase {
        db,
        folder: _folder,
        ..
    } = with_table().await;
    {
        let mut tx = db.begin().await.expect("begin");
        sql("INSERT INTO things (name) VALUES ($1)")
            .bind("lost")
            .run(&mut tx)
            .await
            .expect("insert");
    }
    let mut tx = db.begin().await.expect("begin");
    sql("INSERT INTO things (name) VALUES ($1)")
        .bind("kept")
        .run(&mut tx)
        .await
        .expect("insert");
    tx.commit().await.expect("commit");
    assert_eq!(count(&db).await, 1);
}

#[tokio::test]
async fn a_cancelled_request_leaves_nothing_and_frees_the_writer() {
    let TestDatabase {
        db,
        folder: _folder,
        ..
    } = with_table().await;
    let (inside, entered) = tokio::sync::oneshot::channel();
    let request = tokio::spawn({
        let db = db.clone();
        async move {
            let mut tx = db.begin().await.expect("begin");
            sql("INSERT INTO things (name) VALUES ($1)")
                .bind("lost")
                .run(&mut tx)
                .await
                .expect("insert");
            inside.send(()).expect("the test waits");
            std::future::pending::<()>().await;
            tx.commit().await.expect("never reached");
        }
    });
    entered.await.expect("inside the transaction");
    request.abort();
    insert(&db, "next").await.expect("the writer is free");
    assert_eq!(count(&db).await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn sixty_four_writers_never_meet_a_locked_database() {
    let TestDatabase {
        db,
        folder: _folder,
        ..
    } = with_table().await;
    let writers = (0..64).map(|writer| {
        let db = db.clone();
        tokio::spawn(async move {
            for round in 0..10 {
                let mut tx = db.begin().await?;
                sql("INSERT INTO things (name, big) VALUES ($1, $2)")
                    .bind(format!("{writer}/{round}"))
                    .bind(round)
                    .run(&mut tx)
                    .await?;
                sql("SELECT CAST(COUNT(*) AS BIGINT) FROM things")
                    .one::<(i64,)>(&mut tx)
                    .await?;
                tx.commit().await?;
                sql("UPDATE things SET fine = TRUE WHERE name = $1")
                    .bind(format!("{writer}/{round}"))
                    .run(&db)
                    .await?;
            }
            Ok::<_, Error>(())
        })
    });
    for writer in writers.collect::<Vec<_>>() {
        writer.await.expect("no panic").expect("no error");
    }
    assert_eq!(count(&db).await, 640);
}

#[tokio::test]
async fn rows_and_sets() {
    let TestDatabase {
        db,
        folder: _folder,
        ..
    } = with_table().await;
    let rows = (0..500_i64).map(|n| {
        vec![
            Arg::from(format!("n{n}")),
            Arg::from((n % 2 == 0).then_some(n)),
        ]
    });
    let mut tx = db.begin().await.expect("begin");
    let ids: Vec<(i64, String)> = sql("INSERT INTO things (name, big)
             SELECT v.name, v.big FROM $rows(name TEXT, big BIGINT) v WHERE true
             ON CONFLICT DO NOTHING RETURNING id, name")
    .rows(rows.clone())
    .all(&mut tx)
    .await
    .expect("insert");
    assert_eq!(ids.len(), 500);
    let again: Vec<(i64,)> = sql("INSERT INTO things (name, big)
             SELECT v.name, v.big FROM $rows(name TEXT, big BIGINT) v WHERE true
             ON CONFLICT DO NOTHING RETURNING id")
    .rows(rows)
    .all(&mut tx)
    .await
    .expect("insert");
    assert!(again.is_empty(), "known rows change nothing");
    let changed = sql("UPDATE things SET big = v.big, data = v.data
             FROM $rows(id BIGINT, big BIGINT, data JSONB) v WHERE things.id = v.id")
    .rows(
        ids.iter()
            .take(3)
            .map(|(id, _)| vec![Arg::from(*id), Arg::from(-1_i64), Arg::Json("{}".into())]),
    )
    .run(&mut tx)
    .await
    .expect("update");
    assert_eq!(changed, 3);
    tx.commit().await.expect("commit");

    let wanted: Vec<i64> = ids.iter().take(2).map(|(id, _)| *id).collect();
    let found: Vec<(i64, RawJson)> =
        sql("SELECT big, data FROM things WHERE big = $1 AND id = ANY($2) ORDER BY id")
            .bind(-1_i64)
            .bind(wanted)
            .all(&db)
            .await
            .expect("select");
    assert_eq!(found.len(), 2);
    let names = vec!["n7".to_owned(), "unknown".to_owned()];
    let found: Vec<(String,)> = sql("SELECT name FROM things WHERE name = ANY($1)")
        .bind(names)
        .once()
        .all(&db)
        .await
        .expect("select");
    assert_eq!(found, [("n7".to_owned(),)]);
    let none: Vec<(String,)> = sql("SELECT name FROM things WHERE id = ANY($1)")
        .bind(Vec::<i64>::new())
        .all(&db)
        .await
        .expect("select");
    assert!(none.is_empty());
}

#[tokio::test]
async fn a_read_over_its_time_is_stopped() {
    let TestDatabase {
        db,
        folder: _folder,
        ..
    } = with_table().await;
    let endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT CAST(COUNT(*) AS BIGINT) FROM n";
    let stopped = sql(endless)
        .within(Duration::from_millis(50))
        .one::<(i64,)>(&db)
        .await;
    assert!(matches!(stopped, Err(Error::Stopped)), "{stopped:?}");
    assert_eq!(count(&db).await, 0, "the connection is usable again");
}

#[tokio::test]
async fn migrations_run_once_and_a_newer_database_is_refused() {
    let TestDatabase {
        db,
        folder: _folder,
        ..
    } = database().await;
    let (one, two) = tokio::join!(db.migrate(), db.migrate());
    one.and(two).expect("nothing left to do");
    let newer = super::latest_version() + 1;
    sql("INSERT INTO schema_migrations (version, name, applied_at) VALUES ($1, 'future', 0)")
        .bind(newer)
        .run(&db)
        .await
        .expect("insert");
    assert!(matches!(db.migrate().await, Err(Error::Newer { found, .. }) if found == newer));
}

#[tokio::test]
async fn a_failed_commit_of_a_closed_database_is_lost() {
    let missing = Db::open_postgres("postgres://nobody@127.0.0.1:1/none")
        .await
        .err();
    assert!(matches!(missing, Some(Error::Open(_))), "{missing:?}");
    let wrong = Db::open_postgres("not a url").await.err();
    assert!(
        matches!(wrong, Some(Error::Open(ref text)) if text.contains("postgres://")),
        "{wrong:?}"
    );
    let folder = std::path::Path::new("/proc/nowhere/clientele.db");
    assert!(matches!(
        Db::open_sqlite(folder).err(),
        Some(Error::Open(_))
    ));
}

#[tokio::test]
async fn every_index_of_sqlite_has_its_statistics() {
    let TestDatabase {
        db,
        folder: _folder,
        ..
    } = database().await;
    if !db.is_sqlite() {
        return; // PostgreSQL keeps its own
    }
    let without: Vec<(String,)> = sql("SELECT name FROM sqlite_schema s
         WHERE type = 'index' AND tbl_name NOT LIKE 'customer_trigrams%' AND tbl_name <> 'schema_migrations'
             AND NOT EXISTS (SELECT 1 FROM sqlite_stat1 t WHERE t.tbl = s.tbl_name AND t.idx = s.name)")
    .all(&db)
    .await
    .expect("indexes");
    assert!(
        without.is_empty(),
        "add to a migration, as 0003_statistics does: {without:?}"
    );
    let unknown: Vec<(String,)> = sql("SELECT idx FROM sqlite_stat1 t WHERE idx <> tbl
             AND NOT EXISTS (SELECT 1 FROM sqlite_schema s WHERE s.name = t.idx)")
    .all(&db)
    .await
    .expect("statistics");
    assert!(
        unknown.is_empty(),
        "statistics of indexes that do not exist: {unknown:?}"
    );
    // By the connection that writes, which has made the statistics and not read them at its start.
    let plan: Vec<(i64, i64, i64, String)> = sql("EXPLAIN QUERY PLAN SELECT id FROM contacts WHERE workspace_id = $1 AND id = ANY($2) ORDER BY id")
        .bind(1_i64)
        .bind(vec![1_i64, 2])
        .all(&db)
        .await
        .expect("a plan");
    assert!(plan[0].3.contains("INTEGER PRIMARY KEY"), "{plan:?}");
}

#[tokio::test]
async fn a_commit_wakes_who_waits_for_its_topic_and_a_rollback_nobody() {
    let TestDatabase {
        db,
        folder: _folder,
        ..
    } = with_table().await;
    let (jobs, live) = (db.signals(Topic::Jobs), db.signals(Topic::Live));
    let mut tx = db.begin().await.expect("begin");
    tx.signal(Topic::Jobs);
    assert!(!jobs.has_changed().expect("open"), "before the commit");
    tx.commit().await.expect("commit");
    assert!(jobs.has_changed().expect("open"));
    let mut tx = db.begin().await.expect("begin");
    tx.signal(Topic::Live);
    drop(tx);
    db.at_once(|tx| {
        Box::pin(async move {
            tx.signal(Topic::Live);
            Err::<(), _>(Error::Unique)
        })
    })
    .await
    .expect_err("rolled back");
    assert!(!live.has_changed().expect("open"));
    db.at_once(|tx| {
        Box::pin(async move {
            tx.signal(Topic::Live);
            Ok(())
        })
    })
    .await
    .expect("committed");
    assert!(live.has_changed().expect("open"));
}

#[tokio::test]
async fn a_commit_wakes_the_other_nodes() {
    let database = database().await;
    let Some(url) = &database.url else {
        return; // an embedded database has one node
    };
    let other = Db::open_postgres(url).await.expect("a second node");
    let mut heard = other.signals(Topic::Outbox);
    tokio::spawn(other.pass_signals());
    tokio::spawn(database.db.clone().pass_signals());
    // Once it listens it looks for itself; what comes after that was told.
    heard.changed().await.expect("listens");
    let mut tx = database.db.begin().await.expect("begin");
    tx.signal(Topic::Outbox);
    tx.commit().await.expect("commit");
    tokio::time::timeout(Duration::from_secs(10), heard.changed())
        .await
        .expect("told in time")
        .expect("listens");
}

#[tokio::test]
async fn one_node_at_a_time_has_a_right() {
    let database = database().await;
    let held = database.db.alone("to sing").await.expect("asked");
    let held = held.expect("nobody else has it");
    assert!(held.holds().await);
    let other = database.db.alone("to dance").await.expect("asked");
    assert!(other.is_some(), "another right is another");
    if database.db.is_sqlite() {
        return; // one node
    }
    let second = database.db.alone("to sing").await.expect("asked");
    assert!(second.is_none());
    drop(held);
    let freed = async {
        while database.db.alone("to sing").await.expect("asked").is_none() {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    let limit = Duration::from_secs(10);
    tokio::time::timeout(limit, freed)
        .await
        .expect("it ends with its holder");
}
