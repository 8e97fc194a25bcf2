//! How fast a number may send, and whether it may at all.
//!
//! One row per number that every node locks before it takes messages of that number: so all nodes
//! together keep to the rate that Meta allows it, and none waits for another's numbers. A number
//! whose token Meta refuses is paused until it gets another one, or somebody resumes it.

use serde_json::json;
use whatsapp::graph::GraphError;
use whatsapp::limits;

use crate::access::Actor;
use crate::db::{self, Tx, sql};
use crate::kernel::clock::{SECOND, Timestamp};
use crate::kernel::ids::{AccountId, WorkspaceId};
use crate::timeline;

/// How much may go out at once, as the time it would take at the steady rate, in microseconds.
const BURST: i64 = SECOND / 10;
/// What Meta allows a number that it has raised.
const RAISED: i64 = 1_000;

/// A number's pace, locked until the transaction ends.
#[derive(Debug, Clone)]
pub struct Pace {
    account: AccountId,
    next_at: Timestamp,
    /// Microseconds between two messages.
    interval: i64,
    /// Whether nothing may go out.
    pub is_paused: bool,
}

/// Locks a number's pace; `None` while another node has it.
pub async fn lock(
    tx: &mut Tx,
    workspace: WorkspaceId,
    account: AccountId,
) -> db::Result<Option<Pace>> {
    sql("INSERT INTO account_pace (account_id, workspace_id) VALUES ($1, $2) ON CONFLICT DO NOTHING")
        .bind(account)
        .bind(workspace)
        .run(&mut *tx)
        .await?;
    let found: Option<(Timestamp, i64, bool)> =
        sql("SELECT next_at, per_second, paused_at IS NOT NULL
         FROM account_pace WHERE account_id = $1 AND workspace_id = $2 FOR UPDATE SKIP LOCKED")
        .bind(account)
        .bind(workspace)
        .maybe(tx)
        .await?;
    Ok(found.map(|(next_at, per_second, is_paused)| Pace {
        account,
        next_at,
        interval: SECOND / per_second.clamp(1, SECOND),
        is_paused,
    }))
}

impl Pace {
    /// How many messages may go out now.
    pub fn allowed(&self, now: Timestamp) -> i64 {
        let taken = (self.next_at.0 - now.0).max(0);
        ((self.window() - taken) / self.interval).max(0)
    }

    /// When it is worth asking again, for some at once rather than one by one.
    pub fn opens_at(&self) -> Timestamp {
        let some = (self.window() / self.interval / 2).max(1) * self.interval;
        self.next_at.plus(some - self.window())
    }

    /// The time that can be given out in advance: that of one message at least.
    fn window(&self) -> i64 {
        BURST.max(self.interval)
    }

    /// Notes that `count` messages go out, and that nothing does before `not_before`.
    pub async fn spend(
        &self,
        tx: &mut Tx,
        count: i64,
        now: Timestamp,
        not_before: Option<Timestamp>,
    ) -> db::Result<()> {
        let next_at = self.next_at.max(now).plus(count * self.interval);
        // Whoever is told to slow down has no burst either.
        let next_at = next_at.max(not_before.map_or(next_at, |at| at.plus(BURST)));
        if next_at == self.next_at {
            return Ok(());
        }
        sql("UPDATE account_pace SET next_at = $2 WHERE account_id = $1")
            .bind(self.account)
            .bind(next_at)
            .run(tx)
            .await?;
        Ok(())
    }
}

/// Stops a number that Meta refuses for its token, and tells the audit log.
pub async fn pause(
    tx: &mut Tx,
    workspace: WorkspaceId,
    account: AccountId,
    because: &GraphError,
    now: Timestamp,
) -> db::Result<()> {
    let because = json!({"code": because.code, "message": super::graph::line(&because.message)});
    let paused = sql("UPDATE account_pace SET paused_at = $3, paused_because = $4
         WHERE account_id = $1 AND workspace_id = $2 AND paused_at IS NULL")
    .bind(account)
    .bind(workspace)
    .bind(now)
    .bind(because.clone())
    .run(&mut *tx)
    .await?;
    if paused == 0 {
        return Ok(()); // it was already
    }
    tracing::warn!(account.id = %account, "a number's token is refused; its sending is paused");
    let data = json!({"account_id": account, "because": because});
    let (kind, actor) = ("account.sending_paused", Actor::System);
    timeline::note(tx, workspace, kind, actor, data, now).await
}

/// Lets a paused number send again; false when it was not paused.
pub(super) async fn resume(
    tx: &mut Tx,
    workspace: WorkspaceId,
    account: AccountId,
    (actor, now): (Actor, Timestamp),
) -> db::Result<bool> {
    let resumed = sql(
        "UPDATE account_pace SET paused_at = NULL, paused_because = NULL
         WHERE account_id = $1 AND workspace_id = $2 AND paused_at IS NOT NULL",
    )
    .bind(account)
    .bind(workspace)
    .run(&mut *tx)
    .await?;
    if resumed == 0 {
        return Ok(false);
    }
    tx.signal(db::Topic::Outbox);
    let data = json!({"account_id": account});
    timeline::note(tx, workspace, "account.sending_resumed", actor, data, now).await?;
    Ok(true)
}

/// Takes over the rate that Meta allows a number: its word for the throughput.
pub(super) async fn set_rate(
    tx: &mut Tx,
    workspace: WorkspaceId,
    account: AccountId,
    throughput: &str,
) -> db::Result<()> {
    let per_second = match throughput {
        "HIGH" => RAISED,
        _ => i64::from(limits::MESSAGES_PER_SECOND),
    };
    sql(
        "INSERT INTO account_pace (account_id, workspace_id, per_second) VALUES ($1, $2, $3)
         ON CONFLICT (account_id) DO UPDATE SET per_second = excluded.per_second",
    )
    .bind(account)
    .bind(workspace)
    .bind(per_second)
    .run(tx)
    .await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pace(next_at: i64, per_second: i64) -> Pace {
        Pace {
            account: AccountId(1),
            next_at: Timestamp(next_at),
            interval: SECOND / per_second,
            is_paused: false,
        }
    }

    #[test]
    fn a_tenth_of_a_second_goes_out_at_once_and_idle_time_is_not_saved_up() {
        let now = Timestamp(1_000 * SECOND);
        assert_eq!(pace(0, 80).allowed(now), 8);
        assert_eq!(pace(now.0, 1_000).allowed(now), 100);
        assert_eq!(pace(now.0 + BURST / 2, 80).allowed(now), 4);
        assert_eq!(pace(now.0 + BURST, 80).allowed(now), 0);
        assert_eq!(pace(now.0 + SECOND, 80).allowed(now), 0);
        assert_eq!(pace(0, 1).allowed(now), 1, "the slowest still sends");
        for slow in [pace(now.0 + SECOND, 80), pace(now.0 + SECOND, 1)] {
            assert!(slow.allowed(slow.opens_at()) > 0, "{slow:?}");
        }
    }
}
