//! `clientele events`: the webhooks that are not done, and doing them again.

use std::process::ExitCode;

use clap::{Args, Subcommand};

use super::Global;
use super::failure::Failure;
use super::output::Output;
use super::workspace::Chosen;
use crate::access::Actor;
use crate::app::App;
use crate::http::Problem;
use crate::kernel::ids::{WebhookEventId, WorkspaceId};
use crate::messaging::{self, Replayed, WebhookEventView};

/// See webhooks that are not done, and work on them again
#[derive(Subcommand)]
pub(super) enum Events {
    List(List),
    Replay(Replay),
}

/// List webhooks that are not done: failed, or for a number that is no account
#[derive(Args)]
pub(super) struct List {
    /// Only those that failed
    #[arg(long)]
    failed: bool,
    /// Only those for a number that was no account
    #[arg(long, conflicts_with = "failed")]
    unrouted: bool,
    #[command(flatten)]
    workspace: Chosen,
}

/// Work on webhooks again; what is stored already stays as it is
#[derive(Args)]
#[command(after_help = "Examples:
  clientele events replay 17 18
  clientele events replay --failed
  clientele events replay --unrouted    (after a number was connected)")]
pub(super) struct Replay {
    /// The webhooks' ids, as clientele events list shows them
    #[arg(value_name = "ID", required_unless_present_any = ["failed", "unrouted"])]
    ids: Vec<i64>,
    /// All that failed
    #[arg(long, conflicts_with = "ids")]
    failed: bool,
    /// All for a number that was no account
    #[arg(long, conflicts_with = "ids")]
    unrouted: bool,
    #[command(flatten)]
    workspace: Chosen,
}

pub(super) async fn run(
    global: Global,
    command: Events,
    output: Output,
) -> Result<ExitCode, Failure> {
    let app = global.open().await?;
    match command {
        Events::List(command) => {
            let workspace = command.workspace.find(&app).await?.id;
            let only = match (command.failed, command.unrouted) {
                (true, _) => Some(FAILED),
                (_, true) => Some(UNROUTED),
                _ => None,
            };
            let events = all_waiting(&app, workspace, only).await?;
            output.result(&serde_json::json!({ "items": events }), |_| lines(&events));
            Ok(ExitCode::SUCCESS)
        }
        Events::Replay(command) => replay(&app, command, output).await,
    }
}

const FAILED: &str = "failed";
const UNROUTED: &str = "unrouted";

async fn all_waiting(
    app: &App,
    workspace: WorkspaceId,
    only: Option<&'static str>,
) -> Result<Vec<WebhookEventView>, Failure> {
    let mut all = Vec::new();
    loop {
        let after = all.last().map(|last: &WebhookEventView| last.id);
        let page = messaging::waiting(&app.db, workspace, only, after).await?;
        if page.is_empty() {
            return Ok(all);
        }
        all.extend(page);
    }
}

fn lines(events: &[WebhookEventView]) -> String {
    if events.is_empty() {
        return "Nothing waits: every webhook is done.".to_owned();
    }
    let line = |event: &WebhookEventView| {
        let problem = event.problem.as_deref().unwrap_or_default();
        format!(
            "{:>6}  {}  {}  {problem}",
            event.id, event.received_at, event.state
        )
    };
    events.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn refused(id: WebhookEventId, problem: Problem) -> Failure {
    const WAITING: &str =
        "clientele events list shows those that wait; bodies are kept for a time only.";
    match problem.code {
        "not_found" => {
            Failure::new("not_found", format!("There is no stored webhook {id}.")).hint(WAITING)
        }
        "event.done" => Failure::from(problem).hint(WAITING),
        _ => Failure::from(problem),
    }
}

/// Fails when any of them is still not done.
async fn replay(app: &App, command: Replay, output: Output) -> Result<ExitCode, Failure> {
    let workspace = command.workspace.find(app).await?.id;
    let mut ids: Vec<WebhookEventId> = command.ids.into_iter().map(WebhookEventId).collect();
    for (wanted, state) in [(command.failed, FAILED), (command.unrouted, UNROUTED)] {
        if wanted {
            let events = all_waiting(app, workspace, Some(state)).await?;
            ids.extend(events.iter().map(|event| event.id));
        }
    }
    ids.sort_unstable();
    let mut replayed = Vec::new();
    for id in ids {
        let done = messaging::replay(app, workspace, id, Actor::Command).await;
        replayed.push(done.map_err(|problem| refused(id, problem))?);
    }
    let open = |event: &&Replayed| event.state == "failed";
    let failed = replayed.iter().filter(open).count();
    output.result(&serde_json::json!({ "items": replayed }), |_| {
        let mut text = format!("{} worked on again, {failed} failed.", replayed.len());
        for event in &replayed {
            let problem = event.problem.as_deref().unwrap_or_default();
            text.push_str(&format!("\n{:>6}  {}  {problem}", event.id, event.state));
        }
        text
    });
    Ok(if failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
