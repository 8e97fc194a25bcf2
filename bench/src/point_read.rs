//! One contact by its id, against an endpoint that answers the same bytes without looking anything up.

use std::sync::Arc;
use std::time::{Duration, Instant};

use rand::seq::IndexedRandom;

use crate::client::Client;
use crate::dataset::Dataset;
use crate::engine::Engine;
use crate::figures::{Latencies, median};
use crate::process::Server;
use crate::{Effort, Result};

/// Connections at once.
const CONNECTIONS: usize = 64;

/// Measures requests per second, in turns with the ceiling.
pub(crate) async fn measure(dataset: &Dataset, effort: Effort) -> Result<()> {
    let ids = ids(dataset).await?;
    let server = dataset.serve().await?;
    let mut client = Client::connect(&server.address).await?;
    let sample = client.get(&path(&ids[0]), &dataset.key).await?;
    if sample.status != 200 {
        return Err(format!("a point read was answered {}", sample.status).into());
    }
    let bare = Server::bare(&sample.body).await?;
    read(&server.address, &dataset.key, &ids, effort.seconds).await?; // to warm up
    let (mut ours, mut ceiling, mut latencies) = (Vec::new(), Vec::new(), Latencies::default());
    for _ in 0..effort.rounds {
        let (rate, took) = read(&server.address, &dataset.key, &ids, effort.seconds).await?;
        ours.push(rate);
        latencies.extend(took);
        ceiling.push(
            read(&bare.address, &dataset.key, &ids, effort.seconds)
                .await?
                .0,
        );
    }
    let (ours, ceiling) = (median(ours), median(ceiling));
    println!(
        "point read: {ours:.0}/s, ceiling {ceiling:.0}/s, ratio {:.2}; {}",
        ours / ceiling,
        latencies.summary()
    );
    server.stop().await
}

/// The ids of all contacts.
pub(crate) async fn ids(dataset: &Dataset) -> Result<Arc<Vec<String>>> {
    let statement = match dataset.engine {
        Engine::Sqlite => {
            "SELECT lower(substr(h, 1, 8) || '-' || substr(h, 9, 4) || '-' || substr(h, 13, 4) || '-'
                 || substr(h, 17, 4) || '-' || substr(h, 21)) FROM (SELECT hex(uuid) h FROM contacts)"
        }
        Engine::Postgres => "SELECT CAST(uuid AS TEXT) FROM contacts",
    };
    let rows = dataset.place.texts(statement).await?;
    Ok(Arc::new(rows.into_iter().flatten().collect()))
}

fn path(id: &str) -> String {
    format!("/api/contacts/{id}")
}

/// Reads random contacts for a time from all connections: requests per second, and how long each took.
pub(crate) async fn read(
    address: &str,
    key: &str,
    ids: &Arc<Vec<String>>,
    seconds: f64,
) -> Result<(f64, Latencies)> {
    let started = Instant::now();
    let end = started + Duration::from_secs_f64(seconds);
    let mut readers = Vec::new();
    for _ in 0..CONNECTIONS {
        let (address, key, ids) = (address.to_owned(), key.to_owned(), Arc::clone(ids));
        readers.push(tokio::task::spawn_local(async move {
            one(&address, &key, &ids, end)
                .await
                .map_err(|error| error.to_string())
        }));
    }
    let mut all = Latencies::default();
    for reader in readers {
        all.extend(reader.await??);
    }
    Ok((all.len() as f64 / started.elapsed().as_secs_f64(), all))
}

async fn one(address: &str, key: &str, ids: &[String], end: Instant) -> Result<Latencies> {
    let mut client = Client::connect(address).await?;
    let mut random = rand::rng();
    let mut took = Latencies::default();
    while Instant::now() < end {
        let id = ids.choose(&mut random).ok_or("there are no contacts")?;
        let started = Instant::now();
        let answer = client.get(&path(id), key).await?;
        took.add(started.elapsed());
        if answer.status != 200 {
            return Err(format!("a point read was answered {}", answer.status).into());
        }
    }
    Ok(took)
}
