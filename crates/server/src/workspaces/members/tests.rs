//! The team as its members see it.

use serde_json::{Value, json};

use crate::access::{Permission, PermissionSet, Role};
use crate::testing::{Api, TestApp};

fn path(member: &impl ToString) -> String {
    format!("/api/members/{}", member.to_string())
}

/// An owner who has a password, as one that setup makes.
async fn owner(test: &TestApp, name: &str) -> (crate::kernel::ids::MemberId, Api) {
    let (id, api) = test.signed_in(name, Role::Owner).await;
    crate::db::sql("UPDATE members SET password_hash = 'x' WHERE id = $1")
        .bind(id)
        .run(&test.app.db)
        .await
        .expect("a password");
    (id, api)
}

async fn sign_in(test: &TestApp, email: &str, password: &str) -> crate::testing::Reply {
    let input = json!({"email": email, "password": password});
    test.anonymous().post("/api/session", input).await
}

#[tokio::test]
async fn an_invited_member_sets_a_password_and_is_signed_in() {
    let test = TestApp::start().await;
    let new = json!({"name": "Huda", "email": "Huda@BaytCoffee.sa", "role": "agent"});
    let made = test.api.post("/api/members", new.clone()).await.expect(201);
    assert_eq!(made["has_password"], false);
    let token = made["invitation"]["token"].as_str().expect("a token");
    assert_eq!(made["invitation"]["expires_at"], "2026-11-27T09:00:00Z");
    assert_eq!(
        test.api.post("/api/members", new).await.expect(409)["code"],
        "email_taken"
    );

    let accept = |token: &str, password: &str| {
        let input = json!({"token": token, "name": "هدى الحربي", "password": password});
        let anonymous = test.anonymous();
        async move { anonymous.post("/api/invitations/accept", input).await }
    };
    let weak = accept(token, "huda@baytcoffee.sa").await.expect(422);
    assert_eq!(weak["errors"][0]["field"], "password");
    accept("ci_unknown", "قهوة مع هيل").await.expect(404);
    let accepted = accept(token, "قهوة مع هيل").await;
    let (cookie, _) = accepted.session_cookie().expect("signed in");
    assert_eq!(accepted.expect(200)["member"]["name"], "هدى الحربي");
    accept(token, "قهوة بلا سكر").await.expect(404);
    test.with_cookie(&cookie)
        .get("/api/customers-of-nobody")
        .await
        .expect(404);
    sign_in(&test, "huda@baytcoffee.sa", "قهوة مع هيل")
        .await
        .expect(200);

    // Forgotten: another invitation, which ends the sessions only when it is accepted.
    let again = test
        .api
        .post(&format!("{}/invitation", path(&made["id"])), json!({}))
        .await
        .expect(201);
    test.with_cookie(&cookie)
        .get("/api/session")
        .await
        .expect(200);
    let token = again["token"].as_str().expect("a token");
    accept(token, "قهوة بلا سكر").await.expect(200);
    test.with_cookie(&cookie)
        .get("/api/session")
        .await
        .expect(401);

    let log = test.api.get("/api/audit-log").await.text;
    assert!(
        !log.contains("ci_") && !log.contains("argon2") && !log.contains("هيل"),
        "{log}"
    );
}

#[tokio::test]
async fn an_invitation_ends_with_time_and_with_a_new_role() {
    let test = TestApp::start().await;
    let (_, owner) = owner(&test, "منى").await;
    let mut tokens = Vec::new();
    for (name, role) in [("Ali", "agent"), ("Omar", "agent")] {
        let new = json!({"name": name, "email": format!("{name}@baytcoffee.sa"), "role": role});
        let made = owner.post("/api/members", new).await.expect(201);
        tokens.push((made["id"].clone(), made["invitation"]["token"].clone()));
    }
    let accept = |token: &Value| {
        let input = json!({"token": token, "password": "correct horse"});
        let anonymous = test.anonymous();
        async move {
            anonymous
                .post("/api/invitations/accept", input)
                .await
                .status
        }
    };
    owner
        .patch(&path(&tokens[0].0), json!({"role": "admin"}))
        .await
        .expect(200);
    assert_eq!(accept(&tokens[0].1).await, 404);
    test.app.clock.advance(7 * crate::kernel::clock::DAY);
    assert_eq!(accept(&tokens[1].1).await, 404);
}

#[tokio::test]
async fn nobody_gives_more_than_they_have() {
    let test = TestApp::start().await;
    let (boss, _) = owner(&test, "منى").await;
    let (me, admin) = test.signed_in("Fahd", Role::Admin).await;
    let (agent, agents) = test.signed_in("Huda", Role::Agent).await;

    let new = |role: &str| json!({"name": "New", "email": format!("{role}@x.sa"), "role": role, "password": "correct horse"});
    admin.post("/api/members", new("owner")).await.expect(403);
    admin.post("/api/members", new("admin")).await.expect(201);
    admin
        .patch(&path(&me), json!({"role": "owner"}))
        .await
        .expect(403);
    for change in [
        json!({"role": "agent"}),
        json!({"active": false}),
        json!({"name": "X"}),
    ] {
        admin.patch(&path(&boss), change).await.expect(403);
    }
    admin.delete(&path(&boss)).await.expect(403);
    admin
        .post(&format!("{}/invitation", path(&boss)), json!({}))
        .await
        .expect(403);
    let own = admin
        .post(&format!("{}/invitation", path(&me)), json!({}))
        .await;
    assert_eq!(own.expect(409)["code"], "own_invitation");

    agents
        .patch(&path(&agent), json!({"role": "admin"}))
        .await
        .expect(403);
    agents.post("/api/members", new("agent")).await.expect(403);

    // A key with a part of the permissions cannot make somebody who has all of them.
    let part: PermissionSet = [Permission::MembersManage, Permission::CustomersRead]
        .into_iter()
        .collect();
    let key = test.api_with(part).await;
    key.post("/api/members", new("agent")).await.expect(403);
    key.patch(&path(&me), json!({"active": false}))
        .await
        .expect(403);
    test.api
        .post("/api/members", new("owner"))
        .await
        .expect(403);
}

#[tokio::test]
async fn a_new_role_and_a_deactivation_hold_at_once() {
    let test = TestApp::start().await;
    let (_, owner) = owner(&test, "منى").await;
    let (id, member) = test.signed_in("Huda", Role::Manager).await;
    member.get("/api/audit-log").await.expect(200);
    owner
        .patch(&path(&id), json!({"role": "agent"}))
        .await
        .expect(200);
    member.get("/api/audit-log").await.expect(403);
    member.get("/api/members").await.expect(200);

    let gone = owner
        .patch(&path(&id), json!({"active": false}))
        .await
        .expect(200);
    assert_eq!(gone["active"], false);
    member.get("/api/members").await.expect(401);
    owner
        .patch(&path(&id), json!({"active": true}))
        .await
        .expect(200);
    member.get("/api/members").await.expect(401);

    let log = owner.get("/api/audit-log").await.expect(200);
    let events = log["items"].as_array().expect("events");
    assert_eq!(events[2]["kind"], "member.role_changed");
    assert_eq!(
        events[2]["data"],
        json!({"member_id": id, "old": "manager", "new": "agent"})
    );
}

#[tokio::test]
async fn who_leaves_is_gone_but_not_forgotten() {
    let test = TestApp::start().await;
    let new =
        json!({"name": "Huda", "email": "huda@x.sa", "role": "agent", "password": "correct horse"});
    let made = test.api.post("/api/members", new.clone()).await.expect(201);
    assert_eq!(made["invitation"], Value::Null);
    sign_in(&test, "huda@x.sa", "correct horse")
        .await
        .expect(200);
    test.api.delete(&path(&made["id"])).await.expect(204);
    sign_in(&test, "huda@x.sa", "correct horse")
        .await
        .expect(401);
    test.api.get(&path(&made["id"])).await.expect(404);
    test.api.delete(&path(&made["id"])).await.expect(404);
    assert_eq!(
        test.api.get("/api/members").await.expect(200)["items"],
        json!([])
    );
    test.api.post("/api/members", new).await.expect(201);
}

#[tokio::test]
async fn the_last_owner_stays() {
    let test = TestApp::start().await;
    let (id, owner_api) = owner(&test, "منى").await;
    let new = json!({"name": "Ali", "email": "ali@x.sa", "role": "owner"});
    owner_api.post("/api/members", new).await.expect(201); // invited, cannot sign in yet
    for change in [json!({"role": "admin"}), json!({"active": false})] {
        let refused = owner_api.patch(&path(&id), change).await.expect(409);
        assert_eq!(refused["code"], "last_owner");
    }
    owner_api.delete(&path(&id)).await.expect(409);

    // Two owners who demote each other at the same moment: one is too late.
    for _ in 0..5 {
        let (a, as_a) = owner(&test, "Amal").await;
        let (b, as_b) = owner(&test, "Basma").await;
        owner_api.get("/api/session").await.expect(200);
        let down = json!({"role": "agent"});
        let path = (path(&b), path(&a));
        let (one, other) =
            tokio::join!(as_a.patch(&path.0, down.clone()), as_b.patch(&path.1, down));
        let mut answers = [one.status.as_u16(), other.status.as_u16()];
        answers.sort_unstable();
        assert_eq!(answers, [200, 403]);
    }
}

#[tokio::test]
async fn members_change_their_own_name_and_password() {
    let test = TestApp::start().await;
    let new =
        json!({"name": "Huda", "email": "huda@x.sa", "role": "agent", "password": "correct horse"});
    test.api.post("/api/members", new).await.expect(201);
    let mut browsers = Vec::new();
    for _ in 0..2 {
        let reply = sign_in(&test, "huda@x.sa", "correct horse").await;
        browsers.push(test.with_cookie(&reply.session_cookie().expect("signed in").0));
    }
    let named = browsers[0]
        .patch("/api/me", json!({"name": "هدى"}))
        .await
        .expect(200);
    assert_eq!(named["name"], "هدى");
    browsers[0]
        .patch("/api/me", json!({"role": "owner"}))
        .await
        .expect(422);

    let change = |current: &str, new: &str| json!({"current": current, "new": new});
    let refused = browsers[0]
        .put("/api/me/password", change("wrong horse", "battery staple"))
        .await;
    assert_eq!(refused.expect(422)["errors"][0]["field"], "current");
    browsers[0]
        .put("/api/me/password", change("correct horse", "short"))
        .await
        .expect(422);
    browsers[0]
        .put(
            "/api/me/password",
            change("correct horse", "battery staple"),
        )
        .await
        .expect(204);
    browsers[0].get("/api/session").await.expect(200);
    browsers[1].get("/api/session").await.expect(401);
    sign_in(&test, "huda@x.sa", "correct horse")
        .await
        .expect(401);
    sign_in(&test, "huda@x.sa", "battery staple")
        .await
        .expect(200);

    let as_key = test
        .api
        .put("/api/me/password", change("a", "battery staple"))
        .await;
    assert_eq!(as_key.expect(403)["code"], "members_only");
}
