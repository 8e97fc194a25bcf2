//! A filter's SQL means what its evaluation in memory means, on both engines.

use std::collections::BTreeSet;

use jiff::tz::TimeZone;
use proptest::test_runner::{Config, TestRunner};
use tokio::runtime::Runtime;

use super::crowd::settle;
use crate::customers::load_facts;
use crate::db::{Db, sql};
use crate::filter::compile::{Compiled, Driver, TagIds};
use crate::filter::tests::properties::{AWKWARD, any_filter};
use crate::filter::{Context, Facts, Filter, matches, parse_text, print_text};
use crate::kernel::ids::{CustomerId, WorkspaceId};
use crate::kernel::phone::Region;
use crate::kernel::text::fold;
use crate::testing::{NOW, TestApp};

struct Crowd {
    runtime: Runtime,
    test: TestApp,
    tags: TagIds,
    contexts: [Context; 2],
    /// Everybody with what is known about them, by context.
    people: [Vec<(CustomerId, Facts)>; 2],
}

fn crowd() -> Crowd {
    let runtime = Runtime::new().expect("a runtime");
    let (test, tags, contexts, people) = runtime.block_on(async {
        let test = TestApp::start().await;
        let ids = settle(&test).await;
        let tags: Vec<(String, i64)> = sql("SELECT name_key, id FROM tags WHERE workspace_id = $1")
            .bind(test.workspace)
            .all(&test.app.db)
            .await
            .expect("tags");
        let contexts =
            [("Asia/Riyadh", "SA"), ("America/New_York", "US")].map(|(zone, region)| Context {
                now_micros: NOW.0,
                time_zone: TimeZone::get(zone).expect("a known zone"),
                me: Some(7),
                region: Region::parse(region).ok(),
            });
        let mut people = [Vec::new(), Vec::new()];
        let catalogue = crate::filter::tests::catalogue();
        for (people, context) in people.iter_mut().zip(&contexts) {
            for id in &ids {
                let facts =
                    load_facts(&test.app.db, test.workspace, *id, (&catalogue, context)).await;
                people.push((*id, facts.expect("facts").expect("a customer")));
            }
        }
        (test, tags.into_iter().collect(), contexts, people)
    });
    Crowd {
        runtime,
        test,
        tags,
        contexts,
        people,
    }
}

/// Everybody in the workspace whom the compiled filter finds, by way of a driver or of everybody.
async fn find(db: &Db, compiled: &Compiled, driver: Option<&Driver>) -> BTreeSet<CustomerId> {
    let mut statement = compiled.statement();
    let source = match driver {
        Some(driver) => driver.write(&mut statement, db.text_index()),
        None => "SELECT id FROM customers WHERE workspace_id = $1".to_owned(),
    };
    let condition = compiled.condition(&mut statement, driver);
    let text = format!(
        "SELECT d.id FROM ({source}) d{} WHERE {}{condition}",
        statement.joins(),
        statement.links()
    );
    let rows: Vec<(CustomerId,)> = statement
        .finish(text.clone())
        .all(db)
        .await
        .unwrap_or_else(|error| panic!("{error}: {text}"));
    let found: BTreeSet<CustomerId> = rows.iter().map(|(id,)| *id).collect();
    assert_eq!(found.len(), rows.len(), "each once: {text}");
    found
}

impl Crowd {
    fn check(&self, filter: &Filter) {
        for (context, people) in self.contexts.iter().zip(&self.people) {
            let compiled = Compiled::new(filter, context, self.test.workspace, &self.tags);
            let expected: BTreeSet<CustomerId> = people
                .iter()
                .filter(|(_, facts)| matches(filter, facts, context))
                .map(|(id, _)| *id)
                .collect();
            let mut drivers = vec![None];
            let all = compiled.drivers();
            drivers.extend(all.iter().map(Some));
            for driver in drivers {
                let found = self
                    .runtime
                    .block_on(find(&self.test.app.db, &compiled, driver));
                assert_eq!(
                    found,
                    expected,
                    "{} in {:?} by {driver:?}",
                    print_text(filter),
                    context.time_zone
                );
            }
        }
    }
}

#[test]
fn the_database_agrees_with_the_evaluation() {
    let crowd = crowd();
    let mut runner = TestRunner::new(Config {
        cases: 300,
        failure_persistence: None,
        ..Config::default()
    });
    runner
        .run(&any_filter(), |filter| {
            crowd.check(&filter);
            Ok(())
        })
        .expect("they agree");
}

/// The same for filters of the kinds people write, none of which a generator is sure to hit.
#[test]
fn the_database_agrees_on_everyday_filters() {
    let crowd = crowd();
    let catalogue = crate::filter::tests::catalogue();
    let mut some_found = 0;
    for text in EVERYDAY {
        let filter = parse_text(text, &catalogue).unwrap_or_else(|error| panic!("{text}: {error}"));
        crowd.check(&filter);
        let found = crowd.people[0]
            .iter()
            .filter(|(_, facts)| matches(&filter, facts, &crowd.contexts[0]));
        some_found += usize::from(found.count() > 0);
    }
    // Agreement on nobody would show little.
    assert!(some_found > EVERYDAY.len() / 2, "{some_found}");
}

const EVERYDAY: &[&str] = &[
    "",
    "riyadh",
    "96650",
    "yadh 50",
    "96650 AND 1",
    "+9665 riyadh",
    "phone:\"+966 50\"*",
    "phone:0501*",
    "phone~\"050 1\"",
    "phone~012",
    "phone!~501",
    "phone!=0501234567",
    "phone:reem",
    "location.city:Riyadh,الرياض",
    "-location.city:*",
    "\"%\"",
    "name~\"%\"",
    "name~\"_\"",
    "-name~\"\\\\\"",
    "name:riy*",
    "email:ال*",
    "-city:*",
    "city:Riyadh,الرياض",
    "city!=Riyadh",
    "country:sa",
    "country!=SA",
    "country:s*",
    "language:EN-gb",
    "username~a",
    "profile_name:\"الرياض\"",
    "-profile_name:*",
    "stage:vip,active",
    "status:blocked",
    "status:active",
    "blocked:yes opted_out:no",
    "owner:me",
    "owner!=3",
    "-owner:*",
    "tag:riyadh,50%",
    "tag:riyadh+\"a:b\"",
    "tag!=riyadh",
    "-tag:*",
    "tag:nowhere",
    "tag!=nowhere",
    "channel:whatsapp",
    "channel!=email",
    "account:3,4",
    "-account:*",
    "window:open",
    "window:closed",
    "last_inbound<30d",
    "last_inbound>30d",
    "-last_inbound<30d",
    "created:2026-11-01",
    "created:2026-11-01..2026-11-05",
    "created!=2026-11-20",
    "first_message:before:2026-11-05",
    "orders>=5",
    "orders<3 spent>100",
    "spent:0",
    "spent<=19.99",
    "messages>20",
    "csat>=4",
    "csat<4",
    "-csat:*",
    "attributes.city:Riyadh",
    "attributes.city:riy*",
    "attributes.city!=Riyadh",
    "district~\"%\"",
    "points>0 points<=50.5",
    "points:*",
    "newsletter:yes",
    "newsletter:no",
    "-newsletter:no",
    "birthdate:2026-11-01..2026-11-10",
    "birthdate<2w",
    "delivery_time>=12:00",
    "renewal:after:2026-11-10",
    "quiz:*",
    "-quiz:*",
    "tag:riyadh OR orders>=10 OR blocked:yes",
    "(stage:vip OR stage:active) -(opted_out:yes OR city:*)",
    "-(orders>=5 -last_inbound<30d)",
];

#[test]
fn the_text_holds_no_values() {
    let context = Context {
        now_micros: NOW.0,
        time_zone: TimeZone::UTC,
        me: None,
        region: None,
    };
    let text = |words: &str, tag: i64| {
        let catalogue = crate::filter::tests::catalogue();
        let filter = serde_json::json!({"and": [
            {"field": "name", "op": "contains", "value": words},
            {"field": "email", "op": "starts_with", "value": words},
            {"field": "attributes.district", "op": "in", "value": [words, format!("{words}2")]},
            {"field": "tags", "op": "has_any", "value": [words]},
            {"not": {"search": words}},
        ]});
        let filter = crate::filter::parse_json(&filter, &catalogue).expect("a filter");
        let tags = TagIds::from([(fold(words), tag)]);
        let compiled = Compiled::new(&filter, &context, WorkspaceId(1), &tags);
        let mut texts = Vec::new();
        for driver in compiled.drivers() {
            let mut statement = compiled.statement();
            texts.push(driver.write(&mut statement, crate::db::TextIndex::Trigrams));
            texts.push(compiled.condition(&mut statement, Some(&driver)));
        }
        texts
    };
    let plain = text("plain", 1);
    let hostile = [
        "'; DROP TABLE customers; --",
        "$1",
        "@.name",
        "\\",
        "%",
        "{0}",
        "🌹",
    ];
    for words in AWKWARD.iter().copied().chain(hostile) {
        if words.contains(' ') || words.contains('\n') {
            continue; // several words to search for are another shape
        }
        assert_eq!(text(words, 77), plain, "{words}");
    }
}
