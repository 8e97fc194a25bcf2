//! `clientele demo-data`: made-up customers, to try things with and to measure on.

use std::process::ExitCode;
use std::time::Instant;

use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};
use serde::Serialize;

use super::Global;
use super::failure::Failure;
use super::output::Output;
use super::workspace::Chosen;
use crate::demo::{self, Plan};

/// Add made-up customers, with conversations, to try things with
///
/// They are invented: names, numbers and messages belong to nobody that we know of, yet a number may
/// be somebody's, so never write to them. The same seed makes the same people in a new workspace;
/// running it again adds others. A million take minutes.
#[derive(Args)]
#[command(after_help = "Example:
  clientele demo-data --customers 10000 --messages 50000")]
pub(super) struct DemoData {
    /// How many customers
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=50_000_000))]
    customers: u64,
    /// How many messages they exchange, altogether; most people few, some many
    #[arg(long, value_name = "M", value_parser = clap::value_parser!(u64).range(0..=500_000_000))]
    messages: u64,
    /// Who they are; another number makes other people
    #[arg(long, default_value_t = 1)]
    seed: u64,
    #[command(flatten)]
    workspace: Chosen,
}

#[derive(Serialize)]
struct Added {
    customers: u64,
    messages: u64,
    seconds: f64,
}

pub(super) async fn run(
    global: Global,
    command: DemoData,
    output: Output,
) -> Result<ExitCode, Failure> {
    let app = global.open().await?;
    let workspace = command.workspace.find(&app).await?;
    let plan = Plan {
        customers: command.customers,
        messages: command.messages,
        seed: command.seed,
    };
    let started = Instant::now();
    // Drawn on a terminal only, on stderr.
    let bar = ProgressBar::new(plan.customers).with_style(style());
    demo::fill(&app, workspace.id, plan, |done, _| bar.set_position(done)).await?;
    bar.finish_and_clear();
    let added = Added {
        customers: plan.customers,
        messages: plan.messages,
        seconds: started.elapsed().as_secs_f64(),
    };
    output.result(&added, |added| {
        format!(
            "Added {} made-up customers with {} messages to {} in {:.0} s.",
            added.customers, added.messages, workspace.name, added.seconds
        )
    });
    Ok(ExitCode::SUCCESS)
}

fn style() -> ProgressStyle {
    ProgressStyle::with_template("{bar:40} {human_pos} of {human_len} customers, {eta} left")
        .expect("a template that indicatif reads")
}
