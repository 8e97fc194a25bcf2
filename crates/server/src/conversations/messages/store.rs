//! Statements about messages.

use std::collections::BTreeSet;

use serde_json::Value;
use uuid::Uuid;

use crate::db::{self, Arg, Db, FromRow, Json, sql};
use crate::kernel::clock::Timestamp;
use crate::kernel::ids::{
    AccountId, ContactId, ConversationId, CustomerId, MemberId, MessageId, WorkspaceId,
};

crate::row! {
    /// A message with its author's name.
    #[derive(Debug)]
    pub(super) struct MessageRow {
        pub(super) id: MessageId,
        pub(super) direction: String,
        pub(super) kind: String,
        pub(super) text: Option<String>,
        pub(super) payload: Json<Value>,
        pub(super) status: Option<String>,
        pub(super) category: Option<String>,
        pub(super) reply_to: Option<String>,
        pub(super) at: Timestamp,
        pub(super) received_at: Timestamp,
        pub(super) edited_at: Option<Timestamp>,
        pub(super) revoked_at: Option<Timestamp>,
        pub(super) wamid: Option<String>,
        pub(super) author_id: Option<MemberId>,
        pub(super) author_name: Option<String>,
        pub(super) errors: Option<Json<Value>>,
        pub(super) pricing: Option<Json<Value>>,
        pub(super) conversation_id: ConversationId,
        pub(super) contact_id: ContactId,
        pub(super) account_id: AccountId,
        /// Of reactions, edits and revokes: the key of the message they are about.
        pub(super) target_key: Option<Uuid>,
        pub(super) origin: Option<String>,
    }
}

const MESSAGE: &str = "SELECT m.id, m.direction, m.type, m.text, m.payload, m.status, m.category,
        m.reply_to, m.at, m.received_at, m.edited_at, m.revoked_at, m.wamid, m.author_id, a.name,
        m.errors, m.pricing, m.conversation_id, m.contact_id, m.account_id, m.target_key, m.origin
    FROM messages m
    LEFT JOIN members a ON a.id = m.author_id AND a.workspace_id = m.workspace_id";

/// What is shown on the message it is about.
const MARKS: &str = "('reaction', 'edit', 'revoke')";

/// Whether messages of this type are shown on the message they are about.
pub(super) fn is_mark(kind: &str) -> bool {
    ["reaction", "edit", "revoke"].contains(&kind)
}

/// The messages of one conversation.
#[derive(Debug, Clone, Copy)]
pub(super) struct Thread {
    pub(super) workspace: WorkspaceId,
    pub(super) conversation: ConversationId,
    /// Also reactions, edits and revokes.
    pub(super) everything: bool,
}

impl Thread {
    pub(super) fn of(
        workspace: WorkspaceId,
        conversation: ConversationId,
        everything: bool,
    ) -> Self {
        Self {
            workspace,
            conversation,
            everything,
        }
    }

    /// What all its messages meet, with `$1` and `$2` for [`Self::args`].
    fn condition(&self) -> String {
        let marks = if self.everything {
            String::new()
        } else {
            format!(" AND m.type NOT IN {MARKS}")
        };
        format!("m.conversation_id = $1 AND m.workspace_id = $2{marks}")
    }

    fn args(&self) -> [Arg; 2] {
        [self.conversation.into(), self.workspace.into()]
    }
}

/// To which side of a place a page goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Older,
    Newer,
}

impl Side {
    fn order(self) -> (&'static str, &'static str) {
        match self {
            Self::Older => ("<", "DESC"),
            Self::Newer => (">", "ASC"),
        }
    }
}

/// A message's place in its thread: WhatsApp's time of it in microseconds, and its id.
pub(super) type Place = (i64, i64);

/// Messages on one side of a place, the nearest first.
pub(super) async fn beside(
    db: &Db,
    thread: &Thread,
    (side, place): (Side, Place),
    limit: i64,
) -> db::Result<Vec<MessageRow>> {
    stretch(db, thread, MESSAGE, (side, place), limit).await
}

/// Texts on one side of a place, the nearest first; null for what is not said any more, or was not
/// the last word: nobody shall find out by searching what they may not read.
pub(super) async fn texts_beside(
    db: &Db,
    thread: &Thread,
    (side, place): (Side, Place),
    limit: i64,
) -> db::Result<Vec<(i64, i64, Option<String>)>> {
    let texts = "SELECT m.at, m.id,
             CASE WHEN m.revoked_at IS NULL AND m.type <> 'edit' THEN m.text END
         FROM messages m";
    stretch(db, thread, texts, (side, place), limit).await
}

/// What `select` says of the messages on one side of a place, the nearest first.
async fn stretch<T: FromRow>(
    db: &Db,
    thread: &Thread,
    select: &str,
    (side, place): (Side, Place),
    limit: i64,
) -> db::Result<Vec<T>> {
    let (than, order) = side.order();
    sql(format!(
        "{select} WHERE {} AND (m.at, m.id) {than} ($3, $4)
         ORDER BY m.at {order}, m.id {order} LIMIT $5",
        thread.condition()
    ))
    .bind_all(thread.args())
    .bind(place.0)
    .bind(place.1)
    .bind(limit)
    .all(db)
    .await
}

/// These messages of the thread, in any order.
pub(super) async fn load(db: &Db, thread: &Thread, ids: Vec<i64>) -> db::Result<Vec<MessageRow>> {
    sql(format!(
        "{MESSAGE} WHERE m.id = ANY($3) AND m.conversation_id + 0 = $1 AND m.workspace_id = $2"
    ))
    .bind_all(thread.args())
    .bind(ids)
    .all(db)
    .await
}

/// Where a message of the thread is.
pub(super) async fn place_of(db: &Db, thread: &Thread, id: MessageId) -> db::Result<Option<Place>> {
    sql(format!(
        "SELECT m.at, m.id FROM messages m WHERE m.id = $3 AND {}",
        thread.condition()
    ))
    .bind_all(thread.args())
    .bind(id)
    .quick()
    .maybe(db)
    .await
}

crate::row! {
    /// A message that another one answers.
    #[derive(Debug, Clone)]
    pub(super) struct QuotedRow {
        pub(super) account_id: AccountId,
        pub(super) contact_id: ContactId,
        pub(super) key: Uuid,
        pub(super) id: MessageId,
        pub(super) conversation_id: ConversationId,
        pub(super) direction: String,
        pub(super) kind: String,
        pub(super) text: Option<String>,
        pub(super) author_id: Option<MemberId>,
        pub(super) author_name: Option<String>,
        pub(super) revoked_at: Option<Timestamp>,
    }
}

/// Messages of a few contacts and accounts, whatever conversation they are in.
#[derive(Debug, Default)]
pub(super) struct Among {
    accounts: BTreeSet<AccountId>,
    contacts: BTreeSet<ContactId>,
}

impl Among {
    pub(super) fn those_of(rows: &[MessageRow]) -> Self {
        Self {
            accounts: rows.iter().map(|row| row.account_id).collect(),
            contacts: rows.iter().map(|row| row.contact_id).collect(),
        }
    }

    /// The accounts, `keys`, the workspace and the contacts as `$1` to `$4`.
    fn args(&self, workspace: WorkspaceId, keys: Vec<Uuid>) -> [Arg; 4] {
        let accounts: Vec<Arg> = self.accounts.iter().map(|id| (*id).into()).collect();
        let contacts: Vec<Arg> = self.contacts.iter().map(|id| (*id).into()).collect();
        [
            accounts.into(),
            keys.into(),
            workspace.into(),
            contacts.into(),
        ]
    }
}

/// The messages with these keys. The same key may be of messages of several contacts.
pub(super) async fn quoted(
    db: &Db,
    workspace: WorkspaceId,
    among: &Among,
    keys: Vec<Uuid>,
) -> db::Result<Vec<QuotedRow>> {
    if keys.is_empty() {
        return Ok(Vec::new());
    }
    sql(
        "SELECT m.account_id, m.contact_id, m.wamid_key, m.id, m.conversation_id, m.direction, m.type, m.text, m.author_id,
             a.name, m.revoked_at
         FROM messages m
         LEFT JOIN members a ON a.id = m.author_id AND a.workspace_id = m.workspace_id
         WHERE m.account_id = ANY($1) AND m.wamid_key = ANY($2) AND m.workspace_id = $3
             AND m.contact_id = ANY($4)",
    )
    .bind_all(among.args(workspace, keys))
    .all(db)
    .await
}

crate::row! {
    /// A reaction that stands.
    #[derive(Debug)]
    pub(super) struct ReactionRow {
        pub(super) account_id: AccountId,
        pub(super) contact_id: ContactId,
        pub(super) target: Uuid,
        pub(super) id: MessageId,
        pub(super) direction: String,
        pub(super) emoji: String,
        pub(super) author_id: Option<MemberId>,
        pub(super) at: Timestamp,
    }
}

/// The reactions to messages with these keys. A newer one of the same person, or its removal, has
/// taken the older ones back; a removal has no emoji.
pub(super) async fn reactions(
    db: &Db,
    workspace: WorkspaceId,
    among: &Among,
    keys: Vec<Uuid>,
) -> db::Result<Vec<ReactionRow>> {
    if keys.is_empty() {
        return Ok(Vec::new());
    }
    sql(
        "SELECT m.account_id, m.contact_id, m.target_key, m.id, m.direction, m.text, m.author_id, m.at FROM messages m
         WHERE m.account_id = ANY($1) AND m.target_key = ANY($2) AND m.workspace_id = $3
             AND m.contact_id = ANY($4) AND m.type = 'reaction' AND m.revoked_at IS NULL
             AND m.text <> '' AND COALESCE(m.status, '') <> 'failed'
         ORDER BY m.at, m.id",
    )
    .bind_all(among.args(workspace, keys))
    .all(db)
    .await
}

/// These messages of the workspace, whatever conversation they are in, in any order.
pub(super) async fn load_any(
    db: &Db,
    workspace: WorkspaceId,
    ids: Vec<i64>,
) -> db::Result<Vec<MessageRow>> {
    sql(format!(
        "{MESSAGE} WHERE m.id = ANY($1) AND m.workspace_id + 0 = $2"
    ))
    .bind(ids)
    .bind(workspace)
    .quick()
    .all(db)
    .await
}

/// The messages that these reactions are to, in any order.
pub(super) async fn load_targets(
    db: &Db,
    workspace: WorkspaceId,
    reactions: &[MessageRow],
) -> db::Result<Vec<MessageRow>> {
    let keys: Vec<Uuid> = reactions.iter().filter_map(|row| row.target_key).collect();
    if keys.is_empty() {
        return Ok(Vec::new());
    }
    sql(format!(
        "{MESSAGE} WHERE m.account_id = ANY($1) AND m.wamid_key = ANY($2) AND m.workspace_id = $3
             AND m.contact_id = ANY($4)"
    ))
    .bind_all(Among::those_of(reactions).args(workspace, keys))
    .all(db)
    .await
}

/// The customers of these contacts.
pub(super) async fn customers_of(
    db: &Db,
    workspace: WorkspaceId,
    contacts: impl Iterator<Item = ContactId>,
) -> db::Result<Vec<(ContactId, CustomerId)>> {
    let contacts: BTreeSet<ContactId> = contacts.collect();
    let contacts: Vec<Arg> = contacts.into_iter().map(Arg::from).collect();
    sql("SELECT id, customer_id FROM contacts WHERE workspace_id = $1 AND id = ANY($2)")
        .bind(workspace)
        .bind(contacts)
        .quick()
        .all(db)
        .await
}
