//! `clientele sim`: WhatsApp without Meta, to try the program and to test what is built on it.

use std::net::SocketAddr;
use std::process::ExitCode;

use clap::Args;
use tokio::net::TcpListener;
use whatsapp_sim::{Sim, SimConfig};

use super::failure::{Failure, sentence};
use super::output::Output;
use super::serve::cannot_listen;

/// Play WhatsApp: Meta's API, its signed webhooks, and people to write to
///
/// It speaks the Graph API to a Clientele whose accounts have this address as their --graph-url, and
/// everything else is done over HTTP below /sim. It keeps all in memory and forgets it when it ends.
#[derive(Args)]
pub(super) struct Play {
    /// Where to listen
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:8090")]
    listen: SocketAddr,
    /// What is decided by chance is decided the same with the same number
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
}

pub(super) async fn run(command: Play, output: Output) -> Result<ExitCode, Failure> {
    let config = SimConfig {
        seed: command.seed,
        ..SimConfig::default()
    };
    let sim = Sim::new(config).map_err(|error| Failure::new("sim", sentence(&error)))?;
    let listener = TcpListener::bind(command.listen)
        .await
        .map_err(|error| cannot_listen(command.listen, &error))?;
    let address = listener
        .local_addr()
        .map_err(|error| cannot_listen(command.listen, &error))?;
    let url = format!("http://{address}");
    if output.json {
        output.line(&serde_json::json!({ "url": url }).to_string());
    } else {
        output.line(&format!(
            "WhatsApp is simulated at {url}\n  Ctrl-C stops it."
        ));
    }
    tokio::select! {
        ended = sim.serve(listener) => ended.map_err(|error| Failure::new("sim", sentence(&error)))?,
        () = crate::server::stop_signal() => {}
    }
    Ok(ExitCode::SUCCESS)
}
