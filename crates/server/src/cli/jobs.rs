//! `clientele jobs`: the jobs that were given up, and trying them again.

use std::process::ExitCode;

use clap::{Args, Subcommand};

use super::Global;
use super::failure::Failure;
use super::output::Output;
use super::workspace::Chosen;
use crate::access::Actor;
use crate::app::App;
use crate::http::Problem;
use crate::jobs::{self, JobState, JobView};
use crate::kernel::ids::{JobId, WorkspaceId};

/// Rows that are read at a time.
const PAGE: i64 = 200;

/// See jobs that were given up, and have them tried again
#[derive(Subcommand)]
pub(super) enum Jobs {
    List(List),
    Retry(Retry),
}

/// List jobs: those that were given up, or those that wait or run
#[derive(Args)]
pub(super) struct List {
    /// Those that wait or run instead
    #[arg(long)]
    ready: bool,
    /// Only of this kind, such as conversations.fetch_media
    #[arg(long)]
    kind: Option<String>,
    #[command(flatten)]
    workspace: Chosen,
}

/// Have jobs tried again that were given up; the running server does them
#[derive(Args)]
#[command(after_help = "Examples:
  clientele jobs retry 17 18
  clientele jobs retry --kind conversations.fetch_media
  clientele jobs retry --all")]
pub(super) struct Retry {
    /// The jobs' ids, as clientele jobs list shows them
    #[arg(value_name = "ID", required_unless_present_any = ["kind", "all"])]
    ids: Vec<i64>,
    /// All of this kind
    #[arg(long, conflicts_with = "ids")]
    kind: Option<String>,
    /// All of every kind
    #[arg(long, conflicts_with_all = ["ids", "kind"])]
    all: bool,
    #[command(flatten)]
    workspace: Chosen,
}

pub(super) async fn run(
    global: Global,
    command: Jobs,
    output: Output,
) -> Result<ExitCode, Failure> {
    let app = global.open().await?;
    match command {
        Jobs::List(command) => {
            let workspace = command.workspace.find(&app).await?.id;
            let state = match command.ready {
                true => JobState::Ready,
                false => JobState::Dead,
            };
            let found = all(&app, workspace, state, command.kind).await?;
            output.result(&serde_json::json!({ "items": found }), |_| lines(&found));
        }
        Jobs::Retry(command) => {
            let workspace = command.workspace.find(&app).await?.id;
            let retried = if command.ids.is_empty() {
                jobs::retry_all(&app, workspace, command.kind, Actor::Command).await?
            } else {
                retry(&app, workspace, &command.ids).await?
            };
            let result = serde_json::json!({ "retried": retried });
            output.result(&result, |_| format!("{retried} will be tried again."));
        }
    }
    Ok(ExitCode::SUCCESS)
}

async fn all(
    app: &App,
    workspace: WorkspaceId,
    state: JobState,
    kind: Option<String>,
) -> Result<Vec<JobView>, Failure> {
    let mut found: Vec<JobView> = Vec::new();
    loop {
        let before = found.last().map(|last| last.id);
        let page = jobs::list(&app.db, workspace, (state, kind.clone()), before, PAGE).await?;
        if page.is_empty() {
            return Ok(found);
        }
        found.extend(page);
    }
}

fn lines(found: &[JobView]) -> String {
    if found.is_empty() {
        return "There are none.".to_owned();
    }
    let line = |job: &JobView| {
        let problem = job.problem.as_deref().unwrap_or_default();
        format!("{:>6}  {}  {}  {problem}", job.id, job.run_at, job.kind)
    };
    found.iter().map(line).collect::<Vec<_>>().join("\n")
}

async fn retry(app: &App, workspace: WorkspaceId, ids: &[i64]) -> Result<usize, Failure> {
    for &id in ids {
        let retried = jobs::retry(app, workspace, JobId(id), Actor::Command).await;
        retried.map_err(|problem| refused(id, problem))?;
    }
    Ok(ids.len())
}

fn refused(id: i64, problem: Problem) -> Failure {
    const WHICH: &str = "clientele jobs list shows those that were given up.";
    match problem.code {
        "not_found" => Failure::new("not_found", format!("There is no job {id}.")).hint(WHICH),
        "job.not_dead" => Failure::from(problem).hint(WHICH),
        _ => Failure::from(problem),
    }
}
