//! Which workspace a command is for.

use clap::Args;

use super::failure::Failure;
use crate::app::App;
use crate::workspaces::{self, Workspace};

/// The workspace by name, id or uuid; needed only when there are several.
#[derive(Args)]
pub(super) struct Chosen {
    /// The workspace, by name or id; needed only when there are several
    #[arg(long, value_name = "WORKSPACE")]
    workspace: Option<String>,
}

impl Chosen {
    /// The workspace named, or the only one.
    pub(super) async fn find(&self, app: &App) -> Result<Workspace, Failure> {
        if let Some(named) = &self.workspace {
            return Ok(workspaces::find(&app.db, named).await?);
        }
        let mut all = workspaces::list(&app.db).await?;
        match all.len() {
            0 => Err(Failure::new("no_workspace", "There is no workspace yet.")
                .hint("Make one with clientele setup.")),
            1 => Ok(all.remove(0)),
            _ => {
                let names: Vec<_> = all
                    .iter()
                    .map(|workspace| format!("{} ({})", workspace.name, workspace.id))
                    .collect();
                Err(
                    Failure::new("which_workspace", "There are several workspaces.").hint(format!(
                        "Choose one with --workspace: {}.",
                        names.join(", ")
                    )),
                )
            }
        }
    }
}
