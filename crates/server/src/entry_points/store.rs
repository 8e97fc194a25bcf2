//! Statements about free entry points.

use std::collections::BTreeMap;

use serde::Serialize;
use utoipa::ToSchema;

use crate::db::{self, Db, Tx, sql};
use crate::kernel::clock::{DAY, Timestamp};
use crate::kernel::ids::{AccountId, ContactId, CustomerId, MessageId, WorkspaceId};

/// How long after our answer messages are free, in microseconds.
const FREE_FOR: i64 = 3 * DAY;

/// The time in which messages are free because the person came from an ad.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
pub struct FreeEntryPoint {
    /// Our answer to the message from the ad.
    pub began_at: Timestamp,
    /// 72 hours later, or what WhatsApp said: at this moment it is over.
    pub expires_at: Timestamp,
}

impl FreeEntryPoint {
    /// From the two columns of a row, which are both there or not.
    pub fn of(began_at: Option<Timestamp>, expires_at: Option<Timestamp>) -> Option<Self> {
        Some(Self {
            began_at: began_at?,
            expires_at: expires_at?,
        })
    }
}

/// The latest free entry point of a customer: with this account, or with any.
pub async fn latest(
    db: &Db,
    workspace: WorkspaceId,
    customer: CustomerId,
    account: Option<AccountId>,
) -> db::Result<Option<FreeEntryPoint>> {
    let found: Option<(Timestamp, Timestamp)> = sql("SELECT f.began_at, f.expires_at
         FROM contacts k JOIN free_entry_points f ON f.contact_id = k.id
         WHERE k.customer_id = $1 AND k.workspace_id + 0 = $2 AND f.began_at IS NOT NULL
             AND f.account_id = COALESCE($3, f.account_id)
         ORDER BY f.expires_at DESC LIMIT 1")
    .bind(customer)
    .bind(workspace)
    .bind(account)
    .maybe(db)
    .await?;
    Ok(found
        .and_then(|(began_at, expires_at)| FreeEntryPoint::of(Some(began_at), Some(expires_at))))
}

/// A contact and an account.
type Between = (ContactId, AccountId);

/// These contacts wrote to these accounts from an ad. Call [`settle`] when their messages are stored.
pub async fn referred(
    tx: &mut Tx,
    referrals: impl Iterator<Item = (WorkspaceId, Between, Timestamp)>,
) -> db::Result<()> {
    let mut latest = BTreeMap::new();
    for (workspace, between, at) in referrals {
        let known = latest.entry(between).or_insert((workspace, at));
        known.1 = known.1.max(at);
    }
    sql(
        "INSERT INTO free_entry_points (contact_id, account_id, workspace_id, referral_at)
         SELECT v.* FROM $rows(contact_id BIGINT, account_id BIGINT, workspace_id BIGINT,
             referral_at BIGINT) v
         WHERE true ON CONFLICT (contact_id, account_id) DO UPDATE
             SET referral_at = excluded.referral_at
             WHERE free_entry_points.referral_at IS NULL
                 OR free_entry_points.referral_at < excluded.referral_at",
    )
    .rows(
        latest
            .into_iter()
            .map(|((contact, account), (workspace, at))| {
                vec![contact.into(), account.into(), workspace.into(), at.into()]
            }),
    )
    .run(tx)
    .await?;
    Ok(())
}

/// The first of our messages that answers the one from the ad.
const ANSWER: &str =
    "(SELECT MIN(m.at) FROM conversations c JOIN messages m ON m.conversation_id = c.id
     WHERE c.contact_id = free_entry_points.contact_id
         AND c.account_id = free_entry_points.account_id
         AND m.at >= free_entry_points.referral_at
         AND m.at < free_entry_points.referral_at + 86400000000
         AND m.direction = 'out' AND m.wamid IS NOT NULL
         AND m.type NOT IN ('reaction', 'edit', 'revoke', 'call')
         AND COALESCE(m.origin, '') <> 'history')";

/// Whether an answer is missing, or a still earlier one may have come.
const UNSETTLED: &str = "free_entry_points.referral_at IS NOT NULL
     AND (free_entry_points.began_at IS NULL
         OR free_entry_points.began_at < free_entry_points.referral_at
         OR NOT free_entry_points.told)";

/// Finds what answers messages from ads, after messages with these contacts were stored.
pub async fn settle(tx: &mut Tx, between: impl Iterator<Item = Between>) -> db::Result<()> {
    let between: std::collections::BTreeSet<Between> = between.collect();
    sql(format!(
        "UPDATE free_entry_points SET began_at = {ANSWER}, expires_at = {ANSWER} + {FREE_FOR},
             told = FALSE
         FROM $rows(contact_id BIGINT, account_id BIGINT) v
         WHERE free_entry_points.contact_id = v.contact_id
             AND free_entry_points.account_id = v.account_id
             AND {UNSETTLED} AND {ANSWER} IS NOT NULL"
    ))
    .rows(
        between
            .into_iter()
            .map(|(contact, account)| vec![contact.into(), account.into()]),
    )
    .run(tx)
    .await?;
    Ok(())
}

/// The same, after these messages were sent.
pub async fn settle_sent(
    tx: &mut Tx,
    account: AccountId,
    messages: impl Iterator<Item = MessageId>,
) -> db::Result<()> {
    sql(format!(
        "UPDATE free_entry_points SET began_at = {ANSWER}, expires_at = {ANSWER} + {FREE_FOR},
             told = FALSE
         FROM $rows(message_id BIGINT, account_id BIGINT) v
         WHERE free_entry_points.contact_id =
                 (SELECT contact_id FROM messages WHERE messages.id = v.message_id)
             AND free_entry_points.account_id = v.account_id
             AND {UNSETTLED} AND {ANSWER} IS NOT NULL"
    ))
    .rows(messages.map(|message| vec![message.into(), account.into()]))
    .run(tx)
    .await?;
    Ok(())
}

/// What Meta told of a free entry point by the price of a message.
#[derive(Debug, Clone, Copy)]
pub struct Told {
    /// Whom the message went to, and from which account.
    pub between: Between,
    /// The workspace.
    pub workspace: WorkspaceId,
    /// WhatsApp's time of the message that was free.
    pub message_at: Timestamp,
    /// When it ends, where Meta told.
    pub expires_at: Option<Timestamp>,
}

impl Told {
    /// When it began and ends, and whether Meta told the end. Of one of which nothing else is known, the
    /// first message that was free is taken for the one that began it.
    fn span(&self) -> (Timestamp, Timestamp, bool) {
        match self.expires_at {
            Some(end) => (end.plus(-FREE_FOR), end, true),
            None => (self.message_at, self.message_at.plus(FREE_FOR), false),
        }
    }
}

/// Keeps what Meta told, over what was derived.
pub async fn told(tx: &mut Tx, all: impl Iterator<Item = Told>) -> db::Result<()> {
    // One for each contact and account: an end that was told, else the earliest.
    let mut best: BTreeMap<Between, Told> = BTreeMap::new();
    for one in all {
        let known = best.entry(one.between).or_insert(one);
        let is_better = match (one.expires_at, known.expires_at) {
            (Some(new), Some(old)) => new > old,
            (Some(_), None) => true,
            (None, Some(_)) => false,
            (None, None) => one.message_at < known.message_at,
        };
        if is_better {
            *known = one;
        }
    }
    sql(
        "INSERT INTO free_entry_points (contact_id, account_id, workspace_id, began_at, expires_at,
             told)
         SELECT v.* FROM $rows(contact_id BIGINT, account_id BIGINT, workspace_id BIGINT,
             began_at BIGINT, expires_at BIGINT, told BOOLEAN) v
         WHERE true ON CONFLICT (contact_id, account_id) DO UPDATE
             SET began_at = excluded.began_at, expires_at = excluded.expires_at,
                 told = excluded.told
             WHERE CASE WHEN excluded.told
                 THEN NOT free_entry_points.told
                     OR free_entry_points.expires_at < excluded.expires_at
                 ELSE free_entry_points.expires_at IS NULL
                     OR free_entry_points.expires_at <= excluded.began_at
                     OR (free_entry_points.referral_at IS NULL AND NOT free_entry_points.told
                         AND excluded.began_at < free_entry_points.began_at
                         AND free_entry_points.began_at < excluded.expires_at) END",
    )
    .rows(best.into_values().map(|one| {
        let (began_at, expires_at, is_told) = one.span();
        vec![
            one.between.0.into(),
            one.between.1.into(),
            one.workspace.into(),
            began_at.into(),
            expires_at.into(),
            is_told.into(),
        ]
    }))
    .run(tx)
    .await?;
    Ok(())
}
