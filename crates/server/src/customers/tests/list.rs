//! The customers list as its users see it.

use std::cmp::Ordering;

use jiff::tz::TimeZone;
use serde_json::{Value, json};

use super::crowd::settle;
use crate::customers::load_facts;
use crate::db::sql;
use crate::filter::tests::catalogue;
use crate::filter::{Context, Facts, matches, parse_text, print_json};
use crate::kernel::ids::CustomerId;
use crate::kernel::phone::Region;
use crate::testing::{Api, NOW, TestApp};

async fn crowded() -> TestApp {
    let test = TestApp::start().await;
    let everybody = settle(&test).await;
    sql("INSERT INTO counters (workspace_id, name, value) VALUES ($1, 'customers', $2)")
        .bind(test.workspace)
        .bind(everybody.len() as i64)
        .run(&test.app.db)
        .await
        .expect("a counter");
    test
}

fn context() -> Context {
    Context {
        now_micros: NOW.0,
        time_zone: TimeZone::get("Asia/Riyadh").expect("a known zone"),
        me: None,
        region: Region::parse("SA").ok(),
    }
}

fn encoded(text: &str) -> String {
    percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC).to_string()
}

/// The ids of every page, and how many pages there were.
async fn pages(api: &Api, q: &str, sort: &str, limit: i64) -> (Vec<i64>, usize) {
    let address = format!(
        "/api/customers?q={}&sort={}&limit={limit}",
        encoded(q),
        encoded(sort)
    );
    let mut ids = Vec::new();
    let mut next = String::new();
    for count in 1.. {
        let page = api.get(&format!("{address}{next}")).await.expect(200);
        let items = page["items"].as_array().expect("items");
        ids.extend(items.iter().filter_map(|item| item["id"].as_i64()));
        match page["next_cursor"].as_str() {
            Some(cursor) => next = format!("&cursor={cursor}"),
            None => return (ids, count),
        }
    }
    unreachable!("a list ends")
}

/// Who fits, in order: by the evaluation in memory and the keys that the database holds.
async fn expected(test: &TestApp, q: &str, key: &str, descending: bool) -> Vec<i64> {
    let filter = parse_text(q, &catalogue()).expect("a filter");
    let rows: Vec<(CustomerId, Option<String>, Option<f64>)> = sql(format!(
        "SELECT c.id, {key} FROM customers c JOIN customer_stats s ON s.customer_id = c.id
         LEFT JOIN attribute_values v3 ON v3.customer_id = c.id AND v3.attribute_id = 3
         LEFT JOIN attribute_values v2 ON v2.customer_id = c.id AND v2.attribute_id = 2
         LEFT JOIN attribute_values v7 ON v7.customer_id = c.id AND v7.attribute_id = 7
         WHERE c.workspace_id = $1"
    ))
    .bind(test.workspace)
    .all(&test.app.db)
    .await
    .expect("keys");
    let mut fitting = Vec::new();
    for (id, text, number) in rows {
        let terms = (&catalogue(), &context());
        let facts: Facts = load_facts(&test.app.db, test.workspace, id, terms)
            .await
            .expect("facts")
            .expect("a customer");
        if matches(&filter, &facts, &context()) {
            fitting.push((text, number, id.0));
        }
    }
    fitting.sort_by(|a, b| {
        let missing = |row: &(Option<String>, Option<f64>, i64)| row.0.is_none() && row.1.is_none();
        let keys =
            a.0.cmp(&b.0)
                .then(a.1.partial_cmp(&b.1).unwrap_or(Ordering::Equal));
        let keys = keys.then(a.2.cmp(&b.2));
        missing(a)
            .cmp(&missing(b))
            .then(if descending { keys.reverse() } else { keys })
    });
    fitting.into_iter().map(|row| row.2).collect()
}

const NO_TEXT: &str = "CAST(NULL AS TEXT)";
const NO_NUMBER: &str = "CAST(NULL AS DOUBLE PRECISION)";

#[tokio::test]
async fn every_order_goes_through_everybody_who_fits() {
    let test = crowded().await;
    let number = |column: &str| format!("{NO_TEXT}, CAST({column} AS DOUBLE PRECISION)");
    let text = |column: &str| format!("{column}, {NO_NUMBER}");
    let orders = [
        ("last_message_at", number("s.last_message_at")),
        ("created_at", number("c.created_at")),
        ("name", text("c.name_key")),
        ("attributes.points", number("v3.number_value")),
        ("attributes.district", text("substr(v2.text_value, 1, 200)")),
        ("attributes.renewal", number("v7.instant_value")),
    ];
    let filters = [
        "",
        "tag:riyadh",
        "tag:riyadh OR tag:\"a:b\"",
        "-blocked:yes",
        "orders>=3 stage:vip,active,customer",
        "points:* -city:*",
        "a",
        "tag:nowhere",
    ];
    for (name, key) in &orders {
        for descending in [false, true] {
            let sort = format!("{}{name}", if descending { "-" } else { "" });
            for q in filters {
                let expected = expected(&test, q, key, descending).await;
                let (ids, count) = pages(&test.api, q, &sort, 7).await;
                assert_eq!(ids, expected, "{q} by {sort}");
                assert_eq!(count, expected.len().div_ceil(7).max(1), "{q} by {sort}");
            }
        }
    }
}

#[tokio::test]
async fn totals_are_exact_for_few() {
    let test = crowded().await;
    for q in [
        "",
        "tag:riyadh",
        "-blocked:yes",
        "orders>=3 stage:vip,active",
        "tag:nowhere",
        "a OR -a",
    ] {
        let address = format!("/api/customers?total=true&limit=1&q={}", encoded(q));
        let page = test.api.get(&address).await.expect(200);
        let count = expected(&test, q, &format!("{NO_TEXT}, {NO_NUMBER}"), false)
            .await
            .len();
        assert_eq!(page["total"], count, "{q}");
        assert_eq!(page["total_is_estimate"], false, "{q}");
    }
    let page = test.api.get("/api/customers?limit=1").await.expect(200);
    assert!(page.get("total").is_none(), "nobody asked");
}

#[tokio::test]
async fn both_forms_are_read_and_shown() {
    let test = crowded().await;
    let filter = json!({"field": "stage", "op": "eq", "value": "vip"});
    let both = json!({"filter": filter, "q": "blocked:no", "sort": "name", "limit": 2});
    let page = test
        .api
        .post("/api/customers/search", both)
        .await
        .expect(200);
    assert_eq!(page["q"], "stage:vip blocked:no");
    let parsed = parse_text("stage:vip blocked:no", &catalogue()).expect("a filter");
    assert_eq!(page["filter"], print_json(&parsed));
    for item in page["items"].as_array().expect("items") {
        assert_eq!(
            (&item["stage"], &item["status"]),
            (&json!("vip"), &json!("active"))
        );
    }
    let nothing = test
        .api
        .post("/api/customers/search", json!({}))
        .await
        .expect(200);
    assert_eq!(
        (&nothing["q"], &nothing["filter"]),
        (&json!(""), &json!({}))
    );
}

#[tokio::test]
async fn mistakes_are_named_with_their_place() {
    let test = crowded().await;
    let refused = |reply: Value| {
        (
            reply["code"].clone(),
            reply["errors"][0]["field"].clone(),
            reply["data"].clone(),
        )
    };
    let reply = test
        .api
        .get("/api/customers?q=stage%3Avip%20colour%3Ared")
        .await
        .expect(422);
    assert_eq!(
        refused(reply),
        (
            json!("filter.unknown_field"),
            json!("q"),
            json!({"start": 10, "end": 16})
        )
    );
    let filter = json!({"filter": {"and": [
        {"field": "orders_count", "op": "gte", "value": "five"},
        {"field": "stage", "op": "eq", "value": "vip"}]}});
    let reply = test
        .api
        .post("/api/customers/search", filter)
        .await
        .expect(422);
    assert_eq!(
        refused(reply),
        (
            json!("filter.bad_value"),
            json!("filter/and/0/value"),
            json!({"pointer": "/and/0/value"})
        )
    );
    let reply = test
        .api
        .get("/api/customers?sort=attributes.quiz")
        .await
        .expect(422);
    let message = reply["errors"][0]["message"].as_str().expect("a message");
    assert!(
        message.contains("last_message_at, attributes.city"),
        "{message}"
    );
    assert!(!message.contains("quiz"), "{message}");
    for bad in [
        "limit=0",
        "limit=-1",
        "total=maybe",
        "page=2",
        "sort=",
        "sort=-",
    ] {
        test.api
            .get(&format!("/api/customers?{bad}"))
            .await
            .expect(422);
    }
}

#[tokio::test]
async fn a_cursor_belongs_to_its_list() {
    let test = crowded().await;
    let page = test
        .api
        .get("/api/customers?sort=name&limit=3")
        .await
        .expect(200);
    let cursor = page["next_cursor"].as_str().expect("more");
    for other in ["sort=-name", "sort=created_at", "sort=name&q=blocked%3Ano"] {
        let address = format!("/api/customers?{other}&cursor={cursor}");
        let reply = test.api.get(&address).await.expect(422);
        assert_eq!(reply["errors"][0]["field"], "cursor", "{other}");
    }
    let (_, stranger) = test.other_workspace().await;
    let address = format!("/api/customers?sort=name&limit=3&cursor={cursor}");
    stranger.get(&address).await.expect(422);
    assert_eq!(
        stranger.get("/api/customers").await.expect(200)["items"],
        json!([])
    );
}

#[tokio::test]
async fn a_filter_is_explained_for_one_customer() {
    let test = crowded().await;
    let (id,): (i64,) =
        sql("SELECT id FROM customers WHERE workspace_id = $1 AND blocked ORDER BY id")
            .bind(test.workspace)
            .one(&test.app.db)
            .await
            .expect("somebody is blocked");
    let address = format!("/api/customers/{id}/explain");
    let by_text = test
        .api
        .get(&format!("{address}?q=blocked%3Ayes%20id%3A{id}"))
        .await
        .expect(200);
    assert_eq!(by_text["holds"], true);
    assert_eq!(by_text["parts"][0]["actual"], true);
    let filter = json!({"filter": {"not": {"field": "blocked", "op": "is", "value": true}}});
    let by_json = test.api.post(&address, filter).await.expect(200);
    assert_eq!(by_json["holds"], false);
    assert_eq!(by_json["part"], "not");
    let (_, stranger) = test.other_workspace().await;
    stranger.get(&address).await.expect(404);
}

#[tokio::test]
async fn the_fields_are_listed() {
    let test = crowded().await;
    let fields = test.api.get("/api/filter-fields").await.expect(200);
    let field = |name: &str| {
        let all = fields["items"].as_array().expect("items");
        all.iter()
            .find(|field| field["name"] == name)
            .cloned()
            .unwrap_or_default()
    };
    assert_eq!(field("last_inbound_at")["label"], "Last inbound");
    assert_eq!(field("stage")["values"][5], "vip");
    assert_eq!(field("attributes.points")["kind"], "number");
    assert_eq!(field("attributes.city")["short_name"], "city");
    assert_eq!(field("location.city")["short_name"], "location.city");
    assert_eq!(field("location.country")["label"], "Country");
    assert_eq!(field("tags")["operators"][0], "has_any");
}
