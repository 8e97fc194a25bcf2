//! The program as a process: commands, the server, its memory and its start.

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant};

use serde_json::Value;
use tokio::net::TcpListener;
use tokio::process::{Child, Command};

use crate::client::Client;
use crate::dataset::Dataset;
use crate::engine::Place;
use crate::figures::median;
use crate::{Effort, Result, cases, ingest, lists, point_read};

/// The program named, or the one beside this.
pub(crate) fn program(named: Option<PathBuf>) -> Result<PathBuf> {
    let beside = || std::env::current_exe().map(|own| own.with_file_name("clientele"));
    let program = named.map_or_else(beside, Ok)?;
    if program.exists() {
        return Ok(program);
    }
    Err(format!(
        "{} is missing: cargo build --release --package clientele",
        program.display()
    )
    .into())
}

fn start(program: &Path, place: &Place) -> Command {
    let mut command = Command::new(program);
    command.arg("--data").arg(&place.folder);
    if let Some(url) = &place.url {
        command.args(["--database-url", url]);
    }
    command.kill_on_drop(true);
    command
}

/// Runs a command to its end; what it printed as JSON.
pub(crate) async fn command(program: &Path, place: &Place, args: &[&str]) -> Result<Value> {
    let mut command = start(program, place);
    command.arg("--json").args(args).stderr(Stdio::inherit());
    let output = command.output().await?;
    if !output.status.success() {
        return Err(format!("clientele {} failed", args[0]).into());
    }
    Ok(serde_json::from_slice(&output.stdout)?)
}

/// A process that answers HTTP; ended when dropped.
#[derive(Debug)]
pub(crate) struct Server {
    child: Child,
    pub(crate) address: String,
    /// From the start of the process to its first good answer.
    pub(crate) ready_after: Duration,
}

impl Server {
    /// Starts the program and waits until it is ready.
    pub(crate) async fn start(program: &Path, place: &Place) -> Result<Self> {
        let address = free_address().await?;
        let mut command = start(program, place);
        command.args(["serve", "--listen", &address]);
        Self::spawn(command, address, "/readyz").await
    }

    /// Starts the ceiling of reads: this program, answering the same bytes always.
    pub(crate) async fn bare(body: &[u8]) -> Result<Self> {
        let address = free_address().await?;
        let file = std::env::temp_dir().join(format!("bench-bare-{}", std::process::id()));
        std::fs::write(&file, body)?;
        let mut command = Command::new(std::env::current_exe()?);
        command
            .arg("bare")
            .arg("--body")
            .arg(&file)
            .env("BENCH_LISTEN", &address);
        command.kill_on_drop(true);
        let server = Self::spawn(command, address, "/").await;
        std::fs::remove_file(&file)?;
        server
    }

    /// Starts the ceiling of live updates: this program, handing on what is posted.
    pub(crate) async fn bare_live() -> Result<Self> {
        let address = free_address().await?;
        let mut command = Command::new(std::env::current_exe()?);
        command.arg("bare-live").env("BENCH_LISTEN", &address);
        command.kill_on_drop(true);
        Self::spawn(command, address, "/").await
    }

    /// Starts simulated WhatsApp, which is part of the program.
    pub(crate) async fn sim(program: &Path) -> Result<Self> {
        let address = free_address().await?;
        let mut command = Command::new(program);
        command.args(["sim", "--listen", &address]);
        command.kill_on_drop(true);
        Self::spawn(command, address, "/sim/ledger/summary").await
    }

    /// Seconds that the process has worked on any core.
    pub(crate) fn cpu_seconds(&self) -> Result<f64> {
        let id = self.child.id().ok_or("the server has ended")?;
        let stat = std::fs::read_to_string(format!("/proc/{id}/stat"))?;
        // After the name, which may have spaces: user and system time are the 12th and 13th.
        let fields: Vec<&str> = stat
            .rsplit(')')
            .next()
            .unwrap_or_default()
            .split_whitespace()
            .collect();
        let ticks = |index: usize| {
            fields
                .get(index)
                .and_then(|field| field.parse::<f64>().ok())
        };
        let ticks = ticks(11).zip(ticks(12)).ok_or("no times")?;
        // Linux counts them in hundredths of a second on every common machine.
        Ok((ticks.0 + ticks.1) / 100.0)
    }

    async fn spawn(mut command: Command, address: String, path: &str) -> Result<Self> {
        command.stdout(Stdio::null()).stderr(Stdio::null());
        let started = Instant::now();
        let mut child = command.spawn()?;
        loop {
            if let Ok(mut client) = Client::connect(&address).await
                && client
                    .get(path, "")
                    .await
                    .is_ok_and(|answer| answer.status == 200)
            {
                let ready_after = started.elapsed();
                return Ok(Self {
                    child,
                    address,
                    ready_after,
                });
            }
            if let Some(status) = child.try_wait()? {
                return Err(format!("the server ended with {status}").into());
            }
            if started.elapsed() > Duration::from_secs(60) {
                return Err("the server is not ready after a minute".into());
            }
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
    }

    /// Resident memory in MiB: all of it, and without the pages of files.
    pub(crate) fn memory(&self) -> Result<(f64, f64)> {
        let id = self.child.id().ok_or("the server has ended")?;
        let status = std::fs::read_to_string(format!("/proc/{id}/status"))?;
        let of = |name: &str| {
            let line = status.lines().find(|line| line.starts_with(name));
            let kib = line.and_then(|line| line.split_whitespace().nth(1)?.parse::<f64>().ok());
            kib.unwrap_or(0.0) / 1024.0
        };
        Ok((of("VmRSS:"), of("RssAnon:")))
    }

    /// Asks it to end, and waits.
    pub(crate) async fn stop(mut self) -> Result<()> {
        if let Some(id) = self.child.id() {
            let _ = Command::new("kill")
                .arg("-TERM")
                .arg(id.to_string())
                .status()
                .await;
        }
        let ended = tokio::time::timeout(Duration::from_secs(60), self.child.wait()).await;
        ended.map_err(|_| "the server did not end within a minute")??;
        Ok(())
    }
}

async fn free_address() -> Result<String> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    Ok(listener.local_addr()?.to_string())
}

/// Time from the start of the process to the first 200 of `/readyz`.
pub(crate) async fn measure_start(dataset: &Dataset, effort: Effort) -> Result<()> {
    let mut times = Vec::new();
    for _ in 0..effort.rounds {
        let server = dataset.serve().await?;
        times.push(server.ready_after.as_secs_f64() * 1e3);
        server.stop().await?;
    }
    let most = times.iter().copied().fold(0.0, f64::max);
    println!(
        "start: ready after {:.0} ms (median of {}), {most:.0} ms at most",
        median(times),
        effort.rounds
    );
    Ok(())
}

/// Memory, idle and after each kind of load, of one server.
pub(crate) async fn measure_memory(dataset: &Dataset, effort: Effort) -> Result<()> {
    let copy = dataset.copy("memory").await?;
    let server = copy.serve().await?;
    let print = |when: &str| -> Result<()> {
        let (all, own) = server.memory()?;
        println!("memory: {when:<18} {all:6.1} MiB resident, {own:6.1} MiB without files");
        Ok(())
    };
    print("idle")?;
    let load = Effort {
        rounds: 1,
        ..effort
    };
    let ids = point_read::ids(&copy).await?;
    point_read::read(&server.address, &copy.key, &ids, load.seconds).await?;
    print("after point reads")?;
    for (name, cases) in [
        ("list", cases::lists()),
        ("search", cases::searches()),
        ("filters", cases::filters(true)),
    ] {
        lists::run(&server.address, &copy.key, &cases, load.requests.min(50)).await?;
        print(&format!("after {name}"))?;
    }
    ingest::load(&copy, &server.address, load.webhooks).await?;
    print("after ingest")?;
    server.stop().await?;
    copy.place.remove().await
}
