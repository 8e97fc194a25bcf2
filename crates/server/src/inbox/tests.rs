//! The inbox's search as an agent uses it.

use serde_json::{Value, json};

use crate::access::Actor;
use crate::customers::{self, NewContact, NewCustomer, Source};
use crate::kernel::email::Email;
use crate::kernel::phone::PhoneNumber;
use crate::testing::whatsapp::{Person, text};
use crate::testing::{NOW, TestApp};

async fn contact(test: &TestApp, name: &str, phone: &str, email: Option<&str>) {
    let mut tx = test.app.db.begin().await.expect("begin");
    let new = NewCustomer {
        name: Some(name.into()),
        email: email.map(|email| Email::parse(email).expect("an address")),
        ..NewCustomer::unknown(Source::Api)
    };
    let by = (Actor::System, NOW);
    let customer = customers::create(&mut tx, test.workspace, new, by.0, by.1)
        .await
        .expect("created");
    let phone = PhoneNumber::parse(phone, None).expect("a number");
    let new = NewContact::whatsapp(phone);
    let secrets = &test.app.secrets;
    customers::add_contact(&mut tx, secrets, test.workspace, customer, new, by)
        .await
        .expect("added");
    tx.commit().await.expect("commit");
}

fn names(reply: &Value) -> Vec<&str> {
    let contacts = reply["contacts"].as_array().expect("contacts");
    contacts
        .iter()
        .map(|contact| contact["name"].as_str().unwrap_or_default())
        .collect()
}

#[tokio::test]
async fn the_best_hit_comes_first() {
    let test = TestApp::start().await;
    contact(&test, "Khalid Ali", "+966501111111", Some("k@example.com")).await;
    contact(&test, "Ali Hassan", "+966502222222", None).await;
    contact(&test, "Natalia", "+966503333333", Some("ali@example.com")).await;
    contact(&test, "أحمد علي", "+966504444444", None).await;
    let line = test.line().await;
    let person = Person::new("966505555555", "SA.5", "نورة 🌸");
    line.receive(&person, vec![text("wamid.1", 1_795_160_000, "مرحبا")])
        .await;
    let search = |q: &str| {
        let path = format!("/api/inbox/contacts/search?q={q}");
        let api = test.api.clone();
        async move { api.get(&path).await.expect(200) }
    };

    let found = search("ali").await;
    assert_eq!(names(&found), ["Ali Hassan", "Khalid Ali", "Natalia"]);
    let mut keys: Vec<_> = found["contacts"][0]
        .as_object()
        .expect("a contact")
        .keys()
        .collect();
    keys.sort_unstable();
    assert_eq!(keys, ["customer_id", "id", "name", "phone", "source"]);
    assert_eq!(found["contacts"][0]["source"], "contact");
    assert_eq!(names(&search("ALI@example.com").await), ["Natalia"]);
    assert_eq!(
        names(&search("%D8%A7%D8%AD%D9%85%D8%AF").await),
        ["أحمد علي"]
    ); // احمد
    let found = search("%D9%86%D9%88%D8%B1%D9%87").await; // نوره
    assert_eq!(names(&found), ["نورة 🌸"]);
    assert_eq!(found["contacts"][0]["source"], "customer");
    // +966 (50) 555-5555, in Latin and in Arabic-Indic digits; the national form; a part.
    for number in [
        "%2B966%20(50)%20555-5555",
        "00966505555555",
        "%D9%A0%D9%A5%D9%A0%20%D9%A5%D9%A5%D9%A5%D9%A5%D9%A5%D9%A5%D9%A5",
        "0505555555",
        "55555",
    ] {
        assert_eq!(names(&search(number).await), ["نورة 🌸"], "{number}");
    }
    assert_eq!(names(&search("0").await).len(), 5);
    assert_eq!(names(&search("a&limit=2").await).len(), 2);
    assert_eq!(names(&search("0&limit=1000000000").await).len(), 5);
}

#[tokio::test]
async fn a_good_hit_is_found_among_many_newer_ones() {
    let test = TestApp::start().await;
    contact(&test, "Ali", "+966500000001", None).await;
    contact(&test, "Omar", "+966500000002", Some("ali@example.com")).await;
    contact(&test, "Alia Noor", "+966500000003", None).await;
    for index in 0..60 {
        let (phone, email) = (
            format!("+9665100000{index:02}"),
            format!("ghali@example.com.g{index}"),
        );
        contact(&test, "Khalid Ghali", &phone, Some(&email)).await;
    }
    let search = |q: &str| {
        let path = format!("/api/inbox/contacts/search?q={q}");
        let api = test.api.clone();
        async move { api.get(&path).await.expect(200) }
    };
    let found = search("ali").await;
    assert_eq!(names(&found)[..3], ["Alia Noor", "Ali", "Khalid Ghali"]);
    assert_eq!(names(&found).len(), 20);
    assert_eq!(names(&search("ali@example.com").await)[0], "Omar");
}

#[tokio::test]
async fn nothing_finds_nobody_and_bad_searches_are_refused() {
    let test = TestApp::start().await;
    contact(&test, "Ali", "+966501111111", None).await;
    let path = "/api/inbox/contacts/search";
    for nothing in ["", "?q=", "?q=%20", "?q=%2B"] {
        let found = test.api.get(&format!("{path}{nothing}")).await.expect(200);
        assert_eq!(found, json!({"contacts": []}), "{nothing}");
    }
    let long = format!("q={}", "x".repeat(201));
    for bad in [
        "q=%00",
        "q=%ff",
        "q=a&limit=0",
        "q=a&limit=-1",
        "q=a&page=1",
        &long,
    ] {
        let refused = test.api.get(&format!("{path}?{bad}")).await.expect(422);
        assert_eq!(refused["code"], "invalid", "{bad}");
    }
    let (_, stranger) = test.other_workspace().await;
    let found = stranger.get(&format!("{path}?q=ali")).await.expect(200);
    assert_eq!(found, json!({"contacts": []}));
}
