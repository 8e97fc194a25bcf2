//! No workspace reaches another: every route of the API is tried with another workspace's ids.
//!
//! The routes come from the API's own description, so a new one is tried without being listed here.
//! Each path parameter and each reference in a body or a query is given an id that belongs to a
//! victim, and the answer must be that there is no such thing, must show nothing of the victim's,
//! and must leave every row of the victim as it was. That the refusal is about the id and not about
//! the request is shown by the same request with ids of the caller's own.
//!
//! When this fails because a parameter is unknown, teach [`kind_of`](routes::kind_of) what it is and
//! [`furnish`](rows::furnish) to make one.
mod routes;
mod rows;
mod watch;

use http::{Method, StatusCode};
use serde_json::Value;

use self::routes::{Call, Operation, operations};
use self::rows::{Ids, furnish};
use self::watch::{Snapshot, Watch};
use crate::access::{PermissionSet, Role};
use crate::testing::{Api, Reply, TestApp};

/// Routes that anybody may call: what they give is decided by a secret in the request, or is
/// only whether this installation is new.
const PUBLIC: [&str; 4] = [
    "POST /api/session",
    "POST /api/invitations/accept",
    "GET /api/setup",
    "POST /api/setup",
];
/// Routes for everybody who is signed in or has a key, whatever they may do.
const FOR_EVERY_CALLER: [&str; 1] = ["GET /api/session"];

/// A business that must not be touched, and one that tries.
struct Neighbours {
    test: TestApp,
    victim: Ids,
    own: Ids,
    watch: Watch,
    before: Snapshot,
}

impl Neighbours {
    async fn move_in() -> Self {
        let test = TestApp::start().await;
        let (workspace, _) = test.other_workspace().await;
        let victim = furnish(&test.app, workspace, "victim").await;
        let own = furnish(&test.app, test.workspace, "own").await;
        let watch = Watch::over(&test.app, workspace).await;
        let before = watch.look(&test.app).await;
        assert!(before.tables() > 20, "the victim has something to lose");
        Self {
            test,
            victim,
            own,
            watch,
            before,
        }
    }

    /// Sends the call as an owner who is signed in and with an all-powerful key.
    async fn send(&self, call: &Call) -> [Reply; 2] {
        let (_, owner) = self.test.signed_in("Attacker", Role::Owner).await;
        [send(&self.test.api, call).await, send(&owner, call).await]
    }

    /// Sends the calls; each answer must be one of these and silent, and the victim untouched.
    async fn try_all(&self, calls: &[Call], allowed: impl Fn(u16) -> bool) {
        for call in calls {
            for reply in self.send(call).await {
                let status = reply.status.as_u16();
                assert!(allowed(status), "{call} → {status}: {}", reply.text);
                self.assert_silent(call, &reply);
            }
            self.assert_untouched(call).await;
        }
    }

    /// Nothing of the victim's is in the answer, beyond what the caller sent.
    fn assert_silent(&self, call: &Call, reply: &Reply) {
        assert!(
            !reply.status.is_server_error(),
            "{call} → {}: {}",
            reply.status,
            reply.text
        );
        let mut text = reply.text.to_lowercase();
        for sent in &call.sent {
            text = text.replace(&sent.to_lowercase(), "");
        }
        for secret in &self.victim.secrets {
            assert!(
                !text.contains(secret),
                "{call} shows {secret}: {}",
                reply.text
            );
        }
    }

    async fn assert_untouched(&self, call: &Call) {
        let after = self.watch.look(&self.test.app).await;
        let changed = self.before.differences(&after);
        assert!(
            changed.is_empty(),
            "{call} changed the victim: {changed:#?}"
        );
    }
}

async fn send(api: &Api, call: &Call) -> Reply {
    api.send(call.method.clone(), &call.path, call.body.clone())
        .await
}

fn is_public(operation: &Operation) -> bool {
    PUBLIC.contains(&operation.name.as_str())
}

#[tokio::test]
async fn another_workspaces_ids_lead_nowhere() {
    let neighbours = Neighbours::move_in().await;
    let (victim, own) = (&neighbours.victim, &neighbours.own);
    for operation in operations()
        .iter()
        .filter(|operation| !is_public(operation))
    {
        let foreign_path = operation.calls_with_foreign_path(victim, own);
        let foreign_references = operation.calls_with_foreign_references(victim, own);
        let looks_around = operation.calls_that_look_around(victim, own);
        assert!(
            foreign_path.len() + looks_around.len() > 0,
            "{} was not tried",
            operation.name
        );
        neighbours
            .try_all(&foreign_path, |status| status == 404)
            .await;
        neighbours
            .try_all(&foreign_references, |status| {
                matches!(status, 403 | 404 | 422)
            })
            .await;
        neighbours
            .try_all(&looks_around, |status| status < 500)
            .await;
    }
}

/// Without this, a request that is refused for another reason would look like isolation.
#[tokio::test]
async fn the_same_requests_work_with_ones_own_ids() {
    let test = TestApp::start().await;
    for operation in operations()
        .iter()
        .filter(|operation| operation.has_path_ids())
    {
        // A fresh one each time, since the call before may have deleted what this one needs.
        let own = furnish(
            &test.app,
            test.workspace,
            &format!("own {}", operation.name),
        )
        .await;
        let call = operation.call(&own);
        let reply = send(&test.api, &call).await;
        assert!(
            reply.status.is_success() || reply.status == StatusCode::CONFLICT,
            "{call} → {}: {}\nIts example must be a request that works.",
            reply.status,
            reply.text
        );
    }
}

#[tokio::test]
async fn every_route_wants_a_caller_and_a_permission() {
    let test = TestApp::start().await;
    let own = furnish(&test.app, test.workspace, "own").await;
    let powerless = test.api_with(PermissionSet::default()).await;
    for operation in operations()
        .iter()
        .filter(|operation| !is_public(operation))
    {
        let call = operation.call(&own);
        let reply = send(&test.anonymous(), &call).await;
        assert_eq!(
            reply.status,
            StatusCode::UNAUTHORIZED,
            "{call}: {}",
            reply.text
        );
        let reply = send(&test.with_key("ck_made-up"), &call).await;
        assert_eq!(
            reply.status,
            StatusCode::UNAUTHORIZED,
            "{call}: {}",
            reply.text
        );
        if FOR_EVERY_CALLER.contains(&operation.name.as_str()) {
            continue;
        }
        let reply = send(&powerless, &call).await;
        assert_eq!(
            reply.status,
            StatusCode::FORBIDDEN,
            "{call}: {}",
            reply.text
        );
    }
}

/// Were the API to leak, would the tests above see it?
#[tokio::test]
async fn the_watch_sees_what_it_should() {
    let neighbours = Neighbours::move_in().await;
    let victims_own = Call {
        method: Method::GET,
        path: format!("/api/members/{}", neighbours.victim.int("member")),
        body: None,
        sent: Vec::new(),
    };
    let victim = neighbours.test.with_key(&neighbours.victim.key);
    let reply = send(&victim, &victims_own).await;
    assert_eq!(reply.status, StatusCode::OK, "{}", reply.text);
    let name: Value = reply.body["name"].clone();
    let secrets = &neighbours.victim.secrets;
    let name = name.as_str().expect("a name").to_lowercase();
    assert!(secrets.iter().any(|secret| name.contains(secret)));

    let renamed = Call {
        method: Method::PATCH,
        body: Some(serde_json::json!({"name": "Somebody else"})),
        ..victims_own
    };
    send(&victim, &renamed).await.expect(200);
    let after = neighbours.watch.look(&neighbours.test.app).await;
    // The member before and after, and the event that tells of it.
    assert_eq!(neighbours.before.differences(&after).len(), 3);
}
