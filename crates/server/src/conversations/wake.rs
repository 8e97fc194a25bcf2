//! Snoozes that are due end by themselves.
//!
//! Every node looks for them; whoever locks a conversation's contact first opens it, and the others
//! pass it over. So a snooze ends once, and seconds late at most.

use std::time::Duration;

use serde_json::json;

use super::model::Status;
use crate::access::Actor;
use crate::app::App;
use crate::db::{self, Arg, Tx, sql};
use crate::kernel::clock::Timestamp;
use crate::kernel::ids::{ConversationId, CustomerId, WorkspaceId};
use crate::timeline::{self, Event};

/// How often it is looked.
const EVERY: Duration = Duration::from_secs(10);
/// Conversations opened in one transaction: a moment's work, so that nobody waits for it.
const CHUNK: i64 = 100;

/// Ends snoozes when they are due, as long as the program runs.
pub async fn wake_snoozed(app: App) {
    let mut moves = app.clock.moves();
    loop {
        if let Err(error) = wake_due(&app).await {
            tracing::warn!(%error, "conversations stayed snoozed beyond their time");
        }
        // Either way it is time to look; the clock lives as long as the program.
        let _ = tokio::time::timeout(EVERY, moves.changed()).await;
    }
}

/// Opens what is due now; how many conversations that were.
pub(super) async fn wake_due(app: &App) -> db::Result<usize> {
    let now = app.clock.now();
    let mut woken = 0;
    // Asked first without a transaction, which would hold an embedded database's only writer.
    while is_any_due(app, now).await? {
        let mut tx = app.db.begin().await?;
        let opened = open_due(&mut tx, now).await?;
        tx.commit().await?;
        woken += opened;
        if opened == 0 {
            break; // others are at it
        }
    }
    Ok(woken)
}

async fn is_any_due(app: &App, now: Timestamp) -> db::Result<bool> {
    let due: Option<(ConversationId,)> =
        sql("SELECT id FROM conversations WHERE snoozed_until <= $1 LIMIT 1")
            .bind(now)
            .quick()
            .maybe(&app.db)
            .await?;
    Ok(due.is_some())
}

async fn open_due(tx: &mut Tx, now: Timestamp) -> db::Result<usize> {
    // Contacts are locked before conversations, as whoever takes messages in does.
    let due: Vec<(ConversationId,)> = sql("SELECT c.id
         FROM conversations c JOIN contacts k ON k.id = c.contact_id
         WHERE c.snoozed_until <= $1 ORDER BY c.snoozed_until, c.id LIMIT $2
         FOR UPDATE OF k SKIP LOCKED")
    .bind(now)
    .bind(CHUNK)
    .all(&mut *tx)
    .await?;
    let due: Vec<Arg> = due.into_iter().map(|(id,)| id.into()).collect();
    let opened: Vec<(WorkspaceId, CustomerId, ConversationId)> =
        sql("UPDATE conversations SET status = $3, snoozed_until = NULL
             WHERE id = ANY($1) AND snoozed_until <= $2
             RETURNING workspace_id, customer_id, id")
        .bind(due)
        .bind(now)
        .bind(Status::Open)
        .all(&mut *tx)
        .await?;
    for &(workspace, customer, conversation) in &opened {
        let event = Event {
            customer: Some(customer),
            kind: "conversation.status_changed",
            actor: Actor::System,
            data: json!({
                "conversation_id": conversation, "old": Status::Snoozed, "new": Status::Open,
                "reason": "due",
            }),
            at: now,
        };
        timeline::record(tx, workspace, event).await?;
    }
    Ok(opened.len())
}
