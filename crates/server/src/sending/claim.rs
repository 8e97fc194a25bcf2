//! Claiming: which messages of a number go out now, decided and noted in one commit.
//!
//! The number's pace is locked first, so two nodes never take messages of one number at a time. Of
//! each contact only the first message in order is taken, and none while an earlier one is being
//! sent; one whose outcome is unknown holds nobody up. What may not be sent any more fails here.

use serde_json::Value;
use whatsapp::outbound::{self, Recipient};

use super::actions::RENDERED;
use super::model::{LEASE, Reference, State};
use super::outcome::{self, Report};
use crate::accounts;
use crate::conversations::{self, NotSent, Spoken};
use crate::db::{self, Arg, Change, Json, Tx, sql};
use crate::kernel::clock::Timestamp;
use crate::kernel::ids::{
    AccountId, ContactId, ConversationId, CustomerId, MemberId, MessageId, WorkspaceId,
};
use crate::templates::TemplateCategory;
use crate::window::Window;

crate::row! {
    /// The first message of a contact that waits, with all that decides about it.
    #[derive(Debug)]
    struct Candidate {
        message: MessageId,
        conversation: ConversationId,
        contact: ContactId,
        customer: CustomerId,
        kind: String,
        payload: Json<Value>,
        status: Option<String>,
        category: Option<String>,
        given_at: Timestamp,
        author: Option<MemberId>,
        due_at: Timestamp,
        attempts: i64,
        phone: Option<String>,
        bsuid: Option<String>,
        blocked: bool,
        opted_out: bool,
        /// What the template is today; Meta may have changed it since.
        template_category: Option<String>,
        last_inbound_at: Option<Timestamp>,
    }
}

/// A message that is this sender's to send, once.
#[derive(Debug)]
pub(super) struct Claimed {
    pub(super) message: MessageId,
    /// The body of the request to Meta.
    pub(super) body: Value,
    /// Tries, this one included.
    pub(super) attempts: i64,
    pub(super) due_at: Timestamp,
}

/// What a turn came to.
#[derive(Debug, Default)]
pub(super) struct Turn {
    pub(super) claimed: Vec<Claimed>,
    pub(super) next: Next,
}

/// When there may be more to claim.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Next {
    /// At once.
    Now,
    /// From this moment on the pace allows more; or another node is done with the number.
    At(Timestamp),
    /// When something is given or has come back.
    #[default]
    Quiet,
}

/// How long another node that has the number is let alone, in microseconds.
const ELSEWHERE: i64 = 20_000;

/// Records what came back of a number's messages, and claims up to `room` others.
pub(super) async fn turn(
    tx: &mut Tx,
    workspace: WorkspaceId,
    account: AccountId,
    reports: &[Report],
    (room, now): (i64, Timestamp),
) -> db::Result<Turn> {
    let pace = accounts::lock_pace(tx, workspace, account).await?;
    let recorded = outcome::record(tx, workspace, account, reports, now).await?;
    let Some(pace) = pace else {
        return Ok(Turn {
            claimed: Vec::new(),
            next: Next::At(now.plus(ELSEWHERE)),
        });
    };
    if pace.is_paused || recorded.is_paused {
        return Ok(Turn::default());
    }
    let allowed = match recorded.not_before {
        Some(_) => 0,
        None => pace.allowed(now).min(room),
    };
    let candidates = match allowed > 0 {
        true => candidates(tx, (workspace, account), allowed, now).await?,
        false => Vec::new(),
    };
    let is_full = i64::try_from(candidates.len()).unwrap_or(i64::MAX) == allowed;
    let (claimed, refused) = sort(candidates, now);
    begin_scheduled(tx, workspace, &claimed, account, now).await?;
    let claimed: Vec<Claimed> = claimed.into_iter().map(|(_, claimed)| claimed).collect();
    mark_sending(tx, &claimed, now).await?;
    outcome::fail(tx, workspace, refused, now).await?;
    let count = i64::try_from(claimed.len()).unwrap_or(0);
    pace.spend(tx, count, now, recorded.not_before).await?;
    let next = match (recorded.not_before, is_full) {
        (Some(at), _) => Next::At(at),
        (None, true) if room == allowed => Next::Quiet, // once something has come back
        (None, true) if allowed > 0 => Next::Now,
        (None, true) => Next::At(pace.opens_at()),
        (None, false) => next_due(tx, account, now).await?,
    };
    Ok(Turn { claimed, next })
}

async fn candidates(
    tx: &mut Tx,
    (workspace, account): (WorkspaceId, AccountId),
    limit: i64,
    now: Timestamp,
) -> db::Result<Vec<Candidate>> {
    sql("SELECT o.message_id, m.conversation_id, o.contact_id, k.customer_id, m.type, m.payload,
             m.status, m.category, m.received_at, m.author_id, o.due_at, o.attempts, k.phone, k.bsuid,
             p.blocked, p.opted_out, t.category,
             (SELECT MAX(c.last_inbound_at) FROM conversations c
              WHERE c.contact_id = o.contact_id AND c.account_id = o.account_id)
         FROM outbox o
         JOIN messages m ON m.id = o.message_id
         JOIN contacts k ON k.id = o.contact_id
         JOIN customers p ON p.id = k.customer_id
         LEFT JOIN templates t ON t.id = o.template_id
         WHERE o.account_id = $1 AND o.state = $2 AND o.run_at <= $3 AND o.workspace_id + 0 = $4
             AND NOT EXISTS (SELECT 1 FROM outbox e
                 WHERE e.contact_id = o.contact_id AND e.account_id = o.account_id
                     AND (e.due_at, e.message_id) < (o.due_at, o.message_id)
                     AND e.state <> $5)
         ORDER BY o.run_at, o.message_id LIMIT $6
         FOR UPDATE OF o SKIP LOCKED")
    .bind(account)
    .bind(State::Waiting)
    .bind(now)
    .bind(workspace)
    .bind(State::Unknown)
    .bind(limit)
    .all(tx)
    .await
}

type Sorted = (Vec<(Candidate, Claimed)>, Vec<(MessageId, Value)>);

/// Those that go, and those that may not, with why.
fn sort(candidates: Vec<Candidate>, now: Timestamp) -> Sorted {
    let (mut claimed, mut refused) = (Vec::new(), Vec::new());
    for candidate in candidates {
        match candidate.claim(now) {
            Ok(message) => claimed.push((candidate, message)),
            Err(reason) => refused.push((candidate.message, reason.errors())),
        }
    }
    (claimed, refused)
}

impl Candidate {
    fn claim(&self, now: Timestamp) -> Result<Claimed, NotSent> {
        let is_marketing = |category: &Option<String>| {
            category.as_deref() == Some(TemplateCategory::Marketing.as_str())
        };
        if self.blocked {
            return Err(NotSent::Blocked);
        }
        if self.opted_out && (is_marketing(&self.category) || is_marketing(&self.template_category))
        {
            return Err(NotSent::OptedOut);
        }
        let window = self
            .last_inbound_at
            .map(|last_inbound_at| Window { last_inbound_at });
        if self.kind != "template" && !window.is_some_and(|window| window.is_open(now)) {
            return Err(NotSent::WindowClosed);
        }
        // While the number is known it stays visible in webhooks.
        let to = match (&self.phone, &self.bsuid) {
            (Some(phone), _) => Recipient::Phone(phone.clone()),
            (None, Some(id)) => Recipient::UserId(id.clone()),
            (None, None) => return Err(NotSent::NoAddress),
        };
        let mut content = self.payload.0.clone();
        if let Some(fields) = content.as_object_mut() {
            fields.remove(RENDERED);
        }
        let message = outbound::parse(&content).map_err(|_| NotSent::Invalid)?;
        let reference = Reference {
            message: self.message,
            given_at: self.given_at,
        };
        Ok(Claimed {
            message: self.message,
            body: message.to_wire(&to, &reference.to_string()),
            attempts: self.attempts + 1,
            due_at: self.due_at,
        })
    }
}

/// From now on they are like any message that is given now: counted, and placed where they are said.
async fn begin_scheduled(
    tx: &mut Tx,
    workspace: WorkspaceId,
    claimed: &[(Candidate, Claimed)],
    account: AccountId,
    now: Timestamp,
) -> db::Result<()> {
    let scheduled = claimed
        .iter()
        .map(|(candidate, _)| candidate)
        .filter(|candidate| candidate.status.as_deref() == Some("scheduled"));
    let spoken: Vec<Spoken> = scheduled
        .clone()
        .filter(|candidate| candidate.kind != "reaction")
        .map(|candidate| Spoken {
            conversation: candidate.conversation,
            contact: candidate.contact,
            customer: candidate.customer,
            account,
            message: candidate.message,
            category: candidate.category.clone().unwrap_or_default(),
            by_member: candidate.author.is_some(),
        })
        .collect();
    let ids: Vec<Arg> = scheduled
        .map(|candidate| candidate.message.into())
        .collect();
    if ids.is_empty() {
        return Ok(());
    }
    for said in &spoken {
        tx.changed(workspace, Change::MessageUpdated(said.message));
    }
    sql(
        "UPDATE messages SET status = 'queued', status_at = $3, at = $3
         WHERE id = ANY($1) AND workspace_id + 0 = $2",
    )
    .bind(ids)
    .bind(workspace)
    .bind(now)
    .run(&mut *tx)
    .await?;
    conversations::count_outbound(tx, workspace, &spoken, now).await
}

/// When the number's next message is due.
async fn next_due(tx: &mut Tx, account: AccountId, now: Timestamp) -> db::Result<Next> {
    let (next,): (Option<Timestamp>,) = sql("SELECT MIN(run_at) FROM outbox
         WHERE account_id = $1 AND state = $2 AND run_at > $3")
    .bind(account)
    .bind(State::Waiting)
    .bind(now)
    .one(tx)
    .await?;
    Ok(next.map_or(Next::Quiet, Next::At))
}

async fn mark_sending(tx: &mut Tx, claimed: &[Claimed], now: Timestamp) -> db::Result<()> {
    if claimed.is_empty() {
        return Ok(());
    }
    let ids: Vec<Arg> = claimed
        .iter()
        .map(|claimed| claimed.message.into())
        .collect();
    sql(
        "UPDATE outbox SET state = $2, run_at = $3, attempts = attempts + 1
         WHERE message_id = ANY($1)",
    )
    .bind(ids)
    .bind(State::Sending)
    .bind(now.plus(LEASE))
    .run(tx)
    .await?;
    Ok(())
}
