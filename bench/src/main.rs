//! Benchmarks of the running program, over HTTP on the loopback interface.
//!
//! Each starts the release build of `clientele` as its own process on a database of made-up
//! customers, and measures next to it, in turns, how fast the same could be done at best: the
//! ceiling. What is printed is our figure, the ceiling and the ratio, medians of several rounds.
//! README.md says what each measures; `bench --help` how to run one alone.
#![expect(clippy::print_stdout, reason = "printing figures is what it is for")]
mod bare;
mod cases;
mod client;
mod dataset;
mod engine;
mod figures;
mod ingest;
mod lists;
mod live;
mod point_read;
mod process;
mod raw;
mod sending;
mod webhooks;

use clap::{Parser, ValueEnum};

use dataset::Dataset;
use engine::Engine;

/// What can go wrong ends the run with a message.
pub(crate) type Result<T, E = Box<dyn std::error::Error>> = std::result::Result<T, E>;

/// Measure Clientele
#[derive(Parser)]
struct Args {
    /// What to measure
    #[arg(value_enum, default_value_t = What::All)]
    what: What,
    /// The engine; both when absent
    #[arg(long, value_enum)]
    engine: Option<Engine>,
    /// How many customers there are
    #[arg(long)]
    customers: Option<u64>,
    /// A first impression: few customers, short rounds
    #[arg(long)]
    quick: bool,
    /// The program to measure; the one beside this when absent
    #[arg(long)]
    program: Option<std::path::PathBuf>,
    /// For `bare`: the file with the bytes to answer
    #[arg(long, hide = true)]
    body: Option<std::path::PathBuf>,
}

/// The benchmarks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum What {
    /// Everything below
    All,
    /// One contact by its id
    PointRead,
    /// Signed webhooks
    Ingest,
    /// Pages of customers by each order
    List,
    /// Search as you type
    Search,
    /// Twenty filters
    Filters,
    /// From a webhook to the event of a hundred listeners
    Live,
    /// Queued messages on their way to WhatsApp
    Sending,
    /// Memory, idle and loaded
    Memory,
    /// From the start of the process to ready
    Start,
    /// Serve the same bytes always (the ceiling of reads)
    #[value(hide = true)]
    Bare,
    /// Hand on what is posted (the ceiling of live updates)
    #[value(hide = true)]
    BareLive,
}

/// How long and how often.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Effort {
    /// Turns of subject and ceiling.
    pub(crate) rounds: usize,
    /// Seconds of one turn of reading.
    pub(crate) seconds: f64,
    /// Webhooks in one turn of ingest.
    pub(crate) webhooks: usize,
    /// Requests for each case of lists, searches and filters.
    pub(crate) requests: usize,
}

impl Effort {
    fn of(quick: bool) -> Self {
        if quick {
            Self {
                rounds: 3,
                seconds: 1.0,
                webhooks: 2_000,
                requests: 20,
            }
        } else {
            Self {
                rounds: 5,
                seconds: 5.0,
                webhooks: 20_000,
                requests: 200,
            }
        }
    }
}

fn main() -> std::process::ExitCode {
    let args = Args::parse();
    // One thread: the machine's others belong to the server.
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    let done = match runtime {
        Ok(runtime) => tokio::task::LocalSet::new().block_on(&runtime, Box::pin(run(args))),
        Err(error) => Err(error.into()),
    };
    match done {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(error) => {
            println!("bench: {error}");
            std::process::ExitCode::FAILURE
        }
    }
}

async fn run(args: Args) -> Result<()> {
    if args.what == What::Bare {
        return bare::serve(args.body).await;
    }
    if args.what == What::BareLive {
        return live::serve_bare().await;
    }
    let effort = Effort::of(args.quick);
    let customers = args
        .customers
        .unwrap_or(if args.quick { 20_000 } else { 1_000_000 });
    let program = process::program(args.program)?;
    let engines = match args.engine {
        Some(engine) => vec![engine],
        None => vec![Engine::Sqlite, Engine::Postgres],
    };
    for engine in engines {
        println!("\n# {engine}, {customers} customers");
        let dataset = Dataset::prepare(&program, engine, customers).await?;
        measure(args.what, &dataset, effort).await?;
    }
    Ok(())
}

async fn measure(what: What, dataset: &Dataset, effort: Effort) -> Result<()> {
    let wanted = |one| what == What::All || what == one;
    if wanted(What::Start) {
        process::measure_start(dataset, effort).await?;
    }
    if wanted(What::PointRead) {
        point_read::measure(dataset, effort).await?;
    }
    if wanted(What::List) {
        lists::measure(dataset, "list", &cases::lists(), effort).await?;
    }
    if wanted(What::Search) {
        lists::measure(dataset, "search", &cases::searches(), effort).await?;
    }
    if wanted(What::Filters) {
        lists::measure(dataset, "filters, page", &cases::filters(false), effort).await?;
        lists::measure(
            dataset,
            "filters, exact total",
            &cases::filters(true),
            effort,
        )
        .await?;
    }
    if wanted(What::Ingest) {
        ingest::measure(dataset, effort).await?;
    }
    if wanted(What::Live) {
        live::measure(dataset, effort).await?;
    }
    if wanted(What::Sending) {
        sending::measure(dataset, effort).await?;
    }
    if wanted(What::Memory) {
        process::measure_memory(dataset, effort).await?;
    }
    Ok(())
}
