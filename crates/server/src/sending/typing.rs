//! Telling a customer that somebody reads or writes: marks, not messages, so nothing of them is kept.

use crate::accounts;
use crate::app::App;
use crate::conversations;
use crate::http::{ApiResult, Problem};
use crate::kernel::ids::{ConversationId, WorkspaceId};

/// Shows the customer for 25 seconds, or until the next message, that somebody is writing; also marks
/// what they wrote as read, as WhatsApp does both with one request.
pub(super) async fn show(
    app: &App,
    workspace: WorkspaceId,
    conversation: ConversationId,
) -> ApiResult<()> {
    let latest = conversations::latest_inbound(&app.db, workspace, conversation).await?;
    let (account, wamid) = latest.ok_or_else(|| {
        let title =
            "The customer has written nothing in this conversation, so nobody can be seen typing.";
        Problem::conflict("conversation.nothing_to_answer", title)
    })?;
    let account = accounts::find(&app.db, workspace, account).await?;
    let account = account.ok_or_else(|| {
        let title = "The WhatsApp number of this conversation was removed.";
        Problem::conflict("account.removed", title)
    })?;
    let graph = accounts::graph(app, workspace, &account).await?;
    let shown = graph
        .mark_read(&account.phone_number_id, &wamid, true)
        .await;
    shown.map_err(|error| accounts::refusal(&error))
}
