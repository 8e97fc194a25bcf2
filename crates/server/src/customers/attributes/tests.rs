//! Attributes as a user of the API sees them.

use serde_json::{Value, json};

use crate::access::Role;
use crate::db::sql;
use crate::testing::TestApp;

async fn customer(test: &TestApp, metadata: Value) -> Value {
    let body = json!({"name": "ضيف", "metadata": metadata});
    test.api.post("/api/customers", body).await.expect(201)["id"].clone()
}

async fn metadata(test: &TestApp, id: &Value) -> Value {
    test.api
        .get(&format!("/api/customers/{id}"))
        .await
        .expect(200)["metadata"]
        .clone()
}

async fn indexed(test: &TestApp) -> Vec<(Option<String>, Option<f64>, Option<i64>)> {
    sql(
        "SELECT text_value, number_value, instant_value FROM attribute_values
         WHERE workspace_id = $1 ORDER BY customer_id, attribute_id",
    )
    .bind(test.workspace)
    .all(&test.app.db)
    .await
    .expect("the index")
}

#[tokio::test]
async fn all_seven_types_are_set_read_and_indexed() {
    let test = TestApp::start().await;
    let values = [
        ("a_text", "text", json!("قهوة Café")),
        ("b_number", "number", json!(2.5)),
        ("c_boolean", "boolean", json!(true)),
        ("d_date", "date", json!("1970-01-03")),
        ("e_time", "time", json!("00:01")),
        ("f_datetime", "datetime", json!("1970-01-01T00:00:01Z")),
        ("g_json", "json", json!({"size": [1, 2]})),
    ];
    for (key, kind, _) in &values {
        let body = json!({"key": key, "label": key, "type": kind, "description": "وصف"});
        let made = test.api.post("/api/attributes", body).await.expect(201);
        assert_eq!((&made["type"], &made["fitting"]), (&json!(kind), &json!(0)));
    }
    let all: serde_json::Map<_, _> = values
        .iter()
        .map(|(key, _, value)| ((*key).to_owned(), value.clone()))
        .collect();
    let id = customer(&test, Value::Object(all.clone())).await;
    let view = test
        .api
        .get(&format!("/api/customers/{id}"))
        .await
        .expect(200);
    assert_eq!(view["metadata"], Value::Object(all));
    assert_eq!(view["attributes"].as_array().map(Vec::len), Some(7));
    let index = indexed(&test).await;
    assert_eq!(index[0], (Some("قهوه cafe".into()), None, None));
    let numbers: Vec<_> = index[1..5].iter().map(|row| row.1).collect();
    assert_eq!(numbers, [Some(2.5), Some(1.0), Some(2.0), Some(60e6)]);
    assert_eq!(index[5], (None, None, Some(1_000_000)));
    assert_eq!(index[6], (None, None, None));

    let wrong = json!({"attributes": {"b_number": "2.5", "d_date": "1970-02-30", "a_text": "x"}});
    let reply = test
        .api
        .patch(&format!("/api/customers/{id}"), wrong)
        .await
        .expect(422);
    assert_eq!(reply["errors"][0]["field"], "attributes.b_number");
    assert_eq!(reply["errors"][1]["field"], "attributes.d_date");
    assert_eq!(indexed(&test).await, index, "nothing half-done");
    let fewer = json!({"attributes": {"b_number": null, "g_json": null}});
    test.api
        .patch(&format!("/api/customers/{id}"), fewer)
        .await
        .expect(200);
    assert_eq!(indexed(&test).await.len(), 5);
    let listed = test.api.get("/api/attributes").await.expect(200);
    assert_eq!(listed["items"][3]["key"], "d_date");
    assert_eq!(listed["items"][3]["description"], "وصف");
}

#[tokio::test]
async fn a_definition_types_what_customers_carry_already() {
    let test = TestApp::start().await;
    let fits = customer(&test, json!({"visits": "42"})).await;
    let unfit = customer(&test, json!({"visits": "many", "other": "1"})).await;
    customer(&test, json!({"other": "1"})).await;
    let body = json!({"key": "visits", "label": "Visits", "type": "number"});
    let made = test.api.post("/api/attributes", body).await.expect(201);
    assert_eq!(
        (&made["fitting"], &made["not_fitting"]),
        (&json!(1), &json!(1))
    );
    assert_eq!(metadata(&test, &fits).await, json!({"visits": 42}));
    assert_eq!(metadata(&test, &unfit).await["visits"], "many");
    assert_eq!(indexed(&test).await, [(None, Some(42.0), None)]);
    let view = test
        .api
        .get(&format!("/api/customers/{unfit}"))
        .await
        .expect(200);
    assert_eq!(view["attributes"], json!([]));
}

#[tokio::test]
async fn a_type_changes_only_when_every_value_fits() {
    let test = TestApp::start().await;
    let body = json!({"key": "code", "label": "Code", "type": "text"});
    let made = test.api.post("/api/attributes", body).await.expect(201);
    let path = format!("/api/attributes/{}", made["id"]);
    let plain = customer(&test, json!({"code": "12"})).await;
    let zeros = customer(&test, json!({"code": "007"})).await;
    let reply = test
        .api
        .patch(&path, json!({"type": "number"}))
        .await
        .expect(409);
    assert_eq!(reply["code"], "attribute.values_do_not_fit");
    assert_eq!(
        (&reply["data"]["fitting"], &reply["data"]["not_fitting"]),
        (&json!(1), &json!(1))
    );
    assert_eq!(reply["data"]["examples"][0]["customer_id"], zeros);
    assert!(
        !reply.to_string().contains("007"),
        "no personal data: {reply}"
    );
    assert_eq!(test.api.get(&path).await.expect(200)["type"], "text");

    let fixed = json!({"attributes": {"code": "7"}});
    test.api
        .patch(&format!("/api/customers/{zeros}"), fixed)
        .await
        .expect(200);
    let changed = json!({"type": "number", "label": "الرمز", "description": null});
    let changed = test.api.patch(&path, changed).await.expect(200);
    assert_eq!(
        (&changed["type"], &changed["label"]),
        (&json!("number"), &json!("الرمز"))
    );
    assert_eq!(metadata(&test, &plain).await, json!({"code": 12}));
    assert_eq!(
        indexed(&test).await,
        [(None, Some(12.0), None), (None, Some(7.0), None)]
    );
    let log = test.api.get("/api/audit-log?limit=2").await.expect(200);
    assert_eq!(log["items"][0]["kind"], "attribute.redefined");
    assert_eq!(log["items"][0]["data"]["field"], "type");
    assert_eq!(log["items"][0]["data"]["old"], "text");
}

#[tokio::test]
async fn deleting_a_definition_takes_the_values_from_everybody() {
    let test = TestApp::start().await;
    let body = json!({"key": "plan", "label": "Plan", "type": "text"});
    let made = test.api.post("/api/attributes", body).await.expect(201);
    let one = customer(&test, json!({"plan": "gold", "other": "1"})).await;
    let two = customer(&test, json!({"plan": "silver"})).await;
    let path = format!("/api/attributes/{}", made["id"]);
    let reply = test.api.delete(&path).await;
    assert_eq!(reply.status.as_u16(), 204);
    assert_eq!(metadata(&test, &one).await, json!({"other": "1"}));
    assert_eq!(metadata(&test, &two).await, json!({}));
    assert_eq!(indexed(&test).await, []);
    test.api.get(&path).await.expect(404);
    test.api.delete(&path).await.expect(404);
    let log = test.api.get("/api/audit-log?limit=1").await.expect(200);
    assert_eq!(log["items"][0]["kind"], "attribute.deleted");
    assert_eq!(log["items"][0]["data"]["values"], 2);
}

#[tokio::test]
async fn a_walk_meets_more_customers_than_it_reads_at_once() {
    let test = TestApp::start().await;
    let rows = 2_500;
    for _ in 0..rows / 500 {
        sql(
            "INSERT INTO customers (workspace_id, uuid, attributes, source, created_at, updated_at)
             SELECT v.* FROM $rows(workspace_id BIGINT, uuid UUID, attributes JSONB, source TEXT,
                 created_at BIGINT, updated_at BIGINT) v",
        )
        .rows((0..500).map(|n| {
            vec![
                test.workspace.into(),
                uuid::Uuid::now_v7().into(),
                json!({"n": n.to_string()}).into(),
                "import".into(),
                5.into(),
                5.into(),
            ]
        }))
        .run(&test.app.db)
        .await
        .expect("many");
    }
    let body = json!({"key": "n", "label": "N", "type": "number"});
    let made = test.api.post("/api/attributes", body).await.expect(201);
    assert_eq!(made["fitting"], rows);
    let path = format!("/api/attributes/{}", made["id"]);
    test.api
        .patch(&path, json!({"type": "json"}))
        .await
        .expect(200);
    assert_eq!(indexed(&test).await.len(), 2_500);
    test.api.delete(&path).await;
    let (left,): (i64,) =
        sql("SELECT COUNT(*) FROM customers WHERE attributes ->> 'n' IS NOT NULL")
            .one(&test.app.db)
            .await
            .expect("a count");
    assert_eq!(left, 0);
}

#[tokio::test]
async fn definitions_are_checked() {
    let test = TestApp::start().await;
    let good = json!({"key": "city", "label": "City", "type": "text"});
    test.api
        .post("/api/attributes", good.clone())
        .await
        .expect(201);
    let reply = test.api.post("/api/attributes", good).await.expect(409);
    assert_eq!(reply["code"], "attribute.exists");
    let long = "k".repeat(64);
    for (key, label, kind, field) in [
        ("City", "City", "text", "key"),
        ("1st", "First", "text", "key"),
        ("", "Empty", "text", "key"),
        ("مدينة", "City", "text", "key"),
        (long.as_str(), "Long", "text", "key"),
        ("plan", " ", "text", "label"),
        ("plan", "Plan", "true_false", "type"),
    ] {
        let body = json!({"key": key, "label": label, "type": kind});
        let reply = test.api.post("/api/attributes", body).await.expect(422);
        assert_eq!(reply["errors"][0]["field"], field, "{reply}");
    }
    let agent = test.api_with(Role::Agent.permissions()).await;
    agent.get("/api/attributes").await.expect(200);
    agent.post("/api/attributes", json!({})).await.expect(403);
}
