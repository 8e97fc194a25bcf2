//! Workspaces as the operator and the API see them.

use serde_json::json;

use super::{NewOwner, NewWorkspace, create, find, keys, list};
use crate::access::{Actor, Permission};
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
