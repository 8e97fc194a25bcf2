//! Requests that are safe to repeat: with the same `Idempotency-Key` a message is given once.

use std::time::Duration;

use http::HeaderMap;
use uuid::Uuid;

use crate::app::App;
use crate::db::{self, Tx, sql};
use crate::http::{ApiResult, Problem};
use crate::kernel::clock::{DAY, Timestamp};
use crate::kernel::ids::{ConversationId, MessageId, WorkspaceId};
use crate::kernel::key::key_of;

/// The header, draft-ietf-httpapi-idempotency-key-header.
pub(super) const HEADER: &str = "idempotency-key";
/// Characters of a key.
const LENGTH: usize = 255;
/// How long a key is remembered, in microseconds.
const KEPT: i64 = DAY;
/// How often old ones are looked for.
const EVERY: Duration = Duration::from_secs(3_600);

/// A request's key, and what it asks for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Key {
    key: Uuid,
    request: Uuid,
}

impl Key {
    /// The key of a request, if it has one; `request` is all that it asks for.
    pub(super) fn of(headers: &HeaderMap, request: &str) -> ApiResult<Option<Self>> {
        let Some(value) = headers.get(HEADER) else {
            return Ok(None);
        };
        let text = value.to_str().unwrap_or_default();
        if text.is_empty() || text.len() > LENGTH {
            let message = format!("must be 1 to {LENGTH} visible ASCII characters");
            return Err(Problem::invalid("Idempotency-Key", message));
        }
        Ok(Some(Self {
            key: key_of(text),
            request: key_of(request),
        }))
    }

    /// Takes the key for this request; the message of an earlier one with it, if there
    /// was any, and its conversation. 404 when that message was cancelled or deleted since.
    pub(super) async fn take(
        self,
        tx: &mut Tx,
        workspace: WorkspaceId,
        now: Timestamp,
    ) -> ApiResult<Option<(MessageId, ConversationId)>> {
        let taken = sql(
            "INSERT INTO idempotency_keys (workspace_id, key_hash, request_hash, message_id, created_at)
             VALUES ($1, $2, $3, 0, $4) ON CONFLICT DO NOTHING",
        )
        .bind(workspace)
        .bind(self.key)
        .bind(self.request)
        .bind(now)
        .run(&mut *tx)
        .await?;
        if taken == 1 {
            return Ok(None);
        }
        let (request, message, conversation): (Uuid, MessageId, Option<ConversationId>) =
            sql("SELECT i.request_hash, i.message_id, m.conversation_id
                 FROM idempotency_keys i LEFT JOIN messages m ON m.id = i.message_id
                 WHERE i.workspace_id = $1 AND i.key_hash = $2")
            .bind(workspace)
            .bind(self.key)
            .one(tx)
            .await?;
        if request != self.request {
            let message = "was used for another request; use a new key for each message";
            return Err(Problem::invalid("Idempotency-Key", message));
        }
        let conversation = conversation.ok_or_else(|| Problem::not_found("message"))?;
        Ok(Some((message, conversation)))
    }

    /// Notes the message that was made.
    pub(super) async fn keep(
        self,
        tx: &mut Tx,
        workspace: WorkspaceId,
        message: MessageId,
    ) -> db::Result<()> {
        sql(
            "UPDATE idempotency_keys SET message_id = $3 WHERE workspace_id = $1 AND key_hash = $2",
        )
        .bind(workspace)
        .bind(self.key)
        .bind(message)
        .run(tx)
        .await?;
        Ok(())
    }
}

/// Forgets keys after a day, as long as the program runs.
pub async fn forget_old_keys(app: App) {
    loop {
        let before = app.clock.now().plus(-KEPT);
        let forgotten = sql("DELETE FROM idempotency_keys WHERE created_at < $1")
            .bind(before)
            .run(&app.db)
            .await;
        if let Err(error) = forgotten {
            tracing::warn!(%error, "old idempotency keys stayed");
        }
        tokio::time::sleep(EVERY).await;
    }
}
