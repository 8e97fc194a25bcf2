//! Phone numbers in filters and searches, however somebody writes them.

use serde_json::{Value, json};

use crate::testing::{Api, TestApp};

/// Ahmed with a number of Riyadh, and somebody else.
async fn two_people() -> TestApp {
    let test = TestApp::start().await;
    for (name, phone) in [
        ("Ahmed", "+966501234567"),
        ("Mona", "+966509876543"),
        ("Cafe 24-7", "+201001112222"),
    ] {
        let body = json!({"name": name, "phone": phone});
        test.api.post("/api/customers", body).await.expect(201);
    }
    test
}

fn names(page: &Value) -> Vec<&str> {
    let items = page["items"].as_array().expect("items");
    items
        .iter()
        .filter_map(|item| item["name"].as_str())
        .collect()
}

async fn search(api: &Api, body: Value) -> Value {
    api.post("/api/customers/search", body).await.expect(200)
}

#[tokio::test]
async fn the_phone_filter_compares_digits() {
    let test = two_people().await;
    for number in [
        "+966 50 123 4567",
        "966501234567",
        "00966-50-1234567",
        "0501234567",
        "٠٥٠ ١٢٣ ٤٥٦٧",
    ] {
        let is = json!({"filter": {"field": "phone", "op": "eq", "value": number}});
        assert_eq!(names(&search(&test.api, is).await), ["Ahmed"], "{number}");
        let either = json!({"filter": {"field": "phone", "op": "in", "value": ["+1", number]}});
        let found = search(&test.api, either).await;
        assert_eq!(names(&found), ["Ahmed"], "{number}");
        let not =
            json!({"sort": "name", "filter": {"field": "phone", "op": "ne", "value": number}});
        let found = search(&test.api, not).await;
        assert_eq!(names(&found), ["Cafe 24-7", "Mona"], "{number}");
    }
    for (text, found) in [
        ("phone~\"050 123\"", &["Ahmed"] as &[_]),
        ("phone:\"+966 50\"*", &["Ahmed", "Mona"]),
        ("phone:050*", &["Ahmed", "Mona"]),
        ("phone:0501234568", &[]),
        ("phone~abc", &[]),
    ] {
        let page = search(&test.api, json!({"q": text, "sort": "name"})).await;
        assert_eq!(names(&page), found, "{text}");
    }
}

#[tokio::test]
async fn a_number_among_words_is_found_in_every_search() {
    let test = two_people().await;
    for text in [
        "00966501234567",
        "Ahmed +966501234567",
        "Ahmed 050-123",
        "050/123 4567",
        "050\u{2013}123\u{2011}4567",
        "ahmed 00966501234567",
    ] {
        let page = search(&test.api, json!({ "q": text })).await;
        assert_eq!(names(&page), ["Ahmed"], "{text}");
        let text = percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC);
        let inbox = format!("/api/inbox/contacts/search?q={text}");
        let found = test.api.get(&inbox).await.expect(200);
        assert!(found.to_string().contains("Ahmed"), "{inbox}: {found}");
        let contacts = format!("/api/contacts?search={text}");
        let found = test.api.get(&contacts).await.expect(200);
        assert_eq!(found["data"]["total"], 1, "{contacts}");
    }
    let page = search(&test.api, json!({"q": "cafe 24-7"})).await;
    assert_eq!(names(&page), ["Cafe 24-7"]);
}

#[tokio::test]
async fn two_searches_stay_two() {
    let test = two_people().await;
    let both = json!({"filter": {"and": [{"search": "966"}, {"search": "4567"}]}});
    let page = search(&test.api, both.clone()).await;
    assert_eq!(names(&page), ["Ahmed"]);
    assert_eq!(page["filter"], both["filter"]);
    assert_eq!(page["q"], "966 AND 4567");
    let again = search(&test.api, json!({"q": page["q"]})).await;
    assert_eq!(again["filter"], both["filter"]);
    let apart = json!({"filter": {"search": "966"}, "q": "4567"});
    assert_eq!(names(&search(&test.api, apart).await), ["Ahmed"]);
    let one = search(&test.api, json!({"q": "966 4567"})).await;
    assert_eq!(names(&one), [""; 0]);
}

#[tokio::test]
async fn city_is_the_workspaces_attribute_once_it_has_one() {
    let test = TestApp::start().await;
    for body in [
        json!({"name": "Lives", "location": {"city": "Riyadh"}}),
        json!({"name": "Says", "attributes": {"city": "Riyadh"}}),
    ] {
        test.api.post("/api/customers", body).await.expect(201);
    }
    let before = search(&test.api, json!({"q": "city:Riyadh"})).await;
    assert_eq!(names(&before), ["Lives"]);
    let attribute = json!({"key": "city", "label": "City", "type": "text"});
    test.api
        .post("/api/attributes", attribute)
        .await
        .expect(201);
    let after = search(&test.api, json!({"q": "city:Riyadh"})).await;
    assert_eq!(names(&after), ["Says"]);
    assert_eq!(after["filter"]["field"], "attributes.city");
    let stored = search(&test.api, json!({"filter": before["filter"]})).await;
    assert_eq!(
        names(&stored),
        ["Lives"],
        "a stored filter means what it meant"
    );
    assert_eq!(stored["q"], "location.city:Riyadh");
}
