//! The views of the inbox: filters, the search for whom a conversation is with, counts.

use super::super::list;
use super::*;
use crate::search::Query;

async fn found(test: &TestApp, query: &str) -> Vec<i64> {
    let path = format!("/api/conversations?{query}");
    ids(&test.api.get(&path).await.expect(200))
}

#[tokio::test]
async fn each_view_has_its_conversations_and_counts_them() {
    let (test, line) = start().await;
    let (sara, agent) = test.signed_in("Sara", Role::Agent).await;
    let order = found(&test, "").await;
    let account = line.account.0;
    for (index, change) in [
        json!({"assignee_id": sara}),
        json!({"assignee_id": sara, "status": "pending", "unread": false}),
        json!({"status": "snoozed"}),
        json!({"unread": false}),
    ]
    .into_iter()
    .enumerate()
    {
        let path = format!("/api/conversations/{}", order[index]);
        test.api.patch(&path, change).await.expect(200);
    }
    let pick = |picked: &[usize]| picked.iter().map(|index| order[*index]).collect::<Vec<_>>();
    let sara_s = format!("assignee_id={sara}");
    for (query, expected) in [
        (sara_s.clone(), pick(&[0, 1])),
        (format!("{sara_s}&status=open"), pick(&[0])),
        (format!("{sara_s}&unread=true"), pick(&[0])),
        (format!("{sara_s}&unread=true&status=pending"), vec![]),
        (format!("{sara_s}&account_id={account}&search=nora"), vec![]),
        ("assignee_id=none".into(), pick(&[2, 3, 4])),
        ("assignee_id=none&status=open".into(), pick(&[3, 4])),
        ("assignee_id=none&unread=true".into(), pick(&[2, 4])),
        (
            format!("assignee_id=none&account_id={account}&status=snoozed"),
            pick(&[2]),
        ),
        ("unread=true".into(), pick(&[0, 2, 4])),
        ("unread=false".into(), order.clone()),
        ("unread=true&status=open".into(), pick(&[0, 4])),
        (
            format!("unread=true&account_id={account}"),
            pick(&[0, 2, 4]),
        ),
        (format!("unread=true&account_id={}", account + 1), vec![]),
        ("status=snoozed".into(), pick(&[2])),
    ] {
        assert_eq!(found(&test, &query).await, expected, "{query}");
        if let Some(first) = expected.first() {
            let page = format!("/api/conversations?limit=1&{query}");
            let page = test.api.get(&page).await.expect(200);
            assert_eq!(ids(&page), [*first], "{query}");
            let next = page["next_cursor"].as_str();
            let rest = match next {
                Some(cursor) => found(&test, &format!("{query}&cursor={cursor}")).await,
                None => vec![],
            };
            assert_eq!(rest, expected[1..], "{query}");
        }
    }
    let mine = agent.get("/api/conversations?assignee_id=me").await;
    assert_eq!(ids(&mine.expect(200)), pick(&[0, 1]));
    for bad in [
        "assignee_id=me",
        "assignee_id=nobody",
        "unread=2",
        "status=done",
    ] {
        let path = format!("/api/conversations?{bad}");
        let refused = test.api.get(&path).await.expect(422);
        let field = bad.split('=').next().expect("a field");
        assert_eq!(refused["errors"][0]["field"], field, "{bad}");
    }

    let counts = agent.get("/api/inbox/counts").await.expect(200);
    let expected = json!({"mine": 1, "unassigned": 2, "open": 3, "pending": 1, "snoozed": 1,
        "unread": 3, "most": 10_000});
    assert_eq!(counts, expected);
    let counts = test.api.get("/api/inbox/counts").await.expect(200);
    assert_eq!(counts["mine"], Value::Null, "a key answers nobody");
    let (_, stranger) = test.other_workspace().await;
    let counts = stranger.get("/api/inbox/counts").await.expect(200);
    assert_eq!(counts["open"], 0);
    test.anonymous().get("/api/inbox/counts").await.expect(401);
}

#[tokio::test]
async fn conversations_are_found_by_whom_they_are_with() {
    let test = TestApp::start().await;
    let line = test.line().await;
    for (n, name) in ["Ali Hassan", "Noura", "Alia", "نورة"]
        .into_iter()
        .enumerate()
    {
        let n = n as i64;
        let whom = Person::new(&format!("9665012345{n:02}"), &format!("SA.{n}"), name);
        let message = text(&format!("wamid.{n}"), T - n, "مرحبا");
        line.receive(&whom, vec![message]).await;
    }
    let order = found(&test, "").await;
    let (ali, noura, alia, arabic) = (order[0], order[1], order[2], order[3]);
    for (words, expected) in [
        ("ali", vec![ali, alia]),
        ("ALI%20has", vec![ali]),
        ("%2B966%2050%20123%204501", vec![noura]),
        ("%D9%86%D9%88%D8%B1%D9%87", vec![arabic]), // نوره
        ("nobody", vec![]),
        ("", order.clone()),
    ] {
        assert_eq!(
            found(&test, &format!("search={words}")).await,
            expected,
            "{words}"
        );
    }
    let one = found(&test, "search=ali&limit=1").await;
    assert_eq!(one, [ali]);
    assert_eq!(found(&test, "search=ali&status=resolved").await, [0; 0]);
    assert_eq!(found(&test, "search=966&unread=true").await, order);
    for bad in [format!("search={}", "x".repeat(201)), "search=%00".into()] {
        let path = format!("/api/conversations?{bad}");
        test.api.get(&path).await.expect(422);
    }
    let (_, stranger) = test.other_workspace().await;
    let theirs = stranger.get("/api/conversations?search=ali").await;
    assert_eq!(theirs.expect(200)["items"], json!([]));

    // Very common words walk the list instead: the same rows, page by page.
    let query = Query::parse("ali").expect("a search");
    let filter = list::Filter::default();
    let walk =
        |after, limit| list::walk(&test.app.db, test.workspace, &filter, &query, after, limit);
    let first = walk(None, 1).await.expect("walked");
    let ids = |page: &list::Found| page.ids.iter().map(|id| id.0).collect::<Vec<_>>();
    assert_eq!(ids(&first), [ali]);
    assert!(first.next.is_some());
    let second = walk(first.next, 1).await.expect("walked");
    assert_eq!((ids(&second), second.next), (vec![alia], None));
}
