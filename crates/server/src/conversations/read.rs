//! Blue ticks: the customer sees that the team has read what they wrote.
//!
//! Only a member's reading counts: a program that marks a conversation as read has read nothing. The mark
//! is a job, because nobody shall wait for WhatsApp to look into a conversation, and nothing is lost if
//! WhatsApp does not take it in the end.

use serde::{Deserialize, Serialize};
use whatsapp::errors::{Retry, lookup};
use whatsapp::graph;

use crate::access::Actor;
use crate::accounts;
use crate::app::App;
use crate::db::{self, Db, Tx, sql};
use crate::jobs::{self, Job, JobError, Options, Turn};
use crate::kernel::clock::Timestamp;
use crate::kernel::ids::{AccountId, ConversationId, WorkspaceId};

/// Marks what a customer wrote as read, up to their latest message.
#[derive(Debug, Serialize, Deserialize)]
pub struct MarkRead {
    conversation: ConversationId,
}

/// Somebody has read the conversation; noted in the transaction that says so here.
pub(super) async fn mark_later(
    tx: &mut Tx,
    workspace: WorkspaceId,
    conversation: ConversationId,
    (actor, now): (Actor, Timestamp),
) -> db::Result<()> {
    if actor.member().is_none() {
        return Ok(());
    }
    let options = Options::at_once(now).once(conversation.to_string());
    jobs::enqueue(tx, workspace, &MarkRead { conversation }, options).await
}

impl Job for MarkRead {
    const KIND: &'static str = "conversations.mark_read";
    const ATTEMPTS: i64 = 3;

    async fn run(self, app: &App, turn: Turn) -> Result<(), JobError> {
        let latest = latest_inbound(&app.db, turn.workspace, self.conversation).await?;
        let Some((account, wamid)) = latest else {
            return Ok(());
        };
        let Some(account) = accounts::find(&app.db, turn.workspace, account).await? else {
            return Ok(()); // removed
        };
        let graph = match accounts::graph(app, turn.workspace, &account).await {
            Ok(graph) => graph,
            Err(problem) => return Err(JobError::retry(problem.title)),
        };
        match graph
            .mark_read(&account.phone_number_id, &wamid, false)
            .await
        {
            Err(graph::Error::Refused(refused)) if lookup(refused.code).retry != Retry::Yes => {
                Ok(())
            } // too old, or gone
            Err(_) if turn.is_last => Ok(()), // a mark is not worth a person's attention
            answer => answer.map_err(JobError::retry),
        }
    }
}

/// The customer's latest message of a conversation: its number, and Meta's id of it.
pub async fn latest_inbound(
    db: &Db,
    workspace: WorkspaceId,
    conversation: ConversationId,
) -> db::Result<Option<(AccountId, String)>> {
    sql("SELECT account_id, wamid FROM messages
         WHERE conversation_id = $1 AND workspace_id + 0 = $2 AND direction = 'in'
             AND wamid IS NOT NULL
         ORDER BY at DESC, id DESC LIMIT 1")
    .bind(conversation)
    .bind(workspace)
    .quick()
    .maybe(db)
    .await
}
