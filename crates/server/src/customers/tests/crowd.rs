//! Sixty people of all sorts, stored in a real database: for filters and lists to choose among.

use rand::rngs::StdRng;
use rand::seq::IndexedRandom;
use rand::{RngExt, SeedableRng};
use serde_json::{Map, Value, json};
use uuid::Uuid;

use crate::customers::attributes;
use crate::db::{Arg, Tx, sql};
use crate::filter::tests::micros;
use crate::filter::tests::properties::AWKWARD;
use crate::http::Faults;
use crate::kernel::clock::DAY;
use crate::kernel::ids::{CustomerId, WorkspaceId};
use crate::kernel::text::fold;
use crate::testing::{NOW, TestApp};

/// The same attributes as those that random filters are made of.
const ATTRIBUTES: [(&str, &str); 9] = [
    ("city", "text"),
    ("district", "text"),
    ("points", "number"),
    ("newsletter", "boolean"),
    ("birthdate", "date"),
    ("delivery_time", "time"),
    ("renewal", "datetime"),
    ("quiz", "json"),
    ("كود العميل", "text"),
];

/// Fills the first workspace, and puts a neighbour with the same words next door.
pub(crate) async fn settle(test: &TestApp) -> Vec<CustomerId> {
    let mut random = StdRng::seed_from_u64(7);
    let mut tx = test.app.db.begin().await.expect("begin");
    let (neighbours, _) = test_neighbours(test, &mut tx).await;
    let attributes = define(&mut tx, test.workspace).await;
    let tags = catalogue_tags(&mut tx, test.workspace).await;
    let mut everybody = Vec::new();
    for _ in 0..60 {
        let id = person(&mut tx, test.workspace, &mut random).await;
        stats(&mut tx, test.workspace, id, &mut random).await;
        contacts(&mut tx, test.workspace, id, &mut random).await;
        tag(&mut tx, test.workspace, id, &tags, &mut random).await;
        values(&mut tx, test.workspace, id, &attributes, &mut random).await;
        everybody.push(id);
    }
    let stranger = person(&mut tx, neighbours, &mut random).await;
    stats(&mut tx, neighbours, stranger, &mut random).await;
    crate::search::index(&mut tx, test.workspace, &everybody)
        .await
        .expect("indexed");
    crate::search::index(&mut tx, neighbours, &[stranger])
        .await
        .expect("indexed");
    tx.commit().await.expect("commit");
    everybody
}

async fn test_neighbours(test: &TestApp, tx: &mut Tx) -> (WorkspaceId, i64) {
    sql(
        "INSERT INTO workspaces (uuid, name, time_zone, default_region, created_at)
         VALUES ($1, 'Nile Books', 'Africa/Cairo', 'EG', $2) RETURNING id, created_at",
    )
    .bind(Uuid::now_v7())
    .bind(test.app.clock.now())
    .one(tx)
    .await
    .expect("a workspace")
}

async fn define(tx: &mut Tx, workspace: WorkspaceId) -> Vec<(i64, &'static str, &'static str)> {
    let mut defined = Vec::new();
    for (id, (key, kind)) in (1..).zip(ATTRIBUTES) {
        sql(
            "INSERT INTO attributes (id, workspace_id, key, label, type, created_at, updated_at)
             VALUES ($1, $2, $3, $3, $4, $5, $5)",
        )
        .bind(id)
        .bind(workspace)
        .bind(key)
        .bind(kind)
        .bind(NOW)
        .run(&mut *tx)
        .await
        .expect("an attribute");
        defined.push((id, key, kind));
    }
    defined
}

async fn catalogue_tags(tx: &mut Tx, workspace: WorkspaceId) -> Vec<i64> {
    let mut ids = Vec::new();
    let mut known = Vec::new();
    for name in AWKWARD.iter().step_by(2) {
        let key = fold(name);
        if known.contains(&key) {
            continue;
        }
        let (id,): (i64,) = sql(
            "INSERT INTO tags (workspace_id, name, name_key, created_at, updated_at)
             VALUES ($1, $2, $3, $4, $4) RETURNING id",
        )
        .bind(workspace)
        .bind(*name)
        .bind(&key)
        .bind(NOW)
        .one(&mut *tx)
        .await
        .expect("a tag");
        known.push(key);
        ids.push(id);
    }
    ids
}

/// Nothing in three cases of ten; else something from the awkward texts, now and then very long.
fn some_text(random: &mut StdRng) -> Option<String> {
    let text = *AWKWARD.choose(random).expect("texts");
    match random.random_range(0..10) {
        0..3 => None,
        3 => Some(text.repeat(300).chars().take(1_900).collect()),
        4 => Some(format!("{text} {}", AWKWARD.choose(random).expect("texts"))),
        _ => Some(text.to_owned()),
    }
}

/// Nothing, or an instant near the days that filters ask for: often where a day begins somewhere.
fn some_instant(random: &mut StdRng) -> Option<i64> {
    let day = micros("2026-11-01T00:00:00Z") + random.random_range(0..30) * DAY;
    let hour = 3_600_000_000;
    // Midnight in Riyadh, in New York before and after the clocks change, and in UTC.
    let border = day - [3, -4, -5, 0].choose(random).expect("zones") * hour;
    match random.random_range(0..6) {
        0 => None,
        1 => Some(border),
        2 => Some(border - 1),
        3 => Some(border + 1),
        4 => Some(random.random_range(0..NOW.0)),
        _ => Some(NOW.0 - random.random_range(0..60) * DAY / 2),
    }
}

async fn person(tx: &mut Tx, workspace: WorkspaceId, random: &mut StdRng) -> CustomerId {
    let [name, email, city] = [(); 3].map(|()| some_text(random));
    let phone = random
        .random_bool(0.6)
        .then(|| format!("+96650{:07}", random.random_range(0..9_999_999)));
    let stages = [
        "prospect", "customer", "active", "at_risk", "churned", "vip",
    ];
    let (id,) = sql(
        "INSERT INTO customers (workspace_id, uuid, name, name_key, email, email_key, phone, city,
             city_key, country, language, attributes, stage, blocked, opted_out, owner_id, source,
             duplicate_flag, created_at, updated_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, '{}', $12, $13, $14, $15, $16, $17,
             $18, $19) RETURNING id",
    )
    .bind(workspace)
    .bind(Uuid::now_v7())
    .bind(name.clone())
    .bind(name.as_deref().map(fold))
    .bind(email.clone())
    .bind(email.as_deref().map(fold))
    .bind(phone)
    .bind(city.clone())
    .bind(city.as_deref().map(fold))
    .bind(
        [Some("SA"), Some("EG"), None]
            .choose(random)
            .expect("countries")
            .map(str::to_owned),
    )
    .bind(
        [Some("ar"), Some("en-GB"), None]
            .choose(random)
            .expect("languages")
            .map(str::to_owned),
    )
    .bind(*stages.choose(random).expect("stages"))
    .bind(random.random_bool(0.2))
    .bind(random.random_bool(0.3))
    .bind(
        random
            .random_bool(0.5)
            .then(|| random.random_range(1..9_i64)),
    )
    .bind(
        *["inbound", "api", "import"]
            .choose(random)
            .expect("sources"),
    )
    .bind(random.random_bool(0.1))
    .bind(some_instant(random).unwrap_or(NOW.0))
    .bind(some_instant(random).unwrap_or(NOW.0))
    .one(tx)
    .await
    .expect("a customer");
    id
}

/// Counters as messages leave them: the latest message is the later of both directions'.
async fn stats(tx: &mut Tx, workspace: WorkspaceId, id: CustomerId, random: &mut StdRng) {
    let [inbound, outbound] = [(); 2].map(|()| {
        let both = [some_instant(random)?, some_instant(random)?];
        Some((both[0].min(both[1]), both[0].max(both[1])))
    });
    let first = [inbound, outbound]
        .iter()
        .flatten()
        .map(|both| both.0)
        .min();
    let last = [inbound, outbound]
        .iter()
        .flatten()
        .map(|both| both.1)
        .max();
    let mut few = || Arg::Int(random.random_range(0..15));
    let counts = [(); 4].map(|()| few());
    let scores = random.random_range(0..4_i64);
    let sum = (0..scores)
        .map(|_| random.random_range(1..=5_i64))
        .sum::<i64>();
    let spent = [
        0,
        random.random_range(0..200_000),
        random.random_range(0..20) * 100,
    ];
    sql(
        "INSERT INTO customer_stats (workspace_id, customer_id, first_inbound_at, last_inbound_at,
             first_outbound_at, last_outbound_at, first_message_at, last_message_at, csat_sum,
             csat_count, spent, conversations_count, inbound_count, outbound_count, orders_count)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
    )
    .bind(workspace)
    .bind(id)
    .bind(inbound.map(|both| both.0))
    .bind(inbound.map(|both| both.1))
    .bind(outbound.map(|both| both.0))
    .bind(outbound.map(|both| both.1))
    .bind(first)
    .bind(last)
    .bind(sum)
    .bind(scores)
    .bind(*spent.choose(random).expect("amounts"))
    .bind_all(counts)
    .run(tx)
    .await
    .expect("counters");
}

async fn contacts(tx: &mut Tx, workspace: WorkspaceId, id: CustomerId, random: &mut StdRng) {
    for _ in 0..random.random_range(0..3) {
        let [username, profile_name] = [(); 2].map(|()| some_text(random));
        let account = random
            .random_bool(0.5)
            .then(|| random.random_range(1..9_i64));
        let (contact,): (i64,) = sql(
            "INSERT INTO contacts (workspace_id, uuid, customer_id, channel, username,
                 username_key, profile_name, profile_name_key, account_id, activity_at,
                 created_at, updated_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10, $10) RETURNING id",
        )
        .bind(workspace)
        .bind(Uuid::now_v7())
        .bind(id)
        .bind(*["whatsapp", "email"].choose(random).expect("channels"))
        .bind(username.clone())
        .bind(username.as_deref().map(fold))
        .bind(profile_name.clone())
        .bind(profile_name.as_deref().map(fold))
        .bind(account)
        .bind(NOW)
        .one(&mut *tx)
        .await
        .expect("a contact");
        if random.random_bool(0.5) {
            sql(
                "INSERT INTO conversations (workspace_id, uuid, contact_id, customer_id,
                     account_id, session_data, started_at, last_message_at)
                 VALUES ($1, $2, $3, $4, $5, '{}', $6, $6)",
            )
            .bind(workspace)
            .bind(Uuid::now_v7())
            .bind(contact)
            .bind(id)
            .bind(random.random_range(1..9_i64))
            .bind(NOW)
            .run(&mut *tx)
            .await
            .expect("a conversation");
        }
    }
}

async fn tag(
    tx: &mut Tx,
    workspace: WorkspaceId,
    id: CustomerId,
    tags: &[i64],
    random: &mut StdRng,
) {
    for tag in tags {
        if random.random_bool(0.15) {
            sql(
                "INSERT INTO customer_tags (workspace_id, tag_id, customer_id) VALUES ($1, $2, $3)",
            )
            .bind(workspace)
            .bind(*tag)
            .bind(id)
            .run(&mut *tx)
            .await
            .expect("a tag");
        }
    }
}

async fn values(
    tx: &mut Tx,
    workspace: WorkspaceId,
    id: CustomerId,
    attributes: &[(i64, &'static str, &'static str)],
    random: &mut StdRng,
) {
    let mut document = Map::new();
    for (_, key, kind) in attributes {
        if random.random_bool(0.3) {
            continue;
        }
        let day = format!("2026-11-{:02}", random.random_range(1..29));
        let value: Value = match *kind {
            "text" => some_text(random).map_or(Value::Null, Value::from),
            "number" => [
                json!(random.random_range(-20..20)),
                json!(f64::from(random.random_range(-9999..9999)) / 100.0),
            ]
            .choose(random)
            .cloned()
            .unwrap_or_default(),
            "boolean" => json!(random.random_bool(0.5)),
            "date" => json!(day),
            "time" => json!(format!(
                "{:02}:{:02}",
                random.random_range(0..24),
                random.random_range(0..60)
            )),
            "datetime" => some_instant(random)
                .map_or(Value::Null, |at| json!(crate::kernel::clock::Timestamp(at))),
            _ => json!({"answers": [1, 2]}),
        };
        document.insert((*key).to_owned(), value);
    }
    let mut faults = Faults::default();
    let definitions = attributes::definitions(&mut *tx, workspace)
        .await
        .expect("definitions");
    let plan = attributes::plan(
        &definitions,
        &Map::new(),
        &document,
        "attributes",
        &mut faults,
    );
    faults.end().expect("every value fits");
    attributes::write(tx, workspace, id, &plan)
        .await
        .expect("values");
}
