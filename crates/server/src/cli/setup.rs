//! `clientele setup`: a workspace and its owner, without a browser.

use std::process::ExitCode;

use clap::Args;
use serde::Serialize;
use uuid::Uuid;

use super::Global;
use super::failure::Failure;
use super::output::Output;
use super::secret::Secret;
use crate::access::Actor;
use crate::kernel::ids::{MemberId, WorkspaceId};
use crate::workspaces::{self, NewOwner, NewWorkspace};

/// Make a workspace and its owner
///
/// A workspace is one business; most installations have one. The owner signs in with the email
/// address and the password.
#[derive(Args)]
#[command(after_help = "Example, with the password on stdin:
  clientele setup --workspace \"Bayt Coffee\" --email ana@bayt.example --password - \\
      --time-zone Asia/Riyadh --region SA < password.txt")]
pub(super) struct Setup {
    /// The business's name
    #[arg(long, value_name = "NAME")]
    workspace: String,
    /// The address that the owner signs in with
    #[arg(long)]
    email: String,
    /// The owner's password; - reads it from stdin
    #[arg(long, env = "CLIENTELE_PASSWORD", hide_env_values = true)]
    password: Secret,
    /// The owner's name (else the email address up to its at sign)
    #[arg(long)]
    name: Option<String>,
    /// The time zone that dates are meant in, such as Asia/Riyadh [default: this machine's]
    #[arg(long, value_name = "ZONE")]
    time_zone: Option<String>,
    /// The country of phone numbers that are written without one, such as SA
    #[arg(long, value_name = "COUNTRY", default_value = "US")]
    region: String,
}

#[derive(Serialize)]
struct Made {
    workspace_id: WorkspaceId,
    workspace_uuid: Uuid,
    member_id: MemberId,
    email: String,
}

pub(super) async fn run(
    global: Global,
    command: Setup,
    output: Output,
) -> Result<ExitCode, Failure> {
    let app = global.open().await?;
    let password = command.password.read("password")?;
    let email = command.email;
    let name = command.name.unwrap_or_else(|| {
        let (local, _) = email.split_once('@').unwrap_or((&email, ""));
        local.to_owned()
    });
    let new = NewWorkspace {
        name: command.workspace.clone(),
        time_zone: command.time_zone.unwrap_or_else(this_machines_zone),
        default_region: command.region,
        owner: NewOwner {
            name,
            email: email.clone(),
            password,
        },
    };
    let (workspace_id, workspace_uuid, member_id) =
        workspaces::create(&app, new, Actor::Command).await?;
    let made = Made {
        workspace_id,
        workspace_uuid,
        member_id,
        email,
    };
    output.result(&made, |made| {
        format!(
            "The workspace {} is ready; {} signs in as its owner.\n\
             Next: clientele key create, clientele whatsapp connect, clientele serve.",
            command.workspace, made.email
        )
    });
    Ok(ExitCode::SUCCESS)
}

fn this_machines_zone() -> String {
    let zone = jiff::tz::TimeZone::system();
    zone.iana_name().unwrap_or("UTC").to_owned()
}
