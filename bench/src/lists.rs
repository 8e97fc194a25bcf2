//! Lists, searches and filters: how long each takes on one connection.

use std::time::{Duration, Instant};

use serde_json::Value;

use crate::cases::{Case, encode};
use crate::client::Client;
use crate::dataset::Dataset;
use crate::figures::Latencies;
use crate::process::Server;
use crate::{Effort, Result};

/// A case with its figures, or why it has none.
type Measured = (String, std::result::Result<Latencies, String>);

/// Measures a group of cases, and prints the slowest and all together.
pub(crate) async fn measure(
    dataset: &Dataset,
    group: &str,
    cases: &[Case],
    effort: Effort,
) -> Result<()> {
    let server = dataset.serve().await?;
    let measured = run(&server.address, &dataset.key, cases, effort.requests).await?;
    server.stop().await?;
    let mut all = Latencies::default();
    println!(
        "{group}: {} cases, {} requests each",
        cases.len(),
        effort.requests
    );
    for (name, outcome) in measured {
        match outcome {
            Ok(took) => {
                println!("  {name:<60} {}", took.summary());
                all.extend(took);
            }
            Err(problem) => println!("  {name:<60} not measured: {problem}"),
        }
    }
    if all.len() == 0 {
        return Err(format!("{group}: nothing could be measured").into());
    }
    println!(
        "{group}: {}; ceiling {}",
        all.summary(),
        ceiling(effort.requests).await?
    );
    Ok(())
}

/// What a request costs that needs no work at all, for scale.
async fn ceiling(requests: usize) -> Result<String> {
    let bare = Server::bare(&[b' '; 20_000]).await?;
    let mut client = Client::connect(&bare.address).await?;
    let mut took = Latencies::default();
    for _ in 0..requests {
        let started = Instant::now();
        client.get("/", "").await?;
        took.add(started.elapsed());
    }
    Ok(took.summary())
}

/// Asks each case `requests` times, the cases in turns so that none finds its pages warm from itself.
pub(crate) async fn run(
    address: &str,
    key: &str,
    cases: &[Case],
    requests: usize,
) -> Result<Vec<Measured>> {
    let mut client = Client::connect(address).await?;
    let mut measured: Vec<Measured> = Vec::new();
    let mut paths = Vec::new();
    for case in cases {
        let (path, outcome) = match deep(&mut client, key, case).await {
            Ok(path) => (path, Ok(Latencies::default())),
            Err(problem) => (String::new(), Err(problem.to_string())),
        };
        paths.push(path);
        measured.push((case.name.clone(), outcome));
    }
    for _ in 0..requests {
        for (path, (_, outcome)) in paths.iter().zip(&mut measured) {
            let Ok(latencies) = outcome else { continue };
            match ask(&mut client, path, key).await {
                Ok((took, _)) => latencies.add(took),
                Err(problem) => *outcome = Err(problem.to_string()),
            }
        }
    }
    Ok(measured)
}

/// The path of the page that is to be measured.
async fn deep(client: &mut Client, key: &str, case: &Case) -> Result<String> {
    let mut path = case.path.clone();
    let (_, mut body) = ask(client, &path, key).await?;
    for _ in 0..case.depth {
        let page: Value = serde_json::from_slice(&body)?;
        let Some(cursor) = page["next_cursor"].as_str() else {
            break;
        };
        path = format!("{}&cursor={}", case.path, encode(cursor));
        (_, body) = ask(client, &path, key).await?;
    }
    Ok(path)
}

async fn ask(client: &mut Client, path: &str, key: &str) -> Result<(Duration, Vec<u8>)> {
    let started = Instant::now();
    let answer = client.get(path, key).await?;
    let took = started.elapsed();
    match answer.status {
        200 => Ok((took, answer.body)),
        status => {
            let text: String = String::from_utf8_lossy(&answer.body)
                .chars()
                .take(160)
                .collect();
            Err(format!("answered {status}: {text}").into())
        }
    }
}
