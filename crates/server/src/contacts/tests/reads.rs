//! Listing contacts and getting one.

use serde_json::{Value, json};
use uuid::Uuid;

use crate::testing::TestApp;
use crate::testing::whatsapp::{Line, Person, text};

/// Unix seconds of the first message.
const T: i64 = 1_795_160_000;

const ITEM: [&str; 9] = [
    "account_id",
    "assigned_to",
    "avatar_url",
    "created_at",
    "id",
    "last_message_at",
    "name",
    "phone_number",
    "profile_name",
];

pub(super) fn keys(value: &Value) -> Vec<&str> {
    let mut keys: Vec<_> = value
        .as_object()
        .expect("an object")
        .keys()
        .map(String::as_str)
        .collect();
    keys.sort_unstable();
    keys
}

/// Four people who wrote to one line, the last one of them last.
async fn start() -> (TestApp, Line) {
    let test = TestApp::start().await;
    let line = test.line().await;
    let people = [
        ("966501234567", "أحمد الفيصل"),
        ("201001234567", "نورة 🌸"),
        ("447700900123", "José Núñez"),
        ("", "Someone"),
    ];
    for (index, (number, name)) in (0..).zip(people) {
        let person = Person::new(number, &format!("SA.{index}"), name);
        let id = format!("wamid.{index}");
        line.receive(&person, vec![text(&id, T + index * 60, "مرحبا")])
            .await;
    }
    (test, line)
}

fn names(reply: &Value) -> Vec<&str> {
    let items = reply["data"]["items"].as_array().expect("items");
    items
        .iter()
        .map(|item| item["name"].as_str().unwrap_or_default())
        .collect()
}

async fn list(test: &TestApp, query: &str) -> Value {
    test.api
        .get(&format!("/api/contacts?{query}"))
        .await
        .expect(200)
}

#[tokio::test]
async fn a_list_has_exactly_the_documented_shape() {
    let (test, line) = start().await;
    let reply = list(&test, "").await;
    assert_eq!(keys(&reply), ["data", "status"]);
    assert_eq!(reply["status"], "success");
    assert_eq!(
        keys(&reply["data"]),
        ["items", "limit", "page", "total", "total_pages"]
    );
    assert_eq!(
        names(&reply),
        ["Someone", "José Núñez", "نورة 🌸", "أحمد الفيصل"]
    );
    let items = reply["data"]["items"].as_array().expect("items");
    for item in items {
        assert_eq!(keys(item), ITEM);
        assert_eq!(item["account_id"], json!(line.uuid));
        assert_eq!(item["avatar_url"], Value::Null);
        assert_eq!(item["assigned_to"], Value::Null);
    }
    assert_eq!(items[0]["phone_number"], Value::Null);
    assert_eq!(items[3]["phone_number"], "+966501234567");
    assert_eq!(items[3]["profile_name"], "أحمد الفيصل");
    assert_eq!(items[3]["last_message_at"], "2026-11-20T07:33:20Z");

    let id = items[3]["id"].as_str().expect("an id");
    let one = test
        .api
        .get(&format!("/api/contacts/{id}"))
        .await
        .expect(200);
    let mut expected = items[3].clone();
    expected["metadata"] = json!({});
    assert_eq!(one, json!({"status": "success", "data": expected}));
    let session = test
        .api
        .get(&format!("/api/contacts/{id}/session-data"))
        .await;
    assert_eq!(
        session.expect(200),
        json!({"status": "success", "data": {"session_id": null, "flow_id": null,
            "flow_name": null, "session_data": {}, "panel_config": {}}})
    );
}

#[tokio::test]
async fn pages_are_numbered_and_every_contact_is_on_one_of_them() {
    let (test, _) = start().await;
    for (limit, pages) in [(1, 4), (2, 2), (3, 2), (4, 1)] {
        let mut found = Vec::new();
        for page in 1..=pages {
            let reply = list(&test, &format!("page={page}&limit={limit}")).await;
            assert_eq!(reply["data"]["total"], 4);
            assert_eq!(reply["data"]["page"], page);
            assert_eq!(reply["data"]["limit"], limit);
            assert_eq!(reply["data"]["total_pages"], pages);
            found.extend(names(&reply).into_iter().map(str::to_owned));
        }
        let all = ["Someone", "José Núñez", "نورة 🌸", "أحمد الفيصل"];
        assert_eq!(found, all, "{limit}");
    }
    for beyond in ["page=2", "page=9223372036854775807&limit=100"] {
        let reply = list(&test, beyond).await;
        assert_eq!(reply["data"]["items"], json!([]));
        assert_eq!(reply["data"]["total"], 4);
    }
    assert_eq!(list(&test, "limit=1000000000").await["data"]["limit"], 100);
}

#[tokio::test]
async fn a_search_finds_names_and_numbers_in_any_spelling() {
    let (test, _) = start().await;
    for (search, expected) in [
        ("%D8%A7%D8%AD%D9%85%D8%AF", "أحمد الفيصل"), // احمد
        ("%D8%A3%D9%8E%D8%AD%D9%92%D9%85%D9%8E%D8%AF", "أحمد الفيصل"), // أَحْمَد
        ("%D9%86%D9%88%D8%B1%D9%87", "نورة 🌸"),     // نوره
        ("jose%20nunez", "José Núñez"),
        ("NUNEZ", "José Núñez"),
        ("%2B966%2050%20123-4567", "أحمد الفيصل"),
        ("00966501234567", "أحمد الفيصل"),
        ("0501234567", "أحمد الفيصل"),
        ("(050)%20123", "أحمد الفيصل"),
        ("%D9%A0%D9%A5%D9%A0%D9%A1%D9%A2%D9%A3", "أحمد الفيصل"), // ٠٥٠١٢٣
        ("07700%20900", "José Núñez"),
        ("%F0%9F%8C%B8", "نورة 🌸"), // 🌸
        ("om%20one", "Someone"),
    ] {
        let reply = list(&test, &format!("search={search}")).await;
        assert_eq!(names(&reply), [expected], "{search}");
        assert_eq!(reply["data"]["total"], 1, "{search}");
        assert_eq!(reply["data"]["total_pages"], 1);
    }
    let both = list(&test, "search=1234567&limit=1").await;
    assert_eq!(names(&both), ["نورة 🌸"]);
    assert_eq!(both["data"]["total"], 2);
    let second = list(&test, "search=1234567&limit=1&page=2").await;
    assert_eq!(names(&second), ["أحمد الفيصل"]);
    for nobody in [
        "search=qqq",
        "search=966501234567%20nobody",
        "search=1234567&page=9",
    ] {
        assert_eq!(
            list(&test, nobody).await["data"]["items"],
            json!([]),
            "{nobody}"
        );
    }
    assert_eq!(names(&list(&test, "search=%20").await).len(), 4);
}

#[tokio::test]
async fn an_account_and_a_channel_narrow_the_list() {
    let (test, line) = start().await;
    let second = test.line().await;
    let other = Person::new("971501112222", "AE.1", "Second");
    second.receive(&other, vec![text("wamid.s", T, "hi")]).await;
    let of = |line: &Line| format!("account_id={}", line.uuid);
    let first = list(&test, &of(&line)).await;
    assert_eq!(first["data"]["total"], 4);
    assert_eq!(names(&list(&test, &of(&second)).await), ["Second"]);
    assert_eq!(
        names(&list(&test, &format!("{}&search=o", of(&second))).await),
        ["Second"]
    );
    assert_eq!(
        names(&list(&test, &format!("{}&search=jose", of(&second))).await),
        [""; 0]
    );
    for none in [
        format!("account_id={}", Uuid::now_v7()),
        format!("{}&channel=email", of(&line)),
        "channel=email".to_owned(),
    ] {
        let reply = list(&test, &none).await;
        assert_eq!(reply["data"]["items"], json!([]), "{none}");
        assert_eq!(reply["data"]["total"], 0, "{none}");
        assert_eq!(reply["data"]["total_pages"], 0, "{none}");
    }
    let (workspace, stranger) = test.other_workspace().await;
    let theirs = crate::testing::whatsapp::connect(&test.app, workspace, stranger.clone()).await;
    let reply = list(&test, &of(&theirs)).await;
    assert_eq!(reply["data"]["items"], json!([]));
    let reply = stranger.get(&format!("/api/contacts?{}", of(&line))).await;
    assert_eq!(reply.expect(200)["data"]["total"], 0);
}

#[tokio::test]
async fn bad_requests_are_told_in_the_envelope() {
    let (test, _) = start().await;
    let long = format!("search={}", "x".repeat(201));
    for (bad, field) in [
        ("page=0", "page"),
        ("page=-1", "page"),
        ("page=x", "page"),
        ("limit=0", "limit"),
        ("limit=-1", "limit"),
        ("account_id=17", "account_id"),
        ("search=%00", "query"),
        ("search=%ff", "query"),
        (&long, "search"),
    ] {
        let reply = test
            .api
            .get(&format!("/api/contacts?{bad}"))
            .await
            .expect(422);
        assert_eq!(
            keys(&reply),
            ["data", "errors", "message", "status"],
            "{bad}"
        );
        assert_eq!(reply["status"], "error");
        assert_eq!(reply["errors"][0]["field"], field, "{reply}");
    }
    let both = test
        .api
        .get("/api/contacts?page=0&limit=0")
        .await
        .expect(422);
    assert_eq!(both["errors"].as_array().map(Vec::len), Some(2));

    let (_, stranger) = test.other_workspace().await;
    let all = list(&test, "").await;
    let id = all["data"]["items"][0]["id"].as_str().expect("an id");
    let unknown = Uuid::now_v7().to_string();
    for (api, id) in [
        (&stranger, id),
        (&test.api, &unknown),
        (&test.api, "17"),
        (&test.api, "%00"),
        (&test.api, "%ff"),
        (
            &test.api,
            "x'; DROP TABLE contacts;--".replace(' ', "%20").as_str(),
        ),
    ] {
        for path in [
            format!("/api/contacts/{id}"),
            format!("/api/contacts/{id}/session-data"),
        ] {
            let reply = api.get(&path).await.expect(404);
            assert_eq!(reply["status"], "error", "{path}");
            assert_eq!(reply["data"], Value::Null);
            assert_eq!(keys(&reply), ["data", "message", "status"]);
        }
    }
    assert_eq!(
        stranger.get("/api/contacts").await.expect(200)["data"]["total"],
        0
    );
    assert_eq!(
        test.anonymous().get("/api/contacts").await.expect(401)["status"],
        "error"
    );
}
