//! Who somebody is: numbers, user ids, and people who are never merged silently.

use super::*;

#[tokio::test]
async fn a_first_message_makes_a_customer() {
    let (test, line) = start().await;
    line.receive(&noura(), vec![text("wamid.1", T, "السلام عليكم")])
        .await;
    let rows: Vec<(
        Option<String>,
        Option<String>,
        Option<String>,
        String,
        String,
    )> = all(
        &test,
        "SELECT name, phone, country, source, stage FROM customers",
    )
    .await;
    let expected = (
        Some("نورة العتيبي 🌸".into()),
        Some("+966501234567".into()),
        Some("SA".into()),
        "inbound".into(),
        "prospect".into(),
    );
    assert_eq!(rows, [expected]);
    assert_eq!(kinds(&test).await, ["customer.created"]);
}

#[tokio::test]
async fn somebody_without_a_number_is_a_full_customer_and_keeps_it_when_it_comes() {
    let (test, line) = start().await;
    let mut person = Person::new("", "BR.9zz", "Ana");
    person.username = Some("@ana.b".into());
    line.receive(&person, vec![text("wamid.1", T, "oi")]).await;
    person.number = Some("5511987654321".into());
    person.name = Some("Ana Souza".into());
    line.receive(&person, vec![text("wamid.2", T + 5, "eu")])
        .await;
    let known = contacts(&test).await;
    assert_eq!(known.len(), 1);
    assert_eq!(known[0].phone.as_deref(), Some("+5511987654321"));
    let rows: Vec<(Option<String>, Option<String>, Option<String>)> =
        all(&test, "SELECT name, phone, country FROM customers").await;
    assert_eq!(
        rows,
        [(
            Some("Ana Souza".into()),
            Some("+5511987654321".into()),
            Some("BR".into())
        )]
    );
    let usernames: Vec<(String,)> = all(&test, "SELECT username FROM contacts").await;
    assert_eq!(usernames, [("ana.b".to_owned(),)]);
    assert_eq!(
        kinds(&test).await,
        ["customer.created", "contact.profile_name_changed"]
    );
}

#[tokio::test]
async fn the_forms_of_a_brazilian_number_are_one_person() {
    let (test, line) = start().await;
    line.receive(
        &Person::new("551187654321", "", "João"),
        vec![text("wamid.1", T, "oi")],
    )
    .await;
    line.receive(
        &Person::new("5511987654321", "", "João"),
        vec![text("wamid.2", T + 1, "oi")],
    )
    .await;
    assert_eq!(count(&test, "customers").await, 1);
    let known = contacts(&test).await;
    assert_eq!(
        known[0].phone.as_deref(),
        Some("+551187654321"),
        "the number as first written"
    );
    assert_eq!(known[0].wa_id.as_deref(), Some("5511987654321"));
}

#[tokio::test]
async fn a_name_set_by_the_team_is_not_overwritten() {
    let (test, line) = start().await;
    line.receive(&noura(), vec![text("wamid.1", T, "hi")]).await;
    sql("UPDATE customers SET name = 'Noura (VIP)', name_by_person = TRUE")
        .run(&test.app.db)
        .await
        .expect("renamed");
    let renamed = Person {
        name: Some("Noura".into()),
        ..noura()
    };
    line.receive(&renamed, vec![text("wamid.2", T + 1, "hi")])
        .await;
    let names: Vec<(String,)> = all(&test, "SELECT name FROM customers").await;
    assert_eq!(names, [("Noura (VIP)".to_owned(),)]);
    assert_eq!(
        contacts(&test).await[0].profile_name.as_deref(),
        Some("Noura")
    );
}

#[tokio::test]
async fn a_known_user_id_with_a_new_number_is_the_same_person() {
    let (test, line) = start().await;
    line.receive(&noura(), vec![text("wamid.1", T, "hi")]).await;
    let moved = Person {
        number: Some("966559999999".into()),
        ..noura()
    };
    line.receive(&moved, vec![text("wamid.2", T + 1, "new number")])
        .await;
    line.receive(&moved, vec![text("wamid.3", T + 2, "again")])
        .await;
    assert_eq!(count(&test, "customers").await, 1);
    assert_eq!(
        contacts(&test).await[0].phone.as_deref(),
        Some("+966559999999")
    );
    assert_eq!(
        kinds(&test).await,
        ["customer.created", "contact.number_changed"]
    );
    assert_eq!(flags(&test).await, 0);
}

#[tokio::test]
async fn a_known_number_with_another_user_id_is_a_stranger_until_a_person_decides() {
    let (test, line) = start().await;
    line.receive(&noura(), vec![text("wamid.1", T, "hi")]).await;
    let stranger = Person::new("966501234567", "SA.other", "Faisal");
    line.receive(
        &stranger,
        vec![text("wamid.2", T + 1, "who had this number?")],
    )
    .await;
    line.receive(&stranger, vec![text("wamid.3", T + 2, "?")])
        .await;
    assert_eq!(count(&test, "customers").await, 2);
    assert_eq!(flags(&test).await, 1);
    let flagged: Vec<(bool,)> = all(&test, "SELECT duplicate_flag FROM customers").await;
    assert_eq!(flagged, [(true,), (true,)]);
    let per_contact: Vec<(i64,)> = all(
        &test,
        "SELECT CAST(COUNT(*) AS BIGINT) FROM messages GROUP BY contact_id ORDER BY contact_id",
    )
    .await;
    assert_eq!(per_contact, [(1,), (2,)]);
}

#[tokio::test]
async fn two_known_people_are_flagged_and_never_merged() {
    let (test, line) = start().await;
    line.receive(
        &Person::new("966501234567", "", "By number"),
        vec![text("wamid.1", T, "a")],
    )
    .await;
    line.receive(
        &Person::new("", "SA.77aa", "By user id"),
        vec![text("wamid.2", T + 1, "b")],
    )
    .await;
    line.receive(&noura(), vec![text("wamid.3", T + 2, "both")])
        .await;
    assert_eq!(count(&test, "customers").await, 2);
    assert_eq!(flags(&test).await, 1);
}

#[tokio::test]
async fn a_system_message_links_the_new_ids_and_is_idempotent() {
    let (test, line) = start().await;
    line.receive(&noura(), vec![text("wamid.1", T, "hi")]).await;
    let moved = json!({"messages": [{"id": "wamid.S", "timestamp": T.to_string(), "type": "system", "from": "966501234567",
        "system": {"type": "user_changed_number", "body": "Noura changed", "wa_id": "966540000000", "user_id": "SA.new", "previous_user_id": "SA.77aa"}}]});
    line.deliver("messages", moved.clone()).await;
    line.deliver("messages", moved).await;
    let known = contacts(&test).await;
    assert_eq!(
        (known[0].phone.as_deref(), known[0].bsuid.as_deref()),
        (Some("+966540000000"), Some("SA.new"))
    );
    assert_eq!(
        kinds(&test).await,
        [
            "customer.created",
            "contact.user_id_changed",
            "contact.number_changed",
            "contact.system_message"
        ]
    );
    let told: Vec<(crate::db::Json<Value>,)> = all(
        &test,
        "SELECT data FROM events WHERE kind = 'contact.system_message'",
    )
    .await;
    assert_eq!(told[0].0.0["body"], "Noura changed");
    assert_eq!(told[0].0.0["number"], "966540000000");
    assert_eq!(count(&test, "messages").await, 1, "not a message to show");
    let after = Person::new("966540000000", "SA.new", "نورة العتيبي 🌸");
    line.receive(&after, vec![text("wamid.2", T + 9, "me again")])
        .await;
    line.receive(&noura(), vec![text("wamid.3", T - 9, "late, from before")])
        .await;
    assert_eq!(count(&test, "customers").await, 1);
    let customers: Vec<(Option<String>,)> = all(&test, "SELECT phone FROM customers").await;
    assert_eq!(customers.len(), 1);
}

#[tokio::test]
async fn a_system_message_after_the_first_message_with_the_new_id_flags_both() {
    let (test, line) = start().await;
    line.receive(&noura(), vec![text("wamid.1", T, "hi")]).await;
    line.receive(
        &Person::new("966540000000", "SA.new", "نورة"),
        vec![text("wamid.2", T + 1, "early")],
    )
    .await;
    let moved = json!({"messages": [{"id": "wamid.S", "timestamp": T.to_string(), "type": "system",
        "system": {"type": "user_changed_user_id", "body": "User changed", "user_id": "SA.new", "previous_user_id": "SA.77aa"}}]});
    line.deliver("messages", moved.clone()).await;
    line.deliver("messages", moved).await;
    assert_eq!(count(&test, "customers").await, 2);
    assert_eq!(flags(&test).await, 1);
    let unknown = json!({"messages": [{"id": "wamid.U", "timestamp": T.to_string(), "type": "system",
        "system": {"type": "user_changed_user_id", "user_id": "SA.b", "previous_user_id": "SA.a"}}]});
    line.deliver("messages", unknown).await;
    assert_eq!(count(&test, "customers").await, 2);
    assert_eq!(
        states(&test).await,
        ["done", "done", "done", "done", "kept"]
    );
}

#[tokio::test]
async fn a_number_shared_on_request_is_the_persons_own() {
    let (test, line) = start().await;
    let person = Person::new("", "SA.x1", "Sara");
    let card = json!({"id": "wamid.C", "timestamp": T.to_string(), "type": "contacts",
        "contacts": [{"origin": "contact_request", "phones": [{"phone": "+966 50 123 4567", "wa_id": "966501234567", "type": "CELL"}]}]});
    line.receive(&person, vec![card]).await;
    assert_eq!(
        contacts(&test).await[0].phone.as_deref(),
        Some("+966501234567")
    );
    let other = json!({"id": "wamid.D", "timestamp": T.to_string(), "type": "contacts",
        "contacts": [{"name": {"formatted_name": "Bo"}, "phones": [{"phone": "+966 55 000 0000", "wa_id": "966550000000"}]}]});
    line.receive(&person, vec![other]).await;
    assert_eq!(
        contacts(&test).await[0].phone.as_deref(),
        Some("+966501234567"),
        "an ordinary card is somebody else"
    );
}

#[tokio::test]
async fn another_workspace_with_the_same_customer_shares_nothing() {
    let (test, line) = start().await;
    let (other, api) = test.other_workspace().await;
    let theirs = crate::testing::whatsapp::connect(&test.app, other, api).await;
    line.receive(&noura(), vec![text("wamid.1", T, "hi")]).await;
    theirs
        .receive(&noura(), vec![text("wamid.1", T, "hi")])
        .await;
    let rows: Vec<(i64, i64)> = all(&test, "SELECT workspace_id, CAST(COUNT(*) AS BIGINT) FROM messages GROUP BY workspace_id ORDER BY 1").await;
    assert_eq!(rows, [(test.workspace.0, 1), (other.0, 1)]);
    assert_eq!(count(&test, "customers").await, 2);
    // A number of one workspace named in a webhook of another's app is nobody's.
    let mut value = noura().says(vec![text("wamid.9", T, "hi")]);
    value["metadata"] = json!({"phone_number_id": line.number});
    theirs.deliver("messages", value).await;
    assert_eq!(count(&test, "messages").await, 2);
}

#[tokio::test]
async fn ids_that_stand_only_beside_a_change_count_as_its_own() {
    let (test, line) = start().await;
    line.receive(
        &Person::new("966501234567", "", "Noura"),
        vec![text("wamid.1", T, "hi")],
    )
    .await;
    // As Meta's sample has it: the preference names the user id, the person beside it the number.
    let mut person = noura().contact();
    person["parent_user_id"] = "SA.ENT.5".into();
    let stop = json!({"contacts": [person], "user_preferences": [{"user_id": "SA.77aa",
        "category": "marketing_messages", "value": "stop", "timestamp": T + 1}]});
    line.deliver("user_preferences", stop).await;
    let out: Vec<(Option<String>, bool)> =
        all(&test, "SELECT phone, opted_out FROM customers").await;
    assert_eq!(out, [(Some("+966501234567".to_owned()), true)]);
    let ids: Vec<(Option<String>, Option<String>)> =
        all(&test, "SELECT bsuid, parent_bsuid FROM contacts").await;
    assert_eq!(ids, [(Some("SA.77aa".into()), Some("SA.ENT.5".into()))]);

    let sami = Person::new("971501112233", "", "Sami");
    line.receive(&sami, vec![text("wamid.2", T, "hi")]).await;
    let named = Person::new("971501112233", "AE.1", "Sami").contact();
    let echo = json!({"contacts": [named], "message_echoes": [{"from": "966112000000",
        "to_user_id": "AE.1", "id": "wamid.E", "timestamp": T.to_string(), "type": "text",
        "text": {"body": "from the phone"}}]});
    line.deliver("smb_message_echoes", echo).await;
    assert_eq!(count(&test, "customers").await, 2);
    let mut value = sami.says(vec![text("wamid.3", T + 2, "and the company")]);
    value["contacts"][0]["parent_user_id"] = "AE.ENT.1".into();
    line.deliver("messages", value).await;
    let parents: Vec<(Option<String>,)> = all(
        &test,
        "SELECT parent_bsuid FROM contacts ORDER BY id DESC LIMIT 1",
    )
    .await;
    assert_eq!(parents, [(Some("AE.ENT.1".to_owned()),)]);
}
