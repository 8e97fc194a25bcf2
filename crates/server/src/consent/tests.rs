//! Consent as a user of the API sees it, and the ledger's rules.

use serde_json::json;

use super::{ConsentSource, Decision, Purpose, record};
use crate::access::Actor;
use crate::kernel::clock::{SECOND, Timestamp};
use crate::kernel::ids::CustomerId;
use crate::testing::{NOW, TestApp};

async fn customer(test: &TestApp) -> i64 {
    let body = json!({"name": "مها", "phone": "+966501234567"});
    let made = test.api.post("/api/customers", body).await.expect(201);
    made["id"].as_i64().expect("an id")
}

#[tokio::test]
async fn the_toggle_is_a_decision_and_none_is_ever_lost() {
    let test = TestApp::start().await;
    let id = customer(&test).await;
    let path = format!("/api/customers/{id}");
    for (opted_out, evidence) in [
        (true, Some("لا أريد عروضاً")),
        (true, None),
        (false, Some(" ")),
    ] {
        let body = json!({"opted_out": opted_out, "evidence": evidence});
        let now = test
            .api
            .put(&format!("{path}/opted-out"), body)
            .await
            .expect(200);
        assert_eq!(now, json!({"opted_out": opted_out}));
        let view = test.api.get(&path).await.expect(200);
        assert_eq!(view["opted_out"], opted_out);
        test.app.clock.advance(SECOND);
    }
    let page = test
        .api
        .get(&format!("{path}/consents?limit=2"))
        .await
        .expect(200);
    assert_eq!(page["items"][0]["granted"], true);
    assert_eq!(page["items"][0]["evidence"], json!(null));
    assert_eq!(page["items"][0]["source"], "api");
    assert_eq!(page["items"][0]["purpose"], "marketing");
    let cursor = page["next_cursor"].as_str().unwrap_or_default();
    let rest = test
        .api
        .get(&format!("{path}/consents?cursor={cursor}"))
        .await
        .expect(200);
    assert_eq!(rest["items"][0]["evidence"], "لا أريد عروضاً");
    let events = test.api.get(&format!("{path}/timeline")).await.expect(200);
    let changes: Vec<_> = events["items"]
        .as_array()
        .into_iter()
        .flatten()
        .filter(|event| event["kind"] == "consent.changed")
        .collect();
    assert_eq!(changes.len(), 2, "the same again changes nothing");
    assert_eq!(changes[1]["data"]["old"], "allowed");
    assert_eq!(changes[1]["data"]["new"], "opted_out");
}

#[tokio::test]
async fn a_late_decision_does_not_undo_a_newer_one() {
    let test = TestApp::start().await;
    let customer = CustomerId(customer(&test).await);
    let decide = async |granted: bool, at: Timestamp| {
        let decision = Decision {
            customer,
            contact: None,
            purpose: Purpose::Marketing,
            granted,
            source: ConsentSource::Whatsapp,
            evidence: Some("STOP".into()),
            actor: Actor::Customer,
            at,
        };
        let mut tx = test.app.db.begin().await.expect("begin");
        let changed = record(&mut tx, test.workspace, decision, NOW)
            .await
            .expect("recorded");
        tx.commit().await.expect("commit");
        changed
    };
    assert!(
        !decide(true, NOW.plus(-9 * SECOND)).await,
        "was allowed anyway"
    );
    assert!(decide(false, NOW.plus(-5 * SECOND)).await);
    assert!(
        !decide(true, NOW.plus(-7 * SECOND)).await,
        "older than the refusal"
    );
    assert!(
        decide(true, NOW.plus(9 * SECOND)).await,
        "from a clock that is ahead"
    );
    assert!(decide(false, NOW).await, "the future counts as now");
    let path = format!("/api/customers/{customer}");
    assert_eq!(test.api.get(&path).await.expect(200)["opted_out"], true);
    let page = test.api.get(&format!("{path}/consents")).await.expect(200);
    assert_eq!(page["items"].as_array().map(Vec::len), Some(5));
}

#[tokio::test]
async fn requests_are_checked() {
    let test = TestApp::start().await;
    let id = customer(&test).await;
    let path = format!("/api/customers/{id}/opted-out");
    for (body, field) in [
        (json!({}), "body"),
        (json!({"opted_out": "yes"}), "opted_out"),
        (
            json!({"opted_out": true, "evidence": "x".repeat(2001)}),
            "evidence",
        ),
        (json!({"opted_out": true, "why": "x"}), "why"),
    ] {
        let reply = test.api.put(&path, body).await.expect(422);
        assert_eq!(reply["errors"][0]["field"], field, "{reply}");
    }
    test.api
        .put("/api/customers/999/opted-out", json!({"opted_out": true}))
        .await
        .expect(404);
    test.api
        .get("/api/customers/999/consents")
        .await
        .expect(404);
    for bad in ["limit=0", "cursor=x", "before=1"] {
        test.api
            .get(&format!("/api/customers/{id}/consents?{bad}"))
            .await
            .expect(422);
    }
}
