//! Whole conversations: a thousand people write and are written to, much goes wrong, and every message
//! comes to its end. Nothing is lost or doubled, and the order of each contact is kept.
//!
//! The real program talks to simulated WhatsApp over HTTP, both ways. Webhooks come late, twice and in
//! the wrong order, sends fail or lose their answers, and in some of these tests the program itself is
//! killed by SIGKILL again and again, or one of three nodes is. A program that uses the API repeats
//! what was not answered, with the same `Idempotency-Key`.
//!
//! Few people and deaths by default, to be quick; `CLIENTELE_TALKS_PEOPLE`, `CLIENTELE_TALKS_MESSAGES`
//! (both ways together), `CLIENTELE_TALKS_KILLS` and `CLIENTELE_TALKS_SEED` set them.
#![expect(
    clippy::print_stderr,
    reason = "the seed and the figures are for whoever runs this"
)]
mod check;
mod cluster;
mod door;
mod people;
#[path = "../support/mod.rs"]
mod support;

use std::time::{Duration, Instant};

use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

use cluster::Cluster;
use people::People;

/// How long anything that must happen may take.
const PATIENCE: Duration = Duration::from_secs(120);
/// The average life of a process that is killed, in milliseconds.
const LIFE: u64 = 1_200;

/// How much is said, and how often somebody dies.
#[derive(Debug, Clone, Copy)]
struct Scale {
    people: usize,
    /// Of each side, to or from each person.
    messages: usize,
    kills: usize,
    seed: u64,
}

impl Scale {
    fn new(kills: usize) -> Self {
        let given = |name: &str| -> Option<u64> { std::env::var(name).ok()?.parse().ok() };
        let number = |name, other: usize| {
            given(name).map_or(other, |number| usize::try_from(number).expect("a number"))
        };
        let people = number("CLIENTELE_TALKS_PEOPLE", 60);
        let messages = number("CLIENTELE_TALKS_MESSAGES", 1_200) / people / 2;
        Self {
            people,
            messages: messages.max(1),
            kills: if kills == 0 {
                0
            } else {
                number("CLIENTELE_TALKS_KILLS", kills)
            },
            seed: given("CLIENTELE_TALKS_SEED").unwrap_or_else(rand::random),
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_message_comes_to_its_end_on_sqlite() {
    talk(Scale::new(0), Cluster::sqlite()).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_message_comes_to_its_end_on_postgresql() {
    let Some(cluster) = Cluster::postgres(1).await else {
        return;
    };
    talk(Scale::new(0), cluster).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_program_that_is_killed_again_and_again_sends_once_on_sqlite() {
    talk(Scale::new(3), Cluster::sqlite()).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_program_that_is_killed_again_and_again_sends_once_on_postgresql() {
    let Some(cluster) = Cluster::postgres(1).await else {
        return;
    };
    talk(Scale::new(3), cluster).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_of_three_nodes_is_killed_and_nothing_is_lost() {
    let Some(cluster) = Cluster::postgres(3).await else {
        return;
    };
    talk(Scale::new(3), cluster).await;
}

async fn talk(scale: Scale, mut cluster: Cluster) {
    eprintln!("{scale:?}, {} nodes", cluster.nodes());
    let begun = Instant::now();
    cluster.open_door().await;
    let mut people = People::meet(scale, &cluster).await;
    cluster.start_all();
    people.begin_conversations(&cluster).await;
    let talking = people.talk(&cluster);
    let mut rng = StdRng::seed_from_u64(scale.seed);
    for _ in 0..scale.kills {
        let life = rng.random_range(LIFE / 4..LIFE * 2);
        tokio::time::sleep(Duration::from_millis(life)).await;
        let node = rng.random_range(0..cluster.nodes());
        cluster.kill(node);
        let dead = rng.random_range(0..200);
        tokio::time::sleep(Duration::from_millis(dead)).await;
        cluster.start_node(node);
    }
    talking.finish().await;
    let said = begun.elapsed();
    cluster.wait_until_sent().await;
    people.settled().await;
    cluster.settle_unknown().await;
    let database = cluster.stop().await;
    let found = check::check(&database, &people).await;
    eprintln!(
        "{found:?}, {} processes killed, everything said after {said:?}, settled after {:?}",
        scale.kills,
        begun.elapsed()
    );
}
