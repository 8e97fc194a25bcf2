//! `clientele key`: the API keys of programs.

use std::process::ExitCode;

use clap::{Args, Subcommand};
use serde::Serialize;

use super::Global;
use super::failure::Failure;
use super::output::Output;
use super::workspace::Chosen;
use crate::access::{Actor, Permission};
use crate::app::App;
use crate::kernel::ids::ApiKeyId;
use crate::workspaces::keys;

/// Make, list and revoke API keys
#[derive(Subcommand)]
pub(super) enum Key {
    Create(Create),
    List(List),
    Revoke(Revoke),
}

/// List the keys, also those that were revoked
#[derive(Args)]
pub(super) struct List {
    #[command(flatten)]
    workspace: Chosen,
}

/// Revoke a key for good; a running server refuses it within five seconds
#[derive(Args)]
pub(super) struct Revoke {
    /// The key's id, as clientele key list shows it
    id: i64,
    #[command(flatten)]
    workspace: Chosen,
}

/// Make a key; it is shown this once
///
/// The key is sent as `Authorization: Bearer KEY` or `X-API-Key: KEY`.
#[derive(Args)]
#[command(after_help = "Examples:
  clientele key create --name \"My shop\"
  clientele key create --name Reports --scopes customers:read --json | jq -r .key")]
pub(super) struct Create {
    /// What the key is for
    #[arg(long)]
    name: String,
    /// What the key may do, separated by commas [default: everything]
    #[arg(long, value_delimiter = ',', value_name = "SCOPES", long_help = scopes_help())]
    scopes: Vec<String>,
    #[command(flatten)]
    workspace: Chosen,
}

fn scopes_help() -> String {
    let known: Vec<_> = Permission::ALL.iter().map(|known| known.as_str()).collect();
    format!(
        "What the key may do, separated by commas [default: everything]: {}",
        known.join(", ")
    )
}

#[derive(Serialize)]
struct Created {
    id: ApiKeyId,
    key: String,
}

pub(super) async fn run(global: Global, command: Key, output: Output) -> Result<ExitCode, Failure> {
    let app = global.open().await?;
    match command {
        Key::Create(command) => create(&app, command, output).await?,
        Key::List(command) => list(&app, &command, output).await?,
        Key::Revoke(command) => {
            let workspace = command.workspace.find(&app).await?;
            let id = ApiKeyId(command.id);
            keys::revoke(&app, workspace.id, id, Actor::Command).await?;
            output.result(&serde_json::json!({"id": id, "revoked": true}), |_| {
                format!("The key {id} of {} is revoked.", workspace.name)
            });
        }
    }
    Ok(ExitCode::SUCCESS)
}

async fn create(app: &App, command: Create, output: Output) -> Result<(), Failure> {
    let workspace = command.workspace.find(app).await?;
    let everything = || Permission::ALL.iter().map(|all| all.as_str().to_owned());
    let scopes = if command.scopes.is_empty() {
        everything().collect()
    } else {
        command.scopes
    };
    let (id, token) =
        keys::create(app, workspace.id, &command.name, &scopes, Actor::Command).await?;
    let created = Created {
        id,
        key: token.reveal().to_owned(),
    };
    output.result(&created, |created| {
        format!(
            "{}\nThis is key {} of {}. Keep it now: it is not shown again.",
            created.key, created.id, workspace.name
        )
    });
    Ok(())
}

async fn list(app: &App, command: &List, output: Output) -> Result<(), Failure> {
    let workspace = command.workspace.find(app).await?;
    let known = keys::list(&app.db, workspace.id).await?;
    output.result(&serde_json::json!({ "items": known }), |_| {
        if known.is_empty() {
            return format!("{} has no keys yet.", workspace.name);
        }
        let line = |key: &keys::ApiKeyView| {
            let state = match (&key.revoked_at, &key.last_used_at) {
                (Some(at), _) => format!("revoked {at}"),
                (None, Some(at)) => format!("last used {at}"),
                (None, None) => "never used".to_owned(),
            };
            format!("{:>4}  {}…  {}  ({state})", key.id, key.hint, key.name)
        };
        known.iter().map(line).collect::<Vec<_>>().join("\n")
    });
    Ok(())
}
