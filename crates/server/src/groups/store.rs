//! Statements about groups.

use std::collections::{BTreeMap, HashMap};

use serde_json::Value;
use uuid::Uuid;

use crate::db::{self, Arg, Db, Json, Tx, sql};
use crate::kernel::clock::Timestamp;
use crate::kernel::ids::{AccountId, ContactId, CustomerId, GroupId, GroupMessageId, WorkspaceId};
use crate::kernel::key::key_of;

/// Something said in a group or about it, to be kept.
#[derive(Debug, Clone)]
pub struct NewMessage {
    /// Whose group.
    pub workspace: WorkspaceId,
    /// The number that is in it.
    pub account: AccountId,
    /// Meta's id of the group.
    pub group: String,
    /// What the group is called from now on, where that is told.
    pub subject: Option<String>,
    /// What makes it the same when it is told again.
    pub key: Uuid,
    /// Whether it is about the group, and said by nobody.
    pub is_update: bool,
    /// The type of the message, or Meta's name of the update.
    pub kind: String,
    /// Meta's id of the message.
    pub wamid: Option<String>,
    /// Whose it is: `+digits`.
    pub number: Option<String>,
    /// The same as a user id.
    pub user_id: Option<String>,
    /// What they call themselves.
    pub name: Option<String>,
    /// WhatsApp's time of it.
    pub at: Timestamp,
    /// When it reached us.
    pub received_at: Timestamp,
    /// What a person reads of it.
    pub text: Option<String>,
    /// The `wamid` of the message it answers.
    pub reply_to: Option<String>,
    /// All the rest.
    pub payload: Value,
}

/// Keeps messages and updates of groups; what is kept already stays as it is.
pub async fn record(tx: &mut Tx, messages: &[NewMessage]) -> db::Result<()> {
    if messages.is_empty() {
        return Ok(());
    }
    let groups = groups_of(tx, messages).await?;
    let rows = messages.iter().filter_map(|message| {
        let group = groups.get(&(message.account, key_of(&message.group)))?;
        Some(vec![
            message.workspace.into(),
            (*group).into(),
            message.key.into(),
            message.is_update.into(),
            message.kind.clone().into(),
            message.wamid.clone().into(),
            message.number.clone().into(),
            message.user_id.clone().into(),
            message.name.clone().into(),
            message.at.into(),
            message.received_at.into(),
            message.text.clone().into(),
            message.reply_to.clone().into(),
            message.payload.clone().into(),
        ])
    });
    let kept: Vec<(GroupId, bool, Timestamp)> = sql("INSERT INTO group_messages (workspace_id,
             chat_group_id, message_key, is_update, type, wamid, sender_number, sender_user_id,
             sender_name, at, received_at, text, reply_to, payload)
         SELECT v.* FROM $rows(workspace_id BIGINT, chat_group_id BIGINT, message_key UUID,
             is_update BOOLEAN, type TEXT, wamid TEXT, sender_number TEXT, sender_user_id TEXT,
             sender_name TEXT, at BIGINT, received_at BIGINT, text TEXT, reply_to TEXT,
             payload JSONB) v
         WHERE true ON CONFLICT DO NOTHING RETURNING chat_group_id, is_update, at")
    .rows(rows.collect::<Vec<_>>())
    .all(&mut *tx)
    .await?;
    let mut counts: BTreeMap<GroupId, (i64, Timestamp)> = BTreeMap::new();
    for (group, is_update, at) in kept {
        let count = counts.entry(group).or_insert((0, at));
        count.0 += i64::from(!is_update);
        count.1 = count.1.max(at);
    }
    sql(
        "UPDATE chat_groups SET messages_count = messages_count + v.messages,
             last_message_at = CASE WHEN v.at > last_message_at THEN v.at ELSE last_message_at END
         FROM $rows(id BIGINT, messages BIGINT, at BIGINT) v WHERE chat_groups.id = v.id",
    )
    .rows(
        counts
            .into_iter()
            .map(|(group, (messages, at))| vec![group.into(), messages.into(), at.into()]),
    )
    .run(tx)
    .await?;
    Ok(())
}

/// The groups of these messages, made where they are not known, called what was told last.
async fn groups_of(
    tx: &mut Tx,
    messages: &[NewMessage],
) -> db::Result<HashMap<(AccountId, Uuid), GroupId>> {
    let mut named: BTreeMap<(AccountId, Uuid), (&NewMessage, Option<(&str, Timestamp)>)> =
        BTreeMap::new();
    for message in messages {
        let key = (message.account, key_of(&message.group));
        let known = named.entry(key).or_insert((message, None));
        if let Some(subject) = message.subject.as_deref()
            && known.1.is_none_or(|(_, at)| at <= message.at)
        {
            known.1 = Some((subject, message.at));
        }
    }
    let found: Vec<(AccountId, Uuid, GroupId)> = sql("INSERT INTO chat_groups (workspace_id,
             account_id, group_id, group_key, subject, subject_at, last_message_at, created_at)
         SELECT v.* FROM $rows(workspace_id BIGINT, account_id BIGINT, group_id TEXT,
             group_key UUID, subject TEXT, subject_at BIGINT, last_message_at BIGINT,
             created_at BIGINT) v
         WHERE true ON CONFLICT (account_id, group_key) DO UPDATE SET
             subject = CASE WHEN excluded.subject_at >= COALESCE(chat_groups.subject_at, 0)
                 THEN excluded.subject ELSE chat_groups.subject END,
             subject_at = CASE WHEN excluded.subject_at >= COALESCE(chat_groups.subject_at, 0)
                 THEN excluded.subject_at ELSE chat_groups.subject_at END
         RETURNING account_id, group_key, id")
    .rows(
        named
            .into_iter()
            .map(|((account, key), (message, subject))| {
                let (subject, subject_at) = subject.unzip();
                vec![
                    message.workspace.into(),
                    account.into(),
                    message.group.clone().into(),
                    key.into(),
                    subject.map(str::to_owned).into(),
                    subject_at.into(),
                    message.at.into(),
                    message.received_at.into(),
                ]
            }),
    )
    .all(tx)
    .await?;
    Ok(found
        .into_iter()
        .map(|(account, key, id)| ((account, key), id))
        .collect())
}

/// Forgets what people with these ids (`+digits` and user ids) said in groups.
pub async fn forget(tx: &mut Tx, workspace: WorkspaceId, ids: &[String]) -> db::Result<()> {
    if ids.is_empty() {
        return Ok(());
    }
    for column in ["sender_number", "sender_user_id"] {
        let gone: Vec<(GroupId, bool)> = sql(format!(
            "DELETE FROM group_messages WHERE workspace_id = $1 AND {column} = ANY($2)
             RETURNING chat_group_id, is_update"
        ))
        .bind(workspace)
        .bind(ids.to_vec())
        .all(&mut *tx)
        .await?;
        let mut counts: BTreeMap<GroupId, i64> = BTreeMap::new();
        for (group, _) in gone.into_iter().filter(|(_, is_update)| !is_update) {
            *counts.entry(group).or_default() += 1;
        }
        sql(
            "UPDATE chat_groups SET messages_count = messages_count - v.messages
             FROM $rows(id BIGINT, messages BIGINT) v WHERE chat_groups.id = v.id",
        )
        .rows(
            counts
                .into_iter()
                .map(|(group, messages)| vec![group.into(), messages.into()]),
        )
        .run(&mut *tx)
        .await?;
    }
    Ok(())
}

crate::row! {
    /// A group.
    #[derive(Debug)]
    pub(super) struct GroupRow {
        pub(super) id: GroupId,
        pub(super) account_id: AccountId,
        pub(super) group_id: String,
        pub(super) subject: Option<String>,
        pub(super) last_message_at: Timestamp,
        pub(super) messages_count: i64,
        pub(super) created_at: Timestamp,
    }
}

/// Groups before a place, the most recently active first.
pub(super) async fn list(
    db: &Db,
    workspace: WorkspaceId,
    (time, id): (i64, i64),
    limit: i64,
) -> db::Result<Vec<GroupRow>> {
    sql(
        "SELECT id, account_id, group_id, subject, last_message_at, messages_count, created_at
         FROM chat_groups WHERE workspace_id = $1 AND (last_message_at, id) < ($2, $3)
         ORDER BY last_message_at DESC, id DESC LIMIT $4",
    )
    .bind(workspace)
    .bind(time)
    .bind(id)
    .bind(limit)
    .all(db)
    .await
}

/// Whether the workspace has this group.
pub(super) async fn exists(db: &Db, workspace: WorkspaceId, group: GroupId) -> db::Result<bool> {
    let found: Option<(GroupId,)> =
        sql("SELECT id FROM chat_groups WHERE id = $1 AND workspace_id = $2")
            .bind(group)
            .bind(workspace)
            .quick()
            .maybe(db)
            .await?;
    Ok(found.is_some())
}

crate::row! {
    /// A message or update of a group.
    #[derive(Debug)]
    pub(super) struct MessageRow {
        pub(super) id: GroupMessageId,
        pub(super) is_update: bool,
        pub(super) kind: String,
        pub(super) wamid: Option<String>,
        pub(super) number: Option<String>,
        pub(super) user_id: Option<String>,
        pub(super) name: Option<String>,
        pub(super) at: Timestamp,
        pub(super) received_at: Timestamp,
        pub(super) text: Option<String>,
        pub(super) reply_to: Option<String>,
        pub(super) payload: Json<Value>,
    }
}

/// Messages of a group before a place, the newest first.
pub(super) async fn messages(
    db: &Db,
    workspace: WorkspaceId,
    group: GroupId,
    (time, id): (i64, i64),
    limit: i64,
) -> db::Result<Vec<MessageRow>> {
    sql(
        "SELECT id, is_update, type, wamid, sender_number, sender_user_id, sender_name, at,
             received_at, text, reply_to, payload
         FROM group_messages
         WHERE chat_group_id = $1 AND workspace_id + 0 = $2 AND (at, id) < ($3, $4)
         ORDER BY at DESC, id DESC LIMIT $5",
    )
    .bind(group)
    .bind(workspace)
    .bind(time)
    .bind(id)
    .bind(limit)
    .all(db)
    .await
}

/// A customer of ours, by one of their ids.
pub(super) type Known = (String, ContactId, CustomerId, Option<String>);

/// Those of these ids that are of customers of ours.
pub(super) async fn known(
    db: &Db,
    workspace: WorkspaceId,
    ids: Vec<String>,
) -> db::Result<Vec<Known>> {
    let ids: Vec<Arg> = ids.into_iter().map(Arg::from).collect();
    sql("SELECT a.value, k.id, k.customer_id, c.name
         FROM contact_aliases a
         JOIN contacts k ON k.id = a.contact_id
         JOIN customers c ON c.id = k.customer_id
         WHERE a.workspace_id = $1 AND a.channel = 'whatsapp' AND a.value = ANY($2)")
    .bind(workspace)
    .bind(ids)
    .all(db)
    .await
}
