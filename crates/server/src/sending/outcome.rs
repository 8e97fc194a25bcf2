//! What came of sending, recorded: for many messages at a time.

use serde_json::{Value, json};
use whatsapp::graph::{self, GraphError, Sent};

use super::files;
use super::model::{GIVE_UP, PATIENCE, State, Verdict, growing, judge};
use crate::accounts;
use crate::conversations::NotSent;
use crate::db::{self, Arg, Change, Tx, sql};
use crate::entry_points;
use crate::kernel::clock::{SECOND, Timestamp};
use crate::kernel::ids::{AccountId, MessageId, WorkspaceId};
use crate::kernel::key::key_of;

/// What a template's answer says while Meta holds it back; its first status tells when it goes.
const HELD: &str = "held_for_quality_assessment";
/// How long a number waits that could not be reached, in microseconds.
const UNREACHED: i64 = 2 * SECOND;

/// What came of one message.
#[derive(Debug, Clone)]
pub(super) struct Report {
    pub(super) message: MessageId,
    pub(super) outcome: Outcome,
}

/// What Meta's answer means for a message.
#[derive(Debug, Clone)]
pub(super) enum Outcome {
    /// Meta took it.
    Sent { wamid: String, is_held: bool },
    /// It may have been sent.
    Unknown,
    /// Not sent; to be tried again after so many microseconds. `slower`: as is the whole number.
    Again { after: i64, slower: bool },
    /// Not sent: WhatsApp has to be given its files first.
    NeedsFiles,
    /// Not sent, and the token is to blame: nothing of the number will be.
    TokenRefused(GraphError),
    /// Not sent for good; Meta's errors.
    Failed(Value),
}

impl Outcome {
    /// Reads Meta's answer to a message that was due at `due_at` and tried `attempts` times.
    pub(super) fn of(
        answer: Result<Sent, graph::Error>,
        (attempts, due_at): (i64, Timestamp),
        now: Timestamp,
    ) -> Self {
        let error = match answer {
            Ok(sent) => {
                let is_held = sent.message_status.as_deref() == Some(HELD);
                let wamid = sent.wamid;
                return Self::Sent { wamid, is_held };
            }
            Err(error) if error.may_have_arrived() => return Self::Unknown,
            Err(error) => error,
        };
        let is_old = now > due_at.plus(GIVE_UP);
        match error {
            graph::Error::Refused(refused) if accounts::is_about_token(&refused) => {
                Self::TokenRefused(refused)
            }
            graph::Error::Refused(refused) => match judge(&refused, attempts) {
                Verdict::Again(after) if !is_old => Self::Again {
                    after,
                    slower: false,
                },
                Verdict::Slower(after) if !is_old => Self::Again {
                    after,
                    slower: true,
                },
                _ => Self::Failed(errors(&refused)),
            },
            _ if is_old => {
                Self::Failed(json!([{"code": 131_000, "message": "Meta could not be reached."}]))
            }
            _ => Self::Again {
                after: growing(2, attempts).max(UNREACHED),
                slower: true,
            },
        }
    }
}

/// A refusal in the form in which Meta's webhooks tell of failures.
fn errors(refused: &GraphError) -> Value {
    json!([{
        "code": refused.code,
        "title": refused.message,
        "message": refused.message,
        "error_data": {"details": refused.details},
    }])
}

/// What the reports mean for the number.
#[derive(Debug, Default)]
pub(super) struct Recorded {
    pub(super) is_paused: bool,
    /// Nothing more goes out before this.
    pub(super) not_before: Option<Timestamp>,
}

/// Records what came of messages of one number.
pub(super) async fn record(
    tx: &mut Tx,
    workspace: WorkspaceId,
    account: AccountId,
    reports: &[Report],
    now: Timestamp,
) -> db::Result<Recorded> {
    let mut recorded = Recorded::default();
    let (mut sent, mut failed, mut later) = (Vec::new(), Vec::new(), Vec::new());
    for Report { message, outcome } in reports {
        match outcome {
            Outcome::Sent { wamid, is_held } => sent.push((*message, wamid.as_str(), *is_held)),
            Outcome::Failed(errors) => failed.push((*message, errors.clone())),
            Outcome::Unknown => later.push((*message, State::Unknown, now.plus(PATIENCE))),
            Outcome::Again { after, slower } => {
                later.push((*message, State::Waiting, now.plus(*after)));
                if *slower {
                    let pause = now.plus((*after).min(UNREACHED));
                    recorded.not_before = recorded.not_before.max(Some(pause));
                }
            }
            Outcome::NeedsFiles => {
                later.push((*message, State::Files, now));
                files::wait_for(tx, workspace, *message, now).await?;
            }
            Outcome::TokenRefused(refused) => {
                later.push((*message, State::Waiting, now));
                accounts::pause(tx, workspace, account, refused, now).await?;
                recorded.is_paused = true;
            }
        }
    }
    lock(tx, workspace, reports).await?;
    for (message, ..) in &sent {
        tx.changed(workspace, Change::MessageUpdated(*message));
    }
    take_over(tx, &sent, now).await?;
    let answers = sent.iter().map(|&(message, ..)| message);
    entry_points::settle_sent(tx, account, answers).await?;
    fail(tx, workspace, failed, now).await?;
    postpone(tx, &later).await?;
    Ok(recorded)
}

/// Locks the messages in the order that whoever takes webhooks in has.
async fn lock(tx: &mut Tx, workspace: WorkspaceId, reports: &[Report]) -> db::Result<()> {
    if reports.is_empty() {
        return Ok(());
    }
    let ids: Vec<Arg> = reports.iter().map(|report| report.message.into()).collect();
    sql("SELECT id FROM messages WHERE id = ANY($1) AND workspace_id = $2 ORDER BY id FOR UPDATE")
        .bind(ids)
        .bind(workspace)
        .all::<(MessageId,)>(tx)
        .await?;
    Ok(())
}

/// Meta has them. A status may have come before the answer, and has said so already.
async fn take_over(
    tx: &mut Tx,
    sent: &[(MessageId, &str, bool)],
    now: Timestamp,
) -> db::Result<()> {
    sql(
        "UPDATE messages SET wamid = v.wamid, wamid_key = v.wamid_key,
             status = CASE WHEN status = 'queued' AND NOT v.held THEN 'sent' ELSE status END,
             status_at = CASE WHEN status = 'queued' AND NOT v.held THEN v.at ELSE status_at END
         FROM $rows(id BIGINT, wamid TEXT, wamid_key UUID, held BOOLEAN, at BIGINT) v
         WHERE messages.id = v.id AND messages.wamid IS NULL",
    )
    .rows(sent.iter().map(|&(message, wamid, held)| {
        vec![
            message.into(),
            wamid.into(),
            key_of(wamid).into(),
            held.into(),
            now.into(),
        ]
    }))
    .run(&mut *tx)
    .await?;
    forget(tx, sent.iter().map(|&(message, ..)| message)).await
}

/// Shows messages as failed, with why. What has an id of Meta's was sent: its statuses tell of it.
pub(super) async fn fail(
    tx: &mut Tx,
    workspace: WorkspaceId,
    failed: Vec<(MessageId, Value)>,
    now: Timestamp,
) -> db::Result<()> {
    let ids: Vec<MessageId> = failed.iter().map(|(message, _)| *message).collect();
    for message in &ids {
        tx.changed(workspace, Change::MessageUpdated(*message));
    }
    sql("UPDATE messages SET status = 'failed', status_at = v.now, errors = v.errors
         FROM $rows(id BIGINT, workspace_id BIGINT, errors JSONB, now BIGINT) v
         WHERE messages.id = v.id AND messages.workspace_id = v.workspace_id AND messages.wamid IS NULL")
    .rows(failed.into_iter().map(|(message, errors)| {
        vec![message.into(), workspace.into(), Arg::from(errors), now.into()]
    }))
    .run(&mut *tx)
    .await?;
    forget(tx, ids.into_iter()).await
}

/// Takes messages out of the outbox.
async fn forget(tx: &mut Tx, messages: impl Iterator<Item = MessageId>) -> db::Result<()> {
    let ids: Vec<Arg> = messages.map(Arg::from).collect();
    if ids.is_empty() {
        return Ok(());
    }
    sql("DELETE FROM outbox WHERE message_id = ANY($1)")
        .bind(ids)
        .run(tx)
        .await?;
    Ok(())
}

async fn postpone(tx: &mut Tx, later: &[(MessageId, State, Timestamp)]) -> db::Result<()> {
    sql("UPDATE outbox SET state = v.state, run_at = v.run_at
         FROM $rows(id BIGINT, state TEXT, run_at BIGINT) v WHERE outbox.message_id = v.id")
    .rows(
        later
            .iter()
            .map(|&(message, state, at)| vec![message.into(), state.into(), at.into()]),
    )
    .run(tx)
    .await?;
    Ok(())
}

/// Messages settled in one transaction.
const CHUNK: i64 = 200;

/// Whether [`settle_overdue`] has anything to do.
pub(super) async fn is_any_overdue(db: &db::Db, now: Timestamp) -> db::Result<bool> {
    let (found,) = sql(
        "SELECT EXISTS (SELECT 1 FROM outbox WHERE state = $1 AND run_at <= $3)
             OR EXISTS (SELECT 1 FROM outbox WHERE state = $2 AND run_at <= $3)
             OR EXISTS (SELECT 1 FROM accounts a JOIN outbox o ON o.account_id = a.id
                 WHERE a.removed_at IS NOT NULL AND o.state = $4)",
    )
    .bind(State::Sending)
    .bind(State::Unknown)
    .bind(now)
    .bind(State::Waiting)
    .quick()
    .one(db)
    .await?;
    Ok(found)
}

/// What nobody else will settle: claims whose sender is gone are of unknown outcome, those of which
/// nothing was heard for too long have failed, and so has what waits for a number that was removed.
pub(super) async fn settle_overdue(tx: &mut Tx, now: Timestamp) -> db::Result<()> {
    sql("UPDATE outbox SET state = $2, run_at = $4 WHERE state = $1 AND run_at <= $3")
        .bind(State::Sending)
        .bind(State::Unknown)
        .bind(now)
        .bind(now.plus(PATIENCE))
        .run(&mut *tx)
        .await?;
    let unheard: Vec<(MessageId, WorkspaceId)> = sql("SELECT message_id, workspace_id FROM outbox
         WHERE state = $1 AND run_at <= $2 ORDER BY run_at, message_id LIMIT $3
         FOR UPDATE SKIP LOCKED")
    .bind(State::Unknown)
    .bind(now)
    .bind(CHUNK)
    .all(&mut *tx)
    .await?;
    let orphaned: Vec<(MessageId, WorkspaceId)> = sql("SELECT o.message_id, o.workspace_id
         FROM accounts a JOIN outbox o ON o.account_id = a.id
         WHERE a.removed_at IS NOT NULL AND o.state = $1 LIMIT $2
         FOR UPDATE OF o SKIP LOCKED")
    .bind(State::Waiting)
    .bind(CHUNK)
    .all(&mut *tx)
    .await?;
    let with = |reason: NotSent, (message, workspace)| (workspace, (message, reason.errors()));
    let failed = unheard
        .into_iter()
        .map(|row| with(NotSent::OutcomeUnknown, row))
        .chain(
            orphaned
                .into_iter()
                .map(|row| with(NotSent::AccountRemoved, row)),
        );
    for (workspace, failed) in by_workspace(failed) {
        fail(tx, workspace, failed, now).await?;
    }
    Ok(())
}

fn by_workspace(
    failed: impl Iterator<Item = (WorkspaceId, (MessageId, Value))>,
) -> std::collections::BTreeMap<WorkspaceId, Vec<(MessageId, Value)>> {
    let mut sorted = std::collections::BTreeMap::<_, Vec<_>>::new();
    for (workspace, message) in failed {
        sorted.entry(workspace).or_default().push(message);
    }
    sorted
}

/// After a start with an embedded database: whoever was sending is gone, and nobody else was.
pub(super) async fn give_up_claims(db: &db::Db, now: Timestamp) -> db::Result<()> {
    sql("UPDATE outbox SET state = $2, run_at = $3 WHERE state = $1")
        .bind(State::Sending)
        .bind(State::Unknown)
        .bind(now.plus(PATIENCE))
        .run(db)
        .await?;
    Ok(())
}
