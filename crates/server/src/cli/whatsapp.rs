//! `clientele whatsapp`: the business's WhatsApp numbers.

use std::process::ExitCode;

use clap::{Args, Subcommand};
use serde::Serialize;
use uuid::Uuid;

use super::Global;
use super::failure::Failure;
use super::output::Output;
use super::secret::Secret;
use super::workspace::Chosen;
use crate::access::Actor;
use crate::accounts::{self, NewAccount, webhook_path};
use crate::kernel::ids::AccountId;

/// Connect the business's WhatsApp numbers
#[derive(Subcommand)]
pub(super) enum Whatsapp {
    Connect(Connect),
}

/// Connect a number, or replace its token and secrets
///
/// Prints the webhook_path to enter at Meta, behind your public https address, together with the
/// verify token. Numbers with the same app secret and verify token share one path.
#[derive(Args)]
#[command(after_help = "Example, with the three secrets on stdin, one per line:
  clientele whatsapp connect --name Support --phone-number-id 106540352242922 \\
      --waba-id 102290129340398 --access-token - --app-secret - --verify-token - < secrets.txt")]
pub(super) struct Connect {
    /// What the team calls the number
    #[arg(long)]
    name: String,
    /// Meta's id of the number
    #[arg(long, value_name = "ID")]
    phone_number_id: String,
    /// Meta's id of the WhatsApp business account
    #[arg(long, value_name = "ID")]
    waba_id: String,
    /// The permanent token of a system user; - reads it from stdin
    #[arg(
        long,
        value_name = "TOKEN",
        env = "CLIENTELE_ACCESS_TOKEN",
        hide_env_values = true
    )]
    access_token: Secret,
    /// The app's secret, by which webhooks are verified; - reads it from stdin
    #[arg(
        long,
        value_name = "SECRET",
        env = "CLIENTELE_APP_SECRET",
        hide_env_values = true
    )]
    app_secret: Secret,
    /// A word of your choice, to be entered at Meta with the path; - reads it from stdin
    #[arg(
        long,
        value_name = "TOKEN",
        env = "CLIENTELE_VERIFY_TOKEN",
        hide_env_values = true
    )]
    verify_token: Secret,
    /// Another Graph API than Meta's own, such as a simulated one
    #[arg(long, value_name = "URL")]
    graph_url: Option<String>,
    /// The country of phone numbers that are written without one [default: the workspace's]
    #[arg(long, value_name = "COUNTRY")]
    region: Option<String>,
    #[command(flatten)]
    workspace: Chosen,
}

#[derive(Serialize)]
struct Printed {
    id: AccountId,
    uuid: Uuid,
    webhook_path: String,
}

pub(super) async fn run(
    global: Global,
    command: Whatsapp,
    output: Output,
) -> Result<ExitCode, Failure> {
    let Whatsapp::Connect(command) = command;
    let app = global.open().await?;
    let workspace = command.workspace.find(&app).await?;
    let new = NewAccount {
        name: command.name,
        phone_number_id: command.phone_number_id,
        waba_id: command.waba_id,
        access_token: command.access_token.read("access token")?,
        app_secret: command.app_secret.read("app secret")?,
        verify_token: command.verify_token.read("verify token")?,
        graph_url: command.graph_url,
        default_region: command.region,
    };
    let connected = accounts::connect(&app, workspace.id, new, Actor::Command).await?;
    let account = connected.account;
    let printed = Printed {
        id: account.id,
        uuid: account.uuid,
        webhook_path: webhook_path(account.app_uuid),
    };
    output.result(&printed, |printed| {
        let done = if connected.is_new {
            "connected"
        } else {
            "connected anew"
        };
        format!(
            "{} is {done} to {} as account {} ({}).\n\
             Enter at Meta, with your verify token, as the callback URL:\n  \
             https://YOUR.PUBLIC.ADDRESS{}\n\
             clientele doctor checks the token, the number and the webhooks.",
            account.name, workspace.name, printed.id, printed.uuid, printed.webhook_path
        )
    });
    Ok(ExitCode::SUCCESS)
}
