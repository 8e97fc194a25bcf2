//! `clientele events`: the webhooks that are not done, and doing them again.

use std::process::ExitCode;

use clap::{Args, Subcommand};

use super::Global;
use super::failure::Failure;
use super::output::Output;
use super::workspace::Chosen;
use crate::app::App;
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
    #[command(flatten)]
    workspace: Chosen,
}

/// Work on webhooks again; what is stored already stays as it is
#[derive(Args)]
#[command(after_help = "Examples:
  clientele events replay 17 18
  clientele events replay --failed")]
pub(super) struct Replay {
    /// The webhooks' ids, as clientele events list shows them
    #[arg(value_name = "ID", required_unless_present = "failed")]
    ids: Vec<i64>,
    /// All that failed
    #[arg(long, conflicts_with = "ids")]
    failed: bool,
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
            let events = all_waiting(&app, workspace, command.failed).await?;
            output.result(&serde_json::json!({ "items": events }), |_| lines(&events));
            Ok(ExitCode::SUCCESS)
        }
        Events::Replay(command) => replay(&app, command, output).await,
    }
}

async fn all_waiting(
    app: &App,
    workspace: WorkspaceId,
    failed: bool,
) -> Result<Vec<WebhookEventView>, Failure> {
    let mut all = Vec::new();
    loop {
        let after = all.last().map(|last: &WebhookEventView| last.id);
        let page = messaging::waiting(&app.db, workspace, failed, after).await?;
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

/// Fails when any of them is still not done.
async fn replay(app: &App, command: Replay, output: Output) -> Result<ExitCode, Failure> {
    let workspace = command.workspace.find(app).await?.id;
    let ids: Vec<WebhookEventId> = if command.failed {
        let failed = all_waiting(app, workspace, true).await?;
        failed.iter().map(|event| event.id).collect()
    } else {
        command.ids.into_iter().map(WebhookEventId).collect()
    };
    let mut replayed = Vec::new();
    for id in ids {
        let done = messaging::replay(app, workspace, id)
            .await?
            .ok_or_else(|| {
                Failure::new("not_found", format!("There is no stored webhook {id}.")).hint(
                    "clientele events list shows those that wait; bodies are kept for a time only.",
                )
            })?;
        replayed.push(done);
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
