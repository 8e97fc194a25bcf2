//! Workspaces as the operator and the API see them.

use serde_json::json;

use super::{NewOwner, NewWorkspace, create, find, keys, list};
use crate::access::{Actor, Permission};
use crate::db::sql;
use crate::testing::TestApp;

fn bookshop() -> NewWorkspace {
    NewWorkspace {
        name: " Nile\nBooks 📚 ".into(),
        time_zone: "africa/cairo".into(),
        default_region: "eg".into(),
        owner: NewOwner {
            name: "منى السيد".into(),
            email: "Mona@NileBooks.eg".into(),
            password: "كتاب كل يوم".into(),
        },
    }
}

#[tokio::test]
async fn the_operator_makes_a_workspace_and_finds_it_again() {
    let test = TestApp::start().await;
    let (id, uuid, _) = create(&test.app, bookshop(), Actor::Command)
        .await
        .expect("made");
    for wanted in [id.to_string(), uuid.to_string(), "Nile Books 📚".into()] {
        let found = find(&test.app.db, &wanted).await.expect("found");
        assert_eq!((found.id, found.time_zone.as_str()), (id, "Africa/Cairo"));
        assert_eq!(found.default_region.as_str(), "EG");
    }
    assert_eq!(
        find(&test.app.db, "Nile").await.expect_err("none").status,
        404
    );
    assert_eq!(list(&test.app.db).await.expect("all").len(), 2);

    let again = create(&test.app, bookshop(), Actor::Command).await;
    assert_eq!(again.expect_err("the address is taken").code, "email_taken");

    let mut namesake = bookshop();
    namesake.owner.email = "ali@nilebooks.eg".into();
    create(&test.app, namesake, Actor::Command)
        .await
        .expect("made");
    let found = find(&test.app.db, "Nile Books 📚").await;
    assert_eq!(found.expect_err("two of them").code, "ambiguous");
}

#[tokio::test]
async fn every_value_at_fault_is_named() {
    let test = TestApp::start().await;
    let new = NewWorkspace {
        name: "\u{202E}\0".into(),
        time_zone: "Riyadh".into(),
        default_region: "XX".into(),
        owner: NewOwner {
            name: "n".repeat(201),
            email: "mona".into(),
            password: "short".into(),
        },
    };
    let problem = create(&test.app, new, Actor::Command)
        .await
        .expect_err("422");
    let fields: Vec<_> = problem
        .errors
        .iter()
        .map(|error| error.field.as_str())
        .collect();
    assert_eq!(
        fields,
        [
            "name",
            "time_zone",
            "default_region",
            "owner.name",
            "owner.email",
            "owner.password"
        ]
    );
    assert_eq!(list(&test.app.db).await.expect("all").len(), 1);
}

#[tokio::test]
async fn the_command_lines_key_opens_the_api() {
    let test = TestApp::start().await;
    let scopes = [Permission::CustomersRead.as_str().to_owned()];
    let (_, token) = keys::create(&test.app, test.workspace, "Shop", &scopes, Actor::Command)
        .await
        .expect("made");
    let api = test.with_key(token.reveal());
    let shown = api.get("/api/workspace").await.expect(200);
    assert_eq!(shown["name"], "Bayt Coffee");
    let refused = api.patch("/api/workspace", json!({"name": "Mine"})).await;
    assert_eq!(refused.expect(403)["code"], "forbidden");
}

#[tokio::test]
async fn the_workspace_changes_with_a_trace() {
    let test = TestApp::start().await;
    let change = json!({"name": "بيت القهوة", "time_zone": "Asia/Dubai", "default_region": "SA"});
    let changed = test.api.patch("/api/workspace", change).await.expect(200);
    assert_eq!(changed["time_zone"], "Asia/Dubai");
    let log = test.api.get("/api/audit-log").await.expect(200);
    let kinds: Vec<_> = log["items"]
        .as_array()
        .expect("events")
        .iter()
        .map(|event| &event["kind"])
        .collect();
    assert_eq!(
        kinds,
        ["workspace.time_zone_changed", "workspace.name_changed"]
    );
    assert_eq!(
        log["items"][1]["data"],
        json!({"old": "Bayt Coffee", "new": "بيت القهوة"})
    );

    for (field, value) in [
        ("time_zone", "Mars/Base"),
        ("default_region", "ZZ"),
        ("name", " "),
    ] {
        let reply = test
            .api
            .patch("/api/workspace", json!({field: value}))
            .await
            .expect(422);
        assert_eq!(reply["errors"][0]["field"], field);
    }
}

/// A server whose database has no workspace yet.
async fn new_installation() -> TestApp {
    let test = TestApp::start().await;
    for table in ["api_keys", "workspaces"] {
        sql(format!("DELETE FROM {table}"))
            .run(&test.app.db)
            .await
            .expect("empty");
    }
    test
}

fn first_workspace(email: &str) -> serde_json::Value {
    json!({
        "name": "بيت القهوة ☕", "time_zone": "asia/riyadh", "default_region": "sa",
        "owner": {"name": "هدى الحربي", "email": email, "password": "qahwa with cardamom"},
    })
}

#[tokio::test]
async fn the_first_page_makes_the_owner_once() {
    let test = new_installation().await;
    let nobody = test.anonymous();
    assert_eq!(
        nobody.get("/api/setup").await.expect(200),
        json!({"needed": true})
    );
    let mut wrong = first_workspace("no address");
    wrong["time_zone"] = json!("Mars/Olympus");
    wrong["owner"]["password"] = json!("short");
    let refused = nobody.post("/api/setup", wrong).await.expect(422);
    let fields: Vec<_> = refused["errors"]
        .as_array()
        .expect("errors")
        .iter()
        .map(|error| error["field"].as_str().expect("a field"))
        .collect();
    assert_eq!(fields, ["time_zone", "owner.email", "owner.password"]);
    assert_eq!(nobody.get("/api/setup").await.expect(200)["needed"], true);

    let made = nobody
        .post("/api/setup", first_workspace("huda@baytcoffee.sa"))
        .await;
    let (cookie, _) = made.session_cookie().expect("signed in");
    let who = made.expect(200);
    assert_eq!(who["role"], "owner");
    assert_eq!(who["workspace"]["name"], "بيت القهوة ☕");
    assert_eq!(who["workspace"]["time_zone"], "Asia/Riyadh");
    assert_eq!(who["workspace"]["default_region"], "SA");
    let owner = test.with_cookie(&cookie);
    assert_eq!(owner.get("/api/session").await.expect(200), who);

    assert_eq!(nobody.get("/api/setup").await.expect(200)["needed"], false);
    for body in [
        first_workspace("stranger@evil.example"),
        json!({"name": "x"}),
    ] {
        let late = nobody.post("/api/setup", body).await;
        assert!(late.session_cookie().is_none());
        assert!(matches!(late.status.as_u16(), 409 | 422), "{}", late.text);
    }
    let late = nobody
        .post("/api/setup", first_workspace("a@b.example"))
        .await;
    assert_eq!(late.expect(409)["code"], "set_up_already");
    let workspaces = list(&test.app.db).await.expect("a list");
    assert_eq!(workspaces.len(), 1);
}

#[tokio::test]
async fn of_many_who_set_up_at_once_one_does() {
    let test = new_installation().await;
    let emails = ["a@x.example", "b@x.example", "c@x.example", "d@x.example"];
    let tries = emails.map(|email| {
        let nobody = test.anonymous();
        async move {
            nobody
                .post("/api/setup", first_workspace(email))
                .await
                .status
        }
    });
    let mut answers = futures_util::future::join_all(tries).await;
    answers.sort();
    assert_eq!(
        answers
            .iter()
            .map(|status| status.as_u16())
            .collect::<Vec<_>>(),
        [200, 409, 409, 409]
    );
    assert_eq!(list(&test.app.db).await.expect("a list").len(), 1);
}

#[tokio::test]
async fn another_sites_page_cannot_set_up() {
    let test = new_installation().await;
    let request = http::Request::builder()
        .method(http::Method::POST)
        .uri("/api/setup")
        .header("sec-fetch-site", "cross-site")
        .body(axum::body::Body::from(
            first_workspace("a@b.example").to_string(),
        ))
        .expect("a request");
    let refused = test.anonymous().raw(request).await;
    assert_eq!(refused.expect(403)["code"], "cross_site");
}
