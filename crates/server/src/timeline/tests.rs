//! The audit log as a user of the API sees it.

use serde_json::json;

use super::{Event, record_all};
use crate::access::Actor;
use crate::kernel::ids::{ApiKeyId, MemberId};
use crate::testing::{NOW, TestApp};

fn event(kind: &'static str, actor: Actor) -> Event {
    Event {
        customer: None,
        kind,
        actor,
        data: json!({"old": "قديم", "new": "جديد"}),
        at: NOW,
    }
}

#[tokio::test]
async fn the_audit_log_pages_from_the_newest_and_leaves_out_the_programs_own_events() {
    let test = TestApp::start().await;
    let mut tx = test.app.db.begin().await.expect("begin");
    let events = [
        event("tag.created", Actor::Member(MemberId(7))),
        event("contact.seen", Actor::System),
        event("tag.renamed", Actor::Key(ApiKeyId(3))),
        event("tag.deleted", Actor::Command),
    ];
    record_all(&mut tx, test.workspace, events)
        .await
        .expect("recorded");
    tx.commit().await.expect("commit");

    let first = test.api.get("/api/audit-log?limit=2").await.expect(200);
    assert_eq!(first["items"][0]["kind"], "tag.deleted");
    assert_eq!(first["items"][1]["kind"], "tag.renamed");
    assert_eq!(first["items"][1]["actor_id"], 3);
    let cursor = first["next_cursor"].as_str().expect("more");
    let second = test
        .api
        .get(&format!("/api/audit-log?cursor={cursor}"))
        .await
        .expect(200);
    assert_eq!(second["items"].as_array().map(Vec::len), Some(1));
    assert_eq!(second["items"][0]["data"]["new"], "جديد");
    assert_eq!(second["next_cursor"], json!(null));

    let (_, stranger) = test.other_workspace().await;
    assert_eq!(
        stranger.get("/api/audit-log").await.expect(200)["items"],
        json!([])
    );
    assert_eq!(
        test.anonymous().get("/api/audit-log").await.expect(401)["code"],
        "unauthorized"
    );
    for bad in ["limit=0", "limit=-1", "limit=x", "cursor=abc", "page=1"] {
        let reply = test
            .api
            .get(&format!("/api/audit-log?{bad}"))
            .await
            .expect(422);
        assert_eq!(reply["code"], "invalid", "{reply}");
    }
}
