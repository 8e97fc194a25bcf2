//! Signed webhooks, each answered after its commit, against raw inserts of the same rows.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Instant;

use crate::client::Client;
use crate::dataset::Dataset;
use crate::figures::{Latencies, median};
use crate::webhooks::{self, Known};
use crate::{Effort, Result, raw};

/// Connections at once.
const CONNECTIONS: usize = 64;
/// An almost empty database, to compare with.
const FEW: u64 = 1_000;

/// Measures messages per second at the given size and on an almost empty database.
pub(crate) async fn measure(dataset: &Dataset, effort: Effort) -> Result<()> {
    let full = at_size(dataset, effort).await?;
    if dataset.customers > FEW {
        let few = Dataset::prepare(&dataset.program, dataset.engine, FEW).await?;
        let empty = at_size(&few, effort).await?;
        println!(
            "ingest: flatness {:.2} ({full:.0}/s with {} customers, {empty:.0}/s with {FEW})",
            full / empty,
            dataset.customers
        );
    }
    Ok(())
}

async fn at_size(dataset: &Dataset, effort: Effort) -> Result<f64> {
    let people = webhooks::known(dataset, effort.webhooks).await?;
    let subject = dataset.copy("subject").await?;
    let ceiling = dataset.copy("ceiling").await?;
    let server = subject.serve().await?;
    let mut raw = raw::Raw::open(&ceiling, people.clone()).await?;
    let (mut ours, mut best, mut latencies) = (Vec::new(), Vec::new(), Latencies::default());
    for round in 0..=effort.rounds {
        let (rate, took) = send(&subject, &server.address, &people, effort.webhooks, round).await?;
        let messages = webhooks::messages(&people, effort.webhooks, round as u64);
        let started = Instant::now();
        raw.write(&messages).await?;
        let raw_rate = messages.len() as f64 / started.elapsed().as_secs_f64();
        if round > 0 {
            // The first warms both up.
            ours.push(rate);
            best.push(raw_rate);
            latencies.extend(took);
        }
    }
    let (ours, best) = (median(ours), median(best));
    println!(
        "ingest, {} customers: {ours:.0} messages/s, ceiling {best:.0}/s, ratio {:.2}; {}",
        dataset.customers,
        ours / best,
        latencies.summary()
    );
    server.stop().await?;
    drop(raw);
    subject.place.remove().await?;
    ceiling.place.remove().await?;
    Ok(ours)
}

/// Sends one round without measuring.
pub(crate) async fn load(dataset: &Dataset, address: &str, count: usize) -> Result<()> {
    let people = webhooks::known(dataset, count).await?;
    send(dataset, address, &people, count, 1_000)
        .await
        .map(|_| ())
}

async fn send(
    dataset: &Dataset,
    address: &str,
    people: &[Known],
    count: usize,
    round: usize,
) -> Result<(f64, Latencies)> {
    let messages = webhooks::messages(people, count, round as u64);
    let requests = Rc::new(webhooks::requests(&messages, &dataset.webhook_path)?);
    let next = Rc::new(Cell::new(0));
    let started = Instant::now();
    let mut senders = Vec::new();
    for _ in 0..CONNECTIONS {
        let (requests, next, address) =
            (Rc::clone(&requests), Rc::clone(&next), address.to_owned());
        senders.push(tokio::task::spawn_local(async move {
            one(&requests, &next, &address)
                .await
                .map_err(|error| error.to_string())
        }));
    }
    let mut all = Latencies::default();
    for sender in senders {
        all.extend(sender.await??);
    }
    Ok((all.len() as f64 / started.elapsed().as_secs_f64(), all))
}

async fn one(requests: &[Vec<u8>], next: &Cell<usize>, address: &str) -> Result<Latencies> {
    let mut client = Client::connect(address).await?;
    let mut took = Latencies::default();
    while let Some(request) = requests.get(next.replace(next.get() + 1)) {
        let started = Instant::now();
        let answer = client.send(request).await?;
        took.add(started.elapsed());
        if answer.status != 200 {
            return Err(format!("a webhook was answered {}", answer.status).into());
        }
    }
    Ok(took)
}
