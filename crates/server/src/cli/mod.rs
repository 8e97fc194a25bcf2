//! The command line: one file per command.
//!
//! Every command works on the same data folder or database URL as the server, also while it runs.
//! A result goes to stdout, as text or with `--json` as one JSON document; a failure goes to
//! stderr as a sentence and what to do about it, with exit code 1, or 2 when the command itself
//! was written wrongly.
mod demo_data;
mod doctor;
mod events;
mod failure;
mod jobs;
mod key;
mod openapi;
mod output;
mod secret;
mod serve;
mod setup;
mod sim;
mod whatsapp;
mod workspace;

use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};

use crate::app::App;
use crate::config::{Config, Overrides};
use crate::server::quiet_logs;
use failure::Failure;
use output::Output;

/// The self-hosted customer database for businesses that talk to people on WhatsApp.
///
/// One program and one folder of data. `clientele serve` runs it; the other commands prepare and
/// examine it, also while it runs.
#[derive(Parser)]
#[command(name = "clientele", version, after_help = STORY, max_term_width = 100)]
struct Cli {
    #[command(flatten)]
    global: Global,
    #[command(subcommand)]
    command: Command,
}

/// How `--help` ends.
const STORY: &str = "\
From nothing to the first customer:
  clientele setup --workspace \"Bayt Coffee\" --email ana@bayt.example --password -
  clientele key create --name \"My shop\"
  clientele whatsapp connect --name Support --phone-number-id 1065… --waba-id 1022… \\
      --access-token - --app-secret - --verify-token -
  clientele serve

Enter the webhook_path that `whatsapp connect` prints at Meta, behind your public https address;
whoever writes to the number is then a customer. The API is described at /api/docs.

A secret given as - is read from stdin, one line each in the order of the list above; so it stays
out of the shell's history. Settings may stand in clientele.toml in the data folder.
`clientele doctor` says what is wrong and what to do.";

#[derive(Args)]
struct Global {
    /// The folder of the embedded database, the key file and the settings [default: ./data]
    #[arg(
        long,
        global = true,
        value_name = "DIR",
        env = "CLIENTELE_DATA",
        hide_env_values = true
    )]
    data: Option<std::path::PathBuf>,
    /// PostgreSQL instead of the embedded database: postgres://user:password@host:5432/database
    #[arg(
        long,
        global = true,
        value_name = "URL",
        env = "CLIENTELE_DATABASE_URL",
        hide_env_values = true
    )]
    database_url: Option<String>,
    /// Print results and failures as JSON, for scripts
    #[arg(long, global = true)]
    json: bool,
}

#[derive(Subcommand)]
enum Command {
    Serve(serve::Serve),
    Setup(setup::Setup),
    #[command(subcommand)]
    Key(key::Key),
    #[command(subcommand)]
    Whatsapp(whatsapp::Whatsapp),
    DemoData(demo_data::DemoData),
    Doctor(doctor::Doctor),
    #[command(subcommand)]
    Events(events::Events),
    #[command(subcommand)]
    Jobs(jobs::Jobs),
    Sim(sim::Play),
    /// Print the description of the API (OpenAPI 3.1)
    Openapi,
}

/// Runs the command that the process was started with.
pub fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return misused(&error),
    };
    let output = Output::new(cli.global.json);
    match run(cli, output) {
        Ok(code) => code,
        Err(failure) => {
            output.failure(&failure);
            ExitCode::FAILURE
        }
    }
}

/// Help and version are printed; a command that was written wrongly is refused, in JSON if asked.
fn misused(error: &clap::Error) -> ExitCode {
    if error.use_stderr() && std::env::args().any(|arg| arg == "--json") {
        let text = error.to_string();
        let first = text.lines().next().unwrap_or_default();
        let first = first.strip_prefix("error: ").unwrap_or(first);
        let failure = Failure::new("usage", first).hint("clientele --help lists the commands.");
        Output::new(true).failure(&failure);
    } else {
        let _ = error.print(); // nobody is left to tell
    }
    ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2))
}

fn run(cli: Cli, output: Output) -> Result<ExitCode, Failure> {
    match &cli.command {
        Command::Serve(_) => crate::server::begin_logs(),
        _ => quiet_logs(),
    }
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|error| {
            Failure::new("system", format!("The system gives no threads: {error}."))
        })?;
    runtime.block_on(Box::pin(async {
        let global = cli.global;
        match cli.command {
            Command::Serve(command) => serve::run(global, command, output).await,
            Command::Setup(command) => setup::run(global, command, output).await,
            Command::Key(command) => key::run(global, command, output).await,
            Command::Whatsapp(command) => whatsapp::run(global, command, output).await,
            Command::DemoData(command) => demo_data::run(global, command, output).await,
            Command::Doctor(command) => doctor::run(global, command, output).await,
            Command::Events(command) => events::run(global, command, output).await,
            Command::Jobs(command) => jobs::run(global, command, output).await,
            Command::Sim(command) => sim::run(command, output).await,
            Command::Openapi => openapi::run(output),
        }
    }))
}

impl Global {
    /// The settings, with what the environment and the flags say.
    fn config(self, listen: Option<std::net::SocketAddr>) -> Result<Config, Failure> {
        let variable = |name| std::env::var(name).ok();
        Ok(Config::load(Overrides {
            data: self.data.filter(|folder| !folder.as_os_str().is_empty()),
            listen,
            database_url: self.database_url,
            secret_key: variable("CLIENTELE_SECRET_KEY"),
            metrics_token: variable("CLIENTELE_METRICS_TOKEN"),
            media_access_key_id: variable("CLIENTELE_MEDIA_ACCESS_KEY_ID"),
            media_secret_access_key: variable("CLIENTELE_MEDIA_SECRET_ACCESS_KEY"),
        })?)
    }

    /// The program's parts, on the database that the settings name.
    async fn open(self) -> Result<App, Failure> {
        let config = self.config(None)?;
        let place = config.clone();
        App::open(config)
            .await
            .map_err(|error| Failure::opening(&error, &place))
    }
}
