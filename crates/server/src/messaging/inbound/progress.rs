//! How far the history of an account has come, and whether the business shares it at all.

use serde_json::{Map, Value, json};
use whatsapp::webhook::HistoryChunk;

use super::decide::Line;
use super::world::World;
use crate::db::{self, Json, Tx, sql};
use crate::kernel::clock::Timestamp;
use crate::kernel::ids::WorkspaceId;

/// The subject of an account's health.
const SUBJECT: &str = "history";

/// What chunks of history said of themselves.
#[derive(Debug, Default)]
pub(super) struct Shared {
    workspace: Option<WorkspaceId>,
    phase: Option<i64>,
    progress: Option<i64>,
    /// Meta's errors, when the business does not share its history.
    refused: Option<Value>,
    at: Option<Timestamp>,
}

impl Shared {
    /// Takes what a chunk says. Chunks come in any order: the furthest counts.
    pub(super) fn add(&mut self, chunk: &HistoryChunk, line: Line) {
        self.workspace = Some(line.workspace);
        self.phase = self.phase.max(chunk.phase);
        self.progress = self.progress.max(chunk.progress);
        if !chunk.errors.is_empty() {
            let errors = chunk.errors.iter().map(|error| error.raw.clone());
            self.refused = Some(errors.collect());
        }
        self.at = self.at.max(Some(line.received_at));
    }

    /// What is known with this added.
    fn onto(&self, known: &Value) -> Value {
        let number = |key: &str, new: Option<i64>| known[key].as_i64().max(new);
        let refused = self
            .refused
            .clone()
            .unwrap_or_else(|| known["errors"].clone());
        json!({
            "phase": number("phase", self.phase),
            "progress": number("progress", self.progress),
            "errors": refused,
        })
    }
}

/// Puts it on the account's health.
pub(super) async fn write(tx: &mut Tx, world: &World) -> db::Result<()> {
    let mut accounts: Vec<_> = world.shared.iter().collect();
    accounts.sort_by_key(|(account, _)| **account);
    for (&account, shared) in accounts {
        let found: Option<(Json<Value>,)> =
            sql("SELECT health FROM accounts WHERE workspace_id = $1 AND id = $2 FOR UPDATE")
                .bind(shared.workspace)
                .bind(account)
                .maybe(&mut *tx)
                .await?;
        let mut health = match found {
            Some((Json(Value::Object(health)),)) => health,
            _ => Map::new(),
        };
        let value = shared.onto(&health.get(SUBJECT).unwrap_or(&Value::Null)["value"]);
        health.insert(SUBJECT.to_owned(), json!({"value": value, "at": shared.at}));
        sql("UPDATE accounts SET health = $3, health_at = $4 WHERE workspace_id = $1 AND id = $2")
            .bind(shared.workspace)
            .bind(account)
            .bind(Value::Object(health))
            .bind(shared.at)
            .run(&mut *tx)
            .await?;
    }
    Ok(())
}
