//! The queue as whoever writes jobs sees it, and as a person does who looks after them.

use std::collections::HashMap;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

use super::model::pause;
use super::*;
use crate::app::App;
use crate::db::sql;
use crate::kernel::clock::{SECOND, Timestamp};
use crate::kernel::ids::WorkspaceId;
use crate::testing::{NOW, TestApp};

/// What was done, by test.
static DONE: Mutex<Option<HashMap<Uuid, Vec<String>>>> = Mutex::new(None);

/// Notes its word, after it failed in the way it is told.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Note {
    test: Uuid,
    word: String,
    fails: Fails,
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
enum Fails {
    Never,
    Always,
    AtOnce,
    ByPanic,
    Slowly,
}

impl Job for Note {
    const KIND: &'static str = "test.note";
    const ATTEMPTS: i64 = 3;

    async fn run(self, _: &App, turn: Turn) -> Result<(), JobError> {
        match self.fails {
            Fails::Never => {}
            Fails::Always if turn.is_last => return Err(JobError::retry("the last\ntime")),
            Fails::Always => return Err(JobError::retry("مشغول")),
            Fails::AtOnce => return Err(JobError::permanent("there is no such thing")),
            Fails::ByPanic => panic!("a job that panics"),
            Fails::Slowly => tokio::time::sleep(Duration::from_millis(50)).await,
        }
        let mut done = DONE.lock().expect("nobody panicked");
        let done = done.get_or_insert_default().entry(self.test).or_default();
        done.push(self.word);
        Ok(())
    }
}

/// A program with jobs that note what was done.
struct Desk {
    app: TestApp,
    test: Uuid,
}

impl Desk {
    async fn open() -> Self {
        let app = TestApp::start().await;
        let test = Uuid::new_v4();
        Self { app, test }
    }

    fn kinds() -> Kinds {
        Kinds::default().with::<Note>()
    }

    fn note(&self, word: &str, fails: Fails) -> Note {
        Note {
            test: self.test,
            word: word.to_owned(),
            fails,
        }
    }

    fn now(&self) -> Options {
        Options::at_once(self.app.app.clock.now())
    }

    async fn write(&self, word: &str, fails: Fails, options: Options) {
        self.write_all(vec![(self.app.workspace, self.note(word, fails), options)])
            .await;
    }

    async fn write_all(&self, jobs: Vec<(WorkspaceId, Note, Options)>) {
        let mut tx = self.app.app.db.begin().await.expect("begin");
        enqueue_all(&mut tx, jobs).await.expect("written");
        tx.commit().await.expect("commit");
    }

    async fn run(&self) -> usize {
        run_due(&self.app.app, &Self::kinds()).await
    }

    fn done(&self) -> Vec<String> {
        let mut done = DONE.lock().expect("nobody panicked");
        done.get_or_insert_default()
            .remove(&self.test)
            .unwrap_or_default()
    }

    /// State, attempts, seconds until it is tried, problem; in the order of their ids.
    async fn rows(&self) -> Vec<(String, i64, i64, Option<String>)> {
        let now = self.app.app.clock.now();
        let rows: Vec<(String, i64, Timestamp, Option<String>)> =
            sql("SELECT state, attempts, run_at, problem FROM jobs ORDER BY id")
                .all(&self.app.app.db)
                .await
                .expect("rows");
        rows.into_iter()
            .map(|(state, attempts, at, problem)| {
                (state, attempts, (at.0 - now.0) / SECOND, problem)
            })
            .collect()
    }

    async fn wait_until_empty(&self) {
        let begun = Instant::now();
        while !self.rows().await.is_empty() {
            assert!(begun.elapsed() < Duration::from_secs(20), "jobs are left");
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }

    async fn claim(&self, limit: usize) -> Vec<store::Claimed> {
        let kinds = Self::kinds().names();
        let claimed = store::claim(&self.app.app, &kinds, (&[], limit)).await;
        claimed.expect("claimed")
    }
}

fn key(name: &str) -> String {
    format!("contact:{name}")
}

#[tokio::test]
async fn jobs_of_one_key_run_in_order_and_the_others_beside_them() {
    let desk = Desk::open().await;
    let mut jobs = Vec::new();
    for word in ["a1", "b1", "a2", "-1", "b2", "-2"] {
        let options = match word.strip_suffix(['1', '2']) {
            Some("-") | None => desk.now(),
            Some(name) => desk.now().in_order(key(name)),
        };
        jobs.push((desk.app.workspace, desk.note(word, Fails::Never), options));
    }
    // The same key in another workspace is another order.
    let (other, _) = desk.app.other_workspace().await;
    let foreign = desk.now().in_order(key("a"));
    jobs.push((other, desk.note("x1", Fails::Never), foreign));
    desk.write_all(jobs).await;

    let first = desk.claim(10).await;
    let words: Vec<_> = first.iter().map(|job| &job.payload.0["word"]).collect();
    assert_eq!(json!(words), json!(["a1", "b1", "-1", "-2", "x1"]));
    assert!(desk.claim(10).await.is_empty(), "the others wait for these");
    for job in &first {
        store::done(&desk.app.app.db, (job.id, job.attempt))
            .await
            .expect("done");
    }
    assert_eq!(desk.run().await, 2);
    assert_eq!(desk.done(), ["a2", "b2"]);
}

#[tokio::test]
async fn what_fails_is_tried_again_ever_later_and_dies_in_the_end() {
    let desk = Desk::open().await;
    let ordered = || desk.now().in_order(key("a"));
    desk.write("first", Fails::Always, ordered()).await;
    desk.write("second", Fails::Never, ordered()).await;
    assert_eq!(desk.run().await, 1, "the second waits");
    let (state, attempts, wait, problem) = desk.rows().await.remove(0);
    assert_eq!((state.as_str(), attempts), ("ready", 1));
    assert!((5..=6).contains(&wait), "{wait}");
    assert_eq!(problem.as_deref(), Some("مشغول"));
    assert_eq!(desk.run().await, 0, "it is not due");

    desk.app.app.clock.advance(wait * SECOND + SECOND);
    assert_eq!(desk.run().await, 1);
    let wait = desk.rows().await[0].2;
    assert!((10..=12).contains(&wait), "{wait}");
    desk.app.app.clock.advance(wait * SECOND + SECOND);
    assert_eq!(desk.run().await, 2, "the last attempt, and the second job");
    assert_eq!(desk.done(), ["second"], "the dead hold up nobody");
    let dead = ("dead".to_owned(), 3, 0, Some("the last time".to_owned()));
    assert_eq!(desk.rows().await, [dead]);
}

#[test]
fn pauses_double_up_to_an_hour_and_differ_by_chance() {
    let seconds = |attempt, chance| pause(attempt, chance).as_secs_f64();
    assert_eq!(seconds(1, 0.0), 5.0);
    assert_eq!(seconds(2, 0.0), 10.0);
    assert_eq!(seconds(2, 1.0), 12.0);
    assert_eq!(seconds(11, 0.0), 3600.0);
    assert_eq!(seconds(i64::MAX, 1.0), 4320.0);
}

#[tokio::test]
async fn what_can_never_succeed_dies_at_once_and_a_panic_is_a_failure() {
    let desk = Desk::open().await;
    desk.write("never", Fails::AtOnce, desk.now()).await;
    desk.write("panic", Fails::ByPanic, desk.now()).await;
    desk.run().await;
    let rows = desk.rows().await;
    assert_eq!((rows[0].0.as_str(), rows[0].1), ("dead", 1));
    assert_eq!((rows[1].0.as_str(), rows[1].1), ("ready", 1));
    assert_eq!(rows[1].3.as_deref(), Some("it panicked"));
}

#[tokio::test]
async fn a_job_whose_node_died_is_taken_over_and_counts_once() {
    let desk = Desk::open().await;
    desk.write("word", Fails::Never, desk.now()).await;
    let lost = desk.claim(1).await.remove(0);
    assert_eq!(desk.run().await, 0, "somebody has it");
    desk.app.app.clock.advance(store::LEASE - 1);
    assert_eq!(desk.run().await, 0, "still");
    assert!(
        store::renew(&desk.app.app, lost.id, lost.attempt)
            .await
            .expect("asked"),
        "and holds on to it"
    );
    desk.app.app.clock.advance(store::LEASE);

    let taken = desk.claim(1).await.remove(0);
    assert_eq!((taken.id, taken.attempt), (lost.id, 2));
    let db = &desk.app.app.db;
    let held = (lost.id, lost.attempt);
    store::done(db, held).await.expect("asked");
    store::bury(db, held, NOW, "late".into())
        .await
        .expect("asked");
    assert!(
        !store::renew(&desk.app.app, lost.id, lost.attempt)
            .await
            .expect("asked")
    );
    let rows = desk.rows().await;
    assert_eq!(
        (rows[0].0.as_str(), rows[0].1),
        ("ready", 2),
        "it is not theirs"
    );
    store::done(db, (taken.id, taken.attempt))
        .await
        .expect("done");
    assert!(desk.rows().await.is_empty());
}

#[tokio::test]
async fn a_job_that_kills_its_node_is_given_up() {
    let desk = Desk::open().await;
    desk.write("deadly", Fails::Never, desk.now()).await;
    for _ in 0..Note::ATTEMPTS {
        assert_eq!(desk.claim(1).await.len(), 1);
        desk.app.app.clock.advance(store::LEASE);
    }
    desk.run().await;
    assert!(desk.done().is_empty(), "it is not begun again");
    assert_eq!(desk.rows().await[0].0, "dead");
}

#[tokio::test]
async fn two_runners_do_each_job_once_and_in_order() {
    let desk = Desk::open().await;
    let mut jobs = Vec::new();
    for number in 0..200 {
        let options = desk.now().in_order(key(&(number % 40).to_string()));
        let word = format!("{} {}", number % 40, number / 40);
        jobs.push((desk.app.workspace, desk.note(&word, Fails::Never), options));
    }
    desk.write_all(jobs).await;
    let runners = [(); 2].map(|()| start(&desk.app.app, Desk::kinds()));
    desk.wait_until_empty().await;
    for runner in runners {
        runner.stop().await;
    }
    let done = desk.done();
    assert_eq!(done.len(), 200, "each once");
    let mut last = HashMap::new();
    for word in &done {
        let (name, number) = word.split_once(' ').expect("two numbers");
        let number: i64 = number.parse().expect("a number");
        assert_eq!(
            last.insert(name, number).unwrap_or(-1),
            number - 1,
            "{done:?}"
        );
    }
}

#[tokio::test]
async fn a_runner_is_woken_by_the_commit_and_ends_after_what_it_does() {
    let desk = Desk::open().await;
    let runner = start(&desk.app.app, Desk::kinds());
    tokio::time::sleep(Duration::from_millis(20)).await;
    let mut tx = desk.app.app.db.begin().await.expect("begin");
    let lost = desk.note("rolled back", Fails::Never);
    enqueue(&mut tx, desk.app.workspace, &lost, desk.now())
        .await
        .expect("written");
    drop(tx);

    let begun = Instant::now();
    desk.write("slow", Fails::Slowly, desk.now()).await;
    while desk.rows().await[0].1 == 0 {
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    assert!(
        begun.elapsed() < Duration::from_secs(2),
        "it did not wait to be found"
    );
    runner.stop().await;
    assert_eq!(desk.done(), ["slow"]);
    assert!(desk.rows().await.is_empty());
}

#[tokio::test]
async fn a_job_waits_for_its_time() {
    let desk = Desk::open().await;
    let later = desk.now().not_before(NOW.plus(30 * SECOND));
    desk.write("later", Fails::Never, later).await;
    assert_eq!(desk.run().await, 0);
    assert_eq!(
        store::next_due(&desk.app.app).await.expect("asked"),
        Some(NOW.plus(30 * SECOND))
    );
    desk.app.app.clock.advance(30 * SECOND);
    assert_eq!(desk.run().await, 1);
}

#[tokio::test]
async fn what_is_there_once_is_written_once() {
    let desk = Desk::open().await;
    let once = || desk.now().once("9001".to_owned());
    desk.write("one", Fails::AtOnce, once()).await;
    desk.write("two", Fails::Never, once()).await;
    assert_eq!(desk.rows().await.len(), 1);
    desk.run().await;
    desk.write("three", Fails::Never, once()).await;
    assert_eq!(desk.rows().await.len(), 2, "the dead one is another matter");
    let dead = desk.app.api.get("/api/jobs").await.expect(200);
    let path = format!("/api/jobs/{}/retry", dead["items"][0]["id"]);
    let retried = desk.app.api.post(&path, json!({})).await.expect(200);
    assert_eq!(
        retried,
        json!({"id": null}),
        "the same is to be done already"
    );
    desk.run().await;
    assert_eq!(desk.done(), ["three"]);
    assert!(desk.rows().await.is_empty());
}

#[tokio::test]
async fn other_nodes_jobs_are_left_to_them() {
    let desk = Desk::open().await;
    desk.write("new", Fails::Never, desk.now()).await;
    assert_eq!(run_due(&desk.app.app, &Kinds::default()).await, 0);
    assert_eq!(desk.rows().await[0].1, 0);
}

#[tokio::test]
async fn a_person_sees_dead_jobs_and_has_them_tried_again() {
    let desk = Desk::open().await;
    let api = &desk.app.api;
    for number in 0..3 {
        let word = format!("فاتورة {number}");
        desk.write(&word, Fails::AtOnce, desk.now()).await;
    }
    desk.run().await;
    let later = desk.now().not_before(NOW.plus(SECOND));
    desk.write("waits", Fails::Never, later).await;

    let counts = api.get("/api/jobs/counts").await.expect(200);
    assert_eq!(
        counts["items"],
        json!([{"kind": "test.note", "state": "dead", "count": 3},
            {"kind": "test.note", "state": "ready", "count": 1}])
    );
    let page = api.get("/api/jobs?limit=2").await.expect(200);
    assert_eq!(page["items"][0]["problem"], "there is no such thing");
    assert_eq!(page["items"][0]["payload"]["word"], "فاتورة 2");
    let cursor = page["next_cursor"].as_str().expect("a second page");
    let path = format!("/api/jobs?limit=2&cursor={cursor}");
    let rest = api.get(&path).await.expect(200);
    assert_eq!(rest["items"].as_array().expect("rows").len(), 1);
    assert_eq!(rest["next_cursor"], json!(null));
    let ready = api.get("/api/jobs?state=ready").await.expect(200);
    assert_eq!(ready["items"][0]["payload"]["word"], "waits");
    let other = api.get("/api/jobs?kind=other").await.expect(200);
    assert_eq!(other["items"], json!([]));
    api.get("/api/jobs?state=gone").await.expect(422);

    let dead = |page: &serde_json::Value| page["items"][0]["id"].as_i64().expect("an id");
    let path = format!("/api/jobs/{}/retry", dead(&page));
    let new = api.post(&path, json!({})).await.expect(200)["id"].clone();
    assert!(new.as_i64() > Some(dead(&ready)), "at the end of the queue");
    api.post(&path, json!({})).await.expect(404);
    let path = format!("/api/jobs/{}/retry", dead(&ready));
    let refused = api.post(&path, json!({})).await.expect(409);
    assert_eq!(refused["code"], "job.not_dead");

    let all = api
        .post("/api/jobs/retry", json!({"kind": "test.note"}))
        .await;
    assert_eq!(all.expect(200), json!({"retried": 2}));
    assert_eq!(desk.run().await, 3, "each is tried again");
    let page = api.get("/api/jobs").await.expect(200);
    for job in page["items"].as_array().expect("rows") {
        let path = format!("/api/jobs/{}", job["id"]);
        api.delete(&path).await.expect(204);
        api.delete(&path).await.expect(404);
    }
    assert_eq!(desk.rows().await.len(), 1);
    let log: Vec<(String,)> = sql("SELECT kind FROM events ORDER BY id")
        .all(&desk.app.app.db)
        .await
        .expect("events");
    let log: Vec<_> = log.iter().map(|(kind,)| kind.as_str()).collect();
    let deleted = "job.deleted";
    assert_eq!(
        log,
        ["job.retried", "jobs.retried", deleted, deleted, deleted]
    );
}
