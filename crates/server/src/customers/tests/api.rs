//! Customers over HTTP.

use serde_json::{Value, json};

use crate::access::{Permission, Role};
use crate::testing::{Reply, TestApp};

/// The kinds of a customer's events, oldest first.
async fn story(test: &TestApp, id: &Value) -> Vec<Value> {
    let page = test
        .api
        .get(&format!("/api/customers/{id}/timeline?limit=200"))
        .await
        .expect(200);
    let mut events = page["items"].as_array().cloned().unwrap_or_default();
    events.reverse();
    events
}

fn kinds(events: &[Value]) -> Vec<&str> {
    events
        .iter()
        .filter_map(|event| event["kind"].as_str())
        .collect()
}

async fn create(test: &TestApp, body: Value) -> Value {
    test.api.post("/api/customers", body).await.expect(201)
}

#[tokio::test]
async fn a_customer_is_created_with_everything_known_and_read_back() {
    let test = TestApp::start().await;
    let (owner, uuid) = test.member("نورة", Role::Agent).await;
    test.api
        .post(
            "/api/attributes",
            json!({"key": "visits", "label": "Visits", "type": "number"}),
        )
        .await
        .expect(201);
    let customer = create(
        &test,
        json!({
            "name": " سارة \u{202E}القحطاني\n", "phone": "٠٥٠ ١٢٣ ٤٥٦٧", "email": "Sara@Example.com",
            "location": {"city": "الرياض", "country": "sa"}, "language": "AR-sa",
            "attributes": {"visits": 3, "الحي": "العليا"}, "tags": ["VIP", "vip", "riyadh"],
            "owner_id": owner, "stage": "customer"
        }),
    )
    .await;
    assert_eq!(customer["name"], "سارة القحطاني");
    assert_eq!(customer["phone"], "+966501234567");
    assert_eq!(customer["email"], "Sara@example.com");
    assert_eq!(
        customer["location"],
        json!({"city": "الرياض", "country": "SA"})
    );
    assert_eq!(customer["language"], "ar-SA");
    assert_eq!(customer["metadata"], json!({"visits": 3, "الحي": "العليا"}));
    let attribute = json!({"key": "visits", "label": "Visits", "type": "number", "value": 3});
    assert_eq!(customer["attributes"], json!([attribute]));
    assert_eq!(customer["tags"], json!(["riyadh", "VIP"]));
    assert_eq!(
        customer["owner"],
        json!({"id": owner, "uuid": uuid, "name": "نورة"})
    );
    assert_eq!(customer["status"], "active");
    assert_eq!(
        (&customer["stage"], &customer["stage_pinned"]),
        (&json!("customer"), &json!(true))
    );
    assert_eq!(customer["opted_out"], false);
    assert_eq!(customer["contacts"][0]["channel"], "whatsapp");
    assert_eq!(customer["contacts"][0]["phone"], "+966501234567");
    assert_eq!(customer["total_conversations"], 0);
    for unknown in [
        "first_conversation_at",
        "last_conversation_at",
        "last_contact_at",
        "csat_score",
    ] {
        assert_eq!(customer[unknown], Value::Null, "{unknown}");
    }
    assert_eq!(customer["created_at"], customer["updated_at"]);
    assert_eq!(customer["source"], "api");
    assert_eq!(customer["possible_duplicates"], json!([]));
    let path = format!("/api/customers/{}", customer["id"]);
    assert_eq!(test.api.get(&path).await.expect(200), customer);
    let events = story(&test, &customer["id"]).await;
    assert_eq!(kinds(&events)[0], "customer.created");
    assert_eq!(events[0]["data"], json!({"source": "api"}));
}

#[tokio::test]
async fn a_new_customer_needs_something_to_go_by_and_every_fault_is_named() {
    let test = TestApp::start().await;
    for nobody in [json!({}), json!({"name": "  "}), json!({"tags": ["x"]})] {
        let reply = test.api.post("/api/customers", nobody).await.expect(422);
        assert_eq!(reply["errors"][0]["field"], "name");
    }
    let reply = test
        .api
        .post(
            "/api/customers",
            json!({
                "name": "x".repeat(201), "phone": "123", "email": "nobody",
                "location": {"country": "Saudi"}, "language": "arabic"
            }),
        )
        .await
        .expect(422);
    let fields: Vec<_> = reply["errors"]
        .as_array()
        .map(Vec::as_slice)
        .unwrap_or_default()
        .iter()
        .filter_map(|error| error["field"].as_str())
        .collect();
    assert_eq!(
        fields,
        ["name", "email", "phone", "location.country", "language"]
    );
    for (body, field) in [
        (json!({"name": "A", "colour": "red"}), "colour"),
        (json!({"name": "A", "stage": "lead"}), "stage"),
        (json!({"name": "A", "owner_id": 99}), "owner_id"),
        (json!({"name": "A", "tags": ["ok", ""]}), "tags[1]"),
        (
            json!({"name": "A", "attributes": {"a": 1}, "metadata": {}}),
            "metadata",
        ),
        (
            json!({"name": "A", "metadata": {"k": "v".repeat(5000)}}),
            "metadata.k",
        ),
    ] {
        let reply = test.api.post("/api/customers", body).await.expect(422);
        assert_eq!(reply["errors"][0]["field"], field, "{reply}");
    }
    let total = test.api.get("/api/audit-log").await.expect(200);
    assert_eq!(total["items"], json!([]), "nothing half-done");
}

#[tokio::test]
async fn an_address_belongs_to_one_customer() {
    let test = TestApp::start().await;
    let first = create(&test, json!({"phone": "+966501234567"})).await;
    let body = json!({"name": "Somebody else", "phone": "0501234567"});
    let reply = test.api.post("/api/customers", body).await.expect(409);
    assert_eq!(reply["code"], "contact.exists");
    assert_eq!(reply["data"]["customer_id"], first["id"]);
    assert_eq!(reply["data"]["contact_id"], first["contacts"][0]["uuid"]);
    let (_, stranger) = test.other_workspace().await;
    stranger
        .post("/api/customers", json!({"phone": "+966501234567"}))
        .await
        .expect(201);
}

#[tokio::test]
async fn a_change_names_what_it_changes_and_the_timeline_tells_it() {
    let test = TestApp::start().await;
    let customer = create(
        &test,
        json!({"name": "Omar", "metadata": {"size": "L", "old": "1"}}),
    )
    .await;
    let path = format!("/api/customers/{}", customer["id"]);
    let (owner, _) = test.member("Lina", Role::Agent).await;
    test.app.clock.advance(60_000_000);
    let changed = test
        .api
        .patch(
            &path,
            json!({
                "name": "عمر", "email": "omar@example.com", "location": {"city": "جدة"},
                "language": "ar", "blocked": true, "opted_out": true, "stage": "vip",
                "owner_id": owner, "metadata": {"size": "XL", "old": null}, "tags": ["vip"]
            }),
        )
        .await
        .expect(200);
    assert_eq!(changed["name"], "عمر");
    assert_eq!(changed["status"], "blocked");
    assert_eq!(changed["opted_out"], true);
    assert_eq!(changed["metadata"], json!({"size": "XL"}));
    assert!(changed["updated_at"].as_str() > customer["updated_at"].as_str());
    let events = story(&test, &customer["id"]).await;
    let told = |kind: &str| -> Value {
        let found = events.iter().rfind(|event| event["kind"] == kind);
        found.map(|event| event["data"].clone()).unwrap_or_default()
    };
    assert_eq!(
        told("customer.name_changed"),
        json!({"old": "Omar", "new": "عمر"})
    );
    assert_eq!(
        told("customer.email_changed"),
        json!({"old": null, "new": "omar@example.com"})
    );
    assert_eq!(
        told("customer.city_changed"),
        json!({"old": null, "new": "جدة"})
    );
    assert_eq!(
        told("customer.language_changed"),
        json!({"old": null, "new": "ar"})
    );
    assert_eq!(
        told("customer.owner_changed"),
        json!({"old": null, "new": owner})
    );
    assert_eq!(told("customer.stage_changed")["new"], "vip");
    assert_eq!(
        told("customer.stage_pinned"),
        json!({"old": false, "new": true})
    );
    assert_eq!(told("customer.blocked"), json!({"old": false, "new": true}));
    assert_eq!(told("tag.added")["name"], "vip");
    assert_eq!(
        told("attribute.changed"),
        json!({"key": "size", "old": "L", "new": "XL"})
    );
    assert_eq!(told("consent.changed")["new"], "opted_out");
    assert!(events.iter().all(|event| event["actor_kind"] == "key"));

    let count = events.len();
    let same = test
        .api
        .patch(&path, json!({"name": "عمر", "blocked": true}))
        .await
        .expect(200);
    assert_eq!(same["updated_at"], changed["updated_at"]);
    let cleared = test
        .api
        .patch(
            &path,
            json!({"name": null, "location": null, "owner_id": null, "blocked": false,
            "tags": [], "stage_pinned": false}),
        )
        .await
        .expect(200);
    assert_eq!(cleared["name"], Value::Null);
    assert_eq!(cleared["location"], json!({"city": null, "country": null}));
    assert_eq!(cleared["owner"], Value::Null);
    assert_eq!(
        (&cleared["stage"], &cleared["stage_pinned"]),
        (&json!("vip"), &json!(false))
    );
    assert_eq!(cleared["email"], "omar@example.com", "what is absent stays");
    assert_eq!(
        kinds(&story(&test, &customer["id"]).await[count..]),
        [
            "tag.removed",
            "customer.name_changed",
            "customer.city_changed",
            "customer.owner_changed",
            "customer.stage_pinned",
            "customer.unblocked"
        ]
    );
}

#[tokio::test]
async fn two_people_editing_at_once_find_out() {
    let test = TestApp::start().await;
    let customer = create(&test, json!({"name": "Huda"})).await;
    let path = format!("/api/customers/{}", customer["id"]);
    let seen = &customer["updated_at"];
    let mine = json!({"name": "هدى", "expected_updated_at": seen});
    let now = test.api.patch(&path, mine).await.expect(200);
    let theirs = json!({"name": "Hooda", "tags": ["x"], "expected_updated_at": seen});
    let reply = test.api.patch(&path, theirs).await.expect(409);
    assert_eq!(reply["code"], "changed_elsewhere");
    assert_eq!(reply["data"]["updated_at"], now["updated_at"]);
    assert_eq!(test.api.get(&path).await.expect(200), now);
    let reply = test
        .api
        .patch(&path, json!({"expected_updated_at": "yesterday"}))
        .await;
    assert_eq!(
        reply.expect(422)["errors"][0]["field"],
        "expected_updated_at"
    );
}

#[tokio::test]
async fn a_number_can_be_added_and_corrected_but_not_taken_from_somebody() {
    let test = TestApp::start().await;
    create(&test, json!({"name": "Other", "phone": "+966509999999"})).await;
    let customer = create(&test, json!({"name": "Sami"})).await;
    let path = format!("/api/customers/{}", customer["id"]);
    let added = test
        .api
        .patch(&path, json!({"phone": "0501234568"}))
        .await
        .expect(200);
    assert_eq!(added["phone"], "+966501234568");
    let fixed = test
        .api
        .patch(&path, json!({"phone": "0501234567"}))
        .await
        .expect(200);
    assert_eq!(fixed["phone"], "+966501234567");
    assert_eq!(fixed["contacts"].as_array().map(Vec::len), Some(1));
    let taken = test
        .api
        .patch(&path, json!({"phone": "+966509999999"}))
        .await
        .expect(409);
    assert_eq!(taken["code"], "contact.exists");
    // The mistyped number is nobody's again.
    create(&test, json!({"phone": "+966501234568"})).await;
    crate::db::sql("UPDATE contacts SET last_message_at = 5")
        .run(&test.app.db)
        .await
        .expect("messages came");
    let used = test
        .api
        .patch(&path, json!({"phone": "+966507777777"}))
        .await
        .expect(409);
    assert_eq!(used["code"], "contact.in_use");
}

#[tokio::test]
async fn deleting_needs_the_permission_and_leaves_a_404() {
    let test = TestApp::start().await;
    let customer = create(&test, json!({"name": "رحيل", "phone": "+966501234567"})).await;
    let path = format!("/api/customers/{}", customer["id"]);
    let agent = test.api_with(Role::Agent.permissions()).await;
    agent.delete(&path).await.expect(403);
    test.api
        .put(&format!("{path}/opted-out"), json!({"opted_out": true}))
        .await
        .expect(200);
    let reply = test.api.delete(&path).await;
    assert_eq!((reply.status.as_u16(), reply.text.as_str()), (204, ""));
    for gone in ["", "/timeline", "/notes", "/consents", "/responses"] {
        test.api.get(&format!("{path}{gone}")).await.expect(404);
    }
    test.api.delete(&path).await.expect(404);
    let back = create(
        &test,
        json!({"name": "عودة", "phone": "+966501234567", "opted_out": false}),
    )
    .await;
    assert_eq!(back["opted_out"], true, "a refusal outlives the customer");
    let consents = test
        .api
        .get(&format!("/api/customers/{}/consents", back["id"]))
        .await
        .expect(200);
    assert_eq!(consents["items"][0]["source"], "suppression");
}

#[tokio::test]
async fn tags_by_name_are_made_for_those_who_shape_them() {
    let test = TestApp::start().await;
    let reader = test
        .api_with([Permission::CustomersRead].into_iter().collect())
        .await;
    reader
        .post("/api/customers", json!({"name": "A"}))
        .await
        .expect(403);
    let customer = create(&test, json!({"name": "A", "tags": ["جديد"]})).await;
    assert_eq!(customer["tags"], json!(["جديد"]));
    let many: Vec<String> = (0..101).map(|n| format!("tag {n}")).collect();
    let path = format!("/api/customers/{}", customer["id"]);
    let reply = test
        .api
        .patch(&path, json!({"tags": many}))
        .await
        .expect(422);
    assert_eq!(reply["errors"][0]["field"], "tags");
}

#[tokio::test]
async fn responses_have_their_place_before_there_are_flows() {
    let test = TestApp::start().await;
    let customer = create(&test, json!({"name": "A"})).await;
    let path = format!("/api/customers/{}/responses", customer["id"]);
    let empty = test.api.get(&path).await.expect(200);
    assert_eq!(empty, json!({"items": [], "next_cursor": null}));
    for (key, value) in [("name", "ليلى"), ("service_choice", "توصيل")] {
        crate::db::sql(
            "INSERT INTO customer_responses (workspace_id, customer_id, question_key, question_text,
                 response_value, response_type, response_metadata, created_at)
             VALUES ($1, $2, $3, '?', $4, 'button', $5, 5)",
        )
        .bind(test.workspace)
        .bind(customer["id"].as_i64())
        .bind(key)
        .bind(value)
        .bind(json!({"button_id": "b1"}))
        .run(&test.app.db)
        .await
        .expect("an answer");
    }
    let page = test.api.get(&format!("{path}?limit=1")).await.expect(200);
    assert_eq!(page["items"][0]["question_key"], "service_choice");
    assert_eq!(page["items"][0]["response_value"], "توصيل");
    assert_eq!(
        page["items"][0]["response_metadata"],
        json!({"button_id": "b1"})
    );
    let cursor = page["next_cursor"].as_str().unwrap_or_default();
    let next = test
        .api
        .get(&format!("{path}?cursor={cursor}"))
        .await
        .expect(200);
    assert_eq!(next["items"][0]["question_key"], "name");
    assert_eq!(next["next_cursor"], Value::Null);
}

#[tokio::test]
async fn unreadable_requests_are_refused() {
    let test = TestApp::start().await;
    for id in ["0", "-1", "x", "99999999999999999999", "1%00"] {
        let reply: Reply = test.api.get(&format!("/api/customers/{id}")).await;
        assert_eq!(reply.expect(404)["code"], "not_found", "{id}");
    }
    let customer = create(&test, json!({"name": "A"})).await;
    let path = format!("/api/customers/{}", customer["id"]);
    for (body, status) in [
        (json!([]), 422),
        (json!([null, "B"]), 422),
        (json!({"name": 5}), 422),
        (json!({"tags": "x"}), 422),
    ] {
        test.api.patch(&path, body).await.expect(status);
    }
    test.anonymous().get(&path).await.expect(401);
}
