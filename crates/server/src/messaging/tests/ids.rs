//! Ids that change, come late, or stand somewhere else.

use super::*;

#[tokio::test]
async fn what_is_told_late_turns_no_number_and_no_name_back() {
    let (test, line) = start().await;
    let before = Person::new("966501234567", "SA.77aa", "Noura");
    let after = Person::new("966559999999", "SA.77aa", "Noura Saleh");
    let moved = |at: i64, from: &str, to: &str| {
        json!({"messages": [{"id": format!("wamid.S{at}"), "timestamp": at.to_string(),
            "type": "system", "from": from, "system": {"type": "user_changed_number",
            "body": "Noura changed", "wa_id": to, "user_id": "SA.77aa"}}]})
    };
    let now = async || {
        let known = contacts(&test).await.remove(0);
        (known.phone, known.profile_name)
    };
    let expected = (
        Some("+966559999999".to_owned()),
        Some("Noura Saleh".to_owned()),
    );
    line.receive(&before, vec![text("wamid.1", T, "hi")]).await;
    line.deliver("messages", moved(T + 10, "966501234567", "966550000000"))
        .await;
    line.deliver("messages", moved(T + 20, "966550000000", "966559999999"))
        .await;
    line.receive(&after, vec![text("wamid.2", T + 30, "hi")])
        .await;
    assert_eq!(now().await, expected);
    // A message to the old number failed; such a status names nothing but the number.
    let failed = json!({"id": "wamid.OUT", "status": "failed", "timestamp": (T + 60).to_string(),
        "recipient_id": "966501234567"});
    line.deliver("messages", json!({"statuses": [failed]}))
        .await;
    assert_eq!(now().await, expected, "a status says where it went");
    line.receive(&before, vec![text("wamid.3", T + 5, "late")])
        .await;
    assert_eq!(now().await, expected, "a message from before the change");
    line.deliver("messages", moved(T + 10, "966501234567", "966550000000"))
        .await;
    assert_eq!(now().await, expected, "the first change, told again");
    assert_eq!(count(&test, "customers").await, 1);
    assert_eq!(
        count(&test, "events WHERE kind = 'contact.number_changed'").await,
        2
    );
}

#[tokio::test]
async fn a_late_message_neither_moves_the_contact_nor_starts_after_its_conversation() {
    let (test, line) = start().await;
    let other = test.line().await;
    line.receive(&noura(), vec![text("wamid.1", T + 50, "latest")])
        .await;
    other
        .receive(&noura(), vec![text("wamid.2", T, "earlier, elsewhere")])
        .await;
    line.receive(&noura(), vec![text("wamid.3", T + 10, "earlier, here")])
        .await;
    let accounts: Vec<(i64,)> = all(&test, "SELECT account_id FROM contacts").await;
    assert_eq!(accounts, [(line.account.0,)]);
    let started: Vec<(i64,)> = all(&test, "SELECT started_at FROM conversations ORDER BY id").await;
    assert_eq!(started, [((T + 10) * 1_000_000,), (T * 1_000_000,)]);
}

#[tokio::test]
async fn whatever_whatsapp_tells_of_a_person_is_in_their_timeline_once() {
    let (test, line) = start().await;
    line.receive(&noura(), vec![text("wamid.1", T, "hi")]).await;
    let told = |kind: &str| {
        json!({"messages": [{"id": format!("wamid.{kind}"), "timestamp": T.to_string(),
            "type": "system", "from": "966501234567", "from_user_id": "SA.77aa",
            "system": {"type": kind, "body": "Something happened"}}]})
    };
    for kind in ["customer_identity_changed", "something_new"] {
        line.deliver("messages", told(kind)).await;
        line.deliver("messages", told(kind)).await;
    }
    assert_eq!(
        kinds(&test).await,
        [
            "customer.created",
            "contact.system_message",
            "contact.system_message"
        ]
    );
    assert_eq!(states(&test).await, ["done"; 5]);
    assert_eq!(contacts(&test).await[0].bsuid.as_deref(), Some("SA.77aa"));
}

#[tokio::test]
async fn after_a_move_without_a_new_user_id_the_next_message_is_of_the_same_person() {
    let (test, line) = start().await;
    line.receive(&noura(), vec![text("wamid.1", T, "hi")]).await;
    let moved = json!({"messages": [{"id": "wamid.S", "timestamp": (T + 5).to_string(),
        "type": "system", "from": "966501234567", "system": {"type": "user_changed_number",
        "body": "Noura changed", "wa_id": "966540000000"}}]});
    line.deliver("messages", moved.clone()).await;
    assert_eq!(contacts(&test).await[0].bsuid, None);
    let after = Person::new("966540000000", "SA.new", "Noura");
    line.receive(&after, vec![text("wamid.2", T + 9, "me again")])
        .await;
    line.deliver("messages", moved).await;
    line.receive(&noura(), vec![text("wamid.0", T - 9, "from before")])
        .await;
    assert_eq!(
        (count(&test, "customers").await, flags(&test).await),
        (1, 0)
    );
    assert_eq!(contacts(&test).await[0].bsuid.as_deref(), Some("SA.new"));
}

#[tokio::test]
async fn a_form_of_somebody_elses_number_is_theirs() {
    let (test, line) = start().await;
    let joao = Person::new("551187654321", "BR.j", "João");
    line.receive(&joao, vec![text("wamid.1", T, "oi")]).await;
    let rita = Person::new("5521987654321", "BR.r", "Rita");
    line.receive(&rita, vec![text("wamid.2", T, "oi")]).await;
    let moved = json!({"messages": [{"id": "wamid.S", "timestamp": (T + 5).to_string(),
        "type": "system", "from": "5521987654321", "system": {"type": "user_changed_number",
        "body": "Rita changed", "wa_id": "5511987654321", "user_id": "BR.r2"}}]});
    line.deliver("messages", moved).await;
    let phones: Vec<_> = contacts(&test)
        .await
        .into_iter()
        .map(|one| one.phone)
        .collect();
    assert_eq!(
        phones,
        [
            Some("+551187654321".to_owned()),
            Some("+5521987654321".to_owned())
        ]
    );
    assert_eq!(flags(&test).await, 1, "two people, for a person to decide");
    let forms = count(&test, "contact_aliases WHERE value = '+5511987654321'").await;
    assert_eq!(forms, 0);
}

#[tokio::test]
async fn a_card_without_a_whatsapp_id_gives_the_number_written_on_it() {
    let (test, line) = start().await;
    line.receive(
        &Person::new("966501234567", "", "Sara"),
        vec![text("wamid.1", T, "hi")],
    )
    .await;
    let card = |id: &str, phone: &str| {
        json!({"id": id, "timestamp": (T + 1).to_string(), "type": "contacts",
            "contacts": [{"origin": "contact_request", "phones": [{"phone": phone}]}]})
    };
    let by_id = Person::new("", "SA.x1", "Sara");
    line.receive(&by_id, vec![card("wamid.C", "0501234567")])
        .await;
    assert_eq!(flags(&test).await, 0, "whose country?");
    line.receive(&by_id, vec![card("wamid.D", "+966 50 123 4567")])
        .await;
    assert_eq!(flags(&test).await, 1, "somebody has this number");
    let bo = Person::new("", "SA.x2", "Bo");
    line.receive(&bo, vec![card("wamid.E", "+966 55 000 0000")])
        .await;
    assert_eq!(
        contacts(&test).await[2].phone.as_deref(),
        Some("+966550000000")
    );
}
